// Goal: real months can be published, safely and with most of what is large shown.
// Method: the called tickets of 21 citizen-service offices, published as one municipality and as 21
// of one office each; how much of each table is withheld is printed. The data are read in place;
// without them the test is skipped.
#include "platform/csv.h"
#include "platform/gzip.h"
#include "src/domain/import.h"
#include "src/domain/published_file.h"
#include "tests/domain/attack.h"

#include <QFile>

using namespace vejviser;
using namespace vejviser::test;

namespace {

const QString kData = QStringLiteral(
    VEJVISER_SOURCE "/../shared/data/warsaw-queues/calls_2019-12-30_2020-01-10.csv.gz");
constexpr std::chrono::year_month kMonth = std::chrono::year{2020} / std::chrono::January;
constexpr std::size_t kMostBytes = 1 << 26;

CsvRows rowsIn(const QString& path) {
  QFile file{path};
  if (!file.open(QIODevice::ReadOnly)) qFatal("%s", qPrintable(path));
  std::string text = file.readAll().toStdString();
  if (path.endsWith(".gz")) text = *platform::gunzip(text, kMostBytes);
  return *platform::readCsv(text);
}

/// The cells of one office's helps in the month; each office is a branch.
std::vector<Cell> cellsOf(const CsvRows& rows, const std::string& office,
                          const Catalogue& catalogue) {
  QueueImport options;
  options.office = office;
  options.branch = codeFromName(office);
  options.mapping = *readMapping(rowsIn(VEJVISER_SOURCE "/tests/e2e/warsaw_topics.csv"), catalogue);
  CellChanges changes;
  const auto plan = planQueueSnapshots(rows, catalogue, options);
  for (const PlannedEntry& planned : plan->entries) {
    const Standing standing{planned.kind, *planned.fields.when, 0, {}, planned.fields};
    changes.replace(std::nullopt, standing);
  }
  auto cells = changes.nonZero();
  std::erase_if(cells, [](const Cell& cell) { return !daysOf(kMonth).contains(cell.key.day); });
  return cells;
}

void publishAndAttack(const std::vector<Cell>& cells, const Catalogue& catalogue,
                      Findings& findings) {
  const auto next = publish(kMonth, cells, catalogue, 5, nullptr, daysOf(kMonth).to);
  if (!next.month) return;
  attack({{{*next.month, countsOf(cells, catalogue)}}, catalogue}, true, findings);
}

/// As the published file names it.
std::string codeOf(Table table) {
  PublishedMonth month;
  month.month = kMonth;
  month.shown[{table, Unit::Library, ""}] = 1;
  return publishedRows(month)[1][3];
}

void print(const std::string& what, const Findings& findings) {
  findings.print(what);
  for (const auto& [table, shares] : findings.shares) {
    qInfo("  %s: %s", codeOf(table).c_str(), shares.text().c_str());
  }
}

}  // namespace

class TstPublishedQueues : public QObject {
  Q_OBJECT

 private slots:
  void offices_asOneMunicipality_andEachByItself_giveNoSmallCountAway() {
    // Planning data: not part of the project, read in place.
    if (!QFile::exists(kData)) QSKIP("the queue data are not beside this checkout");
    const Catalogue catalogue = *readCatalogue(*platform::readCsv(std::string{builtInTopicsCsv()}));
    const CsvRows rows = rowsIn(kData);
    std::set<std::string> offices;
    for (std::size_t i = 1; i < rows.size(); ++i) offices.insert(rows[i].at(2));
    Findings together;
    Findings apart;
    std::vector<Cell> all;
    for (const std::string& office : offices) {
      const auto cells = cellsOf(rows, office, catalogue);
      all.insert(all.end(), cells.begin(), cells.end());
      publishAndAttack(cells, catalogue, apart);
    }
    publishAndAttack(all, catalogue, together);
    print("one municipality", together);
    print("each office by itself", apart);
    QCOMPARE(together.versions, 1U);
    QVERIFY(apart.versions > 15);
    QVERIFY(apart.shares[kByHour].small > 0);
    QVERIFY(apart.shares[kByDay].shown > 0);
    QVERIFY2(together.found == 0, together.first.c_str());
    QVERIFY2(apart.found == 0, apart.first.c_str());
  }
};

QTEST_GUILESS_MAIN(TstPublishedQueues)
#include "tst_published_queues.moc"
