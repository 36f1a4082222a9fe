import QtQuick
import QtQuick.Templates as T
import Vejviser

// A page in the navigation.
T.TabButton {
    id: item

    required property string sign
    property bool current: false

    implicitHeight: Math.round(64 * Math.min(Theme.textScale, 1.2))
    focusPolicy: Qt.StrongFocus
    checked: current
    autoExclusive: false
    padding: 0
    // A tap alone checks nothing: the page does.
    onToggled: checked = Qt.binding(() => current)
    Accessible.name: text
    Accessible.onPressAction: item.clicked()

    background: Rectangle {
        color: item.current ? Theme.primarySoft : (item.down ? Theme.cardPressed : "transparent")
        radius: Theme.radius

        FocusFrame { shown: item.visualFocus }
    }
    contentItem: Item {
        Column {
            anchors.centerIn: parent
            width: parent.width
            spacing: 2

            VIcon {
                anchors.horizontalCenter: parent.horizontalCenter
                sign: item.sign
                size: 26
                color: item.current ? Theme.primary : Theme.quiet
            }
            Text {
                width: parent.width
                text: item.text
                horizontalAlignment: Text.AlignHCenter
                font.pixelSize: Math.min(Theme.small, item.width / 6.6)
                fontSizeMode: Text.HorizontalFit  // a long word is smaller before it is cut off
                minimumPixelSize: 9
                font.weight: item.current ? Font.DemiBold : Font.Normal
                color: item.current ? Theme.primary : Theme.quiet
                elide: Text.ElideRight
                Accessible.ignored: true
            }
        }
    }
}
