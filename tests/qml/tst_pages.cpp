// Goal: each page does what its words say, by taps and keys, in both languages and all sizes.
// Method: Qt Quick Test on the real window with a real tablet behind it; the tst_*.qml files beside
// this one.
#include "src/app/app_context.h"

#include <QQmlContext>
#include <QQmlEngine>
#include <QQuickStyle>
#include <QTemporaryDir>
#include <QtQml/QQmlExtensionPlugin>
#include <QtQuickTest>

Q_IMPORT_QML_PLUGIN(VejviserPlugin)
Q_IMPORT_QML_PLUGIN(Vejviser_ModelPlugin)

using namespace vejviser;

/// Gives each test a tablet of its own.
class Stage : public QObject {
  Q_OBJECT

 public:
  explicit Stage(QQmlEngine& engine) : m_engine(engine) {}

  /// A new tablet in a new folder, as AppContext; `unit` may be empty.
  Q_INVOKABLE QObject* newTablet(const QString& unit) {
    closeTablet();
    m_dir = std::make_unique<QTemporaryDir>();
    auto session = app::TabletSession::open({m_dir->path().toStdString(), {}});
    if (!session) qFatal("%s", session.error().text().c_str());
    m_session = std::move(*session);
    m_context = std::make_unique<app::AppContext>(*m_session, m_language, m_engine);
    QQmlEngine::setObjectOwnership(m_context.get(), QQmlEngine::CppOwnership);
    m_context->settings()->setUnit(unit);
    return m_context.get();
  }

  /// The window must be gone before.
  Q_INVOKABLE void closeTablet() {
    m_context.reset();
    m_session.reset();
  }

  /// Helps that stand on this tablet today, as the store has them.
  Q_INVOKABLE int helpsStored() const {
    const Day day = toLocal(m_session->clock().now()).day;
    return static_cast<int>(m_session->queries().ownFigures({day, day}).helps);
  }

  Q_INVOKABLE int entriesStored() const {
    return static_cast<int>(m_session->queries().counts().entries);
  }

 private:
  QQmlEngine& m_engine;
  app::Language m_language;
  std::unique_ptr<QTemporaryDir> m_dir;
  std::unique_ptr<app::TabletSession> m_session;
  std::unique_ptr<app::AppContext> m_context;
};

class Setup : public QObject {
  Q_OBJECT

 public slots:
  void applicationAvailable() {
    QQuickStyle::setStyle("Basic");
    QFont font{"Inter"};
    font.setPixelSize(16);
    QGuiApplication::setFont(font);
  }

  void qmlEngineAvailable(QQmlEngine* engine) {
    engine->addImportPath("qrc:/qt/qml");
    m_stage = std::make_unique<Stage>(*engine);
    engine->rootContext()->setContextProperty("stage", m_stage.get());
  }

  void cleanupTestCase() { m_stage.reset(); }

 private:
  std::unique_ptr<Stage> m_stage;
};

QUICK_TEST_MAIN_WITH_SETUP(pages, Setup)
#include "tst_pages.moc"
