// Goal: figures leave the hub as a workbook that says the same as its JSON, and nothing in it can
// be a formula. Method: the real program on both engines; workbooks are read back by Python from
// their XML alone, and added up against what GET /v1/statistics says.
#include "tests/hub/hub_requests.h"
#include "tests/hub/hub_world.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>
#include <set>

using namespace vejviser;
using namespace vejviser::test;

namespace {

const QString kXlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const QString kFormula = "=HYPERLINK(\"http://x\";\"Bøger & børn\")";

using Numbers = std::map<QString, qint64>;

/// A workbook, read back.
class Book {
 public:
  explicit Book(const QByteArray& bytes) {
    const Folder folder;
    QFile file{folder.path("book.xlsx")};
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) return;
    file.close();
    const Ran ran = runProgram("/usr/bin/python3",
                               {VEJVISER_SOURCE "/tests/hub/read_xlsx.py", file.fileName()});
    if (ran.exitCode != 0) qFatal("no workbook: %s", qPrintable(ran.err));
    m_said = QJsonDocument::fromJson(ran.out.toUtf8()).object();
  }

  QJsonArray sheets() const { return m_said["sheets"].toArray(); }
  QStringList names() const {
    QStringList names;
    for (const QJsonValue& sheet : sheets()) names << sheet["name"].toString();
    return names;
  }
  QJsonArray rows(int sheet) const {
    QJsonArray rows = sheets()[sheet].toObject()["rows"].toArray();
    rows.removeFirst();
    return rows;
  }
  QStringList headings(int sheet) const {
    QStringList headings;
    for (const QJsonValue& cell : sheets()[sheet].toObject()["rows"].toArray().first().toArray()) {
      headings << cell.toString();
    }
    return headings;
  }
  /// What the first sheet says, by its words.
  QJsonObject about() const {
    QJsonObject about;
    for (const QJsonValue& row : rows(0)) about[row[0].toString()] = row[1];
    return about;
  }

 private:
  QJsonObject m_said;
};

enum { About, Overview, Topics, Branches, Days, Hours, Referrals, Others };
const char* const kUnits[] = {"library", "citizen_service"};

/// "key/unit" -> n of a sheet whose last three columns are the units and their sum.
Numbers byUnit(const Book& book, int sheet, int key) {
  Numbers numbers;
  for (const QJsonValue& row : book.rows(sheet)) {
    const auto cells = row.toArray();
    const QString name =
        cells[key].isObject() ? cells[key]["day"].toString() : cells[key].toString();
    const qsizetype first = cells.size() - 3;
    for (qsizetype i = 0; i < 2; ++i) {
      const qint64 n = cells[first + i].toInteger();
      if (n != 0) numbers[name + "/" + kUnits[i]] = n;
    }
    if (cells[first + 2].toInteger() != cells[first].toInteger() + cells[first + 1].toInteger()) {
      numbers["wrong sum: " + name] = -1;
    }
  }
  return numbers;
}

/// "weekday/hour/unit" -> n.
Numbers byHour(const Book& book) {
  Numbers numbers;
  const QJsonArray rows = book.rows(Hours);
  for (qsizetype i = 0; i < rows.size(); ++i) {
    for (int hour = 0; hour < 24; ++hour) {
      const qint64 n = rows[i][hour + 2].toInteger();
      if (n == 0) continue;
      numbers[QString{"%1/%2/%3"}.arg(i % 7 + 1).arg(hour).arg(kUnits[i / 7])] = n;
    }
  }
  return numbers;
}

/// "series/item/unit" -> n, from the JSON and from the sheet.
Numbers itemsOf(const QJsonObject& figures) {
  return tableOf(figures, "by_item", {"series", "item", "unit"}, "n");
}
Numbers itemsOf(const Book& book) {
  Numbers numbers;
  for (const QJsonValue& row : book.rows(Others)) {
    const QString unit = row[1].toString() == "Library" ? kUnits[0] : kUnits[1];
    const QString code = row[3].toString();
    numbers[code + (code.contains('/') ? "/" : "//") + unit] = row[4].toInteger();
  }
  return numbers;
}

}  // namespace

class TstExports : public QObject {
  Q_OBJECT

