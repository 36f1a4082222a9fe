pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Vejviser
import Vejviser.Model

// Events that both units held, and the form to log one.
FocusScope {
    id: page

    required property AppContext app
    readonly property EventsModel events: app.events
    readonly property EventEditor editor: app.eventEditor
    readonly property bool editing: editor.active
    property bool saved: false  ///< one was just now

    function show(subject: string): void {
        saved = false;
        if (subject === "")
            editor.begin();
        else
            editor.open(subject);
        sheet.takeFocus();
    }

    onVisibleChanged: {
        if (!visible)
            saved = false;
    }
    // The list must be in sight before it can take the keyboard.
    onEditingChanged: {
        if (!editing && visible)
            back.start();
    }

    Timer {
        id: back

        interval: 0
        onTriggered: list.takeFocus()
    }
    Binding {
        target: page.events
        property: "shown"
        value: page.visible
    }
    Connections {
        target: page.editor

        function onSaved(daysAgo: int): void {
            page.saved = true;
            if (daysAgo > page.events.days)
                page.events.days = page.events.longest;
        }
    }

    EventSheet {
        id: sheet

        objectName: "eventSheet"
        anchors.fill: parent
        visible: page.editing
        editor: page.editor
        topics: page.app.question.topics
    }
    Flickable {
        id: list

        function takeFocus(): void {
            contentY = 0;
            header.takeFocus();
        }

        objectName: "eventsList"
        anchors.fill: parent
        visible: !page.editing
        contentHeight: content.implicitHeight + 8
        clip: true
        boundsBehavior: Flickable.StopAtBounds

        T.ScrollBar.vertical: VScrollBar {}

        Column {
            id: content

            x: 4  // room for the frame of what has the focus
            width: list.width - 8
            topPadding: 4
            spacing: 8

            EventsHeader {
                id: header

                width: parent.width
                events: page.events
                saved: page.saved
                onBegun: page.show("")
            }
            Column {
                width: parent.width
                spacing: 8
                Accessible.role: Accessible.List
                Accessible.name: qsTr("Events")

                Repeater {
                    model: page.events
                    delegate: EventCard {
                        required property string subject
                        required property int index

                        objectName: "event-" + index
                        width: content.width
                        onClicked: page.show(subject)
                    }
                }
            }
            VText {
                objectName: "eventsEmpty"
                width: parent.width
                visible: page.events.count === 0
                color: Theme.quiet
                text: qsTr("No event has been logged in this period. Log the next one when it has been held: both units get credit for it.")
            }
            VButton {
                objectName: "moreEvents"
                visible: page.events.left > 0
                width: Math.min(implicitWidth, parent.width)
                text: qsTr("Show more")
                onClicked: page.events.showMore()
            }
        }
    }
}
