pragma ComponentBehavior: Bound
import QtQuick
import Vejviser

// Which branch and unit can do something now, and when the others open.
Column {
    id: who

    required property var places  ///< of {place, unit, open, hours, here}

    spacing: 10

    VHeading {
        width: who.width
        text: qsTr("Who can do it now")
    }
    VText {
        objectName: "whoCanUnknown"
        visible: who.places.length === 0
        width: who.width
        color: Theme.quiet
        text: qsTr("This tablet has not been told the opening hours of a unit that helps with this.")
    }
    Repeater {
        model: who.places

        delegate: Item {
            id: place

            required property int index
            required property var modelData
            readonly property bool narrow: width < 420 * Theme.textScale

            objectName: "whoCan-" + index
            width: who.width
            implicitHeight: hours.y + hours.height + (narrow ? 0 : Math.max(0, where.height - hours.height))
            Accessible.role: Accessible.StaticText
            Accessible.name: qsTr("%1: %2").arg(where.text).arg(modelData.hours)

            VIcon {
                id: sign

                visible: place.width >= 180 * Theme.textScale
                sign: place.modelData.open ? "check_circle" : "schedule"
                color: place.modelData.open ? Theme.primary : Theme.quiet
            }
            VText {
                id: where

                x: sign.visible ? sign.width + 8 : 0
                width: place.narrow ? place.width - x : (place.width - x) * 0.6
                text: place.modelData.here ? qsTr("%1, %2 (here)").arg(place.modelData.place).arg(place.modelData.unit)
                    : qsTr("%1, %2").arg(place.modelData.place).arg(place.modelData.unit)
                wrapMode: Text.Wrap
                Accessible.ignored: true
            }
            VText {
                id: hours

                objectName: "whoCanHours-" + place.index
                x: place.narrow ? where.x : where.x + where.width + 8
                y: place.narrow ? where.height : 0
                width: place.width - x
                text: place.modelData.hours
                color: place.modelData.open ? Theme.primary : Theme.quiet
                font.weight: place.modelData.open ? Font.DemiBold : Font.Normal
                Accessible.ignored: true
            }
        }
    }
}
