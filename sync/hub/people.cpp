#include "sync/hub/people.h"

#include "platform/log.h"
#include "src/base/text.h"
#include "sync/hub/guess_limiter.h"

#include <algorithm>

namespace vejviser::hub {

namespace {

using std::chrono::seconds;

constexpr std::size_t kLongestUserName = 64;
constexpr std::size_t kLongestPassword = 1024;
/// That a session is in use is noted this often: noting it costs a commit.
constexpr std::chrono::minutes kNoteEvery{5};
constexpr std::string_view kStartLetters = "abcdefghjkmnpqrstuvwxyz23456789";  // none like another
constexpr int kStartGroups = 4;                                                // of 4: 79 bits
constexpr int kStartGroup = 4;

std::string keyOf(const std::string& user) {
  return "user " + user;
}

Status checkUserName(const std::string& name) {
  if (name.empty() || !isPlainText(name, kLongestUserName)) {
    return Error{ErrorCode::Invalid, "user", "the name must be 1 to 64 characters"};
  }
  if (isReservedName(name)) return Error{ErrorCode::Invalid, "user", "the name is not free"};
  return {};
}

Result<std::string> hashOf(const std::string& password) {
  if (password.size() < People::kShortestPassword) {
    return Error{ErrorCode::Invalid, "password", "must be at least 10 characters"};
  }
  if (password.size() > kLongestPassword) {
    return Error{ErrorCode::Invalid, "password", "must be at most 1024 characters"};
  }
  return platform::hashPassword(password);
}

Result<User> knownUser(ReadTx& tx, const std::string& name) {
  auto user = tx.user(name);
  if (!user) return user.error();
  if (!*user) return Error{ErrorCode::Invalid, name, "is not a user"};
  return std::move(**user);
}

/// Refused when nobody else could look after people.
Status checkOthersRemain(ReadTx& tx, const User& user, bool force) {
  if (force || user.office.role != UserRole::Administrator) return {};
  const auto users = tx.users();
  if (!users) return users.error();
  const auto administrators = std::count_if(users->begin(), users->end(), [](const User& each) {
    return each.office.role == UserRole::Administrator;
  });
  if (administrators > 1) return {};
  return Error{ErrorCode::Refused, user.name, "is the last administrator"};
}

/// The office of a new user.
Result<Office> officeFor(ReadTx& tx, const std::optional<Office>& wish) {
  if (wish) return *wish;
  const auto users = tx.users();
  if (!users) return users.error();
  if (users->empty()) return Office{UserRole::Administrator, std::nullopt};
  return Error{ErrorCode::Invalid, "role",
               "must be given: reader, supervisor, administrator or it"};
}

bool lasts(const Session& session, Instant now) {
  return session.expires > now && session.used + People::kLongestIdle > now;
}

}  // namespace

Status People::add(const Actor& by, const std::string& name, const std::string& password,
                   std::optional<Office> office) {
  if (const Status named = checkUserName(name); !named) return named;
  const auto hash = hashOf(password);
  if (!hash) return hash.error();
  return m_storage.write([&](WriteTx& tx) -> Status {
    const auto given = officeFor(tx, office);
    if (!given) return given.error();
    if (const Status added = tx.addUser({name, *hash, *given}); !added) return added;
    return note(tx, by, {"user-add", name, describe(*given)}, m_clock.now());
  });
}

Status People::changeOffice(const Actor& by, const std::string& name, const Office& office,
                            bool force) {
  return m_storage.write([&](WriteTx& tx) -> Status {
    auto user = knownUser(tx, name);
    if (!user) return user.error();
    if (user->office == office) return {};
    if (office.role != UserRole::Administrator) {
      if (const Status others = checkOthersRemain(tx, *user, force); !others) return others;
    }
    const std::string change = describe(user->office) + " -> " + describe(office);
    user->office = office;
    if (const Status changed = tx.changeUser(*user); !changed) return changed;
    return note(tx, by, {"user-role", name, change}, m_clock.now());
  });
}

Status People::changePassword(const Actor& by, const std::string& name,
                              const std::string& password) {
  const auto hash = hashOf(password);
  if (!hash) return hash.error();
  return m_storage.write([&](WriteTx& tx) -> Status {
    auto user = knownUser(tx, name);
    if (!user) return user.error();
    user->passwordHash = *hash;
    if (const Status changed = tx.changeUser(*user); !changed) return changed;
    if (const Status free = forgetGuesses(tx, keyOf(name)); !free) return free;
    return note(tx, by, {"user-password", name}, m_clock.now());
  });
}

Status People::remove(const Actor& by, const std::string& name, bool force) {
  return m_storage.write([&](WriteTx& tx) -> Status {
    const auto user = knownUser(tx, name);
    if (!user) return user.error();
    if (const Status others = checkOthersRemain(tx, *user, force); !others) return others;
    if (const Status removed = tx.removeUser(name); !removed) return removed;
    return note(tx, by, {"user-remove", name, describe(user->office)}, m_clock.now());
  });
}

Status People::changeOwnPassword(const std::string& name, const std::string& current,
                                 const std::string& next) {
  if (const Status proved = provePassword(name, current); !proved) return proved;
  return changePassword(Actor::user(name), name, next);
}

std::string People::startPassword() {
  std::string password;
  for (int i = 0; i < kStartGroups * kStartGroup; ++i) {
    if (i > 0 && i % kStartGroup == 0) password.push_back('-');
    password.push_back(kStartLetters[m_random.below(kStartLetters.size())]);
  }
  return password;
}

/// The same work whether the name is right or not: the time must not tell.
Status People::provePassword(const std::string& name, const std::string& password) {
  const Error wrong{ErrorCode::Refused, "log in", "the name or the password is wrong"};
  // Nobody's, and not worth remembering.
  if (name.size() > kLongestUserName || password.size() > kLongestPassword) return wrong;
  const std::unique_lock checking{m_checkingPassword, std::try_to_lock};
  if (!checking || logInWait(name) > seconds{0}) {
    return Error{ErrorCode::Offline, "log in", "too many tries; wait a little"};
  }
  if (m_nobodysHash.empty()) {
    auto hash = platform::hashPassword(platform::newSecret(m_random));
    if (!hash) return hash.error();
    m_nobodysHash = std::move(*hash);
  }
  std::optional<User> user;
  const Status read = m_storage.read([&](ReadTx& tx) -> Status {
    auto found = tx.user(name);
    if (!found) return found.error();
    user = std::move(*found);
    return {};
  });
  if (!read) return read;
  const bool matches =
      platform::passwordMatches(user ? user->passwordHash : m_nobodysHash, password);
  const bool right = user && matches;
  const Status noted = m_storage.write([&](WriteTx& tx) {
    return right ? forgetGuesses(tx, keyOf(name)) : noteWrongGuess(tx, keyOf(name), m_clock.now());
  });
  if (!noted) return noted;
  return right ? Status{} : Status{wrong};
}

Result<std::string> People::logIn(const std::string& name, const std::string& password) {
  if (const Status proved = provePassword(name, password); !proved) return proved.error();
  return openSession(name);
}

seconds People::logInWait(const std::string& name) {
  seconds left{0};
  const Status read = m_storage.read([&](ReadTx& tx) -> Status {
    const auto wait = guessWait(tx, keyOf(name), m_clock.now());
    if (!wait) return wait.error();
    left = *wait;
    return {};
  });
  return read ? left : seconds{1};
}

Result<std::string> People::openSession(const std::string& name) {
  const std::string secret = platform::newSecret(m_random);
  const Instant now = m_clock.now();
  const Status status = m_storage.write([&](WriteTx& tx) -> Status {
    const auto user = knownUser(tx, name);
    if (!user) return user.error();
    return tx.addSession({platform::sha256(secret), name, now + kSessionLifetime, now}, now);
  });
  if (!status) return status.error();
  return secret;
}

Result<std::optional<Person>> People::personOf(const std::string& sessionSecret) {
  std::optional<Person> person;
  if (sessionSecret.empty()) return person;
  const Digest token = platform::sha256(sessionSecret);
  const Instant now = m_clock.now();
  bool note_use = false;
  const Status status = m_storage.read([&](ReadTx& tx) -> Status {
    const auto session = tx.session(token);
    if (!session) return session.error();
    if (!*session || !lasts(**session, now)) return {};
    const auto user = tx.user((*session)->user);
    if (!user) return user.error();
    if (*user) person = Person{(*user)->name, (*user)->office};
    note_use = (*session)->used + kNoteEvery < now;
    return {};
  });
  if (!status) return status.error();
  if (!note_use) return person;
  // A full disk must not keep anybody from looking: the session only ends earlier.
  const Status noted = m_storage.write([&](WriteTx& tx) { return tx.noteUse(token, now); });
  if (!noted) platform::log(platform::LogLevel::Warning, noted.error().text());
  return person;
}

Result<std::optional<Person>> People::find(const std::string& name) {
  std::optional<Person> person;
  const Status status = m_storage.read([&](ReadTx& tx) -> Status {
    const auto user = tx.user(name);
    if (!user) return user.error();
    if (*user) person = Person{(*user)->name, (*user)->office};
    return {};
  });
  if (!status) return status.error();
  return person;
}

Status People::logOut(const std::string& sessionSecret) {
  return m_storage.write(
      [&](WriteTx& tx) { return tx.dropSession(platform::sha256(sessionSecret)); });
}

}  // namespace vejviser::hub
