// Goal: logs of other desk programs become helps, each row once; no person is read or shown; what
// cannot be used is listed.
// Method: small files after the described formats, each with one peculiarity.
#include "platform/csv.h"
#include "platform/text_encoding.h"
#include "src/domain/calendar.h"
#include "src/domain/import.h"
#include "src/domain/import_times.h"

#include <QStringEncoder>
#include <QTest>

using namespace vejviser;

namespace {

const Catalogue& catalogue() {
  static const Catalogue s_catalogue = *readCatalogue(*platform::readCsv(builtInTopicsCsv()));
  return s_catalogue;
}

Instant at(const char* text) {
  return fromLocal(*parseLocalTime(text));
}

LogImport optionsFor(LogPreset preset) {
  LogImport options;
  options.preset = preset;
  options.branch = "main";
  options.mapping = {{"pas", "passport-apply"}, {"directional", "loan"}};
  options.branches = {{"city library", "city"}};
  return options;
}

Result<ImportPlan> planText(const QString& text, const LogImport& options) {
  return planLog(*platform::readCsv(text.toStdString()), catalogue(), options);
}

const QString kDanish =
    "BetjeningsID;ID;Nummer;Nøgle;Type;Kø ID;Kø;Kategori ID;Kategori;Tid;Blev kaldt op;Ventetid;"
    "Ventetid (millisekunder);Afsluttet;Behandlingstid;Betjeningstid pr. registrering;"
    "Medarbejder ID;Medarbejder;Medarbejder initialer\n";

QString danishRow(const QString& id, const QString& queue, const QString& called,
                  const QString& ended) {
  return id + ";7;A1;k;Fysisk;3;" + queue + ";;;24-11-2025 09.50;" + called + ";;;" + ended +
         ";;;17;Bodil Kjærsgaard;BOKJ\n";
}

Result<ImportPlan> planDanish(const QString& rows) {
  return planText(kDanish + rows, optionsFor(LogPreset::FrontDesk));
}

const QString kSuma =
    "Count Date,Session Start,Session End,Count ID,Session ID,Location,Directional,Walking "
    "by,Pas\n";

Result<ImportPlan> planSumaText(const QString& text) {
  return planSuma(*platform::readCsv(text.toStdString()), catalogue(),
                  optionsFor(LogPreset::Gimlet));
}

QByteArray encoded(QStringConverter::Encoding encoding, const QString& text) {
  return QStringEncoder{encoding, QStringConverter::Flag::WriteBom}(text);
}

const QString kGimletRow =
    "4,ab,ab@lib.dk,City Library,0-5 minutes,Phone call,Student,Directional,1,"
    "2021-03-24 10:42:00 AM,,,,,,pas it,site,acc,who is Bodil,Anna is\n";
const QString kLibstats =
    "question_id,patron_type,question_type,time_spent,question_format,library_name,location_name,"
    "added_stamp,asked_at,question_time,question_half_hour,question_date,question_weekday,"
    "initials\n";

}  // namespace

class TstImportLogs : public QObject {
  Q_OBJECT

 private slots:
  void frontDesk_danishHeadings_giveTopicTimeAndLength() {
    const auto plan =
        planDanish(danishRow("1", "PAS ", "24-11-2025 10.00.50", "24-11-2025 10.05.10") +
                   danishRow("2", "B: Pas", "24-11-2025 10:10", "24-11-2025 10:40"));
    QVERIFY2(plan.ok(), plan ? "" : plan.error().text().c_str());
    QCOMPARE(plan->entries.size(), 2U);
    const Fields& first = plan->entries[0].fields;
    QCOMPARE(first.topic, std::string{"passport-apply"});
    QVERIFY(first.when == at("2025-11-24 10:00") + std::chrono::seconds{50});
    QVERIFY(first.band == Band::Under5);
    QVERIFY(first.timing == Timing::Timed);
    QCOMPARE(first.branch, std::string{"main"});
    QCOMPARE(plan->entries[1].fields.topic, std::string{"passport-apply"});
    QVERIFY(plan->entries[1].fields.band == Band::To60);
    QVERIFY(plan->unmapped.empty());
  }

