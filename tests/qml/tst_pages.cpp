// Goal: each page does what its words say, by taps and keys, in both languages and all sizes.
// Method: Qt Quick Test on the real window with a real tablet behind it; the tst_*.qml files beside
// this one.
#include "src/app/app_context.h"
#include "src/app/labels.h"

#include <QDir>
#include <QFile>
#include <QQmlContext>
#include <QQmlEngine>
#include <QQuickStyle>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QtQml/QQmlExtensionPlugin>
#include <QtQuickTest>
#include <utility>

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
    m_pulled = 0;
    m_joined = false;
    qputenv("HOME", m_dir->filePath("home").toUtf8());
    openTablet();
    m_context->settings()->setUnit(unit);
    return m_context.get();
  }

  /// Keeps what is on the disk now for restarted(): what comes later is lost, as when the program
  /// is killed.
  Q_INVOKABLE void kill() {
    m_killed = std::make_unique<QTemporaryDir>();
    for (const QFileInfo& file : QDir{m_dir->path()}.entryInfoList({"tablet.db*"}, QDir::Files)) {
      if (!QFile::copy(file.filePath(), m_killed->filePath(file.fileName()))) qFatal("not copied");
    }
  }

  /// The tablet as it was when it was killed, as AppContext. The window must be gone before.
  Q_INVOKABLE QObject* restarted() {
    closeTablet();
    m_dir = std::move(m_killed);
    openTablet();
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

  /// A hub has told the tablet this: `documents` and `branches` by their code, and how many days
  /// ago helps about each topic were last given at `branch` by another tablet.
  Q_INVOKABLE void tell(const QVariantMap& documents, const QVariantMap& branches,
                        const QString& branch, const QVariantMap& daysAgo) {
    store::Settlement settlement;
    settlement.stamp = "s";
    settlement.now = settlement.hubNow = m_session->clock().now();
    const auto utf8 = [](const QString& text) { return text.toStdString(); };
    for (auto it = documents.begin(); it != documents.end(); ++it) {
      settlement.rows.push_back(DocumentRow{utf8(it.key()), utf8(it->toString())});
    }
    for (auto it = branches.begin(); it != branches.end(); ++it) {
      settlement.rows.push_back(
          BranchRow{utf8(it.key()), Branch{utf8(it.key()), utf8(it->toString())}});
    }
    for (auto it = daysAgo.begin(); it != daysAgo.end(); ++it) {
      const Day day = toLocal(settlement.now).day - std::chrono::days{it->toInt()};
      settlement.rows.push_back(
          CellRow{{{day, Series::Topic, utf8(branch), Unit::Library, utf8(it.key())}, 1}});
    }
    if (!m_session->store().startOver() || !m_session->store().settle(settlement)) {
      qFatal("not stored");
    }
    bool pulled = false;
    const auto seen =
        connect(m_session.get(), &app::TabletSession::pulled, this, [&pulled] { pulled = true; });
    m_session->retry(Id{});  // of nothing: sync looks at what it has
    if (!QTest::qWaitFor([&pulled] { return pulled; })) qFatal("the tablet does not see it");
    disconnect(seen);
  }

  Q_INVOKABLE void workAt(const QString& unit, const QString& branch) {
    if (!m_session->setWorkplace({unitFromCode(unit.toStdString()), branch.toStdString()}))
      qFatal("not stored");
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

  Q_INVOKABLE QString setting(const QString& key) const {
    return QString::fromStdString(m_session->store().setting(key.toStdString()).value_or(""));
  }

  /// The next pull brings an event that citizen service held so many days ago; its subject.
  Q_INVOKABLE QString pullEvent(const QString& topic, int daysAgo, int attendance) {
    Standing held;
    held.kind = EntryKind::Event;
    held.at = m_session->clock().now() - std::chrono::days{daysAgo};
    held.fields.topic = topic.toStdString();
    held.fields.unit = Unit::CitizenService;
    held.fields.attendance = attendance;
    held.fields.citizenService_min = 120;
    const Id subject = *parseId(QStringLiteral("0190a0b0-0000-7000-9000-%1")
                                    .arg(++m_pulled, 12, 10, QLatin1Char('0'))
                                    .toStdString());
    held.top = subject;
    pull({subject, held});
    return app::toQString(toString(subject));
  }

  /// The newest event that stands, as the store has it; empty when there is none.
  Q_INVOKABLE QVariantMap newestEvent() const {
    const auto found = m_session->shared().events({});
    if (found.empty()) return {};
    const Fields& fields = found[0].standing.fields;
    return {{"subject", app::toQString(toString(found[0].subject))},
            {"topic", QString::fromStdString(fields.topic)},
            {"unit", app::toQString(code(fields.unit))},
            {"audience", app::toQString(code(fields.audience))},
            {"attendance", fields.attendance},
            {"library_min", fields.library_min},
            {"citizenService_min", fields.citizenService_min},
            {"branch", QString::fromStdString(fields.branch)},
            {"at", QString::fromStdString(toString(toLocal(found[0].standing.at)))}};
  }

  /// The local day so many days from today, as {day, month, year}.
  Q_INVOKABLE QStringList dayFromNow(int days) const {
    const std::chrono::year_month_day date{toLocal(m_session->clock().now()).day +
                                           std::chrono::days{days}};
    return {QString::number(static_cast<unsigned>(date.day())),
            QString::number(static_cast<unsigned>(date.month())),
            QString::number(static_cast<int>(date.year()))};
  }

  /// The same day as toString(Day) has it.
  Q_INVOKABLE QString isoDay(int days) const {
    return QString::fromStdString(
        toString(toLocal(m_session->clock().now()).day + std::chrono::days{days}));
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
  void openTablet() {
    auto session = app::TabletSession::open({m_dir->path().toStdString(), {}});
    if (!session) qFatal("%s", session.error().text().c_str());
    m_session = std::move(*session);
    m_context = std::make_unique<app::AppContext>(*m_session, m_language, m_engine);
    QQmlEngine::setObjectOwnership(m_context.get(), QQmlEngine::CppOwnership);
  }

  void pull(const SubjectRow& row) {
    if (!std::exchange(m_joined, true) && !m_session->store().startOver()) qFatal("not stored");
    store::Settlement settlement;
    settlement.stamp = "s";
    settlement.now = settlement.hubNow = m_session->clock().now();
    settlement.rows = {row};
    if (!m_session->store().settle(settlement)) qFatal("not stored");
    emit m_session->pulled();
  }

  std::vector<store::WaitingEntry> allWaiting() const {
    return m_session->store().batch(100'000, SIZE_MAX, m_session->clock().now()).value();
  }
  QString documentsDir() const { return m_dir->filePath("home/Documents"); }

  QQmlEngine& m_engine;
  app::Language m_language;
  std::unique_ptr<QTemporaryDir> m_dir;
  std::unique_ptr<QTemporaryDir> m_killed;
  int m_pulled = 0;       ///< questions from elsewhere
  bool m_joined = false;  ///< there has been a pull
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
