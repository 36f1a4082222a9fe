#include "src/app/published_periods.h"

#include "src/app/labels.h"
#include "src/domain/published_file.h"

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>

namespace vejviser::app {

namespace {

using std::chrono::months;
using std::chrono::year_month;

constexpr std::size_t kSingleMonths = 12;  // older ones are in their years

QString say(const char* source) {
  return QCoreApplication::translate("Published", source);
}

int yearOf(year_month month) {
  return static_cast<int>(month.year());
}

QString named(year_month month, QLocale::FormatType format) {
  const auto name =
      QLocale{}.standaloneMonthName(static_cast<int>(static_cast<unsigned>(month.month())), format);
  return name + QStringLiteral(" %1").arg(yearOf(month));
}

QString begun(QString text) {
  if (!text.isEmpty()) text[0] = text[0].toUpper();
  return text;
}

/// The first day on which a month that is not published yet can be.
Day nextPublishing(Day today) {
  const Day thisMonth = daysOf(monthOf(today)).from + kSettles;
  return today < thisMonth ? thisMonth
                           : daysOf(monthOf(today)).to + kSettles + std::chrono::days{1};
}

QString madeLine(const std::vector<PublishedMonth>& months) {
  Day made = months.front().made;
  int version = 1;
  for (const PublishedMonth& month : months) {
    made = std::max(made, month.made);
    version = std::max(version, month.version);
  }
  const QString day = dayLabel(made);
  if (months.size() == 1 && version == 1) {
    return say(QT_TRANSLATE_NOOP("Published", "Made on %1.")).arg(day);
  }
  if (months.size() == 1) {
    return say(QT_TRANSLATE_NOOP("Published", "Made on %1, version %2: late entries are counted."))
        .arg(day)
        .arg(version);
  }
  return (version == 1 ? say(QT_TRANSLATE_NOOP("Published", "Last made on %1."))
                       : say(QT_TRANSLATE_NOOP("Published",
                                               "Last made on %1, some of them anew: late entries "
                                               "are counted.")))
      .arg(day);
}

}  // namespace

std::vector<PublishedPeriod> publishedPeriods(std::span<const year_month> published) {
  std::vector<PublishedPeriod> periods;
  for (auto it = published.rbegin(); it != published.rend() && periods.size() < kSingleMonths;
       ++it) {
    periods.push_back({QString::fromStdString(publishedName(*it)).section('-', 1),
                       begun(named(*it, QLocale::ShortFormat)), daysOf(*it)});
  }
  if (published.size() < 2) return periods;
  const year_month newest = published.back();
  periods.push_back({QStringLiteral("12m"),
                     say(QT_TRANSLATE_NOOP("Published", "12 months")),
                     {daysOf(newest - months{11}).from, daysOf(newest).to}});
  for (int year = yearOf(newest); year >= yearOf(published.front()); --year) {
    const std::chrono::year whole{year};
    periods.push_back(
        {QString::number(year),
         QString::number(year),
         {daysOf(whole / std::chrono::January).from, daysOf(whole / std::chrono::December).to}});
  }
  return periods;
}

QString publishedLine(const std::vector<PublishedMonth>& published, Day today) {
  if (published.empty()) {
    return say(QT_TRANSLATE_NOOP("Published",
                                 "No month is published yet: the first can come on %1."))
        .arg(dayLabel(nextPublishing(today)));
  }
  const QString first = begun(named(published.front().month, QLocale::LongFormat));
  const QString which = published.size() == 1
                            ? first + QStringLiteral(".")
                            : say(QT_TRANSLATE_NOOP("Published", "%1 to %2, %3 months."))
                                  .arg(first, named(published.back().month, QLocale::LongFormat))
                                  .arg(published.size());
  const QString underWay =
      say(QT_TRANSLATE_NOOP("Published", "%1, which is under way, is not published yet."))
          .arg(begun(named(monthOf(today), QLocale::LongFormat)));
  return which + ' ' + madeLine(published) + ' ' + underWay;
}

}  // namespace vejviser::app
