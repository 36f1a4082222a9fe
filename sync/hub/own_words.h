// What somebody wrote in their own words, for the one who may erase it: what must be judged, and
// where it looks as if there were personal data that slipped through (src/domain/personal_data.h).
#pragma once

#include "src/domain/personal_data.h"
#include "sync/hub/storage.h"

#include <optional>
#include <string>
#include <vector>

namespace vejviser::hub {

struct OwnWords {
  KeptEntry kept;
  std::string words;                          ///< empty: none
  std::optional<PersonalDataKind> looksLike;  ///< the first that was found
};

/// What stands in an entry.
OwnWords ownWordsOf(KeptEntry kept);

/// The entry of this id, if it is here.
Result<std::optional<OwnWords>> findOwnWords(ReadTx& tx, const Id& id);

struct WordSearch {
  std::vector<OwnWords> found;      ///< in order of arrival
  std::optional<std::int64_t> end;  ///< the search ended at this place: go on after it
};

/// Entries after a place whose words look like personal data. Ends when it has looked at
/// kMostLooked or found kMostFound.
Result<WordSearch> searchOwnWords(ReadTx& tx, std::int64_t after);

constexpr std::size_t kMostLooked = 20'000;  // a municipality's texts of a year, half a second
constexpr std::size_t kMostFound = 100;      // more than anybody judges at one go

}  // namespace vejviser::hub
