import QtQuick
import Vejviser

// A part of a sheet: a heading and what stands under it.
Column {
    id: part

    property alias title: heading.text
    default property alias content: inner.data

    width: parent?.width ?? 0
    spacing: 8

    VHeading {
        id: heading

        width: part.width
    }
    Column {
        id: inner

        width: part.width
        spacing: 10
    }
}
