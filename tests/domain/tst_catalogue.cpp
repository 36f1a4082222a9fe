// Goal: the catalogue that is built in is whole, a broken file says where it is broken, and search
// finds what people type.
// Method: the built-in file; files broken in one place each; a table of what people type.
#include "platform/csv.h"
#include "src/domain/catalogue.h"
#include "src/domain/search.h"

#include <QTest>
#include <algorithm>

using namespace vejviser;

namespace {

constexpr const char* kHeading =
    "id,name_da,name_en,group,authority,weight,home_unit,kle,self_service,typical_minutes\n";

constexpr const char* kLongHeading =
    "id,name_da,name_en,group,authority,weight,home_unit,kle,self_service,typical_minutes,"
    "valid_from,valid_to,checked_on,owner,replaced_by\n";

Result<Catalogue> read(const QString& text) {
  const auto rows = platform::readCsv(text.toStdString());
  return rows ? readCatalogue(*rows) : Result<Catalogue>{rows.error()};
}

/// The ids that a search finds, best first.
QStringList found(const Catalogue& catalogue, const QString& typed) {
  const std::string query = foldForSearch(typed.toStdString());
  std::vector<std::pair<int, QString>> hits;
  for (const Topic& topic : catalogue.topics()) {
    const auto rank = searchRank(query, foldForSearch(topic.nameDa + " " + topic.nameEn));
    if (rank) hits.emplace_back(*rank, QString::fromStdString(topic.id));
  }
  std::stable_sort(hits.begin(), hits.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  QStringList ids;
  for (const auto& [rank, id] : hits) ids << id;
  return ids;
}

}  // namespace

class TstCatalogue : public QObject {
  Q_OBJECT

 private slots:
  void builtIn_isWhole_andKnowsTheAuthorityLine() {
    const auto catalogue = read(QString::fromUtf8(
        builtInTopicsCsv().data(), static_cast<qsizetype>(builtInTopicsCsv().size())));
    QVERIFY(catalogue);
    QCOMPARE(catalogue->topics().size(), 89U);
    QVERIFY(!catalogue->find("mitid-help")->authority);
    QVERIFY(catalogue->find("mitid-issue")->authority);
    QVERIFY(!catalogue->find("passport-apply")->offeredBy(Unit::Library));
    QVERIFY(catalogue->find("passport-apply")->offeredBy(Unit::CitizenService));
    QVERIFY(catalogue->find("other") != nullptr);
    QVERIFY(catalogue->find("no-such-topic") == nullptr);
  }

  void brokenFile_saysWhereAndWhat_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("where");
    QTest::addColumn<QString>("what");
    const QString good = "a,A,A,g,no,light,both,,none,5\n";
    const auto row = [&](const QString& line) { return kHeading + good + line + "\n"; };
    QTest::newRow("empty file") << ""
                                << "line 1"
                                << "name the columns";
    QTest::newRow("other columns") << "id,name\nx,y\n"
                                   << "line 1"
                                   << "name the columns";
    QTest::newRow("heading only") << QString{kHeading} << "line 1"
                                  << "no topics";
    QTest::newRow("column missing") << row("b,B,B,g,no,light,both,,none") << "line 3"
                                    << "9 columns";
    QTest::newRow("id is no code") << row("B b,B,B,g,no,light,both,,none,5") << "line 3"
                                   << "id";
    QTest::newRow("id twice") << row("a,A,A,g,no,light,both,,none,5") << "line 3"
                              << "twice";
    QTest::newRow("no Danish name") << row("b,,B,g,no,light,both,,none,5") << "line 3"
                                    << "name_da";
    QTest::newRow("authority maybe") << row("b,B,B,g,maybe,light,both,,none,5") << "line 3"
                                     << "authority";
    QTest::newRow("weight") << row("b,B,B,g,no,hard,both,,none,5") << "line 3"
                            << "weight";
    QTest::newRow("unit") << row("b,B,B,g,no,light,police,,none,5") << "line 3"
                          << "home_unit";
    QTest::newRow("minutes are text") << row("b,B,B,g,no,light,both,,none,five") << "line 3"
                                      << "typical_minutes";
    QTest::newRow("minutes too many") << row("b,B,B,g,no,light,both,,none,481") << "line 3"
                                      << "typical_minutes";
    const auto longRow = [&](const QString& end) {
      return kLongHeading + QString{"a,A,A,g,no,light,both,,none,5,,,,,\nb,B,B,g,no,light,both,,"} +
             "none,5," + end + "\n";
    };
    QTest::newRow("no such day") << longRow("2026-02-30,,,,") << "line 3"
                                 << "valid_from";
    QTest::newRow("ends before it begins") << longRow("2026-02-03,2026-02-02,,,") << "line 3"
                                           << "valid_to";
    QTest::newRow("checked is no day") << longRow(",,soon,,") << "line 3"
                                       << "checked_on";
    QTest::newRow("owner too long") << longRow(",,," + QString{121, 'x'} + ",") << "line 3"
                                    << "owner";
    QTest::newRow("bridge is no code") << longRow(",,,,B b") << "line 3"
                                       << "replaced_by";
    QTest::newRow("open quote") << row("b,\"B,B,g,no,light,both,,none,5") << "line 3"
                                << "quotes";
  }

