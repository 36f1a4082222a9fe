// The files that a municipality keeps for all its tablets: its roles, authority line, opening
// hours, outside bodies and guide cards. Where there is none, tablets and hub use the built-in one.
#pragma once

#include "src/base/random.h"
#include "sync/hub/audit.h"
#include "sync/hub/storage.h"

#include <string>
#include <string_view>

namespace vejviser::hub {

/// Whether `text` is a document of this name that every tablet can read. Error Invalid with the
/// line and the column.
Status checkDocument(const std::string& name, const std::string& text);

/// Stores a document, or with no text takes it away: the built-in one counts again. Error Invalid
/// as checkDocument(), and for an authority line about a topic or a role that is not there; then
/// nothing has changed.
Status keepDocument(Storage& storage, const Actor& by, const DocumentRow& document,
                    const Clock& clock, RandomSource& random);

/// Everything an entry may name, outside bodies included.
Result<Vocabulary> vocabularyOf(ReadTx& tx);

}  // namespace vejviser::hub
