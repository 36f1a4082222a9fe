import QtQuick
import QtTest

// The ways to log beside the plain tap, and what can be said beside outcome and duration.
PageTest {
    name: "LogWays"

    property int taps: 0

    function count(name) {
        tap(name);
        taps += 1;
    }

    function holdDown(name) {
        waitForRendering(window.contentItem, 100);
        const tile = item(name);
        const before = app.log.timers.count;
        mousePress(tile);
        tryVerify(() => app.log.timers.count === before + 1);
        mouseRelease(tile);
        taps += 1;
    }

    function test_heldDown_aTopicGetsATimer_andATapOnItLogs() {
        holdDown("tile-mitid-help");
        compare(stage.helpsStored(), 0);
        verify(item("timer-0").Accessible.name.startsWith("Stop uret: MitID"));
        tap("timer-0");
        compare(stage.helpsStored(), 1);
        compare(app.log.timers.count, 0);
        compare(stage.standing().timing, "timed");
        compare(stage.standing().band, "0-5");
    }

    function test_theMenu_startsATimerToo_andItsModeEnds() {
        tap("openLogMenu");
        tap("startTimer");
        verify(item("modeText"));
        tap("tile-mitid-help");
        compare(app.log.timers.count, 1);
        compare(look(whole(), "modeText"), null);
        tap("tile-mitid-help");
        compare(stage.helpsStored(), 1);
        tap("openLogMenu");
        tap("startTimer");
        tap("endMode");
        tap("tile-mitid-help");
        compare(app.log.timers.count, 1);
    }

    function test_timers_outliveTheProgram_andTellTheTimeThatPassed() {
        holdDown("tile-mitid-help");
        holdDown("tile-mitid-business");
        stage.ageTimers(20);
        killAndRestart();
        compare(app.log.timers.count, 2);
        verify(item("timer-1").Accessible.name.endsWith("20 min"));
        tap("timer-1");
        compare(stage.standing().topic, "mitid-business");
        compare(stage.standing().band, "15-30");
        compare(stage.standing().minutesAgo, 20);
        killAndRestart();
        compare(app.log.timers.count, 1);
        compare(stage.entriesStored(), 1);
    }

    function test_killedBetweenTheHelpAndItsTimer_aTimerIsNotCountedTwice() {
        holdDown("tile-mitid-help");
        const running = stage.timersStored();
        tap("timer-0");
        stage.storeTimers(running);  // as if it was killed before the timer went
        killAndRestart();
        compare(app.log.timers.count, 0);
        compare(stage.helpsStored(), 1);
    }

    function test_aForgottenTimer_saysSo_andItsTimeDoesNotCount_untilGivenByHand() {
        holdDown("tile-mitid-help");
        stage.ageTimers(179);
        killAndRestart();
        verify(item("timer-0").Accessible.name.startsWith("Stop uret"));
        stage.ageTimers(1);
        killAndRestart();
        verify(item("timer-0").Accessible.name.startsWith("Glemt ur? MitID"));
        tap("timer-0");
        compare(stage.standing().timing, "forgotten");
        compare(app.log.bar.band, "");
        tap("choice-5-15");
        compare(stage.standing().timing, "");
        compare(app.log.bar.band, "5-15");
    }

    function test_undo_letsAStoppedTimerRunOn() {
        holdDown("tile-mitid-help");
        stage.ageTimers(7);
        killAndRestart();
        tap("timer-0");
        tap("undo");
        compare(stage.helpsStored(), 0);
        verify(item("timer-0").Accessible.name.endsWith("7 min"));
    }

    function test_droppingATimer_takesTwoTaps_andLogsNothing() {
        holdDown("tile-mitid-help");
        tap("dropTimer-0");
        compare(app.log.timers.count, 1);
        tap("dropTimer-0");
        compare(app.log.timers.count, 0);
        compare(stage.entriesStored(), 0);
    }

    function test_moreTimersThanOneCanHave_areRefused() {
        for (let i = 0; i < 8; ++i)
            verify(app.log.start("mitid-business"));
        verify(!app.log.start("mitid-business"));
        compare(item("barTitle").text, "8 ure er i gang. Stop et af dem først.");
        compare(app.log.timers.count, 8);
    }

    function test_whatIsSaidLessOften_isUnderOneFold_andSavedAtOnce() {
        tap("tile-mitid-help");
        compare(look(whole(), "room"), null);
        app.log.bar.setOutcome("turned_away");
        mouseClick(choice("refusal", "papers"));
        compare(stage.standing().refusal, "papers");
        tap("choice-guided");
        compare(stage.standing().refusal, "");
        compare(look(whole(), "refusal"), null);
        tap("unfold");
        mouseClick(choice("room", "busy"));
        mouseClick(choice("channel", "phone"));
        mouseClick(choice("spoken", "uk"));
        compare(stage.standing().room, "busy");
        compare(stage.standing().channel, "phone");
        compare(stage.standing().language, "uk");
        mouseClick(choice("spoken", ""));
        compare(stage.standing().language, "");
        tap("tile-mitid-business");
        compare(look(whole(), "room"), null);
    }

    // A button of one of the choices, scrolled into sight as a finger would.
    function choice(name, code) {
        waitForRendering(window.contentItem, 100);
        const button = look(item(name), "choice-" + code);
        verify(button);
        let view = button.parent;
        while (view.contentY === undefined)
            view = view.parent;
        const y = button.mapToItem(view, 0, 0).y;
        view.contentY = Math.max(0, Math.min(view.contentHeight - view.height, view.contentY + y - 20));
        return button;
    }

    function test_sameAgain_logsAnotherRow_andUndoTakesOnlyTheLast() {
        tap("tile-mitid-help");
        tap("again");
        tap("again");
        compare(stage.helpsStored(), 3);
        verify(item("barTitle").text.startsWith("Gemt 3 gange på denne tablet: MitID"));
        compare(stage.standing().contact, "");
        tap("undo");
        compare(stage.helpsStored(), 2);
    }

    function test_sameCitizen_marksTheNextTopicOnly() {
        tap("tile-mitid-help");
        const first = stage.standing().subject;
        app.log.bar.setSpoken("ar");
        tap("sameCitizen");
        compare(item("citizenText").text, "Det næste emne er for samme borger.");
        tap("tile-mitid-business");
        compare(stage.standing().contact, first);
        compare(stage.standing().language, "ar");
        compare(item("citizenText").text, "Samme borger som før.");
        tap("sameCitizen");
        tap("tile-mitid-help");
        compare(stage.standing().contact, first);  // the first help of the contact, not the one before
        tap("tile-mitid-help");
        compare(stage.standing().contact, "");
    }

    function test_sameCitizen_endsWithTheBar() {
        tap("tile-mitid-help");
        tap("sameCitizen");
        tap("closeBar");
        tap("tile-mitid-business");
        compare(stage.standing().contact, "");
        compare(look(whole(), "citizenText"), null);
    }

    function test_logAfterwards_takesDayAndTime_andTodayMarksIt() {
        tap("openLogMenu");
        tap("logLate");
        tap("dayBefore");
        compare(item("lateDay").text, "I går");
        write("lateTime", "0.05");
        tap("tile-mitid-help");
        verify(stage.standing().minutesAgo >= 24 * 60 - 5 && stage.standing().minutesAgo < 48 * 60);
        compare(stage.helpsStored(), 0);  // of today
        tap("endMode");
        tap("tile-mitid-business");
        compare(stage.standing().minutesAgo, -1);
        go("today");
        compare(item("todayList").count, 2);
        compare(look(whole(), "late-0"), null);
        compare(item("late-1").text, "Efterregistreret");
    }

    function test_aRetiredTopic_hasNoTile_butCanBeLoggedForADayWhenItWasValid() {
        stage.retire("mitid-help", 1);
        compare(look(whole(), "tile-mitid-help"), null);
        verify(item("tile-mitid-business"));
        verify(!app.log.logLate("mitid-help", 0, "0.00"));  // the tile went under the finger
        tap("openLogMenu");
        tap("logLate");
        compare(look(whole(), "tile-mitid-help"), null);
        tap("dayBefore");
        write("lateTime", "0.05");
        tap("tile-mitid-help");
        compare(stage.standing().topic, "mitid-help");
        tap("dayAfter");
        compare(look(whole(), "tile-mitid-help"), null);
        tap("dayBefore");
        verify(item("tile-mitid-help"));
        tap("endMode");
        compare(look(whole(), "tile-mitid-help"), null);
        compare(stage.entriesStored(), 1);
    }

    function test_logAfterwards_refusesWhatCannotBe() {
        tap("openLogMenu");
        tap("logLate");
        write("lateTime", "25.00");
        verify(item("lateFault").text.startsWith("Skriv klokkeslættet"));
        tap("tile-mitid-help");
        compare(stage.entriesStored(), 0);
        for (let i = 0; i < 14; ++i)
            tap("dayBefore");
        verify(!item("dayBefore").enabled);
        write("lateTime", "12.00");
        compare(look(whole(), "lateFault"), null);
        tap("tile-mitid-help");
        compare(stage.entriesStored(), 1);
    }

    function test_anotherPage_endsTheMode() {
        tap("openLogMenu");
        tap("logLate");
        go("today");
        go("log");
        compare(look(whole(), "modeText"), null);
    }

    function test_aQuietHour_isLoggedOnce_andCanBeUndone() {
        tap("openLogMenu");
        tap("quietNow");
        compare(stage.standing().kind, "quiet");
        verify(item("barTitle").text.startsWith("Gemt på denne tablet: Bemandet, ingen kom kl. "));
        compare(look(whole(), "outcome"), null);
        tap("openLogMenu");
        tap("quietNow");
        compare(item("barTitle").text, "Timen er allerede registreret som stille.");
        compare(stage.entriesStored(), 1);
        tap("closeBar");
        tap("openLogMenu");
        tap("quietLast");
        compare(stage.entriesStored(), 2);
        tap("undo");
        go("today");
        compare(item("todayList").count, 1);
        verify(item("today-0").Accessible.name.endsWith("Bemandet, ingen kom"));
    }

    function test_aHelpInAQuietHour_takesTheNoteBack() {
        tap("openLogMenu");
        tap("quietNow");
        compare(app.log.bar.quiet, true);
        tap("tile-mitid-help");
        compare(app.log.bar.quiet, false);
        compare(stage.entriesStored(), 3); // the hour, the help, the hour's withdrawal
        go("today");
        compare(item("todayList").count, 1);
        verify(!item("today-0").Accessible.name.endsWith("Bemandet, ingen kom"));
    }

    function test_anHourInWhichSomebodyCame_isNotQuiet() {
        tap("tile-mitid-help");
        tap("openLogMenu");
        tap("quietNow");
        compare(item("barTitle").text, "Der er registreret en henvendelse i den time.");
        compare(stage.entriesStored(), 1);
    }

    function test_inAPrivateRoom_nothingNamesTheTopic() {
        tap("tile-mitid-help");
        const name = app.log.bar.topicName;
        verify(item("barTitle").text.endsWith(name));
        item("search").text = "mit";
        app.log.bar.setRoom("used");
        compare(item("search").text, "");
        compare(item("barTitle").text, "Gemt på denne tablet: Samtalerum");
        go("today");
        const row = item("today-0");
        verify(row.Accessible.name.endsWith("Samtalerum"));
        each(row, item => verify(!(item instanceof Text) || !item.text.includes(name)));
        tap("today-0");
        compare(item("dialogTitle").text, "Samtalerum");
        compare(look(whole(), "hiddenTopic"), null);
        tap("showTopic");
        compare(item("hiddenTopic").text, name);
        tap("closeDialog");
        tap("today-0");
        compare(look(whole(), "hiddenTopic"), null);  // asked for anew each time
    }

    function test_inAPrivateRoom_timersDoNotNameTheirTopic() {
        holdDown("tile-mitid-business");
        tap("tile-mitid-help");
        app.log.bar.setRoom("used");
        compare(item("timer-0").text, "Ur");
        app.log.bar.close();
        verify(item("timer-0").text !== "Ur");
    }

    // How many taps each way takes: what makes it slow at the desk.
    function test_taps() {
        taps = 0;
        count("tile-mitid-help");
        compare([stage.helpsStored(), taps], [1, 1]);
        taps = 0;
        count("tile-mitid-business");
        count("choice-alone");
        compare([stage.standing().topic, app.log.bar.outcome, taps], ["mitid-business", "alone", 2]);
        taps = 0;
        holdDown("tile-mitid-business");
        count("timer-0");
        compare([stage.standing().timing, taps], ["timed", 2]);
        taps = 0;
        count("openLogMenu");
        count("logLate");
        count("dayBefore");
        count("tile-mitid-business");
        verify(stage.standing().minutesAgo >= 24 * 60 - 1);
        compare(taps, 4);
        count("tile-mitid-help");
        compare([stage.standing().topic, taps], ["mitid-help", 5]);  // one for each further one
    }
}
