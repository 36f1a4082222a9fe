// Goal: the hub keeps totals of other systems as a document: checked, merged, handed to tablets;
// whatever is wrong changes nothing.
// Method: the hub's rules on both engines; then the real program on files in foreign encodings.
#include "sync/hub/accounts.h"
#include "sync/hub/admin.h"
#include "sync/hub/documents.h"
#include "tests/hub/hub_requests.h"
#include "tests/hub/hub_world.h"

#include <QFile>
#include <QTest>

using namespace vejviser;
using namespace vejviser::hub;
using namespace vejviser::test;

namespace {

const std::string kHeading = "series,branch,from,to,n,da,en\n";

struct World : HubWorld {
  World() { clock.set(fromLocal({*parseDay("2026-11-26"), 12, 0})); }

  Status put(const std::string& text, const std::string& name = "series") {
    return keepDocument(*storage, Actor::commandLine(), {name, text}, clock, random);
  }
  std::string document(const std::string& name) {
    return ask([&](WriteTx& tx) { return tx.document(name); }).value_or("");
  }
  Result<std::string> import(const std::string& text, const std::string& preset = "weeks") {
    Accounts accounts{*storage, clock, random};
    return administer(hub::Desk{accounts, *storage, clock, random, {}},
                      {"series-import", {{"text", text}, {"preset", preset}, {"series", "loans"}}});
  }
  OutsideSeries series() {
    return ask([](WriteTx& tx) { return outsideSeriesIn(tx); });
  }
  std::int64_t position() {
    return ask([](WriteTx& tx) { return tx.head(); }).pos;
  }
};

QString fileOf(const Folder& folder, const QString& name, const QByteArray& bytes) {
  QFile file{folder.path(name)};
  if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) qFatal("no file");
  return file.fileName();
}

}  // namespace

class TstSeries : public QObject {
  Q_OBJECT

 private slots:
  void aHub_hasNone_untilItIsGivenSome() {
    World world;
    QVERIFY(world.series() == OutsideSeries{});
    QVERIFY(world.put(kHeading + "loans,hb,2026-09-28,2026-10-04,312,,\n"));
    QCOMPARE(world.series().totals.size(), 1U);
    QVERIFY(world.put(kHeading));
    QVERIFY(world.series() == OutsideSeries{});
  }

  void aBranchThatIsNotThere_isRefused_andNothingChanges() {
    World world;
    QVERIFY(world.put(kHeading + "loans,hb,2026-09-28,2026-10-04,312,,\n,,2026-01-01,,,N,N\n"));
    const OutsideSeries before = world.series();
    const Status put =
        world.put(kHeading + ",,2026-01-01,,,N,N\nloans,gram,2026-09-28,2026-10-04,1,,\n");
    QVERIFY(!put);
    QCOMPARE(put.error().text(), std::string{"series line 3: branch 'gram' is not there"});
    QVERIFY(world.series() == before);
  }

  void tablets_areHandedTheDocument() {
    World world;
    bool known = false;
    const std::string stamp = world.pullNow({}, 1000, known).stamp;
    QVERIFY(world.import("Filial;Uge;Udlån\nhb;2026-W40;312\n"));
    const auto rows = world.pullNow(stamp, 1000, known).rows;
    QCOMPARE(rows.size(), 1U);
    const auto* row = std::get_if<DocumentRow>(&rows.front());
    QVERIFY(row != nullptr && row->name == "series-loans");
    QCOMPARE(*row->text, kHeading + "loans,hb,2026-09-28,2026-10-04,312,,\n");
  }

  void import_saysWhatItTookAndWhatNot_andASecondRunChangesNothing() {
    World world;
    const std::string file =
        "Filial;Uge;Udlån\nH;2026-W40;312\nH;2026-W41;\nGram;2026-W40;5\nH;2026-W48;9\nH;uge;1\n";
    const auto said = world.import(file);
    QVERIFY2(said.ok(), said ? "" : said.error().text().c_str());
    QCOMPARE(*said,
             std::string{"2 totals added, 0 changed, 0 as they were\n"
                         "places without a branch, not taken:\n  Gram (1 totals)\n"
                         "held, not taken:\n  row 5: 2026-11-23 to 2026-11-29 has not ended\n"
                         "unreadable, not taken:\n  row 6: 'uge' is no week"});
    const std::int64_t before = world.position();
    QVERIFY(world.import(file)->starts_with("0 totals added, 0 changed, 2 as they were"));
    QCOMPARE(world.position(), before);
    QVERIFY(
        world.import("Filial;Uge;Udlån\nH;2026-W41;7\n")->starts_with("0 totals added, 1 changed"));
  }

