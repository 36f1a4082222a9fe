import QtQuick
import QtTest
import Vejviser

// A shared tablet: who has it now, and in which hand.
PageTest {
    name: "Settings"

    readonly property string roles: "code,name_da,name_en,unit\n"
        + "library_staff,Biblioteksmedarbejder,Library staff,library\n"
        + "library_student,Studentermedarbejder,Student worker,library\n"
        + "citizen_service_staff,Borgerservicemedarbejder,Citizen-service staff,citizen_service\n"

    // Left and right edge of an item in the window.
    function sides(name) {
        const found = item(name);
        const left = found.mapToItem(window.contentItem, 0, 0).x;
        return { left: left, right: left + found.width };
    }

    function choose(dialog, code) {
        tap("workplace");
        tryCompare(findChild(window, "workplaceDialog"), "opened", true);
        waitForRendering(window.contentItem, 200);
        mouseClick(look(item(dialog), "choice-" + code));
        tryCompare(findChild(window, "workplaceDialog"), "opened", false);
    }

    function test_role_isSwitchedFromTheHeader_inTwoTaps() {
        stage.tell({ roles: roles }, {}, "", {});
        compare(item("workplace").text, "Bibliotek · Biblioteksmedarbejder");
        tap("tile-mitid-help");
        choose("switchRole", "library_student");
        compare(item("workplace").text, "Bibliotek · Studentermedarbejder");
        compare(app.settings.unit, "library");
        compare(app.log.bar.active, true); // what was logged stays at hand
        compare(stage.standing().role, "library_staff"); // with the role it was logged with
        tap("tile-mitid-business");
        compare(stage.standing().role, "library_student");
    }

    function test_rolesOfTheOtherUnit_areNotOffered() {
        stage.tell({ roles: roles }, {}, "", {});
        tap("workplace");
        tryVerify(() => look(whole(), "switchRole"));
        verify(look(item("switchRole"), "choice-library_student"));
        compare(look(item("switchRole"), "choice-citizen_service_staff"), null);
    }

    function test_withOneRole_onlyTheUnitIsOffered() {
        compare(item("workplace").text, "Bibliotek");
        tap("workplace");
        tryVerify(() => look(whole(), "switchUnit"));
        compare(look(whole(), "switchRole"), null);
        compare(look(whole(), "switchPlace"), null);
        tap("closeWorkplace");
        tryCompare(findChild(window, "workplaceDialog"), "opened", false);
        choose("switchUnit", "citizen_service");
        compare(item("workplace").text, "Borgerservice");
    }

    function test_place_isSwitchedFromTheHeader_andStaysSo() {
        stage.tell({}, { hb: "Hovedbiblioteket", kv: "Kvaglund" }, "hb", {});
        choose("switchPlace", "kv");
        compare(app.settings.branch, "kv");
        verify(item("workplace").text.includes("Kvaglund"));
        killAndRestart();
        compare(app.settings.branch, "kv");
    }

    function test_switching_needsNoMouse() {
        stage.tell({ roles: roles }, {}, "", {});
        item("workplace").forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Space);
        tryCompare(findChild(window, "workplaceDialog"), "opened", true);
        for (let i = 0; i < 20 && window.activeFocusItem.objectName !== "choice-library_student"; ++i)
            keyClick(Qt.Key_Tab);
        compare(window.activeFocusItem.objectName, "choice-library_student");
        keyClick(Qt.Key_Space);
        compare(app.settings.role, "library_student");
        tryCompare(findChild(window, "workplaceDialog"), "opened", false);
        tryCompare(item("workplace"), "activeFocus", true);
    }

    function test_leftHand_hasNavigationAndButtonsOnTheOtherSide_data() {
        return [{ tag: "wide", width: 1280, nav: "nav-today" }, { tag: "narrow", width: 420, nav: "nav-more" }];
    }

    function test_leftHand_hasNavigationAndButtonsOnTheOtherSide(data) {
        window.width = data.width;
        tap("tile-mitid-help");
        waitForRendering(window.contentItem, 200);
        const names = [data.nav, "syncBadge", "openLogMenu", "undo", "closeBar", "search"];
        const right = names.map(sides);
        app.settings.leftHanded = true;
        tap("unfold"); // lays the bar out
        tap("unfold");
        waitForRendering(window.contentItem, 200);
        for (let i = 0; i < names.length; ++i) {
            const now = sides(names[i]);
            fuzzyCompare(now.left, window.width - right[i].right, 14, names[i] + " is not where a mirror has it");
        }
        compare(item("barTitle").effectiveHorizontalAlignment, Text.AlignLeft);
        compare(item("search").effectiveHorizontalAlignment, TextInput.AlignLeft);
        compare(item("pageTitle").effectiveHorizontalAlignment, Text.AlignLeft);
        tap("syncBadge");
        verify(sides("syncDetails").left >= 0 && sides("syncDetails").right <= window.width);
    }

    function test_leftHand_isChosenOnce_andSurvivesARestart() {
        go("settings");
        compare(app.settings.leftHanded, false);
        const hand = item("hand");
        look(hand, "choice-left").clicked();
        compare(app.settings.leftHanded, true);
        tryVerify(() => sides("nav-settings").left > window.width / 2);
        killAndRestart();
        compare(app.settings.leftHanded, true);
        tryVerify(() => sides("nav-settings").left > window.width / 2);
        go("settings");
        look(item("hand"), "choice-right").clicked();
        tryVerify(() => sides("nav-settings").right < window.width / 2);
    }

    readonly property string link: "vejviser:enrol?hub=http%3A%2F%2F127.0.0.1%3A9&code=ABCD-EFGH"

    function test_aLink_isTakenApart_inEitherField_data() {
        return [{ tag: "address", field: "hubAddress" }, { tag: "code", field: "enrolCode" }];
    }

    // As a scanner does: the keys one by one, and Return. Nothing answers at port 9.
    function test_aLink_isTakenApart_inEitherField(data) {
        go("settings");
        item(data.field).input.forceActiveFocus();
        type(link);
        compare(item("hubAddress").text, "http://127.0.0.1:9");
        compare(item("enrolCode").text, "ABCD-EFGH");
        compare(app.settings.enrolFault, "");
        keyClick(Qt.Key_Return);
        tryVerify(() => app.settings.enrolFault.startsWith("Serveren svarede ikke"));
        compare(item("hubAddress").text, "http://127.0.0.1:9");
    }

    function test_aLinkThatIsPasted_replacesWhatStoodThere() {
        go("settings");
        item("hubAddress").text = "https://old.dk";
        item("hubAddress").text += link;
        compare(item("hubAddress").text, "http://127.0.0.1:9");
        compare(item("enrolCode").text, "ABCD-EFGH");
    }

    function test_aBrokenLink_saysSo_andLosesNothing() {
        go("settings");
        const broken = link.replace("ABCD-", "");
        item("hubAddress").text = "https://hub.dk";
        item("enrolCode").text = broken;
        compare(app.settings.enrolFault, "");
        item("connect").clicked();
        compare(app.settings.enrolling, false);
        verify(app.settings.enrolFault.startsWith("Det er ikke en hel kode"));
        compare(item("hubAddress").text, "https://hub.dk");
        compare(item("enrolCode").text, broken);
    }

    function test_anAddressHalfTyped_isThereAfterAStop_butNotTheCode() {
        go("settings");
        item("hubAddress").text = "https://hub.komm";
        item("enrolCode").text = "QKTB-HW";
        tryVerify(() => stage.setting("draft.hub") === "https://hub.komm");
        killAndRestart();
        go("settings");
        compare(item("hubAddress").text, "https://hub.komm");
        compare(item("enrolCode").text, "");
        item("hubAddress").text = "";
        tryVerify(() => stage.setting("draft.hub") === "");
    }

    function test_whatMayBeASecret_isNotKeptAsAnAddress_data() {
        return [
            { tag: "a code", text: "QKTB-HWRN" },
            { tag: "the beginning of a link", text: "vejviser:enrol?hub=https%3A%2F%2Fhub.dk&code=QKTB" },
            { tag: "a link behind an address", text: "https://hub.dkvejviser:enrol?code=QKTB" },
            { tag: "a code behind an address", text: "https://hub.dk/?code=QKTB" },
            { tag: "a password", text: "https://hub:secret@hub" },
            { tag: "a CPR number", text: "0101801234" },
            { tag: "a CPR number behind an address", text: "https://hub.dk 010180-1234" },
            { tag: "longer than any address", text: "https://" + "a".repeat(500) },
        ];
    }

    function test_whatMayBeASecret_isNotKeptAsAnAddress(data) {
        go("settings");
        item("hubAddress").text = "https://hub.dk";
        tryVerify(() => stage.setting("draft.hub") === "https://hub.dk");
        item("hubAddress").text = data.text;
        tryVerify(() => stage.setting("draft.hub") === "");
        compare(item("hubAddress").text, data.text);
    }

    function test_withoutCameraOrProgram_noButtonOffersIt() {
        stage.cameraDoes("");
        for (const [page, button] of [["settings", "scanEnrol"], ["refer", "scanSlip"]]) {
            go(page);
            compare(look(whole(), button), null);
        }
    }

    function press(button) {
        look(item(button), "scan").clicked();
    }

    function test_theCamera_fillsInTheForm() {
        stage.cameraDoes("echo '" + link + "'");
        go("settings");
        press("scanEnrol");
        compare(app.camera.scanning, true);
        tryCompare(item("hubAddress"), "text", "http://127.0.0.1:9");
        compare(item("enrolCode").text, "ABCD-EFGH");
        compare(app.camera.scanning, false);
    }

    function test_theCamera_isToldToReadOneQrCodeAndNothingElse() {
        stage.cameraDoes("[ \"$*\" = '--raw --oneshot --nodbus -Sdisable -Sqrcode.enable' ] && echo " + stage.aSlip());
        go("refer");
        press("scanSlip");
        tryVerify(() => look(whole(), "accept"));
    }

    function test_theCamera_onSomethingElse_saysSo() {
        stage.cameraDoes("echo https://example.dk");
        go("settings");
        press("scanEnrol");
        tryVerify(() => app.settings.enrolFault.startsWith("Det er ikke en hel kode"));
        compare(item("enrolCode").text, "");
    }

    function test_theCamera_redeemsASlip() {
        stage.cameraDoes("echo " + stage.aSlip());
        go("refer");
        press("scanSlip");
        tryVerify(() => look(whole(), "accept"));
        tap("accept");
        tap("closeReferral");
        tryCompare(item("slipCode"), "text", "");
    }

    function test_theCamera_isStoppedByTheSameButton_andByLeavingThePage() {
        stage.cameraDoes("while :; do :; done");
        go("refer");
        for (const stop of [() => press("scanSlip"), () => go("log")]) {
            press("scanSlip");
            compare(app.camera.scanning, true);
            compare(look(item("scanSlip"), "scan").text, "Stop kameraet");
            stop();
            compare(app.camera.scanning, false);
            compare(app.camera.fault, "");
        }
    }

    function test_aCameraThatGivesNothing_saysWhatToDo_data() {
        return [
            { tag: "its window was closed", script: "exit 0", fault: "Kameraet så ingen kode" },
            { tag: "it failed", script: "exit 1", fault: "Kameraet kan ikke bruges" },
            { tag: "it crashed", script: "kill -9 $$", fault: "Kameraet kan ikke bruges" },
        ];
    }

    function test_aCameraThatGivesNothing_saysWhatToDo(data) {
        stage.cameraDoes(data.script);
        go("refer");
        item("slipCode").text = "K7MP";
        press("scanSlip");
        tryVerify(() => app.camera.fault !== "");
        verify(item("scanFault-words").text.startsWith(data.fault));
        compare(app.camera.scanning, false);
        compare(item("slipCode").text, "K7MP");
        stage.cameraDoes("echo " + stage.aSlip()); // and it can be tried again
        press("scanSlip");
        tryVerify(() => look(whole(), "accept"));
    }
}
