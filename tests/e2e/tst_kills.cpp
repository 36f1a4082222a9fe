// Goal: signal 9 at any moment, to hub or tablet, loses nothing that was said to be saved and
// doubles nothing. Method: a hub, two tablets on the command line and one real app at work, each
// in a loop; one of them is killed every 20 to 500 ms, every other time in the middle of a write,
// and started again. What the programs say is saved goes into logs of intents; when the kills are
// over, everything is sent and compared. VEJVISER_KILLS=1000 makes it longer, VEJVISER_SEED=7
// another run.
#include "tests/support/checker.h"
#include "tests/support/victim.h"

#include <QElapsedTimer>
#include <QSet>
#include <QTest>
#include <QThread>
#include <atomic>
#include <csignal>
#include <filesystem>
#include <random>
#include <thread>

using namespace vejviser;
using namespace vejviser::test;

namespace {

constexpr int kKills = 100;
constexpr int kShortestWait_ms = 20;
constexpr int kLongestWait_ms = 500;
constexpr int kMostInOneGo = 40;

class Dice {
 public:
  explicit Dice(unsigned seed) : m_engine(seed) {}
  int from(int least, int most) { return std::uniform_int_distribution{least, most}(m_engine); }
  template <class List>
  auto oneOf(const List& list) {
    return list[from(0, static_cast<int>(list.size()) - 1)];
  }

 private:
  std::mt19937 m_engine;
};

/// A tablet that works on a thread of its own until it is told to stop, whatever is done to it.
class Worker {
 public:
  Worker(const QString& tablet, unsigned seed)
      : m_tablet(tablet), m_intents(tablet + ".intents"), m_dice(seed) {}
  virtual ~Worker() = default;

  void start() {
    m_thread = std::thread{[this] {
      while (!m_stop) work();
    }};
  }
  void stop() {
    m_stop = true;
    m_thread.join();
  }

  bool kill() { return m_victim.signal(SIGKILL); }
  int deaths() const { return m_deaths; }
  /// After stop().
  const QStringList& faults() const { return m_faults; }
  AuditedTablet audited() const { return {m_tablet, m_tablet + ".intents"}; }

 protected:
  /// One process, from its start to its end.
  virtual void work() = 0;

  /// A program may end because it was killed, and in no other way than it should.
  void note(int signal, bool asItShould, const QString& what) {
    if (signal == SIGKILL) {
      ++m_deaths;
    } else if (signal != 0 || !asItShould) {
      m_faults << QStringLiteral("%1 (signal %2)").arg(what).arg(signal);
    }
  }

  const QString m_tablet;
  IntentLog m_intents;
  Dice m_dice;
  Victim m_victim;
  std::atomic<bool> m_stop = false;

 private:
  std::thread m_thread;
  std::atomic<int> m_deaths = 0;
  QStringList m_faults;
};

/// Logs, logs and refers, or syncs: one process for each.
class CommandLineTablet final : public Worker {
 public:
  using Worker::Worker;

 protected:
  void work() override {
    const int deed = m_dice.from(0, 3);
    if (deed == 0) return run({"sync"}, {0, 3}, {});
    QStringList log{"log", m_dice.oneOf(m_topics), "--count",
                    QString::number(m_dice.from(1, kMostInOneGo))};
    if (deed == 1)
      log << "--refer"
          << "citizen_service";
    run(log, {0}, deed == 1 ? QStringList{"saved", "referred"} : QStringList{"saved"});
  }

 private:
  const QStringList m_topics = topicsOf(m_tablet);

  void run(const QStringList& arguments, const QList<int>& codes, const QStringList& deeds) {
    QProcess process;
    process.start(programPath("vejviser-cli"), QStringList{"--data", m_tablet} + arguments);
    process.waitForStarted();
    m_victim.is(process.processId());
    for (bool more = true; more;) {
      more = process.waitForReadyRead(-1);
      while (process.canReadLine()) take(QString::fromUtf8(process.readLine()).trimmed(), deeds);
    }
    process.waitForFinished(-1);
    m_victim.isGone();
    const bool crashed = process.exitStatus() == QProcess::CrashExit;
    note(crashed ? process.exitCode() : 0, codes.contains(process.exitCode()),
         arguments.join(' ') + ": " + QString::fromUtf8(process.readAllStandardError()));
  }

  void take(const QString& line, const QStringList& deeds) {
    if (!line.startsWith("saved ")) return;
    for (const QString& deed : deeds) m_intents.add({deed, line.section(' ', 1)});
  }
};

/// The real app: taps, looks at what it tapped, changes, refers on and withdraws it.
class AppTablet final : public Worker {
 public:
  using Worker::Worker;

 protected:
  void work() override {
    AppProcess app{m_tablet, AppProcess::Start::AndGoOn};
    m_victim.is(app.pid());
    app.ready();
    while (!m_stop && app.running()) step(app);
    m_victim.isGone();
    if (app.running()) app.quit();
    note(app.endedBySignal(), true, "the app");
  }

 private:
  void step(AppProcess& app) {
    switch (m_dice.from(0, 4)) {
      case 0:
        sendNow(app);
        break;
      case 1:
        if (!logHelp(app) || !app.attempt("tap refer")) break;
        if (app.attempt("wait referredTo visible true")) noteNewest(app, {"saved", "referred"});
        break;
      case 2:
        change(app);
        break;
      default:
        if (logHelp(app)) noteNewest(app, {"saved"});
    }
  }

