// What the outside of a history knows: every entry that any tablet's journal ever held.
#pragma once

#include "src/base/id.h"
#include "tests/support/fault_vfs.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace vejviser::sim {

class Look;

struct Ledger {
  explicit Ledger(test::FaultVfs& itsDisks) : disks(itsDisks) {}

  test::FaultVfs& disks;
  std::map<std::string, std::string> bodies;  ///< by id
  /// In custody, says a tablet whose files are gone: by now only the hub has them.
  std::set<std::string> acked;
  /// Ids that a supervisor wished erased, also those whose erasure failed.
  std::set<std::string> unwanted;
  /// Of them, those that are erased, says the hub.
  std::set<std::string> erased;
  /// What people tell each other without any network: subjects that somebody elsewhere replies to.
  std::vector<Id> referrals;
  std::vector<Id> questions;
  /// The hub went back in time: what only it had may be gone.
  bool hubWentBack = false;

  /// Remembers what a tablet was told is in custody, before its files go.
  void readAcked(const std::string& folder);
  /// Everything a hub has, oldest first.
  std::vector<Id> idsAtHub(const std::string& folder) const;
  /// Takes in the rows of a tablet's journal after `seen`; the last one's number.
  std::int64_t readJournal(const std::string& folder, std::int64_t seen,
                           std::set<std::string>& ids);
};

/// A look at a database from outside the history: a connection that faults do not strike.
class Look {
 public:
  Look(test::FaultVfs& disks, const std::string& folder, const std::string& name)
      : m_pause(disks, folder), m_db(folder + "/" + name, SQLite::OPEN_READONLY) {}

  SQLite::Database& db() { return m_db; }

 private:
  class Pause {
   public:
    Pause(test::FaultVfs& disks, std::string folder) : m_disks(disks), m_folder(std::move(folder)) {
      m_disks.pause(m_folder, true);
    }
    ~Pause() { m_disks.pause(m_folder, false); }
    Pause(const Pause&) = delete;
    Pause& operator=(const Pause&) = delete;

   private:
    test::FaultVfs& m_disks;
    std::string m_folder;
  };

  Pause m_pause;  ///< for longer than the connection
  SQLite::Database m_db;
};

}  // namespace vejviser::sim
