// Goal: each municipality's made-up past tells that municipality's story, with every kind of entry
// there is, and is one that staff could have logged.
// Method: the past of each scenario, beginning on each day of the week, counted row by row; then
// recorded by real tablets that know the municipality's authority line, sent to a real hub's
// database, and looked at there.
#include "platform/csv.h"
#include "platform/files.h"
#include "src/demo/loans.h"
#include "src/demo/past.h"
#include "src/domain/personal_data.h"
#include "src/domain/slip_code.h"
#include "sync/hub/documents.h"
#include "tests/hub/hub_world.h"
#include "tests/support/recording_tablet.h"

#include <QTest>
#include <functional>
#include <set>

using namespace vejviser;
using demo::DeskRows;
using demo::Town;

namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;

constexpr int kDays = 730;         // the demonstration's
constexpr int kRecordedDays = 28;  // tablets commit each entry
constexpr int kSeed = 1;           // the demonstration's
const Day kFirst = *parseDay("2026-10-27");

const char* const kScenarios[] = {"esbjerg", "haderslev", "dragoer", "albertslund"};

std::filesystem::path folderOf(const std::string& scenario) {
  return std::filesystem::path{VEJVISER_SOURCE "/platform/demo"} / scenario;
}

Town townOf(const std::string& scenario) {
  auto town = demo::readTown(folderOf(scenario));
  if (!town) qFatal("%s", town.error().text().c_str());
  return std::move(*town);
}

using Test = std::function<bool(const PlannedEntry&)>;

/// All rows of a municipality, whoever's.
class Past {
 public:
  Past(const Town& town, Day first) : m_first(first) {
    for (const DeskRows& desk : demo::makePast(town, first, kDays, kSeed)) {
      m_rows.insert(m_rows.end(), desk.begin(), desk.end());
    }
    for (const PlannedEntry& row : m_rows) {
      if (row.kind == EntryKind::Reply) m_replied.insert(*row.subject);
    }
  }

  const std::vector<PlannedEntry>& rows() const { return m_rows; }
  Day first() const { return m_first; }
  bool isReplied(const PlannedEntry& row) const { return m_replied.contains(*row.id); }
  int count(const Test& test) const {
    return static_cast<int>(std::count_if(m_rows.begin(), m_rows.end(), test));
  }

 private:
  Day m_first;
  std::vector<PlannedEntry> m_rows;
  std::set<Id> m_replied;
};

bool isHelp(const PlannedEntry& row) {
  return row.kind == EntryKind::Help;
}
bool isOf(const PlannedEntry& row, EntryKind kind, Unit unit) {
  return row.kind == kind && row.fields.unit == unit;
}
bool isReceived(const PlannedEntry& row, Reception reception) {
  return row.kind == EntryKind::Reply && row.of == EntryKind::Referral &&
         row.fields.reception == reception;
}
bool isJoint(const PlannedEntry& row) {
  return row.kind == EntryKind::Event && row.fields.library_min > 0 &&
         row.fields.citizenService_min > 0;
}

int actsOf(const Past& past, Unit unit, Act act) {
  return past.count([&](const PlannedEntry& row) {
    return isOf(row, EntryKind::Help, unit) && row.fields.act == act;
  });
}

/// What one sees of `what`, and that it is not less than `least`.
void expectAtLeast(const Past& past, int least, const char* what, const Test& test) {
  const int n = past.count(test);
  const QString said = QStringLiteral("%1 %2, expected %3; from %4")
                           .arg(n)
                           .arg(what)
                           .arg(least)
                           .arg(QString::fromStdString(toString(past.first())));
  QVERIFY2(n >= least, qPrintable(said));
}

struct Wanted {
  int least;
  const char* what;
  Test test;
};

