#include "tests/support/story.h"

namespace vejviser::test {

void inDoubt(Fields& fields) {
  fields.doubt = Doubt::Clock;
}

namespace {

/// All that can be said of a help, each as no other help of the story says it.
void odd(Fields& fields) {
  fields.topic = "passport-pickup";
  fields.outcome = Outcome::DoneFor;
  fields.band = Band::To60;
  fields.timing = Timing::Timed;
  fields.people = 50;
  fields.act = Act::Decide;
  fields.channel = Channel::Mail;
  fields.room = Room::NoneHere;
  fields.language = "ar";
  fields.role = "odd";
}

void addHelps(Story& story) {
  const Entry first = story.help("2026-11-24 10:05", Unit::Library, [](Fields& f) {
    f.topic = "mitid-activation";
    f.outcome = Outcome::Alone;
    f.band = Band::Under5;
    f.timing = Timing::Timed;
    f.role = "library_staff";
    f.act = Act::Guide;
  });
  const Entry second = story.help("2026-11-24 10:40", Unit::Library, [](Fields& f) {
    odd(f);
    f.outcome = Outcome::TurnedAway;
    f.refusal = Refusal::Queue;
  });
  story.correct(second, [&first](Fields& f) {
    f = first.fields;
    f.topic = "mitid-help";
    f.outcome = Outcome::Guided;
    f.band = Band::To15;
    f.timing = Timing::Guessed;
    f.role = "";
    f.act = Act::None;
    f.people = 3;
    f.channel = Channel::Phone;
    f.language = "uk";
    f.contact = first.id;
  });
  story.help("2026-11-24 15:10", Unit::Library, [](Fields& f) {
    f.topic = "passport-apply";
    f.outcome = Outcome::SentOn;
    f.act = Act::HandOver;
  });
  story.help("2026-11-24 16:20", Unit::Library, [](Fields& f) {
    f.topic = "mitid-issue";
    f.role = "library_staff";
    f.act = Act::Decide;
    f.band = Band::To30;
    f.room = Room::Used;
    f.language = "uk";
  });
  story.help("2026-11-24 16:45", Unit::Library, [](Fields& f) {
    f.topic = "wayfinding";
    f.outcome = Outcome::TurnedAway;
    f.refusal = Refusal::Closing;
    f.timing = Timing::Forgotten;
  });
  story.help("2026-12-24 11:00", Unit::Library, [](Fields& f) {
    f.branch = "";
    f.outcome = Outcome::TurnedAway;
    f.room = Room::Busy;
    f.band = Band::Over60;
  });
  story.withdraw(story.help("2026-11-24 16:00", Unit::Library, odd));
  story.help("2026-11-24 16:00", Unit::Library, [&first](Fields& f) {
    odd(f);
    f.contact = first.id;
    inDoubt(f);
  });
  story.help("2026-11-24 11:00", Unit::CitizenService, [](Fields& f) {
    f.topic = "passport-apply";
    f.outcome = Outcome::DoneFor;
    f.act = Act::Decide;
    f.band = Band::To30;
    f.role = "citizen_service_staff";
  });
  story.help("2026-11-24 11:30", Unit::CitizenService, [](Fields& f) {
    f.topic = "no-longer-there";
    f.channel = Channel::Screen;
    f.band = Band::Over60;
  });
}

void addReferrals(Story& story) {
  using std::chrono::hours;
  using std::chrono::minutes;
  const std::string other = "citizen_service";
  const Entry done = story.referral(Unit::Library, other);
  story.reply(done, minutes{30}, Reception::Accepted);
  story.reply(done, hours{30}, Reception::Done);
  story.reply(story.referral(Unit::Library, other), hours{5}, Reception::Declined,
              Decline::NotOurs);
  story.referral(Unit::Library, other);
  story.referral(Unit::Library, "police");
  const Entry gone = story.referral(Unit::Library, other);
  story.reply(gone, hours{1}, Reception::Done);
  story.withdraw(gone);
  story.reply(story.referral(Unit::Library, other, inDoubt), hours{1}, Reception::Done);
  const Entry wrong = story.referral(Unit::Library, "police");
  story.correct(wrong, [&other](Fields& f) { f.to = other; });
  story.reply(wrong, hours{48}, Reception::Declined, Decline::Closed);
  const Entry taken_back = story.referral(Unit::Library, other);
  story.reply(taken_back, hours{1}, Reception::Done);
  story.reply(taken_back, hours{2}, Reception::TakenBack);
  story.reply(story.referral(Unit::CitizenService, "library"), hours{2}, Reception::Accepted);
}

void addQuestions(Story& story) {
  story.answer(story.question(true), "Ja, tirsdage.");
  story.question(true);
  story.question(false);
  story.answer(story.question(false), "Det gik af sig selv.");
  story.withdraw(story.question(true));
  story.question(true, inDoubt);
  story.correct(story.question(false), [](Fields& f) { f.wanted = true; });
  const Entry taken_back = story.question(true);
  story.answer(taken_back, "Ja.");
  story.answer(taken_back, "");
}

void addEvents(Story& story) {
  const auto held = [](Audience audience, int attendance, int library, int citizenService) {
    return [=](Fields& f) {
      f.audience = audience;
      f.attendance = attendance;
      f.library_min = library;
      f.citizenService_min = citizenService;
    };
  };
  story.event(Unit::Library, "digital-dab", held(Audience::Grade9, 54, 240, 90));
  story.correct(story.event(Unit::Library, "digital-life-60", held(Audience::All, 20, 10, 10)),
                held(Audience::Seniors, 12, 60, 0));
  story.event(Unit::CitizenService, "digital-dab", held(Audience::All, 0, 30, 45));
  story.withdraw(story.event(Unit::Library, "event", held(Audience::Adults, 99, 99, 99)));
  story.event(Unit::Library, "event", [&held](Fields& f) {
    held(Audience::Adults, 99, 99, 99)(f);
    inDoubt(f);
  });
}

void addQuietHours(Story& story) {
  story.quiet("2026-11-24 13:10");
  story.quiet("2026-11-25 09:15");
  story.correct(story.quiet("2026-11-24 12:00"),
                [](Fields& f) { f.when = fromLocal(*parseLocalTime("2026-11-26 09:59")); });
  story.withdraw(story.quiet("2026-11-24 14:00"));
  story.quiet("2026-11-24 14:00", inDoubt);
}

}  // namespace

Story wholeStory(int times) {
  Story story;
  for (int i = 0; i < times; ++i) {
    addHelps(story);
    addReferrals(story);
    addQuestions(story);
    addEvents(story);
    addQuietHours(story);
  }
  return story;
}

}  // namespace vejviser::test
