// Publishing: each calendar month, a few days after its end, with small cells withheld, as a
// document that tablets pull like any other; and anew when entries came late.
#pragma once

#include "src/base/random.h"
#include "src/base/time.h"
#include "src/domain/publication.h"
#include "sync/hub/hub.h"
#include "sync/hub/storage.h"

#include <chrono>
#include <map>
#include <string>
#include <vector>

namespace vejviser::hub {

/// A month is published anew at most so often: each version takes a little from what may still
/// come.
constexpr std::chrono::days kBetweenVersions{7};
/// Later entries of a month are in the exact figures only.
constexpr std::chrono::days kRepublishedFor{400};

struct Published {
  int published = 0;  ///< months, for the first time or anew
  int waiting = 0;    ///< months with changes too few to be shown
};

/// Publishes what is due. Error Storage; months published before it stand.
Result<Published> publishMonths(Storage& storage, const Clock& clock, RandomSource& random);

/// The published months that have a day in `period`, ascending.
Result<std::vector<PublishedMonth>> publishedIn(ReadTx& tx, const Period& period);

/// Publishes for each hub of a process, once a day, and tells the log.
class Publishing {
 public:
  void publish(Hub& hub);

  static constexpr std::chrono::minutes kEvery{10};

 private:
  std::map<Id, Day> m_done;
};

}  // namespace vejviser::hub
