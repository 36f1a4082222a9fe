// Goal: a referral and a question travel between two units and back, with no network on either side
// while staff work; nobody's identity goes with them; both units count the same.
// Method: two tablets' real stores and a real hub database, joined by the wire's own messages
// whenever the test says that there is a network.
#include "src/domain/slip_code.h"
#include "sync/engine/recorder.h"
#include "sync/hub/documents.h"
#include "sync/hub/prune.h"
#include "sync/wire/feed_json.h"
#include "tests/hub/hub_world.h"
#include "tests/support/tablet_world.h"

#include <QTest>
#include <nlohmann/json.hpp>
#include <set>

using namespace vejviser;
using namespace vejviser::engine;

namespace {

using std::chrono::hours;
using store::SharedSubject;

/// A tablet whose network the test is.
class Desk {
 public:
  Desk(test::HubWorld& hub, Unit unit, std::uint64_t seed)
      : m_hub(hub), m_random(seed), m_ids(hub.clock, m_random), m_unit(unit) {
    m_store = store::TabletStore::open(m_dir.path().toStdString(), m_random).value();
    if (!m_store->startOver()) qFatal("the first pull cannot begin");
    m_recorder = std::make_unique<Recorder>(*m_store, m_disk, hub.clock, m_ids, m_random);
  }

  Recorder& recorder() { return *m_recorder; }
  store::TabletStore& store() { return *m_store; }

  Fields here(const std::string& topic = "mitid-help") const {
    Fields fields;
    fields.topic = topic;
    fields.unit = m_unit;
    fields.branch = "hb";
    return fields;
  }

  Fields received(Reception reception, Decline decline = Decline::None) const {
    Fields fields = here("");
    fields.reception = reception;
    fields.decline = decline;
    return fields;
  }

  /// Sends and fetches everything there is.
  void meetHub() {
    store::Settlement settlement;
    const auto batch = m_store->batch(500, 1'000'000, m_hub.clock.now()).value();
    std::vector<wire::ReadEntry> entries;
    for (const store::WaitingEntry& waiting : batch) {
      entries.push_back(wire::readEntry(waiting.body).value());
    }
    const auto custody = m_hub.pushRead(entries, m_store->stamp());
    for (std::size_t i = 0; i < batch.size(); ++i) {
      settlement.acks.push_back({batch[i].seq, custody.acks[i].held});
    }
    bool known = false;
    const wire::SyncAnswer answer = m_hub.pullNow(m_store->stamp(), 5000, known);
    QVERIFY(known);
    for (const FeedRow& row : answer.rows) {  // through the wire's form
      settlement.rows.push_back(*wire::readRow(wire::encodeRow(row)).value());
    }
    settlement.stamp = answer.stamp;
    settlement.now = settlement.hubNow = m_hub.clock.now();
    QVERIFY(m_store->settle(settlement));
  }

  std::vector<SharedSubject> referrals() const { return m_store->shared().referrals(Instant{}); }
  std::vector<SharedSubject> questions(const std::string& words, bool unanswered = false) const {
    return m_store->shared().questions({words, unanswered});
  }
  std::string slipOf(const Id& referral) const {
    return m_store->queries().subject(referral)->standing.fields.slip;
  }
  std::int64_t shared(Series series, Unit unit, const std::string& item) const {
    const auto figures =
        m_store->queries().sharedFigures({*parseDay("2020-01-01"), *parseDay("2030-01-01")});
    const auto found = figures.others.find({series, unit, item});
    return found == figures.others.end() ? 0 : found->second;
  }

 private:
  test::HubWorld& m_hub;
  QTemporaryDir m_dir;
  test::SeededRandom m_random;
  IdSource m_ids;
  Unit m_unit;
  test::RoomyDisk m_disk;
  std::unique_ptr<store::TabletStore> m_store;
  std::unique_ptr<Recorder> m_recorder;
};

struct TwoDesks {
  void meetHub() {  // twice: what one brought, the other has then
    for (int i = 0; i < 2; ++i) {
      library.meetHub();
      citizenService.meetHub();
    }
  }

  test::HubWorld hub;
  Desk library{hub, Unit::Library, 1};
  Desk citizenService{hub, Unit::CitizenService, 2};
};

void expectOneReferral(const Desk& desk, Reception reception) {
  const auto referrals = desk.referrals();
  QCOMPARE(referrals.size(), 1U);
  QVERIFY(referrals[0].standing.reply);
  QVERIFY(referrals[0].standing.reply->fields.reception == reception);
}

}  // namespace

