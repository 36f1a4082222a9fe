import QtQuick
import Vejviser

// A sign from the Material Icons font; never the only carrier of meaning.
Text {
    required property string sign
    property int size: Math.round(24 * Theme.textScale)

    text: sign
    color: Theme.ink
    font.family: Theme.iconFamily
    font.pixelSize: size
    horizontalAlignment: Text.AlignHCenter
    verticalAlignment: Text.AlignVCenter
    Accessible.ignored: true
}
