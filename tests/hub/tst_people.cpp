// Goal: people are who they prove to be for as long as they may be; guessing is slowed down for
// every hub on the database and locks nobody out for long; every administrative act is on record
// and stays there.
// Method: the hub's rules on a real SQLite file with a clock that the test owns; the real program
// for the commands.
#include "platform/sqlite.h"
#include "sync/hub/admin.h"
#include "sync/hub/guess_limiter.h"
#include "sync/hub/sqlite_schema.h"
#include "sync/hub/topics.h"
#include "tests/hub/hub_requests.h"
#include "tests/hub/people_world.h"

#include <QRegularExpression>
#include <QTest>

using namespace vejviser;
using namespace vejviser::hub;
using namespace vejviser::test;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

namespace {

constexpr const char* kPassword = "a long password";
const Actor kSomebody = Actor::user("somebody");

/// Whether it fails, and so; a rule that is broken must fail the test, not end it.
template <class Outcome>
bool failsAs(const Outcome& outcome, ErrorCode code) {
  return !outcome && outcome.error().code == code;
}

QString textOf(const AuditLine& line) {
  return QString::fromStdString(line.who + "|" + line.action + "|" + line.object + "|" +
                                line.change);
}

QStringList textsOf(const std::vector<AuditLine>& lines) {
  QStringList texts;
  for (const AuditLine& line : lines) texts << textOf(line);
  return texts;
}

Answer sent(const HubProcess& hub, const QString& cookie, const QString& path,
            const QByteArray& form) {
  const QByteArray page = request("GET", hub.url() + "/password", {}, {cookie}).body;
  return request("POST", hub.url() + path, form + "&csrf=" + formToken(page),
                 {cookie, "Origin: " + hub.url()});
}

}  // namespace

class TstPeople : public QObject {
  Q_OBJECT

 private slots:
  void session_endsAfterTwelveHours_orTwoIdleOnes() {
    PeopleWorld world;
    const std::string busy = world.hub.people.openSession("reader").value();
    const std::string idle = world.hub.people.openSession("reader").value();
    const auto lasts = [&](const std::string& secret) {
      return world.hub.people.personOf(secret).value().has_value();
    };
    world.clock.advance(hours{2} - seconds{1});
    QVERIFY(lasts(busy));
    world.clock.advance(seconds{2});
    QVERIFY(lasts(busy));
    QVERIFY(!lasts(idle));
    for (int i = 0; i < 9; ++i) {
      world.clock.advance(hours{1});
      QVERIFY(lasts(busy));
    }
    world.clock.advance(minutes{59});
    QVERIFY(lasts(busy));
    world.clock.advance(minutes{1});
    QVERIFY(!lasts(busy));
  }

  void session_endsWithRolePasswordAndRemoval() {
    PeopleWorld world;
    People& people = world.hub.people;
    const auto loggedIn = [&](const char* who) {
      return world.get(who, "/password").status == 200;
    };
    QVERIFY(people.changeOffice(kSomebody, "reader", {UserRole::It, {}}));
    QVERIFY(people.changePassword(kSomebody, "library", "another password"));
    QVERIFY(people.remove(kSomebody, "citizen"));
    for (const char* who : {"reader", "library", "citizen"}) QVERIFY(!loggedIn(who));
    for (const char* who : {"both", "administrator", "it"}) QVERIFY(loggedIn(who));
    QVERIFY(people.changeOffice(kSomebody, "it", {UserRole::It, {}}));  // nothing new
    QVERIFY(loggedIn("it"));
  }

