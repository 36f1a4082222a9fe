import QtQuick

// A page that is made when it is first wanted, and then stays: the start is quicker without it.
Loader {
    required property bool wanted
    required property string page  ///< file name in pages/
    required property var given    ///< its required properties

    function make(): void {
        if (wanted && status === Loader.Null)
            setSource("../pages/" + page + ".qml", given);
    }

    onWantedChanged: make()
    Component.onCompleted: make()
}
