// Goal: what a supervisor releases counts exactly as decided, at once and for every tablet; what
// cannot be right never counts; the entry itself stays as it was written; and recount gives the
// cube. Method: the hub's rules on a real SQLite file, in random orders too; the real program for
// the commands and for what a hub does at its start.
#include "sync/hub/release.h"
#include "tests/hub/hub_requests.h"
#include "tests/hub/hub_world.h"

#include <QJsonArray>
#include <QTest>
#include <random>

using namespace vejviser;
using namespace vejviser::hub;
using namespace vejviser::test;
using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;

namespace {

Decision asTopic(const std::string& topic) {
  return {topic, {}, {}, {}};
}
Decision asBranch(const std::string& branch) {
  return {{}, branch, {}, {}};
}
Decision asDestination(const std::string& to) {
  return {{}, {}, to, {}};
}
Decision atTime(Instant time) {
  return {{}, {}, {}, time};
}

/// Empty when they are released, else why not.
QString tryRelease(HubWorld& world, const std::set<Id>& ids, const Decision& decision = {}) {
  const Status status = world.storage->write(
      [&](WriteTx& tx) { return release(tx, ids, decision, world.clock.now(), world.random); });
  return status ? QString{} : QString::fromStdString(status.error().text());
}

KeptEntry keptEntry(HubWorld& world, const Id& id) {
  return world.ask([&](WriteTx& tx) { return tx.entriesWithIds(std::span{&id, 1}); }).at(0);
}

std::string heldAs(HubWorld& world, const Id& id) {
  return keptEntry(world, id).held;
}

GroupRelease releaseAll(HubWorld& world, const HeldGroup& group, const Decision& decision = {}) {
  return releaseGroup(*world.storage, Actor::commandLine(), group, decision, world.clock,
                      world.random)
      .value();
}

std::int64_t reconsiderNow(HubWorld& world) {
  return reconsider(*world.storage, world.clock, world.random).value();
}

std::int64_t helpsOf(HubWorld& world, const std::string& topic) {
  const Figures figures = world.figures();
  const auto it = figures.helpsByTopic.find({topic, Unit::Library});
  return it == figures.helpsByTopic.end() ? 0 : it->second;
}

void expectProved(HubWorld& world) {
  QVERIFY(world.isExact());
}

void addTopic(HubWorld& world, const std::string& topic) {
  world.write([&](WriteTx& tx) -> Status {
    const std::vector<Topic> topics = {{topic, "W", "W", "g"}};
    return tx.putTopics(topics, *tx.takePositions(1, 99, world.clock.now()));
  });
}

/// A help that was logged `ago` while the tablet's wall clock said nonsense.
Entry underAWrongClock(HubWorld& world, EntryMaker& maker, hours ago) {
  Entry help = maker.help();
  help.at = fromMs(1'000'000);  // 1970
  help.up = hours{100};
  world.reading = {help.at + ago, help.boot, help.up + ago};
  return help;
}

}  // namespace

class TstRelease : public QObject {
  Q_OBJECT

 private slots:
  void anUnknownTopic_isReleasedAsItIs_onceTheCatalogueHasIt() {
    HubWorld world;
    EntryMaker maker;
    const Entry help = maker.help("weather");
    world.push({help});
    const std::string body = keptEntry(world, help.id).body;
    QVERIFY(tryRelease(world, {help.id}).contains("'weather' is not in the catalogue"));
    QCOMPARE(heldAs(world, help.id), std::string{"unknown-topic"});
    addTopic(world, "weather");
    QCOMPARE(heldAs(world, help.id), std::string{"unknown-topic"});  // nobody has said so yet
    bool known = false;
    const std::string stamp = world.pullNow({}, 1000, known).stamp;
    QCOMPARE(tryRelease(world, {help.id}), QString{});
    QCOMPARE(helpsOf(world, "weather"), 1);
    expectProved(world);
    QCOMPARE(world.pullNow(stamp, 1000, known).rows.size(),
             6U);  // tablets see it: a cell of each series of a help
    QCOMPARE(keptEntry(world, help.id).body, body);
    QVERIFY(!world.push({help}).acks.front().held);
    QCOMPARE(helpsOf(world, "weather"), 1);
  }