class TstReferrals : public QObject {
  Q_OBJECT

 private slots:
  void onlyAHelp_isReferredOn() {
    TwoDesks desks;
    Recorder& recorder = desks.library.recorder();
    const Id event = recorder.make(EntryKind::Event, desks.library.here()).value();
    const auto referral = recorder.refer(event, {"citizen_service"});
    QVERIFY(!referral && referral.error().code == ErrorCode::Invalid);
    const Id help = recorder.help(desks.library.here()).value();
    QVERIFY(recorder.refer(help, {"citizen_service"}));
    desks.meetHub();
    QCOMPARE(desks.citizenService.referrals().size(), 1U);
  }

  void aSlip_isRedeemedByItsCodeAlone_withBothTabletsOffline() {
    TwoDesks desks;
    const Id id =
        desks.library.recorder().sendOn(desks.library.here(), {"citizen_service"}).value();
    const std::string slip = desks.library.slipOf(id);
    QCOMPARE(parseSlipCode(spacedSlipCode(slip)), std::optional{slip});
    desks.hub.clock.advance(hours{2});
    const Id told = subjectOfSlip(slip);  // all that the receiver was told
    QVERIFY(told == id);
    QVERIFY(desks.citizenService.recorder().reply(
        told, EntryKind::Referral, desks.citizenService.received(Reception::Accepted)));
    QCOMPARE(desks.citizenService.referrals().size(), 0U);  // it has never seen it
    QCOMPARE(desks.citizenService.store().shared().strayReplies().size(), 1U);

    desks.citizenService.meetHub();  // the reply arrives first
    desks.meetHub();
    expectOneReferral(desks.library, Reception::Accepted);
    expectOneReferral(desks.citizenService, Reception::Accepted);
    QCOMPARE(desks.citizenService.store().shared().strayReplies().size(), 0U);
    for (const Desk* desk : {&desks.library, &desks.citizenService}) {
      QCOMPARE(desk->shared(Series::Reception, Unit::Library, "citizen_service:accepted"), 1);
      QCOMPARE(desk->shared(Series::Accepting, Unit::Library, "4h"), 1);
    }
    QVERIFY(desks.hub.isExact());
  }

  void theStateOfAReferral_isItsLastReply_onBothSides() {
    TwoDesks desks;
    const Id id =
        desks.library.recorder().sendOn(desks.library.here(), {"citizen_service"}).value();
    desks.meetHub();
    Recorder& receiver = desks.citizenService.recorder();
    for (const Reception reception :
         {Reception::Accepted, Reception::Done, Reception::TakenBack, Reception::Declined}) {
      const Decline why = reception == Reception::Declined ? Decline::NotOurs : Decline::None;
      QVERIFY(
          receiver.reply(id, EntryKind::Referral, desks.citizenService.received(reception, why)));
      expectOneReferral(desks.citizenService, reception);  // before there is a network
      desks.meetHub();
      expectOneReferral(desks.library, reception);
    }
    QCOMPARE(desks.library.shared(Series::Reception, Unit::Library, "citizen_service:wrong_door"),
             1);
    QCOMPARE(desks.library.shared(Series::Reception, Unit::Library, "citizen_service:done"), 0);
    QVERIFY(desks.hub.isExact());
  }

  void aReferralThatIsTakenBack_goesFromTheOtherUnitsList() {
    TwoDesks desks;
    const Id help = desks.library.recorder().help(desks.library.here()).value();
    QVERIFY(desks.library.recorder().refer(help, {"citizen_service"}));
    desks.meetHub();
    QCOMPARE(desks.citizenService.referrals().size(), 1U);
    QVERIFY(desks.library.recorder().withdraw(help));
    QCOMPARE(desks.library.referrals().size(), 0U);
    desks.meetHub();
    QCOMPARE(desks.citizenService.referrals().size(), 0U);
  }

