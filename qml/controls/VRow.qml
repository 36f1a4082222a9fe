import QtQuick
import QtQuick.Templates as T
import Vejviser

// A row of a list that opens what it stands for. What kind of control it is decides what screen
// readers call it: Qt overrules Accessible.role.
T.ItemDelegate {
    id: row

    property bool current: false  ///< what it stands for is open, or chosen

    implicitWidth: implicitContentWidth
    implicitHeight: implicitContentHeight
    focusPolicy: Qt.StrongFocus
    Accessible.selected: current
    Accessible.onPressAction: row.clicked()

    background: VCard {
        color: row.down ? Theme.cardPressed : row.current ? Theme.primarySoft : Theme.card
        border.width: row.current ? 2 : 1
        border.color: row.current ? Theme.primary : Theme.edge

        FocusFrame { shown: row.visualFocus }
    }
}