  void importOfNothingNew_leavesTheDocument_asSomebodyWroteIt() {
    World world;
    QVERIFY(world.import("Filial;Uge;Udlån\nGram;2026-W40;5\n"));
    QVERIFY(!world.ask([](WriteTx& tx) { return tx.document("series"); }));
    QVERIFY(world.put(kHeading + "visits,hb,2026-10-01,2026-10-31,9,,\n"
                                 "loans,hb,2026-09-28,2026-10-04,5,,\n"));
    const std::int64_t before = world.position();
    QVERIFY(world.import("Filial;Uge;Udlån\nH;2026-W40;5\n"));
    QCOMPARE(world.position(), before);
  }

  void import_keepsNamesBreaks_andOtherSeries() {
    World world;
    QVERIFY(world.put(kHeading + "loans,,,,,Udlån,Loans\nvisits,hb,2026-10-01,2026-10-31,9,,\n"
                                 "loans,hb,2026-10-01,,,Flyttet,Moved\n"));
    QVERIFY(world.import("Filial;Uge;Udlån\nH;2026-W40;312\n"));
    const OutsideSeries series = world.series();
    QCOMPARE(series.names.size(), 1U);
    QCOMPARE(series.breaks.size(), 1U);
    QCOMPARE(series.totals.size(), 2U);
  }

  void totalsInTheDocumentOfAll_areRead_andMoveWithTheNextImport() {
    World world;
    const std::string visits = "visits,hb,2026-10-01,2026-10-31,9,,\n";
    QVERIFY(world.put(kHeading + "loans,hb,2026-09-28,2026-10-04,312,,\n" + visits));
    QVERIFY(world.import("Filial;Uge;Udlån\nH;2026-W41;7\n")->starts_with("1 totals added"));
    QCOMPARE(world.series().totals.size(), 3U);
    QCOMPARE(world.document("series"), kHeading + visits);
    QCOMPARE(world.document("series-loans"), kHeading + "loans,hb,2026-09-28,2026-10-04,312,,\n" +
                                                 "loans,hb,2026-10-05,2026-10-11,7,,\n");
  }

  void totalsOfASeries_standInOneDocument() {
    World world;
    const std::string loans = kHeading + "loans,hb,2026-09-28,2026-10-04,312,,\n";
    QVERIFY(world.put(loans));
    QCOMPARE(world.put(loans, "series-loans").error().text(),
             std::string{"series-loans: the document series has totals of it already"});
    QVERIFY(world.put(kHeading));
    QVERIFY(world.put(loans, "series-loans"));
    QCOMPARE(world.put(loans).error().text(),
             std::string{"series: the totals of 'loans' stand in series-loans"});
    QCOMPARE(world.series().totals.size(), 1U);
  }

  void aDocumentOfTotals_holdsThoseOfItsSeries_alone_data() {
    QTest::addColumn<QString>("row");
    QTest::addColumn<QString>("says");
    QTest::newRow("another series") << "visits,hb,2026-10-01,2026-10-31,9,,"
                                    << "series must be loans";
    QTest::newRow("a name") << "loans,,,,,Udlån,Loans"
                            << "to is empty: this is no total";
    QTest::newRow("a break") << "loans,,2026-10-01,,,Flyttet,Moved"
                             << "to is empty: this is no total";
  }
  void aDocumentOfTotals_holdsThoseOfItsSeries_alone() {
    QFETCH(QString, row);
    QFETCH(QString, says);
    World world;
    const Status put = world.put(
        kHeading + "loans,hb,2026-09-28,2026-10-04,1,,\n" + row.toStdString(), "series-loans");
    QVERIFY(!put);
    QCOMPARE(QString::fromStdString(put.error().text()), "series line 3: " + says);
    QVERIFY(!world.put(kHeading + "loans,gram,2026-09-28,2026-10-04,1,,\n", "series-loans"));
  }

