// Goal: an administrator sees what is to be erased, is asked once more, and erases it; and finds
// what slipped through the tablets' guard. Method: the real handler of requests on a real database,
// on both engines; the real program.
#include "sync/hub/own_words.h"
#include "sync/hub/sqlite_tx.h"
#include "tests/hub/hub_requests.h"
#include "tests/hub/people_world.h"

#include <QTest>

using namespace vejviser;
using namespace vejviser::hub;
using namespace vejviser::test;

namespace {

constexpr const char* kSecret = "Karen spurgte igen, ring 22 34 56 78 <b>";
constexpr const char* kShown = "Karen spurgte igen, ring 22 34 56 78 &lt;b&gt;";

struct PageWorld : PeopleWorld {
  PageWorld() { hub.erasures = dir.filePath("erased.txt").toStdString(); }

  Response look(const std::string& query, const std::string& who = "administrator") {
    Request request = requestOf(who, "GET", "/erase");
    request.query = decodeForm(query);
    return answer(request);
  }
  Response erase(const std::string& form) { return send("administrator", "/erase", form); }
  KeptEntry kept(const Id& id) {
    return ask([&](WriteTx& tx) { return tx.entriesWithIds(std::span{&id, 1}); }).at(0);
  }
};

bool has(const Response& page, const std::string& text) {
  return page.body.find(text) != std::string::npos;
}

std::string locationOf(const Response& response) {
  for (const auto& [name, value] : response.headers) {
    if (name == "Location") return value;
  }
  return {};
}

wire::ReadEntry withMember(const Entry& entry, const std::string& member) {
  return wire::readEntry("{" + member + "," + wire::encodeEntry(entry).substr(1)).value();
}

}  // namespace

class TstErasePage : public QObject {
  Q_OBJECT

 private slots:
  void page_showsWhatAnEntryIs_andItsText() {
    PageWorld world;
    EntryMaker maker;
    const Entry question = maker.question(kSecret);
    const Entry help = maker.help("loan");
    world.push({question, maker.answer(question, 1, "Ja"), help});
    const std::string id = toString(question.id);
    const Response page = world.look("id=" + id + "&lang=en");
    QCOMPARE(page.status, 200);
    for (const std::string& part :
         {id, std::string{"Question: M"}, std::string{"Library"}, std::string{"<dd>H</dd>"},
          std::string{kShown}, std::string{"Phone number"}, std::string{"cannot be undone"},
          std::string{"entries in all: 2"}, std::string{"name=\"sure\""}}) {
      QVERIFY2(has(page, part), part.c_str());
    }
    const Response plain = world.look("id=%20" + toString(help.id) + "%20&lang=en");
    QVERIFY(has(plain, "Enquiry: L") && has(plain, "There is no text in the entry."));
    QVERIFY(!has(plain, "entries in all"));
    QVERIFY(!has(page, "id=\"suspects\""));
  }

  void page_ofWhatIsNoId_orNotHere_saysSo() {
    PageWorld world;
    QCOMPARE(world.look("id=hest").status, 422);
    QVERIFY(has(world.look("id=hest"), "Det er ikke et id."));
    EntryMaker maker;
    const std::string unknown = toString(maker.help().id);
    QCOMPARE(world.look("id=" + unknown).status, 422);
    QVERIFY(has(world.look("id=" + unknown), "Der er ingen registrering med det id her."));
    QCOMPARE(world.erase("sure=on&id=" + unknown).status, 422);
    QCOMPARE(world.erase("sure=on&id=hest").status, 422);
    QCOMPARE(world.log().size(), 0UL);
  }

  void erasing_needsTheTick_thenIsForGood_andLoggedWithoutTheText() {
    PageWorld world;
    EntryMaker maker;
    const Entry question = maker.question(kSecret);
    const Entry other = maker.question("Hvor er printeren?");
    world.push({question, maker.answer(question, 1, kSecret), other});
    const std::string id = toString(question.id);
    const Response asked = world.erase("id=" + id);
    QCOMPARE(asked.status, 422);
    QVERIFY(has(asked, "Intet er slettet.") && has(asked, kShown));
    QVERIFY(world.kept(question.id).held.empty());
    QVERIFY(world.log().empty());
    const Response done = world.erase("sure=on&id=" + id);
    QCOMPARE(done.status, 303);
    QCOMPARE(locationOf(done), std::string{"/erase?erased=2"});
    QVERIFY(has(world.look("erased=2"), "2 registreringer er slettet."));
    QCOMPARE(world.kept(question.id).held, std::string{"erased"});
    QVERIFY(world.kept(question.id).body.find("Karen") == std::string::npos);
    QCOMPARE(world.kept(other.id).entry.fields.text, std::string{"Hvor er printeren?"});
    const auto log = world.log();
    QCOMPARE(log.size(), 1UL);
    QCOMPARE(log[0].who + " " + log[0].action + " " + log[0].object + log[0].change,
             "administrator erase " + id);
    QVERIFY(!has(world.get("administrator", "/audit"), "Karen"));
    const Response again = world.look("id=" + id);
    QVERIFY(has(again, "Indholdet er allerede slettet.") && !has(again, "name=\"sure\""));
    QVERIFY(world.isExact());
  }

