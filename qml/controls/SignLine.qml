import QtQuick
import Vejviser

// A paragraph with a sign before it.
Row {
    id: line

    property alias text: words.text
    property alias sign: icon.sign
    property color ink: Theme.ink
    property int weight: Font.Normal

    readonly property bool narrow: width < 180 * Theme.textScale  ///< the words need all of it

    width: parent?.width ?? 0
    spacing: 8

    VIcon {
        id: icon

        visible: !line.narrow
        sign: "chevron_right"
        color: line.ink
    }
    VText {
        id: words

        width: line.narrow ? line.width : line.width - icon.width - line.spacing
        wrapMode: Text.Wrap
        color: line.ink
        font.weight: line.weight
    }
}
