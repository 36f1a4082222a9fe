// Goal: the hub answers every request with what the protocol says, lets nobody in, and survives
// what clumsy and hostile clients send.
// Method: the real program on loopback, asked over real sockets.
#include "platform/gzip.h"
#include "tests/hub/hub_requests.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QRegularExpression>
#include <QTcpSocket>
#include <QTest>
#include <nlohmann/json.hpp>

using namespace vejviser;
using namespace vejviser::test;

class TstHubHttp : public QObject {
  Q_OBJECT

 private:
  std::unique_ptr<HubProcess> m_hub;
  Folder m_dir;
  QString m_tablet;

  QString bearer() const { return "Authorization: Bearer " + tokenOf(m_tablet); }
  Answer push(const QByteArray& body, const QStringList& more = {}) const {
    return request("POST", m_hub->url() + "/v1/sync", body, QStringList{bearer(), kJson} + more);
  }
  void expectProblem(const Answer& answer, int status, const QString& type) const {
    QCOMPARE(answer.status, status);
    QCOMPARE(answer.type, QString{"application/problem+json"});
    QCOMPARE(answer.json()["type"].toString(), "urn:vejviser:problem:" + type);
    QCOMPARE(answer.json()["status"].toInt(), status);
  }

 private slots:
  void initTestCase() {
    m_hub = std::make_unique<HubProcess>();
    m_hub->start();
    m_tablet = m_dir.path("tablet");
    m_hub->enrol(m_tablet);
    const Ran added = m_hub->command({"user", "add", "leder"}, "a long password\n");
    QCOMPARE(added.exitCode, 0);
  }

  void hello_isOpen_andNamesTheHub() {
    const Answer answer = request("GET", m_hub->url() + "/v1/hello");
    QCOMPARE(answer.status, 200);
    QVERIFY(parseId(answer.json()["hub"].toString().toStdString()));
    QCOMPARE(request("GET", m_hub->url() + "/health").status, 200);
    QVERIFY(request("GET", m_hub->url() + "/openapi.yaml").body.startsWith("openapi: 3.1"));
  }

  void unknownPathsAndMethods_areProblems() {
    expectProblem(request("GET", m_hub->url() + "/v2/hello"), 404, "not-found");
    expectProblem(request("GET", m_hub->url() + "/v1/sync"), 405, "method");
    expectProblem(request("DELETE", m_hub->url() + "/v1/hello"), 405, "method");
    expectProblem(request("POST", m_hub->url() + "/admin", "{}", {kJson}), 404, "not-found");
  }

  void enrolCode_letsOneTabletInOnce() {
    const QString code = m_hub->enrolCode();
    const QByteArray body = "{\"code\":\"" + code.toLower().replace("-", " ").toUtf8() + "\"}";
    const Answer first = request("POST", m_hub->url() + "/v1/enrol", body, {kJson});
    QCOMPARE(first.status, 201);
    QCOMPARE(first.json()["token"].toString().size(), 64);
    QCOMPARE(first.json()["branch"].toString(), QString{"hb"});
    expectProblem(request("POST", m_hub->url() + "/v1/enrol", body, {kJson}), 403, "code");
  }

  void enrolCode_isOnlyGivenForABranchThatIsThere() {
    const Ran ran =
        m_hub->command({"enrol-code", "--name", "T", "--unit", "library", "--branch", "moon"});
    QCOMPARE(ran.exitCode, 1);
    QVERIFY(ran.err.contains("moon"));
    QCOMPARE(m_hub->command({"enrol-code", "--name", "T", "--unit", "police"}).exitCode, 1);
  }

  void withoutATokenOrWithAWrongOne_nothingIsGiven() {
    for (const QString& header :
         {QString{"X: y"}, QString{"Authorization: Bearer "},
          "Authorization: Bearer " + QString(64, 'a'), QString{"Authorization: Basic YTpi"}}) {
      expectProblem(request("POST", m_hub->url() + "/v1/sync", pushOf({}), {header, kJson}), 401,
                    "unknown-tablet");
      expectProblem(request("POST", m_hub->url() + "/v1/token", "{}", {header, kJson}), 401,
                    "unknown-tablet");
      expectProblem(request("GET", m_hub->url() + "/v1/statistics", {}, {header}), 401,
                    "unknown-tablet");
    }
  }