  void brokenFile_saysWhereAndWhat() {
    QFETCH(QString, file);
    QFETCH(QString, where);
    QFETCH(QString, what);
    const auto catalogue = read(file);
    QVERIFY(!catalogue);
    const QString text = QString::fromStdString(catalogue.error().text());
    QVERIFY2(text.contains(where) && text.contains(what), qPrintable(text));
  }

  void file_withValidity_isReadAndWrittenAlike() {
    const auto catalogue = read(QString{kLongHeading} +
                                "a,A,A,g,no,light,both,,none,5,2026-01-01,2026-06-30,2026-02-03,"
                                "IT,b\nb,B,B,g,yes,heavy,library,23.09,x,7,,,,,\n");
    QVERIFY(catalogue);
    const Topic& a = *catalogue->find("a");
    QCOMPARE(a.owner, std::string{"IT"});
    QVERIFY(!a.validOn(*parseDay("2025-12-31")) && a.validOn(*parseDay("2026-01-01")));
    QVERIFY(a.validOn(*parseDay("2026-06-30")) && !a.validOn(*parseDay("2026-07-01")));
    QVERIFY(catalogue->find("b")->validOn(*parseDay("2000-01-01")));
    QCOMPARE(catalogue->heir("a")->id, std::string{"b"});
    QCOMPARE(catalogue->heir("b")->id, std::string{"b"});
    QVERIFY(catalogue->heir("c") == nullptr);
    const auto again = readCatalogue(catalogueRows(catalogue->topics()));
    QVERIFY(again && again->topics() == catalogue->topics());
  }

  void bridges_leadSomewhere_andNotInARing() {
    const auto with = [](const char* a, const char* b, const char* c) {
      Catalogue catalogue{{{"a", "A", "A", "g"}, {"b", "B", "B", "g"}, {"c", "C", "C", "g"}}};
      std::vector<Topic> topics = catalogue.topics();
      topics[0].replacedBy = a;
      topics[1].replacedBy = b;
      topics[2].replacedBy = c;
      return Catalogue{topics};
    };
    QVERIFY(checkBridges(with("b", "c", "")));
    QCOMPARE(checkBridges(with("b", "c", "moon")).error().where, std::string{"c"});
    for (const Catalogue& ring :
         {with("a", "", ""), with("b", "a", ""), with("b", "c", "a"), with("b", "c", "b")}) {
      const Status status = checkBridges(ring);
      QVERIFY(!status && status.error().detail.find("ring") != std::string::npos);
    }
  }

  void search_findsWhatPeopleType_data() {
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("first");
    QTest::newRow("as written") << "Kørekort: fornyelse"
                                << "licence-renew";
    QTest::newRow("without Danish letters") << "koerekort forny"
                                            << "licence-renew";
    QTest::newRow("with a plain o") << "korekort forny"
                                    << "licence-renew";
    QTest::newRow("aa for å") << "aabent bibliotek"
                              << "self-access";
    QTest::newRow("ae for æ") << "laegevalg"
                              << "doctor-choice";
    QTest::newRow("beginnings of words") << "dig po læs"
                                         << "digital-post-help";
    QTest::newRow("in English") << "printing"
                                << "print";
    QTest::newRow("upper case") << "MITID UDST"
                                << "mitid-issue";
    QTest::newRow("a letter wrong") << "pasport"
                                    << "passport-apply";
    QTest::newRow("letters swapped") << "sundehdskort"
                                     << "health-card-help";
    QTest::newRow("a letter too many") << "legitimaations"
                                       << "id-card";
  }

  void search_findsWhatPeopleType() {
    QFETCH(QString, typed);
    QFETCH(QString, first);
    const auto rows = platform::readCsv(builtInTopicsCsv());
    const Catalogue catalogue = *readCatalogue(*rows);
    const QStringList ids = found(catalogue, typed);
    QVERIFY2(ids.contains(first), qPrintable(ids.join(' ')));
    QVERIFY2(ids.indexOf(first) < 4, qPrintable(ids.join(' ')));
  }

  void search_forNothingThatIsThere_findsNothing() {
    const auto rows = platform::readCsv(builtInTopicsCsv());
    const Catalogue catalogue = *readCatalogue(*rows);
    QVERIFY(found(catalogue, "xylofon").isEmpty());
    QCOMPARE(found(catalogue, "").size(), 89);
    QCOMPARE(found(catalogue, "  . ").size(), 89);
  }
};

QTEST_APPLESS_MAIN(TstCatalogue)
#include "tst_catalogue.moc"
