import QtQuick
import QtTest
import Vejviser

// Goal: where the municipality keeps exact figures to itself, the overview shows of both units what
// is published, says what is withheld and what is a bound, and never a small number anywhere.
// Method: a hub's published month with small numbers that stand out (777 and 888), beside the exact
// cells; every word on the page is looked at.
PageTest {
    name: "Published"

    readonly property var cells: ({
        "topic/library/loan": 40000, "topic/library/mitid-help": 23000, "topic/library/print": 777,
        "topic/citizen_service/passport-apply": 31000, "topic/citizen_service/health-card-help": 888,
        "outcome/library/guided": 63000, "outcome/library/alone": 777, "outcome/citizen_service/guided": 31888,
        "channel/library/in_person": 63777, "channel/citizen_service/in_person": 31888,
        "band/library/0-5": 63777, "band/citizen_service/0-5": 31888,
        "hour/library/10": 63777, "hour/citizen_service/11": 888, "hour/citizen_service/12": 31000,
        "people/library/": 70000, "people/citizen_service/": 40000,
        "referral/library/citizen_service": 9000, "referral/library/police": 777,
        "event/library/loan": 1, "attendance/library/loan": 24
    })

    readonly property var small: /(^|\D)(777|888)(\D|$)/

    function pull(version, exactFor) {
        stage.publishLastMonth(cells, version, exactFor);
    }

    // Everything that is to be read or heard on the page, numbers without what groups their digits.
    function words() {
        const all = [];
        each(whole(), item => {
            for (const text of [item.text, item.Accessible?.name, item.Accessible?.description])
                if (typeof text === "string" && text !== "")
                    all.push(text.replace(/(\d)[.,](?=\d{3})/g, "$1"));
        });
        return all;
    }

    function table(code) {
        const rows = {};
        each(item("bars-" + code), row => {
            const name = row.Accessible.role === Accessible.Row ? row.Accessible.name : "";
            const parts = name.match(/^(.*): bibliotek (.*), borgerservice (.*), i alt (.*)$/);
            if (parts)
                rows[parts[1]] = parts.slice(2).map(text => text.replace(/[.](?=\d{3})/g, ""));
        });
        return rows;
    }

    // A value as the page should say it, from the domain itself.
    function expected(measure, item, unit) {
        const value = stage.publishedValue(measure, item, unit);
        if (value === "withheld")
            return "Skjult af hensyn til fortrolighed";
        return value === "" ? "0" : value.replace(">=", "mindst ");
    }

    function test_smallNumbers_areNowhereOnThePage() {
        pull(1, "nobody");
        go("overview");
        const said = words();
        verify(said.length > 100);
        verify(said.includes("skjult"));
        verify(said.some(text => text.includes("mindst ")), "a bound is shown");
        for (const text of said)
            verify(!small.test(text), "a small number is shown: " + text);
        compare(item("hoursWithheld").text, "× Skjult af hensyn til fortrolighed");
    }

    function test_whatIsShown_isWhatShownValuesSays() {
        pull(1, "nobody");
        go("overview");
        const measures = {
            topics: ["helps_by_topic", { "loan": "Lån, aflevering og fornyelse" }],
            outcomes: ["helps_by_outcome", { "alone": "Klarede det selv", "guided": "Med vejledning", "turned_away": "Afvist" }],
            bands: ["helps_by_duration", { "0-5": "Under 5 min.", "60+": "Over 1 time" }]
        };
        for (const code in measures) {
            const rows = table(code);
            const [measure, items] = measures[code];
            for (const id in items)
                compare(rows[items[id]], ["library", "citizen_service", ""].map(unit => expected(measure, id, unit)), id);
        }
        const helps = expected("helps", "", "");
        verify(item("sharedHelps").Accessible.name.replace(/[.](?=\d{3})/g, "").startsWith("Henvendelser: " + helps));
    }

    function test_whereAllMaySee_exactFiguresAreShown() {
        pull(1, "all");
        app.overview.days = 62;
        go("overview");
        verify(words().some(text => small.test(text)));
        verify(!words().includes("skjult"));
        compare(look(whole(), "month"), null);
        compare(look(whole(), "published"), null);
        compare(table("topics")["Lån, aflevering og fornyelse"], ["40000", "0", "40000"]);
    }

    function test_aRuleThatChanges_changesThePage() {
        app.overview.days = 62;
        pull(1, "all");
        go("overview");
        verify(words().some(text => small.test(text)));
        pull(1, "nobody");
        tryVerify(() => !words().some(text => small.test(text)));
        verify(item("month"));
        pull(1, "all");
        tryVerify(() => words().some(text => small.test(text)));
    }

    function test_thePage_saysWhichMonthItIs_andWhenItWasMade() {
        pull(2, "nobody");
        go("overview");
        const line = item("published").text;
        verify(/^[A-Z][a-z]+ \d{4}\. Opgjort \d+\. [a-z]+ \d{4}, 2\. udgave: sene registreringer er regnet med\. [A-Z][a-z]+ \d{4} er i gang og endnu ikke offentliggjort\.$/.test(line), line);
        compare(item("source-topics").text, line);
        verify(item("sharedAsOf").text.endsWith("7 af 9 tablets hørt den dag"));
        tap("choice-own");
        compare(item("source-topics").text, "Kun denne tablet, frem til nu");
    }

    function test_ownFigures_stayExact() {
        pull(1, "nobody");
        tap("tile-mitid-help");
        go("overview");
        compare(item("ownHelps").value, 1);
        tap("choice-own");
        compare(table("topics"), ({ "MitID: hjælp og vejledning": ["1", "intet registreret", "1"] }));
    }

    function test_beforeTheFirstMonth_thePageSaysWhenItComes() {
        stage.tell({ "small-cells": "threshold,exact_for\n5,nobody\n" }, {}, "hb", { "loan": 0 });
        go("overview");
        verify(/^Der er endnu ikke offentliggjort tal: de første kan komme 4\. [a-z]+ \d{4}\.$/.test(item("published").text), item("published").text);
        compare(look(whole(), "sharedHelps"), null);
        compare(look(whole(), "section-topics"), null);
        tap("choice-own");
        verify(item("section-topics"));
    }
}
