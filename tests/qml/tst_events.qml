import QtQuick
import QtTest

PageTest {
    name: "Events"

    function test_a() {
        go("events");
        item("logEvent");
    }
}
