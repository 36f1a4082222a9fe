#include "sync/engine/sync_thread.h"

#include <algorithm>
#include <utility>

namespace vejviser::engine {

namespace {
/// While a tablet sleeps, this wait stands still and the engine's time does not.
constexpr std::chrono::minutes kLongestWait{1};
}  // namespace

SyncThread::SyncThread(SyncEngine& engine, platform::HttpClient& http, OnStatus onStatus)
    : m_engine(engine),
      m_http(http),
      m_onStatus(std::move(onStatus)),
      m_thread([this] { run(); }) {}

SyncThread::~SyncThread() {
  m_http.cancel();
  {
    const std::scoped_lock lock{m_mutex};
    m_stop = true;
  }
  m_wake.notify_all();
  m_thread.join();
}

void SyncThread::post(std::function<void()> job) {
  {
    const std::scoped_lock lock{m_mutex};
    m_jobs.push_back(std::move(job));
    if (m_polling) m_poll.request_stop();
  }
  m_wake.notify_all();
}

void SyncThread::run() {
  for (;;) {
    publish(m_engine.status());
    std::vector<std::function<void()>> jobs;
    {
      std::unique_lock lock{m_mutex};
      const milliseconds wait = std::min<milliseconds>(m_engine.untilTurn(), kLongestWait);
      m_wake.wait_for(lock, wait, [this] { return m_stop || !m_jobs.empty(); });
      if (m_stop) return;
      jobs = std::exchange(m_jobs, {});
    }
    for (const auto& job : jobs) job();
    publish(m_engine.status());
    takeTurn();
  }
}

/// The request that is due, to the hub and back.
void SyncThread::takeTurn() {
  auto request = m_engine.turn();
  if (!request) return;
  {
    const std::scoped_lock lock{m_mutex};
    m_poll = std::stop_source{};
    m_polling = m_engine.polling();
    if (m_polling && !m_jobs.empty()) m_poll.request_stop();
  }
  if (m_engine.polling()) request->stop = m_poll.get_token();
  const auto response = m_http.send(*request);
  bool cut = false;
  {
    const std::scoped_lock lock{m_mutex};
    cut = m_polling && m_poll.stop_requested();
    m_polling = false;
  }
  if (cut && !response) return m_engine.cutShort();
  m_engine.answered(response);
}

void SyncThread::publish(const SyncStatus& status) {
  if (m_anyPublished && status == m_published) return;
  m_anyPublished = true;
  m_published = status;
  m_onStatus(m_published);
}

}  // namespace vejviser::engine
