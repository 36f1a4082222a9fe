import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Templates as T
import Vejviser
import Vejviser.Model

// A question in full, with its answer: to read, to answer, and to withdraw where it was logged.
Popup {
    id: dialog

    required property QuestionEditor editor
    property bool sure: false     ///< withdrawing has been pressed once
    property bool writes: false   ///< an answer is being written

    function show(subject: string): void {
        editor.show(subject);
        words.text = editor.reply;
        writes = editor.open || words.text !== "";
        open();
    }

    parent: T.Overlay.overlay
    anchors.centerIn: parent
    modal: true
    focus: true
    padding: Math.min(20, (parent?.width ?? 400) / 28)
    width: Math.min(680, (parent?.width ?? 680) - 16)
    height: Math.min(implicitHeight, (parent?.height ?? 700) - 16)
    onOpened: close.forceActiveFocus(Qt.PopupFocusReason)
    onClosed: {
        sure = false;
        editor.close();
    }

    Connections {
        target: dialog.editor

        // It was withdrawn, here or where it was logged.
        function onChanged(): void {
            if (!dialog.editor.active)
                dialog.close();
        }
    }

    background: VCard {}
    contentItem: Flickable {
        id: sheet

        objectName: "questionSheet"
        implicitHeight: content.implicitHeight
        contentHeight: content.implicitHeight
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        Accessible.role: Accessible.Dialog
        Accessible.name: topic.text

        ScrollBar.vertical: ScrollBar {}

        Column {
            id: content

            x: 4  // room for the frame of what has the focus
            width: sheet.width - 8
            spacing: 14

            VHeading {
                id: topic

                objectName: "questionTopic"
                width: parent.width
                text: dialog.editor.askedTopic
            }
            Said {
                objectName: "questionText"
                width: parent.width
                text: dialog.editor.question
                by: dialog.editor.asked
            }
            VText {
                objectName: "questionOpen"
                width: parent.width
                visible: dialog.editor.open
                text: qsTr("Needs an answer")
                color: Theme.accent
                font.weight: Font.DemiBold
            }
            Said {
                objectName: "questionAnswer"
                width: parent.width
                visible: text !== ""
                title: qsTr("Answer")
                text: dialog.editor.answer
                by: dialog.editor.answered
            }
            VTextArea {
                id: words

                objectName: "reply"
                width: parent.width
                visible: dialog.writes
                label: dialog.editor.answer === "" ? qsTr("Your answer") : qsTr("Your new answer")
                fault: dialog.editor.fault
                room: dialog.editor.roomAfter(text)
                onTextChanged: dialog.editor.reply = text
            }
            VFault {  // of withdrawing, where there is no field to stand above
                objectName: "questionFault"
                width: parent.width
                text: dialog.writes ? "" : dialog.editor.fault
            }
            Flow {
                width: parent.width
                spacing: 10

                VButton {
                    objectName: "replySave"
                    width: Math.min(implicitWidth, parent.width)
                    primary: true
                    visible: dialog.writes
                    text: qsTr("Save the answer")
                    onClicked: {
                        if (!dialog.editor.sendReply())
                            return;
                        dialog.writes = false;
                        words.text = "";
                        close.forceActiveFocus();
                    }
                }
                VButton {
                    objectName: "replyStart"
                    width: Math.min(implicitWidth, parent.width)
                    visible: !dialog.writes
                    sign: "edit"
                    text: dialog.editor.answer === "" ? qsTr("Write an answer")
                                                      : qsTr("Change the answer")
                    onClicked: {
                        words.text = dialog.editor.answer;
                        dialog.writes = true;
                        words.takeFocus();
                    }
                }
                VButton {
                    objectName: "questionWithdraw"
                    width: Math.min(implicitWidth, parent.width)
                    visible: dialog.editor.own
                    warning: true
                    sign: "delete"
                    text: dialog.sure ? qsTr("Yes, withdraw it") : qsTr("Withdraw this question")
                    onClicked: {
                        if (dialog.sure)
                            dialog.editor.withdraw();
                        dialog.sure = !dialog.sure;
                    }
                }
                VButton {
                    id: close

                    objectName: "questionClose"
                    width: Math.min(implicitWidth, parent.width)
                    text: qsTr("Close")
                    onClicked: dialog.close()
                }
            }
        }
    }

    component Said: Column {
        id: said

        property alias title: heading.text
        property alias text: line.text
        property alias by: signature.text

        spacing: 4

        VText {
            id: heading

            width: parent.width
            visible: text !== ""
            font.weight: Font.DemiBold
        }
        VText {
            id: line

            objectName: said.objectName + "-line"
            width: parent.width
            textFormat: Text.PlainText
            wrapMode: Text.Wrap
        }
        VText {
            id: signature

            objectName: said.objectName + "-by"
            width: parent.width
            color: Theme.quiet
            font.pixelSize: Theme.small
        }
    }
}
