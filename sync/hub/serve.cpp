#include "sync/hub/serve.h"

#include "platform/files.h"
#include "platform/log.h"
#include "platform/system.h"
#include "sync/hub/admin.h"
#include "sync/hub/api.h"
#include "sync/hub/gate.h"
#include "sync/hub/housekeeping.h"
#include "sync/hub/sqlite_migrate.h"
#include "sync/hub/sqlite_storage.h"
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

/// From now on nobody is sent here any more; what comes nevertheless is answered for a while.
void drain(Hub& hub, std::chrono::seconds time, const sigset_t& signals) {
  hub.readiness.drain();
  if (time.count() == 0) return;
  platform::log(platform::LogLevel::Info, "draining", {{"seconds", std::int64_t{time.count()}}});
  const timespec longest{time.count(), 0};
  sigtimedwait(&signals, nullptr, &longest);
}

using Server = std::unique_ptr<HttpServer>;

Result<Server> startServer(const ServeOptions& options, WorkerPool& workers, Gate& gate) {
  ServerOptions server = options.server;
  server.unixSocket = adminSocket(options.dir);
  server.connectionLimit = std::min(server.connectionLimit, descriptors() - kOwnDescriptors);
  return HttpServer::start(
      server, workers,
      [&gate](const Request& request, const Respond& respond) { gate.answer(request, respond); },
      [&gate](int status) { return gate.unreadable(status); });
}

/// Until a signal to stop; then everything in flight is answered.
void answerUntilStopped(const ServeOptions& options, Hub& hub, Server& server,
                        const sigset_t& signals) {
  std::printf("listening on http://%s:%d\n", options.server.address.c_str(), server->port());
  std::fflush(stdout);
  int signal = 0;
  sigwait(&signals, &signal);
  drain(hub, options.drain, signals);
  platform::log(platform::LogLevel::Info, "stopping: finishing what is in flight");
  hub.polls.close();
  server.reset();  // nobody asks any more
}

/// The hub with all its threads, from the open database to the last answer.
void work(const ServeOptions& options, Hub& hub, Gate& gate, Server& server,
          const sigset_t& signals) {
  hub.erasures = options.erasures;
  hub.watch.metricsFrom = options.metricsFrom;
  hub.watch.connections = options.server.connections;
  std::thread committing{[&hub] { hub.queue.run(); }};
  const Housekeeping housekeeping{{
      {std::chrono::seconds{1}, [&hub] { hub.polls.expire(hub.clock.sinceBoot()); }},
      {std::chrono::hours{24}, [&hub] { tidyUp(hub.storage, hub.clock, hub.random); }},
  }};
  gate.open(hub);
  answerUntilStopped(options, hub, server, signals);
  hub.workers.stop();  // nobody works on the hub when it goes
  hub.queue.stop();
  committing.join();
}

}  // namespace

Status serve(const ServeOptions& options) {
  platform::setLog(options.log);
  const auto lock = platform::FolderLock::take(options.dir);
  if (!lock) return lock.error();
  auto info = infoAsItIs(options.dir);
  if (!info) return info.error();
  if (!options.migrates) {
    if (const Status current = checkUpToDate(options.dir); !current) return current;
  }
  const sigset_t signals = blockSignals();
  std::signal(SIGPIPE, SIG_IGN);  // whoever reads the log may go away

  const platform::SystemClock clock;
  platform::SystemRandom random;
  Gate gate{info->id};
  WorkerPool workers{static_cast<int>(std::max(2U, std::thread::hardware_concurrency()))};
  auto server = startServer(options, workers, gate);
  if (!server) return server.error();
  const auto storage = SqliteStorage::open(options.dir, SqliteStorage::Access::ReadWrite);
  if (!storage) return storage.error();
  if (const Status ready = wakeUp(**storage, options.erasures, clock, random); !ready) {
    return ready;
  }
  Hub hub{**storage, clock, random, workers, std::move(*info)};
  work(options, hub, gate, *server, signals);
  return {};
}

}  // namespace vejviser::hub
