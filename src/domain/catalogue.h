// The topic catalogue: what a help can be about. Each municipality has its own; the one in
// topics.csv is built in, so that a tablet works before it has ever met a hub.
//
// A code is for ever: figures of years rest on it. So topics are added, changed and retired, never
// removed, and one that takes the place of another has a code of its own and a bridge to it.
#pragma once

#include "src/base/result.h"
#include "src/domain/calendar.h"
#include "src/domain/codes.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace vejviser {

struct Topic {
  std::string id;  ///< code, never reused
  std::string nameDa;
  std::string nameEn;
  std::string group;       ///< code of the topic group, e.g. "digital-id"
  bool authority = false;  ///< a decision, issuing or registration that only an authority may do
  bool heavy = false;      ///< needs more than everyday routine
  bool library = true;     ///< the library helps with it
  bool citizenService = true;
  std::string kle{};               ///< KLE number, may be empty
  std::string selfService{};       ///< where the citizen can do it alone, e.g. "borger.dk"
  int minutes = 10;                ///< typical length of one help
  std::optional<Day> validFrom{};  ///< the first day it is offered on; nothing: always was
  std::optional<Day> validTo{};    ///< the last; the topic is retired after it
  std::optional<Day> checkedOn{};  ///< when somebody last saw that all this is right
  std::string owner{};             ///< the unit or office that keeps it right, never a person
  std::string replacedBy{};        ///< the bridge: the code under which its series goes on

  bool operator==(const Topic&) const = default;
  bool offeredBy(Unit unit) const { return unit == Unit::Library ? library : citizenService; }
  /// Whether it is offered for helps of `day`. What was logged with it counts on any day.
  bool validOn(Day day) const {
    return (!validFrom || day >= *validFrom) && (!validTo || day <= *validTo);
  }
};

constexpr std::size_t kMostTopics = 2000;  // many times the 88 built in; a bound, not a plan

class Catalogue {
 public:
  Catalogue() = default;
  explicit Catalogue(std::vector<Topic> topics);

  const std::vector<Topic>& topics() const { return m_topics; }
  /// Null if there is no such topic. Valid as long as the catalogue is.
  const Topic* find(std::string_view id) const;
  /// The topic at the end of the bridges from `id`: itself when there is none. Null as find().
  const Topic* heir(std::string_view id) const;

 private:
  std::vector<Topic> m_topics;
  std::unordered_map<std::string, std::size_t> m_places;
};

/// Whether every member of a topic is as a catalogue may hold it. Error Invalid; `where` is the
/// column that holds the member.
Status checkTopic(const Topic& topic);
/// Whether every bridge leads to a topic of the catalogue, and none back to where it began. Error
/// Invalid; `where` is the topic's code.
Status checkBridges(const Catalogue& catalogue);

/// Reads a catalogue file already split into rows. The first names the columns, as in topics.csv;
/// valid_from,valid_to,checked_on,owner,replaced_by may follow, each of which may be empty. Error
/// Invalid with the line and the column; nothing is taken from a file with an error. Bridges are
/// not followed: they may lead to what is in the catalogue already.
Result<Catalogue> readCatalogue(const std::vector<std::vector<std::string>>& rows);
/// Whether a catalogue file has the five columns that may follow. `rows` as readCatalogue() took.
bool tellsValidity(const std::vector<std::vector<std::string>>& rows);

/// The file that readCatalogue() reads as these topics, with all columns.
std::vector<std::vector<std::string>> catalogueRows(const std::vector<Topic>& topics);

/// The rows of the catalogue file that is built into the program, as CSV text.
std::string_view builtInTopicsCsv();

}  // namespace vejviser
