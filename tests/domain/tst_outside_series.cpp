// Goal: totals of other systems are kept as they were told: a blank is no zero, a second import
// adds nothing, and what cannot be right or belongs nowhere is listed and not taken.
// Method: small files by hand; the real ones, where they are, against a sum by other means.
#include "platform/csv.h"
#include "src/domain/import_series.h"

#include <QFile>
#include <QTest>

using namespace vejviser;

namespace {

const QString kHeading = "series,branch,from,to,n,da,en\n";
const std::vector<Branch> kBranches = {{"main", "Hovedbiblioteket"}, {"gram", "Gram"}};

Day day(const char* text) {
  return *parseDay(text);
}

CsvRows rowsOf(const QString& text) {
  return *platform::readCsv(text.toStdString());
}

Result<OutsideSeries> readText(const QString& rows) {
  return readOutsideSeries(rowsOf(kHeading + rows));
}

SeriesImport weeks() {
  return {SeriesPreset::Weeks, "loans", kBranches, {}, day("2026-11-26")};
}

SeriesImport months(const std::vector<Branch>& branches = kBranches) {
  return {SeriesPreset::WideMonths, "visits", branches, {}, day("2026-11-26")};
}

SeriesPlan plan(const QString& text, const SeriesImport& import) {
  return planSeries(rowsOf(text), import).value();
}

std::optional<std::int64_t> weekOf(const SeriesPlan& plan, const char* monday,
                                   const std::string& branch = "gram") {
  const auto it =
      plan.totals.find({"loans", branch, day(monday), day(monday) + std::chrono::days{6}});
  if (it == plan.totals.end()) qFatal("no total of the week from %s", monday);
  return it->second;
}

const QString kNewcastle = VEJVISER_SOURCE "/../shared/data/newcastle-libraries/";

/// The rows of a real file, or none where it is not.
CsvRows newcastle(const QString& file) {
  QFile lines{kNewcastle + file};  // planning data: not part of the project, read in place
  if (!lines.open(QIODevice::ReadOnly)) return {};
  return rowsOf(QString::fromUtf8(lines.readAll()));
}

/// A branch for each row of a file of months.
std::vector<Branch> branchesOf(const CsvRows& rows) {
  std::vector<Branch> branches;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    branches.push_back({"b" + std::to_string(i), rows[i][0]});
  }
  return branches;
}

}  // namespace

class TstOutsideSeries : public QObject {
  Q_OBJECT

 private slots:
  void namesTotalsAndBreaks_areRead_andWrittenAsTheyWere() {
    const auto series = readText(
        "loans,,,,,Udlån,Loans\n"
        "loans,gram,2026-09-28,2026-10-04,312,,\n"
        "loans,gram,2026-10-05,2026-10-11,,,\n"
        ",gram,2026-10-01,,,Borgerservice flyttede ind,Citizen service moved in\n");
    QVERIFY2(series.ok(), series ? "" : series.error().text().c_str());
    QCOMPARE(series->names.at("loans").da, std::string{"Udlån"});
    const Period all{day("2026-01-01"), day("2026-12-31")};
    const auto totals = series->totalsOf("loans", "gram", all);
    QCOMPARE(totals.size(), 2U);
    QCOMPARE(*totals.begin()->second, 312);
    QVERIFY(!totals.rbegin()->second);  // a blank
    QCOMPARE(series->breaksOf("loans", "gram", all).size(), 1U);
    QVERIFY(series->breaksOf("loans", "main", all).empty());
    QVERIFY(*readOutsideSeries(outsideRows(*series)) == *series);
    QVERIFY(readText("")->totals.empty());
  }

