// A dashboard's figures over HTTP on loopback: a hub of 98 municipalities with 10 branches and 2
// years each, with 1 and with 10 million entries side by side, asked in turns, on both engines.
// The floor is the cells of the same days, read through the storage, in the same run.
#include "sync/hub/database.h"
#include "sync/hub/ingest.h"
#include "tests/bench/figures.h"
#include "tests/bench/memory.h"
#include "tests/hub/hub_requests.h"
#include "tests/support/postgres_server.h"

#include <QCoreApplication>
#include <QFile>
#include <array>
#include <cmath>

using namespace vejviser;
using namespace vejviser::test;

namespace {

constexpr int kDays = 730;
constexpr int kTimes = 200;    // of each question: the 99th percentile is the second worst
constexpr int kBatch = 1'020;  // entries in a transaction

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

/// A hub with 98 municipalities of so many entries each, at work, and a browser that is logged in
/// at the first.
class Country {
 public:
  Country(const QString& database, int municipalities, int entriesEach)
      : m_municipalities(municipalities), m_entriesEach(entriesEach), m_hub(branches(), database) {
    for (int i = 1; i < municipalities; ++i) addMunicipality(QStringLiteral("k%1").arg(i));
    m_hub.start();
    m_hub.command({"user", "add", "leder"}, "a long password\n");
    m_cookie = logIn(m_hub, "leder", "a+long+password").toStdString();
    m_hub.stop();
    const hub::Place place{m_hub.folder().toStdString(), database.toStdString(), ""};
    fillAll(*hub::openDatabase(place, false).value(), database.isEmpty());
    m_database = hub::openDatabase(place, false).value();
    m_first = m_database->open("", hub::Access::ReadOnly).value();
    m_hub.start();
  }

  void get(const std::string& path) {
    const auto answer = m_client.send({"GET", m_hub.url().toStdString() + path, {m_cookie}, {}});
    if (!answer || answer->status != 200) std::abort();
  }

  /// The bare query: the cells of a period, how many there were.
  std::size_t cells(const Period& period) {
    std::size_t count = 0;
    const Status read = m_first->read([&](hub::ReadTx& tx) -> Status {
      const auto cells = tx.cells(period, "");
      count = cells.value().size();
      return {};
    });
    if (!read) std::abort();
    return count;
  }

  qint64 pid() const { return m_hub.pid(); }
  double entries() const { return double{1} * m_municipalities * m_entriesEach; }
  double bytes() const { return m_bytes; }

 private:
  void addMunicipality(const QString& code) {
    QStringList arguments{"--at", code, "init", "--municipality", code};
    for (const QString& branch : branches()) arguments << "--branch" << branch;
    const Ran ran = m_hub.command(arguments);
    if (ran.exitCode != 0) qFatal("%s", qPrintable(ran.err));
  }

  void fillAll(hub::Database& database, bool fileEach) {
    const auto codes = database.municipalities();
    for (const std::string& code : *codes) {
      const double bytes = fill(*database.open(code, hub::Access::ReadWrite).value());
      m_bytes = fileEach ? m_bytes + bytes : bytes;
    }
  }

  /// How many bytes the database has then.
  double fill(hub::Storage& storage) {
    FixedClock clock;
    SeededRandom random{7};
    EntryMaker maker{"0123456789abcdef", 7};
    std::vector<std::string> topics;
    std::int64_t counted = 0;
    double bytes = 0;
    for (int done = 0; done < m_entriesEach; done += kBatch) {
      const Status status = storage.write([&](hub::WriteTx& tx) -> Status {
        if (topics.empty()) {
          hub::Device device;
          device.id = newRandomId(random);
          if (const Status added = tx.addDevice(device); !added) return added;
          const auto known = tx.topics();
          for (const Topic& topic : *known) topics.push_back(topic.id);
        }
        hub::Push push;
        push.device = tx.devices().value().back();
        for (int i = 0; i < kBatch; ++i) {
          const Entry entry = helpOf(maker, random, topics, toLocal(clock.now()).day);
          push.request.entries.push_back(wire::readEntry(wire::encodeEntry(entry)).value());
        }
        const auto taken = hub::ingest(tx, {push}, clock.now(), random);
        if (!taken) return taken.error();
        for (const auto& ack : taken->front().acks) counted += ack.held ? 0 : 1;
        bytes = static_cast<double>(tx.databaseBytes().value());
        return {};
      });
      if (!status) qFatal("%s", status.error().text().c_str());
    }
    if (counted != m_entriesEach) qFatal("%lld were counted", static_cast<long long>(counted));
    return bytes;
  }

