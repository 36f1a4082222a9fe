import QtQuick
import QtQuick.Controls.Basic
import Vejviser
import Vejviser.Model

// A help from today's list: what was said about it, to change or withdraw.
Dialog {
    id: dialog

    required property HelpEditor help
    required property var outcomes
    required property var bands
    property bool sure: false  ///< withdrawing has been pressed once

    title: help.topicName
    header: null
    modal: true
    focus: true
    padding: 20
    width: Math.min(760, (parent?.width ?? 760) - 24)
    height: Math.min(implicitHeight, (parent?.height ?? 700) - 24)
    anchors.centerIn: parent
    onClosed: {
        sure = false;
        help.close();
    }

    Connections {
        target: dialog.help

        function onChanged(): void {
            if (dialog.help.active !== dialog.opened)
                dialog.visible = dialog.help.active;
        }
    }

    background: VCard {}
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
                text: dialog.help.topicName
            }
            VText {
                width: parent.width
                color: Theme.quiet
                text: qsTr("Logged at %1. Changes are saved at once.").arg(dialog.help.time)
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
                width: parent.width
                help: dialog.help
                outcomes: dialog.outcomes
                bands: dialog.bands
            }
            Flow {
                width: parent.width
                spacing: 10

                VButton {
                    objectName: "withdraw"
                    warning: true
                    sign: "delete"
                    text: dialog.sure ? qsTr("Yes, withdraw it") : qsTr("Withdraw this enquiry")
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
