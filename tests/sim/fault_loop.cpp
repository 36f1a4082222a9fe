#include "tests/sim/fault_loop.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <array>
#include <set>
#include <sstream>

namespace vejviser::test {

namespace {

/// A deed that still meets faults by then would never end.
constexpr std::int64_t kMostCalls = 5000;

/// Under a sanitizer, which makes all this slow, not every call fails but each seventh.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr int kEach = 7;
#else
constexpr int kEach = 1;
#endif

enum class After { GoesOn, Closed, Killed, PowerCut };
constexpr std::array kAfter = {After::GoesOn, After::Closed, After::Killed, After::PowerCut};
constexpr std::array kAfterNames = {"went on", "closed", "killed", "power cut"};

/// Commits of somebody else that change nothing. Every connection forgets what it has read, as it
/// does in a file larger than its memory.
void commitNothing(const std::string& path, int times) {
  SQLite::Database other{path, SQLite::OPEN_READWRITE};
  other.exec("PRAGMA wal_autocheckpoint=0");
  const int id = other.execAndGet("PRAGMA application_id").getInt();
  for (int i = 0; i < times; ++i) other.exec("PRAGMA application_id=" + std::to_string(id));
}

constexpr std::array kFaults = {DiskFault::Full, DiskFault::IoError, DiskFault::ReadError};
constexpr std::array kFaultNames = {"full", "i/o error", "read error"};

struct Case {
  DiskFault fault;
  bool sticky;
  std::int64_t nth;
  After after;

  std::string text() const {
    return std::string{kFaultNames[static_cast<std::size_t>(fault)]} +
           (sticky ? " for good" : " once") + " from call " + std::to_string(nth) + ", " +
           kAfterNames[static_cast<std::size_t>(after)];
  }
};

/// Runs one deed; stops a run at the first thing that is wrong.
class Loop {
 public:
  using Make = std::function<std::unique_ptr<LoopWorld>()>;

  Loop(FaultVfs& vfs, const LoopDeed& deed, const Make& make)
      : m_vfs(vfs), m_deed(deed), m_make(make) {}

  LoopResult run() {
    try {
      if (!learn()) return m_result;
      for (const DiskFault fault : kFaults) {
        for (const bool sticky : {false, true}) tryAll(fault, sticky);
      }
    } catch (const std::exception& thrown) {
      wrong(std::string{"threw: "} + thrown.what());
    }
    return m_result;
  }

 private:
  /// Takes the disk's picture before the deed, and what the store holds after it and its steps.
  bool learn() {
    m_vfs.clear();
    m_vfs.reseed(1);
    auto world = m_make();
    m_path = world->path();
    if (!m_deed.opens) expect(world->open(), "opening");
    if (!failed()) expect(m_deed.prepare(*world), "preparing");
    if (failed()) return false;
    if (!m_deed.opens) {
      giveLittleMemory();
      world.reset();  // an opening meets the WAL of a crash, all else starts without one
    }
    m_image = m_vfs.copy(kLoopDisk);
    world.reset();
    m_before = contentOf(m_path);
    for (const auto& step : m_deed.steps) m_between.insert(contentAfter(step, "a step"));
    m_after = contentAfter(m_deed.act, "the deed");
    return !failed();
  }

  /// Every connection to this file keeps few pages in memory: reads go to the disk, and writes do
  /// so before the commit, as in a file that is large.
  void giveLittleMemory() {
    SQLite::Database db{m_path, SQLite::OPEN_READWRITE};
    db.exec("PRAGMA default_cache_size=2");  // kept in the file
  }

  std::string contentAfter(const LoopDeed::Act& act, const std::string& what) {
    auto world = begin(1);
    if (failed()) return {};
    expect(act(*world), what + " on a disk that works");
    return contentOf(m_path);
  }

  void tryAll(DiskFault fault, bool sticky) {
    std::int64_t nth = 1;
    for (bool met = true; met && !failed() && nth < kMostCalls; nth += met ? kEach : 0) {
      met = false;
      for (const After after : kAfter) met = tryOne({fault, sticky, nth, after}) || met;
    }
    if (nth >= kMostCalls) wrong("meets faults for ever");
    if (!sticky) {
      m_result.calls += std::string{m_result.calls.empty() ? "" : ", "} +
                        kFaultNames[static_cast<std::size_t>(fault)] + " " +
                        std::to_string(nth - 1);
    }
  }

  /// True when the deed met the fault.
  bool tryOne(const Case& one) {
    m_where = one.text();
    auto world = begin(static_cast<std::uint64_t>(one.nth));
    if (failed()) return false;
    if (one.fault == DiskFault::ReadError && !m_deed.opens) commitNothing(m_path, 1);
    m_vfs.failAt(kLoopDisk, one.nth, one.fault, one.sticky);
    const Status status = m_deed.act(*world);
    world->ask();
    const bool met = m_vfs.struck(kLoopDisk) > 0;
    m_vfs.heal(kLoopDisk);
    if (!met && !status) wrong("failed without a fault: " + status.error().text());
    if (met) ++m_result.faults;
    if (one.after == After::GoesOn) {
      goOn(*world, status);
    } else {
      stop(one.after);
      world.reset();
      comeBack(status, one.after != After::Closed);
    }
    return met;
  }

  /// The same store, and then once more after it was opened anew.
  void goOn(LoopWorld& world, const Status& status) {
    compare(status, false);
    if (failed()) return;
    if (!status) expect(m_deed.act(world), "doing it again");
    finish(world, "afterwards");
  }

