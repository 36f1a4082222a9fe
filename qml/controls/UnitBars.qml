pragma ComponentBehavior: Bound
import QtQuick
import Vejviser
import Vejviser.Model

// A bar and the numbers for each row: chart and table in one.
Column {
    id: bars

    required property UnitRowsModel rows
    property int most: 12  ///< rows shown
    readonly property bool narrow: width < 300 * Theme.textScale
    readonly property int numberWidth: Math.round(56 * Theme.textScale)

    spacing: 6
    Accessible.role: Accessible.Table
    Accessible.name: qsTr("Enquiries by topic and unit")

    Repeater {
        id: topics

        model: bars.rows

        delegate: Column {
            id: row

            required property int index
            required property string name
            required property int library
            required property int citizenService
            required property int total

            width: bars.width
            visible: index < bars.most
            spacing: 3
            Accessible.role: Accessible.Row
            Accessible.name: qsTr("%1: library %2, citizen service %3, total %4")
                .arg(name).arg(library).arg(citizenService).arg(total)

            VText {
                width: parent.width
                text: row.name
                font.pixelSize: Theme.small
                Accessible.ignored: true
            }
            Row {
                width: parent.width
                height: Math.round(22 * Theme.textScale)
                spacing: 8

                Item {
                    id: track

                    width: parent.width - numbers.width - 8
                    height: parent.height

                    Rectangle {
                        id: first

                        width: track.width * row.library / bars.rows.highest
                        height: parent.height
                        radius: 4
                        color: Theme.library
                    }
                    Rectangle {
                        anchors.left: first.right
                        anchors.leftMargin: row.library > 0 && row.citizenService > 0 ? 2 : 0
                        width: track.width * row.citizenService / bars.rows.highest
                        height: parent.height
                        radius: 4
                        color: Theme.citizenService
                    }
                }
                Row {
                    id: numbers

                    height: parent.height

                    Repeater {
                        model: bars.narrow ? [row.total] : [row.library, row.citizenService, row.total]

                        delegate: Text {
                            required property int modelData
                            required property int index

                            width: bars.numberWidth
                            height: parent ? parent.height : 0
                            text: modelData
                            color: bars.narrow || index === 2 ? Theme.ink : (index === 0 ? Theme.library : Theme.citizenService)
                            font.pixelSize: Theme.small
                            font.weight: bars.narrow || index === 2 ? Font.Bold : Font.DemiBold
                            horizontalAlignment: Text.AlignRight
                            verticalAlignment: Text.AlignVCenter
                            Accessible.ignored: true
                        }
                    }
                }
            }
        }
    }
    VText {
        width: parent.width
        visible: topics.count > bars.most
        text: qsTr("and %n more topics", "", topics.count - bars.most)
        color: Theme.quiet
        font.pixelSize: Theme.small
    }
}
