import QtQuick
import Vejviser

// One record that was set aside: what it is, where it is, and why.
VCard {
    id: card

    required property string entry
    required property string name
    required property string details
    required property bool here  ///< only on this tablet: the hub could not read it
    required property string place
    required property string why
    required property string answer  ///< the hub's own words; may be empty
    required property int index

    signal retry(int reason)

    function takeFocus(reason: int): void {
        again.forceActiveFocus(reason);
    }

    implicitHeight: content.implicitHeight + 28
    Accessible.role: Accessible.ListItem
    Accessible.name: name + ". " + (details !== "" ? details + ". " : "") + place + ". " + why

    VIcon {
        id: icon

        readonly property bool roomy: card.width >= 320 * Theme.textScale

        visible: roomy
        x: 14
        y: 14
        width: roomy ? Math.round(24 * Theme.textScale) : 0
        sign: card.here ? "tablet_android" : "cloud_queue"
        color: card.here ? Theme.fault : Theme.primary
    }
    Column {
        id: content

        anchors.left: icon.right
        anchors.leftMargin: icon.roomy ? 14 : 0
        anchors.right: parent.right
        anchors.rightMargin: 14
        y: 14
        spacing: 4

        VText {
            objectName: "aside-name-" + card.index
            width: parent.width
            text: card.name
            font.weight: Font.DemiBold
            Accessible.ignored: true
        }
        VText {
            width: parent.width
            visible: text !== ""
            text: card.details
            color: Theme.quiet
            font.pixelSize: Theme.small
            Accessible.ignored: true
        }
        VText {
            width: parent.width
            text: card.place
            color: card.here ? Theme.fault : Theme.primary
            font.pixelSize: Theme.small
            font.weight: Font.DemiBold
            Accessible.ignored: true
        }
        VText {
            objectName: "aside-why-" + card.index
            width: parent.width
            text: card.why
            Accessible.ignored: true
        }
        VText {
            width: parent.width
            visible: text !== ""
            text: card.answer
            color: Theme.quiet
            font.pixelSize: Theme.small
            wrapMode: Text.Wrap
            textFormat: Text.PlainText
        }
        Item {
            visible: card.here
            width: 1
            height: 2
        }
        VButton {
            id: again

            objectName: "retry-" + card.index
            x: Theme.leftHanded ? parent.width - width : 0
            visible: card.here
            width: Math.min(implicitWidth, parent.width)
            sign: "refresh"
            text: qsTr("Try again")
            Accessible.name: qsTr("Try again: %1").arg(card.name)
            onClicked: card.retry(again.focusReason)
        }
    }
}
