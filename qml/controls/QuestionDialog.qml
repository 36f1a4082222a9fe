import QtQuick
import Vejviser
import Vejviser.Model

// A question in full, with its answer: to read, to answer, and to withdraw where it was logged.
SheetDialog {
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

    title: heading.text
    sheet.objectName: "questionSheet"
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

    VHeading {
        id: heading

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
        layoutDirection: Theme.tapOrder

        VButton {
            objectName: "replySave"
            width: Math.min(implicitWidth, parent.width)
            primary: true
            visible: dialog.writes
            text: qsTr("Save the answer")
            onClicked: {
                if (!dialog.editor.sendReply()) {
                    words.takeFocus();
                    return dialog.reveal(words);
                }
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
