// A request and its answer, as the hub's handlers see them: no sockets, no library.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vejviser::hub {

struct Visitor;  // visitor.h

struct Request {
  std::string method;                        ///< "GET", "POST", ...
  std::string path;                          ///< "/v1/sync", without the query
  std::map<std::string, std::string> query;  ///< decoded
  /// Names in lower case; what is sent twice is joined by ", ". Source: RFC 9110 §5.3.
  std::map<std::string, std::string> headers;
  std::string body;           ///< as sent: perhaps compressed
  bool local = false;         ///< came over the administration socket in the hub's own folder
  bool secure = false;        ///< came over TLS, to the hub or to a proxy that it trusts
  std::string connectedFrom;  ///< the address at the other end of the connection: where a proxy
                              ///< stands between, the proxy's; empty when local
  bool proxied = false;       ///< says that it is asked for somebody else, be it true or not
  std::string peer;           ///< the client's address; for limits only, never kept
  std::shared_ptr<const Visitor> visitor;  ///< who asks, on routes for people (door.h)

  /// Empty when there is no such header.
  std::string_view header(const std::string& name) const;
  /// A cookie's value; empty when there is none.
  std::string cookie(const std::string& name) const;
};

struct Response {
  int status = 200;
  std::string contentType = "application/json";
  std::string body;
  std::vector<std::pair<std::string, std::string>> headers;
  std::string cause{};  ///< why it failed, for the log alone: it is not sent
};

using Respond = std::function<void(Response)>;
/// Must call `respond` once, from any thread, now or later.
using Handler = std::function<void(const Request&, Respond)>;

/// Decodes "a=1&b=%C3%A6+x"; broken escapes stay as they are.
std::map<std::string, std::string> decodeForm(std::string_view text);

}  // namespace vejviser::hub
