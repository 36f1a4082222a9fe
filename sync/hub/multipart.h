// Forms with files in them, as browsers send them: multipart/form-data.
#pragma once

#include "src/base/result.h"

#include <map>
#include <string>
#include <string_view>

namespace vejviser::hub {

/// The fields of a form by name, a file as its content; of fields of one name the last. Error
/// Invalid for a body that is not of this type or breaks off. Source: RFC 7578, RFC 2046 §5.1.
Result<std::map<std::string, std::string>> decodeMultipart(std::string_view contentType,
                                                           std::string_view body);

}  // namespace vejviser::hub
