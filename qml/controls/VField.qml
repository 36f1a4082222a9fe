import QtQuick
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
    LineInput {
        id: input

        width: field.width
        Accessible.name: field.label
        onAccepted: field.accepted()
    }
}
