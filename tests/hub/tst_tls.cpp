// Goal: the hub speaks TLS as one should, keeps answering while its certificate is exchanged, and
// says clearly what is wrong with one that cannot be used.
// Method: the real program on loopback; certificates made for the test; Qt's and OpenSSL's clients.
#include "tests/hub/hub_requests.h"
#include "tests/support/certificate.h"

#include <QDir>
#include <QFile>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QTest>
#include <csignal>

using namespace vejviser;
using namespace vejviser::test;

namespace {

QSslCertificate certificateIn(const QString& file) {
  return QSslCertificate::fromPath(file).value(0);
}

/// A browser that trusts what it is shown; the test looks at it.
class Client {
 public:
  explicit Client(int port) {
    m_socket.setPeerVerifyMode(QSslSocket::VerifyNone);
    m_socket.connectToHostEncrypted("127.0.0.1", static_cast<quint16>(port));
    m_socket.waitForEncrypted();
  }

  QSslCertificate certificate() const { return m_socket.peerCertificate(); }

  QByteArray ask(const QByteArray& request) {
    m_socket.write(request);
    QByteArray answer;
    while (!whole(answer) && m_socket.waitForReadyRead(30'000)) answer += m_socket.readAll();
    return answer;
  }

 private:
  static bool whole(const QByteArray& answer) {
    static const QRegularExpression kLength{"Content-Length: ([0-9]+)"};
    const qsizetype end = answer.indexOf("\r\n\r\n");
    return end >= 0 && answer.size() - end - 4 >=
                           kLength.match(QString::fromLatin1(answer)).captured(1).toLongLong();
  }

  QSslSocket m_socket;
};

const QByteArray kHealth = "GET /health HTTP/1.1\r\nHost: x\r\n\r\n";

}  // namespace

class TstTls : public QObject {
  Q_OBJECT

 private:
  Folder m_dir;
  Certificate m_files;
  std::unique_ptr<HubProcess> m_hub;

  /// What the hub is given: a copy that the test exchanges.
  QString given(const QString& name) const { return m_dir.path(name); }
  void give(const Certificate& files) const {
    for (const auto& [from, to] : {std::pair{files.certFile, given("given-cert.pem")},
                                   std::pair{files.keyFile, given("given-key.pem")}}) {
      QFile::remove(to);
      QVERIFY(QFile::copy(from, to));
    }
  }
  Certificate another(const QString& name) const {
    const QString folder = m_dir.path(name);
    QDir{}.mkpath(folder);
    return makeCertificate(folder, "IP:127.0.0.1");
  }
  QStringList options() const {
    return {"--tls-certificate", given("given-cert.pem"), "--tls-key", given("given-key.pem")};
  }
  QString url() const { return QStringLiteral("https://127.0.0.1:%1").arg(m_hub->port()); }
  QString talk(const QStringList& options) const {
    const Ran ran = runProgram(
        "openssl",
        QStringList{"s_client", "-connect", QStringLiteral("127.0.0.1:%1").arg(m_hub->port())} +
            options);
    return ran.out + ran.err;
  }

 private slots:
  void init() {
    m_files = another("first");
    give(m_files);
    m_hub = std::make_unique<HubProcess>();
    m_hub->start(options());
  }

  void aTablet_enrolsAndSendsOverTls_andTrustsNoOther() {
    const QString tablet = m_dir.path("tablet");
    const Ran stranger = cli(tablet, {"enrol", url(), m_hub->enrolCode()});
    QCOMPARE(stranger.exitCode, 1);
    const QStringList trusting{"--ca-file", m_files.certFile};
    QCOMPARE(cli(tablet, trusting + QStringList{"enrol", url(), m_hub->enrolCode()}).exitCode, 0);
    QCOMPARE(cli(tablet, trusting + QStringList{"sync"}).exitCode, 0);
    QCOMPARE(m_hub->number("SELECT count(*) FROM device WHERE last_heard IS NOT NULL"), 1);
  }

  void answersOverTls_tellBrowsersToStayThere_andCookiesAreSecure() {
    QVERIFY(Client{m_hub->port()}.ask(kHealth).contains("Strict-Transport-Security: max-age=63"));
    m_hub->command({"user", "add", "leder"}, "a long password\n");
    const QByteArray form = "name=leder&password=a+long+password";
    const QByteArray answer = Client{m_hub->port()}.ask(
        "POST /login HTTP/1.1\r\nHost: x\r\nContent-Length: " + QByteArray::number(form.size()) +
        "\r\n\r\n" + form);
    QVERIFY2(answer.startsWith("HTTP/1.1 303"), answer);
    QVERIFY(answer.contains("; Secure"));
  }

  void requestsInOnePacket_areAllAnswered() {
    Client client{m_hub->port()};
    QByteArray answers = client.ask(kHealth + kHealth + kHealth);
    while (answers.count("HTTP/1.1 200") < 3) {
      const QByteArray more = client.ask({});
      QVERIFY2(!more.isEmpty(), answers);
      answers += more;
    }
  }

