pragma ComponentBehavior: Bound
import QtQuick
import Vejviser
import Vejviser.Model

// Sending a citizen on: the authority line first, then where to; and the slip that goes along.
SheetDialog {
    id: dialog

    required property ReferController refer
    required property LogController log
    readonly property bool wanted: refer.active

    objectName: "referDialog"
    title: heading.text
    onWantedChanged: visible = wanted
    Component.onCompleted: visible = wanted
    onClosed: {
        if (wanted)
            refer.close();
    }

    VHeading {
        id: heading

        objectName: "referTitle"
        width: parent.width
        text: dialog.refer.slip !== "" ? qsTr("Referred to %1").arg(dialog.refer.slipTo)
                                       : qsTr("Refer on: %1").arg(dialog.refer.topicName)
    }
    VText {
        objectName: "referFault"
        width: parent.width
        visible: text !== ""
        text: dialog.refer.fault
        color: Theme.fault
        Accessible.role: Accessible.AlertMessage
    }
    VText {
        objectName: "authorityLine"
        width: parent.width
        visible: text !== ""
        text: dialog.refer.line
        color: Theme.accent
        font.weight: Font.DemiBold
    }
    Column {
        width: parent.width
        spacing: 4
        visible: dialog.refer.bring.length > 0

        VText {
            width: parent.width
            text: qsTr("Bring along")
            font.weight: Font.DemiBold
        }
        Repeater {
            model: dialog.refer.bring

            delegate: VText {
                required property string modelData

                width: parent?.width ?? 0
                text: "• " + modelData
                Accessible.name: modelData
            }
        }
    }
    Repeater {
        model: dialog.refer.places

        delegate: PlaceButton {
            required property int index
            required property var modelData

            objectName: "place-" + index
            width: parent?.width ?? 0
            name: modelData.name
            open: modelData.open
            isOpen: modelData.isOpen
            contact: modelData.contact
            onClicked: dialog.refer.send(index)
        }
    }
    Slip {
        width: parent.width
        visible: dialog.refer.slip !== ""
        refer: dialog.refer
    }
    Flow {
        width: parent.width
        spacing: 10
        layoutDirection: Theme.tapOrder

        VButton {
            objectName: "saveSlip"
            visible: dialog.refer.slip !== ""
            sign: "print"
            text: qsTr("Save to print")
            onClicked: dialog.refer.saveSlip()
        }
        VButton {
            objectName: "logOnly"
            visible: dialog.refer.mustHandOver && dialog.refer.isNew
            text: qsTr("Only showed the way")
            onClicked: {
                const topic = dialog.refer.topicId;
                dialog.close();
                dialog.log.log(topic);
            }
        }
        VButton {
            objectName: "closeRefer"
            primary: dialog.refer.slip !== ""
            text: dialog.refer.slip !== "" ? qsTr("Done") : qsTr("Cancel")
            onClicked: dialog.close()
        }
    }
}
