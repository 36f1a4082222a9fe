#include "sync/hub/cube.h"

#include "sync/hub/retention.h"

#include <algorithm>
#include <utility>

namespace vejviser::hub {

namespace {

void addOnce(std::vector<Entry>& entries, const Entry& entry) {
  const bool there = std::any_of(entries.begin(), entries.end(),
                                 [&](const Entry& other) { return other.id == entry.id; });
  if (!there) entries.push_back(entry);
}

}  // namespace

Entry counted(const KeptEntry& kept) {
  Entry entry = kept.entry;
  if (!kept.release) return entry;
  const Corrections& corrections = kept.release->corrections;
  Fields& fields = entry.fields;
  if (corrections.topic) fields.topic = *corrections.topic;
  if (corrections.branch) fields.branch = *corrections.branch;
  if (corrections.to) fields.to = *corrections.to;
  if (corrections.at) entry.at = *corrections.at;
  if (corrections.when) fields.when = *corrections.when;
  if (corrections.sure) fields.doubt = Doubt::None;
  return entry;
}

void Effects::starts(const Entry& entry) {
  note(entry);
  m_subjects[entry.subject].after.push_back(entry);
}

void Effects::ceases(const Entry& entry) {
  note(entry);
  m_subjects[entry.subject].before.push_back(entry);
}

void Effects::note(const Entry& entry) {
  m_changing.insert(entry.id);
  if (!entry.makesSubject()) m_elsewhere.push_back(entry.subject);
}

Result<Changes> Effects::changes(WriteTx& tx) const {
  Subjects subjects = m_subjects;
  if (const Status added = addStored(tx, subjects); !added) return added.error();
  CellChanges cells;
  Changes changes;
  for (const auto& [id, subject] : subjects) {
    const auto before = fold(subject.before);
    const auto after = fold(subject.after);
    cells.replace(before, after);
    const bool shared = (before && isShared(before->kind)) || (after && isShared(after->kind));
    if (!shared || before == after) continue;
    changes.shared.push_back({id, after ? std::optional{neededUntil(*after)} : std::nullopt});
  }
  changes.cells = cells.nonZero();
  return changes;
}

/// What counts before and after alike.
Status Effects::addStored(WriteTx& tx, Subjects& subjects) const {
  std::vector<Id> ids;
  for (const auto& [id, subject] : subjects) ids.push_back(id);
  const auto makers = tx.entriesWithIds(m_elsewhere);
  if (!makers) return makers.error();
  const auto changing = tx.changesOf(ids);
  if (!changing) return changing.error();
  for (const auto* found : {&*makers, &*changing}) {
    for (const KeptEntry& kept : *found) {
      const auto subject = subjects.find(kept.entry.subject);
      const bool concerns = kept.held.empty() && !m_changing.contains(kept.entry.id);
      if (!concerns || subject == subjects.end()) continue;
      const Entry entry = counted(kept);
      addOnce(subject->second.before, entry);
      addOnce(subject->second.after, entry);
    }
  }
  return {};
}

Status applyChanges(WriteTx& tx, const Changes& changes, Instant now, RandomSource& random) {
  const auto cells = static_cast<std::int64_t>(changes.cells.size());
  const auto shared = static_cast<std::int64_t>(changes.shared.size());
  const auto count = std::max<std::int64_t>(1, cells + shared);
  const auto first = tx.takePositions(count, static_cast<std::int64_t>(random.next64()), now);
  if (!first) return first.error();
  if (const Status added = tx.addToCells(changes.cells, *first); !added) return added;
  const Status summed = tx.addToWeeks(weekSums(changes.cells));
  if (!summed) return summed;
  return tx.putShared(changes.shared, *first + cells);
}

Day neededUntil(const Standing& standing) {
  using std::chrono::days;
  constexpr days kMonth{35};  // as long as tablets keep what they sent
  const Day day = toLocal(standing.at).day;
  if (standing.kind == EntryKind::Referral) return day + days{standing.fields.valid_days} + kMonth;
  if (standing.fields.text == kExpiredText) return day;
  return day + kEventsNeeded;
}

Result<std::vector<std::optional<Standing>>> standings(ReadTx& tx, std::span<const Id> subjects) {
  const auto makers = tx.entriesWithIds(subjects);
  if (!makers) return makers.error();
  const auto changes = tx.changesOf(subjects);
  if (!changes) return changes.error();
  std::map<Id, std::vector<Entry>> entries;
  for (const auto* found : {&*makers, &*changes}) {
    for (const KeptEntry& kept : *found) {
      if (kept.held.empty()) entries[kept.entry.subject].push_back(counted(kept));
    }
  }
  std::vector<std::optional<Standing>> standings;
  standings.reserve(subjects.size());
  for (const Id& subject : subjects) standings.push_back(fold(entries[subject]));
  return standings;
}

}  // namespace vejviser::hub
