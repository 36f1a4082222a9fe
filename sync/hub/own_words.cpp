#include "sync/hub/own_words.h"

#include "sync/hub/erase.h"
#include "sync/wire/entry_json.h"

namespace vejviser::hub {

namespace {
constexpr int kPage = 500;
}  // namespace

OwnWords ownWordsOf(KeptEntry kept) {
  OwnWords own{std::move(kept), {}, {}};
  if (own.kept.held == kErased) return own;
  own.words = wire::ownWords(own.kept.body);
  if (const auto found = findPersonalData(own.words)) own.looksLike = found->kind;
  return own;
}

Result<std::optional<OwnWords>> findOwnWords(ReadTx& tx, const Id& id) {
  auto found = tx.entriesWithIds(std::span{&id, 1});
  if (!found) return found.error();
  if (found->empty()) return std::optional<OwnWords>{};
  return std::optional{ownWordsOf(std::move(found->front()))};
}

Result<WordSearch> searchOwnWords(ReadTx& tx, std::int64_t after) {
  WordSearch search;
  std::size_t looked = 0;
  for (bool more = true; more;) {
    auto entries = tx.entriesWithText(after, kPage);
    if (!entries) return entries.error();
    more = entries->size() == static_cast<std::size_t>(kPage);
    for (KeptEntry& kept : *entries) {
      after = kept.place;
      ++looked;
      OwnWords own = ownWordsOf(std::move(kept));
      if (own.looksLike) search.found.push_back(std::move(own));
      if (search.found.size() == kMostFound || looked == kMostLooked) {
        search.end = after;
        return search;
      }
    }
  }
  return search;
}

}  // namespace vejviser::hub
