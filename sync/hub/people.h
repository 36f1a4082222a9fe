// People: who they are by password and session, and what they are (rights.h). Every change of what
// somebody is, and of a password, ends all their sessions.
#pragma once

#include "src/base/random.h"
#include "src/base/result.h"
#include "src/base/time.h"
#include "sync/hub/audit.h"
#include "sync/hub/storage.h"

#include <chrono>
#include <mutex>
#include <optional>
#include <string>

namespace vejviser::hub {

/// Somebody who asks.
struct Person {
  std::string name;
  Office office;
};

class People {
 public:
  People(Storage& storage, const Clock& clock, RandomSource& random)
      : m_storage(storage), m_clock(clock), m_random(random) {}

  /// Without an office: the first user is an administrator, others are refused (Invalid). Error
  /// Refused when there is a user of that name.
  Status add(const Actor& by, const std::string& name, const std::string& password,
             std::optional<Office> office);
  /// Error Invalid when there is no such user. The last administrator stays one, and stays
  /// (Refused), unless `force`.
  Status changeOffice(const Actor& by, const std::string& name, const Office& office,
                      bool force = false);
  Status changePassword(const Actor& by, const std::string& name, const std::string& password);
  Status remove(const Actor& by, const std::string& name, bool force = false);
  /// The user's own doing. Errors as logIn(), and Invalid for a new password that is too short.
  Status changeOwnPassword(const std::string& name, const std::string& current,
                           const std::string& next);
  /// A password for somebody to begin with, made by chance: to be told once.
  std::string startPassword();

  /// A session's secret. Errors: Refused (name or password), Offline (too many tries, or another
  /// password is being checked: come back in logInWait()), Storage.
  Result<std::string> logIn(const std::string& name, const std::string& password);
  /// How long; 0 when nothing is to be waited for. The same for names that nobody has.
  std::chrono::seconds logInWait(const std::string& name);
  /// A session for somebody who has proved otherwise who they are. Error Invalid: no such user.
  Result<std::string> openSession(const std::string& name);
  /// Whose session it is, while it lasts.
  Result<std::optional<Person>> personOf(const std::string& sessionSecret);
  Result<std::optional<Person>> find(const std::string& name);
  Status logOut(const std::string& sessionSecret);

  static constexpr std::chrono::hours kSessionLifetime{12};
  static constexpr std::chrono::hours kLongestIdle{2};
  static constexpr std::size_t kShortestPassword = 10;  ///< Source: NIST SP 800-63B asks for 8

 private:
  Status provePassword(const std::string& name, const std::string& password);

  Storage& m_storage;
  const Clock& m_clock;
  RandomSource& m_random;
  std::mutex m_checkingPassword;  ///< one at a time: each takes 64 MiB and a good part of a second
  std::string m_nobodysHash;      ///< of the same cost as anybody's; under m_checkingPassword
};

}  // namespace vejviser::hub
