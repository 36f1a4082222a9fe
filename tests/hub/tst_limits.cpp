// Goal: nobody takes the hub from the others, by many connections, many requests or slow ones; and
// nobody makes himself another by a header.
// Method: the rules alone, with times that the test makes; then the real program on loopback, where
// 127.0.0.2 is an ordinary client and 127.0.0.1 a trusted proxy.
#include "sync/hub/limits.h"
#include "sync/hub/peers.h"
#include "tests/hub/hub_requests.h"

#include <QHostAddress>
#include <QTest>

using namespace vejviser;
using namespace vejviser::test;
using namespace std::chrono_literals;

namespace {

const hub::SteadyTime kNow{1h};

/// A connection from an address of this machine.
class Guest {
 public:
  Guest(int port, const QString& from) {
    m_socket.bind(QHostAddress{from});
    m_socket.connectToHost("127.0.0.1", static_cast<quint16>(port));
    m_socket.waitForConnected();
  }

  /// The answer's head; empty when the hub has hung up.
  QByteArray ask(const QByteArray& headers = {}, const QByteArray& what = "GET /health") {
    m_socket.write(what + " HTTP/1.1\r\nHost: x\r\n" + headers + "\r\n");
    QByteArray answer;
    while (!isWhole(answer) && m_socket.waitForReadyRead(30'000)) answer += m_socket.readAll();
    return answer.left(answer.indexOf("\r\n\r\n"));
  }

  QTcpSocket& socket() { return m_socket; }

 private:
  static bool isWhole(const QByteArray& answer) {
    static const QRegularExpression kLength{"Content-Length: ([0-9]+)"};
    const qsizetype end = answer.indexOf("\r\n\r\n");
    const auto length = kLength.match(QString::fromLatin1(answer)).captured(1);
    return end >= 0 && answer.size() - end - 4 >= length.toLongLong();
  }

  QTcpSocket m_socket;
};

/// Asks until the answer is 429; the answer, or nothing after 5000 others.
QByteArray askUntilSlowedDown(Guest& guest, const std::function<QByteArray()>& headers,
                              const QByteArray& what) {
  for (int i = 0; i < 5000; ++i) {
    const QByteArray answer = guest.ask(headers(), what);
    if (answer.startsWith("HTTP/1.1 429")) return answer;
    if (answer.isEmpty()) break;
  }
  return {};
}

hub::Request from(const std::string& peer, const std::string& forwardedFor = {},
                  const std::string& proto = {}) {
  hub::Request request;
  request.peer = peer;
  if (!forwardedFor.empty()) request.headers["x-forwarded-for"] = forwardedFor;
  if (!proto.empty()) request.headers["x-forwarded-proto"] = proto;
  return request;
}

}  // namespace

class TstLimits : public QObject {
  Q_OBJECT

 private:
  std::unique_ptr<HubProcess> m_hub;

 private slots:
  void aBucket_givesItsBurst_thenItsPace() {
    hub::TokenBuckets buckets{{3, 0.5}};
    for (int i = 0; i < 3; ++i) QVERIFY(!buckets.take("a", kNow));
    QCOMPARE(buckets.take("a", kNow).value().count(), 2);
    QVERIFY(!buckets.take("b", kNow));
    QVERIFY(buckets.take("a", kNow + 1s));
    QVERIFY(!buckets.take("a", kNow + 2s));
    QVERIFY(buckets.take("a", kNow + 2s));
    for (int i = 0; i < 3; ++i) QVERIFY(!buckets.take("a", kNow + 1h));  // never more than full
    QVERIFY(buckets.take("a", kNow + 1h));
  }

  void buckets_areBounded_andForgetWhoWasNotSeenForLongest() {
    hub::TokenBuckets buckets{{1, 0.001}, 100};
    QVERIFY(!buckets.take("mine", kNow));
    for (int i = 0; i < 5000; ++i) {
      buckets.take(std::to_string(i), kNow);
      QVERIFY(buckets.take("mine", kNow));  // seen often: not forgotten, whoever comes by
    }
    QCOMPARE(buckets.size(), std::size_t{100});
    QVERIFY(!buckets.take("0", kNow));
  }

