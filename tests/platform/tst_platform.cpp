// Goal: what comes from outside, files, archives, addresses, certificates, is taken safely or
// refused clearly.
// Method: real files and sockets; a real TLS server with a certificate that nobody signed.
#include "platform/crypto.h"
#include "platform/csv.h"
#include "platform/files.h"
#include "platform/gzip.h"
#include "platform/http_client.h"
#include "platform/secrets.h"
#include "platform/system.h"
#include "src/base/id.h"
#include "tests/support/certificate.h"
#include "tests/support/file_size_limit.h"
#include "tests/support/programs.h"

#include <QFile>
#include <QTcpServer>
#include <QTest>
#include <thread>

using namespace vejviser;
using namespace vejviser::platform;

class TstPlatform : public QObject {
  Q_OBJECT

 private slots:
  void gzip_thenGunzip_givesTheSame() {
    const std::string text(200'000, 'x');
    QCOMPARE(gunzip(gzip(text), text.size()).value(), text);
    QCOMPARE(gunzip(gzip(""), 10).value(), std::string{});
  }

  void gunzip_ofABomb_stopsAtTheBound() {
    const std::string bomb = gzip(std::string(50'000'000, '\0'));
    QVERIFY(bomb.size() < 100'000);
    const auto plain = gunzip(bomb, 1'000'000);
    QVERIFY(!plain);
    QCOMPARE(plain.error().where, std::string{kTooLarge});
  }

  void gunzip_ofBrokenData_isRefused_data() {
    QTest::addColumn<QByteArray>("data");
    const QByteArray whole = QByteArray::fromStdString(gzip("some text that is long enough"));
    QTest::newRow("empty") << QByteArray{};
    QTest::newRow("not gzip") << QByteArray{"{\"schema\":1}"};
    QTest::newRow("cut short") << whole.left(whole.size() - 5);
    QTest::newRow("with a tail") << whole + "tail";
    QByteArray flipped = whole;
    flipped[flipped.size() / 2] = static_cast<char>(flipped[flipped.size() / 2] ^ 0x55);
    QTest::newRow("a byte changed") << flipped;
  }

  void gunzip_ofBrokenData_isRefused() {
    QFETCH(QByteArray, data);
    const auto plain = gunzip(data.toStdString(), 1000);
    QVERIFY(!plain);
    QCOMPARE(plain.error().code, ErrorCode::Invalid);
  }

  void csv_readsQuotesMarksAndSemicolons() {
    const auto rows = readCsv(
        "\xEF\xBB\xBF"
        "a;b\n\"x;y\";\"say \"\"hi\"\"\"\r\n\n1;\n");
    QVERIFY(rows);
    const std::vector<std::vector<std::string>> expected = {
        {"a", "b"}, {"x;y", "say \"hi\""}, {"1", ""}};
    QCOMPARE(*rows, expected);
  }

  void csvLine_thenRead_givesTheSameCells() {
    const std::vector<std::string> cells = {"plain", "a,b", "say \"hi\"", "", "two\nlines", "æøå"};
    const auto rows = readCsv("a,b,c,d,e,f\n" + csvLine(cells));
    QCOMPARE((*rows)[1], cells);
  }

  void folderLock_isHeldByOneOnly_andFreedAgain() {
    test::Folder dir;
    {
      const auto lock = FolderLock::take(dir.path().toStdString());
      QVERIFY(lock);
      const auto second = FolderLock::take(dir.path().toStdString());
      QVERIFY(!second);
      QCOMPARE(second.error().code, ErrorCode::Refused);
      QVERIFY(QString::fromStdString(second.error().detail)
                  .contains(QString::number(QCoreApplication::applicationPid())));
    }
    QVERIFY(FolderLock::take(dir.path().toStdString()));
  }

  void secrets_areFilesOfTheirOwnerOnly() {
    test::Folder dir;
    FileSecretStore secrets{dir.path("no-backup").toStdString()};
    QCOMPARE(secrets.read("token").value(), std::nullopt);
    QVERIFY(secrets.write("token", "s3cret"));
    QCOMPARE(secrets.read("token").value(), std::optional<std::string>{"s3cret"});
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY(!(QFile::permissions(dir.path("no-backup/token")) & others));
    secrets.remove("token");
    QCOMPARE(secrets.read("token").value(), std::nullopt);
  }

  void readFile_tooLongOrMissing_isAClearError() {
    test::Folder dir;
    QFile file{dir.path("long")};
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(1000, 'x'));
    file.close();
    QCOMPARE(readFile(dir.path("long").toStdString(), 999).error().code, ErrorCode::Invalid);
    QCOMPARE(readFile(dir.path("none").toStdString(), 999).error().code, ErrorCode::Storage);
    QCOMPARE(readFile(dir.path().toStdString(), 999).error().code, ErrorCode::Storage);
  }

  void newFile_overwritesNothing_andAnUnfinishedOneGoes() {
    test::Folder dir;
    const std::filesystem::path folder = dir.path("made/here").toStdString();
    const auto write = [&](const std::string& text) {
      auto file = NewFile::create(folder, "list", ".csv");
      return file && file->write(text) ? file->finish() : Error{ErrorCode::Storage, "", ""};
    };
    QCOMPARE(write("one").value(), folder / "list.csv");
    QCOMPARE(write("two").value(), folder / "list-2.csv");
    {
      auto unfinished = NewFile::create(folder, "list", ".csv");
      QVERIFY(unfinished && unfinished->write("three"));
      QVERIFY(std::filesystem::exists(folder / "list-3.csv"));
    }
    QVERIFY(!std::filesystem::exists(folder / "list-3.csv"));
    QCOMPARE(readFile(folder / "list.csv", 100).value(), std::string{"one"});
    QCOMPARE(readFile(folder / "list-2.csv", 100).value(), std::string{"two"});
    QVERIFY(!NewFile::create(folder / "list.csv", "no", ".csv"));
  }

  void newFile_thatCannotGrow_isNotFinished_andGoes() {
    test::Folder dir;
    const test::FileSizeLimit limit{100};
    const std::filesystem::path folder = dir.path().toStdString();
    {
      auto file = NewFile::create(folder, "list", ".csv");
      QVERIFY(file);
      static_cast<void>(file->write(std::string(1000, 'x')));  // may be told only in the end
      QVERIFY(!file->finish());
    }
    QVERIFY(std::filesystem::is_empty(folder));
  }

  void password_matchesItselfOnly() {
    const auto hash = hashPassword("correct horse");
    QVERIFY(hash);
    QVERIFY(QString::fromStdString(*hash).startsWith("$argon2id$"));
    QVERIFY(passwordMatches(*hash, "correct horse"));
    QVERIFY(!passwordMatches(*hash, "correct horsf"));
    QVERIFY(!passwordMatches("no hash", "correct horse"));
  }

  void sha256_isTheKnownOne() {
    QCOMPARE(toHex(sha256("abc")),
             std::string{"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"});
  }

  void address_isHttpsOrThisMachine_data() {
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("host");
    QTest::newRow("https") << "https://hub.kommune.dk/v1/sync"
                           << "hub.kommune.dk";
    QTest::newRow("with a port") << "https://hub.kommune.dk:8443"
                                 << "hub.kommune.dk";
    QTest::newRow("http to itself") << "http://127.0.0.1:8480/x"
                                    << "127.0.0.1";
    QTest::newRow("http to localhost") << "http://localhost"
                                       << "localhost";
    QTest::newRow("http to another machine") << "http://hub.kommune.dk"
                                             << "";
    QTest::newRow("http to a look-alike") << "http://127.0.0.1.evil.dk"
                                          << "";
    QTest::newRow("user in front") << "http://127.0.0.1@evil.dk/"
                                   << "";
    QTest::newRow("file") << "file:///etc/passwd"
                          << "";
    QTest::newRow("no scheme") << "hub.kommune.dk"
                               << "";
    QTest::newRow("nothing") << ""
                             << "";
  }

  void address_isHttpsOrThisMachine() {
    QFETCH(QString, url);
    QFETCH(QString, host);
    const auto found = hostOf(url.toStdString());
    QCOMPARE(found ? QString::fromStdString(*found) : QString{}, host);
  }

  void client_withNobodyThere_saysOffline() {
    CurlHttpClient http;
    const auto answer =
        http.send({"GET",
                   QStringLiteral("http://127.0.0.1:%1/").arg(test::freePort()).toStdString(),
                   {},
                   {}});
    QCOMPARE(answer.error().code, ErrorCode::Offline);
  }

  void client_trustsNoUnsignedCertificate_butItsOwnAuthority() {
    test::Folder dir;
    const test::Certificate certificate = test::makeCertificate(dir.path(), "DNS:localhost");
    const QString port = QString::number(test::freePort());
    QProcess server;
    server.start("openssl", {"s_server", "-accept", port, "-cert", certificate.certFile, "-key",
                             certificate.keyFile, "-www", "-quiet"});
    const std::string url = "https://localhost:" + port.toStdString() + "/";
    CurlHttpClient strict;
    Result<HttpResponse> answer = Error{};
    QVERIFY(test::eventually([&] {
      answer = strict.send({"GET", url, {}, {}});
      return answer || answer.error().code != ErrorCode::Offline;
    }));
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, ErrorCode::Refused);

    CurlHttpClient trusting{{.caFile = certificate.certFile.toStdString(), .unixSocket = {}}};
    const auto trusted = trusting.send({"GET", url, {}, {}});
    QVERIFY2(trusted, trusted ? "" : trusted.error().text().c_str());
    QCOMPARE(trusted->status, 200);
    const std::string other_name = "https://127.0.0.1:" + port.toStdString() + "/";
    const auto disguised = trusting.send({"GET", other_name, {}, {}});
    QVERIFY(!disguised);  // the certificate is somebody else's
    QCOMPARE(disguised.error().code, ErrorCode::Refused);
    server.kill();
    server.waitForFinished();
  }

