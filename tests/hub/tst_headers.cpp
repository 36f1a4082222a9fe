// Goal: every answer of the hub tells browsers what they may do with it, whatever is asked and
// whatever goes wrong; and no page needs what the content policy forbids.
// Method: the routes are taken from the program; the real hub is asked for each, by everybody.
#include "sync/hub/api.h"
#include "tests/hub/hub_requests.h"

#include <QLocalSocket>
#include <QTest>

using namespace vejviser;
using namespace vejviser::test;

namespace {

const QList<QByteArray> kAlways = {
    "X-Content-Type-Options: nosniff",
    "Referrer-Policy: same-origin",
    "Content-Security-Policy: default-src 'none'; style-src 'self'; script-src 'self'; "
    "connect-src 'self'; form-action 'self'; "
    "frame-ancestors 'none'; base-uri 'none'",
    "X-Frame-Options: DENY",
    "Permissions-Policy: camera=(), display-capture=(), fullscreen=(), geolocation=(), "
    "microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy: same-origin",
    "Cross-Origin-Resource-Policy: same-origin",
    "X-Permitted-Cross-Domain-Policies: none",
};

QByteArray headOf(const QByteArray& answer) {
  return answer.left(answer.indexOf("\r\n\r\n")) + "\r\n";
}

QByteArray entityTag(const QByteArray& answer) {
  static const QRegularExpression kTag{"\r\nETag: ([^\r]*)\r"};
  return kTag.match(QString::fromUtf8(headOf(answer))).captured(1).toUtf8();
}

QStringList missing(const QByteArray& answer) {
  const QByteArray head = headOf(answer);
  QStringList faults;
  if (!head.startsWith("HTTP/1.1 ")) faults << "no answer";
  for (const QByteArray& line : kAlways) {
    if (head.count("\r\n" + line + "\r\n") != 1) faults << QString::fromUtf8(line);
  }
  if (head.count("\r\nCache-Control: ") != 1) faults << "Cache-Control";
  return faults;
}

}  // namespace

class TstHeaders : public QObject {
  Q_OBJECT

 private:
  std::unique_ptr<HubProcess> m_hub;
  QByteArray m_cookie;

  QByteArray ask(const QByteArray& method, const QByteArray& path,
                 const QByteArray& headers = {}) const {
    return raw(
        m_hub->port(),
        method + " " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + headers + "\r\n");
  }
  void expectAll(const QByteArray& answer, const QString& what) const {
    QVERIFY2(missing(answer).isEmpty(), qPrintable(what + " lacks " + missing(answer).join("; ")));
  }

 private slots:
  void initTestCase() {
    m_hub = std::make_unique<HubProcess>();
    m_hub->start();
    QCOMPARE(m_hub->command({"user", "add", "leder"}, "a long password\n").exitCode, 0);
    m_cookie = logIn(*m_hub, "leder", "a+long+password").toUtf8() + "\r\n";
    QVERIFY(m_cookie.size() > 20);
  }

  void everyRoute_carriesThem_forStrangersAndSupervisors() {
    const auto routes = hub::routes();
    QVERIFY(routes.size() >= 18);
    for (const auto& [method, path] : routes) {
      if (path == "/logout") continue;  // comes last
      for (const QByteArray& cookie : {QByteArray{}, m_cookie}) {
        const QByteArray answer = ask(method.c_str(), path.c_str(), cookie);
        expectAll(answer, QString::fromStdString(method + " " + path));
        const QByteArray said = answer.left(answer.indexOf("\r\n\r\n"));
        QVERIFY(!said.contains("Strict-Transport-Security"));
        const QByteArray head = ask("HEAD", path.c_str(), cookie);
        expectAll(head, QString::fromStdString("HEAD " + path));
      }
    }
  }

  void everyRoute_tellsBrowsersToStayWithTls_behindAProxyThatHasIt() {
    for (const auto& [method, path] : hub::routes()) {
      const QByteArray head =
          headOf(ask(method.c_str(), path.c_str(), "X-Forwarded-Proto: https\r\n"));
      QVERIFY2(head.contains("\r\nStrict-Transport-Security: max-age=63072000\r\n"), path.c_str());
    }
  }

