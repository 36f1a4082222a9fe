// The rules of sync/PROTOCOL.md that keep everything exactly once, by name. A test build can break
// one at a time, to prove that the tests would notice; any other build always holds them all.
#pragma once

#include <optional>
#include <string_view>

namespace vejviser {

enum class Rule {
  SavedWhole,        ///< C1: journal, outbox and cells in one transaction
  HubChecked,        ///< C2: a 200 counts only if it is this hub's
  BaseCompared,      ///< C2: an answer counts only if it is to the stamp held now
  AckedById,         ///< C2: what is acked is what the answer lists
  RowsWithStamp,     ///< C3: rows and the new stamp in one transaction
  AckedKept,         ///< C4: what is in custody is kept, and waits again on 409
  PulledAside,       ///< C4: a pull from zero fills a second generation
  Bisected,          ///< C5: a batch that cannot be taken is halved
  EffectsWithEntry,  ///< H1: an entry and what it changes in one transaction
  IdsForEver,        ///< H1: the ids of entries are never forgotten
  IdIsTheKey,        ///< H1: an entry is known by its id, not by inst and n
  HeldNotCounted,    ///< H2: held entries change no cell
  SaltCompared,      ///< H3: a position belongs to a history by its random number
  HeadInStamp,       ///< H3: a stamp knows the head, not only how far was read
  FloorCompared,     ///< H3: a cursor below the floor has missed deletions
  AnsweredDurable,   ///< H5: the answer comes after the durable commit
  ErasedForGood,     ///< H10: what was erased and comes again is kept without its content
};
constexpr int kRules = 17;

/// The rule's name, e.g. "SavedWhole".
std::string_view name(Rule rule);

#ifdef VEJVISER_MUTANTS
bool holds(Rule rule);
/// From now on `rule` does not hold, and all others do; nothing: all hold.
void breakRule(std::optional<Rule> rule);
#else
constexpr bool holds(Rule) {
  return true;
}
#endif

}  // namespace vejviser
