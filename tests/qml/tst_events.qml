import QtQuick
import QtTest

// Events: what is typed is what is stored, corrected and counted, and nothing typed is lost.
PageTest {
    name: "Events"

    // Scrolls there as a finger would, then taps.
    function reach(name) {
        waitForRendering(window.contentItem, 100);
        const target = item(name);
        const view = item(app.eventEditor.active ? "eventSheet" : "eventsList");
        const top = target.mapToItem(view.contentItem, 0, 0).y;
        view.contentY = Math.max(0, Math.min(top - 20, view.contentHeight - view.height));
        mouseClick(item(name));
    }

    function write(name, text) {
        reach(name);
        keySequence("Ctrl+A");
        keyClick(Qt.Key_Delete);
        type(text);
    }

    function begin() {
        go("events");
        tap("logEvent");
        tryVerify(() => look(whole(), "saveEvent") !== null);
    }

    function fillIn() {
        reach("choice-digital-dab");
        write("event-time", "0915");
        reach("choice-grade9");
        write("event-attendance-input", "54");
        write("event-libraryHours-input", "4");
        write("event-citizenServiceHours-input", "1,5");
    }

    function logOne() {
        begin();
        fillIn();
        reach("saveEvent");
        tryVerify(() => look(whole(), "event-0") !== null);
    }

    function test_aNewEvent_isStored_listed_andCounted() {
        go("events");
        verify(item("eventsEmpty").text.includes("begge enheder"));
        logOne();
        const stored = stage.newestEvent();
        compare(stored.topic, "digital-dab");
        compare(stored.unit, "library");
        compare(stored.audience, "grade9");
        compare(stored.attendance, 54);
        compare(stored.library_min, 240);
        compare(stored.citizenService_min, 90);
        compare(stored.at, stage.isoDay(0) + " 09:15");
        compare(item("event-0-name").text, "Digital dåb (9. klasse)");
        compare(item("event-0-people").text, "54 deltagere · 9. klasse");
        compare(item("event-0-hours").text, "Biblioteket 4 t, Borgerservice 1,5 t");
        verify(item("event-0-when").text.endsWith(" kl. 09.15"), item("event-0-when").text);
        compare(item("eventsCount").value, 1);
        compare(item("eventsPeople").value, 54);
        compare(item("eventsLibrary").figure, "4");
        compare(item("eventsCitizenService").figure, "1,5");
        verify(item("eventSaved"));
        compare(stage.entriesStored(), 1);
        compare(stage.setting("draft.event"), "");
        go("today");
        go("events");
        compare(look(whole(), "eventSaved"), null); // no news any more
    }

    function test_citizenService_leadsWhatItLogs() {
        stage.workAt("citizen_service", "");
        logOne();
        compare(stage.newestEvent().unit, "citizen_service");
    }

    function test_ownCard_isCorrected() {
        logOne();
        reach("event-0");
        compare(item("eventTitle").text, "Ret arrangementet");
        compare(item("event-attendance-input").text, "54");
        compare(item("event-citizenServiceHours-input").text, "1,5");
        compare(item("event-time").text, "09.15");
        write("event-attendance-input", "50");
        reach("choice-yesterday");
        reach("saveEvent");
        const stored = stage.newestEvent();
        compare(stored.attendance, 50);
        compare(stored.library_min, 240);
        compare(stored.at, stage.isoDay(-1) + " 09:15");
        compare(stage.entriesStored(), 2);
        compare(item("eventsCount").value, 1);
        compare(item("eventsPeople").value, 50);
    }

    function test_nothingChanged_storesNothing() {
        logOne();
        reach("event-0");
        reach("saveEvent");
        tryVerify(() => look(whole(), "event-0") !== null);
        compare(stage.entriesStored(), 1);
    }

    function test_withdrawing_isAskedFor_once() {
        logOne();
        reach("event-0");
        reach("withdrawEvent");
        compare(stage.newestEvent().attendance, 54);
        compare(item("withdrawEvent").text, "Ja, slet det");
        reach("withdrawEvent");
        compare(stage.newestEvent().attendance, undefined);
        compare(item("eventsCount").value, 0);
        tryVerify(() => item("logEvent").activeFocus);
    }

    function test_anothersEvent_isReadOnly_andCounted() {
        logOne();
        stage.pullEvent("it-cafe", 20, 12);
        tryVerify(() => look(whole(), "event-1") !== null);
        compare(item("event-1-name").text, "It-café og bookbar it-hjælp");
        compare(item("event-1-by").text, "Registreret af borgerservice");
        compare(item("eventsPeople").value, 66);
        compare(item("eventsCitizenService").figure, "3,5");
        verify(!item("event-1").enabled);
        reach("event-1");
        verify(!app.eventEditor.active);
        compare(look(whole(), "event-0-by"), null);
        begin(); // what another held is a choice for the next one
        verify(look(item("eventTopic"), "choice-it-cafe"));
    }

    function test_period_decidesWhatIsListedAndCounted() {
        stage.pullEvent("it-cafe", 20, 1);
        stage.pullEvent("it-cafe", 60, 10);
        stage.pullEvent("it-cafe", 380, 100);
        stage.pullEvent("it-cafe", 405, 1000);
        go("events");
        for (const [days, people, count] of [["400", 111, 3], ["91", 11, 2], ["28", 1, 1]]) {
            reach("choice-" + days);
            compare(item("eventsPeople").value, people);
            compare(item("eventsCount").value, count);
            verify(item("event-" + (count - 1)));
            compare(look(whole(), "event-" + count), null);
        }
    }

    function test_anOldEvent_isInSightOnceItIsSaved() {
        go("events");
        reach("choice-28");
        begin();
        fillIn();
        reach("choice-other");
        writeDay(stage.dayFromNow(-60));
        reach("saveEvent");
        compare(stage.newestEvent().at, stage.isoDay(-60) + " 09:15");
        verify(item("event-0"));
    }

    function test_manyEvents_comeInSteps() {
        for (let i = 1; i <= 45; ++i)
            stage.pullEvent("it-cafe", i, 1);
        go("events");
        compare(item("eventsCount").value, 45);
        compare(look(whole(), "event-40"), null);
        reach("moreEvents");
        verify(item("event-44"));
        compare(look(whole(), "moreEvents"), null);
    }

    function writeDay(date) {
        write("event-day", date[0]);
        write("event-month", date[1]);
        write("event-year", date[2]);
    }

    function test_impossibleDays_areExplainedBesideTheField_data() {
        return [
            { tag: "tomorrow", days: 1, says: "fremtiden" },
            { tag: "the day after", days: 2, says: "fremtiden" },
            { tag: "too long ago", days: -401, says: "400 dage" },
            { tag: "year 1999", date: ["24", "11", "1999"], says: "400 dage" },
            { tag: "no such day", date: ["31", "2", "2026"], says: "findes ikke" },
            { tag: "no number", date: ["x", "11", "2026"], says: "findes ikke" },
            { tag: "empty", date: ["24", "11", ""], says: "findes ikke" }
        ];
    }

    function test_impossibleDays_areExplainedBesideTheField(data) {
        begin();
        fillIn();
        reach("choice-other");
        writeDay(data.date ?? stage.dayFromNow(data.days));
        reach("saveEvent");
        verify(item("fault-date-words").text.includes(data.says), item("fault-date-words").text);
        compare(window.activeFocusItem.objectName, "event-day");
        compare(look(whole(), "fault-time-words"), null);
        compare(stage.entriesStored(), 0);
        writeDay(stage.dayFromNow(-400)); // what is mended is no longer complained of
        compare(look(whole(), "fault-date-words"), null);
        reach("saveEvent");
        compare(stage.newestEvent().at, stage.isoDay(-400) + " 09:15");
    }

    function test_whatIsMissing_isSaid_fromTheTop() {
        begin();
        reach("saveEvent");
        compare(item("fault-topic-words").text, "Vælg, hvad arrangementet handlede om.");
        verify(item("event-attendance-fault-words").text.includes("5000"));
        compare(window.activeFocusItem.objectName, "choice-event");
        reach("choice-digital-dab");
        reach("saveEvent");
        compare(window.activeFocusItem.objectName, "event-attendance-input");
        compare(stage.entriesStored(), 0);
    }

    function numbers() {
        return [
            { tag: "full stop", field: "libraryHours", text: "1.25", key: "library_min", value: 75 },
            { tag: "comma", field: "citizenServiceHours", text: "0,75", key: "citizenService_min", value: 45 },
            { tag: "nothing", field: "libraryHours", text: "", key: "library_min", value: 0 },
            { tag: "most hours", field: "libraryHours", text: "100", key: "library_min", value: 6000 },
            { tag: "too many hours", field: "libraryHours", text: "100,25", says: "100 timer" },
            { tag: "below nothing", field: "libraryHours", text: "-1", says: "1,5" },
            { tag: "words", field: "citizenServiceHours", text: "to", says: "1,5" },
            { tag: "nan", field: "citizenServiceHours", text: "nan", says: "1,5" },
            { tag: "nobody", field: "attendance", text: "0", key: "attendance", value: 0 },
            { tag: "most people", field: "attendance", text: "5000", key: "attendance", value: 5000 },
            { tag: "too many people", field: "attendance", text: "5001", says: "5000" },
            { tag: "half a person", field: "attendance", text: "1,5", says: "5000" },
            { tag: "no people said", field: "attendance", text: "", says: "5000" }
        ];
    }

    // Without the window, as it is only the words that matter: what is wrong, or nothing.
    function faultsWith(field, text) {
        const editor = app.eventEditor;
        editor.begin();
        const good = { topic: "digital-dab", attendance: "54", time: "10.00" };
        for (const name in good)
            editor.put(name, good[name]);
        editor.chooseDay("yesterday");
        editor.put(field, text);
        editor.save();
        return editor.faults;
    }

    function test_numbers_areReadOrRefused() {
        for (const row of numbers()) {
            const faults = faultsWith(row.field, row.text);
            if (row.says)
                verify(faults[row.field].includes(row.says), row.tag);
            else
                compare(stage.newestEvent()[row.key], row.value, row.tag);
            compare(app.eventEditor.active, row.says !== undefined, row.tag);
        }
    }

    function times() {
        return [
            { tag: "hour", text: "9", at: "09:00" }, { tag: "three digits", text: "930", at: "09:30" },
            { tag: "full stop", text: "14.05", at: "14:05" }, { tag: "colon", text: "23:59", at: "23:59" },
            { tag: "24", text: "24" }, { tag: "minute 60", text: "10.60" },
            { tag: "empty", text: "" }, { tag: "word", text: "nu" }
        ];
    }

    function test_times_areReadOrRefused() {
        for (const row of times()) {
            const faults = faultsWith("time", row.text);
            if (row.at)
                compare(stage.newestEvent().at, stage.isoDay(-1) + " " + row.at, row.tag);
            else
                compare(faults.time, "Skriv klokkeslættet som 14.30.", row.tag);
        }
    }

    function test_steps_areOnePersonAndAQuarterOfAnHour() {
        begin();
        reach("event-attendance-more");
        reach("event-attendance-more");
        reach("event-attendance-fewer");
        compare(item("event-attendance-input").text, "1");
        reach("event-attendance-fewer");
        reach("event-attendance-fewer");
        compare(item("event-attendance-input").text, "0");
        reach("event-libraryHours-more");
        compare(item("event-libraryHours-input").text, "0,25");
        write("event-libraryHours-input", "1,3"); // on to the next quarter
        reach("event-libraryHours-more");
        compare(item("event-libraryHours-input").text, "1,5");
        write("event-libraryHours-input", "1,3");
        reach("event-libraryHours-fewer");
        compare(item("event-libraryHours-input").text, "1,25");
        write("event-attendance-input", "5000");
        reach("event-attendance-more");
        compare(item("event-attendance-input").text, "5000");
    }

    function test_anyTopic_isFoundByAWordOfIt() {
        begin();
        reach("otherTopic");
        tryVerify(() => item("topicSearch").activeFocus);
        type("xyzzy");
        verify(item("noTopic"));
        keySequence("Ctrl+A");
        type("cafe");
        tap("topic-it-cafe");
        compare(app.eventEditor.form.topic, "it-cafe");
        verify(item("choice-it-cafe").checked);
        compare(look(whole(), "topicSearch"), null);
    }

    function test_branch_isTheTabletsOwn_orAnother() {
        stage.tell({}, { hb: "Hovedbiblioteket", kv: "Kvaglund" }, "hb", {});
        stage.workAt("library", "hb");
        logOne();
        compare(stage.newestEvent().branch, "hb");
        verify(item("event-0-when").text.endsWith(" · Hovedbiblioteket"), item("event-0-when").text);
        reach("event-0");
        reach("choice-kv");
        reach("saveEvent");
        compare(stage.newestEvent().branch, "kv");
        reach("event-0");
        reach("choice-");
        reach("saveEvent");
        compare(stage.newestEvent().branch, "");
    }

    function test_draft_comesBackAfterAStop() {
        begin();
        fillIn();
        reach("choice-other");
        write("event-day", "3");
        killAndRestart();
        compare(stage.entriesStored(), 0);
        go("events");
        verify(item("saveEvent"));
        compare(item("event-attendance-input").text, "54");
        compare(item("event-citizenServiceHours-input").text, "1,5");
        compare(item("event-day").text, "3");
        compare(item("event-time").text, "0915");
        verify(item("choice-digital-dab").checked);
        verify(item("choice-grade9").checked);
        reach("cancelEvent"); // there is still something to lose
        compare(item("cancelEvent").text, "Ja, kassér det skrevne");
        writeDay(stage.dayFromNow(0));
        reach("saveEvent");
        compare(stage.newestEvent().attendance, 54);
        killAndRestart();
        go("events");
        compare(look(whole(), "saveEvent"), null);
        compare(stage.entriesStored(), 1);
    }

    function test_aNumberAsOfATelephone_isNotKept_theOtherFieldsAre() {
        begin();
        fillIn();
        write("event-attendance-input", "20304050");
        compare(item("event-attendance-input").text, "20304050");
        verify(!stage.setting("draft.event").includes("20304050"));
        killAndRestart();
        go("events");
        compare(item("event-attendance-input").text, "");
        compare(item("event-citizenServiceHours-input").text, "1,5");
    }

    function test_draftOfACorrection_comesBackAsOne() {
        logOne();
        reach("event-0");
        write("event-attendance-input", "51");
        killAndRestart();
        go("events");
        compare(item("eventTitle").text, "Ret arrangementet");
        compare(item("event-attendance-input").text, "51");
        reach("saveEvent");
        compare(stage.newestEvent().attendance, 51);
        compare(item("eventsCount").value, 1);
    }

    function test_cancel_asksOnlyWhenSomethingWouldBeLost() {
        begin();
        reach("cancelEvent");
        tryVerify(() => item("logEvent").activeFocus);
        begin();
        write("event-attendance-input", "5");
        reach("cancelEvent");
        compare(item("cancelEvent").text, "Ja, kassér det skrevne");
        reach("cancelEvent");
        verify(item("logEvent"));
        compare(stage.setting("draft.event"), "");
        begin();
        compare(item("event-attendance-input").text, "");
    }

    function test_keyboardAlone_logsAnEvent() {
        go("events");
        item("logEvent").forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Space);
        const press = name => {
            for (let i = 0; i < 60 && window.activeFocusItem.objectName !== name; ++i)
                keyClick(Qt.Key_Tab);
            compare(window.activeFocusItem.objectName, name);
            const place = window.activeFocusItem.mapToItem(window.contentItem, 0, 0);
            verify(place.y >= 0 && place.y < window.height, name);
        };
        press("choice-digital-life-60");
        keyClick(Qt.Key_Space);
        press("choice-seniors");
        keyClick(Qt.Key_Space);
        press("event-attendance-input");
        type("9");
        press("saveEvent");
        keyClick(Qt.Key_Space);
        compare(stage.newestEvent().attendance, 9);
        compare(stage.newestEvent().audience, "seniors");
        tryVerify(() => item("logEvent").activeFocus);
    }

    function test_language_changesWhileTheFormIsOpen() {
        begin();
        fillIn();
        app.language = "en";
        compare(item("choice-digital-dab").text, "Digital baptism (9th grade)");
        reach("saveEvent");
        compare(item("event-0-hours").text, "Library 4 h, citizen service 1.5 h");
        compare(item("event-0-people").text, "54 took part · 9th grade");
    }
}
