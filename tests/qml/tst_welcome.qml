import QtQuick
import QtTest

PageTest {
    name: "WelcomePage"
    unit: ""

    function test_oneTap_andTheTabletIsReady() {
        verify(item("welcome"));
        tap("welcome-citizen_service");
        compare(app.settings.unit, "citizen_service");
        compare(look(window.contentItem, "welcome"), null);
        tap("tile-passport-apply");
        compare(stage.helpsStored(), 1);
    }

    function test_keys_reachNothingBehindIt() {
        for (let i = 0; i < 12; ++i) {
            keyClick(Qt.Key_Tab);
            if (!window.activeFocusItem?.objectName.startsWith("welcome-") && !window.activeFocusItem?.objectName.startsWith("choice-"))
                keyClick(Qt.Key_Space);
        }
        keySequence("Ctrl+F");
        for (const c of "pas")
            keyClick(c);
        keyClick(Qt.Key_Return);
        compare(stage.helpsStored(), 0);
        compare(app.settings.unit, "");
    }

    function test_english_isOneTapAway() {
        tap("choice-en");
        compare(app.language, "en");
        compare(item("welcome-library").text, "Library");
    }
}
