// The tablet's right to speak: its token, and the one before it.
//
// A hub that was restored from a backup may know only the token before. So both are kept, and the
// other one is tried before a person is asked.
#pragma once

#include "platform/secrets.h"
#include "src/base/id.h"

#include <optional>
#include <string>

namespace vejviser::engine {

class Tokens {
 public:
  explicit Tokens(platform::SecretStore& secrets) : m_secrets(secrets) {}

  /// The token to send. Nothing when this tablet has none; an error when it cannot be told now.
  Result<std::optional<std::string>> current(const Id& device) const;
  /// After the hub refused current(): true when there is another to try, which current() then is.
  bool tryOther(const Id& device);
  /// The hub took current(): it stays the one.
  Status confirm(const Id& device);
  /// A new token, from the next request on; the present one is kept beside it.
  Status replace(const Id& device, const std::string& token);
  /// The first token of a new enrolment.
  Status start(const Id& device, const std::string& token);
  void forget(const Id& device);

 private:
  platform::SecretStore& m_secrets;
  std::optional<Id> m_triesOther;  ///< the device whose other token is being tried
};

}  // namespace vejviser::engine
