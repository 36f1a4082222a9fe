// Goal: what was saved is there, whole, after every way of stopping; what was not saved left no
// trace; nothing that waits is ever deleted.
// Method: the real store in a real folder, closed and opened again to prove durability.
#include "platform/sqlite.h"
#include "src/store/migrations.h"
#include "src/store/tablet_store.h"
#include "tests/support/worlds.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace vejviser;
using namespace vejviser::store;

namespace {

std::unique_ptr<TabletStore> openStore(const QTemporaryDir& dir, std::uint64_t seed = 1) {
  static test::SeededRandom s_random{seed};
  auto opened = TabletStore::open(dir.path().toStdString(), s_random);
  if (!opened) qFatal("%s", opened.error().text().c_str());
  return std::move(*opened);
}

/// Stores entries as they are; their numbers do not matter here.
Status append(TabletStore& tablet, const std::vector<Entry>& entries) {
  return tablet.append([&](const std::string& inst, std::int64_t n) {
    std::vector<EncodedEntry> encoded;
    for (Entry entry : entries) {
      entry.inst = inst;
      entry.n = n++;
      encoded.push_back({entry, "body of " + toString(entry.id) + " n" + std::to_string(entry.n)});
    }
    return encoded;
  });
}

Period always() {
  return {*parseDay("2020-01-01"), *parseDay("2040-01-01")};
}

Settlement answerTo(const std::vector<WaitingEntry>& batch, Instant now, const std::string& stamp) {
  Settlement settlement;
  for (const WaitingEntry& entry : batch) settlement.acks.push_back({entry.seq, std::nullopt});
  settlement.stamp = stamp;
  settlement.now = settlement.hubNow = now;
  return settlement;
}

Topic loanTopic() {
  Topic topic;
  topic.id = "loan";
  topic.nameDa = "Lån";
  topic.validFrom = parseDay("2020-01-01");
  topic.validTo = parseDay("2026-12-31");
  topic.checkedOn = parseDay("2026-11-24");
  topic.owner = "Biblioteket";
  topic.replacedBy = "lending";
  return topic;
}

CellRow shared(const std::string& topic, std::int64_t n) {
  return {{{*parseDay("2026-11-24"), Series::Topic, "hb", Unit::Library, topic}, n}};
}

std::string errorOf(const QString& path) {
  test::SeededRandom random;
  const auto opened = TabletStore::open(path.toStdString(), random);
  return opened ? "" : opened.error().text();
}

}  // namespace

class TstTabletStore : public QObject {
  Q_OBJECT

 private slots:
  void append_thenReopen_everythingIsThere() {
    const QTemporaryDir dir;
    test::EntryMaker maker;
    const Entry help = maker.help();
    Figures before;
    {
      const auto tablet = openStore(dir);
      QVERIFY(append(*tablet, {help}));
      before = tablet->queries().ownFigures(always());
    }
    const auto tablet = openStore(dir);
    QCOMPARE(before.helps, 1);
    QVERIFY(tablet->queries().ownFigures(always()) == before);
    QCOMPARE(tablet->queries().waiting(), 1);
    QCOMPARE(tablet->queries().counts().entries, 1);
    const auto state = tablet->queries().subject(help.id);
    QVERIFY(state && !state->withdrawn);
    QVERIFY(state->standing.fields == help.fields);
  }

  void append_ofAmendsAndVoids_keepsTheFiguresOfWhatStands() {
    const QTemporaryDir dir;
    const auto tablet = openStore(dir);
    test::EntryMaker maker;
    const Entry first = maker.help();
    const Entry second = maker.help();
    Fields changed = first.fields;
    changed.topic = "print";
    changed.people = 5;
    QVERIFY(append(*tablet, {first, second}));
    QVERIFY(append(*tablet, {maker.amend(first, 1, changed)}));
    QVERIFY(append(*tablet, {maker.withdraw(second, 1)}));
    const Figures figures = tablet->queries().ownFigures(always());
    QCOMPARE(figures.helps, 1);
    QCOMPARE(figures.people, 5);
    QCOMPARE((figures.helpsByTopic.at({"print", Unit::Library})), 1);
    QVERIFY(!figures.helpsByTopic.contains({"mitid-help", Unit::Library}));
    QCOMPARE(tablet->queries().onDay(toLocal(first.at).day).size(), 1U);
    QCOMPARE(tablet->queries().waiting(), 4);
    QCOMPARE(tablet->queries().waitingSubjects(100), 2);
  }