  void onlyWholeTotals_ofTheDaysAskedFor_areGiven() {
    const auto series = readText(
        "loans,gram,2026-09-28,2026-10-04,1,,\n"
        "loans,gram,2026-10-05,2026-10-11,2,,\n"
        "loans,main,2026-10-05,2026-10-11,4,,\n"
        "visits,gram,2026-10-01,2026-10-31,8,,\n");
    const auto some = series->totalsOf("loans", "gram", {day("2026-09-29"), day("2026-10-11")});
    QCOMPARE(some.size(), 1U);
    QCOMPARE(*some.begin()->second, 2);
    QVERIFY(series->totalsOf("loans", "gram", {day("2026-10-05"), day("2026-10-10")}).empty());
  }

  void aFault_isTold_withLineAndColumn_data() {
    QTest::addColumn<QString>("row");
    QTest::addColumn<QString>("says");
    QTest::newRow("day") << "loans,gram,2026-02-30,2026-03-01,1,,"
                         << "from";
    QTest::newRow("backwards") << "loans,gram,2026-02-02,2026-02-01,1,,"
                               << "to is before";
    QTest::newRow("too long") << "loans,gram,2025-01-01,2026-01-02,1,,"
                              << "to is more";
    QTest::newRow("far") << "loans,gram,1869-01-01,1869-01-02,1,,"
                         << "from must be";
    QTest::newRow("number") << "loans,gram,2026-02-01,2026-02-02,-1,,"
                            << "n '-1'";
    QTest::newRow("series") << "Lån,gram,2026-02-01,2026-02-02,1,,"
                            << "series 'Lån'";
    QTest::newRow("branch") << "loans,,2026-02-01,2026-02-02,1,,"
                            << "branch ''";
    QTest::newRow("text of a total") << "loans,gram,2026-02-01,2026-02-02,1,x,"
                                     << "da must be";
    QTest::newRow("break without English") << ",,2026-02-01,,,Nyt,"
                                           << "en is empty";
    QTest::newRow("break with a number") << ",,2026-02-01,,1,Nyt,New"
                                         << "n must be";
    QTest::newRow("name of a branch") << "loans,gram,,,,Udlån,Loans"
                                      << "branch must be";
    QTest::newRow("two names") << "loans,,,,,Lån,Loans"
                               << "series has a name";
    QTest::newRow("again") << "loans,gram,2026-01-01,2026-01-07,5,,"
                           << "from shares";
    QTest::newRow("within") << "loans,gram,2026-01-03,2026-01-04,5,,"
                            << "from shares";
    QTest::newRow("reaching in") << "loans,gram,2025-12-01,2026-01-01,5,,"
                                 << "from shares";
    QTest::newRow("cells") << "loans,gram,2026-01-08"
                           << "columns";
  }
  void aFault_isTold_withLineAndColumn() {
    QFETCH(QString, row);
    QFETCH(QString, says);
    const auto series =
        readText("loans,,,,,Udlån,Loans\nloans,gram,2026-01-01,2026-01-07,5,,\n" + row + "\n");
    QVERIFY(!series);
    QCOMPARE(series.error().where, std::string{"series line 4"});
    const QString detail = QString::fromStdString(series.error().detail);
    QVERIFY2(detail.contains(says), qPrintable(detail));
  }

  void weeks_areReadHoweverTheyAreWritten() {
    const SeriesPlan one =
        plan("Filial;Uge;Udlån\nGram;2026-W40;312\ngram;2026-41;7\nGRAM;202642;0\nGram;2026 W43;\n",
             weeks());
    QCOMPARE(*weekOf(one, "2026-09-28"), 312);
    QCOMPARE(*weekOf(one, "2026-10-05"), 7);
    QCOMPARE(*weekOf(one, "2026-10-12"), 0);
    QVERIFY(!weekOf(one, "2026-10-19"));
    const SeriesPlan two =
        plan("År,Uge,Bibliotek,Antal udlån\n2026,40,Hovedbiblioteket,5\n2020,53,Gram,6\n", weeks());
    QCOMPARE(*weekOf(two, "2026-09-28", "main"), 5);
    QCOMPARE(*weekOf(two, "2020-12-28"), 6);
    QVERIFY(two.unreadable.empty() && two.held.empty() && two.unmapped.empty());
  }

