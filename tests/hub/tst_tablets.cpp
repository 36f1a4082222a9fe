// Goal: a tablet that is taken out of use hands over what it holds, counts nothing more and learns
// nothing more; one that is shut out does neither; both come back.
// Method: the hub's rules on a real SQLite file, and the real program asked by real tablets.
#include "src/base/version.h"
#include "sync/hub/prune.h"
#include "sync/hub/stamp.h"
#include "sync/hub/tablets.h"
#include "tests/hub/hub_requests.h"
#include "tests/hub/hub_world.h"

#include <QJsonArray>
#include <QTest>
#include <chrono>

using namespace vejviser;
using namespace vejviser::hub;
using namespace vejviser::test;
using namespace std::chrono_literals;

namespace {

QStringList reasons(const Answer& answer) {
  QStringList all;
  for (const auto& ack : answer.json()["ack"].toArray()) all << ack.toArray().last().toString();
  return all;
}

/// A hub at work with one tablet, "Gulvet", asked in the tablet's name.
struct Site {
  Site() {
    hub.start();
    const Ran ran = cli(tablet, {"enrol", hub.url(), hub.enrolCode("library", "hb", "Gulvet")});
    if (ran.exitCode != 0) qFatal("%s", qPrintable(ran.err));
  }

  QString bearer() const { return "Authorization: Bearer " + tokenOf(tablet); }
  Answer sync(const QByteArray& body) const {
    return request("POST", hub.url() + "/v1/sync", body, {bearer(), kJson});
  }
  QString problem(const Answer& answer) const {
    return QString::number(answer.status) + " " + answer.json()["type"].toString().section(':', -1);
  }
  qint64 cells() const { return hub.number("SELECT coalesce(sum(n), 0) FROM cell WHERE series=1"); }

  HubProcess hub;
  Folder dir;
  QString tablet = dir.path("tablet");
};

}  // namespace

class TstTablets : public QObject {
  Q_OBJECT

 private slots:
  void ingest_ofADrainedTablet_holdsEverything_asRevoked() {
    HubWorld world;
    EntryMaker maker;
    const Entry before = maker.help();
    world.push({before});
    world.device.state = DeviceState::Drained;
    Entry future = maker.help();
    future.version = kEntryVersion + 1;
    const Custody custody = world.push(
        {before, maker.help(), maker.help("weather"), maker.withdraw(before, 1), future});
    QVERIFY(!custody.acks[0].held);  // what was counted stays counted
    for (std::size_t i = 1; i < custody.acks.size(); ++i) {
      QCOMPARE(custody.acks[i].held, std::optional<std::string>{"revoked"});
    }
    QCOMPARE(world.figures().helps, 1);
    QVERIFY(world.isExact());
  }

  void stayPut_readsNoFurther_butKnowsThePresentHead() {
    HubWorld world;
    EntryMaker maker;
    world.push({maker.help()});
    wire::SyncAnswer answer;
    const std::string stamp = encodeStamp({7, {9, 11, 0}});
    world.write([&](WriteTx& tx) { return stayPut(tx, stamp, answer); });
    QCOMPARE(decodeStamp(answer.stamp)->cursor, 7);
    QVERIFY(decodeStamp(answer.stamp)->head.pos != 9);
    world.write([&](WriteTx& tx) { return stayPut(tx, {}, answer); });
    QCOMPARE(decodeStamp(answer.stamp)->cursor, 0);
    bool known = false;
    const auto rows = world.pullNow({}, 1000, known).rows.size();
    QCOMPARE(world.pullNow(answer.stamp, 1000, known).rows.size(), rows);
    QVERIFY(known);
  }

  void stayPut_forgetsNoDeletionThatWasMissed() {
    HubWorld world;
    EntryMaker maker;
    const Entry gone = maker.help();
    world.push({gone});
    bool known = false;
    const std::string stamp = world.pullNow({}, 1000, known).stamp;
    world.push({maker.withdraw(gone, 1)});
    world.clock.advance(kKeep + std::chrono::days{1});
    world.ask([&](WriteTx& tx) { return prune(tx, world.clock.now(), world.random); });
    wire::SyncAnswer answer;
    world.write([&](WriteTx& tx) { return stayPut(tx, stamp, answer); });
    world.pullNow(answer.stamp, 1000, known);
    QVERIFY(!known);
  }

  void tablet_isFoundByNameOrId_andNeverGuessed() {
    HubWorld world;
    const auto add = [&](const char* name) {
      Device device;
      device.id = newRandomId(world.random);
      device.name = name;
      device.token = platform::sha256(toString(device.id));
      world.write([&](WriteTx& tx) { return tx.addDevice(device); });
      return device.id;
    };
    const Id one = add("Gulvet");
    const Id other = add("Skranken");
    const auto find = [&](const std::string& name) {
      std::optional<Result<Device>> found;
      world.read([&](ReadTx& tx) -> Status {
        found = findTablet(tx, name);
        return {};
      });
      return *found;
    };
    QVERIFY(find("Gulvet")->id == one);
    QVERIFY(find(toString(other))->id == other);
    QVERIFY(find("Gulv").error().code == ErrorCode::Invalid);
    add("Gulvet");
    QVERIFY(find("Gulvet").error().code == ErrorCode::Invalid);
    QVERIFY(find(toString(one))->id == one);
  }

