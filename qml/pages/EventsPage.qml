pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Vejviser
import Vejviser.Model

// Events that both units held, and the form to log one.
FocusScope {
    id: page

    required property EventsModel events
    required property EventEditor editor
    property bool saved: false  ///< one was just now

    function show(subject: string): void {
        saved = false;
        if (subject === "")
            editor.begin();
        else
            editor.open(subject);
        sheet.takeFocus();
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
        function onChanged(): void {
            if (!page.editor.active && sheet.activeFocus)
                list.takeFocus();
        }
    }

    EventSheet {
        id: sheet

        objectName: "eventSheet"
        anchors.fill: parent
        visible: page.editor.active
        editor: page.editor
    }
    ListView {
        id: list

        function takeFocus(): void {
            positionViewAtBeginning();
            (headerItem as EventsHeader).takeFocus();
        }

        objectName: "eventsList"
        anchors.fill: parent
        visible: !page.editor.active
        clip: true
        spacing: 8
        model: page.events
        boundsBehavior: Flickable.StopAtBounds
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Events")

        ScrollBar.vertical: ScrollBar {}

        // A bound component cannot be used before the page is whole (Qt 6.4).
        Component.onCompleted: {
            header = above;
            footer = below;
        }

        delegate: EventCard {
            required property string subject
            required property int index

            objectName: "event-" + index
            width: ListView.view.width
            onClicked: page.show(subject)
        }
    }
    Component {
        id: above

        EventsHeader {
            width: list.width
            events: page.events
            saved: page.saved
            onBegun: page.show("")
        }
    }
    Component {
        id: below

        VText {
            objectName: "eventsEmpty"
            width: list.width
            height: visible ? implicitHeight : 0
            visible: page.events.count === 0
            color: Theme.quiet
            text: qsTr("No event has been logged in this period. Log the next one when it has been held: both units get credit for it.")
        }
    }
}
