import QtQuick
import Vejviser
import Vejviser.Model

// Which hub this tablet belongs to, and the way in.
SettingsSection {
    id: section

    required property SettingsController settings

    title: qsTr("Connection to the hub")

    VText {
        objectName: "enrolledText"
        width: parent.width
        text: section.settings.enrolled
            ? qsTr("This tablet is “%1” with %2 at %3.").arg(section.settings.tabletName)
                .arg(section.settings.municipality !== "" ? section.settings.municipality : qsTr("the hub"))
                .arg(section.settings.hubAddress)
            : qsTr("Not connected yet. Your supervisor gives you the address and a code. What you log until then is kept and sent afterwards.")
    }
    VField {
        objectName: "hubAddress"
        id: address

        width: parent.width
        label: qsTr("The hub's address")
        placeholder: "https://"
        // Not bound: what a person has typed must stay when a code was wrong.
        Component.onCompleted: text = section.settings.hubAddress
        input.inputMethodHints: Qt.ImhUrlCharactersOnly
    }
    VField {
        objectName: "enrolCode"
        id: code

        width: Math.min(parent.width, 280)
        label: qsTr("Code")
        input.inputMethodHints: Qt.ImhUppercaseOnly | Qt.ImhNoPredictiveText
        onAccepted: connect.clicked()
    }
    VText {
        objectName: "enrolFault"
        width: parent.width
        visible: text !== ""
        color: Theme.fault
        font.weight: Font.DemiBold
        text: section.settings.enrolFault
        Accessible.role: Accessible.AlertMessage
    }
    VButton {
        id: connect

        objectName: "connect"
        primary: true
        enabled: !section.settings.enrolling
        text: section.settings.enrolling ? qsTr("Connecting")
            : section.settings.enrolled ? qsTr("Connect again") : qsTr("Connect")
        onClicked: {
            section.settings.enrol(address.text, code.text);
            code.text = "";
        }
    }
}