  void push_isTakenOnce_andAnsweredWithAStamp() {
    EntryMaker maker{"1111111111111111"};
    const QByteArray body = pushOf({maker.help(), maker.help()});
    const Answer first = push(body);
    QCOMPARE(first.status, 200);
    QCOMPARE(first.json()["ack"].toArray().size(), 2);
    QVERIFY(!first.json()["stamp"].toString().isEmpty());
    const Answer again = push(body);
    QCOMPARE(again.json()["ack"], first.json()["ack"]);
    QCOMPARE(m_hub->number("SELECT count(*) FROM entry WHERE hex(inst)='1111111111111111'"), 2);
    QCOMPARE(m_hub->command({"recount"}).exitCode, 0);
  }

  void answer_withTheLastRows_saysHowManyTabletsWereHeard() {
    EntryMaker maker{"1212121212121212"};
    const QJsonObject heard = push(pushOf({maker.help()})).json()["heard"].toObject();
    const qint64 tablets = m_hub->number("SELECT count(*) FROM device WHERE state = 1");
    QCOMPARE(heard["tablets"].toInteger(), tablets);
    QVERIFY(heard["today"].toInteger() >= 1);
    QVERIFY(heard["today"].toInteger() <= tablets);
    QVERIFY(!push(QByteArray{pushOf({maker.help()})}.replace("\"limit\":2000", "\"limit\":0"))
                 .json()
                 .contains("heard"));
  }

  void push_packed_isTakenToo() {
    EntryMaker maker{"2222222222222222"};
    const QByteArray packed =
        QByteArray::fromStdString(platform::gzip(pushOf({maker.help()}).toStdString()));
    QCOMPARE(push(packed, {"Content-Encoding: gzip"}).status, 200);
  }

  void answers_arePackedForThoseWhoCanUnpackThem() {
    const auto ask = [this](const QByteArray& encoding) {
      return raw(m_hub->port(),
                 "GET /openapi.yaml HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
                 "Accept-Encoding: " +
                     encoding + "\r\n\r\n");
    };
    const QByteArray packed = ask("gzip");
    QVERIFY(packed.contains("Content-Encoding: gzip"));
    QVERIFY(!ask("identity").contains("\r\nContent-Encoding:"));
    const QByteArray body = packed.mid(packed.indexOf("\r\n\r\n") + 4);
    QVERIFY(platform::gunzip(body.toStdString(), 10'000'000));
  }

  void push_ofAnotherHistory_is409() {
    const Answer answer = push(pushOf({}, "\"" + QByteArray(48, 'a') + "\""));
    expectProblem(answer, 409, "timeline");
    QCOMPARE(answer.json()["base"].toString(), QString(48, 'a'));
  }