  void frontDesk_operationTable_isReadToo_inUtcWhereItSaysSo() {
    const auto plan = planText(
        "Id,QueueName,CategoryName,CalledAt,CreatedAt,EndedAt,EmployeeName\n"
        "9,Andet,Pas,2025-11-24T09:00:00.123Z,,2025-11-24T09:20:00Z,Bo\n",
        optionsFor(LogPreset::FrontDesk));
    QVERIFY(plan);
    QCOMPARE(plan->entries.size(), 1U);
    QVERIFY(plan->entries[0].fields.when == at("2025-11-24 10:00"));
    QCOMPARE(plan->entries[0].fields.topic, std::string{"passport-apply"});
    QVERIFY(plan->entries[0].fields.band == Band::To30);
  }

  void frontDesk_aTicketNeverCalled_isNoHelp() {
    const auto plan = planDanish(danishRow("1", "Pas", "", ""));
    QVERIFY(plan->entries.empty());
    QCOMPARE(plan->noHelp.size(), 1U);
    QCOMPARE(plan->noHelp[0].row, 2U);
  }

  void persons_areNotShown_inTheListOfUnmappedNames() {
    const auto plan = planDanish(danishRow("1", "Bodil", "24-11-2025 10:00", "") +
                                 danishRow("2", "Skranke bokj", "24-11-2025 10:00", "") +
                                 danishRow("3", "Bro", "24-11-2025 10:00", ""));
    QCOMPARE(plan->entries.size(), 3U);
    QCOMPARE(plan->unmapped.at("(names a person)"), 2);
    QCOMPARE(plan->unmapped.at("Bro"), 1);
    QCOMPARE(plan->unmapped.size(), 2U);
  }

  void persons_areInNoEntry() {
    const auto plan = planText(kGimletRow, optionsFor(LogPreset::Gimlet));
    QCOMPARE(plan->entries.size(), 1U);
    Fields expected;
    expected.topic = "loan";
    expected.unit = Unit::CitizenService;
    expected.branch = "city";
    expected.band = Band::Under5;
    expected.channel = Channel::Phone;
    expected.when = at("2021-03-24 10:42");
    QVERIFY(plan->entries[0].fields == expected);
    QCOMPARE(plan->entries[0].key, std::string{"gimlet//4"});
  }

  void aColumnAboutAPerson_cannotBeNamed() {
    LogImport options = optionsFor(LogPreset::LibAnswers);
    options.columns = {{"topic", "Entered By"}};
    const auto plan = planText("Id,Date,Time,Entered By\n1,2024-03-04,10:00,Bo\n", options);
    QVERIFY(!plan);
    QVERIFY(QString::fromStdString(plan.error().text()).contains("about a person"));
  }

  void impossibleTimes_areHeld_orListed() {
    LogImport options = optionsFor(LogPreset::FrontDesk);
    options.now = at("2025-12-01 00:00");
    const auto plan = planText(kDanish + danishRow("1", "Pas", "31-11-2025 10:00", "") +
                                   danishRow("2", "Pas", "24-11-2025 10:00", "24-11-2025 09:00") +
                                   danishRow("3", "Pas", "24-12-2025 10:00", "") +
                                   danishRow("4", "Pas", "24-11-2025 10:00", "") +
                                   danishRow("5", "Pas", "01-01-2012 10:00", ""),
                               options);
    QCOMPARE(plan->unreadable.size(), 1U);
    QCOMPARE(plan->unreadable[0].row, 2U);
    QCOMPARE(plan->doubtful.size(), 3U);
    QCOMPARE(plan->entries.size(), 4U);
    QVERIFY(plan->entries[2].fields.doubt == Doubt::None);
    for (const std::size_t held : {0U, 1U, 3U}) {
      QVERIFY(plan->entries[held].fields.doubt == Doubt::Clock);
    }
  }

  void aNumberThatComesAgain_isListed_andKeysStayTheSame() {
    const QString rows = danishRow("1", "Pas", "24-11-2025 10:00", "");
    const auto plan = planDanish(rows + rows);
    QCOMPARE(plan->entries.size(), 1U);
    QCOMPARE(plan->unreadable.size(), 1U);
    QCOMPARE(planDanish(danishRow("0", "Pas", "24-11-2025 09:00", "") + rows)->entries[1].key,
             plan->entries[0].key);
  }

  void gimlet_withItsHeading_givesTheSame() {
    const QString heading =
        "question_number,initials,email,location,duration,format,asked_by,question_type,"
        "difficulty,asked_at,question_date,question_time,question_half_hour,question_weekday,"
        "added_at,tags,site,account,question,answer\n";
    const auto with = planText(heading + kGimletRow, optionsFor(LogPreset::Gimlet));
    QVERIFY(with);
    QCOMPARE(with->entries, planText(kGimletRow, optionsFor(LogPreset::Gimlet))->entries);
  }

