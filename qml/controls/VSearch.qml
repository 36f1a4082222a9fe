import QtQuick
import QtQuick.Controls.Basic
import Vejviser

// A line to search on: its placeholder is its name, Escape and the cross clear it.
TextField {
    id: field

    implicitHeight: Math.max(Theme.touch + 4, contentHeight + 22)
    leftPadding: Math.round(24 * Theme.textScale) + 26
    rightPadding: text !== "" ? Theme.touch : 12
    font.pixelSize: Theme.body
    color: Theme.ink
    placeholderTextColor: Theme.quiet
    selectByMouse: true
    Accessible.name: placeholderText
    Keys.onEscapePressed: clear()

    background: Rectangle {
        radius: Theme.radius
        color: Theme.card
        border.width: field.activeFocus ? 3 : 1
        border.color: field.activeFocus ? Theme.accent : Theme.quiet
    }

    VIcon {
        sign: "search"
        color: Theme.quiet
        anchors.left: parent.left
        anchors.leftMargin: 14
        anchors.verticalCenter: parent.verticalCenter
    }
    AbstractButton {
        id: cross

        objectName: "clearSearch"
        visible: field.text !== ""
        width: Theme.touch
        height: parent.height
        anchors.right: parent.right
        focusPolicy: Qt.StrongFocus
        Accessible.role: Accessible.Button
        Accessible.name: qsTr("Clear the search")
        Accessible.onPressAction: cross.clicked()
        onClicked: {
            field.clear();
            field.forceActiveFocus();
        }

        background: Item {
            FocusFrame {
                anchors.margins: 3
                shown: cross.visualFocus
            }
        }
        contentItem: VIcon {
            sign: "close"
            color: Theme.quiet
        }
    }
}
