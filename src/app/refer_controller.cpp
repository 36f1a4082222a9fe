#include "src/app/refer_controller.h"

#include "platform/files.h"
#include "src/app/help_editor.h"
#include "src/app/labels.h"
#include "src/app/slip_page.h"
#include "src/domain/slip_code.h"

#include <QStandardPaths>

namespace vejviser::app {

ReferController::ReferController(TabletSession& session, QObject* parent)
    : QObject(parent), m_session(session) {}

QString ReferController::topicId() const {
  return m_topic ? QString::fromStdString(m_topic->id) : QString{};
}

QString ReferController::topicName() const {
  return m_topic ? app::topicName(*m_topic) : m_slipTopic;
}

QString ReferController::line() const {
  if (!m_topic || !m_topic->authority) return {};
  const Fields usual = m_session.fieldsFor(*m_topic);
  switch (usual.act) {
    case Act::Decide:
      return tr("Authority task. You may decide it.");
    case Act::Guide:
      return tr("Authority task. You may guide, not decide.");
    case Act::HandOver:
    case Act::None:
      return tr("Authority task. You must hand it over.");
  }
  return {};
}

bool ReferController::mustHandOver() const {
  return m_topic && m_session.fieldsFor(*m_topic).act == Act::HandOver;
}

QStringList ReferController::bring() const {
  QStringList list;
  const Guide* guide = m_topic ? m_session.municipality().guideFor(m_topic->id) : nullptr;
  if (guide == nullptr) return list;
  for (const GuideText& text : guide->bring) list << inLanguage(text.da, text.en);
  return list;
}

QVariantList ReferController::places() const {
  QVariantList list;
  for (const Place& place : m_places) {
    list << QVariantMap{{"name", place.name},
                        {"open", place.open},
                        {"isOpen", place.isOpen},
                        {"contact", place.contact}};
  }
  return list;
}

QString ReferController::slipSpoken() const {
  return QString::fromStdString(spacedSlipCode(m_slip.toStdString()));
}

QString ReferController::slipPicture() const {
  constexpr int kPixels = 8;  // a module: sharp at any size it is shown in
  return qrSource(m_slip, kPixels);
}

bool ReferController::comesFirst(const QString& topicId) const {
  const Topic* topic = m_session.catalogue().find(topicId.toStdString());
  return topic != nullptr && m_session.fieldsFor(*topic).act == Act::HandOver;
}

void ReferController::begin(const QString& topicId) {
  const Topic* topic = m_session.catalogue().find(topicId.toStdString());
  if (topic == nullptr) return;
  reset();
  choose(*topic);
}

void ReferController::beginFor(const QString& help) {
  const auto id = parseId(help.toStdString());
  const auto state = id ? m_session.queries().subject(*id) : std::nullopt;
  if (!state || state->withdrawn) return;
  const Topic* topic = m_session.catalogue().find(state->standing.fields.topic);
  if (topic == nullptr) return;
  reset();
  m_help = *id;
  choose(*topic);
}

void ReferController::choose(const Topic& topic) {
  m_topic = topic;
  m_places = placesFor(m_session.municipality(), topic, m_session.store().workplace(),
                       m_session.clock().now());
  emit changed();
}

void ReferController::send(int place) {
  if (!m_topic || place < 0 || static_cast<std::size_t>(place) >= m_places.size()) return;
  const Place& chosen = m_places[static_cast<std::size_t>(place)];
  engine::Route route{chosen.to, chosen.branch};
  if (mustHandOver()) route.act = Act::HandOver;
  const auto referral = m_help ? m_session.recorder().refer(*m_help, route)
                               : m_session.recorder().sendOn(m_session.fieldsFor(*m_topic), route);
  if (!referral) {
    m_fault = HelpEditor::failureText(referral.error());
    emit changed();
    return;
  }
  reset();
  show(*referral);
  emit changed();
  emit sent(toQString(toString(*referral)));
}

void ReferController::showSlip(const QString& referral) {
  const auto id = parseId(referral.toStdString());
  if (!id) return;
  reset();
  show(*id);
  emit changed();
}

bool ReferController::show(const Id& referral) {
  const auto state = m_session.queries().subject(referral);
  if (!state || state->withdrawn || state->standing.fields.slip.empty()) return false;
  const Fields& fields = state->standing.fields;
  m_slip = QString::fromStdString(fields.slip);
  m_slipTo = placeName(m_session.municipality(), fields.to, fields.toBranch);
  m_slipUntil = dayLabel(toLocal(state->standing.at).day + std::chrono::days{fields.valid_days});
  m_slipTopic = app::topicName(m_session.catalogue(), fields.topic);
  return true;
}

void ReferController::saveSlip() {
  const std::filesystem::path folder =
      QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation).toStdString();
  const SlipPage page{m_slip, slipSpoken(), m_slipTo, m_slipUntil, m_slipTopic};
  //: The beginning of a file's name: a-z and hyphens only.
  const auto saved = page.save(folder, tr("vejviser-slip").toStdString());
  m_savedTo = saved ? tr("Saved as %1").arg(QString::fromStdString(saved->string()))
                    : tr("No file was saved: %1").arg(QString::fromStdString(saved.error().text()));
  emit changed();
}

void ReferController::close() {
  reset();
  emit changed();
}

/// One change is told of once: between two slips there is no moment without any.
void ReferController::reset() {
  m_topic.reset();
  m_help.reset();
  m_places.clear();
  m_slip.clear();
  m_slipTo.clear();
  m_slipUntil.clear();
  m_slipTopic.clear();
  m_fault.clear();
  m_savedTo.clear();
}

}  // namespace vejviser::app
