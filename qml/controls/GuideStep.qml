import QtQuick
import Vejviser

// One numbered step of a guide, in large type: it is read standing, at arm's length.
Item {
    id: step

    required property int number
    required property string text

    readonly property bool narrow: width < 180 * Theme.textScale  ///< the words need all of it

    implicitHeight: Math.max(badge.height, words.y + words.implicitHeight)
    Accessible.role: Accessible.StaticText
    Accessible.name: qsTr("Step %1: %2").arg(number).arg(text)

    Rectangle {
        id: badge

        width: Math.round(32 * Theme.textScale)
        height: width
        radius: width / 2
        color: Theme.primary

        Text {
            anchors.centerIn: parent
            text: step.number
            color: Theme.primaryInk
            font.pixelSize: Theme.strong
            font.weight: Font.Bold
            Accessible.ignored: true
        }
    }
    VText {
        id: words

        x: step.narrow ? 0 : badge.width + 12
        y: step.narrow ? badge.height + 4 : Math.max(0, (badge.height - implicitHeight) / 2)
        width: step.width - x
        wrapMode: Text.Wrap
        text: step.text
        font.pixelSize: Theme.strong
        Accessible.ignored: true
    }
}
