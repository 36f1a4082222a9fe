#include "src/app/set_aside_model.h"

#include "src/app/labels.h"

#include <algorithm>

namespace vejviser::app {

namespace {
/// The newest of each kind that are listed: more than anybody reads, few enough to be quick. The
/// file has them all.
constexpr int kMostListed = 100;

bool sameRow(const engine::AsideRecord& a, const engine::AsideRecord& b) {
  return a.entry.id == b.entry.id && a.entry.quarantined == b.entry.quarantined &&
         a.entry.since == b.entry.since;
}
}  // namespace

SetAsideModel::SetAsideModel(TabletSession& session, QObject* parent)
    : QAbstractListModel(parent), m_session(session) {
  connect(&session, &TabletSession::statusChanged, this, &SetAsideModel::reload);
  connect(&session, &TabletSession::recorded, this, &SetAsideModel::reload);
}

int SetAsideModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : count();
}

QVariant SetAsideModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid() || index.row() >= count()) return {};
  const engine::AsideRecord& record = m_rows[static_cast<std::size_t>(index.row())];
  switch (role) {
    case EntryRole:
      return toQString(toString(record.entry.id));
    case NameRole:
      return name(record);
    case DetailsRole:
      return details(record);
    case HereRole:
      return record.entry.quarantined;
    case PlaceRole:
      return place(record.entry);
    case WhyRole:
      return record.entry.quarantined ? tr("The hub cannot read it.") : heldLabel(record.entry.why);
    case AnswerRole:
      return record.entry.quarantined
                 ? tr("The hub's answer: %1").arg(QString::fromStdString(record.entry.why))
                 : QString{};
    default:
      return {};
  }
}

QHash<int, QByteArray> SetAsideModel::roleNames() const {
  return {{EntryRole, "entry"}, {NameRole, "name"}, {DetailsRole, "details"}, {HereRole, "here"},
          {PlaceRole, "place"}, {WhyRole, "why"},   {AnswerRole, "answer"}};
}

QString SetAsideModel::name(const engine::AsideRecord& record) const {
  if (!record.says) return tr("A record that cannot be read");
  const QString about = topicName(m_session.catalogue(), record.says->fields.topic);
  if (record.kind == EntryKind::Amend) return tr("Correction: %1").arg(about);
  if (record.kind == EntryKind::Void) return tr("Withdrawal: %1").arg(about);
  if (record.says->kind == EntryKind::Referral) return tr("Referral: %1").arg(about);
  return about;
}

/// When and where it was.
QString SetAsideModel::details(const engine::AsideRecord& record) const {
  if (!record.says) return {};
  const Fields& fields = record.says->fields;
  QString text = momentLabel(record.says->at, m_session.clock().now());
  text += QStringLiteral(" · ") + unitLabel(fields.unit);
  const auto it = m_branches.find(fields.branch);
  const QString branch =
      it == m_branches.end() ? QString::fromStdString(fields.branch) : it->second;
  return branch.isEmpty() ? text : text + QStringLiteral(" · ") + branch;
}

QString SetAsideModel::place(const store::SetAside& entry) const {
  const QString since = momentLabel(entry.since, m_session.clock().now());
  return entry.quarantined ? tr("Only on this tablet, set aside %1").arg(since)
                           : tr("With the hub since %1, not counted").arg(since);
}

bool SetAsideModel::canRetry() const {
  return m_counts.quarantined > 0;
}

QString SetAsideModel::notice() const {
  QStringList parts;
  const auto waiting = static_cast<int>(m_tried.size());
  if (waiting > 0) parts += tr("%n records wait to be sent again.", "", waiting);
  if (m_sent > 0) parts += tr("%n records have been sent.", "", m_sent);
  if (m_again > 0) parts += tr("The hub still cannot read %n records.", "", m_again);
  return parts.join(QLatin1Char(' '));
}

QString SetAsideModel::leftOut() const {
  const std::int64_t all = m_counts.held + m_counts.quarantined;
  if (all <= count()) return {};
  return tr("The newest %1 of %2 are listed. The file has them all.").arg(count()).arg(all);
}

void SetAsideModel::setShown(bool shown) {
  m_shown = shown;
  m_tried.clear();
  m_again = m_sent = 0;
  reload();
}

void SetAsideModel::retry(const QString& entry) {
  const auto id = parseId(entry.toStdString());
  if (!id) return;
  m_again = m_sent = 0;
  for (const engine::AsideRecord& record : m_rows) {
    if (record.entry.id == *id) m_tried[*id] = record.entry.since;
  }
  m_session.retry(*id);
  emit changed();
}

void SetAsideModel::retryAll() {
  m_again = m_sent = 0;
  for (const engine::AsideRecord& record : m_rows) {
    if (record.entry.quarantined) m_tried[record.entry.id] = record.entry.since;
  }
  m_session.sendNow();
  emit changed();
}

void SetAsideModel::retranslate() {
  if (count() > 0) emit dataChanged(index(0), index(count() - 1));
  emit changed();
}

std::vector<engine::AsideRecord> SetAsideModel::read() const {
  const store::Queries& queries = m_session.queries();
  std::vector<engine::AsideRecord> rows;
  for (store::SetAside& entry : queries.quarantined(kMostListed)) {
    rows.push_back(engine::describe(queries, std::move(entry)));
  }
  for (store::SetAside& entry : queries.held(kMostListed)) {
    rows.push_back(engine::describe(queries, std::move(entry)));
  }
  return rows;
}

/// Which of those tried again came back, and which went.
void SetAsideModel::followTried() {
  const bool nothingWaits = m_session.queries().waitingSubjects(1) == 0;
  for (auto it = m_tried.begin(); it != m_tried.end();) {
    const auto row = std::find_if(m_rows.begin(), m_rows.end(), [&](const auto& record) {
      return record.entry.quarantined && record.entry.id == it->first;
    });
    const bool there = row != m_rows.end();
    const bool again = there && row->entry.since != it->second;
    const bool sent = !there && nothingWaits;
    m_again += again ? 1 : 0;
    m_sent += sent ? 1 : 0;
    it = again || sent ? m_tried.erase(it) : std::next(it);
  }
}

void SetAsideModel::reload() {
  if (!m_shown && m_rows.empty()) return;
  m_counts = m_session.queries().counts();
  m_branches.clear();
  for (const Branch& branch : m_session.queries().branches()) {
    m_branches[branch.code] = QString::fromStdString(branch.name);
  }
  take(m_shown ? read() : std::vector<engine::AsideRecord>{});
  followTried();
  emit changed();
}

/// Takes rows away and puts rows in; what stays is left alone, and the keyboard where it is.
void SetAsideModel::take(std::vector<engine::AsideRecord> rows) {
  const auto isIn = [](const engine::AsideRecord& record, const auto& list) {
    return std::any_of(list.begin(), list.end(),
                       [&](const auto& other) { return sameRow(record, other); });
  };
  for (int i = count() - 1; i >= 0; --i) {
    if (isIn(m_rows[static_cast<std::size_t>(i)], rows)) continue;
    beginRemoveRows({}, i, i);
    m_rows.erase(m_rows.begin() + i);
    endRemoveRows();
  }
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (i < m_rows.size() && sameRow(m_rows[i], rows[i])) continue;
    const int place = static_cast<int>(i);
    beginInsertRows({}, place, place);
    m_rows.insert(m_rows.begin() + place, std::move(rows[i]));
    endInsertRows();
  }
}

}  // namespace vejviser::app
