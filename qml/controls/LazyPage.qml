import QtQuick

// A page that is made when it is first wanted, and then stays: the start is quicker without it.
Loader {
    required property bool wanted
    required property string name  ///< "today" is made of pages/TodayPage.qml
    required property var given    ///< the page's required properties

    function make(): void {
        if (wanted && status === Loader.Null)
            setSource("../pages/" + name.charAt(0).toUpperCase() + name.slice(1) + "Page.qml", given);
    }

    onWantedChanged: make()
    Component.onCompleted: make()
}
