// Goal: the main job, end to end. A person taps with no network; the app is killed in the middle of
// a tap; it starts again, the hub comes back, and app, hub and web page show the same figures.
// Method: the real app (offscreen, driven by taps), the real hub, the real web page over HTTP.
#include "platform/sqlite.h"
#include "tests/support/programs.h"
#include "tests/support/standing_lines.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace vejviser;
using namespace vejviser::test;

namespace {

/// The journal's ids on a tablet, after checking that the file is whole.
QSet<QString> journalOf(const QString& tablet) {
  SQLite::Database db{(tablet + "/tablet.db").toStdString(), SQLite::OPEN_READWRITE};
  if (db.execAndGet("PRAGMA integrity_check").getString() != "ok") qFatal("the file is broken");
  SQLite::Statement rows{db, "SELECT lower(hex(id)) FROM journal"};
  QSet<QString> ids;
  while (rows.executeStep()) ids.insert(QString::fromStdString(rows.getColumn(0)));
  return ids;
}

QSet<QString> entriesOf(const HubProcess& hub) {
  QSet<QString> ids;
  for (const auto& [id, held] : hub.entries()) ids.insert(id);
  return ids;
}

const QStringList kTiles = {"mitid-help", "mitid-business", "nemid-retired", "selfservice-find",
                            "selfservice-municipal"};

/// The web page's rows "topic name" -> total, as a supervisor sees them.
std::map<QString, qint64> webTopics(const QByteArray& page) {
  const QString table =
      QString::fromUtf8(page).section("<table id=\"table-topic\">", 1).section("</table>", 0, 0);
  static const QRegularExpression kRow{
      R"(<th scope="row">([^<]*)</th><td>[^<]*</td><td>[^<]*</td><td>([^<]*)</td>)"};
  std::map<QString, qint64> rows;
  auto matches = kRow.globalMatch(table);
  while (matches.hasNext()) {
    const auto match = matches.next();
    rows[match.captured(1)] = match.captured(2).remove('.').toLongLong();
  }
  return rows;
}

QString logIn(const HubProcess& hub) {
  const Ran ran = runProgram("curl", {"-s", "-i", "-H", "Origin: " + hub.url(), "-d",
                                      "name=leder&password=a+long+password", hub.url() + "/login"});
  static const QRegularExpression kCookie{"vejviser_session=[0-9a-f]{64}"};
  return "Cookie: " + kCookie.match(ran.out).captured();
}

}  // namespace

class TstMainJob : public QObject {
  Q_OBJECT

 private slots:
  void twentyTaps_killedInTheTwentyFirst_loseNothing_andAllFiguresAgree_data() {
    QTest::addColumn<int>("microseconds");
    for (int wait : {0, 200, 500, 800, 1200, 1800, 2500, 4000, 7000, 15000}) {
      QTest::addRow("killed %d us into the tap", wait) << wait;
    }
  }