/// What every demonstration has.
std::vector<Wanted> wantedEverywhere(const Past& past) {
  using E = EntryKind;
  std::vector<Wanted> all = {
      {15, "questions", [](auto& row) { return row.kind == E::Question; }},
      {5, "answers", [](auto& r) { return r.kind == E::Reply && r.of == E::Question; }},
      {1, "questions that wait for an answer",
       [&](auto& r) { return r.kind == E::Question && r.fields.wanted && !past.isReplied(r); }},
      {4, "events", [](auto& row) { return row.kind == E::Event; }},
      {5, "quiet hours", [](auto& row) { return row.kind == E::Quiet; }},
      {10, "referrals with a slip",
       [](auto& row) { return row.kind == E::Referral && !row.fields.slip.empty(); }},
      {1, "referrals without one",
       [](auto& row) { return row.kind == E::Referral && row.fields.slip.empty(); }},
      {3, "referrals to an outside body",
       [](auto& r) { return r.kind == E::Referral && !unitFromCode(r.fields.to); }},
      {1, "referrals nobody has replied to",
       [&](auto& r) {
         return r.kind == E::Referral && r.fields.valid_days > 0 && !past.isReplied(r);
       }},
      {3, "accepted", [](auto& row) { return isReceived(row, Reception::Accepted); }},
      {5, "done", [](auto& row) { return isReceived(row, Reception::Done); }},
      {1, "wrong doors", [](auto& row) { return row.fields.decline == Decline::NotOurs; }},
      {1, "declined for another reason",
       [](auto& r) { return r.fields.decline > Decline::NotOurs; }},
      {10, "who called", [](auto& row) { return row.fields.channel == Channel::Phone; }},
      {5, "who wrote", [](auto& row) { return row.fields.channel == Channel::Mail; }},
      {20, "in other languages", [](auto& row) { return !row.fields.language.empty(); }},
      {5, "turned away with a reason",
       [](auto& row) { return row.fields.refusal != Refusal::None; }},
      {20, "timed", [](auto& row) { return row.fields.timing == Timing::Timed; }},
      {1, "forgotten timers", [](auto& row) { return row.fields.timing == Timing::Forgotten; }},
      {20, "follow-ups", [](auto& row) { return row.fields.contact.has_value(); }},
      {20, "who did it alone",
       [](auto& r) { return isHelp(r) && r.fields.outcome == Outcome::Alone; }},
  };
  for (const Room room : {Room::Used, Room::Busy, Room::NoneHere}) {
    all.push_back({1, "rooms", [room](auto& row) { return row.fields.room == room; }});
  }
  for (const Act act : {Act::Guide, Act::Decide, Act::HandOver}) {
    all.push_back({8, "acts", [act](auto& row) { return row.fields.act == act; }});
  }
  return all;
}

/// Every day of the week that `./dev run` may be tried on.
void forEachStart(const char* scenario, const std::function<void(const Past&, const Town&)>& look) {
  const Town town = townOf(scenario);
  for (int i = 0; i < 7; ++i) look(Past{town, kFirst + days{i}}, town);
}

/// A hub that has the municipality's branches and documents, and a tablet for each desk.
class Municipality {
 public:
  Municipality(const std::string& scenario, const Town& town) {
    m_hub.clock.set(fromLocal({kFirst + days{kRecordedDays}, 8, 0}));
    std::set<std::string> branches;
    for (const demo::Desk& desk : town.desks) branches.insert(desk.branch);
    m_hub.write([&](hub::WriteTx& tx) -> Status {
      const auto& topics = town.catalogue.topics();
      const auto count = static_cast<std::int64_t>(topics.size() + branches.size());
      const auto first = tx.takePositions(count, 13, m_hub.clock.now());
      if (const Status s = tx.putTopics(topics, *first); !s) return s;
      std::int64_t pos = *first + static_cast<std::int64_t>(topics.size());
      for (const std::string& branch : branches) {
        if (const Status s = tx.putBranch({branch, branch}, pos++); !s) return s;
      }
      return {};
    });
    for (const std::string name : {"roles", "authority", "hours"}) {
      const auto text = platform::readFile(folderOf(scenario) / (name + ".csv"), 1'000'000);
      const auto done = hub::keepDocument(*m_hub.storage, hub::Actor::commandLine(), {name, *text},
                                          m_hub.clock, m_hub.random);
      if (!done) qFatal("%s: %s", name.c_str(), done.error().text().c_str());
    }
    for (std::size_t i = 0; i < town.desks.size(); ++i) {
      m_tablets.push_back(std::make_unique<test::RecordingTablet>(i + 1));
      m_tablets.back()->clock.set(m_hub.clock.now());
      if (!m_tablets.back()->store->startOver()) qFatal("the first pull cannot begin");
      meet(i);
    }
  }

