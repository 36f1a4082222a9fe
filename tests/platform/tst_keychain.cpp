// Goal: the tablet's token lies in the desktop's key store where there is one. A key store that is
// closed is never taken for a token that is gone, and nothing waits for it for long.
// Method: a real GNOME Keyring on a session bus of the test's own; the real programs in that
// session; the rules of where a secret lies also without either.
#include "platform/keychain.h"
#include "tests/support/asking_service.h"
#include "tests/support/desktop.h"
#include "tests/support/tablet_world.h"

#include <QDirIterator>
#include <QTest>
#include <thread>

using namespace vejviser;
using namespace vejviser::platform;
using namespace vejviser::test;

namespace {

using Secret = std::optional<std::string>;

const Secret kNone;
constexpr milliseconds kLittlePatience{300};

/// Takes everything and keeps nothing.
class Sieve final : public SecretStore {
 public:
  Result<Secret> read(const std::string&) const override { return Secret{}; }
  Status write(const std::string&, const std::string&) override { return {}; }
  void remove(const std::string&) override {}
};

/// A folder's secrets with the rules of KeyStore over a key store in memory.
struct Place {
  Result<Secret> read(const std::string& name) { return KeyStore{keychain, path}.read(name); }
  Status write(const std::string& name, const std::string& secret) {
    return KeyStore{keychain, path}.write(name, secret);
  }

  Folder dir;
  std::filesystem::path path = dir.path("no-backup").toStdString();
  MemorySecrets keychain;
};

bool isIn(const QString& folder, const std::string& text) {
  QDirIterator files{folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories};
  while (files.hasNext()) {
    QFile file{files.next()};
    if (!file.open(QIODevice::ReadOnly)) qFatal("%s cannot be read", qPrintable(file.fileName()));
    if (file.readAll().contains(QByteArray::fromStdString(text))) return true;
  }
  return false;
}

/// As a person would with a folder that is to be somewhere else.
void copy(const QString& from, const QString& to) {
  if (runProgram("cp", {"-a", from, to}).exitCode != 0) qFatal("cannot be copied");
}

template <class T>
bool isClosed(const Result<T>& result, const std::string& why = "cannot be opened") {
  return !result && result.error().code == ErrorCode::Storage &&
         result.error().detail.find(why) != std::string::npos;
}

/// With patience enough for a machine that is busy.
KeychainSecretStore keychainOf(const QString& folder) {
  return KeychainSecretStore{folder.toStdString(), std::chrono::minutes{1}};
}

/// The name under which an enrolled tablet keeps its token.
std::string tokenName(const QString& tablet) {
  return QDir{tablet + "/no-backup"}.entryList({"token-*"}).value(0).toStdString();
}

}  // namespace

#define WITH_KEYRING(desktop) \
  Desktop desktop;            \
  if (!desktop.startKeyring()) QSKIP(qPrintable(desktop.why()))

class TstKeychain : public QObject {
  Q_OBJECT

 private slots:
  void init() { Desktop::leave(); }

  // Where a secret lies.

  void aSecret_isInTheKeyStore_andNotInTheFiles() {
    Place place;
    QVERIFY(place.write("token", "s3cret"));
    QCOMPARE(place.keychain.all["token"], std::string{"s3cret"});
    QVERIFY(!isIn(place.dir.path(), "s3cret"));
    QCOMPARE(place.read("token").value(), Secret{"s3cret"});
    QCOMPARE(place.read("other").value(), kNone);
  }

  void aClosedKeyStore_isNoSecretThatIsGone_butAnOpenOneWithoutItIs() {
    Place place;
    QVERIFY(place.write("token", "s3cret"));
    place.keychain.locked = true;
    QVERIFY(isClosed(place.read("token"), "is locked"));
    QCOMPARE(place.read("other").value(), kNone);
    place.keychain.locked = false;
    place.keychain.all.clear();  // another machine's
    QCOMPARE(place.read("token").value(), kNone);
  }

  void aKeyStoreOfAnotherTime_isNotAskedForWhatWasNeverPutThere() {
    Place place;
    place.keychain.all["token"] = "left behind";
    QCOMPARE(place.read("token").value(), kNone);
  }

