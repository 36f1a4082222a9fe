pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import QtQuick.Templates as T
import Vejviser
import Vejviser.Model

// One topic of the catalogue, found by a word of it.
Popup {
    id: picker

    required property TopicTilesModel topics
    property string value  ///< the topic chosen now; empty: none

    signal chosen(string topic)

    function choose(topic: string): void {
        picker.chosen(topic);
        picker.close();
    }

    parent: T.Overlay.overlay
    anchors.centerIn: parent
    modal: true
    focus: true
    padding: 14
    width: Math.min(600, (parent?.width ?? 600) - 16)
    height: Math.min(760, (parent?.height ?? 700) - 16)
    onOpened: field.forceActiveFocus(Qt.PopupFocusReason)
    onClosed: field.clear()

    background: VCard {}
    contentItem: ColumnLayout {
        spacing: 10
        Accessible.role: Accessible.Dialog
        Accessible.name: title.text

        RowLayout {
            Layout.fillWidth: true
            spacing: 8

            VHeading {
                id: title

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
            Accessible.name: title.text

            ScrollBar.vertical: ScrollBar {}

            KeyboardSight {
                id: sight

                pages: list
            }

            delegate: AbstractButton {
                id: row

                required property string topicId
                required property string name
                required property string group
                readonly property bool current: topicId === picker.value

                objectName: "topic-" + topicId
                width: ListView.view.width
                implicitHeight: Math.max(Theme.touch, words.implicitHeight + 16)
                text: name
                focusPolicy: Qt.StrongFocus
                Accessible.role: Accessible.RadioButton
                Accessible.name: name
                Accessible.checkable: true
                Accessible.checked: current
                Accessible.onPressAction: row.clicked()
                onActiveFocusChanged: if (activeFocus) sight.reveal(row)
                onClicked: picker.choose(topicId)

                background: Rectangle {
                    radius: Theme.radius
                    color: row.down ? Theme.cardPressed : row.current ? Theme.primarySoft : "transparent"

                    FocusFrame {
                        anchors.margins: 0
                        shown: row.visualFocus
                    }
                }
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
