// Goal: several hubs on one PostgreSQL are one hub, and neither the death of a hub nor that of the
// database's primary loses or doubles anything that a tablet was told is safe. Method: real hubs,
// real PostgreSQL with a standby, tablets on the command line that work on while signal 9 falls;
// then everything is sent and compared.
#include "tests/hub/hub_requests.h"
#include "tests/support/fleet.h"
#include "tests/support/postgres_server.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QTest>
#include <atomic>
#include <thread>

using namespace vejviser::test;

namespace {

constexpr int kInOneGo = 25;

/// Two hubs on one database, and tablets that belong to the first and talk to both.
class Pair {
 public:
  explicit Pair(const QString& database, int tablets = 4)
      : one(QStringList{}, database), other(HubProcess::beside(database)) {
    one.start();
    other->start();
    for (HubProcess* hub : {&one, other.get()}) {
      fleets.push_back(std::make_unique<Fleet>(one, tablets / 2, Route{hub->url(), {}, {}}));
    }
  }

  std::vector<AuditedTablet> tablets() const {
    std::vector<AuditedTablet> all;
    for (const auto& fleet : fleets) {
      all.insert(all.end(), fleet->all().begin(), fleet->all().end());
    }
    return all;
  }

  /// Everybody sends all there is, and hears the figures of all.
  bool settle() const {
    return eventually([&] { return syncAll() == 0; }, 120) && syncAll() == 0;
  }

  HubProcess one;
  std::unique_ptr<HubProcess> other;
  std::vector<std::unique_ptr<Fleet>> fleets;

 private:
  int syncAll() const {
    int worst = 0;
    for (const auto& fleet : fleets) worst = std::max(worst, fleet->sync());
    return worst;
  }
};

/// The tablets' work: log and sync, log and sync, on a thread for each fleet.
class Work {
 public:
  explicit Work(const Pair& pair) {
    for (const auto& fleet : pair.fleets) {
      m_threads.emplace_back([this, &fleet = *fleet] {
        while (!m_stop) round(fleet);
      });
    }
  }
  ~Work() { stop(); }

  void stop() {
    m_stop = true;
    for (std::thread& thread : m_threads) thread.join();
    m_threads.clear();
  }
  /// Syncs of a whole fleet that were answered, all told.
  int answered() const { return m_answered; }
  bool goOn(int more) const {
    const int wanted = m_answered + more;
    return eventually([&] { return m_answered >= wanted; }, 120);
  }
  /// Milliseconds since the epoch when a sync that began after `since` was answered first.
  qint64 firstAnswerAfter(qint64 since) const {
    m_since = since;
    m_first = 0;
    return eventually([&] { return m_first > 0; }, 120) ? m_first.load() : 0;
  }

 private:
  void round(Fleet& fleet) {
    for (const AuditedTablet& tablet : fleet.all()) fleet.log(tablet, kInOneGo);
    const qint64 begun = QDateTime::currentMSecsSinceEpoch();
    if (fleet.sync() != 0) return;
    ++m_answered;
    if (m_since > 0 && begun > m_since && m_first == 0)
      m_first = QDateTime::currentMSecsSinceEpoch();
  }

  std::atomic<bool> m_stop = false;
  std::atomic<int> m_answered = 0;
  mutable std::atomic<qint64> m_since = 0;
  mutable std::atomic<qint64> m_first = 0;
  std::vector<std::thread> m_threads;
};

void compare(const Pair& pair) {
  QVERIFY(pair.settle());
  const Audit found = audit(pair.one, pair.tablets());
  qInfo("%s", qPrintable(found.line()));
  QVERIFY2(found.faults.isEmpty(), qPrintable(found.faults.join('\n')));
  QCOMPARE(found.lost, 0);
  QCOMPARE(found.doubled, 0);
  QVERIFY(found.saved > 0);
}

qint64 entriesOn(const PostgresServer& server) {
  return server.sql("SELECT count(*) FROM entry").toLongLong();
}

void followSynchronously(const PostgresServer& primary) {
  primary.sql("ALTER SYSTEM SET synchronous_standby_names = '*'");
  primary.sql("SELECT pg_reload_conf()");
  QVERIFY(eventually(
      [&] { return primary.sql("SELECT sync_state FROM pg_stat_replication") == "sync"; }));
}

}  // namespace

