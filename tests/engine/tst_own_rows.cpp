// Goal: a tablet's own rows as a file hold every field of every kind of entry; another tablet that
// reads the file knows the same, however often it reads it.
// Method: entries with random fields in a real store, exported, planned and imported by a real
// recorder into another store; what stands on both is compared.
#include "platform/csv.h"
#include "src/domain/import.h"
#include "src/domain/slip_code.h"
#include "sync/engine/export.h"
#include "sync/engine/recorder.h"
#include "sync/wire/entry_json.h"
#include "tests/support/recording_tablet.h"

#include <QTest>
#include <map>
#include <set>

using namespace vejviser;
using namespace vejviser::engine;
using std::chrono::minutes;

namespace {

using Tablet = test::RecordingTablet;

/// Any fields that a kind can have; each value comes often enough.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : m_engine(seed), m_random(seed) {}

  int from(int least, int most) {
    return std::uniform_int_distribution<int>{least, most}(m_engine);
  }
  bool coin() { return from(0, 1) == 1; }
  template <class Word>
  Word word(int least, int most) {
    return static_cast<Word>(from(least, most));
  }
  Id id() {
    std::array<std::uint8_t, 16> bytes{};
    m_random.fill(bytes);
    return idFromDigest(bytes);
  }
  /// Marks that CSV and spreadsheets care about.
  std::string text() {
    const std::string marks[] = {"=", "'", "\"", ",", ";", " ", "ø", "-", "word"};
    std::string text = "x";
    for (int i = from(0, 6); i > 0; --i) text.insert(0, marks[from(0, 8)]);
    return text;
  }

  Fields place() {
    Fields fields;
    fields.unit = word<Unit>(1, 2);
    if (coin()) fields.branch = "hb";
    if (coin()) fields.role = "library_staff";
    return fields;
  }
  Fields help() {
    Fields fields = place();
    fields.topic = "loan";
    fields.outcome = word<Outcome>(1, 5);
    fields.band = word<Band>(1, 5);
    fields.timing = word<Timing>(0, 2);
    fields.people = from(1, kMaxPeople);
    fields.channel = word<Channel>(1, 5);
    fields.room = word<Room>(0, 3);
    if (coin()) fields.language = "ar";
    if (fields.outcome == Outcome::TurnedAway) fields.refusal = word<Refusal>(0, 7);
    if (coin()) fields.contact = id();
    if (coin()) return fields;
    fields.topic = "passport-apply";
    fields.unit = Unit::CitizenService;
    fields.role = "citizen_service_staff";
    fields.act = word<Act>(0, 3);
    return fields;
  }
  Fields referral() {
    Fields fields = place();
    fields.topic = "loan";
    fields.to = coin() ? "police" : std::string{code(otherUnit(fields.unit))};
    if (coin()) fields.toBranch = "north";
    if (coin()) fields.help = id();
    if (coin()) {
      fields.slip = newSlipCode(m_random);
      fields.valid_days = from(1, kMaxValidDays);
    }
    return fields;
  }
  Fields question() {
    Fields fields = place();
    fields.topic = "loan";
    fields.text = text();
    fields.wanted = coin();
    if (coin()) fields.help = id();
    return fields;
  }
  Fields event() {
    Fields fields = place();
    fields.topic = "loan";
    fields.audience = word<Audience>(0, 5);
    fields.attendance = from(0, kMaxAttendance);
    fields.library_min = from(0, kMaxStaffMinutes);
    fields.citizenService_min = from(0, kMaxStaffMinutes);
    return fields;
  }
  Fields reply(EntryKind of) {
    Fields fields = place();
    if (of == EntryKind::Question) {
      if (coin()) fields.text = text();
      return fields;
    }
    fields.reception = word<Reception>(0, 3);
    if (fields.reception == Reception::Declined) fields.decline = word<Decline>(0, 5);
    if (fields.reception == Reception::Done) fields.outcome = word<Outcome>(1, 5);
    return fields;
  }
  Fields of(EntryKind kind) {
    switch (kind) {
      case EntryKind::Help:
        return help();
      case EntryKind::Referral:
        return referral();
      case EntryKind::Question:
        return question();
      case EntryKind::Event:
        return event();
      default:
        return place();
    }
  }

 private:
  std::mt19937_64 m_engine;
  test::SeededRandom m_random;
};

