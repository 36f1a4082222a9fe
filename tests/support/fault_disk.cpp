#include "tests/support/fault_disk.h"

#include <algorithm>
#include <set>
#include <string_view>

namespace vejviser::test {

namespace {

bool canStrike(DiskFault fault, DiskCall call) {
  switch (fault) {
    case DiskFault::Full:
      return call == DiskCall::Grow || call == DiskCall::Create || call == DiskCall::ShareMemory;
    case DiskFault::IoError:
      return call != DiskCall::Read;
    case DiskFault::ReadError:
      return call == DiskCall::Read;
  }
  return false;
}

std::shared_ptr<Inode> at(const Names& names, const std::string& path) {
  const auto it = names.find(path);
  return it == names.end() ? nullptr : it->second;
}

std::string_view folderOf(std::string_view path) {
  return path.substr(0, path.rfind('/'));
}

}  // namespace

std::shared_ptr<Inode> FaultDisk::find(const std::string& path) const {
  return at(m_names, path);
}

std::shared_ptr<Inode> FaultDisk::create(const std::string& path) {
  return m_names[path] = std::make_shared<Inode>();
}

void FaultDisk::remove(const std::string& path) {
  m_names.erase(path);
}

void FaultDisk::sync(const std::string& path, Inode& inode) {
  inode.file.sync();
  const auto named = m_names.find(path);
  if (named != m_names.end() && named->second.get() == &inode) m_durableNames[path] = named->second;
}

void FaultDisk::syncFolderOf(const std::string& path) {
  const auto folder = folderOf(path);
  const auto inFolder = [&](const auto& named) { return folderOf(named.first) == folder; };
  std::erase_if(m_durableNames, inFolder);
  for (const auto& named : m_names) {
    if (inFolder(named)) m_durableNames.insert(named);
  }
}

void FaultDisk::cutPower(std::mt19937_64& chance) {
  std::set<std::string> paths;
  for (const Names* names : {&m_names, &m_durableNames}) {
    for (const auto& [path, inode] : *names) paths.insert(path);
  }
  Names left;
  for (const std::string& path : paths) {
    const auto now = at(m_names, path);
    const auto before = at(m_durableNames, path);
    const auto kept = now == before || chance() % 2 == 0 ? now : before;
    if (!kept) continue;
    kept->file.cutPower(chance);
    left[path] = kept;
  }
  m_names = m_durableNames = std::move(left);
  kill();
}

void FaultDisk::kill() {
  ++m_life;
  for (const auto& [path, inode] : m_names) {
    inode->open.clear();
    inode->memory.reset();
  }
}

DiskImage FaultDisk::image(std::size_t prefix) const {
  DiskImage image;
  for (const auto& [path, inode] : m_names) image[path.substr(prefix)] = inode->file.content();
  return image;
}

void FaultDisk::replace(const std::string& prefix, const DiskImage& image) {
  kill();
  m_names.clear();
  for (const auto& [name, content] : image) create(prefix + name)->file = MemoryFile{content};
  m_durableNames = m_names;
}

void FaultDisk::failAt(std::int64_t nth, DiskFault fault, bool sticky) {
  m_order = Order{nth, fault, sticky};
  m_calls = m_struck = 0;
}

void FaultDisk::heal() {
  m_order.reset();
  m_calls = m_struck = 0;
}

bool FaultDisk::strikes(DiskCall call) {
  if (m_paused) return false;
  if (!canStrike(m_order ? m_order->fault : DiskFault::IoError, call)) return false;
  ++m_calls;
  if (!m_order) return false;
  const bool strikes = m_order->sticky ? m_calls >= m_order->nth : m_calls == m_order->nth;
  if (strikes) ++m_struck;
  return strikes;
}

std::int64_t FaultDisk::bytes() const {
  std::int64_t sum = 0;
  for (const auto& [path, inode] : m_names) sum += inode->file.size();
  return sum;
}

std::int64_t FaultDisk::room(std::int64_t wanted) const {
  if (!m_capacity) return wanted;
  return std::clamp<std::int64_t>(*m_capacity - bytes(), 0, wanted);
}

}  // namespace vejviser::test
