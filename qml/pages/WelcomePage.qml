pragma ComponentBehavior: Bound
import QtQuick
import Vejviser
import Vejviser.Model

// The first start: where do you work? Then everything else can wait.
Rectangle {
    id: page

    required property AppContext app

    color: Theme.paper

    Flickable {
        anchors.fill: parent
        contentHeight: Math.max(height, column.implicitHeight + 60)
        boundsBehavior: Flickable.StopAtBounds

        Column {
            id: column

            anchors.centerIn: parent
            width: Math.min(parent.width - 40, 560)
            spacing: 22

            VIcon {
                anchors.horizontalCenter: parent.horizontalCenter
                sign: "signpost"
                color: Theme.primary
                size: 88
            }
            VText {
                width: parent.width
                text: "Vejviser"
                font.pixelSize: Theme.figure
                font.weight: Font.Bold
                horizontalAlignment: Text.AlignHCenter
                Accessible.role: Accessible.Heading
            }
            VText {
                width: parent.width
                text: qsTr("One tap logs an enquiry. It works without a network and never stores who the citizen is.")
                horizontalAlignment: Text.AlignHCenter
                color: Theme.quiet
            }
            VHeading {
                width: parent.width
                text: qsTr("Where do you work?")
                horizontalAlignment: Text.AlignHCenter
            }
            Repeater {
                model: page.app.units

                delegate: VButton {
                    required property var modelData

                    objectName: "welcome-" + modelData.code
                    primary: true
                    width: column.width
                    implicitHeight: 68
                    font.pixelSize: Theme.strong
                    sign: modelData.code === "library" ? "local_library" : "account_balance"
                    text: modelData.label
                    onClicked: page.app.settings.unit = modelData.code
                }
            }
            VText {
                objectName: "welcomeFault"
                width: parent.width
                visible: text !== ""
                color: Theme.fault
                horizontalAlignment: Text.AlignHCenter
                text: page.app.settings.fault
                Accessible.role: Accessible.AlertMessage
            }
            VChoice {
                anchors.horizontalCenter: parent.horizontalCenter
                width: Math.min(fullWidth, column.width)
                label: qsTr("Language")
                options: [{ code: "da", label: "Dansk" }, { code: "en", label: "English" }]
                value: page.app.language
                onChosen: code => page.app.language = code
            }
        }
    }
}