  void whileTheKeyStoreIsClosed_aNewSecretIsAFile_andMovesLater() {
    Place place;
    QVERIFY(place.write("token", "first"));
    place.keychain.locked = true;
    QVERIFY(place.write("token", "second"));
    QCOMPARE(place.read("token").value(), Secret{"second"});
    place.keychain.locked = false;
    QCOMPARE(place.read("token").value(), Secret{"second"});
    QCOMPARE(place.keychain.all["token"], std::string{"second"});
    QVERIFY(!isIn(place.dir.path(), "second"));
  }

  void filesOfBefore_moveWithTheFirstRead_allOfThem() {
    Place place;
    FileSecretStore files{place.path};
    QVERIFY(files.write("token", "s3cret"));
    QVERIFY(files.write("other", "0lder"));
    QVERIFY(isIn(place.dir.path(), "s3cret"));
    QCOMPARE(place.read("token").value(), Secret{"s3cret"});
    QVERIFY(!isIn(place.dir.path(), "s3cret"));
    QVERIFY(!isIn(place.dir.path(), "0lder"));
    QCOMPARE(place.read("other").value(), Secret{"0lder"});
  }

  void aFile_staysUntilTheKeyStoreGivesBackWhatItWasGiven() {
    Place place;
    QVERIFY(FileSecretStore{place.path}.write("token", "s3cret"));
    Sieve sieve;
    QCOMPARE((KeyStore{sieve, place.path}).read("token").value(), Secret{"s3cret"});
    QCOMPARE((KeyStore{sieve, place.path}).read("token").value(), Secret{"s3cret"});
    QVERIFY((KeyStore{sieve, place.path}).write("token", "second"));
    QCOMPARE((KeyStore{sieve, place.path}).read("token").value(), Secret{"second"});
  }

  void aKeyStoreThatIsClosed_isAskedForFilesOnlyOnce() {
    Place place;
    QVERIFY(FileSecretStore{place.path}.write("token", "s3cret"));
    const KeyStore store{place.keychain, place.path};
    place.keychain.locked = true;
    QCOMPARE(store.read("token").value(), Secret{"s3cret"});
    place.keychain.locked = false;
    QCOMPARE(store.read("token").value(), Secret{"s3cret"});
    QVERIFY(place.keychain.all.empty());
  }

  void remove_isFromBoth() {
    Place place;
    QVERIFY(place.write("token", "s3cret"));
    KeyStore{place.keychain, place.path}.remove("token");
    QVERIFY(place.keychain.all.empty());
    QVERIFY(!QFile::exists(place.dir.path("no-backup/token")));
    QCOMPARE(place.read("token").value(), kNone);
  }

  // The key store itself.

  void keychain_keepsAndForgets() {
    WITH_KEYRING(desktop);
    Folder dir;
    KeychainSecretStore secrets = keychainOf(dir.path("æøå"));
    QCOMPARE(secrets.read("token").value(), kNone);
    QVERIFY(secrets.write("token", "first"));
    QVERIFY(secrets.write("other", "0lder"));
    QVERIFY(secrets.write("token", "s3cret"));
    QCOMPARE(secrets.read("token").value(), Secret{"s3cret"});
    QCOMPARE(secrets.read("other").value(), Secret{"0lder"});
    secrets.remove("token");
    QCOMPARE(secrets.read("token").value(), kNone);
    secrets.remove("token");
    QCOMPARE(secrets.read("other").value(), Secret{"0lder"});
  }

  void keychain_ofAnotherFolder_isAnother_alsoOfACopy() {
    WITH_KEYRING(desktop);
    Folder dir;
    QDir{}.mkpath(dir.path("a"));
    QFile::link(dir.path("a"), dir.path("link"));
    QVERIFY(keychainOf(dir.path("a")).write("token", "s3cret"));
    copy(dir.path("a"), dir.path("b"));
    QCOMPARE(keychainOf(dir.path("b")).read("token").value(), kNone);
    for (const char* same : {"a", "a/../a", "link"}) {
      QCOMPARE(keychainOf(dir.path(same)).read("token").value(), Secret{"s3cret"});
    }
  }

