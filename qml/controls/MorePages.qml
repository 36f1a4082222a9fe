pragma ComponentBehavior: Bound
import QtQuick
import Vejviser

// The pages that have no place in the row at the bottom of a narrow window.
VDialog {
    id: menu

    required property var pages  ///< of {name, sign, title}

    signal chosen(int index)

    objectName: "morePages"
    title: qsTr("More pages")
    padding: 12
    width: Math.min(420, (parent?.width ?? 420) - 24)
    height: Math.min(implicitHeight, (parent?.height ?? 700) - 24)
    anchors.centerIn: undefined
    x: ((parent?.width ?? 0) - width) / 2
    y: (parent?.height ?? 0) - height - 12

    contentItem: Flickable {
        implicitHeight: list.implicitHeight
        contentHeight: list.implicitHeight
        clip: true
        boundsBehavior: Flickable.StopAtBounds

        Column {
            id: list

            width: menu.availableWidth
            spacing: 6

            Repeater {
                model: menu.pages

                delegate: VButton {
                    required property int index
                    required property var modelData

                    objectName: "nav-" + modelData.name
                    width: list.width
                    sign: modelData.sign
                    text: modelData.title
                    onClicked: {
                        menu.close();
                        menu.chosen(index);
                    }
                }
            }
        }
    }
}
