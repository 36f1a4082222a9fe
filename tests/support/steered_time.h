// Programs whose clock is wrong, or moves on faster than time does.
#pragma once

#include <QByteArray>
#include <QSaveFile>
#include <QString>
#include <QTemporaryDir>

namespace vejviser::test {

/// Programs started meanwhile see a shifted time of day, all the same one; how long they wait for
/// something is true.
class SteeredTime {
 public:
  /// By so much from the true time, e.g. "+7m".
  explicit SteeredTime(const QByteArray& shift = "+0") : m_sanitizer(qgetenv("ASAN_OPTIONS")) {
    moveOn(shift);
    qputenv("LD_PRELOAD", "/usr/$LIB/faketime/libfaketimeMT.so.1");
    qputenv("FAKETIME_TIMESTAMP_FILE", file().toUtf8());
    qputenv("FAKETIME_CACHE_DURATION", "1");
    qputenv("FAKETIME_DONT_FAKE_MONOTONIC", "1");
    qputenv("ASAN_OPTIONS", m_sanitizer + ":verify_asan_link_order=0");  // it is loaded second
  }
  ~SteeredTime() {
    for (const char* name : {"LD_PRELOAD", "FAKETIME_TIMESTAMP_FILE", "FAKETIME_CACHE_DURATION",
                             "FAKETIME_DONT_FAKE_MONOTONIC"}) {
      qunsetenv(name);
    }
    qputenv("ASAN_OPTIONS", m_sanitizer);
  }
  SteeredTime(const SteeredTime&) = delete;
  SteeredTime& operator=(const SteeredTime&) = delete;

  /// Also for programs that run already, within a second.
  void moveOn(const QByteArray& shift) const {
    QSaveFile written{file()};
    if (!written.open(QIODevice::WriteOnly) || written.write(shift + "\n") < 0 ||
        !written.commit()) {
      qFatal("no file for the time");
    }
  }

 private:
  QString file() const { return m_dir.filePath("time"); }

  QTemporaryDir m_dir;
  QByteArray m_sanitizer;
};

}  // namespace vejviser::test
