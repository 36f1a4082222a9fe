#include "sync/hub/erase.h"

#include "platform/files.h"
#include "sync/hub/cube.h"
#include "sync/hub/holding.h"
#include "sync/wire/entry_json.h"

#include <sstream>
#include <string>
#include <vector>

namespace vejviser::hub {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kLongestList = 64 * 1024 * 1024;  // some 1.7 million ids
constexpr int kPage = 500;
constexpr const char* kHeading =
    "# Ids of erased entries. Keep this file apart from the backups of the hub.\n";

/// The ids on the list; none when there is no list yet.
Result<std::set<Id>> readList(const fs::path& list) {
  std::set<Id> ids;
  std::error_code error;
  if (!fs::exists(list, error)) return ids;
  const auto text = platform::readFile(list, kLongestList);
  if (!text) return text.error();
  std::istringstream lines{*text};
  for (std::string line; std::getline(lines, line);) {
    if (line.empty() || line.front() == '#') continue;
    const auto id = parseId(line);
    if (!id) return Error{ErrorCode::Invalid, list.string(), "'" + line + "' is no id"};
    ids.insert(*id);
  }
  return ids;
}

/// Adds to the list what is not there; durable when this returns.
Status addToList(const fs::path& list, const std::set<Id>& ids) {
  auto all = readList(list);
  if (!all) return all.error();
  const std::size_t before = all->size();
  all->insert(ids.begin(), ids.end());
  if (all->size() == before) return {};
  std::string text{kHeading};
  for (const Id& id : *all) text += toString(id) + "\n";
  return platform::writePrivateFile(list, text);
}

/// The ids, and of withdrawals also what they withdraw.
Result<std::set<Id>> withSubjects(ReadTx& tx, const std::set<Id>& ids) {
  std::set<Id> all = ids;
  for (const Id& id : ids) {
    const auto found = tx.entriesWithIds(std::span{&id, 1});
    if (!found) return found.error();
    if (found->empty()) return Error{ErrorCode::Invalid, toString(id), "is no entry of this hub"};
    const Entry& entry = found->front().entry;
    if (entry.kind == EntryKind::Void) all.insert(entry.subject);
  }
  return all;
}

/// Entries for a newer hub that an older one took: the database does not know what they are about.
Status addFuture(ReadTx& tx, const std::set<Id>& ids, std::vector<KeptEntry>& entries) {
  std::int64_t after = 0;
  for (bool more = true; more;) {
    const auto held = tx.heldEntries({}, after, kPage);
    if (!held) return held.error();
    for (const KeptEntry& kept : *held) {
      after = kept.place;
      if (kept.unread == kFutureSchema && ids.contains(kept.entry.subject)) entries.push_back(kept);
    }
    more = held->size() == static_cast<std::size_t>(kPage);
  }
  return {};
}

/// Everything that an erasure of these ids meets.
Result<std::vector<KeptEntry>> entriesAbout(ReadTx& tx, const std::set<Id>& ids) {
  const std::vector<Id> list(ids.begin(), ids.end());
  auto entries = tx.entriesWithIds(list);
  if (!entries) return entries;
  const auto changes = tx.changesOf(list);
  if (!changes) return changes;
  entries->insert(entries->end(), changes->begin(), changes->end());
  if (const Status added = addFuture(tx, ids, *entries); !added) return added.error();
  return entries;
}

/// A line for each id that was named.
Status noteErased(WriteTx& tx, const Actor& by, const std::set<Id>& ids, Instant now) {
  for (const Id& id : ids) {
    if (const Status noted = note(tx, by, {"erase", toString(id)}, now); !noted) return noted;
  }
  return {};
}

}  // namespace

void strip(KeptEntry& kept) {
  kept.body = wire::withoutContent(kept.body);
  kept.entry.subject = kept.entry.id;
  kept.entry.fields = {};
  kept.held = kErased;
  kept.estimate.reset();
  kept.release.reset();
}

Result<std::int64_t> erase(WriteTx& tx, const std::set<Id>& ids, Instant now,
                           RandomSource& random) {
  if (const Status noted = tx.addErased(ids); !noted) return noted.error();
  const auto entries = entriesAbout(tx, ids);
  if (!entries) return entries.error();
  Effects effects;
  std::set<Id> done;
  for (KeptEntry kept : *entries) {
    if (kept.held == kErased || !done.insert(kept.entry.id).second) continue;
    if (kept.held.empty()) effects.ceases(counted(kept));
    strip(kept);
    if (const Status stored = tx.updateEntry(kept); !stored) return stored.error();
  }
  if (done.empty()) return 0;
  const auto changes = effects.changes(tx);
  if (!changes) return changes.error();
  if (const Status changed = applyChanges(tx, *changes, now, random); !changed)
    return changed.error();
  return static_cast<std::int64_t>(done.size());
}

Result<std::int64_t> countToErase(ReadTx& tx, const std::set<Id>& ids) {
  const auto all = withSubjects(tx, ids);
  if (!all) return all.error();
  const auto entries = entriesAbout(tx, *all);
  if (!entries) return entries.error();
  std::set<Id> left;
  for (const KeptEntry& kept : *entries) {
    if (kept.held != kErased) left.insert(kept.entry.id);
  }
  return static_cast<std::int64_t>(left.size());
}

Result<std::int64_t> eraseForGood(Storage& storage, const Actor& by, const fs::path& list,
                                  const std::set<Id>& ids, const Clock& clock,
                                  RandomSource& random) {
  std::int64_t erased = 0;
  const Status status = storage.write([&](WriteTx& tx) -> Status {
    const auto all = withSubjects(tx, ids);
    if (!all) return all.error();
    if (const Status listed = addToList(list, *all); !listed) return listed;
    const auto done = erase(tx, *all, clock.now(), random);
    if (!done) return done.error();
    erased = *done;
    return noteErased(tx, by, ids, clock.now());
  });
  if (!status) return status.error();
  if (const Status scrubbed = storage.scrub(); !scrubbed) return scrubbed.error();
  return erased;
}

Status replayErasures(Storage& storage, const fs::path& list, const Clock& clock,
                      RandomSource& random) {
  std::int64_t erased = 0;
  const Status status = storage.write([&](WriteTx& tx) -> Status {
    const auto known = tx.erasedIds();
    if (!known) return known.error();
    if (const Status listed = addToList(list, *known); !listed) return listed;
    const auto all = readList(list);
    if (!all) return all.error();
    if (*all == *known) return {};
    const auto done = erase(tx, *all, clock.now(), random);
    if (!done) return done.error();
    erased = *done;
    return {};
  });
  if (!status) return status;
  return erased == 0 ? Status{} : storage.scrub();
}

}  // namespace vejviser::hub
