// Where the tablet's token is kept: beside the database, never in it, so that a copied database
// does not carry the right to speak for the tablet.
#pragma once

#include "src/base/result.h"

#include <filesystem>
#include <optional>
#include <string>

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

 private:
  std::filesystem::path m_dir;
};

}  // namespace vejviser::platform
