#include "src/domain/calendar.h"
#include "src/domain/import.h"
#include "src/domain/import_columns.h"
#include "src/domain/personal_data.h"

#include <algorithm>
#include <array>
#include <set>

namespace vejviser {

namespace {

/// What a row can be about: the kinds of entries, but replies by what they reply to.
enum Row : unsigned {
  kHelp = 1,
  kReferral = 2,
  kQuestion = 4,
  kEvent = 8,
  kQuiet = 16,
  kReception = 32,  ///< a reply to a referral
  kAnswer = 64,     ///< a reply to a question
  kReplies = kReception | kAnswer,
  kAbout = kHelp | kReferral | kQuestion | kEvent,
  kAll = kAbout | kQuiet | kReplies
};

/// Nothing for an entry that has no row of its own.
unsigned rowOf(EntryKind kind, EntryKind of) {
  switch (kind) {
    case EntryKind::Help:
      return kHelp;
    case EntryKind::Referral:
      return kReferral;
    case EntryKind::Question:
      return kQuestion;
    case EntryKind::Event:
      return kEvent;
    case EntryKind::Quiet:
      return kQuiet;
    case EntryKind::Reply:
      return of == EntryKind::Referral ? kReception : of == EntryKind::Question ? kAnswer : 0U;
    case EntryKind::Amend:
    case EntryKind::Void:
      return 0;
  }
  return 0;
}

/// Reads "2026-11-24 14:30", local time.
std::optional<Instant> parseWhen(const std::string& text) {
  if (text.size() < 16 || text[10] != ' ') return std::nullopt;
  const auto day = parseDay(std::string_view{text}.substr(0, 10));
  const auto time = parseHourMinute(std::string_view{text}.substr(11));
  if (!day || !time) return std::nullopt;
  return fromLocal({*day, time->first, time->second});
}

/// A spreadsheet would run a text that begins like a formula.
std::string harmless(const std::string& text) {
  const bool formula =
      !text.empty() && std::string_view{"=+-@'"}.find(text[0]) != std::string::npos;
  return formula ? "'" + text : text;
}

template <class Value, class Place>
bool take(std::optional<Value> value, Place& place) {
  if (value) place = *value;
  return value.has_value();
}

using Planned = PlannedEntry;

template <auto member>
std::string writeWord(const Planned& planned) {
  return std::string{code(planned.fields.*member)};
}
template <auto member, auto fromCode>
bool readWord(const std::string& cell, Planned& planned) {
  return take(fromCode(cell), planned.fields.*member);
}
template <auto member>
std::string writeText(const Planned& planned) {
  return planned.fields.*member;
}
template <auto member>
bool readText(const std::string& cell, Planned& planned) {
  planned.fields.*member = cell;
  return true;
}
template <auto member>
std::string writeCount(const Planned& planned) {
  return std::to_string(planned.fields.*member);
}
template <auto member, int most>
bool readCount(const std::string& cell, Planned& planned) {
  return take(parseCount(cell, most), planned.fields.*member);
}
template <auto member>
std::string writeId(const Planned& planned) {
  const std::optional<Id>& id = planned.fields.*member;
  return id ? toString(*id) : std::string{};
}
bool takeId(const std::string& cell, std::optional<Id>& place) {
  const auto id = parseId(cell);
  return take(id && id->isNull() ? std::nullopt : id, place);
}
template <auto member>
bool readId(const std::string& cell, Planned& planned) {
  return takeId(cell, planned.fields.*member);
}

struct Column {
  std::string_view name;
  unsigned rows = 0;   ///< which have it; it is empty in the others
  unsigned needs = 0;  ///< which cannot be without; the others then keep the default
  std::string (*write)(const Planned&) = nullptr;
  bool (*read)(const std::string& cell, Planned&) = nullptr;
};

/// The first ten are those of the first version; what was added since may be missing in a file.
constexpr std::size_t kOldest = 10;

template <auto member, auto fromCode>
constexpr Column word(std::string_view name, unsigned rows, unsigned needs = 0) {
  return {name, rows, needs, writeWord<member>, readWord<member, fromCode>};
}
template <auto member>
constexpr Column text(std::string_view name, unsigned rows) {
  return {name, rows, 0, writeText<member>, readText<member>};
}
template <auto member, int most>
constexpr Column count(std::string_view name, unsigned rows, unsigned needs = 0) {
  return {name, rows, needs, writeCount<member>, readCount<member, most>};
}
template <auto member>
constexpr Column id(std::string_view name, unsigned rows) {
  return {name, rows, 0, writeId<member>, readId<member>};
}

constexpr Column kWhen = {
    "when", kAll, kAll,
    [](const Planned& p) { return p.fields.when ? toString(toLocal(*p.fields.when)) : ""; },
    [](const std::string& cell, Planned& p) {
      p.fields.when = parseWhen(cell);
      return p.fields.when.has_value();
    }};
constexpr Column kKind = {
    "kind", kAll, kAll, [](const Planned& p) { return std::string{code(p.kind)}; },
    [](const std::string& cell, Planned& p) { return take(entryKindFromCode(cell), p.kind); }};
constexpr Column kOwnId = {"id", kAll, 0,
                           [](const Planned& p) { return p.id ? toString(*p.id) : ""; },
                           [](const std::string& cell, Planned& p) { return takeId(cell, p.id); }};
constexpr Column kText = {"text", kQuestion | kAnswer, kQuestion,
                          [](const Planned& p) { return harmless(p.fields.text); },
                          [](const std::string& cell, Planned& p) {
                            p.fields.text = cell.substr(cell.starts_with('\'') ? 1 : 0);
                            return !findPersonalData(p.fields.text);
                          }};
constexpr Column kWanted = {
    "wanted", kQuestion, 0,
    [](const Planned& p) { return std::string{p.fields.wanted ? "yes" : ""}; },
    [](const std::string& cell, Planned& p) {
      p.fields.wanted = true;
      return cell == "yes";
    }};
constexpr Column kSubject = {
    "subject", kReplies, kReplies,
    [](const Planned& p) { return p.subject ? toString(*p.subject) : ""; },
    [](const std::string& cell, Planned& p) { return takeId(cell, p.subject); }};
constexpr Column kOf = {
    "of", kReplies, kReplies, [](const Planned& p) { return std::string{code(p.of)}; },
    [](const std::string& cell, Planned& p) { return take(entryKindFromCode(cell), p.of); }};
constexpr Column kRev = {"rev", kReplies, kReplies,
                         [](const Planned& p) { return std::to_string(p.rev); },
                         [](const std::string& cell, Planned& p) {
                           return take(parseCount(cell, kMaxRev), p.rev) && p.rev > 0;
                         }};

using F = Fields;
constexpr std::array kColumns = {
    kWhen,
    kKind,
    text<&F::topic>("topic", kAbout),
    word<&F::unit, unitFromCode>("unit", kAll, kAll),
    text<&F::branch>("branch", kAll),
    word<&F::outcome, outcomeFromCode>("outcome", kHelp | kReception, kHelp),
    word<&F::band, bandFromCode>("band", kHelp, kHelp),
    count<&F::people, kMaxPeople>("people", kHelp, kHelp),
    text<&F::to>("to", kReferral),
    kOwnId,
    text<&F::role>("role", kAll),
    word<&F::timing, timingFromCode>("timing", kHelp),
    word<&F::act, actFromCode>("act", kHelp),
    word<&F::channel, channelFromCode>("channel", kHelp),
    word<&F::room, roomFromCode>("room", kHelp),
    text<&F::language>("language", kHelp),
    word<&F::refusal, refusalFromCode>("refusal", kHelp),
    id<&F::contact>("contact", kHelp),
    text<&F::toBranch>("to_branch", kReferral),
    id<&F::help>("help", kReferral | kQuestion),
    text<&F::slip>("slip", kReferral),
    count<&F::valid_days, kMaxValidDays>("valid", kReferral),
    kText,
    kWanted,
    word<&F::audience, audienceFromCode>("audience", kEvent),
    count<&F::attendance, kMaxAttendance>("attendance", kEvent),
    count<&F::library_min, kMaxStaffMinutes>("library_min", kEvent),
    count<&F::citizenService_min, kMaxStaffMinutes>("citizen_service_min", kEvent),
    kSubject,
    kOf,
    kRev,
    word<&F::reception, receptionFromCode>("reception", kReception, kReception),
    word<&F::decline, declineFromCode>("decline", kReception),
    word<&F::doubt, doubtFromCode>("doubt", kAll)};

std::size_t placeOf(std::string_view name) {
  const auto it = std::find_if(kColumns.begin(), kColumns.end(),
                               [name](const Column& column) { return column.name == name; });
  return static_cast<std::size_t>(it - kColumns.begin());
}

/// The entry a row stands for; the error says which cell is wrong.
Result<PlannedEntry> readRow(const ImportColumns& columns, const std::vector<std::string>& row,
                             const Catalogue& catalogue) {
  // Never with a text: what is wrong with it may be that it tells who somebody is.
  const auto wrong = [&](const Column& column, const std::string& cell) {
    const std::string why =
        column.name == kText.name ? "cannot be this" : "cannot be '" + cell + "'";
    return Error{ErrorCode::Invalid, std::string{column.name}, why};
  };
  PlannedEntry planned;
  for (const Column& column : {kKind, kOf}) {  // they tell which of the others there are
    const std::string& cell = columns.cell(row, placeOf(column.name));
    if (!cell.empty() && !column.read(cell, planned)) return wrong(column, cell);
    if (rowOf(planned.kind, planned.of) == 0 && column.name == kOf.name) return wrong(column, cell);
  }
  const unsigned about = rowOf(planned.kind, planned.of);
  for (std::size_t i = 0; i < kColumns.size(); ++i) {
    const Column& column = kColumns[i];
    const std::string& cell = columns.cell(row, i);
    if ((column.rows & about) == 0 || (cell.empty() && (column.needs & about) == 0)) continue;
    if (cell.empty() || !column.read(cell, planned)) return wrong(column, cell);
  }
  const bool known = catalogue.find(planned.fields.topic) != nullptr;
  if ((about & kAbout) != 0 && !known)
    return wrong(kColumns[placeOf("topic")], planned.fields.topic);
  if (planned.subject && planned.subject == planned.id) return wrong(kSubject, "its own id");
  Entry entry;
  entry.kind = planned.kind;
  entry.of = planned.of;
  entry.fields = planned.fields;
  if (const Status status = checkFields(entry); !status) return status.error();
  return planned;
}

std::string joined(const std::vector<std::string>& row) {
  std::string text;
  for (const std::string& cell : row) text.append("/").append(cell);
  return text;
}

}  // namespace

const std::vector<std::string>& ownFormatColumns() {
  static const std::vector<std::string> s_names = [] {
    std::vector<std::string> names;
    for (const Column& column : kColumns) names.emplace_back(column.name);
    return names;
  }();
  return s_names;
}

PlannedEntry plannedFrom(const Id& subject, const Standing& standing) {
  PlannedEntry planned;
  planned.kind = standing.kind;
  planned.fields = standing.fields;
  planned.fields.when = standing.at;
  planned.id = subject;
  return planned;
}

PlannedEntry plannedFrom(const Id& subject, EntryKind of, const StandingReply& reply) {
  PlannedEntry planned =
      plannedFrom(reply.top, {EntryKind::Reply, reply.at, reply.rev, reply.top, reply.fields});
  planned.subject = subject;
  planned.of = of;
  planned.rev = reply.rev;
  return planned;
}

std::vector<std::string> ownFormatRow(const PlannedEntry& planned) {
  const unsigned about = rowOf(planned.kind, planned.of);
  std::vector<std::string> row;
  for (const Column& column : kColumns) {
    row.push_back((column.rows & about) != 0 ? column.write(planned) : std::string{});
  }
  return row;
}

Result<ImportPlan> planOwnFormat(const CsvRows& rows, const Catalogue& catalogue,
                                 const std::string& source) {
  std::set<std::string> optional = {"id"};
  for (std::size_t i = kOldest; i < kColumns.size(); ++i) optional.emplace(kColumns[i].name);
  const auto columns = ImportColumns::find(rows, ownFormatColumns(), optional);
  if (!columns) return columns.error();
  ImportPlan plan;
  std::map<std::string, int> seen;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    auto planned = readRow(*columns, rows[i], catalogue);
    if (!planned) {
      plan.unreadable.push_back({i + 1, planned.error().text()});
      continue;
    }
    const std::string content = joined(rows[i]);
    planned->key = source + content + "/" + std::to_string(++seen[content]);
    if (planned->fields.doubt != Doubt::None) {
      plan.doubtful.push_back({i + 1, "its time was in doubt when it was exported"});
    }
    plan.entries.push_back(std::move(*planned));
  }
  return plan;
}

}  // namespace vejviser
