// What the importers of other programs' files share: days that belong together, names that map.
#pragma once

#include "src/domain/calendar.h"
#include "src/domain/catalogue.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace vejviser {

/// A log may pause, but not for longer than this.
constexpr std::chrono::days kLongestPause{366};

/// The run of days that holds most rows of a file; runs are parted by gaps longer than `gap`.
class MainRun {
 public:
  explicit MainRun(std::chrono::days gap) : m_gap(gap) {}
  void count(Day day) { ++m_rows[day]; }
  /// To be called after the last count() and before contains().
  void close();
  bool contains(Day day) const { return day >= m_first && day <= m_last; }

 private:
  std::chrono::days m_gap;
  std::map<Day, std::size_t> m_rows;
  Day m_first{};
  Day m_last{};
};

/// Why a time of a file is in doubt: it lies after `now`, or apart from the bulk; nothing when not.
std::optional<std::string> doubtAbout(Instant when, const MainRun& run, std::optional<Instant> now);

/// Finds a topic by the mapping, else by a topic's own id or name.
class TopicFinder {
 public:
  /// The keys of `mapping` are folded as search does.
  TopicFinder(const Catalogue& catalogue, const std::map<std::string, std::string>& mapping);

  /// The topic id. A prefix before a colon ("A: Pas") is tried without, too.
  std::optional<std::string> find(const std::string& name) const;

 private:
  std::map<std::string, std::string> m_names;
};

/// The persons that a file names, so that no list shows them.
class NamedPersons {
 public:
  /// A name, initials or an e-mail address; of that only what stands before the @.
  void add(std::string_view person);
  /// `text`, or a stand-in when any word of it is part of a person's name, or an address.
  std::string withoutPersons(const std::string& text) const;

 private:
  std::set<std::string, std::less<>> m_words;
};

}  // namespace vejviser
