#include "sync/hub/statistics_xlsx.h"

#include "sync/hub/documents.h"
#include "sync/hub/workbook.h"

#include <algorithm>
#include <array>

namespace vejviser::hub {

namespace {

using web::Language;
using Count = std::optional<std::int64_t>;  // nothing: withheld
using UnitCounts = std::array<Count, 2>;    // in the order of kAllUnits

std::size_t placeOf(Unit unit) {
  return unit == kAllUnits[0] ? 0 : 1;
}

/// Lays figures out in the words of one language.
class Layout {
 public:
  Layout(const Edition& edition, Language language)
      : m_edition(edition),
        m_rows(rowsOf(edition.answer.figures, edition.answer.withheld)),
        m_language(language) {}

  Sheet about() const;
  Sheet overview() const;
  Sheet topics() const;
  Sheet branches() const;
  Sheet days() const;
  Sheet hours() const;
  Sheet referrals() const;
  Sheet others() const;

  std::string word(std::string_view key) const { return web::text(m_language, key); }

 private:
  std::string unit(Unit unit) const { return word("unit_" + std::string{code(unit)}); }
  std::vector<std::string> withUnits(std::vector<std::string> headings) const {
    headings.insert(headings.end(), {unit(kAllUnits[0]), unit(kAllUnits[1]), word("total")});
    return headings;
  }

  SheetCell cell(const Count& n) const { return n ? SheetCell{*n} : SheetCell{word("withheld")}; }
  Count sum(const UnitCounts& counts) const {
    return counts[0] && counts[1] ? Count{*counts[0] + *counts[1]} : Count{};
  }
  std::vector<SheetCell> withCounts(std::vector<SheetCell> cells, const UnitCounts& counts) const {
    cells.insert(cells.end(), {cell(counts[0]), cell(counts[1]), cell(sum(counts))});
    return cells;
  }
  /// The rows of a table by item.
  std::map<std::string, UnitCounts> table(Table table) const;
  std::string editions() const;

  std::string topicName(const std::string& topic) const {
    return web::topicName(m_language, m_edition.names, topic);
  }
  std::string branchName(const std::string& branch) const {
    return web::branchName(m_language, m_edition.names, branch);
  }
  std::string itemName(Series series, const std::string& item) const;

