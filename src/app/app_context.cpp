#include "src/app/app_context.h"

#include "platform/log.h"
#include "src/app/labels.h"

#include <QCoreApplication>

namespace vejviser::app {

namespace {
constexpr const char* kLanguage = "language";
}  // namespace

AppContext::AppContext(TabletSession& session, Language& language, QQmlEngine& engine)
    : m_session(session),
      m_engine(engine),
      m_language(language),
      m_topics(session),
      m_log(session),
      m_questions(session),
      m_question(session),
      m_today(session),
      m_editor(session),
      m_guides(session),
      m_events(session),
      m_eventEditor(session),
      m_overview(session),
      m_sync(session),
      m_aside(session),
      m_exports(session),
      m_roles(session, session.clock()),
      m_settings(session, m_roles),
      m_refer(session),
      m_referrals(session) {
  for (HelpEditor* editor : {m_log.bar(), &m_editor}) {
    QObject::connect(editor, &HelpEditor::referWanted, &m_refer, &ReferController::beginFor);
    QObject::connect(editor, &HelpEditor::slipWanted, &m_refer, &ReferController::showSlip);
  }
  speak(QString::fromStdString(session.store().setting(kLanguage).value_or("da")));
}

QVariantList AppContext::outcomes() const {
  return choices(
      {Outcome::Alone, Outcome::Guided, Outcome::DoneFor, Outcome::SentOn, Outcome::TurnedAway},
      outcomeLabel);
}

QVariantList AppContext::endings() const {
  return choices({Outcome::Alone, Outcome::Guided, Outcome::DoneFor}, outcomeLabel);
}

QVariantList AppContext::bands() const {
  return choices({Band::Under5, Band::To15, Band::To30, Band::To60, Band::Over60}, bandLabel);
}

QVariantList AppContext::units() const {
  return choices({Unit::Library, Unit::CitizenService}, unitLabel);
}

QVariantList AppContext::declines() const {
  return choices(
      {Decline::NotOurs, Decline::Closed, Decline::Papers, Decline::NoShow, Decline::Other},
      declineLabel);
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
  m_questions.retranslate();
  m_question.retranslate();
  m_today.retranslate();
  m_guides.retranslate();
  m_events.retranslate();
  emit m_eventEditor.changed();
  m_overview.reload();
  emit m_sync.changed();
  m_aside.retranslate();
  m_exports.dismiss();
  emit m_roles.changed();
  emit m_settings.changed();
  m_log.retranslate();
  m_editor.retranslate();
  emit m_refer.changed();
  m_referrals.retranslate();
  m_engine.retranslate();
}

}  // namespace vejviser::app
