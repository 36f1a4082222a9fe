#include "sync/engine/tokens.h"

namespace vejviser::engine {

namespace {

std::string nameOf(const Id& device) {
  return "token-" + toString(device);
}

std::string otherNameOf(const Id& device) {
  return "other-" + toString(device);
}

}  // namespace

Result<std::optional<std::string>> Tokens::current(const Id& device) const {
  return m_secrets.read(m_triesOther == device ? otherNameOf(device) : nameOf(device));
}

bool Tokens::tryOther(const Id& device) {
  if (m_triesOther == device) {
    m_triesOther.reset();
    return false;
  }
  const auto token = m_secrets.read(nameOf(device));
  const auto other = m_secrets.read(otherNameOf(device));
  if (!token || !other || !*other || *other == *token) return false;
  m_triesOther = device;
  return true;
}

Status Tokens::confirm(const Id& device) {
  if (m_triesOther != device) return {};
  const auto other = m_secrets.read(otherNameOf(device));
  if (!other) return other.error();
  if (*other) {
    if (const Status kept = m_secrets.write(nameOf(device), **other); !kept) return kept;
  }
  m_triesOther.reset();
  return {};
}

Status Tokens::replace(const Id& device, const std::string& token) {
  const auto present = m_secrets.read(nameOf(device));
  if (!present) return present.error();
  if (*present) {
    if (const Status kept = m_secrets.write(otherNameOf(device), **present); !kept) return kept;
  }
  return m_secrets.write(nameOf(device), token);
}

Status Tokens::start(const Id& device, const std::string& token) {
  return m_secrets.write(nameOf(device), token);
}

void Tokens::forget(const Id& device) {
  m_secrets.remove(nameOf(device));
  m_secrets.remove(otherNameOf(device));
}

}  // namespace vejviser::engine
