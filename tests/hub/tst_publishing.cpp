// Goal: months are published once they are over, anew when late entries tell of nobody, and every
// door gives the same. Method: the hub's rules on both engines with a clock that the test owns;
// then the real program, asked over HTTP and by its commands.
#include "platform/system.h"
#include "src/domain/published_file.h"
#include "sync/hub/publishing.h"
#include "sync/hub/statistics_api.h"
#include "tests/hub/hub_requests.h"
#include "tests/hub/hub_world.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace vejviser;
using namespace vejviser::test;

namespace {

Instant at(const char* time) {
  return fromLocal(*parseLocalTime(time));
}

constexpr std::chrono::year_month kOctober = std::chrono::year{2026} / std::chrono::October;

struct Desk {
  HubWorld world;
  EntryMaker maker;

  void helps(int count, const std::string& topic, const char* when = "2026-10-14 10:30") {
    std::vector<Entry> entries;
    for (int i = 0; i < count; ++i) {
      Entry entry = maker.help(topic);
      entry.fields.when = at(when);
      entry.at = world.clock.now();
      entries.push_back(std::move(entry));
    }
    world.reading = {world.clock.now(), entries.front().boot, entries.front().up};
    world.push(entries);
  }
  void now(const char* time) { world.clock.set(at(time)); }
  hub::Published publish() {
    const auto done = hub::publishMonths(*world.storage, world.clock, world.random);
    if (!done) qFatal("%s", done.error().text().c_str());
    return *done;
  }
  /// Of 20 helps, on the first day on which it is due.
  void publishOctober() {
    now("2026-10-14 12:00");
    helps(20, "mitid-help");
    now("2026-11-04 12:00");
    publish();
  }
  std::vector<PublishedMonth> published() {
    const Period ever{Day{std::chrono::year{2020} / 1 / 1}, Day{std::chrono::year{2030} / 1 / 1}};
    return world.ask([&](hub::WriteTx& tx) { return hub::publishedIn(tx, ever); });
  }
  std::int64_t helpsOf(const PublishedMonth& month) {
    return month.shown.at({kByUnit, Unit::Library, "helps"});
  }
};

/// Days of the month before this one: it may be published from the 4th on.
struct LastMonth {
  std::chrono::year_month month;

  LastMonth() {
    const std::chrono::year_month_day today{toLocal(platform::SystemClock{}.now()).day};
    month = today.year() / today.month() - std::chrono::months{2};
  }
  QString day(unsigned n) const {
    return QString::fromStdString(toString(Day{month / std::chrono::day{n}}));
  }
};

}  // namespace

class TstPublishing : public QObject {
  Q_OBJECT

 private slots:
  void aMonth_isPublishedThreeDaysAfterItsEnd_andOnce() {
    Desk desk;
    desk.now("2026-10-14 12:00");
    desk.helps(20, "mitid-help");
    desk.now("2026-11-03 12:00");
    QCOMPARE(desk.publish().published, 0);
    desk.now("2026-11-04 06:00");
    QCOMPARE(desk.publish().published, 1);
    QCOMPARE(desk.publish().published, 0);
    const auto months = desk.published();
    QCOMPARE(months.size(), std::size_t{1});
    QVERIFY(months[0].month == kOctober);
    QCOMPARE(months[0].version, 1);
    QCOMPARE(desk.helpsOf(months[0]), std::int64_t{20});
  }

  void lateEntries_areShownInTheNextVersion_aWeekLaterAtTheEarliest() {
    Desk desk;
    desk.publishOctober();
    desk.helps(7, "mitid-help");
    QCOMPARE(desk.publish().published, 0);
    desk.now("2026-11-11 12:00");
    QCOMPARE(desk.publish().published, 1);
    const auto months = desk.published();
    QCOMPARE(months[0].version, 2);
    QCOMPARE(toString(months[0].made), std::string{"2026-11-11"});
    QCOMPARE(desk.helpsOf(months[0]), std::int64_t{27});
  }

  void fewLateEntries_wait_andTheFirstVersionStands() {
    Desk desk;
    desk.publishOctober();
    desk.helps(2, "loan");
    desk.now("2026-11-20 12:00");
    const auto done = desk.publish();
    QCOMPARE(done.published, 0);
    QCOMPARE(done.waiting, 1);
    QCOMPARE(desk.helpsOf(desk.published()[0]), std::int64_t{20});
  }

  void aPublishedMonth_reachesTablets_asADocument() {
    Desk desk;
    desk.publishOctober();
    std::string text;
    desk.world.read([&](hub::ReadTx& tx) -> Status {
      const auto rows = tx.rowsAfter(0, 1000);
      for (const auto& row : *rows) {
        const auto* document = std::get_if<DocumentRow>(&row.row);
        if (document && document->name == publishedName(kOctober)) text = *document->text;
      }
      return {};
    });
    QVERIFY(text.starts_with(
        "month,version,made_on,threshold,table,unit,item,n\n2026-10,1,2026-11-04,5,"));
  }

