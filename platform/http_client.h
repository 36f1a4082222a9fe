// HTTP as a client, by libcurl. Redirects are never followed; TLS is always verified; plain http
// is allowed to this machine itself only.
#pragma once

#include "src/base/result.h"

#include <atomic>
#include <chrono>
#include <filesystem>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <utility>
#include <vector>

namespace vejviser::platform {

struct HttpRequest {
  std::string method = "GET";
  std::string url;
  std::vector<std::string> headers;  ///< "Name: value"
  std::string body;
  std::chrono::seconds patience{
      0};                  ///< the answer may be so much later than one to be given at once
  std::stop_token stop{};  ///< cuts the exchange short: send() fails soon, as InDoubt
};

struct HttpResponse {
  int status = 0;
  std::string contentType;                                     ///< lower case, without parameters
  std::optional<std::chrono::seconds> retryAfter;              ///< from Retry-After in seconds
  std::string body;                                            ///< inflated
  std::vector<std::pair<std::string, std::string>> headers{};  ///< all, as they came
};

class HttpClient {
 public:
  virtual ~HttpClient() = default;
  /// Any answer at all is a value, whatever its status. Errors: Invalid (the address cannot be
  /// used), Offline (no connection), Refused (TLS did not verify), InDoubt (sent, no whole answer).
  virtual Result<HttpResponse> send(const HttpRequest& request) = 0;
  /// Makes a running send() on another thread, and all later ones, fail soon.
  virtual void cancel() = 0;
};

struct CurlOptions {
  std::filesystem::path caFile;      ///< trusted authorities; empty: the system's
  std::filesystem::path unixSocket;  ///< connect here instead of over TCP
  /// Giving up on a silent peer: below 100 bytes/s for this long. A slow link is not silent.
  std::chrono::seconds silence{15};
};

/// One handle kept for life: connections and TLS sessions are used again. One thread at a time.
class CurlHttpClient final : public HttpClient {
 public:
  explicit CurlHttpClient(CurlOptions options = {});
  ~CurlHttpClient() override;

  Result<HttpResponse> send(const HttpRequest& request) override;
  void cancel() override;

 private:
  void setUp();
  int perform(const std::stop_token& stop);

  CurlOptions m_options;
  void* m_handle;  // CURL*
  void* m_multi;   // CURLM*: keeps the connections, and can be woken from another thread
  std::atomic<bool> m_cancelled = false;
};

/// The host of an address such as "https://hub.kommune.dk:8443"; error Invalid when it is none, or
/// is plain http to another machine.
Result<std::string> hostOf(const std::string& url);

}  // namespace vejviser::platform
