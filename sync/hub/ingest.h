// Taking entries into custody: rules H1 to H4 of sync/PROTOCOL.md. Without threads or sockets.
#pragma once

#include "src/base/random.h"
#include "sync/hub/holding.h"
#include "sync/hub/storage.h"
#include "sync/wire/messages.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace vejviser::hub {

/// One tablet's push, as one of a group that shares a transaction.
struct Push {
  Device device;
  wire::SyncRequest request;
};

/// What came of entries.
struct Taken {
  std::int64_t counted = 0;
  std::int64_t held = 0;
  std::int64_t duplicate = 0;  ///< they were here already

  Taken& operator+=(const Taken& more) {
    counted += more.counted;
    held += more.held;
    duplicate += more.duplicate;
    return *this;
  }
};

/// What became of it.
struct Custody {
  bool foreignTimeline = false;  ///< rule H3: nothing was taken
  std::vector<wire::EntryAck> acks;
  bool fork = false;
  Taken taken{};
};

/// Takes a group of pushes; one Custody each, in order. Everything or, on an error, nothing.
Result<std::vector<Custody>> ingest(WriteTx& tx, const std::vector<Push>& pushes, Instant now,
                                    RandomSource& random);

/// True when a stamp belongs to this database's history. Rule H3.
Result<bool> onTimeline(ReadTx& tx, const std::optional<std::string>& stamp);

}  // namespace vejviser::hub
