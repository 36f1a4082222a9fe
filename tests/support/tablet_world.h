// What a tablet's engine needs of the world, in memory and owned by a test.
#pragma once

#include "platform/disk.h"
#include "platform/secrets.h"
#include "tests/support/worlds.h"

#include <map>
#include <string>

namespace vejviser::test {

class MemorySecrets final : public platform::SecretStore {
 public:
  Result<std::optional<std::string>> read(const std::string& name) const override {
    if (locked) return Error{ErrorCode::Storage, name, "is locked"};
    const auto it = all.find(name);
    return it == all.end() ? std::nullopt : std::optional{it->second};
  }
  Status write(const std::string& name, const std::string& secret) override {
    if (locked) return Error{ErrorCode::Storage, name, "is locked"};
    all[name] = secret;
    return {};
  }
  void remove(const std::string& name) override { all.erase(name); }

  std::map<std::string, std::string> all;
  bool locked = false;
};

class RoomyDisk final : public platform::Disk {
 public:
  std::uintmax_t freeBytes() const override { return free; }
  bool releaseReserve() override { return std::exchange(reserve, false); }
  void keepReserve() override { reserve = true; }

  std::uintmax_t free = 10'000'000'000;
  bool reserve = false;
};

}  // namespace vejviser::test
