// The network between tablets and hub, and all it does to what it carries.
#pragma once

#include "platform/http_client.h"
#include "tests/sim/sim_hub.h"
#include "tests/sim/world.h"

#include <deque>
#include <functional>
#include <memory>

namespace vejviser::sim {

/// How bad the network of a history is: probabilities per request.
struct Weather {
  double loss = 0;      ///< of a request, and of an answer
  double twice = 0;     ///< a request arrives again, perhaps much later
  double portal = 0;    ///< somebody else answers
  double otherHub = 0;  ///< the answer is another hub's
  double cut = 0;       ///< the answer ends early
  double replay = 0;    ///< an old answer comes instead
  milliseconds delay{200};
  int page = 0;             ///< rows in an answer at most; 0: as the tablet asks
  bool oldHub = false;      ///< the hub knows nothing of what came after version 0.1
  bool oldTablets = false;  ///< nor do the tablets

  static Weather from(Chance& chance);
};

using Answered = std::function<void(const Result<platform::HttpResponse>&)>;

/// The way of one tablet to the hub.
class Line {
 public:
  Line(World& world, SimHub& hub, const Weather& weather)
      : m_world(world), m_hub(hub), m_weather(weather) {}

  /// `answered` hears once: an answer, or that there is none.
  void carry(const platform::HttpRequest& request, Answered answered);

 private:
  struct Exchange;

  void arrive(const std::shared_ptr<Exchange>& exchange);
  void bringBack(const std::shared_ptr<Exchange>& exchange, platform::HttpResponse response);
  platform::HttpResponse lie() const;
  bool happens(double probability) const;

  World& m_world;
  SimHub& m_hub;
  const Weather& m_weather;
  std::deque<platform::HttpResponse> m_old;
};

}  // namespace vejviser::sim