  void client_isNotLedElsewhere() {
    QTcpServer portal;
    QVERIFY(portal.listen(QHostAddress::LocalHost));
    const std::string url = "http://127.0.0.1:" + std::to_string(portal.serverPort());
    CurlHttpClient http;
    Result<HttpResponse> answer = Error{};
    std::thread asking{[&] { answer = http.send({"GET", url + "/", {}, {}}); }};
    QVERIFY(portal.waitForNewConnection(10'000));
    QTcpSocket* socket = portal.nextPendingConnection();
    QVERIFY(socket->waitForReadyRead(10'000));
    socket->write("HTTP/1.1 302 Found\r\nContent-Length: 0\r\nConnection: close\r\nLocation: " +
                  QByteArray::fromStdString(url) + "/log-in\r\n\r\n");
    QVERIFY(socket->waitForBytesWritten(10'000));
    socket->close();
    portal.close();  // who follows finds nobody
    asking.join();
    QVERIFY2(answer, answer ? "" : answer.error().text().c_str());
    QCOMPARE(answer->status, 302);
  }

  void client_cancelledFromAnotherThread_givesUp() {
    QTcpServer silent;
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    CurlHttpClient http;
    Result<HttpResponse> answer = Error{};
    std::thread asking{[&] {
      answer =
          http.send({"GET", "http://127.0.0.1:" + std::to_string(silent.serverPort()), {}, {}});
    }};
    QVERIFY(silent.waitForNewConnection(10'000));
    http.cancel();
    asking.join();
    QCOMPARE(answer.error().code, ErrorCode::InDoubt);
  }

  void clock_knowsBootAndTime() {
    const SystemClock clock;
    QVERIFY(isHex(clock.bootId(), 8));
    QVERIFY(clock.sinceBoot().count() > 0);
    QVERIFY(clock.now() > fromMs(1'700'000'000'000));
  }
};

QTEST_GUILESS_MAIN(TstPlatform)
#include "tst_platform.moc"
