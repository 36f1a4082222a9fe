import QtQuick
import Vejviser

// One question in the list: what was asked, and what was answered or that nothing has been yet.
VRow {
    id: card

    required property string subject
    required property string question
    required property string topic
    required property string group
    required property string asked
    required property string answer
    required property string answered
    required property bool open
    required property int index
    readonly property bool narrow: width < 320 * Theme.textScale
    readonly property string standing: open ? qsTr("Needs an answer")
        : answer !== "" ? qsTr("Answered") : ""

    component Line: VText {
        width: parent?.width ?? 0
        visible: text !== ""
        textFormat: Text.PlainText
        wrapMode: Text.Wrap
        Accessible.ignored: true
    }

    objectName: "question-" + index
    implicitHeight: words.implicitHeight + 28
    text: question
    Accessible.name: question + ". " + topic + ". " + asked
        + (standing !== "" ? ". " + standing : "") + (answer !== "" ? ". " + answer : "")
    Accessible.description: qsTr("Opens the question")

    contentItem: Item {
        VIcon {
            id: icon

            visible: !card.narrow
            x: 14
            y: 14
            width: visible ? Math.round(24 * Theme.textScale) : 0
            sign: Theme.iconOf(card.group)
            color: Theme.primary
        }
        Column {
            id: words

            anchors.left: icon.right
            anchors.leftMargin: card.narrow ? 0 : 14
            anchors.right: parent.right
            anchors.rightMargin: 14
            y: 14
            spacing: 4

            Line {
                text: card.question
                font.weight: Font.DemiBold
            }
            Line {
                text: card.topic
                color: Theme.quiet
                font.pixelSize: Theme.small
            }
            Line {
                text: card.asked
                color: Theme.quiet
                font.pixelSize: Theme.small
            }
            Line {
                objectName: "question-state-" + card.index
                text: card.standing
                color: card.open ? Theme.accent : Theme.primary
                font.pixelSize: Theme.small
                font.weight: Font.DemiBold
            }
            Line {
                text: card.answer
            }
            Line {
                text: card.answered
                color: Theme.quiet
                font.pixelSize: Theme.small
            }
        }
    }
}
