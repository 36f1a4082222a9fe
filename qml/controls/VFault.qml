import QtQuick
import Vejviser

// Why something could not be saved and what to do, with a bar beside it; nothing while there is no
// text.
Rectangle {
    id: fault

    property alias text: words.text

    visible: text !== ""
    implicitHeight: words.implicitHeight + 16
    color: Theme.faultSoft

    Rectangle {
        width: 4
        height: parent.height
        color: Theme.fault
    }
    VText {
        id: words

        objectName: fault.objectName + "-words"
        x: 14
        width: parent.width - 24
        anchors.verticalCenter: parent.verticalCenter
        color: Theme.fault
        font.weight: Font.DemiBold
        Accessible.role: Accessible.AlertMessage
    }
}
