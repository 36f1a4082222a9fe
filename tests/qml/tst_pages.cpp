// Goal: each page does what its words say, by taps and keys, in both languages and all sizes.
// Method: Qt Quick Test on the real window with a real tablet behind it; the tst_*.qml files beside
// this one.
#include "src/app/app_context.h"

#include <QDir>
#include <QFile>
#include <QMetaProperty>
#include <QQmlContext>
#include <QQmlEngine>
#include <QQuickStyle>
#include <QRegularExpression>
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
    qputenv("HOME", m_dir->filePath("home").toUtf8());
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

  /// The names of an object's own properties that are colours, sorted.
  Q_INVOKABLE QStringList coloursOf(const QObject* object) const {
    QStringList names;
    const QMetaObject* type = object->metaObject();
    for (int i = type->propertyOffset(); i < type->propertyCount(); ++i) {
      const QMetaProperty property = type->property(i);
      if (property.metaType().id() == QMetaType::QColor) names << property.name();
    }
    names.sort();
    return names;
  }

  Q_INVOKABLE int waiting() const { return static_cast<int>(m_session->queries().waiting()); }

  /// What waits now could not be read by a hub.
  Q_INVOKABLE void quarantineAll(const QString& answer) {
    for (const store::WaitingEntry& entry : allWaiting()) {
      const Instant now = m_session->clock().now();
      if (!m_session->store().quarantine(entry.seq, answer.toStdString(), now))
        qFatal("not stored");
    }
    m_session->retry(Id{});  // of nothing: sync looks at what is in quarantine now
    const auto all = m_session->queries().counts().quarantined;
    if (!QTest::qWaitFor([&] { return m_session->syncStatus().counts.quarantined == all; })) {
      qFatal("sync does not see it");
    }
  }

  /// What waits now was sent, and is held by the hub.
  Q_INVOKABLE void holdAll(const QString& reason) {
    store::Settlement settlement;
    settlement.stamp = "s";
    settlement.now = settlement.hubNow = m_session->clock().now();
    for (const store::WaitingEntry& entry : allWaiting()) {
      settlement.acks.push_back({entry.seq, reason.toStdString()});
    }
    if (!m_session->store().settle(settlement)) qFatal("not stored");
    emit m_session->statusChanged();
  }

  /// The reasons to hold that the protocol knows.
  Q_INVOKABLE QStringList reasonsToHold() const {
    QFile file{VEJVISER_SOURCE "/sync/PROTOCOL.md"};
    if (!file.open(QIODevice::ReadOnly)) qFatal("the protocol is not there");
    const QString text = QString::fromUtf8(file.readAll()).section("Reasons to hold:", 1, 1);
    static const QRegularExpression kAside{"\\([^)]*\\)"};
    static const QRegularExpression kReason{"`([a-z-]+)`"};
    QStringList reasons;
    for (auto it = kReason.globalMatch(text.section("\n\n", 0, 0).remove(kAside)); it.hasNext();) {
      reasons << it.next().captured(1);
    }
    return reasons;
  }

  Q_INVOKABLE QString clockText(double offset_ms) const {
    return app::SyncStatusModel::clockTextFor(milliseconds{static_cast<std::int64_t>(offset_ms)});
  }

  /// What lies in the person's folder for documents.
  Q_INVOKABLE QStringList documents() const {
    return QDir{documentsDir()}.entryList(QDir::Files, QDir::Name);
  }

  Q_INVOKABLE QString document(const QString& name) const {
    QFile file{documentsDir() + "/" + name};
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString{};
  }

  /// Nothing can be saved there any more.
  Q_INVOKABLE void spoilDocuments() const {
    QDir{}.mkpath(m_dir->filePath("home"));
    QFile file{documentsDir()};
    if (!file.open(QIODevice::WriteOnly)) qFatal("not spoilt");
  }

 private:
  std::vector<store::WaitingEntry> allWaiting() const {
    return m_session->store().batch(100'000, SIZE_MAX, m_session->clock().now()).value();
  }
  QString documentsDir() const { return m_dir->filePath("home/Documents"); }

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
