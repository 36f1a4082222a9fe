// A hub at work: its storage, its people and its queue, as the handlers of requests use them.
#pragma once

#include "src/base/random.h"
#include "src/base/time.h"
#include "sync/hub/accounts.h"
#include "sync/hub/commit_queue.h"
#include "sync/hub/http_types.h"
#include "sync/hub/identity.h"
#include "sync/hub/observe.h"
#include "sync/hub/people.h"
#include "sync/hub/polls.h"
#include "sync/hub/readiness.h"
#include "sync/hub/storage.h"
#include "sync/hub/worker_pool.h"

#include <filesystem>
#include <string>

namespace vejviser::hub {

struct Hub {
  Hub(Storage& itsStorage, const Clock& itsClock, RandomSource& itsRandom, WorkerPool& itsWorkers,
      HubInfo itsInfo)
      : storage(itsStorage),
        clock(itsClock),
        random(itsRandom),
        workers(itsWorkers),
        info(std::move(itsInfo)),
        accounts(itsStorage, itsClock, itsRandom),
        people(itsStorage, itsClock, itsRandom),
        queue(itsStorage, itsClock, itsRandom) {
    storage.watch([this] { polls.moved(); });
    queue.watch([this](const Committed& commit) { watch.metrics->committed(watch.path, commit); });
  }

  Storage& storage;
  const Clock& clock;
  RandomSource& random;
  WorkerPool& workers;
  HubInfo info;
  std::string base;                ///< of its addresses: "" or e.g. "/esbjerg"
  std::filesystem::path erasures;  ///< the list of erased ids
  IdentitySource identity;         ///< who else vouches for people
  Accounts accounts;
  People people;
  CommitQueue queue;
  Polls polls;
  Watch watch;  ///< it, the base, erasures and identity are set before the first request
  GaugeReader gauges;
  Readiness readiness;
};

/// An error answer (RFC 9457).
Response problem(const wire::Problem& problem);
/// The same without a stamp. `type` is the word after "urn:vejviser:problem:".
Response problem(const Hub& hub, int status, const std::string& type, const std::string& title,
                 const std::string& detail = {});

/// The answer to a failure inside the hub: 503 when it is busy or cannot use its disk, else 500.
/// The cause is for the log, not told.
Response failure(const Hub& hub, const Error& error);

/// The answer to a request that the server cannot read (400, 413, 431), has no time for (429), or
/// nobody answered (500).
Response unreadable(const Hub& hub, int status);

/// The answer to whatever is asked before the hub of this id is open: 503, come back.
Response notOpenYet(const Id& hub);

/// Which hub a database is of.
Result<HubInfo> readInfo(Storage& storage);

}  // namespace vejviser::hub
