import QtQuick
import QtQuick.Templates as T
import Vejviser

// How far down a list or page one is, while it moves.
T.ScrollBar {
    id: bar

    implicitWidth: Theme.gap
    padding: 3
    minimumSize: width / height
    contentItem: Rectangle {
        radius: width / 2
        color: bar.pressed ? Theme.ink : Theme.quiet
        opacity: bar.active && bar.size < 1 ? 0.75 : 0
    }
}
