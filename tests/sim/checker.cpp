#include "tests/sim/checker.h"

#include "platform/sqlite.h"
#include "src/domain/tally.h"
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

/// By series and item.
using Counted = std::map<std::pair<Series, std::string>, std::int64_t>;

/// What entries say of one subject.
struct Subject {
  using Place = std::tuple<int, std::string>;  // rev, id: the highest stands

  std::optional<EntryKind> kind;  ///< nothing: what makes it is not there
  bool withdrawn = false;
  Place last{-1, {}};
  Fields fields;
  Place lastReply{-1, {}};
  Fields reply;

  void take(const std::string& id, const Entry& entry) {
    const Place place{entry.rev, id};
    if (entry.kind == EntryKind::Void) {
      withdrawn = true;
    } else if (entry.kind == EntryKind::Reply) {
      if (place > lastReply) std::tie(lastReply, reply) = std::tie(place, entry.fields);
    } else if (place > last) {
      std::tie(last, fields) = std::tie(place, entry.fields);
    }
    if (entry.makesSubject()) kind = entry.kind;
  }
};

void countReferral(const Subject& subject, Counted& counted) {
  const std::string& to = subject.fields.to;
  ++counted[{Series::Referral, to}];
  if (subject.reply.reception == Reception::TakenBack) return;
  const bool wrong_door = subject.reply.decline == Decline::NotOurs;
  const std::string word = wrong_door ? "wrong_door" : std::string{code(subject.reply.reception)};
  ++counted[{Series::Reception, to + ":" + word}];
}

void count(const Subject& subject, Counted& counted) {
  const std::string& topic = subject.fields.topic;
  switch (*subject.kind) {
    case EntryKind::Help:
      ++counted[{Series::Topic, topic}];
      if (subject.fields.act != Act::None) {
        ++counted[{Series::Act, std::string{code(subject.fields.act)}}];
      }
      break;
    case EntryKind::Referral:
      return countReferral(subject, counted);
    case EntryKind::Question:
      ++counted[{Series::Question, topic}];
      if (!subject.reply.text.empty()) ++counted[{Series::Answered, topic}];
      if (subject.fields.wanted && subject.reply.text.empty()) ++counted[{Series::Open, topic}];
      break;
    case EntryKind::Event:
      ++counted[{Series::Event, topic}];
      break;
    case EntryKind::Quiet:
      ++counted[{Series::Quiet, ""}];
      break;
    default:
      break;
  }
}

/// Subjects of every kind, counted here anew and in another way than the product does.
Counted countedHere(const std::map<std::string, AtHub>& entries) {
  std::map<Id, Subject> subjects;
  for (const auto& [id, entry] : entries) {
    if (!entry.held.empty()) continue;
    Entry read = wire::readEntry(entry.body).value().entry;
    if (!entry.topic.empty()) read.fields.topic = entry.topic;
    subjects[read.subject].take(id, read);
  }
  Counted counted;
  for (const auto& [id, subject] : subjects) {
    if (subject.kind && !subject.withdrawn) count(subject, counted);
  }
  return counted;
}

/// The same of the hub's cube; quiet hours at whatever hour.
Counted countedByHub(World& world) {
  Look look{world.disks, SimHub::kFolder, "hub.db"};
  SQLite::Statement rows{look.db(),
                         "SELECT series, iif(series=25, '', item), sum(n) FROM cell"
                         " WHERE series IN (1, 4, 9, 15, 17, 19, 20, 25, 26) GROUP BY 1, 2"};
  Counted all;
  while (rows.executeStep()) {
    const auto n = rows.getColumn(2).getInt64();
    if (n == 0) continue;
    all[{static_cast<Series>(rows.getColumn(0).getInt()), rows.getColumn(1).getString()}] = n;
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
  const Counted here = countedHere(entries);
  const Counted there = countedByHub(world);
  if (here == there) return;
  Counted all = here;
  all.insert(there.begin(), there.end());
  for (const auto& [key, n] : all) {
    const auto at = [&key = key](const Counted& some) {
      const auto found = some.find(key);
      return found == some.end() ? 0 : found->second;
    };
    if (at(here) == at(there)) continue;
    world.broken("I2 " + std::string{code(key.first)} + " " + key.second + " is " +
                 std::to_string(at(there)) + ", should be " + std::to_string(at(here)));
  }
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
