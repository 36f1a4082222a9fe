pragma ComponentBehavior: Bound
import QtQuick
import Vejviser
import Vejviser.Model

// What can be said about a help: outcome, duration, people, and referring on; under “More” what is
// said less often. Every choice is saved at once.
Flow {
    id: form

    required property HelpEditor help
    required property var outcomes
    required property var bands
    property bool unfolded: false  ///< all is shown
    property bool canUnfold: true  ///< with a button of its own

    signal touched()

    spacing: 18

    component Part: Column {
        property alias title: heading.text

        spacing: 4

        VText {
            id: heading

            width: Math.min(implicitWidth, form.width)
            font.pixelSize: Theme.small
            color: Theme.quiet
        }
    }

    // A choice with its heading.
    component Said: Column {
        id: said

        property alias title: title.text
        required property var options
        property alias value: choice.value

        signal chosen(string code)

        spacing: 4
        width: Math.min(form.width, choice.fullWidth)

        VText {
            id: title

            font.pixelSize: Theme.small
            color: Theme.quiet
        }
        VChoice {
            id: choice

            width: parent.width
            label: title.text
            options: said.options
            onChosen: code => {
                form.touched();
                said.chosen(code);
            }
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
    Said {
        objectName: "refusal"
        visible: form.help.outcome === "turned_away"
        title: qsTr("Reason")
        options: form.help.outcome === "turned_away" ? form.help.refusals : []
        value: form.help.refusal
        onChosen: code => form.help.setRefusal(code)
    }
    Part {
        title: form.help.forgotten ? qsTr("Forgotten timer: how long did it take?") : qsTr("Duration")
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

        Flow {
            visible: form.help.referredTo === ""
            width: Math.min(form.width, other.implicitWidth + spacing + elsewhere.implicitWidth)
            spacing: 8

            VButton {
                id: other

                objectName: "refer"
                width: Math.min(implicitWidth, form.width)
                sign: "directions"
                text: qsTr("Refer to %1").arg(form.help.otherUnit)
                onClicked: {
                    form.touched();
                    form.help.refer();
                }
            }
            VButton {
                id: elsewhere

                objectName: "referElsewhere"
                width: Math.min(implicitWidth, form.width)
                text: qsTr("Refer elsewhere")
                onClicked: {
                    form.touched();
                    form.help.referElsewhere();
                }
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
    Part {
        visible: form.canUnfold
        title: qsTr("Other")

        VButton {
            objectName: "unfold"
            sign: form.unfolded ? "expand_less" : "expand_more"
            text: form.unfolded ? qsTr("Less") : qsTr("More")
            Accessible.description: qsTr("Private room, language and how the citizen came")
            onClicked: {
                form.touched();
                form.unfolded = !form.unfolded;
            }
        }
    }
    Said {
        objectName: "room"
        visible: form.unfolded
        title: qsTr("Private room")
        options: form.unfolded ? form.help.rooms : []
        value: form.help.room
        onChosen: code => form.help.setRoom(code)
    }
    Said {
        objectName: "channel"
        visible: form.unfolded
        title: qsTr("How the citizen came")
        options: form.unfolded ? form.help.channels : []
        value: form.help.channel
        onChosen: code => form.help.setChannel(code)
    }
    Said {
        objectName: "spoken"
        visible: form.unfolded
        title: qsTr("Language of the help")
        options: form.unfolded ? form.help.languages : []
        value: form.help.spoken
        onChosen: code => form.help.setSpoken(code)
    }
}