  void open_ofAFileWithFewerSeries_countsAnew_withWhatItLacked() {
    const QTemporaryDir dir;
    test::EntryMaker maker;
    Entry question = maker.question("Kan man forny passet i Ribe?");
    question.fields.wanted = true;
    Figures whole;
    {
      const auto tablet = openStore(dir);
      QVERIFY(append(*tablet, {question, maker.help()}));
      whole = tablet->queries().ownFigures(always());
    }
    QCOMPARE((whole.others.at({Series::Open, Unit::Library, "mitid-help"})), 1);
    {
      SQLite::Database db{dir.filePath("tablet.db").toStdString(), SQLite::OPEN_READWRITE};
      db.exec(
          "DELETE FROM cell WHERE series = 26; UPDATE meta SET value = '2' WHERE key = 'tally'");
    }
    const auto tablet = openStore(dir);
    QVERIFY(tablet->queries().ownFigures(always()) == whole);
    QVERIFY(append(*tablet, {maker.answer(question, 1, "Ja, tirsdage.")}));
    QVERIFY(!tablet->queries().ownFigures(always()).others.contains(
        {Series::Open, Unit::Library, "mitid-help"}));
  }

  void loggedLateOn_hasWhatHappenedBeforeItsDay_andNothingImported() {
    const QTemporaryDir dir;
    const auto tablet = openStore(dir);
    test::EntryMaker maker;
    const auto late = [&maker](std::chrono::days ago) {
      Entry help = maker.help();
      help.fields.when = help.at - ago;
      return help;
    };
    const Entry now = maker.help();
    const Entry sameDay = late(std::chrono::days{0});
    const Entry older = late(std::chrono::days{5});
    const Entry newer = late(std::chrono::days{1});
    const Entry undone = late(std::chrono::days{1});
    Entry imported = late(std::chrono::days{2});
    imported.id.bytes[6] = static_cast<std::uint8_t>(0x80 | (imported.id.bytes[6] & 0x0F));
    imported.subject = imported.id;  // by chance a digest like an id of that day
    QVERIFY(append(*tablet, {now, sameDay, older, newer, undone, imported}));
    QVERIFY(append(*tablet, {maker.withdraw(undone, 1)}));
    const Day day = toLocal(now.at).day;
    const auto found = tablet->queries().loggedLateOn(day);
    QCOMPARE(found.size(), 2U);
    QVERIFY(found[0].subject == newer.id);
    QVERIFY(found[1].subject == older.id);
    QVERIFY(tablet->queries().loggedLateOn(day - std::chrono::days{1}).empty());
    QVERIFY(tablet->queries().loggedLateOn(day + std::chrono::days{1}).empty());
  }

  void append_ofAnAmendAfterAVoid_doesNotBringItBack() {
    const QTemporaryDir dir;
    const auto tablet = openStore(dir);
    test::EntryMaker maker;
    const Entry help = maker.help();
    QVERIFY(append(*tablet, {help, maker.withdraw(help, 1)}));
    QVERIFY(append(*tablet, {maker.amend(help, 2, help.fields)}));
    QCOMPARE(tablet->queries().ownFigures(always()).helps, 0);
  }

  void append_numbersWithoutGaps_alsoAfterAFailure() {
    const QTemporaryDir dir;
    const auto tablet = openStore(dir);
    test::EntryMaker maker;
    std::vector<std::int64_t> numbers;
    const auto numbered = [&](const Entry& entry, bool fail) {
      return tablet->append([&](const std::string&, std::int64_t n) {
        numbers.push_back(n);
        std::vector<EncodedEntry> made{{entry, "body"}};
        if (fail) throw SQLite::Exception{"planted", 13 /* SQLITE_FULL */};
        return made;
      });
    };
    QVERIFY(numbered(maker.help(), false));
    const Status failed = numbered(maker.help(), true);
    QVERIFY(!failed);
    QCOMPARE(failed.error().code, ErrorCode::Storage);
    QVERIFY(QString::fromStdString(failed.error().text()).contains("disk is full"));
    QVERIFY(numbered(maker.help(), false));
    const std::vector<std::int64_t> expected = {1, 2, 2};
    QCOMPARE(numbers, expected);
    QCOMPARE(tablet->queries().counts().entries, 2);
  }