  void whatNoTabletNeedsAnyMore_goes_andStaysInTheFigures() {
    TwoDesks desks;
    QVERIFY(desks.library.recorder().sendOn(desks.library.here(), {"citizen_service"}));
    desks.meetHub();
    const auto prune = [&] {
      desks.hub.ask([&](hub::WriteTx& tx) {
        return hub::prune(tx, desks.hub.clock.now(), desks.hub.random);
      });
    };
    desks.hub.clock.advance(hours{24 * (14 + 35)});
    prune();
    desks.meetHub();
    QCOMPARE(desks.citizenService.referrals().size(), 1U);
    desks.hub.clock.advance(hours{24});
    prune();
    desks.meetHub();
    QCOMPARE(desks.citizenService.referrals().size(), 0U);
    const auto figures = desks.hub.figures();
    QCOMPARE(figures.referrals, 1);
    desks.hub.clock.advance(hours{24 * 36});
    prune();  // nobody needs to be told any more
    bool known = false;
    const auto answer = desks.hub.pullNow({}, 5000, known);
    for (const FeedRow& row : answer.rows) QVERIFY(!std::holds_alternative<SubjectRow>(row));
  }

  void aQuestion_isFoundAndAnsweredByTheOtherUnit_howeverItIsSpelt() {
    TwoDesks desks;
    Fields asked = desks.library.here();
    asked.text = "Kan man få et midlertidigt pas i Værløse?";
    asked.wanted = true;
    const Id id = desks.library.recorder().make(EntryKind::Question, asked).value();
    QCOMPARE(desks.library.questions("vaerloese").size(), 1U);
    QCOMPARE(desks.citizenService.questions("vaerloese").size(), 0U);
    desks.meetHub();
    QCOMPARE(desks.citizenService.questions("værløse pas", true).size(), 1U);
    QCOMPARE(desks.citizenService.questions("værløse kørekort").size(), 0U);
    Fields answer = desks.citizenService.here("");
    answer.text = "Nej, kun på rådhuset. Medbring to fotos.";
    QVERIFY(desks.citizenService.recorder().reply(id, EntryKind::Question, answer));
    QCOMPARE(desks.citizenService.questions("", true).size(), 0U);
    QCOMPARE(desks.library.questions("", true).size(), 1U);
    desks.meetHub();
    const auto found = desks.library.questions("raadhus");  // a word of the answer
    QCOMPARE(found.size(), 1U);
    QCOMPARE(found[0].standing.reply->fields.text, answer.text);
    QCOMPARE(desks.library.shared(Series::Answered, Unit::Library, "mitid-help"), 1);
  }

  void personalData_isRefusedBeforeAnythingIsStored_inQuestionsAndAnswers() {
    TwoDesks desks;
    Fields asked = desks.library.here();
    asked.text = "Karen Hansen 010165-1234 spurgte om sit pas";
    const auto refused = desks.library.recorder().make(EntryKind::Question, asked);
    QCOMPARE(refused.error().where, std::string{kPersonalData});
    QCOMPARE(refused.error().detail, std::string{"cpr"});
    asked.text = "Kan man forny et pas i Ribe?";
    const Id id = desks.library.recorder().make(EntryKind::Question, asked).value();
    Fields answer = desks.library.here("");
    answer.text = "Skriv til karen@example.dk";
    QVERIFY(!desks.library.recorder().reply(id, EntryKind::Question, answer));
    QVERIFY(
        !desks.library.recorder().amend(id, [](Fields& fields) { fields.text = "22 34 56 78"; }));
    QCOMPARE(desks.library.store().queries().counts().entries, 1);
  }

  void jointEvents_areSeenByBothUnits_andCountedOnce() {
    TwoDesks desks;
    Fields held = desks.library.here("loan");
    held.audience = Audience::Grade9;
    held.attendance = 54;
    held.library_min = 240;
    held.citizenService_min = 90;
    QVERIFY(desks.library.recorder().make(EntryKind::Event, held));
    desks.meetHub();
    QCOMPARE(desks.citizenService.store().shared().events(Instant{}).size(), 1U);
    QCOMPARE(desks.citizenService.shared(Series::Attendance, Unit::Library, "loan"), 54);
    QCOMPARE(desks.citizenService.shared(Series::Attendance, Unit::CitizenService, "loan"), 0);
    QCOMPARE(desks.citizenService.shared(Series::Credit, Unit::CitizenService, "loan"), 1);
  }

