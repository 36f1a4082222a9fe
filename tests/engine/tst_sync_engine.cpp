// Goal: the tablet sends everything once, believes only its own hub, waits politely, and never
// drops what waits.
// Method: the real engine and store against a scripted hub; the clock is the test's.
#include "platform/gzip.h"
#include "sync/engine/recorder.h"
#include "sync/engine/sync_engine.h"
#include "tests/support/file_size_limit.h"
#include "tests/support/tablet_world.h"

#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>
#include <deque>
#include <nlohmann/json.hpp>

using namespace vejviser;
using namespace vejviser::engine;
using nlohmann::json;
using platform::HttpRequest;
using platform::HttpResponse;

namespace {

using test::MemorySecrets;
using test::RoomyDisk;

using Script = std::function<Result<HttpResponse>(const json&, const HttpRequest&)>;

bool isPacked(const HttpRequest& request) {
  return std::count(request.headers.begin(), request.headers.end(), "Content-Encoding: gzip") > 0;
}

class ScriptedHttp final : public platform::HttpClient {
 public:
  Result<HttpResponse> send(const HttpRequest& request) override {
    requests.push_back(request);
    const bool packed = isPacked(request);
    const std::string text =
        packed ? platform::gunzip(request.body, 10'000'000).value() : request.body;
    bodies.push_back(text.empty() ? json::object() : json::parse(text));
    return script(bodies.back(), request);
  }
  void cancel() override {}

  Script script;
  std::vector<HttpRequest> requests;
  std::vector<json> bodies;
};

class Switch final : public platform::Connectivity {
 public:
  bool canReach(const std::string&) const override { return up; }
  bool up = true;
};

/// A tablet of the test's own, enrolled with a hub that the test plays.
struct World {
  World() : ids(clock, random) {
    auto opened = store::TabletStore::open(dir.path().toStdString(), random);
    if (!opened) qFatal("%s", opened.error().text().c_str());
    tablet = std::move(*opened);
    hub = newRandomId(random);
    const Id device = newRandomId(random);
    if (!Tokens{secrets}.start(device, "token")) qFatal("no token");
    const store::Enrolment enrolment{"http://127.0.0.1:1", hub, device, "T"};
    if (!tablet->enrol(enrolment, {}, clock.now())) qFatal("not enrolled");
    exchange = std::make_unique<Exchange>(*tablet, secrets, disk, clock);
    sync = std::make_unique<SyncEngine>(*tablet, *exchange, disk, network, clock, random);
    recorder = std::make_unique<Recorder>(*tablet, disk, clock, ids, random);
    recorder->onRecorded([this] { sync->recorded(); });
    http.script = [this](const json& body, const HttpRequest&) { return good(body); };
  }

  /// The answer of a hub that takes everything.
  HttpResponse good(const json& body, const json& change = json::object()) {
    json answer = {{"hub", toString(hub)},
                   {"base", body["stamp"]},
                   {"stamp", "s" + std::to_string(++stamps)},
                   {"now", toMs(clock.now())},
                   {"ack", json::array()},
                   {"rows", json::array()},
                   {"more", false},
                   {"pace", 60},
                   {"keep", 35},
                   {"fork", false},
                   {"upgrade", false}};
    for (const json& entry : body["entries"]) {
      answer["ack"].push_back({entry["id"], "ok"});
      ++taken[entry["id"]];
    }
    answer.update(change);
    return {200, "application/json", {}, answer.dump()};
  }

  HttpResponse problem(int status, const std::string& type, const json& body) const {
    wire::Problem problem{status, type, "title", "detail", hub, {}};
    if (const auto it = body.find("stamp"); it != body.end() && it->is_string()) problem.base = *it;
    return {status, "application/problem+json", {}, wire::encode(problem)};
  }

  Id help(const std::string& topic = "loan") {
    Fields fields;
    fields.topic = topic;
    return recorder->help(fields).value();
  }

