// Goal: the made-up past has the shape of real desks: as many come in an open hour beside other
// hours as in real queues, and the houses of the largest town differ in size as a real city's do.
// Method: both real shapes are computed from the data, read in place and skipped without them, and
// compared with two years of the town.
#include "platform/csv.h"
#include "platform/gzip.h"
#include "src/demo/past.h"
#include "src/domain/statistics.h"

#include <QFile>
#include <QTest>
#include <cmath>

using namespace vejviser;

namespace {

using std::chrono::days;

constexpr int kDays = 730;
const Day kFirst = *parseDay("2026-10-27");
const QString kData = VEJVISER_SOURCE "/../shared/data/";
const QString kCalls = kData + "warsaw-queues/calls_2019-12-30_2020-01-10.csv.gz";
const QString kEnquiries =
    kData + "newcastle-libraries/enquiries/2008-onwards-monthly-enquiries.csv";
constexpr std::size_t kMostBytes = 1 << 26;

std::vector<std::vector<std::string>> rowsOf(const QString& path) {
  QFile file{path};
  if (!file.open(QIODevice::ReadOnly)) qFatal("%s", qPrintable(path));
  std::string text = file.readAll().toStdString();
  if (path.endsWith(".gz")) text = *platform::gunzip(text, kMostBytes);
  return *platform::readCsv(text);
}

/// By weekday and hour.
using Shape = std::map<WeekdayHour, double>;

/// Tickets called, by day and hour. Some offices date the last days of a year in the next.
std::map<Day, std::array<double, 24>> callsByDay() {
  std::map<Day, std::array<double, 24>> calls;
  const auto rows = rowsOf(kCalls);
  for (std::size_t i = 1; i < rows.size(); ++i) {
    std::string date = rows[i][0];
    if (date.starts_with("2020-12")) date.replace(0, 4, "2019");
    calls[*parseDay(date)][static_cast<std::size_t>(std::stoi(rows[i][1]))] +=
        std::stod(rows[i][6]);
  }
  return calls;
}

/// Tickets called in an hour of Warsaw's offices, between the first and the last one that they are
/// open. An hour without snapshots is not known, and the next counts its tickets, too.
Shape warsaw() {
  constexpr double kOpen = 100;  // calls; fewer are a straggler's
  std::map<WeekdayHour, std::pair<double, int>> sums;
  for (const auto& [day, hours] : callsByDay()) {
    bool known = true;
    for (int hour = 8; hour < 18; ++hour) {
      const double n = hours[static_cast<std::size_t>(hour)];
      const bool here = n > kOpen;
      if (here && known) {
        auto& [sum, count] = sums[{weekday(day), hour}];
        sum += n;
        ++count;
      }
      known = here;
    }
  }
  Shape shape;
  for (const auto& [at, sum] : sums) shape[at] = sum.first / sum.second;
  return shape;
}

demo::Town esbjerg() {
  auto town = demo::readTown(VEJVISER_SOURCE "/platform/demo/esbjerg");
  if (!town) qFatal("%s", town.error().text().c_str());
  return std::move(*town);
}

/// Helps in an hour at the open desks of the units asked for, beside what these have on a usual
/// day: a small desk is open as long as a large one.
Shape shapeOf(const demo::Town& town, const std::vector<demo::DeskRows>& past,
              const std::vector<Unit>& units) {
  Shape helps;
  Shape open;
  for (std::size_t i = 0; i < town.desks.size(); ++i) {
    const demo::Desk& desk = town.desks[i];
    if (std::find(units.begin(), units.end(), desk.unit) == units.end()) continue;
    for (const PlannedEntry& row : past[i]) {
      if (row.kind != EntryKind::Help) continue;
      const LocalTime at = toLocal(*row.fields.when);
      ++helps[{weekday(at.day), at.hour}];
    }
    for (Day day = kFirst; day < kFirst + days{kDays}; day += days{1}) {
      for (int hour = 0; hour < 24; ++hour) {
        if (!town.isStaffed(desk, fromLocal({day, hour, 30}))) continue;
        open[{weekday(day), hour}] += desk.helpsADay;
      }
    }
  }
  for (auto& [at, n] : helps) n /= open.at(at);
  return helps;
}

/// Pearson's correlation over the hours that are in both.
double correlation(const Shape& one, const Shape& other, int& hours) {
  double n = 0, x = 0, y = 0, xx = 0, yy = 0, xy = 0;
  for (const auto& [at, a] : one) {
    const auto found = other.find(at);
    if (found == other.end()) continue;
    const double b = found->second;
    ++n;
    x += a;
    y += b;
    xx += a * a;
    yy += b * b;
    xy += a * b;
  }
  hours = static_cast<int>(n);
  return (n * xy - x * y) / std::sqrt((n * xx - x * x) * (n * yy - y * y));
}

/// The largest and the smallest beside the one in the middle.
struct Sizes {
  double largest = 0;
  double smallest = 0;
};

Sizes sizesOf(std::vector<double> houses) {
  std::sort(houses.begin(), houses.end());
  const std::size_t half = houses.size() / 2;
  const double median =
      houses.size() % 2 == 1 ? houses[half] : (houses[half - 1] + houses[half]) / 2;
  return {houses.back() / median, houses.front() / median};
}

/// Of the branches of Newcastle that counted in the whole of 2017, the last year before the
/// counting changed.
Sizes newcastle() {
  const auto rows = rowsOf(kEnquiries);
  std::vector<double> houses;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    double sum = 0;
    int known = 0;
    for (std::size_t m = 1; m < rows[i].size(); ++m) {
      if (!rows[0][m].starts_with("2017-") || rows[i][m].empty()) continue;
      sum += std::stod(rows[i][m]);
      ++known;
    }
    if (known == 12) houses.push_back(sum);
  }
  return sizesOf(houses);
}

}  // namespace

