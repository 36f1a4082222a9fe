#include "sync/hub/tablets.h"

#include "src/base/version.h"
#include "sync/hub/stamp.h"

namespace vejviser::hub {

namespace {
/// In the audit log.
std::string_view actionTo(DeviceState state) {
  switch (state) {
    case DeviceState::Active:
      return "tablet-allow";
    case DeviceState::Blocked:
      return "tablet-block";
    case DeviceState::Drained:
      return "tablet-drain";
  }
  return {};
}

/// A tablet sends its oldest entries first, but single ones may have to wait for some hours.
constexpr std::chrono::days kLasting{1};
}  // namespace

bool isClockOff(const Device& device) {
  return device.lastHeard && std::chrono::abs(device.clockAhead) >= kClockOff;
}

ClockWords clockWords(const Device& device) {
  using std::chrono::duration_cast;
  const milliseconds off = std::chrono::abs(device.clockAhead);
  const bool ahead = device.clockAhead > milliseconds{0};
  if (off >= std::chrono::days{2})
    return {duration_cast<std::chrono::days>(off).count(), "days", ahead};
  if (off >= std::chrono::hours{2}) {
    return {duration_cast<std::chrono::hours>(off).count(), "hours", ahead};
  }
  return {duration_cast<std::chrono::minutes>(off).count(), "minutes", ahead};
}

bool isOlderProgram(const Device& device) {
  return device.lastHeard && isOlder(device.program, programVersion());
}

std::string_view word(DeviceState state) {
  switch (state) {
    case DeviceState::Active:
      return "in use";
    case DeviceState::Blocked:
      return "blocked";
    case DeviceState::Drained:
      return "taken out of use";
  }
  return {};
}

Result<std::vector<TabletReport>> tabletReports(ReadTx& tx, Instant now) {
  auto devices = tx.devices();
  if (!devices) return devices.error();
  const auto numberings = tx.numberings();
  if (!numberings) return numberings.error();
  std::map<std::int64_t, TabletReport> by_device;
  for (const Numbering& numbering : *numberings) {
    TabletReport& report = by_device[numbering.device];
    report.forks += numbering.forks;
    if (numbering.changed < now - kLasting) report.missing += numbering.highest - numbering.arrived;
  }
  std::vector<TabletReport> reports;
  for (Device& device : *devices) {
    TabletReport report = by_device[device.key];
    report.device = std::move(device);
    reports.push_back(std::move(report));
  }
  return reports;
}

Result<std::map<std::int64_t, Unit>> unitsOfTablets(ReadTx& tx) {
  const auto devices = tx.devices();
  if (!devices) return devices.error();
  std::map<std::int64_t, Unit> units;
  for (const Device& device : *devices) units[device.key] = device.unit;
  return units;
}

Result<Device> findTablet(ReadTx& tx, const std::string& nameOrId) {
  const auto devices = tx.devices();
  if (!devices) return devices.error();
  const Device* found = nullptr;
  for (const Device& device : *devices) {
    if (toString(device.id) == nameOrId) return device;
    if (device.name != nameOrId) continue;
    if (found != nullptr) {
      return Error{ErrorCode::Invalid, nameOrId, "is the name of several tablets; give the id"};
    }
    found = &device;
  }
  if (found == nullptr) return Error{ErrorCode::Invalid, nameOrId, "is no tablet of this hub"};
  return *found;
}

Status changeState(WriteTx& tx, const Actor& by, const Device& device, DeviceState state,
                   Instant now) {
  if (device.state == state) return {};
  if (const Status set = tx.setDeviceState(device.key, state); !set) return set;
  const std::string change = std::string{word(device.state)} + " -> " + std::string{word(state)};
  const std::string object = device.name + " " + toString(device.id);
  return note(tx, by, {std::string{actionTo(state)}, object, change}, now);
}

Status stayPut(ReadTx& tx, const std::optional<std::string>& stamp, wire::SyncAnswer& answer) {
  auto head = tx.head();
  if (!head) return head.error();
  const auto had = decodeStamp(stamp.value_or(""));
  if (had) head->floor = had->head.floor;  // whether it has missed deletions shows when it reads on
  const std::int64_t cursor = had ? had->cursor : 0;
  answer.stamp = encodeStamp({cursor, *head});
  answer.more = cursor < head->pos;
  return {};
}

}  // namespace vejviser::hub
