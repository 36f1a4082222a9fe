// Goal: everybody can do what their role and unit allow, and nothing else, on every route.
// Method: every role and unit, every route and every method, asked of the real handler; what must
// come is written here cell by cell and knows nothing of the hub's own table.
#include "sync/hub/rights.h"
#include "tests/hub/people_world.h"

#include <QRegularExpression>
#include <QTest>
#include <array>
#include <set>

using namespace vejviser;
using namespace vejviser::hub;
using namespace vejviser::test;

namespace {

constexpr std::size_t kPeople = 7;
constexpr std::array<const char*, kPeople> kWho = {"nobody", "reader",        "library", "citizen",
                                                   "both",   "administrator", "it"};

/// A route, a form for it that would change nothing, and the status for each of kWho.
struct Row {
  const char* method;
  const char* path;
  const char* form;
  std::array<int, kPeople> status;
};

// 303 for nobody: to the log-in page. 422: let in, and told that the form says nothing.
const std::vector<Row> kRows = {
    // method, path, form                    nobody reader library citizen both administrator it
    {"GET", "/", "", {303, 303, 303, 303, 303, 303, 303}},
    {"GET", "/login", "", {200, 200, 200, 200, 200, 200, 200}},
    {"POST", "/login", "name=%1&password=wrong", {403, 403, 403, 403, 403, 403, 403}},
    {"POST", "/logout", "", {303, 303, 303, 303, 303, 303, 303}},
    {"GET", "/password", "", {303, 200, 200, 200, 200, 200, 200}},
    {"POST", "/password", "next=a&again=b", {303, 422, 422, 422, 422, 422, 422}},
    {"GET", "/overview", "", {303, 200, 200, 200, 200, 200, 403}},
    {"GET", "/figures/referrals", "", {303, 200, 200, 200, 200, 200, 403}},
    {"GET", "/figures/topics", "", {303, 200, 200, 200, 200, 200, 403}},
    {"GET", "/figures/hours", "", {303, 200, 200, 200, 200, 200, 403}},
    {"GET", "/figures/routine", "", {303, 200, 200, 200, 200, 200, 403}},
    {"GET", "/figures/events", "", {303, 200, 200, 200, 200, 200, 403}},
    {"GET", "/figures/lending", "", {303, 200, 200, 200, 200, 200, 403}},
    {"GET", "/figures/coverage", "", {303, 200, 200, 200, 200, 200, 403}},
    {"GET", "/held", "", {303, 403, 200, 200, 200, 200, 403}},
    {"POST", "/held", "", {303, 403, 422, 422, 422, 422, 403}},
    {"GET", "/tablets", "", {303, 403, 200, 200, 200, 200, 200}},
    {"POST", "/tablets", "", {303, 403, 422, 422, 422, 422, 422}},
    {"GET", "/people", "", {303, 403, 403, 403, 403, 200, 403}},
    {"POST", "/people", "", {303, 403, 403, 403, 403, 422, 403}},
    {"GET", "/audit", "", {303, 403, 403, 403, 403, 200, 200}},
    {"GET", "/topics", "", {303, 403, 403, 403, 403, 200, 403}},
    {"GET", "/topic", "", {303, 403, 403, 403, 403, 200, 403}},
    {"POST", "/topic", "", {303, 403, 403, 403, 403, 422, 403}},
    {"GET", "/hours", "", {303, 403, 403, 403, 403, 200, 403}},
    {"GET", "/place-hours", "", {303, 403, 403, 403, 403, 303, 403}},
    {"POST", "/place-hours", "", {303, 403, 403, 403, 403, 409, 403}},
    {"GET", "/authority", "", {303, 403, 403, 403, 403, 200, 403}},
    {"GET", "/rule", "", {303, 403, 403, 403, 403, 303, 403}},
    {"POST", "/rule", "", {303, 403, 403, 403, 403, 409, 403}},
    {"GET", "/role", "", {303, 403, 403, 403, 403, 200, 403}},
    {"POST", "/role", "", {303, 403, 403, 403, 403, 409, 403}},
    {"GET", "/files", "", {303, 403, 403, 403, 403, 200, 403}},
    {"GET", "/file", "", {303, 403, 403, 403, 403, 303, 403}},
    {"POST", "/files", "", {303, 403, 403, 403, 403, 303, 403}},
    {"GET", "/erase", "", {303, 403, 403, 403, 403, 200, 403}},
    {"POST", "/erase", "", {303, 403, 403, 403, 403, 422, 403}},
    {"GET", "/retention", "", {303, 403, 403, 403, 403, 200, 403}},
    {"POST", "/retention", "", {303, 403, 403, 403, 403, 422, 403}},
    {"GET", "/small-cells", "", {303, 403, 403, 403, 403, 200, 403}},
    {"POST", "/small-cells", "", {303, 403, 403, 403, 403, 422, 403}},
    {"GET", "/v1/statistics", "", {401, 200, 200, 200, 200, 200, 403}},
    {"GET", "/v1/statistics/cells", "", {401, 200, 200, 200, 200, 200, 403}},
    {"GET", "/v1/catalogue", "", {401, 200, 200, 200, 200, 200, 403}},
    {"GET", "/v1/branches", "", {401, 200, 200, 200, 200, 200, 403}},
    {"GET", "/v1/hello", "", {200, 200, 200, 200, 200, 200, 200}},
    {"POST", "/v1/enrol", "", {400, 400, 400, 400, 400, 400, 400}},
    {"POST", "/v1/sync", "", {401, 401, 401, 401, 401, 401, 401}},
    {"POST", "/v1/token", "", {401, 401, 401, 401, 401, 401, 401}},
    {"GET", "/health", "", {200, 200, 200, 200, 200, 200, 200}},
    {"GET", "/ready", "", {200, 200, 200, 200, 200, 200, 200}},
    {"GET", "/metrics", "", {404, 404, 404, 404, 404, 404, 404}},
    {"GET", "/openapi.yaml", "", {200, 200, 200, 200, 200, 200, 200}},
    {"GET", "/style.css", "", {200, 200, 200, 200, 200, 200, 200}},
    {"GET", "/live.js", "", {200, 200, 200, 200, 200, 200, 200}},
    {"POST", "/admin", "", {404, 404, 404, 404, 404, 404, 404}},
};

/// Forms that a session's page must have made.
const std::set<std::string> kForms = {
    "/logout", "/password", "/held",  "/tablets", "/people",    "/topic",      "/place-hours",
    "/rule",   "/role",     "/files", "/erase",   "/retention", "/small-cells"};

struct RightRow {
  Action action;
  const char* may;  ///< of kEverybody: y yes, n no, o only to one's own unit
};

// reader, library, citizen, both, administrator, it
const std::vector<RightRow> kRights = {
    {Action::KeepOwnAccount, "yyyyyy"},
    {Action::SeeFigures, "yyyyyn"},
    {Action::SeeHeld, "nooyyn"},
    {Action::ReleaseHeld, "nooyyn"},
    {Action::SeeTablets, "nyyyyy"},
    {Action::ChangeTablets, "nooyyy"},
    {Action::SeeAudit, "nnnnyy"},
    {Action::ManagePeople, "nnnnyn"},
    {Action::ManageCatalogue, "nnnnyn"},
    {Action::ManageHours, "nnnnyn"},
    {Action::ManageAuthorityLine, "nnnnyn"},
    {Action::Erase, "nnnnyn"},
    {Action::SetRetention, "nnnnyn"},
    {Action::SetSmallCells, "nnnnyn"},
};

std::string locationOf(const Response& response) {
  for (const auto& [name, value] : response.headers) {
    if (name == "Location") return value;
  }
  return {};
}

/// Where the navigation of a page leads.
QStringList places(const Response& page) {
  static const QRegularExpression kNav{"<nav.*</nav>",
                                       QRegularExpression::DotMatchesEverythingOption};
  static const QRegularExpression kLink{"href=\"(/[a-z-]+)\""};
  QStringList found;
  const QString nav = kNav.match(QString::fromStdString(page.body)).captured();
  for (auto links = kLink.globalMatch(nav); links.hasNext();) found << links.next().captured(1);
  return found;
}

/// A tablet of each unit and from each a held entry of its unit.
struct Units {
  explicit Units(PeopleWorld& world) {
    for (const Unit unit : kAllUnits) {
      Device tablet;
      tablet.id = newRandomId(world.random);
      tablet.name = std::string{code(unit)};
      tablet.unit = unit;
      tablet.token = platform::sha256(tablet.name);
      world.write([&](WriteTx& tx) { return tx.addDevice(tablet); });
      world.device.key += 1;
      EntryMaker maker{unit == Unit::Library ? "aaaaaaaaaaaaaaaa" : "bbbbbbbbbbbbbbbb"};
      Entry entry = maker.help("moon");
      entry.fields.unit = unit;
      world.push({entry});
      tablets[unit] = toString(tablet.id);
      held[unit] = toString(entry.id);
    }
  }