  void batch_isOldestFirst_bounded_andNeverEmptyWhileSomethingWaits() {
    const QTemporaryDir dir;
    const auto tablet = openStore(dir);
    test::EntryMaker maker;
    for (int i = 0; i < 10; ++i) QVERIFY(append(*tablet, {maker.help()}));
    const Instant now = maker.clock().now();
    const auto few = tablet->batch(3, 1'000'000, now);
    QCOMPARE(few->size(), 3U);
    QVERIFY(few->at(0).seq < few->at(1).seq);
    QCOMPARE(tablet->batch(500, 10, now)->size(), 1U);
    QCOMPARE(tablet->batch(500, few->at(0).body.size() * 2 + 1, now)->size(), 2U);
  }

  void nextBatch_afterReopen_returnsTheSameEntries() {
    const QTemporaryDir dir;
    test::EntryMaker maker;
    std::vector<std::string> before;
    {
      const auto tablet = openStore(dir);
      for (int i = 0; i < 5; ++i) QVERIFY(append(*tablet, {maker.help()}));
      const auto batch = tablet->batch(3, 1'000'000, maker.clock().now());
      for (const auto& e : *batch) before.push_back(e.body);
    }
    const auto tablet = openStore(dir);
    std::vector<std::string> after;
    const auto batch = tablet->batch(3, 1'000'000, maker.clock().now());
    for (const auto& e : *batch) after.push_back(e.body);
    QCOMPARE(after, before);
  }

  void settle_takesAcksRowsAndStampTogether() {
    const QTemporaryDir dir;
    const auto tablet = openStore(dir);
    test::EntryMaker maker;
    QVERIFY(tablet->enrol({"http://127.0.0.1", {}, {}, "T"}, {}, fromMs(1)));
    QVERIFY(append(*tablet, {maker.help(), maker.help()}));
    const auto batch = tablet->batch(1, 1'000'000, maker.clock().now());
    Settlement settlement = answerTo(*batch, maker.clock().now(), "stamp-1");
    settlement.rows = {shared("loan", 7), TopicRow{"loan", 0, loanTopic()},
                       BranchRow{"hb", Branch{"hb", "Hovedbiblioteket"}}, MunicipalityRow{"By"}};
    QVERIFY(tablet->settle(settlement));
    QCOMPARE(tablet->queries().waiting(), 1);
    QCOMPARE(tablet->stamp(), std::optional<std::string>{"stamp-1"});
    QCOMPARE(tablet->queries().sharedFigures(always()).helps, 7);
    QCOMPARE(tablet->queries().topics(), std::vector<Topic>{loanTopic()});
    QCOMPARE(tablet->queries().branches().front().name, std::string{"Hovedbiblioteket"});
    QCOMPARE(tablet->queries().municipality(), std::string{"By"});
  }

  void heard_isWhatTheHubSaidWithTheLastRows_andGoesWithTheHub() {
    const QTemporaryDir dir;
    const Heard nine{9, 7, 12};
    test::SeededRandom random;
    const Enrolment first{"http://127.0.0.1", newRandomId(random), {}, "T"};
    {
      const auto tablet = openStore(dir);
      QVERIFY(!tablet->heard());
      QVERIFY(tablet->enrol(first, {}, fromMs(1)));
      Settlement settlement;
      settlement.stamp = "a";
      settlement.heard = nine;
      QVERIFY(tablet->settle(settlement));
      settlement.more = true;
      settlement.heard.reset();
      QVERIFY(tablet->settle(settlement));
    }
    const auto tablet = openStore(dir);
    QVERIFY(tablet->heard() == nine);
    Settlement ofAnOlderHub;
    ofAnOlderHub.stamp = "b";
    QVERIFY(tablet->settle(ofAnOlderHub));
    QVERIFY(!tablet->heard());
    ofAnOlderHub.heard = nine;
    QVERIFY(tablet->settle(ofAnOlderHub));
    QVERIFY(tablet->enrol({"http://127.0.0.1", newRandomId(random), {}, "T"}, {}, fromMs(2)));
    QVERIFY(!tablet->heard());
  }

  void settle_ofAPartOfAPullFromZero_showsTheOldUntilTheNewIsWhole() {
    const QTemporaryDir dir;
    const auto tablet = openStore(dir);
    Settlement settlement;
    settlement.stamp = "a";
    settlement.rows = {shared("loan", 1)};
    QVERIFY(tablet->enrol({"http://127.0.0.1", {}, {}, "T"}, {}, fromMs(1)));
    QVERIFY(tablet->settle(settlement));
    QCOMPARE(tablet->queries().sharedFigures(always()).helps, 1);

    QVERIFY(tablet->startOver());
    QVERIFY(!tablet->stamp());
    settlement.rows = {shared("print", 5)};
    settlement.more = true;
    QVERIFY(tablet->settle(settlement));
    QCOMPARE(tablet->queries().sharedFigures(always()).helps, 1);
    settlement.rows = {shared("wifi", 2)};
    settlement.more = false;
    QVERIFY(tablet->settle(settlement));
    const Figures now = tablet->queries().sharedFigures(always());
    QCOMPARE(now.helps, 7);
    QVERIFY(!now.helpsByTopic.contains({"loan", Unit::Library}));
  }

