// What an idle tablet costs: the real app with nothing to send and nothing new at the hub, for as
// many minutes as asked; requests and bytes on the wire (HTTP, without TLS), by the hour. The floor
// is what the same app would do if it asked at every pace instead of waiting at the hub.
#include "tests/bench/figures.h"
#include "tests/support/chaos_proxy.h"
#include "tests/support/programs.h"

#include <QCoreApplication>
#include <QTest>
#include <cstdlib>

using namespace vejviser;
using namespace vejviser::test;

namespace {
constexpr int kDefault_minutes = 16;
constexpr double kAskedAtEveryPace = 3600.0 / 67.5;  // 60 s, and up to a quarter more
}  // namespace

int main(int argc, char** argv) {
  const QCoreApplication core{argc, argv};
  const int minutes = argc > 1 ? std::atoi(argv[1]) : kDefault_minutes;
  HubProcess hub;
  const Folder dir;
  hub.start();
  const ChaosProxy between{hub.port()};
  hub.enrol(dir.path("tablet"), "library", "hb", between.url());
  if (cli(dir.path("tablet"), {"sync"}).exitCode != 0) std::abort();
  AppProcess app{dir.path("tablet")};
  app.hand("tap syncBadge");
  app.hand("tap sendNow");
  const qint64 requests = between.requests();
  const qint64 up = between.bytesUp();
  const qint64 down = between.bytesDown();
  QTest::qWait(minutes * 60'000);  // the time is what is measured
  app.quit();
  const double hours = minutes / 60.0;
  bench::heading("An idle tablet, by the hour (floor: asking at every pace)");
  bench::line("requests", static_cast<double>(between.requests() - requests) / hours,
              kAskedAtEveryPace, "/h", "< 1");
  bench::line("bytes up", static_cast<double>(between.bytesUp() - up) / hours, 0, "B");
  bench::line("bytes down", static_cast<double>(between.bytesDown() - down) / hours, 0, "B");
  return 0;
}