  void ownPassword_isChangedByWhoeverKnowsIt_andOtherSessionsEnd() {
    PeopleWorld world;
    QVERIFY(world.hub.people.changePassword(kSomebody, "reader", kPassword));
    world.secrets["reader"] = world.hub.people.logIn("reader", kPassword).value();
    const std::string other = world.hub.people.openSession("reader").value();
    const std::string next = "next=another+password&again=another+password&current=";
    QCOMPARE(world.send("reader", "/password", next + "wrong").status, 422);
    QVERIFY(world.hub.people.personOf(other).value());
    QCOMPARE(
        world.send("reader", "/password", "next=short&again=short&current=a+long+password").status,
        422);
    const Response done = world.send("reader", "/password", next + "a+long+password");
    QCOMPARE(done.status, 303);
    QVERIFY(!world.hub.people.personOf(other).value());
    QVERIFY(!world.hub.people.logIn("reader", kPassword));
    QVERIFY(world.hub.people.logIn("reader", "another password"));
    QCOMPARE(textOf(world.log().back()), QString{"reader|user-password|reader|"});
  }

  void guessing_isSlowedDownForEveryHubOnTheDatabase() {
    PeopleWorld world;
    QVERIFY(world.hub.people.add(kSomebody, "anna", kPassword, Office{}));
    People another{*world.storage, world.clock, world.random};
    for (int i = 0; i < kFreeGuesses; ++i) {
      QVERIFY(failsAs(world.hub.people.logIn("anna", "wrong"), ErrorCode::Refused));
    }
    QVERIFY(failsAs(another.logIn("anna", kPassword), ErrorCode::Offline));
    QVERIFY(another.logInWait("anna") > seconds{0});
    world.open();  // and for one that starts anew
    world.clock.advance(seconds{3});
    Hub restarted{*world.storage, world.clock, world.random, world.workers, world.hub.info};
    QVERIFY(failsAs(restarted.people.logIn("anna", kPassword), ErrorCode::Offline));
    world.clock.advance(seconds{2});
    QVERIFY(restarted.people.logIn("anna", kPassword));
    QCOMPARE(restarted.people.logInWait("anna"), seconds{0});
  }

  void guessing_locksNobodyOutForLongerThanAQuarterOfAnHour() {
    PeopleWorld world;
    seconds longest{0};
    for (int i = 0; i < 200; ++i) {
      world.write(
          [&](WriteTx& tx) { return noteWrongGuess(tx, "user reader", world.clock.now()); });
      longest = std::max(longest, world.hub.people.logInWait("reader"));
    }
    QCOMPARE(longest, seconds{900});
    world.clock.set(world.clock.now() - hours{5});  // set back: by hand, or by another hub's clock
    QVERIFY(world.hub.people.logInWait("reader") <= seconds{900});
    world.clock.advance(hours{5} + seconds{900});
    QCOMPARE(world.hub.people.logInWait("reader"), seconds{0});
  }

  void newPassword_endsALockOut() {
    PeopleWorld world;
    for (int i = 0; i < 20; ++i) {
      world.write(
          [&](WriteTx& tx) { return noteWrongGuess(tx, "user reader", world.clock.now()); });
    }
    QVERIFY(world.hub.people.logInWait("reader") > seconds{0});
    QVERIFY(world.hub.people.changePassword(kSomebody, "reader", kPassword));
    QVERIFY(world.hub.people.logIn("reader", kPassword));
  }

  void unknownNames_areAnsweredLikeKnownOnes() {
    PeopleWorld world;
    QVERIFY(world.hub.people.add(kSomebody, "anna", kPassword, Office{}));
    for (int i = 0; i < kFreeGuesses + 1; ++i) {
      const Error known = world.hub.people.logIn("anna", "wrong").error();
      const Error unknown = world.hub.people.logIn("nobody", "wrong").error();
      QCOMPARE(known.code, unknown.code);
      QCOMPARE(known.text(), unknown.text());
      QCOMPARE(world.hub.people.logInWait("anna"), world.hub.people.logInWait("nobody"));
    }
  }

