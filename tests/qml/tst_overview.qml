import QtQuick
import QtTest
import Vejviser

// Goal: each figure of the overview is the one that was logged or pulled, and says whose it is, how
// old, and on how many tablets it rests; that nothing was logged is not shown as a zero.
// Method: taps on the page, with own enquiries and with cells as a hub tells them.
PageTest {
    name: "Overview"

    // A cell of today by its key on the wire.
    function cells(list) {
        const named = {};
        for (const key in list)
            named[key.replace("/", "/" + stage.isoDay(0) + "/hb/")] = list[key];
        return named;
    }

    // Every series of both units, each number another.
    readonly property var everything: ({
        "topic/library/loan": 30, "topic/citizen_service/passport-apply": 20,
        "hour/library/10": 30, "hour/citizen_service/11": 20,
        "people/library/": 41, "people/citizen_service/": 21,
        "outcome/library/alone": 4, "outcome/library/guided": 15, "outcome/library/done_for": 3,
        "outcome/library/sent_on": 6, "outcome/library/turned_away": 2, "outcome/citizen_service/guided": 20,
        "band/library/0-5": 29, "band/citizen_service/60+": 20, "timed/library/0-5": 7,
        "channel/library/in_person": 26, "channel/library/phone": 4, "channel/citizen_service/in_person": 20,
        "language/library/ar": 5, "room/citizen_service/used": 8, "room/citizen_service/busy": 3,
        "refusal/library/closing": 1, "act/citizen_service/decide": 12, "act/library/hand_over": 6,
        "referral/library/citizen_service": 9, "referral/library/police": 2, "referral/citizen_service/library": 5,
        "reception/library/citizen_service:accepted": 2, "reception/library/citizen_service:done": 3,
        "reception/library/citizen_service:wrong_door": 1, "reception/citizen_service/library:declined": 1,
        "accepting/library/1h": 6, "quiet/library/14": 2,
        "question/library/loan": 6, "wanted/library/loan": 4, "answered/library/loan": 3,
        "event/library/loan": 1, "attendance/library/loan": 24, "credit/library/loan": 1,
        "credit/citizen_service/loan": 1, "staff_minutes/library/loan": 90, "staff_minutes/citizen_service/loan": 60
    })

    function shared() {
        stage.tellFigures(cells(everything), { tablets: 9, today: 7, waiting: 1 });
        app.overview.shown = true;
        go("overview");
    }

    function test_breaks_areNamedWithTheFiguresTheyDivide() {
        const rows = days => "series,branch,from,to,n,da,en\n,hb," + stage.isoDay(-days) + ",,,Borgerservice flyttede ind,Moved\nloans,,"
            + stage.isoDay(-1) + ",,,Nyt lånesystem,New\n";
        stage.tellFigures(cells(everything), {}, { "series": rows(3) });
        app.overview.shown = true;
        go("overview");
        verify(item("breaks").text.endsWith(": Borgerservice flyttede ind"), item("breaks").text);
        verify(item("breaks").text.startsWith("Brud i perioden."));
        stage.tellFigures(cells(everything), {}, { "series": rows(10) });
        tryVerify(() => !look(whole(), "breaks"));
    }

    // A section's rows as the screen reader hears them.
    function table(code) {
        const words = [];
        each(item("bars-" + code), row => {
            if (row.Accessible.role === Accessible.Row)
                words.push(row.Accessible.name.replace(/: bibliotek (.*), borgerservice (.*), i alt (.*)/, "=$1+$2=$3"));
        });
        return words;
    }

    function test_sharedFigures_answerEachQuestion_data() {
        return [
            { tag: "topics", rows: ["Lån, aflevering og fornyelse=30+0=30", "Pas: ansøgning og fingeraftryk=0+20=20"] },
            { tag: "kinds", rows: ["Myndighedsopgaver=0+20=20", "Digital vejledning=0+0=0", "Orientering og udstyr=0+0=0", "Faglige spørgsmål=30+0=30", "Ukendt emne=0+0=0"] },
            { tag: "branches", rows: ["hb=30+20=50"] },
            { tag: "outcomes", rows: ["Klarede det selv=4+0=4", "Med vejledning=15+20=35", "Gjort for borgeren=3+0=3", "Henvist videre=6+0=6", "Afvist=2+0=2"], note: "Klarede det selv eller med vejledning: 78 %" },
            { tag: "languages", rows: ["Dansk, eller ikke oplyst=25+20=45", "Arabisk=5+0=5"] },
            { tag: "bands", rows: ["Under 5 min.=29+0=29", "5-15 min.=0+0=0", "15-30 min.=0+0=0", "30-60 min.=0+0=0", "Over 1 time=0+20=20"], note: "Målt med ur: 14 %" },
            { tag: "rooms", rows: ["Brugt=0+8=8", "Optaget=0+3=3", "Findes ikke her=0+0=0"], note: "Behov for samtalerum: 22 %" },
            { tag: "receptions", rows: ["Indløste henvisninger: bibliotek 67 %, borgerservice 20 %", "Gennemførte henvisninger: bibliotek 33 %, borgerservice 0 %", "Gået forkert: bibliotek 1, borgerservice 0", "Henvisninger, balance: i alt 4", "Fra henvisning til første svar, median=højst 1 t.+intet registreret=højst 1 t."] },
            { tag: "authority", rows: ["Henvist til dem, der afgør=6+0=6", "Hjulpet på vej, intet afgjort=0+0=0", "Afgjort af dem, der må=0+12=12"], note: "Myndighedsgrænsen holdt: 100 %" },
            { tag: "questions", rows: ["Spørgsmål=6+0=6", "Spørgsmål, der skal besvares=4+0=4", "Besvarede spørgsmål=3+0=3", "Åbne spørgsmål=0+0=0"] },
            { tag: "events", rows: ["Arrangementer=1+0=1", "Arrangementer, enheden deltog i=1+1=2", "Fælles arrangementer: i alt 1", "Deltagere=24+0=24", "Medarbejderminutter ved arrangementer=90 min.+60 min.=150 min."] },
            { tag: "quiet", rows: ["14–15=2 t.+0 t.=2 t."] }
        ];
    }

    function test_sharedFigures_answerEachQuestion(data) {
        shared();
        compare(table(data.tag), data.rows);
        compare(look(whole(), "note-" + data.tag)?.text ?? "", data.note ?? "");
    }

    function test_helpWhileCitizenServiceIsClosed_isAShareOfTheLibrarys_whereItsHoursAreKnown() {
        shared();
        compare(look(whole(), "note-hours"), null);
        stage.tellFigures(cells({ "topic/library/loan": 4, "hour/library/10": 1, "hour/library/13": 3 }), {},
            { "hours": "place,unit,days,from,to,kind\nhb,citizen_service,mon-sun,09:00,12:00,staffed\n" });
        tryVerify(() => look(whole(), "note-hours")?.text === "Mens borgerservice var lukket: 75 %");
    }

    function test_aPlaceThatWasNotGiven_isSaidSo() {
        stage.tellFigures({ ["topic/" + stage.isoDay(0) + "//library/loan"]: 2 }, {});
        app.overview.shown = true;
        go("overview");
        compare(table("branches"), ["Sted ikke angivet=2+intet registreret=2"]);
    }

    function test_reasonsAndChannels_areAllThere_alsoWithoutAny() {
        shared();
        compare(table("channels").length, 5);
        compare(table("channels")[0].split("=").pop(), "46");
        compare(table("refusals").length, 8);
        compare(table("refusals")[7].split("=").pop(), "1"); // not said
        compare(table("elsewhere").length, 1);
        compare(table("elsewhere")[0].split("=").pop(), "2");
        compare([item("referralFlow").toCitizenService.text, item("referralFlow").toLibrary.text], ["9", "5"]);
    }

    function test_eachFigure_saysWhoseItIs_howOld_andOnHowManyTablets() {
        shared();
        verify(/^Begge enheder, kl\. \d\d\.\d\d i dag · 7 af 9 tablets hørt den dag$/.test(item("sharedAsOf").text), item("sharedAsOf").text);
        compare(item("sharedWaiting").text, "1 registrering ventede stadig på en tablet på det tidspunkt.");
        for (const code of ["topics", "hours", "flow", "events"])
            compare(item("source-" + code).text, item("sharedAsOf").text);
        verify(item("sharedHelps").Accessible.name.startsWith("Henvendelser: 50. Begge enheder"));
        verify(item("ownHelps").Accessible.name.endsWith("Kun denne tablet, frem til nu"));
        tap("choice-own");
        for (const code of ["topics", "flow", "events"])
            compare(item("source-" + code).text, "Kun denne tablet, frem til nu");
    }

    function test_aHubThatDoesNotSay_leavesItUnknown() {
        stage.tellFigures(cells({ "topic/library/loan": 1 }), {});
        go("overview");
        verify(item("sharedAsOf").text.endsWith("antal hørte tablets er ukendt"));
        compare(look(whole(), "sharedWaiting"), null);
    }

    function test_cards_endWithAWholePixel_soThatTheirEdgeIsSeen() {
        window.width = 1920;
        go("overview");
        for (const card of ["ownHelps", "ownPeople", "ownReferrals"])
            compare(item(card).width % 1, 0, card);
    }

    function test_age_isATimeOfTheDay_orDays() {
        compare(stage.ageText(0), "Begge enheder, kl. 14.30 i dag");
        compare(stage.ageText(14), "Begge enheder, kl. 00.30 i dag");
        compare(stage.ageText(15), "Begge enheder, kl. 23.30 i går");
        compare(stage.ageText(39), "Begge enheder, 2 dage gamle");
        app.language = "en";
        compare(stage.ageText(72), "Both units, 3 days old");
    }

    function test_withoutANetwork_theOwnFiguresAreThere() {
        tap("tile-mitid-help");
        app.log.bar.setOutcome("alone");
        go("overview");
        compare(item("ownHelps").value, 1);
        compare(look(whole(), "whose"), null);
        compare(table("outcomes")[0], "Klarede det selv=1+intet registreret=1");
        compare(item("empty-refusals").text, "Ingen blev afvist.");
        compare(item("empty-quiet").text, "Der er ikke noteret stille timer.");
        go("log");
        tap("tile-mitid-help");
        go("overview");
        compare(item("ownHelps").value, 2);
    }

    function test_nothingLogged_isNoZero() {
        go("overview");
        for (const code of ["topics", "outcomes", "rooms", "refusals", "authority"]) {
            compare(item("empty-" + code).text, "Der er ikke registreret henvendelser i perioden. Det betyder ikke, at ingen kom.");
            compare(look(whole(), "bars-" + code), null);
        }
    }

    function test_thePeriod_isChosen() {
        const named = {};
        for (const [daysAgo, n] of [[0, 1], [1, 10], [6, 100], [7, 1000], [29, 10000], [30, 100000]])
            named["topic/" + stage.isoDay(-daysAgo) + "/hb/library/loan"] = n;
        stage.tellFigures(named, {});
        go("overview");
        compare(item("sharedHelps").value, 111);
        tap("choice-1");
        compare(item("sharedHelps").value, 1);
        tap("choice-30");
        compare(item("sharedHelps").value, 11111);
        compare(table("topics"), ["Lån, aflevering og fornyelse=11.111+intet registreret=11.111"]);
    }

    function test_figures_areReadOnlyWhileTheyAreShown() {
        go("overview");
        go("log");
        const before = app.overview.ownHelps;
        tap("tile-mitid-help");
        compare(app.overview.ownHelps, before);
        go("overview");
        compare(app.overview.ownHelps, before + 1);
    }
}
