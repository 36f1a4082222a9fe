import QtQuick
import QtTest

PageTest {
    name: "OtherPages"

    function test_today_listsNewestFirst_andChangesAreSaved() {
        tap("tile-mitid-help");
        tap("tile-mitid-business");
        tap("nav-today");
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

    function test_today_emptyIsSaid() {
        tap("nav-today");
        verify(item("todayEmpty"));
    }

    function test_overview_countsThisTabletToday() {
        tap("tile-mitid-help");
        tap("more");
        tap("refer");
        tap("nav-overview");
        compare(item("ownHelps").value, 1);
        compare(item("ownPeople").value, 2);
        compare(item("ownReferrals").value, 1);
        verify(item("sharedAsOf").text.startsWith("De fælles tal vises"));
    }

    function test_language_changesWhileItRuns() {
        compare(item("pageTitle").text, "Ny henvendelse");
        tap("nav-settings");
        app.language = "en";
        compare(item("pageTitle").text, "Settings");
        tap("nav-log");
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
        tap("nav-settings");
        tap("choice-citizen_service");
        compare(app.settings.unit, "citizen_service");
        compare(item("workplace").text, "Borgerservice");
    }

    function test_enrolment_withoutAHub_saysWhatToDo() {
        tap("nav-settings");
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
