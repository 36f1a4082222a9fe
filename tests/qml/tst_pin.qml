import QtQuick
import QtTest
import Vejviser

// A role with a PIN on a shared tablet: who can take it, when it ends, and that nobody is ever kept
// from logging.
PageTest {
    name: "Pin"

    readonly property string roles: "code,name_da,name_en,unit\n"
        + "library_staff,Biblioteksmedarbejder,Library staff,library\n"
        + "library_decides,Myndighedsmedarbejder,Authority staff,library\n"
        + "citizen_service_staff,Borgerservicemedarbejder,Citizen-service staff,citizen_service\n"

    function begin() {
        stage.tell({ roles: roles }, {}, "", {});
    }

    function open(name) {
        tryVerify(() => findChild(window, name)?.opened === true);
        waitForRendering(window.contentItem, 200);
    }

    function closed(name) {
        tryVerify(() => findChild(window, name)?.opened !== true);
    }

    // By the header, as a person would.
    function choose(code) {
        tap("workplace");
        open("workplaceDialog");
        mouseClick(look(item("workplaceSheet"), "choice-" + code));
        closed("workplaceDialog");
    }

    function give(pin, again) {
        go("settings");
        tap("choosePin");
        open("pinDialog");
        type(pin);
        keyClick(Qt.Key_Return);
        type(again ?? pin);
        keyClick(Qt.Key_Return);
    }

    // The second role has a PIN; the first one has the tablet.
    function lock() {
        begin();
        choose("library_decides");
        give("2468");
        closed("pinDialog");
        choose("library_staff");
        go("log");
    }

    function answer(pin) {
        open("pinDialog");
        type(pin);
        keyClick(Qt.Key_Return);
    }

    function test_withoutAPin_nothingIsAsked() {
        begin();
        choose("library_decides");
        compare(app.settings.role, "library_decides");
        compare(app.roles.active, false);
    }

    function test_aRoleWithAPin_isTakenWithIt() {
        lock();
        choose("library_decides");
        open("pinDialog");
        compare(item("pinTitle").text, "Pinkode til »Myndighedsmedarbejder«");
        compare(app.settings.role, "library_staff");
        answer("2468");
        closed("pinDialog");
        compare(app.settings.role, "library_decides");
        compare(item("workplace").text, "Bibliotek · Myndighedsmedarbejder");
        tap("tile-mitid-help");
        compare(stage.standing().role, "library_decides");
    }

    function test_theWrongPin_leavesTheRoleAsItIs() {
        lock();
        choose("library_decides");
        answer("1357");
        compare(item("pinWrong-words").text, "Det er ikke pinkoden. Prøv igen.");
        compare(app.settings.role, "library_staff");
        type("2468"); // over what was wrong
        tap("pinDone");
        closed("pinDialog");
        compare(app.settings.role, "library_decides");
    }

    function test_cancel_leavesTheRole_andKeepsNothingTyped() {
        lock();
        choose("library_decides");
        open("pinDialog");
        type("24");
        tap("pinCancel");
        closed("pinDialog");
        compare(app.settings.role, "library_staff");
        choose("library_decides");
        open("pinDialog");
        compare(item("pin").text, "");
        keyClick(Qt.Key_Escape);
        closed("pinDialog");
        compare(app.settings.role, "library_staff");
    }

    function test_afterFiveWrongOnes_thereIsAWait_thatARestartDoesNotEnd_andOneLogsMeanwhile() {
        lock();
        choose("library_decides");
        open("pinDialog");
        for (let i = 0; i < 5; ++i)
            answer("1111");
        const wait = "For mange forkerte pinkoder. Vent 1 minut, og prøv igen. Du kan registrere imens.";
        compare(item("pinWrong-words").text, wait);
        answer("2468");
        compare(app.settings.role, "library_staff");
        killAndRestart();
        choose("library_decides");
        open("pinDialog");
        compare(item("pinWrong-words").text, wait);
        tap("pinCancel");
        closed("pinDialog");
        tap("tile-mitid-help");
        compare(stage.helpsStored(), 1);
    }

    function test_theUnit_asksToo_whenItsFirstRoleHasAPin() {
        begin();
        choose("citizen_service");
        give("1234");
        choose("library");
        choose("citizen_service");
        answer("1234");
        closed("pinDialog");
        compare(app.settings.unit, "citizen_service");
        stage.endRole();
        compare(app.settings.unit, "library"); // where it came from
    }

    function test_theRoleEnds_andTheNextTapIsTheOtherRoles() {
        lock();
        choose("library_decides");
        answer("2468");
        closed("pinDialog");
        tap("tile-mitid-help");
        stage.endRole();
        compare(item("roleEndedText").text,
                "Rollen »Myndighedsmedarbejder« er udløbet. Du registrerer nu som »Biblioteksmedarbejder«.");
        compare(item("workplace").text, "Bibliotek · Biblioteksmedarbejder");
        compare(app.log.bar.active, true); // what was logged stays at hand
        compare(app.roles.active, false); // and nothing is asked
        tap("tile-mitid-business");
        compare(stage.standing().role, "library_staff");
        compare(stage.helpsStored(), 2);
        tap("takeAgain");
        answer("2468");
        closed("pinDialog");
        compare(app.settings.role, "library_decides");
        compare(look(whole(), "roleEnded"), null);
    }

    function test_anOpenDialog_outlivesTheRole() {
        lock();
        choose("library_decides");
        answer("2468");
        closed("pinDialog");
        go("questions");
        tap("ask");
        tryVerify(() => look(whole(), "askText-input"));
        item("askText-input").forceActiveFocus();
        type("Hvor");
        stage.endRole();
        compare(item("askText-input").text, "Hvor");
        type(" er");
        compare(item("askText-input").text, "Hvor er");
    }

    function test_theRoleEndsWithTheProgram() {
        lock();
        choose("library_decides");
        answer("2468");
        closed("pinDialog");
        killAndRestart();
        compare(app.settings.role, "library_staff");
        tap("dismissRoleEnded");
        compare(look(whole(), "roleEnded"), null);
    }

    function test_aPin_isChangedAndRemoved_byWhoHasTheRole() {
        lock();
        go("settings");
        verify(item("pinText").text.startsWith("Alle med denne tablet kan tage rollen »Biblioteksmedarbejder«."));
        choose("library_decides");
        answer("2468");
        closed("pinDialog");
        give("135790");
        closed("pinDialog");
        choose("library_staff");
        choose("library_decides");
        answer("2468");
        verify(item("pinWrong-words").text !== "");
        answer("135790");
        closed("pinDialog");
        tap("removePin");
        choose("library_staff");
        choose("library_decides");
        compare(app.settings.role, "library_decides");
    }

    function test_whatIsNoPin_isRefused_data() {
        return [
            { tag: "short", pin: "123", again: "123", why: "En pinkode har 4 til 8 cifre." },
            { tag: "different", pin: "1234", again: "1243", why: "De to er ikke ens. Skriv dem igen." },
            { tag: "letters", pin: "a12b", again: "12", why: "En pinkode har 4 til 8 cifre." }
        ];
    }

    function test_whatIsNoPin_isRefused(data) {
        begin();
        choose("library_decides");
        give(data.pin, data.again);
        compare(item("pinWrong-words").text, data.why);
        tap("pinCancel");
        closed("pinDialog");
        compare(app.roles.hasPin, false);
    }

    function test_theLastRoleWithoutAPin_cannotHaveOne() {
        begin();
        for (const code of ["library_decides", "citizen_service"]) {
            choose(code);
            give("2468");
            closed("pinDialog");
            choose(code === "citizen_service" ? "library" : "library_staff");
        }
        go("settings");
        compare(look(whole(), "choosePin"), null);
    }

    function test_thePin_isNotToBeReadAnywhere() {
        lock();
        const kept = stage.setting("role_pin.library_decides");
        verify(kept.startsWith("$argon2id$"));
        verify(!kept.includes("2468"));
    }
}
