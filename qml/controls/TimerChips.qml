pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Vejviser
import Vejviser.Model

// The timers that run: a tap stops one and logs its help. Dropping one takes two taps.
Flow {
    id: chips

    required property LogController log
    readonly property bool hidden: log.bar.discreet  ///< others may look at the screen now

    signal stopped()

    spacing: 8
    Accessible.role: Accessible.List
    Accessible.name: qsTr("Timers")

    Repeater {
        model: chips.log.timers

        delegate: Row {
            id: chip

            required property int index
            required property string name
            required property int minutes
            required property bool forgotten
            property bool sure: false  ///< dropping it has been pressed once
            readonly property string shown: chips.hidden ? qsTr("Timer") : name
            readonly property color tint: forgotten ? Theme.fault : Theme.primary

            spacing: 0

            T.AbstractButton {
                id: stop

                objectName: "timer-" + chip.index
                width: Math.min(words.implicitWidth + sign.width + 44, chips.width - drop.width)
                height: Math.max(Theme.touch, words.implicitHeight + 14)
                focusPolicy: Qt.StrongFocus
                text: chip.shown
                Accessible.role: Accessible.Button
                Accessible.name: chip.forgotten ? qsTr("Forgotten timer? %1, %n min", "", chip.minutes).arg(chip.shown)
                                                : qsTr("Stop the timer: %1, %n min", "", chip.minutes).arg(chip.shown)
                Accessible.description: qsTr("Logs the enquiry with the time it took")
                Accessible.onPressAction: stop.clicked()
                onClicked: {
                    if (chips.log.stop(chip.index))
                        chips.stopped();
                }

                background: VCard {
                    color: stop.down ? Theme.cardPressed : chip.forgotten ? Theme.faultSoft : Theme.primarySoft
                    border.color: chip.tint

                    FocusFrame { shown: stop.visualFocus }
                }
                contentItem: Item {
                    VIcon {
                        id: sign

                        anchors.left: parent.left
                        anchors.leftMargin: 10
                        anchors.verticalCenter: parent.verticalCenter
                        sign: chip.forgotten ? "timer_off" : "timer"
                        color: chip.tint
                    }
                    VText {
                        id: words

                        anchors.left: sign.right
                        anchors.leftMargin: 8
                        anchors.right: parent.right
                        anchors.rightMargin: 10
                        anchors.verticalCenter: parent.verticalCenter
                        text: chip.forgotten ? qsTr("Forgotten timer? %1, %n min", "", chip.minutes).arg(chip.shown)
                                             : qsTr("%1, %n min", "", chip.minutes).arg(chip.shown)
                        Accessible.ignored: true
                    }
                }
            }
            VButton {
                id: drop

                objectName: "dropTimer-" + chip.index
                width: chip.sure ? implicitWidth : Theme.touch
                height: stop.height
                warning: chip.sure
                sign: "close"
                text: chip.sure ? qsTr("Drop it") : ""
                Accessible.name: qsTr("Drop the timer: %1").arg(chip.shown)
                onClicked: {
                    if (chip.sure)
                        chips.log.cancel(chip.index);
                    else
                        chip.sure = true;
                }
                onActiveFocusChanged: {
                    if (!activeFocus)
                        chip.sure = false;
                }
            }
        }
    }
}