  void faultyRequests_areAnsweredWithThemToo() {
    expectAll(ask("GET", "/nowhere"), "404");
    expectAll(ask("DELETE", "/v1/hello"), "405");
    expectAll(raw(m_hub->port(), "no http\r\n\r\n"), "400");
    expectAll(ask("GET", "/", "X: " + QByteArray(10'000, 'x') + "\r\n"), "431");
    expectAll(ask("POST", "/v1/sync", "Content-Length: 100000000\r\n"), "413");
    QByteArray slowed;
    for (int i = 0; i < 300 && !slowed.startsWith("HTTP/1.1 429"); ++i) {
      slowed = ask("GET", "/v1/hello", "X-Forwarded-For: 192.0.2.1\r\n");
    }
    QVERIFY(slowed.startsWith("HTTP/1.1 429"));
    expectAll(slowed, "429");
  }

  void theAdministrationSocket_carriesThemToo() {
    QLocalSocket socket;
    socket.connectToServer(m_hub->folder() + "/admin.sock");
    QVERIFY(socket.waitForConnected());
    socket.write("POST /admin HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    QByteArray answer;
    while (socket.waitForReadyRead(30'000)) answer += socket.readAll();
    QVERIFY2(answer.startsWith("HTTP/1.1 400"), answer);
    expectAll(answer, "/admin");
  }

  void pages_needNothingThatTheContentPolicyForbids() {
    static const QRegularExpression kInline{
        "<script(?! src=\"[^\"<]*/live\\.js\\?v=[0-9a-f]{32}\" "
        "defer></script>)|<style|\\sstyle=|\\son[a-z]+=|javascript:",
        QRegularExpression::CaseInsensitiveOption};
    int pages = 0;
    for (const auto& [method, path] : hub::routes()) {
      if (method != "GET") continue;
      const QByteArray answer = ask("GET", path.c_str(), m_cookie);
      if (!answer.contains("\r\nContent-Type: text/html")) continue;
      ++pages;
      const auto match = kInline.match(QString::fromUtf8(answer));
      QVERIFY2(!match.hasMatch(), qPrintable(QString::fromStdString(path) + match.captured()));
    }
    QVERIFY(pages >= 4);
  }

  void whatIsPersonal_isNotCached_whatIsNot_mayBe() {
    QVERIFY(headOf(ask("GET", "/overview", m_cookie)).contains("\r\nCache-Control: no-store\r\n"));
    QVERIFY(headOf(ask("GET", "/style.css")).contains("\r\nCache-Control: public, "));
  }

  void pagesOfFigures_areNotSentAgain_toWhoHasThem_norKept() {
    const QByteArray page = ask("GET", "/figures/topics", m_cookie);
    const QByteArray tag = entityTag(page);
    QVERIFY2(!tag.isEmpty(), headOf(page));
    const QByteArray has = "If-None-Match: " + tag + "\r\n";
    const QByteArray same = ask("GET", "/figures/topics", m_cookie + has);
    QVERIFY2(same.startsWith("HTTP/1.1 304"), headOf(same));
    QVERIFY(same.endsWith("\r\n\r\n"));
    QCOMPARE(entityTag(same), tag);
    for (const QByteArray& answer : {page, same}) {
      QVERIFY(headOf(answer).contains("\r\nCache-Control: no-store\r\n"));
    }
    // Another question, another page; who is not logged in is not told that it is still the same.
    QVERIFY(ask("GET", "/figures/topics?lang=en", m_cookie + has).startsWith("HTTP/1.1 200"));
    QVERIFY(ask("GET", "/figures/topics", has).startsWith("HTTP/1.1 303"));
    QVERIFY(entityTag(ask("GET", "/figures/topics?from=x", m_cookie)).isEmpty());
  }

  void whatPagesLoad_isKeptForAYear_underTheAddressOfItsText() {
    const QByteArray page = ask("GET", "/figures/topics", m_cookie);
    static const QRegularExpression kAddress{
        "(?:src|href)=\"(/(?:style\\.css|live\\.js)\\?v=[^\"]*)"};
    int found = 0;
    for (auto each = kAddress.globalMatch(QString::fromUtf8(page)); each.hasNext(); ++found) {
      const QByteArray address = each.next().captured(1).toUtf8();
      QVERIFY2(headOf(ask("GET", address)).contains("max-age=31536000, immutable\r\n"), address);
      const QByteArray old = headOf(ask("GET", address.chopped(1) + "x"));  // of another program
      QVERIFY2(old.contains("\r\nCache-Control: public, max-age=3600\r\n"), old);
    }
    QCOMPARE(found, 2);
  }

  void loggingOut_clearsWhatTheBrowserKept() {
    const QByteArray token = formToken(ask("GET", "/overview", m_cookie));
    const QByteArray form = "csrf=" + token;
    const QByteArray length = "Content-Length: " + QByteArray::number(form.size()) + "\r\n\r\n";
    const QByteArray head = headOf(ask("POST", "/logout", m_cookie + length + form));
    QVERIFY2(head.startsWith("HTTP/1.1 303"), head);
    QVERIFY(head.contains("\r\nClear-Site-Data: \"cache\", \"storage\"\r\n"));
    QVERIFY(head.contains("Max-Age=0"));
    expectAll(head + "\r\n", "/logout");
  }
};

QTEST_GUILESS_MAIN(TstHeaders)
#include "tst_headers.moc"
