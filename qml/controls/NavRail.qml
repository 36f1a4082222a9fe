import QtQuick
import QtQuick.Layouts
import Vejviser

// Navigation beside the pages, where there is room for it.
Rectangle {
    id: rail

    required property var pages  ///< of {name, sign, short}
    required property int current

    signal chosen(int index)

    implicitWidth: Math.round(104 * Math.min(Theme.textScale, 1.4))
    color: Theme.card

    Rectangle {
        x: Theme.leftHanded ? 0 : parent.width - width  // beside the pages
        width: 1
        height: parent.height
        color: Theme.line
    }
    Flickable {
        anchors.fill: parent
        anchors.margins: 8
        contentHeight: items.implicitHeight
        clip: true
        boundsBehavior: Flickable.StopAtBounds

        ColumnLayout {
            id: items

            width: parent.width
            spacing: 6

            VIcon {
                Layout.fillWidth: true
                Layout.topMargin: 10
                Layout.bottomMargin: 10
                sign: "signpost"
                color: Theme.primary
                size: 40
            }
            NavItems {
                pages: rail.pages
                current: rail.current
                onChosen: index => rail.chosen(index)
            }
        }
    }
}
