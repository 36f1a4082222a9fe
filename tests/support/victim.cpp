#include "tests/support/victim.h"

#include <sys/syscall.h>
#include <unistd.h>

namespace vejviser::test {

void Victim::is(std::int64_t pid) {
  isGone();
  const std::scoped_lock lock{m_mutex};
  m_handle = static_cast<int>(syscall(SYS_pidfd_open, pid, 0));
}

void Victim::isGone() {
  const std::scoped_lock lock{m_mutex};
  if (m_handle >= 0) close(m_handle);
  m_handle = -1;
}

bool Victim::signal(int number) {
  const std::scoped_lock lock{m_mutex};
  return m_handle >= 0 && syscall(SYS_pidfd_send_signal, m_handle, number, nullptr, 0) == 0;
}

}  // namespace vejviser::test
