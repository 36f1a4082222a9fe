import QtQuick
import Vejviser

// A card of the settings: a heading, and what belongs under it.
VCard {
    id: section

    property alias title: heading.text
    default property alias content: column.data

    width: parent ? parent.width : 0
    implicitHeight: column.implicitHeight + 36

    Column {
        id: column

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: 18
        spacing: 12

        VHeading {
            id: heading

            width: section.width - 36
        }
    }
}
