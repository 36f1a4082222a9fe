// Goal: what one side writes the other reads; what is broken is refused with a place; what is from
// the future is kept.
// Method: round trips of every message; a table of broken ones.
#include "src/domain/calendar.h"
#include "src/domain/slip_code.h"
#include "src/domain/tally.h"
#include "sync/wire/hub_messages.h"
#include "tests/support/worlds.h"

#include <QFile>
#include <QTest>
#include <nlohmann/json.hpp>

using namespace vejviser;
using namespace vejviser::wire;
using nlohmann::json;

namespace {

std::string requestWith(const std::vector<std::string>& bodies) {
  SyncRequest request;
  request.clock = {fromMs(1'795'000'000'000), "0badcafe", milliseconds{5}};
  request.pending = static_cast<std::int64_t>(bodies.size());
  return encode(request, {bodies.begin(), bodies.end()});
}

}  // namespace

class TstWire : public QObject {
  Q_OBJECT

 private slots:
  void entry_ofEveryKind_isReadAsItWasWritten() {
    test::EntryMaker maker;
    Entry help = maker.help();
    help.fields.people = 7;
    help.fields.outcome = Outcome::TurnedAway;
    help.fields.when = fromMs(1'700'000'000'000);
    Entry doubtful = maker.help();
    doubtful.fields.doubt = Doubt::Clock;
    Entry nowhere = maker.help();
    nowhere.fields.branch.clear();
    Entry said = maker.help();
    said.fields.role = "library_staff";
    said.fields.timing = Timing::Forgotten;
    said.fields.act = Act::Decide;
    said.fields.channel = Channel::Chat;
    said.fields.room = Room::NoneHere;
    said.fields.language = "dsl";
    said.fields.outcome = Outcome::TurnedAway;
    said.fields.refusal = Refusal::Appointment;
    said.fields.contact = help.id;
    Entry slip = maker.referral(help);
    slip.fields.toBranch = "ribe";
    test::SeededRandom random;
    slip.fields.slip = newSlipCode(random);
    slip.fields.valid_days = 14;
    Entry reply = maker.reply(slip, 1);
    reply.fields.reception = Reception::Declined;
    reply.fields.decline = Decline::NoShow;
    Entry done = maker.reply(slip, 2);
    done.fields.reception = Reception::Done;
    done.fields.outcome = Outcome::DoneFor;
    Entry question = maker.question("Hvor længe gælder et midlertidigt pas?");
    question.fields.wanted = true;
    Entry event = maker.event("digital-dab");
    event.fields.audience = Audience::Seniors;
    event.fields.attendance = kMaxAttendance;
    event.fields.library_min = 90;
    event.fields.citizenService_min = 45;
    for (const Entry& entry :
         {help, doubtful, nowhere, maker.referral(help), maker.amend(help, 3, help.fields),
          maker.withdraw(help, 4), said, slip, reply, done, question,
          maker.answer(question, 1, "Syv måneder."), maker.answer(question, 2, ""), event,
          maker.amend(event, 1, event.fields), maker.quiet()}) {
      const std::string body = encodeEntry(entry);
      const auto read = readEntry(body);
      QVERIFY(read);
      QCOMPARE(read->held, std::string{});
      QCOMPARE(read->body, body);
      QCOMPARE(encodeEntry(read->entry), body);
      QVERIFY(read->entry.fields == (entry.kind == EntryKind::Void ? Fields{} : entry.fields));
    }
  }

  void entry_withMembersNobodyKnows_keepsThem() {
    test::EntryMaker maker;
    json object = json::parse(encodeEntry(maker.help()));
    object["mood"] = {1, 2, 3};
    const auto read = readEntry(object);
    QCOMPARE(read->held, std::string{});
    QCOMPARE(json::parse(read->body)["mood"].size(), 3U);
  }

  void entry_fromTheFuture_isKept_data() {
    QTest::addColumn<QString>("member");
    QTest::addColumn<QString>("value");
    QTest::newRow("a newer version") << "v"
                                     << "3";
    QTest::newRow("a kind nobody knows") << "kind"
                                         << "\"observation\"";
  }

