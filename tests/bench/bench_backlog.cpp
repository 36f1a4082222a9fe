// A backlog over a bad link: 1,000 entries at 256 kbit/s, 300 ms there and back, one packet in
// twenty lost each way, one answer in ten cut off. The real tablet and the real hub over TLS, in
// two network namespaces; what arrives is checked. The floor is what the same tablet sends when
// nothing is lost, at the link's rate, and three round trips: TCP, TLS, the request.
#include "tests/bench/figures.h"
#include "tests/bench/fill.h"
#include "tests/support/chaos_proxy.h"
#include "tests/support/link.h"
#include "tests/support/namespaces.h"
#include "tests/support/programs.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>

using namespace vejviser;
using namespace vejviser::test;

namespace {

constexpr int kHelps = 1000;
constexpr int kRuns = 9;
constexpr int kLostAnswers_percent = 10;
constexpr int kRoundTrips = 3;
constexpr int kPort = 8443;
constexpr const char* kPatience_s = "900";

struct Run {
  double seconds = 0;
  double up = 0;  ///< bytes
  double down = 0;
  int requests = 0;
  int answersLost = 0;
  qint64 missing = 0;
  qint64 doubled = 0;
};

/// What the tablet sends when all goes well, without TLS.
qint64 leastBytes() {
  const Folder dir;
  HubProcess hub;
  hub.start();
  const ChaosProxy between{hub.port()};
  hub.enrol(dir.path("tablet"), "library", "hb", between.url());
  bench::fill(dir.path("tablet").toStdString(), kHelps);
  const qint64 before = between.bytesUp();
  if (cli(dir.path("tablet"), {"sync"}).exitCode != 0) std::abort();
  return between.bytesUp() - before;
}

void runInside(const Link& link, const QStringList& arguments) {
  QStringList command = within(link.tablets()) + QStringList{programPath("vejviser-cli")};
  const Ran ran = runProgram(command.takeFirst(), command + arguments);
  if (ran.exitCode != 0) qFatal("%s", qPrintable(ran.err));
}

Run once(const Link& link, unsigned seed) {
  const Folder dir;
  const Certificate certificate = makeCertificate(dir.path(), QStringLiteral("IP:") + Link::kHub);
  HubProcess hub;
  hub.start();
  ChaosProxy front{
      hub.port(),
      {.tls = certificate, .listener = listenIn(link.hub(), Link::kHub, kPort), .seed = seed}};
  const QStringList tablet{"--data", dir.path("tablet"), "--ca-file", certificate.certFile};
  const QString address = QStringLiteral("https://%1:%2").arg(Link::kHub).arg(kPort);
  runInside(link, tablet + QStringList{"enrol", address, hub.enrolCode()});
  bench::fill(dir.path("tablet").toStdString(), kHelps);
  const qint64 up = link.bytesUp();
  const qint64 down = link.bytesDown();
  const int requests = front.requests();
  front.setFault(Fault::LoseAnswer, kLostAnswers_percent);
  Run run;
  run.seconds = bench::seconds([&] {
    runInside(link, tablet + QStringList{"sync", "--patience", kPatience_s});
  });
  run.up = static_cast<double>(link.bytesUp() - up);
  run.down = static_cast<double>(link.bytesDown() - down);
  run.requests = front.requests() - requests;
  run.answersLost = front.met(Fault::LoseAnswer);
  const qint64 ids = hub.number("SELECT count(DISTINCT id) FROM entry");
  const qint64 counted = hub.number("SELECT sum(n) FROM cell WHERE series = 1");
  run.missing = kHelps - std::min(ids, counted);
  run.doubled = std::max(hub.number("SELECT count(*) FROM entry") - ids, counted - ids);
  return run;
}

template <class Member>
std::pair<double, double> medianAndMost(const std::vector<Run>& runs, Member member) {
  std::vector<double> values;
  for (const Run& run : runs) values.push_back(static_cast<double>(run.*member));
  std::sort(values.begin(), values.end());
  return {values[values.size() / 2], values.back()};
}

template <class Member>
double sum(const std::vector<Run>& runs, Member member) {
  double all = 0;
  for (const Run& run : runs) all += static_cast<double>(run.*member);
  return all;
}

}  // namespace

int main(int argc, char** argv) {
  const QCoreApplication core{argc, argv};
  bench::heading(
      "A backlog of 1,000 over 256 kbit/s, 300 ms, 5 % loss, 10 % of answers lost (9 runs)");
  const LinkOptions options;
  const Link link{options};
  if (!link.fault().isEmpty()) {
    std::printf("skipped: no namespaces or no TUN devices here: %s\n", qPrintable(link.fault()));
    return 0;
  }
  const auto least = static_cast<double>(leastBytes());
  const double round_trip = 2 * static_cast<double>(options.delay.count()) / 1000;
  const double floor =
      least * 8 / static_cast<double>(options.bitsPerSecond) + kRoundTrips * round_trip;
  std::vector<Run> runs;
  for (unsigned i = 1; i <= kRuns; ++i) runs.push_back(once(link, i));
  const auto [seconds, longest] = medianAndMost(runs, &Run::seconds);
  bench::line("until all is there, median", seconds, floor, "s", "<= 5x");
  bench::line("until all is there, longest", longest, floor, "s");
  const auto [up, most_up] = medianAndMost(runs, &Run::up);
  bench::line("on the link, up, median", up / 1000, least / 1000, "kB");
  bench::line("on the link, up, most", most_up / 1000, least / 1000, "kB");
  bench::line("on the link, down, median", medianAndMost(runs, &Run::down).first / 1000, 0, "kB");
  bench::line("requests, all runs", sum(runs, &Run::requests), 0, "");
  bench::line("answers lost, all runs", sum(runs, &Run::answersLost), 0, "");
  bench::line("entries lost, all runs", sum(runs, &Run::missing), 0, "", "0");
  bench::line("entries doubled, all runs", sum(runs, &Run::doubled), 0, "", "0");
  return sum(runs, &Run::missing) + sum(runs, &Run::doubled) > 0 ? 1 : 0;
}
