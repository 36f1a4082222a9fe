import QtQuick

// A part that is made when it is first wanted, and then stays: the start is quicker without it.
Loader {
    required property bool wanted
    required property string file  ///< beside this one
    required property var given    ///< the part's required properties

    function make(): void {
        if (wanted && status === Loader.Null)
            setSource(file, given);
    }

    onWantedChanged: make()
    Component.onCompleted: make()
}