  void whenATopicWasLastDoneAtABranch_isKnownOnEveryTablet() {
    TwoDesks desks;
    Fields yesterday = desks.library.here("loan");
    yesterday.when = desks.hub.clock.now() - hours{24};
    QVERIFY(desks.library.recorder().help(yesterday));
    desks.meetHub();
    const auto days = desks.citizenService.store().shared().lastDone("hb");
    QCOMPARE(days.size(), 1U);
    QVERIFY(days.at("loan") == toLocal(*yesterday.when).day);
    QVERIFY(desks.citizenService.store().shared().lastDone("ribe").empty());
  }

  void aDecisionBeyondTheAuthorityLine_isRefusedByTheStore_asTheMunicipalityDrawsIt() {
    TwoDesks desks;
    Fields decision = desks.library.here("passport-apply");
    decision.role = "library_staff";
    decision.act = Act::Decide;
    const auto entries = [&] { return desks.library.store().queries().counts().entries; };
    const auto refused = desks.library.recorder().help(decision);
    QVERIFY(!refused && refused.error().code == ErrorCode::Refused);
    QCOMPARE(entries(), 0);
    decision.act = Act::HandOver;
    QVERIFY(desks.library.recorder().help(decision));

    Topic passport;
    passport.id = passport.nameDa = passport.nameEn = "passport-apply";
    passport.group = "identity-papers";
    passport.authority = true;
    desks.hub.write([&](hub::WriteTx& tx) {
      const auto first = tx.takePositions(1, 5, desks.hub.clock.now());
      return tx.putTopics({&passport, 1}, *first);
    });
    const DocumentRow ours{"authority", "topic,role,may\n*,library_staff,decide\n"};
    QVERIFY(hub::keepDocument(*desks.hub.storage, hub::Actor::commandLine(), ours, desks.hub.clock,
                              desks.hub.random));
    decision.act = Act::Decide;
    QVERIFY(!desks.library.recorder().help(decision));  // it has not heard yet
    desks.meetHub();
    QVERIFY(desks.library.recorder().help(decision));
    const DocumentRow gone{"authority", std::nullopt};
    QVERIFY(hub::keepDocument(*desks.hub.storage, hub::Actor::commandLine(), gone, desks.hub.clock,
                              desks.hub.random));
    desks.meetHub();
    QVERIFY(!desks.library.recorder().help(decision));
    QCOMPARE(entries(), 2);
    QVERIFY(!hub::checkDocument("authority", "topic,role,may\n*,*,perhaps\n"));
    const auto put = [&](const std::string& row) {
      const DocumentRow line{"authority", "topic,role,may\n*,*,guide\n" + row};
      return hub::keepDocument(*desks.hub.storage, hub::Actor::commandLine(), line, desks.hub.clock,
                               desks.hub.random);
    };
    QCOMPARE(put("pasport,*,decide\n").error().text(),
             std::string{"authority line 3: topic 'pasport' is not in the catalogue"});
    QVERIFY(!put("group:papers,*,decide\n"));
    QCOMPARE(put("*,librarian,decide\n").error().text(),
             std::string{"authority line 3: role 'librarian' is not one of the roles"});
    QVERIFY(put("group:identity-papers,library_staff,decide\n"));
    QVERIFY(!hub::checkDocument("weather", "a,b\n"));
  }

  void nothingAboutASlip_saysWhoItIsFor() {
    TwoDesks desks;
    std::set<std::string> slips;
    for (int i = 0; i < 50; ++i) {
      const Id id =
          desks.library.recorder().sendOn(desks.library.here(), {"citizen_service"}).value();
      slips.insert(desks.library.slipOf(id));
    }
    QCOMPARE(slips.size(), 50U);
  }

  void aSlipCode_thatIsMistyped_isNoCode() {
    test::SeededRandom random;
    const std::string signs = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    for (int i = 0; i < 100; ++i) {
      const std::string code = newSlipCode(random);
      for (std::size_t at = 0; at < code.size(); ++at) {
        for (const char sign : signs) {
          std::string other = code;
          other[at] = sign;
          QCOMPARE(parseSlipCode(other).has_value(), other == code);
        }
        std::string swapped = code;
        if (at > 0) std::swap(swapped[at - 1], swapped[at]);
        QCOMPARE(parseSlipCode(swapped).has_value(), swapped == code);
      }
    }
    for (const char* text : {"", "K7MP", "K7MP 4XQ81", "K7MP4XQO", "æøå", "        "}) {
      QVERIFY2(!parseSlipCode(text), text);
    }
  }
};

QTEST_GUILESS_MAIN(TstReferrals)
#include "tst_referrals.moc"
