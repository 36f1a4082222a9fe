// A hub for targets that reach its storage: a few topics, one branch, one tablet.
#pragma once

#include "sync/hub/storage.h"

#include <functional>

namespace vejviser::fuzz {

inline const hub::HubInfo kHub{Id{{1}}, "By"};
constexpr std::int64_t kTabletKey = 1;

/// Gives `body` the hub in a transaction that is undone afterwards: every input meets the same hub,
/// and nobody waits for the disk.
void withHub(const std::function<void(hub::WriteTx&)>& body);

/// Lets what opens transactions itself work within the one of withHub. A failed part is not undone
/// on its own.
class WithinTx final : public hub::Storage {
 public:
  explicit WithinTx(hub::WriteTx& tx) : m_tx(tx) {}

  Status write(const std::function<Status(hub::WriteTx&)>& body) override { return body(m_tx); }
  Status read(const std::function<Status(hub::ReadTx&)>& body) override { return body(m_tx); }

 private:
  hub::WriteTx& m_tx;
};

/// Everything that this hub hands out, a tablet can read.
void expectPullable(hub::ReadTx& tx);

/// The sums of the whole cube.
Figures figuresOf(hub::ReadTx& tx);

}  // namespace vejviser::fuzz
