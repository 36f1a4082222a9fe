#include "src/store/journal.h"

#include "platform/sqlite.h"
#include "src/base/rules.h"
#include "src/domain/calendar.h"

#include <array>

namespace vejviser::store {

using platform::bindAll;
using platform::bindValue;
using platform::run;

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
  SubjectState after{entry.subject, false, before->standing};
  const auto standing = fold(both);
  after.withdrawn = !standing;
  if (standing) after.standing = *standing;
  if (before->standing.reply) {
    auto& reply = after.standing.reply;
    if (!reply) reply = before->standing.reply;
    reply->add(*before->standing.reply);
  }
  return after;
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
      m_find(db, "SELECT " + kSubjectColumns + " FROM standing WHERE subject=?"),
      m_put(db, "INSERT OR REPLACE INTO standing(" + kSubjectColumns + ", day) VALUES(" +
                    placesFor(kSubjectColumns) + ",?)"),
      m_addToCell(db,
                  "INSERT INTO cell(day, series, branch, unit, item, n) VALUES(?,?,?,?,?,?)"
                  " ON CONFLICT DO UPDATE SET n = n + excluded.n"),
      m_questions(db) {}

void Journal::append(std::span<const EncodedEntry> entries) {
  CellChanges changes;
  for (const EncodedEntry& encoded : entries) {
    store(encoded);
    fold(encoded.entry, changes);
  }
  addToCells(changes);
}

void Journal::addToCells(const CellChanges& changes) {
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
  if (!before && !entry.makesSubject()) {  // made on another tablet: the hub folds it
    if (entry.kind == EntryKind::Reply) putReply(entry);
    return;
  }
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
  bindAll(m_put);
  const int place = bindSubject(m_put, 1, state);
  bindValue(m_put, place, std::int64_t{toNumber(toLocal(state.standing.at).day)});
  m_put.exec();
  m_put.reset();
  m_questions.put(state.subject, counted(state));
}

/// A reply to what another tablet made stands until the hub's word on the subject has it.
void Journal::putReply(const Entry& entry) {
  StandingReply reply = replyOf(entry);
  SQLite::Statement there{m_db, "SELECT " + kReplyColumns + " FROM own_reply WHERE subject=?"};
  bindAll(there, entry.subject);
  if (there.executeStep()) {
    if (const auto before = readReply(there, 0)) reply.add(*before);
  }
  SQLite::Statement put{m_db, "INSERT OR REPLACE INTO own_reply(" + kReplyColumns +
                                  ", subject, kind) VALUES(" + placesFor(kReplyColumns) + ",?,?)"};
  const int place = bindReply(put, 1, reply);
  bindValue(put, place, entry.subject);
  bindValue(put, place + 1, entry.of);
  put.exec();
}

void Journal::countAnew() {
  m_db.exec("DELETE FROM cell");
  SQLite::Statement rows{m_db, "SELECT " + kSubjectColumns + " FROM standing WHERE withdrawn=0"};
  CellChanges changes;
  while (rows.executeStep()) changes.replace(std::nullopt, readSubject(rows).standing);
  addToCells(changes);
}

}  // namespace vejviser::store
