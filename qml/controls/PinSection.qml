import QtQuick
import Vejviser
import Vejviser.Model

// The PIN of the role that is had now: whether there is one, and how to change that.
Column {
    id: section

    required property RoleController roles

    visible: roles.hasPin || roles.canHavePin
    spacing: 8

    VText {
        objectName: "pinText"
        width: parent.width
        color: Theme.quiet
        wrapMode: Text.Wrap  // a role's name may be longer than a line
        text: section.roles.hasPin
            ? qsTr("“%1” has a PIN on this tablet. The role ends when the tablet has not been touched for %n minutes.", "", section.roles.minutes).arg(section.roles.roleName)
            : qsTr("Anybody with this tablet can take the role “%1”. With a PIN, only those who know it can.").arg(section.roles.roleName)
    }
    Flow {
        width: parent.width
        spacing: 8
        layoutDirection: Theme.tapOrder

        VButton {
            objectName: "choosePin"
            width: Math.min(implicitWidth, parent.width)
            sign: "lock"
            text: section.roles.hasPin ? qsTr("Change the PIN") : qsTr("Give the role a PIN")
            onClicked: section.roles.beginChoosing()
        }
        VButton {
            objectName: "removePin"
            width: Math.min(implicitWidth, parent.width)
            visible: section.roles.hasPin
            sign: "lock_open"
            text: qsTr("Remove the PIN")
            onClicked: section.roles.removePin()
        }
    }
    VText {
        objectName: "pinFault"
        width: parent.width
        visible: text !== ""
        color: Theme.fault
        font.weight: Font.DemiBold
        text: section.roles.active ? "" : section.roles.fault
        Accessible.role: Accessible.AlertMessage
    }
}
