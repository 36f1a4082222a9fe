import QtQuick
import QtQuick.Layouts
import Vejviser
import Vejviser.Model

// Above every page: its title, where one works, and sync.
GridLayout {
    id: header

    required property AppContext app
    required property string title
    required property real room  ///< the window's width

    columns: room < 300 * Theme.textScale ? 1 : 2
    columnSpacing: 12
    rowSpacing: 8
    layoutDirection: Theme.tapOrder

    ColumnLayout {
        spacing: 0

        VText {
            objectName: "pageTitle"
            Layout.fillWidth: true
            text: header.title
            font.pixelSize: Math.min(Theme.title, Math.max(22, header.room / 15))
            font.weight: Font.Bold
            Accessible.role: Accessible.Heading
        }
        WorkplaceButton {
            objectName: "workplace"
            Layout.fillWidth: true
            Layout.maximumWidth: implicitWidth
            text: header.app.settings.standing
            onClicked: change.open()
        }
    }
    SyncBadge {
        objectName: "syncBadge"
        sync: header.app.sync
        aside: header.app.aside
        exports: header.app.exports
    }
    LazyPart {
        Layout.columnSpan: header.columns
        Layout.fillWidth: true
        visible: wanted
        wanted: header.app.roles.ended !== ""
        file: "RoleEnded.qml"
        given: ({ roles: header.app.roles })
    }
    LazyDialog {
        id: change

        file: "WorkplaceDialog.qml"
        given: ({ app: header.app })
    }
}
