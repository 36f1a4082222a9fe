pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import QtQuick.Layouts
import Vejviser
import Vejviser.Model

// One topic of the catalogue, found by a word of it.
VDialog {
    id: picker

    required property TopicTilesModel topics
    property string value  ///< the topic chosen now; empty: none

    signal chosen(string topic)

    function choose(topic: string): void {
        picker.chosen(topic);
        picker.close();
    }

    title: heading.text
    padding: 14
    width: Math.min(600, (parent?.width ?? 600) - 16)
    height: Math.min(760, (parent?.height ?? 700) - 16)
    onOpened: field.forceActiveFocus(Qt.PopupFocusReason)
    onClosed: field.clear()

    contentItem: ColumnLayout {
        spacing: 10

        RowLayout {
            Layout.fillWidth: true
            spacing: 8
            layoutDirection: Theme.tapOrder

            VHeading {
                id: heading

                Layout.fillWidth: true
                text: qsTr("Choose a topic")
            }
            VButton {
                objectName: "closeTopics"
                sign: "close"
                Accessible.name: qsTr("Close")
                onClicked: picker.close()
            }
        }
        VSearchField {
            id: field

            objectName: "topicSearch"
            Layout.fillWidth: true
            placeholderText: qsTr("Find a topic")
            onTextChanged: picker.topics.search = text
            onAccepted: {
                if (text !== "" && picker.topics.count > 0)
                    picker.choose(picker.topics.firstTopic());
            }
        }
        ListView {
            id: list

            objectName: "topicList"
            Layout.fillWidth: true
            Layout.fillHeight: true
            clip: true
            spacing: 4
            model: picker.topics
            boundsBehavior: Flickable.StopAtBounds
            reuseItems: true
            cacheBuffer: 0  // nothing half made when the next letter is typed
            Accessible.role: Accessible.List
            Accessible.name: heading.text

            T.ScrollBar.vertical: VScrollBar {}

            KeyboardSight {
                id: sight

                pages: list
            }

            delegate: VRow {
                id: row

                required property string topicId
                required property string name
                required property string group

                objectName: "topic-" + topicId
                width: ListView.view.width
                implicitHeight: Math.max(Theme.touch, words.implicitHeight + 16)
                text: name
                current: topicId === picker.value
                Accessible.name: name
                onActiveFocusChanged: if (activeFocus) sight.reveal(row)
                onClicked: picker.choose(topicId)

                contentItem: Item {
                    VIcon {
                        id: icon

                        x: 10
                        anchors.verticalCenter: parent.verticalCenter
                        sign: row.current ? "check" : Theme.iconOf(row.group)
                        color: Theme.primary
                    }
                    VText {
                        id: words

                        anchors.left: icon.right
                        anchors.leftMargin: 12
                        anchors.right: parent.right
                        anchors.rightMargin: 10
                        anchors.verticalCenter: parent.verticalCenter
                        text: row.name
                        Accessible.ignored: true
                    }
                }
            }
        }
        VText {
            objectName: "noTopic"
            Layout.fillWidth: true
            visible: picker.topics.count === 0
            color: Theme.quiet
            text: qsTr("No topic matches. Try another word.")
        }
    }
}
