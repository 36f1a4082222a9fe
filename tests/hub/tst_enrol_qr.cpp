// Goal: the QR code that the hub prints is one that a camera reads, and its code lets a tablet in.
// Method: the real program; what it prints is turned into a picture again and read by zbarimg.
#include "tests/support/programs.h"

#include <QTest>

using namespace vejviser::test;

namespace {

constexpr int kPixels = 6;  // of one module's side: a phone's distance
const QString kAddress = "https://hub.example.dk:8443";

/// The lines of blocks as a picture in the PGM format: two rows of modules a line.
QByteArray picture(const QStringList& lines) {
  QList<QByteArray> rows;
  for (QString line : lines) {
    line.remove("\033[40;97m").remove("\033[0m");
    QByteArray upper;
    QByteArray lower;
    for (const QChar sign : line) {
      const bool full = sign == QChar{0x2588};
      upper += QByteArray{kPixels, full || sign == QChar{0x2580} ? '\xff' : '\0'};
      lower += QByteArray{kPixels, full || sign == QChar{0x2584} ? '\xff' : '\0'};
    }
    for (int i = 0; i < kPixels; ++i) rows << upper;
    for (int i = 0; i < kPixels; ++i) rows << lower;
  }
  const QByteArray head =
      "P5 " + QByteArray::number(rows.first().size()) + ' ' + QByteArray::number(rows.size());
  return head + " 255\n" + rows.join();
}

}  // namespace

class TstEnrolQr : public QObject {
  Q_OBJECT

 private slots:
  void theQrCode_isReadBackAsTheLink() {
    const HubProcess hub;
    const Ran ran =
        hub.command({"enrol-code", "--name", "T", "--unit", "library", "--address", kAddress});
    QCOMPARE(ran.exitCode, 0);
    const QStringList lines = ran.out.split('\n', Qt::SkipEmptyParts);
    QVERIFY(lines.size() > 10);
    QCOMPARE(lines[1], "vejviser:enrol?hub=https%3A%2F%2Fhub.example.dk%3A8443&code=" + lines[0]);
    const Folder folder;
    QFile file{folder.path("qr.pgm")};
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(picture(lines.mid(2)));
    file.close();
    const Ran read = runProgram("zbarimg", {"--raw", "--nodbus", "-q", file.fileName()});
    QCOMPARE(read.out.trimmed(), lines[1]);
  }

  void withoutAnAddress_theCodeStandsAlone() {
    const HubProcess hub;
    const Ran ran = hub.command({"enrol-code", "--name", "T", "--unit", "library"});
    QCOMPARE(ran.exitCode, 0);
    QCOMPARE(ran.out.split('\n', Qt::SkipEmptyParts).size(), 1);
  }

  void aWrongAddress_makesNoCode() {
    const HubProcess hub;
    const Ran ran = hub.command(
        {"enrol-code", "--name", "T", "--unit", "library", "--address", "hub.example.dk"});
    QCOMPARE(ran.exitCode, 1);
    QVERIFY(ran.err.contains("https://"));
    QVERIFY(ran.out.isEmpty());
    QCOMPARE(hub.number("SELECT count(*) FROM enrol_code"), 0);
  }
};

QTEST_GUILESS_MAIN(TstEnrolQr)
#include "tst_enrol_qr.moc"
