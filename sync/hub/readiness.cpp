#include "sync/hub/readiness.h"

namespace vejviser::hub {

Status Readiness::ask(Storage& storage) {
  if (m_draining) return Error{ErrorCode::Refused, "hub", "is stopping"};
  const std::scoped_lock lock{m_mutex};
  const Time now = std::chrono::steady_clock::now();
  if (m_tried == Time{} || now - m_tried >= kTryEvery) {
    m_writable = storage.write([](WriteTx& tx) { return tx.tryWrite(); });
    m_tried = now;
  }
  return m_writable;
}

}  // namespace vejviser::hub
