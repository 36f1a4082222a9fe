#include "src/base/result.h"

namespace vejviser {

const char* name(ErrorCode code) {
  switch (code) {
    case ErrorCode::Invalid:
      return "invalid";
    case ErrorCode::Storage:
      return "storage";
    case ErrorCode::Offline:
      return "offline";
    case ErrorCode::Refused:
      return "refused";
    case ErrorCode::InDoubt:
      return "in-doubt";
    case ErrorCode::Incompatible:
      return "incompatible";
  }
  return "invalid";
}

}  // namespace vejviser
