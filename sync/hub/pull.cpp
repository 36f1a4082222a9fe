#include "sync/hub/pull.h"

#include "src/base/rules.h"
#include "sync/hub/ingest.h"
#include "sync/hub/stamp.h"
#include "sync/hub/tablets.h"

#include <algorithm>

namespace vejviser::hub {

Result<bool> pull(ReadTx& tx, const std::optional<std::string>& stamp, int limit,
                  wire::SyncAnswer& answer) {
  const auto known = onTimeline(tx, stamp);
  if (!known) return known.error();
  if (!*known) return false;
  const auto head = tx.head();
  if (!head) return head.error();
  const std::int64_t cursor = stamp ? decodeStamp(*stamp)->cursor : 0;
  if (limit == 0) {  // the tablet has no room for rows now
    answer.more = cursor < head->pos;
    const Status stayed = stayPut(tx, stamp, answer);
    return stayed ? Result<bool>{true} : Result<bool>{stayed.error()};
  }
  const int page = std::min(limit, wire::kMaxRows);
  auto rows = tx.rowsAfter(cursor, page);
  if (!rows) return rows.error();
  answer.more = rows->size() == static_cast<std::size_t>(page) && rows->back().pos < head->pos;
  answer.stamp = encodeStamp({answer.more ? rows->back().pos : head->pos, *head});
  if (!holds(Rule::HeadInStamp)) {
    const std::int64_t end = decodeStamp(answer.stamp)->cursor;
    const auto salt = tx.saltAt(end);
    if (!salt) return salt.error();
    answer.stamp = encodeStamp({end, {end, salt->value_or(0), head->floor}});
  }
  for (PositionedRow& row : *rows) answer.rows.push_back(std::move(row.row));
  return true;
}

}  // namespace vejviser::hub
