// vejviser-past FOLDER LAST_DAY DAYS SEED OUT: writes OUT/past1.csv, past2.csv ... one for each
// line of FOLDER/tablets.csv, for `vejviser-cli import --preset vejviser`, and OUT/series.csv,
// loans for `vejviser-hub document put series`.
#include "platform/csv.h"
#include "platform/files.h"
#include "src/demo/loans.h"
#include "src/demo/past.h"

#include <cstdio>
#include <cstdlib>

using namespace vejviser;

namespace {

constexpr int kDone = 0;
constexpr int kFailed = 1;
constexpr int kWrongUse = 2;
constexpr int kMostDays = 3660;

int failed(const Error& error) {
  std::fprintf(stderr, "vejviser-past: %s\n", error.text().c_str());
  return kFailed;
}

std::string textOf(const demo::DeskRows& rows) {
  std::string text = platform::csvLine(ownFormatColumns());
  for (const PlannedEntry& row : rows) text += platform::csvLine(ownFormatRow(row));
  return text;
}

}  // namespace

int main(int argc, char** argv) {
  const auto last = argc == 6 ? parseDay(argv[2]) : std::nullopt;
  const int days = argc == 6 ? std::atoi(argv[3]) : 0;
  if (!last || days < 1 || days > kMostDays) {
    std::fprintf(stderr, "use: vejviser-past FOLDER LAST_DAY DAYS SEED OUT\n");
    return kWrongUse;
  }
  const auto town = demo::readTown(argv[1]);
  if (!town) return failed(town.error());
  const Day first = *last - std::chrono::days{days - 1};
  const auto past = demo::makePast(*town, first, days, std::strtoull(argv[4], nullptr, 10));
  for (std::size_t i = 0; i < past.size(); ++i) {
    const std::string name = "past" + std::to_string(i + 1) + ".csv";
    const Status written =
        platform::writePrivateFile(std::filesystem::path{argv[5]} / name, textOf(past[i]));
    if (!written) return failed(written.error());
  }
  std::string series;
  const auto seed = std::strtoull(argv[4], nullptr, 10);
  for (const auto& row : outsideRows(demo::makeLoans(*town, first, days, seed))) {
    series += platform::csvLine(row);
  }
  const Status written =
      platform::writePrivateFile(std::filesystem::path{argv[5]} / "series.csv", series);
  return written ? kDone : failed(written.error());
}
