import QtQuick
import QtQuick.Templates as T
import Vejviser

// Room to write a few lines: above it what to write and what not to, and what was wrong with it;
// below it how much room is left.
Column {
    id: area

    required property string label
    required property int room    ///< bytes left; below 0 when it is too long
    property string fault: ""     ///< why it was not saved; empty: nothing
    property alias text: input.text
    readonly property string hint: qsTr("Do not write names or CPR numbers")

    // One writes on where the text ends.
    function takeFocus(): void {
        input.forceActiveFocus();
        input.cursorPosition = input.length;
    }

    spacing: 4

    VText {
        width: parent.width
        text: area.label
        font.weight: Font.DemiBold
    }
    VText {
        width: parent.width
        text: area.hint
        color: Theme.quiet
        font.pixelSize: Theme.small
    }
    VFault {
        objectName: area.objectName + "-fault"
        width: parent.width
        text: area.fault
    }
    T.TextArea {
        id: input

        objectName: area.objectName + "-input"
        width: parent.width
        implicitHeight: Math.max(Math.round(96 * Theme.textScale), contentHeight + 28)
        padding: 12
        leftPadding: 16
        font.pixelSize: Theme.body
        color: Theme.ink
        wrapMode: TextEdit.Wrap
        textFormat: TextEdit.PlainText
        selectByMouse: true
        selectionColor: Theme.primary
        selectedTextColor: Theme.primaryInk
        Accessible.name: area.label
        Accessible.description: area.fault !== "" ? area.fault : area.hint
        // The tabulator goes on to the next thing, as everywhere else.
        Keys.onTabPressed: nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
        Keys.onBacktabPressed: nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)

        background: Rectangle {
            radius: Theme.radius
            color: Theme.card
            border.width: input.activeFocus || area.fault !== "" ? 3 : 1
            border.color: area.fault !== "" ? Theme.fault
                : (input.activeFocus ? Theme.accent : Theme.quiet)
        }
    }
    VText {
        objectName: area.objectName + "-room"
        width: parent.width
        text: area.room < 0 ? qsTr("%n characters too many", "", -area.room)
                            : qsTr("%n characters left", "", area.room)
        color: area.room < 0 ? Theme.fault : Theme.quiet
        font.pixelSize: Theme.small
        font.weight: area.room < 0 ? Font.DemiBold : Font.Normal
    }
}