 private:
  std::unique_ptr<HubProcess> m_hub;
  Folder m_dir;
  QString m_reader;  ///< header
  EntryMaker m_maker{"1111111111111111"};
  std::vector<Entry> m_entries;

  static QByteArray read(const QString& path) {
    QFile file{path};
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray{};
  }
  Answer get(const QString& query, const QStringList& more = {}) const {
    return request("GET", m_hub->url() + "/v1/statistics" + query, {},
                   more + QStringList{m_reader});
  }
  /// `waiting`: entries that the tablet says it holds beside these.
  Answer push(const std::vector<Entry>& entries, int waiting) const {
    QByteArray body = pushOf(entries);
    const auto pending = static_cast<qsizetype>(entries.size()) + waiting;
    body.replace("\"pending\":0", "\"pending\":" + QByteArray::number(pending));
    return request("POST", m_hub->url() + "/v1/sync", body,
                   {"Authorization: Bearer " + tokenOf(m_dir.path("tablet")), kJson});
  }

  /// One of every kind of figure, at both units.
  std::vector<Entry> everyKind() {
    std::vector<Entry> entries;
    const auto now = std::chrono::floor<milliseconds>(std::chrono::system_clock::now());
    for (int i = 0; i < 40; ++i) {
      Entry help = m_maker.help(i % 3 == 0 ? "loan" : "mitid-help");
      help.fields.branch = i % 2 == 0 ? "hb" : "";
      help.fields.unit = i % 2 == 0 ? Unit::Library : Unit::CitizenService;
      help.fields.people = 1 + i % 4;
      entries.push_back(help);
      if (i % 5 == 0) {
        Entry referral = m_maker.referral(help, i % 2 == 0 ? "citizen_service" : "skat");
        referral.fields.unit = help.fields.unit;
        entries.push_back(referral);
      }
    }
    entries.push_back(m_maker.question("Hvornår?"));
    Entry open = m_maker.question("Hvor?");
    open.fields.wanted = true;
    entries.push_back(open);
    entries.push_back(m_maker.quiet());
    for (std::size_t i = 0; i < entries.size(); ++i) {
      entries[i].at = Instant{now.time_since_epoch()} - std::chrono::hours{7 * (i + 1)};
    }
    return entries;
  }

 private slots:
  void initTestCase() {
    m_hub = std::make_unique<HubProcess>(QStringList{"hb=" + kFormula},
                                         onPostgres() ? postgres().url() : QString{});
    m_hub->start();
    m_hub->enrol(m_dir.path("tablet"));
    m_reader = "Authorization: Bearer " + m_hub->command({"api-token", "add", "BI"}).out.trimmed();
    m_entries = everyKind();
    QCOMPARE(push(m_entries, 0).status, 200);
  }

