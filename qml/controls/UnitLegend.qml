import QtQuick
import Vejviser

// Which colour is which unit.
Flow {
    id: legend

    spacing: 18

    component Key: Row {
        required property color tint
        required property string label

        spacing: 6

        Rectangle {
            width: 16
            height: 16
            radius: 4
            color: parent.tint
            anchors.verticalCenter: parent.verticalCenter
        }
        VText {
            text: parent.label
            font.pixelSize: Theme.small
        }
    }

    Key {
        tint: Theme.library
        label: qsTr("Library")
    }
    Key {
        tint: Theme.citizenService
        label: qsTr("Citizen service")
    }
}