  std::map<Unit, std::string> tablets;
  std::map<Unit, std::string> held;
};

}  // namespace

class TstRights : public QObject {
  Q_OBJECT

 private slots:
  void everyRoute_isInTheTable() {
    std::set<std::pair<std::string, std::string>> known;
    for (const Row& row : kRows) known.emplace(row.method, row.path);
    const auto all = routes();
    for (const auto& route : all) {
      QVERIFY2(known.contains(route), (route.first + " " + route.second).c_str());
    }
    QCOMPARE(all.size(), known.size());
  }

  void everyCell_isAnsweredAsTheTableSays() {
    PeopleWorld world;
    world.seeExact();
    std::set<std::string> paths;
    int cells = 0;
    for (const Row& row : kRows) paths.insert(row.path);
    for (const std::string& path : paths) {
      for (const char* method : {"GET", "POST", "PUT", "DELETE"}) {
        const auto row = std::find_if(kRows.begin(), kRows.end(), [&](const Row& each) {
          return each.path == path && each.method == std::string_view{method};
        });
        for (std::size_t i = 0; i < kPeople; ++i) {
          const bool hidden = path == "/admin" || path == "/metrics";
          const int none = hidden ? 404 : 405;
          const int expected = row == kRows.end() ? none : row->status[i];
          const char* form = row == kRows.end() ? "" : row->form;
          const std::string name = std::string{"nobody"} + kWho[i];
          const std::string body =
              QString::fromUtf8(form).replace("%1", QString::fromStdString(name)).toStdString();
          Request request = world.requestOf(kWho[i], method, path);
          request.body = body + "&csrf=" + world.formTokenOf(kWho[i]);
          const Response answer = world.answer(request);
          const std::string cell = std::string{kWho[i]} + " " + method + " " + path;
          QVERIFY2(answer.status == expected,
                   (cell + ": " + std::to_string(answer.status)).c_str());
          if (kWho[i] == std::string{"nobody"} && answer.status == 303) {
            QCOMPARE(locationOf(answer), std::string{"/login"});
          }
          if (path == "/logout" && answer.status == 303 && i > 0) {
            world.secrets[kWho[i]] = world.hub.people.openSession(kWho[i]).value();
          }
          ++cells;
        }
      }
    }
    QCOMPARE(cells, static_cast<int>(paths.size() * 4 * kPeople));
    QCOMPARE(world.log().size(), 0UL);  // none of the forms did anything
  }

