import QtQuick
import Vejviser

// The heading of a card or section.
VText {
    font.pixelSize: Theme.strong
    font.weight: Font.DemiBold
    Accessible.role: Accessible.Heading
}
