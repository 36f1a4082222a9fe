// A hub in this process with somebody of every role and unit, asked as browsers ask it: the real
// handler of requests on a real database, without sockets.
#pragma once

#include "sync/hub/api.h"
#include "sync/hub/visitor.h"
#include "tests/hub/hub_world.h"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace vejviser::test {

/// Names of users, each after what they are; "nobody" is not logged in.
const std::vector<std::pair<std::string, hub::Office>> kEverybody = {
    {"reader", {hub::UserRole::Reader, {}}},
    {"library", {hub::UserRole::Supervisor, Unit::Library}},
    {"citizen", {hub::UserRole::Supervisor, Unit::CitizenService}},
    {"both", {hub::UserRole::Supervisor, {}}},
    {"administrator", {hub::UserRole::Administrator, {}}},
    {"it", {hub::UserRole::It, {}}},
};

class PeopleWorld : public HubWorld {
 public:
  PeopleWorld() : hub(*storage, clock, random, workers, {newRandomId(random), "By"}) {
    for (const auto& [name, office] : kEverybody) {
      write([&, user = hub::User{name, "no hash", office}](hub::WriteTx& tx) {
        return tx.addUser(user);
      });
      secrets[name] = hub.people.openSession(name).value();
    }
  }

  hub::Request requestOf(const std::string& who, const std::string& method,
                         const std::string& path) const {
    hub::Request request;
    request.method = method;
    request.path = path;
    request.headers = {{"host", "hub"}, {"origin", "http://hub"}};
    const auto secret = secrets.find(who);
    if (secret != secrets.end()) {
      request.headers["cookie"] = "vejviser_session=" + secret->second;
    }
    return request;
  }

  hub::Response answer(const hub::Request& request) {
    hub::Response answer;
    answer.status = 0;
    hub::answerRequest(hub, request, [&](hub::Response response) { answer = std::move(response); });
    return answer;
  }

  /// A form as the page of the session made it.
  hub::Response send(const std::string& who, const std::string& path, const std::string& form) {
    hub::Request request = requestOf(who, "POST", path);
    request.body = form + "&csrf=" + formTokenOf(who);
    return answer(request);
  }
  hub::Response get(const std::string& who, const std::string& path) {
    return answer(requestOf(who, "GET", path));
  }

  std::string formTokenOf(const std::string& who) {
    const auto visitor =
        hub::visitorOf(hub, requestOf(who, "GET", "/"), hub::Begin::Nothing).value();
    return visitor ? visitor->formToken : std::string{};
  }

  std::vector<hub::AuditLine> log() {
    std::vector<hub::AuditLine> lines;
    read([&](hub::ReadTx& tx) {
      return tx.eachAuditLine({}, [&](const hub::AuditLine& line) -> Status {
        lines.push_back(line);
        return {};
      });
    });
    return lines;
  }

  hub::WorkerPool workers{0};
  hub::Hub hub;
  std::map<std::string, std::string> secrets;  ///< of everybody's session
};

}  // namespace vejviser::test
