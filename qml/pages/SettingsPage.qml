import QtQuick
import QtQuick.Templates as T
import Vejviser
import Vejviser.Model

// Where this tablet works, its hub, its language and its look.
FocusScope {
    id: page

    required property AppContext app
    readonly property SettingsController settings: app.settings

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

        T.ScrollBar.vertical: VScrollBar {}

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
            SettingsSection {
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
                PinSection {
                    width: parent.width
                    roles: page.app.roles
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
            HubSection {
                camera: page.app.camera
                settings: page.settings
            }
            LookSection {
                app: page.app
            }
            SettingsSection {
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
