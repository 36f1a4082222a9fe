// Goal: over a link that is slow and loses one packet in five, each way, tablets bring everything
// to the hub over TLS, once. Method: two network namespaces with nothing but that link between
// them (namespaces.sh); the tablets are in one, the hub is reached in the other.
#include "tests/support/chaos_proxy.h"
#include "tests/support/fleet.h"
#include "tests/support/namespaces.h"

#include <QElapsedTimer>
#include <QTest>

using namespace vejviser;
using namespace vejviser::test;

namespace {

constexpr int kTablets = 3;
constexpr int kHelpsEach = 100;
constexpr const char* kRate = "256kbit";
constexpr const char* kLossPercent = "20";
constexpr int kPort = 8443;
constexpr const char* kPatience_s = "240";

/// Two namespaces for as long as the test needs them.
class BadLink {
 public:
  BadLink() { m_up = script({"up", m_name, kRate}); }
  ~BadLink() { script({"down", m_name}); }

  bool isThere() const { return m_up.exitCode == 0; }
  QString reason() const { return m_up.err.trimmed(); }
  QString tablets() const { return "/run/netns/" + m_name + "-tablets"; }
  QString hub() const { return "/run/netns/" + m_name + "-hub"; }
  Ran lose() const { return script({"lose", m_name, kLossPercent}); }
  int lost() const { return script({"lost", m_name}).out.toInt(); }

 private:
  static Ran script(const QStringList& arguments) {
    return runProgram(VEJVISER_SOURCE "/tests/e2e/namespaces.sh", arguments);
  }

  QString m_name = QStringLiteral("vejviser-%1").arg(QCoreApplication::applicationPid());
  Ran m_up;
};

}  // namespace

class TstNamespaces : public QObject {
  Q_OBJECT

 private slots:
  void aSlowLink_thatLosesPackets_bringsEverythingOnce() {
    const BadLink link;
    if (!link.isThere()) QSKIP(qPrintable("no network namespaces here: " + link.reason()));
    const Folder dir;
    const Certificate certificate = makeCertificate(dir.path(), "IP:10.77.0.2");
    HubProcess hub;
    hub.start();
    const ChaosProxy front{
        hub.port(), {.tls = certificate, .listener = listenIn(link.hub(), "10.77.0.2", kPort)}};
    Fleet tablets{hub,
                  kTablets,
                  {QStringLiteral("https://10.77.0.2:%1").arg(kPort), within(link.tablets()),
                   certificate.certFile}};
    for (const AuditedTablet& tablet : tablets.all()) tablets.log(tablet, kHelpsEach);
    const Ran losing = link.lose();
    if (losing.exitCode != 0) QSKIP(qPrintable("no packets can be dropped here: " + losing.err));
    QElapsedTimer time;
    time.start();
    for (int round : {1, 2}) {  // the second brings everybody the figures of all
      QCOMPARE(tablets.sync({"--patience", kPatience_s}), 0);
      qInfo("sync %d done after %lld ms, %d packets lost, %d requests", round, time.elapsed(),
            link.lost(), front.requests());
    }
    QVERIFY(link.lost() > 0);
    const Audit found = audit(hub, tablets.all());
    qInfo("%s", qPrintable(found.line()));
    QVERIFY2(found.faults.isEmpty(), qPrintable(found.faults.join('\n')));
    QCOMPARE(found.onHub, kTablets * kHelpsEach);
    QCOMPARE(found.lost, 0);
    QCOMPARE(found.doubled, 0);
  }
};

QTEST_GUILESS_MAIN(TstNamespaces)
#include "tst_namespaces.moc"
