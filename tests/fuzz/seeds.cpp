// Writes inputs as the project itself makes them: DIR/<target>/<name>. Fuzzing starts from them, so
// that it need not guess what a request looks like, and goes on from today's messages.
#include "platform/csv.h"
#include "platform/gzip.h"
#include "platform/sqlite.h"
#include "src/domain/import.h"
#include "src/store/tablet_store.h"
#include "sync/engine/recorder.h"
#include "sync/hub/accounts.h"
#include "sync/hub/ingest.h"
#include "sync/hub/sqlite_storage.h"
#include "sync/hub/stamp.h"
#include "sync/wire/hub_messages.h"
#include "tests/fuzz/hub_world.h"
#include "tests/fuzz/promises.h"
#include "tests/support/scratch.h"
#include "tests/support/tablet_world.h"
#include "tests/support/worlds.h"

#include <cstdio>
#include <fstream>

using namespace vejviser;
using namespace vejviser::fuzz;
namespace fs = std::filesystem;

namespace {

fs::path s_folder;

void write(const char* target, const char* name, std::string_view bytes) {
  fs::create_directories(s_folder / target);
  std::ofstream{s_folder / target / name, std::ios::binary} << bytes;
}

/// One of every kind, about two subjects.
std::vector<std::string> someEntries() {
  test::EntryMaker maker;
  const Entry help = maker.help();
  Entry rich = maker.help("loan");
  rich.fields.people = 7;
  rich.fields.outcome = Outcome::TurnedAway;
  rich.fields.when = fromMs(1'790'000'000'000);
  Entry doubtful = maker.help();
  doubtful.fields.doubt = Doubt::Clock;
  Fields changed = help.fields;
  changed.topic = "loan";
  std::vector<std::string> bodies;
  for (const Entry& entry : {help, rich, doubtful, maker.referral(help),
                             maker.amend(help, 1, changed), maker.withdraw(rich, 2)}) {
    bodies.push_back(wire::encodeEntry(entry));
  }
  return bodies;
}

std::string joined(const std::vector<std::string>& lines, const char* end = "\n") {
  std::string text;
  for (const std::string& line : lines) text.append(line).append(end);
  return text;
}

void writeEntries() {
  const std::vector<std::string> bodies = someEntries();
  write("entry", "every_kind", joined(bodies));
  write("entry", "a_push_each", joined(bodies, "\n\n"));
  write("entry", "sent_again", joined(bodies) + "\n" + joined(bodies));
  write("entry", "amend_first", bodies[4] + "\n" + bodies[0]);
  std::string future = bodies[0];
  future.replace(future.find("\"v\":1"), 5, "\"v\":3");
  write("entry", "of_the_future", future);
  std::string unknown = bodies[1];
  unknown.replace(unknown.find("loan"), 4, "moon");
  write("entry", "unknown_topic", unknown);
}

void writeRequests() {
  const std::vector<std::string> bodies = someEntries();
  wire::SyncRequest request;
  request.clock = {test::FixedClock{}.now(), "0badcafe", milliseconds{5}};
  write("sync_request", "nothing_to_send", wire::encode(request, {}));
  request.stamp = hub::encodeStamp({3, {4, 5}});
  request.pending = 6;
  write("sync_request", "every_kind", wire::encode(request, {bodies.begin(), bodies.end()}));
  write("sync_request", "one_help", wire::encode(request, {bodies[0]}));
}

void writeAnswers() {
  test::SeededRandom random;
  wire::SyncAnswer answer;
  answer.hub = newRandomId(random);
  answer.stamp = hub::encodeStamp({0, {0, 7}});
  answer.now = test::FixedClock{}.now();
  write("sync_answer", "nothing_new", wire::encode(answer));
  answer.base = answer.stamp;
  answer.acks = {{newRandomId(random), std::nullopt}, {newRandomId(random), "unknown-topic"}};
  const Day day = *parseDay("2026-11-24");
  const Topic topic{"loan", "Lån", "Loans", "loans", true, true, false, true, "21.01", "x.dk", 3};
  for (const Series series : {Series::Topic, Series::Hour, Series::People, Series::Referral}) {
    answer.rows.push_back(CellRow{{{day, series, "hb", Unit::Library, "10"}, 4}});
  }
  answer.rows.push_back(CellRow{{{day, Series::Hour, "hb", Unit::CitizenService, "11"}, 0}});
  answer.rows.push_back(TopicRow{"loan", 4, topic});
  answer.rows.push_back(TopicRow{"gone", 0, std::nullopt});
  answer.rows.push_back(BranchRow{"hb", Branch{"hb", "Hovedbiblioteket"}});
  answer.rows.push_back(MunicipalityRow{"By"});
  answer.more = answer.fork = answer.upgrade = true;
  write("sync_answer", "every_row", wire::encode(answer));
  write("problem", "timeline",
        wire::encode(
            wire::Problem{409, "timeline", "Another history", "detail", answer.hub, answer.base}));
  write("problem", "unavailable",
        wire::encode(wire::Problem{503, "unavailable", "Busy", "", answer.hub, std::nullopt}));
  write("problem", "portal", "<html><body>Log in</body></html>");
  write("enrol_answer", "library",
        wire::encode(wire::EnrolAnswer{answer.hub, newRandomId(random), std::string(64, 'a'),
                                       "Skranke 1", Unit::Library, "hb", "By", 1, 1}));
}

void writeStamps() {
  write("stamp", "first", hub::encodeStamp({0, {1, 2}}));
  write("stamp", "extremes", hub::encodeStamp({INT64_MAX, {INT64_MIN, -1}}));
  write("stamp", "numbers", std::string(24, '\x81'));
}

void writeCodes() {
  withHub([](hub::WriteTx& tx) {
    WithinTx storage{tx};
    const test::FixedClock clock;
    test::SeededRandom random;
    hub::Accounts accounts{storage, clock, random};
    const std::string code =
        *accounts.newEnrolCode(hub::Actor::commandLine(), "T", Unit::Library, "hb");
    write("enrol_code", "request", wire::encode(wire::EnrolRequest{code}));
    write("enrol_code", "typed", code);
    std::string other = code;
    for (char& c : other) c = c == '-' ? ' ' : static_cast<char>(c | 0x20);
    write("enrol_code", "typed_otherwise", other);
    write("enrol_code", "wrong", "ABCD-EFGH");
  });
}

void writeBodies() {
  const std::string text = joined(someEntries());
  const std::string packed = platform::gzip(text);
  const auto bound = [](std::size_t most) {
    return std::string{static_cast<char>(most / 256), static_cast<char>(most % 256)};
  };
  write("gunzip", "within", bound(text.size()) + packed);
  write("gunzip", "beyond", bound(text.size() - 1) + packed);
  write("gunzip", "bomb", bound(1000) + platform::gzip(std::string(100'000, 'x')));
  write("gunzip", "cut_short", bound(65535) + packed.substr(0, packed.size() / 2));
}

std::string_view firstLines(std::string_view text, int lines) {
  std::size_t end = 0;
  for (int line = 0; line < lines; ++line) end = text.find('\n', end) + 1;
  return text.substr(0, end);
}

void writeFiles() {
  const std::string own = platform::csvLine(ownFormatColumns());
  write("import", "own_format",
        own +
            "2026-11-24 14:30,help,mitid-help,library,hb,guided,5-15,1,,\n"
            "2026-11-24 14:31,referral,mitid-help,library,hb,,,,citizen_service,"
            "01a20b6c-6a8f-734f-9dec-d47bee28d865\n");
  const std::string queues =
      "date,time,office,queue_id,queue_letter,queue_name,called,waiting,open_counters\n";
  write("import", "queues",
        queues +
            "2026-01-05,08:00,A,4,H,Pas,3,1,4\n2026-01-05,14.05,B,4,H,\"Lån, m.m.\",1,0,4\n"
            "2012-02-09,08:00,B,1,A,Pas,1,0,1\n");
  write("import", "mapping", "name;topic\nPas;mitid-help\n\"K\xC3\xB8rekort\";other\n");
  write("import", "time", "14:30:05");
  write("catalogue", "built_in", firstLines(builtInTopicsCsv(), 4));
  write("documents", "roles", builtInRolesCsv());
  write("documents", "authority",
        "topic,role,may\ngroup:identity-papers,library_staff,guide\n*,*,decide\n");
  write("documents", "destinations", builtInDestinationsCsv());
  write("documents", "guides", firstLines(builtInGuidesCsv(), 2));
  write("documents", "hours",
        "place,unit,days,from,to,kind,note\nhb,library,mon-fri,08:00,22:00,unstaffed\n"
        "hb,library,mon-fri,10.00,18.00,staffed\nhb,library,holidays,unstaffed\n"
        "hb,library,customary,usual\nhb,library,2026-12-23,10:00,12:00,staffed\n"
        "hb,library,2026-12-28,closed,,,inventory\nhotline,,mon-sun,00:00,24:00,staffed\n");
  write("guard", "text",
        "ring 20 12 34 56, cpr 010190-1234, anna (at) mail.dk, 4571 0000 0000 0001");
  write("guard", "harmless", "ISBN 978-87-02-11111-1, kl. 10.30-11.45, bruger-id glemt");
}

void writeOptions() {
  write("hub_options", "branch", "hb=Hovedbiblioteket");
  write("hub_options", "listen", "127.0.0.1:8480");
  write("hub_options", "listen_6", "[::1]:0");
  write("hub_options", "enrol_code",
        wire::encodeCommand("enrol-code", {{"name", "T"}, {"unit", "library"}, {"branch", "hb"}}));
  write("hub_options", "branch_add",
        wire::encodeCommand("branch-add", {{"code", "ny"}, {"name", "Ny filial"}}));
  const std::string id = toString(test::EntryMaker{}.help().id);  // the first of those held
  for (const auto& [name, arguments] : std::map<std::string, std::map<std::string, std::string>>{
           {"by_reason", {{"reason", "unknown-topic"}, {"code", "moon"}, {"topic", "loan"}}},
           {"by_id", {{"ids", id}, {"branch", "hb"}}},
           {"elsewhere", {{"reason", "unknown-branch"}, {"no-branch", "1"}}},
           {"in_time", {{"reason", "absurd-time"}, {"time", "2026-11-17 14:30"}}}}) {
    write("hub_options", name.c_str(), wire::encodeCommand("held-release", arguments));
  }
  write("hub_options", "tablet_drain", wire::encodeCommand("tablet-drain", {{"tablet", "T"}}));
  write("hub_options", "prune", wire::encodeCommand("prune", {}));
  write("hub_options", "user_remove", wire::encodeCommand("user-remove", {{"name", "leder"}}));
}

/// A database file of small pages: mutations hit what matters.
void writeDatabase(const fs::path& file, const char* name, const std::string& change = {}) {
  {
    SQLite::Database db{file.string(), SQLite::OPEN_READWRITE};
    db.exec("PRAGMA journal_mode=DELETE; PRAGMA page_size=512; VACUUM;" + change);
  }
  std::ifstream in{file, std::ios::binary};
  const std::string bytes{std::istreambuf_iterator<char>{in}, {}};
  write("database", name, bytes);
}

void writeTablet() {
  const test::Scratch dir;
  {
    test::SeededRandom random;
    const test::FixedClock clock;
    IdSource ids{clock, random};
    const auto tablet = valueOf(store::TabletStore::open(dir.path(), random), "tablet");
    test::RoomyDisk disk;
    engine::Recorder recorder{*tablet, disk, clock, ids, random};
    Fields fields;
    fields.topic = "loan";
    const Id help = valueOf(recorder.help(fields), "help");
    static_cast<void>(recorder.help(fields));
    static_cast<void>(recorder.refer(help, {"citizen_service"}));
  }
  writeDatabase(dir.path() / "tablet.db", "tablet");
  // As version 1 left it.
  writeDatabase(dir.path() / "tablet.db", "tablet_before_migration",
                "DROP INDEX standing_help; DROP INDEX outbox_subject;"
                "ALTER TABLE quarantine DROP COLUMN subject; PRAGMA user_version=1;");
}

void writeHub() {
  const test::Scratch dir;
  {
    const auto storage =
        valueOf(hub::SqliteStorage::open(dir.path(), hub::Access::ReadWrite), "hub");
    const Status status = storage->write([](hub::WriteTx& tx) -> Status {
      if (const Status done = tx.setUp(kHub, 1, test::FixedClock{}.now()); !done) return done;
      const std::vector<Topic> topics = {{"mitid-help", "M", "M", "g"}};
      if (const Status done =
              tx.putTopics(topics, *tx.takePositions(1, 2, test::FixedClock{}.now()));
          !done)
        return done;
      if (const Status done =
              tx.putBranch({"hb", "H"}, *tx.takePositions(1, 3, test::FixedClock{}.now()));
          !done)
        return done;
      hub::Device device;
      device.id = Id{{2}};
      if (const Status done = tx.addDevice(device); !done) return done;
      hub::Push push;
      push.device.key = 1;
      push.request.entries = {*wire::readEntry(someEntries()[0])};
      test::SeededRandom random;
      const auto custody = hub::ingest(tx, {push}, test::FixedClock{}.now(), random);
      return custody ? Status{} : Status{custody.error()};
    });
    expect(status.ok(), "the hub is filled");
  }
  writeDatabase(dir.path() / "hub.db", "hub");
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fputs("usage: fuzz_seeds DIR\n", stderr);
    return 2;
  }
  s_folder = argv[1];
  writeEntries();
  writeRequests();
  writeAnswers();
  writeStamps();
  writeCodes();
  writeBodies();
  writeFiles();
  writeOptions();
  writeTablet();
  writeHub();
  write("database", "empty", "");
  write("database", "no_database", "this is no database, but it is long enough to have a header");
  return 0;
}
