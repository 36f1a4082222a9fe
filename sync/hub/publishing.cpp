#include "sync/hub/publishing.h"

#include "platform/csv.h"
#include "platform/log.h"
#include "src/domain/published_file.h"
#include "sync/hub/documents.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

namespace vejviser::hub {

namespace {

using std::chrono::months;
using std::chrono::year_month;

/// No entry is of an earlier day.
constexpr year_month kFirst = std::chrono::year{2000} / std::chrono::January;

Result<std::optional<PublishedMonth>> standing(ReadTx& tx, year_month month) {
  const auto text = tx.document(publishedName(month));
  if (!text) return text.error();
  if (!*text) return std::optional<PublishedMonth>{};
  const auto rows = platform::readCsv(**text);
  if (!rows) return rows.error();
  auto read = readPublished(*rows);
  if (!read) return read.error();
  return std::optional{std::move(*read)};
}

Result<Publication> nextOf(ReadTx& tx, year_month month, Day today) {
  const auto before = standing(tx, month);
  if (!before) return before.error();
  const bool late = today > daysOf(month).to + kRepublishedFor;
  if (*before && (late || today < (*before)->made + kBetweenVersions)) return Publication{};
  const auto cells = tx.cells(daysOf(month), "");
  if (!cells) return cells.error();
  const auto rule = smallCellsIn(tx);
  if (!rule) return rule.error();
  auto topics = tx.topics();
  if (!topics) return topics.error();
  return publish(month, *cells, Catalogue{std::move(*topics)}, rule->threshold,
                 *before ? &**before : nullptr, today);
}

Status store(WriteTx& tx, const PublishedMonth& month, Instant now, RandomSource& random) {
  DocumentRow document{publishedName(month.month), documentText(publishedRows(month))};
  if (document.text->size() > kLongestDocument) {
    return Error{ErrorCode::Storage, document.name, "is longer than 256 KiB"};
  }
  const auto pos = tx.takePositions(1, static_cast<std::int64_t>(random.next64()), now);
  if (!pos) return pos.error();
  return tx.putDocument(document, *pos);
}

/// The month of the first cell; none later than `end`.
Result<year_month> firstMonth(ReadTx& tx, year_month end) {
  CellFilter filter;
  filter.period = {Day{kFirst / 1}, Day{end / 1}};
  filter.after.day = filter.period.from;
  const auto first = tx.cellPage(filter);
  if (!first) return first.error();
  return first->empty() ? end : std::min(end, monthOf(first->front().key.day));
}

}  // namespace

Result<Published> publishMonths(Storage& storage, const Clock& clock, RandomSource& random) {
  const Day today = toLocal(clock.now()).day;
  const year_month end = monthOf(today - kSettles);
  Published done;
  year_month month = end;
  const Status began = storage.read([&](ReadTx& tx) -> Status {
    const auto first = firstMonth(tx, end);
    if (!first) return first.error();
    month = *first;
    return {};
  });
  if (!began) return began.error();
  for (; month < end; month += months{1}) {
    Publication next;
    const Status looked = storage.read([&](ReadTx& tx) -> Status {
      auto found = nextOf(tx, month, today);
      if (!found) return found.error();
      next = std::move(*found);
      return {};
    });
    if (!looked) return looked.error();
    if (next.waits) ++done.waiting;
    if (!next.month) continue;
    const Status stored = storage.write([&](WriteTx& tx) -> Status {
      const auto still = nextOf(tx, month, today);  // another process may have been faster
      if (!still) return still.error();
      if (!still->month) return {};
      if (const Status put = store(tx, *still->month, clock.now(), random); !put) return put;
      ++done.published;
      return {};
    });
    if (!stored) return stored.error();
  }
  return done;
}

Result<std::vector<PublishedMonth>> publishedIn(ReadTx& tx, const Period& period) {
  std::vector<PublishedMonth> found;
  for (year_month month = std::max(kFirst, monthOf(period.from)); Day{month / 1} <= period.to;
       month += months{1}) {
    auto published = standing(tx, month);
    if (!published) return published.error();
    if (*published) found.push_back(std::move(**published));
  }
  return found;
}

void Publishing::publish(Hub& hub) {
  const Day today = toLocal(hub.clock.now()).day;
  Day& done = m_done[hub.info.id];
  if (done == today) return;
  const auto published = publishMonths(hub.storage, hub.clock, hub.random);
  if (!published) {
    return platform::log(platform::LogLevel::Error, "not published: " + published.error().text());
  }
  done = today;
  if (published->published == 0 && published->waiting == 0) return;
  platform::log(platform::LogLevel::Info, "months were published",
                {{"published", std::int64_t{published->published}},
                 {"waiting", std::int64_t{published->waiting}}});
}

}  // namespace vejviser::hub
