pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Vejviser
import Vejviser.Model

// Citizens sent here and sent on: redeem a slip, see what came of each.
FocusScope {
    id: page

    required property ReferralsModel referrals
    required property CameraScanner camera

    Binding {
        target: page.referrals
        property: "shown"
        value: page.visible
    }

    function redeem(): void {
        if (!page.referrals.redeem(code.text))
            code.input.forceActiveFocus();
    }

    // What is typed outlives the program, until it was redeemed.
    function takeTyped(): void {
        if (code.text !== page.referrals.typed)
            code.text = page.referrals.typed;
    }

    Component.onCompleted: takeTyped()

    Connections {
        target: page.referrals

        function onTypedChanged(): void {
            page.takeTyped();
        }
    }

    Column {
        id: head

        width: parent.width
        spacing: 12

        VText {
            objectName: "redeemFault"
            width: parent.width
            visible: text !== ""
            text: page.referrals.active ? "" : page.referrals.fault
            color: Theme.fault
            Accessible.role: Accessible.AlertMessage
        }
        Flow {
            width: parent.width
            spacing: 10

            VField {
                id: code

                objectName: "slipField"
                width: Math.min(parent.width, 360 * Theme.textScale)
                label: qsTr("Redeem a slip")
                placeholder: qsTr("Type or scan the code")
                input.inputMethodHints: Qt.ImhUppercaseOnly | Qt.ImhNoPredictiveText
                input.objectName: "slipCode"
                input.maximumLength: 24
                onTextChanged: page.referrals.typed = text
                onAccepted: page.redeem()
            }
            Item {
                readonly property bool beside: parent.width >= code.width + parent.spacing + width

                width: redeemButton.width
                height: beside ? code.height : redeemButton.height

                VButton {
                    id: redeemButton

                    objectName: "redeem"
                    anchors.bottom: parent.bottom
                    primary: true
                    sign: "how_to_reg"
                    text: qsTr("Redeem")
                    onClicked: page.redeem()
                }
            }
        }
        ScanButton {
            objectName: "scanSlip"
            width: parent.width
            camera: page.camera
            onScanned: text => {
                code.text = text;
                page.redeem();
            }
        }
        VChoice {
            objectName: "box"
            width: parent.width
            label: qsTr("Referrals")
            options: [
                { code: "inbox", label: page.referrals.open > 0 ? qsTr("To us (%1 open)").arg(page.referrals.open) : qsTr("To us") },
                { code: "sent", label: qsTr("Sent from this tablet") }
            ]
            value: page.referrals.box
            onChosen: code => page.referrals.box = code
        }
    }
    ListView {
        id: list

        objectName: "referralList"
        anchors.top: head.bottom
        anchors.topMargin: 12
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        clip: true
        spacing: 8
        model: page.referrals
        boundsBehavior: Flickable.StopAtBounds
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Referrals")

        T.ScrollBar.vertical: VScrollBar {}

        delegate: VRow {
            id: row

            required property int index
            required property string subject
            required property string name
            required property string group
            required property string details
            required property string condition
            required property string conditionText

            objectName: "referral-" + index
            width: ListView.view.width
            implicitHeight: Math.max(Theme.touch + 16, words.implicitHeight + 20)
            text: name
            Accessible.name: name + ", " + conditionText + ", " + details
            onClicked: page.referrals.look(subject)

            contentItem: Item {
                VIcon {
                    id: icon

                    anchors.left: parent.left
                    anchors.leftMargin: 12
                    anchors.verticalCenter: parent.verticalCenter
                    sign: Theme.iconOf(row.group)
                    color: Theme.primary
                }
                Column {
                    id: words

                    anchors.left: icon.right
                    anchors.leftMargin: 14
                    anchors.right: parent.right
                    anchors.rightMargin: 12
                    anchors.verticalCenter: parent.verticalCenter
                    spacing: 2

                    VText {
                        width: parent.width
                        text: row.name
                        font.weight: Font.Medium
                        Accessible.ignored: true
                    }
                    VText {
                        width: parent.width
                        text: row.details
                        color: Theme.quiet
                        font.pixelSize: Theme.small
                        Accessible.ignored: true
                    }
                    VText {
                        width: parent.width
                        text: row.conditionText
                        color: row.condition === "open" ? Theme.accent : row.condition === "declined" ? Theme.fault : Theme.primary
                        font.pixelSize: Theme.small
                        font.weight: Font.DemiBold
                        Accessible.ignored: true
                    }
                }
            }
        }
    }
    VText {
        objectName: "noReferrals"
        visible: page.referrals.count === 0
        anchors.top: list.top
        anchors.topMargin: 24
        width: parent.width
        horizontalAlignment: Text.AlignHCenter
        color: Theme.quiet
        text: page.referrals.box === "inbox" ? qsTr("Nobody has been referred to you yet.")
                                             : qsTr("Nobody has been referred on from this tablet yet.")
    }
}
