// Group commit: pushes that arrive while the disk is busy share the next transaction. It has no
// thread of its own: run() is for one that the hub gives it, commitGroup() for whoever has none.
#pragma once

#include "src/base/time.h"
#include "sync/hub/ingest.h"
#include "sync/hub/metrics.h"

#include <condition_variable>
#include <functional>
#include <mutex>
#include <vector>

namespace vejviser::hub {

class CommitQueue {
 public:
  using Done = std::function<void(Result<Custody>)>;

  CommitQueue(Storage& storage, const Clock& clock, RandomSource& random)
      : m_storage(storage), m_clock(clock), m_random(random) {}

  /// `done` is called by whoever commits once the push is durable, or has failed. Error Offline in
  /// `done` when the queue is full: the tablet should come back later.
  void submit(Push push, Done done);

  /// Commits what waits, as one group; false when nothing does.
  bool commitGroup();
  /// Commits as pushes come, until stop() and everything submitted is done.
  void run();
  void stop();

  /// Pushes that wait, and how many transactions' worth of them.
  std::size_t waiting() const;
  std::size_t groupsWaiting() const;

  /// Has `committed` called after each transaction, on the thread that wrote, before the pushes are
  /// answered. Once, before anything is submitted.
  void watch(std::function<void(const Committed&)> committed) {
    m_committed = std::move(committed);
  }

 private:
  struct Waiting {
    Push push;
    Done done;
  };

  void commit(std::vector<Waiting> group);
  static void answer(const std::vector<Waiting>& group, std::vector<Custody>& custodies);

  Storage& m_storage;
  const Clock& m_clock;
  RandomSource& m_random;
  mutable std::mutex m_mutex;
  std::condition_variable m_wake;
  std::vector<Waiting> m_waiting;
  bool m_stop = false;
  std::function<void(const Committed&)> m_committed = [](const Committed&) {};
};

}  // namespace vejviser::hub
