// Goal: what is erased is gone: from the figures, from every byte of the hub's files, and for good:
// neither a tablet nor a backup brings it back; and nothing else is touched.
// Method: the hub's rules on a real SQLite file; the real program, whose files are searched byte by
// byte.
#include "sync/hub/erase.h"
#include "sync/hub/release.h"
#include "tests/hub/hub_requests.h"
#include "tests/hub/hub_world.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QTest>
#include <algorithm>
#include <numeric>
#include <random>

using namespace vejviser;
using namespace vejviser::hub;
using namespace vejviser::test;

namespace {

constexpr const char* kSecret = "010203-4567 Karen Blixen";

/// An entry as a tablet that knows more may send it: with a member that the hub only keeps.
wire::ReadEntry withSecret(const Entry& entry, const std::string& secret = kSecret) {
  const std::string body = wire::encodeEntry(entry);
  return wire::readEntry("{\"note\":\"" + secret + "\"," + body.substr(1)).value();
}

std::int64_t eraseNow(HubWorld& world, const std::set<Id>& ids) {
  return world.ask([&](WriteTx& tx) { return erase(tx, ids, world.clock.now(), world.random); });
}

KeptEntry keptEntry(HubWorld& world, const Id& id) {
  return world.ask([&](WriteTx& tx) { return tx.entriesWithIds(std::span{&id, 1}); }).at(0);
}

Head headOf(HubWorld& world) {
  return world.ask([](WriteTx& tx) { return tx.head(); });
}

QByteArray contentOf(const QString& path) {
  QFile file{path};
  return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray{};
}

/// The files under a folder that hold these bytes.
QStringList filesWith(const QString& folder, const QByteArray& bytes) {
  QStringList found;
  for (const QString& name : QDir{folder}.entryList(QDir::Files | QDir::Hidden)) {
    if (contentOf(folder + "/" + name).contains(bytes)) found << name;
  }
  return found;
}

/// A hub at work that has taken entries with something to erase.
struct Site {
  Site() {
    hub.start();
    hub.enrol(tablet);
  }

  Answer push(const std::vector<wire::ReadEntry>& entries) const {
    QByteArray bodies;
    for (const wire::ReadEntry& entry : entries) {
      bodies += (bodies.isEmpty() ? "" : ",") + QByteArray::fromStdString(entry.body);
    }
    return request("POST", hub.url() + "/v1/sync", pushOf({}).replace("[]", "[" + bodies + "]"),
                   {"Authorization: Bearer " + tokenOf(tablet), kJson});
  }
  Ran erase(const Entry& entry) const {
    return hub.command({"erase", QString::fromStdString(toString(entry.id))});
  }
  qint64 helps() const { return hub.number("SELECT coalesce(sum(n),0) FROM cell WHERE series=1"); }

  HubProcess hub;
  Folder dir;
  QString tablet = dir.path("tablet");
};

}  // namespace

class TstErase : public QObject {
  Q_OBJECT

