// Start to first frame, and memory: one window, then the end. The runner starts it many times, as
// the app and as an empty QML window, which is the floor.
//   bench_window make FOLDER HELPS       a tablet in use
//   bench_window app FOLDER | empty | tiles   with BENCH_SPAWNED = CLOCK_MONOTONIC in ns before the
//   spawn; tiles: the empty window with 24 rectangles, each with a sign and a name on it, and
//   nothing else
// Prints "first frame in ms", "PSS in KiB", "processor time until then in ms", which says less of
// what else the machine does, and "whole window in ms": the app's first frame has what one taps to
// log, the next one all the rest.
#include "src/app/application.h"
#include "tests/bench/fill.h"

#include <QFile>
#include <QTimer>
#include <ctime>

namespace {

qint64 nowNs(clockid_t clock) {
  timespec time{};
  clock_gettime(clock, &time);
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

constexpr const char* kEmpty = "import QtQuick\nWindow { width: 1280; height: 800; visible: true }";
constexpr const char* kTiles = R"(
  import QtQuick
  Window {
    width: 1280; height: 800; visible: true
    Grid {
      columns: 6; spacing: 12
      Repeater {
        model: 24
        Rectangle {
          required property int index
          width: 180; height: 164; radius: 14; border.width: 1
          Rectangle {
            x: 12; y: 12; width: 34; height: 34; radius: 10; color: "#dcecea"
            Text { anchors.centerIn: parent; text: "badge"; font.family: "Material Icons"; font.pixelSize: 22 }
          }
          Text {
            x: 12; y: 52; width: 156; wrapMode: Text.WordWrap; text: "Hjælp til MitID, nummer " + parent.index
            font.family: "Inter"; font.pixelSize: 16
          }
        }
      }
    }
  })";

struct Start {
  double first_ms = 0;
  double cpu_ms = 0;
  double whole_ms = 0;
};

double sinceSpawn_ms() {
  return static_cast<double>(nowNs(CLOCK_MONOTONIC) - qgetenv("BENCH_SPAWNED").toLongLong()) / 1e6;
}

void report(QQuickWindow& window) {
  QObject::connect(&window, &QQuickWindow::frameSwapped, &window,
                   [&window, start = Start{}]() mutable {
                     if (start.whole_ms > 0) return;
                     if (start.first_ms == 0) {
                       start.first_ms = sinceSpawn_ms();
                       start.cpu_ms = static_cast<double>(nowNs(CLOCK_PROCESS_CPUTIME_ID)) / 1e6;
                     }
                     const QVariant drawn = window.property("drawn");
                     if (drawn.isValid() && !drawn.toBool()) return;
                     start.whole_ms = sinceSpawn_ms();
                     QTimer::singleShot(300, [start] {  // memory once it has settled
                       std::printf("%.1f %ld %.1f %.1f\n", start.first_ms, pssKib(), start.cpu_ms,
                                   start.whole_ms);
                       std::fflush(stdout);
                       std::_Exit(0);
                     });
                   });
}

}  // namespace

int main(int argc, char** argv) {
  if (argc == 4) {
    vejviser::bench::makeTablet(argv[2], std::atoi(argv[3]));
    return 0;
  }
  const QGuiApplication gui{argc, argv};
  if (argc == 3) {
    vejviser::app::Application application{{argv[2], {}}};
    if (application.start() != vejviser::app::Application::Start::Shown) return 1;
    report(*application.window());
    return QGuiApplication::exec();
  }
  QQmlApplicationEngine engine;
  engine.loadData(argv[1] == std::string_view{"tiles"} ? kTiles : kEmpty);
  report(*qobject_cast<QQuickWindow*>(engine.rootObjects().constFirst()));
  return QGuiApplication::exec();
}
