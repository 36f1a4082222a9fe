// Goal: other programs read the shared figures, and nothing but those, in the form they ask for;
// page by page they get every cell once, and they need not fetch again what has not changed.
// Method: the real program on loopback; what it says is compared with its database.
#include "platform/csv.h"
#include "platform/gzip.h"
#include "sync/hub/csv_table.h"
#include "sync/hub/negotiation.h"
#include "tests/hub/hub_requests.h"

#include <QFile>
#include <QJsonArray>
#include <QTest>
#include <QUrl>
#include <QUrlQuery>
#include <map>
#include <set>

using namespace vejviser;
using namespace vejviser::test;

namespace {

const QStringList kFigures = {"/v1/statistics", "/v1/statistics/cells", "/v1/catalogue",
                              "/v1/branches"};

QString keyOf(const QJsonObject& cell) {
  return cell["day"].toString() + "/" + cell["series"].toString() + "/" +
         cell["branch"].toString() + "/" + cell["unit"].toString() + "/" + cell["item"].toString();
}

/// What every answer to a question says anew is left out.
std::map<std::string, std::string> sameHeaders(const Exchange& exchange) {
  std::map<std::string, std::string> headers{exchange.headers.begin(), exchange.headers.end()};
  headers.erase("X-Request-Id");
  return headers;
}

std::vector<std::vector<std::string>> rowsOf(const Answer& answer) {
  return platform::readCsv(answer.body.toStdString()).value();
}

}  // namespace

class TstApi : public QObject {
  Q_OBJECT

 private:
  std::unique_ptr<HubProcess> m_hub;
  Folder m_dir;
  QString m_tablet;
  QString m_reader;  ///< header
  EntryMaker m_maker{"1111111111111111"};

  QString bearer() const { return "Authorization: Bearer " + tokenOf(m_tablet); }
  QString newToken(const QString& name, const QStringList& more = {}) const {
    const Ran ran = m_hub->command(QStringList{"api-token", "add", name} + more);
    if (ran.exitCode != 0) qFatal("no token: %s", qPrintable(ran.err));
    return "Authorization: Bearer " + ran.out.trimmed();
  }
  Answer get(const QString& path, const QStringList& more = {}) const {
    return request("GET", m_hub->url() + path, {}, QStringList{m_reader} + more);
  }
  void push(const std::vector<Entry>& entries) const {
    const Answer answer =
        request("POST", m_hub->url() + "/v1/sync", pushOf(entries), {bearer(), kJson});
    QCOMPARE(answer.status, 200);
  }
  void expectProblem(const Answer& answer, int status, const QString& type) const {
    QCOMPARE(answer.status, status);
    QCOMPARE(answer.type, QString{"application/problem+json"});
    QCOMPARE(answer.json()["type"].toString(), "urn:vejviser:problem:" + type);
  }
  void change(const QString& sql) const {
    m_hub->stop();
    QCOMPARE(runProgram("sqlite3", {m_hub->folder() + "/hub.db", sql}).exitCode, 0);
    m_hub->start();
  }
  /// The page that a Link header leads to; empty after the last one.
  static QString nextOf(const Answer& answer) {
    static const QRegularExpression kNext{"^<\\?(.*)>; rel=\"next\"$"};
    return kNext.match(answer.header("Link")).captured(1);
  }
  QJsonArray allCells(const QString& query) const {
    QJsonArray all;
    for (QString next = query; !next.isNull();) {
      const Answer page = get("/v1/statistics/cells?" + next);
      if (page.status != 200) qFatal("%s", page.body.constData());
      for (const QJsonValue& cell : page.json()["cells"].toArray()) all.append(cell);
      next = nextOf(page);
      if (next.isEmpty()) next = QString{};
    }
    return all;
  }