  void seats_areGivenUpToTheNumber_andComeBack() {
    hub::Seats seats{2};
    hub::Seat first{seats, "a"};
    {
      hub::Seat second{seats, "a"};
      QVERIFY(first.taken() && second.taken());
      QVERIFY((!hub::Seat{seats, "a"}.taken()));
      QVERIFY((hub::Seat{seats, "b"}.taken()));
    }
    QVERIFY((hub::Seat{seats, "a"}.taken()));
  }

  void anIpv6Network_countsAsOne() {
    const auto counted = [](const char* text) {
      return hub::countedAs(hub::plainAddress(text).value());
    };
    QCOMPARE(counted("2001:db8:1:2::1"), counted("2001:db8:1:2:ffff::9"));
    QVERIFY(counted("2001:db8:1:2::1") != counted("2001:db8:1:3::1"));
    QCOMPARE(counted("::ffff:192.0.2.7"), std::string{"192.0.2.7"});
    QVERIFY(!hub::plainAddress("192.0.2.7:443"));
    QVERIFY(!hub::plainAddress("evil"));
  }

  void whoAsks_isWhomTheLastTrustedProxySaw_data() {
    QTest::addColumn<QString>("peer");
    QTest::addColumn<QString>("list");
    QTest::addColumn<QString>("expected");
    QTest::newRow("no proxy") << "192.0.2.1"
                              << ""
                              << "192.0.2.1";
    QTest::newRow("a liar") << "192.0.2.1"
                            << "198.51.100.1"
                            << "192.0.2.1";
    QTest::newRow("one proxy") << "10.0.0.1"
                               << "192.0.2.1"
                               << "192.0.2.1";
    QTest::newRow("a liar behind a proxy") << "10.0.0.1"
                                           << "198.51.100.1, 192.0.2.1"
                                           << "192.0.2.1";
    QTest::newRow("two proxies") << "10.0.0.1"
                                 << "192.0.2.1,10.0.0.2"
                                 << "192.0.2.1";
    QTest::newRow("a liar who names a proxy") << "10.0.0.1"
                                              << "10.0.0.2, 192.0.2.1"
                                              << "192.0.2.1";
    QTest::newRow("no address") << "10.0.0.1"
                                << "unknown"
                                << "10.0.0.1";
    QTest::newRow("IPv6") << "10.0.0.1"
                          << "2001:DB8::0:1"
                          << "2001:db8::1";
  }

  void whoAsks_isWhomTheLastTrustedProxySaw() {
    QFETCH(QString, peer);
    QFETCH(QString, list);
    QFETCH(QString, expected);
    const auto proxies = hub::Proxies::read({"10.0.0.1", "10.0.0.2"});
    QVERIFY(proxies.ok());
    hub::Request request = from(peer.toStdString(), list.toStdString(), "https");
    proxies->identify(request);
    QCOMPARE(QString::fromStdString(request.peer), expected);
    QCOMPARE(request.secure, peer.startsWith("10."));
    QVERIFY(request.headers.empty());
    QVERIFY(!hub::Proxies::read({"proxy.example"}).ok());
  }

  void connectionsOfOneAddress_areCounted_othersServed() {
    HubProcess hub;
    hub.start({"--per-address", "3"});
    std::vector<std::unique_ptr<Guest>> guests;
    for (int i = 0; i < 3; ++i) {
      guests.push_back(std::make_unique<Guest>(hub.port(), "127.0.0.2"));
      QVERIFY(guests.back()->ask().startsWith("HTTP/1.1 200"));
    }
    QVERIFY(Guest(hub.port(), "127.0.0.2").ask().isEmpty());
    QVERIFY(Guest(hub.port(), "127.0.0.3").ask().startsWith("HTTP/1.1 200"));
    QVERIFY(guests[0]->ask().startsWith("HTTP/1.1 200"));
    guests.pop_back();
    QVERIFY(eventually([&] { return !Guest(hub.port(), "127.0.0.2").ask().isEmpty(); }));
  }

