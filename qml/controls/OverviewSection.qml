pragma ComponentBehavior: Bound
import QtQuick
import Vejviser

// One question and its answer in numbers: whose they are, a chart that is its own table, or that
// there is nothing to count.
VCard {
    id: section

    required property var figures  ///< as overview_sections.h says
    required property string source
    readonly property bool some: figures.empty === ""
    readonly property bool compared: figures.kind === "bars" || figures.kind === "numbers"

    implicitHeight: column.implicitHeight + 36

    Column {
        id: column

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: 18
        spacing: 12

        VHeading {
            width: parent.width
            text: section.figures.title
            wrapMode: Text.Wrap
        }
        VText {
            objectName: "source-" + section.figures.code
            width: parent.width
            text: section.source
            color: Theme.quiet
            font.pixelSize: Theme.small
        }
        VText {
            objectName: "empty-" + section.figures.code
            width: parent.width
            visible: !section.some
            text: section.figures.empty
        }
        UnitLegend {
            width: parent.width
            visible: section.some && section.compared
        }
        UnitBars {
            objectName: "bars-" + section.figures.code
            width: parent.width
            visible: section.some && section.compared
            title: section.figures.title
            rows: section.compared ? section.figures.rows : []
            plain: section.figures.kind === "numbers"
        }
        HeatMap {
            objectName: "hours"
            width: parent.width
            visible: section.figures.kind === "hours"
            hours: visible ? section.figures.rows : []
            highest: section.figures.highest ?? 1
            withheld: section.figures.withheld ?? false
        }
        ReferralFlow {
            objectName: "referralFlow"
            width: parent.width
            visible: section.figures.kind === "flow"
            toCitizenService: visible ? section.figures.rows[0].library : ({ n: 0, text: "", spoken: "" })
            toLibrary: visible ? section.figures.rows[0].citizenService : ({ n: 0, text: "", spoken: "" })
        }
        VText {
            objectName: "note-" + section.figures.code
            width: parent.width
            visible: text !== ""
            text: section.figures.note
            font.weight: Font.DemiBold
        }
    }
}
