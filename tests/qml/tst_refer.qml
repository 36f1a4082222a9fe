import QtQuick
import QtTest

// Sending citizens on and taking them in: the authority line first, a slip that says nothing about
// anybody, and an answer by its code alone.
PageTest {
    name: "Refer"

    // The code that the slip on the screen shows.
    function slipCode() {
        return item("slipText").text;
    }

    function test_whatMustBeHandedOver_isReferredFirst_andNothingIsLoggedBefore() {
        app.topics.search = "pas: an";
        tap("tile-passport-apply");
        tryVerify(() => look(whole(), "authorityLine"));
        compare(item("authorityLine").text, app.refer.line);
        compare(stage.entriesStored(), 0);
        tap("place-0");
        tryVerify(() => look(whole(), "slipText"));
        compare(stage.entriesStored(), 2);
        compare(stage.helpsStored(), 1);
        verify(/^[2-9A-HJKMNP-Z]{4} [2-9A-HJKMNP-Z]{4}$/.test(slipCode()), slipCode());
        tap("closeRefer");
        tryVerify(() => !look(whole(), "slipText"));
    }

    function test_cancelled_nothingIsLogged() {
        app.topics.search = "pas: an";
        tap("tile-passport-apply");
        tap("closeRefer");
        tryVerify(() => !look(whole(), "authorityLine"));
        compare(stage.entriesStored(), 0);
    }

    function test_onlyShowedTheWay_isAHelp_withoutAReferral() {
        app.topics.search = "pas: an";
        tap("tile-passport-apply");
        tap("logOnly");
        tryCompare(app.log.bar, "active", true);
        compare(stage.entriesStored(), 1);
        compare(app.log.bar.slip, "");
    }

    function test_guidance_isLoggedByOneTap_andReferredByAnother() {
        tap("tile-mitid-help");
        compare(stage.entriesStored(), 1);
        tap("refer");
        tryCompare(app.log.bar, "outcome", "sent_on");
        verify(app.log.bar.slip !== "");
        tap("formSlip");
        tryVerify(() => look(whole(), "slipText"));
        compare(slipCode(), app.log.bar.slip);
    }

    function test_aHelp_canBeReferredElsewhere_afterwards() {
        tap("tile-mitid-help");
        tap("referElsewhere");
        tryVerify(() => look(whole(), "place-1")); // an outside body
        tap("place-1");
        tryVerify(() => look(whole(), "slipText"));
        compare(stage.helpsStored(), 1);
        tap("closeRefer");
        go("refer");
        tap("choice-sent");
        tryCompare(app.referrals, "count", 1);
    }

    function test_aSlipNobodyHasHeardOf_isAnsweredByItsCode() {
        const code = "k7mp-4xq"; // seven, and the one that checks them
        go("refer");
        mouseClick(item("slipCode"));
        for (const sign of code + "2")
            keyClick(sign);
        keyClick(Qt.Key_Return);
        if (!app.referrals.active) { // the check sign is another
            verify(item("redeemFault").text !== "");
            item("slipCode").text = stage.aSlip();
            tap("redeem");
        }
        tryCompare(app.referrals, "active", true);
        tap("accept");
        tryCompare(app.referrals, "state", "accepted");
        compare(stage.entriesStored(), 1);
        tap("choice-guided");
        tryCompare(app.referrals, "state", "done");
        tap("takeBack");
        tryCompare(app.referrals, "state", "open");
        tap("decline");
        tap("choice-not_ours");
        tryCompare(app.referrals, "state", "declined");
        compare(stage.entriesStored(), 4);
        tap("closeReferral");
        tryCompare(app.referrals, "active", false);
    }

    function test_aSlipNobodyHasHeardOf_isListed_untilItsReferralArrives() {
        const slip = stage.aSlip();
        go("refer");
        item("slipCode").text = slip;
        tap("redeem");
        tap("accept");
        tap("closeReferral");
        tryCompare(app.referrals, "count", 1);
        tap("choice-sent");
        tryCompare(app.referrals, "count", 0);
        tap("choice-inbox");
        tryVerify(() => look(whole(), "referral-0"));
        compare(item("referral-0").name, "En seddel, som denne tablet ikke kender endnu");
        compare(item("referral-0").condition, "accepted");
        compare(app.referrals.open, 0);
        tap("referral-0");
        tap("choice-guided");
        tryCompare(app.referrals, "state", "done");
        tap("closeReferral");
        tryVerify(() => item("referral-0").condition === "done");
        stage.pullReferral(slip);
        tryCompare(app.referrals, "count", 1);
        tryVerify(() => item("referral-0").group !== "");
        compare(item("referral-0").condition, "done");
    }

    // The slip says until when; who comes later can still be taken in.
    function test_aSlipThatNobodyRedeemed_isListedAsExpired_andCanStillBeAnswered() {
        stage.pullReferral(stage.aSlip(), 13);
        go("refer");
        tryVerify(() => look(whole(), "referral-0"));
        compare(item("referral-0").condition, "open");
        compare(app.referrals.open, 1);
        stage.pullReferral(stage.aSlip(), 16);
        tryCompare(app.referrals, "count", 2);
        compare(item("referral-1").condition, "expired");
        compare(item("referral-1").conditionText, "Udløbet");
        compare(app.referrals.open, 1);
        tap("referral-1");
        compare(item("referralState").text, "Udløbet");
        tap("accept");
        tryCompare(app.referrals, "state", "accepted");
    }

    function test_whatWasTakenBack_orBelongsToTheOtherUnit_isNotListed() {
        go("refer");
        item("slipCode").text = stage.aSlip();
        tap("redeem");
        tap("accept");
        compare(app.referrals.count, 1);
        stage.workAt("citizen_service", "");
        compare(app.referrals.count, 0);
        stage.workAt("library", "");
        compare(app.referrals.count, 1);
        tryCompare(app.referrals, "state", "accepted");
        tap("takeBack");
        tryCompare(app.referrals, "count", 0);
    }

    function test_whatIsNoCode_isSaid_andKept() {
        go("refer");
        item("slipCode").text = "K7MP 4XQ";
        tap("redeem");
        verify(item("redeemFault").text !== "");
        compare(item("slipCode").text, "K7MP 4XQ");
        compare(stage.entriesStored(), 0);
    }

    function test_aCprNumberInTheWrongPlace_isCalledWhatItIs() {
        go("refer");
        item("slipCode").text = "010180-1234";
        tap("redeem");
        compare(item("redeemFault").text, "Det ligner et CPR-nummer. Fjern det, før du gemmer.");
        compare(stage.setting("draft.slip"), "");
    }

    function test_aCodeHalfTyped_isThereAfterAStop_untilItWasRedeemed() {
        const code = stage.aSlip();
        go("refer");
        item("slipCode").text = code;
        tryVerify(() => stage.setting("draft.slip") === code);
        killAndRestart();
        go("refer");
        compare(item("slipCode").text, code);
        tap("redeem");
        tryCompare(app.referrals, "active", true);
        tap("closeReferral");
        compare(item("slipCode").text, "");
        compare(stage.setting("draft.slip"), "");
    }

    function test_digitsAlone_areNotKept_theyMayBeACprNumber() {
        go("refer");
        item("slipCode").text = "K";
        tryVerify(() => stage.setting("draft.slip") === "K");
        item("slipCode").text = "2345678901";
        tryVerify(() => stage.setting("draft.slip") === "");
    }

    function test_aCprNumberBesideAWord_isNotKeptEither() {
        go("refer");
        for (const words of ["Hansen 010180-1234", "tlf 20304050", "a@b.dk"]) {
            item("slipCode").text = "K";
            tryVerify(() => stage.setting("draft.slip") === "K");
            item("slipCode").text = words;
            tryVerify(() => stage.setting("draft.slip") === "");
        }
    }

    function test_theSlip_isSavedAsAPage() {
        tap("tile-mitid-help");
        tap("refer");
        tap("formSlip");
        tap("saveSlip");
        tryVerify(() => app.refer.savedTo !== "");
        compare(stage.documents().length, 1);
        verify(stage.documents()[0].endsWith(".pdf"));
    }

    function test_keysAlone_referAndClose() {
        tap("tile-mitid-help");
        item("referElsewhere").forceActiveFocus();
        keyClick(Qt.Key_Space);
        tryVerify(() => look(whole(), "place-0"));
        item("place-0").forceActiveFocus();
        keyClick(Qt.Key_Space);
        tryVerify(() => look(whole(), "slipText"));
        keyClick(Qt.Key_Escape);
        tryVerify(() => !look(whole(), "slipText"));
    }

    // Albertslund: some of the library's staff came over from the town hall.
    function test_theRole_drawsTheLine_inTheLibrary() {
        stage.tell({
            roles: "code,name_da,name_en,unit\nlibrary_staff,Biblioteksmedarbejder,Library staff,library\n"
                + "library_authority,Myndighed,Authority,library\n"
                + "citizen_service_staff,Borgerservicemedarbejder,Citizen-service staff,citizen_service\n",
            authority: "topic,role,may\ngroup:identity-papers,library_authority,decide\n"
        }, {}, "", {});
        compare(app.refer.comesFirst("passport-apply"), true);
        go("settings");
        tap("choice-library_authority");
        tryCompare(app.settings, "role", "library_authority");
        compare(app.settings.unit, "library");
        compare(app.refer.comesFirst("passport-apply"), false);
        compare(app.refer.comesFirst("mitid-activation"), true);
        go("log");
        app.topics.search = "pas: an";
        tap("tile-passport-apply");
        tryCompare(app.log.bar, "active", true);
        compare(stage.helpsStored(), 1);
        go("settings");
        tap("choice-citizen_service");
        compare(app.settings.role, "citizen_service_staff");
    }
}