  /// Whoever has a right in one municipality is nobody in another, on every route and method.
  void anotherMunicipalitysPeople_areNobodyHere() {
    PeopleWorld home;
    PeopleWorld away;
    int cells = 0;
    home.random = SeededRandom{99};  // else both have the same secrets
    for (const auto& [who, office] : kEverybody) {
      home.secrets[who] = home.hub.people.openSession(who).value();
    }
    for (const Row& row : kRows) {
      for (std::size_t i = 1; i < kPeople; ++i) {
        const std::string name = std::string{"elsewhere"} + kWho[i];
        const std::string body =
            QString{row.form}.replace("%1", QString::fromStdString(name)).toStdString();
        Request request = home.requestOf(kWho[i], row.method, row.path);
        request.body = body + "&csrf=" + home.formTokenOf(kWho[i]);
        const Response answer = away.answer(request);
        const std::string cell = std::string{kWho[i]} + " " + row.method + " " + row.path;
        QVERIFY2(answer.status == row.status[0],
                 (cell + ": " + std::to_string(answer.status)).c_str());
        ++cells;
      }
    }
    QCOMPARE(cells, static_cast<int>(kRows.size() * (kPeople - 1)));
    QCOMPARE(away.log().size(), 0UL);
    for (const auto& [who, office] : kEverybody) {  // nor was anybody of that name touched
      QCOMPARE(away.get(who, "/password").status, 200);
    }
  }

