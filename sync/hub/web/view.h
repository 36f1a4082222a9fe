// What the templates are filled with.
#pragma once

#include "src/domain/outside_series.h"
#include "sync/hub/statistics_api.h"
#include "sync/hub/web/comparison.h"
#include "sync/hub/web/names.h"
#include "sync/hub/web/texts.h"

#include <kainjow/mustache.hpp>
#include <string>

namespace vejviser::hub::web {

using kainjow::mustache::data;

/// Every text by its key, and what all pages share.
data pageData(const Hub& hub, Language language);
/// The same for a page of the request's visitor: `path` is its own, `query` what it was asked for.
data placeData(const Hub& hub, const Request& request, Language language, const std::string& path,
               const std::string& query = {});

/// The same for one of the pages of figures, all of which stand under "overview".
data figuresPlace(const Hub& hub, const Request& request, Language language,
                  const std::string& path, const std::string& query);

/// The first page that the visitor may see.
std::string startOf(const Request& request);

/// All that the overview shows.
data overviewData(const Hub& hub, const Request& request, Language language,
                  const FiguresQuestion& question, const wire::StatisticsAnswer& answer,
                  const Comparison& other, const Names& names, const std::vector<Break>& breaks);

}  // namespace vejviser::hub::web
