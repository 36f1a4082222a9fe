// Tablets as those who look after them see them: which are in use, and what went wrong with them.
#pragma once

#include "sync/hub/audit.h"
#include "sync/hub/storage.h"
#include "sync/wire/messages.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vejviser::hub {

struct TabletReport {
  Device device;
  /// Entries under numbers that were taken: two databases use one number series, because the tablet
  /// was copied or rolled back.
  std::int64_t forks = 0;
  /// Records that never arrived: numbers left out for so long that they are not just on their way.
  std::int64_t missing = 0;
};

/// Further off than a network explains: its times of day are wrong, and so are days near midnight.
constexpr std::chrono::minutes kClockOff{2};
bool isClockOff(const Device& device);
/// How far it is off, in the greatest unit of which there are two or more.
struct ClockWords {
  std::int64_t n = 0;
  const char* unit = "";  ///< "minutes", "hours" or "days"
  bool ahead = false;
};
ClockWords clockWords(const Device& device);

/// Whether it runs an older version than this hub; also when it does not say.
bool isOlderProgram(const Device& device);

/// "in use", "blocked", "taken out of use": for the command line.
std::string_view word(DeviceState state);

/// All tablets, by name.
Result<std::vector<TabletReport>> tabletReports(ReadTx& tx, Instant now);

/// The tablet of this name or id. Error Invalid when there is none, or more than one of the name.
Result<Device> findTablet(ReadTx& tx, const std::string& nameOrId);

/// Takes a tablet out of use, shuts it out or takes it into use again, and notes that.
Status changeState(WriteTx& tx, const Actor& by, const Device& device, DeviceState state,
                   Instant now);

/// The unit of every tablet, by its key.
Result<std::map<std::int64_t, Unit>> unitsOfTablets(ReadTx& tx);

/// What a pull answers a tablet that gets no rows: it has read no further, whether or not there is
/// more, but what it sent is in custody at the present head. Without that a hub that goes back
/// would not be noticed.
Status stayPut(ReadTx& tx, const std::optional<std::string>& stamp, wire::SyncAnswer& answer);

}  // namespace vejviser::hub
