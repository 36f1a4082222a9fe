pragma ComponentBehavior: Bound
import QtQuick
import Vejviser
import Vejviser.Model

// What is recorded, why, who sees it and for how long: for staff to read, and to read out.
SheetDialog {
    id: dialog

    required property ExportController exports

    objectName: "recordedDialog"
    title: heading.text
    onOpened: exports.dismiss()

    component Part: Column {
        required property string heading
        required property string words

        width: parent?.width ?? 0
        spacing: 4

        VText {
            width: parent.width
            text: parent.heading
            font.weight: Font.DemiBold
            Accessible.role: Accessible.Heading
        }
        VText {
            width: parent.width
            text: parent.words
        }
    }

    VHeading {
        id: heading

        width: parent.width
        text: qsTr("What is recorded?")
    }
    Part {
        heading: qsTr("Recorded")
        words: qsTr("The topic, the unit, the role, the place and the time. The outcome, the duration in steps and the number of people. If you say so: the kind of contact, the language, a private room, and why somebody was turned away. Referrals with where to and the slip code. Questions and answers, events, and hours when nobody came.")
    }
    Part {
        heading: qsTr("Never recorded")
        words: qsTr("Who the citizen is, and which member of staff helped. Texts with CPR numbers, phone numbers, e-mail addresses or card numbers are refused before they are saved. How long it is since you last did a task stays on this tablet.")
    }
    Part {
        heading: qsTr("Why")
        words: qsTr("To show how much help is given, when and where, and whether those who are sent on are taken in. It is statistics, not a case record.")
    }
    Part {
        heading: qsTr("Who sees it")
        words: qsTr("Both units see the same sums, in the app and on the supervisors' page. Both units' tablets show referrals, questions, answers and events. Each record carries the tablet's number, so that it is counted once.")
    }
    Part {
        heading: qsTr("For how long")
        words: qsTr("Records stay on this tablet and at the municipality's hub. IT can erase a record at the hub for good.")
    }
    VText {
        objectName: "recordedSaved"
        width: parent.width
        visible: text !== ""
        text: dialog.exports.fault !== "" ? dialog.exports.fault : dialog.exports.savedTo
        color: dialog.exports.fault !== "" ? Theme.fault : Theme.primary
        wrapMode: Text.Wrap
        Accessible.role: Accessible.AlertMessage
    }
    Flow {
        width: parent.width
        spacing: 10
        layoutDirection: Theme.tapOrder

        VButton {
            objectName: "saveOwnRows"
            width: Math.min(implicitWidth, parent.width)
            enabled: !dialog.exports.busy
            sign: "save_alt"
            text: qsTr("Save this tablet's records as a file")
            onClicked: dialog.exports.saveOwnRows()
        }
        VButton {
            objectName: "closeRecorded"
            primary: true
            text: qsTr("Close")
            onClicked: dialog.close()
        }
    }
}
