import QtQuick
import Vejviser
import Vejviser.Model

// What stands above the list of events: the way to log one, the period, and its totals.
Item {
    id: header

    required property EventsModel events
    property bool saved: false  ///< one was just now

    signal begun()

    function takeFocus(): void {
        log.forceActiveFocus(Qt.TabFocusReason);
    }

    /// The width of a figure of which four stand side by side where there is room, else two.
    function cardWidth(): real {
        const room = content.width / Theme.textScale;
        const columns = room >= 760 ? 4 : room >= 340 ? 2 : 1;
        return Math.floor((figures.width - (columns - 1) * figures.spacing) / columns);
    }

    implicitHeight: content.implicitHeight + 14

    Column {
        id: content

        width: header.width
        spacing: 14

        VButton {
            id: log

            objectName: "logEvent"
            primary: true
            width: Math.min(implicitWidth, parent.width)
            implicitHeight: Math.max(56, implicitContentHeight + 20)
            sign: "add"
            text: qsTr("Log an event")
            onClicked: header.begun()
        }
        VText {
            objectName: "eventSaved"
            width: parent.width
            visible: header.saved
            text: qsTr("The event has been saved on this tablet.")
            color: Theme.primary
            font.weight: Font.DemiBold
            Accessible.role: Accessible.AlertMessage
        }
        VChoice {
            objectName: "eventsPeriod"
            width: parent.width
            label: qsTr("Period")
            value: String(header.events.days)
            options: [
                { code: "28", label: qsTr("28 days") },
                { code: "91", label: qsTr("13 weeks") },
                { code: String(header.events.longest), label: qsTr("%n days", "", header.events.longest) }
            ]
            onChosen: code => header.events.days = Number(code)
        }
        Flow {
            id: figures

            width: parent.width
            spacing: Theme.gap

            FigureCard {
                objectName: "eventsCount"
                width: header.cardWidth()
                label: qsTr("Events")
                value: header.events.count
            }
            FigureCard {
                objectName: "eventsPeople"
                width: header.cardWidth()
                label: qsTr("Took part")
                value: header.events.people
            }
            FigureCard {
                objectName: "eventsLibrary"
                width: header.cardWidth()
                label: qsTr("Library hours")
                figure: header.events.libraryHours
            }
            FigureCard {
                objectName: "eventsCitizenService"
                width: header.cardWidth()
                label: qsTr("Citizen service hours")
                figure: header.events.citizenServiceHours
            }
        }
    }
}
