pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Vejviser
import Vejviser.Model

// A guide card, to be read in a minute: what one may, how it goes, what to bring, who can now.
FocusScope {
    id: sheet

    required property GuideCard card
    required property bool alone  ///< nothing stands beside it: one goes back rather than closes

    signal closed(reason: int)

    function takeFocus(reason: int): void {
        back.forceActiveFocus(reason);
    }

    function scroll(by: real): void {
        view.contentY = Math.max(0, Math.min(view.contentHeight - view.height, view.contentY + by));
    }

    function turning(key: int): int {
        return key === Qt.Key_PageDown ? 1 : key === Qt.Key_PageUp ? -1 : 0;
    }

    Keys.onEscapePressed: closed(Qt.TabFocusReason)
    Keys.onUpPressed: scroll(-view.height / 4)
    Keys.onDownPressed: scroll(view.height / 4)
    // While the keyboard is here, by pages too: the window would turn the list's.
    Keys.onShortcutOverride: event => event.accepted = turning(event.key) !== 0
    Keys.onPressed: event => {
        event.accepted = turning(event.key) !== 0;
        scroll(turning(event.key) * view.height * 0.9);
    }

    Connections {
        target: sheet.card
        property string topic: ""

        function onChanged(): void {
            if (topic === sheet.card.topicId)
                return;
            topic = sheet.card.topicId;
            view.contentY = 0; // another card begins at its top
        }
    }

    Flickable {
        id: view

        objectName: "guideView"
        anchors.fill: parent
        contentHeight: paper.implicitHeight
        clip: true
        boundsBehavior: Flickable.StopAtBounds

        T.ScrollBar.vertical: VScrollBar {}

        VCard {
            id: paper

            width: parent.width
            implicitHeight: parts.implicitHeight + 2 * parts.anchors.margins

            Column {
                id: parts

                anchors.top: parent.top
                anchors.left: parent.left
                anchors.right: parent.right
                anchors.margins: sheet.alone ? 14 : 18
                spacing: 18

                VButton {
                    id: back

                    objectName: "closeGuide"
                    x: Theme.leftHanded ? parent.width - width : 0
                    sign: sheet.alone ? "arrow_back" : "close"
                    text: sheet.alone ? qsTr("All guides") : qsTr("Close")
                    onClicked: sheet.closed(visualFocus ? Qt.TabFocusReason : Qt.MouseFocusReason)
                }
                Column {
                    width: parent.width
                    spacing: 6

                    VText {
                        objectName: "guideName"
                        width: parent.width
                        text: sheet.card.topicName
                        font.pixelSize: Math.round(22 * Theme.textScale)
                        font.weight: Font.Bold
                        wrapMode: Text.Wrap
                        Accessible.role: Accessible.Heading
                    }
                    SignLine {
                        objectName: "guideLastDone"
                        sign: "history"
                        text: sheet.card.lastDone
                        ink: sheet.card.gap ? Theme.accent : Theme.quiet
                        weight: sheet.card.gap ? Font.DemiBold : Font.Normal
                    }
                    SignLine {
                        objectName: "guideOwnLastDone"
                        visible: sheet.card.ownLastDone !== ""
                        sign: "tablet_android"
                        text: sheet.card.ownLastDone
                        ink: Theme.quiet
                    }
                }
                SignLine {
                    objectName: "guideExample"
                    visible: sheet.card.example
                    sign: "warning"
                    text: qsTr("Example: the municipality must check it before you rely on it.")
                    ink: Theme.fault
                    weight: Font.DemiBold
                }
                Rectangle {
                    visible: sheet.card.hasCard
                    width: parent.width
                    height: authorityLine.implicitHeight + 24
                    radius: Theme.radius
                    color: Theme.primarySoft

                    SignLine {
                        id: authorityLine

                        objectName: "guideLine"
                        anchors.centerIn: parent
                        width: parent.width - (sheet.alone ? 16 : 24)
                        sign: sheet.card.authority ? "gavel" : "info"
                        text: sheet.card.line
                        weight: Font.DemiBold
                    }
                }
                VText {
                    objectName: "noCard"
                    visible: !sheet.card.hasCard
                    width: parent.width
                    color: Theme.quiet
                    text: qsTr("Nobody has written a guide for this topic yet.")
                }
                SheetPart {
                    visible: sheet.card.hasCard
                    title: qsTr("How to do it")

                    Repeater {
                        model: sheet.card.steps

                        delegate: GuideStep {
                            required property int index
                            required property string modelData

                            objectName: "guideStep-" + index
                            width: parent?.width ?? 0
                            number: index + 1
                            text: modelData
                        }
                    }
                }
                SheetPart {
                    visible: sheet.card.hasCard
                    title: qsTr("Bring along")

                    Repeater {
                        model: sheet.card.bring

                        delegate: SignLine {
                            required property int index
                            required property string modelData

                            objectName: "guideBring-" + index
                            sign: "check_box_outline_blank"
                            text: modelData
                        }
                    }
                    VText {
                        objectName: "bringNothing"
                        visible: sheet.card.bring.length === 0
                        width: parent.width
                        text: qsTr("The citizen does not need to bring anything.")
                    }
                }
                SheetPart {
                    visible: sheet.card.notes.length > 0
                    title: qsTr("Good to know")

                    Repeater {
                        model: sheet.card.notes

                        delegate: SignLine {
                            required property int index
                            required property string modelData

                            objectName: "guideNote-" + index
                            text: modelData
                        }
                    }
                }
                WhoCan {
                    objectName: "whoCan"
                    width: parent.width
                    places: sheet.card.whoCan
                }
                VText {
                    objectName: "guideOwner"
                    visible: sheet.card.hasCard
                    width: parent.width
                    color: Theme.quiet
                    font.pixelSize: Theme.small
                    text: sheet.card.example ? qsTr("Responsible: %1. Not checked yet.").arg(sheet.card.owner)
                        : qsTr("Responsible: %1. Last checked %2.").arg(sheet.card.owner).arg(sheet.card.checked)
                }
            }
        }
    }
}
