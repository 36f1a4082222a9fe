// Goal: a hub that is put back as it was an hour ago gets all that came since again, from the
// tablets alone, and counts nothing twice. Method: a hub and twenty tablets; a backup is taken, an
// hour goes by and work goes on, the backup is restored; then nobody does anything: the tablets are
// apps left to themselves, or commands that a timer would give.
#include "tests/support/chaos_proxy.h"
#include "tests/support/fleet.h"
#include "tests/support/steered_time.h"

#include <QDate>
#include <QDir>
#include <QElapsedTimer>
#include <QTest>
#include <atomic>
#include <thread>

using namespace vejviser;
using namespace vejviser::test;

namespace {

constexpr int kTablets = 20;
constexpr int kMostRounds = 10;  // far more than it may take
constexpr int kPatience_s = 250;

void done(const Ran& ran) {
  if (ran.exitCode != 0) QTest::qFail(qPrintable(ran.err), __FILE__, __LINE__);
}

struct StartedHub : HubProcess {
  StartedHub() { start(); }
};

struct Municipality {
  Folder dir;
  SteeredTime time;
  StartedHub hub;
  ChaosProxy between{hub.port()};  // counts
  Fleet tablets{hub, kTablets, {between.url(), {}, {}}};
};

/// Puts a backup in the place of what a hub at work has. `meanwhile` happens while it is away.
void restore(
    HubProcess& hub, const QString& backup, const std::function<void()>& meanwhile = [] {}) {
  hub.stop();
  done(hub.command({"restore", backup}));
  meanwhile();
  hub.start();
}

/// Somebody taps a topic, and sees that it was saved.
void tapHelp(AppProcess& app, const AuditedTablet& tablet) {
  app.hand("tap nav-log");
  app.hand("tap tile-mitid-help");
  app.hand("wait barTitle text *Gemt på denne tablet");
  app.hand("tap nav-today");
  IntentLog{tablet.intents}.add({"saved", app.hand("get today-0 subject")});
}

/// Makes backups by the number until nobody needs more, at least two.
int keepBackups(const HubProcess& hub, const QString& folder, const std::atomic<bool>& enough) {
  int made = 0;
  while (!enough || made < 2) {
    done(hub.command({"backup", "--into", folder, "--keep", "3"}));
    ++made;
  }
  return made;
}

qint64 entriesOn(const HubProcess& hub) {
  return hub.number("SELECT count(*) FROM entry");
}

void report(const Audit& found) {
  qInfo("%s", qPrintable(found.line()));
  QVERIFY2(found.faults.isEmpty(), qPrintable(found.faults.join('\n')));
  QCOMPARE(found.lost, 0);
  QCOMPARE(found.doubled, 0);
  QCOMPARE(found.acked, found.onHub);
}

qint64 sharedHelps(const AuditedTablet& tablet) {
  const auto day = [](int from_now) {
    return QDate::currentDate().addDays(from_now).toString(Qt::ISODate);
  };
  // The hour that is moved on may end tomorrow.
  return cliFigures(tablet.folder, {"--shared", "--from", day(-2), "--to", day(2)})["helps"]
      .toInteger();
}

}  // namespace

class TstRestore : public QObject {
  Q_OBJECT

 private slots:
  void aHubPutBack_isMadeWholeByTheTabletsAlone() {
    Municipality world;
    auto& [dir, time, hub, between, tablets] = world;
    for (const AuditedTablet& tablet : tablets.all()) tablets.log(tablet, 10);
    QCOMPARE(tablets.sync(), 0);
    done(hub.command({"backup", dir.path("backup")}));
    time.moveOn("+1h");
    for (int i = 0; i < kTablets; ++i) {
      const AuditedTablet& tablet = tablets.all()[static_cast<std::size_t>(i)];
      if (i % 4 != 0) tablets.log(tablet, 5 + i, i % 3 == 0);  // some have nothing new
    }
    QCOMPARE(tablets.sync(), 0);
    const qint64 all = entriesOn(hub);
    tablets.log(tablets.all()[1], 3);  // waits when the hub goes back

    restore(hub, dir.path("backup"));
    const qint64 gone = all - entriesOn(hub);
    QVERIFY(gone > 100);
    const int requests = between.requests();
    QElapsedTimer taken;
    taken.start();
    int rounds = 0;
    const auto whole = [&] {
      if (entriesOn(hub) != all + 3) return false;
      const qint64 helps = statistics(hub, tablets.all()[0].folder, "")["helps"].toInteger();
      return std::all_of(tablets.all().begin(), tablets.all().end(),
                         [&](const AuditedTablet& tablet) { return sharedHelps(tablet) == helps; });
    };
    do {
      QCOMPARE(tablets.sync(), 0);
    } while (++rounds < kMostRounds && !whole());
    qInfo("%d tablets whole again after %lld ms: %lld entries had gone, %d requests, %d syncs each",
          kTablets, taken.elapsed(), gone, between.requests() - requests, rounds);
    QVERIFY(rounds <= 2);  // all have sent by the end of the first, all have pulled by the second's
    report(audit(hub, tablets.all()));
  }

