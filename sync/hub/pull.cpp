#include "sync/hub/pull.h"

#include "src/base/rules.h"
#include "sync/hub/cube.h"
#include "sync/hub/ingest.h"
#include "sync/hub/stamp.h"
#include "sync/hub/tablets.h"

#include <algorithm>

namespace vejviser::hub {

namespace {

/// Puts in what stands about the shared subjects among the rows.
Status fillSubjects(ReadTx& tx, std::vector<PositionedRow>& rows) {
  std::vector<Id> subjects;
  for (const PositionedRow& row : rows) {
    const auto* shared = std::get_if<SubjectRow>(&row.row);
    if (shared != nullptr && shared->standing) subjects.push_back(shared->subject);
  }
  if (subjects.empty()) return {};
  auto found = standings(tx, subjects);
  if (!found) return found.error();
  auto standing = found->begin();
  for (PositionedRow& row : rows) {
    auto* shared = std::get_if<SubjectRow>(&row.row);
    if (shared != nullptr && shared->standing) shared->standing = std::move(*standing++);
  }
  return {};
}

}  // namespace

Result<bool> pull(ReadTx& tx, const std::optional<std::string>& stamp, int limit,
                  wire::SyncAnswer& answer) {
  const auto known = onTimeline(tx, stamp);
  if (!known) return known.error();
  if (!*known) return false;
  const auto head = tx.head();
  if (!head) return head.error();
  const std::int64_t cursor = stamp ? decodeStamp(*stamp)->cursor : 0;
  if (limit == 0) {  // the tablet has no room for rows now
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
  if (const Status filled = fillSubjects(tx, *rows); !filled) return filled.error();
  for (PositionedRow& row : *rows) answer.rows.push_back(std::move(row.row));
  return true;
}

}  // namespace vejviser::hub
