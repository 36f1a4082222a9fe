import QtQuick
import Vejviser
import Vejviser.Model

// Above the list of what was set aside: what it means, and what can be done with all of it.
Column {
    id: header

    required property SetAsideModel aside
    required property ExportController exports

    spacing: 10
    bottomPadding: 12

    VText {
        objectName: "asideText"
        width: parent.width
        text: header.aside.count > 0
            ? qsTr("These records are kept, but are not in the shared figures. Your supervisor can have those at the hub counted. This tablet is not told of it.")
            : qsTr("Nothing has been set aside. All that was logged here is sent or waits to be sent.")
    }
    Flow {
        width: parent.width
        spacing: 8
        layoutDirection: Theme.tapOrder

        VButton {
            objectName: "retryAll"
            visible: header.aside.canRetry
            width: Math.min(implicitWidth, parent.width)
            primary: true
            sign: "refresh"
            text: qsTr("Try all again")
            onClicked: header.aside.retryAll()
        }
        VButton {
            objectName: "saveAside"
            visible: header.aside.count > 0
            enabled: !header.exports.busy
            width: Math.min(implicitWidth, parent.width)
            sign: "file_download"
            text: qsTr("Save this list as a file")
            onClicked: header.exports.saveSetAside()
        }
        VButton {
            objectName: "saveOwnRows"
            enabled: !header.exports.busy
            width: Math.min(implicitWidth, parent.width)
            sign: "file_download"
            text: qsTr("Save all this tablet's records as a file")
            onClicked: header.exports.saveOwnRows()
        }
    }
    VText {
        objectName: "asideLeftOut"
        width: parent.width
        visible: text !== ""
        text: header.aside.leftOut
        color: Theme.quiet
    }
}
