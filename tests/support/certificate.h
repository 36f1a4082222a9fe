// Certificates for tests.
#pragma once

#include <QString>

namespace vejviser::test {

/// A certificate that vouches for itself, and its key: two PEM files.
struct Certificate {
  QString certFile;
  QString keyFile;
};

/// Makes one in `folder` for a name such as "DNS:localhost" or "IP:10.0.0.1".
Certificate makeCertificate(const QString& folder, const QString& name);

}  // namespace vejviser::test
