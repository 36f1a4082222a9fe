#include "src/domain/holidays.h"

#include <algorithm>
#include <iterator>

namespace vejviser {

namespace {

using namespace std::chrono;
using enum HolidayKind;

struct ByEaster {
  int days;  ///< after Easter Sunday
  Holiday holiday;
};

constexpr ByEaster kByEaster[] = {
    {-3, {"maundy-thursday", "skærtorsdag", "Maundy Thursday", PublicHoliday}},
    {-2, {"good-friday", "langfredag", "Good Friday", PublicHoliday}},
    {0, {"easter-sunday", "påskedag", "Easter Sunday", PublicHoliday}},
    {1, {"easter-monday", "2. påskedag", "Easter Monday", PublicHoliday}},
    {26, {"great-prayer-day", "store bededag", "Great Prayer Day", PublicHoliday}},
    {39, {"ascension-day", "Kristi himmelfartsdag", "Ascension Day", PublicHoliday}},
    {49, {"whit-sunday", "pinsedag", "Whit Sunday", PublicHoliday}},
    {50, {"whit-monday", "2. pinsedag", "Whit Monday", PublicHoliday}},
};
constexpr int kGreatPrayerDay = 26;
constexpr year kLastGreatPrayerDay{2023};

struct ByDate {
  month_day date;
  Holiday holiday;
};

constexpr ByDate kByDate[] = {
    {January / 1, {"new-years-day", "nytårsdag", "New Year's Day", PublicHoliday}},
    {June / 5, {"constitution-day", "grundlovsdag", "Constitution Day", CustomaryClosing}},
    {December / 24, {"christmas-eve", "juleaftensdag", "Christmas Eve", CustomaryClosing}},
    {December / 25, {"christmas-day", "juledag", "Christmas Day", PublicHoliday}},
    {December / 26, {"second-christmas-day", "2. juledag", "Second Christmas Day", PublicHoliday}},
    {December / 31, {"new-years-eve", "nytårsaftensdag", "New Year's Eve", CustomaryClosing}},
};

}  // namespace

// The anonymous Gregorian algorithm. Source: Nature, 20 April 1876; J. Meeus, Astronomical
// Algorithms, chapter 8, whose letters these are.
Day easterSunday(int year) {
  const int a = year % 19;
  const int b = year / 100;
  const int c = year % 100;
  const int d = b / 4;
  const int e = b % 4;
  const int f = (b + 8) / 25;
  const int g = (b - f + 1) / 3;
  const int h = (19 * a + b - d - g + 15) % 30;
  const int i = c / 4;
  const int k = c % 4;
  const int l = (32 + 2 * e + 2 * i - h - k) % 7;
  const int m = (a + 11 * h + 22 * l) / 451;
  const int n = h + l - 7 * m + 114;
  return local_days{std::chrono::year{year} / (n / 31) / (n % 31 + 1)};
}

std::optional<Holiday> holiday(Day day) {
  const year_month_day date{day};
  const auto sinceEaster = (day - easterSunday(static_cast<int>(date.year()))).count();
  const bool abolished = sinceEaster == kGreatPrayerDay && date.year() > kLastGreatPrayerDay;
  const auto movable = std::find_if(std::begin(kByEaster), std::end(kByEaster),
                                    [&](const ByEaster& each) { return each.days == sinceEaster; });
  if (movable != std::end(kByEaster) && !abolished) return movable->holiday;
  const auto fixed = std::find_if(std::begin(kByDate), std::end(kByDate), [&](const ByDate& each) {
    return each.date == date.month() / date.day();
  });
  if (fixed == std::end(kByDate)) return std::nullopt;
  return fixed->holiday;
}

bool isPublicHoliday(Day day) {
  const auto what = holiday(day);
  return what && what->kind == PublicHoliday;
}

}  // namespace vejviser