  void whatIsReleasedAsAnother_countsAsThat_andStaysAsItWasWritten() {
    HubWorld world;
    EntryMaker maker;
    const Entry topic = maker.help("weather");
    Entry branch = maker.help();
    branch.fields.branch = "moon";
    Entry nowhere = maker.help();
    nowhere.fields.branch = "mars";
    Entry referral = maker.referral(topic, "moon-office");
    referral.fields.topic = "loan";
    world.push({topic, branch, nowhere, referral});
    const std::string body = keptEntry(world, topic.id).body;
    QCOMPARE(tryRelease(world, {topic.id}, asTopic("loan")), QString{});
    QCOMPARE(tryRelease(world, {branch.id}, asBranch("hb")), QString{});
    QCOMPARE(tryRelease(world, {nowhere.id}, asBranch("")), QString{});
    QCOMPARE(tryRelease(world, {referral.id}, asDestination("citizen_service")), QString{});
    world.open();
    QCOMPARE(helpsOf(world, "loan"), 1);
    QCOMPARE((world.figures().helpsByBranch.at({"hb", Unit::Library})), 2);
    QCOMPARE((world.figures().helpsByBranch.at({"", Unit::Library})), 1);
    QCOMPARE(world.figures().referrals, 1);
    expectProved(world);
    const KeptEntry kept = keptEntry(world, topic.id);
    QCOMPARE(kept.body, body);
    QCOMPARE(kept.entry.fields.topic, std::string{"weather"});
    QCOMPARE(kept.release->reason, std::string{"unknown-topic"});
    QVERIFY(kept.release->at == world.clock.now());
    QVERIFY(!world.push({topic}).acks.front().held);
  }

  void aWordOfTheCatalogue_isNotChangedByARelease() {
    HubWorld world;
    EntryMaker maker;
    Entry help = maker.help("mitid-help");
    help.fields.branch = "moon";
    world.push({help});
    QCOMPARE(tryRelease(world, {help.id}, {"loan", "hb", "library", world.clock.now() - days{9}}),
             QString{});
    QCOMPARE(helpsOf(world, "mitid-help"), 1);
    QVERIFY(world.figures().helpsByDay.contains({toLocal(help.at).day, Unit::Library}));
    QVERIFY(keptEntry(world, help.id).release->corrections ==
            (Corrections{{}, "hb", {}, {}, {}, false}));
  }

  void whatIsDecided_mustBeOfThisHub() {
    HubWorld world;
    EntryMaker maker;
    const Entry help = maker.help("weather");
    world.push({help});
    QVERIFY(tryRelease(world, {help.id}, asTopic("snow")).contains("'snow'"));
    QVERIFY(tryRelease(world, {help.id}, {"loan", "moon", {}, {}}).contains("'moon'"));
    QVERIFY(
        tryRelease(world, {help.id}, {"loan", {}, "moon-office", {}}).contains("'moon-office'"));
    const Entry referral = maker.referral(maker.help(), "moon-office");
    world.push({referral});
    QVERIFY(tryRelease(world, {referral.id}, asDestination("library")).contains("comes from"));
    QCOMPARE(world.figures().helps + world.figures().referrals, 0);
    QCOMPARE(world.recountNow().held, 2);
  }

  void aHelpUnderAWrongClock_countsWhenItWasLogged_byTheTimeSinceBoot() {
    HubWorld world;
    EntryMaker maker;
    const Entry help = underAWrongClock(world, maker, hours{30});
    world.push({help});
    QCOMPARE(heldAs(world, help.id), std::string{"absurd-time"});
    const Instant truly = world.clock.now() - hours{30};
    QVERIFY(keptEntry(world, help.id).estimate == truly);
    world.clock.advance(days{3});
    world.reading.up += days{3};
    world.push({help});  // a resend does not move the estimate
    QCOMPARE(tryRelease(world, {help.id}), QString{});
    QCOMPARE((world.figures().helpsByDay.at({toLocal(truly).day, Unit::Library})), 1);
    QCOMPARE(world.figures().helpsByHour.begin()->first.first.second, toLocal(truly).hour);
    expectProved(world);
  }

