// Goal: what platform/ gives to those who run a hub can be used as it is.
// Method: the programs that read these files check them: nginx, haproxy, systemd. Certificates and
// programs that are on no test machine are put in place of the ones named.
#include "tests/support/certificate.h"
#include "tests/support/programs.h"

#include <QFile>
#include <QStandardPaths>
#include <QTest>

using namespace vejviser::test;

namespace {

const QString kPlatform = QStringLiteral(VEJVISER_SOURCE "/platform/");

/// Where a program is; administration's own folders are not on everybody's path.
QString find(const QString& program) {
  const QString found = QStandardPaths::findExecutable(program);
  return found.isEmpty() ? QStandardPaths::findExecutable(program, {"/usr/sbin", "/sbin"}) : found;
}

QString read(const QString& path) {
  QFile file{path};
  return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString{};
}

void write(const QString& path, const QString& text) {
  QFile file{path};
  QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
  file.write(text.toUtf8());
}

}  // namespace

class TstDeployment : public QObject {
  Q_OBJECT

 private:
  Folder m_dir;
  Certificate m_certificate;

  QString unit() const {
    const QString path = m_dir.path("vejviser-hub.service");
    QString text = read(kPlatform + "systemd/vejviser-hub.service");
    write(path, text.replace("/usr/local/bin/vejviser-hub", programPath("vejviser-hub")));
    return path;
  }

 private slots:
  void initTestCase() { m_certificate = makeCertificate(m_dir.path(), "DNS:vejviser.kommune.dk"); }

  void nginx_takesItsFiles_data() {
    QTest::addColumn<QString>("name");
    QTest::newRow("one hub") << "vejviser-hub.conf";
    QTest::newRow("several hubs") << "vejviser-hubs.conf";
  }

  void nginx_takesItsFiles() {
    QFETCH(QString, name);
    const QString nginx = find("nginx");
    if (nginx.isEmpty()) QSKIP("nginx is not installed");
    QString site = read(kPlatform + "nginx/" + name);
    QVERIFY(site.contains("proxy_set_header   X-Forwarded-For   $remote_addr;"));
    QVERIFY(site.contains("proxy_set_header   X-Forwarded-Proto $scheme;"));
    site.replace("/etc/ssl/vejviser/fullchain.pem", m_certificate.certFile);
    site.replace("/etc/ssl/vejviser/key.pem", m_certificate.keyFile);
    QString temporary;
    for (const char* kind : {"client_body", "proxy", "fastcgi", "uwsgi", "scgi"}) {
      temporary += QString{"%1_temp_path %2;\n"}.arg(kind, m_dir.path(kind));
    }
    const QString file = m_dir.path("nginx.conf");
    write(file, "pid " + m_dir.path("nginx.pid") + ";\nerror_log stderr;\nevents {}\nhttp {\n" +
                    temporary + site + "}\n");
    const Ran ran = runProgram(nginx, {"-t", "-p", m_dir.path(), "-c", file});
    QVERIFY2(ran.exitCode == 0, qPrintable(ran.err));
    QVERIFY2(!ran.err.contains("[warn]"), qPrintable(ran.err));
  }

  void haproxy_takesItsFile() {
    const QString haproxy = find("haproxy");
    if (haproxy.isEmpty()) QSKIP("haproxy is not installed");
    write(m_dir.path("hub.pem"), read(m_certificate.certFile) + read(m_certificate.keyFile));
    QString text = read(kPlatform + "haproxy/vejviser-hubs.cfg");
    text.replace("/etc/ssl/vejviser/hub.pem", m_dir.path("hub.pem"));
    write(m_dir.path("haproxy.cfg"), text);
    const Ran ran = runProgram(haproxy, {"-c", "-f", m_dir.path("haproxy.cfg")});
    QVERIFY2(ran.exitCode == 0, qPrintable(ran.out + ran.err));
    QVERIFY2(!(ran.out + ran.err).contains("[WARNING]"), qPrintable(ran.out + ran.err));
  }

  void systemd_takesTheUnit() {
    if (find("systemd-analyze").isEmpty()) QSKIP("systemd is not installed");
    const Ran ran = runProgram("systemd-analyze", {"verify", "--man=no", unit()});
    QVERIFY2(ran.exitCode == 0, qPrintable(ran.err));
    QVERIFY2(!ran.err.contains("vejviser-hub.service:"), qPrintable(ran.err));
  }

  void theUnit_isShutIn() {
    if (find("systemd-analyze").isEmpty()) QSKIP("systemd is not installed");
    // In tenths of systemd's exposure level: 0 is a unit that can do nothing, 96 one left open.
    const Ran ran =
        runProgram("systemd-analyze", {"security", "--offline=true", "--threshold=15", unit()});
    QVERIFY2(ran.exitCode == 0, qPrintable(ran.out.section('\n', -5) + ran.err));
  }

  void theHub_tellsSystemdThatItIsReady() {
    const QString path = m_dir.path("notify");
    QProcess systemd;  // its end of the socket
    systemd.start("python3", {"-c",
                              "import socket, sys\n"
                              "s = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)\n"
                              "s.bind(sys.argv[1])\n"
                              "print('bound', flush=True)\n"
                              "for _ in range(2): print(s.recv(100).decode(), flush=True)\n",
                              path});
    QVERIFY(systemd.waitForReadyRead(60'000));
    qputenv("NOTIFY_SOCKET", path.toUtf8());
    HubProcess hub;
    hub.start();
    qunsetenv("NOTIFY_SOCKET");
    hub.stop();
    QVERIFY(systemd.waitForFinished(60'000));
    QCOMPARE(systemd.readAllStandardOutput(), QByteArray{"bound\nREADY=1\nSTOPPING=1\n"});
  }
};

QTEST_GUILESS_MAIN(TstDeployment)
#include "tst_deployment.moc"
