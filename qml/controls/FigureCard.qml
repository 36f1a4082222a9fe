import QtQuick
import Vejviser

// One number and what it counts.
VCard {
    id: card

    required property string label
    property string source  ///< whose number it is, for those who do not see where it stands
    property var shown       ///< the number as shown_words.h says it, where it is not `value`
    property int value: shown?.n ?? 0
    property string figure: shown?.text ?? Number(value).toLocaleString(Qt.locale(), "f", 0)
    readonly property string spoken: shown?.spoken ?? figure

    implicitHeight: words.implicitHeight + 28
    Accessible.role: Accessible.StaticText
    Accessible.name: source === "" ? qsTr("%1: %2").arg(label).arg(spoken)
                                   : qsTr("%1: %2. %3").arg(label).arg(spoken).arg(source)

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
            wrapMode: Text.NoWrap
            fontSizeMode: Text.HorizontalFit  // words are longer than numbers
            minimumPixelSize: Theme.small
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
