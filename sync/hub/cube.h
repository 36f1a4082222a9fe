// From entries that start or cease to count to what changes in the statistics cube.
#pragma once

#include "src/base/random.h"
#include "sync/hub/storage.h"

#include <map>
#include <set>
#include <vector>

namespace vejviser::hub {

/// An entry as it is counted: with what a supervisor said in place of what it says.
Entry counted(const KeptEntry& kept);

/// Entries that start or cease to count in one transaction, each as counted() gives it. It makes no
/// difference whether the database says so already.
class Effects {
 public:
  void starts(const Entry& entry);
  void ceases(const Entry& entry);

  /// The change of the cube, from what stood before to what stands after.
  Result<std::vector<Cell>> changes(WriteTx& tx) const;

 private:
  struct Subject {
    std::vector<Entry> before;
    std::vector<Entry> after;
  };
  using Subjects = std::map<Id, Subject>;

  Status addStored(WriteTx& tx, Subjects& subjects) const;
  void note(const Entry& entry);

  Subjects m_subjects;  ///< with those entries alone that start or cease
  std::set<Id> m_changing;
  std::vector<Id> m_elsewhere;  ///< subjects that are made by entries not among them
};

/// Adds changes to the cube, under positions of their own. The head moves even when no cell
/// changes: a backup from before is another history.
Status changeCube(WriteTx& tx, const std::vector<Cell>& changes, Instant now, RandomSource& random);

}  // namespace vejviser::hub
