// Goal: a proxy that logs people in says who they are; nobody else can say so; what they are is
// the hub's to say.
// Method: nginx with its own passwords before the real hub; forged headers from everywhere else.
#include "tests/hub/hub_requests.h"

#include <QFile>
#include <QProcess>
#include <QTest>
#include <csignal>
#include <sys/prctl.h>

using namespace vejviser;
using namespace vejviser::test;

namespace {

constexpr const char* kHeader = "X-Remote-User";
const QStringList kTrusted{"--trust-user-header", kHeader, "--trusted-proxy", "127.0.0.2"};

/// Debian's nginx, which asks for a name and a password ("secret" for everybody) and connects to
/// the hub from 127.0.0.2.
class Nginx {
 public:
  explicit Nginx(const HubProcess& hub) : m_port(freePort()) {
    write("passwords", "anna:{PLAIN}secret\nboss:{PLAIN}secret\nstranger:{PLAIN}secret\n");
    write("nginx.conf",
          QStringLiteral(
              "daemon off; master_process off; pid %1/pid; error_log %1/error.log;\n"
              "events {}\n"
              "http { access_log off;\n"
              "  client_body_temp_path %1/body; proxy_temp_path %1/proxy;\n"
              "  fastcgi_temp_path %1/f; uwsgi_temp_path %1/u; scgi_temp_path %1/s;\n"
              "  server { listen 127.0.0.1:%2;\n"
              "    location / { auth_basic hub; auth_basic_user_file %1/passwords;\n"
              "      proxy_bind 127.0.0.2; proxy_set_header Host $http_host;\n"
              "      proxy_set_header %3 $remote_user; proxy_set_header Authorization \"\";\n"
              "      proxy_pass %4; } } }\n")
              .arg(m_dir.path())
              .arg(m_port)
              .arg(kHeader, hub.url()));
    m_process.setChildProcessModifier([] { prctl(PR_SET_PDEATHSIG, SIGKILL); });
    m_process.start("/usr/sbin/nginx", {"-p", m_dir.path(), "-c", m_dir.path("nginx.conf")});
    if (!eventually([this] { return request("GET", url() + "/health").status == 401; })) {
      qFatal("nginx does not start: %s", m_process.readAllStandardError().constData());
    }
  }
  ~Nginx() {
    m_process.terminate();
    m_process.waitForFinished();
  }

  QString url() const { return QStringLiteral("http://127.0.0.1:%1").arg(m_port); }

 private:
  void write(const QString& name, const QString& text) {
    QFile file{m_dir.path(name)};
    if (!file.open(QIODevice::WriteOnly)) qFatal("no file");
    file.write(text.toUtf8());
    // nginx's workers run as another user when it is started by root.
    file.setPermissions(file.permissions() | QFile::ReadOther);
  }

