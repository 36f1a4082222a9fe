pragma ComponentBehavior: Bound
import QtQuick
import Vejviser

// A bar and the numbers for each row: chart and table in one.
Column {
    id: bars

    required property string title
    required property var rows  ///< of {name, library, citizenService}
    property bool plain: false  ///< rows count different things: there is nothing to compare
    property int most: 12       ///< rows shown
    readonly property bool narrow: width < 300 * Theme.textScale
    readonly property int numberWidth: narrow ? Math.floor(width / 3) : Math.round(64 * Theme.textScale)
    readonly property int line: Math.round(22 * Theme.textScale)
    readonly property real highest: rows.reduce((most, row) => Math.max(most, row.library + row.citizenService), 1)

    function number(n: real): string {
        return n.toLocaleString(Qt.locale(), "f", Number.isInteger(n) ? 0 : 1);
    }

    spacing: 6
    Accessible.role: Accessible.Table
    Accessible.name: title

    Repeater {
        model: bars.rows.slice(0, bars.most)

        delegate: Column {
            id: row

            required property var modelData
            readonly property real library: modelData.library
            readonly property real citizenService: modelData.citizenService
            readonly property real total: library + citizenService

            width: bars.width
            spacing: 3
            Accessible.role: Accessible.Row
            Accessible.name: qsTr("%1: library %2, citizen service %3, total %4").arg(modelData.name)
                .arg(bars.number(library)).arg(bars.number(citizenService)).arg(bars.number(total))

            VText {
                width: parent.width
                text: row.modelData.name
                font.pixelSize: Theme.small
                Accessible.ignored: true
            }
            Item {
                width: parent.width
                height: bars.narrow && !bars.plain ? 2 * bars.line : bars.line

                Item {
                    id: track

                    width: bars.narrow ? parent.width : parent.width - numbers.width - 8
                    height: bars.line
                    visible: !bars.plain

                    Rectangle {
                        id: first

                        width: track.width * row.library / bars.highest
                        height: parent.height
                        radius: 4
                        color: Theme.library
                    }
                    Rectangle {
                        anchors.left: first.right
                        anchors.leftMargin: row.library > 0 && row.citizenService > 0 ? 2 : 0
                        width: track.width * row.citizenService / bars.highest
                        height: parent.height
                        radius: 4
                        color: Theme.citizenService
                    }
                }
                Row {
                    id: numbers

                    anchors.right: parent.right
                    anchors.bottom: parent.bottom
                    height: bars.line

                    Repeater {
                        model: [row.library, row.citizenService, row.total]

                        delegate: Text {
                            required property real modelData
                            required property int index

                            width: bars.numberWidth
                            height: parent ? parent.height : 0
                            text: bars.number(modelData)
                            color: index === 2 ? Theme.ink : (index === 0 ? Theme.library : Theme.citizenService)
                            font.pixelSize: Theme.small
                            font.weight: index === 2 ? Font.Bold : Font.DemiBold
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
        visible: bars.rows.length > bars.most
        text: qsTr("and %n more", "", bars.rows.length - bars.most)
        color: Theme.quiet
        font.pixelSize: Theme.small
    }
}
