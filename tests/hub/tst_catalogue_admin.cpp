// Goal: the catalogue grows and never forgets: codes are for ever, what is wrong changes nothing,
// who was slower is told, and what was logged with a retired topic counts.
// Method: the rules on a real SQLite file, requests through the handler without sockets, and the
// real program's commands.
#include "sync/hub/api.h"
#include "sync/hub/documents.h"
#include "sync/hub/multipart.h"
#include "sync/hub/topics.h"
#include "sync/hub/versions.h"
#include "tests/hub/hub_requests.h"
#include "tests/hub/hub_world.h"

#include <QTest>
#include <algorithm>

using namespace vejviser;
using namespace vejviser::hub;
using namespace vejviser::test;

namespace {

/// A hub with a supervisor who is logged in, asked as a browser asks.
struct Site {
  Site() : workers(1), hub(*world.storage, world.clock, world.random, workers, {{}, "By"}) {
    const Office all{UserRole::Administrator, {}};
    if (!hub.people.add(Actor::commandLine(), "leder", "a long password", all)) {
      qFatal("no user");
    }
    session = hub.people.openSession("leder").value();
  }

  Response ask(Request request) {
    std::optional<Response> answer;
    request.headers["cookie"] = "vejviser_session=" + session;
    request.headers["host"] = "hub";
    if (request.method == "POST") request.headers["origin"] = "https://hub";
    answerRequest(hub, request, [&](Response response) { answer = std::move(response); });
    return answer.value();
  }
  Response get(const std::string& path, const std::map<std::string, std::string>& query = {}) {
    Request request;
    request.method = "GET";
    request.path = path;
    request.query = query;
    return ask(request);
  }
  Response post(const std::string& path, const std::string& form) {
    Request request;
    request.method = "POST";
    request.path = path;
    request.body = form + "&csrf=" + formToken();
    return ask(request);
  }
  std::string formToken() const { return toHex(platform::sha256("form " + session)); }
  std::vector<Topic> topics() {
    return world.ask([](WriteTx& tx) { return tx.topics(); });
  }
  Topic topic(const std::string& code) { return *Catalogue{topics()}.find(code); }
  std::int64_t position() {
    return world.ask([](WriteTx& tx) { return tx.head(); }).pos;
  }
  Result<Imported> import(const std::string& text) {
    return importTopics(*world.storage, Actor::commandLine(), text, world.clock, world.random);
  }
  Status change(const std::string& code, const std::function<void(Topic&)>& edit) {
    const auto whole = [&](Topic& topic) -> Status {
      edit(topic);
      return {};
    };
    return changeTopic(*world.storage, Actor::commandLine(), code, whole, world.clock,
                       world.random);
  }

  HubWorld world;
  WorkerPool workers;
  Hub hub;
  std::string session;
};

/// What a page says in a hidden field.
std::string hidden(const Response& page, const std::string& name) {
  const std::string start = "name=\"" + name + "\" value=\"";
  const std::size_t at = page.body.find(start) + start.size();
  return page.body.substr(at, page.body.find('"', at) - at);
}

bool says(const Response& page, const std::string& words) {
  return page.body.find(words) != std::string::npos;
}

std::string topicForm(const std::string& code, const std::string& version,
                      const std::string& more) {
  return "code=" + code + "&version=" + version + "&do=save&id=" + code +
         "&group=g&authority=no&weight=light&home_unit=both&typical_minutes=5&" + more;
}

}  // namespace

class TstCatalogueAdmin : public QObject {
  Q_OBJECT

 private slots:
  void code_isForEver() {
    Site site;
    const Topic again{"loan", "Andet", "Other", "g"};
    const Status taken = addTopic(*site.world.storage, Actor::commandLine(), again,
                                  site.world.clock, site.world.random);
    QVERIFY(!taken && taken.error().code == ErrorCode::Refused);
    QVERIFY(site.change("loan", [](Topic& topic) { topic.validTo = *parseDay("2020-01-01"); }));
    QVERIFY(!addTopic(*site.world.storage, Actor::commandLine(), again, site.world.clock,
                      site.world.random));
    QVERIFY(site.change("loan", [](Topic& topic) { topic.id = "lending"; }));
    QCOMPARE(site.topics().size(), 2U);
    QCOMPARE(site.topic("loan").nameDa, std::string{"L"});
  }

