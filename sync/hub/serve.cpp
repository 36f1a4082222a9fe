#include "sync/hub/serve.h"

#include "platform/log.h"
#include "platform/system.h"
#include "sync/hub/admin.h"
#include "sync/hub/housekeeping.h"
#include "sync/hub/site.h"
#include "sync/hub/upkeep.h"

#include <algorithm>
#include <climits>
#include <csignal>
#include <cstdio>
#include <pthread.h>
#include <sys/resource.h>
#include <thread>

namespace vejviser::hub {

namespace {

constexpr int kOwnDescriptors = 128;  // databases, sockets to listen on, administration

/// Blocks the signals that end a hub, for this thread and all it starts.
sigset_t blockSignals() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGTERM);
  sigaddset(&signals, SIGINT);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  return signals;
}

/// How many files and sockets this process may open, after asking for all it can have.
int descriptors() {
  rlimit limit{};
  getrlimit(RLIMIT_NOFILE, &limit);
  limit.rlim_cur = limit.rlim_max;
  setrlimit(RLIMIT_NOFILE, &limit);
  getrlimit(RLIMIT_NOFILE, &limit);
  return static_cast<int>(std::min<rlim_t>(limit.rlim_cur, INT_MAX));
}

/// Listens until a signal to stop; then everything in flight is answered.
Status answerUntilStopped(const Place& place, ServerOptions options, Site& site,
                          WorkerPool& workers, const sigset_t& signals) {
  if (place.url.empty()) options.unixSocket = adminSocket(place.dir);
  options.connectionLimit = std::min(options.connectionLimit, descriptors() - kOwnDescriptors);
  auto server = HttpServer::start(
      options, workers,
      [&site](const Request& request, const Respond& respond) { site.answer(request, respond); },
      [&site](int status) { return site.unreadable(status); });
  if (!server) return server.error();
  std::printf("listening on http://%s:%d\n", options.address.c_str(), (*server)->port());
  std::fflush(stdout);

  int signal = 0;
  sigwait(&signals, &signal);
  platform::log(platform::LogLevel::Info, "stopping: finishing what is in flight");
  site.each([](Hub& hub) { hub.polls.close(); });
  server->reset();  // nobody asks any more
  return {};
}

}  // namespace

Status serve(const Place& place, const std::string& erasures, ServeOptions options) {
  const auto database = openDatabase(place);
  if (!database) return database.error();
  const sigset_t signals = blockSignals();
  std::signal(SIGPIPE, SIG_IGN);  // whoever reads the log may go away

  const platform::SystemClock clock;
  platform::SystemRandom random;
  WorkerPool workers{static_cast<int>(std::max(2U, std::thread::hardware_concurrency()))};
  const auto setUp = [&](const std::string& code, Hub& hub) {
    const bool named = code.empty() && !erasures.empty();
    hub.erasures = named ? std::filesystem::path{erasures} : usualErasures({place.dir, place.url, code});
    hub.identity = options.identity;
  };
  Site site{**database, clock, random, workers, setUp};
  if (const Status opened = site.open(); !opened) return opened;
  Status status;
  {
    const Housekeeping housekeeping{{
        {std::chrono::seconds{1},
         [&] {
           site.notice();
           site.each([](Hub& hub) { hub.polls.expire(hub.clock.sinceBoot()); });
         }},
        {std::chrono::seconds{5}, [&site] { static_cast<void>(site.open()); }},
        {std::chrono::hours{24},
         [&site] { site.each([](Hub& hub) { tidyUp(hub.storage, hub.clock, hub.random); }); }},
    }};
    status = answerUntilStopped(place, std::move(options.server), site, workers, signals);
  }
  workers.stop();  // nobody works on a municipality when it goes
  return status;
}

}  // namespace vejviser::hub