  int m_municipalities;
  int m_entriesEach;
  HubProcess m_hub;
  std::string m_cookie;
  platform::CurlHttpClient m_client;
  std::unique_ptr<hub::Database> m_database;
  std::unique_ptr<hub::Storage> m_first;
  double m_bytes = 0;
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

std::string millions(double entries) {
  char text[32];
  std::snprintf(text, sizeof text, "%.2g M", entries / 1e6);
  return text;
}

/// In turns: whatever else the machine does meets all.
void ask(std::vector<std::unique_ptr<Country>>& countries, const Question& question,
         const std::string& branch) {
  const Day today = toLocal(FixedClock{}.now()).day;
  const Period period{today - std::chrono::days{question.days - 1}, today};
  const std::string path = std::string{question.path} + "?from=" + toString(period.from) +
                           "&to=" + toString(period.to) + "&branch=" + branch;
  std::vector<std::vector<double>> asked(countries.size());
  std::vector<std::vector<double>> bare(countries.size());
  for (int i = 0; i < kTimes; ++i) {
    for (std::size_t k = 0; k < countries.size(); ++k) {
      asked[k].push_back(bench::measure(1, [&] { countries[k]->get(path); }).p50 / 1000);
      bare[k].push_back(bench::measure(1, [&] { countries[k]->cells(period); }).p50 / 1000);
    }
  }
  for (std::size_t k = 0; k < countries.size(); ++k) {
    const auto its = bench::distributionOf(asked[k]);
    const auto floor = bench::distributionOf(bare[k]);
    const std::string name = std::string{question.name} + (branch.empty() ? "" : ", one branch") +
                             ", " + millions(countries[k]->entries());
    bench::line(name + ", p50", its.p50, floor.p50, "ms");
    bench::line(name + ", p95", its.p95, floor.p95, "ms", "< 50 ms, no growth");
    bench::line(name + ", p99", its.p99, floor.p99, "ms");
  }
}

void dashboards(const char* engine, int municipalities, const std::array<QString, 2>& databases) {
  std::vector<std::unique_ptr<Country>> countries;
  constexpr std::array<int, 2> kEntriesEach = {10'200, 102'000};  // 1 and 10 million
  for (std::size_t i = 0; i < databases.size(); ++i) {
    countries.push_back(std::make_unique<Country>(databases[i], municipalities, kEntriesEach[i]));
  }
  const std::string heading = std::string{engine} + ": dashboards over HTTP on loopback, " +
                              std::to_string(municipalities) +
                              " municipalities (floor: the cells of the same days, read)";
  bench::heading(heading.c_str());
  for (const Question& question : kQuestions) ask(countries, question, "");
  ask(countries, kQuestions[3], "b3");
  const Period ever{Day{}, toLocal(FixedClock{}.now()).day};
  for (const auto& country : countries) {
    const std::string name = millions(country->entries()) + " entries";
    bench::line(name + ", bytes per entry, all in", country->bytes() / country->entries(), 0, "B");
    bench::line(name + ", cells of the first", static_cast<double>(country->cells(ever)), 0, "");
    bench::line(name + ", memory of the hub (peak)", bench::peakMemory_MB(country->pid()), 0, "MB",
                "< 256 MB");
  }
}

}  // namespace

int main(int argc, char** argv) {
  const QCoreApplication core{argc, argv};
  const QString only = QCoreApplication::arguments().value(1);
  const int municipalities = QCoreApplication::arguments().value(2, "98").toInt();
  if (only != "postgres") dashboards("SQLite", municipalities, {});
  if (only == "sqlite") return 0;
  const QStringList settings{"fsync=off", "shared_buffers=256MB", "max_wal_size=2GB"};
  const PostgresServer small{settings};
  const PostgresServer large{settings};
  dashboards("PostgreSQL", municipalities, {small.url(), large.url()});
  return 0;
}
