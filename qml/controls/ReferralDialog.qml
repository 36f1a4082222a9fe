pragma ComponentBehavior: Bound
import QtQuick
import Vejviser
import Vejviser.Model

// One referral: what came of it, to be said by those it came to.
SheetDialog {
    id: dialog

    required property AppContext app
    readonly property ReferralsModel referrals: app.referrals
    property bool declining: false
    readonly property bool wanted: referrals.active
    readonly property bool unanswered: referrals.state === "open" || referrals.state === "expired"

    objectName: "referralDialog"
    title: heading.text
    onWantedChanged: visible = wanted
    Component.onCompleted: visible = wanted
    onClosed: {
        declining = false;
        if (wanted)
            referrals.close();
    }

    VHeading {
        id: heading

        objectName: "referralTitle"
        width: parent.width
        text: dialog.referrals.title
    }
    VText {
        objectName: "referralDetails"
        width: parent.width
        color: Theme.quiet
        text: dialog.referrals.details
    }
    VText {
        objectName: "referralState"
        width: parent.width
        text: dialog.referrals.stateText
        font.weight: Font.DemiBold
    }
    VText {
        objectName: "referralFault"
        width: parent.width
        visible: text !== ""
        text: dialog.referrals.fault
        color: Theme.fault
        Accessible.role: Accessible.AlertMessage
    }
    Flow {
        width: parent.width
        spacing: 10
        layoutDirection: Theme.tapOrder
        visible: !dialog.referrals.mine && dialog.unanswered && !dialog.declining

        VButton {
            objectName: "accept"
            primary: true
            sign: "check"
            text: qsTr("Accept")
            onClicked: dialog.referrals.accept()
        }
        VButton {
            objectName: "decline"
            sign: "block"
            text: qsTr("Decline")
            onClicked: dialog.declining = true
        }
    }
    VChoice {
        objectName: "declineReason"
        width: parent.width
        visible: dialog.declining
        label: qsTr("Why it is declined")
        options: dialog.app.declines
        onChosen: code => {
            dialog.declining = false;
            dialog.referrals.decline(code);
        }
    }
    Column {
        width: parent.width
        spacing: 6
        visible: !dialog.referrals.mine && dialog.referrals.state === "accepted"

        VText {
            text: qsTr("How did it end?")
            font.pixelSize: Theme.small
            color: Theme.quiet
        }
        VChoice {
            objectName: "referralOutcome"
            width: parent?.width ?? 0
            label: qsTr("How did it end?")
            options: dialog.app.endings
            onChosen: code => dialog.referrals.finish(code)
        }
    }
    Flow {
        width: parent.width
        spacing: 10
        layoutDirection: Theme.tapOrder

        VButton {
            objectName: "takeBack"
            visible: !dialog.referrals.mine && !dialog.unanswered
            sign: "undo"
            text: qsTr("Undo")
            onClicked: dialog.referrals.takeBack()
        }
        VButton {
            objectName: "showSlip"
            visible: dialog.referrals.mine && dialog.referrals.state === "open"
            sign: "qr_code"
            text: qsTr("Show the slip")
            onClicked: {
                const subject = dialog.referrals.shownSubject();
                dialog.close();
                dialog.app.refer.showSlip(subject);
            }
        }
        VButton {
            objectName: "closeReferral"
            text: qsTr("Close")
            onClicked: dialog.close()
        }
    }
}
