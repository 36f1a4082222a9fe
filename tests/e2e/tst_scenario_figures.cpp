// Goal: each of the four municipalities' ways of working ends in the figures it asks for, and the
// overviews of both units' tablets and the hub say the same of them. Method: a library's and a
// citizen-service centre's real app are tapped while there is no network, then both meet the hub;
// the texts of both apps, the hub's JSON and its web page are read.
#include "platform/csv.h"
#include "platform/system.h"
#include "src/domain/opening_hours_file.h"
#include "tests/support/town.h"

#include <QDate>
#include <QFile>
#include <QTest>
#include <chrono>

using namespace vejviser;
using namespace vejviser::test;

namespace {

using std::chrono::days;

Day today() {
  return toLocal(platform::SystemClock{}.now()).day;
}

QString text(Day day) {
  return QString::fromStdString(toString(day));
}

/// "2026-W40"
QString isoWeek(Day day) {
  int year = 0;
  const int week = QDate::fromString(text(day), Qt::ISODate).weekNumber(&year);
  return QStringLiteral("%1-W%2").arg(year).arg(week, 2, 10, QLatin1Char{'0'});
}

QString fileOf(const Town& town, const QString& name, const QString& lines) {
  QFile file{town.path(name)};
  const QByteArray bytes = lines.toUtf8();
  if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) qFatal("no file");
  return file.fileName();
}

/// What the hub's JSON has of a series of the last days, "unit/item" -> n.
std::map<QString, qint64> itemsOf(const QJsonObject& figures, const QString& series) {
  std::map<QString, qint64> items;
  for (const auto& [key, n] : tableOf(figures, "by_item", {"series", "unit", "item"}, "n")) {
    if (key.startsWith(series + "/")) items[key.section('/', 1)] = n;
  }
  return items;
}

/// A help that another system counted before the tablet came into use.
void helpedLongAgo(const Town& town, const QString& tablet, const QString& branch,
                   const QString& topic, int daysAgo) {
  const QString rows = "when,kind,topic,unit,branch,outcome,band,people,to,id\n" +
                       text(today() - days{daysAgo}) + " 11:00,help," + topic + ",library," +
                       branch + ",guided,5-15,1,,\n";
  const Ran ran =
      cli(tablet, {"import", "--preset", "vejviser", fileOf(town, topic + ".csv", rows)});
  if (ran.exitCode != 0) qFatal("%s", qPrintable(ran.err));
}

/// How many days ago citizen service was open at 10 o'clock and closed at 18 by the municipality's
/// own file: the last such day.
int lastOpenDay(const QString& scenario, const char* place) {
  QFile file{QStringLiteral(VEJVISER_SOURCE "/platform/demo/%1/hours.csv").arg(scenario)};
  if (!file.open(QIODevice::ReadOnly)) qFatal("no hours");
  const auto hours = readOpeningHours(*platform::readCsv(file.readAll().toStdString())).value();
  const OpeningHours& citizenService = hours.at({place, "citizen_service"});
  const auto isOpen = [&](Day day, int hour) {
    return citizenService.isOpen(fromLocal({day, hour, 30}));
  };
  for (int daysAgo = 1; daysAgo < 7; ++daysAgo) {
    const Day day = today() - days{daysAgo};
    if (isOpen(day, 10) && !isOpen(day, 18)) return daysAgo;
  }
  qFatal("closed all week");
}

}  // namespace

class TstScenarioFigures : public QObject {
  Q_OBJECT

