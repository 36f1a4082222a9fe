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
        for (const page of ["log", "today", "overview", "settings"]) {
            go(page);
            waitForRendering(window.contentItem, 200);
            each(window.contentItem, item => checkLayout(item, page));
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
        each(item("startTimer").parent, item => checkLayout(item, "menu"));
        tap("logLate");
        item("lateTime").text = "x";
        waitForRendering(window.contentItem, 200);
        each(window.contentItem, item => checkLayout(item, "late"));
        tap("endMode");
        app.log.log("mitid-help");
        app.log.setSameCitizen(true);
        app.log.bar.setOutcome("turned_away");
        item("unfold").clicked();  // may lie further down, with large text
        waitForRendering(window.contentItem, 200);
        each(item("bar"), item => checkLayout(item, "bar"));
        app.log.bar.close();
        app.log.logQuiet(1);
        app.log.logLate("mitid-help", 3, "12.00");
        app.log.bar.setRoom("used");
        go("today");
        waitForRendering(window.contentItem, 200);
        each(window.contentItem, item => checkLayout(item, "today"));
        tap("today-2");
        tap("showTopic");
        waitForRendering(window.contentItem, 200);
        each(item("dialogTitle").parent, item => checkLayout(item, "dialog"));
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
