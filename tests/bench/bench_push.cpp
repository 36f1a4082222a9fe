// A backlog to the hub, end to end over HTTP on loopback: the real tablet and the real hub program,
// counts checked. The floor is the same bodies inserted raw in one transaction.
#include "platform/sqlite.h"
#include "tests/bench/figures.h"
#include "tests/bench/fill.h"
#include "tests/bench/memory.h"
#include "tests/support/chaos_proxy.h"
#include "tests/support/programs.h"

#include <QCoreApplication>
#include <QFile>

using namespace vejviser;
using namespace vejviser::test;

namespace {

/// Seconds to insert the tablet's bodies raw, in one transaction.
double rawInsert(const QString& folder, const QString& to) {
  SQLite::Database from{(folder + "/tablet.db").toStdString(), SQLite::OPEN_READONLY};
  std::vector<std::string> bodies;
  SQLite::Statement rows{from, "SELECT body FROM journal"};
  while (rows.executeStep()) bodies.push_back(rows.getColumn(0).getString());
  SQLite::Database db{to.toStdString(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE};
  db.exec(
      "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE raw(id INTEGER PRIMARY KEY, "
      "body TEXT)");
  return bench::seconds([&] {
    SQLite::Transaction transaction{db};
    SQLite::Statement insert{db, "INSERT INTO raw(body) VALUES(?)"};
    for (const std::string& body : bodies) platform::run(insert, body);
    transaction.commit();
  });
}

void pushOf(int helps) {
  HubProcess hub;
  const Folder dir;
  const QString tablet = dir.path("tablet");
  hub.start();
  hub.enrol(tablet);
  bench::fill(tablet.toStdString(), helps);
  const qint64 tabletBytes = QFile{tablet + "/tablet.db"}.size();
  const double floor = rawInsert(tablet, dir.path("raw.db"));
  const double time = bench::seconds([&] {
    if (cli(tablet, {"sync"}).exitCode != 0) std::abort();
  });
  if (hub.number("SELECT count(*) FROM entry") != helps)
    std::abort();  // exactly, or the speed is worth nothing
  const std::string name = "push " + std::to_string(helps);
  bench::line(name + ", entries/s", helps / time, helps / floor, "/s", ">= 10000/s");
  bench::line(name + ", tablet's disk per entry", static_cast<double>(tabletBytes) / helps, 0, "B");
  bench::line(name + ", hub's memory at most", bench::peakMemory_MB(hub.pid()), 0, "MB");
  hub.stop();
  bench::line(name + ", hub's disk per entry",
              static_cast<double>(QFile{hub.folder() + "/hub.db"}.size()) / helps, 0, "B");
}

void wireOf(int helps) {
  HubProcess hub;
  const Folder dir;
  hub.start();
  ChaosProxy relay{hub.port()};
  hub.enrol(dir.path("tablet"), "library", "hb", relay.url());
  bench::fill(dir.path("tablet").toStdString(), helps);
  const qint64 up = relay.bytesUp();
  const qint64 down = relay.bytesDown();
  if (cli(dir.path("tablet"), {"sync"}).exitCode != 0) std::abort();
  const std::string name = "push " + std::to_string(helps);
  bench::line(name + ", wire per entry, up", static_cast<double>(relay.bytesUp() - up) / helps, 0,
              "B", "<= 100 B");
  bench::line(name + ", wire per entry, down",
              static_cast<double>(relay.bytesDown() - down) / helps, 0, "B");
}

}  // namespace

int main(int argc, char** argv) {
  const QCoreApplication core{argc, argv};
  bench::heading(
      "A backlog, end to end over HTTP on loopback (floor: the same bodies, one raw transaction)");
  for (int helps : {1'000, 10'000, 100'000}) pushOf(helps);
  for (int helps : {1, 100, 10'000}) wireOf(helps);
  return 0;
}
