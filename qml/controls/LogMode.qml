import QtQuick
import Vejviser
import Vejviser.Model

// What the next tap on a topic means, when it does not log a help that was given just now.
VCard {
    id: card

    required property LogController log
    property string mode: ""  ///< "timer" or "late"; empty: a tap logs as always
    property int daysBack: 0
    readonly property string time: clock.text
    readonly property string lateFault: mode === "late" ? log.lateFault(daysBack, time) : ""
    /// Whoever leaves the tablet like this has most likely forgotten it, and the next tap would be
    /// given a time of the past.
    readonly property int patience_s: 120

    function begin(wanted: string): void {
        daysBack = 0;
        clock.text = log.timeNow();
        mode = wanted;
        goOn();
    }

    function goOn(): void {
        patience.restart();
    }

    function end(): void {
        mode = "";
    }

    visible: mode !== ""
    implicitHeight: content.implicitHeight + 20
    border.color: Theme.accent
    border.width: 2
    Accessible.role: Accessible.Pane
    Accessible.name: say.text

    Timer {
        id: patience

        interval: card.patience_s * 1000
        running: card.visible
        onTriggered: card.end()
    }
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
            text: card.mode === "timer" ? qsTr("Tap the topic that the timer is for.")
                                        : qsTr("When was it? Then tap the topic.")
        }
        Row {
            visible: card.mode === "late"
            spacing: 6

            VButton {
                objectName: "dayBefore"
                width: Theme.touch
                sign: "chevron_left"
                enabled: card.daysBack < card.log.mostDaysBack
                Accessible.name: qsTr("One day earlier")
                onClicked: {
                    card.daysBack += 1;
                    card.goOn();
                }
            }
            VText {
                objectName: "lateDay"
                width: Math.round(96 * Theme.textScale)
                height: Theme.touch
                horizontalAlignment: Text.AlignHCenter
                verticalAlignment: Text.AlignVCenter
                text: card.mode !== "" ? card.log.dayLabel(card.daysBack) : ""
            }
            VButton {
                objectName: "dayAfter"
                width: Theme.touch
                sign: "chevron_right"
                enabled: card.daysBack > 0
                Accessible.name: qsTr("One day later")
                onClicked: {
                    card.daysBack -= 1;
                    card.goOn();
                }
            }
        }
        LineInput {
            id: clock

            objectName: "lateTime"
            visible: card.mode === "late"
            width: Math.round(96 * Theme.textScale)
            maximumLength: 5
            inputMethodHints: Qt.ImhTime
            Accessible.name: qsTr("Time")
            onTextEdited: card.goOn()
        }
        VButton {
            objectName: "endMode"
            text: card.mode === "timer" ? qsTr("Cancel") : qsTr("Done")
            onClicked: card.end()
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
