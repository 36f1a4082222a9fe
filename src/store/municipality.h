// What a municipality has set for all its tablets, as last pulled; the built-in of each where the
// hub has given none, so that a tablet works before it has ever met one.
#pragma once

#include "src/domain/authority_line.h"
#include "src/domain/catalogue.h"
#include "src/domain/destination.h"
#include "src/domain/feed.h"
#include "src/domain/guide.h"
#include "src/domain/opening_hours_file.h"
#include "src/domain/outside_series.h"
#include "src/domain/published_file.h"
#include "src/store/queries.h"
#include "src/store/shared_queries.h"

#include <map>
#include <string>
#include <vector>

namespace vejviser::store {

struct Municipality {
  std::string name;  ///< empty before the first pull
  Catalogue catalogue;
  std::vector<Branch> branches;  ///< by name
  std::vector<Guide> guides;
  std::vector<Destination> destinations;
  std::map<PlaceKey, OpeningHours> hours;
  AuthorityLine line;

  const Guide* guideFor(const std::string& topic) const;
  const Destination* destination(const std::string& code) const;
  const Branch* branch(const std::string& code) const;
  /// Null when nobody has told the hours.
  const OpeningHours* hoursOf(const std::string& place, const std::string& unit) const;
};

/// The catalogue and the authority line alone: all that recording needs.
Catalogue readCatalogue(const Queries& queries);
AuthorityLine readLine(const SharedQueries& shared);
/// The breaks in figures that it has told, by day.
std::vector<Break> readBreaks(const SharedQueries& shared);
/// Before the first pull there are no figures but a tablet's own: then All.
ExactFor readExactFor(const Queries& queries, const SharedQueries& shared);

/// A document that this program cannot read (a newer hub's) is logged, and the built-in one stands
/// in.
Municipality readMunicipality(const Queries& queries, const SharedQueries& shared);

/// The catalogue in the program. Asserts that it is whole: a test holds it.
Catalogue builtInCatalogue();

}  // namespace vejviser::store
