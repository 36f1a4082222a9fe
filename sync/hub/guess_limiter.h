// Slows down guessing: after some failures under a key, that key waits, longer each time, a quarter
// of an hour at most. What is known of a key is in the database: every hub on it knows the same.
#pragma once

#include "sync/hub/storage.h"

#include <chrono>
#include <string>

namespace vejviser::hub {

/// How long `key` must still wait; 0 when it may try.
Result<std::chrono::seconds> guessWait(ReadTx& tx, const std::string& key, Instant now);
Status noteWrongGuess(WriteTx& tx, const std::string& key, Instant now);
Status forgetGuesses(WriteTx& tx, const std::string& key);

constexpr std::chrono::seconds kLongestGuessWait{900};
constexpr int kFreeGuesses = 5;
constexpr std::chrono::hours kForgetGuessesAfter{24};

}  // namespace vejviser::hub
