// Where the tablet's token is kept: beside the database, never in it, so that a copied database
// does not carry the right to speak for the tablet.
#pragma once

#include "src/base/result.h"

#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace vejviser::platform {

class SecretStore {
 public:
  virtual ~SecretStore() = default;
  /// Nothing when no secret is kept under `name`. Error Storage when that cannot be told now: this
  /// is not the same.
  virtual Result<std::optional<std::string>> read(const std::string& name) const = 0;
  virtual Status write(const std::string& name, const std::string& secret) = 0;
  virtual void remove(const std::string& name) = 0;
};

/// One file a secret, readable by its owner only, in a folder named "no-backup".
class FileSecretStore final : public SecretStore {
 public:
  explicit FileSecretStore(std::filesystem::path dir) : m_dir(std::move(dir)) {}

  Result<std::optional<std::string>> read(const std::string& name) const override;
  Status write(const std::string& name, const std::string& secret) override;
  void remove(const std::string& name) override;
  /// Of all that are kept.
  std::vector<std::string> names() const;

 private:
  std::filesystem::path m_dir;
};

/// The key store if there is one that is open, else files in `dir`. A secret that went to the key
/// store leaves a file that says so, without it: a key store that is closed now is then no secret
/// that is gone. The first read brings what lies in files to the key store, if it is open.
class KeyStore final : public SecretStore {
 public:
  KeyStore(SecretStore& keychain, std::filesystem::path dir)
      : m_keychain(keychain), m_files(std::move(dir)) {}

  /// Looks where the secret was written, and nowhere else.
  Result<std::optional<std::string>> read(const std::string& name) const override;
  Status write(const std::string& name, const std::string& secret) override;
  void remove(const std::string& name) override;

 private:
  Status keep(const std::string& name, const std::string& secret) const;
  void moveFiles() const;

  SecretStore& m_keychain;
  mutable FileSecretStore m_files;  // a read leaves the secrets as they are, not where they are
  mutable bool m_moved = false;
};

}  // namespace vejviser::platform
