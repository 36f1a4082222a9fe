import QtQuick
import Vejviser
import Vejviser.Model

// Which hub this tablet belongs to, and the way in.
SettingsSection {
    id: section

    required property SettingsController settings
    required property CameraScanner camera

    // A scanner types the whole link into the field that has the keyboard: it is taken apart.
    function takeApart(text: string): bool {
        const link = settings.readLink(text);
        if (link.length === 0)
            return false;
        address.text = link[0];
        code.text = link[1];
        code.input.forceActiveFocus(Qt.OtherFocusReason);
        return true;
    }

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
        Component.onCompleted: text = section.settings.typedAddress || section.settings.hubAddress
        input.inputMethodHints: Qt.ImhUrlCharactersOnly
        onTextChanged: {
            if (!section.takeApart(text))
                section.settings.typedAddress = text;
        }
        onAccepted: connect.clicked()
    }
    VField {
        objectName: "enrolCode"
        id: code

        width: Math.min(parent.width, 280)
        label: qsTr("Code")
        input.inputMethodHints: Qt.ImhUppercaseOnly | Qt.ImhNoPredictiveText
        onTextChanged: section.takeApart(text)
        onAccepted: connect.clicked()
    }
    ScanButton {
        objectName: "scanEnrol"
        width: parent.width
        camera: section.camera
        onScanned: text => {
            if (!section.takeApart(text))
                section.settings.refuseLink();
        }
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
            if (section.settings.enrol(address.text, code.text))
                code.text = "";
        }
    }
}