  void everyRight_isAsTheTableSays() {
    for (const RightRow& row : kRights) {
      for (std::size_t i = 0; i < kEverybody.size(); ++i) {
        const Office& who = kEverybody[i].second;
        const char expected = row.may[i];
        const QByteArray cell =
            QByteArray::number(static_cast<int>(row.action)) + " " + kEverybody[i].first.c_str();
        QVERIFY2(may(who, row.action) == (expected != 'n'), cell);
        for (const Unit unit : kAllUnits) {
          const bool own = expected == 'o' && who.unit == unit;
          QVERIFY2(may(who, row.action, unit) == (expected == 'y' || own), cell);
        }
      }
    }
  }

  void tabletsAndHeldEntries_areChangedByTheirOwnUnit_data() {
    QTest::addColumn<QString>("who");
    QTest::addColumn<int>("ofLibrary");
    QTest::addColumn<int>("ofCitizenService");
    QTest::addColumn<int>("releaseLibrary");
    QTest::addColumn<int>("releaseCitizenService");
    QTest::newRow("reader") << "reader" << 403 << 403 << 403 << 403;
    QTest::newRow("library") << "library" << 303 << 403 << 303 << 403;
    QTest::newRow("citizen") << "citizen" << 403 << 303 << 403 << 303;
    QTest::newRow("both") << "both" << 303 << 303 << 303 << 303;
    QTest::newRow("administrator") << "administrator" << 303 << 303 << 303 << 303;
    QTest::newRow("it") << "it" << 303 << 303 << 403 << 403;
  }

  void tabletsAndHeldEntries_areChangedByTheirOwnUnit() {
    QFETCH(QString, who);
    QFETCH(int, ofLibrary);
    QFETCH(int, ofCitizenService);
    QFETCH(int, releaseLibrary);
    QFETCH(int, releaseCitizenService);
    PeopleWorld world;
    const Units units{world};
    const std::string name = who.toStdString();
    const std::map<Unit, std::pair<int, int>> expected = {
        {Unit::Library, {ofLibrary, releaseLibrary}},
        {Unit::CitizenService, {ofCitizenService, releaseCitizenService}}};
    for (const auto& [unit, statuses] : expected) {
      for (const char* change : {"drain", "block", "allow"}) {
        const std::string form = "tablet=" + units.tablets.at(unit) + "&do=" + change;
        QCOMPARE(world.send(name, "/tablets", form).status, statuses.first);
      }
      const std::string form = "which=chosen&topic=loan&id-" + units.held.at(unit) + "=on";
      QCOMPARE(world.send(name, "/held", form).status, statuses.second);
    }
    const auto blocked = [](const AuditLine& line) { return line.action == "tablet-block"; };
    const auto log = world.log();
    QCOMPARE(std::count_if(log.begin(), log.end(), blocked),
             (ofLibrary == 303 ? 1 : 0) + (ofCitizenService == 303 ? 1 : 0));
    const std::int64_t counted =
        (releaseLibrary == 303 ? 1 : 0) + (releaseCitizenService == 303 ? 1 : 0);
    QCOMPARE(world.figures().helps, counted);
  }

  void wholeGroup_isReleasedOfTheOwnUnitOnly() {
    PeopleWorld world;
    const Units units{world};
    const std::string form = "which=all&reason=unknown-topic&code=moon&topic=loan";
    QCOMPARE(world.send("library", "/held", form).status, 303);
    QCOMPARE(world.figures().helps, std::int64_t{1});
    QCOMPARE(world.send("citizen", "/held", form).status, 303);
    QCOMPARE(world.figures().helps, std::int64_t{2});
  }

  void heldPage_showsASupervisorTheOwnUnit() {
    PeopleWorld world;
    const Units units{world};
    const auto shows = [&](const char* who, Unit unit) {
      return world.get(who, "/held").body.find("id-" + units.held.at(unit)) != std::string::npos;
    };
    QVERIFY(shows("library", Unit::Library) && !shows("library", Unit::CitizenService));
    QVERIFY(!shows("citizen", Unit::Library) && shows("citizen", Unit::CitizenService));
    QVERIFY(shows("both", Unit::Library) && shows("both", Unit::CitizenService));
    const std::string tablets = world.get("library", "/tablets").body;
    QVERIFY(tablets.find(units.tablets.at(Unit::Library)) != std::string::npos);
    QVERIFY(tablets.find(units.tablets.at(Unit::CitizenService)) == std::string::npos);
  }

