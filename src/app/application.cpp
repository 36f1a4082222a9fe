#include "src/app/application.h"

#include "platform/files.h"
#include "platform/log.h"
#include "src/base/version.h"

#include <QCommandLineParser>
#include <QFile>
#include <QFont>
#include <QFontDatabase>
#include <QIcon>
#include <QQmlComponent>
#include <QtQml/QQmlExtensionPlugin>
#include <future>

Q_IMPORT_QML_PLUGIN(VejviserPlugin)
Q_IMPORT_QML_PLUGIN(Vejviser_ModelPlugin)

namespace vejviser::app {

namespace {

constexpr int kWrongUse = 2;
/// Debian installs the icons in four formats, and by name alone the packed one is found: unpacking
/// it took 6 ms of the start.
constexpr const char* kIcons =
    "/usr/share/fonts/truetype/material-design-icons-iconfont/MaterialIcons-Regular.ttf";

QString version() {
  const std::string_view text = programVersion();
  return QString::fromLatin1(text.data(), static_cast<qsizetype>(text.size()));
}

std::filesystem::path toPath(const QString& text) {
  return text.toStdString();
}

/// What the error window says.
QVariantMap explanation(const Error& error) {
  return {{"detail", QString::fromStdString(error.text())},
          {"inUse", error.code == ErrorCode::Refused},
          {"newer", error.code == ErrorCode::Incompatible}};
}

QUrl moduleFile(const char* name) {
  return QUrl{QStringLiteral("qrc:/qt/qml/Vejviser/") + QLatin1String{name}};
}

/// Looks the fonts up. Where the icons lie elsewhere they are found by name.
void readFonts() {
  QFontDatabase::hasFamily(QStringLiteral("Inter"));
  if (QFile::exists(QLatin1String{kIcons}))
    QFontDatabase::addApplicationFont(QLatin1String{kIcons});
}

/// The keyboard of Qt itself.
bool wantsTouchKeyboard() {
  return qEnvironmentVariable("QT_IM_MODULE") == QLatin1String{"qtvirtualkeyboard"};
}

/// Has its window stay, whoever asks it to close.
class StayOpen final : public QObject {
 public:
  bool eventFilter(QObject*, QEvent* event) override {
    if (event->type() != QEvent::Close) return false;
    event->ignore();
    return true;
  }
};

}  // namespace

Application::Application(const engine::TabletOptions& options, ScreenUse screenUse)
    : m_options(options), m_screenUse(screenUse) {
  QGuiApplication::setApplicationName(QStringLiteral("Vejviser"));
  QGuiApplication::setApplicationVersion(version());
  QGuiApplication::setDesktopFileName(QStringLiteral("vejviser"));
  QGuiApplication::setWindowIcon(QIcon{QStringLiteral(":/vejviser.svg")});
  QFont font{QStringLiteral("Inter")};
  font.setPixelSize(16);
  QGuiApplication::setFont(font);
  m_engine.addImportPath(QStringLiteral("qrc:/qt/qml"));
}

Application::~Application() {
  for (QObject* root : m_engine.rootObjects()) delete root;  // before the models they show
}

Application::Start Application::start() {
  // What takes long before there can be a picture is done beside the opening of the store.
  const auto fonts = std::async(std::launch::async, readFonts);
  const QQmlComponent types{&m_engine, moduleFile("Main.qml"), QQmlComponent::Asynchronous};
  auto doorbell = platform::Doorbell::hang(m_options.dir);
  if (!doorbell && doorbell.error().code == ErrorCode::Refused) {
    if (platform::ringDoorbell(m_options.dir)) return Start::ShownElsewhere;
    doorbell = platform::Doorbell::hang(m_options.dir);  // it may have ended meanwhile
  }
  auto session = TabletSession::open(m_options);
  if (!session) {
    platform::log(platform::LogLevel::Error, session.error().text());
    m_language.speak(QStringLiteral("da"));
    return show("ErrorWindow.qml", explanation(session.error()));
  }
  m_session = std::move(*session);
  m_context = std::make_unique<AppContext>(*m_session, m_language, m_engine);
  QVariantMap properties{{"app", QVariant::fromValue(m_context.get())}};
  if (wantsTouchKeyboard()) properties["footer"] = QVariant::fromValue(makeKeyboard());
  const Start shown = show("Main.qml", properties);
  if (shown != Start::Shown) return shown;
  if (doorbell) listen(std::move(*doorbell));
  if (m_screenUse == ScreenUse::Kiosk) {
    m_stayOpen = std::make_unique<StayOpen>();
    window()->installEventFilter(m_stayOpen.get());
  }
  return shown;
}

Application::Start Application::show(const char* file, QVariantMap properties) {
  if (m_screenUse == ScreenUse::Kiosk) properties["visibility"] = QWindow::FullScreen;
  m_engine.setInitialProperties(properties);
  m_engine.load(moduleFile(file));
  return window() != nullptr ? Start::Shown : Start::NoWindow;
}

/// The keyboard is a library of its own: a window without it is better than none.
QQuickItem* Application::makeKeyboard() {
  QQmlComponent component{&m_engine, moduleFile("controls/TouchKeyboard.qml")};
  if (component.isReady()) {
    m_keyboard.reset(component.create());
  } else {
    platform::log(platform::LogLevel::Error, component.errorString().toStdString());
  }
  return qobject_cast<QQuickItem*>(m_keyboard.get());
}

/// From now on a second start shows this window.
void Application::listen(platform::Doorbell doorbell) {
  m_doorbell = std::move(doorbell);
  m_bell = std::make_unique<QSocketNotifier>(m_doorbell->descriptor(), QSocketNotifier::Read);
  QObject::connect(m_bell.get(), &QSocketNotifier::activated, m_bell.get(),
                   [this] { m_doorbell->answer([this] { comeToFront(); }); });
}

void Application::comeToFront() {
  window()->setWindowStates(window()->windowStates() & ~Qt::WindowMinimized);
  window()->raise();
  window()->requestActivate();
}

QQuickWindow* Application::window() const {
  return m_engine.rootObjects().isEmpty()
             ? nullptr
             : qobject_cast<QQuickWindow*>(m_engine.rootObjects().constFirst());
}

namespace {

/// What the command line asks for: a tablet, or an exit code at once.
struct Wish {
  engine::TabletOptions tablet{};
  ScreenUse screenUse = ScreenUse::Window;
  std::optional<int> exitCode{};
};

/// Answers --help and --version where there may be no screen. Only a program that ends then may
/// have this application: with its end Qt forgets what makes windows known to screen readers.
void answer(int argc, char** argv, const QCommandLineParser& parser, bool help) {
  const QCoreApplication core{argc, argv};
  const QString line = QStringLiteral("vejviser %1\n").arg(version());
  std::printf("%s", qPrintable(help ? parser.helpText() : line));
}

Wish readCommandLine(int argc, char** argv) {
  QCommandLineParser parser;
  parser.setApplicationDescription(
      QStringLiteral("Vejviser: log helps offline, share the figures.\n\n"
                     "Exit codes: 0 closed, or shown in the window that was open already;\n"
                     "1 no window could be made, 2 wrong use."));
  const QCommandLineOption help = parser.addHelpOption();
  const QCommandLineOption version = parser.addVersionOption();
  const QCommandLineOption data{QStringLiteral("data"), QStringLiteral("The tablet's folder."),
                                QStringLiteral("folder"),
                                QString::fromStdString(platform::defaultDataDir().string())};
  const QCommandLineOption ca{QStringLiteral("ca-file"),
                              QStringLiteral("Certificate authorities to trust."),
                              QStringLiteral("file")};
  const QCommandLineOption kiosk{QStringLiteral("kiosk"),
                                 QStringLiteral("Fill the screen; nobody can close the window.")};
  parser.addOptions({data, ca, kiosk});
  QStringList words;
  for (int i = 0; i < argc; ++i) words << QString::fromLocal8Bit(argv[i]);
  const bool read = parser.parse(words);
  if (!read || !parser.positionalArguments().isEmpty()) {
    const QString why = read ? QStringLiteral("takes no files") : parser.errorText();
    std::fprintf(stderr, "vejviser: %s\n", qPrintable(why));
    return {.exitCode = kWrongUse};
  }
  if (parser.isSet(help) || parser.isSet(version)) {
    answer(argc, argv, parser, parser.isSet(help));
    return {.exitCode = 0};
  }
  return {.tablet = {toPath(parser.value(data)), toPath(parser.value(ca))},
          .screenUse = parser.isSet(kiosk) ? ScreenUse::Kiosk : ScreenUse::Window};
}

}  // namespace

int runApplication(int argc, char** argv) {
  const Wish wish = readCommandLine(argc, argv);
  if (wish.exitCode) return *wish.exitCode;
  const QGuiApplication gui{argc, argv};
  Application application{wish.tablet, wish.screenUse};
  switch (application.start()) {
    case Application::Start::Shown:
      return QGuiApplication::exec();
    case Application::Start::NoWindow:
      return 1;
    case Application::Start::ShownElsewhere:
      break;
  }
  std::fprintf(stderr, "vejviser: its window was open already and has been brought to the front\n");
  return 0;
}

}  // namespace vejviser::app
