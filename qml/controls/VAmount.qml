import QtQuick
import Vejviser

// A number to write or to step to, with its label above it.
Column {
    id: amount

    required property string label
    property string text
    property string fault
    property string hint  ///< what is counted, and how
    property bool decimal: false
    property alias input: input

    signal edited(string text)
    signal stepped(int by)

    spacing: 4

    VText {
        width: amount.width
        text: amount.label
        font.weight: Font.DemiBold
        Accessible.ignored: true
    }
    VText {
        width: amount.width
        visible: text !== ""
        text: amount.hint
        color: Theme.quiet
        font.pixelSize: Theme.small
        Accessible.ignored: true
    }
    VFault {
        objectName: amount.objectName + "-fault"
        width: amount.width
        text: amount.fault
    }
    Row {
        spacing: 8

        VButton {
            objectName: amount.objectName + "-fewer"
            width: Theme.touch + 8
            sign: "remove"
            autoRepeat: true
            Accessible.name: qsTr("%1: less").arg(amount.label)
            onClicked: amount.stepped(-1)
        }
        LineInput {
            id: input

            objectName: amount.objectName + "-input"
            width: Math.round(64 * Theme.textScale) + 16
            text: amount.text
            placeholderText: "0"
            horizontalAlignment: TextInput.AlignHCenter
            maximumLength: 8
            inputMethodHints: amount.decimal ? Qt.ImhFormattedNumbersOnly : Qt.ImhDigitsOnly
            Accessible.name: amount.label
            Accessible.description: amount.fault !== "" ? amount.fault : amount.hint
            onTextEdited: amount.edited(text)
        }
        VButton {
            objectName: amount.objectName + "-more"
            width: Theme.touch + 8
            sign: "add"
            autoRepeat: true
            Accessible.name: qsTr("%1: more").arg(amount.label)
            onClicked: amount.stepped(1)
        }
    }
}
