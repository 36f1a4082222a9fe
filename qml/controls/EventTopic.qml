import QtQuick
import QtQuick.Templates as T
import Vejviser
import Vejviser.Model

// What an event was about: one of the usual series, or any topic found by a word of it.
Column {
    id: part

    required property EventEditor editor
    required property TopicTilesModel topics
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
    VFault {
        objectName: "fault-topic"
        width: parent.width
        text: part.faults.topic ?? ""
    }
    VChoice {
        id: choice

        function focusFirst(reason: int): void {
            for (let i = 0; i < children.length; ++i) {
                const option = children[i] as T.AbstractButton;
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
        width: Math.min(implicitWidth, parent.width)
        sign: "search"
        text: qsTr("Find another topic")
        onClicked: picker.open()
    }
    TopicPicker {
        id: picker

        objectName: "eventTopics"
        topics: part.topics
        value: part.editor.form.topic
        onChosen: topic => part.editor.put("topic", topic)
        onClosed: part.focusOn()
    }
}