  /// Lets time pass until the engine wants its turn, and gives it.
  void nextTurn() {
    clock.advance(sync->untilTurn());
    turn();
  }
  void turn() {
    if (const auto request = sync->turn()) sync->answered(http.send(*request));
  }

  std::int64_t waiting() const { return tablet->queries().waiting(); }

  QTemporaryDir dir;
  test::FixedClock clock;
  test::SeededRandom random;
  IdSource ids;
  ScriptedHttp http;
  MemorySecrets secrets;
  RoomyDisk disk;
  Switch network;
  Id hub;
  std::unique_ptr<store::TabletStore> tablet;
  std::unique_ptr<Exchange> exchange;
  std::unique_ptr<SyncEngine> sync;
  std::unique_ptr<Recorder> recorder;
  std::map<std::string, int> taken;
  int stamps = 0;
};

}  // namespace

class TstSyncEngine : public QObject {
  Q_OBJECT

 private slots:
  void help_isSentWithinSeconds_andOnce() {
    World world;
    world.nextTurn();  // the first, spread after the start
    world.help();
    QVERIFY(world.sync->untilTurn() <= std::chrono::seconds{2});
    world.nextTurn();
    QCOMPARE(world.waiting(), 0);
    QCOMPARE(world.taken.size(), 1U);
    world.nextTurn();
    QVERIFY(world.http.bodies.back()["entries"].empty());
  }

  void request_carriesTokenStampClockAndQueue() {
    World world;
    world.help();
    world.nextTurn();
    world.help();
    world.nextTurn();
    const json& body = world.http.bodies.back();
    QCOMPARE(world.http.requests.back().headers.back(), std::string{"Authorization: Bearer token"});
    QVERIFY(body["stamp"] == json("s1"));
    QVERIFY(body["pending"] == json(1));
    QVERIFY(body["clock"]["boot"] == json("0badcafe"));
    QVERIFY(body["schema"] == json(1));
  }

  void afterAnAnswer_theNextComesAtTheHubsPace() {
    World world;
    world.http.script = [&](const json& body, const HttpRequest&) {
      return world.good(body, {{"pace", 123}});
    };
    world.nextTurn();
    QVERIFY(world.sync->untilTurn() >= std::chrono::seconds{123});
    QVERIFY(world.sync->untilTurn() <= std::chrono::seconds{154});  // a quarter, at random
  }

  void moreThanABatch_goesInSeveralRequestsAtOnce() {
    World world;
    for (int i = 0; i < 1201; ++i) world.help();
    for (int i = 0; i < 3; ++i) world.nextTurn();
    QCOMPARE(world.waiting(), 0);
    QCOMPARE(world.http.bodies[0]["entries"].size(), 500U);
    QCOMPARE(world.http.bodies[2]["entries"].size(), 201U);
    QCOMPARE(world.taken.size(), 1201U);
  }

  void answersThatAreNotTheHubs_changeNothing_data() {
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("body");
    const QString page = "<html>Log in to the network</html>";
    QTest::newRow("a portal says 200") << 200 << "text/html" << page;
    QTest::newRow("a portal says 200 and json") << 200 << "application/json" << page;
    QTest::newRow("a redirect") << 302 << "text/html" << page;
    QTest::newRow("network log-in required") << 511 << "text/html" << page;
    QTest::newRow("a proxy's 502") << 502 << "text/html" << page;
    QTest::newRow("a proxy's 404") << 404 << "text/html" << page;
    QTest::newRow("somebody's 422") << 422 << "application/problem+json"
                                    << R"({"type":"x"})";
    QTest::newRow("somebody's 401") << 401 << "application/json"
                                    << "{}";
    QTest::newRow("an empty 200") << 200 << "application/json"
                                  << "";
    QTest::newRow("an empty object") << 200 << "application/json"
                                     << "{}";
  }