  void columnsAboutPersons_areNotRead_andTheirRowsAddUp() {
    const SeriesPlan read = plan(
        "Filial;Uge;Medarbejder;Udlån\nGram;2026-W40;Anna Holm;3\nGram;2026-W40;Bo Friis;4\n"
        "Gram;2026-W41;Anna Holm;3\nGram;2026-W41;Bo Friis;\nBo Friis;2026-W40;Bo Friis;x\n",
        weeks());
    QCOMPARE(*weekOf(read, "2026-09-28"), 7);
    QVERIFY(!weekOf(read, "2026-10-05"));  // a part of it is not known
    QCOMPARE(read.totals.size(), 2U);
    QCOMPARE(read.unreadable.size(), 1U);
    QCOMPARE(read.unreadable[0].why, std::string{"'x' is no number"});
  }

  void whatCannotBeRight_isListed_andNotTaken() {
    const SeriesPlan read = plan(
        "Filial,Uge,Udlån\nGram,2025-W53,1\nGram,2026-W48,2\nGram,2030-W01,3\nGram,1889-W02,4\n"
        "Gram,Påske,5\nGram,2026-W40,1.234\n,2026-W40,5\nToftlund,2026-W40,6\nToftlund,2026-W41,\n"
        "Gram,2026-W47,9\nGram,2026-W47,9\n",
        weeks());
    QCOMPARE(read.totals.size(), 1U);
    QCOMPARE(*weekOf(read, "2026-11-16"), 9);
    QCOMPARE(read.held.size(), 4U);
    QCOMPARE(read.held[0].why, std::string{"the year 2025 has no week 53"});
    QCOMPARE(read.held[1].why, std::string{"2026-11-23 to 2026-11-29 has not ended"});
    QCOMPARE(read.unreadable.size(), 4U);
    QCOMPARE(read.unreadable[3].row, 12U);
    QCOMPARE(read.held[3].row, 5U);
    QCOMPARE(read.unmapped.at("Toftlund"), 1);
  }

  void headings_thatAreNotThere_areNamed() {
    const auto fault = planSeries(rowsOf("Filial,Udlån\nGram,1\n"), weeks());
    QVERIFY(!fault);
    QCOMPARE(fault.error().detail, std::string{"the file has no column 'Uge'"});
    QVERIFY(!planSeries(rowsOf("Sted,I alt\nGram,1\n"), months()));
    QVERIFY(!planSeries({}, weeks()));
  }

  void placesOfOneBranch_addUp_asFarAsTheyAreKnown() {
    SeriesImport import = months();
    import.branchMap =
        readBranchMap(rowsOf("name,branch\nGram gl. skole,gram\n"), kBranches).value();
    const SeriesPlan read = plan("Sted,2026-08,2026-09\nGram gl. skole,5,1\nGram,,2\n", import);
    const auto of = [&](const char* from, const char* to) {
      return read.totals.at({"visits", "gram", day(from), day(to)});
    };
    QCOMPARE(*of("2026-08-01", "2026-08-31"), 5);
    QCOMPARE(*of("2026-09-01", "2026-09-30"), 3);
    const auto wrong = readBranchMap(rowsOf("name,branch\nX,gram\nY,gramm\n"), kBranches);
    QVERIFY(!wrong);
    QCOMPARE(wrong.error().where, std::string{"branch map line 3"});
  }

  void aSecondRun_addsNothing_andABlankTakesNothingAway() {
    OutsideSeries series;
    const SeriesPlan first = plan("Filial,Uge,Udlån\nGram,2026-W40,5\nGram,2026-W41,\n", weeks());
    QCOMPARE(mergeInto(series, first)->added, 2);
    const OutsideSeries before = series;
    const auto again = mergeInto(series, first);
    QCOMPARE(again->added + again->changed, 0);
    QCOMPARE(again->same, 2);
    QVERIFY(series == before);
    const SeriesPlan later = plan("Filial,Uge,Udlån\nGram,2026-W40,\nGram,2026-W41,8\n", weeks());
    const auto mended = mergeInto(series, later);
    QCOMPARE(mended->changed, 1);
    QCOMPARE(mended->same, 1);
    const auto totals = series.totalsOf("loans", "gram", {day("2026-01-01"), day("2026-12-31")});
    QCOMPARE(*totals.begin()->second, 5);
    QCOMPARE(*totals.rbegin()->second, 8);
  }

