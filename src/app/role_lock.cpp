#include "src/app/role_lock.h"

#include "platform/crypto.h"
#include "src/base/text.h"

#include <algorithm>
#include <cctype>
#include <sstream>

namespace vejviser::app {

namespace {

constexpr const char* kTriesKey = "role_pin_tries";

std::string key(const std::string& role) {
  return "role_pin." + role;
}

bool isPin(const std::string& text) {
  return text.size() >= RoleLock::kLeastDigits && text.size() <= RoleLock::kMostDigits &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

bool RoleLock::has(const std::string& role) const {
  return !m_store.setting(key(role)).value_or("").empty();
}

Status RoleLock::set(const std::string& role, const std::string& pin) {
  if (!isPin(pin)) return Error{ErrorCode::Invalid, "pin", "not 4 to 8 digits"};
  const auto hash = platform::hashPassword(pin);
  if (!hash) return hash.error();
  return m_store.setSetting(key(role), *hash);
}

Status RoleLock::forget(const std::string& role) {
  return has(role) ? m_store.setSetting(key(role), "") : Status{};
}

milliseconds RoleLock::wait() const {
  // A clock that was set back does not shut anybody out for longer.
  return std::clamp<milliseconds>(tries().until - m_clock.now(), milliseconds{0}, kLongestWait);
}

Result<bool> RoleLock::opens(const std::string& role, const std::string& pin) {
  if (wait() > milliseconds{0}) return Error{ErrorCode::Refused, "pin", "too many wrong ones"};
  const bool right = platform::passwordMatches(m_store.setting(key(role)).value_or(""), pin);
  Tries now = tries();
  if (right && now.wrong == 0) return true;
  now.wrong = right ? 0 : now.wrong + 1;
  now.until = m_clock.now();
  if (now.wrong > 0 && now.wrong % kTries == 0) {
    const int doubled = std::min(now.wrong / kTries - 1, 4);
    now.until += std::min<milliseconds>(kFirstWait * (1 << doubled), kLongestWait);
  }
  const Status noted = note(now);
  if (!noted) return noted.error();
  return right;
}

RoleLock::Tries RoleLock::tries() const {
  std::istringstream text{m_store.setting(kTriesKey).value_or("")};
  Tries tries;
  std::int64_t until_ms = 0;
  if (text >> tries.wrong >> until_ms) tries.until = fromMs(until_ms);
  return tries;
}

Status RoleLock::note(const Tries& tries) {
  return m_store.setSetting(kTriesKey,
                            std::to_string(tries.wrong) + " " + std::to_string(toMs(tries.until)));
}

}  // namespace vejviser::app
