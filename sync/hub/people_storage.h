// The part of the seam to the database (storage.h) that is about people: who may log in, who is
// logged in, wrong guesses, and the log of administrative acts.
#pragma once

#include "platform/crypto.h"
#include "src/base/result.h"
#include "src/base/time.h"
#include "sync/hub/rights.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace vejviser::hub {

using platform::Digest;

struct User {
  std::string name;
  std::string passwordHash;  ///< "$argon2id$..."
  Office office;
};

struct Session {
  Digest token{};
  std::string user;
  Instant expires{};
  Instant used{};  ///< when it was last noted as used
};

/// Wrong guesses under one key.
struct Failures {
  int count = 0;
  Instant last{};
};

/// One administrative act. Never with a password, a code or what an entry says.
struct AuditLine {
  std::int64_t place = 0;  ///< in the order of acts; given by the database
  Instant at{};
  std::string who;     ///< a user, "command line", or "tablet <name>"
  std::string action;  ///< one word, e.g. "tablet-block"
  std::string object;  ///< an id or a name
  std::string change;  ///< what it was -> what it is, where that is short
};

class PeopleReadTx {
 public:
  virtual ~PeopleReadTx() = default;

  virtual Result<std::optional<User>> user(const std::string& name) = 0;
  /// By name.
  virtual Result<std::vector<User>> users() = 0;
  virtual Result<std::optional<Session>> session(const Digest& token) = 0;
  virtual Result<Failures> failures(const Digest& key) = 0;
  /// The newest lines before the place `before`, the newest first.
  virtual Result<std::vector<AuditLine>> auditBefore(std::int64_t before, int most) = 0;
  /// Every line not older than `since`, the oldest first.
  virtual Status eachAuditLine(Instant since,
                               const std::function<Status(const AuditLine&)>& visit) = 0;
};

class PeopleWriteTx {
 public:
  virtual ~PeopleWriteTx() = default;

  /// Error Refused when there is a user of that name.
  virtual Status addUser(const User& user) = 0;
  /// Stores a user's password, role and unit anew and ends all sessions. Error Invalid when there
  /// is none of the name.
  virtual Status changeUser(const User& user) = 0;
  /// Removes a user and all sessions. Error Invalid when there is none.
  virtual Status removeUser(const std::string& name) = 0;
  /// Stores a session and forgets those that expired before `now`.
  virtual Status addSession(const Session& session, Instant now) = 0;
  virtual Status noteUse(const Digest& token, Instant at) = 0;
  virtual Status dropSession(const Digest& token) = 0;
  /// Stores the failures of a key, and forgets those whose last was before `forget` and the oldest
  /// of more than `most` keys.
  virtual Status putFailures(const Digest& key, const Failures& failures, Instant forget,
                             int most) = 0;
  virtual Status dropFailures(const Digest& key) = 0;
  /// Adds a line; none is ever changed or deleted.
  virtual Status addAudit(const AuditLine& line) = 0;
};

}  // namespace vejviser::hub
