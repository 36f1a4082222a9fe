// The topic catalogue: what a help can be about. Each municipality has its own; the one in
// topics.csv is built in, so that a tablet works before it has ever met a hub.
#pragma once

#include "src/base/result.h"
#include "src/domain/codes.h"

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
  std::string kle{};          ///< KLE number, may be empty
  std::string selfService{};  ///< where the citizen can do it alone, e.g. "borger.dk"
  int minutes = 10;           ///< typical length of one help

  bool operator==(const Topic&) const = default;
  bool offeredBy(Unit unit) const { return unit == Unit::Library ? library : citizenService; }
};

class Catalogue {
 public:
  Catalogue() = default;
  explicit Catalogue(std::vector<Topic> topics);

  const std::vector<Topic>& topics() const { return m_topics; }
  /// Null if there is no such topic. Valid as long as the catalogue is.
  const Topic* find(std::string_view id) const;

 private:
  std::vector<Topic> m_topics;
  std::unordered_map<std::string, std::size_t> m_places;
};

/// Reads a catalogue file already split into rows (the first names the columns, as in topics.csv).
/// Error Invalid with the line and the column; nothing is taken from a file with an error.
Result<Catalogue> readCatalogue(const std::vector<std::vector<std::string>>& rows);

/// The rows of the catalogue file that is built into the program, as CSV text.
std::string_view builtInTopicsCsv();

}  // namespace vejviser