  void bodiesThatCannotBeRead_areProblems_data() {
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QStringList>("headers");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("type");
    const QStringList json{kJson};
    const QStringList gzip{kJson, "Content-Encoding: gzip"};
    QTest::newRow("not JSON") << QByteArray{"<xml/>"} << json << 422 << "unreadable";
    QTest::newRow("cut JSON") << pushOf({}).chopped(3) << json << 422 << "unreadable";
    QTest::newRow("wrong types") << pushOf({}).replace("\"limit\":2000", "\"limit\":\"all\"")
                                 << json << 422 << "unreadable";
    QTest::newRow("an entry without id")
        << pushOf({}).replace("[]", "[{}]") << json << 422 << "unreadable";
    QTest::newRow("very deep") << QByteArray(200'000, '[') + QByteArray(200'000, ']') << json << 422
                               << "unreadable";
    const QByteArray deep = QByteArray(100'000, '[') + QByteArray(100'000, ']');
    QTest::newRow("a very deep entry")
        << pushOf({}).replace("[]", "[{\"x\":" + deep + "}]") << json << 422 << "unreadable";
    QTest::newRow("a very deep clock")
        << pushOf({}).replace("\"clock\":{", "\"clock\":{\"x\":" + deep + ",") << json << 422
        << "unreadable";
    QTest::newRow("more waiting than fits a tablet")
        << pushOf({}).replace("\"pending\":0", "\"pending\":9223372036854775807") << json << 422
        << "unreadable";
    QTest::newRow("a form") << QByteArray{"a=b"}
                            << QStringList{"Content-Type: application/x-www-form-urlencoded"} << 400
                            << "not-json";
    QTest::newRow("not gzip") << pushOf({}) << gzip << 400 << "not-gzip";
    QTest::newRow("a bomb") << QByteArray::fromStdString(
                                   platform::gzip(std::string(200'000'000, ' ')))
                            << gzip << 413 << "too-large";
    QTest::newRow("2 MB") << QByteArray(2'000'000, ' ') << json << 413 << "too-large";
    QTest::newRow("100 MB") << QByteArray(100'000'000, ' ') << json << 413 << "too-large";
    QTest::newRow("brotli") << pushOf({}) << QStringList{kJson, "Content-Encoding: br"} << 415
                            << "encoding";
  }

  void bodiesThatCannotBeRead_areProblems() {
    QFETCH(QByteArray, body);
    QFETCH(QStringList, headers);
    QFETCH(int, status);
    QFETCH(QString, type);
    const Answer answer =
        request("POST", m_hub->url() + "/v1/sync", body, QStringList{bearer()} + headers);
    expectProblem(answer, status, type);
    QCOMPARE(request("GET", m_hub->url() + "/health").status, 200);
  }

  void entriesThatCannotBeCounted_areHeld_theOthersAreNot() {
    EntryMaker maker{"3333333333333333"};
    Entry unknown = maker.help("no-such-topic");
    Entry future = maker.help();
    future.version = kEntryVersion + 1;
    const Answer answer = push(pushOf({unknown, maker.help(), future}));
    QCOMPARE(answer.status, 200);
    const QJsonArray acks = answer.json()["ack"].toArray();
    QCOMPARE(acks[0].toArray()[2].toString(), QString{"unknown-topic"});
    QCOMPARE(acks[1].toArray()[1].toString(), QString{"ok"});
    QCOMPARE(acks[2].toArray()[2].toString(), QString{"future-schema"});
    const Ran held = m_hub->command({"held"});
    QVERIFY(held.out.contains("no-such-topic"));
    QVERIFY(m_hub->command({"status"}).out.contains("unknown-topic"));
    QCOMPARE(m_hub->command({"recount"}).exitCode, 0);
  }

  void headsThatAreTooLargeOrNoHttp_areRefused() {
    const QByteArray large = raw(m_hub->port(), "GET /v1/hello HTTP/1.1\r\nHost: x\r\nX-Large: " +
                                                    QByteArray(10'000, 'x') + "\r\n\r\n");
    QVERIFY2(large.startsWith("HTTP/1.1 431"), large.left(100));
    QVERIFY(raw(m_hub->port(), "this is no http\r\n\r\n").startsWith("HTTP/1.1 400"));
    QVERIFY(raw(m_hub->port(), QByteArray(20'000, '\x16')).startsWith("HTTP/1.1 4"));
  }

  void aBodyThatIsTooLarge_isRefusedBeforeItIsRead() {
    const QByteArray head =
        "POST /v1/sync HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n";
    const QByteArray announced = raw(m_hub->port(), head + "Content-Length: 100000000\r\n\r\n");
    QVERIFY2(announced.startsWith("HTTP/1.1 413"), announced.left(100));
    const QByteArray endless =
        raw(m_hub->port(), head + "Transfer-Encoding: chunked\r\n\r\n200000\r\n" +
                               QByteArray(0x200000, ' '));  // and no end
    QVERIFY2(endless.startsWith("HTTP/1.1 413"), endless.left(100));
  }

  void aHeadThatDrips_isCutOff_howeverItDrips() {
    QTcpSocket slow;
    slow.connectToHost("127.0.0.1", static_cast<quint16>(m_hub->port()));
    QVERIFY(slow.waitForConnected());
    slow.write("GET /v1/hello HTTP/1.1\r\n");
    QElapsedTimer time;
    time.start();
    while (slow.state() == QAbstractSocket::ConnectedState && time.elapsed() < 30'000) {
      slow.write("X: y\r\n");  // a byte now and then must not buy more time
      slow.waitForBytesWritten(1000);
      slow.waitForReadyRead(1000);
    }
    QVERIFY(slow.state() != QAbstractSocket::ConnectedState);
    QVERIFY(time.elapsed() < 20'000);
  }

  void token_rotated_worksFromItsFirstUse_andEndsTheOldOne() {
    const QString tablet = m_dir.path("rotating");
    m_hub->enrol(tablet);
    const QString old = "Authorization: Bearer " + tokenOf(tablet);
    const Answer rotated = request("POST", m_hub->url() + "/v1/token", "{}", {old, kJson});
    QCOMPARE(rotated.status, 200);
    const QString fresh = "Authorization: Bearer " + rotated.json()["token"].toString();
    const QString figures = m_hub->url() + "/v1/statistics";
    QCOMPARE(request("GET", figures, {}, {old}).status, 200);
    QCOMPARE(request("GET", figures, {}, {fresh}).status, 200);
    QCOMPARE(request("GET", figures, {}, {old}).status, 401);
    QCOMPARE(request("GET", figures, {}, {fresh}).status, 200);
  }

  void token_rotatedWithAFreshOne_neverBringsBackTheFirst() {
    const QString tablet = m_dir.path("rotating twice");
    m_hub->enrol(tablet);
    const auto rotate = [this](const QString& bearer) {
      const Answer answer = request("POST", m_hub->url() + "/v1/token", "{}", {bearer, kJson});
      return "Authorization: Bearer " + answer.json()["token"].toString();
    };
    const QString figures = m_hub->url() + "/v1/statistics";
    const QString first = "Authorization: Bearer " + tokenOf(tablet);
    const QString second = rotate(first);
    const QString third = rotate(second);  // its first use, and the answer may be lost
    QCOMPARE(request("GET", figures, {}, {first}).status, 401);
    QCOMPARE(request("GET", figures, {}, {second}).status, 200);
    QCOMPARE(request("GET", figures, {}, {third}).status, 200);
    QCOMPARE(request("GET", figures, {}, {second}).status, 401);
  }

  void statistics_withWrongParameters_sayWhich_data() {
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("names");
    QTest::newRow("from is no day") << "from=yesterday"
                                    << "from";
    QTest::newRow("a day that is not") << "to=2026-02-30"
                                       << "to";
    QTest::newRow("before anything was") << "to=0000-01-05"
                                         << "to";
    QTest::newRow("backwards") << "from=2026-02-02&to=2026-02-01"
                               << "from";
    QTest::newRow("a century") << "from=1926-01-01&to=2026-02-01"
                               << "from";
    QTest::newRow("branch is no code") << "branch=a'%20OR%201=1"
                                       << "branch";
  }

  void statistics_withWrongParameters_sayWhich() {
    QFETCH(QString, query);
    QFETCH(QString, names);
    const Answer answer = request("GET", m_hub->url() + "/v1/statistics?" + query, {}, {bearer()});
    expectProblem(answer, 422, "parameter");
    QVERIFY(answer.json()["detail"].toString().startsWith(names));
  }

  void page_isForThoseWhoLogIn() {
    const QString url = m_hub->url();
    QCOMPARE(request("GET", url + "/overview").status, 303);
    const QStringList form{"Content-Type: application/x-www-form-urlencoded", "Origin: " + url};
    const Answer wrong = request("POST", url + "/login", "name=leder&password=wrong", form);
    QCOMPARE(wrong.status, 403);
    QVERIFY(wrong.body.contains("Navnet eller adgangskoden er forkert"));
    QCOMPARE(request("POST", url + "/login", "name=leder&password=a+long+password",
                     {form[0], "Origin: https://evil.example"})
                 .status,
             403);
    const QByteArray good =
        raw(m_hub->port(), "POST /login HTTP/1.1\r\nHost: 127.0.0.1:" +
                               QByteArray::number(m_hub->port()) + "\r\nOrigin: " + url.toUtf8() +
                               "\r\nContent-Length: 35\r\nConnection: close\r\n\r\n"
                               "name=leder&password=a+long+password");
    QVERIFY(good.startsWith("HTTP/1.1 303"));
    QVERIFY(good.contains("HttpOnly; SameSite=Strict"));
    static const QRegularExpression kCookie{"vejviser_session=([0-9a-f]{64})"};
    const QString cookie =
        "Cookie: vejviser_session=" + kCookie.match(QString::fromUtf8(good)).captured(1);
    const Answer page = request("GET", url + "/overview", {}, {cookie});
    QCOMPARE(page.status, 200);
    QVERIFY(page.body.contains("Prøvekøbing Kommune"));
    QCOMPARE(request("GET", url + "/v1/statistics", {}, {cookie}).status, 200);
    QCOMPARE(request("POST", url + "/logout", "", {cookie, "Origin: " + url}).status, 403);
    const QByteArray out = "csrf=" + formToken(page.body);
    QCOMPARE(request("POST", url + "/logout", out, {cookie, "Origin: " + url}).status, 303);
    QCOMPARE(request("GET", url + "/overview", {}, {cookie}).status, 303);
  }

  void pageParameters_areShownEscaped_orRefused() {
    const Answer answer =
        request("POST", m_hub->url() + "/login", "name=%22%3E%3Cscript%3E&password=x",
                {"Content-Type: application/x-www-form-urlencoded", "Origin: " + m_hub->url()});
    QCOMPARE(answer.status, 403);
    QVERIFY(!answer.body.contains("<script>"));
    QVERIFY(answer.body.contains("&lt;script&gt;"));
  }

  void guessing_isSlowedDown() {
    HubProcess hub;
    hub.start();
    Answer answer;
    for (int i = 0; i < 6; ++i) {
      answer = request("POST", hub.url() + "/v1/enrol", R"({"code":"AAAAAAAA"})", {kJson});
    }
    expectProblem(answer, 429, "guessing");
    const QByteArray right = "{\"code\":\"" + hub.enrolCode().toUtf8() + "\"}";
    QCOMPARE(request("POST", hub.url() + "/v1/enrol", right, {kJson}).status, 201);
    hub.command({"user", "add", "leder"}, "a long password\n");
    const QStringList form{"Content-Type: application/x-www-form-urlencoded",
                           "Origin: " + hub.url()};
    for (int i = 0; i < 6; ++i)
      answer = request("POST", hub.url() + "/login", "name=leder&password=x", form);
    QCOMPARE(answer.status, 429);
    QCOMPARE(
        request("POST", hub.url() + "/login", "name=leder&password=a+long+password", form).status,
        429);
  }

  void nobody_isLoggedInLongerThanTwelveHours() {
    HubProcess hub;
    hub.start();
    hub.command({"user", "add", "leder"}, "a long password\n");
    const QString cookie = logIn(hub, "leder", "a+long+password");
    QCOMPARE(request("GET", hub.url() + "/overview", {}, {cookie}).status, 200);
    const qint64 left =
        hub.number("SELECT expires FROM session") - QDateTime::currentMSecsSinceEpoch();
    QVERIFY(left > 11 * 3'600'000 && left <= 12 * 3'600'000);
    hub.stop();
    QCOMPARE(runProgram("sqlite3", {hub.folder() + "/hub.db", "UPDATE session SET expires = 1"})
                 .exitCode,
             0);
    hub.start();
    QCOMPARE(request("GET", hub.url() + "/overview", {}, {cookie}).status, 303);
  }

  void supervisor_withANewPassword_orRemoved_isLoggedOut() {
    m_hub->command({"user", "add", "anna", "--role", "reader"}, "a long password\n");
    const QString before = logIn(*m_hub, "anna", "a+long+password");
    QCOMPARE(request("GET", m_hub->url() + "/overview", {}, {before}).status, 200);
    QCOMPARE(m_hub->command({"user", "password", "anna"}, "another password\n").exitCode, 0);
    QCOMPARE(request("GET", m_hub->url() + "/overview", {}, {before}).status, 303);
    QVERIFY(logIn(*m_hub, "anna", "a+long+password").isEmpty());
    const QString after = logIn(*m_hub, "anna", "another+password");
    QCOMPARE(request("GET", m_hub->url() + "/overview", {}, {after}).status, 200);
    QCOMPARE(m_hub->command({"user", "remove", "anna"}).exitCode, 0);
    QCOMPARE(request("GET", m_hub->url() + "/overview", {}, {after}).status, 303);
    QCOMPARE(m_hub->command({"user", "remove", "anna"}).exitCode, 1);
    QCOMPARE(m_hub->command({"user", "password", "nobody"}, "another password\n").exitCode, 1);
  }

  void names_thatNoTabletCouldRead_areRefused_data() {
    QTest::addColumn<QByteArray>("name");
    QTest::newRow("empty") << QByteArray{};
    QTest::newRow("too long") << QByteArray(101, 'x');
    QTest::newRow("Latin-1") << QByteArray{"Drag\xF8r"};
    QTest::newRow("two lines") << QByteArray{"Drag\nør"};
  }

  void names_thatNoTabletCouldRead_areRefused() {
    QFETCH(QByteArray, name);
    const Folder dir;
    QFile script{dir.path("script")};  // QProcess would turn Latin-1 into UTF-8
    QVERIFY(script.open(QIODevice::WriteOnly));
    script.write("hub=$1 new=$2 name='" + name +
                 "'\n"
                 "$hub --data $new init --municipality \"$name\" && exit 9\n"
                 "$hub --data $new init --municipality By --branch \"a=$name\" && exit 9\n"
                 "$hub --data $3 branch add a \"$name\" && exit 9\n"
                 "$hub --data $3 enrol-code --unit library --name \"$name\" && exit 9\n"
                 "printf 'a long password' | $hub --data $3 user add \"$name\" && exit 9\n"
                 "exit 0\n");
    script.close();
    const Ran ran = runProgram("bash", {dir.path("script"), programPath("vejviser-hub"),
                                        dir.path("new"), m_hub->folder()});
    QVERIFY2(ran.exitCode == 0, qPrintable(ran.out + ran.err));
    QVERIFY(!QFile::exists(dir.path("new/hub.db")));
    QCOMPARE(request("GET", m_hub->url() + "/health").status, 200);
  }

  void expiredCode_isRefused() {
    HubProcess hub;
    hub.start();
    const QString code = hub.enrolCode();
    hub.stop();
    QCOMPARE(runProgram("sqlite3", {hub.folder() + "/hub.db", "UPDATE enrol_code SET expires = 1"})
                 .exitCode,
             0);
    hub.start();
    const Ran ran = cli(m_dir.path("late"), {"enrol", hub.url(), code});
    QCOMPARE(ran.exitCode, 1);
    QVERIFY2(ran.err.contains("expired"), qPrintable(ran.err));
  }

  void stop_finishesWhatIsInFlight_andTakesNothingNew() {
    HubProcess hub;
    hub.start();
    const QString tablet = m_dir.path("stopping");
    hub.enrol(tablet);
    EntryMaker maker{"4444444444444444"};
    const QByteArray body = pushOf({maker.help()});
    QTcpSocket socket;
    socket.connectToHost("127.0.0.1", static_cast<quint16>(hub.port()));
    QVERIFY(socket.waitForConnected());
    socket.write(
        "POST /v1/sync HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nAuthorization: "
        "Bearer " +
        tokenOf(tablet).toUtf8() + "\r\nContent-Length: " + QByteArray::number(body.size()) +
        "\r\n\r\n" + body.left(20));
    QVERIFY(socket.waitForBytesWritten());
    QVERIFY(eventually([&] { return request("GET", hub.url() + "/health").status == 200; }));
    hub.terminate();
    QVERIFY(eventually([&] { return request("GET", hub.url() + "/health").status == 0; }));
    socket.write(body.mid(20));
    QByteArray answer;
    while (socket.waitForReadyRead(20'000)) answer += socket.readAll();
    QVERIFY2(answer.startsWith("HTTP/1.1 200"), answer.left(200));
    QVERIFY(answer.contains("Connection: close"));
    hub.stop();
    QCOMPARE(hub.number("SELECT count(*) FROM entry"), 1);
  }

  void stop_whileManyWait_endsAll_inTime() {
    HubProcess hub;
    hub.start();
    const QByteArray form = "name=nobody&password=wrong+password";
    const QByteArray logIn =
        "POST /login HTTP/1.1\r\nHost: x\r\nContent-Length: " + QByteArray::number(form.size()) +
        "\r\n\r\n" + form;
    std::vector<std::unique_ptr<QTcpSocket>> waiting;
    for (int i = 0; i < 300; ++i) {
      waiting.push_back(std::make_unique<QTcpSocket>());
      waiting.back()->connectToHost("127.0.0.1", static_cast<quint16>(hub.port()));
      waiting.back()->waitForConnected();
      waiting.back()->write(logIn);
      waiting.back()->waitForBytesWritten();
    }
    hub.stop();
    QVERIFY(!hub.running());
    QVERIFY2(!hub.log().contains("ERROR"), qPrintable(hub.log()));
  }

  void secondHubOnTheSameFolder_isRefused() {
    const Ran ran = m_hub->command({"serve", "--listen", "127.0.0.1:0"});
    QCOMPARE(ran.exitCode, 1);
    QVERIFY2(ran.err.contains("in use by another Vejviser"), qPrintable(ran.err));
  }

  void log_holdsNoSecrets() {
    const QString token = tokenOf(m_tablet);
    m_hub->stop();
    QVERIFY(!m_hub->log().contains(token));
    QVERIFY(!m_hub->log().contains("a long password"));
    QVERIFY(!m_hub->log().contains("mitid-help"));
    QFile database{m_hub->folder() + "/hub.db"};
    QVERIFY(database.open(QIODevice::ReadOnly));
    QVERIFY(!database.readAll().contains(token.toUtf8()));
  }
};

QTEST_GUILESS_MAIN(TstHubHttp)
#include "tst_hub_http.moc"
