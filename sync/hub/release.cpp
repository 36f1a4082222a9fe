#include "sync/hub/release.h"

#include "sync/hub/cube.h"
#include "sync/hub/documents.h"
#include "sync/hub/holding.h"
#include "sync/hub/tablets.h"

#include <functional>
#include <span>
#include <vector>

namespace vejviser::hub {

namespace {

constexpr int kPage = 500;  // entries in one transaction: others wait for it

Error cannot(const KeptEntry& kept, const std::string& why) {
  return {ErrorCode::Invalid, "entry " + toString(kept.entry.id), why};
}

/// What is decided must be fit to be counted, for any entry.
Status check(const Decision& decision, const Vocabulary& vocabulary) {
  const auto wrong = [](const char* what, const std::string& code) {
    return Error{ErrorCode::Invalid, what, "'" + code + "' is not of this hub"};
  };
  if (decision.topic && !vocabulary.topics.contains(*decision.topic)) {
    return wrong("topic", *decision.topic);
  }
  const bool place = decision.branch && !decision.branch->empty();
  if (place && !vocabulary.branches.contains(*decision.branch)) {
    return wrong("branch", *decision.branch);
  }
  if (decision.to && !vocabulary.destinations.contains(*decision.to))
    return wrong("destination", *decision.to);
  return {};
}

std::string lacking(const KeptEntry& kept, const std::string& reason) {
  const std::string code = "'" + unknownCode(kept.entry, reason) + "'";
  if (reason == "unknown-topic") return "its topic " + code + " is not in the catalogue";
  if (reason == "unknown-branch") return "its branch " + code + " is not of this hub";
  if (reason == "unknown-destination")
    return "it refers to " + code + ", which is neither a unit nor an outside body";
  return "its time cannot be told; give day and time";
}

/// The entry as it is when it is released so.
Result<KeptEntry> decide(KeptEntry kept, const Decision& decision, const Vocabulary& vocabulary,
                         Instant now) {
  if (kept.held.empty()) return cannot(kept, "is counted already");
  if (!isReleasable(kept.held)) return cannot(kept, "cannot be released: " + kept.held);
  if (!kept.unread.empty()) return cannot(kept, "cannot be released: " + kept.unread);
  const Needs needs = needsOf(kept, vocabulary);
  if (needs.time(kept) && !decision.time) return cannot(kept, lacking(kept, kept.held));
  Corrections corrections;
  if (needs.topic) corrections.topic = decision.topic;
  if (needs.branch) corrections.branch = decision.branch;
  if (needs.to) corrections.to = decision.to;
  if (needs.when) corrections.when = decision.time;
  if (needs.at) corrections.at = decision.time ? decision.time : kept.estimate;
  corrections.sure = kept.entry.fields.doubt != Doubt::None;
  kept.release = Release{now, kept.held, corrections};
  kept.held.clear();
  const Entry entry = counted(kept);
  const std::string reason = reasonToHold(entry, vocabulary, kept.received);
  if (reason == "absurd-time") return cannot(kept, "the time cannot be right");
  if (!reason.empty()) return cannot(kept, lacking(kept, reason));
  if (const Status fit = checkFields(entry); !fit) return cannot(kept, fit.error().text());
  return kept;
}

/// Entries that change in one transaction.
class Decided {
 public:
  void release(const KeptEntry& entry) {
    m_effects.starts(counted(entry));
    m_entries.push_back(entry);
  }
  void keepHeld(const KeptEntry& entry) { m_entries.push_back(entry); }

  std::size_t size() const { return m_entries.size(); }

  Status store(WriteTx& tx, Instant now, RandomSource& random) const {
    if (m_entries.empty()) return {};
    for (const KeptEntry& entry : m_entries) {
      if (const Status stored = tx.updateEntry(entry); !stored) return stored;
    }
    const auto changes = m_effects.changes(tx);
    if (!changes) return changes.error();
    return applyChanges(tx, *changes, now, random);
  }

