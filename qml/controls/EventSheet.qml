pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Vejviser
import Vejviser.Model

// The form of one event, to log or to correct.
Flickable {
    id: sheet

    required property EventEditor editor
    required property TopicTilesModel topics
    property bool sure: false  ///< what cannot be undone has been pressed once

    function takeFocus(): void {
        sure = false;
        contentY = 0;
        heading.forceActiveFocus(Qt.TabFocusReason);
    }

    function focusOn(field: string): void {
        if (field === "topic")
            topic.focusOn();
        else if (field === "date" || field === "time")
            day.focusOn(field);
        else if (field === "attendance")
            attendance.input.forceActiveFocus(Qt.TabFocusReason);
        else
            (field === "libraryHours" ? libraryHours : citizenServiceHours).input.forceActiveFocus(Qt.TabFocusReason);
    }

    component Amount: VAmount {
        required property string field

        objectName: "event-" + field
        width: content.width
        text: sheet.editor.form[field]
        fault: sheet.editor.faults[field] ?? ""
        onEdited: text => sheet.editor.put(field, text)
        onStepped: by => sheet.editor.step(field, by)
    }

    component Question: Column {
        id: question

        required property string title
        required property var options
        property string value

        signal chosen(string code)

        width: parent ? parent.width : 0
        spacing: 8

        VText {
            width: parent.width
            text: question.title
            font.weight: Font.DemiBold
        }
        VChoice {
            width: parent.width
            label: question.title
            options: question.options
            value: question.value
            onChosen: code => question.chosen(code)
        }
    }

    component Part: VCard {
        default property alias content: column.data

        width: parent ? parent.width : 0
        implicitHeight: column.implicitHeight + 36

        Column {
            id: column

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: parent.top
            anchors.margins: 18
            spacing: 18
        }
    }

    contentHeight: content.implicitHeight + 8
    clip: true
    boundsBehavior: Flickable.StopAtBounds

    Connections {
        target: sheet.editor

        function onChanged(): void {
            sheet.sure = false;
        }
        function onRefused(field: string): void {
            sheet.focusOn(field);
        }
    }

    T.ScrollBar.vertical: VScrollBar {}

    Column {
        id: content

        x: 4  // room for the frame of what has the focus
        width: Math.min(sheet.width - 8, 760)
        spacing: 14

        VHeading {
            id: heading

            objectName: "eventTitle"
            width: parent.width
            activeFocusOnTab: false
            text: sheet.editor.correcting ? qsTr("Correct the event") : qsTr("Log an event")
        }
        Part {
            EventTopic {
                id: topic

                width: parent.width
                editor: sheet.editor
                topics: sheet.topics
            }
            EventDay {
                id: day

                width: parent.width
                editor: sheet.editor
            }
            Question {
                objectName: "eventBranch"
                visible: sheet.editor.branches.length > 0
                title: qsTr("Place")
                options: sheet.editor.branches
                value: sheet.editor.form.branch
                onChosen: code => sheet.editor.put("branch", code)
            }
        }
        Part {
            Question {
                objectName: "eventAudience"
                title: qsTr("Who was it for?")
                options: sheet.editor.audiences
                value: sheet.editor.form.audience
                onChosen: code => sheet.editor.put("audience", code)
            }
            Amount {
                id: attendance

                field: "attendance"
                width: parent.width
                label: qsTr("How many took part?")
                hint: qsTr("Count everyone once, whichever unit they came to.")
            }
        }
        Part {
            Amount {
                id: libraryHours

                field: "libraryHours"
                width: parent.width
                decimal: true
                label: qsTr("Hours of library staff")
                hint: qsTr("All staff together, preparation included.")
            }
            Amount {
                id: citizenServiceHours

                field: "citizenServiceHours"
                width: parent.width
                decimal: true
                label: qsTr("Hours of citizen service staff")
                hint: qsTr("All staff together, preparation included.")
            }
        }
        VFault {
            objectName: "eventFault"
            width: parent.width
            text: sheet.editor.fault
        }
        Flow {
            width: parent.width
            spacing: 10
            layoutDirection: Theme.tapOrder

            VButton {
                objectName: "saveEvent"
                primary: true
                width: Math.min(implicitWidth, parent.width)
                text: sheet.editor.correcting ? qsTr("Save the correction") : qsTr("Save the event")
                onClicked: sheet.editor.save()
            }
            VButton {
                objectName: "cancelEvent"
                width: Math.min(implicitWidth, parent.width)
                text: sheet.editor.touched && sheet.sure ? qsTr("Yes, discard what is typed") : qsTr("Cancel")
                onClicked: {
                    if (sheet.sure || !sheet.editor.touched)
                        sheet.editor.discard();
                    else
                        sheet.sure = true;
                }
            }
        }
        VButton {
            property bool sure: false

            objectName: "withdrawEvent"
            x: Theme.leftHanded ? parent.width - width : 0
            visible: sheet.editor.correcting
            width: Math.min(implicitWidth, parent.width)
            warning: true
            sign: "delete"
            text: sure ? qsTr("Yes, withdraw it") : qsTr("Withdraw this event")
            onActiveFocusChanged: if (!activeFocus) sure = false
            onVisibleChanged: sure = false
            onClicked: {
                if (sure)
                    sheet.editor.withdraw();
                sure = !sure;
            }
        }
    }
}
