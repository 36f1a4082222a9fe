import QtQuick
import QtQuick.VirtualKeyboard
import QtQuick.VirtualKeyboard.Settings
import Vejviser

// Keys on the screen, for a tablet that has no others; the window's footer, while there is something to write.
Rectangle {
    id: keyboard

    readonly property real widest: Window.height * 1.25  // keys leave most of the height to what is written
    readonly property var inputMethod: Qt.inputMethod

    objectName: "touchKeyboard"
    implicitHeight: panel.height + hide.height + 16
    visible: panel.active
    color: Theme.line
    // What is written is Danish, whatever language the machine or the app speaks.
    Component.onCompleted: VirtualKeyboardSettings.locale = "da_DK"

    VButton {
        id: hide

        objectName: "hideKeyboard"
        anchors.right: panel.right
        anchors.top: parent.top
        anchors.margins: 8
        focusPolicy: Qt.NoFocus
        sign: "keyboard_hide"
        text: qsTr("Hide the keyboard")
        onClicked: keyboard.inputMethod.hide()
    }
    InputPanel {
        id: panel

        objectName: "keys"
        anchors.bottom: parent.bottom
        anchors.horizontalCenter: parent.horizontalCenter
        width: Math.min(parent.width, keyboard.widest)
    }
}