 private slots:
  void haderslev_whoHelpsWithWhatWhere_andWhetherThereWasARoom() {
    Town town{"haderslev",
              {"gram=Gram Bibliotek", "hovedbibliotek=Haderslev Bibliotek", "vojens=Vojens"},
              "gram",
              "gram",
              {"roles", "authority", "hours"}};
    {
      AppProcess app{town.citizenService()};
      help(app, "pas: an", "passport-apply", {"used"});
      help(app, "mitid: hj", "mitid-help", {"busy"});
      help(app, "mitid: hj", "mitid-help");
      app.quit();
    }
    {
      AppProcess app{town.library()};
      help(app, "vejvis", "wayfinding");
      app.hand("tap workplace");  // the tablet goes to the main library
      app.hand("tap choice-hovedbibliotek");
      help(app, "find en", "find-item");
      app.quit();
    }
    town.meet();
    BothOverviews overviews{town};
    QCOMPARE(overviews.row("branches", "Gram Bibliotek"), "1|3|4");
    QCOMPARE(overviews.row("branches", "Haderslev Bibliotek"), "1|0|1");
    QCOMPARE(overviews.row("kinds", "Myndighedsopgaver"), "0|1|1");
    QCOMPARE(overviews.row("kinds", "Digital vejledning"), "0|2|2");
    QCOMPARE(overviews.row("kinds", "Orientering og udstyr"), "1|0|1");
    QCOMPARE(overviews.row("rooms", "Brugt"), "0|1|1");
    QCOMPARE(overviews.row("rooms", "Optaget"), "0|1|1");
    QCOMPARE(overviews.read("note-rooms"), "Behov for samtalerum: 40 %");

    const HubPages hub{town.hub()};
    const QString week = lastDays(7);
    const auto branches = hub.table("/figures/coverage?" + week, "helps_by_branch");
    QCOMPARE(branches["Gram Bibliotek"], "1|3|4");
    QCOMPARE(branches["Haderslev Bibliotek"], "1|0|1");
    const auto kinds = hub.table("/figures/topics?branch=gram&" + week, "iso_2789");
    QCOMPARE(kinds["Myndighedsopgaver"], "0|1|1");
    QCOMPARE(kinds["Digital vejledning"], "0|2|2");
    QCOMPARE(kinds["Orientering og udstyr"], "1|0|1");
    QCOMPARE(kinds["Faglige spørgsmål"], "0|0|0");  // that was not at Gram
    QCOMPARE(hub.number("/figures/topics?" + week, "room_needed"), "40 %");
    const std::map<QString, qint64> rooms = {{"citizen_service/busy", 1},
                                             {"citizen_service/used", 1}};
    QCOMPARE(itemsOf(statistics(town.hub(), town.library(), week), "room"), rooms);
  }

  void haderslev_loansStandBesideTheHelp_beforeAndAfter_andNothingIsSaidToBeTheCause() {
    Town town{"haderslev", {"gram=Gram Bibliotek"}, "gram", "gram", {"roles", "authority"}};
    const Day monday = mondayOf(today());
    const Day moved = monday - days{7};
    {
      AppProcess app{town.library()};
      helpLate(app, 14, "10.30", "vejvis", "wayfinding");
      helpLate(app, 7, "10.30", "vejvis", "wayfinding");
      app.quit();
    }
    {
      AppProcess app{town.citizenService()};
      helpLate(app, 7, "10.30", "pas: an", "passport-apply");
      helpLate(app, 7, "11.30", "pas: an", "passport-apply");
      helpLate(app, 7, "12.30", "pas: an", "passport-apply");
      app.quit();
    }
    const QString loans = fileOf(town, "loans.csv",
                                 "Filial;Uge;Udlån\nGram Bibliotek;" + isoWeek(moved - days{7}) +
                                     ";310\nGram Bibliotek;" + isoWeek(moved) + ";290\n");
    const QString marker = fileOf(town, "series.csv",
                                  "series,branch,from,to,n,da,en\n,gram," + text(moved) +
                                      ",,,Borgerservice flyttede ind,Citizen service moved in\n");
    QCOMPARE(town.hub().command({"document", "put", "series", marker}).exitCode, 0);
    const Ran ran =
        town.hub().command({"series", "import", "--preset", "weeks", "--series", "loans", loans});
    QVERIFY2(ran.out.startsWith("2 totals added"), qPrintable(ran.out + ran.err));
    town.meet();

    const HubPages hub{town.hub()};
    const QString path = "/figures/lending?branch=gram&from=" + text(moved - days{7}) +
                         "&to=" + text(monday - days{1});
    const auto sides = hub.table(path, "sides");
    QCOMPARE(sides["Før"], "1|310|1|0 %");
    QCOMPARE(sides["Efter"], "1|290|4|75 %");
    const QString page = hub.page(path);
    QVERIFY(page.contains("Borgerservice flyttede ind"));
    QVERIFY(page.contains("De viser ikke, at det ene er årsag til det andet."));
    const QString others =
        QString{page}.remove("De viser ikke, at det ene er årsag til det andet.");
    for (const QString word : {"årsag", "skyldes", "fordi", "på grund af", "derfor", "medfør"}) {
      QVERIFY2(!others.contains(word, Qt::CaseInsensitive), qPrintable(word));
    }
    BothOverviews overviews{town};
    overviews.choosePeriod("30");
    QCOMPARE(overviews.row("branches", "Gram Bibliotek"), "2|3|5");
    QVERIFY(overviews.read("breaks").endsWith("Borgerservice flyttede ind"));
  }

