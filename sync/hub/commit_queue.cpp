#include "sync/hub/commit_queue.h"

#include "src/base/rules.h"

#include <chrono>
#include <utility>

namespace vejviser::hub {

namespace {
constexpr std::size_t kLargestGroup = 128;  // pushes in one transaction: bounds its time and memory
constexpr std::size_t kMostWaiting = 4096;  // some seconds of work; beyond it, come back later
}  // namespace

void CommitQueue::submit(Push push, Done done) {
  {
    const std::scoped_lock lock{m_mutex};
    if (m_waiting.size() < kMostWaiting) {
      m_waiting.push_back({std::move(push), std::move(done)});
      m_wake.notify_one();
      return;
    }
  }
  done(Error{ErrorCode::Offline, "hub", "too many tablets at once"});
}

bool CommitQueue::commitGroup() {
  std::vector<Waiting> group;
  {
    const std::scoped_lock lock{m_mutex};
    const std::size_t size = std::min(m_waiting.size(), kLargestGroup);
    const auto end = m_waiting.begin() + static_cast<std::ptrdiff_t>(size);
    group.assign(std::make_move_iterator(m_waiting.begin()), std::make_move_iterator(end));
    m_waiting.erase(m_waiting.begin(), end);
  }
  if (group.empty()) return false;
  commit(std::move(group));
  return true;
}

void CommitQueue::run() {
  do {
    std::unique_lock lock{m_mutex};
    m_wake.wait(lock, [this] { return m_stop || !m_waiting.empty(); });
  } while (commitGroup());
}

void CommitQueue::stop() {
  {
    const std::scoped_lock lock{m_mutex};
    m_stop = true;
  }
  m_wake.notify_all();
}

std::size_t CommitQueue::waiting() const {
  const std::scoped_lock lock{m_mutex};
  return m_waiting.size();
}

std::size_t CommitQueue::groupsWaiting() const {
  return waiting() / kLargestGroup;
}

void CommitQueue::commit(std::vector<Waiting> group) {
  std::vector<Push> pushes;
  for (Waiting& waiting : group) pushes.push_back(std::move(waiting.push));
  std::vector<Custody> custodies;
  Committed committed;
  committed.pushes = group.size();
  const auto began = std::chrono::steady_clock::now();
  const Status status = m_storage.write([&](WriteTx& tx) -> Status {
    auto taken = ingest(tx, pushes, m_clock.now(), m_random);
    if (!taken) return taken.error();
    custodies = std::move(*taken);
    if (!holds(Rule::AnsweredDurable)) answer(group, custodies);
    return {};
  });
  committed.took = std::chrono::steady_clock::now() - began;
  committed.stored = status.ok();
  for (const Custody& custody : custodies) committed.taken += custody.taken;
  m_committed(committed);
  if (!status && group.size() > 1) {  // one push must not fail the others: each on its own
    for (std::size_t i = 0; i < group.size(); ++i) {
      commit({{std::move(pushes[i]), std::move(group[i].done)}});
    }
    return;
  }
  if (!holds(Rule::AnsweredDurable) && !custodies.empty()) return;
  if (status) return answer(group, custodies);
  for (const Waiting& waiting : group) waiting.done(status.error());
}

void CommitQueue::answer(const std::vector<Waiting>& group, std::vector<Custody>& custodies) {
  for (std::size_t i = 0; i < group.size(); ++i) group[i].done(std::move(custodies[i]));
}

}  // namespace vejviser::hub