  void oldVersionsAndCiphers_areRefused() {
    const QString weak = "DEFAULT@SECLEVEL=0";  // or the client itself would refuse
    QVERIFY(talk({"-tls1_1", "-cipher", weak}).contains("alert protocol version"));
    QVERIFY(talk({"-tls1_2", "-cipher", "AES128-SHA:@SECLEVEL=0"}).contains("handshake failure"));
    QVERIFY(talk({"-tls1_2", "-cipher", "AES128-GCM-SHA256"}).contains("handshake failure"));
    QVERIFY(talk({"-tls1_2"}).contains("Protocol  : TLSv1.2"));
    QVERIFY(talk({"-tls1_3"}).contains("New, TLSv1.3"));
  }

  void http2_isNotPromised() {
    QVERIFY(talk({"-alpn", "h2"}).contains("no application protocol"));
    QVERIFY(talk({"-alpn", "h2,http/1.1"}).contains("ALPN protocol: http/1.1"));
  }

  void plainHttp_isToldToUseTls() {
    const QByteArray answer = raw(m_hub->port(), kHealth);
    QVERIFY2(answer.startsWith("HTTP/1.1 400"), answer);
    QVERIFY(answer.contains("not over TLS"));
    QVERIFY(!answer.contains("Strict-Transport-Security"));  // source: RFC 6797 §7.2
    QVERIFY(!raw(m_hub->port(), QByteArray(2000, '\x17')).contains("HTTP"));
  }

  void whoSaysNothing_isCut() {
    QTcpSocket silent;
    silent.connectToHost("127.0.0.1", static_cast<quint16>(m_hub->port()));
    QVERIFY(silent.waitForConnected());
    QTcpSocket begun;
    begun.connectToHost("127.0.0.1", static_cast<quint16>(m_hub->port()));
    QVERIFY(begun.waitForConnected());
    begun.write(QByteArray::fromHex("1603010200010001fc0303"));  // the start of a ClientHello
    QVERIFY(eventually([&] { return silent.state() == QAbstractSocket::UnconnectedState; }, 60));
    QVERIFY(eventually([&] { return begun.state() == QAbstractSocket::UnconnectedState; }, 60));
  }

  void aNewCertificate_isTakenAtOnce_andDropsNobody() {
    Client old{m_hub->port()};
    QVERIFY(old.ask(kHealth).startsWith("HTTP/1.1 200"));
    const Certificate renewed = another("renewed");
    give(renewed);
    m_hub->signal(SIGHUP);
    QVERIFY(m_hub->logs("the certificate was read again"));
    QCOMPARE(Client{m_hub->port()}.certificate(), certificateIn(renewed.certFile));
    QVERIFY(old.ask(kHealth).startsWith("HTTP/1.1 200"));
    QCOMPARE(old.certificate(), certificateIn(m_files.certFile));
  }

  void aBadCertificate_changesNothing_andIsLogged_data() {
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("word");
    QTest::newRow("no PEM") << "garbage"
                            << "given-cert.pem: no start line";
    QTest::newRow("not there") << "gone"
                               << "given-cert.pem: No such file";
    QTest::newRow("another's key") << "key"
                                   << "given-key.pem: key values mismatch";
    QTest::newRow("expired") << "expired"
                             << "given-cert.pem: expired on 2020-01-0";
  }

  void aBadCertificate_changesNothing_andIsLogged() {
    QFETCH(QString, what);
    QFETCH(QString, word);
    QFile file{given(what == "key" ? "given-key.pem" : "given-cert.pem")};
    if (what == "gone") {
      QVERIFY(file.remove());
    } else if (what == "garbage") {
      QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
      file.write("garbage");
      file.close();
    } else if (what == "key") {
      QVERIFY(file.remove() && QFile::copy(another("other").keyFile, file.fileName()));
    } else {
      QCOMPARE(runProgram("faketime",
                          {"2020-01-01", "openssl", "req", "-x509", "-key", given("given-key.pem"),
                           "-days", "2", "-subj", "/CN=Vejviser", "-out", file.fileName()})
                   .exitCode,
               0);
    }
    m_hub->signal(SIGHUP);
    QVERIFY2(m_hub->logs("the certificate stays as it was: "), qPrintable(m_hub->log()));
    QVERIFY2(m_hub->logs(word), qPrintable(m_hub->log()));
    QCOMPARE(Client{m_hub->port()}.certificate(), certificateIn(m_files.certFile));
    m_hub->stop();
    const Ran again = m_hub->command(QStringList{"serve"} + options());
    QCOMPARE(again.exitCode, 1);
    QVERIFY2(again.err.contains(word), qPrintable(again.err));
  }

  void aCertificateThatSoonExpires_isLogged() {
    QVERIFY(m_hub->logs("tablets send nothing from then on"));  // it is good for two days
    m_hub->stop();
    QCOMPARE(runProgram("openssl", {"req", "-x509", "-key", given("given-key.pem"), "-days", "90",
                                    "-subj", "/CN=Vejviser", "-out", given("given-cert.pem")})
                 .exitCode,
             0);
    const auto said = m_hub->log().count("tablets send nothing");
    m_hub->start(options());
    m_hub->stop();
    QCOMPARE(m_hub->log().count("tablets send nothing"), said);
  }

  void halfAnIdentity_isWrongUse() {
    QCOMPARE(m_hub->command({"serve", "--tls-certificate", m_files.certFile}).exitCode, 2);
    QCOMPARE(m_hub->command({"serve", "--tls-key", m_files.keyFile}).exitCode, 2);
  }
};

QTEST_GUILESS_MAIN(TstTls)
#include "tst_tls.moc"
