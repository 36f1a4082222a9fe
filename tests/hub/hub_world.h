// A hub's database of its own, with the hub's rules called directly: a clock, chance and tablets
// that the test owns, no threads and no sockets. The same tests run on both engines: in SQLite a
// world is a file, in PostgreSQL (VEJVISER_TEST_ENGINE=postgres) a municipality.
#pragma once

#include "sync/hub/ingest.h"
#include "sync/hub/postgres_storage.h"
#include "sync/hub/pull.h"
#include "sync/hub/recount.h"
#include "sync/hub/sqlite_storage.h"
#include "tests/support/postgres_server.h"
#include "tests/support/worlds.h"

#include <QTemporaryDir>
#include <QtGlobal>
#include <SQLiteCpp/SQLiteCpp.h>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace vejviser::test {

inline wire::ReadEntry asRead(const Entry& entry) {
  return wire::readEntry(wire::encodeEntry(entry)).value();
}

inline bool onPostgres() {
  return qEnvironmentVariable("VEJVISER_TEST_ENGINE") == "postgres";
}

/// The one server of a test program.
inline PostgresServer& postgres() {
  static PostgresServer server;
  return server;
}

/// Topics mitid-help and loan, branch hb, one tablet.
class HubWorld {
 public:
  HubWorld() {
    open();
    write([&](hub::WriteTx& tx) -> Status {
      if (const Status s = tx.setUp({newRandomId(random), "By"}, 11, clock.now()); !s) return s;
      const std::vector<Topic> topics = {{"mitid-help", "M", "M", "g"}, {"loan", "L", "L", "g"}};
      const auto first = tx.takePositions(3, 12, clock.now());
      if (const Status s = tx.putTopics(topics, *first); !s) return s;
      if (const Status s = tx.putBranch({"hb", "H"}, *first + 2); !s) return s;
      hub::Device another;
      another.id = newRandomId(random);
      return tx.addDevice(another);
    });
    read([&](hub::ReadTx& tx) -> Status {
      device.key = tx.devices().value().front().key;
      return {};
    });
  }

  /// Everybody sees the exact figures.
  void seeExact() {
    write([&](hub::WriteTx& tx) -> Status {
      const auto pos = tx.takePositions(1, 13, clock.now());
      return tx.putDocument({"small-cells", "threshold,exact_for\n5,all\n"}, *pos);
    });
  }

  /// Opens the database anew.
  void open() {
    storage.reset();
    if (!onPostgres()) {
      using hub::SqliteStorage;
      storage = SqliteStorage::open(dir.path().toStdString(), hub::Access::ReadWrite).value();
      return;
    }
    database = hub::PostgresDatabase::connect(postgres().url().toStdString(), true).value();
    storage = database->make(code).value();
  }

  void write(const std::function<Status(hub::WriteTx&)>& body) {
    if (const Status s = storage->write(body); !s) qFatal("%s", s.error().text().c_str());
  }
  void read(const std::function<Status(hub::ReadTx&)>& body) {
    if (const Status s = storage->read(body); !s) qFatal("%s", s.error().text().c_str());
  }
  /// What a function of a transaction returns; it must not fail.
  template <class Ask>
  auto ask(Ask body) {
    std::optional<std::decay_t<decltype(*body(std::declval<hub::WriteTx&>()))>> answer;
    write([&](hub::WriteTx& tx) -> Status {
      auto result = body(tx);
      if (!result) return result.error();
      answer = std::move(*result);
      return {};
    });
    return *answer;
  }

  hub::Custody push(const std::vector<Entry>& entries,
                    const std::optional<std::string>& stamp = {}) {
    std::vector<wire::ReadEntry> read;
    for (const Entry& entry : entries) read.push_back(asRead(entry));
    return pushRead(read, stamp);
  }

  hub::Custody pushRead(const std::vector<wire::ReadEntry>& entries,
                        const std::optional<std::string>& stamp = {}) {
    hub::Push one;
    one.device = device;
    one.request.clock = reading;
    one.request.entries = entries;
    one.request.stamp = stamp;
    return ask([&](hub::WriteTx& tx) { return hub::ingest(tx, {one}, clock.now(), random); })
        .front();
  }

  Figures figures() {
    return summarise(ask([](hub::WriteTx& tx) { return tx.allCells(); }));
  }

  hub::Recount recountNow() {
    hub::Recount result;
    read([&](hub::ReadTx& tx) -> Status {
      result = hub::recount(tx).value();
      return {};
    });
    return result;
  }

  /// Whether cube and weeks are what the journal says.
  bool isExact() {
    const hub::Recount found = recountNow();
    return found.differences.empty() && found.wrongWeeks == 0;
  }

  wire::SyncAnswer pullNow(const std::optional<std::string>& stamp, int limit, bool& known) {
    wire::SyncAnswer answer;
    read([&](hub::ReadTx& tx) -> Status {
      known = hub::pull(tx, stamp, limit, answer).value();
      return {};
    });
    return answer;
  }

  /// Changes the database behind the hub's back: on PostgreSQL, of all worlds. The hub is closed
  /// meanwhile.
  void plant(const std::string& sql) {
    storage.reset();
    if (onPostgres()) {
      postgres().sql(QString::fromStdString(sql));
    } else {
      SQLite::Database db{dir.filePath("hub.db").toStdString(), SQLite::OPEN_READWRITE};
      db.exec(sql);
    }
    open();
  }

  QTemporaryDir dir;
  FixedClock clock;
  SeededRandom random;
  std::string code = "w" + std::to_string(++worlds);
  std::unique_ptr<hub::PostgresDatabase> database;
  std::unique_ptr<hub::Storage> storage;
  hub::Device device;
  wire::ClockReading reading;  ///< of the tablet when it pushes

 private:
  static inline int worlds = 0;
};

}  // namespace vejviser::test