  void answersThatAreNotTheHubs_changeNothing() {
    QFETCH(int, status);
    QFETCH(QString, type);
    QFETCH(QString, body);
    World world;
    world.help();
    world.http.script = [&](const json&, const HttpRequest&) {
      return HttpResponse{status, type.toStdString(), {}, body.toStdString()};
    };
    world.nextTurn();
    QCOMPARE(world.waiting(), 1);
    QVERIFY(!world.tablet->stamp());
    QCOMPARE(world.sync->status().trouble, Trouble::NotTheHub);
    QCOMPARE(world.sync->status().phase, Phase::Idle);
    world.http.script = [&](const json& b, const HttpRequest&) { return world.good(b); };
    world.nextTurn();
    QCOMPARE(world.waiting(), 0);
    QCOMPARE(world.sync->status().trouble, Trouble::None);
  }

  void anAnswerOfAnotherHub_isNotBelieved() {
    World world;
    world.help();
    world.http.script = [&](const json& body, const HttpRequest&) {
      return world.good(body, {{"hub", toString(newRandomId(world.random))}});
    };
    world.nextTurn();
    QCOMPARE(world.waiting(), 1);
  }

  void anOldAnswer_isNotBelieved() {
    World world;
    world.help();
    world.nextTurn();
    world.help();
    world.http.script = [&](const json& body, const HttpRequest&) {
      return world.good(body, {{"base", nullptr}});  // an answer to the first request
    };
    world.nextTurn();
    QCOMPARE(world.waiting(), 1);
    QCOMPARE(world.tablet->stamp(), std::optional<std::string>{"s1"});
  }

  void anEntryTheHubDoesNotList_isSentAgain() {
    World world;
    world.help();
    world.help();
    world.http.script = [&](const json& body, const HttpRequest&) {
      const json ack = json::array({body["entries"][1]["id"], "ok"});
      return world.good(body, {{"ack", json::array({ack})}});
    };
    world.nextTurn();
    QCOMPARE(world.waiting(), 1);
    world.http.script = [&](const json& b, const HttpRequest&) { return world.good(b); };
    world.nextTurn();
    QCOMPARE(world.waiting(), 0);
  }

  void aHubThatTakesNothing_isNotAskedInARing() {
    World world;
    world.help();
    world.http.script = [&](const json& body, const HttpRequest&) {
      return world.good(body, {{"ack", json::array()}});
    };
    world.nextTurn();
    QCOMPARE(world.sync->status().trouble, Trouble::HubFailed);
    QCOMPARE(world.waiting(), 1);
  }

  void lostAnswers_backOffUpToAQuarterOfAnHour_andThenGo() {
    World world;
    world.help();
    world.http.script = [](const json&, const HttpRequest&) {
      return Result<HttpResponse>{Error{ErrorCode::InDoubt, "hub", "cut"}};
    };
    milliseconds longest{};
    for (int i = 0; i < 40; ++i) {
      world.nextTurn();
      longest = std::max(longest, world.sync->untilTurn());
      QVERIFY(world.sync->untilTurn() <= std::chrono::minutes{15});
    }
    QVERIFY(longest > std::chrono::minutes{5});
    QCOMPARE(world.waiting(), 1);
    QVERIFY(world.sync->status().troubleSince);
    world.sync->asked();
    QCOMPARE(world.sync->untilTurn().count(), 0);
  }

  void helpsDuringTrouble_doNotShortenTheWait() {
    World world;
    world.http.script = [](const json&, const HttpRequest&) {
      return Result<HttpResponse>{Error{ErrorCode::Offline, "hub", "refused"}};
    };
    for (int i = 0; i < 12; ++i) world.nextTurn();
    const milliseconds wait = world.sync->untilTurn();
    world.help();
    QCOMPARE(world.sync->untilTurn(), wait);
  }

