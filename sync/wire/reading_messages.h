// What others read of a hub beside its statistics, as JSON: the cube's cells, topics and branches.
#pragma once

#include "src/base/id.h"
#include "src/domain/catalogue.h"
#include "src/domain/feed.h"
#include "src/domain/statistics.h"

#include <optional>
#include <string>
#include <vector>

namespace vejviser::wire {

/// A page of cells, by key ascending.
struct CellsAnswer {
  Id hub;
  Period period;
  std::vector<Cell> cells;
  std::optional<std::string> next;  ///< the cursor of the next page; nothing after the last one
};

struct TopicsAnswer {
  Id hub;
  std::vector<Topic> topics;  ///< in the catalogue's order
};

struct BranchesAnswer {
  Id hub;
  std::string municipality;
  std::vector<Branch> branches;
};

std::string encode(const CellsAnswer& answer);
std::string encode(const TopicsAnswer& answer);
std::string encode(const BranchesAnswer& answer);

}  // namespace vejviser::wire
