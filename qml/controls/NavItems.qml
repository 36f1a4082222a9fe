pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Vejviser

// The pages to choose from, for a rail or a row.
Repeater {
    id: items

    required property var pages  ///< of {name, sign, short}
    required property int current

    signal chosen(int index)

    model: pages

    delegate: NavItem {
        required property int index
        required property var modelData

        objectName: "nav-" + modelData.name
        Layout.fillWidth: true
        text: modelData.short
        sign: modelData.sign
        current: items.current === index
        onClicked: items.chosen(index)
    }
}