  void twentyTaps_killedInTheTwentyFirst_loseNothing_andAllFiguresAgree() {
    QFETCH(int, microseconds);
    HubProcess hub;
    const Folder dir;
    const QString tablet = dir.path("tablet");
    hub.start();
    hub.command({"user", "add", "leder"}, "a long password\n");
    hub.enrol(tablet);
    QCOMPARE(cli(tablet, {"sync"}).exitCode, 0);
    hub.stop();

    {
      AppProcess app{tablet};
      for (int i = 0; i < 20; ++i) {
        app.hand("tap tile-" + kTiles[i % kTiles.size()]);
        app.hand("wait bar visible true");
      }
      QVERIFY(app.hand("get syncBadge text").startsWith("20 venter"));
      app.send("tap tile-mitid-help");
      QElapsedTimer time;
      time.start();
      while (time.nsecsElapsed() < microseconds * 1000LL) {  // the moment is the point of the test
      }
      app.killHard();
    }
    const QSet<QString> saved = journalOf(tablet);
    QVERIFY2(saved.size() == 20 || saved.size() == 21, qPrintable(QString::number(saved.size())));

    AppProcess app{tablet};
    app.hand("tap nav-today");
    QCOMPARE(app.hand("get todayList count").toInt(), saved.size());
    hub.start();
    app.hand("tap syncBadge");
    app.hand("wait sendNow visible true");  // not while it sends already
    app.hand("tap sendNow");
    app.hand("key Escape");
    app.hand("wait syncBadge text *Sendt");
    QCOMPARE(entriesOf(hub), saved);
    QCOMPARE(hub.number("SELECT count(*) FROM entry"), saved.size());

    app.hand("tap nav-overview");
    app.hand("tap choice-1");
    QCOMPARE(app.hand("get ownHelps value").toInt(), saved.size());
    QCOMPARE(app.hand("get sharedHelps value").toInt(), saved.size());
    app.quit();
    const QJsonObject figures = statistics(hub, tablet, "");
    QCOMPARE(figures["helps"].toInt(), saved.size());
    QCOMPARE(cliFigures(tablet, {})["by_topic"], figures["by_topic"]);
    QCOMPARE(cliFigures(tablet, {"--shared"})["by_hour"], figures["by_hour"]);
    const Answer page = request("GET", hub.url() + "/overview", {}, {logIn(hub)});
    QCOMPARE(page.status, 200);
    qint64 onPage = 0;
    for (const auto& [name, n] : webTopics(page.body)) onPage += n;
    QCOMPARE(onPage, saved.size());
    QCOMPARE(webTopics(page.body).at("MitID: hjælp og vejledning"),
             tableOf(figures, "by_topic", {"topic"}).at("mitid-help"));
    QCOMPARE(hub.command({"recount"}).exitCode, 0);
  }

  void bothUnits_seeTheSameFigures_andEachOthersReferrals() {
    HubProcess hub{{"hb=Hovedbiblioteket", "bs=Borgerservice"}};
    const Folder dir;
    const QString library = dir.path("library");
    const QString citizen = dir.path("citizen");
    hub.start();
    hub.enrol(library, "library", "hb");
    hub.enrol(citizen, "citizen_service", "bs");
    {
      AppProcess app{library};
      app.hand("tap tile-mitid-help");
      app.hand("tap refer");
      app.hand("wait referredTo visible true");
      app.hand("tap tile-mitid-business");
      app.hand("tap choice-alone");
      app.hand("tap more");
      app.hand("wait syncBadge text *Sendt");
      app.quit();
    }
    QCOMPARE(cli(citizen, {"log", "passport-apply", "--count", "3"}).exitCode, 0);
    QCOMPARE(cli(citizen, {"log", "it-help-device", "--refer", "library"}).exitCode, 0);
    QCOMPARE(cli(citizen, {"sync"}).exitCode, 0);
    QCOMPARE(cli(library, {"sync"}).exitCode, 0);
    const QJsonObject atLibrary = cliFigures(library, {"--shared"});
    const QJsonObject atCitizen = cliFigures(citizen, {"--shared"});
    QCOMPARE(atLibrary, atCitizen);
    QCOMPARE(atLibrary["helps"].toInt(), 6);
    QCOMPARE(atLibrary["people"].toInt(), 7);
    const auto referrals = tableOf(atLibrary, "referrals_to", {"from", "to"}, "referrals");
    QCOMPARE(referrals.at("library/citizen_service"), 1);
    QCOMPARE(referrals.at("citizen_service/library"), 1);
    QCOMPARE(statistics(hub, citizen, "")["by_hour"], atLibrary["by_hour"]);
  }

  void exportedRows_importedAnywhere_areTheSameHelps() {
    HubProcess hub;
    const Folder dir;
    const QString tablet = dir.path("tablet");
    const QString other = dir.path("other");
    hub.start();
    hub.enrol(tablet);
    hub.enrol(other);
    QCOMPARE(cli(tablet, {"log", "loan", "--count", "2"}).exitCode, 0);
    QCOMPARE(cli(tablet, {"log", "print", "--refer", "citizen_service"}).exitCode, 0);
    QFile file{dir.path("rows.csv")};
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(cli(tablet, {"export"}).out.toUtf8());
    file.close();
    const QStringList import{"import", "--preset", "vejviser", file.fileName()};
    QVERIFY(cli(tablet, import).out.startsWith("4 read, 0 added, 4 known"));
    QVERIFY(cli(other, import).out.startsWith("4 read, 4 added, 0 known"));
    QCOMPARE(cli(tablet, {"sync"}).exitCode, 0);
    QCOMPARE(cli(other, {"sync"}).exitCode, 0);
    const QJsonObject figures = statistics(hub, tablet, "");
    QCOMPARE(figures["helps"].toInt(), 3);
    QCOMPARE(figures["referrals"].toInt(), 1);
  }

