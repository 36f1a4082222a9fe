#include "src/app/log_controller.h"

#include "src/app/help_words.h"
#include "src/app/labels.h"

#include <QDate>
#include <QLocale>

namespace vejviser::app {

LogController::LogController(TabletSession& session, QObject* parent)
    : QObject(parent),
      m_session(session),
      m_bar(new HelpEditor(session, this)),
      m_timers(new TimersModel(session, this)) {
  connect(m_bar, &HelpEditor::changed, this, &LogController::barChanged);
  connect(m_bar, &HelpEditor::withdrawn, this, &LogController::runOn);
}

bool LogController::log(const QString& topicId) {
  return record(topicId, [this](Fields& fields) { carryOver(fields); });
}

bool LogController::again() {
  if (!m_bar->state() || m_bar->quiet()) return false;
  const Fields last = m_bar->state()->standing.fields;
  const int times = m_times;
  const bool made = record(QString::fromStdString(last.topic), [&last](Fields& fields) {
    if (isLate(last)) fields.when = last.when;
  });
  if (!made) return false;
  m_times = times + 1;
  emit contactChanged();
  return true;
}

void LogController::setSameCitizen(bool same) {
  m_citizen = same && !m_bar->quiet() ? m_bar->state() : std::nullopt;
  emit contactChanged();
}

/// One citizen comes one way, speaks one language and sits in one room, also with several topics.
void LogController::carryOver(Fields& fields) const {
  if (!m_citizen) return;
  const Fields& first = m_citizen->standing.fields;
  fields.contact = first.contact.value_or(m_citizen->subject);
  fields.channel = first.channel;
  fields.language = first.language;
  fields.room = first.room;
  if (isLate(first)) fields.when = first.when;
}

bool LogController::record(const QString& topicId, const Change& change) {
  const Topic* topic = m_session.catalogue().find(topicId.toStdString());
  if (topic == nullptr) return false;  // the catalogue changed under the finger
  Fields fields = m_session.fieldsFor(*topic);
  change(fields);
  return show(m_session.recorder().help(fields));
}

bool LogController::show(const Result<Id>& made) {
  if (!made) return finish(made.error());
  setFault({});
  m_times = 1;
  m_citizen.reset();
  m_stopped.reset();
  m_bar->open(toQString(toString(*made)));
  emit contactChanged();
  emit logged();
  return true;
}

int LogController::mostDaysBack() const {
  return kMostDaysBack;
}

bool LogController::logLate(const QString& topicId, int daysBack, const QString& time) {
  const LateTime late = lateTime(daysBack, time.trimmed().toStdString(), m_session.clock().now());
  if (late.fault != LateFault::None) {
    setFault(faultText(late.fault));
    return false;
  }
  const Topic* topic = m_session.catalogue().find(topicId.toStdString());
  if (topic == nullptr || !topic->validOn(toLocal(late.when).day)) return false;  // no tile then
  return record(topicId, [&late](Fields& fields) { fields.when = late.when; });
}

QString LogController::lateFault(int daysBack, const QString& time) const {
  return faultText(lateTime(daysBack, time.trimmed().toStdString(), m_session.clock().now()).fault);
}

QString LogController::faultText(LateFault fault) const {
  switch (fault) {
    case LateFault::None:
      return {};
    case LateFault::NoTime:
      return tr("Write the time as hour and minute, for example %1.").arg(timeNow());
    case LateFault::Future:
      return tr("This time has not come yet.");
    case LateFault::TooFarBack:
      return tr("You can go back %n days at most.", "", kMostDaysBack);
  }
  return {};
}

QString LogController::dayLabel(int daysBack) const {
  if (daysBack == 0) return tr("Today");
  if (daysBack == 1) return tr("Yesterday");
  const Day day = toLocal(m_session.clock().now()).day - std::chrono::days{daysBack};
  const QDate date = QDate{1970, 1, 1}.addDays(toNumber(day));
  return QLocale{}.toString(date, QStringLiteral("ddd d/M"));
}

QString LogController::timeNow() const {
  return timeLabel(m_session.clock().now());
}

Instant LogController::hourBegin(int hoursBack) const {
  using std::chrono::hours;
  // Danish hours begin when those of UTC do, in summer and winter.
  return std::chrono::floor<hours>(m_session.clock().now()) - hours{hoursBack};
}

QString LogController::hourLabel(int hoursBack) const {
  return app::hourLabel(hourBegin(hoursBack));
}

bool LogController::logQuiet(int hoursBack) {
  const Instant hour = hourBegin(hoursBack);
  const Fields here = m_session.fieldsFor(Topic{});
  Fields fields;
  fields.unit = here.unit;
  fields.branch = here.branch;
  fields.role = here.role;
  fields.when = hour;
  const auto made = m_session.recorder().make(EntryKind::Quiet, fields);
  const bool taken = !made && made.error().where == engine::kNotQuiet;
  if (!taken) return show(made);
  setFault(made.error().detail == code(EntryKind::Quiet)
               ? tr("This hour has been logged as quiet already.")
               : tr("An enquiry has been logged in this hour."));
  return false;
}

bool LogController::start(const QString& topicId) {
  if (m_session.catalogue().find(topicId.toStdString()) == nullptr) return false;
  if (m_timers->isFull()) {
    setFault(tr("%n timers are running. Stop one of them first.", "", m_timers->count()));
    return false;
  }
  return finish(m_timers->add(timerFor(topicId.toStdString(), m_session.clock())));
}

bool LogController::stop(int row) {
  const auto timer = m_timers->at(row);
  if (!timer) return false;
  const Clock& clock = m_session.clock();
  const bool forgotten = isForgotten(*timer, clock);
  const auto ran = std::chrono::floor<std::chrono::minutes>(runningFor(*timer, clock));
  const auto set = [&](Fields& fields) {
    fields.when = startedAt(*timer, clock);
    fields.timing = forgotten ? Timing::Forgotten : Timing::Timed;
    if (!forgotten) fields.band = bandOf(static_cast<int>(ran.count()));
  };
  if (!record(QString::fromStdString(timer->topic), set)) return false;
  m_stopped = timer;
  return finish(m_timers->remove(row));
}

bool LogController::cancel(int row) {
  return finish(m_timers->remove(row));
}

/// The bar's help was taken back: so was the stopping of its timer.
void LogController::runOn() {
  if (!m_stopped) return;
  const Status status = m_timers->add(*m_stopped);
  m_stopped.reset();
  if (!status) setFault(HelpEditor::failureText(status.error()));
}

void LogController::barChanged() {
  if (m_bar->active() || (!m_citizen && m_times == 0)) return;
  m_citizen.reset();
  m_times = 0;
  emit contactChanged();
}

void LogController::retranslate() {
  m_bar->retranslate();
  m_timers->refresh();
}

bool LogController::finish(const Status& status) {
  setFault(status ? QString{} : HelpEditor::failureText(status.error()));
  return status.ok();
}

void LogController::setFault(const QString& fault) {
  if (fault == m_fault) return;
  m_fault = fault;
  emit faultChanged();
}

}  // namespace vejviser::app
