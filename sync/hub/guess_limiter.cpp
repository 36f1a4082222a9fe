#include "sync/hub/guess_limiter.h"

#include <algorithm>

namespace vejviser::hub {

namespace {
using std::chrono::seconds;

constexpr int kMostKeys = 10'000;   // remembered at once
constexpr int kMostCounted = 1000;  // far above what makes the longest wait

seconds waitAfter(const Failures& failures, Instant now) {
  if (failures.count < kFreeGuesses) return seconds{0};
  const int doublings = std::min(failures.count - kFreeGuesses, 8);
  const Instant until = failures.last + std::min(kLongestGuessWait, seconds{4 << doublings});
  if (until <= now) return seconds{0};
  // A clock that was set back must not lock anybody out for longer.
  return std::min(kLongestGuessWait, std::chrono::ceil<seconds>(until - now));
}
}  // namespace

Result<seconds> guessWait(ReadTx& tx, const std::string& key, Instant now) {
  const auto failures = tx.failures(platform::sha256(key));
  if (!failures) return failures.error();
  return waitAfter(*failures, now);
}

Status noteWrongGuess(WriteTx& tx, const std::string& key, Instant now) {
  const Digest digest = platform::sha256(key);
  auto failures = tx.failures(digest);
  if (!failures) return failures.error();
  if (failures->last < now - kForgetGuessesAfter) failures->count = 0;
  failures->count = std::min(failures->count + 1, kMostCounted);
  failures->last = now;
  return tx.putFailures(digest, *failures, now - kForgetGuessesAfter, kMostKeys);
}

Status forgetGuesses(WriteTx& tx, const std::string& key) {
  return tx.dropFailures(platform::sha256(key));
}

}  // namespace vejviser::hub
