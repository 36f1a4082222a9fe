// Runs the sync engine on a thread of its own, so that the screen never waits for the network.
#pragma once

#include "platform/http_client.h"
#include "sync/engine/sync_engine.h"

#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>
#include <vector>

namespace vejviser::engine {

class SyncThread {
 public:
  using OnStatus = std::function<void(const SyncStatus&)>;

  /// `onStatus` is called on the sync thread whenever the status has changed.
  SyncThread(SyncEngine& engine, platform::HttpClient& http, OnStatus onStatus);
  /// Cuts a request in flight short; what it carried stays queued.
  ~SyncThread();

  void recorded() {
    post([this] { m_engine.recorded(); });
  }
  void asked(const std::optional<Id>& only = {}) {
    post([this, only] { m_engine.asked(only); });
  }
  /// Runs `job` on the sync thread, between requests; one that only waits for news is cut short.
  void post(std::function<void()> job);

 private:
  void run();
  void takeTurn();
  void publish(const SyncStatus& status);

  SyncEngine& m_engine;
  platform::HttpClient& m_http;
  OnStatus m_onStatus;
  std::mutex m_mutex;
  std::condition_variable m_wake;
  std::vector<std::function<void()>> m_jobs;
  bool m_stop = false;
  std::stop_source m_poll;  ///< of the request that waits for news
  bool m_polling = false;
  SyncStatus m_published;
  bool m_anyPublished = false;
  std::thread m_thread;
};

}  // namespace vejviser::engine
