// What figures refer to by code, and what it is called.
#pragma once

#include "src/domain/catalogue.h"
#include "src/domain/destination.h"
#include "src/domain/feed.h"
#include "sync/hub/storage.h"
#include "sync/hub/web/texts.h"

#include <string>
#include <vector>

namespace vejviser::hub::web {

struct Names {
  std::vector<Topic> topics;
  std::vector<Branch> branches;
};

Result<Names> readNames(ReadTx& tx);

/// A name; the code itself where there is none.
std::string topicName(Language language, const Names& names, const std::string& topic);
std::string branchName(Language language, const Names& names, const std::string& branch);
/// Of a unit or an outside body.
std::string destinationName(Language language, const std::vector<Destination>& bodies,
                            const std::string& destination);

}  // namespace vejviser::hub::web
