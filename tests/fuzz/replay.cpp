// Goal: what fuzzing has found once stays mended.
// Method: the target beside this main reads every file of its corpus, one test row each.
#include "tests/fuzz/promises.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTest>

class TstReplay : public QObject {
  Q_OBJECT

 private slots:
  void corpus_isThere() { QVERIFY2(!corpus().isEmpty(), qPrintable(folder().path())); }

  void promises_holdForEveryFileOfTheCorpus_data() {
    QTest::addColumn<QString>("path");
    for (const QFileInfo& file : corpus()) {
      QTest::newRow(qPrintable(file.fileName())) << file.filePath();
    }
  }

  void promises_holdForEveryFileOfTheCorpus() {
    if (corpus().isEmpty()) return;  // no rows to fetch from
    QFETCH(QString, path);
    QFile file{path};
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    // A copy of exactly that size: a byte read beyond it is found by the address sanitizer.
    const std::vector<std::uint8_t> input(bytes.begin(), bytes.end());
    try {
      LLVMFuzzerTestOneInput(input.data(), input.size());
    } catch (const std::exception& broken) {
      QFAIL(broken.what());
    }
  }

 private:
  /// This program is called as its target.
  static QDir folder() {
    const QString target = QFileInfo{QCoreApplication::applicationFilePath()}.fileName().mid(5);
    return {QStringLiteral(VEJVISER_SOURCE "/tests/fuzz/corpus/") + target};
  }
  static QFileInfoList corpus() { return folder().entryInfoList(QDir::Files); }
};

QTEST_GUILESS_MAIN(TstReplay)
#include "replay.moc"
