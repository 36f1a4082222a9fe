// From entries that start or cease to count to what changes in the statistics cube.
#pragma once

#include "src/base/random.h"
#include "sync/hub/storage.h"

#include <chrono>
#include <map>
#include <optional>
#include <set>
#include <span>
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

  /// What changes from what stood before to what stands after.
  Result<Changes> changes(WriteTx& tx) const;

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

/// Stores changes under positions of their own. The head moves even when there is none: a backup
/// from before is another history.
Status applyChanges(WriteTx& tx, const Changes& changes, Instant now, RandomSource& random);

/// How long tablets need questions and events: the same weeks of the year before can be looked at.
constexpr std::chrono::days kEventsNeeded{400};

/// The last day on which tablets need a shared subject: referrals until some weeks after their slip
/// is void, questions and events for more than a year. Its own when a question's text has expired.
Day neededUntil(const Standing& standing);

/// What stands about each of these subjects, in their order.
Result<std::vector<std::optional<Standing>>> standings(ReadTx& tx, std::span<const Id> subjects);

}  // namespace vejviser::hub
