// Goal: four municipalities work in four ways, and the same program serves each as its own files
// say: who may decide what, where citizens are sent, what the figures tell. Method: a library's and
// a citizen-service centre's real app, tapped while there is no network; a real hub with each
// municipality's documents; figures read from its cube once both have met it.
#include "tests/support/town.h"

#include <QTest>

using namespace vejviser::test;

namespace {

constexpr int kLibrary = 1;
constexpr int kCitizenService = 2;
constexpr int kOutcome = 5;
constexpr int kAct = 9;
constexpr int kRoom = 11;
constexpr int kReception = 15;

}  // namespace

class TstScenarios : public QObject {
  Q_OBJECT

 private slots:
  void esbjerg_theLibraryDoesNoAuthorityWork_andItsSlipIsRedeemedWithNoNetworkAtAll() {
    Town town{"esbjerg"};
    QString code;
    {
      AppProcess app{town.library()};
      app.hand("tap tile-mitid-help");
      app.hand("tap closeBar");
      code = handOver(app, "pas: an", "tile-passport-apply");
      app.quit();
    }
    {
      AppProcess app{town.citizenService()};
      redeem(app, code.toLower());
      app.hand("tap accept");
      app.hand("tap choice-done_for");
      app.hand("tap closeReferral");
      app.quit();
    }
    town.meet();
    QCOMPARE(town.cells(kAct, kLibrary, "hand_over"), 1);
    QCOMPARE(town.cells(kAct, kLibrary, "decide"), 0);
    QCOMPARE(town.cells(kReception, kLibrary, "citizen_service:done"), 1);
    QCOMPARE(town.cells(kOutcome, kLibrary, "sent_on"), 1);
    QCOMPARE(town.cells(kOutcome, kLibrary, "guided"), 1);
  }

  void dragoer_twoEquals_referBothWays_andAWrongDoorIsSeenByBoth() {
    Town town{"dragoer"};
    QString toCitizenService;
    QString toLibrary;
    {
      AppProcess app{town.library()};
      find(app, "MitID: aktiv");
      app.hand("tap tile-mitid-activation");  // here the library may guide
      app.hand("wait bar visible true");
      app.hand("tap refer");
      app.hand("wait formSlip visible true");
      app.hand("tap formSlip");
      toCitizenService = app.hand("get slipText text");
      app.quit();
    }
    {
      AppProcess app{town.citizenService()};
      find(app, "it-hj");
      app.hand("tap tile-it-help-device");
      app.hand("wait bar visible true");
      app.hand("tap refer");
      app.hand("wait formSlip visible true");
      app.hand("tap formSlip");
      toLibrary = app.hand("get slipText text");
      app.hand("tap closeRefer");
      redeem(app, toCitizenService);
      app.hand("tap decline");
      app.hand("tap choice-not_ours");
      app.quit();
    }
    {
      AppProcess app{town.library()};
      redeem(app, toLibrary);
      app.hand("tap accept");
      app.quit();
    }
    town.meet();
    QCOMPARE(town.cells(kAct, kLibrary, "guide"), 1);
    QCOMPARE(town.cells(kReception, kLibrary, "citizen_service:wrong_door"), 1);
    QCOMPARE(town.cells(kReception, kCitizenService, "library:accepted"), 1);
    const auto referrals = tableOf(cliFigures(town.library(), {"--shared"}), "referrals_to",
                                   {"from", "to"}, "referrals");
    QCOMPARE(referrals.at("library/citizen_service"), 1);
    QCOMPARE(referrals.at("citizen_service/library"), 1);
    AppProcess app{town.library()};  // who sent it on sees what came of it
    app.hand("go refer");
    app.hand("tap choice-sent");
    app.hand("wait referralList count 1");
    app.hand("tap referral-0");
    app.hand("wait referralState text *Ikke os");
    app.quit();
  }

  void albertslund_whoCameFromTheTownHall_decidesInTheLibrary_othersHandOver() {
    Town town{"albertslund"};
    {
      AppProcess app{town.library()};
      app.hand("go settings");
      app.hand("tap choice-library_authority");
      app.hand("go log");
      find(app, "pas: an");
      app.hand("tap tile-passport-apply");
      app.hand("wait bar visible true");
      app.hand("tap choice-done_for");
      app.hand("tap closeBar");
      app.hand("tap tile-mitid-help");
      app.hand("tap choice-alone");
      app.hand("go settings");
      app.hand("tap choice-library_staff");  // the tablet goes to a colleague
      app.hand("go log");
      handOver(app, "pas: an", "tile-passport-apply");
      app.quit();
    }
    town.meet();
    QCOMPARE(town.cells(kAct, kLibrary, "decide"), 1);
    QCOMPARE(town.cells(kAct, kLibrary, "hand_over"), 1);
    QCOMPARE(town.cells(kOutcome, kLibrary, "alone"), 1);
    QCOMPARE(town.cells(kOutcome, kLibrary, "done_for"), 1);
    QCOMPARE(town.cells(kOutcome, kLibrary, "sent_on"), 1);
  }

  void haderslev_citizenServiceDecidesInTheLibrarysBuilding_andIsMostOfItsWork() {
    Town town{"haderslev"};
    {
      AppProcess app{town.citizenService()};
      for (int i = 0; i < 2; ++i) {
        find(app, "pas: an");
        app.hand("tap tile-passport-apply");
        app.hand("wait bar visible true");
        app.hand("tap closeBar");
      }
      app.hand("tap tile-mitid-help");
      app.hand("tap unfold");
      app.hand("tap choice-used");  // a room to talk in private
      app.quit();
    }
    {
      AppProcess app{town.library()};
      app.hand("tap tile-mitid-help");
      app.quit();
    }
    town.meet();
    QCOMPARE(town.cells(kAct, kCitizenService, "decide"), 2);
    QCOMPARE(town.cells(kRoom, kCitizenService, "used"), 1);
    const auto branches =
        tableOf(cliFigures(town.library(), {"--shared"}), "by_branch", {"branch", "unit"});
    QCOMPARE(branches.at("gram/citizen_service"), 3);
    QCOMPARE(branches.at("gram/library"), 1);
  }
};

QTEST_GUILESS_MAIN(TstScenarios)
#include "tst_scenarios.moc"
