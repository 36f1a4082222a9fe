import QtQuick
import Vejviser
import Vejviser.Model

// Asks for the PIN of a role that is to be taken, or for a new one, twice. What is typed is never
// kept when the dialog closes.
SheetDialog {
    id: dialog

    required property RoleController roles

    function done(): void {
        if (roles.choosing)
            roles.choose(pin.text, again.text);
        else
            roles.answer(pin.text);
        pin.input.selectAll();
        if (roles.active)
            pin.input.forceActiveFocus(Qt.OtherFocusReason);
    }

    objectName: "pinDialog"
    title: heading.text
    sheet.objectName: "pinSheet"
    width: Math.min(460 * Math.min(1.5, Theme.textScale), (parent?.width ?? 460) - 16)
    Component.onCompleted: visible = roles.active
    onOpened: pin.input.forceActiveFocus(Qt.OtherFocusReason)
    onClosed: {
        pin.text = "";
        again.text = "";
        roles.cancel();
    }

    Connections {
        target: dialog.roles

        function onChanged(): void {
            if (dialog.roles.active !== dialog.opened)
                dialog.visible = dialog.roles.active;
        }
    }

    // Qt 6.4 keeps a password field's name from screen readers: the group around it says it.
    component Digits: VField {
        width: parent.width
        Accessible.role: Accessible.Grouping
        Accessible.name: label
        input.echoMode: TextInput.Password
        input.inputMethodHints: Qt.ImhDigitsOnly | Qt.ImhSensitiveData
        input.maximumLength: 8
        input.validator: RegularExpressionValidator { regularExpression: /[0-9]*/ }
    }

    VHeading {
        id: heading

        objectName: "pinTitle"
        width: parent.width
        wrapMode: Text.Wrap
        text: dialog.roles.choosing ? qsTr("New PIN for “%1”").arg(dialog.roles.roleName)
                                    : qsTr("PIN for “%1”").arg(dialog.roles.roleName)
    }
    VText {
        width: parent.width
        visible: dialog.roles.choosing
        text: qsTr("Whoever wants to take the role on this tablet types the PIN. It is only kept on this tablet. When the role ends, everybody can go on logging in the role that was there before.")
    }
    VFault {
        objectName: "pinWrong"
        width: parent.width
        text: dialog.roles.active ? dialog.roles.fault : ""
    }
    Digits {
        id: pin

        objectName: "pin"
        label: dialog.roles.choosing ? qsTr("4 to 8 digits") : qsTr("PIN")
        onAccepted: {
            if (dialog.roles.choosing)
                again.input.forceActiveFocus(Qt.TabFocusReason);
            else
                dialog.done();
        }
    }
    Digits {
        id: again

        objectName: "pinAgain"
        visible: dialog.roles.choosing
        label: qsTr("The same once more")
        onAccepted: dialog.done()
    }
    VText {
        width: parent.width
        color: Theme.quiet
        text: qsTr("Forgotten? A new connection with a code from your supervisor removes every PIN from this tablet. You can log without one.")
    }
    Flow {
        width: parent.width
        spacing: 10
        layoutDirection: Theme.tapOrder

        VButton {
            objectName: "pinDone"
            primary: true
            text: dialog.roles.choosing ? qsTr("Save the PIN") : qsTr("Take the role")
            onClicked: dialog.done()
        }
        VButton {
            objectName: "pinCancel"
            text: qsTr("Cancel")
            onClicked: dialog.close()
        }
    }
}
