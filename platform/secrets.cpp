#include "platform/secrets.h"

#include "platform/files.h"

#include <system_error>

namespace vejviser::platform {

namespace {
constexpr std::size_t kLongestSecret = 4096;
/// What stands in the file of a secret that is not there. One file says both, so that a secret
/// changes its place in one step.
constexpr const char* kInKeychain = "in the key store of the desktop session\n";
}  // namespace

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

std::vector<std::string> FileSecretStore::names() const {
  std::vector<std::string> all;
  std::error_code error;
  for (std::filesystem::directory_iterator files{m_dir, error}, end; !error && files != end;
       files.increment(error)) {
    const bool whole = files->path().extension() != ".new";  // else it was being written
    if (whole) all.push_back(files->path().filename().string());
  }
  return all;
}

Result<std::optional<std::string>> KeyStore::read(const std::string& name) const {
  moveFiles();
  auto kept = m_files.read(name);
  if (kept && *kept == kInKeychain) return m_keychain.read(name);
  return kept;
}

Status KeyStore::write(const std::string& name, const std::string& secret) {
  if (keep(name, secret)) return {};
  return m_files.write(name, secret);
}

void KeyStore::remove(const std::string& name) {
  m_files.remove(name);
  m_keychain.remove(name);
}

/// Into the key store. The file that had the secret gives it up only when it has been read back.
Status KeyStore::keep(const std::string& name, const std::string& secret) const {
  if (const Status written = m_keychain.write(name, secret); !written) return written;
  const auto back = m_keychain.read(name);
  if (!back) return back.error();
  if (*back != secret) return Error{ErrorCode::Storage, "key store", "gives back something else"};
  return m_files.write(name, kInKeychain);
}

/// Once in a program's life: a key store that does not answer costs time.
void KeyStore::moveFiles() const {
  if (std::exchange(m_moved, true)) return;
  for (const std::string& name : m_files.names()) {
    const auto secret = m_files.read(name);
    if (!secret || !*secret || *secret == kInKeychain) continue;
    if (!keep(name, **secret)) return;
  }
}

}  // namespace vejviser::platform
