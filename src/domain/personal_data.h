// The personal-data guard: finds what must not stand in a note, before anything is stored. The
// service needs nobody's identity, so a text with a CPR number, phone, mail, card number or MitID
// user id is refused and staff write it anew.
//
// It rejects and never validates: what looks like personal data counts, whether or not it exists
// (CPR numbers without modulus 11 have been issued since 2007. Source: cpr.dk). A false hit costs
// a rewrite, a miss a breach; so where a shape can be both, it is personal data, unless staff
// write that shape every day: dates, times, amounts, and numbers named ISBN, CVR, EAN or Faust.
//
// What it cannot tell: names; a public body's own number or mailbox from a citizen's (only the
// service series 70, 80 and 90 pass); "anna at mail.dk", as "at" is also a Danish word; a MitID
// user id without its label, since citizens choose it freely. Source: mitid.dk, "MitID user ID".
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace vejviser {

enum class PersonalDataKind : std::uint8_t {
  Cpr,     ///< DDMMYY-SSSS, also with the whole year, in any usual way of typing
  Phone,   ///< Danish 8 digits, or international with + or 00
  Mail,    ///< also with "(at)" or "snabel-a" for @
  Card,    ///< payment card: 13-19 digits that pass Luhn
  UserId,  ///< what follows "bruger-id" or "brugernavn" and is no ordinary word
};

std::string_view code(PersonalDataKind kind);  ///< "cpr", "phone", "mail", "card", "user_id"

struct PersonalData {
  PersonalDataKind kind{};
  std::size_t at = 0;      ///< bytes from the text's start, on a border of characters
  std::size_t length = 0;  ///< bytes, > 0
};

/// The first personal data in `utf8`; of two that start together the longer. Any bytes may be
/// given; the time is linear in their number.
std::optional<PersonalData> findPersonalData(std::string_view utf8);

/// The same, and how many characters were looked at: what tests hold the time to.
std::optional<PersonalData> findPersonalData(std::string_view utf8, std::size_t& looks);

}  // namespace vejviser
