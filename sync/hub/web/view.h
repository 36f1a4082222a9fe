// What the templates are filled with.
#pragma once

#include "sync/hub/statistics_api.h"
#include "sync/hub/web/texts.h"

#include <kainjow/mustache.hpp>
#include <string>

namespace vejviser::hub::web {

using kainjow::mustache::data;

/// Names that figures refer to by code.
struct Names {
  std::vector<Topic> topics;
  std::vector<Branch> branches;
};

/// Every text by its key, and what all pages share.
data pageData(const Hub& hub, Language language);

/// All that the overview shows.
data overviewData(const Hub& hub, Language language, const FiguresQuestion& question,
                  const wire::StatisticsAnswer& answer, const Names& names);

}  // namespace vejviser::hub::web
