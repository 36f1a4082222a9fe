// A link between two network namespaces of its own, carried packet by packet in user space: rate,
// delay, loss. For kernels that have no netem.
#pragma once

#include <QByteArray>
#include <QString>
#include <array>
#include <atomic>
#include <chrono>
#include <deque>
#include <random>
#include <thread>

namespace vejviser::test {

struct LinkOptions {
  qint64 bitsPerSecond = 256'000;        ///< each way
  std::chrono::milliseconds delay{150};  ///< one way
  int lossPercent = 5;                   ///< of packets, each way
  qint64 queueBytes = 32'000;            ///< what does not fit is lost too
  unsigned seed = 1;
};

/// Needs the right to make namespaces and TUN devices. Nothing is left of it when it ends.
class Link {
 public:
  static constexpr const char* kTablets = "10.78.0.1";
  static constexpr const char* kHub = "10.78.0.2";

  explicit Link(const LinkOptions& options);
  ~Link();
  Link(const Link&) = delete;
  Link& operator=(const Link&) = delete;

  /// Why there is none; empty when it works.
  QString fault() const { return m_fault; }
  QString tablets() const { return space(0); }  ///< as namespaces.h takes it
  QString hub() const { return space(1); }
  /// All that was put on the link, heads, repeats and what was lost included.
  qint64 bytesUp() const { return m_ends[0].bytes; }
  qint64 bytesDown() const { return m_ends[1].bytes; }

 private:
  using Clock = std::chrono::steady_clock;

  struct Packet {
    Clock::time_point due;
    QByteArray bytes;
  };
  /// One end, and the way from it to the other.
  struct End {
    int space = -1;  ///< the namespace
    int device = -1;
    Clock::time_point freeAt;  ///< when the way has taken what is in the queue
    std::deque<Packet> underWay;
    std::atomic<qint64> bytes = 0;
  };

  bool make(End& end);
  bool configure(int end, const char* own, const char* other);
  QString space(int end) const;
  void run();
  void take(End& from);
  void deliver(End& from, End& to);

  LinkOptions m_options;
  std::mt19937 m_random;
  QString m_fault;
  std::array<End, 2> m_ends;
  int m_stop = -1;
  std::thread m_thread;
};

}  // namespace vejviser::test