  void settle_ofARowThatIsGone_removesIt() {
    const QTemporaryDir dir;
    const auto tablet = openStore(dir);
    QVERIFY(tablet->enrol({"http://127.0.0.1", {}, {}, "T"}, {}, fromMs(1)));
    Settlement settlement;
    settlement.stamp = "a";
    settlement.rows = {shared("loan", 1), shared("print", 3)};
    QVERIFY(tablet->settle(settlement));
    settlement.rows = {shared("loan", 0)};
    QVERIFY(tablet->settle(settlement));
    QCOMPARE(tablet->queries().sharedFigures(always()).helps, 3);
  }

  void startOver_makesEverythingTheHubTookWaitAgain() {
    const QTemporaryDir dir;
    const auto tablet = openStore(dir);
    test::EntryMaker maker;
    QVERIFY(append(*tablet, {maker.help(), maker.help(), maker.help()}));
    const auto batch = tablet->batch(2, 1'000'000, maker.clock().now());
    QVERIFY(tablet->settle(answerTo(*batch, maker.clock().now(), "s")));
    QCOMPARE(tablet->queries().waiting(), 1);
    QVERIFY(tablet->startOver());
    QCOMPARE(tablet->queries().waiting(), 3);
  }

  void sent_isForgottenAfterItsDays_butNotWhatIsHeldOrWaits() {
    const QTemporaryDir dir;
    const auto tablet = openStore(dir);
    test::EntryMaker maker;
    QVERIFY(append(*tablet, {maker.help(), maker.help(), maker.help()}));
    const auto batch = tablet->batch(2, 1'000'000, maker.clock().now());
    Settlement settlement = answerTo(*batch, maker.clock().now(), "s");
    settlement.acks[1].held = "unknown-topic";
    QVERIFY(tablet->settle(settlement));
    maker.clock().advance(std::chrono::hours{24 * 36});
    QVERIFY(tablet->settle(answerTo({}, maker.clock().now(), "s2")));
    QVERIFY(tablet->startOver());
    QCOMPARE(tablet->queries().waiting(), 2);  // the held one and the one never sent
    QCOMPARE(tablet->queries().counts().entries, 3);
  }

  void quarantine_andPark_loseNothing() {
    const QTemporaryDir dir;
    const auto tablet = openStore(dir);
    test::EntryMaker maker;
    QVERIFY(append(*tablet, {maker.help(), maker.help()}));
    const Instant now = maker.clock().now();
    const auto batch = tablet->batch(2, 1'000'000, now);
    QVERIFY(tablet->quarantine(batch->at(0).seq, "422 unreadable", now));
    QVERIFY(tablet->park(batch->at(1).seq, now + std::chrono::minutes{5}));
    QVERIFY(tablet->batch(2, 1'000'000, now)->empty());
    QCOMPARE(tablet->batch(2, 1'000'000, now + std::chrono::minutes{5})->size(), 1U);
    QCOMPARE(tablet->queries().counts().quarantined, 1);
    const auto aside = tablet->queries().quarantined(10);
    QCOMPARE(aside.size(), 1U);
    QVERIFY(aside[0].quarantined);
    QVERIFY(aside[0].since == now);
    QCOMPARE(aside[0].body, batch->at(0).body);
    QCOMPARE(tablet->releaseQuarantine().value(), 1);
    QCOMPARE(tablet->queries().waiting(), 2);
    QCOMPARE(tablet->queries().waitingSubjects(100), 2);
    QCOMPARE(tablet->queries().counts().quarantined, 0);
  }

