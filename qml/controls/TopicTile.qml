import QtQuick
import QtQuick.Templates as T
import Vejviser

// One topic: one tap on it logs one help. There are many on the first picture, so each is made of
// as little as will do.
T.AbstractButton {
    id: tile

    required property int index
    required property string topicId
    required property string name
    required property string group
    required property bool authority
    required property bool offered  ///< by this unit; else it is rather referred on
    required property int today     ///< helps about it today

    text: name
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.Button
    Accessible.name: authority ? qsTr("%1, authority task").arg(name) : name
    Accessible.description: qsTr("Logs a help. Today: %n", "", today)
    Accessible.onPressAction: tile.clicked()

    background: Rectangle {
        radius: Theme.radius
        color: tile.down ? Theme.cardPressed : tile.offered ? Theme.card : Theme.paper
        border.width: tile.visualFocus ? 3 : 1
        border.color: tile.visualFocus ? Theme.accent : Theme.edge
    }
    Rectangle {
        id: badge

        x: 12
        y: 12
        width: Math.round(34 * Theme.textScale)
        height: width
        radius: 10
        color: Theme.primarySoft

        VIcon {
            anchors.fill: parent
            sign: Theme.iconOf(tile.group)
            color: Theme.primary
            size: Math.round(22 * Theme.textScale)
        }
    }
    Text {
        x: 12
        y: badge.y + badge.height + 6
        width: tile.width - 24
        height: tile.height - y - 12 - (mark.visible ? mark.height : 0)
        text: tile.name
        color: Theme.ink
        font.pixelSize: Theme.body
        font.weight: Font.Medium
        wrapMode: Text.WordWrap
        elide: Text.ElideRight
        Accessible.ignored: true
    }
    Rectangle {
        visible: tile.today > 0
        x: tile.width - width - 12
        y: badge.y + (badge.height - height) / 2
        width: Math.max(height, count.implicitWidth + 14)
        height: Math.round(26 * Theme.textScale)
        radius: height / 2
        color: Theme.primary

        Text {
            id: count

            anchors.centerIn: parent
            text: tile.today
            color: Theme.primaryInk
            font.pixelSize: Theme.small
            font.weight: Font.DemiBold
            Accessible.ignored: true
        }
    }
    Text {
        id: mark

        x: 12
        y: tile.height - height - 12
        width: tile.width - 24
        visible: tile.authority
        text: visible ? qsTr("Authority task") : ""
        color: Theme.accent
        font.pixelSize: Theme.small
        font.weight: Font.DemiBold
        elide: Text.ElideRight
        Accessible.ignored: true
    }
}