  void oneBadEntry_goesToQuarantine_theOthersGoOn() {
    World world;
    std::string bad;
    for (int i = 0; i < 100; ++i) {
      const Id id = world.help();
      if (i == 37) bad = toString(id);
    }
    world.http.script = [&](const json& body, const HttpRequest&) -> Result<HttpResponse> {
      for (const json& entry : body["entries"]) {
        if (entry["id"] == bad) return world.problem(422, "unreadable", body);
      }
      return world.good(body);
    };
    for (int i = 0; i < 40; ++i) world.nextTurn();
    QCOMPARE(world.waiting(), 0);
    QCOMPARE(world.tablet->queries().counts().quarantined, 1);
    QCOMPARE(world.taken.size(), 99U);
    QVERIFY(world.tablet->queries().quarantined(10)[0].body.find(bad) != std::string::npos);
  }

  void aHubThatTakesNoEntry_isNotAskedHot_andGetsThemWhenMended() {
    World world;
    for (int i = 0; i < 6; ++i) world.help();
    bool mended = false;
    world.http.script = [&](const json& body, const HttpRequest&) -> Result<HttpResponse> {
      if (mended || body["entries"].empty()) return world.good(body);
      return world.problem(422, "unreadable", body);
    };
    const milliseconds before = world.clock.sinceBoot();
    for (int i = 0; i < 60 && world.waiting() > 0; ++i) world.nextTurn();
    QCOMPARE(world.tablet->queries().counts().quarantined, 6);
    QVERIFY(world.clock.sinceBoot() - before > std::chrono::seconds{5});
    mended = true;
    world.sync->asked();  // a person presses "send now"
    for (int i = 0; i < 60 && world.waiting() > 0; ++i) world.nextTurn();
    QCOMPARE(world.taken.size(), 6U);
    QCOMPARE(world.tablet->queries().counts().quarantined, 0);
  }

  void oneEntryAskedFor_isSentAgain_theOthersStayInQuarantine() {
    World world;
    std::vector<Id> ids;
    for (int i = 0; i < 3; ++i) ids.push_back(world.help());
    bool mended = false;
    world.http.script = [&](const json& body, const HttpRequest&) -> Result<HttpResponse> {
      if (mended || body["entries"].empty()) return world.good(body);
      return world.problem(422, "unreadable", body);
    };
    for (int i = 0; i < 60 && world.waiting() > 0; ++i) world.nextTurn();
    QCOMPARE(world.tablet->queries().counts().quarantined, 3);
    mended = true;
    world.sync->asked(ids[1]);
    QCOMPARE(world.sync->untilTurn().count(), 0);
    world.nextTurn();
    QCOMPARE(world.taken.size(), 1U);
    QVERIFY(world.taken.contains(toString(ids[1])));
    QCOMPARE(world.tablet->queries().counts().quarantined, 2);
  }

  void aHubThatWantsPlain_whatIsPlainAlready_isNotAskedHot() {
    World world;
    world.help();
    int asked = 0;
    world.http.script = [&](const json& body, const HttpRequest&) -> Result<HttpResponse> {
      ++asked;
      return world.problem(415, "encoding", body);
    };
    world.nextTurn();
    while (world.sync->untilTurn().count() == 0) world.nextTurn();
    QCOMPARE(asked, 2);
    QCOMPARE(world.sync->status().trouble, Trouble::HubFailed);
  }

  void oneEntryTheHubFailsOn_isParked_theOthersGoOn_itIsTriedAgain() {
    World world;
    std::string bad;
    for (int i = 0; i < 20; ++i) {
      const Id id = world.help();
      if (i == 3) bad = toString(id);
    }
    bool mended = false;
    world.http.script = [&](const json& body, const HttpRequest&) -> Result<HttpResponse> {
      for (const json& entry : body["entries"]) {
        if (entry["id"] == bad && !mended) return world.problem(500, "internal", body);
      }
      return world.good(body);
    };
    for (int i = 0; i < 60 && world.taken.size() < 19; ++i) world.nextTurn();
    QCOMPARE(world.taken.size(), 19U);
    QCOMPARE(world.waiting(), 1);
    mended = true;
    for (int i = 0; i < 200 && world.waiting() > 0; ++i) world.nextTurn();
    QCOMPARE(world.waiting(), 0);
    QCOMPARE(world.tablet->queries().counts().quarantined, 0);
  }