  test::HubWorld& hub() { return m_hub; }
  test::RecordingTablet& tablet(std::size_t desk) { return *m_tablets[desk]; }

  /// Sends and fetches everything there is; how many entries the hub holds back.
  int meet(std::size_t desk) {
    store::TabletStore& store = *m_tablets[desk]->store;
    int held = 0;
    for (;;) {
      store::Settlement settlement;
      const auto batch = store.batch(500, 1'000'000, m_hub.clock.now()).value();
      std::vector<wire::ReadEntry> entries;
      for (const auto& waiting : batch) entries.push_back(wire::readEntry(waiting.body).value());
      const auto custody = m_hub.pushRead(entries, store.stamp());
      for (std::size_t i = 0; i < batch.size(); ++i) {
        if (custody.acks[i].held) ++held;
        settlement.acks.push_back({batch[i].seq, custody.acks[i].held});
      }
      bool known = false;
      const wire::SyncAnswer answer = m_hub.pullNow(store.stamp(), 5000, known);
      settlement.rows = answer.rows;
      settlement.stamp = answer.stamp;
      settlement.more = answer.more;
      settlement.now = settlement.hubNow = m_hub.clock.now();
      if (!store.settle(settlement)) qFatal("the hub's answer cannot be taken");
      if (batch.empty() && !answer.more) return held;
    }
  }

 private:
  test::HubWorld m_hub;
  std::vector<std::unique_ptr<test::RecordingTablet>> m_tablets;
};

}  // namespace

class TstPast : public QObject {
  Q_OBJECT

 private slots:
  void everyKind_isThere_data() { scenarios(); }
  void everyKind_isThere() {
    QFETCH(QString, scenario);
    forEachStart(qPrintable(scenario), [](const Past& past, const Town&) {
      for (const auto& [least, what, test] : wantedEverywhere(past)) {
        expectAtLeast(past, least, what, test);
      }
      for (const Unit unit : kAllUnits) {
        const auto of = [unit](EntryKind kind) {
          return [=](const PlannedEntry& row) { return isOf(row, kind, unit); };
        };
        expectAtLeast(past, 150, "helps of a unit", of(EntryKind::Help));
        expectAtLeast(past, 10, "referrals of a unit", of(EntryKind::Referral));
        expectAtLeast(past, 5, "replies of a unit", of(EntryKind::Reply));
        expectAtLeast(past, 5, "questions of a unit", of(EntryKind::Question));
      }
    });
  }

  void esbjerg_theLibraryDecidesNothing_andHelpsWhenTheOtherHouseIsClosed() {
    forEachStart("esbjerg", [](const Past& past, const Town& town) {
      QCOMPARE(actsOf(past, Unit::Library, Act::Decide), 0);
      QCOMPARE(actsOf(past, Unit::Library, Act::Guide), 0);
      QVERIFY(actsOf(past, Unit::Library, Act::HandOver) > 50);
      QCOMPARE(past.count(isJoint), 0);
      const auto& counter = town.desks.back();
      QVERIFY(counter.unit == Unit::CitizenService);
      const int helps =
          past.count([](auto& row) { return isOf(row, EntryKind::Help, Unit::Library); });
      const int outside = past.count([&](auto& row) {
        return isOf(row, EntryKind::Help, Unit::Library) &&
               !town.isStaffed(counter, *row.fields.when);
      });
      QVERIFY2(100 * outside > 25 * helps, qPrintable(QString::number(outside)));
    });
  }

