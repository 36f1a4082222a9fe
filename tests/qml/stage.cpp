#include "tests/qml/stage.h"

#include "platform/system.h"
#include "src/app/labels.h"
#include "src/app/question_words.h"
#include "src/app/running_timer.h"
#include "src/domain/opening_hours.h"
#include "src/domain/slip_code.h"

#include <QDir>
#include <QFile>
#include <QMetaProperty>
#include <QRegularExpression>
#include <QtTest>
#include <utility>

namespace vejviser {

QObject* Stage::newTablet(const QString& unit) {
  closeTablet();
  m_dir = std::make_unique<QTemporaryDir>();
  m_pulled = 0;
  m_joined = false;
  qputenv("HOME", m_dir->filePath("home").toUtf8());
  openTablet();
  m_context->settings()->setUnit(unit);
  return m_context.get();
}

void Stage::kill() {
  m_killed = std::make_unique<QTemporaryDir>();
  for (const QFileInfo& file : QDir{m_dir->path()}.entryInfoList({"tablet.db*"}, QDir::Files)) {
    if (!QFile::copy(file.filePath(), m_killed->filePath(file.fileName()))) qFatal("not copied");
  }
}

QObject* Stage::restarted() {
  closeTablet();
  m_dir = std::move(m_killed);
  openTablet();
  return m_context.get();
}

void Stage::endRole() {
  m_context->roles()->end();
}

void Stage::ageTimers(int minutes) {
  auto timers = app::timersFromText(m_session->store().setting("timers").value_or(""));
  for (app::RunningTimer& timer : timers) {
    timer.start -= std::chrono::minutes{minutes};
    timer.boot = "00000000";  // of a boot before this one: a machine may be up for less
  }
  if (!m_session->store().setSetting("timers", app::toText(timers))) qFatal("not stored");
}

QString Stage::timersStored() const {
  return QString::fromStdString(m_session->store().setting("timers").value_or(""));
}

void Stage::storeTimers(const QString& text) {
  if (!m_session->store().setSetting("timers", text.toStdString())) qFatal("not stored");
}

QVariantMap Stage::standing() const {
  const auto& state = m_context->log()->bar()->state();
  if (!state) return {};
  const Fields& fields = state->standing.fields;
  const auto text = [](std::string_view code) { return app::toQString(code); };
  return {{"subject", text(toString(state->subject))},
          {"kind", text(code(state->standing.kind))},
          {"role", text(fields.role)},
          {"topic", text(fields.topic)},
          {"timing", text(code(fields.timing))},
          {"band", text(code(fields.band))},
          {"refusal", text(code(fields.refusal))},
          {"contact", fields.contact ? text(toString(*fields.contact)) : QString{}},
          {"room", text(code(fields.room))},
          {"channel", text(code(fields.channel))},
          {"language", text(fields.language)},
          {"minutesAgo", fields.when ? static_cast<int>((m_session->clock().now() - *fields.when) /
                                                        std::chrono::minutes{1})
                                     : -1}};
}

void Stage::cameraDoes(const QString& script) {
  QDir dir{m_dir->path()};
  dir.mkpath("devices");
  dir.mkpath("bin");
  QFile device{dir.filePath("devices/video0")};
  if (!device.open(QIODevice::WriteOnly)) qFatal("no device");
  QFile program{dir.filePath("bin/zbarcam")};
  program.remove();
  if (!script.isEmpty()) {
    if (!program.open(QIODevice::WriteOnly)) qFatal("no program");
    program.write("#!/bin/sh\n" + script.toUtf8() + '\n');
    program.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    program.close();
  }
  // Nothing else is on the path: the real program may be installed here.
  qputenv("PATH", dir.filePath("bin").toUtf8());
  m_context->camera()->lookIn(dir.filePath("devices"));
}

void Stage::closeTablet() {
  qputenv("PATH", m_path);
  m_context.reset();
  m_session.reset();
}

int Stage::helpsStored() const {
  const Day day = toLocal(m_session->clock().now()).day;
  return static_cast<int>(m_session->queries().ownFigures({day, day}).helps);
}

int Stage::entriesStored() const {
  return static_cast<int>(m_session->queries().counts().entries);
}

int Stage::waiting() const {
  return static_cast<int>(m_session->queries().waiting());
}

QStringList Stage::coloursOf(const QObject* object) const {
  QStringList names;
  const QMetaObject* type = object->metaObject();
  for (int i = type->propertyOffset(); i < type->propertyCount(); ++i) {
    const QMetaProperty property = type->property(i);
    if (property.metaType().id() == QMetaType::QColor) names << property.name();
  }
  names.sort();
  return names;
}

void Stage::quarantineAll(const QString& answer) {
  for (const store::WaitingEntry& entry : allWaiting()) {
    const Instant now = m_session->clock().now();
    if (!m_session->store().quarantine(entry.seq, answer.toStdString(), now)) qFatal("not stored");
  }
  m_session->retry(Id{});  // of nothing: sync looks at what is in quarantine now
  const auto all = m_session->queries().counts().quarantined;
  if (!QTest::qWaitFor([&] { return m_session->syncStatus().counts.quarantined == all; })) {
    qFatal("sync does not see it");
  }
}

void Stage::holdAll(const QString& reason) {
  store::Settlement settlement;
  settlement.stamp = "s";
  settlement.now = settlement.hubNow = m_session->clock().now();
  for (const store::WaitingEntry& entry : allWaiting()) {
    settlement.acks.push_back({entry.seq, reason.toStdString()});
  }
  if (!m_session->store().settle(settlement)) qFatal("not stored");
  emit m_session->statusChanged();
}

void Stage::tell(const QVariantMap& documents, const QVariantMap& branches, const QString& branch,
                 const QVariantMap& daysAgo) {
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
  take(settlement);
}

void Stage::retire(const QString& topic, int daysAgo) {
  store::Settlement settlement;
  settlement.stamp = "s";
  settlement.now = settlement.hubNow = m_session->clock().now();
  int order = 0;
  const Catalogue built_in = store::builtInCatalogue();
  for (Topic each : built_in.topics()) {
    if (each.id == topic.toStdString()) {
      each.validTo = toLocal(settlement.now).day - std::chrono::days{daysAgo};
    }
    settlement.rows.push_back(TopicRow{each.id, order++, each});
  }
  take(settlement);
}

void Stage::tellFigures(const QVariantMap& cells, const QVariantMap& heard,
                        const QVariantMap& documents) {
  store::Settlement settlement;
  settlement.stamp = "s";
  settlement.now = settlement.hubNow = m_session->clock().now();
  for (auto it = cells.begin(); it != cells.end(); ++it) {
    const auto key = parseCellKey(it.key().toStdString());
    if (!key) qFatal("no such cell: %s", qPrintable(it.key()));
    settlement.rows.push_back(CellRow{{*key, it->toLongLong()}});
  }
  for (auto it = documents.begin(); it != documents.end(); ++it) {
    settlement.rows.push_back(DocumentRow{it.key().toStdString(), it->toString().toStdString()});
  }
  if (!heard.isEmpty()) {
    settlement.heard =
        Heard{heard["tablets"].toInt(), heard["today"].toInt(), heard["waiting"].toLongLong()};
  }
  take(settlement);
}

QString Stage::ageText(int hoursAgo) const {
  const Instant now = fromLocal({toLocal(m_session->clock().now()).day, 14, 30});
  return app::OverviewModel::ageText(now - std::chrono::hours{hoursAgo}, now);
}

void Stage::take(const store::Settlement& settlement) {
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

void Stage::workAt(const QString& unit, const QString& branch) {
  if (!m_session->setWorkplace({unitFromCode(unit.toStdString()), branch.toStdString()}))
    qFatal("not stored");
}

QString Stage::openText(const QString& hours, const QString& now) const {
  const Instant at = fromLocal(parseLocalTime(now.toStdString()).value());
  return app::openLabel(parseHours(hours.toStdString()).value().at(at), at);
}

void Stage::helpedBefore(const QString& topic, int daysAgo) {
  Fields fields = m_session->fieldsFor(*m_session->catalogue().find(topic.toStdString()));
  const Day day = toLocal(m_session->clock().now()).day - std::chrono::days{daysAgo};
  fields.when = fromLocal({day, 0, 0});  // also across a change to or from summer time
  if (!m_session->recorder().help(fields)) qFatal("not recorded");
}

QStringList Stage::reasonsToHold() const {
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

QString Stage::aSlip() const {
  platform::SystemRandom random;
  return QString::fromStdString(newSlipCode(random));
}

QString Stage::setting(const QString& key) const {
  return QString::fromStdString(m_session->store().setting(key.toStdString()).value_or(""));
}

void Stage::pullReferral(const QString& slip, int daysAgo) {
  Standing referred;
  referred.kind = EntryKind::Referral;
  referred.at = m_session->clock().now() - std::chrono::days{daysAgo};
  referred.fields.topic = "loan";
  referred.fields.unit = Unit::CitizenService;
  referred.fields.to = code(Unit::Library);
  referred.fields.slip = *parseSlipCode(slip.toStdString());
  referred.fields.valid_days = engine::kUsualValid_days;
  referred.top = engine::subjectOfSlip(referred.fields.slip);
  pull({referred.top, referred});
}

QString Stage::pullQuestion(const QString& text, bool wanted) {
  Standing asked;
  asked.kind = EntryKind::Question;
  asked.at = m_session->clock().now();
  asked.fields.topic = "passport-apply";
  asked.fields.unit = Unit::CitizenService;
  asked.fields.text = text.toStdString();
  asked.fields.wanted = wanted;
  const Id subject = *parseId(QStringLiteral("0190a0b0-0000-7000-8000-%1")
                                  .arg(++m_pulled, 12, 10, QLatin1Char('0'))
                                  .toStdString());
  asked.top = subject;
  pull({subject, asked});
  return app::toQString(toString(subject));
}

void Stage::pullAnswer(const QString& subject, const QString& text) {
  const Id id = *parseId(subject.toStdString());
  const auto known = m_session->shared().find(id);
  if (!known) qFatal("no such question");
  Standing asked = known->standing;
  StandingReply reply;
  reply.rev = asked.reply ? asked.reply->rev + 1 : 1;
  reply.at = reply.first = m_session->clock().now();
  reply.fields.unit = Unit::CitizenService;
  reply.fields.text = text.toStdString();
  asked.reply = reply;
  pull({id, asked});
}

void Stage::pullWithdrawal(const QString& subject) {
  pull({*parseId(subject.toStdString()), std::nullopt});
}

QVariantMap Stage::firstQuestion() const {
  const auto found = m_session->shared().questions({});
  if (found.empty()) return {};
  const Standing& asked = found[0].standing;
  return {{"subject", app::toQString(toString(found[0].subject))},
          {"text", QString::fromStdString(asked.fields.text)},
          {"topic", QString::fromStdString(asked.fields.topic)},
          {"wanted", asked.fields.wanted},
          {"unit", app::toQString(code(asked.fields.unit))},
          {"own", found[0].own},
          {"answer", asked.reply ? QString::fromStdString(asked.reply->fields.text) : ""},
          {"answeredBy", asked.reply ? app::toQString(code(asked.reply->fields.unit)) : ""}};
}

QString Stage::pullEvent(const QString& topic, int daysAgo, int attendance) {
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

QVariantMap Stage::newestEvent() const {
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

QStringList Stage::dayFromNow(int days) const {
  const std::chrono::year_month_day date{toLocal(m_session->clock().now()).day +
                                         std::chrono::days{days}};
  return {QString::number(static_cast<unsigned>(date.day())),
          QString::number(static_cast<unsigned>(date.month())),
          QString::number(static_cast<int>(date.year()))};
}

QString Stage::isoDay(int days) const {
  return QString::fromStdString(
      toString(toLocal(m_session->clock().now()).day + std::chrono::days{days}));
}

QString Stage::clockText(double offset_ms) const {
  return app::SyncStatusModel::clockTextFor(milliseconds{static_cast<std::int64_t>(offset_ms)});
}

QStringList Stage::documents() const {
  return QDir{documentsDir()}.entryList(QDir::Files, QDir::Name);
}

QString Stage::document(const QString& name) const {
  QFile file{documentsDir() + "/" + name};
  return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString{};
}

void Stage::spoilDocuments() const {
  QDir{}.mkpath(m_dir->filePath("home"));
  QFile file{documentsDir()};
  if (!file.open(QIODevice::WriteOnly)) qFatal("not spoilt");
}

void Stage::openTablet() {
  auto session = app::TabletSession::open({m_dir->path().toStdString(), {}});
  if (!session) qFatal("%s", session.error().text().c_str());
  m_session = std::move(*session);
  m_context = std::make_unique<app::AppContext>(*m_session, m_language, m_engine);
  QQmlEngine::setObjectOwnership(m_context.get(), QQmlEngine::CppOwnership);
}

void Stage::pull(const SubjectRow& row) {
  if (!std::exchange(m_joined, true) && !m_session->store().startOver()) qFatal("not stored");
  store::Settlement settlement;
  settlement.stamp = "s";
  settlement.now = settlement.hubNow = m_session->clock().now();
  settlement.rows = {row};
  if (!m_session->store().settle(settlement)) qFatal("not stored");
  emit m_session->pulled();
}

std::vector<store::WaitingEntry> Stage::allWaiting() const {
  return m_session->store().batch(100'000, SIZE_MAX, m_session->clock().now()).value();
}

QString Stage::documentsDir() const {
  return m_dir->filePath("home/Documents");
}

}  // namespace vejviser