  void wrongGuesses_areBounded_andNameNobody() {
    PeopleWorld world;
    world.write([&](WriteTx& tx) -> Status {
      for (int i = 0; i < 60; ++i) {
        const Digest key = platform::sha256(std::to_string(i));
        const Status put = tx.putFailures(key, {1, world.clock.now() + seconds{i}}, {}, 50);
        if (!put) return put;
      }
      return {};
    });
    if (!onPostgres()) {
      SQLite::Database db{world.dir.filePath("hub.db").toStdString(), SQLite::OPEN_READONLY};
      QCOMPARE(db.execAndGet("SELECT count(*) FROM guess").getInt(), 50);
    }
    const auto kept = [&](int i) {
      return world
          .ask([&](WriteTx& tx) { return tx.failures(platform::sha256(std::to_string(i))); })
          .count;
    };
    QCOMPARE(kept(9), 0);  // the oldest ones went
    QCOMPARE(kept(10), 1);
  }

  void rightEnrolmentCode_worksWhileWrongOnesMustWait() {
    PeopleWorld world;
    Accounts another{*world.storage, world.clock, world.random};
    const std::string code =
        world.hub.accounts.newEnrolCode(kSomebody, "Gulvet 1", Unit::Library, "hb").value();
    ErrorCode last = ErrorCode::Storage;
    for (int i = 0; i < 10; ++i) {
      last = world.hub.accounts.enrol("WRONGONE", world.hub.info).error().code;
    }
    QCOMPARE(last, ErrorCode::Offline);
    QVERIFY(another.enrolWait() > seconds{0});
    QVERIFY(another.enrol(code, world.hub.info));
    QCOMPARE(another.enrolWait(), seconds{0});
    QVERIFY(textOf(world.log().back()).startsWith("tablet Gulvet 1|enrol|"));
  }

  void lastAdministrator_staysUnlessForced() {
    PeopleWorld world;
    People& people = world.hub.people;
    const Office it{UserRole::It, {}};
    QCOMPARE(people.remove(kSomebody, "administrator").error().code, ErrorCode::Refused);
    QCOMPARE(people.changeOffice(kSomebody, "administrator", it).error().code, ErrorCode::Refused);
    QCOMPARE(world.send("administrator", "/people", "do=remove&name=administrator").status, 422);
    QCOMPARE(world.log().size(), 0UL);
    QVERIFY(people.changeOffice(kSomebody, "both", {UserRole::Administrator, {}}));
    QVERIFY(people.remove(kSomebody, "administrator"));
    QVERIFY(!people.changeOffice(kSomebody, "both", it));
    QVERIFY(people.changeOffice(kSomebody, "both", it, true));
  }

  void firstUser_isAnAdministrator_othersNeedARole() {
    HubProcess hub;
    QCOMPARE(hub.command({"user", "add", "a"}, "a long password\n").exitCode, 0);
    QCOMPARE(hub.command({"user", "add", "b"}, "a long password\n").exitCode, 1);
    const QStringList add{"user", "add", "b", "--role"};
    QCOMPARE(hub.command(add + QStringList{"boss"}, "a long password\n").exitCode, 1);
    QCOMPARE(
        hub.command(add + QStringList{"it", "--unit", "library"}, "a long password\n").exitCode, 1);
    QCOMPARE(hub.command(add + QStringList{"supervisor", "--unit", "library"}, "a long password\n")
                 .exitCode,
             0);
    QCOMPARE(
        hub.command({"user", "add", "command line", "--role", "it"}, "a long password\n").exitCode,
        1);
    QCOMPARE(hub.command({"user", "list"}).out,
             QString{"a\tadministrator\nb\tsupervisor library\n"});
    QCOMPARE(hub.command({"user", "role", "a", "reader"}).exitCode, 1);
    QCOMPARE(hub.command({"user", "role", "a", "reader", "--force"}).exitCode, 0);
    QCOMPARE(hub.command({"user", "list"}).out, QString{"a\treader\nb\tsupervisor library\n"});
  }

