import QtQuick
import QtQuick.Templates as T
import Vejviser

// A line to search with: what is typed is looked for at once.
LineInput {
    id: field

    implicitHeight: Math.max(Theme.touch + 4, contentHeight + 22)
    leftPadding: Math.round(24 * Theme.textScale) + 26
    rightPadding: text !== "" ? Theme.touch : 12
    Accessible.name: placeholderText
    // Escape empties it first; in a dialog the next one closes that.
    Keys.onEscapePressed: event => {
        event.accepted = text !== "";
        clear();
    }

    VIcon {
        sign: "search"
        color: Theme.quiet
        anchors.left: parent.left
        anchors.leftMargin: 14
        anchors.verticalCenter: parent.verticalCenter
    }
    T.AbstractButton {
        id: wipe

        objectName: "clearSearch"
        visible: field.text !== ""
        width: Theme.touch
        height: parent.height
        anchors.right: parent.right
        focusPolicy: Qt.TabFocus
        Accessible.role: Accessible.Button
        Accessible.name: qsTr("Clear the search")
        Accessible.onPressAction: wipe.clicked()
        onClicked: {
            field.clear();
            field.forceActiveFocus();
        }

        background: Item {
            FocusFrame {
                anchors.margins: 4
                shown: wipe.visualFocus
            }
        }
        contentItem: VIcon {
            sign: "close"
            color: Theme.quiet
        }
    }
}
