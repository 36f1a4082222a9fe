#include "src/app/overview_model.h"

#include "src/app/labels.h"
#include "src/app/overview_sections.h"
#include "src/domain/calendar.h"

#include <algorithm>

namespace vejviser::app {

OverviewModel::OverviewModel(TabletSession& session, QObject* parent)
    : QObject(parent), m_session(session) {
  for (auto signal :
       {&TabletSession::recorded, &TabletSession::pulled, &TabletSession::dayChanged}) {
    connect(&session, signal, this, &OverviewModel::reload);
  }
  connect(&session, &TabletSession::statusChanged, this, &OverviewModel::aged);
}

void OverviewModel::setShown(bool shown) {
  if (shown == m_shown) return;
  m_shown = shown;
  reload();
}

void OverviewModel::setDays(int days) {
  if (days == m_days || days < 1) return;
  m_days = days;
  reload();
}

void OverviewModel::setShared(bool shared) {
  if (shared == m_wantsShared) return;
  m_wantsShared = shared;
  reload();
}

bool OverviewModel::hasShared() const {
  return m_session.syncStatus().pulledAt.has_value();
}

QString OverviewModel::ownSource() const {
  return tr("This tablet alone, up to now");
}

QString OverviewModel::ageText(Instant at, Instant now) {
  const auto days = (toLocal(now).day - toLocal(at).day).count();
  if (days <= 0) return tr("Both units, as of %1 today").arg(timeLabel(at));
  if (days == 1) return tr("Both units, as of %1 yesterday").arg(timeLabel(at));
  return tr("Both units, %n days old", "", static_cast<int>(days));
}

QString OverviewModel::sharedSource() const {
  const auto last = m_session.syncStatus().pulledAt;
  if (!last) return {};
  const QString age = ageText(*last, m_session.clock().now());
  const auto heard = m_session.store().heard();
  const QString coverage =
      heard ? tr("%1 of %2 tablets heard from that day").arg(heard->today).arg(heard->tablets)
            : tr("tablets heard from: not known");
  return age + QStringLiteral(" · ") + coverage;
}

QString OverviewModel::waitingText() const {
  const auto heard = m_session.store().heard();
  if (!hasShared() || !heard) return {};
  if (heard->waiting == 0) return tr("Nothing waited on the tablets then.");
  return tr("%n records still waited on tablets then.", "", static_cast<int>(heard->waiting));
}

void OverviewModel::setMonth(const QString& code) {
  if (code == m_month) return;
  m_month = code;
  reload();
}

QVariantList OverviewModel::months() const {
  QVariantList choices;
  for (const PublishedPeriod& each : m_periods) {
    choices.append(QVariantMap{{"code", each.code}, {"label", each.label}});
  }
  return choices;
}

QString OverviewModel::published() const {
  if (m_exact) return {};
  return publishedLine(m_shared.months, toLocal(m_session.clock().now()).day);
}

QString OverviewModel::source() const {
  if (!shared()) return ownSource();
  return m_exact ? sharedSource() : published();
}

void OverviewModel::readShared(const Period& days) {
  const store::SharedQueries& shared = m_session.shared();
  m_exact = store::showsExact(m_session.queries(), shared);
  m_periods.clear();
  if (!m_exact) m_periods = publishedPeriods(store::publishedMonths(shared));
  Period period = days;
  if (!m_periods.empty()) {
    const auto chosen = std::find_if(m_periods.begin(), m_periods.end(),
                                     [this](const auto& each) { return each.code == m_month; });
    const PublishedPeriod& each = chosen == m_periods.end() ? m_periods.front() : *chosen;
    m_month = each.code;
    period = each.period;
  }
  m_shared = store::readShared(m_session.queries(), shared, period);
}

void OverviewModel::reload() {
  if (m_shown) {
    const Day today = toLocal(m_session.clock().now()).day;
    const Period days{today - std::chrono::days{m_days - 1}, today};
    const store::Municipality& municipality = m_session.municipality();
    m_own = {days, m_session.queries().ownFigures(days), {}, {}};
    readShared(days);
    const bool some = m_exact || !m_shared.months.empty();
    m_totals = some ? overviewTotals(m_shared, municipality) : QVariantMap{};
    m_breaks = breaksText(shared() ? m_shared.period : days, store::readBreaks(m_session.shared()),
                          municipality);
    m_sections = shared() && !some ? QVariantList{}
                                   : overviewSections(shared() ? m_shared : m_own, municipality);
  }
  emit changed();
  emit aged();
}

}  // namespace vejviser::app