  void haderslev_citizenServiceIsOverHalfOfGram_andDecidesInTheLibrarysBuildings() {
    forEachStart("haderslev", [](const Past& past, const Town&) {
      const Instant moved = fromLocal({past.first() + days{kDays - 365}, 0, 0});
      const auto inGram = [&](Unit unit, bool since) {
        return past.count([&](auto& row) {
          return isOf(row, EntryKind::Help, unit) && row.fields.branch == "gram" &&
                 (*row.fields.when >= moved) == since;
        });
      };
      QVERIFY(inGram(Unit::CitizenService, true) > inGram(Unit::Library, true));
      QCOMPARE(inGram(Unit::CitizenService, false), 0);
      QVERIFY(inGram(Unit::Library, false) > 1000);
      QVERIFY(actsOf(past, Unit::CitizenService, Act::Decide) > 200);
      QCOMPARE(actsOf(past, Unit::Library, Act::Decide), 0);
      QVERIFY(actsOf(past, Unit::Library, Act::Guide) > 10);  // MitID and Digital Post
      const auto rooms = [&](Room room) {
        return past.count([room](auto& row) { return row.fields.room == room; });
      };
      QVERIFY(rooms(Room::Used) > 25 && rooms(Room::Busy) > 5);
      QVERIFY(rooms(Room::Used) > rooms(Room::Busy));
    });
  }

  void dragoer_equalsReferBothWays_answer_andMeetTogether() {
    forEachStart("dragoer", [](const Past& past, const Town&) {
      const auto to = [&](Unit unit, bool replied) {
        return past.count([&](auto& row) {
          return row.kind == EntryKind::Referral && row.fields.to == code(unit) &&
                 (!replied || past.isReplied(row));
        });
      };
      const int there = to(Unit::CitizenService, false);
      const int back = to(Unit::Library, false);
      QVERIFY2(there < 3 * back && back < 3 * there, qPrintable(QString::number(back)));
      const int replied = to(Unit::CitizenService, true) + to(Unit::Library, true);
      QVERIFY2(100 * replied > 60 * (there + back), qPrintable(QString::number(replied)));
      const auto joint = [&](Audience audience) {
        return past.count(
            [&](auto& row) { return isJoint(row) && row.fields.audience == audience; });
      };
      QVERIFY(joint(Audience::Grade9) > 100);
      QVERIFY(joint(Audience::Seniors) > 100);
      QCOMPARE(actsOf(past, Unit::Library, Act::Decide), 0);
    });
  }

  void albertslund_whoMayDecide_doesSoInTheLibrary_butNotOfAddressProtection() {
    const Past dragoer{townOf("dragoer"), kFirst};
    const auto share = [](const Past& past, const Test& test) {
      return 100 * past.count([&](auto& row) { return isHelp(row) && test(row); }) /
             past.count(isHelp);
    };
    const auto alone = [](const PlannedEntry& row) { return row.fields.outcome == Outcome::Alone; };
    const auto other = [](const PlannedEntry& row) { return !row.fields.language.empty(); };
    forEachStart("albertslund", [&](const Past& past, const Town&) {
      QVERIFY(actsOf(past, Unit::Library, Act::Decide) >= 8);
      QVERIFY(actsOf(past, Unit::Library, Act::HandOver) >= 5);
      for (const PlannedEntry& row : past.rows()) {
        if (row.fields.unit != Unit::Library || row.fields.act != Act::Decide) continue;
        QCOMPARE(row.fields.role, std::string{"library_authority"});
        QVERIFY(row.fields.topic != "address-protection");
      }
      QVERIFY(share(past, alone) < share(dragoer, alone));
      const Instant middle = fromLocal({past.first() + days{kDays - 365}, 0, 0});
      const auto aloneIn = [&](bool second) {
        const auto of = [&](const Test& test) {
          return past.count([&](auto& row) {
            return isHelp(row) && (*row.fields.when >= middle) == second && test(row);
          });
        };
        return 1000 * of(alone) / of([](auto&) { return true; });
      };
      QVERIFY(aloneIn(true) > aloneIn(false) + 20);
      QVERIFY(share(past, other) > 2 * share(dragoer, other));
    });
  }

