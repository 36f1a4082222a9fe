#include "tests/sim/checker.h"

#include "platform/sqlite.h"
#include "sync/hub/erase.h"
#include "sync/hub/recount.h"
#include "sync/hub/stamp.h"
#include "sync/wire/entry_json.h"

#include <tuple>

namespace vejviser::sim {

namespace {

struct AtHub {
  std::string body;
  std::string held;
  std::string topic;  ///< instead of the body's; empty: as it says
};

std::map<std::string, AtHub> entriesAtHub(World& world) {
  Look look{world.disks, SimHub::kFolder, "hub.db"};
  SQLite::Statement rows{look.db(),
                         "SELECT id, body, coalesce(held, ''), coalesce(topic, '')"
                         " FROM entry LEFT JOIN release USING(id)"};
  std::map<std::string, AtHub> all;
  while (rows.executeStep()) {
    all[toString(platform::idOf(rows.getColumn(0)))] = {rows.getColumn(1).getString(),
                                                        rows.getColumn(2).getString(),
                                                        rows.getColumn(3).getString()};
  }
  return all;
}

/// All rows of a query as text.
std::set<std::string> rowsOf(Look& look, const std::string& sql) {
  SQLite::Statement rows{look.db(), sql};
  std::set<std::string> all;
  while (rows.executeStep()) {
    std::string line;
    for (int i = 0; i < rows.getColumnCount(); ++i) {
      line += rows.getColumn(i).getString() + "|";
    }
    all.insert(line);
  }
  return all;
}

/// Helps by topic, counted here anew and in another way than the product does.
std::map<std::string, std::int64_t> helpsByTopic(const std::map<std::string, AtHub>& entries) {
  struct Subject {
    bool made = false;
    bool withdrawn = false;
    std::tuple<int, std::string, std::string> last;  // rev, id, topic
  };
  std::map<std::string, Subject> helps;
  for (const auto& [id, entry] : entries) {
    if (!entry.held.empty()) continue;
    const Entry read = wire::readEntry(entry.body).value().entry;
    Subject& subject = helps[toString(read.subject)];
    if (read.kind == EntryKind::Void) subject.withdrawn = true;
    if (read.kind == EntryKind::Help) subject.made = true;
    const bool says = read.kind == EntryKind::Help ||
                      (read.kind == EntryKind::Amend && read.of == EntryKind::Help);
    const std::string& topic = entry.topic.empty() ? read.fields.topic : entry.topic;
    if (says) subject.last = std::max(subject.last, {read.rev, id, topic});
  }
  std::map<std::string, std::int64_t> counted;
  for (const auto& [id, subject] : helps) {
    if (subject.made && !subject.withdrawn) ++counted[std::get<2>(subject.last)];
  }
  return counted;
}

std::map<std::string, std::int64_t> helpsInCube(World& world) {
  Look look{world.disks, SimHub::kFolder, "hub.db"};
  SQLite::Statement rows{look.db(), "SELECT item, sum(n) FROM cell WHERE series=1 GROUP BY item"};
  std::map<std::string, std::int64_t> all;
  while (rows.executeStep()) {
    if (rows.getColumn(1).getInt64() != 0) all[rows.getColumn(0)] = rows.getColumn(1).getInt64();
  }
  return all;
}

void checkFigures(World& world, SimHub& hub, const std::map<std::string, AtHub>& entries) {
  hub::Recount recount;
  const Status read = hub.storage().read([&](hub::ReadTx& tx) -> Status {
    auto counted = hub::recount(tx);
    if (!counted) return counted.error();
    recount = std::move(*counted);
    return {};
  });
  if (!read) return world.broken("I2 no recount: " + read.error().text());
  for (const auto& difference : recount.differences) {
    world.broken("I2 " + toString(difference.key) + " kept " + std::to_string(difference.kept) +
                 " counted " + std::to_string(difference.counted));
  }
  if (recount.wrongWeeks > 0) world.broken("I2 sums of weeks differ from their cells");
  if (helpsByTopic(entries) != helpsInCube(world)) world.broken("I2 helps by topic differ");
}

/// I1 for one tablet: all it ever saved is at the hub or in quarantine for staff to see.
void checkJournal(World& world, const std::map<std::string, AtHub>& entries,
                  const SimTablet& tablet) {
  Look look{world.disks, tablet.folder(), "tablet.db"};
  SQLite::Statement rows{look.db(),
                         "SELECT id, body, EXISTS(SELECT 1 FROM quarantine q WHERE q.seq=j.seq)"
                         " FROM journal j"};
  while (rows.executeStep()) {
    const std::string id = toString(platform::idOf(rows.getColumn(0)));
    const auto there = entries.find(id);
    const bool aside = rows.getColumn(2).getInt() != 0;
    if (there == entries.end() && !aside) {
      world.broken("I1 lost: " + id + " of " + tablet.folder());
    } else if (there != entries.end() && there->second.held != hub::kErased &&
               there->second.body != rows.getColumn(1).getString()) {
      world.broken("I1 changed: " + id);
    }
  }
}

/// I11: what was erased says nothing any more, and nothing else was erased.
void checkErased(World& world, const Ledger& ledger, const std::map<std::string, AtHub>& entries) {
  std::set<std::string> unwanted = ledger.unwanted;
  for (const std::string& id : ledger.unwanted) {
    const Entry entry = wire::readEntry(ledger.bodies.at(id)).value().entry;
    if (entry.kind == EntryKind::Void) unwanted.insert(toString(entry.subject));
  }
  for (const auto& [id, there] : entries) {
    const std::string& body = ledger.bodies.at(id);
    const std::string subject = toString(wire::readEntry(body).value().entry.subject);
    const bool meant = ledger.erased.contains(id) || ledger.erased.contains(subject);
    const bool may = unwanted.contains(id) || unwanted.contains(subject);
    if (there.held == hub::kErased ? !may : meant) world.broken("I11 erased or not: " + id);
    if (there.held == hub::kErased && there.body != wire::withoutContent(body)) {
      world.broken("I11 says more than that it was: " + id);
    }
  }
}

/// I3: what the tablet shows is what the hub has.
void checkReplica(World& world, const SimTablet& tablet) {
  Look hub{world.disks, SimHub::kFolder, "hub.db"};
  Look own{world.disks, tablet.folder(), "tablet.db"};
  const std::string gen = "(SELECT coalesce((SELECT value FROM meta WHERE key='generation'), 0))";
  const auto same = [&](const char* what, const std::string& there, const std::string& here) {
    if (rowsOf(hub, there) != rowsOf(own, here + gen)) {
      world.broken("I3 " + std::string{what} + " differ on " + tablet.folder());
    }
  };
  same("cells", "SELECT day,series,branch,unit,item,n FROM cell WHERE n<>0",
       "SELECT day,series,branch,unit,item,n FROM shared_cell WHERE gen=");
  same("topics", "SELECT id,place FROM topic", "SELECT id,place FROM shared_topic WHERE gen=");
  same("branches", "SELECT code,name FROM branch",
       "SELECT code,name FROM shared_branch WHERE gen=");
}

}  // namespace

bool isQuiet(SimHub& hub, const Tablets& tablets) {
  if (!hub.running()) return false;
  hub::Head head;
  const Status read = hub.storage().read([&](hub::ReadTx& tx) -> Status {
    head = tx.head().value();
    return {};
  });
  if (!read) return false;
  for (const auto& tablet : tablets) {
    if (!tablet->running()) return false;
    const auto stamp = hub::decodeStamp(tablet->store().stamp().value_or(""));
    const bool read_all = stamp && stamp->cursor == head.pos && stamp->head == head;
    if (!read_all || tablet->store().queries().waiting() > 0) return false;
  }
  return true;
}

void checkAll(World& world, const Ledger& ledger, SimHub& hub, const Tablets& tablets) {
  const auto entries = entriesAtHub(world);
  checkFigures(world, hub, entries);
  for (const auto& tablet : tablets) {
    checkJournal(world, entries, *tablet);
    checkReplica(world, *tablet);
  }
  for (const auto& [id, entry] : entries) {
    if (!ledger.bodies.contains(id)) return world.broken("I5 invented: " + id);
  }
  checkErased(world, ledger, entries);
  for (const std::string& id : ledger.acked) {
    if (!ledger.hubWentBack && !entries.contains(id)) world.broken("I1 acked and lost: " + id);
  }
}

}  // namespace vejviser::sim
