#include "src/domain/tally.h"

#include "src/domain/words.h"

#include <algorithm>
#include <array>
#include <utility>

namespace vejviser {

namespace {

constexpr Word<Series> kSeries[] = {{Series::Topic, "topic"},
                                    {Series::Hour, "hour"},
                                    {Series::People, "people"},
                                    {Series::Referral, "referral"},
                                    {Series::Outcome, "outcome"},
                                    {Series::Band, "band"},
                                    {Series::Timed, "timed"},
                                    {Series::Role, "role"},
                                    {Series::Act, "act"},
                                    {Series::Channel, "channel"},
                                    {Series::Room, "room"},
                                    {Series::Language, "language"},
                                    {Series::Refusal, "refusal"},
                                    {Series::Followup, "followup"},
                                    {Series::Reception, "reception"},
                                    {Series::Accepting, "accepting"},
                                    {Series::Question, "question"},
                                    {Series::Wanted, "wanted"},
                                    {Series::Answered, "answered"},
                                    {Series::Event, "event"},
                                    {Series::Attendance, "attendance"},
                                    {Series::Audience, "audience"},
                                    {Series::Credit, "credit"},
                                    {Series::StaffMinutes, "staff_minutes"},
                                    {Series::Quiet, "quiet"},
                                    {Series::Open, "open"}};

std::string hourItem(int hour) {
  return {static_cast<char>('0' + hour / 10), static_cast<char>('0' + hour % 10)};
}

}  // namespace

std::string_view code(Series series) {
  return codeIn<Series>(kSeries, series);
}

std::optional<Series> seriesFromCode(std::string_view text) {
  return valueIn<Series>(kSeries, text);
}

std::string_view waitItem(milliseconds wait) {
  using std::chrono::days;
  using std::chrono::hours;
  constexpr std::array<std::pair<milliseconds, std::string_view>, 5> kSteps = {
      {{hours{1}, "1h"}, {hours{4}, "4h"}, {days{1}, "1d"}, {days{3}, "3d"}, {days{7}, "7d"}}};
  for (const auto& [step, item] : kSteps) {
    if (wait < step) return item;
  }
  return "more";
}

std::string toString(const CellKey& key) {
  std::string text{code(key.series)};
  text.append("/").append(toString(key.day)).append("/").append(key.branch);
  text.append("/").append(code(key.unit)).append("/").append(key.item);
  return text;
}

std::optional<CellKey> parseCellKey(std::string_view text) {
  std::array<std::string_view, 5> parts;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const std::size_t slash = i + 1 < parts.size() ? text.find('/') : text.size();
    if (slash == std::string_view::npos) return std::nullopt;
    parts[i] = text.substr(0, slash);
    text.remove_prefix(std::min(slash + 1, text.size()));
  }
  const auto series = seriesFromCode(parts[0]);
  const auto day = parseDay(parts[1]);
  const auto unit = unitFromCode(parts[3]);
  if (!series || !day || !unit) return std::nullopt;
  if (parts[4].find('/') != std::string_view::npos) return std::nullopt;
  return CellKey{*day, *series, std::string{parts[2]}, *unit, std::string{parts[4]}};
}

namespace {

/// The cells of one subject, all of one day, branch and unit.
class Tally {
 public:
  explicit Tally(const Standing& standing)
      : m_standing(standing), m_fields(standing.fields), m_local(toLocal(standing.at)) {}

  std::vector<Cell> cells() {
    switch (m_standing.kind) {
      case EntryKind::Help:
        help();
        break;
      case EntryKind::Referral:
        referral();
        break;
      case EntryKind::Question:
        question();
        break;
      case EntryKind::Event:
        event();
        break;
      case EntryKind::Quiet:
        add(Series::Quiet, hourItem(m_local.hour));
        break;
      case EntryKind::Amend:
      case EntryKind::Void:
      case EntryKind::Reply:
        break;
    }
    return std::move(m_cells);
  }

 private:
  void add(Series series, std::string_view item, std::int64_t n = 1) {
    addFor(m_fields.unit, series, item, n);
  }
  void addFor(Unit unit, Series series, std::string_view item, std::int64_t n) {
    if (n != 0) {
      m_cells.push_back({{m_local.day, series, m_fields.branch, unit, std::string{item}}, n});
    }
  }
  void addIfSaid(Series series, std::string_view item) {
    if (!item.empty()) add(series, item);
  }

  void help() {
    add(Series::Topic, m_fields.topic);
    add(Series::Hour, hourItem(m_local.hour));
    add(Series::People, "", m_fields.people);
    add(Series::Outcome, code(m_fields.outcome));
    if (m_fields.timing != Timing::Forgotten) add(Series::Band, code(m_fields.band));
    if (m_fields.timing == Timing::Timed) add(Series::Timed, code(m_fields.band));
    addIfSaid(Series::Role, m_fields.role);
    addIfSaid(Series::Act, code(m_fields.act));
    add(Series::Channel, code(m_fields.channel));
    addIfSaid(Series::Room, code(m_fields.room));
    addIfSaid(Series::Language, m_fields.language);
    addIfSaid(Series::Refusal, code(m_fields.refusal));
    if (m_fields.contact) add(Series::Followup, "");
  }

  void referral() {
    add(Series::Referral, m_fields.to);
    const auto& reply = m_standing.reply;
    if (!reply || reply->fields.reception == Reception::TakenBack) return;
    const bool wrong_door = reply->fields.decline == Decline::NotOurs;
    const std::string_view word = wrong_door ? "wrong_door" : code(reply->fields.reception);
    add(Series::Reception, m_fields.to + ":" + std::string{word});
    add(Series::Accepting, waitItem(std::max(milliseconds{0}, reply->first - m_standing.at)));
  }

  void question() {
    add(Series::Question, m_fields.topic);
    if (m_fields.wanted) add(Series::Wanted, m_fields.topic);
    const bool answered = m_standing.reply && !m_standing.reply->fields.text.empty();
    if (answered) add(Series::Answered, m_fields.topic);
    if (m_fields.wanted && !answered) add(Series::Open, m_fields.topic);
  }

  void event() {
    add(Series::Event, m_fields.topic);
    add(Series::Attendance, m_fields.topic, m_fields.attendance);
    add(Series::Audience, code(m_fields.audience));
    credit(Unit::Library, m_fields.library_min);
    credit(Unit::CitizenService, m_fields.citizenService_min);
  }

  /// Whoever led an event or gave time to it took part.
  void credit(Unit unit, int minutes) {
    if (unit != m_fields.unit && minutes == 0) return;
    addFor(unit, Series::Credit, m_fields.topic, 1);
    addFor(unit, Series::StaffMinutes, m_fields.topic, minutes);
  }

  const Standing& m_standing;
  const Fields& m_fields;
  LocalTime m_local;
  std::vector<Cell> m_cells;
};

}  // namespace

std::vector<Cell> tally(const Standing& standing) {
  if (standing.fields.doubt != Doubt::None) return {};
  return Tally{standing}.cells();
}

void CellChanges::replace(const std::optional<Standing>& before,
                          const std::optional<Standing>& after) {
  if (before) add(*before, -1);
  if (after) add(*after, +1);
}

void CellChanges::add(const Standing& standing, std::int64_t sign) {
  for (const Cell& cell : tally(standing)) m_changes[cell.key] += sign * cell.n;
}

std::vector<Cell> CellChanges::nonZero() const {
  std::vector<Cell> cells;
  for (const auto& [key, n] : m_changes) {
    if (n != 0) cells.push_back({key, n});
  }
  return cells;
}

}  // namespace vejviser
