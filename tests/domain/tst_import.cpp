// Goal: foreign files become helps; what cannot be used is listed, never dropped; impossible
// clocks are set apart.
// Method: small files written by hand after the real ones, each with one peculiarity.
#include "platform/csv.h"
#include "src/domain/calendar.h"
#include "src/domain/import.h"

#include <QFile>
#include <QTest>
#include <algorithm>
#include <set>

using namespace vejviser;

namespace {

const Catalogue& catalogue() {
  static const Catalogue s_catalogue = *readCatalogue(*platform::readCsv(builtInTopicsCsv()));
  return s_catalogue;
}

CsvRows rowsOf(const QString& text) {
  return *platform::readCsv(text.toStdString());
}

const QString kQueues =
    "date,time,office,queue_id,queue_letter,queue_name,called,waiting,open_counters\n";

Result<ImportPlan> planQueues(const QString& lines, const QueueImport& options = {}) {
  return planQueueSnapshots(rowsOf(kQueues + lines), catalogue(), options);
}

}  // namespace

class TstImport : public QObject {
  Q_OBJECT

 private slots:
  void queues_everyCalledTicketBecomesAHelpAtItsTime() {
    const auto plan = planQueues(
        "2026-01-05,08:00,A,4,H,Other,3,1,4\n"
        "2026-01-05,14.05,A,4,H,Other,1,0,4\n");
    QVERIFY(plan);
    QCOMPARE(plan->entries.size(), 4U);
    QVERIFY(plan->entries[0].fields.when == fromLocal({*parseDay("2026-01-05"), 8, 0}));
    QVERIFY(plan->entries[3].fields.when == fromLocal({*parseDay("2026-01-05"), 14, 5}));
    QVERIFY(plan->unmapped.empty());
  }

  void queues_keysAreUnique_andTheSameEveryTime() {
    const QString lines = "2026-01-05,08:00,A,4,H,Pas,3,1,4\n2026-01-05,08:05,A,4,H,Pas,2,1,4\n";
    const auto first = planQueues(lines);
    const auto again = planQueues(lines);
    std::set<std::string> keys;
    for (std::size_t i = 0; i < first->entries.size(); ++i) {
      QVERIFY(keys.insert(first->entries[i].key).second);
      QCOMPARE(first->entries[i].key, again->entries[i].key);
    }
  }

  void queues_daysFarFromTheBulk_areInDoubt_andListed() {
    const auto plan = planQueues(
        "2019-12-30,08:00,A,1,A,Pas,1,0,1\n"
        "2020-01-02,08:00,A,1,A,Pas,1,0,1\n"
        "2020-01-03,08:00,A,1,A,Pas,1,0,1\n"
        "2020-12-30,08:00,A,1,A,Pas,2,0,1\n"
        "2012-02-09,08:00,B,1,A,Pas,1,0,1\n");
    QCOMPARE(plan->entries.size(), 6U);
    const auto doubts =
        std::count_if(plan->entries.begin(), plan->entries.end(),
                      [](const PlannedEntry& entry) { return entry.fields.doubt == Doubt::Clock; });
    QCOMPARE(doubts, 3);
    QCOMPARE(plan->doubtful.size(), 2U);
    QCOMPARE(plan->doubtful[0].row, 5U);
    QCOMPARE(plan->doubtful[1].row, 6U);
  }

  void queues_aWholeYearIsNoDoubt() {
    QString lines;
    for (Day day = *parseDay("2025-01-01"); day < *parseDay("2026-01-01");
         day += std::chrono::days{30}) {
      lines += QString::fromStdString(toString(day)) + ",08:00,A,1,A,Pas,1,0,1\n";
    }
    QVERIFY(planQueues(lines)->doubtful.empty());
  }

  void queues_unreadableRows_areListedWithTheirLine() {
    const auto plan = planQueues(
        "2026-01-05,08:00,A,1,A,Pas,x,0,1\n"
        "2026-02-30,08:00,A,1,A,Pas,1,0,1\n"
        "2026-01-05,25:00,A,1,A,Pas,1,0,1\n"
        "2026-01-05,08:00,A,1,A,Pas,-1,0,1\n"
        "2026-01-05\n"
        "2026-01-05,08:00,A,1,A,Pas,1,0,1\n");
    QCOMPARE(plan->entries.size(), 1U);
    QCOMPARE(plan->unreadable.size(), 5U);
    QCOMPARE(plan->unreadable[1].row, 3U);
  }

  void queues_ofOtherOffices_areLeftAlone() {
    QueueImport options;
    options.office = "B";
    const auto plan =
        planQueues("2026-01-05,08:00,A,1,A,Pas,1,0,1\n2026-01-05,08:00,B,1,A,Pas,2,0,1\n", options);
    QCOMPARE(plan->entries.size(), 2U);
    QCOMPARE(plan->otherPlaces, 1);
  }

  void queues_namesMapByTableTopicNameOrId_elseAreListed() {
    QueueImport options;
    options.mapping = *readMapping(rowsOf("name,topic\nKasa,parking\n"), catalogue());
    const auto plan = planQueues(
        "2026-01-05,08:00,A,1,A,KASA,1,0,1\n"
        "2026-01-05,08:00,A,2,A,Identity card,1,0,1\n"
        "2026-01-05,08:00,A,3,A,loan,1,0,1\n"
        "2026-01-05,08:00,A,4,A,Dowody,4,0,1\n",
        options);
    QCOMPARE(plan->entries[0].fields.topic, std::string{"parking"});
    QCOMPARE(plan->entries[1].fields.topic, std::string{"id-card"});
    QCOMPARE(plan->entries[2].fields.topic, std::string{"loan"});
    QCOMPARE(plan->entries[3].fields.topic, std::string{"other"});
    QCOMPARE(plan->unmapped.at("Dowody"), 4);
    QCOMPARE(plan->unmapped.size(), 1U);
  }

