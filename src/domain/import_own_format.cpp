#include "src/domain/calendar.h"
#include "src/domain/import.h"
#include "src/domain/import_columns.h"

namespace vejviser {

namespace {

enum Column { kWhen, kKind, kTopic, kUnit, kBranch, kOutcome, kBand, kPeople, kTo, kId };

/// Reads "2026-11-24 14:30", local time.
std::optional<Instant> parseWhen(const std::string& text) {
  if (text.size() < 16 || text[10] != ' ') return std::nullopt;
  const auto day = parseDay(std::string_view{text}.substr(0, 10));
  const auto time = parseHourMinute(std::string_view{text}.substr(11));
  if (!day || !time) return std::nullopt;
  return fromLocal({*day, time->first, time->second});
}

/// The entry a row stands for; the error says which cell is wrong.
Result<PlannedEntry> readRow(const ImportColumns& columns, const std::vector<std::string>& row,
                             const Catalogue& catalogue) {
  const auto wrong = [&](Column column) {
    return Error{ErrorCode::Invalid, ownFormatColumns()[column],
                 "cannot be '" + columns.cell(row, column) + "'"};
  };
  PlannedEntry planned;
  Fields& fields = planned.fields;
  const auto kind = entryKindFromCode(columns.cell(row, kKind));
  if (kind != EntryKind::Help && kind != EntryKind::Referral) return wrong(kKind);
  planned.kind = *kind;
  fields.when = parseWhen(columns.cell(row, kWhen));
  if (!fields.when) return wrong(kWhen);
  fields.topic = columns.cell(row, kTopic);
  if (!catalogue.find(fields.topic)) return wrong(kTopic);
  const auto unit = unitFromCode(columns.cell(row, kUnit));
  if (!unit) return wrong(kUnit);
  fields.unit = *unit;
  fields.branch = columns.cell(row, kBranch);
  if (planned.kind == EntryKind::Referral) {
    fields.to = columns.cell(row, kTo);
  } else {
    const auto outcome = outcomeFromCode(columns.cell(row, kOutcome));
    if (!outcome) return wrong(kOutcome);
    const auto band = bandFromCode(columns.cell(row, kBand));
    if (!band) return wrong(kBand);
    const auto people = parseCount(columns.cell(row, kPeople), kMaxPeople);
    if (!people) return wrong(kPeople);
    fields.outcome = *outcome;
    fields.band = *band;
    fields.people = *people;
  }
  if (const std::string& id = columns.cell(row, kId); !id.empty()) {
    planned.id = parseId(id);
    if (!planned.id || planned.id->isNull()) return wrong(kId);
  }
  Entry entry;
  entry.kind = planned.kind;
  entry.fields = fields;
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
  static const std::vector<std::string> kColumns = {"when",    "kind", "topic",  "unit", "branch",
                                                    "outcome", "band", "people", "to",   "id"};
  return kColumns;
}

std::vector<std::string> ownFormatRow(const Id& subject, const Standing& standing) {
  const Fields& fields = standing.fields;
  const bool help = standing.kind == EntryKind::Help;
  return {toString(toLocal(standing.at)),
          std::string{code(standing.kind)},
          fields.topic,
          std::string{code(fields.unit)},
          fields.branch,
          help ? std::string{code(fields.outcome)} : "",
          help ? std::string{code(fields.band)} : "",
          help ? std::to_string(fields.people) : "",
          fields.to,
          toString(subject)};
}

Result<ImportPlan> planOwnFormat(const CsvRows& rows, const Catalogue& catalogue,
                                 const std::string& source) {
  const auto columns = ImportColumns::find(rows, ownFormatColumns(), {"id"});
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
    plan.entries.push_back(std::move(*planned));
  }
  return plan;
}

}  // namespace vejviser
