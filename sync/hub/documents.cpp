#include "sync/hub/documents.h"

#include "platform/csv.h"
#include "src/domain/authority_line.h"
#include "src/domain/destination.h"
#include "src/domain/guide.h"
#include "src/domain/opening_hours_file.h"

#include <array>
#include <utility>

namespace vejviser::hub {

namespace {

using Rows = std::vector<std::vector<std::string>>;
using Check = Status (*)(const Rows& rows);

template <auto read>
Status readsWith(const Rows& rows) {
  const auto document = read(rows);
  return document ? Status{} : Status{document.error()};
}

struct Kind {
  std::string_view name;
  Check check;
};

constexpr std::array<Kind, 5> kKinds = {{{"authority", readsWith<readAuthority>},
                                         {"destinations", readsWith<readDestinations>},
                                         {"guides", readsWith<readGuides>},
                                         {"hours", readsWith<readOpeningHours>},
                                         {"roles", readsWith<readRoles>}}};

/// This municipality's document, or the built-in one, as read.
template <auto read>
auto documentOr(ReadTx& tx, const std::string& name, std::string_view builtIn)
    -> decltype(read(Rows{})) {
  const auto own = tx.document(name);
  if (!own) return own.error();
  const auto rows = platform::readCsv(*own ? **own : std::string{builtIn});
  if (!rows) return rows.error();
  return read(*rows);
}

/// A new authority line is about this hub's topics and roles.
Status checkLine(ReadTx& tx, const std::string& text) {
  const auto roles = documentOr<readRoles>(tx, "roles", builtInRolesCsv());
  if (!roles) return roles.error();
  auto topics = tx.topics();
  if (!topics) return topics.error();
  const auto rows = platform::readCsv(text);
  if (!rows) return rows.error();
  const auto rules = readAuthority(*rows);
  if (!rules) return rules.error();
  return checkNames(*rules, *roles, Catalogue{std::move(*topics)});
}

}  // namespace

Status checkDocument(const std::string& name, const std::string& text) {
  if (text.size() > kLongestDocument) {
    return Error{ErrorCode::Invalid, name, "is longer than 256 KiB"};
  }
  const auto rows = platform::readCsv(text);
  if (!rows) return rows.error();
  std::string known;
  for (const Kind& kind : kKinds) {
    if (kind.name == name) return kind.check(*rows);
    known += (known.empty() ? "" : ", ") + std::string{kind.name};
  }
  return Error{ErrorCode::Invalid, name, "is no document; there are " + known};
}

Status keepDocument(Storage& storage, const Actor& by, const DocumentRow& document,
                    const Clock& clock, RandomSource& random) {
  if (document.text) {
    if (const Status fit = checkDocument(document.name, *document.text); !fit) return fit;
  }
  return storage.write([&](WriteTx& tx) -> Status {
    if (document.name == "authority" && document.text) {
      if (const Status fit = checkLine(tx, *document.text); !fit) return fit;
    }
    const auto before = tx.document(document.name);
    if (!before) return before.error();
    const auto pos = tx.takePositions(1, static_cast<std::int64_t>(random.next64()), clock.now());
    if (!pos) return pos.error();
    if (const Status put = tx.putDocument(document, *pos); !put) return put;
    const auto whose = [](bool own) { return std::string{own ? "own" : "built in"}; };
    return note(tx, by,
                {document.text ? "document-put" : "document-drop", document.name,
                 whose(before->has_value()) + " -> " + whose(document.text.has_value())},
                clock.now());
  });
}

Result<Vocabulary> vocabularyOf(ReadTx& tx) {
  auto vocabulary = tx.vocabulary();
  if (!vocabulary) return vocabulary;
  const auto destinations =
      documentOr<readDestinations>(tx, "destinations", builtInDestinationsCsv());
  if (!destinations) return destinations.error();
  for (const Unit unit : kAllUnits) vocabulary->destinations.emplace(code(unit));
  for (const Destination& destination : *destinations) {
    vocabulary->destinations.insert(destination.code);
  }
  return vocabulary;
}

}  // namespace vejviser::hub
