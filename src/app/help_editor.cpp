#include "src/app/help_editor.h"

#include "src/app/help_words.h"
#include "src/app/labels.h"
#include "src/app/places.h"
#include "src/domain/calendar.h"
#include "src/domain/personal_data.h"
#include "src/domain/slip_code.h"

namespace vejviser::app {

HelpEditor::HelpEditor(TabletSession& session, QObject* parent)
    : QObject(parent), m_session(session) {
  connect(&session, &TabletSession::recorded, this, &HelpEditor::reload);  // also by another editor
}

const Topic* HelpEditor::topic() const {
  return m_state ? m_session.catalogue().find(m_state->standing.fields.topic) : nullptr;
}

bool HelpEditor::quiet() const {
  return m_state && m_state->standing.kind == EntryKind::Quiet;
}

bool HelpEditor::discreet() const {
  return isDiscreet(fields());
}

QString HelpEditor::title() const {
  if (quiet()) return tr("Staffed, nobody came at %1").arg(hourLabel(m_state->standing.at));
  return discreet() ? privateRoomLabel() : topicName();
}

QString HelpEditor::topicName() const {
  if (quiet()) return quietLabel();
  return m_state ? app::topicName(m_session.catalogue(), m_state->standing.fields.topic)
                 : QString{};
}

bool HelpEditor::authority() const {
  const Topic* found = topic();
  return found != nullptr && found->authority;
}

QString HelpEditor::time() const {
  return m_state ? momentLabel(m_state->standing.at, m_session.clock().now()) : QString{};
}

QString HelpEditor::outcome() const {
  return m_state ? toQString(code(m_state->standing.fields.outcome)) : QString{};
}

QString HelpEditor::band() const {
  return m_state && !forgotten() ? toQString(code(m_state->standing.fields.band)) : QString{};
}

QString HelpEditor::room() const {
  return toQString(code(fields().room));
}

QString HelpEditor::channel() const {
  return toQString(code(fields().channel));
}

QString HelpEditor::spoken() const {
  return QString::fromStdString(fields().language);
}

QString HelpEditor::refusal() const {
  return toQString(code(fields().refusal));
}

bool HelpEditor::followup() const {
  return fields().contact.has_value();
}

bool HelpEditor::late() const {
  return m_state && !quiet() && isLate(fields());
}

bool HelpEditor::forgotten() const {
  return fields().timing == Timing::Forgotten;
}

QVariantList HelpEditor::rooms() const {
  return roomChoices();
}

QVariantList HelpEditor::channels() const {
  return channelChoices();
}

QVariantList HelpEditor::languages() const {
  return languageChoices();
}

QVariantList HelpEditor::refusals() const {
  return refusalChoices();
}

int HelpEditor::people() const {
  return m_state ? m_state->standing.fields.people : 1;
}

QString HelpEditor::otherUnit() const {
  return m_state ? unitInText(vejviser::otherUnit(m_state->standing.fields.unit)) : QString{};
}

QString HelpEditor::referredTo() const {
  if (!m_referral) return {};
  const Fields& fields = m_referral->standing.fields;
  const auto unit = fields.toBranch.empty() ? unitFromCode(fields.to) : std::nullopt;
  return unit ? unitInText(*unit) : placeName(m_session.municipality(), fields.to, fields.toBranch);
}

QString HelpEditor::slip() const {
  return m_referral ? QString::fromStdString(spacedSlipCode(m_referral->standing.fields.slip))
                    : QString{};
}

void HelpEditor::open(const QString& subject) {
  const auto id = parseId(subject.toStdString());
  m_fault.clear();
  m_state = id ? m_session.queries().subject(*id) : std::nullopt;
  reload();
}

void HelpEditor::setOutcome(const QString& code) {
  const auto outcome = outcomeFromCode(code.toStdString());
  if (!outcome) return;
  amend([&](Fields& fields) {
    fields.outcome = *outcome;
    if (*outcome != Outcome::TurnedAway) fields.refusal = Refusal::None;
  });
}

void HelpEditor::setBand(const QString& code) {
  const auto band = bandFromCode(code.toStdString());
  if (!band) return;
  amend([&](Fields& fields) {
    fields.band = *band;
    fields.timing = Timing::Guessed;
  });
}

void HelpEditor::setPeople(int people) {
  if (people < 1 || people > kMaxPeople) return;
  amend([&](Fields& fields) { fields.people = people; });
}

void HelpEditor::setRoom(const QString& code) {
  const auto room = roomFromCode(code.toStdString());
  if (room) amend([&](Fields& fields) { fields.room = *room; });
}

void HelpEditor::setChannel(const QString& code) {
  const auto channel = channelFromCode(code.toStdString());
  if (channel) amend([&](Fields& fields) { fields.channel = *channel; });
}

void HelpEditor::setSpoken(const QString& code) {
  amend([&](Fields& fields) { fields.language = code.toStdString(); });
}

void HelpEditor::setRefusal(const QString& code) {
  const auto refusal = refusalFromCode(code.toStdString());
  if (!refusal) return;
  amend([&](Fields& fields) {
    fields.refusal = *refusal;
    if (*refusal != Refusal::None) fields.outcome = Outcome::TurnedAway;
  });
}

void HelpEditor::refer() {
  if (!m_state || m_referral) return;
  const Unit to = vejviser::otherUnit(m_state->standing.fields.unit);
  const auto referral = m_session.recorder().refer(m_state->subject, {std::string{code(to)}});
  finish(referral ? Status{} : Status{referral.error()});
}

QString HelpEditor::personalDataText(const std::string& kind) {
  if (kind == code(PersonalDataKind::Cpr)) {
    return tr("This looks like a CPR number. Remove it before you save.");
  }
  if (kind == code(PersonalDataKind::Phone)) {
    return tr("This looks like a phone number. Remove it before you save.");
  }
  if (kind == code(PersonalDataKind::Mail)) {
    return tr("This looks like an e-mail address. Remove it before you save.");
  }
  if (kind == code(PersonalDataKind::Card)) {
    return tr("This looks like a card number. Remove it before you save.");
  }
  return tr("This looks like a user id. Remove it before you save.");
}

void HelpEditor::referElsewhere() {
  if (m_state) emit referWanted(toQString(toString(m_state->subject)));
}

void HelpEditor::showSlip() {
  if (m_referral) emit slipWanted(toQString(toString(m_referral->subject)));
}

void HelpEditor::withdraw() {
  if (!m_state) return;
  const Status status = m_session.recorder().withdraw(m_state->subject);
  if (!status) return fail(status.error());
  emit withdrawn();
  close();
}

void HelpEditor::retranslate() {
  emit wordsChanged();
  emit changed();
}

void HelpEditor::close() {
  m_state.reset();
  m_referral.reset();
  m_fault.clear();
  emit changed();
}

void HelpEditor::fail(const Error& error) {
  m_fault = failureText(error);
  emit changed();
}

void HelpEditor::amend(const std::function<void(Fields&)>& change) {
  if (m_state) finish(m_session.recorder().amend(m_state->subject, change));
}

void HelpEditor::finish(const Status& status) {
  if (!status) return fail(status.error());
  m_fault.clear();
  emit changed();
}

/// Shows what the store has, not what was pressed.
void HelpEditor::reload() {
  m_referral.reset();
  if (m_state) m_state = m_session.queries().subject(m_state->subject);
  if (m_state && m_state->withdrawn) m_state.reset();
  if (m_state) {
    const auto referrals = m_session.queries().referralsOf(m_state->subject);
    if (!referrals.empty()) m_referral = referrals.front();
  }
  emit changed();
}

QString HelpEditor::failureText(const Error& error) {
  if (error.where == engine::kPersonalData) return personalDataText(error.detail);
  const QString detail = QString::fromStdString(error.text());
  if (error.code != ErrorCode::Storage) return tr("Not saved: %1").arg(detail);
  if (error.detail.find("disk is full") != std::string::npos) {
    return tr("Not saved: the tablet's disk is full. Free some space and try again.");
  }
  return tr("Not saved: the tablet cannot write its data (%1). Tell IT.").arg(detail);
}

}  // namespace vejviser::app