  void esbjerg_helpWhileCitizenServiceIsClosed_andAGapInRoutineLeadsToTheCard() {
    Town town{"esbjerg",
              {"hovedbibliotek=Hovedbiblioteket", "bramming=Bramming", "ribe=Ribe",
               "borgerservice=Borgerservice Esbjerg"},
              "hovedbibliotek",
              "borgerservice",
              {"roles", "authority", "hours"}};
    helpedLongAgo(town, town.library(), "hovedbibliotek", "waste-tags", 33);
    const int daysAgo = lastOpenDay("esbjerg", "borgerservice");
    {
      AppProcess app{town.library()};
      helpLate(app, daysAgo, "10.30", "mitid: hj", "mitid-help");
      helpLate(app, daysAgo, "18.15", "mitid: hj", "mitid-help");
      helpLate(app, daysAgo, "18.30", "mitid: hj", "mitid-help");
      helpLate(app, daysAgo, "18.45", "mitid: hj", "mitid-help");
      app.quit();
    }
    {
      AppProcess app{town.citizenService()};
      helpLate(app, daysAgo, "10.15", "pas: an", "passport-apply");
      app.quit();
    }
    town.meet();
    {
      BothOverviews overviews{town};
      QCOMPARE(overviews.read("note-hours"), "Mens borgerservice var lukket: 75 %");
    }
    const HubPages hub{town.hub()};
    QCOMPARE(hub.number("/figures/hours?" + lastDays(7), "citizen_service_closed"), "75 %");
    QVERIFY(hub.page("/figures/routine").contains("1 af 2 emner"));
    const auto gaps = hub.table("/figures/routine", "routine-hovedbibliotek");
    QCOMPARE(gaps.keys(), QStringList{"Affaldsmærker og ekstra sække: salg"});
    QCOMPARE(gaps.first(), "33");
    town.hub().stop();

    AppProcess app{town.library()};  // the card is at hand without a network, too
    app.hand("go guides");
    app.hand("tap choice-gaps");
    QCOMPARE(app.hand("get guide-waste-tags lastDone"), "Senest her for 33 dage siden");
    QCOMPARE(app.hand("get guide-mitid-help visible"), "false");
    app.hand("tap guide-waste-tags");
    QCOMPARE(app.hand("get guideLastDone text"), "Senest her for 33 dage siden");
    QVERIFY(!app.hand("read guideStep-0").isEmpty());
    app.quit();
  }

  void dragoer_bothRefer_bothAnswer_andBothHaveCreditForTheEvent() {
    Town town{"dragoer",
              {"bibliotek=Dragør Bibliotek", "borgercenter=Borgercenter"},
              "bibliotek",
              "borgercenter",
              {"roles", "authority", "hours"}};
    QString there;
    QString back;
    {
      AppProcess app{town.library()};
      there = refer(app, "mitid: aktiv", "mitid-activation");
      refer(app, "mitid: aktiv", "mitid-activation");
      logEvent(app);
      app.quit();
    }
    {
      AppProcess app{town.citizenService()};
      back = refer(app, "it-hj", "it-help-device");
      redeem(app, there);
      app.hand("tap accept");
      app.hand("tap choice-guided");
      app.quit();
    }
    {
      AppProcess app{town.library()};
      redeem(app, back);
      app.hand("tap accept");
      app.quit();
    }
    town.meet();
    {
      BothOverviews overviews{town};
      QCOMPARE(overviews.row("receptions", "Henvisninger, balance"), "||1");
      QCOMPARE(overviews.row("receptions", "Indløste henvisninger"), "50 %|100 %|");
      QCOMPARE(overviews.row("receptions", "Fra henvisning til første svar, median"),
               "højst 1 t.|højst 1 t.|højst 1 t.");
      QCOMPARE(overviews.row("events", "Fælles arrangementer"), "||1");
      QCOMPARE(overviews.row("events", "Arrangementer, enheden deltog i"), "1|1|2");
      QCOMPARE(overviews.row("events", "Medarbejderminutter ved arrangementer"),
               "240 min.|90 min.|330 min.");
    }
    expectDragoerAtTheHub(town);
    AppProcess app{town.citizenService()};  // sees the library's event among its own
    app.hand("go events");
    QCOMPARE(app.hand("get event-0-name text"), "Digital dåb (9. klasse)");
    QCOMPARE(app.hand("read eventsLibrary"), "4 | Bibliotekets timer");
    QCOMPARE(app.hand("read eventsCitizenService"), "1,5 | Borgerservices timer");
    app.quit();
  }

