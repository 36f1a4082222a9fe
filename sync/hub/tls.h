// The certificate that the hub shows to whoever connects over TLS. OpenSSL stays behind this
// header.
#pragma once

#include "src/base/result.h"
#include "src/base/time.h"

#include <filesystem>
#include <memory>
#include <mutex>

struct ssl_ctx_st;  // OpenSSL's SSL_CTX

namespace vejviser::hub {

/// Two PEM files.
struct TlsFiles {
  std::filesystem::path certificate;  ///< the hub's own first, then those that vouch for it
  std::filesystem::path key;          ///< of the hub's own; without a passphrase
};

/// TLS 1.2 and 1.3 with forward secrecy and HTTP/1.1 only. Source: Mozilla's "intermediate"
/// configuration. Connections keep the certificate that they began with. Safe from any thread.
class TlsCertificate {
 public:
  /// Error Invalid says which file cannot be used and why: not there, no PEM, expired, a key that
  /// belongs to another certificate.
  static Result<std::unique_ptr<TlsCertificate>> load(const TlsFiles& files, const Clock& clock);

  /// Reads the files again. On an error the certificate stays as it was.
  Status reload(const Clock& clock);

  /// When it ends to be valid.
  Instant expires() const;
  /// For a new connection, which owns a share of it (SSL_CTX_free).
  ssl_ctx_st* share() const;

 private:
  struct Loaded {
    std::shared_ptr<ssl_ctx_st> context;
    Instant expires{};
  };

  explicit TlsCertificate(TlsFiles files) : m_files(std::move(files)) {}
  static Result<Loaded> read(const TlsFiles& files, const Clock& clock);

  TlsFiles m_files;
  mutable std::mutex m_mutex;
  Loaded m_loaded;
};

/// Logs when a certificate will soon have expired, or has: tablets send nothing from then on.
void warnOfExpiry(const TlsCertificate& certificate, Instant now);

/// True when what a client sent instead of a handshake is plain HTTP. `opensslError`: as OpenSSL
/// reported it.
bool isPlainHttp(unsigned long opensslError);

}  // namespace vejviser::hub