  void monthsAndWeeks_ofOneSeries_areRefused() {
    OutsideSeries series;
    QVERIFY(mergeInto(series, plan("Filial,Uge,Udlån\nGram,2026-W40,5\n", weeks())));
    const OutsideSeries before = series;
    SeriesImport import = months();
    import.series = "loans";
    QVERIFY(!mergeInto(series, plan("Sted,2026-09\nGram,5\n", import)));
    QVERIFY(series == before);
  }

  void newcastle_totalsPerBranchAndYear_equalTheFiles_data() {
    QTest::addColumn<QString>("file");
    QTest::newRow("enquiries") << "enquiries/2008-onwards-monthly-enquiries.csv";
    QTest::newRow("visits") << "visitor-figures/2008-onwards-monthly-visits.csv";
  }
  void newcastle_totalsPerBranchAndYear_equalTheFiles() {
    QFETCH(QString, file);
    const CsvRows rows = newcastle(file);
    // Planning data: not part of the project, read in place.
    if (rows.empty()) QSKIP("the data set is not there");
    OutsideSeries series;
    const SeriesPlan read = planSeries(rows, months(branchesOf(rows))).value();
    QVERIFY(read.unmapped.empty() && read.held.empty() && read.unreadable.empty());
    QVERIFY(mergeInto(series, read));
    for (std::size_t i = 1; i < rows.size(); ++i) {
      QMap<int, qint64> sums;
      for (std::size_t m = 1; m < rows[i].size(); ++m) {
        if (rows[i][m].empty()) continue;
        sums[std::stoi(rows[0][m].substr(0, 4))] += std::stoll(rows[i][m]);
      }
      for (int year = 2007; year <= 2026; ++year) {
        const Period days{Day{std::chrono::year{year} / 1 / 1},
                          Day{std::chrono::year{year} / 12 / 31}};
        std::optional<qint64> sum;
        for (const auto& [key, n] : series.totalsOf("visits", "b" + std::to_string(i), days)) {
          if (n) sum = sum.value_or(0) + *n;
        }
        QCOMPARE(sum.has_value(), sums.contains(year));
        QCOMPARE(sum.value_or(0), sums.value(year));
      }
    }
  }

  void newcastle_missingMonthsAreNotThere_blanksAreBlank_andBreaksStand() {
    const CsvRows rows = newcastle("enquiries/2008-onwards-monthly-enquiries.csv");
    // Planning data: not part of the project, read in place.
    if (rows.empty()) QSKIP("the data set is not there");
    SeriesImport import = months(branchesOf(rows));
    import.today = day("2024-06-15");  // the file has columns that had not ended then
    const SeriesPlan read = planSeries(rows, import).value();
    QVERIFY(!read.held.empty());
    OutsideSeries series = *readText(
        "visits,,2018-04-09,,,Ny definition,New definition\n"
        "visits,,2018-09-01,,,Ny definition igen,New definition again\n");
    QVERIFY(mergeInto(series, read));
    std::int64_t blanks = 0;
    for (const auto& [key, n] : series.totals) {
      QVERIFY(key.to < day("2020-06-01") || key.from >= day("2021-04-01"));
      QVERIFY(key.to < import.today);
      blanks += n ? 0 : 1;
    }
    QVERIFY(blanks > 0);
    const Period of2018{day("2018-01-01"), day("2018-12-31")};
    QCOMPARE(series.breaksOf("visits", "b1", of2018).size(), 2U);
    QVERIFY(series.breaksOf("loans", "b1", of2018).empty());
  }
};

QTEST_APPLESS_MAIN(TstOutsideSeries)
#include "tst_outside_series.moc"
