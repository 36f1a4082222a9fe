import QtQuick
import QtQuick.Controls.Basic
import Vejviser
import Vejviser.Model

// Where this tablet works, its hub, its language and its look.
FocusScope {
    id: page

    required property AppContext app
    readonly property SettingsController settings: app.settings

    component Section: VCard {
        property alias title: heading.text
        default property alias content: column.data

        width: parent ? parent.width : 0
        implicitHeight: column.implicitHeight + 36

        Column {
            id: column

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: parent.top
            anchors.margins: 18
            spacing: 12

            VHeading {
                id: heading

                width: parent.width
            }
        }
    }

    RecordedDialog {
        id: recorded

        exports: page.app.exports
    }
    Flickable {
        objectName: "settingsFlickable"
        anchors.fill: parent
        contentHeight: content.implicitHeight
        clip: true
        boundsBehavior: Flickable.StopAtBounds

        ScrollBar.vertical: ScrollBar {}

        Column {
            id: content

            width: Math.min(parent.width, 760)
            spacing: Theme.gap + 4

            VText {
                objectName: "settingsFault"
                width: parent.width
                visible: text !== ""
                color: Theme.fault
                font.weight: Font.DemiBold
                text: page.settings.fault
                Accessible.role: Accessible.AlertMessage
            }
            Section {
                title: qsTr("Where you work")

                VText {
                    width: parent.width
                    text: qsTr("Unit")
                    font.weight: Font.DemiBold
                }
                VChoice {
                    objectName: "unit"
                    width: parent.width
                    label: qsTr("Unit")
                    options: page.app.units
                    value: page.settings.unit
                    onChosen: code => page.settings.unit = code
                }
                VText {
                    width: parent.width
                    visible: role.visible
                    text: qsTr("Your role")
                    font.weight: Font.DemiBold
                }
                VChoice {
                    id: role

                    objectName: "role"
                    width: parent.width
                    visible: page.settings.roles.length > page.app.units.length
                    label: qsTr("Your role")
                    options: page.settings.roles
                    value: page.settings.role
                    onChosen: code => page.settings.role = code
                }
                VText {
                    width: parent.width
                    visible: page.settings.branches.length > 0
                    text: qsTr("Place")
                    font.weight: Font.DemiBold
                }
                VChoice {
                    objectName: "branch"
                    width: parent.width
                    visible: page.settings.branches.length > 0
                    label: qsTr("Place")
                    options: page.settings.branches
                    value: page.settings.branch
                    onChosen: code => page.settings.branch = code
                }
            }
            Section {
                title: qsTr("Connection to the hub")

                VText {
                    objectName: "enrolledText"
                    width: parent.width
                    text: page.settings.enrolled
                        ? qsTr("This tablet is “%1” with %2 at %3.").arg(page.settings.tabletName)
                            .arg(page.settings.municipality !== "" ? page.settings.municipality : qsTr("the hub"))
                            .arg(page.settings.hubAddress)
                        : qsTr("Not connected yet. Your supervisor gives you the address and a code. What you log until then is kept and sent afterwards.")
                }
                VField {
                    objectName: "hubAddress"
                    id: address

                    width: parent.width
                    label: qsTr("The hub's address")
                    placeholder: "https://"
                    // Not bound: what a person has typed must stay when a code was wrong.
                    Component.onCompleted: text = page.settings.hubAddress
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
                    text: page.settings.enrolFault
                    Accessible.role: Accessible.AlertMessage
                }
                VButton {
                    id: connect

                    objectName: "connect"
                    primary: true
                    enabled: !page.settings.enrolling
                    text: page.settings.enrolling ? qsTr("Connecting")
                        : page.settings.enrolled ? qsTr("Connect again") : qsTr("Connect")
                    onClicked: {
                        page.settings.enrol(address.text, code.text);
                        code.text = "";
                    }
                }
            }
            Section {
                title: qsTr("Language and look")

                VText {
                    width: parent.width
                    text: qsTr("Language")
                    font.weight: Font.DemiBold
                }
                VChoice {
                    objectName: "language"
                    width: parent.width
                    label: qsTr("Language")
                    options: [{ code: "da", label: "Dansk" }, { code: "en", label: "English" }]
                    value: page.app.language
                    onChosen: code => page.app.language = code
                }
                VText {
                    width: parent.width
                    text: qsTr("Colours")
                    font.weight: Font.DemiBold
                }
                VChoice {
                    objectName: "theme"
                    width: parent.width
                    label: qsTr("Colours")
                    options: [{ code: "light", label: qsTr("Light") }, { code: "dark", label: qsTr("Dark") }]
                    value: page.settings.dark ? "dark" : "light"
                    onChosen: code => page.settings.dark = code === "dark"
                }
                VText {
                    width: parent.width
                    text: qsTr("Text size")
                    font.weight: Font.DemiBold
                }
                VChoice {
                    objectName: "textSize"
                    width: parent.width
                    label: qsTr("Text size")
                    options: [{ code: "1", label: "100 %" }, { code: "1.25", label: "125 %" },
                        { code: "1.5", label: "150 %" }, { code: "2", label: "200 %" }]
                    value: String(page.settings.textScale)
                    onChosen: code => page.settings.textScale = Number(code)
                }
            }
            Section {
                title: qsTr("About Vejviser")

                VText {
                    width: parent.width
                    text: qsTr("Vejviser counts how often help is given. It is statistics, not a case record. It never stores who the citizen is or which member of staff helped.")
                }
                VButton {
                    objectName: "openRecorded"
                    width: Math.min(implicitWidth, parent.width)
                    sign: "privacy_tip"
                    text: qsTr("What is recorded?")
                    onClicked: recorded.open()
                }
                VText {
                    width: parent.width
                    color: Theme.quiet
                    text: qsTr("Version %1").arg(page.app.version)
                }
            }
        }
    }
}
