import QtQuick
import Vejviser
import Vejviser.Model

// A shared tablet changes hands: the role, the unit or the place with one tap each. What was logged
// before keeps the role it was logged with.
SheetDialog {
    id: dialog

    required property AppContext app
    readonly property SettingsController settings: app.settings
    readonly property bool severalRoles: settings.ownRoles.length > 1
    readonly property bool severalPlaces: settings.branches.length > 1

    // It stays open when the choice could not be saved: the reason stands in it.
    function done(): void {
        if (settings.fault === "")
            close();  // a PIN is asked for in a dialog of its own
    }

    objectName: "workplaceDialog"
    title: heading.text
    sheet.objectName: "workplaceSheet"
    width: Math.min(520 * Math.min(1.3, Theme.textScale), (parent?.width ?? 520) - 16)

    VHeading {
        id: heading

        width: parent.width
        text: qsTr("Who has the tablet now?")
    }
    VText {
        objectName: "switchFault"
        width: parent.width
        visible: text !== ""
        color: Theme.fault
        font.weight: Font.DemiBold
        text: dialog.settings.fault
        Accessible.role: Accessible.AlertMessage
    }
    VText {
        width: parent.width
        visible: dialog.severalRoles
        text: qsTr("Your role")
        font.weight: Font.DemiBold
    }
    VChoice {
        objectName: "switchRole"
        width: parent.width
        visible: dialog.severalRoles
        label: qsTr("Your role")
        options: dialog.settings.ownRoles
        value: dialog.settings.role
        onChosen: code => {
            dialog.settings.role = code;
            dialog.done();
        }
    }
    VText {
        width: parent.width
        text: qsTr("Unit")
        font.weight: Font.DemiBold
    }
    VChoice {
        objectName: "switchUnit"
        width: parent.width
        label: qsTr("Unit")
        options: dialog.app.units
        value: dialog.settings.unit
        onChosen: code => {
            dialog.settings.unit = code;
            dialog.done();
        }
    }
    VText {
        width: parent.width
        visible: dialog.severalPlaces
        text: qsTr("Place")
        font.weight: Font.DemiBold
    }
    VChoice {
        objectName: "switchPlace"
        width: parent.width
        visible: dialog.severalPlaces
        label: qsTr("Place")
        options: dialog.settings.branches
        value: dialog.settings.branch
        onChosen: code => {
            dialog.settings.branch = code;
            dialog.done();
        }
    }
    VButton {
        objectName: "closeWorkplace"
        x: Theme.leftHanded ? parent.width - width : 0
        text: qsTr("Close")
        onClicked: dialog.close()
    }
}
