#include "sync/hub/serve.h"

#include "platform/files.h"
#include "platform/log.h"
#include "platform/service_manager.h"
#include "platform/system.h"
#include "sync/hub/admin.h"
#include "sync/hub/api.h"
#include "sync/hub/housekeeping.h"
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

/// Blocks the signals that end a hub or tell it something, for this thread and all it starts.
sigset_t blockSignals() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGTERM);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGHUP);
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

Result<HubInfo> readInfo(Storage& storage) {
  HubInfo info;
  const Status status = storage.read([&](ReadTx& tx) -> Status {
    auto read = tx.info();
    if (!read) return read.error();
    info = std::move(*read);
    return {};
  });
  if (!status) return status.error();
  return info;
}

void readCertificateAgain(TlsCertificate* tls, const Clock& clock) {
  if (tls == nullptr) return;
  const Status status = tls->reload(clock);
  if (!status) {
    return platform::log(platform::LogLevel::Error,
                         "the certificate stays as it was: " + status.error().text());
  }
  platform::log(platform::LogLevel::Info, "the certificate was read again");
  warnOfExpiry(*tls, clock.now());
}

void waitToStop(const sigset_t& signals, TlsCertificate* tls, const Clock& clock) {
  for (int signal = SIGHUP; signal == SIGHUP;) {
    sigwait(&signals, &signal);
    if (signal == SIGHUP) readCertificateAgain(tls, clock);
  }
}

/// Listens until a signal to stop; then everything in flight is answered.
Status answerUntilStopped(const std::filesystem::path& dir, ServerOptions options, Hub& hub,
                          const sigset_t& signals) {
  options.unixSocket = adminSocket(dir);
  options.connectionLimit = std::min(options.connectionLimit, descriptors() - kOwnDescriptors);
  auto server = HttpServer::start(
      options, hub.workers,
      [&hub](const Request& request, const Respond& respond) {
        answerRequest(hub, request, respond);
      },
      [&hub](int status) { return unreadable(hub, status); });
  if (!server) return server.error();
  std::printf("listening on %s://%s:%d\n", options.tls ? "https" : "http", options.address.c_str(),
              (*server)->port());
  std::fflush(stdout);
  platform::tellServiceManager("READY=1");

  waitToStop(signals, options.tls.get(), hub.clock);
  platform::tellServiceManager("STOPPING=1");
  platform::log(platform::LogLevel::Info, "stopping: finishing what is in flight");
  hub.polls.close();
  server->reset();  // nobody asks any more
  return {};
}

/// Reads the certificate, when there shall be one.
Status prepareTls(ServeOptions& options, const Clock& clock) {
  if (!options.tls) return {};
  auto loaded = TlsCertificate::load(*options.tls, clock);
  if (!loaded) return loaded.error();
  options.server.tls = std::move(*loaded);
  warnOfExpiry(*options.server.tls, clock.now());
  return {};
}

}  // namespace

Status serve(const std::filesystem::path& dir, const std::filesystem::path& erasures,
             ServeOptions options) {
  const platform::SystemClock clock;
  if (const Status prepared = prepareTls(options, clock); !prepared) return prepared;
  const auto lock = platform::FolderLock::take(dir);
  if (!lock) return lock.error();
  const auto storage = SqliteStorage::open(dir, SqliteStorage::Access::ReadWrite);
  if (!storage) return storage.error();
  auto info = readInfo(**storage);
  if (!info) return info.error();
  const sigset_t signals = blockSignals();
  std::signal(SIGPIPE, SIG_IGN);  // whoever reads the log may go away

  platform::SystemRandom random;
  WorkerPool workers{static_cast<int>(std::max(2U, std::thread::hardware_concurrency()))};
  if (const Status ready = wakeUp(**storage, erasures, clock, random); !ready) return ready;
  Hub hub{**storage, clock, random, workers, std::move(*info)};
  hub.erasures = erasures;
  std::thread committing{[&hub] { hub.queue.run(); }};
  const auto tls = options.server.tls;
  const Housekeeping housekeeping{{
      {std::chrono::seconds{1}, [&hub] { hub.polls.expire(hub.clock.sinceBoot()); }},
      {std::chrono::hours{24}, [&hub] { tidyUp(hub.storage, hub.clock, hub.random); }},
      {std::chrono::hours{24},
       [&] {
         if (tls) warnOfExpiry(*tls, clock.now());
       }},
  }};
  const Status status = answerUntilStopped(dir, std::move(options.server), hub, signals);
  workers.stop();  // nobody works on the hub when it goes
  hub.queue.stop();
  committing.join();
  return status;
}

}  // namespace vejviser::hub