 private slots:
  void initTestCase() {
    m_hub = std::make_unique<HubProcess>(
        QStringList{"hb=Hovedbiblioteket", "bs==HYPERLINK(\"http://x\";\"Borgerservice, nord\")"});
    m_hub->start();
    m_tablet = m_dir.path("tablet");
    m_hub->enrol(m_tablet);
    m_reader = newToken("BI");
    std::vector<Entry> entries;
    const auto now = std::chrono::system_clock::now();
    for (int i = 0; i < 40; ++i) {
      Entry entry = m_maker.help(i % 3 == 0 ? "loan" : "mitid-help");
      entry.at = Instant{std::chrono::floor<milliseconds>(now.time_since_epoch())} -
                 std::chrono::hours{7 * i};
      entry.fields.branch = i % 2 == 0 ? "hb" : "bs";
      entry.fields.unit = i % 2 == 0 ? Unit::Library : Unit::CitizenService;
      entries.push_back(entry);
    }
    push(entries);
  }

  void readersToken_opensFigures_andNothingElse() {
    for (const QString& path : kFigures) QCOMPARE(get(path).status, 200);
    expectProblem(request("POST", m_hub->url() + "/v1/sync", pushOf({}), {m_reader, kJson}), 401,
                  "unknown-tablet");
    expectProblem(request("POST", m_hub->url() + "/v1/token", "{}", {m_reader, kJson}), 401,
                  "unknown-tablet");
    for (const char* page : {"/overview", "/held", "/tablets"}) QCOMPARE(get(page).status, 303);
  }

  void withoutAToken_nothingIsGiven() {
    for (const QString& path : kFigures) {
      const Answer nobody = request("GET", m_hub->url() + path);
      expectProblem(nobody, 401, "unknown-tablet");
      QCOMPARE(nobody.header("WWW-Authenticate"), QString{"Bearer"});
      const Answer wrong = request("GET", m_hub->url() + path, {}, {m_reader + "0"});
      expectProblem(wrong, 401, "unknown-token");
      QCOMPARE(wrong.header("WWW-Authenticate"), QString{"Bearer error=\"invalid_token\""});
    }
  }

  void token_revoked_opensNothing_fromTheNextRequestOn() {
    const QString token = newToken("Leaving");
    QCOMPARE(request("GET", m_hub->url() + "/v1/branches", {}, {token}).status, 200);
    QCOMPARE(m_hub->command({"api-token", "revoke", "Leaving"}).exitCode, 0);
    expectProblem(request("GET", m_hub->url() + "/v1/branches", {}, {token}), 401, "unknown-token");
    QCOMPARE(m_hub->command({"api-token", "revoke", "Leaving"}).exitCode, 1);
    QVERIFY(!m_hub->command({"api-token", "list"}).out.contains("Leaving"));
  }

  void token_expired_opensNothing() {
    const QString token = newToken("For a month", {"--expires", "30"});
    QCOMPARE(request("GET", m_hub->url() + "/v1/branches", {}, {token}).status, 200);
    const qint64 left =
        m_hub->number("SELECT expires - created FROM api_token WHERE name='For a month'");
    QCOMPARE(left, qint64{30} * 24 * 3'600'000);
    change("UPDATE api_token SET expires = 1 WHERE name='For a month'");
    expectProblem(request("GET", m_hub->url() + "/v1/branches", {}, {token}), 401, "unknown-token");
    QVERIFY(m_hub->command({"api-token", "list"}).out.contains("expired"));
  }

  void token_thatCannotBe_isRefused_andNotMade() {
    const qint64 before = m_hub->number("SELECT count(*) FROM api_token");
    for (const QStringList& wrong :
         {QStringList{"BI"}, QStringList{""}, QStringList{"X", "--expires", "0"},
          QStringList{"X", "--expires", "3651"}, QStringList{"X", "--expires", "soon"}}) {
      QCOMPARE(m_hub->command(QStringList{"api-token", "add"} + wrong).exitCode, 1);
    }
    QCOMPARE(m_hub->number("SELECT count(*) FROM api_token"), before);
  }

  void token_isKeptAsItsDigestOnly() {
    const QByteArray secret = m_reader.section(' ', 2).toUtf8();
    QVERIFY(secret.startsWith("vejviser-api-"));
    QVERIFY(!m_hub->command({"api-token", "list"}).out.contains(secret));
    m_hub->stop();
    for (const char* name : {"/hub.db", "/hub.db-wal"}) {
      QFile file{m_hub->folder() + name};
      if (file.open(QIODevice::ReadOnly)) QVERIFY(!file.readAll().contains(secret));
    }
    QVERIFY(!m_hub->log().contains(QString::fromUtf8(secret)));
    m_hub->start();
  }

