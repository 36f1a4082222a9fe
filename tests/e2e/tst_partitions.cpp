// Goal: whatever a network does to requests and answers, for however long, nothing that was saved
// is lost or doubled, and when it works again everything comes together. Method: three tablets log
// and sync through the chaos proxy; each partition is one fault, chosen by the seed, that befalls a
// number of requests; at the end the checker compares. VEJVISER_PARTITIONS=200 makes it longer,
// VEJVISER_SEED=7 another run.
#include "tests/support/chaos_proxy.h"
#include "tests/support/fleet.h"

#include <QTest>
#include <random>

using namespace vejviser;
using namespace vejviser::test;

namespace {

constexpr int kPartitions = 20;
constexpr int kMostRequests = 12;
constexpr int kMostInOneGo = 20;

}  // namespace

class TstPartitions : public QObject {
  Q_OBJECT

 private slots:
  void whateverTheNetworkDoes_nothingIsLost_andNothingDoubled() {
    const int partitions = fromEnvironment("VEJVISER_PARTITIONS", kPartitions);
    const auto seed = static_cast<unsigned>(fromEnvironment("VEJVISER_SEED", 1));
    std::mt19937 dice{seed};
    HubProcess hub;
    hub.start();
    ChaosProxy between{hub.port(), {.tls = {}, .seed = seed}};
    Fleet tablets{hub, 3, {between.url(), {}, {}}};
    for (int i = 0; i < partitions; ++i) {
      const Fault fault = allFaults()[dice() % allFaults().size()];
      const int until = between.met(fault) + 1 + static_cast<int>(dice() % kMostRequests);
      between.setFault(fault);
      while (between.met(fault) < until) {
        for (const AuditedTablet& tablet : tablets.all()) {
          tablets.log(tablet, 1 + static_cast<int>(dice() % kMostInOneGo), dice() % 4 == 0);
        }
        const int code = tablets.sync();
        QVERIFY2(code == 0 || code == 3, nameOf(fault));
      }
      between.setFault(Fault::None);
      if (dice() % 2 == 0) tablets.sync();  // else one partition follows another
    }
    QCOMPARE(tablets.sync(), 0);
    QCOMPARE(tablets.sync(), 0);  // brings everybody the figures of all
    const Audit found = audit(hub, tablets.all());
    qInfo("%d partitions, %s", partitions, qPrintable(found.line()));
    QVERIFY2(found.faults.isEmpty(), qPrintable(found.faults.join('\n')));
    QCOMPARE(found.lost, 0);
    QCOMPARE(found.doubled, 0);
    QCOMPARE(found.acked, found.onHub);
  }
};

QTEST_GUILESS_MAIN(TstPartitions)
#include "tst_partitions.moc"
