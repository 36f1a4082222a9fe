// A disk of its own that a test can fill; making one needs the right to mount (root).
#pragma once

#include "tests/support/programs.h"

#include <QFile>
#include <QStorageInfo>
#include <unistd.h>

namespace vejviser::test {

class SmallDisk {
 public:
  /// `size` as mount takes it, e.g. "700k".
  explicit SmallDisk(const QString& size) {
    m_mounted = geteuid() == 0 &&
                runProgram("mount", {"-t", "tmpfs", "-o", "size=" + size, "tmpfs", m_dir.path()})
                        .exitCode == 0;
  }
  ~SmallDisk() {
    if (m_mounted) runProgram("umount", {"-l", m_dir.path()});
  }
  bool isThere() const { return m_mounted; }
  QString path(const QString& name) const { return m_dir.path(name); }
  void makeReadOnly() const { runProgram("mount", {"-o", "remount,ro", m_dir.path()}); }
  void resize(const QString& size) const {
    runProgram("mount", {"-o", "remount,size=" + size, m_dir.path()});
  }

  /// Fills what is left.
  void fill() const {
    QFile ballast{m_dir.path("ballast")};
    if (!ballast.open(QIODevice::WriteOnly | QIODevice::Unbuffered)) return;
    while (ballast.write(QByteArray(4096, 'x')) == 4096) {
    }
    while (ballast.write("x") == 1) {
    }
  }
  /// Fills all but about so much.
  void fillAllBut(qint64 bytes) const {
    QFile ballast{m_dir.path("ballast")};
    if (!ballast.open(QIODevice::WriteOnly | QIODevice::Unbuffered)) return;
    const qint64 wanted = QStorageInfo{m_dir.path()}.bytesAvailable() - bytes;
    while (ballast.size() < wanted && ballast.write(QByteArray(65536, 'x')) > 0) {
    }
  }
  void empty() const { QFile::remove(m_dir.path("ballast")); }

 private:
  Folder m_dir;
  bool m_mounted = false;
};

constexpr const char* kNoMount = "a small disk needs the right to mount (root)";

}  // namespace vejviser::test
