// The catalogue of a hub, as people change it: topics are added, changed and retired, never
// removed. What entries say of them stays: an entry with a retired topic is counted like any other,
// also when it was logged after the topic's last day, by a tablet that did not know yet.
#pragma once

#include "src/base/random.h"
#include "sync/hub/audit.h"
#include "sync/hub/storage.h"

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

namespace vejviser::hub {

/// Adds a topic at the catalogue's end. Error Refused when its code is taken, be it by a retired
/// one; Invalid as checkTopic() and checkBridges(). Nothing has changed then.
Status addTopic(Storage& storage, const Actor& by, const Topic& topic, const Clock& clock,
                RandomSource& random);

/// Changes a topic as it stands when the transaction runs; an error of `edit` changes nothing. Its
/// code stays. Error Invalid when there is none of that code, and as above.
Status changeTopic(Storage& storage, const Actor& by, const std::string& code,
                   const std::function<Status(Topic&)>& edit, const Clock& clock,
                   RandomSource& random);

struct Imported {
  std::size_t added = 0;
  std::size_t changed = 0;
  std::size_t same = 0;
};

/// Adds and changes the topics of a catalogue file, all of them or, with an error, none; those the
/// file does not name stay. A file without the columns of validity leaves that as it is. Error
/// Invalid with the line and the column.
Result<Imported> importTopics(Storage& storage, const Actor& by, const std::string& text,
                              const Clock& clock, RandomSource& random);

/// The file that importTopics() reads as these topics.
std::string topicsCsv(const std::vector<Topic>& topics);

/// Tells one wording of a topic from another: what a form was made from.
std::string versionOf(const Topic& topic);

}  // namespace vejviser::hub