  static bool logHelp(AppProcess& app) {
    return app.attempt("tap nav-log") && app.attempt("tap tile-mitid-help") &&
           app.attempt("wait barTitle text *Gemt på denne tablet");
  }

  static void sendNow(AppProcess& app) {
    if (app.attempt("tap syncBadge") && app.attempt("tap sendNow")) app.attempt("key Escape");
  }

  std::optional<QString> noteNewest(AppProcess& app, const QStringList& deeds) {
    if (!app.attempt("tap nav-today")) return std::nullopt;
    const auto subject = app.attempt("get today-0 subject");
    if (!subject) return std::nullopt;
    for (const QString& deed : deeds) m_intents.add({deed, *subject});
    return subject;
  }

  /// What stands newest gets another band, then it is withdrawn.
  void change(AppProcess& app) {
    const auto subject = noteNewest(app, {});
    if (!subject || !app.attempt("tap today-0") || !app.attempt("tap more")) return;
    m_intents.add({"amended", *subject});
    if (!app.attempt("tap withdraw") || !app.attempt("tap withdraw")) return;
    if (app.attempt("wait dialogTitle visible false")) m_intents.add({"withdrawn", *subject});
  }
};

/// When somebody last wrote to the database in `folder`.
std::filesystem::file_time_type lastWrite(const QString& folder) {
  std::filesystem::file_time_type last = std::filesystem::file_time_type::min();
  std::error_code ignored;  // files come and go
  for (const auto& file : std::filesystem::directory_iterator{folder.toStdString(), ignored}) {
    if (!file.path().filename().string().ends_with(".db-wal")) continue;
    const auto time = file.last_write_time(ignored);
    if (!ignored) last = std::max(last, time);
  }
  return last;
}

/// Any moment, or one in the middle of a write: those are short, and the most dangerous.
void waitForTheMoment(const QString& folder, Dice& dice) {
  QThread::msleep(static_cast<unsigned>(dice.from(kShortestWait_ms, kLongestWait_ms)));
  if (dice.from(0, 1) == 0) return;
  const auto before = lastWrite(folder);
  QElapsedTimer time;
  time.start();
  while (lastWrite(folder) == before && time.elapsed() < kLongestWait_ms) std::this_thread::yield();
}

/// Kills hub and tablets until there have been so many deaths.
int killAround(HubProcess& hub, const std::vector<std::unique_ptr<Worker>>& workers, int kills,
               Dice& dice) {
  int hubs = 0;
  const auto deaths = [&] {
    int all = hubs;
    for (const auto& worker : workers) all += worker->deaths();
    return all;
  };
  while (deaths() < kills) {
    const auto victim = static_cast<std::size_t>(dice.from(0, static_cast<int>(workers.size())));
    if (victim < workers.size()) {
      waitForTheMoment(workers[victim]->audited().folder, dice);
      while (!workers[victim]->kill()) std::this_thread::yield();  // it is about to start again
      continue;
    }
    waitForTheMoment(hub.folder(), dice);
    hub.killHard();
    hub.start();
    ++hubs;
  }
  return deaths();
}

QSet<QString> kindsIn(const AuditedTablet& tablet) {
  QSet<QString> kinds;
  for (const Deed& deed : IntentLog::read(tablet.intents)) kinds.insert(deed.what);
  return kinds;
}

}  // namespace

class TstKills : public QObject {
  Q_OBJECT

 private slots:
  void killedAtAnyMoment_nothingIsLost_andNothingDoubled() {
    const auto seed = static_cast<unsigned>(fromEnvironment("VEJVISER_SEED", 1));
    HubProcess hub;
    const Folder dir;
    hub.start();
    std::vector<std::unique_ptr<Worker>> workers;
    for (const char* name : {"library", "desk"}) {
      workers.push_back(std::make_unique<CommandLineTablet>(dir.path(name), seed + workers.size()));
    }
    workers.push_back(std::make_unique<AppTablet>(dir.path("app"), seed + workers.size()));
    for (const auto& worker : workers) hub.enrol(worker->audited().folder);
    for (const auto& worker : workers) worker->start();
    Dice dice{seed};
    const int kills = killAround(hub, workers, fromEnvironment("VEJVISER_KILLS", kKills), dice);
    for (const auto& worker : workers) worker->stop();

    std::vector<AuditedTablet> tablets;
    for (const auto& worker : workers) {
      QVERIFY2(worker->faults().isEmpty(), qPrintable(worker->faults().join('\n')));
      tablets.push_back(worker->audited());
    }
    QCOMPARE(kindsIn(tablets[0]), (QSet<QString>{"saved", "referred"}));
    QCOMPARE(kindsIn(tablets[2]), (QSet<QString>{"saved", "referred", "amended", "withdrawn"}));
    for (int round : {1, 2}) {  // the second brings everybody the figures of all
      for (const AuditedTablet& tablet : tablets) {
        const Ran ran = cli(tablet.folder, {"sync"});
        QVERIFY2(ran.exitCode == 0, qPrintable(QString::number(round) + ran.err));
      }
    }
    const Audit found = audit(hub, tablets);
    qInfo("%d kills, %s", kills, qPrintable(found.line()));
    QVERIFY2(found.faults.isEmpty(), qPrintable(found.faults.join('\n')));
    QCOMPARE(found.lost, 0);
    QCOMPARE(found.doubled, 0);
    QCOMPARE(found.acked, found.onHub);
  }
};

QTEST_GUILESS_MAIN(TstKills)
#include "tst_kills.moc"
