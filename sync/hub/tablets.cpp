#include "sync/hub/tablets.h"

#include "sync/hub/stamp.h"

#include <map>

namespace vejviser::hub {

namespace {
/// A tablet sends its oldest entries first, but single ones may have to wait for some hours.
constexpr std::chrono::days kLasting{1};
}  // namespace

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

Status stayPut(ReadTx& tx, const std::optional<std::string>& stamp, wire::SyncAnswer& answer) {
  auto head = tx.head();
  if (!head) return head.error();
  const auto had = decodeStamp(stamp.value_or(""));
  if (had) head->floor = had->head.floor;  // whether it has missed deletions shows when it reads on
  answer.stamp = encodeStamp({had ? had->cursor : 0, *head});
  return {};
}

}  // namespace vejviser::hub
