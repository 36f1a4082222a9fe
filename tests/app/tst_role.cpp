// Goal: a role with a PIN ends when nobody has touched the tablet for a while, slept or not, never
// under a finger; wrong PINs cost time that neither a restart nor the clock takes back.
// Method: a real tablet and the real event loop, with a clock that the test owns.
#include "src/app/role_controller.h"
#include "tests/support/own_clock.h"

#include <QMouseEvent>
#include <QWindow>
#include <QtTest>

using namespace vejviser;
using namespace vejviser::app;
using std::chrono::minutes;
using std::chrono::seconds;
using vejviser::test::OwnClock;

namespace {

/// A tablet on which citizen service has the PIN 2468, in the library's hands.
struct World {
  World() : session(open(dir)), roles(*session, clock) {
    take("citizen_service_staff", Unit::CitizenService);
    roles.choose("2468", "2468");
    take("library_staff", Unit::Library);
  }

  static std::unique_ptr<TabletSession> open(const QTemporaryDir& dir) {
    auto opened = TabletSession::open({dir.path().toStdString(), {}});
    if (!opened) qFatal("%s", opened.error().text().c_str());
    return std::move(*opened);
  }

  void take(const char* role, Unit unit) {
    if (!roles.take({unit, "", role})) qFatal("not taken");
  }

  void takeWithPin() {
    take("citizen_service_staff", Unit::CitizenService);
    roles.answer("2468");
  }

  std::string role() const { return session->store().workplace().role; }

  /// Presses and lets go. What the role was while the finger was down.
  std::string touch() {
    send(QEvent::MouseButtonPress);
    const std::string meanwhile = role();
    send(QEvent::MouseButtonRelease);
    const std::string after = role();
    QCoreApplication::processEvents();
    return meanwhile == after ? after : "changed under the finger";
  }

  void send(QEvent::Type type) {
    const auto buttons = type == QEvent::MouseButtonPress ? Qt::LeftButton : Qt::NoButton;
    QMouseEvent event{type, {5, 5}, {5, 5}, Qt::LeftButton, buttons, Qt::NoModifier};
    QCoreApplication::sendEvent(&window, &event);
  }

  QTemporaryDir dir;
  OwnClock clock;
  std::unique_ptr<TabletSession> session;
  RoleController roles;
  QWindow window;
};

}  // namespace

class TstRole : public QObject {
  Q_OBJECT

 private slots:
  void aRole_lastsWhileTheTabletIsTouched_andEndsAfterAQuarterOfAnHour() {
    World world;
    world.takeWithPin();
    for (int i = 0; i < 4; ++i) {
      world.clock.pass(minutes{14});
      QCOMPARE(world.touch(), std::string{"citizen_service_staff"});
    }
    world.clock.pass(minutes{15});
    QCOMPARE(world.touch(), std::string{"citizen_service_staff"});  // as the screen said
    QCOMPARE(world.role(), std::string{"library_staff"});
    QVERIFY(!world.roles.ended().isEmpty());
    QVERIFY(world.session->store().workplace().unit == Unit::Library);
  }

  void aKey_isATouch() {
    World world;
    world.takeWithPin();
    for (int i = 0; i < 2; ++i) {
      world.clock.pass(minutes{10});
      QTest::keyClick(&world.window, Qt::Key_Tab);
      QCoreApplication::processEvents();
    }
    QCOMPARE(world.role(), std::string{"citizen_service_staff"});
  }

  void aRole_withoutAPin_doesNotEnd() {
    World world;
    world.clock.pass(minutes{600});
    world.touch();
    QCOMPARE(world.role(), std::string{"library_staff"});
    QVERIFY(world.roles.ended().isEmpty());
  }

  void aPinThatWasJustGiven_holdsForTheRoleInUse() {
    World world;
    world.takeWithPin();
    world.roles.choose("8642", "8642");
    world.clock.pass(minutes{16});
    world.touch();
    QCOMPARE(world.role(), std::string{"library_staff"});
  }

  void fiveWrongOnes_costAMinute_fiveMoreTwo_andNeverMoreThanAQuarterOfAnHour() {
    World world;
    RoleLock lock{world.session->store(), world.clock};
    for (const minutes expected :
         {minutes{1}, minutes{2}, minutes{4}, minutes{8}, minutes{15}, minutes{15}}) {
      for (int i = 0; i < 5; ++i) QVERIFY(!*lock.opens("citizen_service_staff", "0000"));
      QVERIFY(lock.wait() == expected);
      QVERIFY(lock.opens("citizen_service_staff", "2468").error().code == ErrorCode::Refused);
      QVERIFY((RoleLock{world.session->store(), world.clock}.wait() == expected));
      world.clock.pass(expected - seconds{1});
      QVERIFY(lock.wait() == seconds{1});
      world.clock.pass(seconds{1});
    }
    QVERIFY(*lock.opens("citizen_service_staff", "2468"));
    QVERIFY(!*lock.opens("citizen_service_staff", "0000"));
    QVERIFY(lock.wait() == seconds{0});  // counted from one again
  }

  void aClockThatIsSetBack_makesNobodyWaitLonger() {
    World world;
    RoleLock lock{world.session->store(), world.clock};
    for (int i = 0; i < 5; ++i) QVERIFY(!*lock.opens("citizen_service_staff", "0000"));
    world.clock.wall -= std::chrono::hours{100};
    QVERIFY(lock.wait() <= RoleLock::kLongestWait);
  }

  void aNewConnection_forgetsEveryPin() {
    World world;
    emit world.session->enrolFinished({});
    world.take("citizen_service_staff", Unit::CitizenService);
    QCOMPARE(world.role(), std::string{"citizen_service_staff"});
  }

  void aFailedConnection_forgetsNone() {
    World world;
    emit world.session->enrolFinished(Error{ErrorCode::Refused, "code", "used"});
    world.take("citizen_service_staff", Unit::CitizenService);
    QCOMPARE(world.role(), std::string{"library_staff"});
  }
};

int main(int argc, char** argv) {
  qputenv("QT_QPA_PLATFORM", "offscreen");
  qputenv("DBUS_SESSION_BUS_ADDRESS", "");
  QGuiApplication gui{argc, argv};
  TstRole test;
  return QTest::qExec(&test, argc, argv);
}

#include "tst_role.moc"