  void queues_withoutAColumn_sayWhich() {
    const auto plan =
        planQueueSnapshots(rowsOf("date,time,office\n2026-01-05,08:00,A\n"), catalogue(), {});
    QVERIFY(!plan);
    QVERIFY(QString::fromStdString(plan.error().text()).contains("queue_id"));
  }

  void mapping_toATopicThatIsNotThere_isRefused() {
    const auto mapping = readMapping(rowsOf("name,topic\nKasa,cash-desk\n"), catalogue());
    QVERIFY(!mapping);
    QVERIFY(QString::fromStdString(mapping.error().text()).contains("line 2"));
  }

  void ownFormat_readsHelpsAndReferrals_andListsBrokenRows() {
    const auto plan =
        planOwnFormat(rowsOf("when,kind,topic,unit,branch,outcome,band,people,to\n"
                             "2026-11-20 10:15,help,loan,library,hb,guided,0-5,2,\n"
                             "2026-11-20 10:15,referral,loan,library,hb,,,,citizen_service\n"
                             "2026-11-20 10:15,help,loan,library,hb,guided,0-5,0,\n"
                             "2026-11-20 10:15,help,no-such,library,hb,guided,0-5,1,\n"
                             "2026-11-20 10:15,referral,loan,library,hb,,,,library\n"
                             "yesterday,help,loan,library,hb,guided,0-5,1,\n"
                             "2026-11-20 10:15,amend,loan,library,hb,guided,0-5,1,\n"),
                      catalogue(), "test");
    QVERIFY(plan);
    QCOMPARE(plan->entries.size(), 2U);
    QCOMPARE(plan->entries[0].fields.people, 2);
    QCOMPARE(plan->entries[1].fields.to, std::string{"citizen_service"});
    QCOMPARE(plan->unreadable.size(), 5U);
  }

  void ownFormat_equalRows_countAsOftenAsTheyStandThere() {
    const QString row = "2026-11-20 10:15,help,loan,library,hb,guided,0-5,1,\n";
    const auto plan =
        planOwnFormat(rowsOf("when,kind,topic,unit,branch,outcome,band,people,to\n" + row + row),
                      catalogue(), "t");
    QCOMPARE(plan->entries.size(), 2U);
    QVERIFY(plan->entries[0].key != plan->entries[1].key);
  }

  void ownFormat_listsAReplyWithoutWhatItIsTo_andAQuestionThatTellsWhoSomebodyIs() {
    const auto plan = planOwnFormat(
        rowsOf("when,kind,topic,unit,branch,outcome,band,people,to,text,subject,of,rev,reception\n"
               "2026-11-20 10:15,reply,,library,hb,,,,,,,referral,1,accepted\n"
               "2026-11-20 10:15,reply,,library,hb,,,,,,01a20b6c-6a8f-734f-9dec-d47bee28d865,"
               "help,1,accepted\n"
               "2026-11-20 10:15,reply,,library,hb,,,,,,01a20b6c-6a8f-734f-9dec-d47bee28d865,"
               "referral,0,accepted\n"
               "2026-11-20 10:15,question,loan,library,hb,,,,,Ring 20 12 34 56,,,,\n"
               "2026-11-20 10:15,question,loan,library,hb,,,,,Where are the maps,,,,\n"),
        catalogue(), "t");
    QCOMPARE(plan->entries.size(), 1U);
    QCOMPARE(plan->entries[0].fields.text, std::string{"Where are the maps"});
    QCOMPARE(plan->unreadable.size(), 4U);
    QVERIFY(!QString::fromStdString(plan->unreadable[3].why).contains("20 12"));
  }

  void ownFormat_aTextThatASpreadsheetWouldRun_isHarmless_andReadBackAsItWas() {
    for (const std::string text : {"=1+1", "+45", "-2", "@x", "'quoted'", "plain = text"}) {
      PlannedEntry question;
      question.kind = EntryKind::Question;
      question.fields.topic = "loan";
      question.fields.text = text;
      question.fields.when = fromLocal({*parseDay("2026-11-20"), 10, 15});
      const CsvRows rows = {ownFormatColumns(), ownFormatRow(question)};
      const auto cell = std::find(rows[0].begin(), rows[0].end(), "text") - rows[0].begin();
      QVERIFY(std::string_view{"=+-@"}.find(rows[1].at(static_cast<std::size_t>(cell))[0]) ==
              std::string_view::npos);
      const auto plan = planOwnFormat(rows, catalogue(), "t");
      QCOMPARE(plan->entries.at(0).fields.text, text);
    }
  }

  void ownFormat_everyColumnIsDescribed() {
    const QString path = QStringLiteral(VEJVISER_SOURCE "/platform/EXPORT.md");
    QFile file{path};
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(file.readAll());
    for (const std::string& column : ownFormatColumns()) {
      QVERIFY2(text.contains(QString::fromStdString("| `" + column + "` |")), column.c_str());
    }
  }

  void codeFromName_isAlwaysACode() {
    QCOMPARE(codeFromName("UD_Praga_Polnoc"), std::string{"ud_praga_polnoc"});
    QCOMPARE(codeFromName("Ribe Bibliotek!"), std::string{"ribe-bibliotek"});
  }
};

QTEST_APPLESS_MAIN(TstImport)
#include "tst_import.moc"
