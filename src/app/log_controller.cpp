#include "src/app/log_controller.h"

#include "src/app/labels.h"

namespace vejviser::app {

LogController::LogController(TabletSession& session, QObject* parent)
    : QObject(parent), m_session(session), m_bar(new HelpEditor(session, this)) {}

bool LogController::log(const QString& topicId) {
  const Topic* topic = m_session.catalogue().find(topicId.toStdString());
  if (topic == nullptr) return false;  // the catalogue changed under the finger
  const auto help = m_session.recorder().help(m_session.fieldsFor(*topic));
  if (!help) {
    setFault(HelpEditor::failureText(help.error()));
    return false;
  }
  setFault({});
  m_bar->open(toQString(toString(*help)));
  emit logged();
  return true;
}

void LogController::setFault(const QString& fault) {
  if (fault == m_fault) return;
  m_fault = fault;
  emit faultChanged();
}

}  // namespace vejviser::app
