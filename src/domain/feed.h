// What a tablet pulls from the hub: rows, each the latest version of one thing.
#pragma once

#include "src/domain/catalogue.h"
#include "src/domain/fold.h"
#include "src/domain/tally.h"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>

namespace vejviser {

/// A place where help is given.
struct Branch {
  std::string code;
  std::string name;

  bool operator==(const Branch&) const = default;
};

/// A row without a value says that the thing is gone.
struct TopicRow {
  std::string id;
  int order = 0;  ///< place in the catalogue, ascending
  std::optional<Topic> topic;
};

struct BranchRow {
  std::string code;
  std::optional<Branch> branch;
};

/// The municipality's name, e.g. "Esbjerg Kommune".
struct MunicipalityRow {
  std::string name;
};

/// One cell of the shared cube; n = 0 says that it is gone.
struct CellRow {
  Cell cell;
};

/// What stands about a subject that others may act on: a referral, a question, an event.
struct SubjectRow {
  Id subject;
  std::optional<Standing> standing;
};

/// A file that the municipality keeps for all tablets, e.g. "authority" or "guides", as its text.
struct DocumentRow {
  std::string name;  ///< a code
  std::optional<std::string> text;
};

/// How many of the municipality's tablets the shared figures rest on, as the hub had it.
struct Heard {
  int tablets = 0;           ///< enrolled and in use
  int today = 0;             ///< of them, heard since local midnight
  std::int64_t waiting = 0;  ///< entries they said they still held when last heard

  bool operator==(const Heard&) const = default;
};

/// The longest that a document may be.
constexpr std::size_t kLongestDocument = 256 * 1024;

using FeedRow =
    std::variant<TopicRow, BranchRow, MunicipalityRow, CellRow, SubjectRow, DocumentRow>;

}  // namespace vejviser
