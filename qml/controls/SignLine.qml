import QtQuick
import Vejviser

// A paragraph with a sign before it.
Row {
    id: line

    property alias text: words.text
    property alias sign: icon.sign
    property color ink: Theme.ink
    property int weight: Font.Normal

    width: parent?.width ?? 0
    spacing: 8

    VIcon {
        id: icon

        sign: "chevron_right"
        color: line.ink
    }
    VText {
        id: words

        width: line.width - icon.width - line.spacing
        color: line.ink
        font.weight: line.weight
    }
}
