#include "sync/hub/serve.h"

#include "platform/log.h"
#include "platform/service_manager.h"
#include "platform/system.h"
#include "sync/hub/admin.h"
#include "sync/hub/housekeeping.h"
#include "sync/hub/publishing.h"
#include "sync/hub/site.h"
#include "sync/hub/sqlite_migrate.h"
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

/// From now on nobody is sent here any more; what comes nevertheless is answered for a while.
void drain(Site& site, std::chrono::seconds time, const sigset_t& signals) {
  site.each([](Hub& hub) { hub.readiness.drain(); });
  if (time.count() == 0) return;
  platform::log(platform::LogLevel::Info, "draining", {{"seconds", std::int64_t{time.count()}}});
  const timespec longest{time.count(), 0};
  sigtimedwait(&signals, nullptr, &longest);
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

using Server = std::unique_ptr<HttpServer>;

Result<Server> startServer(const ServeOptions& options, WorkerPool& workers, Site& site) {
  ServerOptions server = options.server;
  if (options.place.url.empty()) server.unixSocket = adminSocket(options.place.dir);
  server.connectionLimit = std::min(server.connectionLimit, descriptors() - kOwnDescriptors);
  return HttpServer::start(
      server, workers,
      [&site](const Request& request, const Respond& respond) { site.answer(request, respond); },
      [&site](int status) { return site.unreadable(status); });
}

/// Until a signal to stop; then everything in flight is answered.
void answerUntilStopped(const ServeOptions& options, Site& site, Server& server,
                        const sigset_t& signals, const Clock& clock) {
  const Housekeeping housekeeping{{
      {std::chrono::seconds{1},
       [&] {
         site.notice();
         site.each([](Hub& hub) { hub.polls.expire(hub.clock.sinceBoot()); });
       }},
      {std::chrono::seconds{5}, [&site] { static_cast<void>(site.open()); }},
      {std::chrono::hours{24},
       [&] {
         site.each([](Hub& hub) { tidyUp(hub.storage, hub.clock, hub.random); });
         if (options.server.tls) warnOfExpiry(*options.server.tls, clock.now());
       }},
  }};
  Publishing publishing;
  const Housekeeping publisher{
      {{Publishing::kEvery, [&] { site.each([&](Hub& hub) { publishing.publish(hub); }); }, true}}};
  std::optional<Reports> reports;
  std::optional<Housekeeping> reporting;  // its folder may be another machine's, and hang
  if (options.reports) {
    reports.emplace(*options.reports);
    reporting.emplace(std::vector<Housekeeping::Task>{
        {Reports::kEvery, [&] { site.each([&](Hub& hub) { reports->write(hub); }); }, true}});
  }
  std::printf("listening on %s://%s:%d\n", options.server.tls ? "https" : "http",
              options.server.address.c_str(), server->port());
  std::fflush(stdout);
  platform::tellServiceManager("READY=1");
  waitToStop(signals, options.server.tls.get(), clock);
  platform::tellServiceManager("STOPPING=1");
  drain(site, options.drain, signals);
  platform::log(platform::LogLevel::Info, "stopping: finishing what is in flight");
  site.each([](Hub& hub) { hub.polls.close(); });
  server.reset();  // nobody asks any more
}

/// Error Refused when a SQLite file is older than this program.
Status checkVersions(Database& database, const Place& place) {
  const auto codes = database.municipalities();
  if (!codes) return codes.error();
  for (const std::string& code : *codes) {
    const Status current = checkUpToDate(Place{place.dir, {}, code}.folder());
    if (!current) return current;
  }
  return {};
}

/// What a municipality has from the command line.
Site::SetUp setUpWith(const ServeOptions& options) {
  return [options, metrics = std::make_shared<Metrics>()](const std::string& code, Hub& hub) {
    const bool named = code.empty() && !options.erasures.empty();
    hub.erasures = named ? std::filesystem::path{options.erasures}
                         : usualErasures({options.place.dir, options.place.url, code});
    hub.identity = options.identity;
    hub.watch.metrics = metrics;
    hub.watch.metricsFrom = options.metricsFrom;
    hub.watch.connections = options.server.connections;
    if (!code.empty()) hub.watch.path = hub.base;
  };
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

Status serve(ServeOptions options) {
  platform::setLog(options.log);
  const platform::SystemClock clock;
  if (const Status prepared = prepareTls(options, clock); !prepared) return prepared;
  const auto database = openDatabase(options.place, options.migrates);
  if (!database) return database.error();
  if (const Status ours = (*database)->claim(); !ours) return ours;
  if (!options.migrates && options.place.url.empty()) {
    if (const Status current = checkVersions(**database, options.place); !current) return current;
  }
  const sigset_t signals = blockSignals();
  std::signal(SIGPIPE, SIG_IGN);  // whoever reads the log may go away

  platform::SystemRandom random;
  WorkerPool workers{static_cast<int>(std::max(2U, std::thread::hardware_concurrency()))};
  Site site{**database, clock, random, workers, setUpWith(options)};
  auto server = startServer(options, workers, site);
  if (!server) return server.error();
  if (const Status opened = site.open(); !opened) return opened;
  answerUntilStopped(options, site, *server, signals, clock);
  workers.stop();  // nobody works on a municipality when it goes
  return {};
}

}  // namespace vejviser::hub