  void anAmendOfSuchAHelp_countsAtTheSameTime() {
    for (const bool amendFirst : {false, true}) {
      HubWorld world;
      EntryMaker maker;
      const Entry help = underAWrongClock(world, maker, hours{30});
      Fields changed = help.fields;
      changed.topic = "loan";
      const Entry amend = maker.amend(help, 1, changed);
      world.push({help});
      if (amendFirst) world.push({amend});
      QCOMPARE(tryRelease(world, {help.id}), QString{});
      if (!amendFirst) world.push({amend});
      QCOMPARE(helpsOf(world, "loan"), 1);
      const Day day = toLocal(world.clock.now() - hours{30}).day;
      QCOMPARE((world.figures().helpsByDay.at({day, Unit::Library})), 1);
      expectProved(world);
    }
  }

  void withoutAnEstimate_aPersonMustGiveTheTime_data() {
    QTest::addColumn<QString>("why");
    for (const char* why : {"booted since", "up runs backwards", "when is absurd", "doubt of when",
                            "before the program"}) {
      QTest::newRow(why) << why;
    }
  }

  void withoutAnEstimate_aPersonMustGiveTheTime() {
    QFETCH(QString, why);
    HubWorld world;
    EntryMaker maker;
    Entry help = underAWrongClock(world, maker, hours{30});
    if (why == "booted since") world.reading.boot = "ffffffff";
    if (why == "up runs backwards") world.reading.up = help.up - milliseconds{1};
    if (why == "before the program") world.reading.up = help.up + days{5000};
    if (why == "when is absurd") help.fields.when = world.clock.now() + days{300};
    if (why == "doubt of when") {
      help.at = world.clock.now();
      help.fields.when = world.clock.now() - days{2};
      help.fields.doubt = Doubt::Clock;
    }
    world.push({help});
    QVERIFY(!heldAs(world, help.id).empty());
    QVERIFY2(tryRelease(world, {help.id}).contains("give day and time"),
             qPrintable(tryRelease(world, {help.id})));
    QVERIFY(tryRelease(world, {help.id}, atTime(world.clock.now() + hours{25}))
                .contains("cannot be right"));
    QVERIFY(tryRelease(world, {help.id}, atTime(fromMs(0))).contains("cannot be right"));
    QCOMPARE(world.figures().helps, 0);
    const Instant truly = world.clock.now() - days{40};
    QCOMPARE(tryRelease(world, {help.id}, atTime(truly)), QString{});
    QCOMPARE((world.figures().helpsByDay.at({toLocal(truly).day, Unit::Library})), 1);
    expectProved(world);
  }

  void aTimeInTheFuture_doesNotBecomeRightByWaiting() {
    HubWorld world;
    EntryMaker maker;
    Entry help = maker.help();
    help.at = world.clock.now() + days{3};
    const Instant arrival = world.clock.now();
    world.push({help});
    world.clock.advance(days{10});
    QVERIFY(!tryRelease(world, {help.id}).isEmpty());
    QVERIFY(tryRelease(world, {help.id}, atTime(arrival + days{5})).contains("cannot be right"));
    Entry other = maker.help();
    other.at = world.clock.now() + days{3};
    world.reading = {other.at, other.boot, other.up + hours{1}};
    world.push({other});
    const LocalTime truly = toLocal(world.clock.now() - hours{1});
    world.clock.advance(days{10});
    QCOMPARE(tryRelease(world, {other.id}), QString{});
    QCOMPARE((world.figures().helpsByDay.at({truly.day, Unit::Library})), 1);
  }

