// Start to first frame, and memory: one window, then the end. The runner starts it many times, as
// the app and as an empty QML window, which is the floor.
//   bench_window app FOLDER | empty      with BENCH_SPAWNED = CLOCK_MONOTONIC in ns before the
//   spawn
// Prints "first frame in ms" and "PSS in KiB".
#include "src/app/application.h"

#include <QFile>
#include <QTimer>
#include <ctime>

namespace {

qint64 monotonicNs() {
  timespec time{};
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec * 1'000'000'000LL + time.tv_nsec;
}

long pssKib() {
  QFile file{"/proc/self/smaps_rollup"};
  if (!file.open(QIODevice::ReadOnly)) return 0;
  for (const QByteArray& line : file.readAll().split('\n')) {
    if (line.startsWith("Pss:")) return line.mid(4).trimmed().split(' ').first().toLong();
  }
  return 0;
}

void report(QQuickWindow& window) {
  QObject::connect(&window, &QQuickWindow::frameSwapped, &window, [] {
    static bool s_seen = false;
    if (std::exchange(s_seen, true)) return;
    const double ms =
        static_cast<double>(monotonicNs() - qgetenv("BENCH_SPAWNED").toLongLong()) / 1e6;
    QTimer::singleShot(300, [ms] {  // memory once it has settled
      std::printf("%.1f %ld\n", ms, pssKib());
      std::fflush(stdout);
      std::_Exit(0);
    });
  });
}

}  // namespace

int main(int argc, char** argv) {
  const QGuiApplication gui{argc, argv};
  if (argc == 3) {
    vejviser::app::Application application{{argv[2], {}}};
    if (application.start() != vejviser::app::Application::Start::Shown) return 1;
    report(*application.window());
    return QGuiApplication::exec();
  }
  QQmlApplicationEngine engine;
  engine.loadData("import QtQuick\nWindow { width: 1280; height: 800; visible: true }");
  report(*qobject_cast<QQuickWindow*>(engine.rootObjects().constFirst()));
  return QGuiApplication::exec();
}