  void clockAndVersion_areToldToThoseWhoLookAfterTablets() {
    Site site;
    EntryMaker maker;
    const auto say = [&](std::chrono::seconds off, std::string_view program) {
      const milliseconds at = std::chrono::milliseconds{QDateTime::currentMSecsSinceEpoch()} + off;
      QByteArray body = pushOf({maker.help()});
      body.replace("\"clock\":{\"at\":1795000000000",
                   "\"clock\":{\"at\":" + QByteArray::number(at.count()));
      body.insert(1, "\"program\":\"" + QByteArray::fromStdString(std::string{program}) + "\",");
      const int status = site.sync(body).status;
      return QString::number(status) + " " + site.hub.command({"status"}).out;
    };
    const QString right = say(100s, programVersion());
    QVERIFY2(right.startsWith("200 ") && !right.contains("clock"), qPrintable(right));
    QVERIFY2(!right.contains("older"), qPrintable(right));
    const QString behind = say(-4min - 30s, "0.0.9");
    QVERIFY2(behind.contains("its clock is 4 minutes behind"), qPrintable(behind));
    QVERIFY2(behind.contains("it runs version 0.0.9, older than this hub's"), qPrintable(behind));
    const QString ahead = say(75h, "99.0");
    QVERIFY2(ahead.contains("its clock is 3 days ahead"), qPrintable(ahead));
    QVERIFY2(!ahead.contains("older"), qPrintable(ahead));
    QVERIFY(say(0s, "<b>").startsWith("422 "));
  }

  void drained_handsOverWhatItHolds_andLearnsNothing() {
    Site site;
    EntryMaker maker;
    const QString stamp = site.sync(pushOf({maker.help()})).json()["stamp"].toString();
    EntryMaker other{"00000000000000aa"};
    QCOMPARE(site.sync(pushOf({other.help()})).status, 200);  // something new to learn
    QCOMPARE(site.hub.command({"tablet", "drain", "Gulvet"}).exitCode, 0);

    const Answer late = site.sync(pushOf({maker.help()}, '"' + stamp.toUtf8() + '"'));
    QCOMPARE(late.status, 200);
    QCOMPARE(reasons(late), QStringList{"revoked"});
    const auto stayed = decodeStamp(late.json()["stamp"].toString().toStdString());
    const auto had = decodeStamp(stamp.toStdString());
    QCOMPARE(stayed->cursor, had->cursor);
    QVERIFY(stayed->head.pos > had->head.pos);  // a hub that goes back is noticed
    QCOMPARE(late.json()["rows"].toArray().size(), 0);
    QCOMPARE(late.json()["more"].toBool(), true);  // it must not take what it has for all there is
    QCOMPARE(site.cells(), 2);
    const Answer fresh = site.sync(pushOf({maker.help()}));
    QVERIFY(!fresh.json()["stamp"].toString().isEmpty());
    QCOMPARE(fresh.json()["rows"].toArray().size(), 0);
    QCOMPARE(site.hub.command({"recount"}).exitCode, 0);

    QCOMPARE(site.problem(site.sync(pushOf({}))), QString{"403 drained"});
    QVERIFY(site.sync(pushOf({})).json()["detail"].toString().contains("nothing of it is lost"));
    QCOMPARE(site.problem(request("GET", site.hub.url() + "/v1/statistics", {}, {site.bearer()})),
             QString{"403 drained"});
    QVERIFY(site.hub.command({"status"}).out.contains("taken out of use"));

    QCOMPARE(site.hub.command({"tablet", "allow", "Gulvet"}).exitCode, 0);
    const Answer again = site.sync(pushOf({maker.help()}));
    QCOMPARE(reasons(again), QStringList{"ok"});
    QVERIFY(!again.json()["rows"].toArray().isEmpty());
    QVERIFY(site.hub.command({"status"}).out.contains("in use"));
  }

  void drained_withAStampOfAnotherHistory_handsOverEverythingAgain() {
    Site site;
    QCOMPARE(site.hub.command({"tablet", "drain", "Gulvet"}).exitCode, 0);
    EntryMaker maker;
    QCOMPARE(site.problem(site.sync(pushOf({maker.help()}, '"' + QByteArray(64, 'a') + '"'))),
             QString{"409 timeline"});
  }

