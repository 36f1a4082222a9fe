// Tablets: let in by a one-use code, known by their token. Who looks after them: people.h.
#pragma once

#include "src/base/random.h"
#include "src/base/result.h"
#include "src/base/time.h"
#include "sync/hub/audit.h"
#include "sync/hub/storage.h"
#include "sync/wire/hub_messages.h"

#include <optional>
#include <string>

namespace vejviser::hub {

class Accounts {
 public:
  Accounts(Storage& storage, const Clock& clock, RandomSource& random)
      : m_storage(storage), m_clock(clock), m_random(random) {}

  /// A new one-use code, as letters to read out: "ABCD-EFGH". Error Invalid for a branch that is
  /// not there.
  Result<std::string> newEnrolCode(const Actor& by, const std::string& name, Unit unit,
                                   const std::string& branch);
  /// Lets a tablet in. A right code always does: nobody can shut others out by guessing. Errors:
  /// Invalid (no such code, used or expired), Offline (as Invalid, after many wrong codes: come
  /// back in enrolWait()), Storage.
  Result<wire::EnrolAnswer> enrol(const std::string& code, const HubInfo& hub);
  /// How long; 0 when nothing is to be waited for.
  std::chrono::seconds enrolWait();

  /// The tablet that a token belongs to. The first use of a rotated token ends the old one.
  Result<std::optional<Device>> deviceOf(const std::string& token);
  /// A new token for a tablet; the old one stays valid until the new one is first used.
  Result<std::string> rotateToken(const Device& device);

  static constexpr std::chrono::minutes kCodeLifetime{10};

 private:
  Error noteWrongCode();

  Storage& m_storage;
  const Clock& m_clock;
  RandomSource& m_random;
};

}  // namespace vejviser::hub
