#include "src/domain/personal_data.h"

#include "src/domain/personal_numbers.h"
#include "src/domain/plain_text.h"

#include <algorithm>

namespace vejviser {

namespace {

constexpr std::size_t kShortestHost = 4;    // "anna@gmail": a word so long is no accident
constexpr std::size_t kShortestUserId = 5;  // mitid.dk: 5-48 symbols
constexpr std::size_t kLongestUserId = 48;
constexpr std::size_t kLongestSuffix = 3;  // brugernavn|et, bruger-id|'et

constexpr std::string_view kAtWords[] = {"at", "snabel-a", "snabela"};
constexpr std::string_view kDotWords[] = {"(dot)", "[dot]", "(punktum)", " dot ", " punktum "};
constexpr std::string_view kUserIdLabels[] = {"bruger-id", "brugerid", "bruger id", "brugernavn",
                                              "user-id",   "userid",   "user id",   "username"};
constexpr std::string_view kFillers[] = {"er ", "hedder ", "is "};

bool isAnyOf(char32_t c, std::string_view ascii) {
  return c < 0x80 && c != 0 && ascii.find(static_cast<char>(c)) != std::string_view::npos;
}

bool isWordly(char32_t c) {
  return isLetter(c) || isDigit(c);
}

/// From `from` up to, not including, `to`.
PersonalData found(const PlainText& text, PersonalDataKind kind, std::size_t from, std::size_t to) {
  return {kind, text.byteAt(from), text.byteAfter(to - 1) - text.byteAt(from)};
}

/// The length of what stands for @ at `i`; 0 for none.
std::size_t atSign(const PlainText& text, std::size_t i) {
  const char32_t first = text[i];
  if (first == U'@') return 1;
  const bool bracket = isAnyOf(first, "([{");
  if (!bracket && (first != U's' || text[i - 1] != U' ')) return 0;
  for (const std::string_view word : kAtWords) {
    const std::size_t end = i + (bracket ? 1 : 0) + word.size();
    if (!text.says(end - word.size(), word)) continue;
    if (bracket && isAnyOf(text[end], ")]}")) return end + 1 - i;
    if (!bracket && text[end] == U' ') return end - i;
  }
  return 0;
}

std::size_t dotSign(const PlainText& text, std::size_t i) {
  if (text[i] == U'.') return 1;
  for (const std::string_view word : kDotWords) {
    if (text.says(i, word)) return word.size();
  }
  return 0;
}

/// Where the domain that starts at `from` ends; `from` if there is none. `host_will_do` if the
/// first name alone is enough.
std::size_t domainEnd(const PlainText& text, std::size_t from, bool host_will_do) {
  std::size_t end = from;
  std::size_t names = 0;
  for (std::size_t i = from;;) {
    const std::size_t start = i;
    bool letters = true;
    for (; isWordly(text[i]) || text[i] == U'-'; ++i) {
      letters = letters && isLetter(text[i]);
    }
    if (i == start) return end;
    const bool may_end = ++names > 1 ? i - start >= 2 : host_will_do && i - start >= kShortestHost;
    if (letters && may_end) end = i;
    const std::size_t dot = dotSign(text, i);
    if (dot == 0) return end;
    i += dot;
  }
}

std::optional<PersonalData> mailAt(const PlainText& text, std::size_t i) {
  const std::size_t sign = atSign(text, i);
  if (sign == 0) return std::nullopt;
  const bool space_before = text[i - 1] == U' ';
  const bool space_after = text[i + sign] == U' ';
  if (sign == 1 && space_before && !space_after) return std::nullopt;  // "tak til @biblioteket.dk"

  const std::size_t local_end = i - (space_before ? 1 : 0);
  std::size_t from = local_end;
  std::size_t first = local_end;  // a mail starts with a letter or digit, not with a quote or dot
  while (isWordly(text[from - 1]) || isAnyOf(text[from - 1], ".-+%'&~")) {
    --from;
    if (isWordly(text[from])) first = from;
  }
  if (first == local_end) return std::nullopt;

  const std::size_t domain = i + sign + (space_after ? 1 : 0);
  const std::size_t end = domainEnd(text, domain, !space_before && !space_after);
  if (end == domain) return std::nullopt;
  return found(text, PersonalDataKind::Mail, first, end);
}

std::optional<PersonalData> findMail(const PlainText& text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (const auto mail = mailAt(text, i)) return mail;
  }
  return std::nullopt;
}

/// Where the label at `i` ends, its suffix too; `i` if there is none.
std::size_t labelEnd(const PlainText& text, std::size_t i) {
  if (!isAnyOf(text[i], "bu") || isWordly(text[i - 1])) return i;
  for (const std::string_view label : kUserIdLabels) {
    if (!text.says(i, label)) continue;
    std::size_t end = i + label.size();
    for (std::size_t n = 0; n < kLongestSuffix; ++n, ++end) {
      if (!isLetter(text[end]) && text[end] != U'\'') break;
    }
    return end;
  }
  return i;
}

/// A user id may be any words; only one that no ordinary word looks like can be told.
std::optional<PersonalData> userIdAfter(const PlainText& text, std::size_t label_end) {
  std::size_t from = label_end;
  const auto skip = [&] {
    for (std::size_t n = 0; n < 3 && isAnyOf(text[from], " :=\"'("); ++n) ++from;
  };
  skip();
  if (from == label_end) return std::nullopt;
  for (const std::string_view filler : kFillers) {
    if (!text.says(from, filler)) continue;
    from += filler.size();
    skip();
    break;
  }
  if (text.says(from, "kl.")) return std::nullopt;  // a time

  std::size_t end = from;
  for (; end - from < kLongestUserId && text[end] != U' ' && text[end] != 0; ++end) {
    if (text[end] == U'/') return std::nullopt;  // no symbol of user ids: a web address, a law
  }
  while (end > from && isAnyOf(text[end - 1], ".,;:!?)\"'")) --end;
  bool letter = false;
  bool odd = false;
  for (std::size_t i = from; i < end; ++i) {
    letter = letter || isLetter(text[i]);
    odd = odd || isDigit(text[i]) || isAnyOf(text[i], "!#$^*{}=+@");
  }
  if (!letter || !odd || end - from < kShortestUserId) return std::nullopt;
  return found(text, PersonalDataKind::UserId, from, end);
}

std::optional<PersonalData> findUserId(const PlainText& text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::size_t end = labelEnd(text, i);
    if (end == i) continue;
    if (const auto id = userIdAfter(text, end)) return id;
  }
  return std::nullopt;
}

}  // namespace

std::string_view code(PersonalDataKind kind) {
  switch (kind) {
    case PersonalDataKind::Cpr:
      return "cpr";
    case PersonalDataKind::Phone:
      return "phone";
    case PersonalDataKind::Mail:
      return "mail";
    case PersonalDataKind::Card:
      return "card";
    case PersonalDataKind::UserId:
      return "user_id";
  }
  return {};
}

std::optional<PersonalData> findPersonalData(std::string_view utf8, std::size_t& looks) {
  const PlainText text{utf8};
  std::optional<PersonalData> first;
  for (const auto& one : {findPersonalNumber(text), findMail(text), findUserId(text)}) {
    if (!one) continue;
    const bool earlier = !first || one->at < first->at;
    if (earlier || (one->at == first->at && one->length > first->length)) first = one;
  }
  looks = text.looks();
  return first;
}

std::optional<PersonalData> findPersonalData(std::string_view utf8) {
  std::size_t looks = 0;
  return findPersonalData(utf8, looks);
}

}  // namespace vejviser
