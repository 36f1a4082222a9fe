// Goal: whatever a network does to requests and answers, for however long, nothing that was saved
// is lost or doubled, and when it works again everything comes together. Method: three tablets log
// and sync through the chaos proxy; each partition is one fault, or any, that befalls a number of
// requests, both chosen by the seed; at the end the checker compares. VEJVISER_PARTITIONS=200 makes
// it longer, VEJVISER_SEED=7 another run.
#include "tests/support/chaos_proxy.h"
#include "tests/support/fleet.h"

#include <QTest>
#include <algorithm>
#include <optional>
#include <random>

using namespace vejviser;
using namespace vejviser::test;

namespace {

constexpr int kPartitions = 20;
constexpr int kMostRequests = 12;
constexpr int kMostInOneGo = 20;

/// A fault, or any at each request.
using Weather = std::optional<Fault>;

/// Deals the weathers: all of them before one comes again.
class Deck {
 public:
  explicit Deck(std::mt19937& dice) : m_dice(dice) {}
  Weather next() {
    if (m_left.empty()) {
      m_left.assign(allFaults().begin(), allFaults().end());
      m_left.push_back(std::nullopt);
      std::shuffle(m_left.begin(), m_left.end(), m_dice);
    }
    const Weather weather = m_left.back();
    m_left.pop_back();
    return weather;
  }

 private:
  std::mt19937& m_dice;
  std::vector<Weather> m_left;
};

void set(ChaosProxy& between, const Weather& weather) {
  if (weather) return between.setFault(*weather);
  between.setAnyFault();
}

bool allShowTheSame(const HubProcess& hub, const Fleet& tablets) {
  const QJsonObject figures = statistics(hub, tablets.all().front().folder, "");
  return std::all_of(tablets.all().begin(), tablets.all().end(), [&](const AuditedTablet& tablet) {
    const QStringList always{"--shared", "--from", "2026-01-01", "--to", "2099-12-31"};
    return cliFigures(tablet.folder, always)["by_topic"] == figures["by_topic"];
  });
}

}  // namespace

class TstPartitions : public QObject {
  Q_OBJECT

 private slots:
  void whateverTheNetworkDoes_nothingIsLost_andNothingDoubled() {
    const int partitions = fromEnvironment("VEJVISER_PARTITIONS", kPartitions);
    const auto seed = static_cast<unsigned>(fromEnvironment("VEJVISER_SEED", 1));
    std::mt19937 dice{seed};
    Deck deck{dice};
    HubProcess hub;
    hub.start();
    ChaosProxy between{hub.port(), {.tls = {}, .seed = seed}};
    Fleet tablets{hub, 3, {between.url(), {}, {}}};
    for (int i = 0; i < partitions; ++i) {
      const Weather weather = deck.next();
      const char* name = weather ? nameOf(*weather) : "any";
      const AuditedTablet& ahead = tablets.all()[dice() % tablets.all().size()];
      for (int j = 0; j < 2; ++j) {  // the others have heard of neither
        tablets.log(ahead, 1);
        QCOMPARE(tablets.syncSome({ahead}), 0);
      }
      const int until = between.requests() + 1 + static_cast<int>(dice() % kMostRequests);
      set(between, weather);
      while (between.requests() < until) {
        for (const AuditedTablet& tablet : tablets.all()) {
          tablets.log(tablet, 1 + static_cast<int>(dice() % kMostInOneGo), dice() % 4 == 0);
        }
        const int code = tablets.sync();
        QVERIFY2(code == 0 || code == 3, name);
      }
      between.setFault(Fault::None);
      if (dice() % 4 == 0) continue;  // one partition follows another
      QCOMPARE(tablets.settle(), 0);
      QVERIFY2(allShowTheSame(hub, tablets), name);
    }
    QCOMPARE(tablets.settle(), 0);
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