 private:
  std::vector<KeptEntry> m_entries;
  Effects m_effects;
};

/// What happens to one held entry of many.
using Look = std::function<Status(WriteTx&, const KeptEntry&, const Vocabulary&, Decided&)>;

/// What is written to the audit log of a page's entries; nothing for what nobody did.
using Tell = std::function<Status(WriteTx&, std::size_t)>;

std::string entries(std::size_t count) {
  return std::to_string(count) + (count == 1 ? " entry" : " entries");
}

/// Looks at every held entry of a reason once, page by page.
Status lookAtAll(Storage& storage, const std::string& reason, const Look& look, const Tell& tell,
                 const Clock& clock, RandomSource& random) {
  std::int64_t after = 0;
  for (bool more = true; more;) {
    const Status page = storage.write([&](WriteTx& tx) -> Status {
      const auto vocabulary = vocabularyOf(tx);
      if (!vocabulary) return vocabulary.error();
      const auto held = tx.heldEntries(reason, after, kPage);
      if (!held) return held.error();
      Decided decided;
      for (const KeptEntry& kept : *held) {
        if (const Status seen = look(tx, kept, *vocabulary, decided); !seen) return seen;
        after = kept.place;
      }
      more = held->size() == static_cast<std::size_t>(kPage);
      if (const Status stored = decided.store(tx, clock.now(), random); !stored) return stored;
      return tell && decided.size() > 0 ? tell(tx, decided.size()) : Status{};
    });
    if (!page) return page;
  }
  return {};
}

}  // namespace

Needs needsOf(const KeptEntry& kept, const Vocabulary& vocabulary) {
  const Entry& entry = kept.entry;
  const Fields& fields = entry.fields;
  if (!kept.unread.empty() || entry.kind == EntryKind::Void) return {};
  const bool doubt = fields.doubt != Doubt::None;
  const bool logged = isLoggedAbsurdly(entry, kept.received);
  Needs needs;
  needs.topic = lacksTopic(entry, vocabulary);
  needs.branch = !fields.branch.empty() && !vocabulary.branches.contains(fields.branch);
  needs.to = lacksDestination(entry, vocabulary);
  needs.at = logged || (doubt && entry.makesSubject() && !fields.when);
  needs.when = fields.when && (doubt || isDatedAbsurdly(entry, kept.received));
  return needs;
}

Status release(WriteTx& tx, const std::set<Id>& ids, const Decision& decision, Instant now,
               RandomSource& random) {
  const auto vocabulary = vocabularyOf(tx);
  if (!vocabulary) return vocabulary.error();
  if (const Status fit = check(decision, *vocabulary); !fit) return fit;
  Decided all;
  for (const Id& id : ids) {
    const auto found = tx.entriesWithIds(std::span{&id, 1});
    if (!found) return found.error();
    if (found->empty()) return Error{ErrorCode::Invalid, toString(id), "is no entry of this hub"};
    auto decided = decide(found->front(), decision, *vocabulary, now);
    if (!decided) return decided.error();
    all.release(*decided);
  }
  return all.store(tx, now, random);
}

Unit unitOf(const KeptEntry& kept, const std::map<std::int64_t, Unit>& tablets) {
  const bool says = kept.unread.empty() && kept.entry.kind != EntryKind::Void;
  if (says) return kept.entry.fields.unit;
  const auto tablet = tablets.find(kept.device);
  return tablet == tablets.end() ? Unit::Library : tablet->second;
}

Status releaseChosen(WriteTx& tx, const Actor& by, const std::set<Id>& ids,
                     std::optional<Unit> unit, const Decision& decision, Instant now,
                     RandomSource& random) {
  const auto tablets = unitsOfTablets(tx);
  if (!tablets) return tablets.error();
  const std::vector<Id> list(ids.begin(), ids.end());
  const auto found = tx.entriesWithIds(list);
  if (!found) return found.error();
  for (const KeptEntry& kept : *found) {
    if (unit.value_or(unitOf(kept, *tablets)) == unitOf(kept, *tablets)) continue;
    return Error{ErrorCode::Refused, toString(kept.entry.id), "is of the other unit"};
  }
  if (const Status done = release(tx, ids, decision, now, random); !done) return done;
  const std::string what = ids.size() == 1 ? toString(*ids.begin()) : entries(ids.size());
  return note(tx, by, {"held-release", what}, now);
}

Result<GroupRelease> releaseGroup(Storage& storage, const Actor& by, const HeldGroup& group,
                                  const Decision& decision, const Clock& clock,
                                  RandomSource& random) {
  if (!isReleasable(group.reason)) {
    return Error{ErrorCode::Invalid, group.reason, "is no reason that can be released"};
  }
  GroupRelease result;
  std::map<std::int64_t, Unit> tablets;
  const Status known = storage.read([&](ReadTx& tx) -> Status {
    auto units = unitsOfTablets(tx);
    if (!units) return units.error();
    tablets = std::move(*units);
    return {};
  });
  if (!known) return known.error();
  const auto look = [&](WriteTx&, const KeptEntry& kept, const Vocabulary& vocabulary,
                        Decided& all) -> Status {
    if (const Status fit = check(decision, vocabulary); !fit) return fit;
    if (group.unit && unitOf(kept, tablets) != *group.unit) return {};
    if (!group.code.empty() && unknownCode(kept.entry, group.reason) != group.code) return {};
    const auto decided = decide(kept, decision, vocabulary, clock.now());
    if (decided) {
      all.release(*decided);
      ++result.released;
    } else if (result.left++ == 0) {
      result.why = decided.error().text();
    }
    return {};
  };
  const auto tell = [&](WriteTx& tx, std::size_t count) {
    return note(tx, by, {"held-release", group.reason, entries(count)}, clock.now());
  };
  const Status done = lookAtAll(storage, group.reason, look, tell, clock, random);
  if (!done) return done.error();
  return result;
}

Result<std::int64_t> reconsider(Storage& storage, const Clock& clock, RandomSource& random) {
  std::int64_t understood = 0;
  const auto look = [&](WriteTx&, const KeptEntry& kept, const Vocabulary& vocabulary,
                        Decided& decided) -> Status {
    if (kept.unread == kFutureSchema) return {};
    ++understood;
    KeptEntry seen = kept;
    seen.held =
        kept.unread.empty() ? reasonToHold(kept.entry, vocabulary, kept.received) : kept.unread;
    if (!seen.held.empty()) {
      decided.keepHeld(seen);
      return {};
    }
    seen.release = Release{clock.now(), kept.held, {}};
    decided.release(seen);
    return {};
  };
  const Status done = lookAtAll(storage, kFutureSchema, look, {}, clock, random);
  if (!done) return done.error();
  return understood;
}

}  // namespace vejviser::hub