  void change_reachesTablets_andNothingElseMoves() {
    Site site;
    bool known = false;
    const std::string stamp = site.world.pullNow({}, 1000, known).stamp;
    QVERIFY(site.change("loan", [](Topic& topic) {
      topic.nameDa = "Lån";
      topic.validTo = *parseDay("2026-06-30");
      topic.replacedBy = "mitid-help";
    }));
    const auto rows = site.world.pullNow(stamp, 1000, known).rows;
    QCOMPARE(rows.size(), 1U);
    const auto* row = std::get_if<TopicRow>(&rows.front());
    QVERIFY(row != nullptr && row->topic && *row->topic == site.topic("loan"));
    QCOMPARE(row->order, 1);
    QVERIFY(row->topic->validTo == parseDay("2026-06-30") && !row->topic->validFrom);
    QCOMPARE(row->topic->replacedBy, std::string{"mitid-help"});
    const std::int64_t before = site.position();
    QVERIFY(site.change("loan", [](Topic&) {}));
    QCOMPARE(site.position(), before);
  }

  void help_withARetiredTopic_counts_alsoAfterItsLastDay() {
    Site site;
    EntryMaker maker;
    site.world.push({maker.help("loan")});
    QVERIFY(site.change("loan", [](Topic& topic) { topic.validTo = *parseDay("2020-01-01"); }));
    const Custody custody = site.world.push({maker.help("loan")});
    QVERIFY(!custody.acks[0].held);
    QCOMPARE(site.world.figures().helps, 2);
    QVERIFY(site.world.recountNow().differences.empty());
  }

  void import_addsAndChanges_andIsTakenWholeOrNotAtAll() {
    Site site;
    QVERIFY(site.change("loan", [](Topic& topic) { topic.owner = "Biblioteket"; }));
    const std::string heading =
        "id,name_da,name_en,group,authority,weight,home_unit,kle,self_service,typical_minutes";
    const std::string loan = "\nloan,Lån,L,g,no,light,both,,,10";
    const std::string print = "\nprint,Print,Print,g,no,light,both,,,3";
    const std::int64_t before = site.position();
    const auto broken = site.import(heading + loan + "\nprint,Print,,g,no,light,both,,,3\n");
    QCOMPARE(broken.error().where, std::string{"catalogue line 3"});
    QCOMPARE(site.position(), before);
    const auto done = site.import(heading + loan + print + "\n");
    QCOMPARE(done->added, 1U);
    QCOMPARE(done->changed, 1U);
    QCOMPARE(site.topics().size(), 3U);
    QCOMPARE(site.topic("loan").nameDa, std::string{"Lån"});
    QCOMPARE(site.topic("loan").owner, std::string{"Biblioteket"});  // the file does not tell it
    QCOMPARE(site.import(topicsCsv(site.topics()))->same, 3U);
    const std::string longer = heading + ",valid_from,valid_to,checked_on,owner,replaced_by";
    const auto bridge = site.import(longer + loan + ",,,,," + print + ",,,,,moon\n");
    QVERIFY(!bridge && bridge.error().where == "catalogue line 3");
    QVERIFY(site.import(longer + loan + ",,,,,print\n"));
    QCOMPARE(site.topic("loan").owner, std::string{});
  }

