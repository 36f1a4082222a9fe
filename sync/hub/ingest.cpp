#include "sync/hub/ingest.h"

#include "platform/log.h"
#include "src/base/rules.h"
#include "sync/hub/cube.h"
#include "sync/hub/documents.h"
#include "sync/hub/erase.h"
#include "sync/hub/retention.h"
#include "sync/hub/stamp.h"
#include "sync/wire/entry_json.h"

#include <algorithm>

namespace vejviser::hub {

namespace {

/// When an entry was logged, from the tablet's time since boot: its wall clock has no part in it.
/// Nothing when the tablet was booted since, or says what cannot be.
std::optional<Instant> estimateOf(const Entry& entry, const wire::ClockReading& clock,
                                  Instant now) {
  if (entry.boot != clock.boot || entry.up > clock.up) return std::nullopt;
  const Instant estimate = now - (clock.up - entry.up);
  return estimate < kFirstLogged ? std::nullopt : std::optional{estimate};
}

/// What was erased, or is about something that was, comes back without content.
Status stripErased(WriteTx& tx, std::vector<KeptEntry>& entries) {
  if (!holds(Rule::ErasedForGood)) return {};
  std::vector<Id> ids;
  for (const KeptEntry& kept : entries) {
    ids.push_back(kept.entry.id);
    if (kept.entry.subject != kept.entry.id) ids.push_back(kept.entry.subject);
  }
  const auto erased = tx.erasedAmong(ids);
  if (!erased) return erased.error();
  if (erased->empty()) return {};
  for (KeptEntry& kept : entries) {
    if (erased->contains(kept.entry.id) || erased->contains(kept.entry.subject)) strip(kept);
  }
  return {};
}

/// The entries of one push as the hub will keep them.
Result<std::vector<KeptEntry>> keep(WriteTx& tx, const Push& push, const Vocabulary& vocabulary,
                                    Instant now) {
  std::vector<KeptEntry> kept;
  kept.reserve(push.request.entries.size());
  for (const wire::ReadEntry& read : push.request.entries) {
    std::string held = read.held.empty() ? reasonToHold(read.entry, vocabulary, now) : read.held;
    if (push.device.state == DeviceState::Drained) held = kRevoked;
    kept.push_back({read.entry, read.body, std::move(held), push.device.key, now});
    if (!kept.back().held.empty()) {
      kept.back().estimate = estimateOf(read.entry, push.request.clock, now);
    }
  }
  if (const Status stripped = stripErased(tx, kept); !stripped) return stripped.error();
  return kept;
}

/// An imported row has its id from its content: two tablets that import one file make it twice.
/// A text that has expired here may come again from a tablet.
bool saysTheSame(const KeptEntry& kept, const std::string& otherBody) {
  const auto other = wire::readEntry(otherBody);
  if (!other) return false;
  Fields fields = kept.entry.fields;
  if (other->entry.fields.text == kExpiredText) fields.text = kExpiredText;
  return other->entry.kind == kept.entry.kind && other->entry.fields == fields;
}

wire::EntryAck ackFor(const KeptEntry& kept, const Insertion& insertion) {
  if (insertion.held == kErased) return {kept.entry.id, kErased};
  if (insertion.otherBody && !saysTheSame(kept, *insertion.otherBody)) {
    platform::log(platform::LogLevel::Warning,
                  "entry " + toString(kept.entry.id) + " came with two contents; the first stands");
    return {kept.entry.id, "differs"};
  }
  if (!insertion.held.empty()) return {kept.entry.id, insertion.held};
  return {kept.entry.id, std::nullopt};
}

/// Inserts one push; `changed` becomes true when anything was new.
Result<Custody> take(WriteTx& tx, const Push& push, const Vocabulary& vocabulary, Instant now,
                     Effects& effects, bool& changed) {
  Custody custody;
  const auto known = onTimeline(tx, push.request.stamp);
  if (!known) return known.error();
  if (!*known) {
    custody.foreignTimeline = true;
    return custody;
  }
  const auto kept = keep(tx, push, vocabulary, now);
  if (!kept) return kept.error();
  const std::vector<KeptEntry>& entries = *kept;
  const auto insertions = tx.insertEntries(entries);
  if (!insertions) return insertions.error();
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const Insertion& insertion = (*insertions)[i];
    custody.acks.push_back(ackFor(entries[i], insertion));
    custody.fork = custody.fork || insertion.numberTwice;
    std::int64_t& outcome = !insertion.isNew         ? custody.taken.duplicate
                            : insertion.held.empty() ? custody.taken.counted
                                                     : custody.taken.held;
    ++outcome;
    changed = changed || insertion.isNew;
    const bool counts = entries[i].held.empty() || !holds(Rule::HeldNotCounted);
    if (insertion.isNew && counts) effects.starts(entries[i].entry);
  }
  const std::int64_t left = push.request.pending - static_cast<std::int64_t>(entries.size());
  const Status heard = tx.noteHeard(
      push.device.key,
      {now, std::max<std::int64_t>(0, left), push.request.clock.at - now, push.request.program});
  if (!heard) return heard.error();
  return custody;
}

/// Without rule H3: a stamp is believed when its position is not beyond the head, or, without the
/// head in it, when nothing speaks against its cursor.
bool looksLikeMine(ReadTx& tx, const Stamp& stamp, std::optional<std::int64_t> salt) {
  const auto head = tx.head();
  const bool reached = head && stamp.head.pos <= head->pos;
  return holds(Rule::SaltCompared) ? reached && salt.value_or(0) == stamp.head.salt : reached;
}

}  // namespace

Result<bool> onTimeline(ReadTx& tx, const std::optional<std::string>& text) {
  if (!text) return true;
  const auto stamp = decodeStamp(*text);
  if (!stamp) return false;
  const auto salt = tx.saltAt(stamp->head.pos);
  if (!salt) return salt.error();
  const bool mine = holds(Rule::SaltCompared) && holds(Rule::HeadInStamp)
                        ? *salt == stamp->head.salt
                        : looksLikeMine(tx, *stamp, *salt);
  if (!mine) return false;
  if (!holds(Rule::FloorCompared)) return true;
  const auto floor = tx.floor();
  if (!floor) return floor.error();
  // Whoever has no rows yet, has read beyond the floor, or began when it was there already has
  // missed no deletion. The last are those who pull from zero page by page.
  return stamp->cursor == 0 || stamp->cursor >= *floor || stamp->head.floor >= *floor;
}

Result<std::vector<Custody>> ingest(WriteTx& tx, const std::vector<Push>& pushes, Instant now,
                                    RandomSource& random) {
  const auto vocabulary = vocabularyOf(tx);
  if (!vocabulary) return vocabulary.error();
  std::vector<Custody> custodies;
  Effects effects;
  bool changed = false;
  for (const Push& push : pushes) {
    auto custody = take(tx, push, *vocabulary, now, effects, changed);
    if (!custody) return custody.error();
    custodies.push_back(std::move(*custody));
  }
  if (!changed) return custodies;
  const auto changes = effects.changes(tx);
  if (!changes) return changes.error();
  if (const Status done = applyChanges(tx, *changes, now, random); !done) return done.error();
  return custodies;
}

}  // namespace vejviser::hub
