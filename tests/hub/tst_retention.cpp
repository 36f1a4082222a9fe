// Goal: texts go when their time is over and leave nothing but the figures; what is set is within
// its limits and in the log; nothing else ever goes. Method: the hub's rules and its pages on a
// real database, on both engines, with a clock that the test moves; the real program, whose files
// are searched byte by byte.
#include "sync/hub/retention.h"
#include "sync/hub/upkeep.h"
#include "tests/hub/hub_requests.h"
#include "tests/hub/people_world.h"

#include <QFile>
#include <QTest>

using namespace vejviser;
using namespace vejviser::hub;
using namespace vejviser::test;

namespace {

using std::chrono::days;

constexpr const char* kText = "Kan man printe fra telefonen?";

struct KeepingWorld : PeopleWorld {
  void set(std::optional<int> wish) {
    write([&](WriteTx& tx) {
      return setRetention(tx, Actor::commandLine(), kTexts, wish, clock.now());
    });
  }
  std::int64_t expire() { return expireTexts(*storage, clock, random).value(); }
  KeptEntry kept(const Entry& entry) {
    return ask([&](WriteTx& tx) { return tx.entriesWithIds(std::span{&entry.id, 1}); }).at(0);
  }
  std::string textOf(const Entry& entry) { return kept(entry).entry.fields.text; }
  /// Whether tablets are told of the question with something in it.
  bool isShared(const Entry& question) {
    bool known = false;
    for (const auto& row : pullNow({}, 1000, known).rows) {
      const auto* shared = std::get_if<SubjectRow>(&row);
      if (shared != nullptr && shared->subject == question.id) return shared->standing.has_value();
    }
    return false;
  }
  std::optional<int> days_set() {
    return ask([](WriteTx& tx) { return textDays(tx); });
  }
};

bool has(const Response& page, const std::string& text) {
  return page.body.find(text) != std::string::npos;
}

}  // namespace

class TstRetention : public QObject {
  Q_OBJECT

 private slots:
  void texts_stand_asLongAsNothingIsSet() {
    KeepingWorld world;
    EntryMaker maker;
    const Entry question = maker.question(kText);
    world.push({question});
    world.clock.advance(days{5000});
    QCOMPARE(world.expire(), 0);
    QCOMPARE(world.textOf(question), std::string{kText});
  }

  void texts_go_onTheDayAfterTheirLast_withTheirAnswers_andNoFigureChanges() {
    KeepingWorld world;
    EntryMaker maker;
    const Entry question = maker.question(kText);
    const Entry help = maker.help();
    world.push({question, help});
    world.clock.advance(days{30});
    Fields changed = question.fields;
    changed.text = "Rettet: kan man printe?";
    const Entry amend = maker.amend(question, 1, changed);
    const Entry reply = maker.answer(question, 1, "Ja, med QR-koden");
    const Entry silent = maker.answer(question, 2, "");
    const Entry young = maker.question("Hvor er bøgerne om haver?");
    world.push({amend, reply, silent, young});
    world.set(60);
    const Figures before = world.figures();
    world.clock.advance(days{30});
    QCOMPARE(world.expire(), 0);  // the 60th day
    QVERIFY(world.isShared(question));
    world.clock.advance(days{1});
    QCOMPARE(world.expire(), 3);
    for (const Entry& entry : {question, amend, reply}) {
      QCOMPARE(world.textOf(entry), std::string{kExpiredText});
      QVERIFY(world.kept(entry).held.empty() && world.kept(entry).unread.empty());
    }
    QCOMPARE(world.textOf(silent), std::string{});
    QCOMPARE(world.textOf(young), young.fields.text);
    QVERIFY(!world.isShared(question));
    QVERIFY(world.isShared(young));
    QVERIFY(world.figures() == before);
    QVERIFY(world.isExact());
    QCOMPARE(world.expire(), 0);
    QVERIFY(world.kept(help).body == wire::encodeEntry(help));
  }

