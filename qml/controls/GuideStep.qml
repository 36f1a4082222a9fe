import QtQuick
import Vejviser

// One numbered step of a guide, in large type: it is read standing, at arm's length.
Item {
    id: step

    required property int number
    required property string text

    implicitHeight: Math.max(badge.height, words.implicitHeight)
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

        anchors.left: badge.right
        anchors.leftMargin: 12
        anchors.right: parent.right
        anchors.verticalCenter: lineCount === 1 ? badge.verticalCenter : undefined
        text: step.text
        font.pixelSize: Theme.strong
        Accessible.ignored: true
    }
}