  void albertslund_whatKindOfWork_whoseDecision_andHowWellTheCitizensManage() {
    Town town{"albertslund",
              {"bibliotek=Albertslund Bibliotek"},
              "bibliotek",
              "bibliotek",
              {"roles", "authority", "hours"}};
    helpedLongAgo(town, town.library(), "bibliotek", "passport-apply", 40);
    helpedLongAgo(town, town.library(), "bibliotek", "licence-renew", 40);
    {
      AppProcess app{town.library()};
      app.hand("go settings");
      app.hand("tap choice-library_authority");
      help(app, "pas: an", "passport-apply", {"done_for"});
      help(app, "mitid: hj", "mitid-help", {"alone"});
      help(app, "borger.dk", "selfservice-find", {"guided"});
      help(app, "vejvis", "wayfinding", {"guided"});
      app.hand("go settings");
      app.hand("tap choice-library_staff");  // the tablet goes to a colleague
      app.hand("go log");
      handOver(app, "pas: an", "tile-passport-apply");
      app.quit();
    }
    {
      AppProcess app{town.citizenService()};
      help(app, "adresseb", "address-protection", {"done_for"});
      app.quit();
    }
    town.meet();
    const QMap<QString, QString> kinds = {{"Myndighedsopgaver", "2|1|3"},
                                          {"Digital vejledning", "2|0|2"},
                                          {"Orientering og udstyr", "1|0|1"}};
    const QMap<QString, QString> outcomes = {
        {"Klarede det selv", "1|0|1"}, {"Med vejledning", "2|0|2"}, {"Henvist videre", "1|0|1"}};
    const HubPages hub{town.hub()};
    const QString topics = "/figures/topics?" + lastDays(7);
    BothOverviews overviews{town};
    for (const QString& kind : kinds.keys()) {
      QCOMPARE(overviews.row("kinds", kind), kinds[kind]);
      QCOMPARE(hub.table(topics, "iso_2789")[kind], kinds[kind]);
    }
    for (const QString& outcome : outcomes.keys()) {
      QCOMPARE(overviews.row("outcomes", outcome), outcomes[outcome]);
      QCOMPARE(hub.table(topics, "helps_by_outcome")[outcome], outcomes[outcome]);
    }
    QCOMPARE(overviews.read("note-outcomes"), "Klarede det selv eller med vejledning: 50 %");
    QCOMPARE(hub.number(topics, "independence"), "50 %");
    QCOMPARE(overviews.row("authority", "Afgjort af dem, der må"), "1|1|2");
    QCOMPARE(overviews.row("authority", "Henvist til dem, der afgør"), "1|0|1");
    expectAlbertslundAtTheHub(town, hub);
  }

 private:
  /// A class of 54 met both units: four hours of the library's, one and a half of the other's.
  static void logEvent(AppProcess& app) {
    app.hand("go events");
    app.hand("tap logEvent");
    app.hand("tap choice-digital-dab");
    app.hand("tap choice-yesterday");
    const auto write = [&app](const QString& field, const QString& words) {
      app.hand("tap event-" + field + (field == "time" ? "" : "-input"));
      app.hand("key Ctrl+A");
      app.hand("type " + words);
    };
    write("time", "09.15");
    app.hand("tap choice-grade9");
    write("attendance", "54");
    write("libraryHours", "4");
    write("citizenServiceHours", "1,5");
    app.hand("tap saveEvent");
    app.hand("wait eventSaved visible true");
  }

  static void expectDragoerAtTheHub(Town& town) {
    const QString week = lastDays(7);
    const HubPages hub{town.hub()};
    QCOMPARE(hub.number("/figures/referrals?" + week, "referral_balance"), "1");
    QCOMPARE(hub.number("/figures/referrals?" + week, "time_to_accept"), "højst 1 t.");
    QCOMPARE(hub.number("/figures/events?" + week, "events_joint"), "1");
    const QJsonObject figures = statistics(town.hub(), town.citizenService(), week);
    const std::map<QString, qint64> referrals = {{"citizen_service/library", 1},
                                                 {"library/citizen_service", 2}};
    QCOMPARE(tableOf(figures, "referrals_to", {"from", "to"}, "referrals"), referrals);
    const std::map<QString, qint64> credit = {{"citizen_service/digital-dab", 1},
                                              {"library/digital-dab", 1}};
    QCOMPARE(itemsOf(figures, "credit"), credit);
    const std::map<QString, qint64> minutes = {{"citizen_service/digital-dab", 90},
                                               {"library/digital-dab", 240}};
    QCOMPARE(itemsOf(figures, "staff_minutes"), minutes);
  }

  static void expectAlbertslundAtTheHub(Town& town, const HubPages& hub) {
    const QJsonObject figures = statistics(town.hub(), town.library(), lastDays(7));
    const std::map<QString, qint64> acts = {
        {"citizen_service/decide", 1}, {"library/decide", 1}, {"library/hand_over", 1}};
    QCOMPARE(itemsOf(figures, "act"), acts);
    QCOMPARE(itemsOf(figures, "role")["library/library_authority"], 4);
    QVERIFY(hub.page("/figures/routine").contains("1 af 6 emner"));
    const auto gaps = hub.table("/figures/routine", "routine-bibliotek");
    QCOMPARE(gaps.keys(), QStringList{"Kørekort: fornyelse og nyt foto"});
    QCOMPARE(gaps.first(), "40");
  }
};

QTEST_GUILESS_MAIN(TstScenarioFigures)
#include "tst_scenario_figures.moc"
