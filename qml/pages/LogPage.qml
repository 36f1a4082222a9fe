pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
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
        if (mode.mode === "" && refer.comesFirst(topicId)) {
            refer.begin(topicId);
            field.clear();
            return;
        }
        const done = mode.mode === "timer" ? log.start(topicId)
            : mode.mode === "late" ? log.logLate(topicId, mode.daysBack, mode.time) : log.log(topicId);
        if (!done)
            return;
        field.clear();
        if (mode.mode === "timer")
            mode.end();
        mode.goOn();
    }

    onVisibleChanged: mode?.end()

    Binding {
        target: page.topics
        property: "daysBack"
        value: mode.mode === "late" ? mode.daysBack : 0
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
        given: ({ log: page.log, mode: mode })
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

            LogMode {
                id: mode

                objectName: "mode"
                width: parent.width
                height: implicitHeight
                log: page.log
            }
            TimerChips {
                objectName: "timers"
                width: parent.width
                visible: page.log.timers.count > 0
                log: page.log
                onStopped: field.clear()
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

        ScrollBar.vertical: ScrollBar {}

        // Arrow keys go from tile to tile.
        function go(place: int): void {
            if (place < 0 || place >= count)
                return;
            positionViewAtIndex(place, GridView.Contain);
            itemAtIndex(place).children[0].forceActiveFocus(Qt.TabFocusReason);
        }

        delegate: Item {
            id: cell

            required property int index
            required property string topicId
            required property string name
            required property string group
            required property bool authority
            required property bool offered
            required property int today

            width: grid.cellWidth
            height: grid.cellHeight

            TopicTile {
                objectName: "tile-" + cell.topicId
                Keys.onLeftPressed: grid.go(cell.index - 1)
                Keys.onRightPressed: grid.go(cell.index + 1)
                Keys.onUpPressed: grid.go(cell.index - grid.columns)
                Keys.onDownPressed: grid.go(cell.index + grid.columns)
                width: parent.width - Theme.gap
                height: parent.height - Theme.gap
                name: cell.name
                sign: Theme.iconOf(cell.group)
                authority: cell.authority
                offered: cell.offered
                today: cell.today
                onClicked: page.choose(cell.topicId)
                onPressAndHold: {
                    if (page.log.start(cell.topicId))
                        field.clear();
                }
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
