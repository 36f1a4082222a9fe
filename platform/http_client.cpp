#include "platform/http_client.h"

#include "platform/connectivity.h"

#include <algorithm>
#include <charconv>
#include <curl/curl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

namespace vejviser::platform {

namespace {

constexpr long kConnectTimeout_s = 10;
constexpr long kLongestExchange_s = 600;  // a cap for a trickling peer, not a speed limit
constexpr long kSlowest_bytesPerS = 100;
constexpr long kIdleConnection_s = 110;  // longer than the usual pace, shorter than the hub waits
constexpr long kKeepAlive_s = 120;       // a long poll must not be forgotten by a router on the way
constexpr unsigned kUnackedLimit_ms = 10'000;             // data the network does not take
constexpr std::size_t kLargestAnswer = 16 * 1024 * 1024;  // several times the largest page

struct Receiving {
  HttpResponse response;
  bool tooLarge = false;
};

std::size_t onBody(char* data, std::size_t, std::size_t size, void* receiving_ptr) {
  auto* receiving = static_cast<Receiving*>(receiving_ptr);
  if (receiving->response.body.size() + size > kLargestAnswer) {
    receiving->tooLarge = true;
    return 0;
  }
  receiving->response.body.append(data, size);
  return size;
}

int onSocket(void*, curl_socket_t socket, curlsocktype) {
  setsockopt(socket, IPPROTO_TCP, TCP_USER_TIMEOUT, &kUnackedLimit_ms, sizeof kUnackedLimit_ms);
  return CURL_SOCKOPT_OK;  // a unix socket has no such option; that is no failure
}

std::string mediaType(const char* header) {
  std::string type = header == nullptr ? "" : header;
  type.erase(std::min(type.find(';'), type.size()));
  while (!type.empty() && type.back() == ' ') type.pop_back();
  std::transform(type.begin(), type.end(), type.begin(), [](unsigned char c) {
    return static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
  });
  return type;
}

ErrorCode meaningOf(CURL* handle, CURLcode code) {
  switch (code) {
    case CURLE_OPERATION_TIMEDOUT: {
      curl_off_t connected = 0;  // 0: never
      curl_easy_getinfo(handle, CURLINFO_CONNECT_TIME_T, &connected);
      return connected == 0 ? ErrorCode::Offline : ErrorCode::InDoubt;
    }
    case CURLE_URL_MALFORMAT:
    case CURLE_UNSUPPORTED_PROTOCOL:
      return ErrorCode::Invalid;
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_RESOLVE_PROXY:
    case CURLE_COULDNT_CONNECT:
      return ErrorCode::Offline;
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_PINNEDPUBKEYNOTMATCH:
      return ErrorCode::Refused;
    default:
      return ErrorCode::InDoubt;
  }
}

/// The finished exchange's status, type and Retry-After.
void readHead(CURL* handle, HttpResponse& response) {
  long status = 0;
  curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &status);
  response.status = static_cast<int>(status);
  char* type = nullptr;
  curl_easy_getinfo(handle, CURLINFO_CONTENT_TYPE, &type);
  response.contentType = mediaType(type);
  curl_off_t wait = 0;
  curl_easy_getinfo(handle, CURLINFO_RETRY_AFTER, &wait);
  if (wait > 0) response.retryAfter = std::chrono::seconds{wait};
  for (curl_header* header = nullptr;
       (header = curl_easy_nextheader(handle, CURLH_HEADER, 0, header)) != nullptr;) {
    response.headers.emplace_back(header->name, header->value);
  }
}

}  // namespace

CurlHttpClient::CurlHttpClient(CurlOptions options) : m_options(std::move(options)) {
  static const CURLcode kStarted = curl_global_init(CURL_GLOBAL_DEFAULT);
  static_cast<void>(kStarted);
  m_handle = curl_easy_init();
  m_multi = curl_multi_init();
}

CurlHttpClient::~CurlHttpClient() {
  curl_easy_cleanup(m_handle);
  curl_multi_cleanup(m_multi);
}

void CurlHttpClient::cancel() {
  m_cancelled = true;
  curl_multi_wakeup(m_multi);
}

