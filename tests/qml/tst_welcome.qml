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

    function test_english_isOneTapAway() {
        tap("choice-en");
        compare(app.language, "en");
        compare(item("welcome-library").text, "Library");
    }
}
