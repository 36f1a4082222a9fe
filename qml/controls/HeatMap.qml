pragma ComponentBehavior: Bound
import QtQuick
import Vejviser

// Enquiries by hour and weekday: the darker, the more; the number stands in each cell.
Column {
    id: map

    required property var hours  ///< of {hour, cells: [Monday ... Sunday]}, as shown_words.h says them
    required property real highest
    property bool withheld: false  ///< a cell is
    readonly property real hourWidth: Math.round(44 * Theme.textScale)
    readonly property real cellWidth: (width - hourWidth) / 7 - 3

    // Monday is 0.
    function dayName(day: int, format: int): string {
        return Qt.locale().dayName((day + 1) % 7, format).replace(".", "");
    }

    spacing: 3
    Accessible.role: Accessible.Table
    Accessible.name: qsTr("Enquiries by weekday and hour")

    Row {
        spacing: 3

        Item {
            width: map.hourWidth
            height: 1
        }
        Repeater {
            model: 7

            delegate: Text {
                required property int index

                width: map.cellWidth
                text: map.dayName(index, map.cellWidth < 40 * Theme.textScale ? Locale.NarrowFormat : Locale.ShortFormat)
                color: Theme.quiet
                font.pixelSize: Theme.small
                horizontalAlignment: Text.AlignHCenter
                fontSizeMode: Text.HorizontalFit  // smaller before it is cut off
                minimumPixelSize: 9
                elide: Text.ElideRight
                Accessible.ignored: true
            }
        }
    }
    Repeater {
        model: map.hours

        delegate: Row {
            id: row

            required property var modelData

            spacing: 3
            Accessible.role: Accessible.Row
            Accessible.name: qsTr("From %1 o'clock: %2").arg(modelData.hour)
                .arg(modelData.cells.map((n, day) => map.dayName(day, Locale.LongFormat) + " " + n.spoken).join(", "))

            Text {
                width: map.hourWidth
                height: cells.height
                text: row.modelData.hour + "–" + (row.modelData.hour + 1)
                color: Theme.quiet
                font.pixelSize: Theme.small
                verticalAlignment: Text.AlignVCenter
                Accessible.ignored: true
            }
            Row {
                id: cells

                spacing: 3

                Repeater {
                    model: row.modelData.cells

                    delegate: Rectangle {
                        id: cell

                        required property var modelData
                        readonly property int level: Theme.heatLevel(modelData.n, map.highest)

                        width: map.cellWidth
                        height: Math.round(26 * Theme.textScale)
                        radius: 4
                        color: Theme.heat[level]

                        Text {
                            anchors.centerIn: parent
                            width: parent.width
                            horizontalAlignment: Text.AlignHCenter
                            fontSizeMode: Text.HorizontalFit
                            minimumPixelSize: 9
                            visible: text !== ""
                            text: cell.modelData.brief
                            color: Theme.heatInk(cell.level)
                            font.pixelSize: Math.min(Theme.small, 18)
                            Accessible.ignored: true
                        }
                    }
                }
            }
        }
    }
    VText {
        objectName: "hoursWithheld"
        width: parent.width
        visible: map.withheld
        text: qsTr("× Withheld to protect confidentiality")
        color: Theme.quiet
        font.pixelSize: Theme.small
        Accessible.ignored: true
    }
}
