import QtQuick
import QtTest

PageTest {
    name: "LogPage"

    function test_oneTap_isOneHelp_andTheBarSaysSo() {
        tap("tile-mitid-help");
        compare(stage.helpsStored(), 1);
        verify(item("barTitle").text.startsWith("Gemt på denne tablet: MitID"));
        compare(item("tile-mitid-help").today, 1);
    }

    function test_twoTaps_areTwoHelps() {
        tap("tile-mitid-help");
        tap("tile-mitid-help");
        compare(stage.helpsStored(), 2);
    }

    function test_aFinger_isAsGoodAsAMouse() {
        touchEvent(item("tile-mitid-help")).press(0).commit();
        touchEvent(item("tile-mitid-help")).release(0).commit();
        compare(stage.helpsStored(), 1);
    }

    function test_undo_takesItBack_alsoByKey() {
        tap("tile-mitid-help");
        tap("undo");
        compare(stage.helpsStored(), 0);
        compare(look(window.contentItem, "bar"), null);
        tap("tile-mitid-help");
        keySequence("Ctrl+Z");
        compare(stage.helpsStored(), 0);
    }

    function test_theBar_savesEachChoiceAtOnce() {
        tap("tile-mitid-help");
        tap("choice-alone");
        compare(app.log.bar.outcome, "alone");
        tap("choice-15-30");
        compare(app.log.bar.band, "15-30");
        tap("more");
        tap("more");
        tap("fewer");
        compare(app.log.bar.people, 2);
        compare(stage.entriesStored(), 6);
        compare(stage.helpsStored(), 1);
    }

    function test_refer_isSaidOnce() {
        tap("tile-mitid-help");
        tap("refer");
        compare(item("referredTo").text, "Henvist til borgerservice");
        compare(app.log.bar.outcome, "sent_on");
        compare(look(window.contentItem, "refer"), null);
    }

    // What counts the time that is seen stands still in sleep; the clock does not.
    function test_theBar_doesNotOutlastASleep() {
        tap("tile-mitid-help");
        tap("sameCitizen");
        item("bar").until = Date.now() - 8 * 3600 * 1000;
        tryVerify(() => look(window.contentItem, "bar") === null, 5000);
        tap("tile-mitid-help");
        compare(stage.standing().contact, "");
    }

    function test_theBar_goesByItself_andGivesTimeWhenTouched() {
        tap("tile-mitid-help");
        const bar = item("bar");
        compare(bar.seconds, 10);
        const line = bar.timeLeft;
        verify(line > 0.9);
        tryVerify(() => bar.timeLeft < 0.98);
        tap("choice-alone");
        verify(bar.timeLeft > 0.97);
        const place = bar.mapToItem(window.contentItem, bar.width / 4, bar.height - 40);
        tryVerify(() => look(window.contentItem, "bar") === null, 15000);
        mouseClick(window.contentItem, place.x, place.y);  // meant for the bar, a moment too late
        compare(stage.helpsStored(), 1);
        tryVerify(() => look(window.contentItem, "wake") === null);
        mouseClick(window.contentItem, place.x, place.y);
        compare(stage.helpsStored(), 2);
        tap("closeBar");
        compare(look(window.contentItem, "bar"), null);
    }

    function test_search_forgives_andEnterLogsTheFirst() {
        keySequence("Ctrl+F");
        for (const c of "mitid erhvrev")
            keyClick(c);
        verify(item("tile-mitid-business"));
        compare(app.topics.count, 1);
        keyClick(Qt.Key_Return);
        compare(stage.helpsStored(), 1);
        compare(item("search").text, "");
    }

    function test_search_forNothing_saysSo() {
        tap("search");
        for (const c of "xyzzy")
            keyClick(c);
        verify(item("nothingFound"));
        keyClick(Qt.Key_Return);
        compare(stage.helpsStored(), 0);
        keyClick(Qt.Key_Escape);
        verify(app.topics.count > 80);
    }

    function test_tiles_keepTheirOrderThroughTheDay() {
        const first = app.topics.firstTopic();
        for (let i = 0; i < 5; ++i)
            tap("tile-selfservice-find");
        compare(app.topics.firstTopic(), first);
        app.settings.unit = "citizen_service";  // arranges them anew
        app.settings.unit = "library";
        compare(app.topics.firstTopic(), first);
    }

    function inSight(name) {
        const place = item(name).mapToItem(window.contentItem, 0, 0);
        return place.y >= 0 && place.y + item(name).height <= window.height;
    }

    function test_arrowKeys_reachEveryTile_andItIsInSight() {
        const tile = name => window.activeFocusItem.objectName === name;
        item("search").forceActiveFocus();
        while (!window.activeFocusItem.objectName.startsWith("tile-"))
            keyClick(Qt.Key_Tab);
        for (let i = 1; i < app.topics.count; ++i)
            keyClick(Qt.Key_Right);
        const last = app.topics.data(app.topics.index(app.topics.count - 1, 0), 257);
        verify(tile("tile-" + last));
        verify(inSight("tile-" + last));
        for (let i = 0; i < 100; ++i)
            keyClick(Qt.Key_Up);
        verify(window.activeFocusItem.objectName.startsWith("tile-"));
        verify(inSight(window.activeFocusItem.objectName));
    }

    function test_barIsOneKeyAway() {
        tap("tile-mitid-help");
        keyClick(Qt.Key_F6);
        verify(item("undo").visualFocus);
        keyClick(Qt.Key_Space);
        compare(stage.helpsStored(), 0);
    }

    function test_keyboardAlone_logsAHelp() {
        item("search").forceActiveFocus();
        for (let i = 0; i < 40 && !window.activeFocusItem.objectName.startsWith("tile-"); ++i)
            keyClick(Qt.Key_Tab);
        verify(window.activeFocusItem.objectName.startsWith("tile-"));
        verify(window.activeFocusItem.visualFocus);
        keyClick(Qt.Key_Space);
        compare(stage.helpsStored(), 1);
    }

    function test_authorityTasks_areMarked() {
        keySequence("Ctrl+F");
        for (const c of "pas: ans")
            keyClick(c);
        const tile = item("tile-passport-apply");
        verify(tile.authority);
        verify(!tile.offered);
        verify(tile.Accessible.name.endsWith("myndighedsopgave"));
    }
}
