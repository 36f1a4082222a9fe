import QtQuick
import QtQuick.Templates as T
import Vejviser

// The tablet's data cannot be opened: why, and what to do. Nothing is changed.
T.ApplicationWindow {
    id: window

    required property string detail
    required property bool inUse
    required property bool newer

    title: "Vejviser"
    width: 720
    height: 480
    visible: true
    color: Theme.paper
    font.family: Theme.family

    Column {
        anchors.centerIn: parent
        width: Math.min(parent.width - 48, 560)
        spacing: 18

        VIcon {
            anchors.horizontalCenter: parent.horizontalCenter
            sign: "error_outline"
            color: Theme.fault
            size: 72
        }
        VHeading {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: window.inUse ? qsTr("Vejviser is already running with these data.")
                : window.newer ? qsTr("These data were made by a newer Vejviser.")
                : qsTr("Vejviser cannot open its data.")
        }
        VText {
            objectName: "errorAdvice"
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: window.inUse ? qsTr("Use the window that is open, or close it first.")
                : window.newer ? qsTr("Update Vejviser on this tablet. Nothing has been changed.")
                : qsTr("Nothing has been changed. Tell IT what stands here:")
        }
        VText {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            color: Theme.quiet
            font.pixelSize: Theme.small
            text: window.detail
        }
        VButton {
            anchors.horizontalCenter: parent.horizontalCenter
            primary: true
            text: qsTr("Close")
            onClicked: window.close()
        }
    }
}
