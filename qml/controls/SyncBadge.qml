import QtQuick
import QtQuick.Templates as T
import Vejviser
import Vejviser.Model

// What waits and what was sent, always in sight; a tap says why and what to do.
T.AbstractButton {
    id: badge

    required property SyncStatusModel sync
    required property SetAsideModel aside
    required property ExportController exports
    readonly property bool wrong: sync.state === SyncStatusModel.Trouble
    readonly property bool attention: sync.state === SyncStatusModel.Attention
    readonly property bool offline: sync.state === SyncStatusModel.Offline
    readonly property string sign: {
        switch (sync.state) {
        case SyncStatusModel.Sent:
            return "cloud_done";
        case SyncStatusModel.Waiting:
            return "schedule";
        case SyncStatusModel.Sending:
            return "sync";
        case SyncStatusModel.Attention:
        case SyncStatusModel.Trouble:
            return "error_outline";
        default:
            return "cloud_off";
        }
    }

    text: sync.badge
    implicitHeight: Theme.touch
    implicitWidth: row.implicitWidth + 28
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.Button
    Accessible.name: qsTr("Sync: %1").arg(text)
    Accessible.onPressAction: badge.clicked()
    onClicked: details.open()

    background: Rectangle {
        radius: height / 2
        color: badge.wrong ? Theme.faultSoft : (badge.offline || badge.attention ? Theme.card : Theme.primarySoft)
        border.width: 1
        border.color: badge.wrong ? Theme.fault : badge.attention ? Theme.accent
            : (badge.offline ? Theme.quiet : Theme.primary)

        FocusFrame { shown: badge.visualFocus }
    }
    contentItem: Item {
        Row {
            id: row

            anchors.centerIn: parent
            spacing: 8

            VIcon {
                sign: badge.sign
                size: 22
                color: words.color
                anchors.verticalCenter: parent.verticalCenter
            }
            Text {
                id: words

                text: badge.text
                color: badge.wrong ? Theme.fault : badge.attention ? Theme.accent
                    : (badge.offline ? Theme.ink : Theme.primary)
                font.pixelSize: Theme.small
                font.weight: Font.DemiBold
                anchors.verticalCenter: parent.verticalCenter
                Accessible.ignored: true
            }
        }
    }

    LazyDialog {
        id: details

        anchors.fill: parent
        file: "SyncDetails.qml"
        given: ({ sync: badge.sync })
        heard: ({ asideWanted: () => dialog.open() })
    }
    LazyDialog {
        id: dialog

        file: "AsideDialog.qml"
        given: ({ aside: badge.aside, exports: badge.exports })
    }
}
