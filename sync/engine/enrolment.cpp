#include "sync/engine/enrolment.h"

#include "sync/engine/tokens.h"

namespace vejviser::engine {

namespace {

/// What a hub that does not let us in has said, or that it is no hub at all.
Error refusal(const platform::HttpResponse& response) {
  const auto problem = wire::decodeProblem(response.body);
  if (response.contentType != "application/problem+json" || !problem) {
    return {ErrorCode::Refused, "address", "no Vejviser hub answers there"};
  }
  return {ErrorCode::Refused, problem->type, problem->title};
}

}  // namespace

std::string tidyAddress(std::string address) {
  while (!address.empty() && address.back() == ' ') address.pop_back();
  while (!address.empty() && address.front() == ' ') address.erase(0, 1);
  while (!address.empty() && address.back() == '/') address.pop_back();
  if (!address.empty() && address.find("://") == std::string::npos) address.insert(0, "https://");
  return address;
}

Result<wire::EnrolAnswer> enrol(store::TabletStore& store, platform::HttpClient& http,
                                platform::SecretStore& secrets, const Clock& clock,
                                const std::string& address, const std::string& code) {
  const std::string url = tidyAddress(address);
  const auto response = http.send({"POST",
                                   url + "/v1/enrol",
                                   {"Content-Type: application/json"},
                                   wire::encode(wire::EnrolRequest{code})});
  if (!response) return response.error();
  if (response->status != 201 || response->contentType != "application/json") {
    return refusal(*response);
  }
  auto answer = wire::decodeEnrolAnswer(response->body);
  if (!answer) return Error{ErrorCode::Refused, "address", "no Vejviser hub answers there"};
  if (answer->schemaMin > wire::kSchema || answer->schemaMax < wire::kSchema) {
    return Error{ErrorCode::Incompatible, "address", "the hub speaks another version of Vejviser"};
  }
  Tokens tokens{secrets};
  if (const Status status = tokens.start(answer->device, answer->token); !status) {
    return status.error();
  }
  const auto before = store.enrolment();
  const store::Enrolment enrolment{url, answer->hub, answer->device, answer->name};
  const Status joined = store.enrol(enrolment, {answer->unit, answer->branch}, clock.now());
  // Whichever it is, one token is now of no use.
  if (!joined) tokens.forget(answer->device);
  if (!joined) return joined.error();
  if (before) tokens.forget(before->device);
  return answer;
}

}  // namespace vejviser::engine