  void workbook_saysWhatTheJsonSays() {
    const QJsonObject figures = get("").json();
    const Answer answer = get("?format=xlsx");
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.type, kXlsx);
    const Book book{answer.body};
    const QJsonArray overview = book.rows(Overview);
    const char* const totals[] = {"helps", "people", "referrals"};
    for (int i = 0; i < 3; ++i) {
      QVERIFY(figures[totals[i]].toInteger() > 0);
      QCOMPARE(overview[i][1].toInteger(), figures[totals[i]].toInteger());
    }
    QCOMPARE(byUnit(book, Topics, 1), tableOf(figures, "by_topic", {"topic", "unit"}));
    QCOMPARE(byUnit(book, Branches, 1), tableOf(figures, "by_branch", {"branch", "unit"}));
    QCOMPARE(byUnit(book, Days, 0), tableOf(figures, "by_day", {"day", "unit"}));
    QCOMPARE(byHour(book), tableOf(figures, "by_hour", {"weekday", "hour", "unit"}));
    QCOMPARE(byUnit(book, Referrals, 1),
             tableOf(figures, "referrals_to", {"to", "from"}, "referrals"));
    QCOMPARE(itemsOf(book), itemsOf(figures));
    QVERIFY(itemsOf(book).size() > 5);
  }

  void firstSheet_saysWhatItIsAbout() {
    const QJsonObject figures = get("?from=2026-01-05&to=2026-01-11&branch=hb").json();
    const QJsonObject about =
        Book{get("?from=2026-01-05&to=2026-01-11&branch=hb&format=xlsx").body}.about();
    QCOMPARE(about["Municipality"].toString(), QString{"Prøvekøbing Kommune"});
    QCOMPARE(about["Period from"]["day"].toString(), QString{"2026-01-05"});
    QCOMPARE(about["Period to and including"]["day"].toString(), QString{"2026-01-11"});
    QCOMPARE(about["Place"].toString(), kFormula);
    QCOMPARE(about["Tablets in use"].toInteger(), 1);
    QVERIFY(!about["Made on"]["day"].toString().isEmpty());
    const LocalTime newest = toLocal(fromMs(figures["coverage"]["newest"].toInteger()));
    QCOMPARE(about["Last received"]["time"].toString(), QString::fromStdString(toString(newest)));
  }

  void tabletThatWaits_isOnTheFirstSheet_withoutAnyNewEntry() {
    const QString waits = "The tablet that has waited longest was last heard";
    const Answer before = get("?format=xlsx");
    QVERIFY(!Book{before.body}.about().contains(waits));
    QCOMPARE(push(m_entries, 3).status, 200);
    const Answer after = get("?format=xlsx", {"If-None-Match: " + before.header("ETag")});
    QCOMPARE(after.status, 200);
    const QJsonObject about = Book{after.body}.about();
    QCOMPARE(about["Entries that wait on tablets"].toInteger(), 3);
    QVERIFY(about[waits]["time"].isString());
    QCOMPARE(push(m_entries, 3).status, 200);  // heard again, nothing else
    QCOMPARE(get("?format=xlsx", {"If-None-Match: " + after.header("ETag")}).status, 200);
    QCOMPARE(push(m_entries, 0).status, 200);
  }

  void words_andNames_areInTheLanguageAskedFor() {
    const Book danish{get("?format=xlsx&dialect=da").body};
    QCOMPARE(danish.names(), (QStringList{"Om tallene", "Overblik", "Emner", "Steder", "Dage",
                                          "Ugedag og time", "Henvisninger", "Øvrige opgørelser"}));
    QCOMPARE(danish.headings(Topics),
             (QStringList{"Emne", "Kode", "Bibliotek", "Borgerservice", "I alt"}));
    const Book english{get("?format=xlsx").body};
    QCOMPARE(english.names(), (QStringList{"About", "Overview", "Topics", "Branches", "Days",
                                           "Weekday and hour", "Referrals", "Other series"}));
    QCOMPARE(english.headings(Days), (QStringList{"Day", "Library", "Citizen service", "Total"}));
    const QJsonArray topics =
        request("GET", m_hub->url() + "/v1/catalogue", {}, {m_reader}).json()["topics"].toArray();
    for (const QJsonValue& topic : topics) {
      if (topic["id"].toString() != "loan") continue;
      QCOMPARE(danish.rows(Topics)[0][0].toString(), topic["name_da"].toString());
      QCOMPARE(english.rows(Topics)[0][0].toString(), topic["name_en"].toString());
    }
  }

  void texts_areNeverFormulas_andHeadingsStayInView() {
    for (const QJsonValue& sheet : Book{get("?format=xlsx&dialect=da").body}.sheets()) {
      QCOMPARE(sheet["formulas"].toInt(), 0);
      QVERIFY(sheet["frozen"].toBool());
      const QJsonArray widths = sheet["widths"].toArray();
      QCOMPARE(widths.size(), sheet["rows"].toArray().first().toArray().size());
      for (const QJsonValue& width : widths) {
        QVERIFY(width.toDouble() >= 8 && width.toDouble() < 52);
      }
    }
    QCOMPARE(byUnit(Book{get("?format=xlsx").body}, Branches, 0).count(kFormula + "/library"),
             std::size_t{1});
  }

  void sameFigures_areTheSameBytes_underTheSameTag() {
    const Answer one = get("?format=xlsx");
    const Answer other = get("", {"Accept: " + kXlsx});
    QVERIFY(one.body == other.body);
    QCOMPARE(one.header("ETag"), other.header("ETag"));
    QCOMPARE(get("?format=xlsx", {"If-None-Match: " + one.header("ETag")}).status, 304);
    std::set<QString> tags;
    for (const char* query : {"", "?format=csv", "?format=xlsx", "?format=xlsx&dialect=da"}) {
      tags.insert(get(query).header("ETag"));
    }
    QCOMPARE(tags.size(), std::size_t{4});
    QVERIFY(one.header("Content-Disposition").endsWith(".xlsx\""));
  }

  void exportCommand_writesWhatTheApiSays_whileTheHubWorks() {
    const QString file = m_dir.path("figures");
    for (const char* format : {"csv", "xlsx", "pdf", "png"}) {
      for (const char* dialect : {"international", "da"}) {
        const Ran ran = m_hub->command({"export", "--format", format, "--dialect", dialect,
                                        "--branch", "hb", "--output", file, "--force"});
        QCOMPARE(ran.exitCode, 0);
        QVERIFY(ran.out.startsWith(file + ": 20"));
        QVERIFY(read(file) ==
                get(QString{"?branch=hb&format=%1&dialect=%2"}.arg(format, dialect)).body);
        QCOMPARE(QFile::permissions(file) & (QFile::ReadGroup | QFile::ReadOther),
                 QFile::Permissions{});
      }
    }
  }

  void exportCommand_takesThePeriodThatIsSaid() {
    const QString file = m_dir.path("week.csv");
    const QStringList week = {"export", "--format",   "csv",      "--from", "2026-01-05",
                              "--to",   "2026-01-11", "--output", file};
    QCOMPARE(m_hub->command(week).out, file + ": 2026-01-05 to 2026-01-11\n");
    QVERIFY(read(file) == get("?from=2026-01-05&to=2026-01-11&format=csv").body);
  }

  void exportCommand_thatCannotBeDone_saysWhy_andLeavesTheFile_data() {
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("says");
    const QStringList csv = {"--format", "csv"};
    QTest::newRow("there") << csv << 1 << "is there already; --force";
    QTest::newRow("no format") << QStringList{"--force"} << 2 << "--format is required";
    QTest::newRow("format") << QStringList{"--force", "--format", "docx"} << 2 << "docx";
    QTest::newRow("dialect") << csv + QStringList{"--force", "--dialect", "sv"} << 2 << "sv";
    QTest::newRow("day") << csv + QStringList{"--force", "--from", "1.2.2026"} << 2
                         << "--from: must be a day such as";
    QTest::newRow("order") << csv + QStringList{"--force", "--from", "2026-02-02", "--to",
                                                "2026-02-01"}
                           << 2 << "--from: must not be after";
    QTest::newRow("branch") << csv + QStringList{"--force", "--branch", "moon"} << 1
                            << "must be one of hb";
  }
  void exportCommand_thatCannotBeDone_saysWhy_andLeavesTheFile() {
    QFETCH(QStringList, options);
    QFETCH(int, code);
    QFETCH(QString, says);
    const QString file = m_dir.path("kept");
    QFile kept{file};
    QVERIFY(kept.open(QIODevice::WriteOnly) && kept.write("kept") == 4);
    kept.close();
    const Ran ran = m_hub->command(QStringList{"export", "--output", file} + options);
    QCOMPARE(ran.exitCode, code);
    QVERIFY2(ran.err.contains(says), qPrintable(ran.err));
    QVERIFY(read(file) == "kept");
  }

  void exportCommand_intoAFolderThatIsNot_isAnError() {
    const Ran ran =
        m_hub->command({"export", "--format", "csv", "--output", m_dir.path("none/figures")});
    QCOMPARE(ran.exitCode, 1);
    QVERIFY2(ran.err.contains("No such file"), qPrintable(ran.err));
  }

  void otherTables_areNotWorkbooks() {
    for (const char* path : {"/v1/statistics/cells", "/v1/catalogue", "/v1/branches"}) {
      const QString url = m_hub->url() + path;
      const Answer named = request("GET", url + "?format=xlsx", {}, {m_reader});
      QCOMPARE(named.status, 422);
      QVERIFY(named.json()["detail"].toString().contains("json, csv"));
      QCOMPARE(request("GET", url, {}, {m_reader, "Accept: " + kXlsx}).status, 406);
    }
    QVERIFY(get("?format=odt").json()["detail"].toString().contains("json, csv, xlsx, pdf, png"));
    QCOMPARE(get("?format=odt&from=x").status, 422);
  }
};

QTEST_GUILESS_MAIN(TstExports)
#include "tst_exports.moc"