  void oneEntryReleased_leavesTheOthersInQuarantine() {
    const QTemporaryDir dir;
    const auto tablet = openStore(dir);
    test::EntryMaker maker;
    const Entry wanted = maker.help();
    QVERIFY(append(*tablet, {maker.help(), wanted, maker.help()}));
    const Instant now = maker.clock().now();
    const auto batch = tablet->batch(3, 1'000'000, now);
    for (const WaitingEntry& entry : *batch) {
      QVERIFY(tablet->quarantine(entry.seq, "422", now));
    }
    QCOMPARE(tablet->releaseQuarantine(wanted.id).value(), 1);
    QCOMPARE(tablet->releaseQuarantine(wanted.id).value(), 0);
    const auto again = tablet->batch(3, 1'000'000, now);
    QCOMPARE(again->size(), 1U);
    QVERIFY(again->at(0).id == wanted.id);
    QCOMPARE(tablet->queries().counts().quarantined, 2);
  }

  void setAside_isListedInPieces_theNewestFirst() {
    const QTemporaryDir dir;
    const auto tablet = openStore(dir);
    test::EntryMaker maker;
    std::vector<Entry> entries;
    for (int i = 0; i < 6; ++i) entries.push_back(maker.help());
    QVERIFY(append(*tablet, entries));
    const Instant now = maker.clock().now();
    const auto batch = tablet->batch(6, 1'000'000, now);
    for (std::size_t i = 0; i < 3; ++i) QVERIFY(tablet->quarantine(batch->at(i).seq, "422", now));
    Settlement settlement = answerTo({batch->begin() + 3, batch->end()}, now, "s");
    for (Ack& ack : settlement.acks) ack.held = "unknown-topic";
    settlement.acks[1].held.reset();
    QVERIFY(tablet->settle(settlement));
    const auto newest = tablet->queries().quarantined(2);
    QCOMPARE(newest.size(), 2U);
    QVERIFY(newest[0].id == entries[2].id);
    const auto rest = tablet->queries().quarantined(2, newest[1].seq);
    QCOMPARE(rest.size(), 1U);
    QVERIFY(rest[0].id == entries[0].id);
    const auto held = tablet->queries().held(10);
    QCOMPARE(held.size(), 2U);
    QVERIFY(held[0].id == entries[5].id && held[0].subject == entries[5].id);
    QVERIFY(held[0].why == "unknown-topic" && !held[0].quarantined);
  }

  void whatCounts_isListedInPieces_allOfIt_once() {
    const QTemporaryDir dir;
    const auto tablet = openStore(dir);
    test::EntryMaker maker;
    std::vector<Entry> entries;
    std::vector<Id> counted;
    for (int i = 0; i < 25; ++i) {
      entries.push_back(maker.help());
      if (i % 3 == 0) maker.clock().advance(std::chrono::hours{7});  // several at one moment
      counted.push_back(entries.back().id);
    }
    Entry doubtful = maker.help();
    doubtful.fields.doubt = Doubt::Clock;
    Entry undone = maker.help();
    entries.insert(entries.end(), {doubtful, undone, maker.withdraw(undone, 1)});
    QVERIFY(append(*tablet, entries));
    std::vector<Id> listed;
    std::vector<SubjectState> piece = tablet->queries().counted(4);
    while (!piece.empty()) {
      for (const SubjectState& state : piece) listed.push_back(state.subject);
      const SubjectState last = piece.back();
      piece = tablet->queries().counted(4, &last);
    }
    QVERIFY(listed == counted);  // ids are made in the order of time
  }

  void park_byAClockFarAhead_isNotForever() {
    const QTemporaryDir dir;
    const auto tablet = openStore(dir);
    test::EntryMaker maker;
    QVERIFY(append(*tablet, {maker.help()}));
    const Instant now = maker.clock().now();
    const auto batch = tablet->batch(1, 1'000'000, now);
    QVERIFY(tablet->park(batch->at(0).seq, now + std::chrono::hours{24 * 1500}));
    QCOMPARE(tablet->batch(1, 1'000'000, now)->size(), 1U);
  }

  void enrol_withAnotherHub_takesThereWhatWaits_andNotWhatTheFirstHas() {
    const QTemporaryDir dir;
    const auto tablet = openStore(dir);
    test::EntryMaker maker;
    test::SeededRandom random{9};
    QVERIFY(tablet->enrol({"https://one.dk", newRandomId(random), {}, "T"}, {}, fromMs(1)));
    QVERIFY(append(*tablet, {maker.help(), maker.help(), maker.help()}));
    const auto batch = tablet->batch(2, 1'000'000, maker.clock().now());
    Settlement settlement = answerTo({batch->at(0)}, maker.clock().now(), "s");
    settlement.rows = {shared("loan", 7)};
    QVERIFY(tablet->settle(settlement));
    QVERIFY(tablet->quarantine(batch->at(1).seq, "422 unreadable", maker.clock().now()));
    QVERIFY(tablet->enrol({"https://two.dk", newRandomId(random), {}, "T"},
                          {Unit::CitizenService, "gram"}, fromMs(1)));
    QCOMPARE(tablet->workplace().branch, std::string{"gram"});
    QCOMPARE(tablet->queries().waiting(), 2);
    QVERIFY(!tablet->lastSent());
    QVERIFY(!tablet->pulledAt());
    QVERIFY(tablet->queries().sharedFigures(always()).helpsByTopic.empty());
    QVERIFY(tablet->startOver());  // the second hub was restored from a backup
    QCOMPARE(tablet->queries().waiting(), 2);
  }

