// Goal: every setting can be given in a file, the environment and by a flag, the nearer one wins,
// what is wrong is said with its key, its place and what is allowed, and no secret is shown.
// Method: the reader with a table of the test's own, which has a secret; then the real program.
#include "sync/hub/address_range.h"
#include "sync/hub/hub_settings.h"
#include "tests/support/programs.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace vejviser;
using namespace vejviser::hub;
using namespace vejviser::test;

namespace {

bool isShort(const std::string& text) {
  return text.size() < 30;
}

constexpr std::array<Setting, 4> kTable = {{
    {"place", SettingKind::Text, "here", "a short text", isShort, ""},
    {"calm", SettingKind::Flag, "false", "", isShort, ""},
    {"from", SettingKind::List, "a, b", "a short text", isShort, ""},
    {"key", SettingKind::Secret, "", "a short text", isShort, ""},
}};

const QString kPassword = "hunter2-and-more";

QString faultsOf(const SettingSources& sources) {
  QString all;
  for (const std::string& fault : readSettings(kTable, sources).faults) {
    all += QString::fromStdString(fault) + "\n";
  }
  return all;
}

Settings good(const SettingSources& sources) {
  ReadSettings read = readSettings(kTable, sources);
  if (!read.faults.empty()) qFatal("%s", read.faults.front().c_str());
  return std::move(read.settings);
}

void put(const QString& path, const QByteArray& content) {
  QFile file{path};
  if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size()) {
    qFatal("%s cannot be written", qPrintable(path));
  }
}

Ran hubWith(const QStringList& arguments, const QStringList& environment = {}) {
  return runProgram(programPath("vejviser-hub"), arguments, {}, environment);
}

}  // namespace

class TstSettings : public QObject {
  Q_OBJECT

 private slots:
  void flag_winsOverTheEnvironment_whichWinsOverTheFile() {
    SettingSources sources{{}, {}, "f", "# what\n\nplace = file\n"};
    QCOMPARE(good({}).text("place"), std::string{"here"});
    QCOMPARE(good({}).source("place"), std::string{"default"});
    QCOMPARE(good(sources).text("place"), std::string{"file"});
    QCOMPARE(good(sources).source("place"), std::string{"f:3"});
    sources.environment["VEJVISER_HUB_PLACE"] = "env";
    QCOMPARE(good(sources).text("place"), std::string{"env"});
    QCOMPARE(good(sources).source("place"), std::string{"VEJVISER_HUB_PLACE"});
    sources.flags["place"] = {"flag"};
    QCOMPARE(good(sources).text("place"), std::string{"flag"});
    QCOMPARE(good(sources).source("place"), std::string{"--place"});
  }

  void values_areReadAsToml() {
    const Settings read =
        good({{}, {}, "f", "place = \"with space\"\ncalm = true\nfrom = [\"x\", \"y z\"]\r\n"});
    QCOMPARE(read.text("place"), std::string{"with space"});
    QVERIFY(read.flag("calm"));
    QCOMPARE(read.list("from"), (std::vector<std::string>{"x", "y z"}));
    QCOMPARE(good({{}, {{"VEJVISER_HUB_FROM", "p, q,r"}}, "", ""}).list("from"),
             (std::vector<std::string>{"p", "q", "r"}));
    QCOMPARE(good({}).list("from"), (std::vector<std::string>{"a", "b"}));
  }

