// Goal: the house stays as it was built: who may include whom, how long things may get, nothing
// left lying about.
// Method: every source file is read; a broken rule names file and line.
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QMap>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

namespace {

/// What each layer may include of ours; itself always.
const QMap<QString, QStringList> kLayers = {
    {"src/base", {}},
    {"src/domain", {"src/base"}},
    {"platform", {"src/base"}},
    {"src/store", {"src/base", "src/domain", "platform"}},
    {"sync/wire", {"src/base", "src/domain"}},
    {"sync/engine", {"src/base", "src/domain", "src/store", "sync/wire", "platform"}},
    {"sync/hub", {"src/base", "src/domain", "sync/wire", "platform"}},
    {"src/cli", {"src/base", "src/domain", "src/store", "sync/wire", "sync/engine", "platform"}},
    {"src/demo", {"src/base", "src/domain", "src/store", "sync/engine", "platform"}},
    {"src/app", {"src/base", "src/domain", "src/store", "sync/engine", "platform"}},
};

/// Outside libraries by a word of their headers, and the only places that may include them.
const QMap<QString, QStringList> kLibraries = {
    {"curl/", {"platform/http_client.cpp"}},
    {"libsecret/", {"platform/keychain.cpp"}},
    {"glib", {"platform/keychain.cpp"}},
    {"gio/", {"platform/keychain.cpp"}},
    {"zlib.h", {"platform/gzip.cpp"}},
    {"qrencode.h", {"platform/qr_code.cpp"}},
    {"sodium.h", {"platform/crypto.cpp"}},
    {"csv.h", {"platform/csv.cpp"}},
    {"sqlite3.h", {"platform/sqlite.cpp"}},
    {"SQLiteCpp/", {"platform/sqlite.h", "src/store/", "sync/hub/sqlite_"}},
    {"xlsxwriter.h", {"sync/hub/workbook.cpp"}},
    {"cairo", {"sync/hub/drawing.cpp"}},
    {"pango/", {"sync/hub/drawing.cpp"}},
    {"qpdf/", {"sync/hub/drawing.cpp"}},
    {"libpq-fe.h", {"sync/hub/postgres_connection.cpp", "sync/hub/postgres_values.cpp"}},
    {"boost/", {"sync/hub/http_server.cpp", "sync/hub/http_io."}},
    {"openssl/", {"sync/hub/tls.cpp"}},
    {"nlohmann/", {"sync/wire/"}},
    {"kainjow/", {"sync/hub/web/"}},
    {"CLI/", {"sync/hub/command_line", "sync/hub/settings.cpp", "src/cli/command_line.cpp"}},
    {"prometheus/", {"sync/hub/metrics.cpp"}},
    {"Q", {"src/app/"}},
    {"Qt", {"src/app/"}},
};

const QString kRoot = QStringLiteral(VEJVISER_SOURCE);

struct Source {
  QString path;  ///< from the root
  QStringList lines;
};

QList<Source> sources(const QStringList& folders, const QStringList& patterns) {
  QList<Source> found;
  for (const QString& folder : folders) {
    QDirIterator files{kRoot + "/" + folder, patterns, QDir::Files, QDirIterator::Subdirectories};
    while (files.hasNext()) {
      QFile file{files.next()};
      if (file.fileName().contains("/node_modules/") || !file.open(QIODevice::ReadOnly)) continue;
      found.append(
          {file.fileName().mid(kRoot.size() + 1), QString::fromUtf8(file.readAll()).split('\n')});
    }
  }
  return found;
}

QList<Source> cppSources() {
  return sources({"src", "sync", "platform"}, {"*.h", "*.cpp"});
}

QString layerOf(const QString& path) {
  for (const QString& layer : kLayers.keys()) {
    if (path.startsWith(layer + "/")) return layer;
  }
  return {};
}

/// The quoted or angled target of an include line; empty for other lines.
QString included(const QString& line, bool quoted) {
  static const QRegularExpression kQuoted{R"(^#include "(.*)\")"};
  static const QRegularExpression kAngled{R"(^#include <(.*)>)"};
  return (quoted ? kQuoted : kAngled).match(line).captured(1);
}

bool isLibrary(const QString& header, const QString& word) {
  if (word == "Q") return header.size() > 1 && header[0] == 'Q' && header[1].isUpper();
  return header.startsWith(word) || header == word;
}

void expectNone(const QStringList& faults) {
  QVERIFY2(faults.isEmpty(), qPrintable("\n" + faults.join('\n')));
}

QString place(const Source& source, qsizetype line) {
  return source.path + ":" + QString::number(line + 1) + ": ";
}

}  // namespace