  const Edition& m_edition;
  std::map<Line, Count> m_rows;
  Language m_language;
};

std::map<std::string, UnitCounts> Layout::table(Table table) const {
  std::map<std::string, UnitCounts> rows;
  for (auto it = m_rows.lower_bound({table, Unit{}, ""});
       it != m_rows.end() && it->first.table == table; ++it) {
    const auto [row, isNew] = rows.try_emplace(it->first.item, UnitCounts{0, 0});
    row->second[placeOf(it->first.unit)] = it->second;
  }
  return rows;
}

/// "2026-10 (2), 2026-11"
std::string Layout::editions() const {
  std::string text;
  for (const wire::Edition& edition : *m_edition.answer.published) {
    text += (text.empty() ? "" : ", ") + toString(edition.month);
    if (edition.version > 1) text += " (" + std::to_string(edition.version) + ")";
  }
  return text;
}

/// Codes of topics get their name; the closed word lists stand as they are on the wire.
std::string Layout::itemName(Series series, const std::string& item) const {
  switch (series) {
    case Series::Question:
    case Series::Wanted:
    case Series::Answered:
    case Series::Event:
    case Series::Attendance:
    case Series::Credit:
    case Series::StaffMinutes:
      return topicName(item);
    default:
      return item;
  }
}

Sheet Layout::about() const {
  const wire::StatisticsAnswer& answer = m_edition.answer;
  const wire::Coverage& coverage = answer.coverage;
  const auto time = [](const std::optional<Instant>& at) {
    return at ? SheetCell{toLocal(*at)} : SheetCell{};
  };
  Sheet sheet{word("sheet_about"), {word("about_what"), word("about_value")}, {}};
  const auto add = [&](const char* key, SheetCell cell) {
    sheet.rows.push_back({word(key), std::move(cell)});
  };
  add("municipality", m_edition.municipality);
  add("period_from", answer.period.from);
  add("period_to", answer.period.to);
  add("place", answer.branch.empty() ? word("all_places") : branchName(answer.branch));
  add("made_on", toLocal(answer.now).day);
  if (m_edition.number) add("edition", std::int64_t{*m_edition.number});
  add("figures_are", word(answer.published ? "figures_published" : "figures_exact"));
  if (answer.published) add("months_published", editions());
  add("newest", time(coverage.newest));
  add("tablets_in_use", std::int64_t{coverage.tablets});
  add("tablets_heard", std::int64_t{coverage.heardToday});
  add("entries_waiting", coverage.waiting);
  add("oldest_waiting", time(m_edition.oldestWaiting));
  add("entries_held", coverage.held);
  for (const auto& line : web::breakLines(m_language, m_edition.names, m_edition.breaks)) {
    add("break", line);
  }
  return sheet;
}

Sheet Layout::overview() const {
  return {word("sheet_overview"),
          {word("key_figure"), word("count")},
          {{word("helps"), cell(m_rows.at({kByUnit, Unit::Library, "helps"}))},
           {word("people"), cell(m_rows.at({kByUnit, Unit::Library, "people"}))},
           {word("referrals"), cell(m_rows.at({kByUnit, Unit::Library, "referrals"}))}}};
}

Sheet Layout::topics() const {
  Sheet sheet{word("sheet_topics"), withUnits({word("topic"), word("code_column")}), {}};
  for (const auto& [topic, counts] : table(static_cast<Table>(Series::Topic))) {
    sheet.rows.push_back(withCounts({topicName(topic), topic}, counts));
  }
  return sheet;
}

Sheet Layout::branches() const {
  Sheet sheet{word("sheet_branches"), withUnits({word("place"), word("code_column")}), {}};
  for (const auto& [branch, counts] : table(kByBranch)) {
    sheet.rows.push_back(withCounts({branchName(branch), branch}, counts));
  }
  return sheet;
}

Sheet Layout::days() const {
  Sheet sheet{word("sheet_days"), withUnits({word("day")}), {}};
  for (const auto& [day, counts] : table(kByDay)) {
    sheet.rows.push_back(withCounts({*parseDay(day)}, counts));
  }
  return sheet;
}

/// Of each unit and weekday a row, with a column for each hour.
Sheet Layout::hours() const {
  constexpr int kHours = 24;
  Sheet sheet{word("sheet_hours"), {word("unit"), word("weekday")}, {}};
  for (int hour = 0; hour < kHours; ++hour) {
    sheet.headings.push_back(web::hourName(m_language, hour));
  }
  sheet.headings.push_back(word("total"));
  for (const Unit unit : kAllUnits) {
    for (int weekday = 1; weekday <= 7; ++weekday) {
      std::vector<SheetCell> row{this->unit(unit), web::weekdayName(m_language, weekday)};
      Count total = 0;
      for (int hour = 0; hour < kHours; ++hour) {
        const auto it = m_rows.find({kByHour, unit, toString(WeekdayHour{weekday, hour})});
        const Count n = it == m_rows.end() ? Count{0} : it->second;
        row.push_back(cell(n));
        total = total && n ? Count{*total + *n} : Count{};
      }
      row.push_back(cell(total));
      sheet.rows.push_back(std::move(row));
    }
  }
  return sheet;
}

/// The matrix: to each destination a row, from each unit a column.
Sheet Layout::referrals() const {
  Sheet sheet{word("sheet_referrals"), {word("as_destination"), word("code_column")}, {}};
  for (const Unit from : kAllUnits) {
    sheet.headings.push_back(word("unit_from") + " " + unit(from));
  }
  sheet.headings.push_back(word("total"));
  for (const auto& [destination, counts] : table(static_cast<Table>(Series::Referral))) {
    sheet.rows.push_back(withCounts(
        {web::destinationName(m_language, m_edition.destinations, destination), destination},
        counts));
  }
  return sheet;
}

Sheet Layout::others() const {
  Sheet sheet{word("sheet_others"),
              {word("series"), word("unit"), word("item"), word("code_column"), word("count")},
              {}};
  for (const auto& [line, n] : m_rows) {
    const auto series = static_cast<Series>(line.table);
    const bool elsewhere = line.table >= kByDay || series == Series::Topic ||
                           series == Series::Referral || series == Series::People;
    if (elsewhere) continue;
    sheet.rows.push_back(
        {word("series_" + std::string{code(series)}), unit(line.unit), itemName(series, line.item),
         std::string{code(series)} + (line.item.empty() ? "" : "/" + line.item), cell(n)});
  }
  return sheet;
}

}  // namespace

Result<std::optional<Instant>> oldestWaiting(ReadTx& tx) {
  const auto devices = tx.devices();
  if (!devices) return devices.error();
  std::optional<Instant> oldest;
  for (const Device& device : *devices) {
    if (device.state != DeviceState::Active || !device.lastHeard || device.waiting == 0) continue;
    oldest = std::min(oldest.value_or(*device.lastHeard), *device.lastHeard);
  }
  return oldest;
}

Result<Edition> editionOf(ReadTx& tx, wire::StatisticsAnswer answer) {
  auto info = tx.info();
  if (!info) return info.error();
  auto names = web::readNames(tx);
  if (!names) return names.error();
  auto destinations = destinationsIn(tx);
  if (!destinations) return destinations.error();
  auto breaks = web::readBreaks(tx, Catalogue{names->topics}, answer.period, answer.branch);
  if (!breaks) return breaks.error();
  const auto oldest = oldestWaiting(tx);
  if (!oldest) return oldest.error();
  return Edition{std::move(answer),  std::move(info->municipality),
                 std::move(*names),  std::move(*destinations),
                 std::move(*breaks), *oldest,
                 std::nullopt};
}

Result<std::string> statisticsXlsx(const Edition& edition, web::Language language) {
  const Layout layout{edition, language};
  Workbook workbook;
  workbook.title = layout.word("tagline");
  workbook.made = toLocal(edition.answer.now).day;
  workbook.dayLook = language == web::Language::Danish ? "dd-mm-yyyy" : "yyyy-mm-dd";
  workbook.sheets = {layout.about(), layout.overview(), layout.topics(),    layout.branches(),
                     layout.days(),  layout.hours(),    layout.referrals(), layout.others()};
  return xlsxOf(workbook);
}

}  // namespace vejviser::hub