  void answerThatComesLate_goesToo_andTabletsDoNotSeeTheQuestionAgain() {
    KeepingWorld world;
    EntryMaker maker;
    const Entry question = maker.question(kText);
    world.push({question});
    world.set(40);
    world.clock.advance(days{41});
    QCOMPARE(world.expire(), 1);
    const Entry late = maker.answer(question, 1, "Ja");
    const Entry orphan = maker.answer(maker.question("x"), 1, "Nej");
    world.push({late, orphan});
    QCOMPARE(world.expire(), 1);
    QCOMPARE(world.textOf(late), std::string{kExpiredText});
    QCOMPARE(world.textOf(orphan), std::string{"Nej"});  // by its own arrival
    QVERIFY(!world.isShared(question));
    world.clock.advance(days{41});
    QCOMPARE(world.expire(), 1);
    QCOMPARE(world.textOf(orphan), std::string{kExpiredText});
    QVERIFY(world.isExact());
  }

  void textThatATabletSendsAgain_staysAway_andIsNoFault() {
    KeepingWorld world;
    EntryMaker maker;
    const Entry question = maker.question(kText);
    Entry other = question;
    other.fields.wanted = true;
    world.push({question});
    world.set(40);
    world.clock.advance(days{41});
    world.expire();
    const Custody again = world.push({question});
    QVERIFY(!again.acks.at(0).held);
    QCOMPARE(world.textOf(question), std::string{kExpiredText});
    QCOMPARE(world.push({other}).acks.at(0).held, std::optional<std::string>{"differs"});
  }

  void heldEntries_loseTheirTextToo_andErasedOnesStayErased() {
    KeepingWorld world;
    EntryMaker maker;
    Entry held = maker.question(kText);
    held.fields.topic = "moon";
    const Entry erased = maker.question(kText);
    world.push({held, erased});
    const std::filesystem::path list = world.dir.filePath("list").toStdString();
    world.hub.erasures = list;
    QCOMPARE(world.send("administrator", "/erase", "sure=on&id=" + toString(erased.id)).status,
             303);
    world.set(35);
    world.clock.advance(days{36});
    QCOMPARE(world.expire(), 1);
    QCOMPARE(world.textOf(held), std::string{kExpiredText});
    QCOMPARE(world.kept(held).held, std::string{"unknown-topic"});
    QCOMPARE(world.kept(erased).held, std::string{"erased"});
    QVERIFY(world.kept(erased).body.find("text") == std::string::npos);
  }

  void manyTexts_goInSeveralTransactions() {
    KeepingWorld world;
    EntryMaker maker;
    std::vector<Entry> questions;
    for (int i = 0; i < 1203; ++i) questions.push_back(maker.question(kText));
    world.push(questions);
    world.set(35);
    world.clock.advance(days{36});
    tidyUp(*world.storage, world.clock, world.random);
    for (const Entry& question : questions) QVERIFY(world.textOf(question) == kExpiredText);
    QVERIFY(world.isExact());
  }

  void countingAnew_doesNotShareTheQuestionAgain() {
    KeepingWorld world;
    EntryMaker maker;
    const Entry question = maker.question(kText);
    world.push({question});
    world.set(35);
    world.clock.advance(days{36});
    world.expire();
    world.write([](WriteTx& tx) { return tx.setTallyVersion(1); });
    QVERIFY(countAnew(*world.storage, world.clock, world.random));
    tidyUp(*world.storage, world.clock, world.random);
    QVERIFY(!world.isShared(question));
  }

