#include "tests/support/certificate.h"

#include "tests/support/programs.h"

namespace vejviser::test {

Certificate makeCertificate(const QString& folder, const QString& name) {
  const Certificate made{folder + "/cert.pem", folder + "/key.pem"};
  const Ran ran =
      runProgram("openssl", {"req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj",
                             "/CN=Vejviser", "-addext", "subjectAltName=" + name, "-keyout",
                             made.keyFile, "-out", made.certFile});
  if (ran.exitCode != 0) qFatal("no certificate: %s", qPrintable(ran.err));
  return made;
}

}  // namespace vejviser::test