  void libstats_readsMonthFirst_andListsRowsThatACommaShifted() {
    const auto plan = planText(
        kLibstats +
            "1,Child,Directional,10-20 minutes,Walk-up,Main,City Library,,3/04/2021 02:05:00 "
            "PM,,,,,x\n"
            "2,Child,Reference, long,5 minutes,Walk-up,Main,Annex,,3/04/2021 02:05:00 PM,,,,,x\n",
        optionsFor(LogPreset::Libstats));
    QVERIFY(plan);
    QCOMPARE(plan->entries.size(), 1U);
    QVERIFY(plan->entries[0].fields.when == at("2021-03-04 14:05"));
    QVERIFY(plan->entries[0].fields.band == Band::To30);
    QCOMPARE(plan->unreadable.size(), 1U);
    QCOMPARE(plan->unreadable[0].row, 3U);
  }

  void libAnswers_takesHeadingsOfTheLibrarysOwn_andListsPlacesAndWays() {
    LogImport options = optionsFor(LogPreset::LibAnswers);
    options.columns = {{"topic", "What about"}, {"place", "Desk"}};
    options.monthFirst = false;
    const auto plan = planText(
        "id,date,time,entered by,Desk,What about,method used to answer\n"
        "1,03/04/2024,10:00,Anna,Annex,Directional,Carrier pigeon\n",
        options);
    QVERIFY2(plan.ok(), plan ? "" : plan.error().text().c_str());
    QCOMPARE(plan->entries.size(), 1U);
    QVERIFY(plan->entries[0].fields.when == at("2024-04-03 10:00"));
    QCOMPARE(plan->entries[0].fields.branch, std::string{"main"});
    QCOMPARE(plan->unmappedPlaces.at("Annex"), 1);
    QCOMPARE(plan->unmappedChannels.at("Carrier pigeon"), 1);
  }

  void libAnswers_slashesWithoutAnOrder_areNotGuessed() {
    const auto plan = planText("Id,Date,Time,Question Type\n1,03/04/2024,10:00,Directional\n",
                               optionsFor(LogPreset::LibAnswers));
    QVERIFY(plan->entries.empty());
    QCOMPARE(plan->unreadable.size(), 1U);
  }

  void suma_aCountIsOneHelpOfSoManyPeople_andZeroIsNone() {
    const auto plan = planSumaText(kSuma +
                                   "2024-03-04 10:00:00,,,11,1,City Library (9),3,3,\n"
                                   "2024-03-04 11:00:00,,,12,1,Annex (2),0,,\n"
                                   "2024-03-04 12:00:00,,,13,1,Annex (2),,2,\n"
                                   "2024-03-04 13:00:00,,,14,1,Annex (2),1,,1\n"
                                   "2024-03-04 13:00:00,,,15,1,Annex (2),,,\n"
                                   "2024-03-04 13:00:00,,,11,1,Annex (2),1,,\n"
                                   "2024-02-30 13:00:00,,,16,1,Annex (2),1,,\n");
    QVERIFY2(plan.ok(), plan ? "" : plan.error().text().c_str());
    QCOMPARE(plan->entries.size(), 2U);
    QCOMPARE(plan->entries[0].fields.people, 3);
    QCOMPARE(plan->entries[0].fields.topic, std::string{"loan"});
    QCOMPARE(plan->entries[0].fields.branch, std::string{"city"});
    QVERIFY(plan->entries[0].fields.when == at("2024-03-04 10:00"));
    QCOMPARE(plan->entries[1].fields.topic, std::string{"other"});
    QCOMPARE(plan->noHelp.size(), 1U);
    QCOMPARE(plan->noHelp[0].row, 3U);
    QCOMPARE(plan->unreadable.size(), 4U);
    QCOMPARE(plan->unmapped.at("Walking by"), 2);
    QCOMPARE(plan->unmappedPlaces.at("Annex"), 1);
  }

  void suma_groupedByDays_givesTheSame() {
    const QString first = "2024-03-04 10:00:00,,,11,1,City Library (9),3,,\n";
    const QString second = "2024-03-05 10:00:00,,,12,1,City Library (9),1,,\n";
    const auto grouped = planSumaText(
        "Raw Report\nInitiative: Desk\nDates: a - b\nNo Counts Before: x\n"
        "No Counts After: y\n2024-03-04\n" +
        kSuma + first + "\n\n\n\n2024-03-05\n" + kSuma + second);
    QVERIFY(grouped);
    QVERIFY(grouped->unreadable.empty());
    QCOMPARE(grouped->entries.size(), 2U);
    QCOMPARE(grouped->entries, planSumaText(kSuma + first + second)->entries);
  }

