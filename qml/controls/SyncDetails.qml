import QtQuick
import QtQuick.Controls.Basic
import Vejviser
import Vejviser.Model

// Everything there is to say about sync, and the button to send now.
Popup {
    id: details

    required property SyncStatusModel sync

    width: Math.min(420, (parent && parent.Window.window ? parent.Window.window.width : 420) - 24)
    padding: 20
    modal: false
    focus: true
    closePolicy: Popup.CloseOnEscape | Popup.CloseOnPressOutside

    background: VCard {
        border.color: Theme.quiet
    }
    contentItem: Column {
        spacing: 10

        VHeading {
            width: details.availableWidth
            text: details.sync.badge
        }
        VText {
            objectName: "syncTrouble"
            width: details.availableWidth
            visible: text !== ""
            text: details.sync.troubleText
        }
        VText {
            objectName: "syncWaiting"
            width: details.availableWidth
            text: details.sync.waitingText
        }
        VText {
            width: details.availableWidth
            text: details.sync.lastSentText
        }
        VText {
            objectName: "syncAside"
            width: details.availableWidth
            visible: text !== ""
            text: details.sync.asideText
        }
        VButton {
            objectName: "sendNow"
            primary: true
            visible: details.sync.canSend
            text: qsTr("Send now")
            sign: "send"
            onClicked: details.sync.sendNow()
        }
    }
}
