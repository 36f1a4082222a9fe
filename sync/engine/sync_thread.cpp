#include "sync/engine/sync_thread.h"

#include <utility>

namespace vejviser::engine {

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
  }
  m_wake.notify_all();
}

void SyncThread::run() {
  publish(m_engine.status());
  for (;;) {
    std::vector<std::function<void()>> jobs;
    {
      std::unique_lock lock{m_mutex};
      m_wake.wait_for(lock, m_engine.untilTurn(), [this] { return m_stop || !m_jobs.empty(); });
      if (m_stop) return;
      jobs = std::exchange(m_jobs, {});
    }
    for (const auto& job : jobs) job();
    SyncStatus status = m_engine.status();
    if (status.phase == Phase::Idle && m_engine.untilTurn().count() == 0) {
      status.phase = Phase::Sending;
    }
    publish(status);
    m_engine.turn();
    publish(m_engine.status());
  }
}

void SyncThread::publish(const SyncStatus& status) {
  if (m_anyPublished && status == m_published) return;
  m_anyPublished = true;
  m_published = status;
  m_onStatus(m_published);
}

}  // namespace vejviser::engine
