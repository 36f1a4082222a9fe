// The opening hours of a place as the fields of a form, and back. Times are written as
// "10.00-14.00, 15-18": several ranges with commas between.
#pragma once

#include "src/domain/opening_hours.h"
#include "sync/hub/web/form.h"

#include <map>
#include <string>
#include <vector>

namespace vejviser::hub::web {

/// A day of the calendar that has fields of its own: a holiday, or a date with other hours.
struct DateFields {
  std::string id;       ///< begins the names of its fields
  std::string heading;  ///< "24-12-2026 juleaftensdag"
  std::string holds;    ///< what the stored hours say of it, in words
  bool open = false;    ///< its fields are shown at once
  std::vector<Field> fields;
};

struct HoursFields {
  std::vector<Field> week;  ///< staffed and unstaffed of each weekday
  std::vector<Field> rules;
  std::vector<DateFields> dates;  ///< from today, the next holidays among them
  std::vector<DateFields> more;   ///< empty ones, for dates that are new

  /// Calls `visit` with every field.
  template <class Visit>
  void each(Visit visit) {
    for (auto* fields : {&week, &rules}) {
      for (Field& field : *fields) visit(field);
    }
    for (auto* group : {&dates, &more}) {
      for (DateFields& date : *group) {
        for (Field& field : date.fields) visit(field);
      }
    }
  }
};

/// "10.00-14.00 betjent, 14.00-22.00 ubetjent"; "lukket".
std::string inWords(Language language, const std::vector<Span>& spans);

/// With those dates, too, that a form names: one may have been taken away since it was made, and
/// what was written there is not lost.
HoursFields hoursFields(Language language, const OpeningHours& hours, Day today,
                        const Form& form = {});

/// The hours that the form describes; dates that it does not name stay as `stored` has them. Faults
/// are noted at the fields, which `form` has filled; nothing then.
std::optional<OpeningHours> hoursOf(Language language, const Form& form, const OpeningHours& stored,
                                    HoursFields& fields);

}  // namespace vejviser::hub::web
