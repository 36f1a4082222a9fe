// Goal: a catalogue that a hub takes is one that every tablet can pull; any other file is refused.
// Input: the file of `vejviser-hub init --topics`.
#include "platform/csv.h"
#include "sync/wire/messages.h"
#include "tests/fuzz/promises.h"

#include <set>

using namespace vejviser;
using namespace vejviser::fuzz;

namespace {

void expectPullable(const Catalogue& catalogue) {
  wire::SyncAnswer answer;
  answer.hub = Id{{1}};
  answer.stamp = "s";
  for (const Topic& topic : catalogue.topics()) {
    const int place = static_cast<int>(answer.rows.size());
    answer.rows.push_back(TopicRow{topic.id, place, topic});
  }
  const auto read = valueOf(wire::decodeSyncAnswer(wire::encode(answer)), "a tablet can pull it");
  expect(read.rows.size() == answer.rows.size(), "a tablet pulls all of it");
  for (std::size_t i = 0; i < read.rows.size(); ++i) {
    const auto& row = std::get<TopicRow>(read.rows[i]);
    expect(row.topic == catalogue.topics()[i] && row.order == static_cast<int>(i),
           "a tablet pulls each topic as it is");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto rows = platform::readCsv(textOf(data, size));
  if (!rows) return 0;
  const auto catalogue = readCatalogue(*rows);
  if (!catalogue) {
    expect(catalogue.error().code == ErrorCode::Invalid, "a broken catalogue is the file's fault");
    return 0;
  }
  expect(catalogue->topics().size() == rows->size() - 1, "every line is a topic");
  std::set<std::string> ids;
  for (const Topic& topic : catalogue->topics()) {
    expect(ids.insert(topic.id).second, "a topic stands once");
    expect(catalogue->find(topic.id) == &topic, "a topic is found");
    expect(topic.library || topic.citizenService, "a topic has a home");
  }
  expectPullable(*catalogue);
  return 0;
}