  void aDoubtfulClock_isLifted_atTheEstimate() {
    HubWorld world;
    EntryMaker maker;
    Entry help = maker.help();
    help.fields.doubt = Doubt::Clock;
    world.reading = {help.at, help.boot, help.up + hours{2}};
    Fields changed = help.fields;
    changed.people = 5;
    const Entry amend = maker.amend(help, 1, changed);  // it carries the doubt on
    world.push({help, amend});
    QCOMPARE(heldAs(world, amend.id), std::string{"clock"});
    QCOMPARE(tryRelease(world, {help.id, amend.id}), QString{});
    QCOMPARE(world.figures().people, 5);
    world.reading.boot = "ffffffff";
    changed.people = 6;
    const Entry another = maker.amend(help, 2, changed);  // its own time moves nothing
    world.push({another});
    QCOMPARE(tryRelease(world, {another.id}), QString{});
    QCOMPARE(world.figures().people, 6);
    const LocalTime truly = toLocal(world.clock.now() - hours{2});
    QCOMPARE(world.figures().helpsByHour.begin()->first.first.second, truly.hour);
    expectProved(world);
  }

  void whatNobodyCanRelease_staysHeld_data() {
    QTest::addColumn<QString>("what");
    for (const char* what : {"future-schema", "invalid-fields", "counted", "not there"}) {
      QTest::newRow(what) << what;
    }
  }

  void whatNobodyCanRelease_staysHeld() {
    QFETCH(QString, what);
    HubWorld world;
    EntryMaker maker;
    Entry entry = maker.help();
    if (what == "future-schema") entry.version = kEntryVersion + 1;
    if (what == "invalid-fields") entry.fields.people = 0;
    if (what != "not there") world.push({entry});
    const Entry good = maker.help("weather");
    world.push({good});
    const auto head = world.ask([](WriteTx& tx) { return tx.head(); });
    QVERIFY(!tryRelease(world, {good.id, entry.id}, asTopic("loan")).isEmpty());
    QCOMPARE(heldAs(world, good.id), std::string{"unknown-topic"});  // all or none
    QVERIFY(world.ask([](WriteTx& tx) { return tx.head(); }) == head);
    for (const char* reason :
         {"future-schema", "invalid-fields", "differs", "erased", "nonsense"}) {
      QVERIFY(!releaseGroup(*world.storage, Actor::commandLine(), {reason, {}}, {}, world.clock,
                            world.random));
    }
  }

  void theEntriesOfADrainedTablet_areReleased_ifTheyCanBeCounted() {
    HubWorld world;
    EntryMaker maker;
    const Entry before = maker.help();
    world.push({before});
    world.device.state = DeviceState::Drained;
    const Entry good = maker.help();
    const Entry gone = maker.withdraw(before, 1);
    const Entry unknown = maker.help("weather");
    Entry future = maker.help();
    future.version = kEntryVersion + 1;
    const Entry late = underAWrongClock(world, maker, hours{5});
    world.push({good, gone, unknown, future, late});
    const GroupRelease done = releaseAll(world, {"revoked", {}});
    QCOMPARE(done.released, 3);
    QCOMPARE(done.left, 2);
    QVERIFY(done.why.find("weather") != std::string::npos);
    QCOMPARE(world.figures().helps, 2);  // good and late; the first is withdrawn
    QCOMPARE(heldAs(world, future.id), std::string{"revoked"});
    QCOMPARE(tryRelease(world, {unknown.id}, asTopic("loan")), QString{});
    QVERIFY(tryRelease(world, {future.id}).contains("future-schema"));
    expectProved(world);
  }

  void aGroup_isReleasedWhole_howeverLargeItIs() {
    HubWorld world;
    EntryMaker maker;
    std::vector<Entry> entries;
    for (int i = 0; i < 1203; ++i) entries.push_back(maker.help(i % 3 == 1 ? "snow" : "weather"));
    world.push(entries);
    const GroupRelease snow = releaseAll(world, {"unknown-topic", "snow"}, asTopic("loan"));
    QCOMPARE(snow.released, 401);
    QCOMPARE(snow.left, 0);
    QCOMPARE(helpsOf(world, "loan"), 401);
    QCOMPARE(releaseAll(world, {"unknown-topic", "snow"}, asTopic("loan")).released, 0);
    const GroupRelease none = releaseAll(world, {"unknown-topic", {}});
    QCOMPARE(none.released, 0);
    QCOMPARE(none.left, 802);
    addTopic(world, "weather");
    QCOMPARE(releaseAll(world, {"unknown-topic", {}}).released, 802);
    QCOMPARE(world.figures().helps, 1203);
    QCOMPARE(world.recountNow().held, 0);
    expectProved(world);
  }

