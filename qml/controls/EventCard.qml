import QtQuick
import Vejviser

// An event that was held. One of this tablet's own can be pressed, to correct it.
VRow {
    id: card

    required property string name
    required property string group
    required property bool own
    required property string people
    required property string hours
    required property string when
    required property string loggedBy
    readonly property bool narrow: width < 320 * Theme.textScale

    component Line: VText {
        width: parent ? parent.width : 0
        visible: text !== ""
        color: Theme.quiet
        font.pixelSize: Theme.small
        Accessible.ignored: true
    }

    implicitHeight: Math.max(Theme.touch + 16, words.implicitHeight + 24)
    enabled: own
    focusPolicy: own ? Qt.StrongFocus : Qt.NoFocus
    text: name
    Accessible.name: name + ", " + people + (hours !== "" ? ", " + hours : "") + ", " + when
        + (loggedBy !== "" ? ", " + loggedBy : "")
    Accessible.description: own ? qsTr("Opens the event to correct or withdraw it") : ""

    contentItem: Item {
        VIcon {
            id: icon

            visible: !card.narrow
            width: visible ? Math.round(24 * Theme.textScale) : 0
            anchors.left: parent.left
            anchors.leftMargin: card.narrow ? 0 : 12
            anchors.verticalCenter: parent.verticalCenter
            sign: Theme.iconOf(card.group)
            color: Theme.primary
        }
        Column {
            id: words

            anchors.left: icon.right
            anchors.leftMargin: 12
            anchors.right: arrow.left
            anchors.rightMargin: 10
            anchors.verticalCenter: parent.verticalCenter
            spacing: 3

            VText {
                objectName: card.objectName + "-name"
                width: parent.width
                text: card.name
                font.weight: Font.DemiBold
                Accessible.ignored: true
            }
            Line {
                objectName: card.objectName + "-people"
                text: card.people
            }
            Line {
                objectName: card.objectName + "-hours"
                text: card.hours
            }
            Line {
                objectName: card.objectName + "-when"
                text: card.when
            }
            Line {
                objectName: card.objectName + "-by"
                text: card.loggedBy
                color: Theme.accent
                font.weight: Font.DemiBold
            }
        }
        VIcon {
            id: arrow

            visible: card.own
            width: visible ? size : 0
            anchors.right: parent.right
            anchors.rightMargin: 8
            anchors.verticalCenter: parent.verticalCenter
            sign: "edit"
            color: Theme.quiet
            size: Math.round(20 * Theme.textScale)
        }
    }
}
