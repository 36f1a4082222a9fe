#include "src/app/application.h"

#include "platform/files.h"
#include "platform/log.h"

#include <QCommandLineParser>
#include <QFont>
#include <QFontDatabase>
#include <QIcon>
#include <QQuickStyle>
#include <QtQml/QQmlExtensionPlugin>

Q_IMPORT_QML_PLUGIN(VejviserPlugin)
Q_IMPORT_QML_PLUGIN(Vejviser_ModelPlugin)

namespace vejviser::app {

namespace {

constexpr const char* kVersion = VEJVISER_VERSION;
constexpr int kWrongUse = 2;

std::filesystem::path toPath(const QString& text) {
  return text.toStdString();
}

/// What the error window says.
QVariantMap explanation(const Error& error) {
  return {{"detail", QString::fromStdString(error.text())},
          {"inUse", error.code == ErrorCode::Refused},
          {"newer", error.code == ErrorCode::Incompatible}};
}

}  // namespace

Application::Application(const engine::TabletOptions& options) : m_options(options) {
  QGuiApplication::setApplicationName(QStringLiteral("Vejviser"));
  QGuiApplication::setApplicationVersion(QString::fromLatin1(kVersion));
  QGuiApplication::setDesktopFileName(QStringLiteral("vejviser"));
  QQuickStyle::setStyle(QStringLiteral("Basic"));
  QFont font{QStringLiteral("Inter")};
  font.setPixelSize(16);
  QGuiApplication::setFont(font);
  m_engine.addImportPath(QStringLiteral("qrc:/qt/qml"));
}

Application::~Application() {
  for (QObject* root : m_engine.rootObjects()) delete root;  // before the models they show
}

bool Application::start() {
  auto session = TabletSession::open(m_options);
  if (!session) {
    platform::log(platform::LogLevel::Error, session.error().text());
    m_language.speak(QStringLiteral("da"));
    m_engine.setInitialProperties(explanation(session.error()));
    m_engine.load(QUrl{QStringLiteral("qrc:/qt/qml/Vejviser/ErrorWindow.qml")});
    return window() != nullptr;
  }
  m_session = std::move(*session);
  m_context = std::make_unique<AppContext>(*m_session, m_language, m_engine);
  m_engine.setInitialProperties({{"app", QVariant::fromValue(m_context.get())}});
  m_engine.load(QUrl{QStringLiteral("qrc:/qt/qml/Vejviser/Main.qml")});
  return window() != nullptr;
}

QQuickWindow* Application::window() const {
  return m_engine.rootObjects().isEmpty()
             ? nullptr
             : qobject_cast<QQuickWindow*>(m_engine.rootObjects().constFirst());
}

namespace {

/// What the command line asks for: a tablet, or an exit code at once.
struct Wish {
  engine::TabletOptions tablet;
  std::optional<int> exitCode;
};

/// Answers --help and --version where there may be no screen. Only a program that ends then may
/// have this application: with its end Qt forgets what makes windows known to screen readers.
void answer(int argc, char** argv, const QCommandLineParser& parser, bool help) {
  const QCoreApplication core{argc, argv};
  const QString version = QStringLiteral("vejviser %1\n").arg(QLatin1String{kVersion});
  std::printf("%s", qPrintable(help ? parser.helpText() : version));
}

Wish readCommandLine(int argc, char** argv) {
  QCommandLineParser parser;
  parser.setApplicationDescription(
      QStringLiteral("Vejviser: log helps offline, share the figures.\n\n"
                     "Exit codes: 0 closed, 1 no window could be made, 2 wrong use."));
  const QCommandLineOption help = parser.addHelpOption();
  const QCommandLineOption version = parser.addVersionOption();
  const QCommandLineOption data{QStringLiteral("data"), QStringLiteral("The tablet's folder."),
                                QStringLiteral("folder"),
                                QString::fromStdString(platform::defaultDataDir().string())};
  const QCommandLineOption ca{QStringLiteral("ca-file"),
                              QStringLiteral("Certificate authorities to trust."),
                              QStringLiteral("file")};
  parser.addOptions({data, ca});
  QStringList words;
  for (int i = 0; i < argc; ++i) words << QString::fromLocal8Bit(argv[i]);
  const bool read = parser.parse(words);
  if (!read || !parser.positionalArguments().isEmpty()) {
    const QString why = read ? QStringLiteral("takes no files") : parser.errorText();
    std::fprintf(stderr, "vejviser: %s\n", qPrintable(why));
    return {{}, kWrongUse};
  }
  if (parser.isSet(help) || parser.isSet(version)) {
    answer(argc, argv, parser, parser.isSet(help));
    return {{}, 0};
  }
  return {{toPath(parser.value(data)), toPath(parser.value(ca))}, std::nullopt};
}

}  // namespace

int runApplication(int argc, char** argv) {
  const Wish wish = readCommandLine(argc, argv);
  if (wish.exitCode) return *wish.exitCode;
  const QGuiApplication gui{argc, argv};
  Application application{wish.tablet};
  if (!application.start()) return 1;
  return QGuiApplication::exec();
}

}  // namespace vejviser::app
