import QtQuick
import QtQuick.Controls.Basic
import Vejviser
import Vejviser.Model

// This tablet's own figures today, and what both units share.
FocusScope {
    id: page

    required property OverviewModel overview
    readonly property bool wide: width >= 860
    readonly property real half: wide ? (content.width - content.spacing) / 2 : content.width

    /// The width of a card of which `most` stand side by side where there is room.
    function cardWidth(most: int): real {
        const columns = Math.max(1, Math.min(most, Math.floor(content.width / (170 * Theme.textScale))));
        return (content.width - (columns - 1) * content.spacing) / columns;
    }

    Binding {
        target: page.overview
        property: "shown"
        value: page.visible
    }

    component Section: VCard {
        id: section

        property alias title: heading.text
        default property alias content: inner.data

        implicitHeight: column.implicitHeight + 36

        Column {
            id: column

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: parent.top
            anchors.margins: 18
            spacing: 14

            VHeading {
                id: heading

                width: parent.width
            }
            Column {
                id: inner

                width: parent.width
                spacing: 14
            }
        }
    }

    Flickable {
        objectName: "overviewFlickable"
        anchors.fill: parent
        contentHeight: content.implicitHeight
        clip: true
        boundsBehavior: Flickable.StopAtBounds

        ScrollBar.vertical: ScrollBar {}

        Flow {
            id: content

            width: parent.width
            spacing: Theme.gap + 4

            VHeading {
                width: parent.width
                text: qsTr("This tablet today")
            }
            FigureCard {
                objectName: "ownHelps"
                width: page.cardWidth(3)
                label: qsTr("Enquiries")
                value: page.overview.ownHelps
            }
            FigureCard {
                objectName: "ownPeople"
                width: page.cardWidth(3)
                label: qsTr("People")
                value: page.overview.ownPeople
            }
            FigureCard {
                objectName: "ownReferrals"
                width: page.cardWidth(3)
                label: qsTr("Referrals")
                value: page.overview.ownReferrals
            }
            Item {
                width: parent.width
                height: shared.implicitHeight

                VHeading {
                    id: shared

                    width: parent.width
                    text: qsTr("Both units together")
                }
            }
            VText {
                objectName: "sharedAsOf"
                width: parent.width
                color: Theme.quiet
                text: page.overview.hasShared
                    ? qsTr("As the hub had it at %1. What waits on tablets is not in it yet.").arg(page.overview.sharedAsOf)
                    : qsTr("The shared figures appear when this tablet has been connected to the hub.")
            }
            VChoice {
                objectName: "period"
                width: parent.width
                visible: page.overview.hasShared
                label: qsTr("Period")
                value: String(page.overview.days)
                options: [
                    { code: "1", label: qsTr("Today") },
                    { code: "7", label: qsTr("7 days") },
                    { code: "28", label: qsTr("28 days") },
                    { code: "91", label: qsTr("13 weeks") }
                ]
                onChosen: code => page.overview.days = Number(code)
            }
            FigureCard {
                objectName: "sharedHelps"
                visible: page.overview.hasShared
                width: page.cardWidth(2)
                label: qsTr("Enquiries")
                value: page.overview.helps
            }
            FigureCard {
                objectName: "sharedReferrals"
                visible: page.overview.hasShared
                width: page.cardWidth(2)
                label: qsTr("Referrals")
                value: page.overview.libraryToCitizenService + page.overview.citizenServiceToLibrary
            }
            Section {
                visible: page.overview.hasShared
                width: page.half
                title: qsTr("Enquiries by topic and unit")

                UnitLegend {
                    width: parent.width
                }
                UnitBars {
                    objectName: "sharedTopics"
                    width: parent.width
                    rows: page.overview.topics
                }
                VText {
                    width: parent.width
                    visible: page.overview.helps === 0
                    color: Theme.quiet
                    text: qsTr("There are no enquiries in this period.")
                }
            }
            Column {
                width: page.half
                visible: page.overview.hasShared
                spacing: content.spacing

                Section {
                    width: parent.width
                    title: qsTr("Enquiries by weekday and hour")

                    HeatMap {
                        width: parent.width
                        hours: page.overview.hours
                        highest: page.overview.highestHour
                    }
                }
                Section {
                    width: parent.width
                    title: qsTr("Referrals between the units")

                    ReferralFlow {
                        objectName: "referralFlow"
                        width: parent.width
                        toCitizenService: page.overview.libraryToCitizenService
                        toLibrary: page.overview.citizenServiceToLibrary
                    }
                }
            }
        }
    }
}
