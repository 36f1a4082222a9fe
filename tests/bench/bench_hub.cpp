// The hub under load, over HTTP on loopback: pushes of many tablets on both engines, opening time,
// long polls. What arrives is counted in the same run: a speed that loses entries is worth nothing.
#include "platform/gzip.h"
#include "platform/sqlite.h"
#include "src/domain/catalogue.h"
#include "sync/hub/database.h"
#include "sync/hub/postgres_connection.h"
#include "tests/bench/figures.h"
#include "tests/bench/memory.h"
#include "tests/support/crowd.h"
#include "tests/support/postgres_server.h"
#include "tests/support/programs.h"
#include "tests/support/worlds.h"

#include <QCoreApplication>
#include <QFile>
#include <atomic>
#include <thread>

using namespace vejviser;
using namespace vejviser::test;

namespace {

constexpr std::chrono::minutes kThreeDays{4'320};  // a long weekend without network

double percentile(std::vector<double> times, double share) {
  if (times.empty()) return 0;
  std::sort(times.begin(), times.end());
  return times[static_cast<std::size_t>(share * static_cast<double>(times.size() - 1))];
}

void must(const Status& status) {
  if (!status) qFatal("%s", status.error().text().c_str());
}

/// A tablet that exists on the hub, and what it says.
struct Tablet {
  std::string token;
  std::string inst;
  std::int64_t n = 0;
};

/// A hub at work on one engine, with so many tablets.
class Town {
 public:
  Town(const QString& database, int tablets)
      : hub(QStringList{}, database),
        m_place{hub.folder().toStdString(), database.toStdString(), ""} {
    SeededRandom random{7};
    const auto open = hub::openStorage(m_place, hub::Access::ReadWrite).value();
    must(open.storage->write([&](hub::WriteTx& tx) -> Status {
      m_topics = tx.topics().value();
      for (int i = 0; i < tablets; ++i) {
        hub::Device device;
        device.id = newRandomId(random);
        device.name = "Tablet " + std::to_string(i);
        device.branch = "hb";
        Tablet tablet{platform::newSecret(random), toHex(device.id.bytes).substr(0, 16), 0};
        device.token = platform::sha256(tablet.token);
        if (const Status added = tx.addDevice(device); !added) return added;
        this->tablets.push_back(tablet);
      }
      return {};
    }));
  }

  /// A push of the tablet's next `count` helps, packed, as it goes over the line. Kept in `bodies`.
  std::string push(Tablet& tablet, int count, std::vector<std::string>& bodies) {
    std::vector<std::string> mine;
    for (int i = 0; i < count; ++i) mine.push_back(wire::encodeEntry(help(tablet)));
    wire::SyncRequest request;
    request.clock = {m_clock.now(), "0badcafe", milliseconds{1}};
    request.pending = count;
    request.limit = 0;
    const std::string text = wire::encode(request, {mine.begin(), mine.end()});
    bodies.insert(bodies.end(), mine.begin(), mine.end());
    return httpRequest("POST", "/v1/sync",
                       "Authorization: Bearer " + tablet.token +
                           "\r\nContent-Type: application/json\r\nContent-Encoding: gzip\r\n",
                       platform::gzip(text));
  }

  /// A request without entries that waits for news.
  std::string poll(const Tablet& tablet, const std::string& stamp) const {
    const std::string body =
        R"({"schema":1,"stamp":)" + (stamp.empty() ? "null" : "\"" + stamp + "\"") +
        R"(,"clock":{"at":1795000000000,"boot":"0badcafe","up":1},"pending":0,"limit":2000,)"
        R"("wait":600,"entries":[]})";
    return httpRequest(
        "POST", "/v1/sync",
        "Authorization: Bearer " + tablet.token + "\r\nContent-Type: application/json\r\n", body);
  }

  /// Entries in the database, and helps in its cube.
  std::pair<std::int64_t, std::int64_t> counted() const {
    std::pair<std::int64_t, std::int64_t> counts;
    const auto open = hub::openStorage(m_place, hub::Access::ReadOnly).value();
    must(open.storage->read([&](hub::ReadTx& tx) -> Status {
      for (const Cell& cell : tx.allCells().value()) {
        if (cell.key.series == Series::Topic) counts.second += cell.n;
      }
      return tx.eachEntry([&](const hub::KeptEntry&) -> Status {
        ++counts.first;
        return {};
      });
    }));
    return counts;
  }

  HubProcess hub;
  std::vector<Tablet> tablets;

 private:
  Entry help(Tablet& tablet) {
    Entry entry;
    entry.id = m_ids.next();
    entry.subject = entry.id;
    entry.inst = tablet.inst;
    entry.n = ++tablet.n;
    entry.kind = EntryKind::Help;
    entry.at = m_clock.now() - std::chrono::minutes{(m_made * 31) % kThreeDays.count()};
    entry.boot = "0badcafe";
    entry.fields.topic = m_topics[static_cast<std::size_t>((m_made * 7919) % 40)].id;
    entry.fields.branch = "hb";
    entry.fields.outcome = static_cast<Outcome>(1 + m_made % 3);
    ++m_made;
    return entry;
  }

  hub::Place m_place;
  std::vector<Topic> m_topics;
  FixedClock m_clock;
  SeededRandom m_random{3};
  IdSource m_ids{m_clock, m_random};
  std::int64_t m_made = 0;
};

/// Seconds to put the same bodies into a bare table, as many at once as the hub may.
double rawSqlite(const std::vector<std::string>& bodies, const QString& file) {
  SQLite::Database db{file.toStdString(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE};
  db.exec(
      "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
      "CREATE TABLE raw(id INTEGER PRIMARY KEY, body TEXT)");
  return bench::seconds([&] {
    SQLite::Transaction transaction{db};
    SQLite::Statement insert{db, "INSERT INTO raw(body) VALUES(?)"};
    for (const std::string& body : bodies) platform::run(insert, body);
    transaction.commit();
  });
}

double rawPostgres(const std::vector<std::string>& bodies, const QString& url) {
  auto connection = hub::PostgresConnection::open(url.toStdString()).value();
  if (!connection->runText("CREATE TABLE IF NOT EXISTS raw(id bigserial PRIMARY KEY, body text)"))
    std::abort();
  constexpr std::size_t kAtOnce = 10'000;
  return bench::seconds([&] {
    for (std::size_t i = 0; i < bodies.size(); i += kAtOnce) {
      const auto end = std::min(bodies.size(), i + kAtOnce);
      const std::vector<std::string> some{bodies.begin() + static_cast<std::ptrdiff_t>(i),
                                          bodies.begin() + static_cast<std::ptrdiff_t>(end)};
      if (!connection->run("INSERT INTO raw(body) SELECT * FROM unnest($1)", some)) std::abort();
    }
  });
}

/// A tablet with one entry at a time, while others send all they have.
std::vector<double> oneByOne(Town& town, const std::vector<std::string>& requests,
                             const std::atomic<bool>& over) {
  std::vector<double> times;
  for (const std::string& request : requests) {
    if (over) break;
    Crowd one{town.hub.port(), {{request}}};
    one.begin();
    const Replies heard = one.talk();
    times.insert(times.end(), heard.times_ms.begin(), heard.times_ms.end());
  }
  return times;
}

void throughput(const QString& engine, const QString& database, int connections, int pushes,
                int aim) {
  constexpr int kInOne = 100;
  constexpr int kSingles = 2'000;
  Town town{database, connections + 1};
  std::vector<std::string> bodies;
  std::vector<std::vector<std::string>> requests;
  for (std::size_t i = 0; i < static_cast<std::size_t>(connections); ++i) {
    auto& mine = requests.emplace_back();
    for (int k = 0; k < pushes; ++k) mine.push_back(town.push(town.tablets[i], kInOne, bodies));
  }
  std::vector<std::string> singles;
  std::vector<std::string> singleBodies;
  for (int i = 0; i < kSingles; ++i) {
    singles.push_back(town.push(town.tablets.back(), 1, singleBodies));
  }
  const Folder dir;
  const double floor =
      database.isEmpty() ? rawSqlite(bodies, dir.path("raw.db")) : rawPostgres(bodies, database);
  town.hub.start();
  std::atomic<bool> over = false;
  std::vector<double> times;
  std::thread single{[&] { times = oneByOne(town, singles, over); }};
  Crowd crowd{town.hub.port(), std::move(requests)};
  Replies heard;
  const double time = bench::seconds([&] {
    crowd.begin();
    heard = crowd.talk();
  });
  over = true;
  single.join();
  const auto expected = static_cast<std::int64_t>(bodies.size() + times.size());
  const double memory = bench::peakMemory_MB(town.hub.pid());
  town.hub.stop();
  const auto [entries, helps] = town.counted();
  if (entries != expected || helps != expected || heard.acked != std::int64_t(bodies.size())) {
    qFatal("%lld entries, %lld helps, %lld acked of %lld", static_cast<long long>(entries),
           static_cast<long long>(helps), static_cast<long long>(heard.acked),
           static_cast<long long>(expected));
  }
  const std::string name = engine.toStdString() + ", " + std::to_string(connections) + " tablets";
  const double n = static_cast<double>(bodies.size());
  bench::line(name + ", entries/s", n / time, n / floor, "/s", ">= " + std::to_string(aim) + "/s");
  bench::line(name + ", a push of 100, p50", percentile(heard.times_ms, 0.5), 0, "ms");
  bench::line(name + ", a push of 100, p99", percentile(heard.times_ms, 0.99), 0, "ms");
  bench::line(name + ", a sync of 1 meanwhile, p50", percentile(times, 0.5), 0, "ms");
  bench::line(name + ", a sync of 1 meanwhile, p99", percentile(times, 0.99), 0, "ms");
  bench::line(name + ", hub's memory at most", memory, 0, "MB", "< 256 MB");
}

/// 1,000 tablets with 100 entries each, all at once.
void openingTime(const QString& engine, const QString& database) {
  constexpr int kTablets = 1'000;
  Town town{database, kTablets};
  std::vector<std::string> bodies;
  std::vector<std::vector<std::string>> requests;
  for (Tablet& tablet : town.tablets) requests.push_back({town.push(tablet, 100, bodies)});
  town.hub.start();
  Crowd crowd{town.hub.port(), std::move(requests)};
  Replies heard;
  const double time = bench::seconds([&] {
    crowd.begin();
    heard = crowd.talk();
  });
  town.hub.stop();
  const auto [entries, helps] = town.counted();
  const std::string name = engine.toStdString() + ", 1,000 x 100 entries at once";
  bench::line(name, time, 0, "s", "< 30 s");
  bench::line(name + ", lost", double(std::int64_t(bodies.size()) - entries), 0, "", "0");
  bench::line(name + ", double", double(helps - entries), 0, "", "0");
  bench::line(name + ", not acked", double(std::int64_t(bodies.size()) - heard.acked), 0, "", "0");
}

/// 4,000 requests that wait, while others work; then news for all.
void idlePolls(const QString& engine, const QString& database) {
  constexpr int kPolls = 4'000;
  Town town{database, kPolls + 1};
  town.hub.start();
  std::this_thread::sleep_for(std::chrono::seconds{2});  // it has looked what others did before it
  std::vector<std::string> bodies;
  Crowd asking{town.hub.port(), {{town.poll(town.tablets.back(), "")}}};
  asking.begin();
  asking.talk();
  const Answer whole =
      request("POST", town.hub.url() + "/v1/sync",
              R"({"schema":1,"stamp":null,"clock":{"at":1,"boot":"0badcafe","up":1},)"
              R"("pending":0,"limit":2000,"entries":[]})",
              {"Authorization: Bearer " + QString::fromStdString(town.tablets.back().token),
               "Content-Type: application/json"});
  const std::string stamp = whole.json()["stamp"].toString().toStdString();
  std::vector<std::vector<std::string>> polls;
  for (int i = 0; i < kPolls; ++i)
    polls.push_back({town.poll(town.tablets[static_cast<std::size_t>(i)], stamp)});
  const double before = bench::peakMemory_MB(town.hub.pid());
  Crowd crowd{town.hub.port(), std::move(polls)};
  crowd.begin();
  const auto settled = std::chrono::steady_clock::now() + std::chrono::seconds{5};
  crowd.talk([&](const Replies&) { return std::chrono::steady_clock::now() > settled; });
  std::vector<double> times;
  for (int i = 0; i < 100; ++i) {
    const std::string one = httpRequest("GET", "/v1/hello", "", "");
    Crowd visitor{town.hub.port(), {{one}}};
    visitor.begin();
    times.push_back(visitor.talk().times_ms.front());
  }
  const int held = crowd.waiting();
  const double memory = bench::peakMemory_MB(town.hub.pid());
  Crowd news{town.hub.port(), {{town.push(town.tablets.back(), 1, bodies)}}};
  Replies answered;
  const double time = bench::seconds([&] {
    news.begin();
    news.talk();
    answered = crowd.talk();
  });
  const std::string name = engine.toStdString() + ", 4,000 long polls";
  bench::line(name + ", held", held, 0, "", "4000");
  bench::line(name + ", a request meanwhile, p99", percentile(times, 0.99), 0, "ms");
  bench::line(name + ", memory of each", (memory - before) * 1024 / kPolls, 0, "kB");
  bench::line(name + ", answered after news", answered.statuses[200], 0, "", "4000");
  bench::line(name + ", until the last has them", time, 0, "s");
}

}  // namespace

int main(int argc, char** argv) {
  const QCoreApplication core{argc, argv};
  bench::heading("The hub under load (floor: the same bodies put into a bare table of the engine)");
  const auto postgres = [](const auto& what) {
    const PostgresServer server{{"shared_buffers=256MB", "max_wal_size=2GB"}};
    what("PostgreSQL", server.url());
  };
  throughput("SQLite", {}, 64, 40, 25'000);
  postgres(
      [](const QString& engine, const QString& url) { throughput(engine, url, 64, 40, 40'000); });
  openingTime("SQLite", {});
  postgres([](const QString& engine, const QString& url) { openingTime(engine, url); });
  idlePolls("SQLite", {});
  postgres([](const QString& engine, const QString& url) { idlePolls(engine, url); });
  return 0;
}
