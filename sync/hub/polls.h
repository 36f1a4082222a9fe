// Requests that wait for news (long polls): held without a thread each, answered when something has
// changed, when their time is over, or when their tablet asks anew.
#pragma once

#include "src/base/time.h"

#include <cstdint>
#include <functional>
#include <map>
#include <mutex>

namespace vejviser::hub {

class Polls {
 public:
  using Answer = std::function<void()>;

  /// How often there was news; to be read before looking whether there is any.
  std::uint64_t news() const;
  /// Holds the one request of a tablet that saw nothing new when news() was `seen`, until
  /// `deadline` (since boot). `answer` is called once, on whatever thread has the cause; at once
  /// when there has been news since, when too many wait, or when close() was called.
  void hold(std::int64_t device, std::uint64_t seen, milliseconds deadline, Answer answer);

  /// Something has changed: all are answered.
  void moved();
  /// The tablet asks anew; it hears no answer to what it asked before.
  void release(std::int64_t device);
  /// Those whose time is over are answered.
  void expire(milliseconds now);
  /// All are answered, and none is held any more.
  void close();
  /// How many are held.
  std::size_t held() const;

 private:
  struct Waiting {
    milliseconds deadline;
    Answer answer;
  };
  using All = std::map<std::int64_t, Waiting>;

  mutable std::mutex m_mutex;
  All m_waiting;
  std::uint64_t m_news = 0;
  bool m_closed = false;
};

}  // namespace vejviser::hub
