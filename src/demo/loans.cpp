#include "src/demo/loans.h"

#include "src/demo/chance.h"

namespace vejviser::demo {

namespace {

using std::chrono::days;

constexpr int kLoansAHelp = 9;
// From January on: more in the dark months, and books for the summer holidays.
constexpr int kMonth[] = {108, 104, 102, 98, 92, 96, 104, 98, 100, 104, 106, 94};  // percent

std::int64_t loansIn(const Desk& desk, Day monday, Chance& chance) {
  const auto month = static_cast<unsigned>(std::chrono::year_month_day{monday}.month());
  return std::int64_t{desk.helpsADay} * 7 * kLoansAHelp * kMonth[month - 1] / 100 *
         chance.from(93, 107) / 100;
}

}  // namespace

OutsideSeries makeLoans(const Town& town, Day first, int count, std::uint64_t seed) {
  Chance chance{seed};
  OutsideSeries series;
  series.names["loans"] = {"Udlån", "Loans"};
  const Day end = first + days{count};
  for (const Desk& desk : town.desks) {
    if (desk.lastDays != 0) {
      series.breaks.push_back({end - days{desk.lastDays},
                               "",
                               desk.branch,
                               {"Borgerservice flyttede ind", "Citizen service moved in"}});
    }
    if (desk.unit != Unit::Library) continue;
    for (Day monday = mondayOf(first + days{6}); monday + days{7} <= end; monday += days{7}) {
      const OutsideKey week{"loans", desk.branch, monday, monday + days{6}};
      auto& total = series.totals[week];
      total = total.value_or(0) + loansIn(desk, monday, chance);
    }
  }
  return series;
}

}  // namespace vejviser::demo
