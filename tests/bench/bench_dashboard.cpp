// A dashboard's figures over HTTP on loopback: one municipality of 10 branches and 2 years, with
// 10,000 and with 100,000 entries (1 and 10 million, divided by 98 municipalities), asked in turns.
// The floor is the bare query on the cube's own days, every row stepped, in the same run.
#include "platform/sqlite.h"
#include "sync/hub/ingest.h"
#include "sync/hub/sqlite_storage.h"
#include "tests/bench/figures.h"
#include "tests/hub/hub_requests.h"

#include <QCoreApplication>
#include <QFile>

using namespace vejviser;
using namespace vejviser::test;

namespace {

constexpr int kDays = 730;
constexpr int kTimes = 200;  // of each question: the 99th percentile is the second worst
constexpr int kBatch = 500;  // entries in a transaction, as tablets push them

QStringList branches() {
  QStringList all;
  for (int i = 0; i < 10; ++i) all << QStringLiteral("b%1=Filial %1").arg(i);
  return all;
}

/// A help as floor staff log it: few topics are common, most are rare; open from 9 to 18.
Entry helpOf(EntryMaker& maker, SeededRandom& random, const std::vector<std::string>& topics,
             Day today) {
  const auto squared = random.below(topics.size()) * random.below(topics.size()) / topics.size();
  Entry entry = maker.help(topics[squared]);
  const int hour = 9 + static_cast<int>(random.below(9));
  const Day day = today - std::chrono::days{1 + random.below(kDays - 1)};
  Fields& fields = entry.fields;
  fields.when = fromLocal({day, hour, static_cast<int>(random.below(60))});
  fields.branch = "b" + std::to_string(random.below(10));
  fields.unit = random.below(3) == 0 ? Unit::CitizenService : Unit::Library;
  fields.outcome = static_cast<Outcome>(1 + random.below(5));
  fields.band = static_cast<Band>(1 + random.below(5));
  fields.people = 1 + static_cast<int>(random.below(3));
  fields.channel = static_cast<Channel>(1 + random.below(2));
  entry.version = fields.channel == Channel::InPerson ? 1 : 2;
  return entry;
}

/// Where a hub keeps what it has: made, measured and asked here; another engine is another of
/// these.
class Database {
 public:
  virtual ~Database() = default;
  virtual void fill(const QString& folder, int entries) = 0;
  /// The bare query: all rows of the cube in a period, how many there were.
  virtual int ask(const QString& folder, const Period& period) = 0;
  virtual qint64 bytes(const QString& folder) = 0;
};

class Sqlite final : public Database {
 public:
  void fill(const QString& folder, int entries) override {
    const auto storage =
        hub::SqliteStorage::open(folder.toStdString(), hub::SqliteStorage::Access::ReadWrite);
    if (!storage) qFatal("%s", storage.error().text().c_str());
    FixedClock clock;
    SeededRandom random{7};
    EntryMaker maker{"0123456789abcdef", 7};
    std::vector<std::string> topics;
    for (int done = 0; done < entries; done += kBatch) {
      const Status status = (*storage)->write([&](hub::WriteTx& tx) -> Status {
        const auto known = tx.topics();
        if (topics.empty()) {
          for (const Topic& topic : *known) topics.push_back(topic.id);
        }
        hub::Push push;
        push.device.key = 1;
        for (int i = 0; i < kBatch; ++i) {
          const Entry entry = helpOf(maker, random, topics, toLocal(clock.now()).day);
          push.request.entries.push_back(wire::readEntry(wire::encodeEntry(entry)).value());
        }
        const auto taken = hub::ingest(tx, {push}, clock.now(), random);
        return taken ? Status{} : Status{taken.error()};
      });
      if (!status) qFatal("%s", status.error().text().c_str());
    }
  }

  int ask(const QString& folder, const Period& period) override {
    auto& db = m_open[folder];
    if (!db) {
      db = std::make_unique<SQLite::Database>((folder + "/hub.db").toStdString(),
                                              SQLite::OPEN_READONLY);
    }
    SQLite::Statement rows{*db,
                           "SELECT day, series, branch, unit, item, n FROM cell"
                           " WHERE day BETWEEN ? AND ?"};
    platform::bindAll(rows, toNumber(period.from), toNumber(period.to));
    int count = 0;
    while (rows.executeStep()) ++count;
    return count;
  }

  qint64 bytes(const QString& folder) override {
    return QFile{folder + "/hub.db"}.size() + QFile{folder + "/hub.db-wal"}.size();
  }