  void anotherTimeline_sendsEverythingAgain_andPullsFromZero() {
    World world;
    world.help();
    world.nextTurn();
    QCOMPARE(world.waiting(), 0);
    world.http.script = [&](const json& body, const HttpRequest&) -> Result<HttpResponse> {
      return body["stamp"].is_null() ? Result<HttpResponse>{world.good(body)}
                                     : world.problem(409, "timeline", body);
    };
    world.nextTurn();
    QCOMPARE(world.waiting(), 1);
    QVERIFY(!world.tablet->stamp());
    world.nextTurn();
    QCOMPARE(world.waiting(), 0);
    QCOMPARE(world.taken.begin()->second, 2);
  }

  void aDeniedTablet_stopsAndKeepsEverything_untilAPersonActs() {
    World world;
    world.help();
    world.http.script = [&](const json& body, const HttpRequest&) {
      return world.problem(401, "unknown-tablet", body);
    };
    world.nextTurn();
    QCOMPARE(world.sync->status().phase, Phase::Refused);
    QCOMPARE(world.sync->status().trouble, Trouble::Denied);
    const std::size_t asked = world.http.requests.size();
    world.help();
    world.clock.advance(std::chrono::hours{24});
    world.turn();
    QCOMPARE(world.http.requests.size(), asked);
    QCOMPARE(world.waiting(), 2);
    world.http.script = [&](const json& b, const HttpRequest&) { return world.good(b); };
    world.sync->asked();
    world.nextTurn();
    QCOMPARE(world.waiting(), 0);
  }

  void aBusyHub_isLeftAloneAsLongAsItSaid() {
    World world;
    world.help();
    world.http.script = [&](const json& body, const HttpRequest&) {
      HttpResponse response = world.problem(503, "unavailable", body);
      response.retryAfter = std::chrono::seconds{77};
      return response;
    };
    world.nextTurn();
    QVERIFY(world.sync->untilTurn() >= std::chrono::seconds{77});
    QCOMPARE(world.sync->status().trouble, Trouble::HubBusy);
  }

  void aHubThatWantsNoGzip_getsPlainText() {
    World world;
    world.help();
    world.http.script = [&](const json& body, const HttpRequest& request) -> Result<HttpResponse> {
      if (isPacked(request)) return world.problem(415, "encoding", body);
      return world.good(body);
    };
    world.nextTurn();
    world.nextTurn();
    QCOMPARE(world.waiting(), 0);
  }

  void withoutNetwork_nothingIsTried_andThenItGoes() {
    World world;
    world.network.up = false;
    world.help();
    for (int i = 0; i < 5; ++i) world.nextTurn();
    QVERIFY(world.http.requests.empty());
    QCOMPARE(world.sync->status().phase, Phase::NoNetwork);
    QCOMPARE(world.sync->status().trouble, Trouble::NoNetwork);
    world.network.up = true;
    for (int i = 0; i < 3; ++i) world.nextTurn();
    QCOMPARE(world.waiting(), 0);
  }

  void aMovedDatabase_withoutItsToken_asksForEnrolment_andKeepsTheQueue() {
    World world;
    world.help();
    Tokens{world.secrets}.forget(world.tablet->enrolment()->device);
    world.nextTurn();
    QVERIFY(world.http.requests.empty());
    QCOMPARE(world.sync->status().trouble, Trouble::TokenMissing);
    QCOMPARE(world.waiting(), 1);
  }

