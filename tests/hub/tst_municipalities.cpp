// Goal: many municipalities at one hub, none of which can see, change or be mistaken for another.
// Method: the real hub over HTTP on both engines, with keys of one used at the door of another;
// and, in PostgreSQL, statements that forget to name the municipality.
#include "tests/hub/hub_requests.h"
#include "tests/support/postgres_server.h"

#include <QJsonArray>
#include <QTest>

using namespace vejviser::test;

namespace {

/// A hub with two municipalities, each with a tablet that has logged and a supervisor.
class TwoTowns {
 public:
  explicit TwoTowns(const QString& database) : hub(HubProcess::beside(database)) {
    for (const QString& town : {kOne, kOther}) {
      hub->addMunicipality(town, town + " Kommune");
      hub->command({"--at", town, "user", "add", "Supervisor", "--role", "administrator"},
                   kPassword + "\n");
    }
    hub->start();
    for (const QString& town : {kOne, kOther}) {
      mustRun(cli(tablet(town), {"enrol", address(town), code(town)}));
      mustRun(cli(tablet(town), {"log", town == kOne ? "mitid-help" : "loan"}));
      mustRun(cli(tablet(town), {"sync"}));
    }
  }

  QString address(const QString& town) const { return hub->url() + "/" + town; }
  QString tablet(const QString& town) const { return m_dir.path(town); }
  QString code(const QString& town) const {
    return hub->command({"--at", town, "enrol-code", "--name", "Tablet", "--unit", "library"})
        .out.trimmed();
  }
  QString token(const QString& town) const {
    return "Authorization: Bearer " + tokenOf(tablet(town));
  }
  QString cookie(const QString& town) const {
    return logInAt(*hub, "/" + town, "Supervisor", kPassword);
  }

  static inline const QString kOne = "esbjerg";
  static inline const QString kOther = "dragoer";
  static inline const QByteArray kPassword = "en lang adgangskode";

  std::unique_ptr<HubProcess> hub;

 private:
  static void mustRun(const Ran& ran) {
    if (ran.exitCode != 0) qFatal("%s %s", qPrintable(ran.out), qPrintable(ran.err));
  }

  Folder m_dir;
};

}  // namespace

class TstMunicipalities : public QObject {
  Q_OBJECT

 private slots:
  void engines_data() {
    QTest::addColumn<QString>("database");
    QTest::newRow("SQLite") << QString{};
    if (PostgresServer::absence().isEmpty()) {
      m_server = std::make_unique<PostgresServer>();
      QTest::newRow("PostgreSQL") << m_server->url();
    }
  }

  void engines() {
    QFETCH(QString, database);
    const TwoTowns towns{database};
    eachHasAnAddressOfItsOwn(towns);
    keysOpenOneDoorOnly(towns);
    figuresStayAtHome(towns);
    aNewOneIsServedSoon(towns);
  }

  void aCodeThatIsAnAddressAlready_isRefused() {
    const auto hub = HubProcess::beside({});
    for (const QString code : {"v1", "login", "style.css", "Esbjerg", "../x"}) {
      QVERIFY(hub->command({"--at", code, "init", "--municipality", "X"}).exitCode > 0);
    }
    QCOMPARE(hub->command({"--at", "esbjerg", "status"}).exitCode, 1);
  }

  void secondWall_holdsForStatementsThatNameNoMunicipality() {
    if (!m_server) QSKIP("PostgreSQL 15 is not installed");
    const QString all = "SELECT count(*) FROM entry";
    const QString as = "SET ROLE vejviser; SET vejviser.municipality = '%1'; ";
    const QString one = m_server->sql("SELECT key FROM municipality WHERE code = 'esbjerg'");
    const QString other = m_server->sql("SELECT key FROM municipality WHERE code = 'dragoer'");
    QCOMPARE(m_server->sql(all), "2");
    QCOMPARE(m_server->sql("SET ROLE vejviser; " + all), "0");
    QCOMPARE(m_server->sql(as.arg(one) + all), "1");
    QCOMPARE(m_server->sql(as.arg(one) + "SELECT DISTINCT municipality FROM entry"), one);
    const QString foreign = as.arg(one) +
                            "UPDATE entry SET held = 'x' WHERE municipality = " + other +
                            "; INSERT INTO erased VALUES(" + other + ", gen_random_uuid())";
    QVERIFY(m_server->attempt(foreign).err.contains("row-level security"));
    QCOMPARE(m_server->sql("SELECT count(*) FROM entry WHERE held = 'x'"), "0");
    // Every table that knows municipalities is behind it.
    QCOMPARE(
        m_server->sql("SELECT count(*) FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid"
                      " WHERE a.attname = 'municipality' AND c.relkind = 'r'"
                      " AND NOT (c.relrowsecurity AND c.relforcerowsecurity)"),
        "0");
  }