  void tokensUse_isNotedOnceAnHour() {
    const QString used = "SELECT last_used FROM api_token WHERE name='BI'";
    QCOMPARE(get("/v1/branches").status, 200);
    const qint64 first = m_hub->number(used);
    QVERIFY(first > 0);
    QCOMPARE(get("/v1/branches").status, 200);
    QCOMPARE(m_hub->number(used), first);
    change(QString{"UPDATE api_token SET last_used = %1 WHERE name='BI'"}.arg(first - 3'700'000));
    QCOMPARE(get("/v1/branches").status, 200);
    QVERIFY(m_hub->number(used) >= first);
  }

  void figures_unchanged_are304_andChanged_are200() {
    for (const QString& path : kFigures) {
      const Answer first = get(path);
      const QString tag = first.header("ETag");
      QVERIFY2(!tag.isEmpty() && !tag.startsWith("W/"), qPrintable(path));
      QCOMPARE(first.header("Cache-Control"), QString{"private, no-cache"});
      QCOMPARE(get(path).header("ETag"), tag);
      const Answer again = get(path, {"If-None-Match: \"other\", " + tag});
      QCOMPARE(again.status, 304);
      QVERIFY(again.body.isEmpty());
      QCOMPARE(again.header("ETag"), tag);
      QCOMPARE(again.header("Content-Type"), QString{});
      push({m_maker.help("loan")});
      const Answer changed = get(path, {"If-None-Match: " + tag});
      QCOMPARE(changed.status, 200);
      QVERIFY(changed.header("ETag") != tag);
    }
  }

  void tag_isAnotherForAnotherAnswer() {
    std::set<QString> tags;
    const QStringList queries = {"",
                                 "branch=hb",
                                 "from=2026-01-01&to=2026-02-01",
                                 "from=2026-01-01&to=2026-02-02",
                                 "format=csv",
                                 "format=csv&dialect=da"};
    for (const QString& query : queries) tags.insert(get("/v1/statistics?" + query).header("ETag"));
    tags.insert(get("/v1/statistics", {"Accept-Encoding: identity"}).header("ETag"));
    for (const char* query : {"unit=library", "series=topic", "limit=7"}) {
      tags.insert(get(QString{"/v1/statistics/cells?"} + query).header("ETag"));
    }
    for (const QString& path : kFigures.mid(1)) tags.insert(get(path).header("ETag"));
    QCOMPARE(tags.size(), std::size_t{6 + 1 + 3 + 3});
  }

  void coverage_changesTheTag_withoutAnyEntry() {
    const QString tag = get("/v1/statistics").header("ETag");
    QCOMPARE(get("/v1/statistics", {"If-None-Match: " + tag}).status, 304);
    m_hub->enrol(m_dir.path("another"));
    const Answer after = get("/v1/statistics", {"If-None-Match: " + tag});
    QCOMPARE(after.status, 200);
    QCOMPARE(after.json()["coverage"].toObject()["tablets"].toInt(), 2);
  }

  void cells_pageByPage_areTheWholeCube() {
    const QString period = "from=2025-01-01&to=2027-12-31";
    const QJsonArray whole = allCells(period + "&limit=10000");
    QCOMPARE(whole.size(), m_hub->number("SELECT count(*) FROM cell WHERE n <> 0"));
    QCOMPARE(allCells(period + "&limit=7"), whole);
    qint64 sum = 0;
    for (const QJsonValue& cell : whole) sum += cell["n"].toInteger();
    QCOMPARE(sum, m_hub->number("SELECT sum(n) FROM cell"));
  }

