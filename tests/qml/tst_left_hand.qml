import QtQuick
import QtTest

// For those who hold the tablet in the right hand and tap with the left: in every dialog and sheet
// the buttons begin at the other edge. What is read stays as it was.
PageTest {
    name: "LeftHand"

    readonly property var dialogs: ({
            "a help": () => {
                app.log.log("mitid-help");
                app.log.bar.setRoom("used");
                go("today");
                tap("today-0");
                return ["showTopic", "withdraw", "closeDialog"];
            },
            "where to refer": () => {
                app.refer.begin("passport-apply");
                return ["logOnly", "closeRefer"];
            },
            "a slip": () => {
                app.refer.begin("passport-apply");
                app.refer.send(0);
                return ["saveSlip", "closeRefer"];
            },
            "a referral": () => {
                app.referrals.redeem(stage.aSlip());
                return ["accept", "decline", "closeReferral"];
            },
            "a referral that was accepted": () => {
                app.referrals.redeem(stage.aSlip());
                tryVerify(() => look(whole(), "accept"));
                tap("accept");
                return ["takeBack", "closeReferral"];
            },
            "a question to ask": () => {
                go("questions");
                tap("ask");
                type("hvor");
                return ["askSave", "askClose", "askDiscard"];
            },
            "a topic to choose": () => {
                go("questions");
                tap("ask");
                tap("askTopic");
                return ["closeTopics"];
            },
            "a question": () => {
                const subject = stage.pullQuestion("Hvor er printeren?", true);
                go("questions");
                findChild(item("questionsPage"), "questionDialog").show(subject);
                return ["replySave", "questionClose"];
            },
            "an event": () => {
                go("events");
                tap("logEvent");
                return ["saveEvent", "cancelEvent"];
            },
            "an event to correct": () => {
                app.eventEditor.begin();
                app.eventEditor.put("topic", "digital-life-60");
                app.eventEditor.put("attendance", "5");
                app.eventEditor.put("libraryHours", "1");
                app.eventEditor.save();
                go("events");
                app.eventEditor.open(stage.newestEvent().subject);
                return ["saveEvent", "cancelEvent", "withdrawEvent"];
            },
            "a guide": () => {
                go("guides");
                app.guides.open("mitid-help");
                return ["closeGuide"];
            },
            "what is recorded": () => {
                go("settings");
                item("openRecorded").clicked();
                return ["saveOwnRows", "closeRecorded"];
            },
            "sync": () => {
                tap("syncBadge");
                return ["showAside"];
            },
            "what was set aside": () => {
                app.log.log("mitid-help");
                app.log.bar.close();
                stage.quarantineAll("422 The request cannot be read");
                tap("syncBadge");
                tap("showAside");
                return ["closeAside", "retryAll", "saveAside", "saveOwnRows", "retry-0"];
            },
            "who has the tablet": () => {
                tap("workplace");
                return ["closeWorkplace"];
            }
        })

    function test_buttonsOfADialog_beginAtTheOtherEdge_data() {
        return Object.keys(dialogs).map(dialog => ({ tag: dialog }));
    }

    function test_buttonsOfADialog_beginAtTheOtherEdge(data) {
        const names = dialogs[data.tag]();
        names.forEach(name => tryVerify(() => look(whole(), name), 5000, name + " is not to be seen"));
        waitForRendering(window.contentItem, 200);
        const right = names.map(name => item(name).x);
        app.settings.leftHanded = true;
        waitForRendering(window.contentItem, 200);
        names.forEach((name, i) => {
            const button = item(name);
            const room = button.parent.width - button.width;
            verify(room > 40, name + " fills its line: it cannot change sides");
            tryVerify(() => Math.abs(button.x - (room - right[i])) <= 1, 1000,
                name + " is at " + button.x + ", not at " + (room - right[i]));
        });
        each(whole(), text => {
            if (text instanceof Text && text.horizontalAlignment === Text.AlignLeft)
                compare(text.effectiveHorizontalAlignment, Text.AlignLeft, text.text);
        });
    }
}