  /// A new program on what is left.
  void comeBack(const Status& status, bool crashed) {
    auto world = m_make();
    if (!m_deed.opens) expect(world->open(), "opening again");
    compare(status, crashed);
    if (failed()) return;
    const bool there = !m_deed.opens && contentOf(m_path) == m_after;
    if (!there) expect(m_deed.act(*world), "doing it again after coming back");
    finish(*world, "after coming back");
  }

  /// All or nothing, and what was reported.
  void compare(const Status& status, bool crashed) {
    if (failed()) return;
    const std::string now = contentOf(m_path);
    if (now == m_after && (status || crashed || m_deed.opens)) return;
    if ((now == m_before || m_between.contains(now)) && !status) return;
    if (now == m_after)
      return wrong("reported failure (" + status.error().text() + ") but is there");
    wrong(now == m_before ? "reported success but is not there"
                          : "is half there: " + firstNewLine(now));
  }

  std::string firstNewLine(const std::string& now) const {
    std::istringstream lines{now};
    std::string line;
    while (std::getline(lines, line) && m_before.find(line) != std::string::npos) {
    }
    return line;
  }

  void finish(LoopWorld& world, const std::string& when) {
    look(world, when);
    if (failed()) return;
    stop(After::PowerCut);  // what has been reported done by now is durable
    auto next = m_make();
    expect(next->open(), "opening at last");
    if (!failed()) look(*next, when + ", opened anew");
  }

  void look(LoopWorld& world, const std::string& when) {
    if (failed()) return;
    std::string found = integrityOf(m_path);
    if (found.empty()) found = world.wrong();
    if (found.empty()) found = m_deed.missing(world);
    if (!found.empty()) wrong(when + ": " + found);
  }

  /// The world as it stands before the deed.
  std::unique_ptr<LoopWorld> begin(std::uint64_t seed) {
    m_vfs.clear();
    m_vfs.reseed(seed);
    m_vfs.paste(kLoopDisk, m_image);
    auto world = m_make();
    if (m_deed.opens) return world;
    expect(world->open(), "opening");
    if (!failed()) expect(m_deed.ready(*world), "making ready");
    return world;
  }

  void stop(After how) {
    if (how == After::Killed) m_vfs.kill(kLoopDisk);
    if (how == After::PowerCut) m_vfs.cutPower(kLoopDisk);
  }

  static std::string integrityOf(const std::string& path) {
    SQLite::Database db{path, SQLite::OPEN_READONLY};
    const std::string found = db.execAndGet("PRAGMA integrity_check").getString();
    return found == "ok" ? "" : found;
  }

  void expect(const Status& status, const std::string& what) {
    if (!status) wrong(what + " failed: " + status.error().text());
  }
  void wrong(const std::string& what) {
    m_result.wrongs.push_back(m_deed.name + ": " + m_where + ": " + what);
  }
  bool failed() const { return !m_result.wrongs.empty(); }

  FaultVfs& m_vfs;
  const LoopDeed& m_deed;
  const Make& m_make;
  LoopResult m_result;
  std::string m_where = "at first";
  std::string m_path;
  FaultVfs::Image m_image;
  std::string m_before;
  std::string m_after;
  std::set<std::string> m_between;
};

std::string textOf(const SQLite::Column& value) {
  if (value.isNull()) return "NULL";
  if (!value.isBlob()) return value.getString();
  std::string hex = "x";
  const auto* bytes = static_cast<const std::uint8_t*>(value.getBlob());
  for (int i = 0; i < value.getBytes(); ++i) {
    constexpr const char* kDigits = "0123456789abcdef";
    hex += {kDigits[bytes[i] >> 4], kDigits[bytes[i] & 15]};
  }
  return hex;
}

void addRows(SQLite::Database& db, const std::string& sql, std::string& text) {
  SQLite::Statement rows{db, sql};
  while (rows.executeStep()) {
    for (int i = 0; i < rows.getColumnCount(); ++i) text += textOf(rows.getColumn(i)) + "|";
    text += "\n";
  }
}

}  // namespace

LoopResult tryEveryFault(FaultVfs& vfs, const LoopDeed& deed,
                         const std::function<std::unique_ptr<LoopWorld>()>& make) {
  LoopResult result = Loop{vfs, deed, make}.run();
  if (result.wrongs.empty() && result.faults * kEach < deed.least) {
    result.wrongs.push_back(deed.name + " met only " + std::to_string(result.faults) + " faults");
  }
  return result;
}

Status fillWal(LoopWorld& world) {
  commitNothing(world.path(), 1000);  // SQLite copies from 1000 pages on
  return {};
}

std::string contentOf(const std::string& path) {
  SQLite::Database db{path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE};
  if (db.execAndGet("SELECT count(*) FROM sqlite_schema").getInt() == 0) return {};
  std::string text;
  addRows(db, "PRAGMA application_id", text);
  addRows(db, "PRAGMA user_version", text);
  addRows(db, "SELECT sql FROM sqlite_schema ORDER BY name", text);
  std::vector<std::string> tables;
  SQLite::Statement names{db, "SELECT name FROM sqlite_schema WHERE type='table' ORDER BY name"};
  while (names.executeStep()) tables.push_back(names.getColumn(0).getString());
  for (const std::string& table : tables) {
    text += "-- " + table + "\n";
    addRows(db, "SELECT * FROM " + table, text);
  }
  return text;
}

}  // namespace vejviser::test
