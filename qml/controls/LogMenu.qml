pragma ComponentBehavior: Bound
import QtQuick
import Vejviser
import Vejviser.Model

// What the start page can do beside logging a help at once.
VDialog {
    id: menu

    required property LogController log
    required property TapMode tap
    property string lastHour: ""
    property string thisHour: ""

    objectName: "logMenu"
    title: qsTr("More ways to log")
    padding: 12
    width: Math.min(420 * Math.min(Theme.textScale, 1.5), (parent?.width ?? 420) - 24)
    height: Math.min(implicitHeight, (parent?.height ?? 700) - 24)
    onAboutToShow: {
        lastHour = log.hourLabel(1);
        thisHour = log.hourLabel(0);
        timer.forceActiveFocus();
    }

    component Choice: VButton {
        width: list.width
        height: Math.max(implicitHeight, Theme.touch)
    }

    contentItem: Flickable {
        implicitHeight: list.implicitHeight
        contentHeight: list.implicitHeight
        clip: true
        boundsBehavior: Flickable.StopAtBounds

        Column {
            id: list

            width: menu.availableWidth
            spacing: 6

            Choice {
                id: timer

                objectName: "startTimer"
                sign: "timer"
                text: qsTr("Start a timer")
                onClicked: {
                    menu.close();
                    menu.tap.begin("timer", menu.log.timeNow());
                }
            }
            Choice {
                objectName: "logLate"
                sign: "history"
                text: qsTr("Log afterwards")
                onClicked: {
                    menu.close();
                    menu.tap.begin("late", menu.log.timeNow());
                }
            }
            Choice {
                objectName: "quietLast"
                sign: "hourglass_empty"
                text: qsTr("Staffed, nobody came at %1").arg(menu.lastHour)
                onClicked: {
                    menu.close();
                    menu.log.logQuiet(1);
                }
            }
            Choice {
                objectName: "quietNow"
                sign: "hourglass_empty"
                text: qsTr("Staffed, nobody came at %1").arg(menu.thisHour)
                onClicked: {
                    menu.close();
                    menu.log.logQuiet(0);
                }
            }
        }
    }
}
