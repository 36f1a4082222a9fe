#include "sync/hub/postgres_tx.h"

namespace vejviser::hub {

namespace {

/// Reads `name, password_hash, role, unit`.
User readUser(const PostgresRows& rows, int row) {
  User user{rows.text(row, 0), rows.text(row, 1), {}};
  user.office.role = rows.enumerator<UserRole>(row, 2);
  if (!rows.isNull(row, 3)) user.office.unit = rows.enumerator<Unit>(row, 3);
  return user;
}

std::optional<std::int64_t> unitOf(const User& user) {
  if (!user.office.unit) return std::nullopt;
  return static_cast<std::int64_t>(*user.office.unit);
}

/// Reads `seq, at, who, action, object, change`.
AuditLine readAudit(const PostgresRows& rows, int row) {
  return {rows.integer(row, 0), rows.instant(row, 1), rows.text(row, 2),
          rows.text(row, 3),    rows.text(row, 4),    rows.text(row, 5)};
}

}  // namespace

Result<std::optional<User>> PostgresTx::user(const std::string& name) {
  return first(
      "SELECT name, password_hash, role, unit FROM person"
      " WHERE municipality = $1 AND name = $2",
      readUser, name);
}

Result<std::vector<User>> PostgresTx::users() {
  return list(
      "SELECT name, password_hash, role, unit FROM person WHERE municipality = $1"
      " ORDER BY name",
      readUser);
}

Status PostgresTx::addUser(const User& user) {
  const auto added =
      run("INSERT INTO person(municipality, name, password_hash, role, unit)"
          " VALUES($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING",
          user.name, user.passwordHash, user.office.role, unitOf(user));
  if (!added) return added.error();
  if (added->changed() == 0) return Error{ErrorCode::Refused, user.name, "is a user already"};
  return {};
}

Status PostgresTx::changeUser(const User& user) {
  const auto changed =
      run("UPDATE person SET password_hash = $3, role = $4, unit = $5"
          " WHERE municipality = $1 AND name = $2",
          user.name, user.passwordHash, user.office.role, unitOf(user));
  if (!changed) return changed.error();
  if (changed->changed() == 0) return Error{ErrorCode::Invalid, user.name, "is not a user"};
  return change("DELETE FROM session WHERE municipality = $1 AND person = $2", user.name);
}

Status PostgresTx::removeUser(const std::string& name) {
  const auto removed = run("DELETE FROM person WHERE municipality = $1 AND name = $2", name);
  if (!removed) return removed.error();
  if (removed->changed() == 0) return Error{ErrorCode::Invalid, name, "is not a user"};
  return change("DELETE FROM session WHERE municipality = $1 AND person = $2", name);
}

Result<std::optional<Session>> PostgresTx::session(const Digest& token) {
  return first(
      "SELECT person, expires, used FROM session WHERE municipality = $1 AND token = $2",
      [&](const PostgresRows& rows, int i) {
        return Session{token, rows.text(i, 0), rows.instant(i, 1), rows.instant(i, 2)};
      },
      token);
}

Status PostgresTx::addSession(const Session& session, Instant now) {
  const Status forgotten =
      change("DELETE FROM session WHERE municipality = $1 AND expires < $2", toMs(now));
  if (!forgotten) return forgotten;
  return change(
      "INSERT INTO session(municipality, token, person, expires, used)"
      " VALUES($1, $2, $3, $4, $5)",
      session.token, session.user, toMs(session.expires), toMs(session.used));
}

Status PostgresTx::noteUse(const Digest& token, Instant at) {
  return change("UPDATE session SET used = $3 WHERE municipality = $1 AND token = $2", token,
                toMs(at));
}

Status PostgresTx::dropSession(const Digest& token) {
  return change("DELETE FROM session WHERE municipality = $1 AND token = $2", token);
}

Result<Failures> PostgresTx::failures(const Digest& key) {
  const auto found = first(
      "SELECT failures, last FROM guess WHERE municipality = $1 AND key = $2",
      [](const PostgresRows& rows, int i) {
        return Failures{static_cast<int>(rows.integer(i, 0)), rows.instant(i, 1)};
      },
      key);
  if (!found) return found.error();
  return found->value_or(Failures{});
}

Status PostgresTx::putFailures(const Digest& key, const Failures& failures, Instant forget,
                               int most) {
  const Status forgotten =
      change("DELETE FROM guess WHERE municipality = $1 AND last < $2", toMs(forget));
  if (!forgotten) return forgotten;
  const Status put = change(
      "INSERT INTO guess(municipality, key, failures, last)"
      " VALUES($1, $2, $3, $4) ON CONFLICT(municipality, key) DO UPDATE SET"
      " failures = excluded.failures, last = excluded.last",
      key, failures.count, toMs(failures.last));
  if (!put) return put;
  return change(
      "DELETE FROM guess WHERE municipality = $1 AND key IN (SELECT key FROM guess"
      " WHERE municipality = $1 ORDER BY last DESC OFFSET $2)",
      most);
}

Status PostgresTx::dropFailures(const Digest& key) {
  return change("DELETE FROM guess WHERE municipality = $1 AND key = $2", key);
}

Result<std::vector<AuditLine>> PostgresTx::auditBefore(std::int64_t before, int most) {
  return list(
      "SELECT seq, at, who, action, object, change FROM audit WHERE municipality = $1"
      " AND seq < $2 ORDER BY seq DESC LIMIT $3",
      readAudit, before, most);
}

Status PostgresTx::eachAuditLine(Instant since,
                                 const std::function<Status(const AuditLine&)>& visit) {
  const auto lines = list(
      "SELECT seq, at, who, action, object, change FROM audit"
      " WHERE municipality = $1 AND at >= $2 ORDER BY seq",
      readAudit, toMs(since));
  if (!lines) return lines.error();
  for (const AuditLine& line : *lines) {
    if (const Status seen = visit(line); !seen) return seen;
  }
  return {};
}

Status PostgresTx::addAudit(const AuditLine& line) {
  return change(
      "INSERT INTO audit(municipality, at, who, action, object, change)"
      " VALUES($1, $2, $3, $4, $5, $6)",
      toMs(line.at), line.who, line.action, line.object, line.change);
}

}  // namespace vejviser::hub
