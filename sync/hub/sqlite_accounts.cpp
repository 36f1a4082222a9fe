#include "platform/sqlite.h"
#include "sync/hub/sqlite_tx.h"

#include <cstring>

namespace vejviser::hub {

using platform::bindAll;
using platform::enumOf;
using platform::guarded;
using platform::idOf;
using platform::run;

namespace {

Digest digestOf(const SQLite::Column& column) {
  Digest digest{};
  if (column.getBytes() == static_cast<int>(digest.size())) {
    std::memcpy(digest.data(), column.getBlob(), digest.size());
  }
  return digest;
}

constexpr const char* kDeviceByToken =
    "SELECT key, id, name, unit, branch, state, token, next_token, last_heard, waiting,"
    " clock_ahead, program"
    " FROM device WHERE token=?1 OR next_token=?1";
constexpr const char* kAllDevices =
    "SELECT key, id, name, unit, branch, state, token, next_token, last_heard, waiting,"
    " clock_ahead, program"
    " FROM device ORDER BY name, key";

Device readDevice(SQLite::Statement& row) {
  Device device;
  device.key = row.getColumn(0).getInt64();
  device.id = idOf(row.getColumn(1));
  device.name = row.getColumn(2).getString();
  device.unit = enumOf<Unit>(row.getColumn(3));
  device.branch = row.getColumn(4).getString();
  device.state = enumOf<DeviceState>(row.getColumn(5));
  device.token = digestOf(row.getColumn(6));
  if (!row.isColumnNull(7)) device.nextToken = digestOf(row.getColumn(7));
  if (!row.isColumnNull(8)) device.lastHeard = fromMs(row.getColumn(8).getInt64());
  device.waiting = row.getColumn(9).getInt64();
  device.clockAhead = milliseconds{row.getColumn(10).getInt64()};
  device.program = row.getColumn(11).getString();
  return device;
}

}  // namespace

Result<std::optional<Device>> SqliteTx::deviceOfToken(const Digest& token) {
  return guarded("find a tablet", [&] {
    SQLite::Statement& row = bindAll(prepared(kDeviceByToken), token);
    std::optional<Device> device;
    if (row.executeStep()) device = readDevice(row);
    return device;
  });
}

Result<std::vector<Device>> SqliteTx::devices() {
  return guarded("list tablets", [&] {
    SQLite::Statement& rows = prepared(kAllDevices);
    std::vector<Device> devices;
    while (rows.executeStep()) devices.push_back(readDevice(rows));
    return devices;
  });
}

Result<DeviceState> SqliteTx::deviceState(std::int64_t device) {
  return guarded("read a tablet", [&] {
    SQLite::Statement& row = bindAll(prepared("SELECT state FROM device WHERE key=?"), device);
    return row.executeStep() ? enumOf<DeviceState>(row.getColumn(0)) : DeviceState::Blocked;
  });
}

Status SqliteTx::setDeviceState(std::int64_t device, DeviceState state) {
  return guarded("change a tablet",
                 [&] { run(prepared("UPDATE device SET state=?2 WHERE key=?1"), device, state); });
}

Result<Heard> SqliteTx::heard(Instant today) {
  return guarded("ask which tablets were heard", [&] {
    Heard heard;
    SQLite::Statement& row = prepared(
        "SELECT count(*), coalesce(sum(last_heard >= ?), 0), coalesce(sum(waiting), 0)"
        " FROM device WHERE state = 1");
    bindAll(row, toMs(today));
    if (row.executeStep()) {
      heard.tablets = row.getColumn(0).getInt();
      heard.today = row.getColumn(1).getInt();
      heard.waiting = row.getColumn(2).getInt64();
    }
    return heard;
  });
}

Result<wire::Coverage> SqliteTx::coverage(Instant today) {
  const auto tablets = heard(today);
  if (!tablets) return tablets.error();
  return guarded("read the coverage", [&] {
    wire::Coverage coverage;
    coverage.tablets = tablets->tablets;
    coverage.heardToday = tablets->today;
    coverage.waiting = tablets->waiting;
    SQLite::Statement& held =
        prepared("SELECT count(*) FROM entry WHERE held IS NOT NULL AND held <> 'erased'");
    if (held.executeStep()) coverage.held = held.getColumn(0).getInt64();
    SQLite::Statement& newest = prepared("SELECT received FROM entry ORDER BY seq DESC LIMIT 1");
    if (newest.executeStep()) coverage.newest = fromMs(newest.getColumn(0).getInt64());
    return coverage;
  });
}

Result<std::optional<EnrolCode>> SqliteTx::enrolCode(const Digest& code) {
  return guarded("find an enrolment code", [&] {
    SQLite::Statement& row = bindAll(
        prepared("SELECT name, unit, branch, expires, used FROM enrol_code WHERE code=?"), code);
    std::optional<EnrolCode> found;
    if (row.executeStep()) {
      found = EnrolCode{code,
                        row.getColumn(0).getString(),
                        enumOf<Unit>(row.getColumn(1)),
                        row.getColumn(2).getString(),
                        fromMs(row.getColumn(3).getInt64()),
                        row.getColumn(4).getInt() != 0};
    }
    return found;
  });
}

Status SqliteTx::putEnrolCode(const EnrolCode& code, Instant now) {
  return guarded("store an enrolment code", [&] {
    run(prepared("DELETE FROM enrol_code WHERE expires < ?"), toMs(now));
    run(prepared("INSERT OR REPLACE INTO enrol_code VALUES(?,?,?,?,?,?)"), code.code, code.name,
        code.unit, code.branch, toMs(code.expires), code.used);
  });
}

Status SqliteTx::addDevice(const Device& device) {
  return guarded("store a tablet", [&] {
    run(prepared("INSERT INTO device(id, name, unit, branch, state, token) VALUES(?,?,?,?,?,?)"),
        device.id, device.name, device.unit, device.branch, device.state, device.token);
  });
}

Status SqliteTx::offerToken(std::int64_t device, const Digest& next) {
  return guarded("store a token", [&] {
    run(prepared("UPDATE device SET next_token=?2 WHERE key=?1"), device, next);
  });
}

Status SqliteTx::promoteToken(std::int64_t device, const Digest& next) {
  return guarded("store a token", [&] {
    run(prepared("UPDATE device SET token=next_token, next_token=NULL"
                 " WHERE key=?1 AND next_token=?2"),
        device, next);
  });
}

Status SqliteTx::noteHeard(std::int64_t device, const Hearing& hearing) {
  return guarded("note a tablet", [&] {
    run(prepared("UPDATE device SET last_heard=?2, waiting=?3, clock_ahead=?4, program=?5"
                 " WHERE key=?1"),
        device, toMs(hearing.at), hearing.waiting, std::int64_t{hearing.clockAhead.count()},
        hearing.program);
  });
}

}  // namespace vejviser::hub