void CurlHttpClient::setUp() {
  curl_easy_reset(m_handle);  // keeps connections and TLS sessions
  curl_easy_setopt(m_handle, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(m_handle, CURLOPT_QUICK_EXIT, 1L);  // do not wait for a dead name server
  curl_easy_setopt(m_handle, CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(m_handle, CURLOPT_FOLLOWLOCATION, 0L);
  curl_easy_setopt(m_handle, CURLOPT_SSL_VERIFYPEER, 1L);
  curl_easy_setopt(m_handle, CURLOPT_SSL_VERIFYHOST, 2L);
  curl_easy_setopt(m_handle, CURLOPT_CONNECTTIMEOUT, kConnectTimeout_s);
  curl_easy_setopt(m_handle, CURLOPT_LOW_SPEED_LIMIT, kSlowest_bytesPerS);
  curl_easy_setopt(m_handle, CURLOPT_TIMEOUT, kLongestExchange_s);
  curl_easy_setopt(m_handle, CURLOPT_MAXAGE_CONN, kIdleConnection_s);
  curl_easy_setopt(m_handle, CURLOPT_SOCKOPTFUNCTION, onSocket);
  curl_easy_setopt(m_handle, CURLOPT_ACCEPT_ENCODING, "gzip");
  curl_easy_setopt(m_handle, CURLOPT_WRITEFUNCTION, onBody);
  curl_easy_setopt(m_handle, CURLOPT_TCP_KEEPALIVE, 1L);
  curl_easy_setopt(m_handle, CURLOPT_TCP_KEEPIDLE, kKeepAlive_s);
  if (!m_options.caFile.empty()) {
    curl_easy_setopt(m_handle, CURLOPT_CAINFO, m_options.caFile.c_str());
  }
  if (!m_options.unixSocket.empty()) {
    curl_easy_setopt(m_handle, CURLOPT_UNIX_SOCKET_PATH, m_options.unixSocket.c_str());
  }
}

/// The exchange that is set up, until it ends or is cut short.
int CurlHttpClient::perform(const std::stop_token& stop) {
  constexpr int kLook_ms = 1000;
  const std::stop_callback wake{stop, [this] { curl_multi_wakeup(m_multi); }};
  curl_multi_add_handle(m_multi, m_handle);
  int code = CURLE_ABORTED_BY_CALLBACK;
  for (int running = 1; running > 0 && !m_cancelled && !stop.stop_requested();) {
    if (curl_multi_perform(m_multi, &running) != CURLM_OK) break;
    int left = 0;
    if (const CURLMsg* message = curl_multi_info_read(m_multi, &left); message != nullptr) {
      code = message->data.result;
    } else if (running > 0) {
      curl_multi_poll(m_multi, nullptr, 0, kLook_ms, nullptr);
    }
  }
  curl_multi_remove_handle(m_multi, m_handle);
  return code;
}

Result<HttpResponse> CurlHttpClient::send(const HttpRequest& request) {
  const auto host = hostOf(request.url);
  if (!host) return host.error();
  setUp();
  curl_slist* headers = curl_slist_append(nullptr, "Expect:");
  for (const std::string& header : request.headers) {
    headers = curl_slist_append(headers, header.c_str());
  }
  Receiving receiving;
  curl_easy_setopt(m_handle, CURLOPT_LOW_SPEED_TIME,
                   static_cast<long>((m_options.silence + request.patience).count()));
  curl_easy_setopt(m_handle, CURLOPT_URL, request.url.c_str());
  curl_easy_setopt(m_handle, CURLOPT_HTTPHEADER, headers);
  curl_easy_setopt(m_handle, CURLOPT_WRITEDATA, &receiving);
  if (isLoopback(*host)) curl_easy_setopt(m_handle, CURLOPT_NOPROXY, "*");
  if (request.method != "GET") {
    curl_easy_setopt(m_handle, CURLOPT_POSTFIELDSIZE_LARGE,
                     static_cast<curl_off_t>(request.body.size()));
    curl_easy_setopt(m_handle, CURLOPT_POSTFIELDS, request.body.data());
    curl_easy_setopt(m_handle, CURLOPT_CUSTOMREQUEST, request.method.c_str());
  }
  const auto code = static_cast<CURLcode>(perform(request.stop));
  curl_slist_free_all(headers);
  if (code != CURLE_OK) {
    const std::string why =
        receiving.tooLarge ? "the answer is too large" : curl_easy_strerror(code);
    return Error{meaningOf(m_handle, code), *host, why};
  }
  readHead(m_handle, receiving.response);
  return std::move(receiving.response);
}

Result<std::string> hostOf(const std::string& url) {
  const auto invalid = [&](const char* why) { return Error{ErrorCode::Invalid, "address", why}; };
  CURLU* parts = curl_url();
  char* scheme = nullptr;
  char* host = nullptr;
  const bool whole = curl_url_set(parts, CURLUPART_URL, url.c_str(), 0) == CURLUE_OK &&
                     curl_url_get(parts, CURLUPART_SCHEME, &scheme, 0) == CURLUE_OK &&
                     curl_url_get(parts, CURLUPART_HOST, &host, 0) == CURLUE_OK;
  const std::string scheme_text = scheme == nullptr ? "" : scheme;
  const std::string host_text = host == nullptr ? "" : host;
  curl_free(scheme);
  curl_free(host);
  curl_url_cleanup(parts);
  if (!whole || (scheme_text != "https" && scheme_text != "http")) {
    return invalid("is not an http address such as https://vejviser.kommune.dk");
  }
  if (scheme_text == "http" && !isLoopback(host_text)) {
    return invalid("must begin with https:// (plain http is for this machine only)");
  }
  return host_text;
}

}  // namespace vejviser::platform