  void idle_itWaitsForNewsAtTheHub_insteadOfAsking() {
    World world;
    world.nextTurn();
    world.clock.advance(world.sync->untilTurn());
    const auto poll = world.sync->turn();
    QVERIFY(poll && world.sync->polling());
    QVERIFY(poll->patience > std::chrono::minutes{1});
    QVERIFY(world.sync->settled());
    world.sync->answered(world.http.send(*poll));
    QVERIFY(world.http.bodies.back()["wait"] == json(poll->patience.count()));
    QVERIFY(world.sync->untilTurn() >= std::chrono::seconds{60});
  }

  void aHelp_cutsThePollShort_andIsSentWithinSeconds() {
    World world;
    world.nextTurn();
    world.clock.advance(world.sync->untilTurn());
    QVERIFY(world.sync->turn());
    world.help();
    QVERIFY(world.sync->polling());
    world.sync->cutShort();
    QVERIFY(world.sync->untilTurn() <= std::chrono::seconds{2});
    world.nextTurn();
    QCOMPARE(world.waiting(), 0);
    QVERIFY(!world.http.bodies.back().contains("wait"));
  }

  void aWayThatBearsNoLongWaits_isAskedPlainly_andIsNoTrouble() {
    World world;
    world.http.script = [&](const json& body, const HttpRequest&) -> Result<HttpResponse> {
      if (body.contains("wait")) return Error{ErrorCode::InDoubt, "hub", "cut by a proxy"};
      return world.good(body);
    };
    world.nextTurn();
    world.nextTurn();
    QVERIFY(world.http.bodies.back().contains("wait"));
    QCOMPARE(world.sync->untilTurn().count(), 0);
    QCOMPARE(world.sync->status().trouble, Trouble::None);
    for (int i = 0; i < 10; ++i) {
      world.nextTurn();
      QVERIFY(!world.http.bodies.back().contains("wait"));
    }
  }

  void aHubThatIsAway_isNotTakenForAWayThatBearsNoLongWaits() {
    World world;
    bool away = false;
    world.http.script = [&](const json& body, const HttpRequest&) -> Result<HttpResponse> {
      if (away) return Error{ErrorCode::Offline, "hub", "connection refused"};
      return world.good(body);
    };
    world.nextTurn();
    away = true;
    world.nextTurn();
    QVERIFY(world.http.bodies.back().contains("wait"));
    world.nextTurn();  // plainly, and in vain, too
    away = false;
    world.nextTurn();
    world.nextTurn();
    QVERIFY(world.http.bodies.back().contains("wait"));
  }

  void onANearlyFullDisk_itSendsButFetchesNothing_andSaysSo() {
    World world;
    world.disk.free = 50'000'000;
    world.help();
    world.http.script = [&](const json& body, const HttpRequest&) {
      return world.good(body, {{"more", true}});
    };
    world.nextTurn();
    QCOMPARE(world.waiting(), 0);
    QVERIFY(world.http.bodies.back()["limit"] == json(0));
    QCOMPARE(world.sync->status().trouble, Trouble::NearlyFull);
    QVERIFY(world.sync->untilTurn() > std::chrono::seconds{30});
    world.help();
    QVERIFY(world.sync->untilTurn() <= std::chrono::seconds{2});  // a help is sent as ever
    world.disk.free = 10'000'000'000;
    world.nextTurn();
    QVERIFY(world.http.bodies.back()["limit"] != json(0));
    QCOMPARE(world.sync->status().trouble, Trouble::None);
  }

