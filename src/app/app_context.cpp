#include "src/app/app_context.h"

#include "platform/log.h"
#include "src/app/labels.h"

#include <QCoreApplication>

namespace vejviser::app {

namespace {
constexpr const char* kLanguage = "language";

template <class T, class Label>
QVariantList choices(std::initializer_list<T> values, Label label) {
  QVariantList list;
  for (T value : values) {
    list.append(QVariantMap{{"code", toQString(code(value))}, {"label", label(value)}});
  }
  return list;
}

}  // namespace

AppContext::AppContext(TabletSession& session, Language& language, QQmlEngine& engine)
    : m_session(session),
      m_engine(engine),
      m_language(language),
      m_topics(session),
      m_log(session),
      m_today(session),
      m_editor(session),
      m_events(session),
      m_eventEditor(session),
      m_overview(session),
      m_sync(session),
      m_aside(session),
      m_exports(session),
      m_settings(session) {
  speak(QString::fromStdString(session.store().setting(kLanguage).value_or("da")));
}

QVariantList AppContext::outcomes() const {
  return choices(
      {Outcome::Alone, Outcome::Guided, Outcome::DoneFor, Outcome::SentOn, Outcome::TurnedAway},
      outcomeLabel);
}

QVariantList AppContext::bands() const {
  return choices({Band::Under5, Band::To15, Band::To30, Band::To60, Band::Over60}, bandLabel);
}

QVariantList AppContext::units() const {
  return choices({Unit::Library, Unit::CitizenService}, unitLabel);
}

QString AppContext::version() const {
  return QCoreApplication::applicationVersion();
}

void AppContext::setLanguage(const QString& language) {
  if (language == m_language.code()) return;
  speak(language);
  const Status status = m_session.store().setSetting(kLanguage, m_language.code().toStdString());
  if (!status) platform::log(platform::LogLevel::Error, status.error().text());
}

void AppContext::speak(const QString& language) {
  m_language.speak(language);
  emit languageChanged();
  m_topics.retranslate();
  m_today.retranslate();
  m_events.retranslate();
  emit m_eventEditor.changed();
  m_overview.reload();
  emit m_sync.changed();
  m_aside.retranslate();
  m_exports.dismiss();
  emit m_settings.changed();
  emit m_log.bar()->changed();
  emit m_editor.changed();
  m_engine.retranslate();
}

}  // namespace vejviser::app
