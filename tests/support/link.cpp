#include "tests/support/link.h"

#include "tests/support/namespaces.h"
#include "tests/support/programs.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <linux/if.h>
#include <linux/if_tun.h>
#include <poll.h>
#include <sched.h>
#include <sys/eventfd.h>
#include <sys/ioctl.h>
#include <unistd.h>

namespace vejviser::test {

namespace {

constexpr qsizetype kLargestPacket = 65'536;
constexpr const char* kDevice = "link0";
constexpr const char* kPacket_bytes = "1400";  // MTU of many mobile networks

/// A TUN device in the namespace of the calling thread.
int openDevice() {
  const int device = open("/dev/net/tun", O_RDWR | O_CLOEXEC | O_NONBLOCK);
  ifreq wish{};
  wish.ifr_flags = IFF_TUN | IFF_NO_PI;
  std::strncpy(wish.ifr_name, kDevice, IFNAMSIZ - 1);
  if (device >= 0 && ioctl(device, TUNSETIFF, &wish) == 0) return device;
  const int why = errno;
  if (device >= 0) close(device);
  errno = why;
  return -1;
}

}  // namespace

Link::Link(const LinkOptions& options) : m_options(options), m_random(options.seed) {
  const bool up = make(m_ends[0]) && make(m_ends[1]) && configure(0, kTablets, kHub) &&
                  configure(1, kHub, kTablets);
  if (!up) return;
  m_stop = eventfd(0, EFD_CLOEXEC);
  m_thread = std::thread{[this] { run(); }};
}

Link::~Link() {
  if (m_thread.joinable()) {
    eventfd_write(m_stop, 1);
    m_thread.join();
    close(m_stop);
  }
  for (const End& end : m_ends) {
    if (end.device >= 0) close(end.device);
    if (end.space >= 0) close(end.space);
  }
}

/// A namespace with a device in it, made by a thread that goes into it and ends there.
bool Link::make(End& end) {
  std::thread{[&] {
    if (unshare(CLONE_NEWNET) == 0) {
      end.space = open("/proc/thread-self/ns/net", O_RDONLY | O_CLOEXEC);
      end.device = openDevice();
    }
    if (end.device < 0) m_fault = QString::fromLocal8Bit(std::strerror(errno));
  }}.join();
  return m_fault.isEmpty();
}

bool Link::configure(int end, const char* own, const char* other) {
  const QStringList commands[] = {
      {"ip", "address", "add", own, "peer", other, "dev", kDevice},
      {"ip", "link", "set", kDevice, "mtu", kPacket_bytes, "up"},
  };
  for (const QStringList& command : commands) {
    QStringList inside = within(space(end)) + command;
    const Ran ran = runProgram(inside.takeFirst(), inside);
    if (ran.exitCode != 0) m_fault = ran.err.trimmed();
  }
  return m_fault.isEmpty();
}

QString Link::space(int end) const {
  return QStringLiteral("/proc/%1/fd/%2")
      .arg(getpid())
      .arg(m_ends[static_cast<std::size_t>(end)].space);
}

void Link::run() {
  for (;;) {
    Clock::time_point next = Clock::now() + std::chrono::hours{1};
    for (const End& end : m_ends) {
      if (!end.underWay.empty()) next = std::min(next, end.underWay.front().due);
    }
    const auto wait = std::max(Clock::duration{0}, next - Clock::now());
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(wait);
    const timespec patience{
        seconds.count(),
        std::chrono::duration_cast<std::chrono::nanoseconds>(wait - seconds).count()};
    pollfd ready[] = {
        {m_ends[0].device, POLLIN, 0}, {m_ends[1].device, POLLIN, 0}, {m_stop, POLLIN, 0}};
    ppoll(ready, 3, &patience, nullptr);
    if (ready[2].revents != 0) return;
    for (End& end : m_ends) take(end);
    deliver(m_ends[0], m_ends[1]);
    deliver(m_ends[1], m_ends[0]);
  }
}

/// Takes what an end has sent: each packet's time on the way follows that of the one before.
void Link::take(End& from) {
  using std::chrono::microseconds;
  QByteArray packet(kLargestPacket, Qt::Uninitialized);
  for (;;) {
    const ssize_t size = read(from.device, packet.data(), static_cast<std::size_t>(kLargestPacket));
    if (size <= 0) return;
    const Clock::time_point now = Clock::now();
    from.freeAt = std::max(from.freeAt, now);
    const microseconds queued = std::chrono::duration_cast<microseconds>(from.freeAt - now);
    if (queued.count() * m_options.bitsPerSecond / 8 / 1'000'000 > m_options.queueBytes) continue;
    from.freeAt += microseconds{size * 8 * 1'000'000 / m_options.bitsPerSecond};
    from.bytes += size;
    if (static_cast<int>(m_random() % 100) < m_options.lossPercent) continue;
    from.underWay.push_back({from.freeAt + m_options.delay, packet.left(size)});
  }
}

void Link::deliver(End& from, End& to) {
  while (!from.underWay.empty() && from.underWay.front().due <= Clock::now()) {
    const QByteArray& bytes = from.underWay.front().bytes;
    // What the device does not take is lost, as on any network.
    static_cast<void>(!write(to.device, bytes.constData(), static_cast<std::size_t>(bytes.size())));
    from.underWay.pop_front();
  }
}

}  // namespace vejviser::test