/// Records a subject of any kind with any fields, and perhaps a reply to it or to another's.
void logAnything(Tablet& tablet, Dice& dice) {
  constexpr EntryKind kKinds[] = {EntryKind::Help, EntryKind::Referral, EntryKind::Question,
                                  EntryKind::Event, EntryKind::Quiet};
  const EntryKind kind = kKinds[dice.from(0, 4)];
  PlannedEntry planned;
  planned.kind = kind;
  planned.fields = dice.of(kind);
  constexpr int kWeeks = 2 * 7 * 24 * 60;  // not as far back as the hour that October repeats
  planned.fields.when = tablet.clock.now() - minutes{dice.from(0, kWeeks)};
  planned.id = dice.id();
  const auto made = tablet.recorder.import({&planned, 1}, [](std::size_t) {});
  if (!made) qFatal("%s", made.error().text().c_str());
  tablet.clock.advance(minutes{7});
  if (!takesReply(kind) || dice.coin()) return;
  const Id subject = dice.coin() ? *planned.id : dice.id();
  for (int replies = dice.from(1, 2); replies > 0; --replies) {
    const Status replied = tablet.recorder.reply(subject, kind, dice.reply(kind));
    if (!replied) qFatal("%s", replied.error().text().c_str());
    tablet.clock.advance(minutes{3});
  }
}

CsvRows exported(const Tablet& tablet) {
  std::string text;
  const Status status = exportOwnRows(tablet.store->queries(), [&](std::string_view piece) {
    text.append(piece);
    return Status{};
  });
  if (!status) qFatal("%s", status.error().text().c_str());
  return platform::readCsv(text).value();
}

Recorder::Imported import(Tablet& tablet, const CsvRows& rows) {
  const auto plan = planOwnFormat(rows, store::builtInCatalogue(), "file");
  if (!plan || !plan->unreadable.empty()) qFatal("%s", plan->unreadable[0].why.c_str());
  return tablet.recorder.import(plan->entries, [](std::size_t) {}).value();
}

/// All that stands: without times below a minute, and without what the file cannot say, which is
/// how it came about.
std::map<Id, PlannedEntry> known(const Tablet& tablet) {
  std::map<Id, PlannedEntry> all;
  const auto add = [&all](PlannedEntry planned) {
    planned.fields.when = std::chrono::floor<minutes>(*planned.fields.when);
    all[*planned.id] = planned;
  };
  for (const auto& state : tablet.store->queries().counted(100'000)) {
    add(plannedFrom(state.subject, state.standing));
    const auto& reply = state.standing.reply;
    if (reply) add(plannedFrom(state.subject, state.standing.kind, *reply));
  }
  for (const auto& own : tablet.store->queries().repliesElsewhere(100'000)) {
    add(plannedFrom(own.subject, own.of, own.reply));
  }
  return all;
}

}  // namespace

class TstOwnRows : public QObject {
  Q_OBJECT

 private slots:
  void whatIsReadBack_isWhatWasLogged_ofEveryKind() {
    for (std::uint64_t seed = 1; seed <= 3; ++seed) {
      Tablet here{seed};
      Tablet there{seed + 100};
      Dice dice{seed};
      for (int i = 0; i < 400; ++i) logAnything(here, dice);
      const CsvRows rows = exported(here);
      const auto expected = known(here);
      QCOMPARE(rows.size(), expected.size() + 1);
      QCOMPARE(import(there, rows).added, expected.size());
      const auto found = known(there);
      QCOMPARE(found.size(), expected.size());
      for (const auto& [id, planned] : expected) {
        QVERIFY2(found.at(id) == planned, toString(id).c_str());
      }
      QVERIFY(exported(there) == rows);
    }
  }

  void aFileReadTwice_addsNothing_norWhereItComesFrom() {
    Tablet here{7};
    Tablet there{8};
    Dice dice{9};
    for (int i = 0; i < 200; ++i) logAnything(here, dice);
    const CsvRows rows = exported(here);
    QVERIFY(import(there, rows).added > 0);
    QCOMPARE(import(there, rows).added, 0U);
    QCOMPARE(import(here, rows).added, 0U);
  }

  void theDice_rollEveryKind() {
    Tablet here{1};
    Dice dice{1};
    for (int i = 0; i < 400; ++i) logAnything(here, dice);
    std::set<std::string> empty(ownFormatColumns().begin(), ownFormatColumns().end());
    const CsvRows rows = exported(here);
    for (std::size_t i = 1; i < rows.size(); ++i) {
      for (std::size_t c = 0; c < rows[i].size(); ++c) {
        if (!rows[i][c].empty()) empty.erase(rows[0][c]);
      }
    }
    QVERIFY2((empty == std::set<std::string>{"doubt"}), empty.begin()->c_str());
  }
};

QTEST_APPLESS_MAIN(TstOwnRows)
#include "tst_own_rows.moc"
