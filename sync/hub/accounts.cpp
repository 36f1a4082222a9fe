#include "sync/hub/accounts.h"

#include "src/base/text.h"

#include <algorithm>

namespace vejviser::hub {

namespace {

using std::chrono::seconds;

constexpr std::string_view kCodeLetters = "ABCDEFGHJKMNPQRSTUVWXYZ";  // without I, L and O
constexpr std::size_t kCodeLength = 8;
constexpr int kFreeFailures = 5;
constexpr seconds kLongestWait{900};
constexpr std::chrono::hours kForgetAfter{24};
constexpr std::size_t kMostKeys = 10'000;  // remembered at once
constexpr std::size_t kLongestUserName = 64;
constexpr const char* kEnrolKey = "enrol";

std::string keyOf(const std::string& user) {
  return "user " + user;
}

/// What a person types, as it was made: upper case, without spaces and hyphens. Anything else makes
/// it another code.
std::string tidyCode(const std::string& typed) {
  std::string code;
  for (char c : typed) {
    if (c == ' ' || c == '-') continue;
    code.push_back(c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c);
  }
  return code;
}

Error wrongCode() {
  return {ErrorCode::Invalid, "code", "is not valid: it may be mistyped, used or expired"};
}

bool branchIsThere(const Vocabulary& vocabulary, const std::string& branch) {
  return branch.empty() || vocabulary.branches.contains(branch);
}

}  // namespace

seconds GuessLimiter::wait(const std::string& key, Instant now) {
  const std::scoped_lock lock{m_mutex};
  const auto it = m_failures.find(key);
  if (it == m_failures.end() || it->second.count < kFreeFailures) return seconds{0};
  const int doublings = std::min(it->second.count - kFreeFailures, 8);
  const Instant until = it->second.last + std::min(kLongestWait, seconds{4 << doublings});
  return until <= now ? seconds{0} : std::chrono::ceil<seconds>(until - now);
}

void GuessLimiter::failed(const std::string& key, Instant now) {
  const std::scoped_lock lock{m_mutex};
  std::erase_if(m_failures,
                [now](const auto& item) { return item.second.last < now - kForgetAfter; });
  if (m_failures.size() >= kMostKeys && !m_failures.contains(key)) {
    m_failures.erase(std::min_element(
        m_failures.begin(), m_failures.end(),
        [](const auto& a, const auto& b) { return a.second.last < b.second.last; }));
  }
  Failures& failures = m_failures[key];
  ++failures.count;
  failures.last = now;
}

void GuessLimiter::succeeded(const std::string& key) {
  const std::scoped_lock lock{m_mutex};
  m_failures.erase(key);
}

Result<std::string> Accounts::newEnrolCode(const std::string& name, Unit unit,
                                           const std::string& branch) {
  if (const Status status = checkName("the tablet's name", name); !status) return status.error();
  std::string code;
  for (std::size_t i = 0; i < kCodeLength; ++i) {
    code.push_back(kCodeLetters[m_random.below(kCodeLetters.size())]);
  }
  const Status status = m_storage.write([&](WriteTx& tx) -> Status {
    const auto vocabulary = tx.vocabulary();
    if (!vocabulary) return vocabulary.error();
    if (!branchIsThere(*vocabulary, branch)) {
      return Error{ErrorCode::Invalid, branch, "is not a branch of this hub"};
    }
    const Instant now = m_clock.now();
    return tx.putEnrolCode({platform::sha256(code), name, unit, branch, now + kCodeLifetime, false},
                           now);
  });
  if (!status) return status.error();
  return code.insert(kCodeLength / 2, 1, '-');
}

Result<wire::EnrolAnswer> Accounts::enrol(const std::string& code, const HubInfo& hub) {
  const Instant now = m_clock.now();
  wire::EnrolAnswer answer;
  const std::string token = platform::newSecret(m_random);
  const Status status = m_storage.write([&](WriteTx& tx) -> Status {
    auto found = tx.enrolCode(platform::sha256(tidyCode(code)));
    if (!found) return found.error();
    if (!*found || (*found)->used || (*found)->expires <= now) return wrongCode();
    EnrolCode& right = **found;
    right.used = true;
    if (const Status used = tx.putEnrolCode(right, now); !used) return used;
    Device device;
    device.id = newRandomId(m_random);
    device.name = right.name;
    device.unit = right.unit;
    device.branch = right.branch;
    device.token = platform::sha256(token);
    answer = {hub.id, device.id, token, right.name, right.unit, right.branch, hub.municipality};
    return tx.addDevice(device);
  });
  if (!status) {
    if (status.error().code != ErrorCode::Invalid) return status.error();
    m_limiter.failed(kEnrolKey, now);
    if (enrolWait() == seconds{0}) return status.error();
    return Error{ErrorCode::Offline, "code", "too many wrong codes; wait a little"};
  }
  m_limiter.succeeded(kEnrolKey);
  return answer;
}

seconds Accounts::enrolWait() {
  return m_limiter.wait(kEnrolKey, m_clock.now());
}

Result<std::optional<Device>> Accounts::deviceOf(const std::string& token) {
  std::optional<Device> device;
  const Digest digest = platform::sha256(token);
  const Status status = m_storage.read([&](ReadTx& tx) -> Status {
    auto found = tx.deviceOfToken(digest);
    if (!found) return found.error();
    device = std::move(*found);
    return {};
  });
  if (!status) return status.error();
  if (!device || device->nextToken != digest) return device;
  const Status promoted =
      m_storage.write([&](WriteTx& tx) { return tx.promoteToken(device->key, digest); });
  if (!promoted) return promoted.error();
  return device;
}

Result<std::string> Accounts::rotateToken(const Device& device) {
  const std::string token = platform::newSecret(m_random);
  const Status status = m_storage.write(
      [&](WriteTx& tx) { return tx.offerToken(device.key, platform::sha256(token)); });
  if (!status) return status.error();
  return token;
}

Result<User> Accounts::makeUser(const std::string& name, const std::string& password) const {
  if (name.empty() || !isPlainText(name, kLongestUserName)) {
    return Error{ErrorCode::Invalid, "user", "the name must be 1 to 64 characters"};
  }
  if (password.size() < kShortestPassword) {
    return Error{ErrorCode::Invalid, "password", "must be at least 10 characters"};
  }
  const auto hash = platform::hashPassword(password);
  if (!hash) return hash.error();
  return User{name, *hash};
}

Status Accounts::addUser(const std::string& name, const std::string& password) {
  const auto user = makeUser(name, password);
  if (!user) return user.error();
  return m_storage.write([&](WriteTx& tx) { return tx.addUser(*user); });
}

Status Accounts::changePassword(const std::string& name, const std::string& password) {
  const auto user = makeUser(name, password);
  if (!user) return user.error();
  return m_storage.write([&](WriteTx& tx) { return tx.changePassword(*user); });
}

Status Accounts::removeUser(const std::string& name) {
  return m_storage.write([&](WriteTx& tx) { return tx.removeUser(name); });
}

Result<std::string> Accounts::logIn(const std::string& name, const std::string& password) {
  const Error wrong{ErrorCode::Refused, "log in", "the name or the password is wrong"};
  if (name.size() > kLongestUserName) return wrong;  // nobody's, and not worth remembering
  const Instant now = m_clock.now();
  const std::unique_lock checking{m_checkingPassword, std::try_to_lock};
  if (!checking || logInWait(name) > seconds{0}) {
    return Error{ErrorCode::Offline, "log in", "too many tries; wait a little"};
  }
  std::optional<User> user;
  const Status read = m_storage.read([&](ReadTx& tx) -> Status {
    auto found = tx.user(name);
    if (!found) return found.error();
    user = std::move(*found);
    return {};
  });
  if (!read) return read.error();
  // The same work whether the name is right or not: the time must not tell.
  static const std::string kNobody = platform::hashPassword("nobody has this").value();
  const bool matches = platform::passwordMatches(user ? user->passwordHash : kNobody, password);
  if (!user || !matches) {
    m_limiter.failed(keyOf(name), now);
    return wrong;
  }
  m_limiter.succeeded(keyOf(name));
  const std::string secret = platform::newSecret(m_random);
  const Status status = m_storage.write([&](WriteTx& tx) {
    return tx.addSession({platform::sha256(secret), user->name, now + kSessionLifetime}, now);
  });
  if (!status) return status.error();
  return secret;
}

seconds Accounts::logInWait(const std::string& name) {
  return m_limiter.wait(keyOf(name), m_clock.now());
}

Result<std::optional<std::string>> Accounts::userOf(const std::string& sessionSecret) {
  std::optional<std::string> user;
  if (sessionSecret.empty()) return user;
  const Status status = m_storage.read([&](ReadTx& tx) -> Status {
    const auto session = tx.session(platform::sha256(sessionSecret));
    if (!session) return session.error();
    if (*session && (*session)->expires > m_clock.now()) user = (*session)->user;
    return {};
  });
  if (!status) return status.error();
  return user;
}

Status Accounts::logOut(const std::string& sessionSecret) {
  return m_storage.write(
      [&](WriteTx& tx) { return tx.dropSession(platform::sha256(sessionSecret)); });
}

}  // namespace vejviser::hub
