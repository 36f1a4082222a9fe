import QtQuick

// A part that is made when it is first wanted, and then stays: the start is quicker without it.
// Where its type is named, it is read: only say `item as Type` when there is an item.
Loader {
    id: part

    required property bool wanted
    required property string file  ///< beside this one
    required property var given    ///< the part's required properties
    property var heard: ({})       ///< what is done at its signals, by their names

    function make(): void {
        if (wanted && status === Loader.Null)
            setSource(file, given);
    }

    onWantedChanged: make()
    onLoaded: {
        for (const name in heard)
            item[name].connect(heard[name]);
    }
    Component.onCompleted: make()
}
