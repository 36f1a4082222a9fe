// Goal: monthly totals are read as they stand; a blank is not zero and a month without a column is
// nothing.
// Method: small files by hand; the real ones, where they are, against a sum by other means.
#include "platform/csv.h"
#include "src/domain/import_wide_months.h"

#include <QFile>
#include <QTest>

using namespace vejviser;
using std::chrono::year;

namespace {

Result<WideMonths> readText(const QString& text) {
  return readWideMonths(*platform::readCsv(text.toStdString()));
}

std::int64_t ofAll(const WideMonths& wide, int of_year) {
  std::int64_t sum = 0;
  for (const MonthlyTotal& total : wide.totals) {
    if (total.month.year() == year{of_year}) sum += total.count.value_or(0);
  }
  return sum;
}

const QString kNewcastle = VEJVISER_SOURCE "/../shared/data/newcastle-libraries/";

}  // namespace

class TstImportMonths : public QObject {
  Q_OBJECT

 private slots:
  void months_areReadHoweverTheyAreWritten() {
    const auto wide = readText("Library,2019-12,2020-1\nCity,10,20\n");
    QVERIFY(wide);
    QCOMPARE(wide->totals.size(), 2U);
    QVERIFY(wide->totals[0] == (MonthlyTotal{"City", year{2019} / 12, 10}));
    QVERIFY(wide->totals[1] == (MonthlyTotal{"City", year{2020} / 1, 20}));
  }

  void aBlank_isNotZero() {
    const auto wide = readText("Library,2019-12,2020-01\nCity,,0\n");
    QVERIFY(!wide->totals[0].count);
    QCOMPARE(*wide->totals[1].count, 0);
    QVERIFY(!wide->ofYear("City", year{2019}));
    QCOMPARE(*wide->ofYear("City", year{2020}), 0);
    QVERIFY(!wide->ofYear("City", year{2021}));
  }

  void whatIsNoNumber_isListed_andTheRestTaken() {
    const auto wide =
        readText("Library,2020-01,2020-02\nCity,closed,5\nCity,1,1\nEast,-1,7,9\n,1,1\n");
    QCOMPARE(wide->totals.size(), 1U);
    QCOMPARE(*wide->ofYear("City", year{2020}), 5);
    QCOMPARE(wide->unreadable.size(), 4U);
    QCOMPARE(wide->unreadable[1].why, std::string{"comes again"});
  }

  void aHeadingThatIsNoMonth_orComesAgain_isRefused() {
    for (const char* heading : {"Library,Total", "Library,2020-13", "Library,2020-1,2020-01"}) {
      QVERIFY2(!readText(QString{heading} + "\nCity,1,1\n"), heading);
    }
    QVERIFY(!readText("Library\nCity\n"));
  }

  void newcastle_totalsPerBranchAndYear_equalTheFiles_data() {
    QTest::addColumn<QString>("file");
    QTest::newRow("enquiries") << "enquiries/2008-onwards-monthly-enquiries.csv";
    QTest::newRow("visits") << "visitor-figures/2008-onwards-monthly-visits.csv";
  }
  void newcastle_totalsPerBranchAndYear_equalTheFiles() {
    QFETCH(QString, file);
    QFile lines{kNewcastle + file};  // planning data: not part of the project, read in place
    if (!lines.open(QIODevice::ReadOnly)) QSKIP("the data set is not there");
    const QString text = QString::fromUtf8(lines.readAll()).remove(QChar{0xFEFF});
    const auto wide = readText(text);
    QVERIFY2(wide.ok(), wide ? "" : wide.error().text().c_str());
    QVERIFY(wide->unreadable.empty());
    const QStringList rows = text.split('\n', Qt::SkipEmptyParts);
    const QStringList heading = rows[0].trimmed().split(',');
    for (const QString& row : rows.mid(1)) {
      const QStringList cells = row.trimmed().split(',');
      QMap<int, qint64> sums;
      for (int i = 1; i < cells.size(); ++i) {
        if (!cells[i].isEmpty()) sums[heading[i].left(4).toInt()] += cells[i].toLongLong();
      }
      for (int of_year = 2007; of_year <= 2026; ++of_year) {
        const auto sum = wide->ofYear(cells[0].trimmed().toStdString(), year{of_year});
        QCOMPARE(sum.has_value(), sums.contains(of_year));
        QCOMPARE(static_cast<qint64>(sum.value_or(0)), sums.value(of_year));
      }
    }
  }

  void newcastle_monthsWithoutAColumn_areNotThere() {
    // Planning data: not part of the project, read in place.
    QFile lines{kNewcastle + "enquiries/2008-onwards-monthly-enquiries.csv"};
    if (!lines.open(QIODevice::ReadOnly)) QSKIP("the data set is not there");
    const auto wide = readText(QString::fromUtf8(lines.readAll()));
    for (const MonthlyTotal& total : wide->totals) {
      QVERIFY(total.month <= year{2020} / 5 || total.month >= year{2021} / 4);
    }
    QCOMPARE(ofAll(*wide, 2011), 825'135);
    QCOMPARE(ofAll(*wide, 2023), 136'768);
  }
};

QTEST_APPLESS_MAIN(TstImportMonths)
#include "tst_import_months.moc"
