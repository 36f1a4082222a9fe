// What the outside of a history knows: every entry that any tablet's journal ever held.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>
#include <cstdint>
#include <map>
#include <set>
#include <string>

namespace vejviser::sim {

struct Ledger {
  std::map<std::string, std::string> bodies;  ///< by id
  /// In custody, says a tablet whose files are gone: by now only the hub has them.
  std::set<std::string> acked;
  /// The hub went back in time: what only it had may be gone.
  bool hubWentBack = false;

  /// Remembers what a tablet was told is in custody, before its files go.
  void readAcked(const std::string& folder);
  /// Takes in the rows of a tablet's journal after `seen`; the last one's number.
  std::int64_t readJournal(const std::string& folder, std::int64_t seen,
                           std::set<std::string>& ids);
};

/// A connection of the checker's own, read-only.
SQLite::Database openToLook(const std::string& path);

}  // namespace vejviser::sim
