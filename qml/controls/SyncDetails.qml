import QtQuick
import QtQuick.Templates as T
import Vejviser
import Vejviser.Model

// Everything there is to say about sync, the button to send now, and the way to what was set aside.
T.Dialog {
    id: details

    required property SyncStatusModel sync
    readonly property Item room: T.Overlay.overlay

    signal asideWanted()

    title: sync.badge
    implicitHeight: contentHeight + topPadding + bottomPadding
    width: Math.min(420 * Math.min(1.5, Theme.textScale), (room?.width ?? 420) - 24)
    height: Math.min(implicitHeight, (room?.height ?? 700) - 24)
    x: Theme.leftHanded ? 0 : (parent?.width ?? 0) - width
    y: (parent?.height ?? 0) + 8
    margins: 12
    padding: 20
    modal: false
    focus: true
    closePolicy: T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutside

    background: VCard {
        border.color: Theme.quiet
    }
    contentItem: Flickable {
        objectName: "syncDetails"
        implicitHeight: content.implicitHeight
        contentHeight: content.implicitHeight
        clip: true
        boundsBehavior: Flickable.StopAtBounds

        T.ScrollBar.vertical: VScrollBar {}

        Column {
            id: content

            x: 4  // room for the frame of what has the focus
            width: details.availableWidth - 8
            spacing: 10

            VHeading {
                width: parent.width
                text: details.sync.badge
            }
            VText {
                objectName: "syncTrouble"
                width: parent.width
                visible: text !== ""
                text: details.sync.troubleText
            }
            VText {
                objectName: "syncWaiting"
                width: parent.width
                text: details.sync.waitingText
            }
            VText {
                width: parent.width
                text: details.sync.lastSentText
            }
            VText {
                objectName: "syncAside"
                width: parent.width
                visible: text !== ""
                text: details.sync.asideText
            }
            VText {
                objectName: "syncClock"
                width: parent.width
                visible: text !== ""
                text: details.sync.clockText
                color: Theme.quiet
            }
            VButton {
                objectName: "sendNow"
                x: Theme.leftHanded ? parent.width - width : 0
                width: Math.min(implicitWidth, parent.width)
                primary: true
                visible: details.sync.canSend
                text: qsTr("Send now")
                sign: "send"
                onClicked: details.sync.sendNow()
            }
            VButton {
                objectName: "showAside"
                x: Theme.leftHanded ? parent.width - width : 0
                width: Math.min(implicitWidth, parent.width)
                text: qsTr("See what was set aside")
                sign: "inventory_2"
                onClicked: {
                    details.close();
                    details.asideWanted();
                }
            }
        }
    }
}
