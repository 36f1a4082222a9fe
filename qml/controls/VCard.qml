import QtQuick
import Vejviser

// A sheet of paper that things lie on.
Rectangle {
    color: Theme.card
    radius: Theme.radius
    border.width: 1
    border.color: Theme.line
}
