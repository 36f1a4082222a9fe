#include "sync/hub/ingest.h"

#include "platform/log.h"
#include "src/base/rules.h"
#include "sync/hub/stamp.h"
#include "sync/wire/entry_json.h"

#include <algorithm>
#include <map>
#include <set>

namespace vejviser::hub {

namespace {

using std::chrono::days;

/// Clocks that are further off than this are wrong, not just off.
constexpr days kFuture{1};
/// Nothing was logged before the program existed; something may have happened before that.
constexpr Instant kFirstLogged{Instant{std::chrono::sys_days{std::chrono::year{2025} / 1 / 1}}};
constexpr Instant kFirstHappened{Instant{std::chrono::sys_days{std::chrono::year{2000} / 1 / 1}}};

/// A correction or withdrawal counts under the time of what it corrects; its own moves nothing.
bool isAbsurdTime(const Entry& entry, Instant now) {
  if (entry.makesSubject() && (entry.at > now + kFuture || entry.at < kFirstLogged)) return true;
  const auto& when = entry.fields.when;
  return when && (*when > now + kFuture || *when < kFirstHappened);
}

/// The group's new entries that count, and what they change.
class Effects {
 public:
  void add(const Entry& entry) {
    m_bySubject[entry.subject].push_back(entry);
    m_new.insert(entry.id);
    if (!entry.makesSubject()) m_elsewhere.push_back(entry.subject);
  }

  /// The change of the cube, from what stood before these entries to what stands after.
  Result<std::vector<Cell>> changes(WriteTx& tx) {
    if (m_bySubject.empty()) return std::vector<Cell>{};
    std::vector<Id> subjects;
    for (const auto& [subject, entries] : m_bySubject) subjects.push_back(subject);
    const auto makers = tx.entriesWithIds(m_elsewhere);
    if (!makers) return makers.error();
    const auto changing = tx.changesOf(subjects);
    if (!changing) return changing.error();
    for (const auto* found : {&*makers, &*changing}) {
      for (const Entry& entry : *found) addStored(entry);
    }
    CellChanges cells;
    for (const auto& [subject, entries] : m_bySubject) replace(entries, cells);
    return cells.nonZero();
  }

 private:
  void addStored(const Entry& entry) {
    if (m_new.contains(entry.id)) return;  // it is in the database since a moment ago
    std::vector<Entry>& entries = m_bySubject[entry.subject];
    const bool twice = std::any_of(entries.begin(), entries.end(),
                                   [&](const Entry& other) { return other.id == entry.id; });
    if (!twice) entries.push_back(entry);
  }

  void replace(const std::vector<Entry>& entries, CellChanges& cells) const {
    std::vector<Entry> old;
    std::copy_if(entries.begin(), entries.end(), std::back_inserter(old),
                 [this](const Entry& entry) { return !m_new.contains(entry.id); });
    cells.replace(fold(old), fold(entries));
  }

  std::map<Id, std::vector<Entry>> m_bySubject;
  std::set<Id> m_new;
  std::vector<Id> m_elsewhere;
};

/// The entries of one push as the hub will keep them.
std::vector<KeptEntry> keep(const Push& push, const Vocabulary& vocabulary, Instant now) {
  std::vector<KeptEntry> kept;
  kept.reserve(push.request.entries.size());
  for (const wire::ReadEntry& read : push.request.entries) {
    const std::string held =
        read.held.empty() ? reasonToHold(read.entry, vocabulary, now) : read.held;
    kept.push_back({read.entry, read.body, held, push.device.key, now});
  }
  return kept;
}

/// An imported row has its id from its content: two tablets that import one file make it twice.
bool saysTheSame(const KeptEntry& kept, const std::string& otherBody) {
  const auto other = wire::readEntry(otherBody);
  return other && other->entry.kind == kept.entry.kind && other->entry.fields == kept.entry.fields;
}

wire::EntryAck ackFor(const KeptEntry& kept, const Insertion& insertion) {
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
  const std::vector<KeptEntry> entries = keep(push, vocabulary, now);
  const auto insertions = tx.insertEntries(entries);
  if (!insertions) return insertions.error();
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const Insertion& insertion = (*insertions)[i];
    custody.acks.push_back(ackFor(entries[i], insertion));
    custody.fork = custody.fork || insertion.numberTwice;
    changed = changed || insertion.isNew;
    const bool counts = entries[i].held.empty() || !holds(Rule::HeldNotCounted);
    if (insertion.isNew && counts) effects.add(entries[i].entry);
  }
  const Status heard = tx.noteHeard(
      push.device.key, now,
      std::max<std::int64_t>(0, push.request.pending - static_cast<std::int64_t>(entries.size())));
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

std::string reasonToHold(const Entry& entry, const Vocabulary& vocabulary, Instant now) {
  if (isAbsurdTime(entry, now)) return "absurd-time";
  if (entry.kind == EntryKind::Void) return {};
  if (entry.fields.doubt == Doubt::Clock) return "clock";
  if (!vocabulary.topics.contains(entry.fields.topic)) return "unknown-topic";
  const std::string& branch = entry.fields.branch;
  if (!branch.empty() && !vocabulary.branches.contains(branch)) return "unknown-branch";
  if (entry.fieldsOf() == EntryKind::Referral && !unitFromCode(entry.fields.to)) {
    return "unknown-destination";
  }
  return {};
}

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
  const auto vocabulary = tx.vocabulary();
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
  const auto cells = effects.changes(tx);
  if (!cells) return cells.error();
  // Even entries that change no cell move the head: a backup without them is another history.
  const auto count = std::max<std::int64_t>(1, static_cast<std::int64_t>(cells->size()));
  const auto first = tx.takePositions(count, static_cast<std::int64_t>(random.next64()), now);
  if (!first) return first.error();
  if (const Status added = tx.addToCells(*cells, *first); !added) return added.error();
  return custodies;
}

}  // namespace vejviser::hub
