#include "tests/sim/network.h"

#include "platform/gzip.h"

#include <nlohmann/json.hpp>

namespace vejviser::sim {

using platform::HttpRequest;
using platform::HttpResponse;
using std::chrono::seconds;

namespace {

constexpr seconds kSilence{20};  // after which the client gives up
constexpr std::size_t kOldAnswers = 6;

/// A request as a program of version 0.1 makes or reads it, or with small pages.
HttpRequest changed(HttpRequest request, const Weather& weather) {
  if (!request.url.ends_with("/v1/sync")) return request;
  const bool packed = request.body.starts_with("\x1F\x8B");
  const std::string text = packed ? platform::gunzip(request.body, 1 << 24).value() : request.body;
  nlohmann::json body = nlohmann::json::parse(text);
  const int limit = body["limit"];
  if (weather.page > 0) body["limit"] = std::min(limit, weather.page);
  if (weather.oldHub || weather.oldTablets) {
    body.erase("wait");
    body["limit"] = std::max(1, body["limit"].get<int>());
  }
  request.body = packed ? platform::gzip(body.dump()) : body.dump();
  return request;
}

}  // namespace

Weather Weather::from(Chance& chance) {
  Weather weather;
  weather.loss = chance.of({0.0, 0.05, 0.3});
  weather.twice = chance.of({0.0, 0.1, 0.3});
  weather.portal = chance.of({0.0, 0.0, 0.1});
  weather.otherHub = chance.of({0.0, 0.0, 0.05});
  weather.cut = chance.of({0.0, 0.0, 0.05});
  weather.replay = chance.of({0.0, 0.05, 0.2});
  weather.delay = milliseconds{chance.of({20, 300, 5000})};
  weather.page = chance.of({0, 0, 1, 3});
  weather.oldHub = chance.happens(0.1);
  weather.oldTablets = chance.happens(0.1);
  return weather;
}

/// One request on its way.
struct Line::Exchange {
  HttpRequest request;
  Answered answered;
  bool over = false;  ///< the client has an answer, or has given up

  void end(const Result<HttpResponse>& response) {
    if (!std::exchange(over, true)) answered(response);
  }
};

bool Line::happens(double probability) const {
  return !m_world.calm() && m_world.chance.happens(probability);
}

void Line::carry(const HttpRequest& request, Answered answered) {
  const bool asIs = m_weather.page == 0 && !m_weather.oldHub && !m_weather.oldTablets;
  const auto exchange = std::make_shared<Exchange>(
      Exchange{asIs ? request : changed(request, m_weather), std::move(answered)});
  Events& events = m_world.events;
  const milliseconds way = m_world.chance.upTo(m_weather.delay);
  events.after(kSilence + request.patience, [exchange] {
    exchange->end(Error{ErrorCode::InDoubt, "hub", "no answer"});
  });
  if (happens(m_weather.portal)) {
    m_world.mark("portal");
    events.after(way, [exchange, answer = lie()] { exchange->end(answer); });
    return;
  }
  if (happens(m_weather.twice)) {
    m_world.mark("request twice");
    const milliseconds later =
        m_world.chance.happens(0.2) ? std::chrono::hours{1} : milliseconds{20'000};
    events.after(way + m_world.chance.upTo(later), [this, exchange] { arrive(exchange); });
  }
  if (happens(m_weather.loss)) return;
  events.after(way, [this, exchange] { arrive(exchange); });
}

void Line::arrive(const std::shared_ptr<Exchange>& exchange) {
  if (!m_hub.running()) {
    exchange->end(Error{ErrorCode::Offline, "hub", "connection refused"});
    return;
  }
  m_hub.receive(exchange->request, [this, exchange](std::optional<HttpResponse> response) {
    if (response) return bringBack(exchange, std::move(*response));
    exchange->end(Error{ErrorCode::InDoubt, "hub", "connection reset"});
  });
}

void Line::bringBack(const std::shared_ptr<Exchange>& exchange, HttpResponse response) {
  m_old.push_back(response);
  if (m_old.size() > kOldAnswers) m_old.pop_front();
  if (happens(m_weather.loss)) return m_world.mark("answer lost");
  if (happens(m_weather.replay)) {
    response = m_old[m_world.chance.below(m_old.size())];
    m_world.mark("old answer again");
  }
  if (happens(m_weather.cut)) response.body.resize(m_world.chance.below(response.body.size()));
  const std::size_t hub = response.body.find("\"hub\":\"");
  if (hub != std::string::npos && happens(m_weather.otherHub)) {
    response.body.replace(hub + 7, 8, "deadbeef");
    m_world.mark("another hub");
  }
  m_world.events.after(m_world.chance.upTo(m_weather.delay),
                       [exchange, response] { exchange->end(response); });
}

/// What captive portals, proxies and their kind say.
HttpResponse Line::lie() const {
  const std::string page = "<html>Log in to the guest network</html>";
  switch (m_world.chance.below(5)) {
    case 0:
      return {200, "text/html", {}, page};
    case 1:
      return {302, "text/html", {}, page};
    case 2:
      return {511, "text/html", {}, page};
    case 3:
      return {200, "application/json", {}, "{}"};
    default:
      return {502, "text/html", {}, page};
  }
}

}  // namespace vejviser::sim
