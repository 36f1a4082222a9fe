#include "sync/hub/cube.h"

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

Result<std::vector<Cell>> Effects::changes(WriteTx& tx) const {
  Subjects subjects = m_subjects;
  if (const Status added = addStored(tx, subjects); !added) return added.error();
  CellChanges cells;
  for (const auto& [id, subject] : subjects) {
    cells.replace(fold(subject.before), fold(subject.after));
  }
  return cells.nonZero();
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

Status changeCube(WriteTx& tx, const std::vector<Cell>& changes, Instant now,
                  RandomSource& random) {
  const auto count = std::max<std::int64_t>(1, static_cast<std::int64_t>(changes.size()));
  const auto first = tx.takePositions(count, static_cast<std::int64_t>(random.next64()), now);
  if (!first) return first.error();
  return tx.addToCells(changes, *first);
}

}  // namespace vejviser::hub
