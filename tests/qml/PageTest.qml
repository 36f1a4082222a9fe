import QtQuick
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

    // The first visible item of that name; fails the test if there is none.
    function item(name) {
        const found = look(window.contentItem, name);
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
