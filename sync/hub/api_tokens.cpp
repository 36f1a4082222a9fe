#include "sync/hub/api_tokens.h"

#include "platform/log.h"
#include "src/base/text.h"
#include "src/domain/calendar.h"

namespace vejviser::hub {

namespace {

constexpr int kLongestLife_days = 3650;
constexpr std::chrono::hours kNoteEvery{1};

Result<std::optional<Instant>> endOf(const std::string& text, Instant now) {
  if (text.empty()) return std::optional<Instant>{};
  const int count = wholeNumber<int>(text).value_or(0);
  if (count < 1 || count > kLongestLife_days) {
    return Error{ErrorCode::Invalid, "expires", "must be a number of days from 1 to 3650"};
  }
  return std::optional{now + std::chrono::days{count}};
}

std::string timeOf(Instant instant) {
  return toString(toLocal(instant));
}

std::string lineOf(const ApiToken& token, Instant now) {
  std::string line = token.name + "\tmade " + timeOf(token.created);
  if (token.expires) {
    line += (*token.expires > now ? "\texpires " : "\texpired ") + timeOf(*token.expires);
  } else {
    line += "\tnever expires";
  }
  return line + (token.lastUsed ? "\tlast used " + timeOf(*token.lastUsed) : "\tnever used");
}

void noteUse(Storage& storage, const ApiToken& token, Instant now) {
  if (token.lastUsed && *token.lastUsed > now - kNoteEvery) return;
  const Status noted =
      storage.write([&](WriteTx& tx) { return tx.noteApiTokenUsed(token.token, now); });
  if (!noted) platform::log(platform::LogLevel::Warning, noted.error().text());
}

}  // namespace

Result<std::string> addApiToken(Storage& storage, const Actor& by, const Clock& clock,
                                RandomSource& random, const std::string& name,
                                const std::string& days) {
  if (const Status named = checkName("the token's name", name); !named) return named.error();
  const Instant now = clock.now();
  const auto end = endOf(days, now);
  if (!end) return end.error();
  const std::string secret = std::string{kApiTokenPrefix} + platform::newSecret(random);
  const ApiToken token{platform::sha256(secret), name, now, *end, std::nullopt};
  const std::string life = *end ? "expires " + timeOf(**end) : "never expires";
  const Status added = storage.write([&](WriteTx& tx) -> Status {
    if (const Status stored = tx.addApiToken(token); !stored) return stored;
    return note(tx, by, {"api-token-add", name, life}, now);
  });
  if (!added) return added.error();
  return secret;
}

Result<std::string> listApiTokens(Storage& storage, const Clock& clock) {
  std::string lines;
  const Status read = storage.read([&](ReadTx& tx) -> Status {
    const auto tokens = tx.apiTokens();
    if (!tokens) return tokens.error();
    for (const ApiToken& token : *tokens) {
      lines += (lines.empty() ? "" : "\n") + lineOf(token, clock.now());
    }
    return {};
  });
  if (!read) return read.error();
  return lines.empty() ? "there is none" : lines;
}

Status revokeApiToken(Storage& storage, const Actor& by, const Clock& clock,
                      const std::string& name) {
  return storage.write([&](WriteTx& tx) -> Status {
    if (const Status removed = tx.removeApiToken(name); !removed) return removed;
    return note(tx, by, {"api-token-revoke", name}, clock.now());
  });
}

Result<bool> mayRead(Storage& storage, const Clock& clock, const std::string& token) {
  std::optional<ApiToken> found;
  const Status read = storage.read([&](ReadTx& tx) -> Status {
    auto its = tx.apiToken(platform::sha256(token));
    if (!its) return its.error();
    found = std::move(*its);
    return {};
  });
  if (!read) return read.error();
  const Instant now = clock.now();
  if (!found || (found->expires && *found->expires <= now)) return false;
  noteUse(storage, *found, now);
  return true;
}

}  // namespace vejviser::hub
