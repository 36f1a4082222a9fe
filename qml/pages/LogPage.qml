pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Vejviser
import Vejviser.Model

// The start page: one tap on a topic is one help. Held down, a topic gets a timer.
FocusScope {
    id: page

    required property TopicTilesModel topics
    required property LogController log
    required property ReferController refer

    function search(): void {
        field.forceActiveFocus();
        field.selectAll();
    }

    // What a tap on a topic does: one help, or a referral first, where that is the line.
    function choose(topicId: string): void {
        if (tap.mode === "" && refer.comesFirst(topicId)) {
            refer.begin(topicId);
            field.clear();
            return;
        }
        const done = tap.mode === "timer" ? log.start(topicId)
            : tap.mode === "late" ? log.logLate(topicId, tap.daysBack, tap.time) : log.log(topicId);
        if (!done)
            return;
        field.clear();
        if (tap.mode === "timer")
            tap.end();
        tap.goOn();
    }

    onVisibleChanged: tap?.end()

    TapMode {
        id: tap
    }
    Binding {
        target: page.topics
        property: "daysBack"
        value: tap.mode === "late" ? tap.daysBack : 0
    }
    // In a private room nothing on the screen says what it is about.
    Connections {
        target: page.log.bar

        function onChanged(): void {
            if (page.log.bar.discreet)
                field.clear();
        }
    }
    LazyDialog {
        id: menu

        file: "LogMenu.qml"
        given: ({ log: page.log, tap: tap })
    }
    VSearchField {
        id: field

        objectName: "search"
        anchors.top: parent.top
        anchors.left: parent.left
        anchors.right: beside.left
        anchors.rightMargin: 8
        LayoutMirroring.enabled: Theme.leftHanded  // the anchors, not the text
        placeholderText: width < 190 * Theme.textScale ? qsTr("Search") : qsTr("Search for a topic")
        Accessible.name: qsTr("Search for a topic")
        onTextChanged: page.topics.search = text
        onAccepted: {
            if (page.topics.search !== "" && page.topics.count > 0)
                page.choose(page.topics.firstTopic());
        }
    }
    VButton {
        id: beside

        objectName: "openLogMenu"
        anchors.top: parent.top
        anchors.right: parent.right
        LayoutMirroring.enabled: Theme.leftHanded
        width: Math.max(Theme.touch, Math.round(28 * Theme.textScale))
        height: field.height
        sign: "more_vert"
        Accessible.name: qsTr("More ways to log")
        onClicked: menu.open()
    }
    Flickable {
        id: above

        anchors.top: field.bottom
        anchors.topMargin: height > 0 ? Theme.gap : 0
        anchors.left: parent.left
        anchors.right: parent.right
        height: Math.min(contentHeight, page.height * 0.45)
        contentHeight: inUse.height
        clip: true
        boundsBehavior: Flickable.StopAtBounds

        Column {
            id: inUse

            width: parent.width
            spacing: 8

            LazyPart {
                width: parent.width
                visible: wanted
                wanted: tap.mode !== ""
                file: "LogMode.qml"
                given: ({ objectName: "mode", log: page.log, tap: tap })
            }
            LazyPart {
                width: parent.width
                visible: wanted
                wanted: page.log.timers.count > 0
                file: "TimerChips.qml"
                given: ({ objectName: "timers", log: page.log })
                heard: ({ stopped: () => field.clear() })
            }
        }
    }
    GridView {
        id: grid

        readonly property real leastWidth: 186 * Math.min(Theme.textScale, 1.75)
        readonly property int columns: Math.max(1, Math.floor(width / leastWidth))

        objectName: "tiles"
        anchors.top: above.bottom
        anchors.topMargin: Theme.gap
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.rightMargin: -Theme.gap
        anchors.bottom: parent.bottom
        clip: true
        model: page.topics
        cellWidth: Math.floor(width / columns)
        cellHeight: Math.round((columns === 1 ? 146 : 176) * Theme.textScale)
        boundsBehavior: Flickable.StopAtBounds
        reuseItems: true
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Topics")

        T.ScrollBar.vertical: VScrollBar {}

        // Arrow keys go from tile to tile.
        function go(step: int): void {
            const tile = Window.activeFocusItem as TopicTile;
            const place = tile ? tile.index + step : -1;
            if (place < 0 || place >= count)
                return;
            positionViewAtIndex(place, GridView.Contain);
            itemAtIndex(place).forceActiveFocus(Qt.TabFocusReason);
        }

        Keys.onLeftPressed: go(-1)
        Keys.onRightPressed: go(1)
        Keys.onUpPressed: go(-columns)
        Keys.onDownPressed: go(columns)

        delegate: TopicTile {
            objectName: "tile-" + topicId
            width: grid.cellWidth - Theme.gap
            height: grid.cellHeight - Theme.gap
            onClicked: page.choose(topicId)
            onPressAndHold: {
                if (page.log.start(topicId))
                    field.clear();
            }
        }
    }

    VText {
        objectName: "nothingFound"
        visible: page.topics.count === 0
        anchors.top: above.bottom
        anchors.topMargin: 40
        anchors.horizontalCenter: parent.horizontalCenter
        width: Math.min(parent.width, 420)
        horizontalAlignment: Text.AlignHCenter
        color: Theme.quiet
        text: qsTr("No topic matches. Try another word, or log it as Other.")
    }
}