  void forms_ofOtherSessionsOrSites_doNothing() {
    PeopleWorld world;
    const Units units{world};
    const std::string block = "tablet=" + units.tablets.at(Unit::Library) + "&do=block";
    for (const std::string& path : kForms) {
      const std::string form = path == "/tablets" ? block : "do=remove&name=reader&next=a&again=b";
      Request request = world.requestOf("administrator", "POST", path);
      for (const std::string& token :
           {std::string{}, world.formTokenOf("both"), std::string(64, '0'),
            world.formTokenOf("administrator").substr(1), world.secrets["administrator"]}) {
        request.body = form + (token.empty() ? "" : "&csrf=" + token);
        QCOMPARE(world.answer(request).status, 403);
      }
      request.body = form + "&csrf=" + world.formTokenOf("administrator");
      request.headers["origin"] = "https://evil.example";
      QCOMPARE(world.answer(request).status, 403);
    }
    QCOMPARE(world.log().size(), 0UL);
    QCOMPARE(world.get("administrator", "/people").status, 200);  // nobody was logged out
    QCOMPARE(world.send("administrator", "/tablets", block).status, 303);
  }

  void formWithAFile_carriesItsTokenToo() {
    PeopleWorld world;
    Request request = world.requestOf("both", "POST", "/tablets");
    request.headers["content-type"] = "multipart/form-data; boundary=b";
    const auto body = [](const std::string& token) {
      return "--b\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\n" + token +
             "\r\n--b--\r\n";
    };
    request.body = body(world.formTokenOf("both"));
    QCOMPARE(world.answer(request).status, 422);
    request.body = body(world.formTokenOf("it"));
    QCOMPARE(world.answer(request).status, 403);
    request.body = "--b--\r\n";
    QCOMPARE(world.answer(request).status, 403);
  }

  void exactFigures_areForThoseWhomTheRuleNames() {
    PeopleWorld world;
    const auto sees = [&](const char* who, const std::string& path) {
      const Response answer = world.get(who, path);
      return answer.status == 200 && answer.body.find("id=\"published\"") == std::string::npos;
    };
    const std::map<std::string, std::map<std::string, std::set<std::string>>> expected = {
        {"nobody", {{"/overview", {}}, {"/v1/statistics/cells", {}}}},
        {"supervisors",
         {{"/overview", {"library", "citizen", "both", "administrator"}},
          {"/v1/statistics/cells", {}}}},
        {"all",
         {{"/overview", {"reader", "library", "citizen", "both", "administrator"}},
          {"/v1/statistics/cells", {"reader", "library", "citizen", "both", "administrator"}}}}};
    for (const auto& [rule, paths] : expected) {
      world.write([&, text = "threshold,exact_for\n5," + rule + "\n"](hub::WriteTx& tx) -> Status {
        const auto pos = tx.takePositions(1, 13, world.clock.now());
        return tx.putDocument({"small-cells", text}, *pos);
      });
      for (const auto& [path, who] : paths) {
        for (const char* each : {"reader", "library", "citizen", "both", "administrator", "it"}) {
          QVERIFY2(sees(each, path) == who.contains(each),
                   (rule + " " + path + " " + each).c_str());
        }
      }
    }
  }

  void navigation_leadsWhereOneMayGo() {
    PeopleWorld world;
    const std::map<std::string, QStringList> expected = {
        {"reader", {"/overview", "/password"}},
        {"library", {"/overview", "/held", "/tablets", "/password"}},
        {"citizen", {"/overview", "/held", "/tablets", "/password"}},
        {"both", {"/overview", "/held", "/tablets", "/password"}},
        {"administrator",
         {"/overview", "/held", "/tablets", "/topics", "/hours", "/authority", "/files", "/people",
          "/erase", "/retention", "/small-cells", "/audit", "/password"}},
        {"it", {"/tablets", "/audit", "/password"}},
    };
    for (const auto& [who, list] : expected) {
      QCOMPARE(places(world.get(who, "/password")), list);
      QCOMPARE(QString::fromStdString(locationOf(world.get(who, "/"))), list.first());
    }
  }
};

QTEST_GUILESS_MAIN(TstRights)
#include "tst_rights.moc"
