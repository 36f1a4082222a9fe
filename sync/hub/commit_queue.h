// Group commit: pushes that arrive while the disk is busy share the next transaction.
#pragma once

#include "src/base/time.h"
#include "sync/hub/ingest.h"

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace vejviser::hub {

class CommitQueue {
 public:
  using Done = std::function<void(Result<Custody>)>;

  CommitQueue(Storage& storage, const Clock& clock, RandomSource& random);
  /// Commits what was submitted, then stops.
  ~CommitQueue();

  /// `done` is called on the queue's thread once the push is durable, or has failed. Error Offline
  /// in `done` when the queue is full: the tablet should come back later.
  void submit(Push push, Done done);

 private:
  struct Waiting {
    Push push;
    Done done;
  };

  void run();
  void commit(std::vector<Waiting> group);

  Storage& m_storage;
  const Clock& m_clock;
  RandomSource& m_random;
  std::mutex m_mutex;
  std::condition_variable m_wake;
  std::vector<Waiting> m_waiting;
  bool m_stop = false;
  std::thread m_thread;
};

}  // namespace vejviser::hub
