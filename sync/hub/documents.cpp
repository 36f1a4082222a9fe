#include "sync/hub/documents.h"

#include "platform/csv.h"
#include "src/domain/destination.h"
#include "src/domain/published_file.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <set>
#include <utility>

namespace vejviser::hub {

namespace {

using Check = Status (*)(const TableRows& rows);

template <auto read>
Status readsWith(const TableRows& rows) {
  const auto document = read(rows);
  return document ? Status{} : Status{document.error()};
}

constexpr const char* kSeries = "series";
constexpr std::string_view kNoHours = "place,unit,days,from,to,kind,note\n";

std::string_view noHours() {
  return kNoHours;
}

struct Kind {
  std::string_view name;
  Check check;
  std::string_view (*builtIn)();
};

constexpr std::array<Kind, 7> kKinds = {
    {{"authority", readsWith<readAuthority>, builtInAuthorityCsv},
     {"destinations", readsWith<readDestinations>, builtInDestinationsCsv},
     {"guides", readsWith<readGuides>, builtInGuidesCsv},
     {"hours", readsWith<readOpeningHours>, noHours},
     {"roles", readsWith<readRoles>, builtInRolesCsv},
     {kSeries, readsWith<readOutsideSeries>, builtInSeriesCsv},
     {"small-cells", readsWith<readSmallCells>, builtInSmallCellsCsv}}};

Result<Kind> kindOf(const std::string& name) {
  if (seriesOfTotals(name)) return Kind{name, readsWith<readOutsideSeries>, builtInSeriesCsv};
  std::string known;
  for (const Kind& kind : kKinds) {
    if (kind.name == name) return kind;
    known += (known.empty() ? "" : ", ") + std::string{kind.name};
  }
  return Error{ErrorCode::Invalid, name, "is no document; there are " + known};
}

/// This municipality's document, or the built-in one, as read.
template <auto read>
auto documentOr(ReadTx& tx, const std::string& name) -> decltype(read(TableRows{})) {
  const auto rows = documentRows(tx, name);
  if (!rows) return rows.error();
  return read(*rows);
}

/// A new authority line is about this hub's topics and roles.
Status checkLine(ReadTx& tx, const std::string& text) {
  const auto roles = rolesIn(tx);
  if (!roles) return roles.error();
  auto topics = tx.topics();
  if (!topics) return topics.error();
  const auto rows = platform::readCsv(text);
  if (!rows) return rows.error();
  const auto rules = readAuthority(*rows);
  if (!rules) return rules.error();
  return checkNames(*rules, *roles, Catalogue{std::move(*topics)});
}

/// Totals and breaks are of this hub's branches.
Status checkBranches(ReadTx& tx, const std::string& text) {
  const auto branches = tx.branches();
  if (!branches) return branches.error();
  std::set<std::string> known{""};
  for (const Branch& branch : *branches) known.insert(branch.code);
  const auto rows = platform::readCsv(text);
  if (!rows) return rows.error();
  for (std::size_t i = 1; i < rows->size(); ++i) {
    const std::string& branch = (*rows)[i][1];
    if (known.contains(branch)) continue;
    return Error{ErrorCode::Invalid, "series line " + std::to_string(i + 1),
                 "branch '" + branch + "' is not there"};
  }
  return {};
}

/// The totals of a series stand in one document: its own, or that of all.
Status checkOnce(ReadTx& tx, const std::string& name, const std::string& text) {
  const auto apart = seriesOfTotals(name);
  const auto rows = apart ? documentRows(tx, kSeries) : platform::readCsv(text);
  if (!rows) return rows.error();
  const auto together = readOutsideSeries(*rows);
  if (!together) return together.error();
  std::set<std::string> there;
  for (const auto& [key, n] : together->totals) there.insert(key.series);
  if (apart) {
    if (!there.contains(std::string{*apart})) return {};
    return Error{ErrorCode::Invalid, name, "the document series has totals of it already"};
  }
  for (const std::string& series : there) {
    const auto own = tx.document(totalsName(series));
    if (!own) return own.error();
    if (!*own) continue;
    return Error{ErrorCode::Invalid, kSeries,
                 "the totals of '" + series + "' stand in " + totalsName(series)};
  }
  return {};
}

/// Whether what a document names is there, and its totals stand nowhere else.
Status checkNamed(ReadTx& tx, const std::string& name, const std::string& text) {
  if (name == "authority") return checkLine(tx, text);
  if (name != kSeries && !seriesOfTotals(name)) return {};
  const Status branches = checkBranches(tx, text);
  return branches ? checkOnce(tx, name, text) : branches;
}

/// Stores a document, unless it is as it was.
Status putInto(WriteTx& tx, const Actor& by, const DocumentRow& document, const Clock& clock,
               RandomSource& random) {
  const auto before = tx.document(document.name);
  if (!before) return before.error();
  if (document.text == *before) return {};
  if (document.text) {
    if (const Status fit = checkDocument(document.name, *document.text); !fit) return fit;
    if (const Status fit = checkNamed(tx, document.name, *document.text); !fit) return fit;
  }
  const auto pos = tx.takePositions(1, static_cast<std::int64_t>(random.next64()), clock.now());
  if (!pos) return pos.error();
  if (const Status put = tx.putDocument(document, *pos); !put) return put;
  const auto whose = [](bool own) { return std::string{own ? "own" : "built in"}; };
  return note(tx, by,
              {document.text ? "document-put" : "document-drop", document.name,
               whose(before->has_value()) + " -> " + whose(document.text.has_value())},
              clock.now());
}

}  // namespace

Status checkDocument(const std::string& name, const std::string& text) {
  if (text.size() > kLongestDocument) {
    return Error{ErrorCode::Invalid, name, "is longer than 256 KiB"};
  }
  const auto rows = platform::readCsv(text);
  if (!rows) return rows.error();
  if (const auto series = seriesOfTotals(name)) {
    const auto totals = readTotals(*rows, *series);
    return totals ? Status{} : Status{totals.error()};
  }
  const auto kind = kindOf(name);
  if (!kind) return kind.error();
  return kind->check(*rows);
}

Status keepDocument(Storage& storage, const Actor& by, const DocumentRow& document,
                    const Clock& clock, RandomSource& random) {
  const auto replace = [&](ReadTx&, const auto&) {
    return Result<std::optional<std::string>>{document.text};
  };
  return changeDocument(storage, by, document.name, replace, clock, random);
}

Status changeDocument(Storage& storage, const Actor& by, const std::string& name,
                      const DocumentEdit& edit, const Clock& clock, RandomSource& random) {
  const auto one = [&](ReadTx& tx) -> Result<std::vector<DocumentRow>> {
    const auto before = tx.document(name);
    if (!before) return before.error();
    auto after = edit(tx, *before);
    if (!after) return after.error();
    return std::vector<DocumentRow>{{name, std::move(*after)}};
  };
  return changeDocuments(storage, by, one, clock, random);
}

Status changeDocuments(Storage& storage, const Actor& by, const DocumentsEdit& edit,
                       const Clock& clock, RandomSource& random) {
  return storage.write([&](WriteTx& tx) -> Status {
    const auto documents = edit(tx);
    if (!documents) return documents.error();
    for (const DocumentRow& document : *documents) {
      if (const Status put = putInto(tx, by, document, clock, random); !put) return put;
    }
    return {};
  });
}

Result<std::vector<std::string>> documentNames(ReadTx& tx) {
  std::vector<std::string> names;
  for (const Kind& kind : kKinds) names.emplace_back(kind.name);
  auto own = tx.documents();
  if (!own) return own;
  std::copy_if(own->begin(), own->end(), std::back_inserter(names),
               [](const std::string& name) { return seriesOfTotals(name).has_value(); });
  return names;
}

Result<TableRows> documentRows(ReadTx& tx, const std::string& name) {
  const auto kind = kindOf(name);
  if (!kind) return kind.error();
  const auto own = tx.document(name);
  if (!own) return own.error();
  return platform::readCsv(*own ? **own : std::string{kind->builtIn()});
}

std::string documentText(const TableRows& rows) {
  std::string text;
  for (const auto& row : rows) text += platform::csvLine(row);
  return text;
}

Result<std::map<PlaceKey, OpeningHours>> hoursIn(ReadTx& tx) {
  const auto rows = documentRows(tx, "hours");
  if (!rows) return rows.error();
  if (rows->size() < 2) return std::map<PlaceKey, OpeningHours>{};
  return readOpeningHours(*rows);
}

Result<std::vector<Role>> rolesIn(ReadTx& tx) {
  return documentOr<readRoles>(tx, "roles");
}

Result<std::vector<AuthorityRule>> rulesIn(ReadTx& tx) {
  return documentOr<readAuthority>(tx, "authority");
}

Result<std::vector<Guide>> guidesIn(ReadTx& tx) {
  return documentOr<readGuides>(tx, "guides");
}

Result<std::vector<Destination>> destinationsIn(ReadTx& tx) {
  return documentOr<readDestinations>(tx, "destinations");
}

Result<SmallCells> smallCellsIn(ReadTx& tx) {
  return documentOr<readSmallCells>(tx, "small-cells");
}

Result<std::vector<Break>> breaksToldIn(ReadTx& tx) {
  auto series = documentOr<readOutsideSeries>(tx, kSeries);
  if (!series) return series.error();
  return std::move(series->breaks);
}

Result<OutsideSeries> outsideSeriesIn(ReadTx& tx) {
  auto series = documentOr<readOutsideSeries>(tx, kSeries);
  const auto names = tx.documents();
  if (!names) return names.error();
  for (const std::string& name : *names) {
    if (!series || !seriesOfTotals(name)) continue;
    auto totals = documentOr<readOutsideSeries>(tx, name);
    if (!totals) return totals;
    series->totals.merge(totals->totals);
  }
  return series;
}

Result<Vocabulary> vocabularyOf(ReadTx& tx) {
  auto vocabulary = tx.vocabulary();
  if (!vocabulary) return vocabulary;
  const auto destinations = destinationsIn(tx);
  if (!destinations) return destinations.error();
  for (const Unit unit : kAllUnits) vocabulary->destinations.emplace(code(unit));
  for (const Destination& destination : *destinations) {
    vocabulary->destinations.insert(destination.code);
  }
  return vocabulary;
}

}  // namespace vejviser::hub
