import QtQuick
import QtQuick.Layouts
import Vejviser

// Navigation below the pages, in a narrow window: the first few, and the others under “More”.
Rectangle {
    id: bar

    required property var pages  ///< of {name, sign, title, short}
    required property int current
    readonly property int first: pages.length > 5 ? 4 : pages.length  ///< that are not under “More”

    signal chosen(int index)

    implicitHeight: tabs.implicitHeight + 8
    color: Theme.card

    Rectangle {
        width: parent.width
        height: 1
        color: Theme.line
    }
    RowLayout {
        id: tabs

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.margins: 4
        spacing: 2
        layoutDirection: Theme.tapOrder

        NavItems {
            pages: bar.pages.slice(0, bar.first)
            current: bar.current
            onChosen: index => bar.chosen(index)
        }
        NavItem {
            objectName: "nav-more"
            visible: bar.first < bar.pages.length
            Layout.fillWidth: true
            text: qsTr("More")
            sign: "menu"
            current: bar.current >= bar.first
            onClicked: more.open()
        }
    }
    LazyDialog {
        id: more

        file: "MorePages.qml"
        given: ({ pages: Qt.binding(() => bar.pages.slice(bar.first)) })
        heard: ({ chosen: index => bar.chosen(bar.first + index) })
    }
}
