// What all GETs of figures share once the door has let the reader in (door.h): in which form, and
// whether anything has changed since the reader asked last.
#pragma once

#include "sync/hub/csv_table.h"
#include "sync/hub/hub.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vejviser::hub {

enum class Format { Json, Csv, Xlsx, Pdf, Png };

/// "json", "csv", "xlsx", "pdf", "png"; nothing for another word.
std::optional<Format> formatFrom(std::string_view word);

struct Form {
  Format format = Format::Json;
  CsvDialect dialect = CsvDialect::International;
  bool packed = false;  ///< the client can unpack gzip
};

/// The forms of tables; the statistics have all.
inline const std::vector<Format> kTableFormats = {Format::Json, Format::Csv};

/// A question as it is answered.
struct Reading {
  std::string question;  ///< all that was asked, defaults included; names the answer
  /// What the answer says that changes without the position, as text; may be empty.
  std::function<Result<std::string>(ReadTx&)> beside;
  /// The answer's body and the headers of its own.
  std::function<Result<Response>(ReadTx&)> answer;
};

/// Reads the form, one of `formats`, the first when nothing is said, asks `understand` what is
/// meant, and answers from one view of the database: 304 with no more than a look at the position
/// when the reader has the answer already. An error Invalid of any of them is the parameter's.
Response answerReader(Hub& hub, const Request& request, const std::vector<Format>& formats,
                      const std::function<Result<Reading>(const Form&)>& understand);

/// A body of this form; `name` is what a browser saves a file as, without ending.
Response bodyOf(const Form& form, std::string text, const std::string& name);

}  // namespace vejviser::hub