  void peoplePage_tellsANewPasswordOnce() {
    PeopleWorld world;
    const Response added =
        world.send("administrator", "/people", "do=add&name=anna&office=supervisor+library");
    QCOMPARE(added.status, 200);
    static const QRegularExpression kTold{"start-password\">([a-z0-9-]{19})<"};
    const auto told = kTold.match(QString::fromStdString(added.body)).captured(1).toStdString();
    QVERIFY(world.hub.people.logIn("anna", told));
    QCOMPARE(world.hub.people.find("anna").value()->office,
             (Office{UserRole::Supervisor, Unit::Library}));
    QVERIFY(world.get("administrator", "/people").body.find(told) == std::string::npos);
    const Response anew = world.send("administrator", "/people", "do=password&name=anna");
    QVERIFY(kTold.match(QString::fromStdString(anew.body)).hasMatch());
    QVERIFY(!world.hub.people.logIn("anna", told));
    QCOMPARE(world.send("administrator", "/people", "do=add&name=anna&office=it").status, 422);
    QCOMPARE(world.send("administrator", "/people", "do=add&name=bo&office=king").status, 422);
    QCOMPARE(world.send("administrator", "/people", "do=role&name=anna&office=it").status, 303);
    QCOMPARE(world.send("administrator", "/people", "do=remove&name=anna").status, 303);
    QCOMPARE(textsOf(world.log()),
             (QStringList{"administrator|user-add|anna|supervisor library",
                          "administrator|user-password|anna|",
                          "administrator|user-role|anna|supervisor library -> it",
                          "administrator|user-remove|anna|it"}));
  }

  void everyCommand_isOnRecord_withoutSecretsOrTexts() {
    HubProcess hub;
    hub.start();
    hub.command({"user", "add", "leder"}, "a long password\n");
    const QString code = hub.enrolCode("library", "hb", "Gulvet 1");
    const Folder dir;
    QCOMPARE(cli(dir.path("t"), {"enrol", hub.url(), code}).exitCode, 0);
    hub.command({"tablet", "drain", "Gulvet 1"});
    hub.command({"tablet", "drain", "Gulvet 1"});  // changes nothing
    hub.command({"tablet", "block", "nobody's"});  // fails
    hub.command({"branch", "add", "ny", "Ny filial"});
    QFile file{dir.path("roles.csv")};
    QVERIFY(file.open(QIODevice::WriteOnly));
    QFile builtIn{QStringLiteral(VEJVISER_SOURCE "/src/domain/roles.csv")};
    QVERIFY(builtIn.open(QIODevice::ReadOnly));
    file.write(builtIn.readAll());
    file.close();
    QCOMPARE(hub.command({"document", "put", "roles", file.fileName()}).exitCode, 0);
    QCOMPARE(hub.command({"document", "drop", "roles"}).exitCode, 0);
    QCOMPARE(hub.command({"prune"}).exitCode, 0);
    const QString cookie = logIn(hub, "leder", "a+long+password");
    QCOMPARE(sent(hub, cookie, "/tablets", "do=allow&tablet=Gulvet+1").status, 303);
    const QString log = hub.command({"audit"}).out;
    QStringList acts;
    for (const QString& line : log.split('\n', Qt::SkipEmptyParts)) {
      const QStringList parts = line.split('\t');
      QCOMPARE(parts.size(), 5);
      QVERIFY2(parts[0].endsWith('Z') && parts[0].size() == 20, qPrintable(parts[0]));
      acts << parts[1] + "|" + parts[2] + "|" + parts[3].section(' ', 0, 1) + "|" + parts[4];
    }
    const QString enrolled = acts.takeAt(3);
    QVERIFY2(enrolled.startsWith("tablet Gulvet 1|enrol|"), qPrintable(enrolled));
    QCOMPARE(acts, (QStringList{
                       "command line|init|Prøvekøbing Kommune|",
                       "command line|user-add|leder|administrator",
                       "command line|enrol-code|Gulvet 1|library hb",
                       "command line|tablet-drain|Gulvet 1|in use -> taken out of use",
                       "command line|branch-add|ny|Ny filial",
                       "command line|document-put|roles|built in -> own",
                       "command line|document-drop|roles|own -> built in",
                       "command line|prune|0 cells|",
                       "leder|tablet-allow|Gulvet 1|taken out of use -> in use",
                   }));
    QVERIFY(!log.contains("long password") && !log.contains("argon2"));
    QVERIFY(!log.contains(code) && !log.contains(QString{code}.remove('-')));
    const QString page = QString::fromUtf8(request("GET", hub.url() + "/audit", {}, {cookie}).body);
    QVERIFY(page.contains("Tablet taget i brug igen"));
    QCOMPARE(hub.command({"audit", "--since", "2099-01-01"}).out, QString{});
    QCOMPARE(hub.command({"audit", "--since", "2020-01-01"}).out, log);
    QCOMPARE(hub.command({"audit", "--since", "yesterday"}).exitCode, 2);
  }