  void cells_whileFiguresChange_areEachGivenOnce() {
    std::set<QString> before;
    for (const QJsonValue& cell : allCells("")) before.insert(keyOf(cell.toObject()));
    std::vector<QString> given;
    int pages = 0;
    for (QString next = "limit=5"; !next.isEmpty(); ++pages) {
      const Answer page = get("/v1/statistics/cells?" + next);
      for (const QJsonValue& cell : page.json()["cells"].toArray()) {
        given.push_back(keyOf(cell.toObject()));
      }
      next = nextOf(page);
      Entry early = m_maker.help("print");  // new cells before and after the place of reading
      early.at = Instant{std::chrono::floor<milliseconds>(
                     std::chrono::system_clock::now().time_since_epoch())} -
                 std::chrono::hours{24 * (pages % 27)};
      push({early});
    }
    QVERIFY(pages > 5);
    const std::set<QString> once{given.begin(), given.end()};
    QCOMPARE(once.size(), given.size());
    QVERIFY(std::includes(once.begin(), once.end(), before.begin(), before.end()));
  }

  void cells_filtered_areThoseAlone_data() {
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("sql");
    QTest::newRow("branch") << "branch=bs"
                            << "branch = 'bs'";
    QTest::newRow("unit") << "unit=library"
                          << "unit = 1";
    QTest::newRow("series") << "series=topic"
                            << "series = 1";
    QTest::newRow("two series") << "series=hour,people"
                                << "series IN (2, 3)";
    QTest::newRow("all of it") << "branch=hb&unit=library&series=topic"
                               << "branch = 'hb' AND unit = 1 AND series = 1";
  }

  void cells_filtered_areThoseAlone() {
    QFETCH(QString, query);
    QFETCH(QString, sql);
    const QString from = toString(toLocal(Instant{std::chrono::floor<milliseconds>(
                                              std::chrono::system_clock::now().time_since_epoch())})
                                      .day -
                                  std::chrono::days{9})
                             .c_str();
    const QString to =
        QString::fromStdString(toString(*parseDay(from.toStdString()) + std::chrono::days{4}));
    const QJsonArray cells = allCells("from=" + from + "&to=" + to + "&limit=3&" + query);
    QVERIFY(!cells.isEmpty());
    qint64 sum = 0;
    for (const QJsonValue& cell : cells) sum += cell["n"].toInteger();
    const QString where = QString{" FROM cell WHERE n <> 0 AND day BETWEEN %1 AND %2 AND "}
                              .arg(toNumber(*parseDay(from.toStdString())))
                              .arg(toNumber(*parseDay(to.toStdString()))) +
                          sql;
    QCOMPARE(cells.size(), m_hub->number("SELECT count(*)" + where));
    QCOMPARE(sum, m_hub->number("SELECT sum(n)" + where));
  }

  void cells_addUpToTheStatistics() {
    const QJsonObject figures = get("/v1/statistics").json();
    qint64 helps = 0;
    qint64 people = 0;
    for (const QJsonValue& cell : allCells("")) {
      if (cell["series"] == "topic") helps += cell["n"].toInteger();
      if (cell["series"] == "people") people += cell["n"].toInteger();
    }
    QVERIFY(helps > 0);
    QCOMPARE(figures["helps"].toInteger(), helps);
    QCOMPARE(figures["people"].toInteger(), people);
    qint64 outcomes = 0;
    for (const QJsonValue& row : figures["by_item"].toArray()) {
      if (row["series"] == "outcome") outcomes += row["n"].toInteger();
    }
    QCOMPARE(outcomes, helps);
  }

  void csv_saysWhatJsonSays() {
    const QJsonArray cells = get("/v1/statistics/cells?limit=10000").json()["cells"].toArray();
    const Answer csv = get("/v1/statistics/cells?limit=10000", {"Accept: text/csv"});
    QCOMPARE(csv.type, QString{"text/csv"});
    QCOMPARE(csv.header("Content-Type"), QString{"text/csv; charset=utf-8; header=present"});
    const auto rows = rowsOf(csv);
    QCOMPARE(rows.size(), static_cast<std::size_t>(cells.size()) + 1);
    for (qsizetype i = 0; i < cells.size(); ++i) {
      const auto& row = rows[static_cast<std::size_t>(i) + 1];
      const QJsonObject cell = cells[i].toObject();
      QCOMPARE(QString::fromStdString(row[0] + "/" + row[1] + "/" + row[2] + "/" + row[3] + "/" +
                                      row[4]),
               keyOf(cell));
      QCOMPARE(std::stoll(row[5]), cell["n"].toInteger());
    }
    const auto figures = rowsOf(get("/v1/statistics?format=csv"));
    QCOMPARE(figures[1][0], std::string{"helps"});
    QCOMPARE(std::stoll(figures[1][4]), get("/v1/statistics").json()["helps"].toInteger());
  }