  void loans_goOnAsTheyDid_whoeverMovesIn() {
    const Town town = townOf("haderslev");
    const OutsideSeries series = demo::makeLoans(town, kFirst, kDays, kSeed);
    QVERIFY(series == demo::makeLoans(town, kFirst, kDays, kSeed));
    QVERIFY(series != demo::makeLoans(town, kFirst, kDays, kSeed + 1));
    QCOMPARE(series.breaks.size(), std::size_t{1});
    const Day moved = series.breaks[0].on;
    QVERIFY(moved == kFirst + days{kDays - 365});
    std::int64_t before = 0;
    std::int64_t after = 0;
    for (const auto& [week, loans] : series.totals) {
      if (week.branch == "gram") (week.from >= moved ? after : before) += *loans;
    }
    QVERIFY2(20 * std::abs(after - before) < after, qPrintable(QString::number(after - before)));
    QVERIFY(readOutsideSeries(outsideRows(series)).value() == series);
  }

  void theSameSeed_givesTheSamePast_andAnotherAnother() {
    const Town town = townOf("esbjerg");
    const auto once = demo::makePast(town, kFirst, kDays, 7);
    QVERIFY(once == demo::makePast(townOf("esbjerg"), kFirst, kDays, 7));
    QVERIFY(once != demo::makePast(town, kFirst, kDays, 8));
  }

  void whatHappened_couldHaveHappened_data() { scenarios(); }
  void whatHappened_couldHaveHappened() {
    QFETCH(QString, scenario);
    forEachStart(qPrintable(scenario), [](const Past& past, const Town&) {
      const Instant begin = fromLocal({past.first(), 0, 0});
      const Instant end = fromLocal({past.first() + days{kDays}, 0, 0});
      std::map<Id, const PlannedEntry*> byId;
      std::set<std::string> slips;
      for (const PlannedEntry& row : past.rows()) {
        QVERIFY(row.id && byId.emplace(*row.id, &row).second);
        QVERIFY(*row.fields.when >= begin && *row.fields.when < end);
        QVERIFY(!findPersonalData(row.fields.text));
        const std::string& slip = row.fields.slip;
        if (slip.empty()) continue;
        QVERIFY(slips.insert(slip).second);
        QVERIFY(*row.id == engine::subjectOfSlip(slip));  // else nobody could redeem it
      }
      for (const PlannedEntry& row : past.rows()) {
        const auto about = row.kind == EntryKind::Reply ? row.subject
                           : row.fields.help            ? row.fields.help
                                                        : row.fields.contact;
        if (!about) continue;
        const auto found = byId.find(*about);
        QVERIFY(found != byId.end());
        const PlannedEntry& first = *found->second;
        QVERIFY(*row.fields.when >= *first.fields.when);
        if (row.kind != EntryKind::Reply) QVERIFY(isHelp(first));
        if (row.kind == EntryKind::Referral) QVERIFY(first.fields.outcome == Outcome::SentOn);
        if (row.kind == EntryKind::Reply) QVERIFY(row.fields.unit != first.fields.unit);
      }
    });
  }

