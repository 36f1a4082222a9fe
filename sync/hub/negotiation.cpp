#include "sync/hub/negotiation.h"

#include "platform/crypto.h"
#include "src/base/id.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <span>

namespace vejviser::hub {

namespace {

constexpr std::size_t kTagBytes = 16;  // of the digest: enough that no two meet

struct Wish {
  std::string_view word;  ///< a media range or a coding
  double weight = 1;
};

std::string_view trimmed(std::string_view text) {
  while (text.starts_with(' ') || text.starts_with('\t')) text.remove_prefix(1);
  while (text.ends_with(' ') || text.ends_with('\t')) text.remove_suffix(1);
  return text;
}

/// Cuts off what stands before the next `mark`.
std::string_view cut(std::string_view& rest, char mark) {
  const std::size_t end = std::min(rest.find(mark), rest.size());
  const std::string_view part = trimmed(rest.substr(0, end));
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return part;
}

/// 0 when it is no weight: what cannot be read is not wished for.
double weightOf(std::string_view text) {
  double weight = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), weight);
  const bool whole = fault == std::errc{} && end == text.data() + text.size();
  return whole && weight >= 0 && weight <= 1 ? weight : 0;
}

std::vector<Wish> wishesOf(std::string_view header) {
  std::vector<Wish> wishes;
  while (!header.empty()) {
    std::string_view element = cut(header, ',');
    if (element.empty()) continue;
    Wish wish{cut(element, ';')};
    while (!element.empty()) {
      const std::string_view parameter = cut(element, ';');
      if (isSameWord(parameter.substr(0, 2), "q=")) wish.weight = weightOf(parameter.substr(2));
    }
    wishes.push_back(wish);
  }
  return wishes;
}

/// How well a range fits: 3 exactly, 2 as "text/*", 1 as "*/*"; 0 not.
int fitOf(std::string_view range, std::string_view offer) {
  if (isSameWord(range, offer)) return 3;
  const std::string_view kind = offer.substr(0, offer.find('/') + 1);
  if (range.ends_with("/*") && isSameWord(range.substr(0, range.size() - 1), kind)) return 2;
  return range == "*/*" ? 1 : 0;
}

/// The weight of the range that fits best.
double weightIn(const std::vector<Wish>& wishes, std::string_view offer) {
  int best = 0;
  double weight = 0;
  for (const Wish& wish : wishes) {
    const int fit = fitOf(wish.word, offer);
    if (fit <= best) continue;
    best = fit;
    weight = wish.weight;
  }
  return weight;
}

}  // namespace

bool isSameWord(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](unsigned char x, unsigned char y) {
    return std::tolower(x) == std::tolower(y);
  });
}

std::string_view preferred(std::string_view accept, const std::vector<std::string_view>& offers) {
  const auto wishes = wishesOf(accept);
  if (wishes.empty()) return offers.front();
  std::string_view best;
  double weight = 0;
  for (const std::string_view offer : offers) {
    const double its = weightIn(wishes, offer);
    if (its <= weight) continue;
    weight = its;
    best = offer;
  }
  return best;
}

bool acceptsGzip(std::string_view acceptEncoding) {
  double any = 0;
  for (const Wish& wish : wishesOf(acceptEncoding)) {
    if (isSameWord(wish.word, "gzip")) return wish.weight > 0;
    if (wish.word == "*") any = wish.weight;
  }
  return any > 0;
}

std::string fingerprint(std::string_view text) {
  const platform::Digest digest = platform::sha256(text);
  return toHex(std::span{digest}.first(kTagBytes));
}

std::string entityTag(const std::vector<std::string>& parts) {
  std::string all;
  for (const std::string& part : parts) {
    all.append(std::to_string(part.size())).append(":").append(part);
  }
  return '"' + fingerprint(all) + '"';
}

bool hasIt(std::string_view ifNoneMatch, const std::string& tag) {
  return ifNoneMatch == "*" || ifNoneMatch.find(tag) != std::string_view::npos;
}

}  // namespace vejviser::hub
