// What was set aside as a person would look at it, and this tablet's records as CSV.
#pragma once

#include "src/domain/fold.h"
#include "src/store/queries.h"

#include <functional>
#include <optional>
#include <string_view>

namespace vejviser::engine {

/// An entry that is not counted, and what it is about.
struct AsideRecord {
  store::SetAside entry;
  /// Nothing when its bytes cannot be read here either.
  std::optional<EntryKind> kind;
  EntryKind of = EntryKind::Help;  ///< of an Amend or a Reply: the kind of its subject
  /// What it says; of a Void and of one that cannot be read, what stands about its subject. Nothing
  /// when neither is known.
  std::optional<Standing> says;
};

AsideRecord describe(const store::Queries& queries, store::SetAside entry);

/// Takes a stretch of text; an error ends the export.
using Sink = std::function<Status(std::string_view text)>;

/// All that stands and is counted here, oldest first, each with its reply after it, then the
/// replies made here to what other tablets made; in our own format (platform/EXPORT.md). Errors:
/// the sink's; Storage when not all of it could be read. Of use beside other work: it reads in
/// pieces.
Status exportOwnRows(const store::Queries& queries, const Sink& sink);

/// All that was set aside: `state,why,since,entry`, the columns of our own format, and `body`, the
/// bytes that go on the wire. Errors as above.
Status exportSetAside(const store::Queries& queries, const Sink& sink);

}  // namespace vejviser::engine