  void csv_inDanish_isWhatADanishExcelOpens() {
    const QByteArray danish = get("/v1/statistics?format=csv&dialect=da").body;
    const QByteArray plain = get("/v1/statistics?format=csv").body;
    QVERIFY(
        danish.startsWith("\xEF\xBB\xBF"
                          "figure;unit;item;hour;n;share\r\n"));
    QVERIFY(plain.startsWith("figure,unit,item,hour,n,share\r\n"));
    QCOMPARE(plain.count('\n'), plain.count("\r\n"));
    QVERIFY(QString::fromUtf8(danish).contains(QRegularExpression{";0,\\d{4}\r\n"}));
    QVERIFY(QString::fromUtf8(plain).contains(QRegularExpression{",0\\.\\d{4}\r\n"}));
  }

  void names_thatWouldBeFormulas_areText() {
    const auto rows = rowsOf(get("/v1/branches?format=csv&dialect=da"));
    QCOMPARE(rows[1][1], std::string{"'=HYPERLINK(\"http://x\";\"Borgerservice, nord\")"});
    QCOMPARE(get("/v1/branches").json()["branches"].toArray().first()["name"].toString(),
             QString{"=HYPERLINK(\"http://x\";\"Borgerservice, nord\")"});
    hub::CsvTable table{hub::CsvDialect::International, {"a"}};
    for (const char* text : {"=1", "+1", "-1", "@x", "\tx", "\rx", "\nx"}) {
      table.add({std::string{text}, std::int64_t{-1}});
    }
    const auto read = platform::readCsv(table.text());
    for (const auto& row : *read) {
      QVERIFY(row[0] == "a" || row[0].starts_with('\''));
      if (row.size() > 1) QCOMPARE(row[1], std::string{"-1"});
    }
  }

  void parameters_thatCannotBeUsed_areNamed_data() {
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("parameter");
    QTest::addColumn<QString>("says");
    const QString cells = "/v1/statistics/cells?";
    QTest::newRow("unknown") << "/v1/statistics?form=2026-01-01"
                             << "form"
                             << "from, to, branch, format, dialect";
    QTest::newRow("none there") << "/v1/hello?x="
                                << "x"
                                << "there are none";
    QTest::newRow("day") << "/v1/statistics?from=1.2.2026"
                         << "from"
                         << "2026-11-24";
    QTest::newRow("branch that is not") << "/v1/statistics?branch=moon"
                                        << "branch"
                                        << "bs, hb";
    QTest::newRow("branch of cells") << cells + "branch=moon"
                                     << "branch"
                                     << "bs, hb";
    QTest::newRow("unit") << cells + "unit=1"
                          << "unit"
                          << "library or citizen_service";
    QTest::newRow("series") << cells + "series=topic,topics"
                            << "series"
                            << "topic, hour, people";
    QTest::newRow("no rows") << cells + "limit=0"
                             << "limit"
                             << "from 1 to 10000";
    QTest::newRow("too many rows") << cells + "limit=10001"
                                   << "limit"
                                   << "from 1 to 10000";
    QTest::newRow("half a number") << cells + "limit=1e3"
                                   << "limit"
                                   << "from 1 to 10000";
    QTest::newRow("cursor") << cells + "cursor=2026-11-24"
                            << "cursor"
                            << "as the hub gave it";
    QTest::newRow("cursor of nothing") << cells + "cursor=eHg"
                                       << "cursor"
                                       << "as the hub gave it";
    QTest::newRow("format") << "/v1/catalogue?format=xlsx"
                            << "format"
                            << "json, csv";
    QTest::newRow("dialect") << "/v1/branches?dialect=sv"
                             << "dialect"
                             << "international, da";
  }

