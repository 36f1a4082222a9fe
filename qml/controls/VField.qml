import QtQuick
import QtQuick.Controls.Basic
import Vejviser

// A line to write on, with its label above it.
Column {
    id: field

    required property string label
    property alias text: input.text
    property alias placeholder: input.placeholderText
    property alias input: input

    signal accepted()

    spacing: 4

    VText {
        text: field.label
        font.weight: Font.DemiBold
        width: field.width
    }
    TextField {
        id: input

        width: field.width
        implicitHeight: Math.max(Theme.touch, contentHeight + 20)
        font.pixelSize: Theme.body
        color: Theme.ink
        placeholderTextColor: Theme.quiet
        selectByMouse: true
        Accessible.name: field.label
        onAccepted: field.accepted()

        background: Rectangle {
            radius: Theme.radius
            color: Theme.card
            border.width: input.activeFocus ? 3 : 1
            border.color: input.activeFocus ? Theme.accent : Theme.quiet
        }
    }
}
