// Goal: whatever call to the disk fails, once or for good, a store keeps all of what it was told to
// keep or nothing, says which, and goes on when the disk works again.
// Method: fault_loop.h, for everything that tablet and hub write. A deed to add: write a Deed and
// hand it to holds().
#include "platform/log.h"
#include "platform/sqlite.h"
#include "src/base/rules.h"
#include "src/store/migrations.h"
#include "sync/hub/erase.h"
#include "sync/hub/prune.h"
#include "sync/hub/pull.h"
#include "sync/hub/sqlite_backup.h"
#include "tests/sim/loop_worlds.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

using namespace vejviser;
using namespace vejviser::test;

namespace {

using TabletDeed = Deed<TabletWorld>;
using HubDeed = Deed<HubWorld>;

Status live(TabletWorld& tablet) {
  return tablet.liveADay();
}

/// The same before a deed that opens the store.
Status openAndLive(TabletWorld& tablet) {
  const Status opened = tablet.open();
  return opened ? tablet.liveADay() : opened;
}

template <class T>
Status statusOf(const Result<T>& result) {
  return result ? Status{} : Status{result.error()};
}

template <class World>
void holds(const Deed<World>& deed) {
  FaultVfs vfs{1};
  QElapsedTimer time;
  time.start();
  const LoopResult result = tryEveryFault(vfs, deed);
  qInfo("%s: %d faulted runs; calls: %s; %lld ms", deed.name.c_str(), result.faults,
        result.calls.c_str(), time.elapsed());
  QVERIFY2(result.wrongs.empty(), result.wrongs.empty() ? "" : result.wrongs.front().c_str());
}

/// Empty when the tablet has made this many entries and this many wait.
std::string queueIs(const TabletWorld& tablet, std::int64_t made, std::int64_t waiting) {
  if (tablet.queries().counts().entries != made) return "the journal has another length";
  return tablet.queries().waiting() == waiting ? "" : "the queue has another length";
}

Status settleAll(TabletWorld& tablet, const std::function<void(store::Settlement&)>& change) {
  const auto batch = tablet.store->batch(500, 1'000'000, tablet.clock.now());
  if (!batch) return batch.error();
  store::Settlement answer = answerTo(*batch, tablet.clock.now(), "stamp 2");
  change(answer);
  return tablet.store->settle(answer);
}

TopicRow topicRow(const std::string& id) {
  Topic topic;
  topic.id = topic.nameDa = topic.nameEn = id;
  return {id, 1, topic};
}

CellRow cellRow(const std::string& topic, std::int64_t n) {
  return {{{*parseDay("2026-11-24"), Series::Topic, "hb", Unit::Library, topic}, n}};
}

/// Many rows: what is written is more than a page of each table.
std::vector<FeedRow> manyRows() {
  std::vector<FeedRow> rows = {MunicipalityRow{"Ny By"}, BranchRow{"hb", std::nullopt},
                               BranchRow{"gram", Branch{"gram", "Gram"}}};
  for (int i = 0; i < 30; ++i) {
    rows.emplace_back(topicRow("topic-" + std::to_string(i)));
    rows.emplace_back(cellRow("topic-" + std::to_string(i), i + 1));
  }
  return rows;
}

constexpr std::int64_t kManyHelps = 30 * 31 / 2;

Period always() {
  return {*parseDay("2020-01-01"), *parseDay("2040-01-01")};
}

/// The tablet's file with the first `versions` migrations only.
Status openOnly(const std::string& path, std::size_t versions) {
  const platform::FileKind kind{store::kTabletFile.applicationId,
                                store::kTabletFile.migrations.first(versions)};
  return statusOf(platform::openWriter(path, kind));
}

/// Copies a table from the file of a newer program, as far as the older one has its columns.
void copyColumns(SQLite::Database& db, const std::string& table) {
  const std::string columns =
      db.execAndGet("SELECT group_concat(name) FROM pragma_table_info('" + table + "', 'main')")
          .getString();
  db.exec("INSERT INTO main." + table + "(" + columns + ") SELECT " + columns + " FROM newest." +
          table);
}

/// A lived-in file of version 1: the same rows in the tables as they were then.
Status makeVersion1(TabletWorld& tablet) {
  const std::string newest = std::string{kLoopDisk} + "/newest/tablet.db";
  auto opened = store::TabletStore::open(std::string{kLoopDisk} + "/newest", tablet.random);
  if (!opened) return opened.error();
  tablet.store = std::move(*opened);
  tablet.recorder = std::make_unique<engine::Recorder>(*tablet.store, tablet.disk, tablet.clock,
                                                       tablet.ids, tablet.random);
  if (const Status s = tablet.liveADay(); !s) return s;
  tablet.recorder.reset();
  tablet.store.reset();
  if (const Status s = openOnly(tablet.path(), 1); !s) return s;
  return platform::guarded("version 1", [&] {
    SQLite::Database db{tablet.path(), SQLite::OPEN_READWRITE};
    db.exec("ATTACH '" + newest + "' AS newest");
    for (const char* table :
         {"meta", "journal", "outbox", "sent", "standing", "cell", "shared_cell", "shared_topic",
          "shared_branch", "shared_municipality", "quarantine"}) {
      copyColumns(db, table);
    }
    db.exec("DELETE FROM meta WHERE key='tally'; DELETE FROM cell WHERE series > 4");
  });
}

std::vector<TabletDeed::Act> migrationsFrom(std::size_t first) {
  std::vector<TabletDeed::Act> steps;
  for (std::size_t n = first; n <= store::kTabletFile.migrations.size(); ++n) {
    steps.emplace_back([n](TabletWorld& tablet) { return openOnly(tablet.path(), n); });
  }
  return steps;
}

/// What two tablets send to the hub together: new, changed, withdrawn, held, twice.
Status pushBoth(HubWorld& hub) {
  EntryMaker maker{"aaaaaaaaaaaaaaaa", 1};  // the same as in setUp(): its first three again
  std::vector<Entry> first = {maker.help(), maker.help("loan"), maker.help("weather")};
  Fields changed = first[0].fields;
  changed.people = 4;
  first.push_back(maker.amend(first[0], 1, changed));
  first.push_back(maker.withdraw(first[1], 1));
  first.push_back(maker.referral(first[0]));
  EntryMaker other{"bbbbbbbbbbbbbbbb", 2};
  std::vector<Entry> second;
  for (int i = 0; i < 14; ++i) {
    other.clock().set(other.clock().now() - std::chrono::hours{5});
    second.push_back(other.help(i % 2 == 0 ? "loan" : "mitid-help"));
  }
  return hub.push(first, second);
}

Status setUpAndPush(HubWorld& hub) {
  const Status made = hub.setUp();
  return made ? pushBoth(hub) : made;
}

Status eraseAll(HubWorld& hub) {
  return hub.storage->write([&](hub::WriteTx& tx) -> Status {
    std::set<Id> ids;
    const Status read = tx.eachEntry([&](const hub::KeptEntry& kept) -> Status {
      ids.insert(kept.entry.id);
      return {};
    });
    return read ? statusOf(hub::erase(tx, ids, hub.clock.now(), hub.random)) : read;
  });
}

std::string hubHas(HubWorld& hub, std::int64_t entries) {
  const auto found = hub.entries();
  if (!found) return found.error().text();
  return *found == entries ? "" : "the hub has " + std::to_string(*found) + " entries";
}

}  // namespace

