#include "sync/hub/postgres_tx.h"

namespace vejviser::hub {

namespace {

/// Reads `key, id, name, unit, branch, state, token, next_token, last_heard, waiting,
/// clock_ahead, program`.
Device readDevice(const PostgresRows& rows, int row) {
  Device device;
  device.key = rows.integer(row, 0);
  device.id = rows.id(row, 1);
  device.name = rows.text(row, 2);
  device.unit = rows.enumerator<Unit>(row, 3);
  device.branch = rows.text(row, 4);
  device.state = rows.enumerator<DeviceState>(row, 5);
  device.token = rows.digest(row, 6);
  if (!rows.isNull(row, 7)) device.nextToken = rows.digest(row, 7);
  device.lastHeard = rows.optionalInstant(row, 8);
  device.waiting = rows.integer(row, 9);
  device.clockAhead = milliseconds{rows.integer(row, 10)};
  device.program = rows.text(row, 11);
  return device;
}

}  // namespace

Result<std::optional<Device>> PostgresTx::deviceOfToken(const Digest& token) {
  return first(
      "SELECT key, id, name, unit, branch, state, token, next_token, last_heard, waiting,"
      " clock_ahead, program"
      " FROM device WHERE municipality = $1 AND (token = $2 OR next_token = $2)",
      readDevice, token);
}

Result<std::vector<Device>> PostgresTx::devices() {
  return list(
      "SELECT key, id, name, unit, branch, state, token, next_token, last_heard, waiting,"
      " clock_ahead, program"
      " FROM device WHERE municipality = $1 ORDER BY name COLLATE \"C\", key",
      readDevice);
}

Result<DeviceState> PostgresTx::deviceState(std::int64_t device) {
  const auto found = first(
      "SELECT state FROM device WHERE municipality = $1 AND key = $2",
      [](const PostgresRows& rows, int i) { return rows.enumerator<DeviceState>(i, 0); }, device);
  if (!found) return found.error();
  return found->value_or(DeviceState::Blocked);
}

Status PostgresTx::setDeviceState(std::int64_t device, DeviceState state) {
  return change("UPDATE device SET state = $3 WHERE municipality = $1 AND key = $2", device, state);
}

Result<Heard> PostgresTx::heard(Instant today) {
  const auto found = first(
      "SELECT count(*), count(*) FILTER (WHERE last_heard >= $2),"
      " coalesce(sum(waiting), 0)::bigint FROM device WHERE municipality = $1 AND state = 1",
      [](const PostgresRows& rows, int i) {
        return Heard{static_cast<int>(rows.integer(i, 0)), static_cast<int>(rows.integer(i, 1)),
                     rows.integer(i, 2)};
      },
      toMs(today));
  if (!found) return found.error();
  return found->value_or(Heard{});
}

Result<wire::Coverage> PostgresTx::coverage(Instant today) {
  const auto tablets = heard(today);
  if (!tablets) return tablets.error();
  const auto rest =
      run("SELECT newest, (SELECT count(*) FROM entry WHERE municipality = $1"
          " AND held IS NOT NULL AND held <> 'erased') FROM municipality"
          " WHERE key = $1");
  if (!rest) return rest.error();
  wire::Coverage coverage;
  coverage.tablets = tablets->tablets;
  coverage.heardToday = tablets->today;
  coverage.waiting = tablets->waiting;
  if (rest->size() == 1) {
    coverage.newest = rest->optionalInstant(0, 0);
    coverage.held = rest->integer(0, 1);
  }
  return coverage;
}

Result<std::optional<EnrolCode>> PostgresTx::enrolCode(const Digest& code) {
  return first(
      "SELECT name, unit, branch, expires, used FROM enrol_code"
      " WHERE municipality = $1 AND code = $2",
      [&](const PostgresRows& rows, int i) {
        return EnrolCode{code,
                         rows.text(i, 0),
                         rows.enumerator<Unit>(i, 1),
                         rows.text(i, 2),
                         rows.instant(i, 3),
                         rows.truth(i, 4)};
      },
      code);
}

Status PostgresTx::putEnrolCode(const EnrolCode& code, Instant now) {
  const Status forgotten =
      change("DELETE FROM enrol_code WHERE municipality = $1 AND expires < $2", toMs(now));
  if (!forgotten) return forgotten;
  return change(
      "INSERT INTO enrol_code(municipality, code, name, unit, branch, expires, used)"
      " VALUES($1, $2, $3, $4, $5, $6, $7) ON CONFLICT(municipality, code) DO UPDATE SET"
      " name = excluded.name, unit = excluded.unit, branch = excluded.branch,"
      " expires = excluded.expires, used = excluded.used",
      code.code, code.name, code.unit, code.branch, toMs(code.expires), code.used);
}

Status PostgresTx::addDevice(const Device& device) {
  return change(
      "INSERT INTO device(municipality, id, name, unit, branch, state, token)"
      " VALUES($1, $2, $3, $4, $5, $6, $7)",
      device.id, device.name, device.unit, device.branch, device.state, device.token);
}

Status PostgresTx::offerToken(std::int64_t device, const Digest& next) {
  return change("UPDATE device SET next_token = $3 WHERE municipality = $1 AND key = $2", device,
                next);
}

Status PostgresTx::promoteToken(std::int64_t device, const Digest& next) {
  return change(
      "UPDATE device SET token = next_token, next_token = NULL"
      " WHERE municipality = $1 AND key = $2 AND next_token = $3",
      device, next);
}

Status PostgresTx::noteHeard(std::int64_t device, const Hearing& hearing) {
  return change(
      "UPDATE device SET last_heard = $3, waiting = $4, clock_ahead = $5, program = $6"
      " WHERE municipality = $1 AND key = $2",
      device, toMs(hearing.at), hearing.waiting, std::int64_t{hearing.clockAhead.count()},
      hearing.program);
}

}  // namespace vejviser::hub
