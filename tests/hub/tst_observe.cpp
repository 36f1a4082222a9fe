// Goal: what a hub says of itself, in metrics, in its log, to load balancers, is right, and says
// nothing of people, tablets and what they wrote.
// Method: the real hub, asked and used over real sockets; its metrics are read by Prometheus' own
// reader (python3-prometheus-client); its whole log is searched for everything that was said to it.
#include "platform/log.h"
#include "sync/hub/api.h"
#include "sync/hub/site.h"
#include "sync/hub/sqlite_database.h"
#include "tests/hub/hub_requests.h"
#include "tests/hub/hub_world.h"
#include "tests/support/file_size_limit.h"

#include <QJsonDocument>
#include <QSet>
#include <QTest>
#include <signal.h>

using namespace vejviser;
using namespace vejviser::test;

namespace {

const QByteArray kPassword = "a long password";
const QByteArray kCitizen = "010170-1234";

/// Samples as "name{label=value,...}" -> value, as Prometheus understands them.
std::map<QString, double> samplesOf(const QByteArray& text) {
  const Ran ran =
      runProgram("/usr/bin/python3", {VEJVISER_SOURCE "/tests/hub/read_metrics.py"}, text);
  if (ran.exitCode != 0) qFatal("%s", qPrintable(ran.err));
  std::map<QString, double> samples;
  for (const QString& line : ran.out.split('\n', Qt::SkipEmptyParts)) {
    samples[line.section(' ', 0, -2)] = line.section(' ', -1).toDouble();
  }
  return samples;
}

Answer metricsOf(const HubProcess& hub, const QStringList& headers = {}) {
  return request("GET", hub.url() + "/metrics", {}, headers);
}

hub::Request getOf(const std::string& path) {
  hub::Request request;
  request.method = "GET";
  request.path = path;
  return request;
}

/// A hub in this process, without threads and sockets.
struct OpenHub {
  HubWorld world;
  hub::WorkerPool workers{0};
  hub::Hub hub{
      *world.storage, world.clock, world.random, workers, {newRandomId(world.random), "By"}};

  hub::Response ask(const std::string& path, bool local = false) {
    hub::Response answer;
    hub::Request request = getOf(path);
    request.local = local;
    hub::answerRequest(hub, request, [&](hub::Response given) { answer = std::move(given); });
    return answer;
  }
};

bool isAsked(const hub::Response& response, const char* name) {
  return std::any_of(response.headers.begin(), response.headers.end(),
                     [&](const auto& header) { return header.first == name; });
}

/// A tablet and a supervisor who do what they do, rightly and wrongly. All that they said.
QStringList useEverything(HubProcess& hub, const QString& tablet) {
  hub.enrol(tablet, "library", "hb");
  const QString code = hub.enrolCode("library", "hb", "Gulvet med Karen");
  const QString token = tokenOf(tablet);
  const QStringList headers{"Authorization: Bearer " + token, kJson};
  const QString url = hub.url();
  EntryMaker maker;
  const QByteArray asked = "Kan jeg hente pas for " + kCitizen;
  const Entry question = maker.question(asked.toStdString());
  request("POST", url + "/v1/sync", pushOf({question, maker.help("moon")}), headers);
  request("POST", url + "/v1/sync", pushOf({maker.help("moon")}).replace("moon", "m\"" + kCitizen),
          headers);
  request("POST", url + "/v1/sync", "{\"cpr\":\"" + kCitizen + "\"", headers);
  request("GET", url + "/v1/statistics?from=" + kCitizen, {}, headers);
  request("GET", url + "/v1/hello?cpr=" + kCitizen);
  request("GET", url + "/" + kCitizen);
  request(kCitizen, url + "/v1/hello");
  request("POST", url + "/v1/enrol", "{\"code\":\"ABCD-WXYZ\"}", {kJson});
  request("POST", url + "/v1/enrol", "{\"code\":\"" + code.toUtf8() + "\"}", {kJson});
  request("POST", url + "/v1/token", "{}", headers);
  if (hub.command({"user", "add", "karenleder"}, kPassword + "\n").exitCode != 0) qFatal("no user");
  const QString cookie = logIn(hub, "karenleder", QByteArray{kPassword}.replace(" ", "+"));
  if (cookie.isEmpty()) qFatal("not logged in");
  logIn(hub, "karenleder", "wrong+password");
  logIn(hub, kCitizen, "wrong+password");
  request("GET", url + "/overview?from=" + kCitizen, {}, {cookie});
  request("GET", url + "/held", {}, {cookie});
  raw(hub.port(), "GET /" + kCitizen + " nonsense\r\n\r\n");
  return {token,
          code,
          "ABCD-WXYZ",
          QString{kPassword},
          "wrong+password",
          "wrong password",
          "karenleder",
          "Karen",
          QString{kCitizen},
          "hente pas",
          "moon",
          cookie.section('=', 1),
          "127.0.0.1"};
}

void searchLog(const QString& log, const QStringList& said) {
  for (const QString& text : said) {
    QVERIFY2(!text.isEmpty() && !log.contains(text), qPrintable(text + " is in:\n" + log));
  }
}

}  // namespace

