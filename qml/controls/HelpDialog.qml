import QtQuick
import Vejviser
import Vejviser.Model

// A help from today's list: what was said about it, to change or withdraw.
VDialog {
    id: dialog

    required property AppContext app
    readonly property HelpEditor help: app.editor
    property bool sure: false   ///< withdrawing has been pressed once
    property bool named: false  ///< the topic of a help in a private room was asked for

    objectName: "dialog"
    title: help.topicName
    padding: 20
    width: Math.min(760, (parent?.width ?? 760) - 24)
    height: Math.min(implicitHeight, (parent?.height ?? 700) - 24)
    Component.onCompleted: visible = help.active
    onClosed: {
        sure = false;
        named = false;
        form.unfolded = false;
        help.close();
    }

    Connections {
        target: dialog.help

        function onChanged(): void {
            if (dialog.help.active !== dialog.opened)
                dialog.visible = dialog.help.active;
        }
    }

    contentItem: Flickable {
        implicitHeight: content.implicitHeight
        contentHeight: content.implicitHeight
        clip: true
        boundsBehavior: Flickable.StopAtBounds

        Column {
            id: content

            width: dialog.availableWidth
            spacing: 14

            VHeading {
                objectName: "dialogTitle"
                width: parent.width
                text: dialog.help.title
            }
            VText {
                width: parent.width
                color: Theme.quiet
                text: qsTr("Logged at %1. Changes are saved at once.").arg(dialog.help.time)
            }
            VText {
                objectName: "hiddenTopic"
                width: parent.width
                visible: dialog.help.discreet && dialog.named
                text: dialog.help.topicName
            }
            VButton {
                objectName: "showTopic"
                x: Theme.leftHanded ? parent.width - width : 0
                width: Math.min(implicitWidth, parent.width)
                visible: dialog.help.discreet && !dialog.named
                sign: "visibility"
                text: qsTr("Show the topic")
                onClicked: dialog.named = true
            }
            VText {
                objectName: "dialogFault"
                width: parent.width
                visible: dialog.help.fault !== ""
                text: dialog.help.fault
                color: Theme.fault
                Accessible.role: Accessible.AlertMessage
            }
            HelpForm {
                id: form

                width: parent.width
                visible: !dialog.help.quiet
                help: dialog.help
                outcomes: dialog.app.outcomes
                bands: dialog.app.bands
            }
            Flow {
                width: parent.width
                spacing: 10
                layoutDirection: Theme.tapOrder

                VButton {
                    objectName: "withdraw"
                    width: Math.min(implicitWidth, content.width)
                    warning: true
                    sign: "delete"
                    text: dialog.sure ? qsTr("Yes, withdraw it") : dialog.help.quiet ? qsTr("Withdraw this hour") : qsTr("Withdraw this enquiry")
                    onClicked: {
                        if (dialog.sure)
                            dialog.help.withdraw();
                        dialog.sure = !dialog.sure;
                    }
                }
                VButton {
                    objectName: "closeDialog"
                    primary: true
                    text: qsTr("Done")
                    onClicked: dialog.close()
                }
            }
        }
    }
}
