import QtQuick
import QtQuick.Templates as T
import Vejviser

// A line to write on, without a label of its own.
T.TextField {
    id: input

    implicitHeight: Math.max(Theme.touch, contentHeight + 20)
    font.pixelSize: Theme.body
    color: Theme.ink
    selectionColor: Theme.primary
    selectedTextColor: Theme.primaryInk
    selectByMouse: true
    verticalAlignment: TextInput.AlignVCenter
    padding: 6
    leftPadding: 10

    Text {
        x: input.leftPadding
        width: input.width - input.leftPadding - input.rightPadding
        height: input.height
        visible: input.length === 0 && input.preeditText === ""
        text: input.placeholderText
        font: input.font
        horizontalAlignment: input.horizontalAlignment
        color: Theme.quiet
        elide: Text.ElideRight
        verticalAlignment: Text.AlignVCenter
        Accessible.ignored: true
    }
    background: Rectangle {
        radius: Theme.radius
        color: Theme.card
        border.width: input.activeFocus ? 3 : 1
        border.color: input.activeFocus ? Theme.accent : Theme.quiet
    }
}
