// Who may use a route, asked before anything else of it is done.
#pragma once

#include "sync/hub/hub.h"
#include "sync/hub/rights.h"

#include <optional>

namespace vejviser::hub {

/// What a route asks of whoever comes.
struct Need {
  enum class Of {
    Nobody,    ///< open to all
    Tablet,    ///< a token; the handler looks at it
    Person,    ///< a right, and of forms that they are ours
    Reader,    ///< a person with the right, a tablet in use, or a token to read figures with
    Commands,  ///< the administration socket: elsewhere the route is not there
  };

  Of of;
  Action right = Action::KeepOwnAccount;
};

constexpr Need kOpen{Need::Of::Nobody};
constexpr Need kTablets{Need::Of::Tablet};
constexpr Need kCommands{Need::Of::Commands};
constexpr Need person(Action right) {
  return {Need::Of::Person, right};
}
constexpr Need reader(Action right) {
  return {Need::Of::Reader, right};
}

constexpr bool asksForPerson(const Need& need) {
  return need.of == Need::Of::Person || need.of == Need::Of::Reader;
}

/// Lets a request in and notes its visitor, or says why not.
std::optional<Response> refuse(Hub& hub, const Need& need, Request& request);

/// The same where it depends on the unit of what something is done to: 403, or nothing.
std::optional<Response> refuseUnit(const Hub& hub, const Request& request, Action action, Unit of);

}  // namespace vejviser::hub