class TstObserve : public QObject {
  Q_OBJECT

 private slots:
  void metrics_countWhatHappens_andPrometheusReadsThem() {
    HubProcess hub;
    hub.start();
    Folder dir;
    const QString tablet = dir.path("tablet");
    const QString code = hub.enrolCode("library", "hb", "Gulvet med Karen");
    QCOMPARE(cli(tablet, {"enrol", hub.url(), code}).exitCode, 0);
    const QStringList headers{"Authorization: Bearer " + tokenOf(tablet), kJson};
    EntryMaker maker;
    const QByteArray push = pushOf({maker.help("loan"), maker.help("loan"), maker.help("moon")})
                                .replace("\"pending\":0", "\"pending\":10");
    for (int i = 0; i < 2; ++i) {
      QCOMPARE(request("POST", hub.url() + "/v1/sync", push, headers).status, 200);
    }
    request("GET", hub.url() + "/" + kCitizen);
    const Answer answer = metricsOf(hub);
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.type, QString{"text/plain"});
    std::map<QString, double> found = samplesOf(answer.body);
    const std::map<QString, double> expected = {
        {"vejviser_requests_total{code=2xx,hub=/,method=POST,route=/v1/sync}", 2},
        {"vejviser_requests_total{code=2xx,hub=/,method=POST,route=/v1/enrol}", 1},
        {"vejviser_requests_total{code=4xx,hub=/,method=GET,route=other}", 1},
        {"vejviser_request_duration_seconds_count{hub=/,method=POST,route=/v1/sync}", 2},
        {"vejviser_request_duration_seconds_bucket{hub=/,le=+Inf,method=POST,route=/v1/sync}", 2},
        {"vejviser_entries_total{hub=/,outcome=counted}", 2},
        {"vejviser_entries_total{hub=/,outcome=held}", 1},
        {"vejviser_entries_total{hub=/,outcome=duplicate}", 3},
        {"vejviser_commit_pushes_count{hub=/}", 2},
        {"vejviser_commit_pushes_sum{hub=/}", 2},
        {"vejviser_commit_duration_seconds_count{hub=/}", 2},
        {"vejviser_commit_queue_pushes{hub=/}", 0},
        {"vejviser_tablets{hub=/}", 1},
        {"vejviser_tablets_heard_today{hub=/}", 1},
        {"vejviser_entries_held{hub=/,reason=unknown-topic}", 1},
        {"vejviser_database_readable{hub=/}", 1},
        {"vejviser_position{hub=/}", double(hub.number("SELECT pos FROM clk"))},
        {"vejviser_floor_position{hub=/}", 0},
        {"vejviser_connections_refused_total{}", 0},
        {"vejviser_long_polls{hub=/}", 0},
        {"vejviser_worker_queue_jobs{}", 0},
    };
    for (const auto& [name, value] : expected) {
      QVERIFY2(found.contains(name), qPrintable(name + "\n" + answer.body));
      QVERIFY2(found[name] == value, qPrintable(name + " " + QString::number(found[name])));
    }
    for (const char* name :
         {"vejviser_pulled_rows_total{hub=/}", "vejviser_database_bytes{hub=/}",
          "vejviser_connections_total{}", "vejviser_connections_open{}",
          "process_resident_memory_bytes{}", "process_virtual_memory_bytes{}", "process_open_fds{}",
          "process_max_fds{}", "process_start_time_seconds{}"}) {
      QVERIFY2(found[name] > 0, name);
    }
    QVERIFY(found.contains("vejviser_oldest_heard_age_seconds{hub=/}"));
    QVERIFY(found["vejviser_entries_waiting{hub=/}"] ==
            double(hub.number("SELECT sum(waiting) FROM device")));
    QVERIFY(found["process_start_time_seconds{}"] * 1000 <
            double(QDateTime::currentMSecsSinceEpoch()));
    searchLog(answer.body, {"Gulvet", "Karen", QString{kCitizen}, "127.0.0.1"});
  }

  void metrics_ofAPollThatIsHeld_andOfHeldEntriesThatAreReleased() {
    OpenHub open;
    EntryMaker maker;
    open.world.push({maker.help("moon")});
    open.hub.polls.hold(7, open.hub.polls.news(), milliseconds{1}, [] {});
    const hub::Response answer = open.ask("/metrics", true);
    QCOMPARE(answer.contentType, std::string{"text/plain; version=0.0.4; charset=utf-8"});
    std::map<QString, double> found = samplesOf(QByteArray::fromStdString(answer.body));
    QCOMPARE(found["vejviser_long_polls{hub=/}"], 1.);
    QCOMPARE(found["vejviser_entries_held{hub=/,reason=unknown-topic}"], 1.);
    hub::HubReadings after;
    after.readable = true;
    open.hub.watch.metrics->set("/", after);
    open.hub.watch.metrics->setCertificateExpiry(fromMs(1'800'000'000'000));
    found = samplesOf(QByteArray::fromStdString(open.hub.watch.metrics->text()));
    QCOMPARE(found["vejviser_entries_held{hub=/,reason=unknown-topic}"], 0.);
    QCOMPARE(found["vejviser_certificate_expiry_timestamp_seconds{}"], 1'800'000'000.);
  }

  void metrics_areForThoseNamedOnly_andForNobodyBehindAProxy() {
    HubProcess hub;
    hub.start();
    QCOMPARE(metricsOf(hub).status, 200);
    for (const char* header : {"X-Forwarded-For: 127.0.0.1", "X-Forwarded-Proto: https",
                               "Forwarded: for=127.0.0.1", "X-Real-IP: 127.0.0.1", "Via: 1.1 x"}) {
      QCOMPARE(metricsOf(hub, {header}).status, 404);
    }
    hub.stop();
    hub.start({"--metrics-from", "10.0.0.0/8"});
    QCOMPARE(metricsOf(hub).status, 404);
    platform::CurlHttpClient local{
        {.caFile = {}, .unixSocket = (hub.folder() + "/admin.sock").toStdString()}};
    const auto answer = local.send({"GET", "http://localhost/metrics", {}, {}});
    QVERIFY(answer && answer->status == 200);
    hub.stop();
    hub.start({"--metrics-from", "10.0.0.0/8", "--metrics-from", "127.0.0.1"});
    QCOMPARE(metricsOf(hub).status, 200);
  }

  void log_saysOneLineForEachRequest_andNothingThatWasSaid_data() {
    QTest::addColumn<QString>("format");
    QTest::newRow("text") << "text";
    QTest::newRow("json") << "json";
  }

  void log_saysOneLineForEachRequest_andNothingThatWasSaid() {
    QFETCH(QString, format);
    HubProcess hub;
    hub.start({"--log-format", format});
    Folder dir;
    const QStringList said = useEverything(hub, dir.path("tablet"));
    hub.stop();
    const QString log = hub.log();
    searchLog(log, said);
    int requests = 0;
    QSet<QString> ids;
    for (const QString& line : log.split('\n', Qt::SkipEmptyParts)) {
      if (format == "json") {
        const QJsonObject object = QJsonDocument::fromJson(line.toUtf8()).object();
        QVERIFY2(object.contains("time") && object.contains("level"), qPrintable(line));
        if (object["text"].toString() != "request") continue;
        QVERIFY2(object["status"].isDouble() && object["bytes"].isDouble(), qPrintable(line));
        ids.insert(object["request_id"].toString());
      } else {
        static const QRegularExpression kLine{
            "^[0-9T:Z-]{20} info request method=(GET|POST|other) route=[a-z0-9/.]+ status=\\d{3} "
            "bytes=\\d+ duration_ms=\\d+ request_id=([0-9a-f]{16})$"};
        if (!line.contains(" request ")) continue;
        QVERIFY2(kLine.match(line).hasMatch(), qPrintable(line));
        ids.insert(kLine.match(line).captured(2));
      }
      ++requests;
    }
    QVERIFY2(requests > 15, qPrintable(log));
    QCOMPARE(ids.size(), requests);
  }

  void log_ofALevel_leavesOutWhatIsBelow_andPrioritiesAreForTheJournal() {
    HubProcess hub;
    hub.start({"--log-level", "error"});
    request("GET", hub.url() + "/v1/hello");
    hub.stop();
    QCOMPARE(hub.log(), QString{});
    using namespace platform;
    const std::array fields{LogField{"a_b", "x\n\"y\""}, LogField{"n", std::int64_t{7}},
                            LogField{"none", ""}};
    LogOptions options;
    options.priorities = true;
    QCOMPARE(logLine(options, "T", LogLevel::Warning, "some\ttext", fields),
             std::string{"<4>T warning some text a_b=\"x \\\"y\\\"\" n=7 none=\"\""});
    options.format = LogFormat::Json;
    QCOMPARE(logLine(options, "T", LogLevel::Error, "\xFF", fields),
             std::string{"<3>{\"time\":\"T\",\"level\":\"error\",\"text\":\"?\",\"a_b\":\"x "
                         "\\\"y\\\"\",\"n\":7,\"none\":\"\"}"});
  }

  void everyAnswer_carriesAnIdOfItsOwn() {
    HubProcess hub;
    hub.start();
    QSet<QByteArray> ids;
    for (const QByteArray& asked :
         {QByteArray{"GET /v1/hello"}, QByteArray{"GET /nothing"}, QByteArray{"DELETE /health"},
          QByteArray{"POST /v1/sync"}, QByteArray{"GET /v1/hello" + QByteArray(10'000, 'x')}}) {
      const QByteArray answer =
          raw(hub.port(),
              asked + " HTTP/1.1\r\nHost: x\r\nX-Request-Id: mine\r\nConnection: close\r\n\r\n");
      static const QRegularExpression kId{"\r\nX-Request-Id: ([0-9a-f]{16})\r\n"};
      const auto match = kId.match(QString::fromUtf8(answer));
      QVERIFY2(match.hasMatch(), answer);
      ids.insert(match.captured(1).toUtf8());
    }
    QCOMPARE(ids.size(), 5);
  }

  void errors_areLoggedUnderTheIdOfTheirAnswer() {
    OpenHub open;
    std::vector<std::string> lines;
    open.world.plant("DROP TABLE clk");
    hub::Hub broken{*open.world.storage, open.world.clock, open.world.random, open.workers,
                    open.hub.info};
    platform::logTo([&](platform::LogLevel level, std::string_view text) {
      if (level == platform::LogLevel::Error) lines.emplace_back(text);
    });
    hub::Response answer;
    hub::answerRequest(broken, getOf("/health"), [&](hub::Response given) { answer = given; });
    platform::logTo({});
    QCOMPARE(answer.status, 503);
    QCOMPARE(lines.size(), std::size_t{1});
    QVERIFY(lines.front().find("clk") != std::string::npos);
    QVERIFY(answer.body.find("clk") == std::string::npos);
  }

  void beforeAnyMunicipalityIsOpen_everythingIs503() {
    const Folder dir;
    const FixedClock clock;
    SeededRandom random;
    hub::WorkerPool workers{0};
    hub::SqliteDatabase database{dir.path().toStdString()};
    hub::Site site{database, clock, random, workers, [](const std::string&, hub::Hub&) {}};
    const auto ask = [&](const char* path) {
      hub::Response answer;
      site.answer(getOf(path), [&](hub::Response given) { answer = std::move(given); });
      return answer;
    };
    QVERIFY(!site.open());
    for (const char* path : {"/ready", "/health", "/v1/hello", "/metrics", "/nothing"}) {
      QCOMPARE(ask(path).status, 503);
      QVERIFY(isAsked(ask(path), "Retry-After"));
    }
    QCOMPARE(site.unreadable(413).status, 503);
    QVERIFY(database.make("")->get()->write([&](hub::WriteTx& tx) {
      return tx.setUp({newRandomId(random), "By"}, 11, clock.now());
    }));
    QVERIFY(site.open());
    QCOMPARE(ask("/ready").status, 200);
    QCOMPARE(ask("/health").status, 200);
    QCOMPARE(site.unreadable(413).status, 413);
  }

  void withADatabaseThatCannotBeWritten_theHubIsWell_butNotReady() {
    OpenHub open;
    hub::Response ready;
    hub::Response health;
    {
      const FileSizeLimit full{0};
      ready = open.ask("/ready");
      health = open.ask("/health");
    }
    QCOMPARE(ready.status, 503);
    QVERIFY(isAsked(ready, "Retry-After"));
    QCOMPARE(health.status, 200);
    hub::Readiness later;
    QVERIFY(later.ask(open.hub.storage));
    open.world.storage.reset();
    const SQLite::Database db{open.world.dir.filePath("hub.db").toStdString()};
    SQLite::Statement left{db, "SELECT count(*) FROM erased"};
    QVERIFY(left.executeStep());
    QCOMPARE(left.getColumn(0).getInt(), 0);
  }

  void toldToStop_theHubIsNotReady_andGoesOnUntilItIsDrained() {
    HubProcess hub;
    hub.start({"--drain-seconds", "600"});
    QCOMPARE(request("GET", hub.url() + "/ready").status, 200);
    hub.terminate();
    QVERIFY(eventually([&] { return request("GET", hub.url() + "/ready").status == 503; }));
    QCOMPARE(request("GET", hub.url() + "/health").status, 200);
    QCOMPARE(request("GET", hub.url() + "/v1/hello").status, 200);
    hub.stop();  // the second signal
    QVERIFY(!hub.running());
    QVERIFY(hub.log().contains("draining seconds=600"));
    QVERIFY(hub.log().contains("stopping"));
  }
};

QTEST_GUILESS_MAIN(TstObserve)
#include "tst_observe.moc"
