#include "sync/hub/retention.h"

#include "sync/hub/cube.h"
#include "sync/hub/erase.h"
#include "sync/hub/prune.h"
#include "sync/wire/entry_json.h"

#include <map>
#include <set>
#include <vector>

namespace vejviser::hub {

namespace {

constexpr int kPage = 500;  // of one transaction

bool hasText(const KeptEntry& kept) {
  return kept.unread.empty() && kept.held != kErased && !kept.entry.fields.text.empty();
}

std::string shown(std::optional<int> days) {
  return days ? std::to_string(*days) : "forever";
}

/// When the question arrived that each of these is, or is about. An answer goes with its question.
Result<std::map<Id, Instant>> arrivals(ReadTx& tx, const std::vector<KeptEntry>& entries) {
  std::set<Id> subjects;
  for (const KeptEntry& kept : entries) subjects.insert(kept.entry.subject);
  const auto makers = tx.entriesWithIds(std::vector<Id>{subjects.begin(), subjects.end()});
  if (!makers) return makers.error();
  std::map<Id, Instant> arrived;
  for (const KeptEntry& maker : *makers) arrived[maker.entry.id] = maker.received;
  return arrived;
}

/// Those of the entries whose text has expired.
Result<std::vector<KeptEntry>> expired(ReadTx& tx, const std::vector<KeptEntry>& entries,
                                       Instant before) {
  const auto arrived = arrivals(tx, entries);
  if (!arrived) return arrived.error();
  std::vector<KeptEntry> due;
  for (const KeptEntry& kept : entries) {
    const auto question = arrived->find(kept.entry.subject);
    const Instant since = question == arrived->end() ? kept.received : question->second;
    if (hasText(kept) && since < before) due.push_back(kept);
  }
  return due;
}

Status takeTexts(WriteTx& tx, const std::vector<KeptEntry>& entries, Instant now,
                 RandomSource& random) {
  Effects effects;
  for (KeptEntry kept : entries) {
    if (kept.held.empty()) effects.ceases(counted(kept));
    kept.body = wire::withText(kept.body, kExpiredText);
    kept.entry.fields.text = kExpiredText;
    if (kept.held.empty()) effects.starts(counted(kept));
    if (const Status stored = tx.updateEntry(kept); !stored) return stored;
  }
  const auto changes = effects.changes(tx);
  if (!changes) return changes.error();
  if (const Status changed = applyChanges(tx, *changes, now, random); !changed) return changed;
  const auto pruned = prune(tx, now, random);  // no tablet is to show what is left
  return pruned ? Status{} : Status{pruned.error()};
}

/// One transaction's worth after the place `after`, which moves on; true while there may be more.
Result<bool> expirePage(WriteTx& tx, Instant before, std::int64_t& after, std::int64_t& taken,
                        Instant now, RandomSource& random) {
  const auto entries = tx.entriesWithText(after, kPage);
  if (!entries) return entries.error();
  if (entries->empty()) return false;
  after = entries->back().place;
  const auto due = expired(tx, *entries, before);
  if (!due) return due.error();
  taken += static_cast<std::int64_t>(due->size());
  if (!due->empty()) {
    if (const Status done = takeTexts(tx, *due, now, random); !done) return done.error();
  }
  return entries->size() == static_cast<std::size_t>(kPage);
}

}  // namespace

Result<std::optional<int>> textDays(ReadTx& tx) {
  const auto set = tx.retention();
  if (!set) return set.error();
  const auto it = set->find(kTexts);
  return it == set->end() ? std::optional<int>{} : std::optional{it->second};
}

Status setRetention(WriteTx& tx, const Actor& by, const std::string& kind, std::optional<int> days,
                    Instant now) {
  if (kind != kTexts) return Error{ErrorCode::Invalid, kind, "cannot be set"};
  if (days && (*days < kLeastTextDays || *days > kMostTextDays)) {
    return Error{ErrorCode::Invalid, "days",
                 "must be " + std::to_string(kLeastTextDays) + " to " +
                     std::to_string(kMostTextDays) + ", or forever"};
  }
  const auto before = textDays(tx);
  if (!before) return before.error();
  if (*before == days) return {};
  if (const Status set = tx.setRetention(kind, days); !set) return set;
  return note(tx, by, {"retention-set", kind, shown(*before) + " -> " + shown(days)}, now);
}

Result<std::int64_t> expireTexts(Storage& storage, const Clock& clock, RandomSource& random) {
  std::int64_t after = 0;
  std::int64_t taken = 0;
  bool isSet = false;
  for (bool more = true; more;) {
    const Status status = storage.write([&](WriteTx& tx) -> Status {
      const auto days = textDays(tx);
      if (!days) return days.error();
      isSet = days->has_value();
      more = false;
      if (!isSet) return {};
      const auto went = expirePage(tx, clock.now() - std::chrono::days{**days}, after, taken,
                                   clock.now(), random);
      if (!went) return went.error();
      more = *went;
      return {};
    });
    if (!status) return status.error();
  }
  if (!isSet) return taken;
  const Status scrubbed = storage.scrub();  // also when it could not be done the last time
  return scrubbed ? Result<std::int64_t>{taken} : Result<std::int64_t>{scrubbed.error()};
}

}  // namespace vejviser::hub
