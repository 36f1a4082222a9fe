import QtQuick
import QtTest

// Goal: what was asked is found again, logged, answered and withdrawn on the questions page, and
// nothing that was typed is lost.
PageTest {
    name: "Questions"

    // Logs a question by taps and keys.
    function log(text, topicWord, wanted) {
        go("questions");
        tap("ask");
        type(text);
        chooseTopic(topicWord);
        if (wanted)
            tap("askWanted");
        tap("askSave");
        tryVerify(() => look(whole(), "askSheet") === null);
    }

    function chooseTopic(word) {
        tap("askTopic");
        tryCompare(item("topicSearch"), "activeFocus", true);
        type(word);
        keyClick(Qt.Key_Return);
        tryVerify(() => look(whole(), "topicSearch") === null);
    }

    function openFirst() {
        tryVerify(() => look(whole(), "question-0") !== null);
        tap("question-0");
        tryVerify(() => look(whole(), "questionSheet") !== null);
        tryCompare(findChild(item("questionsPage"), "questionDialog"), "opened", true);
    }

    // Scrolls what is to be tapped into sight.
    function press(name) {
        item(name).forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Space);
    }

    function test_empty_isSaid() {
        go("questions");
        compare(item("noQuestions").text, "Der er ikke registreret nogen spørgsmål endnu.");
    }

    function test_aQuestion_isLogged_withTopicAndWish() {
        log("Kan man fornye pas online", "fingeraftryk", true);
        const made = stage.firstQuestion();
        compare(made.text, "Kan man fornye pas online");
        compare(made.topic, "passport-apply");
        compare(made.wanted, true);
        compare(made.unit, "library");
        compare(made.own, true);
        compare(item("questionList").count, 1);
        compare(item("question-state-0").text, "Mangler svar");
        verify(look(whole(), "noQuestions") === null);
        compare(app.question.drafted, false);
        compare(stage.setting("draft.question"), "");
    }

    function test_whatIsSearchedFor_isWhatIsAsked() {
        stage.pullQuestion("Hvor står kaffemaskinen?", false);
        stage.pullQuestion("Hvordan fornyes et kørekort?", false);
        go("questions");
        compare(item("questionList").count, 2);
        item("questionSearch").forceActiveFocus();
        type("korekort");
        compare(item("questionList").count, 1);
        compare(item("question-0").question, "Hvordan fornyes et kørekort?");
        type(" til bus");
        compare(item("questionList").count, 0);
        compare(item("noQuestions").text, "Ingen spørgsmål passer. Prøv med færre ord, eller registrér spørgsmålet.");
        compare(item("ask").text, "Registrér spørgsmålet");
        tap("ask");
        compare(item("askText-input").text, "korekort til bus");
        chooseTopic("fingeraftryk");
        tap("askSave");
        tryVerify(() => look(whole(), "askSheet") === null);
        compare(item("questionSearch").text, ""); // the new one is seen among the others
        compare(item("questionList").count, 3);
        compare(item("question-0").question, "korekort til bus");
        compare(stage.firstQuestion().wanted, false);
    }

    function test_whatIsMissing_isSaid_andNothingIsLogged() {
        go("questions");
        tap("ask");
        tap("askSave");
        compare(item("askText-fault").text, "Skriv spørgsmålet.");
        compare(item("askTopic-fault").text, "Vælg et emne.");
        compare(stage.entriesStored(), 0);
        item("askText-input").forceActiveFocus();
        type("Hvor er skranken");
        press("askSave");
        verify(look(whole(), "askText-fault") === null);
        compare(item("askTopic-fault").text, "Vælg et emne.");
        compare(stage.entriesStored(), 0);
    }

    function test_aTextThatIsRefused_isStillThere_withTheReasonAboveIt() {
        go("questions");
        tap("ask");
        const field = item("askText-input");
        compare(item("askText-room").text, "500 tegn tilbage");
        field.text = "å".repeat(250) + "x";
        compare(item("askText-room").text, "1 tegn for meget");
        chooseTopic("fingeraftryk");
        press("askSave");
        compare(item("askText-fault").text, "Teksten er for lang. Forkort den, før du gemmer.");
        verify(item("askText-fault").y < field.y);
        compare(field.text.length, 251);
        compare(stage.entriesStored(), 0);
        field.text = "å".repeat(250);
        press("askSave");
        tryVerify(() => look(whole(), "askSheet") === null);
        compare(stage.firstQuestion().text.length, 250);
    }

    function inSight(name) {
        const found = item(name);
        const sheet = item("askSheet");
        const top = found.mapToItem(sheet, 0, 0).y;
        return top >= 0 && top + found.height <= sheet.height;
    }

    function test_aFault_isInSight_whereTheTextIsLarge() {
        window.width = 400;
        window.height = 560;
        app.settings.textScale = 2;
        go("questions");
        tap("ask");
        tryCompare(item("askText-input"), "activeFocus", true);
        press("askSave");
        tryVerify(() => inSight("askText-fault"));
        press("askSave"); // once more: the fault is there already
        tryVerify(() => inSight("askText-fault"));
        compare(item("askText-input").activeFocus, true);
        type("Hvor");
        press("askSave");
        tryVerify(() => inSight("askTopic-fault"));
        compare(item("askTopic").activeFocus, true);
    }

    function test_personalData_isNamed_andNeverStored_asADraftNeither_data() {
        return [
            { tag: "cpr", text: "Pas til 010165-1234", fault: "Det ligner et CPR-nummer. Fjern det, før du gemmer." },
            { tag: "phone", text: "Ring 22 33 44 55", fault: "Det ligner et telefonnummer. Fjern det, før du gemmer." },
            { tag: "mail", text: "Skriv til karen@example.dk", fault: "Det ligner en e-mailadresse. Fjern den, før du gemmer." },
            { tag: "card", text: "Kort 4111 1111 1111 1111", fault: "Det ligner et kortnummer. Fjern det, før du gemmer." },
            { tag: "user id", text: "MitID bruger-id: hjo48212", fault: "Det ligner et bruger-id. Fjern det, før du gemmer." }
        ];
    }

    function test_personalData_isNamed_andNeverStored_asADraftNeither(data) {
        go("questions");
        tap("ask");
        item("askText-input").text = data.text;
        chooseTopic("fingeraftryk");
        press("askSave");
        compare(item("askText-fault").text, data.fault);
        compare(item("askText-input").text, data.text); // nothing typed is lost
        compare(stage.entriesStored(), 0);
        tryVerify(() => stage.setting("draft.question") !== ""); // the topic is kept
        verify(stage.setting("draft.question").endsWith("\n"));
        killAndRestart();
        go("questions");
        tap("ask");
        compare(item("askText-input").text, "");
    }

    function test_linesBecomeOne() {
        go("questions");
        tap("ask");
        item("askText-input").text = "  Første linje\n\n anden\tlinje\u0007 ";
        chooseTopic("fingeraftryk");
        press("askSave");
        compare(stage.firstQuestion().text, "Første linje anden linje");
    }

    function test_onlyWhatNeedsAnAnswer_whenAskedFor() {
        stage.pullQuestion("Med svar ønsket", true);
        stage.pullQuestion("Uden svar ønsket", false);
        go("questions");
        compare(item("choice-open").text, "Mangler svar (1)");
        tap("choice-open");
        compare(item("questionList").count, 1);
        compare(item("question-0").question, "Med svar ønsket");
        openFirst();
        item("reply-input").forceActiveFocus();
        type("Her er svaret");
        press("replySave");
        compare(look(whole(), "reply-input"), null);
        compare(item("questionAnswer-line").text, "Her er svaret");
        press("questionClose");
        compare(item("choice-open").text, "Mangler svar (0)");
        compare(item("noQuestions").text, "Ingen spørgsmål mangler svar.");
    }

    function test_anAnswer_isLogged_inTheNameOfThisUnit() {
        const subject = stage.pullQuestion("Hvem kan bestille pas?", true);
        go("questions");
        openFirst();
        compare(item("questionText-line").text, "Hvem kan bestille pas?");
        verify(item("questionText-by").text.startsWith("Borgerservice · "));
        compare(look(whole(), "questionWithdraw"), null); // only where it was logged
        item("reply-input").forceActiveFocus();
        press("replySave");
        compare(item("reply-fault").text, "Skriv svaret.");
        item("reply-input").forceActiveFocus();
        type("Alle med dansk statsborgerskab");
        press("replySave");
        const known = stage.firstQuestion();
        compare(known.subject, subject);
        compare(known.answer, "Alle med dansk statsborgerskab");
        compare(known.answeredBy, "library");
        compare(stage.setting("draft.answers"), "");
        press("questionClose");
        compare(item("question-state-0").text, "Besvaret");
        compare(item("question-0").answer, "Alle med dansk statsborgerskab");
    }

    function test_anAnswer_isChanged_fromWhatItWas() {
        const subject = stage.pullQuestion("Hvem?", true);
        stage.pullAnswer(subject, "Alle");
        go("questions");
        openFirst();
        compare(look(whole(), "reply-input"), null);
        press("replyStart");
        compare(item("reply-input").text, "Alle");
        press("questionClose");
        tryVerify(() => look(whole(), "questionSheet") === null);
        compare(stage.setting("draft.answers"), ""); // nothing was written
        openFirst();
        press("replyStart");
        type(" voksne");
        press("replySave");
        compare(stage.firstQuestion().answer, "Alle voksne");
    }

    function test_anAnswerFromElsewhere_comesWhileSomebodyReads() {
        log("Hvad koster et pas", "fingeraftryk", true);
        openFirst();
        verify(item("questionOpen"));
        stage.pullAnswer(stage.firstQuestion().subject, "893 kr. for en voksen");
        compare(item("questionAnswer-line").text, "893 kr. for en voksen");
        verify(item("questionAnswer-by").text.startsWith("Borgerservice · "));
        verify(look(whole(), "questionOpen") === null);
    }

    function test_aQuestionThatIsGone_closes() {
        const subject = stage.pullQuestion("Bliver slettet", false);
        go("questions");
        openFirst();
        stage.pullWithdrawal(subject);
        tryVerify(() => look(whole(), "questionSheet") === null);
        compare(item("questionList").count, 0);
    }

    function test_anOwnQuestion_isWithdrawn_afterBeingAskedFor() {
        log("Skal slettes", "fingeraftryk", false);
        openFirst();
        press("replyStart");
        type("Svar herfra");
        press("replySave");
        compare(item("questionAnswer-line").text, "Svar herfra"); // one may answer one's own
        press("questionWithdraw");
        compare(item("questionWithdraw").text, "Ja, slet det");
        verify(stage.firstQuestion().subject);
        press("questionWithdraw");
        tryVerify(() => look(whole(), "questionSheet") === null);
        compare(stage.firstQuestion().subject, undefined);
        compare(item("questionList").count, 0);
    }

    function test_aKill_losesNothingThatWasTyped() {
        const subject = stage.pullQuestion("Hvem ved det?", true);
        go("questions");
        openFirst();
        item("reply-input").forceActiveFocus();
        type("Spørg i");
        tryVerify(() => stage.setting("draft.answers").includes("Spørg i"));
        findChild(item("questionsPage"), "questionDialog").close();
        tryVerify(() => look(whole(), "questionSheet") === null);
        tap("ask");
        type("Halvt spørg");
        chooseTopic("fingeraftryk");
        tap("askWanted");
        tryVerify(() => stage.setting("draft.question").endsWith("Halvt spørg"));
        killAndRestart();
        go("questions");
        compare(item("ask").text, "Fortsæt kladden");
        tap("ask");
        compare(item("askText-input").text, "Halvt spørg");
        compare(item("askTopic").text, "Pas: ansøgning og fingeraftryk");
        compare(item("askWanted").checked, true);
        tryCompare(item("askText-input"), "activeFocus", true);
        type("smål");
        press("askSave");
        tryVerify(() => look(whole(), "askSheet") === null);
        compare(stage.firstQuestion().text, "Halvt spørgsmål");
        compare(stage.setting("draft.question"), "");
        app.question.show(subject);
        compare(app.question.reply, "Spørg i");
    }

    function test_closing_keepsTheDraft_atOnce_andDeletingAsksFirst() {
        go("questions");
        tap("ask");
        type("Ikke nu");
        keyClick(Qt.Key_Escape);
        tryVerify(() => stage.setting("draft.question").endsWith("Ikke nu"));
        tryVerify(() => look(whole(), "askSheet") === null);
        tap("ask");
        compare(item("askText-input").text, "Ikke nu");
        press("askDiscard");
        compare(item("askDiscard").text, "Ja, slet den");
        compare(app.question.text, "Ikke nu");
        press("askDiscard");
        tryVerify(() => look(whole(), "askSheet") === null);
        compare(stage.setting("draft.question"), "");
        compare(item("ask").text, "Registrér et spørgsmål");
    }

    function test_answersToSeveralQuestions_areKeptApart() {
        const first = stage.pullQuestion("Et", true);
        const second = stage.pullQuestion("To", true);
        app.question.show(first);
        app.question.reply = "svar et";
        app.question.show(second);
        compare(app.question.reply, "");
        app.question.reply = "svar to";
        app.question.close();
        killAndRestart();
        app.question.show(first);
        compare(app.question.reply, "svar et");
        app.question.show(second);
        compare(app.question.reply, "svar to");
    }

    function test_everything_isReachedByKeys() {
        stage.pullQuestion("Et spørgsmål", true);
        go("questions");
        item("questionSearch").forceActiveFocus();
        const met = [];
        for (let i = 0; i < 6; ++i) {
            keyClick(Qt.Key_Tab);
            met.push(window.activeFocusItem.objectName);
        }
        for (const name of ["ask", "choice-all", "choice-open", "question-0"])
            verify(met.includes(name), name + " is not among " + met);
        tap("ask");
        tryCompare(item("askText-input"), "activeFocus", true);
        const inside = [];
        for (let i = 0; i < 4; ++i) {
            keyClick(Qt.Key_Tab);
            inside.push(window.activeFocusItem.objectName);
        }
        compare(inside, ["askTopic", "askWanted", "askSave", "askClose"]);
        compare(item("askText-input").text, ""); // the tabulator wrote nothing
    }

    function test_aPhoneWithLargeText_showsTheFieldThatHasTheKeyboard() {
        window.width = 400;
        window.height = 640;
        app.settings.textScale = 2;
        go("questions");
        tap("ask");
        tryCompare(item("askText-input"), "activeFocus", true);
        for (let i = 0; i < 6; ++i) {
            keyClick(Qt.Key_Tab);
            const place = window.activeFocusItem.mapToItem(window.contentItem, 0, 0);
            verify(place.y >= 0 && place.y + 24 < window.height, window.activeFocusItem.objectName + " is out of sight");
        }
    }
}