  void pollsOfAProxysClient_areCounted() {
    HubProcess hub;
    hub.start({"--per-address", "2"});
    std::vector<std::unique_ptr<Guest>> held;
    const QByteArray behind = "X-Forwarded-For: 192.0.2.1\r\n";
    for (int i = 0; i < 2; ++i) held.push_back(poll(hub, behind));
    const auto full = [&] {
      const QByteArray answer = Guest{hub.port(), "127.0.0.1"}.ask(behind);
      return answer.startsWith("HTTP/1.1 429") && answer.contains("Retry-After: 5");
    };
    QVERIFY(eventually(full));
    QVERIFY(Guest(hub.port(), "127.0.0.1")
                .ask("X-Forwarded-For: 192.0.2.2\r\n")
                .startsWith("HTTP/1.1 200"));
    QCOMPARE(hub.command({"branch", "add", "gram", "Gram"}).exitCode, 0);  // answers the polls
    QVERIFY(eventually([&] { return !full(); }));
  }

  void openAddresses_areSlowedDown_perAddress() {
    Guest first{m_hub->port(), "127.0.0.2"};
    const QByteArray answer = askUntilSlowedDown(
        first, [] { return QByteArray{}; }, "GET /v1/hello");
    QVERIFY2(answer.contains("Retry-After: 1"), answer);
    QVERIFY(answer.contains("application/problem+json"));
    QVERIFY(first.ask({}, "GET /login").startsWith("HTTP/1.1 429"));
    QVERIFY(first.ask().startsWith("HTTP/1.1 200"));  // what needs no guessing goes on
    Guest other{m_hub->port(), "127.0.0.3"};
    QVERIFY(other.ask({}, "GET /v1/hello").startsWith("HTTP/1.1 200"));
  }

  void aHeader_makesNobodyAnother_butAProxysDoes() {
    int n = 0;
    const auto another = [&] {
      ++n;
      return "X-Forwarded-For: 10.1." + QByteArray::number(n / 250) + "." +
             QByteArray::number(n % 250) + "\r\n";
    };
    Guest liar{m_hub->port(), "127.0.0.4"};
    QVERIFY(!askUntilSlowedDown(liar, another, "GET /v1/hello").isEmpty());
    Guest proxy{m_hub->port(), "127.0.0.1"};
    for (int i = 0; i < 300; ++i) {
      QVERIFY(proxy.ask(another(), "GET /v1/hello").startsWith("HTTP/1.1 200"));
    }
    const auto same = [] { return QByteArray{"X-Forwarded-For: 192.0.2.9\r\n"}; };
    QVERIFY(!askUntilSlowedDown(proxy, same, "GET /v1/hello").isEmpty());
    QVERIFY(proxy.ask(another(), "GET /v1/hello").startsWith("HTTP/1.1 200"));
  }

  void aToken_isSlowedDown_othersAreNot() {
    Guest guest{m_hub->port(), "127.0.0.5"};
    const auto mine = [] { return QByteArray{"Authorization: Bearer abc\r\n"}; };
    const QByteArray answer = askUntilSlowedDown(guest, mine, "GET /v1/statistics");
    QVERIFY2(answer.contains("Retry-After: 1"), answer);
    QVERIFY(guest.ask("Authorization: Bearer other\r\n", "GET /v1/statistics")
                .startsWith("HTTP/1.1 401"));
  }

  void cookiesAndHsts_followATrustedProxyOnly() {
    const QByteArray form = "name=leder&password=a+long+password";
    const QByteArray rest =
        "X-Forwarded-Proto: https\r\nContent-Length: " + QByteArray::number(form.size()) +
        "\r\n\r\n" + form;
    const auto answerTo = [&](const QString& address) {
      Guest guest{m_hub->port(), address};
      return guest.ask(rest, "POST /login");
    };
    const QByteArray trusted = answerTo("127.0.0.1");
    QVERIFY2(trusted.contains("; Secure") && trusted.contains("Strict-Transport"), trusted);
    const QByteArray stranger = answerTo("127.0.0.6");
    QVERIFY2(stranger.startsWith("HTTP/1.1 303"), stranger);
    QVERIFY2(!stranger.contains("; Secure") && !stranger.contains("Strict-Transport"), stranger);
  }

