import QtQuick
import Vejviser
import Vejviser.Model

// A question to log. It can be left at any time: what is written stays as a draft.
SheetDialog {
    id: dialog

    required property QuestionEditor editor
    property bool sure: false  ///< throwing the draft away has been pressed once

    signal asked()

    /// `text` is what to begin with, unless something is being written already.
    function begin(text: string): void {
        if (!editor.drafted)
            editor.text = text;
        words.text = editor.text;
        open();
    }

    // What has to be mended is in sight, and the keyboard is there.
    function showFault(): void {
        if (editor.fault !== "") {
            words.takeFocus();
            reveal(words);
        } else {
            topic.forceActiveFocus(Qt.TabFocusReason);
            reveal(topicPart);
        }
    }

    title: heading.text
    sheet.objectName: "askSheet"
    onAboutToShow: editor.clearFault()
    onOpened: words.takeFocus()
    onClosed: {
        sure = false;
        editor.keep();
    }

    VHeading {
        id: heading

        objectName: "askTitle"
        width: parent.width
        text: qsTr("Log a question")
    }
    VTextArea {
        id: words

        objectName: "askText"
        width: parent.width
        label: qsTr("What was asked?")
        fault: dialog.editor.fault
        room: dialog.editor.roomAfter(text)
        onTextChanged: dialog.editor.text = text
    }
    Column {
        id: topicPart

        width: parent.width
        spacing: 4

        VText {
            width: parent.width
            text: qsTr("Topic")
            font.weight: Font.DemiBold
        }
        VFault {
            objectName: "askTopic-fault"
            width: parent.width
            text: dialog.editor.topicFault
        }
        VButton {
            id: topic

            objectName: "askTopic"
            width: Math.min(implicitWidth, parent.width)
            sign: "label"
            text: dialog.editor.topic !== "" ? dialog.editor.topicName : qsTr("Choose a topic")
            Accessible.name: qsTr("Topic: %1").arg(text)
            onClicked: picker.open()
        }
    }
    VCheck {
        objectName: "askWanted"
        width: Math.min(implicitWidth, parent.width)
        text: qsTr("It needs an answer from a colleague")
        checked: dialog.editor.wanted
        onToggled: dialog.editor.wanted = checked
    }
    Flow {
        width: parent.width
        spacing: 10
        layoutDirection: Theme.tapOrder

        VButton {
            objectName: "askSave"
            width: Math.min(implicitWidth, parent.width)
            primary: true
            text: qsTr("Save")
            onClicked: {
                if (!dialog.editor.ask())
                    return dialog.showFault();
                dialog.close();
                dialog.asked();
            }
        }
        VButton {
            objectName: "askClose"
            width: Math.min(implicitWidth, parent.width)
            text: dialog.editor.drafted ? qsTr("Finish later") : qsTr("Close")
            onClicked: dialog.close()
        }
        VButton {
            objectName: "askDiscard"
            width: Math.min(implicitWidth, parent.width)
            visible: dialog.editor.drafted
            warning: true
            sign: "delete"
            text: dialog.sure ? qsTr("Yes, delete it") : qsTr("Delete the draft")
            onClicked: {
                if (dialog.sure) {
                    dialog.editor.discard();
                    dialog.close();
                } else {
                    dialog.sure = true;
                }
            }
        }
    }

    TopicPicker {
        id: picker

        objectName: "topicPicker"
        topics: dialog.editor.topics
        value: dialog.editor.topic
        onChosen: topic => dialog.editor.topic = topic
    }
}
