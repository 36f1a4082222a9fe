// Goal: what the window has shown as saved is there after signal 9, in whatever dialog and whatever
// state of a timer the app was; and what somebody was writing comes back.
// Method: the real app, tapped into each state and killed there; what stands is read from its
// store, then it is started again on the same folder and looked at. Beside that, a long random row
// of taps, killed in the middle of one again and again, against a book that is kept by hand.
#include "tests/support/checker.h"
#include "tests/support/kill_states.h"
#include "tests/support/programs.h"
#include "tests/support/standing_lines.h"

#include <QDateTime>
#include <QTest>
#include <QThread>
#include <csignal>
#include <filesystem>
#include <random>

using namespace vejviser::test;

namespace {

/// A tablet on which the unit has been chosen; every row works on a copy.
class ReadyTablet {
 public:
  ReadyTablet() {
    AppProcess app{m_dir.path("ready")};
    app.hand("tap welcome-library");
    app.quit();
  }
  QString copyTo(const QString& folder) const {
    std::filesystem::copy(m_dir.path("ready").toStdString(), folder.toStdString(),
                          std::filesystem::copy_options::recursive);
    return folder;
  }

 private:
  Folder m_dir;
};

/// Four hours in a boot that is over: longer than anybody helps.
void forgetATimer(const QString& tablet) {
  const qint64 start = QDateTime::currentMSecsSinceEpoch() - 4 * 3'600'000;
  setSettingOf(tablet, "timers", QStringLiteral("mitid-help %1 0 00000000\n").arg(start));
}

/// Does the steps. "kept KEY TEXT" waits until a setting on the disk has the text: a draft is
/// stored within half a second.
void take(AppProcess& app, const QString& tablet, const QStringList& steps) {
  for (const QString& step : steps) {
    if (QTest::currentTestFailed()) return;
    if (!step.startsWith("kept ")) {
      app.hand(step);
      continue;
    }
    const QString key = step.section(' ', 1, 1);
    const QString text = step.section(' ', 2);
    if (!eventually([&] { return settingOf(tablet, key).contains(text); })) {
      QTest::qFail(qPrintable(step + " -> " + settingOf(tablet, key)), __FILE__, __LINE__);
    }
  }
}

QStringList sorted(QStringList lines) {
  lines.sort();
  return lines;
}

class Dice {
 public:
  explicit Dice(unsigned seed) : m_engine(seed) {}
  int from(int least, int most) { return std::uniform_int_distribution{least, most}(m_engine); }

 private:
  std::mt19937 m_engine;
};

/// What must stand after each tap, kept beside the app.
struct Book {
  QStringList helps;  ///< as standingLines() has them, by the order of logging
  int bar = -1;       ///< the place of the bar's help; -1: there is none
  QString barTopic;

  QStringList lines() const { return sorted(helps); }
};

const QStringList kTopics{"mitid-help", "mitid-business"};

/// A tap and the book as it is once that is done.
struct Tap {
  QString command;
  Book then;
};

void add(Book& book, const QString& topic, const QString& more = {}) {
  book.helps << "help " + topic + more;
  book.bar = static_cast<int>(book.helps.size()) - 1;
  book.barTopic = topic;
}

Tap nextTap(const Book& book, Dice& dice) {
  Tap tap{{}, book};
  const int deed = dice.from(0, 6);
  if (book.bar >= 0 && deed == 1) {
    tap.command = "tap again";
    add(tap.then, book.barTopic);
  } else if (book.bar >= 0 && deed == 2) {
    tap.command = "tap choice-alone";
    QString& line = tap.then.helps[book.bar];
    if (!line.contains("outcome"))
      line.insert(line.indexOf(book.barTopic) + book.barTopic.size(), " outcome=alone");
  } else if (book.bar >= 0 && deed == 3) {
    tap.command = "tap undo";
    tap.then.helps.removeAt(book.bar);
    tap.then.bar = -1;
  } else {
    const QString topic = kTopics[dice.from(0, 1)];
    tap.command = "tap tile-" + topic;
    add(tap.then, topic);
  }
  return tap;
}

}  // namespace

class TstKillUi : public QObject {
  Q_OBJECT

 private slots:
  void killed_whatWasShownAsSaved_stands_andWhatWasWritten_comesBack_data() {
    QTest::addColumn<QStringList>("taps");
    QTest::addColumn<QStringList>("stands");
    QTest::addColumn<QStringList>("looks");
    QTest::addColumn<QStringList>("ends");
    for (const KillState& state : killStates()) {
      QTest::newRow(state.name) << state.taps << state.stands << state.looks
                                << (state.ends.isEmpty() ? state.stands : state.ends);
    }
  }

  void killed_whatWasShownAsSaved_stands_andWhatWasWritten_comesBack() {
    QFETCH(QStringList, taps);
    QFETCH(QStringList, stands);
    QFETCH(QStringList, looks);
    QFETCH(QStringList, ends);
    const Folder dir;
    const QString tablet = dir.path("tablet");
    const QString name = QTest::currentDataTag();
    if (!name.startsWith("welcome")) m_ready.copyTo(tablet);
    if (name.startsWith("forgotten")) forgetATimer(tablet);
    {
      AppProcess app{tablet};
      take(app, tablet, taps);
      app.killHard();
      QCOMPARE(app.endedBySignal(), SIGKILL);
    }
    if (QTest::currentTestFailed()) return;
    QCOMPARE(sorted(standingLines(tablet)), sorted(stands));
    {
      AppProcess app{tablet};
      take(app, tablet, looks);
      app.quit();
    }
    QCOMPARE(sorted(standingLines(tablet)), sorted(ends));
  }

  void killedInTheMiddleOfATap_again_andAgain_everyHelpWhoseBarWasShown_standsOnce() {
    Dice dice{static_cast<unsigned>(fromEnvironment("VEJVISER_SEED", 1))};
    const Folder dir;
    const QString tablet = m_ready.copyTo(dir.path("tablet"));
    Book book;
    int taps = 0;
    for (int kills = fromEnvironment("VEJVISER_KILLS", kKills); kills > 0; --kills) {
      AppProcess app{tablet};
      book.bar = -1;
      for (int left = dice.from(0, kMostTaps); left > 0; --left) {
        if (const Tap tap = nextTap(book, dice); app.attempt(tap.command)) book = tap.then;
        ++taps;
        if (book.bar >= 0 && !said(app)) book.bar = -1;  // its ten seconds are over
      }
      const Tap last = nextTap(book, dice);
      app.send(last.command);
      // No wait for something: the moment of the kill is what varies.
      QThread::usleep(static_cast<unsigned>(dice.from(0, kLongestTap_us)));
      app.killHard();
      const QStringList found = sorted(standingLines(tablet));
      const bool done = found == last.then.lines();
      if (!done) QCOMPARE(found, book.lines());
      if (done) book = last.then;
    }
    qInfo("%d taps, %d helps stand", taps, static_cast<int>(book.helps.size()));
    QVERIFY(book.helps.size() > kKills);
  }

 private:
  static constexpr int kKills = 40;
  static constexpr int kMostTaps = 8;
  static constexpr int kLongestTap_us = 15'000;  // longer than a tap takes to be stored

  /// The bar says that its help is saved.
  static bool said(AppProcess& app) {
    const auto title = app.attempt("get barTitle text");
    return title && title->startsWith("Gemt");
  }

  const ReadyTablet m_ready;
};

QTEST_GUILESS_MAIN(TstKillUi)
#include "tst_kill_ui.moc"
