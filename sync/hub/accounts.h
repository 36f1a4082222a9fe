// Who may do what: tablets by token, supervisors by password and session.
#pragma once

#include "src/base/random.h"
#include "src/base/result.h"
#include "src/base/time.h"
#include "sync/hub/storage.h"
#include "sync/wire/hub_messages.h"

#include <map>
#include <mutex>
#include <optional>
#include <string>

namespace vejviser::hub {

/// Slows down guessing: after some failures under a key, that key waits, longer each time.
class GuessLimiter {
 public:
  /// How long `key` must still wait; 0 when it may try.
  std::chrono::seconds wait(const std::string& key, Instant now);
  void failed(const std::string& key, Instant now);
  void succeeded(const std::string& key);

 private:
  struct Failures {
    int count = 0;
    Instant last{};
  };

  std::mutex m_mutex;
  std::map<std::string, Failures> m_failures;
};

class Accounts {
 public:
  Accounts(Storage& storage, const Clock& clock, RandomSource& random)
      : m_storage(storage), m_clock(clock), m_random(random) {}

  /// A new one-use code, as letters to read out: "ABCD-EFGH". Error Invalid for a branch that is
  /// not there.
  Result<std::string> newEnrolCode(const std::string& name, Unit unit, const std::string& branch);
  /// Lets a tablet in. A right code always does: nobody can shut others out by guessing. Errors:
  /// Invalid (no such code, used or expired), Offline (as Invalid, after many wrong codes: come
  /// back in enrolWait()), Storage.
  Result<wire::EnrolAnswer> enrol(const std::string& code, const HubInfo& hub);
  std::chrono::seconds enrolWait();

  /// The tablet that a token belongs to. The first use of a rotated token ends the old one.
  Result<std::optional<Device>> deviceOf(const std::string& token);
  /// A new token for a tablet; the old one stays valid until the new one is first used.
  Result<std::string> rotateToken(const Device& device);

  Status addUser(const std::string& name, const std::string& password);
  /// Both end the user's sessions. Error Invalid when there is no such user.
  Status changePassword(const std::string& name, const std::string& password);
  Status removeUser(const std::string& name);
  /// A session's secret. Errors: Refused (name or password), Offline (too many tries, or another
  /// password is being checked: come back in logInWait()), Storage.
  Result<std::string> logIn(const std::string& name, const std::string& password);
  std::chrono::seconds logInWait(const std::string& name);
  /// The user of a session that has not expired.
  Result<std::optional<std::string>> userOf(const std::string& sessionSecret);
  Status logOut(const std::string& sessionSecret);

  static constexpr std::chrono::minutes kCodeLifetime{10};
  static constexpr std::chrono::hours kSessionLifetime{12};
  static constexpr std::size_t kShortestPassword = 10;

 private:
  Result<User> makeUser(const std::string& name, const std::string& password) const;

  Storage& m_storage;
  const Clock& m_clock;
  RandomSource& m_random;
  GuessLimiter m_limiter;
  std::mutex m_checkingPassword;  ///< one at a time: each takes 64 MiB and a good part of a second
};

}  // namespace vejviser::hub
