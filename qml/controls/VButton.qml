import QtQuick
import QtQuick.Templates as T
import Vejviser

// A button with a word on it, and perhaps a sign before it.
T.Button {
    id: control

    property string sign: ""
    property bool primary: false
    property bool warning: false
    readonly property color tint: warning ? Theme.fault : Theme.primary

    readonly property real signGap: text !== "" ? 8 : 0
    readonly property real signWidth: sign !== "" ? Math.round(24 * Theme.textScale) + signGap : 0

    implicitWidth: Math.max(Theme.touch, leftPadding + rightPadding + signWidth + words.implicitWidth)
    implicitHeight: Math.max(Theme.touch, words.implicitHeight + 16)
    padding: 6
    leftPadding: text !== "" ? 18 : 4
    rightPadding: leftPadding
    font.pixelSize: Theme.body
    font.weight: Font.DemiBold
    // Qt 6.4 does not tell screen readers that it is disabled.
    Accessible.description: enabled ? "" : qsTr("Not available now")
    Accessible.onPressAction: if (control.enabled) control.clicked()

    background: Rectangle {
        radius: Theme.radius
        color: control.primary ? (control.down ? Qt.darker(control.tint, 1.2) : control.tint)
                               : (control.down ? Theme.cardPressed : Theme.card)
        border.width: control.primary ? 0 : 1
        border.color: control.tint
        opacity: control.enabled ? 1 : 0.5

        FocusFrame { shown: control.visualFocus }
    }
    contentItem: Item {
        implicitHeight: words.implicitHeight

        Row {
            anchors.centerIn: parent
            spacing: control.signGap

            VIcon {
                visible: control.sign !== ""
                sign: control.sign
                color: words.color
                anchors.verticalCenter: parent.verticalCenter
            }
            Text {
                id: words

                visible: text !== ""
                text: control.text
                font: control.font
                color: control.primary ? Theme.primaryInk : control.tint
                width: Math.min(implicitWidth, control.availableWidth - control.signWidth)
                wrapMode: Text.WordWrap
                horizontalAlignment: Text.AlignHCenter
                anchors.verticalCenter: parent.verticalCenter
                Accessible.ignored: true
            }
        }
    }
}
