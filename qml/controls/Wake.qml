import QtQuick

// Where something just went by itself: a hand already on its way to it must not tap what comes to
// light under it.
MouseArea {
    id: wake

    function cover(room: real): void {
        height = room;
        visible = true;
    }

    visible: false

    Timer {
        interval: 600
        running: wake.visible
        onTriggered: wake.visible = false
    }
}
