pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Vejviser
import Vejviser.Model

// What this tablet has counted, and what both units share: a section for each question.
FocusScope {
    id: page

    required property OverviewModel overview
    readonly property int columns: width >= 860 * Math.min(Theme.textScale, 1.3) ? 2 : 1

    Binding {
        target: page.overview
        property: "shown"
        value: page.visible
    }

    Flickable {
        objectName: "overviewFlickable"
        anchors.fill: parent
        contentHeight: content.implicitHeight
        clip: true
        boundsBehavior: Flickable.StopAtBounds

        T.ScrollBar.vertical: VScrollBar {}

        Column {
            id: content

            width: parent.width
            spacing: Theme.gap + 4

            OverviewHead {
                width: parent.width
                overview: page.overview
            }
            Row {
                id: sides

                width: parent.width
                spacing: content.spacing

                Repeater {
                    model: page.columns

                    delegate: Column {
                        id: side

                        required property int index
                        readonly property var all: page.overview.sections

                        width: (sides.width - (page.columns - 1) * sides.spacing) / page.columns
                        spacing: content.spacing

                        Repeater {
                            model: side.all.filter((section, place) => place % page.columns === side.index)

                            delegate: OverviewSection {
                                required property var modelData

                                objectName: "section-" + modelData.code
                                width: side.width
                                figures: modelData
                                source: page.overview.source
                            }
                        }
                    }
                }
            }
        }
    }
}