  void parameters_thatCannotBeUsed_areNamed() {
    QFETCH(QString, path);
    QFETCH(QString, parameter);
    QFETCH(QString, says);
    const Answer answer = get(path);
    expectProblem(answer, 422, "parameter");
    QCOMPARE(answer.json()["parameter"].toString(), parameter);
    QVERIFY2(answer.json()["detail"].toString().contains(says), answer.body);
  }

  void form_thatIsNotThere_is406() {
    const Answer answer = get("/v1/statistics", {"Accept: application/xml, text/csv;q=0"});
    expectProblem(answer, 406, "not-acceptable");
    QVERIFY(answer.header("Vary").contains("Accept"));
  }

  void head_saysWhatGetWouldSay_withoutABody() {
    for (const QString& path : kFigures) {
      const QByteArray head =
          raw(m_hub->port(), "HEAD " + path.toUtf8() + " HTTP/1.1\r\nHost: x\r\n" +
                                 m_reader.toUtf8() + "\r\nConnection: close\r\n\r\n");
      const Exchange said = exchangeOf("HEAD " + path.toUtf8() + " HTTP/1.1\r\n", head);
      QCOMPARE(said.status, 200);
      QVERIFY(said.body.isEmpty());
      const QByteArray whole =
          raw(m_hub->port(), "GET " + path.toUtf8() + " HTTP/1.1\r\nHost: x\r\n" +
                                 m_reader.toUtf8() + "\r\nConnection: close\r\n\r\n");
      QVERIFY(sameHeaders(said) == sameHeaders(exchangeOf("GET / HTTP/1.1\r\n", whole)));
    }
    QCOMPARE(request("DELETE", m_hub->url() + "/v1/branches").header("Allow"),
             QString{"GET, HEAD"});
  }

  void accept_isReadAsHttpHasIt_data() {
    QTest::addColumn<QByteArray>("accept");
    QTest::addColumn<QByteArray>("chosen");
    const QByteArray json = "application/json";
    const QByteArray csv = "text/csv";
    QTest::newRow("none") << QByteArray{} << json;
    QTest::newRow("anything") << QByteArray{"*/*"} << json;
    QTest::newRow("text") << QByteArray{"text/*"} << csv;
    QTest::newRow("any case") << QByteArray{"Text/CSV"} << csv;
    QTest::newRow("the heavier") << QByteArray{"application/json;q=0.5, text/csv"} << csv;
    QTest::newRow("of equals the first") << QByteArray{"text/csv, application/json"} << json;
    QTest::newRow("anything but") << QByteArray{"*/*, application/json;q=0"} << csv;
    QTest::newRow("the closer range counts")
        << QByteArray{"text/*;q=0.9, text/csv;q=0, */*;q=0.1"} << json;
    QTest::newRow("with parameters") << QByteArray{"text/csv; charset=utf-8; q=0.3"} << csv;
    QTest::newRow("neither") << QByteArray{"image/png"} << QByteArray{};
    QTest::newRow("a weight that is none") << QByteArray{"text/csv;q=2"} << QByteArray{};
    QTest::newRow("rubbish") << QByteArray{";;;,=,q=1"} << QByteArray{};
  }

  void accept_isReadAsHttpHasIt() {
    QFETCH(QByteArray, accept);
    QFETCH(QByteArray, chosen);
    const auto found = hub::preferred(accept.toStdString(), {"application/json", "text/csv"});
    QCOMPARE(QByteArray::fromStdString(std::string{found}), chosen);
  }

  void gzip_isUsedOnlyWhenItIsAccepted() {
    QVERIFY(hub::acceptsGzip("gzip"));
    QVERIFY(hub::acceptsGzip("br, GZIP;q=0.1"));
    QVERIFY(hub::acceptsGzip("*"));
    for (const char* no : {"", "identity", "gzip;q=0", "*, gzip;q=0", "*;q=0", "xgzip"}) {
      QVERIFY2(!hub::acceptsGzip(no), no);
    }
  }
};

QTEST_GUILESS_MAIN(TstApi)
#include "tst_api.moc"