  void noHourIsQuiet_inWhichSomebodyCame_orIsSoTwice_data() { scenarios(); }
  void noHourIsQuiet_inWhichSomebodyCame_orIsSoTwice() {
    QFETCH(QString, scenario);
    forEachStart(qPrintable(scenario), [](const Past& past, const Town&) {
      using Hour = std::tuple<std::string, Unit, Instant>;
      std::set<Hour> came;
      std::set<Hour> quiet;
      const auto hourOf = [](const PlannedEntry& row) {
        return Hour{row.fields.branch, row.fields.unit,
                    std::chrono::floor<hours>(*row.fields.when)};
      };
      for (const PlannedEntry& row : past.rows()) {
        if (isHelp(row)) came.insert(hourOf(row));
      }
      for (const PlannedEntry& row : past.rows()) {
        if (row.kind != EntryKind::Quiet) continue;
        QVERIFY(!came.contains(hourOf(row)));
        QVERIFY(quiet.insert(hourOf(row)).second);
      }
    });
  }

  void theImporter_readsBackEachRow_data() { scenarios(); }
  void theImporter_readsBackEachRow() {
    QFETCH(QString, scenario);
    const Town town = townOf(scenario.toStdString());
    for (const DeskRows& desk : demo::makePast(town, kFirst, kRecordedDays, kSeed)) {
      std::string text = platform::csvLine(ownFormatColumns());
      for (const PlannedEntry& row : desk) text += platform::csvLine(ownFormatRow(row));
      const auto plan = planOwnFormat(*platform::readCsv(text), town.catalogue, "desk");
      QVERIFY(plan);
      QVERIFY2(plan->unreadable.empty(),
               plan->unreadable.empty() ? "" : plan->unreadable.front().why.c_str());
      QCOMPARE(plan->entries.size(), desk.size());
      for (std::size_t i = 0; i < desk.size(); ++i) {
        PlannedEntry read = plan->entries[i];
        read.key.clear();
        QVERIFY(read == desk[i]);
      }
    }
  }

  void tabletsRecordAllOfIt_andTheHubHoldsNothing_data() { scenarios(); }
  void tabletsRecordAllOfIt_andTheHubHoldsNothing() {
    QFETCH(QString, scenario);
    const Town town = townOf(scenario.toStdString());
    const auto past = demo::makePast(town, kFirst, kRecordedDays, kSeed);
    Municipality municipality{scenario.toStdString(), town};
    for (std::size_t i = 0; i < past.size(); ++i) {
      const auto imported = municipality.tablet(i).recorder.import(past[i], [](std::size_t) {});
      QVERIFY2(imported, imported ? "" : imported.error().text().c_str());
      QCOMPARE(imported->added, past[i].size());
    }
    for (std::size_t i = 0; i < past.size(); ++i) QCOMPARE(municipality.meet(i), 0);
    const hub::Recount recount = municipality.hub().recountNow();
    QVERIFY(recount.differences.empty());
    const Figures there = municipality.hub().figures();
    for (std::size_t i = 0; i < past.size(); ++i) {
      municipality.meet(i);
      store::TabletStore& store = *municipality.tablet(i).store;
      QCOMPARE(store.queries().waiting(), 0);
      QVERIFY(store.queries().sharedFigures({kFirst, kFirst + days{kRecordedDays}}).others ==
              there.others);
    }
    std::set<Series> seen;
    for (const auto& [key, n] : there.others) seen.insert(std::get<Series>(key));
    for (int i = static_cast<int>(Series::Outcome); i <= static_cast<int>(Series::Open); ++i) {
      const Series series = static_cast<Series>(i);
      QVERIFY2(seen.contains(series), std::string{code(series)}.c_str());  // the overview's
    }
  }

 private:
  static void scenarios() {
    QTest::addColumn<QString>("scenario");
    for (const char* scenario : kScenarios) QTest::newRow(scenario) << QString{scenario};
  }
};

QTEST_GUILESS_MAIN(TstPast)
#include "tst_past.moc"