  void page_ofATopic_isSavedOnlyOverWhatItWasMadeFrom() {
    Site site;
    const std::string version = hidden(site.get("/topic", {{"code", "loan"}}), "version");
    QCOMPARE(version.size(), 32U);
    QCOMPARE(site.post("/topic", topicForm("loan", version, "name_da=A&name_en=A")).status, 303);
    const Response late = site.post("/topic", topicForm("loan", version, "name_da=B&name_en=A"));
    QCOMPARE(late.status, 409);
    QVERIFY(says(late, "value=\"B\"") && says(late, "<strong>A</strong>"));
    QCOMPARE(site.topic("loan").nameDa, std::string{"A"});
    const std::string fresh = hidden(late, "version");
    QCOMPARE(site.post("/topic", topicForm("loan", fresh, "name_da=B&name_en=A")).status, 303);
    QCOMPARE(site.topic("loan").nameDa, std::string{"B"});
    QCOMPARE(site.post("/topic", topicForm("loan", "", "name_da=C&name_en=A")).status, 409);
    const std::string now = hidden(site.get("/topic", {{"code", "loan"}}), "version");
    const Response wrong = site.post("/topic", topicForm("loan", now, "name_da=&name_en=A"));
    QCOMPARE(wrong.status, 422);
    QCOMPARE(site.topic("loan").nameDa, std::string{"B"});
  }

  void pages_areForThoseWhoLoggedIn_andFormsFromHere() {
    Site site;
    Request request;
    request.method = "POST";
    request.path = "/topic";
    request.body = "code=loan&do=retire";
    std::vector<int> statuses;
    const Respond note = [&](const Response& response) { statuses.push_back(response.status); };
    answerRequest(site.hub, request, note);
    request.headers = {{"cookie", "vejviser_session=" + site.session},
                       {"host", "hub"},
                       {"origin", "https://evil.example"}};
    answerRequest(site.hub, request, note);
    QCOMPARE(statuses, (std::vector<int>{303, 403}));
    QVERIFY(!site.topic("loan").validTo);
  }

  void hours_ofOnePlace_leaveTheOthersAlone() {
    Site site;
    const std::string version =
        hidden(site.get("/place-hours", {{"place", "hb"}, {"unit", "library"}}), "version");
    const std::string file = "place,unit,days,from,to,kind\nhotline,,mon-sun,00:00,24:00,staffed\n";
    QVERIFY(keepDocument(*site.world.storage, Actor::commandLine(), {"hours", file},
                         site.world.clock, site.world.random));
    const std::string form = "place=hb&unit=library&version=" + version;
    QCOMPARE(site.post("/place-hours", form + "&d1-s=10-9").status, 422);
    QCOMPARE(site.post("/place-hours", form + "&d1-s=10-12&d1-u=8-20").status, 303);
    const auto hours = site.world.ask([](WriteTx& tx) { return hoursIn(tx); });
    QCOMPARE(hours.size(), 2U);
    QCOMPARE(encodeHours(hours.at({"hb", "library"})),
             std::string{"1 0800-1000u 1000-1200s 1200-2000u"});
    QCOMPARE(encodeHours(hours.at({"hotline", ""})).substr(0, 12), std::string{"1 0000-2400s"});
    QCOMPARE(site.post("/place-hours", form + "&d2-s=10-12").status, 409);
    const std::string now =
        hidden(site.get("/place-hours", {{"place", "hb"}, {"unit", "library"}}), "version");
    QCOMPARE(site.post("/place-hours", "place=hb&unit=library&do=forget&version=" + now).status,
             303);
    QCOMPARE(site.world.ask([](WriteTx& tx) { return hoursIn(tx); }).size(), 1U);
  }

  void changedDocument_isCheckedLikeANewOne() {
    Site site;
    const auto become = [&](const std::string& name, const std::string& text) {
      const auto edit = [&](ReadTx&, const auto&) {
        return Result<std::optional<std::string>>{std::optional{text}};
      };
      return changeDocument(*site.world.storage, Actor::commandLine(), name, edit, site.world.clock,
                            site.world.random);
    };
    QVERIFY(!become("authority", "topic,role,may\nmoon,*,guide\n"));
    QVERIFY(!become("authority", "topic,role,may\nloan,nobody,guide\n"));
    QVERIFY(!become("hours", "place,unit,days,from,to,kind\nhb,library,mon,9,8,staffed\n"));
    QVERIFY(!become("weather", "sun\n"));
    QVERIFY(become("authority", "topic,role,may\nloan,*,guide\n"));
    const std::int64_t before = site.position();
    QVERIFY(become("authority", "topic,role,may\nloan,*,guide\n"));  // nothing new
    QCOMPARE(site.position(), before);
  }