  void entry_fromTheFuture_isKept() {
    QFETCH(QString, member);
    QFETCH(QString, value);
    test::EntryMaker maker;
    json object = json::parse(encodeEntry(maker.help()));
    object[member.toStdString()] = json::parse(value.toStdString());
    const auto read = readEntry(object);
    QVERIFY(read);
    QCOMPARE(read->held, std::string{"future-schema"});
  }

  void entry_withBrokenFields_isHeld_notRefused_data() {
    QTest::addColumn<QString>("member");
    QTest::addColumn<QString>("value");
    QTest::newRow("people is text") << "people"
                                    << "\"two\"";
    QTest::newRow("people is zero") << "people"
                                    << "0";
    QTest::newRow("people is a fraction") << "people"
                                          << "1.5";
    QTest::newRow("too many people") << "people"
                                     << "100";
    QTest::newRow("unit unknown") << "unit"
                                  << "\"police\"";
    QTest::newRow("band unknown") << "band"
                                  << "\"long\"";
    QTest::newRow("outcome unknown") << "outcome"
                                     << "\"fine\"";
    QTest::newRow("topic is no code") << "topic"
                                      << "\"Pas & kort\"";
    QTest::newRow("topic is a number") << "topic"
                                       << "7";
    QTest::newRow("branch with a slash") << "branch"
                                         << "\"a/b\"";
    QTest::newRow("when is text") << "when"
                                  << "\"noon\"";
    QTest::newRow("subject of another") << "subject"
                                        << "\"01a20b6c-6a8f-734f-9dec-d47bee28d865\"";
  }

  void entry_withBrokenFields_isHeld_notRefused() {
    QFETCH(QString, member);
    QFETCH(QString, value);
    test::EntryMaker maker;
    json object = json::parse(encodeEntry(maker.help()));
    object[member.toStdString()] = json::parse(value.toStdString());
    const auto read = readEntry(object);
    QVERIFY(read);
    QCOMPARE(read->held, std::string{"invalid-fields"});
  }

  void entry_withoutIdentity_isRefused_data() {
    QTest::addColumn<QString>("member");
    QTest::addColumn<QString>("value");
    QTest::newRow("id is no uuid") << "id"
                                   << "\"1\"";
    QTest::newRow("id is null") << "id"
                                << "\"00000000-0000-0000-0000-000000000000\"";
    QTest::newRow("n is zero") << "n"
                               << "0";
    QTest::newRow("n is beyond 64 bits") << "n"
                                         << "18446744073709551615";
    QTest::newRow("inst in upper case") << "inst"
                                        << "\"0123456789ABCDEF\"";
    QTest::newRow("at is negative") << "at"
                                    << "-1";
    QTest::newRow("at is absurd") << "at"
                                  << "9999999999999";
    QTest::newRow("boot is missing") << "boot"
                                     << "null";
    QTest::newRow("v is text") << "v"
                               << "\"1\"";
  }

  void entry_withoutIdentity_isRefused() {
    QFETCH(QString, member);
    QFETCH(QString, value);
    test::EntryMaker maker;
    json object = json::parse(encodeEntry(maker.help()));
    object[member.toStdString()] = json::parse(value.toStdString());
    const auto read = readEntry(object);
    QVERIFY(!read);
    QVERIFY(QString::fromStdString(read.error().text()).contains(member));
  }

  void entry_tooLong_isRefused() {
    test::EntryMaker maker;
    json object = json::parse(encodeEntry(maker.help()));
    object["note"] = std::string(5000, 'x');
    QVERIFY(!readEntry(object));
  }

  void request_isReadAsItWasWritten_andEntriesByteForByte() {
    test::EntryMaker maker;
    const std::vector<std::string> bodies = {encodeEntry(maker.help()), encodeEntry(maker.help())};
    const auto request = decodeSyncRequest(requestWith(bodies));
    QVERIFY(request);
    QCOMPARE(request->pending, 2);
    QVERIFY(!request->stamp);
    QCOMPARE(request->clock.boot, std::string{"0badcafe"});
    QCOMPARE(request->entries.size(), 2U);
    QCOMPARE(request->entries[1].body, bodies[1]);
  }