class TstRealShapes : public QObject {
  Q_OBJECT

 private slots:
  void openHours_areAsBusyBesideEachOther_asInRealQueues_data() {
    QTest::addColumn<QList<int>>("units");
    const auto library = static_cast<int>(Unit::Library);
    const auto citizenService = static_cast<int>(Unit::CitizenService);
    QTest::newRow("citizen service") << QList<int>{citizenService};
    QTest::newRow("the town") << QList<int>{library, citizenService};
  }
  void openHours_areAsBusyBesideEachOther_asInRealQueues() {
    // Planning data: not part of the project, read in place.
    // Planning data: not part of the project, read in place.
    if (!QFile::exists(kCalls)) QSKIP("the data set is not there");
    QFETCH(QList<int>, units);
    std::vector<Unit> wanted;
    for (const int unit : units) wanted.push_back(static_cast<Unit>(unit));
    const demo::Town town = esbjerg();
    const auto past = demo::makePast(town, kFirst, kDays, 1);
    int hours = 0;
    const double r = correlation(warsaw(), shapeOf(town, past, wanted), hours);
    qInfo("correlation %.3f over %d hours of the week", r, hours);
    QVERIFY(hours >= 25);
    QVERIFY2(r >= 0.9, qPrintable(QString::number(r)));
  }

  void theHousesOfTheLargestTown_differInSize_asThoseOfARealCity() {
    // Planning data: not part of the project, read in place.
    // Planning data: not part of the project, read in place.
    if (!QFile::exists(kEnquiries)) QSKIP("the data set is not there");
    const demo::Town town = esbjerg();
    const auto past = demo::makePast(town, kFirst, kDays, 1);
    std::map<std::string, double> houses;
    for (const auto& desk : past) {
      for (const PlannedEntry& row : desk) {
        if (row.kind != EntryKind::Help) continue;
        // Newcastle's largest has the council's citizen service under its roof.
        const bool main = row.fields.branch == "borgerservice";
        ++houses[main ? "hovedbibliotek" : row.fields.branch];
      }
    }
    std::vector<double> sizes;
    for (const auto& [branch, n] : houses) sizes.push_back(n);
    const Sizes made = sizesOf(sizes);
    const Sizes real = newcastle();
    qInfo("largest : median : smallest = %.1f : 1 : %.2f, really %.1f : 1 : %.2f", made.largest,
          made.smallest, real.largest, real.smallest);
    QVERIFY(std::abs(std::log(made.largest / real.largest)) < std::log(1.25));
    QVERIFY(std::abs(std::log(made.smallest / real.smallest)) < std::log(1.25));
  }
};

QTEST_APPLESS_MAIN(TstRealShapes)
#include "tst_real_shapes.moc"
