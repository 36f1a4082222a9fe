// What a person writes on a hub's command line, read.
#pragma once

#include "src/base/result.h"
#include "src/domain/feed.h"

#include <string>

namespace vejviser::hub {

/// Where a hub listens.
struct ListenAddress {
  std::string address;
  unsigned short port = 0;

  bool operator==(const ListenAddress&) const = default;
};

/// Reads "code=Name". Error Invalid.
Result<Branch> readBranch(const std::string& text);

/// Reads "127.0.0.1:8480". Error Invalid; whether the address is one shows when it is listened on.
Result<ListenAddress> readListen(const std::string& text);

}  // namespace vejviser::hub