  void inAnyOrderOfArrivalAndRelease_theCubeIsTheSame_andProved() {
    EntryMaker maker;
    const Entry help = maker.help("weather");
    Fields second = help.fields;
    second.people = 7;
    const Entry held_amend = maker.amend(help, 2, second);
    Fields first = help.fields;
    first.topic = "mitid-help";
    const Entry amend = maker.amend(help, 1, first);
    const Entry gone = maker.help("weather");
    const Entry withdrawal = maker.withdraw(gone, 1);
    Entry referral = maker.referral(help, "moon-office");
    referral.fields.topic = "loan";
    std::vector<Entry> entries = {help, held_amend, amend, gone, withdrawal, referral};
    const Decision decision{"loan", {}, "citizen_service", {}};
    std::mt19937 order{11};
    for (int round = 0; round < 40; ++round) {
      HubWorld world;
      std::shuffle(entries.begin(), entries.end(), order);
      std::vector<Id> waiting;
      for (const Entry& entry : entries) {
        world.push({entry});
        if (!heldAs(world, entry.id).empty()) waiting.push_back(entry.id);
        while (!waiting.empty() && order() % 2 == 0) {
          const std::size_t which = order() % waiting.size();
          QCOMPARE(tryRelease(world, {waiting[which]}, decision), QString{});
          waiting.erase(waiting.begin() + static_cast<std::ptrdiff_t>(which));
          expectProved(world);
        }
      }
      QCOMPARE(tryRelease(world, {waiting.begin(), waiting.end()}, decision), QString{});
      QCOMPARE(world.figures().helps, 1);
      QCOMPARE(world.figures().people, 7);
      QCOMPARE(helpsOf(world, "loan"), 1);
      QCOMPARE(world.figures().referrals, 1);
      expectProved(world);
    }
  }

  void aReleaseThatFails_leavesNothing() {
    HubWorld world;
    EntryMaker maker;
    const Entry help = maker.help("weather");
    world.push({help});
    const Status status = world.storage->write([&](WriteTx& tx) -> Status {
      const Status done = release(tx, {help.id}, asTopic("loan"), world.clock.now(), world.random);
      if (!done) return done;
      return Error{ErrorCode::Storage, "planted", "fault"};
    });
    QVERIFY(!status);
    QCOMPARE(heldAs(world, help.id), std::string{"unknown-topic"});
    QCOMPARE(world.figures().helps, 0);
    expectProved(world);
  }

  void anUpgradedHub_countsWhatItNowUnderstands_andOnlyThat() {
    HubWorld world;
    EntryMaker maker;
    const auto future = [](Entry entry) {
      entry.version = kEntryVersion + 1;
      return entry;
    };
    const Entry before = maker.help();
    world.push({before});
    const Entry help = future(maker.help("loan"));
    Fields changed = before.fields;
    changed.people = 4;
    const Entry amend = future(maker.amend(before, 1, changed));
    const Entry unknown = future(maker.help("weather"));
    Entry invalid = future(maker.help());
    invalid.fields.people = 0;
    Entry farther = maker.help();
    farther.version = kEntryVersion + 2;
    world.push({help, amend, unknown, invalid, farther});
    QCOMPARE(reconsiderNow(world), 0);
    QCOMPARE(world.figures().helps, 1);
    world.plant(R"(UPDATE entry SET body = replace(body, '"v":3', '"v":1'))");  // the upgrade
    QCOMPARE(reconsiderNow(world), 4);
    QCOMPARE(reconsiderNow(world), 0);
    QCOMPARE(world.figures().helps, 2);
    QCOMPARE(world.figures().people, 5);
    QCOMPARE(heldAs(world, unknown.id), std::string{"unknown-topic"});
    QCOMPARE(heldAs(world, invalid.id), std::string{"invalid-fields"});
    QCOMPARE(heldAs(world, farther.id), std::string{"future-schema"});
    QCOMPARE(keptEntry(world, help.id).release->reason, std::string{"future-schema"});
    expectProved(world);
    world.push({maker.withdraw(help, 1), maker.withdraw(before, 2)});
    QCOMPARE(world.figures().helps, 0);
    expectProved(world);
  }