 private:
  std::map<QString, std::unique_ptr<SQLite::Database>> m_open;
};

std::unique_ptr<Database> databaseOf(const QString& name) {
  if (name == "sqlite") return std::make_unique<Sqlite>();
  qFatal("there is no database '%s'; there is sqlite", qPrintable(name));
}

qint64 residentKib(qint64 pid) {
  QFile file{QStringLiteral("/proc/%1/status").arg(pid)};
  if (!file.open(QIODevice::ReadOnly)) return 0;
  for (const QByteArray& line : file.readAll().split('\n')) {
    if (line.startsWith("VmHWM:")) return line.mid(6).trimmed().split(' ').first().toLongLong();
  }
  return 0;
}

/// A municipality with so many entries, its hub at work, and a browser that is logged in.
class Town {
 public:
  Town(Database& database, int entries) : m_entries(entries), m_hub(branches()) {
    m_hub.start();
    m_hub.enrol(m_dir.path("tablet"), "library", "b0");
    m_hub.command({"user", "add", "leder"}, "a long password\n");
    m_cookie = logIn(m_hub, "leder", "a+long+password").toStdString();
    m_hub.stop();
    database.fill(m_hub.folder(), entries);
    m_hub.start();
    if (m_hub.number("SELECT count(*) FROM entry WHERE held IS NULL") != entries) std::abort();
  }

  void get(const std::string& path) {
    const auto answer = m_client.send({"GET", m_hub.url().toStdString() + path, {m_cookie}, {}});
    if (!answer || answer->status != 200) std::abort();
  }

  QString folder() const { return m_hub.folder(); }
  qint64 pid() const { return m_hub.pid(); }
  int entries() const { return m_entries; }

 private:
  int m_entries;
  HubProcess m_hub;
  Folder m_dir;
  std::string m_cookie;
  platform::CurlHttpClient m_client;
};

struct Question {
  const char* name;
  const char* path;
  int days;
};

constexpr Question kQuestions[] = {{"overview, 90 days", "/overview", 90},
                                   {"overview, 2 years", "/overview", kDays},
                                   {"/v1/statistics, 90 days", "/v1/statistics", 90},
                                   {"/v1/statistics, 2 years", "/v1/statistics", kDays}};

/// In turns: whatever else the machine does meets all towns.
void ask(Database& database, std::vector<std::unique_ptr<Town>>& towns, const Question& question,
         const std::string& branch) {
  const Day today = toLocal(FixedClock{}.now()).day;
  const Period period{today - std::chrono::days{question.days - 1}, today};
  const std::string path = std::string{question.path} + "?from=" + toString(period.from) +
                           "&to=" + toString(period.to) + "&branch=" + branch;
  std::vector<std::vector<double>> asked(towns.size());
  std::vector<std::vector<double>> bare(towns.size());
  for (int i = 0; i < kTimes; ++i) {
    for (std::size_t town = 0; town < towns.size(); ++town) {
      asked[town].push_back(bench::measure(1, [&] { towns[town]->get(path); }).p50 / 1000);
      bare[town].push_back(
          bench::measure(1, [&] { database.ask(towns[town]->folder(), period); }).p50 / 1000);
    }
  }
  for (std::size_t town = 0; town < towns.size(); ++town) {
    const auto its = bench::distributionOf(asked[town]);
    const auto floor = bench::distributionOf(bare[town]);
    const std::string name = std::string{question.name} + (branch.empty() ? "" : ", one branch") +
                             ", " + std::to_string(towns[town]->entries());
    bench::line(name + ", p50", its.p50, floor.p50, "ms");
    bench::line(name + ", p95", its.p95, floor.p95, "ms", "< 50 ms, no growth");
    bench::line(name + ", p99", its.p99, floor.p99, "ms");
  }
}

}  // namespace

int main(int argc, char** argv) {
  const QCoreApplication core{argc, argv};
  const QStringList arguments = QCoreApplication::arguments();
  const qsizetype named = arguments.indexOf("--database");
  const auto database = databaseOf(named < 0 ? "sqlite" : arguments.value(named + 1));
  std::vector<std::unique_ptr<Town>> towns;
  for (const int entries : {10'000, 100'000}) {
    towns.push_back(std::make_unique<Town>(*database, entries));
  }
  bench::heading("A dashboard over HTTP on loopback (floor: the bare query, every row stepped)");
  for (const Question& question : kQuestions) ask(*database, towns, question, "");
  ask(*database, towns, kQuestions[3], "b3");
  for (const auto& town : towns) {
    const std::string name = std::to_string(town->entries()) + " entries";
    bench::line(name + ", database per entry",
                static_cast<double>(database->bytes(town->folder())) / town->entries(), 0, "B");
    bench::line(name + ", cells of the cube",
                database->ask(town->folder(), {Day{}, toLocal(FixedClock{}.now()).day}), 0, "");
    bench::line(name + ", memory (peak)", static_cast<double>(residentKib(town->pid())) / 1024, 0,
                "MB");
  }
  return 0;
}