  void rowsOfTwoSources_thatAreEqual_areTwoHelps() {
    const Folder dir;
    const QString tablet = dir.path("tablet");
    for (const QString name : {"monday.csv", "tuesday.csv"}) {
      QFile file{dir.path(name)};
      QVERIFY(file.open(QIODevice::WriteOnly));
      file.write(
          "when,kind,topic,unit,branch,outcome,band,people,to\n"
          "2026-11-20 10:15,help,loan,library,hb,guided,0-5,1,\n");
      file.close();
      const QStringList import{"import", "--preset", "vejviser", file.fileName()};
      QVERIFY(cli(tablet, import).out.startsWith("1 read, 1 added"));
      QVERIFY(cli(tablet, import).out.startsWith("1 read, 0 added, 1 known"));
    }
  }

  void undo_editAndWithdraw_reachTheHub() {
    HubProcess hub;
    const Folder dir;
    const QString tablet = dir.path("tablet");
    hub.start();
    hub.enrol(tablet);
    AppProcess app{tablet};
    app.hand("tap tile-mitid-help");
    app.hand("tap undo");
    app.hand("wait bar visible false");
    app.hand("tap tile-mitid-business");
    app.hand("touch tile-nemid-retired");
    app.hand("tap nav-today");
    app.hand("wait todayList count 2");
    app.hand("tap today-0");
    app.hand("wait dialogTitle text *NemID");
    app.hand("tap choice-60+");
    app.hand("tap more");
    app.hand("tap closeDialog");
    app.hand("tap today-1");
    app.hand("tap withdraw");
    app.hand("tap withdraw");  // yes, sure
    app.hand("wait todayList count 1");
    app.hand("wait syncBadge text *Sendt");
    app.hand("tap nav-overview");
    app.hand("tap choice-1");
    app.hand("wait sharedHelps value 1");
    app.quit();
    const QJsonObject figures = statistics(hub, tablet, "");
    QCOMPARE(figures["helps"].toInt(), 1);
    QCOMPARE(figures["people"].toInt(), 2);
    QCOMPARE(tableOf(figures, "by_topic", {"topic"}).at("nemid-retired"), 1);
  }

  void enrolment_byHand_inTheApp() {
    HubProcess hub;
    const Folder dir;
    const QString tablet = dir.path("tablet");
    hub.start();
    AppProcess app{tablet};
    app.hand("tap welcome-library");
    app.hand("tap tile-mitid-help");  // logging comes first: it needs no hub
    app.hand("wait syncBadge text 1 venter");
    app.hand("tap nav-settings");
    app.hand("tap hubAddress");
    const QString address = hub.url().replace("127.0.0.1", "localhost");  // as a person has it
    app.hand("type " + address);
    app.hand("tap enrolCode");
    app.hand("type WRONGAAA");
    app.hand("tap connect");
    QVERIFY(eventually([&] { return settingOf(tablet, "draft.hub") == address; }));

    app.hand("wait enrolFault text *udløbet");
    app.hand("tap enrolCode");
    app.hand("type " + hub.enrolCode());
    app.hand("tap connect");
    app.hand("wait enrolledText text *Prøvekøbing");
    app.hand("wait syncBadge text *Sendt");
    app.quit();
    QCOMPARE(settingOf(tablet, "draft.hub"), "");  // it is joined: nothing is being typed
    QCOMPARE(hub.number("SELECT count(*) FROM entry WHERE held IS NULL"), 1);
  }
};

QTEST_GUILESS_MAIN(TstMainJob)
#include "tst_main_job.moc"