 private slots:
  void erase_ofAHelp_takesItsEffect_itsContent_andAllThatIsAboutIt() {
    HubWorld world;
    EntryMaker maker;
    const Entry help = maker.help("loan");
    Fields changed = help.fields;
    changed.people = 4;
    const Entry amend = maker.amend(help, 1, changed);
    const Entry late = maker.amend(help, 2, changed);
    const Entry other = maker.help();
    world.pushRead({withSecret(help), withSecret(amend), asRead(other)});
    QCOMPARE(world.figures().people, 5);
    bool known = false;
    const std::string stamp = world.pullNow({}, 1000, known).stamp;
    QCOMPARE(eraseNow(world, {help.id}), 2);
    QCOMPARE(world.figures().helps, 1);
    QCOMPARE(world.figures().people, 1);
    QVERIFY(!world.pullNow(stamp, 1000, known).rows.empty());  // tablets see it
    QVERIFY(world.isExact());
    for (const Id& id : {help.id, amend.id}) {
      const KeptEntry kept = keptEntry(world, id);
      QCOMPARE(kept.held, std::string{"erased"});
      QVERIFY(kept.body.find("Karen") == std::string::npos);
      QVERIFY(kept.body.find("loan") == std::string::npos);
      QVERIFY(kept.body.find(toString(help.id)) == std::string::npos || id == help.id);
    }
    const auto coverage = world.ask([](WriteTx& tx) { return tx.coverage(Instant{}); });
    QCOMPARE(coverage.held, 0);  // nothing that somebody could do anything about
    QCOMPARE(keptEntry(world, help.id).body,
             R"({"at":)" + std::to_string(toMs(help.at)) +
                 R"(,"boot":"0badcafe","erased":true,"id":")" + toString(help.id) +
                 R"(","inst":"0123456789abcdef","kind":"help","n":1,"up":1000000,"v":1})");
    // What comes later about it is gone before it is there.
    const Custody custody = world.pushRead({withSecret(late), withSecret(help)});
    QCOMPARE(custody.acks[0].held, std::optional<std::string>{"erased"});
    QCOMPARE(custody.acks[1].held, std::optional<std::string>{"erased"});
    QVERIFY(keptEntry(world, late.id).body.find("Karen") == std::string::npos);
    QCOMPARE(world.figures().people, 1);
    QVERIFY(keptEntry(world, other.id).held.empty());
    QVERIFY(world.isExact());
  }

  void erase_ofAnAmend_leavesWhatStoodWithoutIt() {
    HubWorld world;
    EntryMaker maker;
    const Entry help = maker.help("loan");
    Fields changed = help.fields;
    changed.topic = "mitid-help";
    const Entry amend = maker.amend(help, 1, changed);
    world.push({help, amend});
    QCOMPARE(eraseNow(world, {amend.id}), 1);
    QCOMPARE((world.figures().helpsByTopic.at({"loan", Unit::Library})), 1);
    QVERIFY(world.isExact());
  }

  void erase_again_movesNothing() {
    HubWorld world;
    EntryMaker maker;
    const Entry help = maker.help();
    world.push({help});
    eraseNow(world, {help.id});
    const Head head = headOf(world);
    QCOMPARE(eraseNow(world, {help.id}), 0);
    QVERIFY(headOf(world) == head);
  }

  void erase_ofAHeldOrReleasedEntry_takesThatToo() {
    HubWorld world;
    EntryMaker maker;
    const Entry held = maker.help("weather");
    const Entry released = maker.help("snow");
    world.pushRead({withSecret(held), withSecret(released)});
    world.write([&](WriteTx& tx) {
      return release(tx, {released.id}, {"loan", {}, {}, {}}, world.clock.now(), world.random);
    });
    QCOMPARE(world.figures().helps, 1);
    QCOMPARE(eraseNow(world, {held.id, released.id}), 2);
    QCOMPARE(world.figures().helps, 0);
    QVERIFY(!keptEntry(world, released.id).release);
    QVERIFY(world.isExact());
    const Status again = world.storage->write([&](WriteTx& tx) {
      return release(tx, {held.id}, {"loan", {}, {}, {}}, world.clock.now(), world.random);
    });
    QVERIFY(!again);
  }

  void erase_meetsEntriesOfNewerTablets_here_andThatComeLater() {
    HubWorld world;
    EntryMaker maker;
    const Entry help = maker.help();
    Entry future = maker.amend(help, 1, help.fields);
    future.version = kEntryVersion + 1;
    Entry later = maker.amend(help, 2, help.fields);
    later.version = kEntryVersion + 1;
    world.pushRead({asRead(help), withSecret(future)});
    QCOMPARE(eraseNow(world, {help.id}), 2);
    world.pushRead({withSecret(later)});
    for (const Id& id : {future.id, later.id}) {
      QCOMPARE(keptEntry(world, id).held, std::string{"erased"});
      QVERIFY(keptEntry(world, id).body.find("Karen") == std::string::npos);
    }
  }

  void erase_meetsEntriesOfNewerTablets_thatAnOlderHubTook() {
    HubWorld world;
    EntryMaker maker;
    const Entry help = maker.help();
    Entry future = maker.amend(help, 1, help.fields);
    future.version = kEntryVersion + 1;
    world.pushRead({asRead(help), withSecret(future)});
    world.plant("UPDATE entry SET subject = NULL");  // it did not look what they are about
    QCOMPARE(eraseNow(world, {help.id}), 2);
    QCOMPARE(keptEntry(world, future.id).held, std::string{"erased"});
  }

  void erase_beforeItArrives_countsInTheNumbering_andNowhereElse() {
    HubWorld world;
    EntryMaker maker;
    const Entry help = maker.help();
    QCOMPARE(eraseNow(world, {help.id}), 0);
    QCOMPARE(world.pushRead({withSecret(help)}).acks[0].held, std::optional<std::string>{"erased"});
    QVERIFY(keptEntry(world, help.id).body.find("Karen") == std::string::npos);
    QCOMPARE(world.figures().helps, 0);
    QCOMPARE(world.ask([](WriteTx& tx) { return tx.numberings(); }).at(0).arrived, 1);
    QVERIFY(world.isExact());
  }

  void erase_ofAWithdrawal_takesWhatItWithdraws() {
    HubWorld world;
    EntryMaker maker;
    const Entry help = maker.help();
    const Entry gone = maker.withdraw(help, 1);
    world.pushRead({withSecret(help), withSecret(gone)});
    const std::filesystem::path list = world.dir.filePath("list").toStdString();
    QCOMPARE(*eraseForGood(*world.storage, Actor::commandLine(), list, {gone.id}, world.clock,
                           world.random),
             2);
    QCOMPARE(world.figures().helps, 0);
    QVERIFY(contentOf(world.dir.filePath("list")).contains(toString(help.id).c_str()));
    QVERIFY(world.isExact());
  }

  void eraseForGood_listsFirst_andKnowsNoOtherIds() {
    HubWorld world;
    EntryMaker maker;
    const Entry help = maker.help();
    world.push({help});
    const QString list = world.dir.filePath("list");
    const auto run = [&](const QString& file, const std::set<Id>& ids) {
      return eraseForGood(*world.storage, Actor::commandLine(), file.toStdString(), ids,
                          world.clock, world.random);
    };
    QVERIFY(run(list, {help.id, maker.help().id}).error().code == ErrorCode::Invalid);
    QVERIFY(!QFile::exists(list));
    QVERIFY(!run(world.dir.filePath("no/list"), {help.id}));  // no list, no erasure
    QVERIFY(keptEntry(world, help.id).held.empty());
    {
      QFile broken{list};
      QVERIFY(broken.open(QIODevice::WriteOnly));
      broken.write("# a list\nnot an id\n");
    }
    QVERIFY(!run(list, {help.id}));
    QVERIFY(keptEntry(world, help.id).held.empty());
    QVERIFY(QFile::remove(list));
    QVERIFY(run(list, {help.id}));
    QVERIFY(contentOf(list).contains(toString(help.id).c_str()));
    QCOMPARE(QFile::permissions(list) & 0x0077, QFile::Permissions{});
  }

  void replay_erasesWhatIsListed_andListsWhatTheDatabaseKnows() {
    HubWorld world;
    EntryMaker maker;
    const Entry one = maker.help();
    const Entry other = maker.help();
    world.push({one, other});
    const std::filesystem::path list = world.dir.filePath("list").toStdString();
    eraseNow(world, {one.id});
    {
      QFile file{world.dir.filePath("list")};
      QVERIFY(file.open(QIODevice::WriteOnly));
      file.write(QByteArray::fromStdString(toString(other.id)) + "\n");
    }
    QVERIFY(replayErasures(*world.storage, list, world.clock, world.random));
    QCOMPARE(keptEntry(world, other.id).held, std::string{"erased"});
    QVERIFY(contentOf(world.dir.filePath("list")).contains(toString(one.id).c_str()));
    const Head head = headOf(world);
    QVERIFY(replayErasures(*world.storage, list, world.clock, world.random));
    QVERIFY(headOf(world) == head);
    QCOMPARE(world.figures().helps, 0);
  }

  void theBytes_areGone_fromEveryFile_whileTheHubWorks_andAfter() {
    Site site;
    EntryMaker maker;
    std::vector<wire::ReadEntry> entries;
    std::vector<Entry> secrets;
    for (std::size_t i = 0; i < 400; ++i) {
      secrets.push_back(maker.help("loan"));
      const std::string secret = kSecret + std::to_string(i) + std::string(1 + i * 7 % 900, '.');
      entries.push_back(withSecret(secrets.back(), secret));
    }
    QCOMPARE(site.push(entries).status, 200);
    QVERIFY(!filesWith(site.hub.folder(), "Karen Blixen7").isEmpty());
    for (int i : {7, 250, 399})
      QCOMPARE(site.erase(secrets[static_cast<std::size_t>(i)]).exitCode, 0);
    for (const char* gone : {"Karen Blixen7.", "Karen Blixen250.", "Karen Blixen399."}) {
      QCOMPARE(filesWith(site.hub.folder(), gone), QStringList{});
    }
    QVERIFY(!filesWith(site.hub.folder(), "Karen Blixen8.").isEmpty());
    QCOMPARE(site.helps(), 397);
    QCOMPARE(site.hub.command({"recount"}).exitCode, 0);
    QCOMPARE(site.push(entries).status, 200);  // a tablet sends it all again
    site.hub.stop();
    for (const char* gone : {"Karen Blixen7.", "Karen Blixen250.", "Karen Blixen399."}) {
      QCOMPARE(filesWith(site.hub.folder(), gone), QStringList{});
    }
    QCOMPARE(site.helps(), 397);
  }

  void theBytes_areGone_howeverThePagesWereJoinedMeanwhile() {
    if (test::onPostgres()) QSKIP("this is about the bytes of a SQLite file");
    HubWorld world;
    EntryMaker maker;
    std::vector<wire::ReadEntry> entries;
    for (std::size_t i = 0; i < 600; ++i) {
      const std::string secret = kSecret + std::to_string(i) + std::string(1 + i * 7 % 900, '.');
      entries.push_back(withSecret(maker.help(), secret));
      if (entries.size() % 100 == 0) world.pushRead({entries.end() - 100, entries.end()});
    }
    std::vector<std::size_t> order(entries.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::shuffle(order.begin(), order.end(), std::mt19937{5});
    for (std::size_t done = 0; done < 550; done += 50) {
      std::set<Id> ids;
      for (std::size_t i = done; i < done + 50; ++i) ids.insert(entries[order[i]].entry.id);
      QCOMPARE(eraseNow(world, ids), 50);
      QVERIFY(world.storage->scrub());
      const QByteArray bytes = contentOf(world.dir.filePath("hub.db"));
      for (std::size_t i = 0; i < order.size(); ++i) {
        const std::string secret = kSecret + std::to_string(order[i]) + ".";
        QCOMPARE(bytes.contains(secret.c_str()), i >= done + 50);
      }
      QCOMPARE(QFile{world.dir.filePath("hub.db-wal")}.size(), 0);
    }
  }

  void scrub_whileAnotherReads_saysSo() {
    if (test::onPostgres()) QSKIP("this is about the bytes of a SQLite file");
    HubWorld world;
    EntryMaker maker;
    const Entry help = maker.help();
    world.push({help});
    SQLite::Database reader{world.dir.filePath("hub.db").toStdString(), SQLite::OPEN_READONLY};
    reader.exec("BEGIN");
    QCOMPARE(reader.execAndGet("SELECT count(*) FROM entry").getInt(), 1);
    const std::filesystem::path list = world.dir.filePath("list").toStdString();
    const auto first = eraseForGood(*world.storage, Actor::commandLine(), list, {help.id},
                                    world.clock, world.random);
    QVERIFY(!first && first.error().detail.find("try again") != std::string::npos);
    QCOMPARE(keptEntry(world, help.id).held, std::string{"erased"});
    reader.exec("COMMIT");
    QVERIFY(eraseForGood(*world.storage, Actor::commandLine(), list, {help.id}, world.clock,
                         world.random));
  }

  void anErasedRow_thatTwoTabletsImported_staysErased() {
    HubWorld world;
    EntryMaker first{"aaaaaaaaaaaaaaaa", 1};
    EntryMaker second{"bbbbbbbbbbbbbbbb", 2};
    const Entry row = first.help();
    Entry same = second.help();
    same.id = same.subject = row.id;
    world.push({row});
    eraseNow(world, {row.id});
    QCOMPARE(world.push({same}).acks[0].held, std::optional<std::string>{"erased"});
  }

  void command_worksWithoutAHub_andSaysWhatItCannotDo() {
    Site site;
    EntryMaker maker;
    const Entry help = maker.help();
    QCOMPARE(site.push({withSecret(help)}).status, 200);
    QCOMPARE(site.erase(maker.help()).exitCode, 1);
    QCOMPARE(site.hub.command({"erase", "x"}).exitCode, 1);
    QCOMPARE(site.hub.command({"erase"}).exitCode, 2);
    const Ran other = site.hub.command(
        {"--erasures", site.dir.path("list"), "erase", QString::fromStdString(toString(help.id))});
    QCOMPARE(other.exitCode, 1);  // the hub at work has another list
    QCOMPARE(site.helps(), 1);
    site.hub.stop();
    QCOMPARE(site.erase(help).exitCode, 0);
    QCOMPARE(site.helps(), 0);
    QCOMPARE(filesWith(site.hub.folder(), "Karen Blixen"), QStringList{});
  }

  void aRestoredBackup_comesWithoutWhatWasErasedSince() {
    Site site;
    EntryMaker maker;
    const Entry help = maker.help();
    const Entry other = maker.help();
    QCOMPARE(site.push({withSecret(help), withSecret(other, "harmless")}).status, 200);
    const QString backup = site.dir.path("backup.db");
    QCOMPARE(site.hub.command({"backup", backup}).exitCode, 0);
    QVERIFY(contentOf(backup).contains("Karen"));
    QCOMPARE(site.erase(help).exitCode, 0);
    QCOMPARE(site.hub.command({"backup", "--force", site.dir.path("later.db")}).exitCode, 0);
    QVERIFY(!contentOf(site.dir.path("later.db")).contains("Karen"));
    site.hub.stop();
    QCOMPARE(site.hub.command({"restore", backup}).exitCode, 0);
    QCOMPARE(filesWith(site.hub.folder(), "Karen Blixen"), QStringList{});
    QCOMPARE(site.helps(), 1);
    QVERIFY(contentOf(site.hub.folder() + "/hub.db").contains("harmless"));
    site.hub.start();
    const Answer again = site.push({withSecret(help)});
    QCOMPARE(again.json()["ack"].toArray()[0].toArray()[2].toString(), QString{"erased"});
    QCOMPARE(site.hub.command({"recount"}).exitCode, 0);
    site.hub.stop();
    QCOMPARE(filesWith(site.hub.folder(), "Karen Blixen"), QStringList{});
  }

  void aDatabaseThatWasPutBackByHand_isErasedWhenTheHubStarts() {
    Site site;
    EntryMaker maker;
    const Entry help = maker.help();
    QCOMPARE(site.push({withSecret(help)}).status, 200);
    site.hub.stop();
    const QByteArray copy = contentOf(site.hub.folder() + "/hub.db");
    site.hub.start();
    QCOMPARE(site.erase(help).exitCode, 0);
    site.hub.stop();
    {
      QFile file{site.hub.folder() + "/hub.db"};
      QVERIFY(file.open(QIODevice::WriteOnly));
      file.write(copy);
    }
    site.hub.start();
    QCOMPARE(filesWith(site.hub.folder(), "Karen Blixen"), QStringList{});
    QCOMPARE(site.helps(), 0);
    site.hub.stop();
    {
      QFile list{site.hub.folder() + "/erased.txt"};
      QVERIFY(list.open(QIODevice::Append));
      list.write("what is this\n");
    }
    const Ran ran = site.hub.command({"serve", "--listen", "127.0.0.1:0"});
    QCOMPARE(ran.exitCode, 1);  // a list that cannot be read is no reason to bring things back
    QVERIFY2(ran.err.contains("what is this"), qPrintable(ran.err));
  }

  void theList_mayLieElsewhere() {
    Site site;
    EntryMaker maker;
    const Entry help = maker.help();
    QCOMPARE(site.push({withSecret(help)}).status, 200);
    site.hub.stop();
    const QString list = site.dir.path("list");
    const QString id = QString::fromStdString(toString(help.id));
    QCOMPARE(site.hub.command({"--erasures", list, "erase", id}).exitCode, 0);
    QVERIFY(contentOf(list).contains(id.toUtf8()));
    QVERIFY(!QFile::exists(site.hub.folder() + "/erased.txt"));
  }
};

QTEST_GUILESS_MAIN(TstErase)
#include "tst_erase.moc"
