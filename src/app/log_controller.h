// The main job: one tap, one committed help. And what goes with it: timers, several of the same,
// several topics of one citizen, what was not logged in time, hours in which nobody came.
#pragma once

#include "src/app/help_editor.h"
#include "src/app/late_time.h"
#include "src/app/timers_model.h"

#include <QObject>
#include <QQmlEngine>

namespace vejviser::app {

class LogController : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by AppContext")
  Q_PROPERTY(vejviser::app::HelpEditor* bar READ bar CONSTANT)
  Q_PROPERTY(vejviser::app::TimersModel* timers READ timers CONSTANT)
  Q_PROPERTY(QString fault READ fault NOTIFY faultChanged)
  Q_PROPERTY(int times READ times NOTIFY contactChanged)
  Q_PROPERTY(bool sameCitizen READ sameCitizen NOTIFY contactChanged)
  Q_PROPERTY(int mostDaysBack READ mostDaysBack CONSTANT)

 public:
  explicit LogController(TabletSession& session, QObject* parent = nullptr);

  /// The help just logged, for as long as its bar stands.
  HelpEditor* bar() const { return m_bar; }
  TimersModel* timers() const { return m_timers; }
  /// Why the last tap was not saved; empty when it was.
  QString fault() const { return m_fault; }
  /// How many of the same the bar has logged, one after the other.
  int times() const { return m_times; }
  /// The next topic is for the citizen of the bar's help.
  bool sameCitizen() const { return m_citizen.has_value(); }
  int mostDaysBack() const;

  /// Logs a help about a topic. True when it is durable; the bar then holds it.
  Q_INVOKABLE bool log(const QString& topicId);
  /// Logs one more about the topic of the bar's help, for another citizen.
  Q_INVOKABLE bool again();
  /// The next topic is for the same citizen, or after all not. Ends with the bar.
  Q_INVOKABLE void setSameCitizen(bool same);
  /// Logs a help of the past; see late_time.h.
  Q_INVOKABLE bool logLate(const QString& topicId, int daysBack, const QString& time);
  /// Why there can be no help at that time; empty when there can.
  Q_INVOKABLE QString lateFault(int daysBack, const QString& time) const;
  Q_INVOKABLE QString dayLabel(int daysBack) const;
  /// Now, as a person would write it.
  Q_INVOKABLE QString timeNow() const;
  /// Notes that nobody came in an hour: 0 for the hour that runs, 1 for the one before it. False,
  /// with fault(), when somebody did. A help that is logged in it later takes the note back.
  Q_INVOKABLE bool logQuiet(int hoursBack);
  Q_INVOKABLE QString hourLabel(int hoursBack) const;

  /// Starts a timer for a topic. True when it is durable.
  Q_INVOKABLE bool start(const QString& topicId);
  /// Logs the help that a timer was for, with the time it took. Undoing that lets it run on.
  Q_INVOKABLE bool stop(int row);
  /// Drops a timer; nothing is logged.
  Q_INVOKABLE bool cancel(int row);

  /// Takes the fault off the screen.
  Q_INVOKABLE void dismissFault() { setFault({}); }
  /// Words again, in another language.
  void retranslate();

 signals:
  void faultChanged();
  void contactChanged();
  /// A help was logged: time for the bar to start its seconds anew.
  void logged();

 private:
  using Change = std::function<void(Fields&)>;
  bool record(const QString& topicId, const Change& change);
  QString faultText(LateFault fault) const;
  bool show(const Result<Id>& made);
  void carryOver(Fields& fields) const;
  Instant hourBegin(int hoursBack) const;
  void barChanged();
  void runOn();
  bool finish(const Status& status);
  void setFault(const QString& fault);

  TabletSession& m_session;
  HelpEditor* m_bar;
  TimersModel* m_timers;
  QString m_fault;
  int m_times = 0;
  std::optional<store::SubjectState> m_citizen;  ///< a help of the citizen who has another topic
  std::optional<RunningTimer> m_stopped;         ///< what the bar's help was timed by
};

}  // namespace vejviser::app
