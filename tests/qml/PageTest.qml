import QtQuick
import QtQuick.Templates as T
import QtTest
import Vejviser

// A test on the real window: each function gets a new tablet and a new window.
TestCase {
    id: test

    property string unit: "library"
    property var app: null
    property var window: null

    when: windowShown

    function init() {
        failOnWarning(/Binding loop|TypeError|ReferenceError|Unable to assign/);
        app = stage.newTablet(unit);
        window = maker.createObject(null, { app: app });
        verify(window);
        waitForRendering(window.contentItem);
    }

    function cleanup() {
        window.destroy();
        wait(0); // lets the window go before its models
        stage.closeTablet();
    }

    // Kills the program and starts it again.
    function killAndRestart() {
        stage.kill();
        window.destroy();
        wait(0);
        app = stage.restarted();
        window = maker.createObject(null, { app: app });
        waitForRendering(window.contentItem);
    }

    // Types into what has the keyboard.
    function type(text) {
        for (const sign of text)
            keyClick(sign);
    }

    // Types over what stands in a field.
    function write(name, text) {
        const field = item(name);
        field.forceActiveFocus();
        field.selectAll();
        type(text);
    }

    // Everything in the window, popups included: they lie above the pages.
    function whole() {
        return window.contentItem.parent;
    }

    // The first visible item of that name; fails the test if there is none.
    function item(name) {
        const found = look(whole(), name);
        verify(found, name + " is not to be seen");
        return found;
    }

    function look(root, name) {
        if (!root.visible)
            return null;
        if (root.objectName === name)
            return root;
        for (let i = 0; i < root.children.length; ++i) {
            const found = look(root.children[i], name);
            if (found)
                return found;
        }
        return null;
    }

    function tap(name) {
        waitForRendering(window.contentItem, 100);
        mouseClick(item(name));
    }

    // Turns to a page as a person would: those without a place in the row are under “More”.
    function go(page) {
        waitForRendering(window.contentItem, 100);
        if (!look(whole(), "nav-" + page))
            tap("nav-more");
        tap("nav-" + page);
        waitForRendering(window.contentItem, 100); // a page reads what it shows when it is shown
    }

    // Nothing is cut off or beyond the edge; what can be pressed is named and large enough.
    function checkLayout(item, page) {
        if (item instanceof Text && item.text !== "" && item.font.family !== "Material Icons") {
            const what = page + ": “" + item.text + "” (" + item.objectName + ")";
            // What was only just made is laid out with the next frame.
            tryVerify(() => !item.truncated, 1000, what + " is cut off");
            tryVerify(() => item.contentWidth <= item.width + 1, 1000, what + " is wider than its place");
            tryVerify(() => item.contentHeight <= item.height + 1, 1000, what + " is higher than its place");
        }
        if (item instanceof T.AbstractButton) {
            const what = page + ": " + (item.objectName || item.text);
            tryVerify(() => item.width > 0); // a tile that was only just made
            verify(item.width >= 48 && item.height >= 48, what + " is hard to hit: " + item.width + " x " + item.height);
            verify((item.Accessible.name || item.text) !== "", what + " has no name");
        }
        const left = item.mapToItem(window.contentItem, 0, 0).x;
        if (item instanceof Text || item instanceof T.AbstractButton)
            verify(left >= -1 && left + item.width <= window.width + 1,
                   page + ": " + (item.text || item.objectName) + " goes beyond the edge");
    }

    // Where one sees the letters of a text; null if they are scrolled out of sight.
    function letters(text) {
        const across = { [Text.AlignRight]: 1, [Text.AlignHCenter]: 0.5 }[text.effectiveHorizontalAlignment] ?? 0;
        const down = { [Text.AlignBottom]: 1, [Text.AlignVCenter]: 0.5 }[text.verticalAlignment] ?? 0;
        const place = text.mapToItem(window.contentItem, (text.width - text.contentWidth) * across,
                                     (text.height - text.contentHeight) * down);
        const seen = { left: place.x, top: place.y, right: place.x + text.contentWidth, bottom: place.y + text.contentHeight };
        for (let above = text.parent; above; above = above.parent) {
            if (!above.clip)
                continue;
            const edge = above.mapToItem(window.contentItem, 0, 0);
            seen.left = Math.max(seen.left, edge.x);
            seen.top = Math.max(seen.top, edge.y);
            seen.right = Math.min(seen.right, edge.x + above.width);
            seen.bottom = Math.min(seen.bottom, edge.y + above.height);
        }
        return seen.left < seen.right && seen.top < seen.bottom ? seen : null;
    }

    // What is written over something else; letters may touch by their empty edges.
    function overlap(root) {
        const seen = [];
        let found = "";
        each(root, item => {
            const place = item instanceof Text && item.text !== "" ? letters(item) : null;
            if (!place)
                return;
            for (const other of seen) {
                const wide = Math.min(place.right, other.place.right) - Math.max(place.left, other.place.left);
                const high = Math.min(place.bottom, other.place.bottom) - Math.max(place.top, other.place.top);
                if (wide >= 3 && high >= 3)
                    found = "“" + item.text + "” is written over “" + other.text + "”";
            }
            seen.push({ place: place, text: item.text });
        });
        return found;
    }

    function checkPage(root, page) {
        each(root, item => checkLayout(item, page));
        for (let i = 0; i < 20 && overlap(root) !== ""; ++i)
            waitForRendering(window.contentItem, 50); // what was only just made finds its place
        compare(overlap(root), "", page);
    }

    // Every visible item below `root`, with what it is told.
    function each(root, visit) {
        if (!root.visible || root.opacity === 0)
            return;
        visit(root);
        for (let i = 0; i < root.children.length; ++i)
            each(root.children[i], visit);
    }

    property Component maker: Component {
        Main {}
    }
}