  void search_findsWhatSlippedThrough_andNothingElse() {
    PageWorld world;
    EntryMaker maker;
    const Entry question = maker.question(kSecret);
    const Entry plain = maker.question("Hvor er printeren?");
    const Entry reply = maker.answer(plain, 1, "Skriv til anna@example.dk");
    Entry newer = maker.help();
    newer.version = kEntryVersion + 1;
    world.push({question, plain, reply, maker.help()});
    world.pushRead({withMember(newer, R"("note":{"free":["CPR 010203-4567"]})")});
    const Response page = world.look("lang=en");
    for (const Id& id : {question.id, reply.id, newer.id}) {
      QVERIFY(has(page, "/erase?id=" + toString(id)));
    }
    QVERIFY(!has(page, toString(plain.id)));
    QVERIFY(has(page, kShown) && has(page, "Mail address") && has(page, "CPR number"));
    QVERIFY(!has(page, "Search on"));
    QCOMPARE(world.erase("sure=on&id=" + toString(newer.id)).status, 303);
    QVERIFY(!has(world.look(""), toString(newer.id)));
    QVERIFY(has(PageWorld{}.look(""), "Der er ingen."));
  }

  void search_endsAtAPlace_andGoesOnFromThere() {
    PageWorld world;
    EntryMaker maker;
    std::vector<Entry> entries;
    for (std::size_t i = 0; i < kMostFound + 3; ++i) entries.push_back(maker.question(kSecret));
    world.push(entries);
    const auto search = [&](std::int64_t after) {
      return world.ask([&](WriteTx& tx) { return searchOwnWords(tx, after); });
    };
    const WordSearch first = search(0);
    QCOMPARE(first.found.size(), kMostFound);
    QVERIFY(first.end.has_value());
    const WordSearch rest = search(*first.end);
    QCOMPARE(rest.found.size(), 3UL);
    QVERIFY(!rest.end);
    QVERIFY(rest.found[0].kept.entry.id == entries[kMostFound].id);
    const Response page = world.look("");
    const std::string on = "/erase?after=" + std::to_string(*first.end);
    QVERIFY(has(page, on));
    QVERIFY(has(world.look("after=" + std::to_string(*first.end)), toString(entries.back().id)));
  }

  void heldPage_leadsAdministratorsHere_andNobodyElse() {
    PageWorld world;
    EntryMaker maker;
    Entry question = maker.question(kSecret);
    question.fields.topic = "moon";
    world.push({question});
    const std::string link = "/erase?id=" + toString(question.id);
    const Response page = world.get("administrator", "/held");
    QCOMPARE(page.status, 200);
    QVERIFY(has(page, link) && has(page, "Spørgsmål: moon"));
    QVERIFY(!has(world.get("both", "/held"), link));
    QCOMPARE(world.erase("sure=on&id=" + toString(question.id)).status, 303);
    QVERIFY(!has(world.get("administrator", "/held"), link));
  }

  void texts_areFoundByAnIndex() {
    // PostgreSQL plans by how much is in a table, and here is next to nothing.
    if (onPostgres()) QSKIP("this is about the plans of SQLite");
    PageWorld world;
    SQLite::Database db{world.dir.filePath("hub.db").toStdString(), SQLite::OPEN_READONLY};
    SQLite::Statement plan{
        db, std::string{"EXPLAIN QUERY PLAN SELECT body FROM entry LEFT JOIN release USING(id) "} +
                sql::kWithText};
    QVERIFY(plan.executeStep());
    QVERIFY(plan.getColumn(3).getString().find("entry_text") != std::string::npos);
  }

  void command_listsWhereItLooksLikePersonalData_withoutTheText() {
    HubProcess hub;
    hub.start();
    Folder dir;
    const QString tablet = dir.path("tablet");
    hub.enrol(tablet);
    EntryMaker maker;
    const Entry question = maker.question(kSecret);
    QCOMPARE(request("POST", hub.url() + "/v1/sync", pushOf({question, maker.question("Hvad?")}),
                     {"Authorization: Bearer " + tokenOf(tablet), kJson})
                 .status,
             200);
    const Ran ran = hub.command({"erase", "--find"});
    QCOMPARE(ran.exitCode, 0);
    QVERIFY(ran.out.startsWith(QString::fromStdString(toString(question.id)) + "\t"));
    QVERIFY(ran.out.contains("\tquestion\tphone\n1 entries look"));
    QVERIFY(!ran.out.contains("Karen"));
    QCOMPARE(hub.command({"erase", "--find", "x"}).exitCode, 2);
  }
};

QTEST_GUILESS_MAIN(TstErasePage)
#include "tst_erase_page.moc"
