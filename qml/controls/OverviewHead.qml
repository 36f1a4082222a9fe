import QtQuick
import Vejviser
import Vejviser.Model

// The period, and the first figures of both: this tablet's own, and the shared ones.
Column {
    id: head

    required property OverviewModel overview
    readonly property var totals: overview.totals

    spacing: Theme.gap + 4

    /// The width of a card of which three stand side by side where there is room.
    readonly property int columns: Math.max(1, Math.min(3, Math.floor(width / (170 * Theme.textScale))))
    readonly property real cardWidth: Math.floor((width - (columns - 1) * spacing) / columns)

    VChoice {
        objectName: "period"
        width: parent.width
        label: qsTr("Period")
        value: String(head.overview.days)
        options: [
            { code: "1", label: qsTr("Today") },
            { code: "7", label: qsTr("7 days") },
            { code: "30", label: qsTr("30 days") }
        ]
        onChosen: code => head.overview.days = Number(code)
    }
    VHeading {
        width: parent.width
        text: qsTr("This tablet")
    }
    VText {
        objectName: "ownSource"
        width: parent.width
        color: Theme.quiet
        text: head.overview.ownSource
    }
    Flow {
        width: parent.width
        spacing: head.spacing

        FigureCard {
            objectName: "ownHelps"
            width: head.cardWidth
            label: qsTr("Enquiries")
            source: head.overview.ownSource
            value: head.overview.ownHelps
        }
        FigureCard {
            objectName: "ownPeople"
            width: head.cardWidth
            label: qsTr("People")
            source: head.overview.ownSource
            value: head.overview.ownPeople
        }
        FigureCard {
            objectName: "ownReferrals"
            width: head.cardWidth
            label: qsTr("Referrals")
            source: head.overview.ownSource
            value: head.overview.ownReferrals
        }
    }
    VHeading {
        width: parent.width
        text: qsTr("Both units together")
    }
    VText {
        objectName: "sharedAsOf"
        width: parent.width
        color: Theme.quiet
        text: head.overview.hasShared ? head.overview.sharedSource
            : qsTr("The shared figures appear when this tablet has been connected to the hub.")
    }
    VText {
        objectName: "sharedWaiting"
        width: parent.width
        visible: text !== ""
        color: Theme.quiet
        text: head.overview.waitingText
    }
    VChoice {
        objectName: "month"
        width: parent.width
        visible: head.overview.hasShared && head.overview.months.length > 0
        label: qsTr("Published period")
        value: head.overview.month
        options: head.overview.months
        onChosen: code => head.overview.month = code
    }
    VText {
        objectName: "published"
        width: parent.width
        visible: head.overview.hasShared && text !== ""
        text: head.overview.published
    }
    Flow {
        width: parent.width
        spacing: head.spacing
        visible: head.overview.hasShared && head.totals.helps !== undefined

        FigureCard {
            objectName: "sharedHelps"
            width: head.cardWidth
            label: qsTr("Enquiries")
            source: head.overview.sharedSource
            shown: head.totals.helps
        }
        FigureCard {
            objectName: "sharedPeople"
            width: head.cardWidth
            label: qsTr("People")
            source: head.overview.sharedSource
            shown: head.totals.people
        }
        FigureCard {
            objectName: "sharedReferrals"
            width: head.cardWidth
            label: qsTr("Referrals")
            source: head.overview.sharedSource
            shown: head.totals.referrals
        }
    }
    VChoice {
        objectName: "whose"
        width: parent.width
        visible: head.overview.hasShared
        label: qsTr("Whose figures are shown below")
        value: head.overview.shared ? "shared" : "own"
        options: [
            { code: "shared", label: qsTr("Both units together") },
            { code: "own", label: qsTr("This tablet") }
        ]
        onChosen: code => head.overview.shared = code === "shared"
    }
    VText {
        objectName: "breaks"
        width: parent.width
        visible: head.overview.breaks !== ""
        text: qsTr("Breaks in this period. Figures from before and after cannot be compared as they are:") + "\n" + head.overview.breaks
    }
}
