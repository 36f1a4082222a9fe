// The PIN that a role may have on this tablet, so that a shared tablet is not left in the hands of
// whoever comes next with a right that is not theirs. It is no log-in: it says nothing of who it
// is. Kept as Argon2id in the tablet's settings; never sent, never exported.
#pragma once

#include "src/base/result.h"
#include "src/base/time.h"
#include "src/store/tablet_store.h"

#include <chrono>
#include <string>

namespace vejviser::app {

class RoleLock {
 public:
  static constexpr std::size_t kLeastDigits = 4;
  static constexpr std::size_t kMostDigits = 8;
  static constexpr int kTries = 5;  ///< wrong ones in a row; then there is a wait
  static constexpr std::chrono::minutes kFirstWait{1};  ///< doubles with every five more
  static constexpr std::chrono::minutes kLongestWait{15};

  RoleLock(store::TabletStore& store, const Clock& clock) : m_store(store), m_clock(clock) {}

  bool has(const std::string& role) const;
  /// Errors: Invalid (not 4 to 8 digits), Storage.
  Status set(const std::string& role, const std::string& pin);
  Status forget(const std::string& role);

  /// How long no PIN is looked at; zero: it is. Also after a restart.
  milliseconds wait() const;

  /// Whether `pin` is the role's. Takes tens of milliseconds on purpose (platform::hashPassword).
  /// Errors: Refused (wait() is not over), Storage (a wrong one could not be noted).
  Result<bool> opens(const std::string& role, const std::string& pin);

 private:
  struct Tries {
    int wrong = 0;    ///< in a row
    Instant until{};  ///< by the wall clock
  };
  Tries tries() const;
  Status note(const Tries& tries);

  store::TabletStore& m_store;
  const Clock& m_clock;
};

}  // namespace vejviser::app
