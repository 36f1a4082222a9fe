#include "tests/support/memory_file.h"

#include <algorithm>
#include <cstring>
#include <unordered_map>

namespace vejviser::test {

namespace {

constexpr std::size_t kSector = 512;

/// How much of what was not synced is kept. One cut of a file keeps much, another little: were
/// each write left to a coin of its own, no cut would ever lose all of many writes.
class Chances {
 public:
  explicit Chances(std::mt19937_64& chance) : m_chance(chance), m_percent(percents(chance)) {}

  bool coin() { return m_chance() % 100 < m_percent; }
  bool tears() { return m_percent > 0 && m_percent < 100 && m_chance() % 3 == 0; }

 private:
  static unsigned percents(std::mt19937_64& chance) {
    constexpr unsigned kPercents[] = {0, 0, 10, 50, 50, 90, 100};
    return kPercents[chance() % std::size(kPercents)];
  }

  std::mt19937_64& m_chance;
  unsigned m_percent;
};

/// Calls `visit(sector, from, to)` for the parts of [offset, offset + count) by sector.
template <class Visit>
void eachSector(std::size_t offset, std::size_t count, Visit&& visit) {
  const std::size_t end = offset + count;
  for (std::size_t from = offset; from < end;) {
    const std::size_t sector = from / kSector;
    const std::size_t to = std::min(end, (sector + 1) * kSector);
    visit(sector, from, to);
    from = to;
  }
}

void put(Bytes& bytes, std::size_t offset, const std::uint8_t* data, std::size_t count) {
  if (bytes.size() < offset + count) bytes.resize(offset + count);
  if (count > 0) std::memcpy(bytes.data() + offset, data, count);
}

}  // namespace

/// The bytes to change: a copy of its own when somebody else keeps them too.
Bytes& MemoryFile::own() {
  if (m_bytes.use_count() > 1) m_bytes = std::make_shared<Bytes>(*m_bytes);
  return *m_bytes;
}

std::size_t MemoryFile::read(void* out, std::size_t count, std::int64_t offset) const {
  const auto from = static_cast<std::size_t>(offset);
  if (from >= m_bytes->size()) return 0;
  const std::size_t there = std::min(count, m_bytes->size() - from);
  std::memcpy(out, m_bytes->data() + from, there);
  return there;
}

void MemoryFile::write(const void* data, std::size_t count, std::int64_t offset) {
  const auto from = static_cast<std::size_t>(offset);
  note(false, from, count);
  put(own(), from, static_cast<const std::uint8_t*>(data), count);
}

void MemoryFile::truncate(std::int64_t size) {
  const auto to = static_cast<std::size_t>(size);
  if (to >= m_bytes->size()) return;
  note(true, to, m_bytes->size() - to);
  own().resize(to);
}

void MemoryFile::sync() {
  m_changes.clear();
  m_saved.clear();
}

void MemoryFile::note(bool truncation, std::size_t offset, std::size_t count) {
  m_changes.push_back({truncation, offset, count, m_bytes->size(), m_saved.size()});
  const std::size_t from = std::min(offset, m_bytes->size());
  const std::size_t to = std::min(offset + count, m_bytes->size());
  const auto begin = m_bytes->begin();
  m_saved.insert(m_saved.end(), begin + static_cast<std::ptrdiff_t>(from),
                 begin + static_cast<std::ptrdiff_t>(to));
}

/// Takes back the last change that is left.
void MemoryFile::undo(const Change& change) {
  m_bytes->resize(change.sizeBefore);
  put(*m_bytes, std::min(change.offset, change.sizeBefore), m_saved.data() + change.saved,
      m_saved.size() - change.saved);
  m_saved.resize(change.saved);
}

void MemoryFile::cutPower(std::mt19937_64& chance) {
  if (m_changes.empty()) return;
  Bytes& bytes = own();
  const std::size_t length = bytes.size();
  std::vector<Bytes> written(m_changes.size());
  for (std::size_t i = m_changes.size(); i-- > 0;) {
    const Change& change = m_changes[i];
    const auto begin = bytes.begin() + static_cast<std::ptrdiff_t>(change.offset);
    if (!change.truncation) {
      written[i].assign(begin, begin + static_cast<std::ptrdiff_t>(change.count));
    }
    undo(change);
  }

  Chances chances{chance};
  std::unordered_map<std::size_t, std::size_t> lastKept;  // of each sector, the change
  std::vector<bool> kept(m_changes.size());
  for (std::size_t i = 0; i < m_changes.size(); ++i) {
    const Change& change = m_changes[i];
    const bool torn = !change.truncation && chances.tears();
    kept[i] = chances.coin();
    if (change.truncation) continue;
    eachSector(change.offset, change.count, [&](std::size_t sector, std::size_t, std::size_t) {
      if (torn ? chances.coin() : kept[i]) lastKept[sector] = i;
    });
  }

  for (std::size_t i = 0; i < m_changes.size(); ++i) {
    const Change& change = m_changes[i];
    if (change.truncation && kept[i]) bytes.resize(std::min(change.offset, bytes.size()));
    if (change.truncation) continue;
    eachSector(change.offset, change.count,
               [&](std::size_t sector, std::size_t from, std::size_t to) {
                 const auto last = lastKept.find(sector);
                 if (last == lastKept.end() || i > last->second) return;
                 put(bytes, from, written[i].data() + (from - change.offset), to - from);
               });
  }
  if (bytes.size() < length && chances.coin()) bytes.resize(length);
  sync();
}

}  // namespace vejviser::test
