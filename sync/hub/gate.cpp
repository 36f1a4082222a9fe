#include "sync/hub/gate.h"

#include "sync/hub/api.h"

namespace vejviser::hub {

void Gate::answer(const Request& request, const Respond& respond) {
  Hub* hub = m_hub;
  if (hub == nullptr) return respond(notOpenYet(m_id));
  answerRequest(*hub, request, respond);
}

Response Gate::unreadable(int status) {
  Hub* hub = m_hub;
  return hub == nullptr ? notOpenYet(m_id) : answerUnreadable(*hub, status);
}

}  // namespace vejviser::hub
