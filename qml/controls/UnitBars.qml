pragma ComponentBehavior: Bound
import QtQuick
import Vejviser

// A bar and the numbers for each row: chart and table in one.
Column {
    id: bars

    required property string title
    required property var rows  ///< of {name, library, citizenService, total}, as shown_words.h says them
    property bool plain: false  ///< rows count different things: there is nothing to compare
    property int most: 12       ///< rows shown
    readonly property bool narrow: width < 300 * Theme.textScale
    readonly property bool wordy: rows.some(row => [row.library, row.citizenService, row.total].some(value => value.text.length > 6))
    readonly property int numberWidth: narrow ? Math.floor(width / 3) : Math.round((wordy ? 92 : 64) * Theme.textScale)
    readonly property int line: Math.round(22 * Theme.textScale)
    readonly property real highest: rows.reduce((most, row) => Math.max(most, row.library.n + row.citizenService.n), 1)

    // What a screen reader says of a row: the values there are.
    function spoken(row: var): string {
        if (row.library.text === "")
            return qsTr("%1: total %2").arg(row.name).arg(row.total.spoken);
        const units = qsTr("%1: library %2, citizen service %3").arg(row.name)
            .arg(row.library.spoken).arg(row.citizenService.spoken);
        return row.total.text === "" ? units : qsTr("%1, total %2").arg(units).arg(row.total.spoken);
    }

    spacing: 6
    Accessible.role: Accessible.Table
    Accessible.name: title

    Repeater {
        model: bars.rows.slice(0, bars.most)

        delegate: Column {
            id: row

            required property var modelData
            readonly property real library: modelData.library.n
            readonly property real citizenService: modelData.citizenService.n

            width: bars.width
            spacing: 3
            Accessible.role: Accessible.Row
            Accessible.name: bars.spoken(modelData)

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
                        model: [row.modelData.library, row.modelData.citizenService, row.modelData.total]

                        delegate: Text {
                            required property var modelData
                            required property int index

                            width: bars.numberWidth
                            height: parent ? parent.height : 0
                            text: modelData.text
                            fontSizeMode: Text.HorizontalFit  // smaller before it is cut off
                            minimumPixelSize: 9
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