  void anImportThatCannotBeStored_changesNothing_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("preset");
    QTest::addColumn<QString>("says");
    QTest::newRow("no column") << "Filial;Udlån\nH;1\n"
                               << "weeks"
                               << "no column 'Uge'";
    QTest::newRow("no month") << "Sted,uge 1\nH,1\n"
                              << "wide-months"
                              << "is no month";
    QTest::newRow("no preset") << "Sted,2026-09\nH,1\n"
                               << "months"
                               << "wide-months or weeks";
    QTest::newRow("shared days") << "Sted,2026-09\nH,1\n"
                                 << "wide-months"
                                 << "shares a day";
    QTest::newRow("no text") << ""
                             << "weeks"
                             << "no column";
  }
  void anImportThatCannotBeStored_changesNothing() {
    QFETCH(QString, text);
    QFETCH(QString, preset);
    QFETCH(QString, says);
    World world;
    QVERIFY(world.put(kHeading + "loans,hb,2026-09-28,2026-10-04,312,,\n"));
    const std::int64_t before = world.position();
    const auto said = world.import(text.toStdString(), preset.toStdString());
    QVERIFY(!said);
    QVERIFY2(QString::fromStdString(said.error().text()).contains(says),
             said.error().text().c_str());
    QCOMPARE(world.position(), before);
  }

  void moreThanADocumentHolds_isRefused() {
    World world;
    std::string file = "Sted";
    for (int year = 1990; year < 2026; ++year) {
      for (int month = 1; month <= 12; ++month) {
        file += "," + std::to_string(year) + "-" + std::to_string(month);
      }
    }
    std::string row;
    for (int i = 0; i < 36 * 12; ++i) row += ",100000";
    world.write([&](WriteTx& tx) -> Status {
      for (int i = 0; i < 20; ++i) {
        const auto pos = tx.takePositions(1, 14, world.clock.now());
        const std::string code = "branch-" + std::to_string(i);
        if (const Status put = tx.putBranch({code, code}, *pos); !put) return put;
      }
      return {};
    });
    for (int i = 0; i < 20; ++i) file += "\nbranch-" + std::to_string(i) + row;
    const auto said = world.import(file + "\n", "wide-months");
    QVERIFY(!said);
    QCOMPARE(said.error().text(), std::string{"series-loans: is longer than 256 KiB"});
    QVERIFY(world.series() == OutsideSeries{});
  }

  void theProgram_readsForeignEncodings_whileTheHubWorks() {
    const Folder folder;
    HubProcess hub{{"hb=Hovedbiblioteket", "aab=Åbenrå"},
                   onPostgres() ? postgres().url() : QString{}};
    hub.start();
    const QString latin = fileOf(folder, "latin.csv",
                                 "Filial;Uge;Udl\xE5n\n\xC5"
                                 "benr\xE5;2026-W40;5\n");
    const QStringList import = {"series", "import", "--preset", "weeks", "--series", "loans"};
    const Ran first = hub.command(import + QStringList{latin});
    QCOMPARE(first.exitCode, 0);
    QCOMPARE(first.out, QString{"1 totals added, 0 changed, 0 as they were\n"});
    const QString wide = QStringLiteral("\uFEFFFilial\tUge\tUdlån\nGl. Skole\t2026-W41\t6\n");
    const QString utf16 =
        fileOf(folder, "wide.csv",
               QByteArray{reinterpret_cast<const char*>(wide.utf16()), wide.size() * 2});
    const QString map = fileOf(folder, "map.csv", "name,branch\nGl. skole,aab\n");
    const Ran second = hub.command(import + QStringList{"--branch-map", map, utf16});
    QVERIFY2(second.out.startsWith("1 totals added, 0 changed, 0 as they were"),
             qPrintable(second.err));
    const QString wrong = fileOf(folder, "wrong.csv", "name,branch\nX,nowhere\n");
    const Ran refused = hub.command(import + QStringList{"--branch-map", wrong, utf16});
    QCOMPARE(refused.exitCode, 1);
    QVERIFY2(refused.err.contains("branch map line 2"), qPrintable(refused.err));
    QCOMPARE(
        hub.command({"series", "import", "--preset", "months", "--series", "x", latin}).exitCode,
        2);
    QCOMPARE(hub.command({"document", "drop", "series-loans"}).exitCode, 0);
    QVERIFY(hub.command(import + QStringList{latin}).out.startsWith("1 totals added"));
  }
};

QTEST_GUILESS_MAIN(TstSeries)
#include "tst_series.moc"
