#include "src/app/referrals_model.h"

#include "platform/log.h"
#include "src/app/help_editor.h"
#include "src/app/labels.h"
#include "src/app/places.h"
#include "src/domain/personal_data.h"
#include "src/domain/slip_code.h"

#include <algorithm>

namespace vejviser::app {

namespace {

constexpr std::chrono::days kLookBack{60};  // further than any slip is valid, plus a month
constexpr const char* kDraft = "draft.slip";
/// One write to the disk for a few letters; the same as for questions.
constexpr std::chrono::milliseconds kAfterTyping{400};

QString stateLabel(const std::string& state) {
  if (state == "accepted") return ReferralsModel::tr("Accepted");
  if (state == "declined") return ReferralsModel::tr("Declined");
  if (state == "done") return ReferralsModel::tr("Done");
  if (state == "expired") return ReferralsModel::tr("Expired");
  return ReferralsModel::tr("Not redeemed yet");
}

}  // namespace

ReferralsModel::ReferralsModel(TabletSession& session, QObject* parent)
    : QAbstractListModel(parent), m_session(session) {
  for (auto signal : {&TabletSession::recorded, &TabletSession::pulled,
                      &TabletSession::workplaceChanged, &TabletSession::dayChanged}) {
    connect(&session, signal, this, &ReferralsModel::reload);
  }
  m_typed = QString::fromStdString(session.store().setting(kDraft).value_or(""));
  m_typing.setSingleShot(true);
  m_typing.setInterval(kAfterTyping);
  m_typing.callOnTimeout([this] { keepTyped(); });
}

ReferralsModel::~ReferralsModel() {
  if (m_typing.isActive()) keepTyped();
}

int ReferralsModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : count();
}

QVariant ReferralsModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid() || index.row() >= count()) return {};
  const Referral& row = m_rows[static_cast<std::size_t>(index.row())];
  const std::string state = stateOf(row);
  switch (role) {
    case SubjectRole:
      return toQString(toString(row.subject));
    case NameRole:
      return nameOf(row);
    case GroupRole:
      return row.known ? topicGroup(m_session.catalogue(), row.standing()->fields.topic)
                       : QString{};
    case DetailsRole:
      return detailsOf(row);
    case StateRole:
      return QString::fromStdString(state);
    case StateTextRole:
      return stateLabel(state);
    default:
      return {};
  }
}

QHash<int, QByteArray> ReferralsModel::roleNames() const {
  return {{SubjectRole, "subject"}, {NameRole, "name"},       {GroupRole, "group"},
          {DetailsRole, "details"}, {StateRole, "condition"}, {StateTextRole, "conditionText"}};
}

void ReferralsModel::setShown(bool shown) {
  if (shown == m_shown) return;
  m_shown = shown;
  reload();
}

void ReferralsModel::setBox(const QString& box) {
  if (box == m_box) return;
  m_box = box;
  reload();
}

/// A referral that came to where this tablet is now.
bool ReferralsModel::isHere(const Standing& referral) const {
  const store::Workplace here = m_session.store().workplace();
  const Fields& fields = referral.fields;
  const bool unit = here.unit && fields.to == code(*here.unit);
  return unit && (fields.toBranch.empty() || fields.toBranch == here.branch);
}

void ReferralsModel::reload() {
  if (m_shown) reloadRows();
  reloadLooked();
}

void ReferralsModel::reloadRows() {
  beginResetModel();
  m_rows.clear();
  m_open = 0;
  const Instant from = m_session.clock().now() - kLookBack;
  const bool sent = m_box == QLatin1String{"sent"};
  for (const store::SharedSubject& known : m_session.shared().referrals(from)) {
    Referral referral{known.subject, known, known.standing.reply};
    const bool inbox = isHere(known.standing);
    if (inbox && stateOf(referral) == "open") ++m_open;
    if (sent ? known.own : inbox) m_rows.push_back(std::move(referral));
  }
  if (!sent) addStrays(from);
  endResetModel();
}

/// What somebody took in by its code alone would else be forgotten when its sheet closes.
void ReferralsModel::addStrays(Instant from) {
  const auto unit = m_session.store().workplace().unit;
  for (const auto& [subject, reply] : m_session.shared().strayReplies()) {
    const bool said = reply.fields.reception != Reception::TakenBack;
    if (said && reply.at >= from && reply.fields.unit == unit) {
      m_rows.push_back({subject, {}, reply});
    }
  }
  std::stable_sort(m_rows.begin(), m_rows.end(),
                   [](const Referral& a, const Referral& b) { return a.at() > b.at(); });
}

void ReferralsModel::retranslate() {
  if (count() > 0) emit dataChanged(index(0), index(count() - 1));
  emit changed();
}

void ReferralsModel::reloadLooked() {
  if (m_looked) {
    m_looked->known = m_session.shared().find(m_looked->subject);
    m_looked->reply = m_looked->known ? m_looked->known->standing.reply : std::nullopt;
    if (!m_looked->known) {
      const auto stray = m_session.shared().findReply(m_looked->subject);
      if (stray) m_looked->reply = *stray;
    }
  }
  emit changed();
}

std::string ReferralsModel::stateOf(const Referral& referral) const {
  const auto& reply = referral.reply;
  const Reception reception = reply ? reply->fields.reception : Reception::TakenBack;
  if (reception != Reception::TakenBack) return std::string{code(reception)};
  const Standing* standing = referral.standing();
  if (standing == nullptr || standing->fields.valid_days == 0) return "open";
  const Day last = toLocal(standing->at).day + std::chrono::days{standing->fields.valid_days};
  return toLocal(m_session.clock().now()).day > last ? "expired" : "open";
}

