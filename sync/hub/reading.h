// What all GETs of figures share once the door has let the reader in (door.h): in which form, and
// whether anything has changed since the reader asked last.
#pragma once

#include "sync/hub/csv_table.h"
#include "sync/hub/hub.h"

#include <functional>
#include <string>

namespace vejviser::hub {

enum class Format { Json, Csv };

struct Form {
  Format format = Format::Json;
  CsvDialect dialect = CsvDialect::International;
  bool packed = false;  ///< the client can unpack gzip
};

/// A question as it is answered.
struct Reading {
  std::string question;  ///< all that was asked, defaults included; names the answer
  /// What the answer says that changes without the position, as text; may be empty.
  std::function<Result<std::string>(ReadTx&)> beside;
  /// The answer's body and the headers of its own.
  std::function<Result<Response>(ReadTx&)> answer;
};

/// Reads the form, asks `understand` what is meant, and answers from one view of the database: 304
/// with no more than a look at the position when the reader has the answer already. An error
/// Invalid of any of them is the parameter's.
Response answerReader(Hub& hub, const Request& request,
                      const std::function<Result<Reading>(const Form&)>& understand);

/// A body of this form; `name` is what a browser saves a CSV as, without ending.
Response bodyOf(const Form& form, std::string text, const std::string& name);

}  // namespace vejviser::hub
