#include "sync/hub/option_texts.h"

#include "src/base/text.h"

namespace vejviser::hub {

Result<Branch> readBranch(const std::string& text) {
  const std::size_t equals = text.find('=');
  if (equals == std::string::npos || !isCode(text.substr(0, equals))) {
    return Error{ErrorCode::Invalid, "branch", "'" + text + "' is not code=Name"};
  }
  const std::string name = text.substr(equals + 1);
  if (const Status named = checkName("the branch's name", name); !named) return named.error();
  return Branch{text.substr(0, equals), name};
}

Result<ListenAddress> readListen(const std::string& text) {
  const std::size_t colon = text.rfind(':');
  const std::string port = colon == std::string::npos ? "" : text.substr(colon + 1);
  const bool digits = !port.empty() && port.size() <= 5 &&
                      port.find_first_not_of("0123456789") == std::string::npos;
  if (!digits || std::stoi(port) > 65535) {
    return Error{ErrorCode::Invalid, "--listen", "'" + text + "' is not address:port"};
  }
  return ListenAddress{text.substr(0, colon), static_cast<unsigned short>(std::stoi(port))};
}

}  // namespace vejviser::hub
