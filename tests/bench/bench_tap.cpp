// Tap to durable: what a person waits for after a tap, against the cheapest durable write there is,
// one row in one table with the same settings on the same disk; and how it grows with the store.
#include "platform/sqlite.h"
#include "src/store/migrations.h"
#include "sync/engine/tablet.h"
#include "tests/bench/figures.h"

#include <QTemporaryDir>

using namespace vejviser;

namespace {

constexpr int kTaps = 3000;

std::unique_ptr<engine::Tablet> openTablet(const QString& dir) {
  auto tablet = engine::Tablet::open({dir.toStdString(), {}});
  if (!tablet) std::abort();
  return std::move(*tablet);
}

void fill(engine::Tablet& tablet, int helps) {
  const Catalogue catalogue = tablet.municipality().catalogue;
  std::vector<PlannedEntry> planned;
  for (int i = 0; i < helps; ++i) {
    const Topic& topic =
        catalogue.topics()[static_cast<std::size_t>(i) % catalogue.topics().size()];
    PlannedEntry entry{"bench/" + std::to_string(i), EntryKind::Help,
                       engine::fieldsFor(topic, {}, {})};
    entry.fields.when = tablet.clock().now() - std::chrono::minutes{i % 500'000};
    planned.push_back(std::move(entry));
  }
  if (!tablet.recorder().import(planned, [](std::size_t) {})) std::abort();
}

bench::Distribution taps(engine::Tablet& tablet) {
  const Catalogue catalogue = tablet.municipality().catalogue;
  int i = 0;
  return bench::measure(kTaps, [&] {
    const Topic& topic = catalogue.topics()[static_cast<std::size_t>(++i % 20)];
    if (!tablet.recorder().help(engine::fieldsFor(topic, {}, {}))) std::abort();
  });
}

bench::Distribution rawInserts(const QString& dir) {
  auto db = platform::openWriter((dir + "/raw.db").toStdString(), store::kTabletFile);
  (*db)->exec("CREATE TABLE raw(id INTEGER PRIMARY KEY, body TEXT)");
  SQLite::Statement insert{**db, "INSERT INTO raw(body) VALUES(?)"};
  const std::string body(280, 'x');
  return bench::measure(kTaps, [&] { platform::run(insert, body); });
}

}  // namespace

int main() {
  bench::heading("Tap to durable (one help: journal, outbox, fold, cells; WAL, synchronous=FULL)");
  for (int rows : {0, 10'000, 100'000, 1'000'000}) {
    const QTemporaryDir dir;
    const auto tablet = openTablet(dir.path());
    if (rows > 0) fill(*tablet, rows);
    const bench::Distribution floor = rawInserts(dir.path());
    const bench::Distribution tap = taps(*tablet);
    const std::string with = "with " + std::to_string(rows) + " helps in the store";
    bench::line(with + ", p50", tap.p50, floor.p50, "us", rows == 0 ? "<= 2x" : "no growth");
    bench::line(with + ", p99", tap.p99, floor.p99, "us");
  }
  return 0;
}
