import QtQuick
import QtQuick.Templates as T
import Vejviser

// Somewhere a citizen can be sent to, and whether it is open.
T.AbstractButton {
    id: place

    required property string name
    required property string open     ///< in words; empty: not known
    required property bool isOpen
    required property string contact  ///< a number or an address; may be empty

    implicitHeight: Math.max(Theme.touch + 12, words.implicitHeight + 20)
    focusPolicy: Qt.StrongFocus
    text: name
    Accessible.role: Accessible.Button
    Accessible.name: qsTr("Refer to %1").arg(name) + (contact !== "" ? ", " + contact : "") + (open !== "" ? ", " + open : "")
    Accessible.onPressAction: place.clicked()

    background: VCard {
        color: place.down ? Theme.cardPressed : Theme.card
        border.color: Theme.primary

        FocusFrame { shown: place.visualFocus }
    }
    contentItem: Item {
        VIcon {
            id: icon

            anchors.left: parent.left
            anchors.leftMargin: 12
            anchors.verticalCenter: parent.verticalCenter
            sign: "directions"
            color: Theme.primary
        }
        Column {
            id: words

            anchors.left: icon.right
            anchors.leftMargin: 14
            anchors.right: parent.right
            anchors.rightMargin: 12
            anchors.verticalCenter: parent.verticalCenter
            spacing: 2

            VText {
                width: parent.width
                text: place.name
                font.weight: Font.Medium
                Accessible.ignored: true
            }
            VText {
                width: parent.width
                visible: text !== ""
                text: place.contact
                color: Theme.quiet
                font.pixelSize: Theme.small
                Accessible.ignored: true
            }
            VText {
                width: parent.width
                visible: text !== ""
                text: place.open
                color: place.isOpen ? Theme.primary : Theme.accent
                font.pixelSize: Theme.small
                font.weight: Font.DemiBold
                Accessible.ignored: true
            }
        }
    }
}