  void command_releases_whileTheHubWorks_andTabletsSeeIt() {
    HubProcess hub;
    hub.start();
    const Folder dir;
    const QString tablet = dir.path("tablet");
    hub.enrol(tablet);
    const QStringList headers{"Authorization: Bearer " + tokenOf(tablet), kJson};
    EntryMaker maker;
    const Entry one = maker.help("weather");
    Entry other = maker.help("loan");
    other.fields.branch = "moon";
    Entry late = maker.help("loan");
    late.at = fromMs(1'000'000);
    QByteArray body = pushOf({one, other, late, maker.help("snow"), maker.help("hail")});
    QCOMPARE(request("POST", hub.url() + "/v1/sync", body, headers).status, 200);
    QCOMPARE(cli(tablet, {"sync"}).exitCode, 0);
    const QString id = QString::fromStdString(toString(one.id));
    QVERIFY(hub.command({"held"}).out.contains(id));

    QCOMPARE(hub.command({"held", "release", id}).exitCode, 1);
    QCOMPARE(hub.command({"held", "release", id, "--topic", "loan"}).exitCode, 0);
    QCOMPARE(hub.command({"branch", "add", "moon", "Månen"}).exitCode, 0);
    QCOMPARE(hub.command({"held", "release", "--reason", "unknown-branch"}).exitCode, 0);
    const QString when = QString::fromStdString(toString(toLocal(one.at)));
    QCOMPARE(hub.command({"held", "release", "--reason", "absurd-time", "--time", when}).exitCode,
             0);
    const Ran some = hub.command(
        {"held", "release", "--reason", "unknown-topic", "--code", "snow", "--topic", "print"});
    QCOMPARE(some.out.trimmed(), QString{"1 released"});
    const Ran none = hub.command({"held", "release", "--reason", "unknown-topic"});
    QCOMPARE(none.exitCode, 1);
    QVERIFY2(none.err.contains("1 still held"), qPrintable(none.err));
    QCOMPARE(hub.command({"held", "release"}).exitCode, 1);
    QCOMPARE(hub.command({"held", "release", "x"}).exitCode, 1);
    QCOMPARE(hub.command({"held", "release", "--reason", "erased"}).exitCode, 1);
    QCOMPARE(hub.command({"held", "release", id, "--topic", "loan"}).exitCode, 1);
    QCOMPARE(hub.command({"held", "release", "--reason", "clock", "--time", "noon"}).exitCode, 1);

    QCOMPARE(cli(tablet, {"sync"}).exitCode, 0);
    const QString day = when.left(10);
    const QJsonObject seen = cliFigures(tablet, {"--shared", "--from", day, "--to", day});
    QCOMPARE(tableOf(seen, "by_topic", {"topic", "unit"}),
             (std::map<QString, qint64>{{"loan/library", 3}, {"print/library", 1}}));
    QCOMPARE(hub.command({"recount"}).exitCode, 0);
    hub.stop();
    QCOMPARE(hub.command({"recount"}).exitCode, 0);
  }

  void aHub_looksAgainAtFutureEntries_whenItStarts() {
    HubProcess hub;
    hub.start();
    const Folder dir;
    hub.enrol(dir.path("tablet"));
    EntryMaker maker;
    Entry future = maker.help("loan");
    future.version = kEntryVersion + 1;
    QCOMPARE(request("POST", hub.url() + "/v1/sync", pushOf({future}),
                     {"Authorization: Bearer " + tokenOf(dir.path("tablet")), kJson})
                 .status,
             200);
    hub.stop();
    QCOMPARE(runProgram("sqlite3", {hub.folder() + "/hub.db",
                                    R"(UPDATE entry SET body = replace(body, '"v":3', '"v":1'))"})
                 .exitCode,
             0);
    hub.start();
    QCOMPARE(hub.number("SELECT n FROM cell WHERE item='loan'"), 1);
    QCOMPARE(hub.command({"recount"}).exitCode, 0);
  }
};

QTEST_GUILESS_MAIN(TstRelease)
#include "tst_release.moc"
