import QtQuick
import QtQuick.Controls.Basic
import Vejviser
import Vejviser.Model

// What an event was about: one of the usual series, or any topic found by a word of it.
Column {
    id: part

    required property EventEditor editor
    readonly property var faults: editor.faults

    function focusOn(): void {
        choice.focusFirst(Qt.TabFocusReason);
    }

    spacing: 8

    VText {
        width: parent.width
        text: qsTr("What was it about?")
        font.weight: Font.DemiBold
    }
    FieldFault {
        objectName: "fault-topic"
        width: parent.width
        text: part.faults.topic ?? ""
    }
    VChoice {
        id: choice

        function focusFirst(reason: int): void {
            for (let i = 0; i < children.length; ++i) {
                const option = children[i] as AbstractButton;
                if (option)
                    return option.forceActiveFocus(reason);
            }
        }

        objectName: "eventTopic"
        width: parent.width
        label: qsTr("Topic")
        options: part.editor.topics
        value: part.editor.form.topic
        onChosen: code => part.editor.put("topic", code)
    }
    VButton {
        objectName: "otherTopic"
        visible: !search.visible
        width: Math.min(implicitWidth, parent.width)
        sign: "search"
        text: qsTr("Find another topic")
        onClicked: {
            search.visible = true;
            search.input.forceActiveFocus(Qt.TabFocusReason);
        }
    }
    VField {
        id: search

        width: parent.width
        visible: false
        label: qsTr("Find another topic")
        placeholder: qsTr("For example MitID")
        input.objectName: "eventSearch"
    }
    VChoice {
        id: found

        objectName: "eventFound"
        width: parent.width
        visible: search.visible && options.length > 0
        label: qsTr("Topics found")
        options: part.editor.find(search.text)
        value: part.editor.form.topic
        onChosen: code => {
            part.editor.put("topic", code);
            search.text = "";
            search.visible = false;
            part.focusOn();
        }
    }
    VText {
        objectName: "eventNotFound"
        width: parent.width
        visible: search.visible && search.text.trim() !== "" && found.options.length === 0
        text: qsTr("No topic matches. Try another word.")
        color: Theme.quiet
    }
}