  void whatIsWrong_isSaidWithKeyPlaceAndWhatIsAllowed_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("fault");
    const QString tooLong(40, 'x');
    QTest::newRow("a value") << "\nplace = " + tooLong
                             << "f:2: place is \"" + tooLong + "\": it must be a short text";
    QTest::newRow("a flag") << "calm = maybe"
                            << "f:1: calm is \"maybe\": it must be true or false";
    QTest::newRow("an unknown key") << "plaice = x"
                                    << "f:1: plaice is no setting";
    QTest::newRow("no setting's file") << "place-file = x"
                                       << "f:1: place-file is no setting";
    QTest::newRow("a word") << "place"
                            << "f:1: is no \"key = value\"";
    QTest::newRow("a section") << "[hub]"
                               << "f:1: is no \"key = value\"";
    QTest::newRow("a key of a section") << "hub.place = x"
                                        << "f:1: is no \"key = value\"";
    QTest::newRow("twice") << "place = a\nplace = b"
                           << "f:2: place stands in line 1 already";
    QTest::newRow("several for one") << "place = [\"a\", \"b\"]"
                                     << "f:1: place must have one value";
    QTest::newRow("a secret's file that is not there") << "key-file = /no/such"
                                                       << "f:1: key-file cannot be read: /no/such";
  }

  void whatIsWrong_isSaidWithKeyPlaceAndWhatIsAllowed() {
    QFETCH(QString, text);
    QFETCH(QString, fault);
    const QString said = faultsOf({{}, {}, "f", text.toStdString()});
    QVERIFY2(said.startsWith(fault), qPrintable(said));
    QCOMPARE(said.count('\n'), 1);
  }

  void whatIsWrong_isSaid_evenWhenSomethingElseWins() {
    const SettingSources sources{
        {{"place", {"good"}}}, {{"VEJVISER_HUB_OTHER", "x"}}, "f", "calm = x\n"};
    const QString said = faultsOf(sources);
    QVERIFY2(said.contains("f:1: calm") && said.contains("VEJVISER_HUB_OTHER: other is no setting"),
             qPrintable(said));
  }

  void secret_comesFromAFileOfItsOwn_andIsShownNowhere() {
    const Folder dir;
    put(dir.path("secret"), kPassword.toUtf8() + "\n");
    const std::string path = dir.path("secret").toStdString();
    for (const SettingSources& sources :
         {SettingSources{{}, {}, "f", "key-file = " + path},
          SettingSources{{}, {{"VEJVISER_HUB_KEY_FILE", path}}, "", ""}}) {
      const Settings read = good(sources);
      QCOMPARE(read.text("key"), kPassword.toStdString());
      const QString shown = QString::fromStdString(read.shown(kTable));
      QVERIFY2(!shown.contains(kPassword) && shown.contains("key = ***"), qPrintable(shown));
    }
    const std::string tooLong = kPassword.toStdString() + std::string(40, 'x');
    const QString said = faultsOf({{}, {{"VEJVISER_HUB_KEY", tooLong}}, "", ""});
    QVERIFY2(said.contains("key must be a short text") && !said.contains(kPassword),
             qPrintable(said));
  }

  void passwordsInUrls_areHidden_data() {
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("shown");
    QTest::newRow("url") << "postgresql://hub:" + kPassword + "@db:5432/hub"
                         << "postgresql://hub:***@db:5432/hub";
    QTest::newRow("with an @") << "postgresql://hub:p@" + kPassword + "@db/hub"
                               << "postgresql://hub:***@db/hub";
    QTest::newRow("words") << "host=db password=" + kPassword + " user=hub"
                           << "host=db password=*** user=hub";
    QTest::newRow("in quotes") << "password='a " + kPassword + "' user=hub"
                               << "password=***' user=hub";
    QTest::newRow("parameter") << "postgresql:///hub?password=" + kPassword + "&user=x"
                               << "postgresql:///hub?password=***&user=x";
    QTest::newRow("none") << "https://hub.example.dk:8443/a@b"
                          << "https://hub.example.dk:8443/a@b";
  }

  void passwordsInUrls_areHidden() {
    QFETCH(QString, url);
    QFETCH(QString, shown);
    QCOMPARE(QString::fromStdString(withoutPasswords(url.toStdString())), shown);
  }

  void addressRange_holdsWhatBeginsAlike() {
    const auto holds = [](const char* range, const char* address) {
      return AddressRange::read(range).value().contains(address);
    };
    QVERIFY(holds("10.1.0.0/16", "10.1.255.3"));
    QVERIFY(!holds("10.1.0.0/16", "10.2.0.1"));
    QVERIFY(holds("10.1.2.3", "10.1.2.3"));
    QVERIFY(!holds("10.1.2.3", "10.1.2.2"));
    QVERIFY(holds("127.0.0.0/8", "::ffff:127.0.0.1"));
    QVERIFY(holds("fd00::/8", "fd12::1"));
    QVERIFY(!holds("fd00::/8", "fe80::1"));
    QVERIFY(!holds("0.0.0.0/0", "::1"));
    QVERIFY(!holds("127.0.0.0/8", ""));
    for (const char* wrong : {"", "x", "10.0.0.0/33", "10.0.0.0/", "::1/129", "10.0.0/8", "1/-1"}) {
      QVERIFY2(!AddressRange::read(wrong), wrong);
    }
  }

  void program_showsWhatHolds_andFromWhere() {
    const Folder dir;
    put(dir.path("hub.conf"), "listen = 127.0.0.1:9999\nlog-level = warning\n");
    const QString config = dir.path("hub.conf");
    const Ran ran = hubWith({"--config", config, "config", "show", "--log-format", "json"},
                            {"VEJVISER_HUB_LOG_LEVEL=error"});
    QCOMPARE(ran.exitCode, 0);
    QVERIFY(ran.out.contains("listen = 127.0.0.1:9999  # " + config + ":1\n"));
    QVERIFY(ran.out.contains("log-level = error  # VEJVISER_HUB_LOG_LEVEL\n"));
    QVERIFY(ran.out.contains("log-format = json  # --log-format\n"));
    QVERIFY(ran.out.contains("drain-seconds = 0  # default\n"));
    QVERIFY(hubWith({"config", "show"}, {"VEJVISER_HUB_CONFIG=" + config})
                .out.contains("listen = 127.0.0.1:9999  # " + config + ":1\n"));
  }

  void program_refusesWrongSettings_beforeItDoesAnything() {
    HubProcess hub;
    const Folder dir;
    put(dir.path("hub.conf"), "drain-seconds = soon\n");
    for (const QStringList& command : {QStringList{"config", "check"}, QStringList{"serve"},
                                       QStringList{"status"}, QStringList{"migrate"}}) {
      const Ran ran =
          hubWith(QStringList{"--data", hub.folder(), "--config", dir.path("hub.conf")} + command);
      QCOMPARE(ran.exitCode, 2);
      QVERIFY2(ran.err.contains(dir.path("hub.conf") + ":1: drain-seconds is \"soon\": it must be "
                                                       "a whole number from 0 to 3600"),
               qPrintable(ran.err));
      QVERIFY(ran.out.isEmpty());
    }
    QCOMPARE(hubWith({"--config", dir.path("none"), "config", "check"}).exitCode, 2);
    QCOMPARE(hubWith({"config", "check"}).exitCode, 0);
  }

  void folder_canBeSetForAllCommands() {
    HubProcess hub;
    const Ran ran = hubWith({"status"}, {"VEJVISER_HUB_DATA=" + hub.folder()});
    QCOMPARE(ran.exitCode, 0);
    QVERIFY(ran.out.contains("Prøvekøbing"));
  }

  void example_isGood_andNamesEverySetting_asItIsByDefault() {
    const QString example = QStringLiteral(VEJVISER_SOURCE "/platform/hub.conf.example");
    QCOMPARE(hubWith({"--config", example, "config", "check"}).exitCode, 0);
    QFile file{example};
    QVERIFY(file.open(QIODevice::ReadOnly));
    QByteArray all = file.readAll();
    for (const Setting& setting : hubSettings()) {
      const QRegularExpression line{"^#?" + QString{setting.key} + " = ",
                                    QRegularExpression::MultilineOption};
      QVERIFY2(line.match(QString::fromUtf8(all)).hasMatch(), setting.key);
    }
    static const QRegularExpression kOff{"^#([a-z-]+ = )", QRegularExpression::MultilineOption};
    const Folder dir;
    put(dir.path("on.conf"), QString::fromUtf8(all).replace(kOff, "\\1").toUtf8());
    const Ran on = hubWith({"--config", dir.path("on.conf"), "config", "check"});
    QVERIFY2(on.exitCode == 0, qPrintable(on.err));
  }
};

QTEST_GUILESS_MAIN(TstSettings)
#include "tst_settings.moc"
