import QtQuick
import QtTest

// What was set aside: seen in words, tried again, saved as a file.
PageTest {
    name: "WhatWasSetAside"

    function openAside() {
        tap("syncBadge");
        tap("showAside");
        tryCompare(findChild(window, "asideDialog"), "opened", true);
        waitForRendering(item("asideSheet"));
    }

    // `count` helps that the hub could not read.
    function quarantine(count) {
        for (let i = 0; i < count; ++i)
            app.log.log("mitid-help");
        stage.quarantineAll("422 no: <b>id</b> is missing");
        app.log.bar.close();
    }

    function test_nothingSetAside_isSaid_andTheTabletsRecordsCanBeSaved() {
        app.log.log("mitid-help");
        openAside();
        verify(item("asideText").text.startsWith("Der er ikke lagt noget til side"));
        compare(look(whole(), "retryAll"), null);
        compare(look(whole(), "saveAside"), null);
        tap("saveOwnRows");
        tryVerify(() => look(whole(), "savedTo"));
        compare(stage.documents().length, 1);
        const file = stage.documents()[0];
        verify(/^vejviser-registreringer-\d{4}-\d\d-\d\d-\d{6}\.csv$/.test(file), file);
        verify(item("savedTo").text.endsWith("/home/Documents/" + file));
        verify(stage.document(file).includes(",help,mitid-help,library,"));
    }

    function test_whatTheHubHolds_isInWords_inBothLanguages() {
        app.log.log("mitid-help");
        app.log.bar.refer();
        stage.holdAll("unknown-topic");
        openAside();
        compare(app.aside.count, 3);  // the help, the correction of its outcome, the referral
        compare(item("aside-name-0").text, "Henvisning: MitID: hjælp og vejledning");
        compare(item("aside-name-1").text, "Rettelse: MitID: hjælp og vejledning");
        compare(item("aside-name-2").text, "MitID: hjælp og vejledning");
        compare(item("aside-why-0").text, "Emnet findes ikke i kommunens emnekatalog.");
        compare(look(whole(), "retry-0"), null);
        app.language = "en";
        compare(item("aside-name-0").text, "Referral: MitID: help and guidance");
        compare(item("aside-why-0").text, "Its topic is not in the municipality's topic catalogue.");
    }

    function test_everyReason_hasItsOwnWords() {
        const reasons = stage.reasonsToHold().concat(["revoked", "erased"]);
        verify(reasons.length >= 10, reasons);
        for (const reason of reasons) {
            app.log.log("mitid-help");
            stage.holdAll(reason);
        }
        openAside();
        const said = new Set();
        for (let i = 0; i < reasons.length; ++i) {
            const why = app.aside.data(app.aside.index(i, 0), 262);
            verify(why !== "" && !why.includes("ikke kender: "), why);
            said.add(why);
        }
        compare(said.size, new Set(reasons).size);
        app.log.log("mitid-help");
        stage.holdAll("from-the-future");
        compare(item("aside-why-0").text, "Serveren angiver en grund, som denne version ikke kender: from-the-future");
    }

    function test_oneTriedAgain_waits_theOthersStay() {
        quarantine(3);
        openAside();
        compare(app.aside.count, 3);
        tap("retry-1");
        tryCompare(app.aside, "count", 2);
        compare(stage.waiting(), 1);
        compare(item("asideNotice").text, "1 registrering venter på at blive sendt igen.");
        stage.quarantineAll("422 still no");
        compare(app.aside.count, 3);
        compare(item("asideNotice").text, "Serveren kan stadig ikke læse 1 registrering.");
        tap("retry-0");
        tryCompare(app.aside, "count", 2);
        stage.holdAll("clock");
        compare(app.aside.count, 3);
        compare(item("asideNotice").text, "1 registrering er sendt.");
    }

    function test_allTriedAgain_wait() {
        quarantine(3);
        openAside();
        tap("retryAll");
        tryCompare(app.aside, "count", 0);
        compare(stage.waiting(), 3);
        compare(item("asideNotice").text, "3 registreringer venter på at blive sendt igen.");
        tap("closeAside");
        tryVerify(() => look(whole(), "asideTitle") === null);
        compare(app.aside.shown, false);
    }

    function test_theHubsAnswer_isShownAsItIs() {
        quarantine(1);
        openAside();
        const shown = [];
        each(item("asideSheet"), item => shown.push(item.text ?? ""));
        verify(shown.includes("Serverens svar: 422 no: <b>id</b> is missing"));
        each(item("asideSheet"), item => verify(!item.text?.includes("<b>") || item.textFormat === Text.PlainText));
    }

    function tabTo(name) {
        for (let i = 0; i < 400 && window.activeFocusItem.objectName !== name; ++i)
            keyClick(Qt.Key_Tab);
        compare(window.activeFocusItem.objectName, name);
        verify(window.activeFocusItem.visualFocus);
        const place = window.activeFocusItem.mapToItem(window.contentItem, 0, 0);
        verify(place.y >= 0 && place.y + window.activeFocusItem.height <= window.height, name + " is out of sight");
    }

    function test_keysAlone_openIt_tryAgain_andClose() {
        quarantine(3);
        item("search").forceActiveFocus();
        tabTo("syncBadge");
        keyClick(Qt.Key_Space);
        tabTo("showAside");
        keyClick(Qt.Key_Space);
        tryCompare(findChild(window, "asideDialog"), "opened", true);
        tabTo("retry-1");
        keyClick(Qt.Key_Space);
        tryCompare(app.aside, "count", 2);
        compare(window.activeFocusItem.objectName, "retry-1");  // the next one took its place
        verify(window.activeFocusItem.visualFocus);
        keyClick(Qt.Key_Space);
        tryCompare(app.aside, "count", 1);
        compare(window.activeFocusItem.objectName, "closeAside");
        keyClick(Qt.Key_Escape);
        tryVerify(() => look(whole(), "asideTitle") === null);
        compare(window.activeFocusItem.objectName, "syncBadge");
    }

    function test_manyAreListedInPart_andKeysReachThemAll() {
        quarantine(130);
        openAside();
        compare(app.aside.count, 100);
        verify(item("asideLeftOut").text.includes("100 af 130"));
        keyClick(Qt.Key_PageDown);
        verify(item("asideSheet").contentY > 0);
        keyClick(Qt.Key_PageUp);
        compare(item("asideSheet").contentY, 0);
        for (const name of ["retry-0", "retry-50", "retry-99"])
            tabTo(name);
        keyClick(Qt.Key_Tab);
        compare(window.activeFocusItem.objectName, "closeAside");  // and round again
        while (item("asideSheet").contentY > 0)
            keyClick(Qt.Key_PageUp);
        tap("saveAside");
        tryVerify(() => stage.documents().length === 1 && !app.exports.busy);
        compare(stage.document(stage.documents()[0]).trim().split("\n").length, 131);
    }

    function test_savedTwice_areTwoFiles() {
        quarantine(1);
        openAside();
        for (let i = 1; i <= 3; ++i) {
            tap("saveAside");
            tryVerify(() => stage.documents().length === i && !app.exports.busy);
        }
        for (const file of stage.documents())
            verify(stage.document(file).includes("quarantined,422 no"), file);
    }

    function test_aFileThatCannotBeSaved_isSaid() {
        stage.spoilDocuments();
        openAside();
        tap("saveOwnRows");
        tryVerify(() => look(whole(), "exportFault"));
        verify(item("exportFault").text.startsWith("Der blev ikke gemt nogen fil: "));
        compare(look(whole(), "savedTo"), null);
        verify(item("saveOwnRows").enabled);
    }

    function test_theClock_isSpokenOfInWholeUnits() {
        const minute = 60000;
        compare(stage.clockText(7 * minute), "Tablettens ur er 7 minutter bagud. Henvendelser tælles på det tidspunkt, tabletten viser. Stil uret, eller kontakt it-afdelingen.");
        verify(stage.clockText(-3 * 60 * minute).startsWith("Tablettens ur er 3 timer foran."));
        verify(stage.clockText(-2881 * 24 * 60 * minute).startsWith("Tablettens ur er 2881 dage foran."));
        app.language = "en";
        verify(stage.clockText(130000).startsWith("This tablet's clock is 2 minutes behind."));
    }
}
