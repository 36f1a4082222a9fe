#include "sync/hub/limits.h"

#include "sync/hub/peers.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <string_view>
#include <utility>

namespace vejviser::hub {

namespace {

/// Wherever in the address space a municipality is served.
constexpr std::array<std::string_view, 3> kOpen = {"/login", "/v1/enrol", "/v1/hello"};

bool isOpen(const std::string& path) {
  return std::any_of(kOpen.begin(), kOpen.end(),
                     [&](std::string_view end) { return path.ends_with(end); });
}

/// What a request says its sender may do; empty when it says nothing.
std::string credentialOf(const Request& request) {
  const std::string_view token = request.header("authorization");
  return std::string{token.empty() ? request.header("cookie") : token};
}

}  // namespace

std::optional<std::chrono::seconds> TokenBuckets::take(const std::string& key, SteadyTime now) {
  const std::scoped_lock lock{m_mutex};
  const std::size_t hash = std::hash<std::string>{}(key);
  const auto [place, isNew] = m_places.try_emplace(hash);
  if (isNew) {
    m_buckets.push_front({hash, m_rate.burst, now});
  } else {
    m_buckets.splice(m_buckets.begin(), m_buckets, place->second);
  }
  place->second = m_buckets.begin();
  Bucket& bucket = m_buckets.front();
  const std::chrono::duration<double> passed = now - bucket.filled;
  bucket.tokens = std::min(m_rate.burst, bucket.tokens + passed.count() * m_rate.perSecond);
  bucket.filled = now;
  if (m_buckets.size() > m_most) {
    m_places.erase(m_buckets.back().key);
    m_buckets.pop_back();
  }
  if (bucket.tokens >= 1) {
    bucket.tokens -= 1;
    return std::nullopt;
  }
  const double missing_s = (1 - bucket.tokens) / m_rate.perSecond;
  return std::chrono::seconds{std::max(1L, std::lround(std::ceil(missing_s)))};
}

std::size_t TokenBuckets::size() const {
  const std::scoped_lock lock{m_mutex};
  return m_buckets.size();
}

bool Seats::enter(const std::string& address) {
  const std::scoped_lock lock{m_mutex};
  const auto [it, isNew] = m_taken.try_emplace(address, 0);
  if (it->second >= m_perAddress) {
    if (isNew) m_taken.erase(it);
    return false;
  }
  ++it->second;
  return true;
}

void Seats::leave(const std::string& address) {
  const std::scoped_lock lock{m_mutex};
  const auto it = m_taken.find(address);
  if (--it->second == 0) m_taken.erase(it);
}

Seat::Seat(Seats& seats, std::string address)
    : m_seats(seats), m_address(std::move(address)), m_taken(seats.enter(m_address)) {}

Seat::~Seat() {
  if (m_taken) m_seats.leave(m_address);
}

std::optional<std::chrono::seconds> Rates::wait(const Request& request, SteadyTime now) {
  const std::string address = countedAs(request.peer);
  if (auto wait = m_addresses.take(address, now)) return wait;
  if (isOpen(request.path)) return m_open.take(address, now);
  const std::string credential = credentialOf(request);
  return credential.empty() ? std::nullopt : m_tokens.take(credential, now);
}

}  // namespace vejviser::hub
