#include "sync/engine/export.h"

#include "platform/csv.h"
#include "src/domain/calendar.h"
#include "src/domain/import.h"
#include "sync/wire/entry_json.h"

#include <utility>

namespace vejviser::engine {

namespace {

constexpr int kPiece = 500;  // rows read at a time: others wait no longer than for these

/// What an entry says, by itself and by what stands about its subject.
std::optional<Standing> saidBy(const Entry& entry, const std::optional<Standing>& stands) {
  if (entry.kind == EntryKind::Void) return stands;
  const Instant logged = stands && entry.kind == EntryKind::Amend ? stands->at : entry.at;
  return Standing{entry.fieldsOf(), entry.fields.when.value_or(logged), entry.rev, entry.id,
                  entry.fields};
}

std::vector<std::string> asideRow(const AsideRecord& record) {
  const store::SetAside& entry = record.entry;
  std::vector<std::string> row = {entry.quarantined ? "quarantined" : "held", entry.why,
                                  toString(toLocal(entry.since)), toString(entry.id)};
  std::vector<std::string> own(ownFormatColumns().size());
  if (record.says) {
    PlannedEntry said = plannedFrom(entry.subject, *record.says);
    if (said.kind == EntryKind::Reply) {
      said.id = entry.id;
      said.subject = entry.subject;
      said.of = record.of;
      said.rev = record.says->rev;
    }
    own = ownFormatRow(said);
  }
  own[1] = record.kind ? std::string{code(*record.kind)} : "";
  row.insert(row.end(), own.begin(), own.end());
  row.push_back(entry.body);
  return row;
}

Status wholly(const store::Queries& queries) {
  if (!queries.broken()) return {};
  return Error{ErrorCode::Storage, "export", "not all of it could be read"};
}

using List = std::vector<store::SetAside> (store::Queries::*)(int most, std::int64_t before) const;

Status exportList(const store::Queries& queries, List list, const Sink& sink) {
  std::int64_t before = store::kNewest;
  for (;;) {
    std::vector<store::SetAside> piece = (queries.*list)(kPiece, before);
    if (piece.empty()) return wholly(queries);
    before = piece.back().seq;
    for (store::SetAside& entry : piece) {
      const AsideRecord record = describe(queries, std::move(entry));
      if (Status status = sink(platform::csvLine(asideRow(record))); !status) return status;
    }
  }
}

Status exportRow(const PlannedEntry& planned, const Sink& sink) {
  return sink(platform::csvLine(ownFormatRow(planned)));
}

/// The replies made here to what other tablets made.
Status exportRepliesElsewhere(const store::Queries& queries, const Sink& sink) {
  std::vector<store::OwnReply> piece = queries.repliesElsewhere(kPiece);
  while (!piece.empty()) {
    for (const store::OwnReply& own : piece) {
      const Status status = exportRow(plannedFrom(own.subject, own.of, own.reply), sink);
      if (!status) return status;
    }
    const Id last = piece.back().subject;
    piece = queries.repliesElsewhere(kPiece, last);
  }
  return wholly(queries);
}

}  // namespace

AsideRecord describe(const store::Queries& queries, store::SetAside entry) {
  AsideRecord record{std::move(entry), {}, {}, {}};
  const auto state = queries.subject(record.entry.subject);
  const auto stands = state ? std::optional{state->standing} : std::nullopt;
  const auto read = wire::readEntry(record.entry.body);
  if (!read || !read->held.empty()) {
    record.says = stands;
    return record;
  }
  record.kind = read->entry.kind;
  record.of = read->entry.of;
  record.says = saidBy(read->entry, stands);
  return record;
}

Status exportOwnRows(const store::Queries& queries, const Sink& sink) {
  if (Status status = sink(platform::csvLine(ownFormatColumns())); !status) return status;
  std::vector<store::SubjectState> piece = queries.counted(kPiece);
  while (!piece.empty()) {
    for (const store::SubjectState& state : piece) {
      Status status = exportRow(plannedFrom(state.subject, state.standing), sink);
      const auto& reply = state.standing.reply;
      if (status && reply) {
        status = exportRow(plannedFrom(state.subject, state.standing.kind, *reply), sink);
      }
      if (!status) return status;
    }
    const store::SubjectState last = std::move(piece.back());
    piece = queries.counted(kPiece, &last);
  }
  return exportRepliesElsewhere(queries, sink);
}

Status exportSetAside(const store::Queries& queries, const Sink& sink) {
  std::vector<std::string> columns = {"state", "why", "since", "entry"};
  columns.insert(columns.end(), ownFormatColumns().begin(), ownFormatColumns().end());
  columns.emplace_back("body");
  if (Status status = sink(platform::csvLine(columns)); !status) return status;
  Status status = exportList(queries, &store::Queries::quarantined, sink);
  return status ? exportList(queries, &store::Queries::held, sink) : status;
}

}  // namespace vejviser::engine
