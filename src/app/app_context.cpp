#include "src/app/app_context.h"

#include "platform/log.h"
#include "src/app/labels.h"

#include <QCoreApplication>
#include <QLocale>

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

AppContext::AppContext(TabletSession& session, QQmlEngine& engine)
    : m_session(session),
      m_engine(engine),
      m_topics(session),
      m_log(session),
      m_today(session),
      m_editor(session),
      m_overview(session),
      m_sync(session),
      m_settings(session) {
  speak(QString::fromStdString(session.store().setting(kLanguage).value_or("da")));
}

AppContext::~AppContext() {
  QCoreApplication::removeTranslator(&m_translator);
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
  if (language == m_language) return;
  speak(language);
  const Status status = m_session.store().setSetting(kLanguage, m_language.toStdString());
  if (!status) platform::log(platform::LogLevel::Error, status.error().text());
}

/// Danish unless English is asked for.
void AppContext::speak(const QString& language) {
  m_language = language == QLatin1String{"en"} ? QStringLiteral("en") : QStringLiteral("da");
  QCoreApplication::removeTranslator(&m_translator);
  const bool loaded = m_translator.load(QStringLiteral(":/i18n/vejviser_%1.qm").arg(m_language));
  if (!loaded) platform::log(platform::LogLevel::Error, "the translation is missing");
  QCoreApplication::installTranslator(&m_translator);
  QLocale::setDefault(m_language == QLatin1String{"en"}
                          ? QLocale{QLocale::English, QLocale::UnitedKingdom}
                          : QLocale{QLocale::Danish, QLocale::Denmark});
  emit languageChanged();
  m_topics.retranslate();
  m_today.retranslate();
  m_overview.reload();
  emit m_sync.changed();
  emit m_settings.changed();
  emit m_log.bar()->changed();
  emit m_editor.changed();
  m_engine.retranslate();
}

}  // namespace vejviser::app
