import QtQuick
import Vejviser
import Vejviser.Model

// What can be said about a help: outcome, duration, people, and referring on. Every choice is
// saved at once.
Flow {
    id: form

    required property HelpEditor help
    required property var outcomes
    required property var bands

    signal touched()

    spacing: 18

    component Part: Column {
        property alias title: heading.text

        spacing: 4

        VText {
            id: heading

            font.pixelSize: Theme.small
            color: Theme.quiet
        }
    }

    Part {
        title: qsTr("Outcome")
        width: Math.min(form.width, outcome.fullWidth)

        VChoice {
            id: outcome

            objectName: "outcome"
            width: parent.width
            label: qsTr("Outcome")
            options: form.outcomes
            value: form.help.outcome
            onChosen: code => {
                form.touched();
                form.help.setOutcome(code);
            }
        }
    }
    Part {
        title: qsTr("Duration")
        width: Math.min(form.width, band.fullWidth)

        VChoice {
            id: band

            objectName: "band"
            width: parent.width
            label: qsTr("Duration")
            options: form.bands
            value: form.help.band
            onChosen: code => {
                form.touched();
                form.help.setBand(code);
            }
        }
    }
    Part {
        title: qsTr("People")

        VStepper {
            objectName: "people"
            label: qsTr("People")
            value: form.help.people
            onChanged: value => {
                form.touched();
                form.help.setPeople(value);
            }
        }
    }
    Part {
        title: qsTr("Referral")

        VButton {
            objectName: "refer"
            width: Math.min(implicitWidth, form.width)
            visible: form.help.referredTo === ""
            sign: "directions"
            text: qsTr("Refer to %1").arg(form.help.otherUnit)
            onClicked: {
                form.touched();
                form.help.refer();
            }
        }
        VButton {
            objectName: "referElsewhere"
            width: Math.min(implicitWidth, form.width)
            visible: form.help.referredTo === ""
            text: qsTr("Refer elsewhere")
            onClicked: {
                form.touched();
                form.help.referElsewhere();
            }
        }
        Row {
            visible: form.help.referredTo !== ""
            height: Math.max(Theme.touch, referredTo.implicitHeight)
            spacing: 8

            VIcon {
                sign: "check_circle"
                color: Theme.primary
                anchors.verticalCenter: parent.verticalCenter
            }
            VText {
                id: referredTo

                objectName: "referredTo"
                width: Math.min(implicitWidth, form.width - 40)
                text: qsTr("Referred to %1").arg(form.help.referredTo)
                font.weight: Font.DemiBold
                anchors.verticalCenter: parent.verticalCenter
            }
        }
        VButton {
            objectName: "formSlip"
            width: Math.min(implicitWidth, form.width)
            visible: form.help.slip !== ""
            sign: "qr_code"
            text: qsTr("Slip %1").arg(form.help.slip)
            onClicked: {
                form.touched();
                form.help.showSlip();
            }
        }
    }
}
