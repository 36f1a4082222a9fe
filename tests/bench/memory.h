// How much memory a program took.
#pragma once

#include <QFile>
#include <QString>

namespace vejviser::bench {

/// Megabytes of a running process at its highest; 0 when it is gone.
inline double peakMemory_MB(qint64 pid) {
  QFile file{QStringLiteral("/proc/%1/status").arg(pid)};
  if (!file.open(QIODevice::ReadOnly)) return 0;
  for (const QByteArray& line : file.readAll().split('\n')) {
    if (line.startsWith("VmHWM:"))
      return line.mid(6).trimmed().split(' ').first().toDouble() / 1024;
  }
  return 0;
}

}  // namespace vejviser::bench
