#include "platform/secrets.h"

#include "platform/files.h"

#include <system_error>

namespace vejviser::platform {

namespace {
constexpr std::size_t kLongestSecret = 4096;
}

Result<std::optional<std::string>> FileSecretStore::read(const std::string& name) const {
  std::error_code error;
  const bool there = std::filesystem::exists(m_dir / name, error);
  if (error) return Error{ErrorCode::Storage, name, error.message()};
  if (!there) return std::optional<std::string>{};
  auto text = readFile(m_dir / name, kLongestSecret);
  if (!text) return text.error();
  if (text->empty()) return std::optional<std::string>{};
  return std::optional{std::move(*text)};
}

Status FileSecretStore::write(const std::string& name, const std::string& secret) {
  if (const Status status = makePrivateDir(m_dir); !status) return status;
  return writePrivateFile(m_dir / name, secret);
}

void FileSecretStore::remove(const std::string& name) {
  std::error_code ignored;  // a secret that is not there is as good as removed
  std::filesystem::remove(m_dir / name, ignored);
}

}  // namespace vejviser::platform
