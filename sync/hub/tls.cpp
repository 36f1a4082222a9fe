#include "sync/hub/tls.h"

#include "platform/log.h"

#include <array>
#include <cstdio>
#include <ctime>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <string>
#include <system_error>
#include <utility>

namespace vejviser::hub {

namespace {

using Context = std::shared_ptr<SSL_CTX>;
using std::chrono::days;

constexpr days kWarnBefore{21};  // renewals by ACME come 30 days before

constexpr const char* kCiphers12 =
    "ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256:"
    "ECDHE-ECDSA-AES256-GCM-SHA384:ECDHE-RSA-AES256-GCM-SHA384:"
    "ECDHE-ECDSA-CHACHA20-POLY1305:ECDHE-RSA-CHACHA20-POLY1305";
constexpr const char* kGroups = "X25519:P-256:P-384";

/// A list of protocols, each after its length. Source: RFC 7301 §3.1.
constexpr std::array<unsigned char, 9> kProtocols = {8, 'h', 't', 't', 'p', '/', '1', '.', '1'};

int chooseProtocol(SSL*, const unsigned char** chosen, unsigned char* size,
                   const unsigned char* offered, unsigned offeredSize, void*) {
  unsigned char* found = nullptr;
  const int outcome = SSL_select_next_proto(&found, size, kProtocols.data(), kProtocols.size(),
                                            offered, offeredSize);
  *chosen = found;
  return outcome == OPENSSL_NPN_NEGOTIATED ? SSL_TLSEXT_ERR_OK : SSL_TLSEXT_ERR_ALERT_FATAL;
}

/// What OpenSSL complained of first, and forgets.
std::string whatFailed() {
  const unsigned long error = ERR_peek_error();
  ERR_clear_error();
  if (ERR_SYSTEM_ERROR(error)) return std::generic_category().message(ERR_GET_REASON(error));
  const char* text = error == 0 ? nullptr : ERR_reason_error_string(error);
  return text == nullptr ? "cannot be used" : text;
}

Error unusable(const std::filesystem::path& file) {
  return {ErrorCode::Invalid, file.string(), whatFailed()};
}

/// Nobody is there to type one.
int noPassphrase(char*, int, int, void*) {
  return -1;
}

Context makeContext() {
  Context context{SSL_CTX_new(TLS_server_method()), SSL_CTX_free};
  SSL_CTX* raw = context.get();
  SSL_CTX_set_min_proto_version(raw, TLS1_2_VERSION);
  SSL_CTX_set_cipher_list(raw, kCiphers12);
  SSL_CTX_set1_groups_list(raw, kGroups);
  // Without tickets no key lives longer than its connection, and a restart forgets nothing.
  SSL_CTX_set_options(raw, SSL_OP_NO_TICKET | SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION);
  SSL_CTX_set_num_tickets(raw, 0);
  SSL_CTX_set_session_cache_mode(raw, SSL_SESS_CACHE_OFF);
  SSL_CTX_set_mode(raw, SSL_MODE_RELEASE_BUFFERS);  // thousands of connections are idle
  SSL_CTX_set_alpn_select_cb(raw, chooseProtocol, nullptr);
  SSL_CTX_set_default_passwd_cb(raw, noPassphrase);
  return context;
}

Result<Instant> expiryOf(SSL_CTX* context, const std::filesystem::path& file) {
  const X509* certificate = SSL_CTX_get0_certificate(context);
  std::tm end{};
  if (certificate == nullptr || ASN1_TIME_to_tm(X509_get0_notAfter(certificate), &end) != 1) {
    return unusable(file);
  }
  return Instant{std::chrono::seconds{timegm(&end)}};
}

std::string dayOf(Instant instant) {
  const std::chrono::year_month_day day{std::chrono::floor<days>(instant)};
  std::array<char, 16> text{};
  std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", static_cast<int>(day.year()),
                static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
  return text.data();
}

}  // namespace

Result<TlsCertificate::Loaded> TlsCertificate::read(const TlsFiles& files, const Clock& clock) {
  ERR_clear_error();
  Loaded loaded{makeContext(), {}};
  SSL_CTX* raw = loaded.context.get();
  if (SSL_CTX_use_certificate_chain_file(raw, files.certificate.c_str()) != 1) {
    return unusable(files.certificate);
  }
  // Tells a key of another certificate as well.
  if (SSL_CTX_use_PrivateKey_file(raw, files.key.c_str(), SSL_FILETYPE_PEM) != 1) {
    return unusable(files.key);
  }
  const auto expires = expiryOf(raw, files.certificate);
  if (!expires) return expires.error();
  if (*expires <= clock.now()) {
    return Error{ErrorCode::Invalid, files.certificate.string(), "expired on " + dayOf(*expires)};
  }
  loaded.expires = *expires;
  return loaded;
}

Result<std::unique_ptr<TlsCertificate>> TlsCertificate::load(const TlsFiles& files,
                                                             const Clock& clock) {
  std::unique_ptr<TlsCertificate> certificate{new TlsCertificate(files)};
  if (const Status status = certificate->reload(clock); !status) return status.error();
  return certificate;
}

Status TlsCertificate::reload(const Clock& clock) {
  auto loaded = read(m_files, clock);
  if (!loaded) return loaded.error();
  const std::scoped_lock lock{m_mutex};
  m_loaded = std::move(*loaded);
  return {};
}

Instant TlsCertificate::expires() const {
  const std::scoped_lock lock{m_mutex};
  return m_loaded.expires;
}

ssl_ctx_st* TlsCertificate::share() const {
  const std::scoped_lock lock{m_mutex};
  SSL_CTX_up_ref(m_loaded.context.get());
  return m_loaded.context.get();
}

void warnOfExpiry(const TlsCertificate& certificate, Instant now) {
  const Instant end = certificate.expires();
  if (end > now + kWarnBefore) return;
  platform::log(platform::LogLevel::Warning,
                "the certificate " + std::string{end > now ? "expires" : "expired"} + " on " +
                    dayOf(end) + ": tablets send nothing from then on");
}

bool isPlainHttp(unsigned long opensslError) {
  return ERR_GET_REASON(opensslError) == SSL_R_HTTP_REQUEST;
}

}  // namespace vejviser::hub
