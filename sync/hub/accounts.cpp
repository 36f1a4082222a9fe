#include "sync/hub/accounts.h"

#include "src/base/text.h"
#include "sync/hub/guess_limiter.h"

namespace vejviser::hub {

namespace {

using std::chrono::seconds;

constexpr std::string_view kCodeLetters = "ABCDEFGHJKMNPQRSTUVWXYZ";  // without I, L and O
constexpr std::size_t kCodeLength = 8;
constexpr const char* kEnrolKey = "enrol";  // for all who try: there is no name to tell them apart

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

std::string placeOf(Unit unit, const std::string& branch) {
  return std::string{code(unit)} + (branch.empty() ? "" : " " + branch);
}

bool branchIsThere(const Vocabulary& vocabulary, const std::string& branch) {
  return branch.empty() || vocabulary.branches.contains(branch);
}

}  // namespace

Result<std::string> Accounts::newEnrolCode(const Actor& by, const std::string& name, Unit unit,
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
    const Status put = tx.putEnrolCode(
        {platform::sha256(code), name, unit, branch, now + kCodeLifetime, false}, now);
    if (!put) return put;
    return note(tx, by, {"enrol-code", name, placeOf(unit, branch)}, now);
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
    if (const Status added = tx.addDevice(device); !added) return added;
    if (const Status forgotten = forgetGuesses(tx, kEnrolKey); !forgotten) return forgotten;
    return note(tx, Actor::tablet(right.name),
                {"enrol", toString(device.id), placeOf(right.unit, right.branch)}, now);
  });
  if (status) return answer;
  return status.error().code == ErrorCode::Invalid ? noteWrongCode() : status.error();
}

/// While others must wait nothing is written: a flood of wrong codes costs the disk nothing.
Error Accounts::noteWrongCode() {
  const Error wait{ErrorCode::Offline, "code", "too many wrong codes; wait a little"};
  if (enrolWait() > seconds{0}) return wait;
  const Status noted =
      m_storage.write([&](WriteTx& tx) { return noteWrongGuess(tx, kEnrolKey, m_clock.now()); });
  if (!noted) return noted.error();
  return enrolWait() > seconds{0} ? wait : wrongCode();
}

seconds Accounts::enrolWait() {
  seconds left{0};
  const Status read = m_storage.read([&](ReadTx& tx) -> Status {
    const auto wait = guessWait(tx, kEnrolKey, m_clock.now());
    if (!wait) return wait.error();
    left = *wait;
    return {};
  });
  return read ? left : seconds{1};
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

}  // namespace vejviser::hub
