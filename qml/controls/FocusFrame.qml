import QtQuick
import Vejviser

// Shows which control the keyboard is on. A child of the control's background.
Rectangle {
    required property bool shown

    anchors.fill: parent
    anchors.margins: -3
    visible: shown
    color: "transparent"
    radius: Theme.radius + 2
    border.width: 3
    border.color: Theme.accent
}
