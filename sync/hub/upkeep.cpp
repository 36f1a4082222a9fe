#include "sync/hub/upkeep.h"

#include "platform/log.h"
#include "sync/hub/erase.h"
#include "sync/hub/prune.h"
#include "sync/hub/recount.h"
#include "sync/hub/release.h"
#include "sync/hub/retention.h"

#include <string>

namespace vejviser::hub {

namespace {

void note(const Status& status, const std::string& done) {
  if (status) return platform::log(platform::LogLevel::Info, done);
  platform::log(platform::LogLevel::Warning, "not tidied up: " + status.error().text());
}

}  // namespace

Status wakeUp(Storage& storage, const std::filesystem::path& erasures, const Clock& clock,
              RandomSource& random) {
  const Status replayed = replayErasures(storage, erasures, clock, random);
  if (!replayed) return replayed;
  const auto understood = reconsider(storage, clock, random);
  note(understood ? Status{} : Status{understood.error()},
       std::to_string(understood ? *understood : 0) + " entries of newer tablets understood now");
  if (const Status counted = countAnew(storage, clock, random); !counted) return counted;
  tidyUp(storage, clock, random);
  return {};
}

void tidyUp(Storage& storage, const Clock& clock, RandomSource& random) {
  Pruned pruned;
  const Status status = storage.write([&](WriteTx& tx) -> Status {
    const auto done = prune(tx, clock.now(), random);
    if (!done) return done.error();
    pruned = *done;
    return {};
  });
  note(status, std::to_string(pruned.cells) + " empty cells deleted");
  const auto expired = expireTexts(storage, clock, random);
  note(expired ? Status{} : Status{expired.error()},
       std::to_string(expired ? *expired : 0) + " texts expired");
}

}  // namespace vejviser::hub