  void keychain_thatIsLocked_isAnError_andNobodyIsAsked() {
    WITH_KEYRING(desktop);
    Folder dir;
    KeychainSecretStore secrets = keychainOf(dir.path());
    QVERIFY(secrets.write("token", "s3cret"));
    desktop.lock();
    QVERIFY(isClosed(secrets.read("token"), "it is locked"));
    QVERIFY(isClosed(secrets.read("never written"), "it is locked"));
    QVERIFY(isClosed(secrets.write("token", "second"), "it is locked"));
    secrets.remove("token");
    QTest::qWait(0);
    QCOMPARE(desktop.prompter.asked, 0);
    desktop.stopKeyring();
    QVERIFY(desktop.startKeyring(false));
    QVERIFY(isClosed(secrets.read("token"), "it is locked"));
    desktop.stopKeyring();
    QVERIFY(desktop.startKeyring());
    QCOMPARE(secrets.read("token").value(), Secret{"s3cret"});
  }

  void keychain_thatWantsToAskAPerson_isToldNo() {
    Desktop desktop;
    if (desktop.address().isEmpty()) QSKIP(qPrintable(desktop.why()));
    const AskingService service{desktop.address()};
    Folder dir;
    KeychainSecretStore secrets = keychainOf(dir.path());
    QVERIFY(isClosed(secrets.write("token", "s3cret"), "wants to ask"));
    secrets.remove("token");
    QCOMPARE(service.wanted, 2);
    QCOMPARE(service.asked, 0);
  }

  void keychain_thatHangs_isGivenUp_andThenGoesOn() {
    WITH_KEYRING(desktop);
    Folder dir;
    QVERIFY(keychainOf(dir.path()).write("token", "s3cret"));
    KeychainSecretStore secrets{dir.path().toStdString(), kLittlePatience};
    desktop.freezeKeyring();
    QVERIFY(isClosed(secrets.read("token"), "does not answer"));
    QVERIFY(!secrets.write("token", "second"));
    secrets.remove("token");
    desktop.thawKeyring();
    desktop.freezeBus();
    QVERIFY(isClosed(secrets.read("token"), "does not answer"));
    desktop.thawBus();
    QVERIFY(keychainOf(dir.path()).read("token").ok());
  }

  void keychain_thatIsGone_isAnError() {
    WITH_KEYRING(desktop);
    Folder dir;
    KeychainSecretStore secrets = keychainOf(dir.path());
    QVERIFY(secrets.write("token", "s3cret"));
    desktop.stopKeyring();
    QVERIFY(isClosed(secrets.read("token")));
    QVERIFY(!secrets.write("token", "second"));
    for (const char* bus : {"", "unix:path=/nowhere/at/all", "nonsense"}) {
      qputenv("DBUS_SESSION_BUS_ADDRESS", bus);
      QVERIFY(isClosed(secrets.read("token")));
    }
    desktop.join();
    QVERIFY(desktop.startKeyring());
    QCOMPARE(secrets.read("token").value(), Secret{"s3cret"});
  }

  void aBus_thatEndsMeanwhile_doesNotEndTheProgram() {
    WITH_KEYRING(desktop);
    Folder dir;
    KeychainSecretStore secrets = keychainOf(dir.path());
    desktop.freezeKeyring();
    const qsizetype before = desktop.clients();
    Result<Secret> answer = Secret{};
    std::thread reader{[&] { answer = secrets.read("token"); }};
    const bool waits = eventually([&] { return desktop.clients() > before; });
    desktop.endBus();
    reader.join();
    QVERIFY(waits);
    QVERIFY(isClosed(answer));
  }

  void aBus_isNeverStarted() {
    Folder dir;
    QFile launcher{dir.path("dbus-launch")};
    QVERIFY(launcher.open(QIODevice::WriteOnly));
    launcher.write("#!/bin/sh\ntouch " + dir.path("started").toUtf8() + "\n");
    launcher.close();
    QVERIFY(launcher.setPermissions(QFile::ReadOwner | QFile::ExeOwner));
    const QByteArray path = qgetenv("PATH");
    qputenv("PATH", dir.path().toUtf8() + ':' + path);
    qputenv("DISPLAY", ":99");
    for (const char* bus : {"", "autolaunch:"}) {
      qputenv("DBUS_SESSION_BUS_ADDRESS", bus);
      QVERIFY(!keychainOf(dir.path()).read("token"));
    }
    qputenv("PATH", path);
    qunsetenv("DISPLAY");
    QVERIFY(!QFile::exists(dir.path("started")));
  }

  // The programs.

