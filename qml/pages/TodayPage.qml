pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Vejviser
import Vejviser.Model

// What was logged here today, newest first.
FocusScope {
    id: page

    required property TodayModel today

    required property HelpEditor editor

    // What is said of the parts, one after the other.
    function joined(parts: var, between: string): string {
        return parts.filter(said => said !== "").join(between);
    }

    Binding {
        target: page.today
        property: "shown"
        value: page.visible
    }

    ListView {
        id: list

        objectName: "todayList"
        anchors.fill: parent
        clip: true
        spacing: 8
        model: page.today
        boundsBehavior: Flickable.StopAtBounds
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Today's enquiries")

        T.ScrollBar.vertical: VScrollBar {}

        delegate: VRow {
            id: row

            required property string subject
            required property string time
            required property string name
            required property string group
            required property string details
            required property string referredTo
            required property string mark
            required property bool late
            required property int index
            readonly property bool narrow: width < 320 * Theme.textScale

            objectName: "today-" + index

            width: ListView.view.width
            implicitHeight: Math.max(Theme.touch + 16, words.implicitHeight + 20)
            text: name
            Accessible.name: page.joined([time, name, details, late ? qsTr("Logged afterwards") : "",
                referredTo !== "" ? qsTr("Referred to %1").arg(referredTo) : ""], ", ")
            Accessible.description: qsTr("Opens the enquiry to change or withdraw it")
            onClicked: page.editor.open(subject)

            contentItem: Item {
                VText {
                    id: when

                    visible: !row.narrow
                    width: visible ? Math.round(58 * Theme.textScale) : 0
                    anchors.left: parent.left
                    anchors.leftMargin: 10
                    anchors.verticalCenter: parent.verticalCenter
                    text: row.time
                    font.weight: Font.DemiBold
                    Accessible.ignored: true
                }
                VIcon {
                    id: icon

                    visible: !row.narrow
                    width: visible ? Math.round(24 * Theme.textScale) : 0
                    anchors.left: when.right
                    anchors.verticalCenter: parent.verticalCenter
                    sign: row.mark !== "" ? row.mark : Theme.iconOf(row.group)
                    color: Theme.primary
                }
                Column {
                    id: words

                    anchors.left: icon.right
                    anchors.leftMargin: 14
                    anchors.right: arrow.left
                    anchors.verticalCenter: parent.verticalCenter
                    spacing: 2

                    VText {
                        width: parent.width
                        text: row.name
                        font.weight: Font.Medium
                        Accessible.ignored: true
                    }
                    VText {
                        width: parent.width
                        visible: text !== ""
                        text: row.narrow ? page.joined([row.time, row.details], " · ") : row.details
                        color: Theme.quiet
                        font.pixelSize: Theme.small
                        Accessible.ignored: true
                    }
                    VText {
                        objectName: "late-" + row.index
                        width: parent.width
                        visible: row.late
                        text: qsTr("Logged afterwards")
                        color: Theme.accent
                        font.pixelSize: Theme.small
                        Accessible.ignored: true
                    }
                    VText {
                        width: parent.width
                        visible: row.referredTo !== ""
                        text: qsTr("Referred to %1").arg(row.referredTo)
                        color: Theme.accent
                        font.pixelSize: Theme.small
                        font.weight: Font.DemiBold
                        Accessible.ignored: true
                    }
                }
                VIcon {
                    id: arrow

                    anchors.right: parent.right
                    anchors.rightMargin: 14
                    anchors.verticalCenter: parent.verticalCenter
                    sign: "edit"
                    color: Theme.quiet
                    size: Math.round(20 * Theme.textScale)
                }
            }
        }
    }
    Column {
        visible: page.today.count === 0
        anchors.centerIn: parent
        width: Math.min(parent.width - 40, 420)
        spacing: 12

        VIcon {
            anchors.horizontalCenter: parent.horizontalCenter
            sign: "today"
            size: 64
            color: Theme.line
        }
        VText {
            objectName: "todayEmpty"
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            color: Theme.quiet
            text: qsTr("Nothing has been logged on this tablet today. Tap a topic to log the first enquiry.")
        }
    }
}
