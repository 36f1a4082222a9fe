import QtQuick
import QtQuick.Templates as T
import Vejviser
import Vejviser.Model

// What others have asked and been answered: searched while the citizen stands there, and added to.
FocusScope {
    id: page

    required property QuestionsModel questions
    required property QuestionEditor editor

    objectName: "questionsPage"

    Binding {
        target: page.questions
        property: "shown"
        value: page.visible
    }

    VSearchField {
        id: field

        objectName: "questionSearch"
        anchors.top: parent.top
        anchors.left: parent.left
        anchors.right: parent.right
        placeholderText: qsTr("Search questions")
        onTextChanged: page.questions.search = text
    }
    ListView {
        id: list

        objectName: "questionList"
        anchors.top: field.bottom
        anchors.topMargin: Theme.gap
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        clip: true
        spacing: 8
        model: page.questions
        boundsBehavior: Flickable.StopAtBounds
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Questions")

        T.ScrollBar.vertical: VScrollBar {}

        // A view of Qt 6.4 makes no bound header or footer, and qmllint knows no other.
        // qmllint disable unqualified
        header: Flow {
            width: list.width
            bottomPadding: Theme.gap
            topPadding: 4  // room for the frame of what has the focus
            spacing: 10
            // It grows upwards, out of sight.
            onHeightChanged: Qt.callLater(list.positionViewAtBeginning)

            VButton {
                objectName: "ask"
                width: Math.min(implicitWidth, parent.width)
                primary: true
                sign: page.editor.drafted ? "edit" : "add"
                text: page.editor.drafted ? qsTr("Go on with your draft")
                    : field.text.trim() !== "" ? qsTr("Log this question") : qsTr("Log a question")
                onClicked: ask.begin(field.text.trim())
            }
            VChoice {
                objectName: "questionFilter"
                width: Math.min(fullWidth, parent.width)
                label: qsTr("Show")
                options: [{ code: "all", label: qsTr("All") },
                    { code: "open", label: qsTr("Needs an answer (%n)", "", page.questions.unanswered) }]
                value: page.questions.unansweredOnly ? "open" : "all"
                onChosen: code => page.questions.unansweredOnly = code === "open"
            }
        }
        delegate: QuestionCard {
            id: card

            width: ListView.view.width
            onClicked: opened.show(card.subject)
        }
        footer: VText {
            objectName: "moreQuestions"
            width: list.width
            height: visible ? implicitHeight + 24 : 0
            visible: page.questions.moreThanShown
            verticalAlignment: Text.AlignVCenter
            color: Theme.quiet
            text: qsTr("There are older questions. Search to find them.")
        }
        // qmllint enable unqualified
    }
    VText {
        objectName: "noQuestions"
        visible: page.questions.count === 0
        y: list.y + (list.headerItem?.height ?? 0) + 24
        anchors.horizontalCenter: parent.horizontalCenter
        width: Math.min(parent.width, 420)
        horizontalAlignment: Text.AlignHCenter
        color: Theme.quiet
        text: page.questions.search.trim() !== ""
            ? qsTr("No question matches. Try fewer words, or log it.")
            : page.questions.unansweredOnly ? qsTr("No question needs an answer.")
            : qsTr("No questions have been logged yet.")
    }

    AskDialog {
        id: ask

        objectName: "askDialog"
        editor: page.editor
        onAsked: {
            field.clear();
            page.questions.unansweredOnly = false;
            list.positionViewAtBeginning();
        }
    }
    QuestionDialog {
        id: opened

        objectName: "questionDialog"
        editor: page.editor
    }
}