class TstTidy : public QObject {
  Q_OBJECT

 private slots:
  void layers_includeOnlyWhatTheyMay() {
    QStringList faults;
    for (const Source& source : cppSources()) {
      const QString layer = layerOf(source.path);
      QVERIFY2(!layer.isEmpty(), qPrintable(source.path + " is in no layer"));
      for (qsizetype i = 0; i < source.lines.size(); ++i) {
        const QString target = layerOf(included(source.lines[i], true));
        if (target.isEmpty() || target == layer || kLayers[layer].contains(target)) continue;
        faults << place(source, i) + layer + " may not include " + target;
      }
    }
    expectNone(faults);
  }

  void includes_startAtTheRoot() {
    QStringList faults;
    for (const Source& source : cppSources()) {
      for (qsizetype i = 0; i < source.lines.size(); ++i) {
        const QString header = included(source.lines[i], true);
        if (!header.isEmpty() && !QFile::exists(kRoot + "/" + header)) {
          faults << place(source, i) + header + " is not there";
        }
      }
    }
    expectNone(faults);
  }

  void libraries_stayInTheirRooms() {
    QStringList faults;
    for (const Source& source : cppSources()) {
      for (qsizetype i = 0; i < source.lines.size(); ++i) {
        const QString header = included(source.lines[i], false);
        for (auto it = kLibraries.begin(); it != kLibraries.end() && !header.isEmpty(); ++it) {
          const bool allowed = std::any_of(it->begin(), it->end(), [&](const QString& room) {
            return source.path.startsWith(room);
          });
          if (isLibrary(header, it.key()) && !allowed) {
            faults << place(source, i) + "<" + header + "> belongs to " + it->join(", ");
          }
        }
      }
    }
    expectNone(faults);
  }

  void files_areNoLongerThanOneCanRead() {
    QStringList faults;
    for (const Source& source : cppSources() + sources({"qml"}, {"*.qml"})) {
      const int most = source.path.endsWith(".h") ? 150 : source.path.endsWith(".qml") ? 250 : 400;
      if (source.lines.size() - 1 > most) {
        faults << source.path + " has " + QString::number(source.lines.size() - 1) +
                      " lines, more than " + QString::number(most);
      }
    }
    expectNone(faults);
  }

  void functions_areNoLongerThan60Lines() {
    static const QRegularExpression kNoFunction{
        "^(namespace|class|struct|enum|union|constexpr|const|extern|#|//)"};
    QStringList faults;
    for (const Source& source : cppSources()) {
      qsizetype start = -1;
      for (qsizetype i = 0; i < source.lines.size(); ++i) {
        const QString& line = source.lines[i];
        if (line == "}" && start >= 0) {
          if (i - start > 60)
            faults << place(source, start) + QString::number(i - start) + " lines";
          start = -1;
        }
        const bool opens =
            line.endsWith("{") && !line.startsWith(" ") && !kNoFunction.match(line).hasMatch();
        if (opens) start = i;
      }
    }
    expectNone(faults);
  }

  void lines_areNoWiderThan100() {
    QStringList faults;
    for (const Source& source : cppSources()) {
      for (qsizetype i = 0; i < source.lines.size(); ++i) {
        if (source.lines[i].size() > 100) faults << place(source, i) + "is too wide";
      }
    }
    expectNone(faults);
  }

  void nothingIsLeftLyingAbout() {
    static const QRegularExpression kLeft{R"(\b(TODO|FIXME|XXX|HACK)\b|std::cout|qDebug\()"};
    QStringList faults;
    for (const Source& source : cppSources() + sources({"qml"}, {"*.qml"}) +
                                    sources({"tests"}, {"*.h", "*.mjs", "*.sh"})) {
      for (qsizetype i = 0; i < source.lines.size(); ++i) {
        if (kLeft.match(source.lines[i]).hasMatch())
          faults << place(source, i) + source.lines[i].trimmed();
      }
    }
    expectNone(faults);
  }

