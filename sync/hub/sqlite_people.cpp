#include "platform/sqlite.h"
#include "sync/hub/sqlite_tx.h"

namespace vejviser::hub {

using platform::bindAll;
using platform::enumOf;
using platform::guarded;
using platform::run;

namespace {

User readUser(SQLite::Statement& row) {
  User user{row.getColumn(0).getString(), row.getColumn(1).getString(), {}};
  user.office.role = enumOf<UserRole>(row.getColumn(2));
  if (!row.isColumnNull(3)) user.office.unit = enumOf<Unit>(row.getColumn(3));
  return user;
}

std::optional<std::int64_t> unitOf(const User& user) {
  if (!user.office.unit) return std::nullopt;
  return static_cast<std::int64_t>(*user.office.unit);
}

AuditLine readAudit(SQLite::Statement& row) {
  return {row.getColumn(0).getInt64(),  fromMs(row.getColumn(1).getInt64()),
          row.getColumn(2).getString(), row.getColumn(3).getString(),
          row.getColumn(4).getString(), row.getColumn(5).getString()};
}

}  // namespace

Result<std::optional<User>> SqliteTx::user(const std::string& name) {
  return guarded("find a user", [&] {
    SQLite::Statement& row =
        prepared("SELECT name, password_hash, role, unit FROM user WHERE name=?");
    bindAll(row, name);
    std::optional<User> user;
    if (row.executeStep()) user = readUser(row);
    return user;
  });
}

Result<std::vector<User>> SqliteTx::users() {
  return guarded("list users", [&] {
    SQLite::Statement& rows =
        prepared("SELECT name, password_hash, role, unit FROM user ORDER BY name");
    std::vector<User> users;
    while (rows.executeStep()) users.push_back(readUser(rows));
    return users;
  });
}

Status SqliteTx::addUser(const User& user) {
  return guarded("store a user", [&]() -> Status {
    const int added = run(prepared("INSERT INTO user VALUES(?,?,?,?) ON CONFLICT DO NOTHING"),
                          user.name, user.passwordHash, user.office.role, unitOf(user));
    if (added == 0) return Error{ErrorCode::Refused, user.name, "is a user already"};
    return {};
  });
}

Status SqliteTx::changeUser(const User& user) {
  return guarded("change a user", [&]() -> Status {
    const int changed =
        run(prepared("UPDATE user SET password_hash=?2, role=?3, unit=?4 WHERE name=?1"), user.name,
            user.passwordHash, user.office.role, unitOf(user));
    if (changed == 0) return Error{ErrorCode::Invalid, user.name, "is not a user"};
    run(prepared("DELETE FROM session WHERE user=?"), user.name);
    return {};
  });
}

Status SqliteTx::removeUser(const std::string& name) {
  return guarded("remove a user", [&]() -> Status {
    run(prepared("DELETE FROM session WHERE user=?"), name);
    const int removed = run(prepared("DELETE FROM user WHERE name=?"), name);
    if (removed == 0) return Error{ErrorCode::Invalid, name, "is not a user"};
    return {};
  });
}

Result<std::optional<Session>> SqliteTx::session(const Digest& token) {
  return guarded("find a session", [&] {
    SQLite::Statement& row =
        bindAll(prepared("SELECT user, expires, used FROM session WHERE token=?"), token);
    std::optional<Session> session;
    if (row.executeStep()) {
      session = Session{token, row.getColumn(0).getString(), fromMs(row.getColumn(1).getInt64()),
                        fromMs(row.getColumn(2).getInt64())};
    }
    return session;
  });
}

Status SqliteTx::addSession(const Session& session, Instant now) {
  return guarded("store a session", [&] {
    run(prepared("DELETE FROM session WHERE expires < ?"), toMs(now));
    run(prepared("INSERT INTO session VALUES(?,?,?,?)"), session.token, session.user,
        toMs(session.expires), toMs(session.used));
  });
}

Status SqliteTx::noteUse(const Digest& token, Instant at) {
  return guarded("note that a session is used", [&] {
    run(prepared("UPDATE session SET used=?2 WHERE token=?1"), token, toMs(at));
  });
}

Status SqliteTx::dropSession(const Digest& token) {
  return guarded("end a session",
                 [&] { run(prepared("DELETE FROM session WHERE token=?"), token); });
}

Result<Failures> SqliteTx::failures(const Digest& key) {
  return guarded("read wrong guesses", [&] {
    SQLite::Statement& row = bindAll(prepared("SELECT failures, last FROM guess WHERE key=?"), key);
    Failures failures;
    if (row.executeStep()) {
      failures = {row.getColumn(0).getInt(), fromMs(row.getColumn(1).getInt64())};
    }
    return failures;
  });
}

Status SqliteTx::putFailures(const Digest& key, const Failures& failures, Instant forget,
                             int most) {
  return guarded("note a wrong guess", [&] {
    run(prepared("DELETE FROM guess WHERE last < ?"), toMs(forget));
    run(prepared("INSERT INTO guess VALUES(?1,?2,?3)"
                 " ON CONFLICT DO UPDATE SET failures=?2, last=?3"),
        key, std::int64_t{failures.count}, toMs(failures.last));
    run(prepared("DELETE FROM guess WHERE key IN"
                 " (SELECT key FROM guess ORDER BY last DESC LIMIT -1 OFFSET ?)"),
        std::int64_t{most});
  });
}

Status SqliteTx::dropFailures(const Digest& key) {
  return guarded("forget wrong guesses",
                 [&] { run(prepared("DELETE FROM guess WHERE key=?"), key); });
}

Result<std::vector<AuditLine>> SqliteTx::auditBefore(std::int64_t before, int most) {
  return guarded("read the audit log", [&] {
    SQLite::Statement& rows = bindAll(prepared("SELECT seq, at, who, action, object, change FROM"
                                               " audit WHERE seq < ? ORDER BY seq DESC LIMIT ?"),
                                      before, std::int64_t{most});
    std::vector<AuditLine> lines;
    while (rows.executeStep()) lines.push_back(readAudit(rows));
    return lines;
  });
}

Status SqliteTx::eachAuditLine(Instant since,
                               const std::function<Status(const AuditLine&)>& visit) {
  return guarded("read the audit log", [&]() -> Status {
    SQLite::Statement& rows = bindAll(prepared("SELECT seq, at, who, action, object, change FROM"
                                               " audit WHERE at >= ? ORDER BY seq"),
                                      toMs(since));
    while (rows.executeStep()) {
      if (const Status seen = visit(readAudit(rows)); !seen) return seen;
    }
    return {};
  });
}

Status SqliteTx::addAudit(const AuditLine& line) {
  return guarded("write the audit log", [&] {
    run(prepared("INSERT INTO audit(at, who, action, object, change) VALUES(?,?,?,?,?)"),
        toMs(line.at), line.who, line.action, line.object, line.change);
  });
}

}  // namespace vejviser::hub