  void drained_whileItWaitsForNews_hearsNone() {
    Site site;
    site.hub.enrol(site.dir.path("other"));
    EntryMaker maker;
    const QByteArray stamp = site.sync(pushOf({maker.help()})).json()["stamp"].toString().toUtf8();
    const QByteArray body =
        pushOf({}, '"' + stamp + '"').replace("\"limit\"", "\"wait\":60,\"limit\"");
    QTcpSocket waiting;
    waiting.connectToHost("127.0.0.1", static_cast<quint16>(site.hub.port()));
    QVERIFY(waiting.waitForConnected());
    waiting.write(
        "POST /v1/sync HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
        "Content-Type: application/json\r\n" +
        site.bearer().toUtf8() + "\r\nContent-Length: " + QByteArray::number(body.size()) +
        "\r\n\r\n" + body);
    QVERIFY(waiting.waitForBytesWritten());
    QCOMPARE(site.hub.command({"tablet", "drain", "Gulvet"}).exitCode, 0);
    QCOMPARE(cli(site.dir.path("other"), {"log", "loan"}).exitCode, 0);
    QCOMPARE(cli(site.dir.path("other"), {"sync"}).exitCode, 0);
    QByteArray answer;
    while (waiting.waitForReadyRead(30'000)) answer += waiting.readAll();
    QVERIFY2(answer.startsWith("HTTP/1.1 403"), answer.left(300));
    QVERIFY(answer.contains("drained"));
  }

  void drained_theRealTablet_losesNothing() {
    Site site;
    QCOMPARE(cli(site.tablet, {"log", "loan", "--count", "3"}).exitCode, 0);
    QCOMPARE(site.hub.command({"tablet", "drain", "Gulvet"}).exitCode, 0);
    cli(site.tablet, {"sync"});
    QCOMPARE(site.hub.number("SELECT count(*) FROM entry WHERE held='revoked'"), 3);
    QCOMPARE(site.cells(), 0);
    QCOMPARE(site.hub.number("SELECT waiting FROM device"), 0);
  }

  void blocked_canDoNothing_untilItIsAllowed() {
    Site site;
    const QString id = site.hub.command({"status"}).out.section("tablet  ", 1).left(36);
    QVERIFY(parseId(id.toStdString()));
    QCOMPARE(site.hub.command({"tablet", "block", id}).exitCode, 0);
    EntryMaker maker;
    const QString blocked{"403 blocked"};
    QCOMPARE(site.problem(site.sync(pushOf({maker.help()}))), blocked);
    QCOMPARE(
        site.problem(request("POST", site.hub.url() + "/v1/token", "{}", {site.bearer(), kJson})),
        blocked);
    QCOMPARE(site.problem(request("GET", site.hub.url() + "/v1/statistics", {}, {site.bearer()})),
             blocked);
    QCOMPARE(site.hub.number("SELECT count(*) FROM entry"), 0);
    QVERIFY(site.hub.command({"status"}).out.contains("blocked"));
    site.hub.stop();  // commands work without a hub at work, too
    QCOMPARE(site.hub.command({"tablet", "allow", id}).exitCode, 0);
    site.hub.start();
    QCOMPARE(reasons(site.sync(pushOf({maker.help()}))), QStringList{"ok"});
  }

  void command_forATabletThatIsNotThere_changesNothing() {
    Site site;
    const Ran ran = site.hub.command({"tablet", "drain", "Loftet"});
    QCOMPARE(ran.exitCode, 1);
    QVERIFY2(ran.err.contains("Loftet"), qPrintable(ran.err));
    QCOMPARE(site.hub.command({"tablet", "scrap", "Gulvet"}).exitCode, 2);
    QCOMPARE(site.hub.number("SELECT count(*) FROM device WHERE state=1"), 1);
  }

  void status_tellsCopiedTablets_andRecordsThatNeverArrived() {
    Site site;
    EntryMaker first{"0123456789abcdef", 1};
    EntryMaker copy{"0123456789abcdef", 2};
    first.help();
    QCOMPARE(site.sync(pushOf({first.help(), first.help()})).status, 200);
    QVERIFY(!site.hub.command({"status"}).out.contains("copied"));
    copy.help();
    QVERIFY(site.sync(pushOf({copy.help()})).json()["fork"].toBool());
    QVERIFY(site.hub.command({"status"}).out.contains("it was copied or rolled back"));
    QVERIFY(!site.hub.command({"status"}).out.contains("never arrived"));
    site.hub.stop();
    QCOMPARE(runProgram("sqlite3", {site.hub.folder() + "/hub.db",
                                    "UPDATE numbering SET changed = changed - 86400001"})
                 .exitCode,
             0);
    QVERIFY(site.hub.command({"status"}).out.contains("1 records that never arrived"));
  }

  void prune_isACommand_andTheHubsOwnBusinessAtItsStart() {
    Site site;
    const auto plant = [&] {
      QCOMPARE(runProgram("sqlite3", {site.hub.folder() + "/hub.db",
                                      "INSERT INTO cell VALUES(20000, 1, 'hb', 1, 'loan', 0, 3);"
                                      "UPDATE timeline SET at = 1 WHERE pos >= 3"})
                   .exitCode,
               0);
    };
    site.hub.stop();
    plant();
    const Ran ran = site.hub.command({"prune"});
    QCOMPARE(ran.exitCode, 0);
    QVERIFY2(ran.out.contains("1 empty cells deleted, floor 3"), qPrintable(ran.out));
    plant();
    site.hub.start();
    QCOMPARE(site.hub.number("SELECT count(*) FROM cell"), 0);
    QCOMPARE(site.hub.command({"prune"}).exitCode, 0);
  }
};

QTEST_GUILESS_MAIN(TstTablets)
#include "tst_tablets.moc"