  void limits_andKinds_areHeld_andEachChangeIsLogged() {
    KeepingWorld world;
    const auto attempt = [&](const std::string& kind, std::optional<int> wish) {
      return world.storage->write([&](WriteTx& tx) {
        return setRetention(tx, Actor::user("anna"), kind, wish, world.clock.now());
      });
    };
    for (const int wrong : {-1, 0, kLeastTextDays - 1, kMostTextDays + 1}) {
      QVERIFY(attempt(kTexts, wrong).error().code == ErrorCode::Invalid);
    }
    QVERIFY(attempt("entries", 400).error().code == ErrorCode::Invalid);
    QVERIFY(world.log().empty() && !world.days_set());
    QVERIFY(attempt(kTexts, kLeastTextDays));
    QVERIFY(attempt(kTexts, kLeastTextDays));  // no change, no line
    QVERIFY(attempt(kTexts, kMostTextDays));
    QCOMPARE(world.days_set(), std::optional<int>{kMostTextDays});
    QVERIFY(attempt(kTexts, std::nullopt));
    QVERIFY(!world.days_set());
    std::vector<std::string> changes;
    for (const AuditLine& line : world.log()) {
      changes.push_back(line.who + " " + line.action + " " + line.object + ": " + line.change);
    }
    QCOMPARE(changes, (std::vector<std::string>{"anna retention-set texts: forever -> 35",
                                                "anna retention-set texts: 35 -> 3650",
                                                "anna retention-set texts: 3650 -> forever"}));
  }

  void page_tellsWhatIsKept_andSetsWhatMayBeSet() {
    KeepingWorld world;
    const auto look = [&](const std::string& language) {
      Request request = world.requestOf("administrator", "GET", "/retention");
      request.query = decodeForm("lang=" + language);
      return world.answer(request);
    };
    QVERIFY(has(look("da"), "Så længe serveren er i brug") && has(look("en"), "400 days"));
    QCOMPARE(world.send("administrator", "/retention", "texts=400").status, 303);
    QCOMPARE(world.days_set(), std::optional<int>{400});
    QVERIFY(has(look("da"), "value=\"400\"") &&
            has(look("da"), "<p>400 dage</p><p class=\"quiet\">De bruges"));
    for (const char* wrong : {"texts=34", "texts=3651", "texts=4x", "texts=hest", "other=1"}) {
      const Response page = world.send("administrator", "/retention", wrong);
      QCOMPARE(page.status, 422);
      QVERIFY(has(page, "aria-invalid"));
      QCOMPARE(world.days_set(), std::optional<int>{400});
    }
    QCOMPARE(world.send("administrator", "/retention", "texts=").status, 303);
    QVERIFY(!world.days_set());
    QCOMPARE(world.log().size(), 2UL);
    QVERIFY(has(world.get("it", "/audit"), "400 -&gt; forever"));
  }

  void command_setsAndShows_andTheBytesGo() {
    HubProcess hub;
    hub.start();
    Folder dir;
    const QString tablet = dir.path("tablet");
    hub.enrol(tablet);
    EntryMaker maker;
    QCOMPARE(request("POST", hub.url() + "/v1/sync", pushOf({maker.question(kText)}),
                     {"Authorization: Bearer " + tokenOf(tablet), kJson})
                 .status,
             200);
    QCOMPARE(hub.command({"retention"}).out.trimmed(), QString{"texts: forever"});
    QCOMPARE(hub.command({"retention", "set", "texts", "90"}).out.trimmed(),
             QString{"texts: 90 days"});
    QCOMPARE(hub.command({"retention", "set", "texts", "34"}).exitCode, 1);
    QCOMPARE(hub.command({"retention", "set", "texts", "soon"}).exitCode, 1);
    QCOMPARE(hub.command({"retention", "set", "entries", "90"}).exitCode, 1);
    QCOMPARE(hub.command({"retention"}).out.trimmed(), QString{"texts: 90 days"});
    hub.stop();
    SQLite::Database{(hub.folder() + "/hub.db").toStdString(), SQLite::OPEN_READWRITE}.exec(
        "UPDATE entry SET received = received - 91 * 86400000");
    hub.start();
    hub.stop();
    for (const char* name : {"/hub.db", "/hub.db-wal"}) {
      QFile file{hub.folder() + name};
      if (!file.open(QIODevice::ReadOnly)) continue;
      QVERIFY(!file.readAll().contains(kText));
    }
  }
};

QTEST_GUILESS_MAIN(TstRetention)
#include "tst_retention.moc"