  void whenTheReserveIsGiven_theHelpIsSaved_andSqlitesLogKeptShort() {
    World world;
    world.help();
    /// A disk that is full until the reserve is given.
    class FullDisk final : public platform::Disk {
     public:
      std::uintmax_t freeBytes() const override { return 0; }
      bool releaseReserve() override { return std::exchange(m_full, nullptr) != nullptr; }
      void keepReserve() override {}

     private:
      std::unique_ptr<test::FileSizeLimit> m_full = std::make_unique<test::FileSizeLimit>(100);
    };
    FullDisk disk;
    Recorder recorder{*world.tablet, disk, world.clock, world.ids, world.random};
    Fields fields;
    fields.topic = "loan";
    for (int i = 0; i < 300; ++i) QVERIFY(recorder.help(fields));
    QVERIFY(!disk.releaseReserve());
    QCOMPARE(world.tablet->queries().counts().entries, 301);
    QVERIFY(QFileInfo{world.dir.filePath("tablet.db-wal")}.size() < 500'000);
  }

  void aClockThatIsWrong_isSeenByTheQuickestAnswer_andTold() {
    World world;
    const auto answerAfter = [&](milliseconds there, milliseconds back) {
      world.http.script = [&world, there, back](const json& body, const HttpRequest&) {
        world.clock.advance(there);
        const std::int64_t hubs = toMs(world.clock.now() + std::chrono::minutes{10});
        world.clock.advance(back);
        return world.good(body, {{"now", hubs}});
      };
      world.sync->asked();
      world.turn();
    };
    answerAfter(milliseconds{9000}, milliseconds{100});
    answerAfter(milliseconds{50}, milliseconds{50});
    answerAfter(milliseconds{100}, milliseconds{7000});
    QCOMPARE(world.sync->status().clockOffset, std::optional<milliseconds>{milliseconds{600'000}});
    world.clock.set(world.clock.now() + std::chrono::minutes{10});  // somebody puts it right
    world.http.script = [&](const json& body, const HttpRequest&) { return world.good(body); };
    world.sync->asked();
    world.turn();
    QCOMPARE(world.sync->status().clockOffset, std::nullopt);
  }

  void anOldToken_isChanged_andTheOldOneStaysInTheSecondSlot() {
    World world;
    const Id device = world.tablet->enrolment()->device;
    world.nextTurn();
    world.clock.advance(std::chrono::days{31});
    world.http.script = [&](const json& body, const HttpRequest& request) -> Result<HttpResponse> {
      if (!request.url.ends_with("/v1/token")) return world.good(body);
      return HttpResponse{
          200, "application/json", {}, wire::encode(wire::TokenAnswer{world.hub, "fresh"})};
    };
    world.nextTurn();
    QVERIFY(world.http.requests.back().url.ends_with("/v1/token"));
    world.nextTurn();
    QCOMPARE(world.http.requests.back().headers.back(), std::string{"Authorization: Bearer fresh"});
    // A hub restored from before the change knows the old one only.
    world.http.script = [&](const json& body, const HttpRequest& request) -> Result<HttpResponse> {
      if (request.headers.back() != "Authorization: Bearer token")
        return world.problem(401, "unknown-tablet", body);
      return world.good(body);
    };
    world.help();
    world.nextTurn();
    QCOMPARE(world.sync->untilTurn().count(), 0);
    world.nextTurn();
    QCOMPARE(world.waiting(), 0);
    QCOMPARE(Tokens{world.secrets}.current(device).value(), std::optional<std::string>{"token"});
  }

  void aTokenThatCannotBeChanged_doesNotStopSync() {
    World world;
    world.nextTurn();
    world.clock.advance(std::chrono::days{31});
    world.http.script = [&](const json& body, const HttpRequest& request) -> Result<HttpResponse> {
      if (request.url.ends_with("/v1/token")) return world.problem(404, "not-found", body);
      return world.good(body);
    };
    world.help();
    for (int i = 0; i < 5 && world.waiting() > 0; ++i) world.nextTurn();
    QCOMPARE(world.waiting(), 0);
  }

  void enrolledAnew_whileTheOldTokensWereTried_itUsesTheNewOne() {
    World world;
    const Id device = world.tablet->enrolment()->device;
    QVERIFY(Tokens{world.secrets}.replace(device, "fresh"));
    world.http.script = [&](const json& body, const HttpRequest& request) -> Result<HttpResponse> {
      if (request.headers.back() == "Authorization: Bearer new") return world.good(body);
      return world.problem(401, "unknown-tablet", body);
    };
    world.help();
    world.nextTurn();  // the other token is the next to be tried
    const Id another = newRandomId(world.random);
    QVERIFY(Tokens{world.secrets}.start(another, "new"));
    const store::Enrolment enrolment{"http://127.0.0.1:1", world.hub, another, "T"};
    QVERIFY(world.tablet->enrol(enrolment, {}, world.clock.now()));
    world.sync->enrolled();
    world.nextTurn();
    QCOMPARE(world.waiting(), 0);
  }

  void aKeyStoreThatIsLocked_isNoMovedCopy() {
    World world;
    world.help();
    world.secrets.locked = true;
    world.nextTurn();
    QCOMPARE(world.sync->status().trouble, Trouble::KeyStore);
    world.secrets.locked = false;
    world.nextTurn();
    QCOMPARE(world.waiting(), 0);
  }

  void aFork_givesTheTabletANewName() {
    World world;
    const std::string before = world.tablet->inst();
    world.help();
    world.http.script = [&](const json& body, const HttpRequest&) {
      return world.good(body, {{"fork", true}});
    };
    world.nextTurn();
    QVERIFY(world.tablet->inst() != before);
    QCOMPARE(world.waiting(), 0);
  }

  void undo_beforeSending_sendsBoth_andCountsNothing() {
    World world;
    const Id id = world.help();
    QVERIFY(world.recorder->withdraw(id));
    QVERIFY(!world.recorder->withdraw(id));
    world.nextTurn();
    QCOMPARE(world.taken.size(), 2U);
    const Day day = toLocal(world.clock.now()).day;
    QCOMPARE(world.tablet->queries().ownFigures({day, day}).helps, 0);
  }

  void refer_makesAReferralAndChangesTheOutcome_andIsWithdrawnWithTheHelp() {
    World world;
    const Id id = world.help();
    QVERIFY(world.recorder->refer(id, {"citizen_service"}));
    const Day day = toLocal(world.clock.now()).day;
    QCOMPARE(world.tablet->queries().ownFigures({day, day}).referrals, 1);
    QCOMPARE(world.tablet->queries().subject(id)->standing.fields.outcome, Outcome::SentOn);
    QVERIFY(world.recorder->withdraw(id));
    const Figures figures = world.tablet->queries().ownFigures({day, day});
    QCOMPARE(figures.helps + figures.referrals, 0);
  }

  void refer_isDoneOnce_alsoOnAnotherDay_andTakenBackWithTheOutcome() {
    World world;
    const Id id = world.help();
    world.clock.advance(std::chrono::hours{24});
    QVERIFY(world.recorder->refer(id, {"citizen_service"}));
    QVERIFY(!world.recorder->refer(id, {"citizen_service"}));
    const Day day = toLocal(world.clock.now()).day;
    const auto referrals = [&] {
      return world.tablet->queries().ownFigures({day - std::chrono::days{2}, day}).referrals;
    };
    QCOMPARE(referrals(), 1);
    QVERIFY(world.recorder->amend(id, [](Fields& fields) { fields.people = 2; }));
    QCOMPARE(referrals(), 1);
    QVERIFY(world.recorder->amend(id, [](Fields& fields) { fields.outcome = Outcome::Guided; }));
    QCOMPARE(referrals(), 0);
    QVERIFY(world.recorder->refer(id, {"citizen_service"}));
    QVERIFY(world.recorder->withdraw(id));
    QCOMPARE(referrals(), 0);
  }

  void recorder_refusesWhatNoEntryMayHold() {
    World world;
    Fields fields;
    fields.topic = "Pas & kort";
    QVERIFY(!world.recorder->help(fields));
    fields.topic = "loan";
    fields.people = 0;
    QVERIFY(!world.recorder->help(fields));
    QVERIFY(!world.recorder->refer(world.help(), {"library"}));
    QCOMPARE(world.tablet->queries().counts().entries, 1);
  }
};

QTEST_APPLESS_MAIN(TstSyncEngine)
#include "tst_sync_engine.moc"
