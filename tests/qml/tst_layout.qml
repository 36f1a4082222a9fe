import QtQuick
import QtQuick.Controls.Basic
import QtTest

// Every page in every size: nothing cut off, everything large enough to hit and named.
PageTest {
    name: "Layout"

    function test_everyPage_data() {
        const rows = [];
        for (const size of [[1280, 800], [800, 1280], [400, 800], [1920, 1200]])
            for (const language of ["da", "en"])
                for (const scale of [1, 1.5, 2])
                    rows.push({ tag: size[0] + "x" + size[1] + " " + language + " " + scale * 100 + " %",
                        size: size, language: language, scale: scale });
        return rows;
    }

    function test_everyPage(data) {
        window.width = data.size[0];
        window.height = data.size[1];
        app.language = data.language;
        app.settings.textScale = data.scale;
        app.log.log("mitid-help");
        for (const page of ["log", "today", "overview", "settings"]) {
            tap("nav-" + page);
            waitForRendering(window.contentItem, 200);
            each(window.contentItem, item => check(item, page));
        }
    }

    function check(item, page) {
        if (item instanceof Text && item.text !== "" && item.font.family !== "Material Icons") {
            const what = page + ": “" + item.text + "” (" + item.objectName + ")";
            verify(!item.truncated, what + " is cut off");
            verify(item.contentWidth <= item.width + 1, what + " is wider than its place");
        }
        if (item instanceof AbstractButton) {
            const what = page + ": " + (item.objectName || item.text);
            verify(item.width >= 48 && item.height >= 48, what + " is hard to hit: " + item.width + " x " + item.height);
            verify(item.Accessible.name !== "", what + " has no name");
        }
        const right = item.mapToItem(window.contentItem, item.width, 0).x;
        if (item instanceof Text || item instanceof AbstractButton)
            verify(right <= window.width + 1, page + ": " + (item.text || item.objectName) + " goes beyond the edge");
    }
}