  void aBodyThatDrips_isCut_aSlowOneIsNot() {
    const QByteArray head = "POST /v1/sync HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\n";
    Guest dripping{m_hub->port(), "127.0.0.7"};
    Guest slow{m_hub->port(), "127.0.0.8"};
    dripping.socket().write(head);
    slow.socket().write(head);
    int sent = 0;
    for (int after = 0; after < 8;) {  // a byte each time must not buy more time
      const bool cut = dripping.socket().state() != QAbstractSocket::ConnectedState;
      if (cut) ++after;
      if (!cut) dripping.socket().write("x");
      if (sent < 98'000) sent += static_cast<int>(slow.socket().write(QByteArray(2'000, 'x')));
      slow.socket().waitForBytesWritten();
      if (!cut) dripping.socket().waitForBytesWritten();
      QVERIFY2(!slow.socket().waitForReadyRead(250), slow.socket().readAll());
      QCOMPARE(slow.socket().state(), QAbstractSocket::ConnectedState);
      if (!cut) dripping.socket().waitForReadyRead(1);
    }
    slow.socket().write(QByteArray(100'000 - sent, 'x'));
    QVERIFY(slow.socket().waitForReadyRead(30'000));
    QVERIFY(slow.socket().readAll().startsWith("HTTP/1.1 401"));
  }

  void withoutTls_theHubListensToItsOwnMachineOnly() {
    const Ran ran = m_hub->command({"serve", "--listen", "0.0.0.0:0"});
    QCOMPARE(ran.exitCode, 1);
    HubProcess hub;
    const QStringList open{"--data", hub.folder(), "serve", "--listen", "0.0.0.0:0"};
    const Ran refused = runProgram(programPath("vejviser-hub"), open);
    QCOMPARE(refused.exitCode, 1);
    QVERIFY2(refused.err.contains("--plain-http"), qPrintable(refused.err));
    QProcess serving;
    serving.start(programPath("vejviser-hub"), open + QStringList{"--plain-http"});
    QVERIFY(serving.waitForReadyRead(60'000));
    QVERIFY(serving.readAllStandardOutput().startsWith("listening on http://0.0.0.0:"));
    serving.terminate();
    QVERIFY(serving.waitForFinished(60'000));
  }

  void aProxyThatIsNoAddress_isRefused() {
    const Ran ran = m_hub->command({"serve", "--trusted-proxy", "proxy.example"});
    QCOMPARE(ran.exitCode, 2);
  }

  void initTestCase() {
    m_hub = std::make_unique<HubProcess>();
    m_hub->start();
    QCOMPARE(m_hub->command({"user", "add", "leder"}, "a long password\n").exitCode, 0);
  }

 private:
  /// A request that the hub holds, of a tablet that has read everything.
  std::unique_ptr<Guest> poll(HubProcess& hub, const QByteArray& headers) {
    static int s_tablets = 0;
    const QString tablet = m_dir.path(QString::number(++s_tablets));
    hub.enrol(tablet);
    const QString bearer = "Authorization: Bearer " + tokenOf(tablet);
    const Answer now = request("POST", hub.url() + "/v1/sync", pushOf({}), {bearer, kJson});
    const QByteArray stamp = "\"" + now.json()["stamp"].toString().toUtf8() + "\"";
    QByteArray body = pushOf({}, stamp);
    body.replace("\"limit\":", "\"wait\":240,\"limit\":");
    auto guest = std::make_unique<Guest>(hub.port(), "127.0.0.1");
    guest->socket().write("POST /v1/sync HTTP/1.1\r\nHost: x\r\n" + headers + bearer.toUtf8() +
                          "\r\n" + kJson.toUtf8() + "\r\nContent-Length: " +
                          QByteArray::number(body.size()) + "\r\n\r\n" + body);
    guest->socket().waitForBytesWritten();
    return guest;
  }

  Folder m_dir;
};

QTEST_GUILESS_MAIN(TstLimits)
#include "tst_limits.moc"
