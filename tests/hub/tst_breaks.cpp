// Goal: who reads figures is told of the days on which they became something else, and finds a
// topic's figures on both sides of such a day in one number.
// Method: pages of the hub in this process, on both engines, before and after such days.
#include "tests/hub/people_world.h"
#include "tests/support/programs.h"

#include <QFile>
#include <QTest>

using namespace vejviser;
using namespace vejviser::test;

namespace {

/// Until the end of September, "mitid-help" was "nemid-help".
struct World : PeopleWorld {
  World() {
    seeExact();
    write([&](hub::WriteTx& tx) -> Status {
      Topic old{"nemid-help", "NemID: hjælp", "NemID: help", "g"};
      old.validTo = parseDay("2026-09-30");
      old.replacedBy = "mitid-help";
      const auto pos = tx.takePositions(3, 14, clock.now());
      if (const Status s = tx.putTopics(std::vector{old}, *pos); !s) return s;
      if (const Status s = tx.putBranch({"gram", "Gram"}, *pos + 1); !s) return s;
      return tx.putDocument({"series",
                             "series,branch,from,to,n,da,en\n"
                             ",gram,2026-10-12,,,Borgerservice flyttede ind,Citizen service came\n"
                             "loans,gram,2026-10-13,,,Nyt lånesystem,New system\n"},
                            *pos + 2);
    });
    help("nemid-help", "2026-09-10 10:00", 3);
    help("mitid-help", "2026-10-10 10:00", 4);
  }

  void help(const std::string& topic, const char* when, int count) {
    std::vector<Entry> entries;
    for (int i = 0; i < count; ++i) {
      Entry entry = maker.help(topic);
      entry.fields.when = fromLocal(*parseLocalTime(when));
      entry.at = clock.now();
      entries.push_back(entry);
    }
    reading = {clock.now(), entries.front().boot, entries.front().up};
    push(entries);
  }

  QString page(const std::string& path, const std::map<std::string, std::string>& query) {
    hub::Request request = requestOf("both", "GET", path);
    request.query = query;
    request.query.insert({"lang", "en"});
    const hub::Response response = answer(request);
    return response.status == 200 ? QString::fromStdString(response.body) : QString{};
  }

  std::string file(const char* format) {
    hub::Request request = requestOf("both", "GET", "/v1/statistics");
    request.query = {{"from", "2026-09-01"}, {"to", "2026-10-31"}, {"format", format}};
    return answer(request).body;
  }

  EntryMaker maker;
};

QStringList breaksOf(const QString& page) {
  QStringList breaks = page.section("id=\"breaks\"", 1).section("</ul>", 0, 0).split("<li>");
  breaks.removeFirst();
  for (QString& each : breaks) each = each.section("</li>", 0, 0);
  return breaks;
}

const QString kTopic = "1 Oct 2026: “NemID: help” goes on as “M”.";
const QString kMove = "12 Oct 2026: Gram: Citizen service came";

}  // namespace

class TstBreaks : public QObject {
  Q_OBJECT

 private slots:
  void everyPageOfFigures_tellsOfTheBreaksInItsPeriod_data() {
    QTest::addColumn<QString>("path");
    for (const char* path : {"/overview", "/figures/referrals", "/figures/topics", "/figures/hours",
                             "/figures/routine", "/figures/events", "/figures/coverage"}) {
      QTest::newRow(path) << path;
    }
  }
  void everyPageOfFigures_tellsOfTheBreaksInItsPeriod() {
    QFETCH(const QString, path);
    World world;
    const auto told = [&](const char* from, const char* to, const char* branch = "") {
      return breaksOf(
          world.page(path.toStdString(), {{"from", from}, {"to", to}, {"branch", branch}}));
    };
    QCOMPARE(told("2026-09-01", "2026-10-31"), (QStringList{kTopic, kMove}));
    QCOMPARE(told("2026-09-01", "2026-10-31", "gram"), (QStringList{kTopic, kMove}));
    QCOMPARE(told("2026-09-01", "2026-10-31", "hb"), QStringList{kTopic});
    QCOMPARE(told("2026-10-01", "2026-10-11"), QStringList{});  // all of it is after the one
    QCOMPARE(told("2026-09-30", "2026-10-01"), QStringList{kTopic});
    QCOMPARE(told("2026-09-01", "2026-09-30"), QStringList{});
  }

  void whatIsComparedAcrossABreak_isToldOfIt() {
    World world;
    const std::map<std::string, std::string> october = {{"from", "2026-10-01"},
                                                        {"to", "2026-10-11"}};
    QCOMPARE(breaksOf(world.page("/overview", october)), QStringList{});
    auto compared = october;
    compared["compare"] = "before";
    QCOMPARE(breaksOf(world.page("/overview", compared)), QStringList{kTopic});
  }

  void filesForPeople_tellOfThem() {
    World world;
    const auto told = [&](const char* format, const QString& program, const QStringList& before,
                          const QStringList& after) {
      const Folder folder;
      QFile file{folder.path("figures")};
      const std::string body = world.file(format);
      if (!file.open(QIODevice::WriteOnly)) return QString{};
      file.write(body.data(), static_cast<qint64>(body.size()));
      file.close();
      return runProgram(program, before + QStringList{file.fileName()} + after).out.simplified();
    };
    const QString pdf = told("pdf", "/usr/bin/pdftotext", {}, {"-"});
    QVERIFY2(pdf.contains(kTopic) && pdf.contains(kMove), qPrintable(pdf.left(900)));
    const QString book = told("xlsx", "/usr/bin/python3",
                              {QStringLiteral(VEJVISER_SOURCE "/tests/hub/read_xlsx.py")}, {});
    QVERIFY2(book.contains("12 Oct 2026: Gram: Citizen service came"), qPrintable(book.left(900)));
  }

  void aTopicWithABridge_isCountedOnBothSides_underItsNameNow() {
    World world;
    const auto rows = [&](const char* from, const char* to) {
      return world.page("/figures/topics", {{"from", from}, {"to", to}})
          .section("id=\"table-helps_by_current_topic\"", 1)
          .section("</table>", 0, 0);
    };
    QVERIFY(rows("2026-09-01", "2026-10-31").contains("<th scope=\"row\">M</th><td>7</td>"));
    QVERIFY(!rows("2026-09-01", "2026-10-31").contains("NemID"));
    QCOMPARE(rows("2026-10-01", "2026-10-31"), QString{});  // the same as by topic
  }
};

QTEST_GUILESS_MAIN(TstBreaks)
#include "tst_breaks.moc"
