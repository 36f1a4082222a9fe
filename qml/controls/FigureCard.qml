import QtQuick
import Vejviser

// One number and what it counts.
VCard {
    id: card

    required property string label
    property int value
    property string figure: Number(value).toLocaleString(Qt.locale(), "f", 0)

    implicitHeight: words.implicitHeight + 28
    Accessible.role: Accessible.StaticText
    Accessible.name: label + ": " + figure

    Column {
        id: words

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.margins: 18
        anchors.verticalCenter: parent.verticalCenter

        VText {
            objectName: "figure"
            width: parent.width
            text: card.figure
            font.pixelSize: Theme.figure
            font.weight: Font.Bold
            Accessible.ignored: true
        }
        VText {
            width: parent.width
            text: card.label
            color: Theme.quiet
            Accessible.ignored: true
        }
    }
}
