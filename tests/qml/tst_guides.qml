import QtQuick
import QtTest

// Goal: whoever has not done a task for weeks finds in a minute how it goes and who can do it now.
// Method: taps and keys on the page, with what a hub has told the tablet.
PageTest {
    name: "Guides"

    readonly property string guides: 'topic,part,da,en\n'
        + 'loan,line,Alle må hjælpe,All may help\n'
        + 'loan,step,Find kortet,Find the card\n'
        + 'loan,step,Scan bogen,Scan the book\n'
        + 'loan,step,Sig tak,Say thanks\n'
        + 'loan,bring,Lånerkort,Library card\n'
        + 'loan,note,Bøden kommer senere,The fine comes later\n'
        + 'loan,owner,Udlånet,Loans\n'
        + 'loan,checked,2026-11-03,\n'
        + 'wifi,line,Alle må vise det,All may show it\n'
        + 'wifi,step,Et,One\nwifi,step,To,Two\nwifi,step,Tre,Three\n'
        + 'wifi,bring,-,-\n'
        + 'wifi,owner,Udlånet,Loans\n'
        + 'passport-apply,line,Kun borgerservice,Citizen service only\n'
        + 'passport-apply,step,Et,One\npassport-apply,step,To,Two\npassport-apply,step,Tre,Three\n'
        + 'passport-apply,bring,Pas,Passport\n'
        + 'passport-apply,owner,Borgerservice,Citizen service\n'
    readonly property string always: '00:00,24:00,staffed\n'
    readonly property string hours: 'place,unit,days,from,to,kind\n'
        + 'gram,library,mon-sun,closed\n'
        + 'hb,library,mon-sun,' + always + 'hb,library,holidays,usual\nhb,library,customary,usual\n'
        + 'hb,citizen_service,mon-sun,' + always
        + 'hb,citizen_service,holidays,usual\nhb,citizen_service,customary,usual\n'
        + 'ribe,library,mon-sun,' + always + 'ribe,library,holidays,usual\nribe,library,customary,usual\n'

    function tell(daysAgo) {
        stage.workAt("library", "hb");
        stage.tell({ guides: guides, hours: hours },
            { hb: "Hovedbiblioteket", gram: "Gram", ribe: "Ribe" }, "hb", daysAgo);
    }

    function rows() {
        const list = item("guideList");
        const names = [];
        for (let i = 0; i < list.count; ++i) {
            list.positionViewAtIndex(i, 1);
            names.push(list.itemAtIndex(i).topicId);
        }
        return names;
    }

    function words(name) {
        return item(name).text;
    }

    function test_whatHasAGap_comesFirst_andIsMarked_data() {
        return [
            { tag: "27 days", days: 27, gap: false },
            { tag: "28 days", days: 28, gap: true }
        ];
    }

    function test_whatHasAGap_comesFirst_andIsMarked(data) {
        tell({ loan: data.days, print: 3 });
        go("guides");
        compare(rows(), data.gap ? ["loan", "wifi", "passport-apply", "print"]
                                 : ["wifi", "passport-apply", "loan", "print"]);
        compare(item("guide-loan").gap, data.gap);
        compare(item("guide-loan").lastDone, "Senest her for " + data.days + " dage siden");
        compare(item("guide-wifi").gap, true);
        compare(item("guide-wifi").lastDone, "Aldrig registreret her");
        compare(item("guide-print").gap, false);
        tap("choice-gaps");
        compare(rows(), data.gap ? ["loan", "wifi", "passport-apply"] : ["wifi", "passport-apply"]);
    }

    function test_theLongestAgo_comesFirst() {
        tell({ loan: 28, print: 40 });
        go("guides");
        compare(rows(), ["print", "loan", "wifi", "passport-apply"]);
    }

    function test_whatTheOtherUnitHelpsWith_comesLater() {
        tell({});
        stage.workAt("citizen_service", "hb");
        go("guides");
        compare(rows(), ["passport-apply", "loan", "wifi"]);
    }

    function test_daysAreCounted_inBothLanguages() {
        tell({ loan: 1, print: 40, "passport-apply": -1 });
        stage.helpedBefore("wifi", 0);
        go("guides");
        compare(item("guide-loan").lastDone, "Senest her for 1 dag siden");
        compare(item("guide-wifi").lastDone, "Udført her i dag");
        compare(item("guide-passport-apply").lastDone, "Udført her i dag"); // a clock was ahead
        app.language = "en";
        compare(item("guide-loan").lastDone, "Last done here 1 day ago");
        compare(item("guide-print").lastDone, "Last done here 40 days ago");
        compare(item("guide-wifi").lastDone, "Done here today");
    }

    function test_aHelpThatIsGiven_closesTheGap() {
        tell({});
        go("guides");
        compare(item("guide-loan").gap, true);
        go("log");
        app.log.log("loan");
        go("guides");
        compare(item("guide-loan").gap, false);
        compare(item("guide-loan").lastDone, "Udført her i dag");
        app.log.bar.withdraw();
        compare(item("guide-loan").gap, true);
    }

    function test_theCard_saysHowItGoes() {
        tell({ loan: 30 });
        go("guides");
        tap("guide-loan");
        compare(words("guideName"), app.guides.card.topicName);
        compare(words("guideLastDone"), "Senest her for 30 dage siden");
        compare(words("guideLine"), "Alle må hjælpe");
        compare([words("guideStep-0"), words("guideStep-1"), words("guideStep-2")],
            ["Find kortet", "Scan bogen", "Sig tak"]);
        compare(item("guideStep-1").Accessible.name, "Trin 2: Scan bogen");
        compare(words("guideBring-0"), "Lånerkort");
        compare(words("guideNote-0"), "Bøden kommer senere");
        compare(words("guideOwner"), "Ansvarlig: Udlånet. Senest kontrolleret 3. november 2026.");
        compare(look(whole(), "guideExample"), null);
        compare(look(whole(), "bringNothing"), null);
        app.language = "en";
        compare(words("guideStep-1"), "Scan the book");
        compare(words("guideOwner"), "Responsible: Loans. Last checked 3 November 2026.");
    }

    function test_anExample_isMarked_andNothingToBringIsSaid() {
        tell({});
        go("guides");
        tap("guide-wifi");
        verify(words("guideExample").startsWith("Eksempel"));
        verify(item("bringNothing"));
        compare(look(whole(), "guideNote-0"), null);
        compare(words("guideOwner"), "Ansvarlig: Udlånet. Ikke kontrolleret endnu.");
    }

    function test_whatThisTabletDidLast_isSaidOnlyOnItsCard() {
        tell({ loan: 2 });
        stage.helpedBefore("loan", 33);
        stage.helpedBefore("loan", 50);
        go("guides");
        compare(item("guide-loan").lastDone, "Senest her for 2 dage siden");
        tap("guide-loan");
        compare(words("guideOwnLastDone"), "På denne tablet for 33 dage siden. Vises kun her.");
        tap("guide-wifi");
        compare(words("guideOwnLastDone"), "Aldrig på denne tablet. Vises kun her.");
    }

    function test_withoutABranch_hereIsThisTablet() {
        stage.tell({ guides: guides }, {}, "", { loan: 2 });
        stage.helpedBefore("loan", 33);
        go("guides");
        compare(item("guide-loan").lastDone, "Senest her for 33 dage siden");
        tap("guide-loan");
        compare(look(whole(), "guideOwnLastDone"), null);
    }

    function test_whoCanNow_isThisUnitFirst_thenTheOthersThatAreOpen() {
        tell({});
        go("guides");
        tap("guide-wifi"); // no task of citizen service
        const places = app.guides.card.whoCan.map(row => row.place + "/" + row.unit + "/" + row.open);
        compare(places, ["Hovedbiblioteket/Bibliotek/true", "Ribe/Bibliotek/true", "Gram/Bibliotek/false"]);
        compare(item("whoCan-0").Accessible.name, "Hovedbiblioteket, Bibliotek (her): Døgnåbent");
        compare(words("whoCanHours-2"), "Lukket indtil videre");
        tap("guide-passport-apply");
        compare(app.guides.card.whoCan.map(row => row.unit), ["Borgerservice"]);
        stage.workAt("library", "ribe");
        tap("guide-wifi");
        compare(app.guides.card.whoCan[0].place, "Ribe");
    }

    // Albertslund: some of the library's staff may decide, whatever the catalogue says of the units.
    function test_whoCanNow_followsTheRole_whereADecisionIsNeeded() {
        const roles = "code,name_da,name_en,unit\nlibrary_staff,Biblioteksmedarbejder,Library staff,library\n"
            + "library_authority,Myndighed,Authority,library\n"
            + "citizen_service_staff,Borgerservicemedarbejder,Citizen-service staff,citizen_service\n";
        const rules = "topic,role,may\npassport-apply,library_authority,decide\n"
            + "passport-apply,citizen_service_staff,guide\n";
        stage.workAt("library", "hb");
        stage.tell({ guides: guides, hours: hours, roles: roles, authority: rules },
            { hb: "Hovedbiblioteket", gram: "Gram" }, "", {});
        go("guides");
        tap("guide-passport-apply");
        compare(app.guides.card.whoCan.map(row => row.place + "/" + row.unit), ["Hovedbiblioteket/Myndighed", "Gram/Myndighed"]);
        compare(item("whoCan-0").Accessible.name, "Hovedbiblioteket, Myndighed (her): Døgnåbent");
        tap("guide-wifi");
        compare(app.guides.card.whoCan[0].unit, "Bibliotek");
    }

    function test_ofThoseThatAreClosed_theNextToOpenComesFirst() {
        const inDays = days => new Date(Date.now() + days * 86400000).toISOString().slice(0, 10);
        stage.workAt("library", "gram");
        stage.tell({ guides: guides, hours: "place,unit,days,from,to,kind\n"
                + "gram,library," + inDays(6) + ",10:00,18:00,staffed\n"
                + "ribe,library," + inDays(3) + ",10:00,18:00,staffed\n" }, { gram: "Gram", ribe: "Ribe" }, "", {});
        go("guides");
        tap("guide-wifi");
        compare(app.guides.card.whoCan.map(row => row.place), ["Ribe", "Gram"]);
    }

    function test_whenNoHoursAreKnown_itSaysSo() {
        go("guides");
        app.guides.open("mitid-help");
        verify(item("whoCanUnknown"));
        verify(words("guideExample").startsWith("Eksempel")); // the built-in card
    }

    function test_aTopicDoneHere_withoutACard_canBeOpened() {
        tell({ print: 50 });
        go("guides");
        tap("guide-print");
        verify(item("noCard"));
        compare(look(whole(), "guideStep-0"), null);
        verify(item("whoCan-0"));
    }

    function test_search_forgives_andEnterOpensTheFirst() {
        tell({ print: 50 });
        go("guides");
        mouseClick(item("guideSearch"));
        for (const letter of "laan")
            keyClick(letter);
        compare(rows(), ["loan"]);
        keyClick(Qt.Key_Return);
        compare(app.guides.card.topicId, "loan");
        mouseClick(item("guideSearch"));
        keyClick(Qt.Key_Escape);
        compare(rows().length, 4);
        for (const letter of "xyzxyz")
            keyClick(letter);
        verify(words("noGuides").startsWith("Intet emne passer"));
        tap("clearSearch");
        compare(rows().length, 4);
    }

    function test_keyboard_goesToTheCardAndBack() {
        tell({});
        go("guides");
        item("guide-loan").forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Down);
        const row = window.activeFocusItem;
        compare(row.topicId, rows()[rows().indexOf("loan") + 1]);
        keyClick(Qt.Key_Space);
        compare(app.guides.card.topicId, row.topicId);
        compare(window.activeFocusItem.objectName, "closeGuide");
        keyClick(Qt.Key_Escape);
        compare(app.guides.card.active, false);
        compare(window.activeFocusItem.topicId, row.topicId);
    }

    function test_keys_turnTheCardsPages_whileTheyAreOnIt() {
        window.height = 560;
        go("guides");
        app.guides.open("passport-apply");
        const view = item("guideView");
        tryVerify(() => view.contentHeight > view.height * 1.2);
        keyClick(Qt.Key_PageDown);
        compare(view.contentY, 0); // the list's turn
        item("guideSheet").takeFocus(Qt.TabFocusReason);
        const listAt = item("guideList").contentY;
        keyClick(Qt.Key_PageDown);
        verify(view.contentY > 0);
        verify(Math.abs(item("guideList").contentY - listAt) < 1); // it settles on whole pixels
        const half = view.contentY;
        keyClick(Qt.Key_Up);
        verify(view.contentY < half);
        keyClick(Qt.Key_PageUp);
        compare(view.contentY, 0);
    }

    function test_onANarrowWindow_theCardTakesTheListsPlace_andBackGivesItBack() {
        tell({ loan: 30 });
        window.width = 400;
        window.height = 560;
        go("guides");
        tap("guide-loan");
        compare(look(whole(), "guideList"), null);
        compare(words("closeGuide"), "Alle guider");
        const view = item("guideView");
        tryVerify(() => view.contentHeight > view.height);
        item("guideSheet").scroll(10000);
        compare(view.contentY, view.contentHeight - view.height);
        app.guides.open("wifi");
        compare(view.contentY, 0);
        tap("closeGuide");
        verify(item("guideList"));
        compare(app.guides.card.active, false);
    }

    function test_aCardThatAnotherPageOpened_isThereWhenThePageComes() {
        tell({});
        app.guides.open("loan");
        go("guides");
        compare(words("guideStep-0"), "Find kortet");
        app.guides.open("no-such-topic");
        compare(app.guides.card.active, false);
    }

    function test_openingHours_areSaidAsOneWouldSayThem_data() {
        const week = "1 1000-1800s;2 1000-1800s;3 1000-1800s;4 1000-1800s;5 1000-1600s";
        // 25 November 2026 is a Wednesday.
        return [
            { tag: "open", hours: week, now: "2026-11-25 17:59", da: "Åbent til 18.00", en: "Open until 18:00" },
            { tag: "later today", hours: week, now: "2026-11-25 08:00", da: "Åbner kl. 10.00", en: "Opens at 10:00" },
            { tag: "tomorrow", hours: week, now: "2026-11-25 18:00", da: "Åbner i morgen kl. 10.00", en: "Opens tomorrow at 10:00" },
            { tag: "weekday", hours: week, now: "2026-11-27 16:00", da: "Åbner mandag kl. 10.00", en: "Opens Monday at 10:00" },
            { tag: "six days on", hours: "2 1000-1800s", now: "2026-11-25 16:00", da: "Åbner tirsdag kl. 10.00", en: "Opens Tuesday at 10:00" },
            { tag: "a week on", hours: "3 1000-1800s", now: "2026-11-25 19:00", da: "Åbner 2. december kl. 10.00", en: "Opens 2 December at 10:00" },
            { tag: "midnight", hours: "3 1000-2400s", now: "2026-11-25 19:00", da: "Åbent til midnat", en: "Open until midnight" },
            { tag: "over midnight", hours: "3 1000-2400s;4 0000-0200s", now: "2026-11-25 19:00", da: "Åbent til i morgen kl. 02.00", en: "Open until tomorrow at 02:00" },
            { tag: "never", hours: "", now: "2026-11-25 19:00", da: "Lukket indtil videre", en: "Closed until further notice" },
            { tag: "always", hours: "1 0000-2400s;2 0000-2400s;3 0000-2400s;4 0000-2400s;5 0000-2400s;6 0000-2400s;7 0000-2400s;h usual;c usual", now: "2026-11-25 19:00", da: "Døgnåbent", en: "Open day and night" }
        ];
    }

    function test_openingHours_areSaidAsOneWouldSayThem(data) {
        compare(stage.openText(data.hours, data.now), data.da);
        app.language = "en";
        compare(stage.openText(data.hours, data.now), data.en);
    }
}