  void aHubLostWithItsMachine_isMadeFromABackupTakenUnderLoad_andTheTabletsHealIt() {
    Municipality world;
    auto& [dir, time, hub, between, tablets] = world;
    const QString backups = dir.path("backups");
    std::atomic<bool> enough = false;
    int made = 0;
    std::thread backing{[&] { made = keepBackups(hub, backups, enough); }};
    int worst = 0;
    for (int round = 0; round < 3; ++round) {
      for (const AuditedTablet& tablet : tablets.all()) tablets.log(tablet, 4);
      worst = std::max(worst, tablets.sync());
    }
    enough = true;
    backing.join();
    QCOMPARE(worst, 0);
    for (const AuditedTablet& tablet : tablets.all()) tablets.log(tablet, 2);
    QCOMPARE(tablets.sync(), 0);
    const qint64 all = entriesOn(hub);

    hub.stop();
    QVERIFY(QDir{hub.folder()}.removeRecursively());
    const QStringList kept =
        QDir{backups}.entryList({"vejviser-hub-*.db"}, QDir::Files, QDir::Name);
    QCOMPARE(kept.size(), std::min(made, 3));
    const QString oldest = backups + "/" + kept.first();
    done(hub.command({"verify", oldest}));
    done(hub.command({"restore", oldest}));
    const qint64 gone = all - entriesOn(hub);
    done(hub.command({"recount"}));
    hub.start();
    QVERIFY(gone >= 2 * kTablets);
    QCOMPARE(tablets.settle(), 0);
    QCOMPARE(entriesOn(hub), all);
    done(hub.command({"recount"}));
    qInfo("%d backups while %d tablets pushed; %lld entries had gone and are there again", made,
          kTablets, gone);
    report(audit(hub, tablets.all()));
  }

  void aHubPutBack_whileAppsAreAtWork_isMadeWholeByThem() {
    Municipality world;
    auto& [dir, time, hub, between, tablets] = world;
    std::vector<std::unique_ptr<AppProcess>> apps;
    const auto helpOn = [&](std::size_t i) { tapHelp(*apps[i], tablets.all()[i]); };
    for (const AuditedTablet& tablet : tablets.all()) {
      tablets.log(tablet, 5);
      apps.push_back(std::make_unique<AppProcess>(tablet.folder));
    }
    const auto has = [&](qint64 count) {
      return eventually([&] { return entriesOn(hub) == count; }, kPatience_s);
    };
    QVERIFY(has(5 * kTablets));
    done(hub.command({"backup", dir.path("backup")}));
    time.moveOn("+1h");
    for (std::size_t i = 0; i < apps.size(); i += 2) helpOn(i);
    QVERIFY(has(5 * kTablets + kTablets / 2));

    restore(hub, dir.path("backup"), [&] { helpOn(1); });
    const int requests = between.requests();
    QElapsedTimer taken;
    taken.start();
    helpOn(2);
    QVERIFY(has(5 * kTablets + kTablets / 2 + 2));
    qInfo("%d entries that had gone are there again after %lld ms, with %d requests", kTablets / 2,
          taken.elapsed(), between.requests() - requests);
    const QString helps = QString::number(5 * kTablets + kTablets / 2 + 2);
    for (const auto& app : apps) {
      app->hand("tap nav-overview");
      QVERIFY(eventually([&] { return app->hand("get sharedHelps value") == helps; }, kPatience_s));
    }
    qInfo("all %d tablets show what the hub has after %lld ms", kTablets, taken.elapsed());
    for (const auto& app : apps) app->quit();
    report(audit(hub, tablets.all()));
  }
};

QTEST_GUILESS_MAIN(TstRestore)
#include "tst_restore.moc"
