#include "src/domain/slip_code.h"

namespace vejviser {

namespace {

// 31 signs, a prime: with weights that differ modulo 31, the sum changes with any one sign and with
// any two neighbours swapped.
constexpr std::string_view kSigns = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
constexpr std::size_t kRandomSigns = 7;
constexpr std::size_t kGroup = 4;

char checkSign(std::string_view signs) {
  std::size_t sum = 0;
  for (std::size_t i = 0; i < kRandomSigns; ++i) sum += (i + 1) * kSigns.find(signs[i]);
  return kSigns[sum % kSigns.size()];
}

char upper(char c) {
  return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

}  // namespace

std::string newSlipCode(RandomSource& random) {
  std::string code;
  for (std::size_t i = 0; i < kRandomSigns; ++i) code += kSigns[random.below(kSigns.size())];
  return code + checkSign(code);
}

std::optional<std::string> parseSlipCode(std::string_view text) {
  std::string code;
  for (const char c : text) {
    if (c == ' ' || c == '-') continue;
    if (kSigns.find(upper(c)) == std::string_view::npos || code.size() > kRandomSigns) {
      return std::nullopt;
    }
    code += upper(c);
  }
  if (code.size() != kRandomSigns + 1 || code.back() != checkSign(code)) return std::nullopt;
  return code;
}

std::string spacedSlipCode(std::string_view code) {
  if (code.size() <= kGroup) return std::string{code};
  return std::string{code.substr(0, kGroup)} + " " + std::string{code.substr(kGroup)};
}

std::string slipKey(std::string_view code) {
  return "vejviser-slip:" + std::string{code};
}

}  // namespace vejviser
