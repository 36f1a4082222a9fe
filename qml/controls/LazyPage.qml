import Vejviser

// A page that is made when it is first wanted, and then stays.
LazyPart {
    required property string name  ///< "today" is made of pages/TodayPage.qml

    file: "../pages/" + name.charAt(0).toUpperCase() + name.slice(1) + "Page.qml"
}