  void heldEntriesAndErasure_areOnRecordByIdOnly() {
    PeopleWorld world;
    EntryMaker maker;
    Entry first = maker.help("moon");
    world.push({first, maker.help("moon"), maker.help("moon")});
    QCOMPARE(world.send("both", "/held", "which=chosen&topic=loan&id-" + toString(first.id) + "=on")
                 .status,
             303);
    QCOMPARE(
        world.send("both", "/held", "which=all&reason=unknown-topic&code=moon&topic=loan").status,
        303);
    const std::filesystem::path list = world.dir.filePath("erased.txt").toStdString();
    const Desk desk{world.hub.accounts, *world.storage, world.clock, world.random, list};
    QVERIFY(administer(desk, {"erase", {{"ids", toString(first.id)}}}));
    const QString id = QString::fromStdString(toString(first.id));
    QCOMPARE(textsOf(world.log()), (QStringList{"both|held-release|" + id + "|",
                                                "both|held-release|unknown-topic|2 entries",
                                                "command line|erase|" + id + "|"}));
  }

  void act_thatFails_leavesNoLine_andALineThatFailsNoAct() {
    if (onPostgres()) QSKIP("the planted fault is written for SQLite");
    PeopleWorld world;
    const Status status = world.storage->write([&](WriteTx& tx) -> Status {
      if (const Status noted = note(tx, kSomebody, {"user-add", "x"}, world.clock.now()); !noted)
        return noted;
      return Error{ErrorCode::Refused, "x", "failed"};
    });
    QVERIFY(!status);
    QCOMPARE(world.log().size(), 0UL);
    world.plant("CREATE TRIGGER full BEFORE INSERT ON audit BEGIN SELECT RAISE(ABORT,'full'); END");
    Hub hub{*world.storage, world.clock, world.random, world.workers, world.hub.info};
    QVERIFY(!hub.people.changeOffice(kSomebody, "reader", {UserRole::It, {}}));
    QCOMPARE(hub.people.find("reader").value()->office, Office{});
    QVERIFY(!hub.people.add(kSomebody, "anna", kPassword, Office{}));
    QVERIFY(!hub.people.find("anna").value());
    QVERIFY(!hub.people.remove(kSomebody, "reader"));
    QVERIFY(hub.people.find("reader").value());
    QVERIFY(!hub.accounts.newEnrolCode(kSomebody, "T", Unit::Library, "hb"));
    const Topic topic{"waste", "Affald", "Waste", "g"};
    QVERIFY(!addTopic(*world.storage, kSomebody, topic, world.clock, world.random));
  }

  void auditLog_onlyGrows() {
    PeopleWorld world;
    QVERIFY(world.hub.people.remove(kSomebody, "reader"));
    for (const char* sql :
         {"DELETE FROM audit", "UPDATE audit SET who = 'nobody'", "TRUNCATE audit"}) {
      if (onPostgres()) QVERIFY(postgres().attempt(sql).err.contains("neither changed nor"));
    }
    if (onPostgres()) return;
    for (const char* sql : {"DELETE FROM audit", "UPDATE audit SET who = 'nobody'",
                            "INSERT OR REPLACE INTO audit VALUES(1, 1, 'a', 'b', 'c', 'd')"}) {
      SQLite::Database db{world.dir.filePath("hub.db").toStdString(), SQLite::OPEN_READWRITE};
      QVERIFY_EXCEPTION_THROWN(db.exec(sql), SQLite::Exception);
    }
    QCOMPARE(textsOf(world.log()), QStringList{"somebody|user-remove|reader|reader"});
  }