  void multipart_isReadWholeOrNotAtAll() {
    const std::string type = "multipart/form-data; boundary=xyz";
    const std::string part = "--xyz\r\nContent-Disposition: form-data; name=\"";
    const std::string body = part + "name\"\r\n\r\nguides\r\n" + part +
                             "file\"; filename=\"a \xC3\xA6.csv\"\r\nContent-Type: text/csv\r\n" +
                             "\r\na,b\r\n--x\r\n\r\n" + part + "empty\"\r\n\r\n\r\n--xyz--\r\n";
    const auto form = decodeMultipart(type, body);
    QVERIFY(form);
    QCOMPARE(form->at("name"), std::string{"guides"});
    QCOMPARE(form->at("file"), std::string{"a,b\r\n--x\r\n"});
    QCOMPARE(form->at("empty"), std::string{});
    QVERIFY(decodeMultipart("multipart/form-data; boundary=\"xyz\"", body));
    QVERIFY(!decodeMultipart("text/plain; boundary=xyz", body));
    QVERIFY(!decodeMultipart("multipart/form-data", body));
    QVERIFY(!decodeMultipart("multipart/form-data; boundary=abc", body));
    for (std::size_t cut = 0; cut < body.size() - 2; ++cut) {
      QVERIFY2(!decodeMultipart(type, body.substr(0, cut)), qPrintable(QString::number(cut)));
    }
  }

  void commands_doAllOfIt_andSayWhatTheyDid() {
    HubProcess hub;
    hub.start();
    const auto run = [&](const QStringList& arguments) {
      return hub.command(QStringList{"topic"} + arguments);
    };
    QCOMPARE(run({"add", "kayak", "--da", "Kajak", "--en", "Kayak", "--group", "loans", "--minutes",
                  "7", "--unit", "library", "--heavy"})
                 .exitCode,
             0);
    QCOMPARE(run({"add", "kayak", "--da", "K", "--en", "K", "--group", "loans"}).exitCode, 1);
    QCOMPARE(run({"rename", "kayak", "--da", "Kajak og kano"}).exitCode, 0);
    QVERIFY(run({"retire", "kayak", "--last", "2026-06-30"}).out.contains("2026-06-30"));
    QCOMPARE(run({"bridge", "kayak", "--to", "moon"}).exitCode, 1);
    QCOMPARE(run({"bridge", "kayak", "--to", "loan"}).exitCode, 0);
    const QString line = "kayak,Kajak og kano,Kayak,loans,no,heavy,library,,,7,,2026-06-30,,,loan";
    const QString all = run({"list"}).out;
    QVERIFY2(all.contains(line), qPrintable(all.right(200)));
    QCOMPARE(run({"retire", "kayak", "--undo"}).exitCode, 0);
    QCOMPARE(run({"bridge", "kayak", "--none"}).exitCode, 0);
    QVERIFY(
        run({"list"}).out.contains("kayak,Kajak og kano,Kayak,loans,no,heavy,library,,,7,,,,,"));
    Folder folder;
    QFile file{folder.path("topics.csv")};
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(all.toUtf8());
    file.close();
    QVERIFY(run({"import", file.fileName()}).out.contains("0 topics added, 1 changed"));
    QVERIFY(run({"list"}).out.contains(line));
    QCOMPARE(run({"retire", "moon"}).exitCode, 1);
    QVERIFY(run({"import", folder.path("nothing")}).exitCode != 0);
  }
};

QTEST_GUILESS_MAIN(TstCatalogueAdmin)
#include "tst_catalogue_admin.moc"