  Folder m_dir;
  int m_port;
  QProcess m_process;
};

QString basic(const QByteArray& user) {
  return "Authorization: Basic " + (user + ":secret").toBase64();
}

/// The cookie that an answer sets, as a header to send.
QString cookieIn(const QByteArray& answer) {
  static const QRegularExpression kCookie{"vejviser_session=[0-9a-f]{64}"};
  return "Cookie: " + kCookie.match(QString::fromUtf8(answer)).captured();
}

/// A GET from an address of this machine.
QByteArray rawFrom(const QHostAddress& from, int port, const QByteArray& path,
                   const QByteArray& headers) {
  QTcpSocket socket;
  socket.bind(from);
  socket.connectToHost("127.0.0.1", static_cast<quint16>(port));
  socket.waitForConnected();
  socket.write("GET " + path + " HTTP/1.1\r\nHost: hub\r\nConnection: close\r\n" + headers +
               "\r\n");
  QByteArray answer;
  while (socket.waitForReadyRead(30'000)) answer += socket.readAll();
  return answer + socket.readAll();
}

QByteArray statusOf(const QByteArray& answer) {
  return answer.mid(9, 3);
}

}  // namespace

class TstProxyLogin : public QObject {
  Q_OBJECT

 private:
  std::unique_ptr<HubProcess> m_hub;

 private slots:
  void init() {
    m_hub = std::make_unique<HubProcess>();
    m_hub->command({"user", "add", "boss"}, "a long password\n");
    m_hub->command({"user", "add", "anna", "--role", "it"}, "a long password\n");
  }

  void whoeverTheProxyNames_isTheUserOfThatName() {
    m_hub->start(kTrusted);
    const Nginx nginx{*m_hub};
    QCOMPARE(request("GET", nginx.url() + "/tablets").status, 401);  // nginx's own
    QCOMPARE(request("GET", nginx.url() + "/tablets", {}, {basic("anna")}).status, 200);
    QCOMPARE(request("GET", nginx.url() + "/overview", {}, {basic("anna")}).status, 403);
    QCOMPARE(request("GET", nginx.url() + "/overview", {}, {basic("boss")}).status, 200);
    const Answer page = request("GET", nginx.url() + "/people", {}, {basic("boss")});
    QCOMPARE(page.status, 200);
    QVERIFY(page.body.contains("· boss"));
    QCOMPARE(request("GET", nginx.url() + "/v1/statistics", {}, {basic("boss")}).status, 200);
    QCOMPARE(request("GET", nginx.url() + "/v1/statistics", {}, {basic("anna")}).status, 403);
  }

  void whoeverIsNoUserHere_isLetNowhere() {
    m_hub->start(kTrusted);
    const Nginx nginx{*m_hub};
    for (const char* path : {"/", "/overview", "/tablets", "/people", "/password"}) {
      const Answer answer = request("GET", nginx.url() + path, {}, {basic("stranger")});
      QCOMPARE(answer.status, 403);
      QVERIFY(answer.body.contains("ikke oprettet som bruger"));
      QVERIFY(!answer.body.contains("name=\"csrf\""));
    }
    QCOMPARE(request("GET", nginx.url() + "/v1/statistics", {}, {basic("stranger")}).status, 403);
    m_hub->command({"user", "remove", "anna"});
    QCOMPARE(request("GET", nginx.url() + "/tablets", {}, {basic("anna")}).status, 403);
  }

  void clientsOwnHeader_isReplacedByTheProxy() {
    m_hub->start(kTrusted);
    const Nginx nginx{*m_hub};
    const QString forged = QString{kHeader} + ": boss";
    QCOMPARE(request("GET", nginx.url() + "/people", {}, {basic("anna"), forged}).status, 403);
  }

  void forms_workThroughTheProxy_andForTheirOwnUserOnly() {
    m_hub->start(kTrusted);
    const Nginx nginx{*m_hub};
    const QByteArray page =
        raw(QUrl{nginx.url()}.port(), "GET /people HTTP/1.1\r\nHost: hub\r\nConnection: close\r\n" +
                                          basic("boss").toUtf8() + "\r\n\r\n");
    const QString cookie = cookieIn(page);
    const QByteArray form = "do=role&name=anna&office=reader&csrf=";
    const QStringList headers{"Origin: " + nginx.url(), cookie};
    const auto post = [&](const char* user, const QByteArray& token, const QStringList& with) {
      return request("POST", nginx.url() + "/people", form + token, with + QStringList{basic(user)})
          .status;
    };
    QCOMPARE(post("boss", {}, headers), 403);
    QCOMPARE(post("boss", formToken(page), {headers[0]}), 403);  // no session to belong to
    QCOMPARE(post("anna", formToken(page), headers), 403);       // another's session
    QCOMPARE(m_hub->command({"user", "list"}).out, QString{"anna\tit\nboss\tadministrator\n"});
    QCOMPARE(post("boss", formToken(page), headers), 303);
    QCOMPARE(m_hub->command({"user", "list"}).out, QString{"anna\treader\nboss\tadministrator\n"});
    QVERIFY(m_hub->command({"audit"}).out.contains("\tboss\tuser-role\tanna\tit -> reader"));
  }

  void header_fromElsewhere_meansNothing() {
    m_hub->start(kTrusted);
    const QByteArray forged = QByteArray{kHeader} + ": boss\r\n";
    const auto status = [&](const char* from, const QByteArray& headers) {
      return statusOf(rawFrom(QHostAddress{from}, m_hub->port(), "/people", headers));
    };
    QCOMPARE(status("127.0.0.2", forged), QByteArray{"200"});  // the proxy's address
    QCOMPARE(status("127.0.0.1", forged), QByteArray{"303"});
    QCOMPARE(status("127.0.0.3", forged), QByteArray{"303"});
    QCOMPARE(status("127.0.0.3", forged + "X-Forwarded-For: 127.0.0.2\r\n"), QByteArray{"303"});
    QCOMPARE(status("127.0.0.3", forged + "Forwarded: for=127.0.0.2\r\n"), QByteArray{"303"});
    // A proxy that adds its header to a forged one names nobody.
    QCOMPARE(status("127.0.0.2", forged + kHeader + ": anna\r\n"), QByteArray{"403"});
    QCOMPARE(status("127.0.0.2", QByteArray{kHeader} + ": anna\r\n" + forged), QByteArray{"403"});
  }

  void header_withoutTheOption_meansNothing() {
    m_hub->start();
    const QByteArray forged = QByteArray{kHeader} + ": boss\r\n";
    for (const char* from : {"127.0.0.1", "127.0.0.2"}) {
      QCOMPARE(statusOf(rawFrom(QHostAddress{from}, m_hub->port(), "/people", forged)),
               QByteArray{"303"});
    }
  }

  void options_mustMakeSense() {
    const QStringList serve{"serve", "--listen", "127.0.0.1:0"};
    for (const QStringList& wrong :
         {QStringList{"--trust-user-header", kHeader},
          QStringList{"--trust-user-header", "X User", "--trusted-proxy", "127.0.0.1"},
          QStringList{"--trust-user-header", kHeader, "--trusted-proxy", "localhost"}}) {
      const Ran ran = m_hub->command(serve + wrong);
      QVERIFY2(ran.exitCode == 2, qPrintable(wrong.join(' ') + ": " + ran.err));
    }
  }
};

QTEST_GUILESS_MAIN(TstProxyLogin)
#include "tst_proxy_login.moc"