  void withoutAColumn_theFileIsRefused_withItsName() {
    const auto plan = planText("BetjeningsID;Kø\n1;Pas\n", optionsFor(LogPreset::FrontDesk));
    QVERIFY(!plan);
    QVERIFY(QString::fromStdString(plan.error().text()).contains("Blev kaldt op"));
  }

  void times_areReadAsWritten_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("local");
    QTest::newRow("midnight") << "2021-03-24 12:05 AM"
                              << "2021-03-24 00:05";
    QTest::newRow("noon") << "2021-03-24 12:05:00 PM"
                          << "2021-03-24 12:05";
    QTest::newRow("dots") << "24.3.2021 9.05"
                          << "2021-03-24 09:05";
    QTest::newRow("the hour that March leaves out") << "2025-03-30 02:30"
                                                    << "2025-03-30 03:30";
    QTest::newRow("no such hour") << "2021-03-24 13:05 PM"
                                  << "";
    QTest::newRow("no such day") << "29-02-2021 10:00"
                                 << "";
    QTest::newRow("two digits of a year") << "24-03-21 10:00"
                                          << "";
    QTest::newRow("a zone") << "2021-03-24 10:00+02:00"
                            << "";
    QTest::newRow("a day alone") << "2021-03-24"
                                 << "";
  }
  void times_areReadAsWritten() {
    QFETCH(QString, text);
    QFETCH(QString, local);
    const auto read = parseForeignTime(text.toStdString(), std::nullopt);
    QCOMPARE(read ? QString::fromStdString(toString(toLocal(*read))) : QString{}, local);
  }

  void files_areReadInTheEncodingTheyCameIn_data() {
    QTest::addColumn<QByteArray>("bytes");
    const QString text = "Kø\tGård €\n";
    QTest::newRow("UTF-8") << text.toUtf8();
    QTest::newRow("UTF-8 with a mark") << "\xEF\xBB\xBF" + text.toUtf8();
    QTest::newRow("Windows-1252") << QByteArray{"K\xF8\tG\xE5rd \x80\n"};
    QTest::newRow("UTF-16LE") << encoded(QStringConverter::Utf16LE, text);
    QTest::newRow("UTF-16BE") << encoded(QStringConverter::Utf16BE, text);
  }
  void files_areReadInTheEncodingTheyCameIn() {
    QFETCH(QByteArray, bytes);
    const auto utf8 = platform::toUtf8(bytes.toStdString());
    QVERIFY(utf8);
    QVERIFY(*platform::readCsv(*utf8) == (CsvRows{{"Kø", "Gård €"}}));
  }

  void files_longerThanOnePiece_areReadWhole() {
    const std::string name(100'000, '\xE6');
    const auto utf8 = platform::toUtf8(name);
    QVERIFY(utf8);
    QCOMPARE(utf8->size(), 200'000U);
  }

  void files_cutShort_areRefused() {
    QVERIFY(!platform::toUtf8(std::string{"\xFF\xFEK\0\xF8", 5}));
    QVERIFY(!platform::toUtf8("K\x81"));
  }

  void separators_withinQuotesOrFewer_separateNothing() {
    QVERIFY(*platform::readCsv("a\tb\tc,d\n1\t\t3\n") ==
            (CsvRows{{"a", "b", "c,d"}, {"1", "", "3"}}));
    const std::vector<std::string> cells = {"a\tb\tc", "d"};
    QVERIFY(*platform::readCsv(platform::csvLine(cells)) == CsvRows{cells});
  }

  void lengths_areTheMiddleOfTheirBand_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("minutes");
    QTest::newRow("band") << "0-5 minutes" << 2;
    QTest::newRow("number") << "10" << 10;
    QTest::newRow("above") << "Over 60 min" << 60;
    QTest::newRow("below") << "< 5 minutes" << 4;
    QTest::newRow("hours") << "1-2 hours" << 90;
    QTest::newRow("words") << "long" << -1;
  }
  void lengths_areTheMiddleOfTheirBand() {
    QFETCH(QString, text);
    QFETCH(int, minutes);
    const auto length = parseLength(text.toStdString());
    QCOMPARE(length ? static_cast<int>(length->count()) : -1, minutes);
  }
};

QTEST_APPLESS_MAIN(TstImportLogs)
#include "tst_import_logs.moc"
