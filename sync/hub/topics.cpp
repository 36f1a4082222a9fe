#include "sync/hub/topics.h"

#include "platform/csv.h"
#include "sync/hub/versions.h"

#include <algorithm>
#include <span>

namespace vejviser::hub {

namespace {

/// Stores those of `topics` (the whole catalogue, in its order) that differ from `before`.
Status store(WriteTx& tx, const Actor& by, const std::vector<Topic>& before,
             const std::vector<Topic>& topics, const Clock& clock, RandomSource& random) {
  if (topics.size() > kMostTopics) {
    return Error{ErrorCode::Invalid, "catalogue", "holds as many topics as it may"};
  }
  if (const Status fit = checkBridges(Catalogue{topics}); !fit) return fit;
  std::vector<std::size_t> changed;
  for (std::size_t i = 0; i < topics.size(); ++i) {
    if (i >= before.size() || before[i] != topics[i]) changed.push_back(i);
  }
  if (changed.empty()) return {};
  auto pos = tx.takePositions(static_cast<std::int64_t>(changed.size()),
                              static_cast<std::int64_t>(random.next64()), clock.now());
  if (!pos) return pos.error();
  for (const std::size_t i : changed) {
    const Status put = tx.putTopic(topics[i], static_cast<int>(i), (*pos)++);
    if (!put) return put;
    const bool isNew = i >= before.size();
    const Deed deed{isNew ? "topic-add" : "topic-change", topics[i].id, topics[i].nameDa};
    if (const Status noted = note(tx, by, deed, clock.now()); !noted) return noted;
  }
  return {};
}

/// Reads the catalogue, lets `edit` change it and stores what changed, in one transaction.
Status editCatalogue(Storage& storage, const Actor& by,
                     const std::function<Status(std::vector<Topic>&)>& edit, const Clock& clock,
                     RandomSource& random) {
  return storage.write([&](WriteTx& tx) -> Status {
    const auto before = tx.topics();
    if (!before) return before.error();
    std::vector<Topic> topics = *before;
    if (const Status edited = edit(topics); !edited) return edited;
    return store(tx, by, *before, topics, clock, random);
  });
}

auto placeOf(std::vector<Topic>& topics, const std::string& code) {
  return std::find_if(topics.begin(), topics.end(),
                      [&](const Topic& topic) { return topic.id == code; });
}

/// What a file says of a topic that is there.
Topic merged(const Topic& topic, const Topic& said, bool tellsValidity) {
  Topic result = said;
  if (tellsValidity) return result;
  result.validFrom = topic.validFrom;
  result.validTo = topic.validTo;
  result.checkedOn = topic.checkedOn;
  result.owner = topic.owner;
  result.replacedBy = topic.replacedBy;
  return result;
}

/// Names the line of the file where the fault is in one of its topics.
Error withLine(const Error& error, const Catalogue& file) {
  for (std::size_t i = 0; i < file.topics().size(); ++i) {
    if (file.topics()[i].id != error.where) continue;
    return {error.code, "catalogue line " + std::to_string(i + 2), error.detail};
  }
  return error;
}

}  // namespace

Status addTopic(Storage& storage, const Actor& by, const Topic& topic, const Clock& clock,
                RandomSource& random) {
  if (const Status fit = checkTopic(topic); !fit) return fit;
  const auto add = [&](std::vector<Topic>& topics) -> Status {
    if (placeOf(topics, topic.id) != topics.end()) {
      return Error{ErrorCode::Refused, topic.id, "is taken: codes are never used again"};
    }
    topics.push_back(topic);
    return {};
  };
  return editCatalogue(storage, by, add, clock, random);
}

Status changeTopic(Storage& storage, const Actor& by, const std::string& code,
                   const std::function<Status(Topic&)>& edit, const Clock& clock,
                   RandomSource& random) {
  const auto change = [&](std::vector<Topic>& topics) -> Status {
    const auto it = placeOf(topics, code);
    if (it == topics.end()) return Error{ErrorCode::Invalid, code, "is not in the catalogue"};
    if (const Status edited = edit(*it); !edited) return edited;
    it->id = code;
    return checkTopic(*it);
  };
  return editCatalogue(storage, by, change, clock, random);
}

Result<Imported> importTopics(Storage& storage, const Actor& by, const std::string& text,
                              const Clock& clock, RandomSource& random) {
  const auto rows = platform::readCsv(text);
  if (!rows) return rows.error();
  const auto file = readCatalogue(*rows);
  if (!file) return file.error();
  Imported imported;
  const auto take = [&](std::vector<Topic>& topics) -> Status {
    for (const Topic& said : file->topics()) {
      const auto it = placeOf(topics, said.id);
      if (it == topics.end()) {
        topics.push_back(said);
        ++imported.added;
        continue;
      }
      const Topic news = merged(*it, said, tellsValidity(*rows));
      ++(news == *it ? imported.same : imported.changed);
      *it = news;
    }
    return {};
  };
  const Status done = editCatalogue(storage, by, take, clock, random);
  if (!done) return withLine(done.error(), *file);
  return imported;
}

std::string topicsCsv(const std::vector<Topic>& topics) {
  std::string text;
  for (const auto& row : catalogueRows(topics)) text += platform::csvLine(row);
  return text;
}

std::string versionOf(const Topic& topic) {
  return versionOfText(topicsCsv({topic}));
}

}  // namespace vejviser::hub
