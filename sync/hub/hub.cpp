#include "sync/hub/hub.h"

#include "platform/log.h"

namespace vejviser::hub {

namespace {
constexpr const char* kRetryAfter_s = "5";
}

Response problem(const Hub& hub, int status, const std::string& type, const std::string& title,
                 const std::string& detail) {
  Response response;
  response.status = status;
  response.contentType = "application/problem+json";
  response.body = wire::encode(wire::Problem{status, type, title, detail, hub.info.id, {}});
  return response;
}

Response failure(const Hub& hub, const Error& error) {
  platform::log(platform::LogLevel::Error, error.text());
  if (error.code == ErrorCode::Offline || error.code == ErrorCode::Storage) {
    Response response = problem(hub, 503, "unavailable", "The hub cannot store anything now",
                                error.code == ErrorCode::Offline ? error.detail : "storage");
    response.headers.emplace_back("Retry-After", kRetryAfter_s);
    return response;
  }
  return problem(hub, 500, "internal", "The hub has a fault");
}

Response unreadable(const Hub& hub, int status) {
  switch (status) {
    case 413:
      return problem(hub, 413, "too-large", "The request is too large",
                     "at most 500 entries and 1 MiB");
    case 431:
      return problem(hub, 431, "head-too-large", "The request's head is too large",
                     "at most 8 KiB");
    default:
      return problem(hub, 400, "not-http", "The request is not HTTP/1.1");
  }
}

}  // namespace vejviser::hub
