#include "sync/hub/cells_api.h"

#include "platform/crypto.h"
#include "src/domain/calendar.h"
#include "sync/hub/parameters.h"
#include "sync/hub/reading.h"
#include "sync/hub/statistics_api.h"
#include "sync/wire/reading_messages.h"

#include <algorithm>

namespace vejviser::hub {

namespace {

constexpr int kUsualPage = 1000;
constexpr int kLargestPage = 10'000;  // some 1 MB, packed a tenth of it

/// Where the page begins: after the cursor, or with the period.
Result<CellKey> beginningIn(const Query& query, const Period& period) {
  const CellKey least{period.from, {}, {}, {}, {}};  // no series is 0
  const auto text = given(query, "cursor");
  if (!text) return least;
  const auto key = platform::fromBase64Url(*text);
  auto read = key ? parseCellKey(*key) : std::nullopt;
  if (!read) {
    return Error{ErrorCode::Invalid, "cursor", "must be as the hub gave it with the page before"};
  }
  return std::max(*read, least);
}

Result<CellFilter> filterOf(const Query& query, Instant now) {
  const auto period = periodIn(query, now);
  if (!period) return period.error();
  auto branch = branchIn(query);
  if (!branch) return branch.error();
  const auto unit = unitIn(query);
  if (!unit) return unit.error();
  auto series = seriesIn(query);
  if (!series) return series.error();
  auto after = beginningIn(query, *period);
  if (!after) return after.error();
  const auto limit = countIn(query, "limit", kUsualPage, kLargestPage);
  if (!limit) return limit.error();
  return CellFilter{*period, std::move(*branch), *unit, std::move(*series), std::move(*after),
                    *limit};
}

/// The parameters of the page after this one, but for its cursor: defaults are written out, since
/// midnight may pass.
std::string nextQuery(const Query& query, const CellFilter& filter) {
  std::string text = "from=" + toString(filter.period.from) + "&to=" + toString(filter.period.to);
  for (const char* name : {"branch", "unit", "series", "limit", "format", "dialect"}) {
    if (const auto value = given(query, name)) text += "&" + std::string{name} + "=" + *value;
  }
  return text;
}

std::string csvOf(const std::vector<Cell>& cells, CsvDialect dialect) {
  CsvTable table{dialect, {"day", "series", "branch", "unit", "item", "n"}};
  for (const auto& [key, n] : cells) {
    table.add({toString(key.day), std::string{code(key.series)}, key.branch,
               std::string{code(key.unit)}, key.item, n});
  }
  return table.text();
}

/// One cell more than the page holds is read: whether there is one says whether a page follows.
Result<wire::CellsAnswer> pageFrom(ReadTx& tx, const Hub& hub, CellFilter filter) {
  if (const Status there = checkBranch(tx, filter.branch); !there) return there.error();
  const auto size = static_cast<std::size_t>(filter.limit++);
  auto cells = tx.cellPage(filter);
  if (!cells) return cells.error();
  wire::CellsAnswer answer{hub.info.id, filter.period, std::move(*cells), std::nullopt};
  if (answer.cells.size() <= size) return answer;
  answer.cells.resize(size);
  answer.next = platform::toBase64Url(toString(answer.cells.back().key));
  return answer;
}

}  // namespace

Response cells(Hub& hub, const Request& request) {
  bool exact = false;
  const Status read = hub.storage.read([&exact](ReadTx& tx) -> Status {
    const auto sees = seeExact(tx, Readers::Any);
    if (!sees) return sees.error();
    exact = *sees;
    return {};
  });
  if (!read) return failure(hub, read.error());
  if (!exact) {
    return problem(hub, 403, "right", "Cells are for those who see the exact figures",
                   "/v1/statistics has what is published");
  }
  return answerReader(hub, request, kTableFormats, [&](const Form& form) -> Result<Reading> {
    auto filter = filterOf(request.query, hub.clock.now());
    if (!filter) return filter.error();
    const std::string query = nextQuery(request.query, *filter);
    Reading reading;
    reading.question =
        "cells " + query + "&cursor=" + given(request.query, "cursor").value_or(std::string{});
    reading.answer = [&hub, form, query, asked = *filter](ReadTx& tx) -> Result<Response> {
      const auto page = pageFrom(tx, hub, asked);
      if (!page) return page.error();
      Response response = bodyOf(
          form, form.format == Format::Csv ? csvOf(page->cells, form.dialect) : wire::encode(*page),
          "cells-" + toString(asked.period.from));
      if (page->next) {
        response.headers.emplace_back("Link",
                                      "<?" + query + "&cursor=" + *page->next + ">; rel=\"next\"");
      }
      return response;
    };
    return reading;
  });
}

}  // namespace vejviser::hub
