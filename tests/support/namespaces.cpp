#include "tests/support/namespaces.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <sched.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

namespace vejviser::test {

namespace {

/// On a thread that ends with it: a thread's namespace is its own.
int enterAndListen(const QByteArray& space, const QByteArray& address, int port) {
  const int entrance = open(space.constData(), O_RDONLY | O_CLOEXEC);
  if (entrance < 0 || setns(entrance, CLONE_NEWNET) != 0) return -1;
  close(entrance);
  sockaddr_in at{};
  at.sin_family = AF_INET;
  at.sin_port = htons(static_cast<std::uint16_t>(port));
  inet_pton(AF_INET, address.constData(), &at.sin_addr);
  const int socket_fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
  const int again = 1;  // a port whose last connections are still dying
  setsockopt(socket_fd, SOL_SOCKET, SO_REUSEADDR, &again, sizeof again);
  if (bind(socket_fd, reinterpret_cast<const sockaddr*>(&at), sizeof at) != 0) return -1;
  return listen(socket_fd, SOMAXCONN) == 0 ? socket_fd : -1;
}

}  // namespace

QStringList within(const QString& space) {
  return {"nsenter", "--net=" + space};
}

int listenIn(const QString& space, const QString& address, int port) {
  int listener = -1;
  std::thread{[&] { listener = enterAndListen(space.toUtf8(), address.toUtf8(), port); }}.join();
  if (listener < 0) qFatal("nobody can listen in %s", qPrintable(space));
  return listener;
}

}  // namespace vejviser::test
