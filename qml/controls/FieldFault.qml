import QtQuick
import Vejviser

// What is wrong with a field, between its label and where one writes; nothing while there is no
// text.
Row {
    id: fault

    property alias text: words.text

    visible: text !== ""
    spacing: 6

    VIcon {
        id: icon

        sign: "error"
        color: Theme.fault
    }
    VText {
        id: words

        objectName: fault.objectName + "-words"
        width: fault.width - icon.width - fault.spacing
        color: Theme.fault
        font.weight: Font.DemiBold
        Accessible.role: Accessible.AlertMessage
    }
}
