import QtQuick
import QtTest
import Vejviser

PageTest {
    name: "OtherPages"

    function test_today_listsNewestFirst_andChangesAreSaved() {
        tap("tile-mitid-help");
        tap("tile-mitid-business");
        go("today");
        const list = item("todayList");
        compare(list.count, 2);
        tap("today-0");
        tryVerify(() => look(window.Overlay ? window.contentItem : window.contentItem, "x") === null);
        const dialog = findChild(window, "dialog");
        tryCompare(dialog, "opened", true);
        compare(app.editor.topicName, "MitID Erhverv: vejledning til virksomhed og forening");
        app.editor.setPeople(4);
        compare(app.editor.people, 4);
        dialog.close();
        tryCompare(app.editor, "active", false);
        compare(list.count, 2);
    }

    function openFirstOfToday() {
        go("today");
        tap("today-0");
        const dialog = findChild(window, "dialog");
        tryCompare(dialog, "opened", true);
        return dialog;
    }

    function test_today_withdrawing_isAskedFor_once() {
        tap("tile-mitid-help");
        const dialog = openFirstOfToday();
        mouseClick(findChild(dialog, "withdraw"));
        compare(stage.helpsStored(), 1);
        compare(findChild(dialog, "withdraw").text, "Ja, slet den");
        mouseClick(findChild(dialog, "withdraw"));
        compare(stage.helpsStored(), 0);
        tryCompare(dialog, "opened", false);
        go("log");
        compare(look(window.contentItem, "bar"), null); // it was the bar's help too
    }

    function test_barAndDialog_showOneHelp() {
        tap("tile-mitid-help");
        const dialog = openFirstOfToday();
        app.editor.setOutcome("alone");
        app.editor.refer();
        dialog.close();
        go("log");
        compare(app.log.bar.outcome, "sent_on");
        verify(item("referredTo"));
        tap("choice-alone");
        compare(look(window.contentItem, "referredTo"), null); // taken back with the outcome
        tap("more");
        compare(app.log.bar.outcome, "alone");
        compare(app.log.bar.people, 2);
        compare(stage.helpsStored(), 1);
    }

    function test_undoKey_belongsToTheBarInSight() {
        tap("tile-mitid-help");
        go("settings");
        keySequence("Ctrl+Z");
        compare(stage.helpsStored(), 1);
    }

    function test_today_emptyIsSaid() {
        go("today");
        verify(item("todayEmpty"));
    }

    function test_dialogs_areMadeWhenTheyAreWanted() {
        const made = () => Array.from(window.contentItem.children).filter(part => part instanceof LazyPart && part.item).length;
        compare(made(), 0);
        tap("tile-mitid-help");
        go("today");
        compare(made(), 0);
        tap("today-0");
        compare(made(), 1);
        tap("closeDialog");
        tap("today-0");
        compare(made(), 1);
    }

    // A tap on a topic does not wait for pages that nobody sees.
    function test_pagesThatAreNotShown_readNothing() {
        tap("tile-mitid-help");
        compare(app.today.count, 0);
        compare(app.overview.ownHelps, 0);
        go("today");
        compare(app.today.count, 1);
        go("overview");
        compare(app.overview.ownHelps, 1);
        go("log");
        tap("tile-mitid-help");
        compare(app.today.count, 1);
        compare(app.overview.ownHelps, 1);
        go("today");
        compare(app.today.count, 2);
    }

    function test_overview_countsThisTabletToday() {
        tap("tile-mitid-help");
        tap("more");
        tap("refer");
        go("overview");
        compare(item("ownHelps").value, 1);
        compare(item("ownPeople").value, 2);
        compare(item("ownReferrals").value, 1);
        verify(item("sharedAsOf").text.startsWith("De fælles tal vises"));
    }

    function test_longPages_areScrolledByKeys() {
        window.width = 420;
        window.height = 640;
        app.settings.textScale = 2;
        go("overview");
        const sheet = item("overviewFlickable");
        tryVerify(() => sheet.contentHeight > sheet.height);
        keyClick(Qt.Key_PageDown);
        verify(sheet.contentY > 0);
        for (let gone = 0; gone < sheet.contentHeight; gone += sheet.height / 2)
            keyClick(Qt.Key_PageDown);
        compare(sheet.contentY, sheet.contentHeight - sheet.height);
        keyClick(Qt.Key_PageUp);
        verify(sheet.contentY < sheet.contentHeight - sheet.height);
        go("settings");
        tryVerify(() => item("settingsFlickable").contentHeight > 0);
        for (let i = 0; i < 40; ++i) {
            keyClick(Qt.Key_Tab);
            const place = window.activeFocusItem.mapToItem(window.contentItem, 0, 0);
            verify(place.y >= 0 && place.y < window.height, window.activeFocusItem.objectName);
        }
    }

    function test_language_changesWhileItRuns() {
        compare(item("pageTitle").text, "Ny henvendelse");
        go("settings");
        app.language = "en";
        compare(item("pageTitle").text, "Settings");
        go("log");
        compare(item("pageTitle").text, "New enquiry");
        compare(item("tile-mitid-help").name, "MitID: help and guidance");
        compare(item("syncBadge").text, "Not connected");
        tap("tile-mitid-help");
        compare(item("syncBadge").text, "1 waiting");
        app.language = "da";
        compare(item("syncBadge").text, "1 venter");
        compare(item("barTitle").text, "Gemt på denne tablet: MitID: hjælp og vejledning");
    }

    function test_unit_decidesWhichTopicsComeFirst() {
        compare(app.topics.data(app.topics.index(0, 0), app.topics.OfferedRole ?? 261), true);
        go("settings");
        tap("choice-citizen_service");
        compare(app.settings.unit, "citizen_service");
        compare(item("workplace").text, "Borgerservice");
    }

    function test_enrolment_withoutAHub_saysWhatToDo() {
        go("settings");
        const address = item("hubAddress");
        address.text = "http://127.0.0.1:9";
        item("enrolCode").text = "ABCDEFGH";
        tap("connect");
        tryVerify(() => app.settings.enrolFault !== "");
        verify(app.settings.enrolFault.includes("Prøv igen") || app.settings.enrolFault.includes("prøv igen"));
        compare(address.text, "http://127.0.0.1:9");
    }

    function test_syncBadge_explainsItself() {
        tap("tile-mitid-help");
        tap("syncBadge");
        const details = findChild(item("syncBadge"), "syncTrouble");
        verify(details.text.includes("ikke tilsluttet"));
    }
}
