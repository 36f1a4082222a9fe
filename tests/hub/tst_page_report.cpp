// Goal: the report for reading says what the JSON says, in text that can be searched, and fits on
// two pages whatever names and figures there are. Method: the real program, and the hub's rules on
// both engines with a clock that the test owns; poppler reads the PDFs.
#include "sync/hub/publishing.h"
#include "sync/hub/statistics_api.h"
#include "tests/hub/hub_requests.h"
#include "tests/hub/hub_world.h"

#include <QFile>
#include <QJsonArray>
#include <QRegularExpression>
#include <QTest>

using namespace vejviser;
using namespace vejviser::test;

namespace {

using Numbers = std::map<QString, qint64>;

/// What a program of poppler says of a PDF; one blank stands for any number of them.
QString toldOf(const QByteArray& pdf, const QString& program, const QStringList& options) {
  const Folder folder;
  QFile file{folder.path("report.pdf")};
  if (!file.open(QIODevice::WriteOnly) || file.write(pdf) != pdf.size()) return {};
  file.close();
  QStringList arguments = options;
  arguments.insert(arguments.indexOf("FILE"), file.fileName());
  arguments.removeAll("FILE");
  const Ran ran = runProgram("/usr/bin/" + program, arguments);
  if (ran.exitCode != 0) qFatal("no PDF: %s", qPrintable(ran.err));
  static const QRegularExpression blanks{"[ \u00a0]+"};
  return QString{ran.out}.replace(blanks, " ");
}
QString textOf(const QByteArray& pdf) {
  return toldOf(pdf, "pdftotext", {"-layout", "FILE", "-"});
}

/// "name 1 2 3": a row of the report's tables.
QString rowOf(const QString& name, qint64 library, qint64 citizenService) {
  return QString{"\n %1 %2 %3 %4\n"}
      .arg(name)
      .arg(library)
      .arg(citizenService)
      .arg(library + citizenService);
}

}  // namespace

class TstPageReport : public QObject {
  Q_OBJECT

 private:
  std::unique_ptr<HubProcess> m_hub;
  Folder m_dir;
  QString m_reader;  ///< header
  EntryMaker m_maker{"1111111111111111"};

  Answer get(const QString& query, const QStringList& more = {}) const {
    return request("GET", m_hub->url() + "/v1/statistics" + query, {},
                   more + QStringList{m_reader});
  }
 private slots:
  void initTestCase() {
    m_hub = std::make_unique<HubProcess>(QStringList{"hb=Bøger & børn"},
                                         onPostgres() ? postgres().url() : QString{});
    m_hub->start();
    m_hub->enrol(m_dir.path("tablet"));
    m_reader = "Authorization: Bearer " + m_hub->command({"api-token", "add", "BI"}).out.trimmed();
    std::vector<Entry> entries;
    for (int i = 0; i < 40; ++i) {
      Entry help = m_maker.help(i % 3 == 0 ? "loan" : "mitid-help");
      help.fields.branch = "hb";
      help.fields.unit = i % 4 == 0 ? Unit::CitizenService : Unit::Library;
      help.fields.people = 1 + i % 4;
      entries.push_back(help);
      if (i % 5 > 1) continue;
      Entry referral = m_maker.referral(help, i % 2 == 0 ? "citizen_service" : "skat");
      referral.fields.unit = Unit::Library;
      entries.push_back(referral);
    }
    const QStringList headers = {"Authorization: Bearer " + tokenOf(m_dir.path("tablet")), kJson};
    QCOMPARE(request("POST", m_hub->url() + "/v1/sync", pushOf(entries), headers).status, 200);
  }

  void report_saysWhatTheJsonSays() {
    const QJsonObject figures = get("").json();
    const Answer answer = get("?format=pdf");
    QCOMPARE(answer.type, QString{"application/pdf"});
    const QString text =
        "\n " +
        textOf(answer.body).replace("\n", "\n ").replace(" \n", "\n").replace("\n  ", "\n ");
    Numbers topics = tableOf(figures, "by_topic", {"topic", "unit"});
    Numbers helps;
    for (const auto& [key, n] : topics) helps[key.section('/', 1)] += n;
    QCOMPARE(helps["library"] + helps["citizen_service"], figures["helps"].toInteger());
    QVERIFY2(text.contains(rowOf("Enquiries", helps["library"], helps["citizen_service"])),
             qPrintable(text));
    QVERIFY(text.contains(QString{"\n People %1\n"}.arg(figures["people"].toInteger())));
    Numbers sent = tableOf(figures, "referrals_to", {"from", "to"}, "referrals");
    Numbers from;
    for (const auto& [key, n] : sent) from[key.section('/', 0, 0)] += n;
    QVERIFY(text.contains(rowOf("Referrals", from["library"], from["citizen_service"])));
    QVERIFY(text.contains(rowOf("Citizen service", sent["library/citizen_service"],
                                sent["citizen_service/citizen_service"])));
    const QJsonArray catalogue =
        request("GET", m_hub->url() + "/v1/catalogue", {}, {m_reader}).json()["topics"].toArray();
    for (const QJsonValue& topic : catalogue) {
      const QString id = topic["id"].toString();
      if (!topics.contains(id + "/library") && !topics.contains(id + "/citizen_service")) continue;
      QVERIFY2(text.contains(rowOf(topic["name_en"].toString(), topics[id + "/library"],
                                   topics[id + "/citizen_service"])),
               qPrintable(id + text));
    }
  }

