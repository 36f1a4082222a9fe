// Where a hub keeps its municipalities: each has a Storage of its own, and none can see another's.
#pragma once

#include "sync/hub/storage.h"

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace vejviser::hub {

class Database {
 public:
  virtual ~Database() = default;

  /// The codes of the municipalities that are set up, ascending. The code is the first part of
  /// their addresses; an empty one is at the address itself.
  virtual Result<std::vector<std::string>> municipalities() = 0;
  /// A municipality's storage; an empty one, not set up, when it is not there yet.
  virtual Result<std::unique_ptr<Storage>> open(const std::string& code) = 0;
  /// The last committed positions of all, when other processes may move them too; else nothing.
  virtual Result<std::map<std::string, std::int64_t>> positions() {
    return std::map<std::string, std::int64_t>{};
  }
};

}  // namespace vejviser::hub
