import QtQuick
import QtQuick.Controls.Basic
import Vejviser

// One topic: one tap on it logs one help.
AbstractButton {
    id: tile

    required property string name
    required property string sign
    required property bool authority
    required property bool offered  ///< by this unit; else it is rather referred on
    required property int today     ///< helps about it today

    text: name
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.Button
    Accessible.name: authority ? qsTr("%1, authority task").arg(name) : name
    Accessible.description: qsTr("Logs a help. Today: %n", "", today)
    Accessible.onPressAction: tile.clicked()

    background: VCard {
        color: tile.down ? Theme.cardPressed : tile.offered ? Theme.card : Theme.paper
        border.color: Theme.edge

        FocusFrame { shown: tile.visualFocus }
    }
    contentItem: Item {
        Rectangle {
            id: badge

            width: Math.round(34 * Theme.textScale)
            height: width
            radius: 10
            color: Theme.primarySoft

            VIcon {
                anchors.centerIn: parent
                sign: tile.sign
                color: Theme.primary
                size: Math.round(22 * Theme.textScale)
            }
        }
        Rectangle {
            visible: tile.today > 0
            anchors.right: parent.right
            anchors.verticalCenter: badge.verticalCenter
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
            anchors.top: badge.bottom
            anchors.topMargin: 6
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.bottom: mark.visible ? mark.top : parent.bottom
            text: tile.name
            color: Theme.ink
            font.pixelSize: Theme.body
            font.weight: Font.Medium
            wrapMode: Text.WordWrap
            elide: Text.ElideRight
            Accessible.ignored: true
        }
        Text {
            id: mark

            visible: tile.authority
            anchors.bottom: parent.bottom
            anchors.left: parent.left
            anchors.right: parent.right
            text: qsTr("Authority task")
            color: Theme.accent
            font.pixelSize: Theme.small
            font.weight: Font.DemiBold
            elide: Text.ElideRight
            Accessible.ignored: true
        }
    }
    padding: 12
}