  // Who cannot bear motion meets none: the bar's countdown alone moves, and it tells the time.
  void nothingMoves_butTheCountdown() {
    static const QRegularExpression kMotion{
        R"(\w+(Animation|Animator)\s*\{|Behavior on|Transition\s*\{)"};
    QStringList found;
    for (const Source& source : sources({"qml"}, {"*.qml"})) {
      for (qsizetype i = 0; i < source.lines.size(); ++i) {
        if (kMotion.match(source.lines[i]).hasMatch()) found << source.path;
      }
    }
    QCOMPARE(found, QStringList{"qml/controls/HelpBar.qml"});
  }

  void everyFile_isBuilt() {
    QString lists;
    for (const Source& source :
         sources({"src", "sync", "platform", "qml", "tests"}, {"CMakeLists.txt"})) {
      lists += source.lines.join('\n');
    }
    QStringList faults;
    for (const Source& source : cppSources()) {
      if (!source.path.endsWith(".cpp")) continue;
      const QString name = source.path.section('/', -1);
      if (!lists.contains(name)) faults << source.path + " is in no CMakeLists.txt";
    }
    expectNone(faults);
  }

  void everyHeader_saysWhatItIsFor() {
    QStringList faults;
    for (const Source& source : cppSources()) {
      if (!source.path.endsWith(".h")) continue;
      if (!source.lines.first().startsWith("// "))
        faults << source.path + " does not say what it is for";
      if (!source.lines.contains("#pragma once")) faults << source.path + " has no #pragma once";
    }
    expectNone(faults);
  }

  void everyWordOnTheScreen_isTranslated() {
    QStringList faults;
    for (const Source& source : sources({"qml/i18n"}, {"*.ts"})) {
      for (qsizetype i = 0; i < source.lines.size(); ++i) {
        if (source.lines[i].contains("type=\"unfinished\"") ||
            source.lines[i].contains("<translation />")) {
          faults << place(source, i) + "is not translated";
        }
      }
    }
    expectNone(faults);
  }

  void translations_knowEveryWordOfTheSource() {
    const QTemporaryDir dir;
    QProcess update;
    QStringList arguments{"-locations", "none", "-no-obsolete", "-I", ".", "qml", "src/app", "-ts"};
    for (const char* language : {"vejviser_da.ts", "vejviser_en.ts"}) {
      QVERIFY(QFile::copy(kRoot + "/qml/i18n/" + language, dir.filePath(language)));
      arguments << dir.filePath(language);
    }
    update.setWorkingDirectory(kRoot);
    update.start(VEJVISER_LUPDATE, arguments);
    QVERIFY(update.waitForFinished() && update.exitCode() == 0);
    QStringList faults;
    for (qsizetype i = arguments.indexOf("-ts") + 1; i < arguments.size(); ++i) {
      QFile file{arguments[i]};
      QVERIFY(file.open(QIODevice::ReadOnly));
      QString source;
      for (const QString& line : QString::fromUtf8(file.readAll()).split('\n')) {
        if (line.contains("<source>")) source = line.trimmed();
        if (line.contains("unfinished")) faults << file.fileName().section('/', -1) + ": " + source;
      }
    }
    expectNone(faults);
  }

  void danish_isDanish() {
    static const QRegularExpression kTranslation{"<(translation|numerusform)>(.*)</"};
    static const QRegularExpression kEnglish{R"(\b(the|this|is|are|and|not|with|of|it)\b)",
                                             QRegularExpression::CaseInsensitiveOption};
    QStringList faults;
    for (const Source& source : sources({"qml/i18n"}, {"*_da.ts"})) {
      for (qsizetype i = 0; i < source.lines.size(); ++i) {
        const QString text = kTranslation.match(source.lines[i]).captured(2).remove("it-afdeling");
        if (kEnglish.match(text).hasMatch()) faults << place(source, i) + text;
      }
    }
    expectNone(faults);
  }
};

QTEST_GUILESS_MAIN(TstTidy)
#include "tst_tidy.moc"
