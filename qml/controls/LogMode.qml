import QtQuick
import Vejviser
import Vejviser.Model

// Says what the next tap on a topic means, and asks when it was.
VCard {
    id: card

    required property LogController log
    required property TapMode tap
    readonly property string lateFault: tap.mode === "late" ? log.lateFault(tap.daysBack, tap.time) : ""

    implicitHeight: content.implicitHeight + 20
    border.color: Theme.accent
    border.width: 2
    Accessible.role: Accessible.Pane
    Accessible.name: say.text

    Flow {
        id: content

        x: 12
        y: 10
        width: parent.width - 24
        spacing: 10

        VText {
            id: say

            objectName: "modeText"
            width: Math.min(implicitWidth, parent.width)
            height: Math.max(implicitHeight, Math.min(Theme.touch, parent.width))
            verticalAlignment: Text.AlignVCenter
            font.weight: Font.DemiBold
            text: card.tap.mode === "timer" ? qsTr("Tap the topic that the timer is for.")
                                        : qsTr("When was it? Then tap the topic.")
        }
        Row {
            visible: card.tap.mode === "late"
            spacing: 6

            VButton {
                objectName: "dayBefore"
                width: Theme.touch
                sign: "chevron_left"
                enabled: card.tap.daysBack < card.log.mostDaysBack
                Accessible.name: qsTr("One day earlier")
                onClicked: {
                    card.tap.daysBack += 1;
                    card.tap.goOn();
                }
            }
            VText {
                objectName: "lateDay"
                width: Math.round(96 * Theme.textScale)
                height: Theme.touch
                horizontalAlignment: Text.AlignHCenter
                verticalAlignment: Text.AlignVCenter
                text: card.tap.mode !== "" ? card.log.dayLabel(card.tap.daysBack) : ""
            }
            VButton {
                objectName: "dayAfter"
                width: Theme.touch
                sign: "chevron_right"
                enabled: card.tap.daysBack > 0
                Accessible.name: qsTr("One day later")
                onClicked: {
                    card.tap.daysBack -= 1;
                    card.tap.goOn();
                }
            }
        }
        LineInput {
            objectName: "lateTime"
            visible: card.tap.mode === "late"
            width: Math.round(96 * Theme.textScale)
            maximumLength: 5
            text: card.tap.time
            inputMethodHints: Qt.ImhTime
            Accessible.name: qsTr("Time")
            onTextEdited: {
                card.tap.time = text;
                card.tap.goOn();
            }
        }
        VButton {
            objectName: "endMode"
            text: card.tap.mode === "timer" ? qsTr("Cancel") : qsTr("Done")
            onClicked: card.tap.end()
        }
        VText {
            objectName: "lateFault"
            visible: card.lateFault !== ""
            width: parent.width
            color: Theme.fault
            text: card.lateFault
            Accessible.role: Accessible.AlertMessage
        }
    }
}