  void aRoleThatTheWallDoesNotHoldFor_isRefused() {
    if (!m_server) QSKIP("PostgreSQL 15 is not installed");
    const auto hub = HubProcess::beside(m_server->url().replace("vejviser@", "postgres@"));
    const Ran ran = hub->command({"--at", "esbjerg", "status"});
    QCOMPARE(ran.exitCode, 1);
    QVERIFY2(ran.err.contains("superuser"), qPrintable(ran.err));
  }

 private:
  static QString hubAt(const QString& address) {
    return request("GET", address + "/v1/hello").json()["hub"].toString();
  }

  static void eachHasAnAddressOfItsOwn(const TwoTowns& towns) {
    const QString one = towns.address(TwoTowns::kOne);
    const QString other = towns.address(TwoTowns::kOther);
    QVERIFY(!hubAt(one).isEmpty());
    QVERIFY(hubAt(one) != hubAt(other));
    QCOMPARE(request("GET", towns.hub->url() + "/v1/hello").status, 404);
    QCOMPARE(request("GET", towns.hub->url() + "/gribskov/v1/hello").status, 404);
    QCOMPARE(request("GET", one).status, 308);
    QCOMPARE(request("GET", towns.hub->url() + "/health").status, 200);
    const Answer page = request("GET", one + "/overview", {}, {towns.cookie(TwoTowns::kOne)});
    QCOMPARE(page.status, 200);
    QVERIFY(page.body.contains("esbjerg Kommune"));
    QVERIFY(page.body.contains("/esbjerg/style.css?v="));
    QCOMPARE(request("GET", one + "/style.css").status, 200);
  }

  static void keysOpenOneDoorOnly(const TwoTowns& towns) {
    for (const bool swapped : {false, true}) {
      const QString own = swapped ? TwoTowns::kOther : TwoTowns::kOne;
      const QString foreign = swapped ? TwoTowns::kOne : TwoTowns::kOther;
      const auto status = [&](const QString& method, const QString& town, const QString& path,
                              const QString& key, const QByteArray& body = {}) {
        return request(method, towns.address(town) + path, body, {key, kJson}).status;
      };
      for (const QString path : {"/v1/sync", "/v1/token"}) {
        QCOMPARE(status("POST", foreign, path, towns.token(own), pushOf({})), 401);
        QCOMPARE(status("POST", own, path, towns.token(own), pushOf({})), 200);
      }
      QCOMPARE(status("GET", foreign, "/v1/statistics", towns.token(own)), 401);
      QCOMPARE(status("GET", own, "/v1/statistics", towns.token(own)), 200);
      const QString cookie = towns.cookie(own);
      for (const QString path : {"/overview", "/held", "/tablets"}) {
        QCOMPARE(status("GET", foreign, path, cookie), 303);
        QCOMPARE(status("GET", own, path, cookie), 200);
      }
      const QByteArray code = "{\"code\":\"" + towns.code(own).toUtf8() + "\"}";
      QCOMPARE(status("POST", foreign, "/v1/enrol", {}, code), 403);
      QCOMPARE(status("POST", own, "/v1/enrol", {}, code), 201);
    }
  }

  static void figuresStayAtHome(const TwoTowns& towns) {
    for (const QString& town : {TwoTowns::kOne, TwoTowns::kOther}) {
      const QJsonObject figures =
          request("GET", towns.address(town) + "/v1/statistics", {}, {towns.token(town)}).json();
      const auto topics = tableOf(figures, "by_topic", {"topic"});
      QCOMPARE(topics.size(), 1);
      QCOMPARE(topics.begin()->first, town == TwoTowns::kOne ? "mitid-help" : "loan");
      QCOMPARE(towns.hub->command({"--at", town, "recount"}).exitCode, 0);
    }
  }

  static void aNewOneIsServedSoon(const TwoTowns& towns) {
    const QString code = "haderslev";
    towns.hub->addMunicipality(code, "Haderslev Kommune");
    QVERIFY(eventually([&] { return !hubAt(towns.address(code)).isEmpty(); }));
  }

  std::unique_ptr<PostgresServer> m_server;
};

QTEST_GUILESS_MAIN(TstMunicipalities)
#include "tst_municipalities.moc"
