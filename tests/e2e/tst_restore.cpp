// Goal: a hub that is put back as it was an hour ago gets all that came since again, from the
// tablets alone, and counts nothing twice. Method: a hub and twenty tablets; a copy of the hub's
// data is taken, work goes on, the copy is put back; then the tablets do nothing but sync.
#include "tests/support/chaos_proxy.h"
#include "tests/support/fleet.h"

#include <QDir>
#include <QElapsedTimer>
#include <QTest>

using namespace vejviser;
using namespace vejviser::test;

namespace {

constexpr int kTablets = 20;
constexpr int kMostRounds = 10;  // far more than it may take

void copyFiles(const QString& from, const QString& to) {
  QDir{}.mkpath(to);
  for (const QString& name : QDir{to}.entryList({"hub.db*"})) QFile::remove(to + "/" + name);
  for (const QString& name : QDir{from}.entryList({"hub.db*"})) {
    if (!QFile::copy(from + "/" + name, to + "/" + name)) qFatal("no copy of %s", qPrintable(name));
  }
}

/// Takes a copy of a hub at work.
void takeCopy(HubProcess& hub, const QString& copy) {
  hub.stop();
  copyFiles(hub.folder(), copy);
  hub.start();
}

/// Puts a copy in the place of a hub at work.
void putBack(HubProcess& hub, const QString& copy) {
  hub.stop();
  copyFiles(copy, hub.folder());
  hub.start();
}

qint64 sharedHelps(const AuditedTablet& tablet) {
  return cliFigures(tablet.folder, {"--shared"})["helps"].toInteger();
}

}  // namespace

class TstRestore : public QObject {
  Q_OBJECT

 private slots:
  void aHubPutBack_isMadeWholeByTheTabletsAlone() {
    const Folder dir;
    HubProcess hub;
    hub.start();
    ChaosProxy between{hub.port()};  // counts
    Fleet tablets{hub, kTablets, {between.url(), {}, {}}};
    for (const AuditedTablet& tablet : tablets.all()) tablets.log(tablet, 10);
    QCOMPARE(tablets.sync(), 0);
    takeCopy(hub, dir.path("copy"));
    for (int i = 0; i < kTablets; ++i) {
      const AuditedTablet& tablet = tablets.all()[static_cast<std::size_t>(i)];
      if (i % 4 != 0) tablets.log(tablet, 5 + i, i % 3 == 0);  // some have nothing new
    }
    QCOMPARE(tablets.sync(), 0);
    const qint64 all = hub.number("SELECT count(*) FROM entry");
    tablets.log(tablets.all()[1], 3);  // waits when the hub goes back

    putBack(hub, dir.path("copy"));
    const qint64 gone = all - hub.number("SELECT count(*) FROM entry");
    QVERIFY(gone > 100);
    const int requests = between.requests();
    QElapsedTimer time;
    time.start();
    int rounds = 0;
    const auto whole = [&] {
      if (hub.number("SELECT count(*) FROM entry") != all + 3) return false;
      const qint64 helps = statistics(hub, tablets.all()[0].folder, "")["helps"].toInteger();
      return std::all_of(tablets.all().begin(), tablets.all().end(),
                         [&](const AuditedTablet& tablet) { return sharedHelps(tablet) == helps; });
    };
    do {
      QCOMPARE(tablets.sync(), 0);
    } while (++rounds < kMostRounds && !whole());
    qInfo("%d tablets whole again after %lld ms: %lld entries had gone, %d requests, %d syncs each",
          kTablets, time.elapsed(), gone, between.requests() - requests, rounds);
    QVERIFY(rounds <= 2);  // all have sent by the end of the first, all have pulled by the second's
    const Audit found = audit(hub, tablets.all());
    qInfo("%s", qPrintable(found.line()));
    QVERIFY2(found.faults.isEmpty(), qPrintable(found.faults.join('\n')));
    QCOMPARE(found.lost, 0);
    QCOMPARE(found.doubled, 0);
    QCOMPARE(found.acked, found.onHub);
  }
};

QTEST_GUILESS_MAIN(TstRestore)
#include "tst_restore.moc"
