#include "platform/doorbell.h"

#include "platform/files.h"

#include <cerrno>
#include <cstddef>
#include <cstring>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/un.h>
#include <unistd.h>
#include <utility>

namespace vejviser::platform {

namespace {

namespace fs = std::filesystem;

constexpr int kMostWaiting = 16;    // impatient taps on the icon; more are turned away
constexpr timeval kPatience{5, 0};  // a window comes in well under a second, unless it hangs
constexpr char kHeard = '!';

Error socketError(const fs::path& dir) {
  const auto code = errno == EADDRINUSE ? ErrorCode::Refused : ErrorCode::Storage;
  return {code, dir.string(), std::string{"doorbell: "} + std::strerror(errno)};
}

/// An abstract socket address (source: unix(7)) named by the folder itself, whatever path leads to
/// it. It needs no file: none stays after kill -9, and neither a long path nor a full disk matters.
class Address {
 public:
  explicit Address(const struct stat& folder) {
    m_address.sun_family = AF_UNIX;
    const std::string name = "vejviser-" + std::to_string(folder.st_dev) + "-" +
                             std::to_string(folder.st_ino);  // 9 + 2 * 21 bytes at most, of 107
    std::memcpy(m_address.sun_path + 1, name.data(), name.size());
    m_size = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + 1 + name.size());
  }

  const sockaddr* get() const { return reinterpret_cast<const sockaddr*>(&m_address); }
  socklen_t size() const { return m_size; }

 private:
  sockaddr_un m_address{};
  socklen_t m_size = 0;
};

/// Anybody may use an abstract address; that it is one of our own says the kernel.
bool isOurUser(int socket) {
  ucred peer{};
  socklen_t size = sizeof peer;
  return getsockopt(socket, SOL_SOCKET, SO_PEERCRED, &peer, &size) == 0 && peer.uid == geteuid();
}

}  // namespace

Result<Doorbell> Doorbell::hang(const fs::path& dir) {
  if (const Status made = makePrivateDir(dir); !made) return made.error();
  struct stat folder {};
  if (stat(dir.c_str(), &folder) != 0) return socketError(dir);
  Doorbell bell{socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0)};
  const Address address{folder};
  if (bell.m_socket < 0 || bind(bell.m_socket, address.get(), address.size()) != 0 ||
      listen(bell.m_socket, kMostWaiting) != 0) {
    return socketError(dir);
  }
  return bell;
}

Doorbell::Doorbell(Doorbell&& other) noexcept : m_socket(std::exchange(other.m_socket, -1)) {}

Doorbell& Doorbell::operator=(Doorbell&& other) noexcept {
  std::swap(m_socket, other.m_socket);
  return *this;
}

Doorbell::~Doorbell() {
  if (m_socket >= 0) close(m_socket);
}

void Doorbell::answer(const std::function<void()>& open) {
  const int visitor = accept4(m_socket, nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK);
  if (visitor < 0) return;
  if (isOurUser(visitor)) {
    open();
    // Who did not wait is none the worse for it.
    (void)!send(visitor, &kHeard, sizeof kHeard, MSG_NOSIGNAL);
  }
  close(visitor);
}

bool ringDoorbell(const fs::path& dir) {
  struct stat folder {};
  if (stat(dir.c_str(), &folder) != 0) return false;
  const int door = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (door < 0) return false;
  const Address address{folder};
  char heard = 0;
  const bool answered =
      setsockopt(door, SOL_SOCKET, SO_SNDTIMEO, &kPatience, sizeof kPatience) == 0 &&  // connect
      setsockopt(door, SOL_SOCKET, SO_RCVTIMEO, &kPatience, sizeof kPatience) == 0 &&
      connect(door, address.get(), address.size()) == 0 && isOurUser(door) &&
      recv(door, &heard, sizeof heard, 0) == 1 && heard == kHeard;
  close(door);
  return answered;
}

}  // namespace vejviser::platform
