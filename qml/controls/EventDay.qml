pragma ComponentBehavior: Bound
import QtQuick
import Vejviser
import Vejviser.Model

// When an event was: the day and the time.
Column {
    id: part

    required property EventEditor editor
    readonly property var faults: editor.faults

    function focusOn(field: string): void {
        if (field === "time")
            time.input.forceActiveFocus(Qt.TabFocusReason);
        else
            day.input.forceActiveFocus(Qt.TabFocusReason);
    }

    component Digits: Column {
        id: digits

        required property string field
        required property string label
        property string value
        property string fault
        property int most: 2
        property alias input: input

        spacing: 4

        VText {
            text: digits.label
            font.pixelSize: Theme.small
            color: Theme.quiet
            Accessible.ignored: true
        }
        LineInput {
            id: input

            objectName: "event-" + digits.field
            width: Math.round((digits.most * 12 + 34) * Theme.textScale)
            text: digits.value
            maximumLength: digits.most
            inputMethodHints: digits.field === "time" ? Qt.ImhTime : Qt.ImhDigitsOnly
            Accessible.name: digits.label
            Accessible.description: digits.fault
            onTextEdited: part.editor.put(digits.field, text)
        }
    }

    spacing: 8

    VText {
        width: parent.width
        text: qsTr("When was it?")
        font.weight: Font.DemiBold
    }
    VFault {
        objectName: "fault-date"
        width: parent.width
        text: part.faults.date ?? ""
    }
    VChoice {
        objectName: "eventDay"
        width: parent.width
        label: qsTr("Day")
        value: part.editor.dayChoice
        options: [
            { code: "today", label: qsTr("Today") },
            { code: "yesterday", label: qsTr("Yesterday") },
            { code: "other", label: qsTr("Another day") }
        ]
        onChosen: code => part.editor.chooseDay(code)
    }
    Flow {
        width: parent.width
        visible: part.editor.dayChoice === "other"
        spacing: 10

        Digits {
            id: day

            field: "day"
            label: qsTr("Day")
            value: part.editor.form.day
            fault: part.faults.date ?? ""
        }
        Digits {
            field: "month"
            label: qsTr("Month")
            value: part.editor.form.month
            fault: part.faults.date ?? ""
        }
        Digits {
            field: "year"
            label: qsTr("Year")
            value: part.editor.form.year
            fault: part.faults.date ?? ""
            most: 4
        }
    }
    VFault {
        objectName: "fault-time"
        width: parent.width
        text: part.faults.time ?? ""
    }
    Digits {
        id: time

        field: "time"
        label: qsTr("Began at")
        value: part.editor.form.time
        fault: part.faults.time ?? ""
        most: 5
    }
}
