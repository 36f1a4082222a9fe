import QtQuick
import QtTest

// Every page in every size: nothing cut off, everything large enough to hit and named.
PageTest {
    name: "Layout"

    readonly property string manyRoles: "code,name_da,name_en,unit\n"
        + "library_staff,Bibliotekar med borgervagt,Librarian on citizen duty,library\n"
        + "library_student,Studentermedarbejder,Student worker,library\n"
        + "citizen_service_staff,Borgerservicemedarbejder,Citizen-service staff,citizen_service\n"

    function everySize() {
        const rows = [];
        for (const size of [[1280, 800], [800, 1280], [400, 800], [1920, 1200]])
            for (const language of ["da", "en"])
                for (const scale of [1, 1.5, 2])
                    rows.push({ tag: size[0] + "x" + size[1] + " " + language + " " + scale * 100 + " %",
                        size: size, language: language, scale: scale });
        return rows;
    }

    function setSize(data) {
        window.width = data.size[0];
        window.height = data.size[1];
        app.language = data.language;
        app.settings.textScale = data.scale;
    }

    function test_everyPage_data() {
        return everySize();
    }

    function test_everyPage(data) {
        setSize(data);
        app.log.log("mitid-help");
        for (const page of ["log", "events", "guides", "questions", "refer", "today", "overview", "settings"]) {
            go(page);
            waitForRendering(window.contentItem, 200);
            checkPage(window.contentItem, page);
        }
    }

    function test_leftHanded_data() {
        return everySize();
    }

    // What is tapped changes sides; nothing is cut off, and the text still begins on the left.
    function test_leftHanded(data) {
        setSize(data);
        stage.tell({ roles: manyRoles }, { hb: "Hovedbiblioteket", kv: "Kvaglund Bibliotek og Borgerservice" }, "hb", {});
        stage.cameraDoes("exit 1");
        app.settings.leftHanded = true;
        app.log.log("mitid-help");
        for (const page of ["log", "events", "guides", "questions", "refer", "today", "overview", "settings"]) {
            go(page);
            waitForRendering(window.contentItem, 200);
            checkPage(window.contentItem, page);
        }
        tap("workplace");
        tryVerify(() => look(whole(), "closeWorkplace"));
        waitForRendering(window.contentItem, 200);
        checkPage(item("workplaceSheet"), "workplace");
    }

    function test_aRoleWithAPin_data() {
        return everySize();
    }

    function test_aRoleWithAPin(data) {
        setSize(data);
        stage.tell({ roles: manyRoles }, {}, "", {});
        app.roles.beginChoosing();
        tryVerify(() => look(whole(), "pinDone"));
        waitForRendering(window.contentItem, 200);
        checkPage(item("pinSheet"), "new PIN");
        app.roles.choose("1234", "1234");
        go("settings");
        tryVerify(() => look(whole(), "removePin"));
        stage.endRole();
        tryVerify(() => look(whole(), "roleEnded"));
        waitForRendering(window.contentItem, 200);
        checkPage(window.contentItem, "role ended");
        app.roles.takeAgain();
        app.roles.answer("1111");
        tryVerify(() => look(whole(), "pinDone"));
        waitForRendering(window.contentItem, 200);
        checkPage(item("pinSheet"), "PIN");
    }

    function test_referring_data() {
        return everySize();
    }

    function test_referring(data) {
        setSize(data);
        app.refer.begin("passport-apply");
        tryVerify(() => look(whole(), "place-0"));
        waitForRendering(window.contentItem, 200);
        checkPage(item("place-0").parent, "places");
        app.refer.send(0);
        tryVerify(() => look(whole(), "slipText"));
        waitForRendering(window.contentItem, 200);
        checkPage(item("slipText").parent, "slip");
        app.refer.close();
        app.referrals.redeem(stage.aSlip());
        tryVerify(() => look(whole(), "accept"));
        waitForRendering(window.contentItem, 200);
        checkPage(item("accept").parent.parent, "referral");
        tap("decline");
        checkPage(item("declineReason"), "reasons");
        app.referrals.close();
    }

    function test_overview_data() {
        return everySize();
    }

    // With figures of many digits in sections of every kind.
    function test_overview(data) {
        setSize(data);
        const cells = {};
        for (const key of ["topic/library/selfservice-municipal", "topic/citizen_service/passport-child",
                "hour/library/10", "people/library/", "outcome/library/guided", "band/citizen_service/60+",
                "channel/library/in_person", "refusal/library/appointment", "outcome/library/turned_away",
                "referral/library/citizen_service", "reception/library/citizen_service:wrong_door",
                "accepting/library/1d", "event/library/loan", "attendance/library/loan",
                "staff_minutes/citizen_service/loan", "question/library/loan", "quiet/library/14"])
            cells[key.replace("/", "/" + stage.isoDay(0) + "/hb/")] = 23456;
        stage.tellFigures(cells, { tablets: 120, today: 87, waiting: 1234 });
        go("overview");
        waitForRendering(window.contentItem, 200);
        checkPage(item("overviewFlickable"), "overview");
    }

    function test_overviewOfPublished_data() {
        return everySize();
    }

    // Bounds and words where numbers stand otherwise.
    function test_overviewOfPublished(data) {
        setSize(data);
        stage.publishLastMonth({
            "topic/library/selfservice-municipal": 23456, "topic/library/loan": 12345, "topic/library/print": 7,
            "topic/citizen_service/passport-child": 23456, "topic/citizen_service/passport-apply": 7,
            "hour/library/10": 23456, "hour/library/11": 7, "people/library/": 23456, "outcome/library/guided": 23456,
            "outcome/library/alone": 7, "referral/library/citizen_service": 7, "referral/citizen_service/library": 12345,
            "reception/library/citizen_service:wrong_door": 7, "event/library/loan": 12345
        }, 2, "nobody");
        go("overview");
        waitForRendering(window.contentItem, 200);
        checkPage(item("overviewFlickable"), "published");
    }

    function test_questions_data() {
        return everySize();
    }

    // The page with long and short texts, and its three dialogs.
    function test_questions(data) {
        setSize(data);
        const words = "Hvordan får en borger med læseadgang til Digital Post adgang igen? ";
        const subject = stage.pullQuestion(words.repeat(7).trim(), true);
        stage.pullAnswer(stage.pullQuestion("Kort?", false), words.repeat(7).trim());
        go("questions");
        for (const [button, sheet] of [["", ""], ["ask", "askSheet"], ["askTopic", "topicList"]]) {
            if (button !== "")
                tap(button);
            waitForRendering(window.contentItem, 200);
            each(whole(), item => checkLayout(item, "questions " + sheet));
        }
        tap("closeTopics");
        app.question.ask(); // with nothing said: both faults are shown
        waitForRendering(window.contentItem, 200);
        checkPage(item("askSheet"), "askSheet");
        findChild(item("questionsPage"), "askDialog").close();
        tryCompare(findChild(item("questionsPage"), "askDialog"), "visible", false);
        findChild(item("questionsPage"), "questionDialog").show(subject);
        waitForRendering(window.contentItem, 200);
        checkPage(item("questionSheet"), "questionSheet");
    }

    function test_guideCards_data() {
        return everySize();
    }

    function test_guideCards(data) {
        setSize(data);
        const hours = ["place,unit,days,from,to,kind"];
        const branches = {};
        for (const place of ["hovedbiblioteket", "gram"]) {
            branches[place] = "Lokalbiblioteket og borgerservicecentret i " + place;
            for (const unit of ["library", "citizen_service"])
                hours.push([place, unit, "mon-fri", "10:00", "18:00", "staffed"].join(","));
        }
        stage.tell({ hours: hours.join("\n") }, branches, "", {});
        go("guides");
        for (const topic of ["mitid-help", "mitid-business"]) {
            app.guides.open(topic);
            waitForRendering(window.contentItem, 200);
            verify(item("whoCan-0"));
            for (let i = 0; i < app.guides.card.steps.length; ++i) {
                const step = item("guideStep-" + i);
                const place = step.childrenRect;
                verify(place.y >= 0 && place.y + place.height <= step.height + 1, "a step lies over another");
            }
            checkPage(window.contentItem, "guide");
        }
    }

    function test_waysToLog_data() {
        return everySize();
    }

    function test_waysToLog(data) {
        setSize(data);
        app.log.start("mitid-help");
        app.log.start("passport-apply");
        tap("openLogMenu");
        checkPage(item("startTimer").parent, "menu");
        tap("logLate");
        write("lateTime", "x");
        waitForRendering(window.contentItem, 200);
        checkPage(window.contentItem, "late");
        tap("endMode");
        app.log.log("mitid-help");
        app.log.setSameCitizen(true);
        app.log.bar.setOutcome("turned_away");
        item("unfold").clicked();  // may lie further down, with large text
        waitForRendering(window.contentItem, 200);
        checkPage(item("bar"), "bar");
        app.log.bar.close();
        app.log.logQuiet(1);
        app.log.logLate("mitid-help", 3, "12.00");
        app.log.bar.setRoom("used");
        go("today");
        waitForRendering(window.contentItem, 200);
        checkPage(window.contentItem, "today");
        tap("today-2");
        tap("showTopic");
        waitForRendering(window.contentItem, 200);
        checkPage(item("dialogTitle").parent, "dialog");
    }

    function test_whatIsRecorded_data() {
        return everySize();
    }

    function test_whatIsRecorded(data) {
        setSize(data);
        go("settings");
        item("openRecorded").clicked();
        tryVerify(() => look(whole(), "closeRecorded"));
        item("saveOwnRows").clicked();
        tryVerify(() => look(whole(), "recordedSaved"));
        waitForRendering(window.contentItem, 200);
        checkPage(item("closeRecorded").parent.parent, "recorded");
        compare(stage.documents().length, 1);
    }

    function test_theFormOfAnEvent_data() {
        return everySize();
    }

    function test_theFormOfAnEvent(data) {
        setSize(data);
        stage.tell({}, { hb: "Hovedbiblioteket", kv: "Kvaglund Bibliotek og Borgerservice" }, "hb", {});
        stage.pullEvent("it-cafe", 3, 1250);
        go("events");
        tap("logEvent");
        app.eventEditor.chooseDay("other");
        for (const field of ["day", "time", "attendance", "libraryHours", "citizenServiceHours"])
            app.eventEditor.put(field, "x");
        app.eventEditor.save();
        waitForRendering(window.contentItem, 200);
        checkPage(item("eventSheet"), "event form");
        app.eventEditor.discard();
        for (const field of [["topic", "digital-life-60"], ["attendance", "5000"], ["libraryHours", "100"],
                ["citizenServiceHours", "99.25"], ["branch", "kv"]]) {
            if (!app.eventEditor.active)
                app.eventEditor.begin();
            app.eventEditor.put(field[0], field[1]);
        }
        app.eventEditor.save();
        waitForRendering(window.contentItem, 200);
        checkPage(item("eventsList"), "events");
        app.eventEditor.open(stage.newestEvent().subject);
        waitForRendering(window.contentItem, 200);
        checkPage(item("eventSheet"), "event correction");
    }

    function test_whatWasSetAside_data() {
        return everySize();
    }

    function test_whatWasSetAside(data) {
        setSize(data);
        app.log.log("mitid-help");
        app.log.bar.refer();
        stage.holdAll("unknown-branch");
        app.log.log("passport-apply");
        stage.quarantineAll("422 The request cannot be read: entries[0]: id is missing");
        app.log.bar.close();
        tap("syncBadge");
        checkPage(item("syncDetails"), "details");
        tap("showAside");
        tap("saveAside");
        tryVerify(() => app.exports.savedTo !== "");
        waitForRendering(window.contentItem, 200);
        verify(item("asideSheet").height >= 96);
        checkPage(item("asideSheet").parent, "aside");
    }
}
