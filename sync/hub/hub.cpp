#include "sync/hub/hub.h"

namespace vejviser::hub {

namespace {
constexpr const char* kRetryAfter_s = "5";
}

Response problem(const wire::Problem& problem) {
  return {problem.status, "application/problem+json", wire::encode(problem), {}};
}

Response problem(const Hub& hub, int status, const std::string& type, const std::string& title,
                 const std::string& detail) {
  return problem({status, type, title, detail, hub.info.id, {}});
}

Response failure(const Hub& hub, const Error& error) {
  if (error.code == ErrorCode::Offline || error.code == ErrorCode::Storage) {
    Response response = problem(hub, 503, "unavailable", "The hub cannot store anything now",
                                error.code == ErrorCode::Offline ? error.detail : "storage");
    response.headers.emplace_back("Retry-After", kRetryAfter_s);
    response.cause = error.text();
    return response;
  }
  Response response = unreadable(hub, 500);
  response.cause = error.text();
  return response;
}

Response unreadable(const Hub& hub, int status) {
  switch (status) {
    case 413:
      return problem(hub, 413, "too-large", "The request is too large", "at most 1 MiB");
    case 429:
      return problem(hub, 429, "guessing", "Too many requests at once; wait a little");
    case 431:
      return problem(hub, 431, "head-too-large", "The request's head is too large",
                     "at most 8 KiB");
    case 500:
      return problem(hub, 500, "internal", "The hub has a fault");
    default:
      return problem(hub, 400, "not-http", "The request is not HTTP/1.1, or not over TLS");
  }
}

Response notOpenYet(const Id& hub) {
  Response response = problem({503, "unavailable", "The hub is starting", "starting", hub, {}});
  response.headers.emplace_back("Retry-After", kRetryAfter_s);
  return response;
}

Result<HubInfo> readInfo(Storage& storage) {
  HubInfo info;
  const Status status = storage.read([&](ReadTx& tx) -> Status {
    auto read = tx.info();
    if (!read) return read.error();
    info = std::move(*read);
    return {};
  });
  if (!status) return status.error();
  return info;
}

}  // namespace vejviser::hub
