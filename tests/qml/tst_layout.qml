import QtQuick
import QtTest

// Every page in every size: nothing cut off, everything large enough to hit and named.
PageTest {
    name: "Layout"

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
        for (const page of ["log", "today", "events", "overview", "settings"]) {
            go(page);
            waitForRendering(window.contentItem, 200);
            each(window.contentItem, item => checkLayout(item, page));
        }
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
        each(item("eventSheet"), item => checkLayout(item, "event form"));
        app.eventEditor.discard();
        for (const field of [["topic", "digital-life-60"], ["attendance", "5000"], ["libraryHours", "100"],
                ["citizenServiceHours", "99.25"], ["branch", "kv"]]) {
            if (!app.eventEditor.active)
                app.eventEditor.begin();
            app.eventEditor.put(field[0], field[1]);
        }
        app.eventEditor.save();
        waitForRendering(window.contentItem, 200);
        each(item("eventsList"), item => checkLayout(item, "events"));
        app.eventEditor.open(stage.newestEvent().subject);
        waitForRendering(window.contentItem, 200);
        each(item("eventSheet"), item => checkLayout(item, "event correction"));
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
        each(item("syncDetails"), item => checkLayout(item, "details"));
        tap("showAside");
        tap("saveAside");
        tryVerify(() => app.exports.savedTo !== "");
        waitForRendering(window.contentItem, 200);
        verify(item("asideSheet").height >= 96);
        each(item("asideSheet").parent, item => checkLayout(item, "aside"));
    }
}
