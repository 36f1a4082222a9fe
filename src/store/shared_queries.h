// The screen's questions about what several tablets act on: referrals, questions and events made
// here or elsewhere, with what is known here already put together with what the hub said last.
#pragma once

#include "src/domain/calendar.h"
#include "src/store/reader.h"
#include "src/store/standing_row.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace vejviser::store {

/// Its reply is the highest of all that are known here.
struct SharedSubject {
  Id subject;
  bool own = false;  ///< made on this tablet
  Standing standing;
};

/// Which questions are looked for.
struct QuestionSearch {
  std::string words;            ///< all of them, the last perhaps unfinished; empty: any
  bool unansweredOnly = false;  ///< that need an answer and have none
  int most = 100;
};

class SharedQueries {
 public:
  explicit SharedQueries(const Reader& reader) : m_reader(reader) {}

  std::optional<SharedSubject> find(const Id& subject) const;
  /// The reply that stands as far as is known here, to a subject that may be unknown here.
  Result<std::optional<StandingReply>> findReply(const Id& subject) const;
  /// Those that happened since `from`, newest first.
  std::vector<SharedSubject> referrals(Instant from) const;
  std::vector<SharedSubject> events(Instant from) const;
  /// Replies made here to referrals that are not known here, by their subject.
  std::map<Id, StandingReply> strayReplies() const;
  /// The newest first.
  std::vector<SharedSubject> questions(const QuestionSearch& search) const;

  /// The local day on which a help about each topic was last given at a branch, by any tablet.
  std::map<std::string, Day> lastDone(const std::string& branch) const;
  /// A document of the municipality, if it has one.
  std::optional<std::string> document(const std::string& name) const;
  /// Of all documents there are, ascending.
  std::vector<std::string> documentNames() const;

 private:
  std::vector<SharedSubject> newest(EntryKind kind, Instant from) const;

  const Reader& m_reader;
};

}  // namespace vejviser::store