class TstFaultLoops : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    platform::logTo(
        [](platform::LogLevel, std::string_view) {});  // the disk does not work: we know
  }

  void help_isSavedOrNot() {
    holds(TabletDeed{.name = "log a help",
                     .least = 280,
                     .prepare = live,
                     .act = [](TabletWorld& tablet) { return statusOf(tablet.help("passport")); },
                     .missing = [](TabletWorld& tablet) { return queueIs(tablet, 9, 6); }});
  }

  void help_whenTheLogIsCopiedIntoTheFile_isSavedOrNot() {
    holds(TabletDeed{.name = "log a help and checkpoint",
                     .least = 370,
                     .prepare = live,
                     .ready = fillWal,
                     .act = [](TabletWorld& tablet) { return statusOf(tablet.help("passport")); },
                     .missing = [](TabletWorld& tablet) { return queueIs(tablet, 9, 6); }});
  }

  void referral_withItsCorrection_isSavedOrNot() {
    holds(TabletDeed{.name = "refer on",
                     .least = 500,
                     .prepare = live,
                     .act = [](TabletWorld& tablet) -> Status {
                       const auto help = tablet.lived(0);
                       if (!help) return help.error();
                       return statusOf(tablet.recorder->refer(*help, {"citizen_service"}));
                     },
                     .missing = [](TabletWorld& tablet) { return queueIs(tablet, 10, 7); }});
  }

  void referral_ofWhatHasBeenReferred_isRefused_orNotKnown() {
    holds(TabletDeed{.name = "refer on twice",
                     .least = 100,
                     .prepare = live,
                     .act = [](TabletWorld& tablet) -> Status {
                       const auto help = tablet.lived(3);
                       if (!help) return help.error();
                       const auto id = tablet.recorder->refer(*help, {"citizen_service"});
                       if (id) return Error{ErrorCode::Refused, "referral", "is the second"};
                       return id.error().code == ErrorCode::Invalid ? Status{} : id.error();
                     },
                     .missing = [](TabletWorld& tablet) { return queueIs(tablet, 8, 5); }});
  }

  void withdrawal_takesTheReferralWithIt_orNothing() {
    holds(TabletDeed{.name = "withdraw",
                     .least = 500,
                     .prepare = live,
                     .act = [](TabletWorld& tablet) -> Status {
                       const auto help = tablet.lived(3);
                       return help ? tablet.recorder->withdraw(*help) : help.error();
                     },
                     .missing = [](TabletWorld& tablet) { return queueIs(tablet, 10, 7); }});
  }

  void correction_takesTheReferralBack_orNothing() {
    holds(TabletDeed{.name = "correct a referred help",
                     .least = 500,
                     .prepare = live,
                     .act = [](TabletWorld& tablet) -> Status {
                       const auto help = tablet.lived(3);
                       if (!help) return help.error();
                       return tablet.recorder->amend(
                           *help, [](Fields& fields) { fields.outcome = Outcome::Alone; });
                     },
                     .missing = [](TabletWorld& tablet) { return queueIs(tablet, 10, 7); }});
  }

  void import_isWholeOrNot() {
    holds(TabletDeed{.name = "import",
                     .least = 1000,
                     .prepare = live,
                     .act = [](TabletWorld& tablet) -> Status {
                       std::vector<PlannedEntry> rows(10);
                       for (std::size_t i = 0; i < rows.size(); ++i) {
                         rows[i].key = "row " + std::to_string(i);
                         rows[i].fields.topic = "loan";
                       }
                       return statusOf(tablet.recorder->import(rows, [](std::size_t) {}));
                     },
                     .missing = [](TabletWorld& tablet) { return queueIs(tablet, 18, 15); }});
  }

  void push_isSettledOrWaitsOn() {
    holds(TabletDeed{.name = "sync push",
                     .least = 450,
                     .prepare = live,
                     .act = [](TabletWorld& tablet) { return settleAll(tablet, [](auto&) {}); },
                     .missing = [](TabletWorld& tablet) { return queueIs(tablet, 8, 0); }});
  }

  void push_ofAForkedTablet_changesItsNameWithTheRest() {
    holds(TabletDeed{.name = "sync push, fork",
                     .least = 450,
                     .prepare = live,
                     .act =
                         [](TabletWorld& tablet) {
                           return settleAll(tablet, [](auto& answer) { answer.fork = true; });
                         },
                     .missing =
                         [](TabletWorld& tablet) {
                           std::int64_t next = 0;
                           static_cast<void>(tablet.store->append([&](const auto&, auto n) {
                             next = n;
                             return std::vector<store::EncodedEntry>{};
                           }));
                           return next == 1 ? queueIs(tablet, 8, 0) : "numbers do not begin anew";
                         }});
  }

  void page_isAppliedOrNot() {
    holds(TabletDeed{
        .name = "apply a page",
        .least = 1000,
        .prepare =
            [](TabletWorld& tablet) {
              const Status lived = tablet.liveADay();
              return lived ? settleAll(tablet, [](auto& a) { a.rows = {cellRow("loan", 7)}; })
                           : lived;
            },
        .act =
            [](TabletWorld& tablet) {
              return settleAll(tablet, [](auto& answer) {
                answer.rows = manyRows();
                answer.rows.emplace_back(cellRow("loan", 0));
                answer.stamp = "stamp 3";
              });
            },
        .missing = [](TabletWorld& tablet) -> std::string {
          if (tablet.store->stamp() != "stamp 3") return "the stamp";
          if (tablet.queries().branches().size() != 1) return "the branches";
          return tablet.queries().sharedFigures(always()).helps == kManyHelps ? "" : "the cells";
        }});
  }

  void swap_toANewGeneration_isWholeOrNot() {
    holds(TabletDeed{.name = "swap staging",
                     .least = 1000,
                     .prepare = [](TabletWorld& tablet) -> Status {
                       if (const Status s = tablet.liveADay(); !s) return s;
                       const auto old = [](auto& answer) { answer.rows = {cellRow("old", 7)}; };
                       if (const Status s = settleAll(tablet, old); !s) return s;
                       if (const Status s = tablet.store->startOver(); !s) return s;
                       return settleAll(tablet, [](auto& answer) {
                         answer.rows = {cellRow("first-page", 1)};
                         answer.more = true;
                       });
                     },
                     .act =
                         [](TabletWorld& tablet) {
                           return settleAll(tablet, [](auto& answer) {
                             answer.rows = manyRows();
                             answer.stamp = "stamp 3";
                           });
                         },
                     .missing = [](TabletWorld& tablet) -> std::string {
                       if (tablet.store->stamp() != "stamp 3") return "the stamp";
                       return tablet.queries().sharedFigures(always()).helps == kManyHelps + 1
                                  ? ""
                                  : "cells";
                     }});
  }

  void startOver_isBegunOrNot() {
    holds(TabletDeed{.name = "start over",
                     .least = 350,
                     .prepare = live,
                     .act = [](TabletWorld& tablet) { return tablet.store->startOver(); },
                     .missing =
                         [](TabletWorld& tablet) {
                           return tablet.store->stamp() ? "the stamp is still there"
                                                        : queueIs(tablet, 8, 7);
                         }});
  }

  void quarantine_isReleasedOrNot() {
    holds(TabletDeed{.name = "release the quarantine",
                     .least = 200,
                     .prepare = live,
                     .act =
                         [](TabletWorld& tablet) {
                           const auto released = tablet.store->releaseQuarantine();
                           return released ? Status{} : Status{released.error()};
                         },
                     .missing = [](TabletWorld& tablet) { return queueIs(tablet, 8, 6); }});
  }

  void enrolment_atAnotherHub_isWholeOrNot() {
    holds(TabletDeed{
        .name = "enrol",
        .least = 500,
        .prepare = live,
        .act =
            [](TabletWorld& tablet) {
              const Id hub = *parseId("00000000-0000-4000-8000-000000000001");
              return tablet.store->enrol({"https://other", hub, hub, "U"}, {}, tablet.clock.now());
            },
        .missing = [](TabletWorld& tablet) -> std::string {
          const auto enrolment = tablet.store->enrolment();
          if (!enrolment || enrolment->name != "U") return "the enrolment";
          return tablet.queries().waiting() == 6 ? "" : "what was in quarantine";
        }});
  }

  void migration_isDoneOrNot() {
    holds(TabletDeed{.name = "migrate",
                     .least = 280,
                     .prepare = makeVersion1,
                     .act = [](TabletWorld& tablet) { return tablet.open(); },
                     .missing = [](TabletWorld& tablet) { return queueIs(tablet, 8, 5); },
                     .opens = true,
                     .steps = migrationsFrom(2)});
  }

  void firstStart_isDoneInSteps() {
    holds(TabletDeed{.name = "first start",
                     .least = 700,
                     .act = [](TabletWorld& tablet) { return tablet.open(); },
                     .missing =
                         [](TabletWorld& tablet) {
                           return tablet.store->inst().empty() ? "its name" : queueIs(tablet, 0, 0);
                         },
                     .opens = true,
                     .steps = migrationsFrom(1)});
  }

  void start_afterACrash_changesNothing() {
    holds(TabletDeed{.name = "start after a crash",
                     .least = 800,
                     .prepare = openAndLive,
                     .act = [](TabletWorld& tablet) { return tablet.open(); },
                     .missing = [](TabletWorld& tablet) { return queueIs(tablet, 8, 5); },
                     .opens = true});
  }

  void help_onAFullDisk_isSavedFromTheReserve() {
    FaultVfs vfs{1};
    TabletWorld tablet;
    QVERIFY(tablet.open());
    QVERIFY(tablet.liveADay());
    int struck = 0;
    for (std::int64_t nth = 1; nth <= 20; ++nth) {
      vfs.failAt(kLoopDisk, nth, DiskFault::Full, true);
      tablet.disk.keepReserve();
      tablet.disk.released = [&] { vfs.heal(kLoopDisk); };
      QVERIFY(tablet.help());
      struck += tablet.disk.kept ? 0 : 1;
      QCOMPARE(tablet.wrong(), std::string{});
    }
    QVERIFY(struck > 2);
  }

  void ingest_ofTwoTablets_isWholeOrNot() {
    holds(HubDeed{.name = "hub ingest",
                  .least = 800,
                  .prepare = [](HubWorld& hub) { return hub.setUp(); },
                  .act = pushBoth,
                  .missing = [](HubWorld& hub) { return hubHas(hub, 20); }});
  }

  void ingest_whenTheLogIsCopiedIntoTheFile_isWholeOrNot() {
    holds(HubDeed{.name = "hub ingest and checkpoint",
                  .least = 1000,
                  .prepare = [](HubWorld& hub) { return hub.setUp(); },
                  .ready = fillWal,
                  .act = pushBoth,
                  .missing = [](HubWorld& hub) { return hubHas(hub, 20); }});
  }

  void pull_givesAPageOrAnError() {
    holds(HubDeed{.name = "hub pull",
                  .least = 60,
                  .prepare = setUpAndPush,
                  .act =
                      [](HubWorld& hub) {
                        return hub.storage->read([](hub::ReadTx& tx) -> Status {
                          wire::SyncAnswer answer;
                          const auto known = hub::pull(tx, {}, 5000, answer);
                          if (!known) return known.error();
                          if (answer.rows.size() < 30 || answer.more) {
                            return Error{ErrorCode::Invalid, "page", "is not whole"};
                          }
                          return {};
                        });
                      },
                  .missing = [](HubWorld& hub) { return hubHas(hub, 20); }});
  }

  void start_ofAHub_afterACrash_changesNothing() {
    holds(HubDeed{.name = "hub start after a crash",
                  .least = 600,
                  .prepare =
                      [](HubWorld& hub) {
                        const Status opened = hub.open();
                        return opened ? hub.setUp() : opened;
                      },
                  .act = [](HubWorld& hub) { return hub.open(); },
                  .missing = [](HubWorld& hub) { return hubHas(hub, 3); },
                  .opens = true});
  }

  void prune_isWholeOrNot() {
    holds(HubDeed{.name = "prune",
                  .least = 100,
                  .prepare =
                      [](HubWorld& hub) {
                        EntryMaker maker{"cccccccccccccccc", 3};
                        maker.clock().set(maker.clock().now() -
                                          std::chrono::days{2});  // cells of its own
                        const Entry help = maker.help("loan");
                        Status made = hub.setUp();
                        if (made) made = hub.push({help}, {});
                        return made ? hub.push({maker.withdraw(help, 1)}, {}) : made;
                      },
                  .act =
                      [](HubWorld& hub) {
                        return hub.storage->write([&](hub::WriteTx& tx) -> Status {
                          const Instant later = hub.clock.now() + hub::kKeep + std::chrono::days{1};
                          const auto pruned = hub::prune(tx, later, hub.random);
                          return pruned ? Status{} : Status{pruned.error()};
                        });
                      },
                  .missing =
                      [](HubWorld& hub) {
                        SQLite::Database db{hub.path(), SQLite::OPEN_READONLY};
                        const bool gone =
                            db.execAndGet("SELECT count(*) FROM cell WHERE n=0").getInt() == 0 &&
                            db.execAndGet("SELECT floor FROM clk").getInt() > 0;
                        return std::string{gone ? "" : "cells of nothing, or no floor"};
                      }});
  }

  void erasure_isWholeOrNot() {
    holds(HubDeed{
        .name = "erase",
        .least = 100,
        .prepare = setUpAndPush,
        .act = eraseAll,
        .missing = [](HubWorld& hub) {
          SQLite::Database db{hub.path(), SQLite::OPEN_READONLY};
          const bool some =
              db.execAndGet("SELECT count(*) FROM entry WHERE held IS NOT 'erased'").getInt() > 0;
          return std::string{some ? "not all is erased" : ""};
        }});
  }

  void backup_isWholeOrNotThere_data() {
    QTest::addColumn<QString>("disk");
    QTest::newRow("the hub's disk fails") << QString{kLoopDisk};
    QTest::newRow("the backup's disk fails") << QString{"/tmp"};
  }

  void backup_isWholeOrNotThere() {
    QFETCH(QString, disk);
    FaultVfs vfs{1};
    HubWorld hub;
    QVERIFY(hub.open());
    QVERIFY(hub.setUp());
    QVERIFY(pushBoth(hub));
    const QTemporaryDir real{"/tmp/backup-XXXXXX"};  // names are real, contents are on our disks
    const std::string file = real.filePath("hub.backup").toStdString();
    int faults = 0;
    for (const DiskFault fault : {DiskFault::Full, DiskFault::IoError, DiskFault::ReadError}) {
      for (const bool sticky : {false, true}) {
        for (std::int64_t nth = 1;; ++nth) {
          vfs.failAt(disk.toStdString(), nth, fault, sticky);
          const auto made = hub::backUp(kLoopDisk, file, false);
          const bool struck = vfs.struck(disk.toStdString()) > 0;
          vfs.heal(disk.toStdString());
          QCOMPARE(std::filesystem::exists(file), made.ok());
          if (made) QCOMPARE(made->entries, 20);
          std::filesystem::remove(file);
          if (!struck) break;
          ++faults;
        }
      }
    }
    QCOMPARE(hub.wrong(), std::string{});
    qInfo("%d faults", faults);
    QVERIFY(faults > 10);
  }

  // Controls: what the loops must find, or they prove nothing.

  void twoTransactionsForOneDeed_areFound() {
    FaultVfs vfs{1};
    const TabletDeed helps{
        .name = "two helps", .prepare = live, .act = [](TabletWorld& tablet) -> Status {
          if (const auto id = tablet.help("loan"); !id) return id.error();
          return statusOf(tablet.help("passport"));
        }};
    QVERIFY(!tryEveryFault(vfs, helps).wrongs.empty());
    const HubDeed pushes{.name = "two pushes",
                         .prepare = [](HubWorld& hub) { return hub.setUp(); },
                         .act = [](HubWorld& hub) -> Status {
                           EntryMaker maker{"cccccccccccccccc", 3};
                           if (const Status s = hub.push({maker.help()}, {}); !s) return s;
                           return hub.push({maker.help()}, {});
                         }};
    QVERIFY(!tryEveryFault(vfs, pushes).wrongs.empty());
  }

  void successThatIsNone_isFound() {
    FaultVfs vfs{1};
    const TabletDeed deed{
        .name = "a failure kept quiet", .prepare = live, .act = [](TabletWorld& tablet) -> Status {
          static_cast<void>(tablet.help("loan"));
          return {};
        }};
    QVERIFY(!tryEveryFault(vfs, deed).wrongs.empty());
  }

#ifdef VEJVISER_MUTANTS
  void brokenRules_areFound() {
    FaultVfs vfs{1};
    breakRule(Rule::SavedWhole);
    const TabletDeed help{.name = "help", .prepare = live, .act = [](TabletWorld& t) {
                            return statusOf(t.help("loan"));
                          }};
    QVERIFY(!tryEveryFault(vfs, help).wrongs.empty());
    breakRule(Rule::RowsWithStamp);
    const TabletDeed page{.name = "page", .prepare = live, .act = [](TabletWorld& tablet) {
                            return settleAll(tablet, [](auto& a) { a.rows = manyRows(); });
                          }};
    QVERIFY(!tryEveryFault(vfs, page).wrongs.empty());
    breakRule({});
  }
#endif
};

QTEST_APPLESS_MAIN(TstFaultLoops)
#include "tst_fault_loops.moc"
