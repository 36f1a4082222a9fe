import QtQuick

// What the next tap on a topic means, when it does not log a help that was given just now.
QtObject {
    id: tap

    property string mode: ""  ///< "timer" or "late"; empty: a tap logs as always
    property int daysBack: 0
    property string time: ""  ///< as it was typed
    /// Whoever leaves the tablet like this has most likely forgotten it, and the next tap would be
    /// given a time of the past.
    readonly property int patience_s: 120
    readonly property Timer patience: Timer {
        interval: tap.patience_s * 1000
        running: tap.mode !== ""
        onTriggered: tap.end()
    }

    function begin(wanted: string, now: string): void {
        daysBack = 0;
        time = now;
        mode = wanted;
        goOn();
    }

    function goOn(): void {
        if (mode !== "")
            patience.restart();
    }

    function end(): void {
        mode = "";
    }
}