  void auditPage_isRead100LinesAtATime() {
    PeopleWorld world;
    world.write([&](WriteTx& tx) -> Status {
      for (int i = 1; i <= 150; ++i) {
        const Deed deed{"prune", "line-" + std::to_string(i) + "."};
        if (const Status noted = note(tx, kSomebody, deed, world.clock.now()); !noted) return noted;
      }
      return {};
    });
    const auto has = [](const Response& page, int line) {
      return page.body.find("line-" + std::to_string(line) + ".") != std::string::npos;
    };
    const Response newest = world.get("it", "/audit");
    QVERIFY(has(newest, 150) && has(newest, 51) && !has(newest, 50));
    static const QRegularExpression kOlder{"/audit\\?before=(\\d+)\""};
    const auto olderLink = kOlder.match(QString::fromStdString(newest.body));
    QVERIFY(olderLink.hasMatch());
    Request request = world.requestOf("it", "GET", "/audit");
    request.query["before"] = olderLink.captured(1).toStdString();
    const Response older = world.answer(request);
    QVERIFY(has(older, 50) && has(older, 1) && !has(older, 51));
    QVERIFY(older.body.find("before=") == std::string::npos);
    request.query["before"] = "1 OR 1";
    QVERIFY(has(world.answer(request), 150));
  }

  void olderDatabase_keepsItsUsersAsAdministrators() {
    const QTemporaryDir dir;
    const std::filesystem::path file = dir.filePath("hub.db").toStdString();
    {
      const platform::FileKind before{kHubFile.applicationId, kHubFile.migrations.first(3)};
      auto db = platform::openWriter(file, before).value();
      db->exec("INSERT INTO user VALUES('leder', 'hash')");
      db->exec("INSERT INTO session VALUES(x'00', 'leder', 4000000000000)");
    }
    const auto storage = SqliteStorage::open(dir.path().toStdString(), Access::ReadWrite).value();
    const Status read = storage->read([](ReadTx& tx) -> Status {
      const auto users = tx.users();
      if (users->size() != 1 || users->front().name != "leder" ||
          users->front().passwordHash != "hash" ||
          users->front().office != Office{UserRole::Administrator, {}}) {
        return Error{ErrorCode::Invalid, "users", "differ"};
      }
      return {};
    });
    QVERIFY(read);
  }

  void sessionCookie_isBoundToTheHostBehindTls() {
    PeopleWorld world;
    QVERIFY(world.hub.people.changePassword(kSomebody, "reader", kPassword));
    Request request = world.requestOf("nobody", "POST", "/login");
    request.body = "name=reader&password=a+long+password";
    const auto cookieOf = [&] {
      for (const auto& [name, value] : world.answer(request).headers) {
        if (name == "Set-Cookie" && value.find("session") != std::string::npos) return value;
      }
      return std::string{};
    };
    const std::string plain = cookieOf();
    QVERIFY(plain.starts_with("vejviser_session="));
    QVERIFY(plain.ends_with("; Path=/; HttpOnly; SameSite=Strict"));
    request.secure = true;
    const std::string secure = cookieOf();
    QVERIFY(secure.starts_with("__Host-vejviser_session="));
    QVERIFY(secure.ends_with("; Path=/; HttpOnly; SameSite=Strict; Secure"));
    Request page = world.requestOf("nobody", "GET", "/overview");
    page.headers["cookie"] = secure.substr(0, secure.find(';'));
    QCOMPARE(world.answer(page).status, 303);  // not without TLS
    page.secure = true;
    QCOMPARE(world.answer(page).status, 200);
  }
};

QTEST_GUILESS_MAIN(TstPeople)
#include "tst_people.moc"