  void pulledAt_isWhenTheRowsWereWhole() {
    const QTemporaryDir dir;
    const auto tablet = openStore(dir);
    test::EntryMaker maker;
    const Instant first = maker.clock().now();
    QVERIFY(tablet->settle(answerTo({}, first, "a")));
    maker.clock().advance(std::chrono::hours{1});
    Settlement page = answerTo({}, maker.clock().now(), "b");
    page.more = true;
    QVERIFY(tablet->settle(page));
    QVERIFY(tablet->pulledAt() == first);
    QVERIFY(tablet->lastSent() == maker.clock().now());
  }

  void enrol_again_keepsTheQueue_andTakesANewName() {
    const QTemporaryDir dir;
    const auto tablet = openStore(dir);
    test::EntryMaker maker;
    QVERIFY(append(*tablet, {maker.help()}));
    const std::string before = tablet->inst();
    QVERIFY(tablet->enrol(
        {"https://other.dk", newRandomId(*std::make_unique<test::SeededRandom>(9)), {}, "T"}, {},
        fromMs(1)));
    QVERIFY(tablet->inst() != before);
    QCOMPARE(tablet->queries().waiting(), 1);
    std::int64_t n = 0;
    QVERIFY(tablet->append([&](const std::string&, std::int64_t next) {
      n = next;
      return std::vector<EncodedEntry>{};
    }));
    QCOMPARE(n, 1);
  }

  void settings_andWorkplace_areKept() {
    const QTemporaryDir dir;
    {
      const auto tablet = openStore(dir);
      QVERIFY(tablet->setSetting("language", "en"));
      QVERIFY(tablet->setWorkplace({Unit::CitizenService, "gram"}));
    }
    const auto tablet = openStore(dir);
    QCOMPARE(tablet->setting("language"), std::optional<std::string>{"en"});
    QVERIFY(tablet->workplace() == (Workplace{Unit::CitizenService, "gram"}));
    QVERIFY(!tablet->setting("none"));
  }

  void open_ofAFileThatIsNoDatabase_saysSo_andLeavesItAsItIs() {
    const QTemporaryDir dir;
    QFile file{dir.filePath("tablet.db")};
    QVERIFY(file.open(QIODevice::WriteOnly));
    const QByteArray content(8192, 'x');
    file.write(content);
    file.close();
    QVERIFY(QString::fromStdString(errorOf(dir.path())).contains("damaged"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), content);
  }

  void open_ofAnotherProgramsDatabase_isRefused() {
    const QTemporaryDir dir;
    {
      SQLite::Database db{dir.filePath("tablet.db").toStdString(),
                          SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE};
      db.exec("CREATE TABLE notes(text)");
    }
    QVERIFY(QString::fromStdString(errorOf(dir.path())).contains("another program"));
  }

  void open_ofANewerVersionsFile_asksForAnUpdate() {
    const QTemporaryDir dir;
    openStore(dir);
    {
      SQLite::Database db{dir.filePath("tablet.db").toStdString(), SQLite::OPEN_READWRITE};
      db.exec("PRAGMA user_version=999");
    }
    test::SeededRandom random;
    const auto opened = TabletStore::open(dir.path().toStdString(), random);
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::Incompatible);
  }

  void file_isWrittenTheDurableWay() {
    const QTemporaryDir dir;
    const auto db = platform::openWriter(dir.filePath("tablet.db").toStdString(), kTabletFile);
    QVERIFY(db);
    QCOMPARE((*db)->execAndGet("PRAGMA journal_mode").getString(), std::string{"wal"});
    QCOMPARE((*db)->execAndGet("PRAGMA synchronous").getInt(), 2);  // FULL
  }
};

QTEST_APPLESS_MAIN(TstTabletStore)
#include "tst_tablet_store.moc"
