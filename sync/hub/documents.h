// The files that a municipality keeps for all its tablets: its roles, authority line, opening
// hours, outside bodies, guide cards, rule on small cells and totals of other systems. Where there
// is none, tablets and hub use the built-in one.
#pragma once

#include "src/base/random.h"
#include "src/domain/authority_line.h"
#include "src/domain/destination.h"
#include "src/domain/guide.h"
#include "src/domain/opening_hours_file.h"
#include "src/domain/outside_series.h"
#include "src/domain/published_file.h"
#include "sync/hub/audit.h"
#include "sync/hub/storage.h"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vejviser::hub {

/// Whether `text` is a document of this name that every tablet can read. Error Invalid with the
/// line and the column.
Status checkDocument(const std::string& name, const std::string& text);

/// Stores a document, or with no text takes it away: the built-in one counts again. Error Invalid
/// as checkDocument(), and for an authority line about a topic or a role, or a series about a
/// branch, that is not there, and for totals of a series that stand in another document; then
/// nothing has changed.
Status keepDocument(Storage& storage, const Actor& by, const DocumentRow& document,
                    const Clock& clock, RandomSource& random);

/// From the text of a document, nothing where the municipality has none, to the text to be stored
/// in its place, nothing to take it away.
using DocumentEdit = std::function<Result<std::optional<std::string>>(
    ReadTx& tx, const std::optional<std::string>& text)>;

/// To the documents that are to be stored, in this order.
using DocumentsEdit = std::function<Result<std::vector<DocumentRow>>(ReadTx& tx)>;

/// Changes several documents in one transaction, as changeDocument() does one.
Status changeDocuments(Storage& storage, const Actor& by, const DocumentsEdit& edit,
                       const Clock& clock, RandomSource& random);
/// Changes a document as it stands when the transaction runs: what others have changed meanwhile is
/// in the text that `edit` gets. Errors as keepDocument() and those of `edit`; then nothing has
/// changed. So it has not when the text stays the same.
Status changeDocument(Storage& storage, const Actor& by, const std::string& name,
                      const DocumentEdit& edit, const Clock& clock, RandomSource& random);

/// The names of the documents that every municipality has, its own or built in, in the order of the
/// alphabet; and then those of its totals of one series.
Result<std::vector<std::string>> documentNames(ReadTx& tx);

/// The rows of a document, or of the built-in one where the municipality has none; the hours, which
/// none are built in of, are then a heading alone.
Result<TableRows> documentRows(ReadTx& tx, const std::string& name);
/// The rows as the text of a document.
std::string documentText(const TableRows& rows);

/// What documents say, read.
Result<std::map<PlaceKey, OpeningHours>> hoursIn(ReadTx& tx);
Result<std::vector<Role>> rolesIn(ReadTx& tx);
Result<std::vector<AuthorityRule>> rulesIn(ReadTx& tx);
Result<std::vector<Guide>> guidesIn(ReadTx& tx);
Result<std::vector<Destination>> destinationsIn(ReadTx& tx);
Result<SmallCells> smallCellsIn(ReadTx& tx);
Result<OutsideSeries> outsideSeriesIn(ReadTx& tx);
/// The breaks alone, without reading all totals.
Result<std::vector<Break>> breaksToldIn(ReadTx& tx);

/// Everything an entry may name, outside bodies included.
Result<Vocabulary> vocabularyOf(ReadTx& tx);

}  // namespace vejviser::hub
