import QtQuick
import Vejviser

// A line or paragraph of text.
Text {
    color: Theme.ink
    font.pixelSize: Theme.body
    wrapMode: Text.WordWrap
    Accessible.role: Accessible.StaticText
    Accessible.name: text
}
