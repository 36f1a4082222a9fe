pragma ComponentBehavior: Bound
import QtQuick
import Vejviser
import Vejviser.Model

// What was just logged, for ten seconds: undo it or say more. Touching it gives ten more.
VCard {
    id: bar

    required property AppContext app
    required property real room  ///< the height of what it lies over
    readonly property LogController log: app.log
    readonly property HelpEditor help: log.bar
    readonly property bool shown: help.active || log.fault !== ""
    readonly property int seconds: 10
    property double until: 0  ///< by the clock, in ms: the line stands still while the tablet sleeps
    readonly property real timeLeft: line.share  ///< from 1 down to 0
    readonly property bool counting: countdown.running

    /// Nobody closed it. It still has its size.
    signal timedOut()

    function takeFocus(): void {
        undo.forceActiveFocus(Qt.ShortcutFocusReason);
    }

    function restart(): void {
        until = Date.now() + seconds * 1000;
        if (help.active)
            countdown.restart();
    }

    implicitHeight: shown ? Math.min(content.implicitHeight + 28, room * 0.7) : 0
    border.color: log.fault !== "" ? Theme.fault : Theme.primary
    border.width: 2
    Accessible.role: Accessible.Pane
    Accessible.name: title.text
    Component.onCompleted: restart()  // it may be made by the very tap that it is about

    component CloseButton: VButton {
        objectName: "closeBar"
        width: Theme.touch
        height: Math.max(Theme.touch, undo.implicitHeight)
        sign: "close"
        Accessible.name: qsTr("Close")
        onClicked: {
            bar.log.dismissFault();
            bar.help.close();
        }
    }

    Connections {
        target: bar.log

        function onLogged(): void {
            form.unfolded = false;
            bar.restart();
        }
    }
    // What could not be saved stays until somebody has seen it.
    Connections {
        target: bar.help

        function onChanged(): void {
            if (bar.help.fault !== "")
                countdown.stop();
        }
    }
    NumberAnimation {
        id: countdown

        target: line
        property: "share"
        from: 1
        to: 0
        duration: bar.seconds * 1000
        onFinished: {
            bar.timedOut();
            bar.help.close();
        }
    }
    Timer {
        interval: 1000
        repeat: true
        running: countdown.running
        onTriggered: Date.now() > bar.until && countdown.complete()
    }
    Rectangle {
        id: line

        property real share: 1

        visible: bar.help.active
        x: Theme.radius
        y: 2
        height: 4
        radius: 2
        width: (parent.width - 2 * Theme.radius) * share
        color: Theme.primary
    }
    Flickable {
        anchors.fill: parent
        anchors.margins: 14
        contentHeight: content.implicitHeight
        clip: true
        boundsBehavior: Flickable.StopAtBounds

        Column {
            id: content

            width: parent.width
            spacing: 10

            Flow {
                id: head

                readonly property real buttonsWidth: {
                    const shown = [undo, again, sameCitizen, unfold].filter(button => button.visible);
                    return shown.reduce((sum, button) => sum + button.implicitWidth + buttons.spacing, Theme.touch);
                }
                readonly property bool narrow: width < buttonsWidth + 260 * Theme.textScale

                width: parent.width
                spacing: 8
                layoutDirection: Theme.tapOrder

                Item {
                    width: parent.narrow ? parent.width : parent.width - buttons.width - parent.spacing
                    height: Math.max(title.implicitHeight, Theme.touch)

                    VIcon {
                        id: mark

                        anchors.left: parent.left
                        anchors.verticalCenter: parent.verticalCenter
                        LayoutMirroring.enabled: Theme.leftHanded
                        sign: bar.log.fault !== "" ? "error_outline" : "check_circle"
                        color: bar.log.fault !== "" ? Theme.fault : Theme.primary
                        size: 30
                    }
                    VText {
                        id: title

                        objectName: "barTitle"
                        anchors.left: mark.right
                        anchors.leftMargin: 10
                        anchors.right: parent.right
                        anchors.rightMargin: closeBeside.visible ? closeBeside.width + 8 : 0
                        anchors.verticalCenter: parent.verticalCenter
                        LayoutMirroring.enabled: Theme.leftHanded  // the anchors: the text goes as before
                        font.weight: Font.DemiBold
                        text: bar.log.fault !== "" ? bar.log.fault
                            : bar.help.fault !== "" ? bar.help.fault
                            : bar.log.times > 1 ? qsTr("Saved %n times on this tablet: %1", "", bar.log.times).arg(bar.help.title)
                            : bar.help.late ? qsTr("Saved on this tablet for %1: %2").arg(bar.help.time).arg(bar.help.title)
                            : qsTr("Saved on this tablet: %1").arg(bar.help.title)
                        Accessible.role: Accessible.AlertMessage
                    }
                    CloseButton {
                        id: closeBeside

                        visible: head.narrow
                        anchors.right: parent.right
                        anchors.verticalCenter: parent.verticalCenter
                        LayoutMirroring.enabled: Theme.leftHanded
                    }
                }
                Flow {
                    id: buttons

                    width: parent.narrow ? parent.width : parent.buttonsWidth
                    spacing: 6
                    layoutDirection: Theme.tapOrder

                    VButton {
                        id: undo

                        objectName: "undo"
                        visible: bar.log.fault === ""  // what failed is not there to undo
                        sign: "undo"
                        text: qsTr("Undo")
                        onClicked: bar.help.withdraw()
                    }
                    VButton {
                        id: again

                        objectName: "again"
                        visible: form.visible
                        sign: "add"
                        text: qsTr("Same again")
                        onClicked: bar.log.again()
                    }
                    VButton {
                        id: sameCitizen

                        objectName: "sameCitizen"
                        visible: form.visible
                        width: Math.min(implicitWidth, content.width)
                        sign: bar.log.sameCitizen ? "check_box" : "check_box_outline_blank"
                        text: qsTr("Same citizen, another topic")
                        Accessible.checkable: true
                        Accessible.checked: bar.log.sameCitizen
                        onClicked: {
                            bar.restart();
                            bar.log.setSameCitizen(!bar.log.sameCitizen);
                        }
                    }
                    VButton {
                        id: unfold

                        objectName: "unfold"
                        visible: form.visible
                        sign: form.unfolded ? "expand_less" : "expand_more"
                        text: form.unfolded ? qsTr("Less") : qsTr("More")
                        Accessible.description: qsTr("Private room, language and how the citizen came")
                        onClicked: {
                            bar.restart();
                            form.unfolded = !form.unfolded;
                        }
                    }
                    CloseButton {
                        id: close

                        visible: !head.narrow
                    }
                }
            }
            VText {
                objectName: "citizenText"
                width: parent.width
                visible: form.visible && text !== ""
                color: Theme.accent
                font.weight: Font.DemiBold
                text: bar.log.sameCitizen ? qsTr("The next topic is for the same citizen.")
                    : bar.help.followup ? qsTr("The same citizen as before.") : ""
            }
            HelpForm {
                id: form

                width: parent.width
                visible: bar.help.active && !bar.help.quiet && bar.log.fault === ""
                canUnfold: false  // the button stands above, where it takes no line of its own
                help: bar.help
                outcomes: bar.app.outcomes
                bands: bar.app.bands
                onTouched: bar.restart()
            }
        }
    }
}
