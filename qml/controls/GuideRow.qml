import QtQuick
import Vejviser

// One topic in the list of guides, and when it was last done here.
VRow {
    id: row

    required property string name
    required property string group
    required property bool authority
    required property string lastDone
    required property bool gap
    required property bool hasCard
    readonly property bool narrow: width < 260 * Theme.textScale

    implicitHeight: Math.max(Theme.touch + 16, words.implicitHeight + 20)
    text: name
    Accessible.name: authority ? qsTr("%1, authority task, %2").arg(name).arg(lastDone)
                               : qsTr("%1, %2").arg(name).arg(lastDone)
    Accessible.description: hasCard ? qsTr("Opens the guide") : qsTr("Shows who can do it now")

    contentItem: Item {
        VIcon {
            id: icon

            visible: !row.narrow
            width: visible ? Math.round(24 * Theme.textScale) : 0
            anchors.left: parent.left
            anchors.leftMargin: 14
            anchors.verticalCenter: parent.verticalCenter
            sign: Theme.iconOf(row.group)
            color: Theme.primary
        }
        Column {
            id: words

            anchors.left: icon.right
            anchors.leftMargin: row.narrow ? 0 : 14
            anchors.right: parent.right
            anchors.rightMargin: 14
            anchors.verticalCenter: parent.verticalCenter
            spacing: 2

            VText {
                width: parent.width
                text: row.name
                font.weight: Font.Medium
                wrapMode: Text.Wrap
                Accessible.ignored: true
            }
            Item {
                width: parent.width
                implicitHeight: Math.max(mark.visible ? mark.implicitHeight : 0, since.implicitHeight)

                VIcon {
                    id: mark

                    visible: row.gap
                    sign: "history"
                    size: Math.round(18 * Theme.textScale)
                    color: Theme.accent
                }
                VText {
                    id: since

                    anchors.left: mark.visible ? mark.right : parent.left
                    anchors.leftMargin: mark.visible ? 6 : 0
                    anchors.right: parent.right
                    text: row.lastDone
                    color: row.gap ? Theme.accent : Theme.quiet
                    font.pixelSize: Theme.small
                    font.weight: row.gap ? Font.DemiBold : Font.Normal
                    Accessible.ignored: true
                }
            }
            VText {
                width: parent.width
                visible: row.authority
                text: qsTr("Authority task")
                color: Theme.quiet
                font.pixelSize: Theme.small
                Accessible.ignored: true
            }
        }
    }
}