  void report_isTwoTaggedPagesInItsLanguage() {
    const QByteArray danish = get("?format=pdf&dialect=da&branch=hb").body;
    const QString about = toldOf(danish, "pdfinfo", {"FILE"});
    QVERIFY2(about.contains("Pages: 2\n") && about.contains("Tagged: yes\n"), qPrintable(about));
    QVERIFY(
        about.contains("Title: Fælles tal for bibliotek og borgerservice, Prøvekøbing Kommune"));
    QVERIFY(danish.contains("/Lang (da)"));
    QVERIFY(get("?format=pdf").body.contains("/Lang (en)"));
    const QString text = textOf(danish);
    for (const char* words : {"Prøvekøbing Kommune", "Bøger & børn", "Tablets i brug: 1",
                              "Klarede det selv eller med vejledning", "Henvendelser over tid",
                              "De hyppigste emner", "Henvendelser efter ugedag og time"}) {
      QVERIFY2(text.contains(words), qPrintable(words + text));
    }
  }

  void whatIsWithheld_isWithheldInTheReportToo() {
    HubWorld world;
    const auto at = [](const char* time) { return fromLocal(*parseLocalTime(time)); };
    std::vector<Entry> entries;
    for (int i = 0; i < 23; ++i) {
      Entry help = m_maker.help(i < 3 ? "loan" : "mitid-help");
      help.fields.when = at("2026-10-14 10:30");
      entries.push_back(help);
    }
    world.clock.set(at("2026-10-14 12:00"));
    for (Entry& entry : entries) entry.at = world.clock.now();
    world.reading = {world.clock.now(), entries.front().boot, entries.front().up};
    world.push(entries);
    world.clock.set(at("2026-11-04 12:00"));
    QVERIFY(hub::publishMonths(*world.storage, world.clock, world.random).ok());
    const hub::FiguresQuestion october{{*parseDay("2026-10-01"), *parseDay("2026-10-31")}, ""};
    const hub::Form form{hub::Format::Pdf, hub::CsvDialect::Danish};
    const std::string pdf = world.ask([&](hub::WriteTx& tx) -> Result<std::string> {
      const auto answer = hub::figuresFrom(tx, {}, october, world.clock.now(), hub::Readers::Any);
      if (!answer) return answer.error();
      return hub::figuresText(tx, form, *answer);
    });
    const QString text = textOf(QByteArray::fromStdString(pdf));
    QVERIFY2(text.contains("Offentliggjorte tal for hele måneder"), qPrintable(text));
    QVERIFY2(text.contains("L skjult"), qPrintable(text));
    QVERIFY2(!text.contains("L 3"), qPrintable(text));
    QVERIFY2(text.contains("Henvendelser 23 "), qPrintable(text));
  }

  void namesAsLongAsTheyMayBe_andEveryTopicAtEveryHour_fitOnTwoPages() {
    HubWorld world;
    world.seeExact();
    const auto now = fromLocal(*parseLocalTime("2026-11-20 12:00"));
    std::vector<Topic> topics;
    for (int i = 0; i < 88; ++i) {
      const std::string name = std::string(400, 'm') + std::to_string(i);
      topics.push_back({"topic-" + std::to_string(i), name, name, "g"});
    }
    world.write([&](hub::WriteTx& tx) -> Status {
      const auto first = tx.takePositions(88, 14, now);
      return tx.putTopics(topics, *first);
    });
    world.clock.set(now);
    std::vector<Entry> entries;
    for (int i = 0; i < 24 * 7; ++i) {
      Entry help = m_maker.help("topic-" + std::to_string(i % 88));
      help.at = now;
      help.fields.when = now - std::chrono::hours{i + 1};
      entries.push_back(help);
    }
    world.reading = {now, entries.front().boot, entries.front().up};
    world.push(entries);
    const hub::FiguresQuestion years{{*parseDay("2017-01-01"), *parseDay("2026-11-20")}, ""};
    const std::string pdf = world.ask([&](hub::WriteTx& tx) -> Result<std::string> {
      const auto answer = hub::figuresFrom(tx, {}, years, now, hub::Readers::Any);
      if (!answer) return answer.error();
      return hub::figuresText(tx, {hub::Format::Pdf}, *answer);
    });
    const QString text = textOf(QByteArray::fromStdString(pdf));
    QCOMPARE(text.count('\f'), 2);
    QVERIFY2(text.contains("Enquiries 168 – 168"), qPrintable(text));
    for (const char* last : {"23:00-24:00", "Referrals, balance 0", "2/2"}) {
      QVERIFY2(text.contains(last), qPrintable(text));
    }
    QVERIFY(text.indexOf("Referrals, balance") < text.indexOf("2/2"));
  }

  void picture_isOfTheSamePages() {
    const Answer answer = get("", {"Accept: image/png"});
    QCOMPARE(answer.type, QString{"image/png"});
    const QByteArray size = answer.body.mid(16, 8);  // IHDR: width and height
    QCOMPARE(size.toHex(), QByteArray{"000004a600000d26"});
    QVERIFY(answer.body == get("?format=png").body);
  }

  void withoutFonts_thereIsNoReport_butAReason() {
    QFile fonts{m_dir.path("fonts.conf")};
    QVERIFY(fonts.open(QIODevice::WriteOnly) && fonts.write("<fontconfig></fontconfig>") > 0);
    fonts.close();
    qputenv("FONTCONFIG_FILE", fonts.fileName().toUtf8());
    const Ran ran = m_hub->command({"export", "--format", "pdf", "--output", m_dir.path("unmade")});
    qunsetenv("FONTCONFIG_FILE");
    QCOMPARE(ran.exitCode, 1);
    QVERIFY2(ran.err.contains("install fonts-dejavu-core"), qPrintable(ran.err));
    QVERIFY(!QFile::exists(m_dir.path("unmade")));
  }
};

QTEST_GUILESS_MAIN(TstPageReport)
#include "tst_page_report.moc"