class TstFailover : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    if (!PostgresServer::absence().isEmpty()) QSKIP(qPrintable(PostgresServer::absence()));
  }

  void newsFromOneHub_reachesWhoWaitsAtTheOther() {
    const PostgresServer server;
    const Pair pair{server.url(), 2};
    const AuditedTablet writer = pair.fleets[0]->all().front();
    const AuditedTablet reader = pair.fleets[1]->all().front();
    QVERIFY(pair.settle());
    const QString key = "Authorization: Bearer " + tokenOf(reader.folder);
    const QString sync = pair.other->url() + "/v1/sync";
    const QByteArray stamp =
        request("POST", sync, pushOf({}), {key, kJson}).json()["stamp"].toString().toUtf8();
    Answer news;
    QElapsedTimer time;
    time.start();
    std::thread waiting{[&] {
      QByteArray body = pushOf({}, '"' + stamp + '"');
      news = request("POST", sync, body.insert(1, "\"wait\":60,"), {key, kJson});
    }};
    pair.fleets[0]->log(writer, 1);
    const int sent = pair.fleets[0]->sync();
    waiting.join();
    QCOMPARE(sent, 0);
    QCOMPARE(news.status, 200);
    QVERIFY(!news.json()["rows"].toArray().isEmpty());
    QVERIFY(time.elapsed() < 60'000);  // by the news, not by its deadline
  }

  void hubsKilledInTurn_underLoad() {
    const PostgresServer server;
    Pair pair{server.url()};
    Work work{pair};
    QVERIFY(work.goOn(2));
    for (int i = 0; i < 6; ++i) {
      HubProcess& hub = i % 2 == 0 ? pair.one : *pair.other;
      hub.killHard();
      QVERIFY(work.goOn(1));  // by the other one alone
      hub.start();
      QVERIFY(work.goOn(1));
    }
    work.stop();
    compare(pair);
  }

  void primaryKilled_underLoad_theSynchronousStandbyHasAll() {
    PostgresServer primary;
    PostgresServer standby{primary, {"fsync=off"}};
    followSynchronously(primary);
    Pair pair{urlOf(primary, standby)};
    Work work{pair};
    QVERIFY(work.goOn(4));
    const qint64 killed = QDateTime::currentMSecsSinceEpoch();
    primary.killHard();
    standby.promote();
    const qint64 answered = work.firstAnswerAfter(killed);
    QVERIFY(answered > 0);
    qInfo("outage: %.1f s from the kill to the first answer", double(answered - killed) / 1000);
    QVERIFY(work.goOn(4));
    work.stop();
    compare(pair);
  }

  void primaryKilled_theAsynchronousStandbyLackedSome_theTabletsHeal() {
    PostgresServer primary;
    PostgresServer standby{primary, {"fsync=off"}};
    Pair pair{urlOf(primary, standby)};
    Work work{pair};
    QVERIFY(work.goOn(2));
    standby.sql("ALTER SYSTEM SET primary_conninfo = ''");  // it hears no more
    standby.sql("SELECT pg_reload_conf()");
    QVERIFY(
        eventually([&] { return primary.sql("SELECT count(*) FROM pg_stat_replication") == "0"; }));
    QVERIFY(work.goOn(4));
    const qint64 before = entriesOn(primary);
    primary.killHard();
    const qint64 lacked = before - entriesOn(standby);  // promoted, it is sent them at once
    standby.promote();
    qInfo("%lld entries were on the primary alone", static_cast<long long>(lacked));
    QVERIFY(lacked > 0);
    QVERIFY(work.goOn(4));
    work.stop();
    compare(pair);
  }

  void aDumpTakenUnderLoad_putBackOnAnEmptyServer_theTabletsHeal() {
    const Folder dir;
    auto lost = std::make_unique<PostgresServer>();
    Pair pair{lost->url()};
    Work work{pair};
    QVERIFY(work.goOn(2));
    lost->dumpTo(dir.path("dump"));
    QVERIFY(work.goOn(4));
    const qint64 before = entriesOn(*lost);
    lost->killHard();
    const PostgresServer empty;
    empty.restoreFrom(dir.path("dump"));
    const qint64 lacked = before - entriesOn(empty);
    qInfo("%lld entries came after the dump", static_cast<long long>(lacked));
    QVERIFY(lacked > 0);
    for (HubProcess* hub : {&pair.one, pair.other.get()}) {
      hub->killHard();
      hub->moveTo(empty.url());
      QCOMPARE(hub->command({"recount"}).exitCode, 0);
      hub->start();
    }
    QVERIFY(work.goOn(4));
    work.stop();
    compare(pair);
  }

  void commitThatNobodyConfirms_isInDoubt_andCountsOnceInTheEnd() {
    const PostgresServer primary;
    auto standby = std::make_unique<PostgresServer>(primary, QStringList{"fsync=off"});
    followSynchronously(primary);
    const Pair pair{primary.url(), 2};
    Fleet& fleet = *pair.fleets[0];
    QVERIFY(pair.settle());
    standby.reset();
    fleet.log(fleet.all().front(), 1);
    QVERIFY(fleet.sync() != 0);  // the hub waits ten seconds, and does not know
    QCOMPARE(entriesOn(primary), 0);
    primary.sql("ALTER SYSTEM SET synchronous_standby_names = ''");
    primary.sql("SELECT pg_reload_conf()");
    compare(pair);
    QCOMPARE(entriesOn(primary), 1);
  }
};

QTEST_GUILESS_MAIN(TstFailover)
#include "tst_failover.moc"
