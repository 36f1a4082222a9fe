#include "src/store/journal.h"

#include "platform/sqlite.h"
#include "src/base/rules.h"
#include "src/domain/calendar.h"

#include <array>

namespace vejviser::store {

using platform::bindAll;
using platform::enumOf;
using platform::idOf;
using platform::run;

const char* const kStandingColumns =
    "subject, top, rev, kind, at, withdrawn, topic, unit, branch, outcome, band, people, to_code,"
    " help, when_given, doubt";

SubjectState readSubject(SQLite::Statement& row) {
  SubjectState state;
  Standing& standing = state.standing;
  Fields& fields = standing.fields;
  state.subject = idOf(row.getColumn(0));
  standing.top = idOf(row.getColumn(1));
  standing.rev = row.getColumn(2).getInt();
  standing.kind = enumOf<EntryKind>(row.getColumn(3));
  standing.at = fromMs(row.getColumn(4).getInt64());
  state.withdrawn = row.getColumn(5).getInt() != 0;
  fields.topic = row.getColumn(6).getString();
  fields.unit = enumOf<Unit>(row.getColumn(7));
  fields.branch = row.getColumn(8).getString();
  fields.outcome = enumOf<Outcome>(row.getColumn(9));
  fields.band = enumOf<Band>(row.getColumn(10));
  fields.people = row.getColumn(11).getInt();
  fields.to = row.getColumn(12).getString();
  if (!row.isColumnNull(13)) fields.help = idOf(row.getColumn(13));
  if (!row.isColumnNull(14)) fields.when = fromMs(row.getColumn(14).getInt64());
  fields.doubt = enumOf<Doubt>(row.getColumn(15));
  return state;
}

namespace {

/// The entry that would have made a subject what it is now, so that fold() can go on from it.
Entry asEntry(const SubjectState& state) {
  Entry entry;
  entry.id = state.standing.top;
  entry.subject = state.subject;
  entry.kind = state.standing.kind;
  entry.rev = state.standing.rev;
  entry.at = state.standing.at;
  entry.fields = state.standing.fields;
  return entry;
}

/// The subject's state once `entry` is added to what stood before, if anything did.
SubjectState advance(const std::optional<SubjectState>& before, const Entry& entry) {
  if (!before) return {entry.subject, false, fold({&entry, 1}).value_or(Standing{})};
  if (before->withdrawn) return *before;
  const std::array<Entry, 2> both = {asEntry(*before), entry};
  const auto standing = fold(both);
  return {entry.subject, !standing, standing.value_or(before->standing)};
}

std::optional<Standing> counted(const std::optional<SubjectState>& state) {
  if (!state || state->withdrawn) return std::nullopt;
  return state->standing;
}

}  // namespace

Journal::Journal(SQLite::Database& db)
    : m_db(db),
      m_insert(db, "INSERT INTO journal(id, at, body) VALUES(?,?,?)"),
      m_queue(db, "INSERT INTO outbox(seq, subject) VALUES(?,?)"),
      m_find(db, std::string{"SELECT "} + kStandingColumns + " FROM standing WHERE subject=?"),
      m_put(db, std::string{"INSERT OR REPLACE INTO standing("} + kStandingColumns +
                    ", day) VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"),
      m_addToCell(db,
                  "INSERT INTO cell(day, series, branch, unit, item, n) VALUES(?,?,?,?,?,?)"
                  " ON CONFLICT DO UPDATE SET n = n + excluded.n") {}

void Journal::append(std::span<const EncodedEntry> entries) {
  CellChanges changes;
  for (const EncodedEntry& encoded : entries) {
    store(encoded);
    fold(encoded.entry, changes);
  }
  for (const auto& [key, n] : changes.nonZero()) {
    run(m_addToCell, toNumber(key.day), key.series, key.branch, key.unit, key.item, n);
  }
}

std::int64_t Journal::lastSeq() {
  return m_db.execAndGet("SELECT coalesce(max(seq), 0) FROM journal").getInt64();
}

void Journal::store(const EncodedEntry& encoded) {
  run(m_insert, encoded.entry.id, toMs(encoded.entry.at), encoded.body);
  if (!holds(Rule::SavedWhole)) m_db.exec("COMMIT; BEGIN IMMEDIATE");
  run(m_queue, m_db.getLastInsertRowid(), encoded.entry.subject);
}

void Journal::fold(const Entry& entry, CellChanges& changes) {
  const std::optional<SubjectState> before = find(entry.subject);
  if (!before && !entry.makesSubject()) return;  // made on another tablet: the hub folds it
  const SubjectState after = advance(before, entry);
  put(after);
  changes.replace(counted(before), counted(after));
}

std::optional<SubjectState> Journal::find(const Id& subject) {
  bindAll(m_find, subject);
  std::optional<SubjectState> state;
  if (m_find.executeStep()) state = readSubject(m_find);
  m_find.reset();
  return state;
}

void Journal::put(const SubjectState& state) {
  const Standing& standing = state.standing;
  const Fields& fields = standing.fields;
  std::optional<std::int64_t> when;
  if (fields.when) when = toMs(*fields.when);
  run(m_put, state.subject, standing.top, standing.rev, standing.kind, toMs(standing.at),
      state.withdrawn, fields.topic, fields.unit, fields.branch, fields.outcome, fields.band,
      fields.people, fields.to, fields.help, when, fields.doubt,
      toNumber(toLocal(standing.at).day));
}

}  // namespace vejviser::store
