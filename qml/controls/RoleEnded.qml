import QtQuick
import Vejviser
import Vejviser.Model

// That a role with a PIN has ended, which one goes on, and the way back. It is in nobody's way.
VCard {
    id: card

    required property RoleController roles

    objectName: "roleEnded"
    implicitHeight: content.implicitHeight + 20
    border.color: Theme.accent
    border.width: 2
    Accessible.role: Accessible.Pane
    Accessible.name: words.text

    Flow {
        id: content

        x: 12
        y: 10
        width: parent.width - 24
        spacing: 10
        layoutDirection: Theme.tapOrder

        VText {
            id: words

            objectName: "roleEndedText"
            width: Math.min(implicitWidth, parent.width)
            height: Math.max(implicitHeight, Math.min(Theme.touch, parent.width))
            verticalAlignment: Text.AlignVCenter
            wrapMode: Text.Wrap  // a role's name may be longer than a line
            font.weight: Font.DemiBold
            text: card.roles.ended
            Accessible.role: Accessible.AlertMessage
        }
        VButton {
            objectName: "takeAgain"
            width: Math.min(implicitWidth, parent.width)
            sign: "lock_open"
            text: qsTr("Take the role again")
            onClicked: card.roles.takeAgain()
        }
        VButton {
            objectName: "dismissRoleEnded"
            text: qsTr("OK")
            onClicked: card.roles.dismiss()
        }
    }
}
