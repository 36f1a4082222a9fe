// What a tablet pulls from the hub: rows, each the latest version of one thing.
#pragma once

#include "src/domain/catalogue.h"
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

using FeedRow = std::variant<TopicRow, BranchRow, MunicipalityRow, CellRow>;

}  // namespace vejviser
