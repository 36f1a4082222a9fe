import QtQuick
import QtQuick.Templates as T
import Vejviser

// Yes or no.
T.CheckBox {
    id: check

    // What a finger does.
    function press(): void {
        toggle();
        toggled();
    }

    implicitWidth: implicitContentWidth + leftPadding + rightPadding
    implicitHeight: Math.max(Theme.touch, words.implicitHeight + 12)
    leftPadding: 4
    rightPadding: 4
    spacing: 12
    font.pixelSize: Theme.body
    Accessible.name: text
    Accessible.onPressAction: press()
    Accessible.onToggleAction: press()

    indicator: Rectangle {
        x: check.leftPadding
        y: (check.height - height) / 2
        width: Math.round(28 * Math.min(Theme.textScale, 1.5))
        height: width
        radius: 6
        color: check.checked ? Theme.primary : Theme.card
        border.width: 2
        border.color: check.checked ? Theme.primary : Theme.quiet

        VIcon {
            anchors.centerIn: parent
            visible: check.checked
            sign: "check"
            color: Theme.primaryInk
            size: parent.width - 6
        }
    }
    background: Item {
        FocusFrame {
            anchors.margins: 0
            shown: check.visualFocus
        }
    }
    contentItem: Text {
        id: words

        leftPadding: check.indicator.width + check.spacing
        text: check.text
        font: check.font
        color: Theme.ink
        wrapMode: Text.WordWrap
        verticalAlignment: Text.AlignVCenter
        Accessible.ignored: true
    }
}
