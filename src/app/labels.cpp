#include "src/app/labels.h"

#include <QCoreApplication>
#include <QDate>
#include <QLocale>
#include <map>

namespace vejviser::app {

namespace {

QString word(const char* source) {
  return QCoreApplication::translate("Labels", source);
}

bool isDanish() {
  return QLocale{}.language() == QLocale::Danish;
}

/// A date without its year, or with it.
QString dateText(Day day, bool withYear) {
  const std::chrono::year_month_day date{day};
  const QDate qDate{static_cast<int>(date.year()),
                    static_cast<int>(static_cast<unsigned>(date.month())),
                    static_cast<int>(static_cast<unsigned>(date.day()))};
  const QString format = isDanish() ? QStringLiteral("d. MMMM") : QStringLiteral("d MMMM");
  return QLocale{}.toString(qDate, withYear ? format + QStringLiteral(" yyyy") : format);
}

/// A day after `today` as one would say it.
QString comingDay(Day day, Day today) {
  const auto ahead = (day - today).count();
  if (ahead == 1) return word(QT_TRANSLATE_NOOP("Labels", "tomorrow"));
  if (ahead < 7) return QLocale{}.dayName(weekday(day));
  return dateText(day, false);
}

}  // namespace

QString outcomeLabel(Outcome outcome) {
  switch (outcome) {
    case Outcome::Alone:
      return word(QT_TRANSLATE_NOOP("Labels", "Did it alone"));
    case Outcome::Guided:
      return word(QT_TRANSLATE_NOOP("Labels", "With guidance"));
    case Outcome::DoneFor:
      return word(QT_TRANSLATE_NOOP("Labels", "Done for them"));
    case Outcome::SentOn:
      return word(QT_TRANSLATE_NOOP("Labels", "Referred on"));
    case Outcome::TurnedAway:
      return word(QT_TRANSLATE_NOOP("Labels", "Turned away"));
  }
  return {};
}

QString bandLabel(Band band) {
  switch (band) {
    case Band::Under5:
      return word(QT_TRANSLATE_NOOP("Labels", "Under 5 min"));
    case Band::To15:
      return word(QT_TRANSLATE_NOOP("Labels", "5-15 min"));
    case Band::To30:
      return word(QT_TRANSLATE_NOOP("Labels", "15-30 min"));
    case Band::To60:
      return word(QT_TRANSLATE_NOOP("Labels", "30-60 min"));
    case Band::Over60:
      return word(QT_TRANSLATE_NOOP("Labels", "Over 1 hour"));
  }
  return {};
}

QString audienceLabel(Audience audience) {
  switch (audience) {
    case Audience::All:
      return word(QT_TRANSLATE_NOOP("Labels", "Everyone"));
    case Audience::Grade9:
      return word(QT_TRANSLATE_NOOP("Labels", "9th grade"));
    case Audience::Schools:
      return word(QT_TRANSLATE_NOOP("Labels", "Other school classes"));
    case Audience::Families:
      return word(QT_TRANSLATE_NOOP("Labels", "Families"));
    case Audience::Adults:
      return word(QT_TRANSLATE_NOOP("Labels", "Adults"));
    case Audience::Seniors:
      return word(QT_TRANSLATE_NOOP("Labels", "60 and over"));
  }
  return {};
}

QString unitLabel(Unit unit) {
  return unit == Unit::Library ? word(QT_TRANSLATE_NOOP("Labels", "Library"))
                               : word(QT_TRANSLATE_NOOP("Labels", "Citizen service"));
}

QString unitInText(Unit unit) {
  return unit == Unit::Library ? word(QT_TRANSLATE_NOOP("Labels", "the library"))
                               : word(QT_TRANSLATE_NOOP("Labels", "citizen service"));
}

QString inLanguage(const std::string& danish, const std::string& english) {
  return QString::fromStdString(isDanish() ? danish : english);
}

QString topicName(const Topic& topic) {
  return inLanguage(topic.nameDa, topic.nameEn);
}

QString topicName(const Catalogue& catalogue, const std::string& topic) {
  const Topic* found = catalogue.find(topic);
  return found == nullptr ? QString::fromStdString(topic) : topicName(*found);
}

QString topicGroup(const Catalogue& catalogue, const std::string& topic) {
  const Topic* found = catalogue.find(topic);
  return found == nullptr ? QString{} : QString::fromStdString(found->group);
}

QString heldLabel(const std::string& reason) {
  static const std::map<std::string, const char*, std::less<>> kReasons = {
      {"future-schema",
       QT_TRANSLATE_NOOP("Labels",
                         "This tablet's Vejviser is newer than the hub's. Tell IT to update the "
                         "hub.")},
      {"invalid-fields",
       QT_TRANSLATE_NOOP("Labels", "What it says does not fit together, so it cannot be counted.")},
      {"absurd-time",
       QT_TRANSLATE_NOOP("Labels",
                         "Its time cannot be right: it lies in the future or too far back. Check "
                         "the tablet's clock.")},
      {"clock", QT_TRANSLATE_NOOP("Labels", "Its time was in doubt already when it was recorded.")},
      {"unknown-topic",
       QT_TRANSLATE_NOOP("Labels", "Its topic is not in the municipality's topic catalogue.")},
      {"unknown-branch",
       QT_TRANSLATE_NOOP("Labels",
                         "Its place is not on the municipality's list. Choose where you work under "
                         "Settings.")},
      {"unknown-destination",
       QT_TRANSLATE_NOOP("Labels", "The hub does not know the unit that it refers to.")},
      {"differs",
       QT_TRANSLATE_NOOP("Labels", "The hub had another version of it already, and keeps that.")},
      {"revoked",
       QT_TRANSLATE_NOOP(
           "Labels", "This tablet no longer had access when it was sent. Ask your supervisor.")},
      {"erased", QT_TRANSLATE_NOOP("Labels", "It has been erased at the hub, and stays so.")},
  };
  const auto it = kReasons.find(reason);
  if (it != kReasons.end()) return word(it->second);
  return word(QT_TRANSLATE_NOOP("Labels", "The hub gives a reason this version does not know: %1"))
      .arg(QString::fromStdString(reason));
}

QString declineLabel(Decline decline) {
  switch (decline) {
    case Decline::None:
      return {};
    case Decline::NotOurs:
      return word(QT_TRANSLATE_NOOP("Labels", "Not ours"));
    case Decline::Closed:
      return word(QT_TRANSLATE_NOOP("Labels", "We are closed"));
    case Decline::Papers:
      return word(QT_TRANSLATE_NOOP("Labels", "Papers or log-in are missing"));
    case Decline::NoShow:
      return word(QT_TRANSLATE_NOOP("Labels", "Nobody came"));
    case Decline::Other:
      return word(QT_TRANSLATE_NOOP("Labels", "Another reason"));
  }
  return {};
}

QString timeLabel(Instant instant) {
  const LocalTime local = toLocal(instant);
  return QStringLiteral("%1%2%3")
      .arg(local.hour, 2, 10, QLatin1Char('0'))
      .arg(isDanish() ? QLatin1Char('.') : QLatin1Char(':'))
      .arg(local.minute, 2, 10, QLatin1Char('0'));
}

QString momentLabel(Instant instant, Instant now) {
  const Day day = toLocal(instant).day;
  if (day == toLocal(now).day) return timeLabel(instant);
  const std::chrono::year_month_day date{day};
  const auto year = static_cast<int>(date.year());
  const bool thisYear = date.year() == std::chrono::year_month_day{toLocal(now).day}.year();
  return QStringLiteral("%1-%2%3 %4")
      .arg(static_cast<unsigned>(date.day()))
      .arg(static_cast<unsigned>(date.month()))
      .arg(thisYear ? QString{} : QStringLiteral("-%1").arg(year))
      .arg(timeLabel(instant));
}

QString dayLabel(Day day) {
  return dateText(day, true);
}

QString openLabel(const OpenState& state, Instant now) {
  if (state.beyond) {
    return state.open ? word(QT_TRANSLATE_NOOP("Labels", "Open day and night"))
                      : word(QT_TRANSLATE_NOOP("Labels", "Closed until further notice"));
  }
  const Day today = toLocal(now).day;
  const LocalTime until = toLocal(state.until);
  const QString time = timeLabel(state.until);
  const bool midnight = until.hour == 0 && until.minute == 0;
  if (state.open && midnight && until.day == today + std::chrono::days{1}) {
    return word(QT_TRANSLATE_NOOP("Labels", "Open until midnight"));
  }
  if (until.day == today) {
    return (state.open ? word(QT_TRANSLATE_NOOP("Labels", "Open until %1"))
                       : word(QT_TRANSLATE_NOOP("Labels", "Opens at %1")))
        .arg(time);
  }
  return (state.open ? word(QT_TRANSLATE_NOOP("Labels", "Open until %1 at %2"))
                     : word(QT_TRANSLATE_NOOP("Labels", "Opens %1 at %2")))
      .arg(comingDay(until.day, today), time);
}

QString toQString(std::string_view text) {
  return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

}  // namespace vejviser::app
