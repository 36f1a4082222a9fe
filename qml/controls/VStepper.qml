import QtQuick
import Vejviser

// A small whole number, one step at a time.
Row {
    id: stepper

    required property string label  ///< what is being counted, for screen readers
    property int value: 1
    property int from: 1
    property int to: 99

    signal changed(int value)

    spacing: 6
    Accessible.role: Accessible.Grouping
    Accessible.name: label

    VButton {
        objectName: "fewer"
        width: Theme.touch
        sign: "remove"
        enabled: stepper.value > stepper.from
        Accessible.name: qsTr("%1: one fewer").arg(stepper.label)
        onClicked: stepper.changed(stepper.value - 1)
    }
    VText {
        objectName: "number"
        width: Math.max(36, implicitWidth)
        height: Theme.touch
        text: stepper.value
        font.pixelSize: Theme.strong
        font.weight: Font.DemiBold
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
        Accessible.name: stepper.label + ": " + stepper.value
    }
    VButton {
        objectName: "more"
        width: Theme.touch
        sign: "add"
        enabled: stepper.value < stepper.to
        Accessible.name: qsTr("%1: one more").arg(stepper.label)
        onClicked: stepper.changed(stepper.value + 1)
    }
}
