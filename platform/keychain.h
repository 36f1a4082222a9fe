// Secrets in the desktop's key store: the freedesktop.org Secret Service, which GNOME Keyring and
// KWallet are, by libsecret. Where there is no desktop session, libsecret is not even loaded.
// Source: https://specifications.freedesktop.org/secret-service/
#pragma once

#include "platform/secrets.h"
#include "src/base/time.h"

namespace vejviser::platform {

/// The longest that one call waits for the key store: the bus may have to start it first.
constexpr milliseconds kKeychainPatience{5000};

/// Never asks a person to unlock anything. Every function is Error Storage when the key store
/// cannot be used now: no session bus, nobody there, locked, no answer in time.
class KeychainSecretStore final : public SecretStore {
 public:
  /// The secrets of `folder`. Another folder has others, also one that was copied or moved from it.
  explicit KeychainSecretStore(const std::filesystem::path& folder,
                               milliseconds patience = kKeychainPatience);

  Result<std::optional<std::string>> read(const std::string& name) const override;
  Status write(const std::string& name, const std::string& secret) override;
  void remove(const std::string& name) override;

 private:
  std::string m_folder;  ///< a digest of its path: D-Bus takes no text but UTF-8
  milliseconds m_patience;
};

}  // namespace vejviser::platform