  void figures_areThePublishedOnes_untilTheRuleSaysOtherwise() {
    Desk desk;
    desk.now("2026-10-14 12:00");
    desk.helps(20, "mitid-help");
    desk.helps(9, "loan");
    desk.now("2026-11-04 12:00");
    desk.publish();
    desk.helps(3, "loan", "2026-11-02 10:30");
    const hub::FiguresQuestion question{{Day{kOctober / 20}, Day{std::chrono::year{2026} / 11 / 4}},
                                        ""};
    const auto figures = [&](hub::Readers readers) {
      return desk.world.ask([&](hub::WriteTx& tx) {
        return hub::figuresFrom(tx, tx.info()->id, question, desk.world.clock.now(), readers);
      });
    };
    const auto published = figures(hub::Readers::Supervisors);
    QVERIFY(published.published);
    QCOMPARE(published.figures.helps, std::int64_t{29});
    QCOMPARE(toString(published.period.from), std::string{"2026-10-01"});
    QCOMPARE(toString(published.period.to), std::string{"2026-10-31"});
    desk.world.seeExact();
    const auto exact = figures(hub::Readers::Any);
    QVERIFY(!exact.published);
    QCOMPARE(exact.figures.helps, std::int64_t{3});
  }

  void everyDoor_saysTheSame_andNoneTheSmallNumber() {
    const LastMonth month;
    HubProcess hub{{"hb=Hovedbiblioteket"}, onPostgres() ? postgres().url() : QString{}};
    hub.start();
    const Folder folder;
    hub.enrol(folder.path("tablet"));
    EntryMaker maker{"1111111111111111"};
    std::vector<Entry> entries;
    const auto log = [&](int count, const std::string& topic) {
      for (int i = 0; i < count; ++i) {
        entries.push_back(maker.help(topic));
        entries.back().fields.when = at((month.day(14) + " 10:30").toUtf8());
      }
    };
    log(12, "mitid-help");
    log(7, "letter-understand");
    log(3, "eid-foreign");
    QCOMPARE(request("POST", hub.url() + "/v1/sync", pushOf(entries),
                     {"Authorization: Bearer " + tokenOf(folder.path("tablet")), kJson})
                 .status,
             200);
    hub.command({"user", "add", "leder"}, "a long password\n");
    const auto cookie = logIn(hub, "leder", "a+long+password");
    const auto ask = [&](const QString& path) {
      return request("GET", hub.url() + path, {}, {cookie}).body;
    };
    const QString period = "from=" + month.day(1) + "&to=" + month.day(28);
    QVERIFY(ask("/v1/statistics?" + period).contains("eid-foreign"));
    QCOMPARE(hub.command({"publish"}).out,
             QString{"1 months published, 0 wait for more late entries\n"});
    QFile rule{folder.path("rule.csv")};
    QVERIFY(rule.open(QIODevice::WriteOnly));
    rule.write("threshold,exact_for\n5,nobody\n");
    rule.close();
    QCOMPARE(hub.command({"document", "put", "small-cells", rule.fileName()}).exitCode, 0);

    const auto figures = QJsonDocument::fromJson(ask("/v1/statistics?" + period)).object();
    QCOMPARE(figures["helps"].toInteger(), 22);
    QCOMPARE(figures["published"].toArray().size(), 1);
    for (const QJsonValue& row : figures["by_topic"].toArray()) {
      if (row["topic"] == "eid-foreign") QVERIFY(row["helps"].isNull());
      if (row["topic"] == "mitid-help") QCOMPARE(row["helps"].toInteger(), 12);
    }
    const QString csv = QString::fromUtf8(ask("/v1/statistics?format=csv&" + period));
    QVERIFY(csv.contains("by_topic,library,eid-foreign,,,\r\n"));
    QVERIFY(csv.contains("by_topic,library,mitid-help,,12,"));
    const QString page = QString::fromUtf8(ask("/overview?lang=en&" + period));
    QVERIFY(page.contains("Published figures of whole months."));
    QVERIFY(page.contains("withheld"));
    QVERIFY(!page.contains("<td>3</td>"));
    QCOMPARE(request("GET", hub.url() + "/v1/statistics/cells?" + period, {}, {cookie}).status,
             403);
    QVERIFY(hub.command({"export", "--format", "csv", "--from", month.day(1), "--to", month.day(28),
                         "--output", folder.path("out.csv")})
                .exitCode == 0);
    QFile out{folder.path("out.csv")};
    QVERIFY(out.open(QIODevice::ReadOnly));
    QCOMPARE(QString::fromUtf8(out.readAll()), csv);
  }
};

QTEST_GUILESS_MAIN(TstPublishing)
#include "tst_publishing.moc"
