#include "src/app/event_form.h"

#include "src/app/labels.h"
#include "src/domain/personal_data.h"

#include <QLocale>
#include <QMetaProperty>
#include <QRegularExpression>
#include <QUrlQuery>
#include <algorithm>
#include <cmath>

namespace vejviser::app {

namespace {

constexpr int kQuarter_min = 15;
constexpr double kHour_min = 60;
constexpr int kThisCentury = 2000;  // what a year of two digits belongs to

std::optional<int> wholeNumber(const QString& text) {
  bool ok = false;
  const int number = text.trimmed().toInt(&ok);
  return ok ? std::optional{number} : std::nullopt;
}

std::optional<int> attendanceIn(const QString& text) {
  const auto number = wholeNumber(text);
  return number && *number >= 0 && *number <= kMaxAttendance ? number : std::nullopt;
}

/// Either sign between whole hours and their part is understood, in both languages.
std::optional<int> minutesIn(const QString& text) {
  QString plain = text.trimmed();
  if (plain.isEmpty()) return 0;
  bool ok = false;
  const double hours = plain.replace(QLatin1Char(','), QLatin1Char('.')).toDouble(&ok);
  const double minutes = std::round(hours * kHour_min);
  if (!ok || !(minutes >= 0 && minutes <= kMaxStaffMinutes)) return std::nullopt;
  return static_cast<int>(minutes);
}

struct HourMinute {
  int hour = 0;
  int minute = 0;
};

/// "9", "930", "9.30", "09:30".
std::optional<HourMinute> timeIn(const QString& text) {
  static const QRegularExpression kTime{QStringLiteral(R"(^(\d{1,2})(?:[.:]?(\d{2}))?$)")};
  const auto match = kTime.match(text.trimmed());
  if (!match.hasMatch()) return std::nullopt;
  const HourMinute time{match.captured(1).toInt(), match.captured(2).toInt()};
  return time.hour < 24 && time.minute < 60 ? std::optional{time} : std::nullopt;
}

}  // namespace

QString hoursText(int minutes) {
  const double hours = std::round(minutes / kHour_min * 100) / 100;
  QLocale locale;
  locale.setNumberOptions(QLocale::OmitGroupSeparator);
  return locale.toString(hours, 'f', QLocale::FloatingPointShortest);
}

EventForm EventForm::of(const Standing& event) {
  const Fields& fields = event.fields;
  EventForm form;
  form.topic = QString::fromStdString(fields.topic);
  form.audience = toQString(code(fields.audience));
  form.attendance = QString::number(fields.attendance);
  form.libraryHours = hoursText(fields.library_min);
  form.citizenServiceHours = hoursText(fields.citizenService_min);
  form.setDay(toLocal(event.at).day);
  form.time = timeLabel(event.at);
  form.branch = QString::fromStdString(fields.branch);
  return form;
}

EventForm EventForm::kept(const QString& text) {
  EventForm form;
  for (const auto& [field, value] : QUrlQuery{text}.queryItems(QUrl::FullyDecoded)) {
    form.put(field, value);
  }
  return form;
}

QString EventForm::keep() const {
  QUrlQuery query;
  for (int i = 0; i < staticMetaObject.propertyCount(); ++i) {
    const QMetaProperty property = staticMetaObject.property(i);
    const QByteArray value = property.readOnGadget(this).toString().toUtf8();
    if (findPersonalData(value.toStdString())) continue;
    query.addQueryItem(QLatin1String{property.name()},
                       QString::fromLatin1(value.toPercentEncoding()));
  }
  return query.toString(QUrl::FullyEncoded);
}

void EventForm::setDay(Day date) {
  const std::chrono::year_month_day parts{date};
  day = QString::number(static_cast<unsigned>(parts.day()));
  month = QString::number(static_cast<unsigned>(parts.month()));
  year = QString::number(static_cast<int>(parts.year()));
}

std::optional<Day> EventForm::date() const {
  const auto number = [](const QString& text, int most) {
    const auto found = wholeNumber(text);
    return found && *found >= 0 && *found <= most ? found : std::nullopt;
  };
  const auto ofMonth = number(day, 31);
  const auto ofYear = number(month, 12);
  auto century = number(year, 9999);
  if (!ofMonth || !ofYear || !century) return std::nullopt;
  if (year.trimmed().size() <= 2) *century += kThisCentury;
  const std::chrono::year_month_day parts{std::chrono::year{*century},
                                          std::chrono::month{static_cast<unsigned>(*ofYear)},
                                          std::chrono::day{static_cast<unsigned>(*ofMonth)}};
  return parts.ok() ? std::optional{Day{parts}} : std::nullopt;
}

bool EventForm::put(const QString& field, const QString& text) {
  const int place = staticMetaObject.indexOfProperty(field.toLatin1().constData());
  return place >= 0 && staticMetaObject.property(place).writeOnGadget(this, text);
}

void EventForm::step(const QString& field, int by) {
  if (field == QLatin1String{"attendance"}) {
    const int now = attendanceIn(attendance).value_or(0);
    attendance = QString::number(std::clamp(now + by, 0, kMaxAttendance));
    return;
  }
  QString& hours = field == QLatin1String{"libraryHours"} ? libraryHours : citizenServiceHours;
  const int now = minutesIn(hours).value_or(0);
  const int quarters = by > 0 ? now / kQuarter_min : (now + kQuarter_min - 1) / kQuarter_min;
  hours = hoursText(std::clamp((quarters + by) * kQuarter_min, 0, kMaxStaffMinutes));
}

QVariantMap EventForm::read(Instant now, Instant at, Fields& fields) const {
  QVariantMap faults;
  Fields said = fields;
  said.topic = topic.toStdString();
  said.audience = audienceFromCode(audience.toStdString()).value_or(Audience::All);
  said.branch = branch.toStdString();
  if (topic.isEmpty()) {
    faults[QStringLiteral("topic")] = tr("Choose what the event was about.");
  }
  const auto people = attendanceIn(attendance);
  said.attendance = people.value_or(0);
  if (!people) {
    faults[QStringLiteral("attendance")] =
        tr("Write how many took part: a number from 0 to %1.").arg(kMaxAttendance);
  }
  const auto readHours = [&](const QString& text, const QString& field, int& minutes) {
    const auto found = minutesIn(text);
    minutes = found.value_or(0);
    if (found) return;
    faults[field] = tr("Write the hours as a number, for example %1. At most %2 hours.")
                        .arg(hoursText(90), hoursText(kMaxStaffMinutes));
  };
  readHours(libraryHours, QStringLiteral("libraryHours"), said.library_min);
  readHours(citizenServiceHours, QStringLiteral("citizenServiceHours"), said.citizenService_min);
  readDate(now, at, said, faults);
  if (faults.isEmpty()) fields = said;
  return faults;
}

void EventForm::readDate(Instant now, Instant at, Fields& fields, QVariantMap& faults) const {
  const QString wrongDay = dateFault(toLocal(now).day);
  if (!wrongDay.isEmpty()) faults[QStringLiteral("date")] = wrongDay;
  const auto clock = timeIn(time);
  if (!clock) {
    const Instant example = fromLocal({toLocal(now).day, 14, 30});
    faults[QStringLiteral("time")] = tr("Write the time as %1.").arg(timeLabel(example));
  }
  if (!clock || !wrongDay.isEmpty()) return;
  // What was not touched keeps its seconds.
  const LocalTime local{*date(), clock->hour, clock->minute};
  if (local != toLocal(at)) fields.when = fromLocal(local);
}

QString EventForm::dateFault(Day today) const {
  const auto typed = date();
  if (!typed) {
    return tr("There is no such day. Write day, month and year as numbers.");
  }
  if (*typed > today) return tr("This day lies ahead. Log the event once it has been held.");
  if (*typed < today - kEventsKept) {
    return tr("This day is too long ago. Events can be logged for %n days.", "",
              static_cast<int>(kEventsKept.count()));
  }
  return {};
}

}  // namespace vejviser::app
