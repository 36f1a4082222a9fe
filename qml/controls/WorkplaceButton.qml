import QtQuick
import QtQuick.Templates as T
import Vejviser

// Where one works and as what, below the page's title; a tap changes it.
T.AbstractButton {
    id: button

    implicitWidth: sign.width + words.anchors.leftMargin + words.implicitWidth + 16
    implicitHeight: Math.max(Theme.touch, words.implicitHeight + 8)
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.Button
    Accessible.name: qsTr("Where you work: %1").arg(text)
    Accessible.description: qsTr("Changes role, unit and place")
    Accessible.onPressAction: button.clicked()

    background: Rectangle {
        radius: Theme.radius
        color: button.down ? Theme.cardPressed : "transparent"

        FocusFrame { shown: button.visualFocus }
    }
    contentItem: Item {
        VIcon {
            id: sign

            anchors.left: parent.left
            anchors.verticalCenter: parent.verticalCenter
            sign: "switch_account"
            size: 22
            color: Theme.primary
        }
        VText {
            id: words

            anchors.left: sign.right
            anchors.leftMargin: 8
            anchors.right: parent.right
            anchors.rightMargin: 8
            anchors.verticalCenter: parent.verticalCenter
            text: button.text
            color: Theme.primary
            font.pixelSize: Theme.small
            font.weight: Font.DemiBold
            Accessible.ignored: true
        }
    }
}
