#include "tests/support/kill_states.h"

namespace vejviser::test {

namespace {

const QString kSlip = QStringLiteral("D6Z7Y7GZ");  // another tablet's; its check sign is right

QList<KillState> onTheStartPage() {
  const QString help = "help mitid-help";
  const QString tap = "tap tile-mitid-help";
  const QStringList opened{"go today", "tap today-0"};
  return {
      {"logged",
       {tap},
       {help},
       {"wait bar visible false", "go today", "wait today-0 visible true"}},
      {"outcome",
       {tap, "tap choice-alone"},
       {help + " outcome=alone"},
       opened + QStringList{"wait outcome value alone"}},
      {"people",
       {tap, "tap more", "tap more"},
       {help + " people=3"},
       opened + QStringList{"wait people value 3"}},
      {"band",
       {tap, "tap choice-30-60"},
       {help + " band=30-60"},
       opened + QStringList{"wait band value 30-60"}},
      {"barUnfolded", {tap, "tap unfold"}, {help}, {"wait bar visible false"}},
      {"room",
       {tap, "tap unfold", "tap choice-busy"},
       {help + " room=busy"},
       opened + QStringList{"tap unfold", "wait room value busy"}},
      {"channel",
       {tap, "tap unfold", "tap choice-phone"},
       {help + " channel=phone"},
       opened + QStringList{"tap unfold", "wait channel value phone"}},
      {"language",
       {tap, "tap unfold", "tap choice-ar"},
       {help + " language=ar"},
       opened + QStringList{"tap unfold", "wait spoken value ar"}},
      {"refusal",
       {tap, "tap choice-turned_away", "tap choice-queue"},
       {help + " outcome=turned_away refusal=queue"},
       opened + QStringList{"wait refusal value queue"}},
      {"discreet",
       {tap, "tap unfold", "tap choice-used"},
       {help + " room=used"},
       opened + QStringList{"wait showTopic visible true"}},
      {"undone", {tap, "tap undo"}, {}, {"go today", "wait today-0 visible false"}},
      {"again", {tap, "tap again", "tap again"}, {help, help, help}, {"wait bar visible false"}},
      {"sameCitizenChosen", {tap, "tap sameCitizen"}, {help}, {"wait bar visible false"}},
      {"sameCitizen",
       {tap, "tap sameCitizen", "tap tile-mitid-business"},
       {help, "help mitid-business again"},
       {"go today", "wait today-1 visible true"}},
      {"searching", {"tap search", "type pas"}, {}, {"wait search text "}},
      {"logMenu", {"tap openLogMenu"}, {}, {"wait startTimer visible false"}},
      {"quietHour",
       {"tap openLogMenu", "tap quietLast"},
       {"quiet when"},
       {"wait bar visible false"}},
      {"lateBegun",
       {"tap openLogMenu", "tap logLate", "tap dayBefore"},
       {},
       {"wait mode visible false"}},
      {"late",
       {"tap openLogMenu", "tap logLate", "tap dayBefore", tap},
       {help + " when"},
       {"wait mode visible false"}},
  };
}

QList<KillState> withTimers() {
  const QStringList started{"tap openLogMenu", "tap startTimer", "tap tile-mitid-help"};
  const QStringList two =
      started + QStringList{"tap openLogMenu", "tap startTimer", "tap tile-mitid-business"};
  const QString timed = "help mitid-help band=0-5 timing=timed when";
  const QStringList runs{"wait timer-0 visible true", "wait timer-1 visible false"};
  const QStringList none{"wait timers visible false"};
  return {
      {"timerWanted", {"tap openLogMenu", "tap startTimer"}, {}, none},
      {"timerRuns", started, {}, runs + QStringList{"tap timer-0"}, {timed}},
      {"timersRun", two, {}, {"wait timer-0 visible true", "wait timer-1 visible true"}},
      {"timerStopped", started + QStringList{"tap timer-0"}, {timed}, none},
      {"oneOfTwoStopped", two + QStringList{"tap timer-0"}, {timed}, runs},
      {"stoppingUndone", started + QStringList{"tap timer-0", "tap undo"}, {}, runs},
      {"dropAskedFor", started + QStringList{"tap dropTimer-0"}, {}, runs},
      {"timerDropped", started + QStringList{"tap dropTimer-0", "tap dropTimer-0"}, {}, none},
      {"forgottenTimer",
       {"wait timer-0 visible true"},
       {},
       runs + QStringList{"wait timer-0 visible true", "tap timer-0"},
       {"help mitid-help timing=forgotten when"}},
      {"forgottenStopped",
       {"wait timer-0 visible true", "tap timer-0"},
       {"help mitid-help timing=forgotten when"},
       none},
      {"forgottenSaid",
       {"wait timer-0 visible true", "tap timer-0", "tap choice-15-30"},
       {"help mitid-help band=15-30 when"},
       none},
  };
}

QList<KillState> withReferrals() {
  const QStringList asked{"tap search", "type pas: an", "tap tile-passport-apply",
                          "wait authorityLine visible true"};
  const QStringList passport{"help passport-apply outcome=sent_on band=15-30",
                             "referral passport-apply to=citizen_service"};
  const QStringList guided{"help mitid-help outcome=sent_on",
                           "referral mitid-help to=citizen_service"};
  const QStringList slip{"go refer",       "tap choice-sent", "wait referralList count 1",
                         "tap referral-0", "tap showSlip",    "wait slipText visible true"};
  const QStringList redeemed{"go refer", "tap slipCode", "type " + kSlip, "key Return",
                             "wait referralState visible true"};
  const auto closedAs = [&](const QString& state) {
    return QStringList{"go refer", "wait slipCode text "} + redeemed +
           QStringList{"wait referralState text *" + state};
  };
  return {
      {"referDialog", asked, {}, {"wait authorityLine visible false"}},
      {"onlyShowedTheWay",
       asked + QStringList{"tap logOnly"},
       {"help passport-apply band=15-30"},
       {}},
      {"referred", asked + QStringList{"tap place-0", "wait slipText visible true"}, passport,
       slip},
      {"referredFromTheBar",
       {"tap tile-mitid-help", "tap refer", "wait referredTo visible true"},
       guided,
       slip},
      {"slipOfTheBar",
       {"tap tile-mitid-help", "tap refer", "tap formSlip", "wait slipText visible true"},
       guided,
       slip},
      {"slipShownAgain",
       QStringList{"tap tile-mitid-help", "tap refer", "wait referredTo visible true"} + slip,
       guided, QStringList{"wait slipText visible false"} + slip},
      {"placeAskedFor",
       {"tap tile-mitid-help", "tap referElsewhere", "wait place-0 visible true"},
       {"help mitid-help"},
       {"wait authorityLine visible false"}},
      {"slipHalfTyped",
       {"go refer", "tap slipCode", "type D6Z7", "kept draft.slip D6Z7"},
       {},
       {"go refer", "wait slipCode text D6Z7", "tap slipCode", "type Y7GZ", "key Return",
        "wait referralState visible true", "key Escape", "wait slipCode text "}},
      {"redeemed",
       redeemed + QStringList{"kept draft.slip " + kSlip},
       {},
       {"go refer", "wait slipCode text " + kSlip, "tap redeem",
        "wait referralState visible true"}},
      {"declineAskedFor",
       redeemed + QStringList{"tap decline", "kept draft.slip " + kSlip},
       {},
       {"go refer", "wait slipCode text " + kSlip}},
      {"accepted", redeemed + QStringList{"tap accept"}, {}, closedAs("Taget imod")},
      {"declined",
       redeemed + QStringList{"tap decline", "tap choice-not_ours"},
       {},
       closedAs("Ikke os")},
      {"done", redeemed + QStringList{"tap accept", "tap choice-alone"}, {}, closedAs("Færdig")},
  };
}

QList<KillState> withQuestions() {
  const QString text = "Hvor er printeren";
  const QString asked = "question mitid-help text=" + text;
  const QStringList writing{"go questions", "tap ask", "type " + text,
                            "kept draft.question " + text};
  const QStringList topic{"tap askTopic", "tap topic-mitid-help"};
  const QStringList save{"tap askSave", "wait question-0 visible true"};
  const QStringList goneOn{"go questions", "tap ask", "wait askText-input text " + text};
  const QStringList answering = writing + topic + save +
                                QStringList{"tap question-0", "tap replyStart", "type Til venstre",
                                            "kept draft.answers Til venstre"};
  const QStringList again{"go questions", "tap question-0", "wait reply-input text Til venstre"};
  return {
      {"questionsPage", {"go questions"}, {}, {}},
      {"questionHalfWritten", writing, {}, goneOn + topic + save, {asked}},
      {"topicsDialog",
       writing + QStringList{"tap askTopic", "tap topicSearch", "type mit"},
       {},
       goneOn},
      {"topicChosen",
       writing + topic + QStringList{"kept draft.question mitid-help"},
       {},
       goneOn + save,
       {asked}},
      {"answerWanted",
       writing + topic + QStringList{"tap askWanted", "kept draft.question 1"},
       {},
       goneOn + save,
       {asked + " wanted=1"}},
      {"deletingAskedFor", writing + QStringList{"tap askDiscard"}, {}, goneOn},
      {"finishLater", writing + QStringList{"tap askClose"}, {}, goneOn},
      {"asked",
       writing + topic + save,
       {asked},
       {"go questions", "wait question-0 visible true", "tap ask", "wait askText-input text "}},
      {"answerHalfWritten",
       answering,
       {asked},
       again + QStringList{"tap replySave"},
       {asked + " answer=Til venstre"}},
      {"answered",
       answering + QStringList{"tap replySave"},
       {asked + " answer=Til venstre"},
       {"go questions", "tap question-0", "wait reply visible false"}},
      {"answerChanged",
       answering + QStringList{"tap replySave", "tap replyStart", "type  igen",
                               "kept draft.answers Til venstre igen"},
       {asked + " answer=Til venstre"},
       {"go questions", "tap question-0", "wait reply-input text Til venstre igen"}},
      {"withdrawingAskedFor", answering + QStringList{"tap questionWithdraw"}, {asked}, again},
  };
}

QList<KillState> withEvents() {
  const QStringList typed{"go events",
                          "tap logEvent",
                          "tap choice-digital-dab",
                          "tap event-attendance-input",
                          "type 54",
                          "kept draft.event attendance=54"};
  const QStringList back{"go events", "wait event-attendance-input text 54"};
  const QStringList logged = typed + QStringList{"tap event-libraryHours-more", "tap saveEvent",
                                                 "wait event-0 visible true"};
  const QString event = "event digital-dab";
  const QString stood = event + " attendance=54 library_min=15 when";
  return {
      {"eventHalfTyped",
       typed,
       {},
       back +
           QStringList{"tap event-libraryHours-more", "tap saveEvent", "wait event-0 visible true"},
       {stood}},
      {"discardingAskedFor", typed + QStringList{"tap cancelEvent"}, {}, back},
      {"withdrawingEventAskedFor",
       logged +
           QStringList{"tap event-0", "tap withdrawEvent", "wait withdrawEvent text Ja, slet det"},
       {stood},
       {"go events", "wait event-0 visible true", "tap event-0",
        "wait withdrawEvent text Slet arrangementet"}},
      {"eventLogged", logged, {stood}, {"go events", "wait event-0 visible true"}},
      {"correctionHalfTyped",
       logged + QStringList{"tap event-0", "tap event-attendance-more",
                            "kept draft.event attendance=55"},
       {stood},
       {"go events", "wait event-attendance-input text 55", "tap saveEvent",
        "wait event-0 visible true"},
       {event + " attendance=55 library_min=15 when"}},
  };
}

QList<KillState> elsewhere() {
  const QStringList opened{"tap tile-mitid-help", "tap closeBar", "go today", "tap today-0"};
  return {
      {"helpCorrected",
       opened + QStringList{"tap choice-done_for", "tap more", "tap unfold", "tap choice-busy"},
       {"help mitid-help outcome=done_for people=2 room=busy"},
       {"go today", "tap today-0", "wait outcome value done_for", "wait people value 2"}},
      {"withdrawAskedFor",
       opened + QStringList{"tap withdraw"},
       {"help mitid-help"},
       {"go today", "wait today-0 visible true"}},
      {"withdrawn",
       opened + QStringList{"tap withdraw", "tap withdraw"},
       {},
       {"go today", "wait today-0 visible false"}},
      {"settings",
       {"go settings", "tap choice-dark", "tap choice-1.5", "tap choice-en"},
       {},
       {"go settings", "wait theme value dark", "wait textSize value 1.5",
        "wait language value en"}},
      {"unitChanged",
       {"go settings", "tap choice-citizen_service"},
       {},
       {"go settings", "wait unit value citizen_service"}},
      {"hubAddressTyped",
       {"go settings", "tap hubAddress", "type https://hub.dk", "tap enrolCode", "type ABC",
        "kept draft.hub https://hub.dk"},
       {},
       {"go settings", "wait hubAddress text https://hub.dk", "wait enrolCode text "}},
      {"pinDialog",
       {"go settings", "tap choosePin", "wait pinDone visible true", "type 12"},
       {},
       {"wait pinDone visible false"}},
      {"pinGiven",
       {"go settings", "tap choosePin", "wait pinDone visible true", "type 1234", "key Return",
        "type 1234", "key Return", "wait removePin visible true"},
       {},
       {"wait roleEnded visible true"}},
      {"recordedDialog",
       {"go settings", "tap openRecorded", "wait closeRecorded visible true"},
       {},
       {"wait closeRecorded visible false"}},
      {"workplaceDialog",
       {"tap workplace", "wait closeWorkplace visible true"},
       {},
       {"wait closeWorkplace visible false"}},
      {"setAsideDialog",
       {"tap syncBadge", "tap showAside", "wait closeAside visible true"},
       {},
       {"wait closeAside visible false"}},
      {"morePages",
       {"size 400 800", "wait nav-more visible true", "tap nav-more",
        "wait nav-settings visible true"},
       {},
       {"size 400 800", "wait nav-more visible true", "wait nav-settings visible false",
        "tap nav-more", "tap nav-settings", "wait hubAddress visible true"}},
      {"syncDetails",
       {"tap syncBadge", "wait syncWaiting visible true"},
       {},
       {"wait syncWaiting visible false"}},
      {"guideOpen",
       {"tap tile-mitid-help", "go guides", "tap guideSearch", "type MitID: hj",
        "tap guide-mitid-help", "wait guideName visible true"},
       {"help mitid-help"},
       {"wait guideName visible false"}},
      {"overview", {"tap tile-mitid-help", "go overview"}, {"help mitid-help"}, {}},
      {"welcome", {"wait welcome-library visible true"}, {}, {"wait welcome-library visible true"}},
      {"welcomed",
       {"tap welcome-citizen_service", "tap tile-mitid-help"},
       {"help mitid-help"},
       {"wait tiles visible true"}},
  };
}

}  // namespace

QList<KillState> killStates() {
  return onTheStartPage() + withTimers() + withReferrals() + withQuestions() + withEvents() +
         elsewhere();
}

}  // namespace vejviser::test
