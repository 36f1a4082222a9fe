pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import QtQuick.Layouts
import Vejviser
import Vejviser.Model

// The window: navigation, the page in use, the bar of what was just logged. The first picture has
// what one taps to log; the rest is made at once after it.
T.ApplicationWindow {
    id: window

    required property AppContext app
    readonly property bool rail: width >= 720
    readonly property var pages: [
        { name: "log", sign: "touch_app", title: qsTr("New enquiry"), short: qsTr("Log") },
        { name: "refer", sign: "directions", title: qsTr("Referrals"), short: qsTr("Refer") },
        { name: "questions", sign: "question_answer", title: qsTr("Questions"), short: qsTr("Questions") },
        { name: "guides", sign: "menu_book", title: qsTr("Guides"), short: qsTr("Guides") },
        { name: "today", sign: "list", title: qsTr("Today"), short: qsTr("Today") },
        { name: "events", sign: "event", title: qsTr("Events"), short: qsTr("Events") },
        { name: "overview", sign: "bar_chart", title: qsTr("Overview"), short: qsTr("Overview") },
        { name: "settings", sign: "settings", title: qsTr("Settings"), short: qsTr("Settings") }
    ]
    readonly property var given: ({
        refer: { referrals: app.referrals, camera: app.camera },
        questions: { questions: app.questions, editor: app.question },
        guides: { guides: app.guides },
        today: { today: app.today, editor: app.editor },
        events: { app: app },
        overview: { overview: app.overview },
        settings: { app: app }
    })
    property int page: 0
    property bool drawn: false  ///< the first picture is there: what it did not need can be made

    function show(name: string): void {
        page = pages.findIndex(known => known.name === name);
    }

    title: "Vejviser"
    width: 1280
    height: 800
    minimumWidth: 360
    minimumHeight: 560
    visible: true
    color: Theme.paper
    font.family: Theme.family

    Binding {
        target: Theme
        property: "dark"
        value: window.app.settings.dark
    }
    Binding {
        target: Theme
        property: "textScale"
        value: window.app.settings.textScale
    }
    Binding {
        target: Theme
        property: "leftHanded"
        value: window.app.settings.leftHanded
    }

    onFrameSwapped: {
        if (!drawn)
            rest.start();
    }

    // The bar does not go while the keyboard is in it.
    onActiveFocusItemChanged: {
        if (bar.item && sight.isWithin(activeFocusItem, bar))
            (bar.item as HelpBar).restart();
        sight.reveal(activeFocusItem);
    }

    Timer {
        id: rest

        interval: 0
        onTriggered: window.drawn = true
    }
    KeyboardSight {
        id: sight

        pages: stack
    }
    Shortcut {
        sequence: "F6"
        enabled: bar.visible
        onActivated: (bar.item as HelpBar).takeFocus()
    }
    Shortcut {
        sequence: "Ctrl+F"
        enabled: !welcome.wanted
        onActivated: {
            window.page = 0;
            logPage.search();
        }
    }
    Shortcut {
        sequence: "Ctrl+Z"
        enabled: bar.visible && window.app.log.bar.active
        onActivated: window.app.log.bar.withdraw()
    }

    RowLayout {
        anchors.fill: parent
        spacing: 0
        layoutDirection: Theme.tapOrder
        visible: !welcome.wanted  // what lies behind the welcome is not read out either

        LazyPart {
            visible: window.rail
            Layout.fillHeight: true
            Layout.preferredWidth: Math.round(104 * Math.min(Theme.textScale, 1.4))
            wanted: window.rail && window.drawn
            file: "NavRail.qml"
            given: ({
                pages: Qt.binding(() => window.rail ? window.pages : []),
                current: Qt.binding(() => window.page)
            })
            heard: ({ chosen: index => window.page = index })
        }
        ColumnLayout {
            spacing: 0

            LazyPart {
                Layout.fillWidth: true
                Layout.preferredHeight: item ? -1 : Math.round(32 * Theme.textScale) + Theme.touch
                Layout.margins: window.rail ? 20 : 14
                Layout.bottomMargin: 12
                wanted: window.drawn
                file: "PageHeader.qml"
                given: ({
                    app: window.app,
                    title: Qt.binding(() => window.pages[window.page].title),
                    room: Qt.binding(() => window.width)
                })
            }
            Item {
                id: desk

                Layout.fillWidth: true
                Layout.fillHeight: true
                onHeightChanged: sight.reveal(window.activeFocusItem)

                StackLayout {
                    id: stack

                    anchors.fill: parent
                    anchors.leftMargin: window.rail ? 20 : 14
                    anchors.rightMargin: window.rail ? 20 : 14
                    anchors.bottomMargin: bar.visible ? bar.height + 12 : 8
                    currentIndex: window.page

                    LogPage {
                        id: logPage

                        objectName: "logPage"
                        topics: window.app.topics
                        refer: window.app.refer
                        log: window.app.log
                    }
                    Repeater {
                        model: window.pages.length - 1

                        delegate: LazyPage {
                            required property int index

                            wanted: window.page === index + 1
                            name: window.pages[index + 1].name
                            given: window.given[name]
                        }
                    }
                }
                LazyPart {
                    id: bar

                    anchors.left: parent.left
                    anchors.right: parent.right
                    anchors.bottom: parent.bottom
                    anchors.margins: 8
                    visible: window.page === 0 && item !== null && (item as HelpBar).shown
                    wanted: window.drawn || window.app.log.bar.active || window.app.log.fault !== ""
                    file: "HelpBar.qml"
                    given: ({ objectName: "bar", app: window.app, room: Qt.binding(() => desk.height) })
                    heard: ({ timedOut: () => wake.cover(bar.height) })
                }
                Wake {
                    id: wake

                    objectName: "wake"
                    anchors.left: bar.left
                    anchors.right: bar.right
                    anchors.bottom: bar.bottom
                }
            }
            LazyPart {
                visible: !window.rail
                Layout.fillWidth: true
                Layout.preferredHeight: Math.round(64 * Math.min(Theme.textScale, 1.2)) + 8
                wanted: !window.rail && window.drawn
                file: "NavBar.qml"
                given: ({
                    pages: Qt.binding(() => window.rail ? [] : window.pages),
                    current: Qt.binding(() => window.page)
                })
                heard: ({ chosen: index => window.page = index })
            }
        }
    }
    LazyPart {
        wanted: window.app.refer.active
        file: "ReferDialog.qml"
        given: ({ refer: window.app.refer, log: window.app.log })
    }
    LazyPart {
        wanted: window.app.referrals.active
        file: "ReferralDialog.qml"
        given: ({ app: window.app })
    }
    LazyPart {
        wanted: window.app.roles.active
        file: "PinDialog.qml"
        given: ({ roles: window.app.roles })
    }
    LazyPart {
        wanted: window.app.editor.active
        file: "HelpDialog.qml"
        given: ({ app: window.app })
    }
    LazyPage {
        id: welcome

        objectName: "welcome"
        anchors.fill: parent
        visible: wanted
        wanted: window.app.settings.unit === ""
        name: "welcome"
        given: ({ app: window.app })
    }
}