QString ReferralsModel::nameOf(const Referral& referral) const {
  if (!referral.known) return tr("A slip this tablet has not heard of yet");
  return topicName(m_session.catalogue(), referral.standing()->fields.topic);
}

QString ReferralsModel::detailsOf(const Referral& referral) const {
  const QString when = momentLabel(referral.at(), m_session.clock().now());
  if (!referral.known) return tr("Answered here · %1").arg(when);
  const Fields& fields = referral.standing()->fields;
  const bool sent = m_box == QLatin1String{"sent"};
  const std::string unit = sent ? fields.to : std::string{code(fields.unit)};
  const QString place =
      placeName(m_session.municipality(), unit, sent ? fields.toBranch : fields.branch);
  const QString slip = QString::fromStdString(spacedSlipCode(fields.slip));
  if (slip.isEmpty()) {  // from before there were slips, or from a file
    return (sent ? tr("To %1 · %2") : tr("From %1 · %2")).arg(place, when);
  }
  return (sent ? tr("To %1 · %2 · slip %3") : tr("From %1 · %2 · slip %3")).arg(place, when, slip);
}

QString ReferralsModel::title() const {
  return m_looked ? nameOf(*m_looked) : QString{};
}

QString ReferralsModel::details() const {
  if (!m_looked) return {};
  if (m_looked->known) return detailsOf(*m_looked);
  return tr(
      "What you answer is saved here and joined with the referral when both tablets have had "
      "a network.");
}

QString ReferralsModel::state() const {
  return m_looked ? QString::fromStdString(stateOf(*m_looked)) : QString{};
}

QString ReferralsModel::stateText() const {
  if (!m_looked) return {};
  QString text = stateLabel(state().toStdString());
  if (m_looked->reply && m_looked->reply->fields.decline != Decline::None) {
    text += QStringLiteral(": ") + declineLabel(m_looked->reply->fields.decline);
  }
  return text;
}

bool ReferralsModel::mine() const {
  return m_looked && m_looked->known && m_looked->known->own && !isHere(m_looked->known->standing);
}

void ReferralsModel::look(const QString& subject) {
  const auto id = parseId(subject.toStdString());
  if (!id) return;
  m_fault.clear();
  m_redeemed = false;
  m_looked = Referral{*id, {}, {}};
  reloadLooked();
}

void ReferralsModel::setTyped(const QString& code) {
  if (code == m_typed) return;
  m_typed = code;
  if (!m_typing.isActive()) m_typing.start();
  emit typedChanged();
}

/// Nearly every code has a letter early on. Digits alone may be the first of a CPR number that is
/// typed here by mistake; neither that nor a whole one beside a word may lie on the disk.
void ReferralsModel::keepTyped() {
  m_typing.stop();
  const bool letters = std::ranges::any_of(m_typed, [](QChar c) { return c.isLetter(); });
  std::string kept = m_typed.toStdString();
  if (!letters || findPersonalData(kept)) kept.clear();
  if (kept == m_session.store().setting(kDraft).value_or("")) return;
  const Status status = m_session.store().setSetting(kDraft, kept);
  if (!status) platform::log(platform::LogLevel::Error, status.error().text());
}

void ReferralsModel::forgetRedeemed() {
  if (!m_redeemed) return;
  m_redeemed = false;
  setTyped({});
  keepTyped();
}

bool ReferralsModel::redeem(const QString& code) {
  const auto slip = parseSlipCode(code.toStdString());
  if (!slip) {
    const auto personal = findPersonalData(code.toStdString());
    m_fault = personal
                  ? HelpEditor::personalDataText(std::string{vejviser::code(personal->kind)})
                  : tr("This is not a slip code. A code has 8 characters, for example K7MP 4XQ8. "
                       "Check it and try again.");
    emit changed();
    return false;
  }
  look(toQString(toString(engine::subjectOfSlip(*slip))));
  m_redeemed = true;
  return true;
}

void ReferralsModel::reply(Reception reception, Decline decline, Outcome outcome) {
  if (!m_looked) return;
  const store::Workplace here = m_session.store().workplace();
  Fields fields;
  fields.unit = here.unit.value_or(Unit::Library);
  fields.branch = here.branch;
  fields.role = m_session.municipality().line.roleFor(fields.unit, here.role);
  fields.reception = reception;
  fields.decline = decline;
  fields.outcome = outcome;
  const Status status = m_session.recorder().reply(m_looked->subject, EntryKind::Referral, fields);
  m_fault = status ? QString{} : HelpEditor::failureText(status.error());
  if (status) forgetRedeemed();
  emit changed();
}

void ReferralsModel::accept() {
  reply(Reception::Accepted, Decline::None, Fields{}.outcome);
}

void ReferralsModel::decline(const QString& reason) {
  const auto why = declineFromCode(reason.toStdString());
  if (why) reply(Reception::Declined, *why, Fields{}.outcome);
}

void ReferralsModel::finish(const QString& outcome) {
  const auto how = outcomeFromCode(outcome.toStdString());
  if (how) reply(Reception::Done, Decline::None, *how);
}

void ReferralsModel::takeBack() {
  reply(Reception::TakenBack, Decline::None, Fields{}.outcome);
}

QString ReferralsModel::shownSubject() const {
  return m_looked ? toQString(toString(m_looked->subject)) : QString{};
}

void ReferralsModel::close() {
  m_looked.reset();
  m_fault.clear();
  forgetRedeemed();
  emit changed();
}

}  // namespace vejviser::app
