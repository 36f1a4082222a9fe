import QtQuick
import QtQuick.Controls.Basic
import Vejviser

// A line to write on, without a label of its own.
TextField {
    id: input

    implicitHeight: Math.max(Theme.touch, contentHeight + 20)
    font.pixelSize: Theme.body
    color: Theme.ink
    placeholderTextColor: Theme.quiet
    selectByMouse: true

    background: Rectangle {
        radius: Theme.radius
        color: Theme.card
        border.width: input.activeFocus ? 3 : 1
        border.color: input.activeFocus ? Theme.accent : Theme.quiet
    }
}
