// An event as a person types it: the texts of the form, and what they say.
#pragma once

#include "src/domain/calendar.h"
#include "src/domain/fold.h"

#include <QCoreApplication>
#include <QMetaType>
#include <QQmlEngine>
#include <QString>
#include <QVariantMap>

namespace vejviser::app {

/// How far back events are listed and can be logged: as far as the hub shares them, so that the
/// same weeks of the year before can be looked at.
constexpr std::chrono::days kEventsKept{400};

/// "1,5" or "1.5": hours of staff, to the minute.
QString hoursText(int minutes);

/// Every text is as typed, and may be empty or wrong.
class EventForm {
  Q_GADGET
  QML_ANONYMOUS
  Q_DECLARE_TR_FUNCTIONS(EventForm)
  Q_PROPERTY(QString topic MEMBER topic)
  Q_PROPERTY(QString audience MEMBER audience)
  Q_PROPERTY(QString attendance MEMBER attendance)
  Q_PROPERTY(QString libraryHours MEMBER libraryHours)
  Q_PROPERTY(QString citizenServiceHours MEMBER citizenServiceHours)
  Q_PROPERTY(QString day MEMBER day)
  Q_PROPERTY(QString month MEMBER month)
  Q_PROPERTY(QString year MEMBER year)
  Q_PROPERTY(QString time MEMBER time)
  Q_PROPERTY(QString branch MEMBER branch)

 public:
  QString topic;     ///< code, as are audience and branch
  QString audience;  ///< empty: all
  QString attendance;
  QString libraryHours;  ///< empty: none
  QString citizenServiceHours;
  QString day;
  QString month;
  QString year;
  QString time;
  QString branch;

  bool operator==(const EventForm&) const = default;

  static EventForm of(const Standing& event);
  /// Of what was kept with keep().
  static EventForm kept(const QString& text);
  QString keep() const;  ///< without a field in which there is personal data

  void setDay(Day date);
  /// The day that is typed, if there is such a one.
  std::optional<Day> date() const;
  /// Sets a text by the name of its property; false when there is none of that name.
  bool put(const QString& field, const QString& text);
  /// One more (or fewer) person, or quarter of an hour: within what an event can have.
  void step(const QString& field, int by);
  /// Puts what is typed into the fields of an event that happened at `at`, unless something is
  /// wrong: that is told by the name of the property ("date" for day, month and year).
  QVariantMap read(Instant now, Instant at, Fields& fields) const;

 private:
  void readDate(Instant now, Instant at, Fields& fields, QVariantMap& faults) const;
  QString dateFault(Day today) const;
};

}  // namespace vejviser::app