  void request_broken_isRefused_data() {
    QTest::addColumn<QByteArray>("text");
    const QByteArray good = QByteArray::fromStdString(requestWith({}));
    QTest::newRow("empty") << QByteArray{};
    QTest::newRow("not JSON") << QByteArray{"<html>"};
    QTest::newRow("an array") << QByteArray{"[]"};
    QTest::newRow("cut short") << good.left(good.size() - 1);
    QTest::newRow("schema is text") << QByteArray{good}.replace("\"schema\":1", "\"schema\":\"1\"");
    QTest::newRow("no clock") << QByteArray{good}.replace("clock", "klock");
    QTest::newRow("limit too high") << QByteArray{good}.replace("\"limit\":2000", "\"limit\":5001");
    QTest::newRow("entries is an object") << QByteArray{good}.replace("[]", "{}");
    QTest::newRow("an entry is a number") << QByteArray{good}.replace("[]", "[1]");
    QTest::newRow("not UTF-8") << QByteArray{good}.replace("0badcafe", "\xff\xfe");
    QTest::newRow("very deep") << QByteArray(100'000, '[') + QByteArray(100'000, ']');
    QByteArray many = "[0";
    for (int i = 0; i < 500; ++i) many += ",0";
    QTest::newRow("too many entries") << QByteArray{good}.replace("[]", many + "]");
  }

  void request_broken_isRefused() {
    QFETCH(QByteArray, text);
    const auto request = decodeSyncRequest(text.toStdString());
    QVERIFY(!request);
    QCOMPARE(request.error().code, ErrorCode::Invalid);
  }

  void answer_isReadAsItWasWritten() {
    test::SeededRandom random;
    SyncAnswer answer;
    answer.hub = newRandomId(random);
    answer.base = "old";
    answer.stamp = "new";
    answer.now = fromMs(1'795'000'000'000);
    answer.acks = {{newRandomId(random), std::nullopt}, {newRandomId(random), "unknown-topic"}};
    const Day day = *parseDay("2026-11-24");
    Topic topic{"loan", "Lån", "Loans", "loans", true, true, false, true, "21.01", "x.dk", 3};
    Topic retired = topic;
    retired.id = "lending";
    retired.validFrom = day - std::chrono::days{2};
    retired.validTo = day;
    retired.checkedOn = day - std::chrono::days{1};
    retired.owner = "Biblioteket";
    retired.replacedBy = "loan";
    answer.rows = {CellRow{{{day, Series::Hour, "hb", Unit::Library, "10"}, 4}},
                   CellRow{{{day, Series::Hour, "hb", Unit::Library, "11"}, 0}},
                   TopicRow{"loan", 4, topic},
                   TopicRow{"lending", 5, retired},
                   TopicRow{"gone", 0, std::nullopt},
                   BranchRow{"hb", Branch{"hb", "Hovedbiblioteket"}},
                   MunicipalityRow{"By"}};
    answer.more = true;
    answer.pace_s = 17;
    answer.keep_days = 40;
    answer.fork = true;
    answer.heard = Heard{9, 7, 12};
    const std::string text = encode(answer);
    const auto read = decodeSyncAnswer(text);
    QVERIFY(read);
    QVERIFY(read->heard == answer.heard);
    QCOMPARE(encode(*read), text);
    QCOMPARE(read->rows.size(), 7U);
    QVERIFY(std::get<TopicRow>(read->rows[2]).topic == topic);
    QVERIFY(std::get<TopicRow>(read->rows[3]).topic == retired);
    QVERIFY(text.find("valid_to") == text.rfind("valid_to"));  // said where there is one
    QVERIFY(read->acks == answer.acks);
  }

  void answer_withTablesNobodyKnows_isTakenWithoutThem() {
    SyncAnswer answer;
    test::SeededRandom random;
    answer.hub = newRandomId(random);
    answer.stamp = "s";
    json text = json::parse(encode(answer));
    text["rows"] = {{"weather", "today", {{"rain", true}}}, {"branch", "hb", {{"name", "H"}}}};
    QCOMPARE(decodeSyncAnswer(text.dump())->rows.size(), 1U);
  }

  void answer_whoseHeardTabletsMakeNoSense_isTakenWithoutThem() {
    SyncAnswer answer;
    test::SeededRandom random;
    answer.hub = newRandomId(random);
    answer.stamp = "s";
    QVERIFY(!decodeSyncAnswer(encode(answer))->heard);
    json text = json::parse(encode(answer));
    for (const char* heard :
         {"7", "null", "{}", R"({"tablets":3,"today":4,"waiting":0})",
          R"({"tablets":3,"today":-1,"waiting":0})", R"({"tablets":3,"today":1,"waiting":"x"})"}) {
      text["heard"] = json::parse(heard);
      const auto read = decodeSyncAnswer(text.dump());
      QVERIFY2(read && !read->heard, heard);
    }
  }

  void answer_broken_isRefused_data() {
    QTest::addColumn<QString>("change");
    QTest::newRow("no hub") << R"({"hub":null})";
    QTest::newRow("no stamp") << R"({"stamp":""})";
    QTest::newRow("stamp too long") << QString{R"({"stamp":"%1"})"}.arg(QString(65, 'x'));
    QTest::newRow("rows is text") << R"({"rows":"all"})";
    QTest::newRow("a row is short") << R"({"rows":[["cell","x"]]})";
    QTest::newRow("a cell has no number")
        << R"({"rows":[["cell","topic/2026-11-24/hb/library/loan",{}]]})";
    QTest::newRow("pace is zero") << R"({"pace":0})";
  }

  void answer_broken_isRefused() {
    QFETCH(QString, change);
    SyncAnswer answer;
    test::SeededRandom random;
    answer.hub = newRandomId(random);
    answer.stamp = "s";
    json text = json::parse(encode(answer));
    text.update(json::parse(change.toStdString()));
    QVERIFY(!decodeSyncAnswer(text.dump()));
  }

  void answer_withSeriesAndTablesOfANewerHub_isReadWithoutThem() {
    SyncAnswer answer;
    test::SeededRandom random;
    answer.hub = newRandomId(random);
    answer.stamp = "s";
    json text = json::parse(encode(answer));
    text["rows"] =
        json::parse(R"([["cell","weather/2026-11-24/hb/library/rain",{"n":1}],["robot","r2",{}],)"
                    R"(["cell","topic/2026-11-24/hb/library/loan",{"n":7}]])");
    const auto read = decodeSyncAnswer(text.dump());
    QVERIFY(read);
    QCOMPARE(read->rows.size(), 1U);
  }

  void problem_isReadAsItWasWritten() {
    test::SeededRandom random;
    const Problem problem{409,      "timeline",          "Another history",
                          "detail", newRandomId(random), "stamp"};
    const auto read = decodeProblem(encode(problem));
    QVERIFY(read);
    QCOMPARE(read->type, std::string{"timeline"});
    QCOMPARE(read->status, 409);
    QCOMPARE(read->base, std::optional<std::string>{"stamp"});
    QVERIFY(!decodeProblem("{}"));
    QVERIFY(!decodeProblem("<html>"));
  }

  // A version that has been shipped wrote these; every later one reads them alike, for ever.
  void entriesOfShippedVersions_sayWhatTheySaidThen() {
    QFile file{QStringLiteral(VEJVISER_SOURCE "/tests/wire/shipped/entries-0.1.0.jsonl")};
    QVERIFY(file.open(QIODevice::ReadOnly));
    std::map<Id, std::vector<Entry>> subjects;
    for (const QByteArray& line : file.readAll().trimmed().split('\n')) {
      const auto read = readEntry(line.toStdString());
      QVERIFY2(read && read->held.empty(), line);
      QCOMPARE(read->body, line.toStdString());
      QCOMPARE(encodeEntry(read->entry), line.toStdString());
      subjects[read->entry.subject].push_back(read->entry);
    }
    std::map<Series, std::int64_t> counted;
    for (const auto& [subject, entries] : subjects) {
      const auto standing = fold(entries);
      if (!standing) continue;
      for (const Cell& cell : tally(*standing)) counted[cell.key.series] += cell.n;
    }
    QCOMPARE(counted[Series::Topic], 4);
    QCOMPARE(counted[Series::People], 7);
    QCOMPARE(counted[Series::Referral], 1);
  }
};

QTEST_APPLESS_MAIN(TstWire)
#include "tst_wire.moc"
