// Goal: whoever reads the feed by its positions misses nothing, however many hubs write meanwhile.
// Method: eight writers on connections of their own push through the production statements while a
// reader follows with its cursor. The same with positions from a sequence, which is known to skip:
// if the reader missed nothing there, the test would prove nothing.
#include "tests/hub/hub_world.h"

#include <QTest>
#include <atomic>
#include <thread>

using namespace vejviser;
using namespace vejviser::hub;
using test::HubWorld;

namespace {

constexpr int kWriters = 8;
constexpr int kPushes = 60;

/// Runs `write(i)` on so many threads until all have done it, and `read()` all the while.
void writeAndRead(const std::function<void(int)>& write, const std::function<void()>& read) {
  std::atomic<int> working = kWriters;
  std::vector<std::thread> writers;
  for (int i = 0; i < kWriters; ++i) {
    writers.emplace_back([&, i] {
      write(i);
      --working;
    });
  }
  while (working > 0) read();
  for (std::thread& writer : writers) writer.join();
  read();
}

/// What followed a cursor has seen.
struct Reader {
  std::int64_t cursor = 0;
  std::set<Id> seen;
};

void mustDo(const Status& status) {
  if (!status) qFatal("%s", status.error().text().c_str());
}

}  // namespace

class TstPositions : public QObject {
  Q_OBJECT

 private slots:
  void cursorThroughTheProductionStatements_skipsNothing() {
    const HubWorld world;
    Reader reader;
    writeAndRead([&](int writer) { pushReferrals(world, writer); },
                 [&] {
                   mustDo(world.storage->read([&](ReadTx& tx) -> Status {
                     const auto rows = tx.rowsAfter(reader.cursor, 5000).value();
                     for (const PositionedRow& row : rows) {
                       const auto* subject = std::get_if<SubjectRow>(&row.row);
                       if (subject != nullptr) reader.seen.insert(subject->subject);
                     }
                     reader.cursor = tx.head().value().pos;
                     return {};
                   }));
                 });
    const auto written = static_cast<std::size_t>(kWriters * kPushes);
    qInfo("%zu of %zu skipped", written - reader.seen.size(), written);
    QCOMPARE(reader.seen.size(), written);
  }

  void cursorThroughASequence_skips_soThisProvesSomething() {
    if (!test::onPostgres()) QSKIP("SQLite has one writer at a time");
    const std::string url = test::postgres().url().toStdString();
    auto connection = PostgresConnection::open(url).value();
    QVERIFY(connection->runText("CREATE TABLE control(pos bigserial PRIMARY KEY, what bigint)"));
    std::int64_t cursor = 0;
    std::int64_t seen = 0;
    writeAndRead(
        [&](int) {
          auto own = PostgresConnection::open(url).value();
          for (int i = 0; i < 50 * kPushes; ++i) {
            QVERIFY(own->run("INSERT INTO control(what) VALUES($1)", i));
          }
        },
        [&] {
          const auto rows =
              connection->run("SELECT pos FROM control WHERE pos > $1", cursor).value();
          seen += rows.size();
          for (int i = 0; i < rows.size(); ++i) cursor = std::max(cursor, rows.integer(i, 0));
        });
    const std::int64_t written = std::int64_t{kWriters} * 50 * kPushes;
    qInfo("%lld of %lld skipped", static_cast<long long>(written - seen),
          static_cast<long long>(written));
    QVERIFY(seen < written);
  }

 private:
  /// As a hub of its own.
  static void pushReferrals(const HubWorld& world, int writer) {
    std::unique_ptr<Database> database;
    std::unique_ptr<Storage> own;
    Storage* storage = world.storage.get();
    if (test::onPostgres()) {
      database = PostgresDatabase::connect(test::postgres().url().toStdString(), true).value();
      own = database->open(world.code, Access::ReadWrite).value();
      storage = own.get();
    }
    test::EntryMaker maker{"00000000000000a" + std::to_string(writer)};
    test::SeededRandom random{static_cast<std::uint64_t>(writer)};
    const test::FixedClock clock;
    for (int i = 0; i < kPushes; ++i) {
      Push push;
      push.device = world.device;
      push.request.clock = world.reading;
      push.request.entries = {test::asRead(maker.referral(maker.help()))};
      mustDo(storage->write([&](WriteTx& tx) -> Status {
        const auto taken = ingest(tx, {push}, clock.now(), random);
        return taken ? Status{} : Status{taken.error()};
      }));
    }
  }
};

QTEST_APPLESS_MAIN(TstPositions)
#include "tst_positions.moc"