  void tablet_keepsItsTokenInTheKeyStore_andSaysWhenItIsClosed() {
    WITH_KEYRING(desktop);
    HubProcess hub;
    hub.start();
    Folder dir;
    const QString tablet = dir.path("tablet");
    hub.enrol(tablet);
    const auto token = keychainOf(tablet).read(tokenName(tablet)).value();
    QVERIFY(token);
    QVERIFY(!isIn(tablet, *token));
    QCOMPARE(cli(tablet, {"log", "mitid-help"}).exitCode, 0);
    QCOMPARE(cli(tablet, {"sync"}).exitCode, 0);

    Desktop::leave();
    QCOMPARE(cli(tablet, {"log", "mitid-help"}).exitCode, 0);
    const Ran apart = cli(tablet, {"sync"});
    QCOMPARE(apart.exitCode, 3);
    QVERIFY2(apart.err.contains("kept: key store: cannot be opened"), qPrintable(apart.err));
    QVERIFY2(apart.out.contains("1 waiting"), qPrintable(apart.out));

    desktop.join();
    desktop.lock();
    const Ran locked = cli(tablet, {"sync"});
    QCOMPARE(locked.exitCode, 3);
    QVERIFY2(locked.err.contains("it is locked"), qPrintable(locked.err));
    desktop.stopKeyring();
    QCOMPARE(cli(tablet, {"sync"}).exitCode, 3);
    QVERIFY(desktop.startKeyring());
    QCOMPARE(cli(tablet, {"sync"}).exitCode, 0);
    QCOMPARE(hub.number("SELECT count(*) FROM entry"), 2);
  }

  void tablet_enrolledBefore_movesItsToken_andTheAppSendsWithIt() {
    WITH_KEYRING(desktop);
    HubProcess hub;
    hub.start();
    Folder dir;
    const QString tablet = dir.path("tablet");
    Desktop::leave();
    hub.enrol(tablet);
    const std::string token = tokenOf(tablet).toStdString();
    QVERIFY(isIn(tablet, token));
    desktop.join();
    {
      AppProcess app{tablet};
      app.hand("tap tile-mitid-help");
      app.hand("wait syncBadge text *Sen");
      QVERIFY(eventually([&] { return hub.entries().size() == 1; }));
    }
    QVERIFY(!isIn(tablet, token));
    QCOMPARE(keychainOf(tablet).read(tokenName(tablet)).value(), Secret{token});
    QCOMPARE(cli(tablet, {"sync"}).exitCode, 0);
  }

  void tabletsFolder_copied_mustEnrolAgain_andKeepsItsQueue() {
    HubProcess hub;
    hub.start();
    Folder dir;
    const QString tablet = dir.path("tablet");
    {
      WITH_KEYRING(desktop);
      hub.enrol(tablet);
      QCOMPARE(cli(tablet, {"log", "mitid-help"}).exitCode, 0);
      copy(tablet, dir.path("beside"));
      const Ran beside = cli(dir.path("beside"), {"sync"});
      QVERIFY2(beside.err.contains("this tablet has no token"), qPrintable(beside.err));
    }
    WITH_KEYRING(elsewhere);  // the same path, another machine
    const Ran moved = cli(tablet, {"sync"});
    QCOMPARE(moved.exitCode, 3);
    QVERIFY2(moved.err.contains("this tablet has no token"), qPrintable(moved.err));
    hub.enrol(tablet);
    QCOMPARE(cli(tablet, {"sync"}).exitCode, 0);
    QCOMPARE(hub.entries().size(), 1U);
  }

  void libsecret_isLoadedForATokenOnly_andNotWithoutASession() {
    WITH_KEYRING(desktop);
    HubProcess hub;
    hub.start();
    Folder dir;
    const QString tablet = dir.path("tablet");
    hub.enrol(tablet);
    const auto loads = [&](const QStringList& command) {
      return runProgram(programPath("vejviser-cli"), QStringList{"--data", tablet} + command, {},
                        {"LD_DEBUG=files"})
          .err.contains("libsecret-1");
    };
    QVERIFY(loads({"sync"}));
    QVERIFY(!loads({"log", "mitid-help"}));
    QVERIFY(!loads({"status"}));
    Desktop::leave();
    QVERIFY(!loads({"sync"}));
  }
};

QTEST_GUILESS_MAIN(TstKeychain)
#include "tst_keychain.moc"
