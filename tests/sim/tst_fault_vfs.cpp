// Goal: the disks that the simulator trusts lose what a real disk may lose and nothing else, fail
// exactly where they are told to, and do the same again for the same seed.
// Method: files written straight through the VFS, and real SQLite in WAL mode, over hundreds of
// seeded power cuts; a database that does not sync is the control that must break.
#include "tests/support/fault_vfs.h"

#include <QTest>
#include <SQLiteCpp/SQLiteCpp.h>
#include <set>
#include <sqlite3.h>

using namespace vejviser::test;

namespace {

constexpr const char* kDisk = "/t1";
constexpr const char* kPath = "/t1/a.db";

/// A file opened as SQLite does it.
class RawFile {
 public:
  explicit RawFile(const char* path) : m_path(path) {
    sqlite3_vfs* vfs = sqlite3_vfs_find(nullptr);
    m_memory.resize(static_cast<std::size_t>(vfs->szOsFile));
    constexpr int kFlags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_MAIN_DB;
    opened = vfs->xOpen(vfs, m_path, file(), kFlags, nullptr);
  }
  ~RawFile() {
    if (opened == SQLITE_OK) file()->pMethods->xClose(file());
  }
  RawFile(const RawFile&) = delete;
  RawFile& operator=(const RawFile&) = delete;

  int write(const std::string& text, std::int64_t offset = 0) {
    return file()->pMethods->xWrite(file(), text.data(), static_cast<int>(text.size()), offset);
  }
  int sync() { return file()->pMethods->xSync(file(), SQLITE_SYNC_FULL); }
  int truncate(std::int64_t size) { return file()->pMethods->xTruncate(file(), size); }
  int lock(int level) { return file()->pMethods->xLock(file(), level); }
  int unlock(int level) { return file()->pMethods->xUnlock(file(), level); }
  int mapped(int region, bool extend) {
    return file()->pMethods->xShmMap(file(), region, 32768, extend ? 1 : 0, &memory);
  }
  int lockMemory(int place, int flags) {
    return file()->pMethods->xShmLock(file(), place, 1, flags);
  }

  int opened = SQLITE_ERROR;
  volatile void* memory = nullptr;

 private:
  sqlite3_file* file() { return reinterpret_cast<sqlite3_file*>(m_memory.data()); }

  const char* m_path;
  std::vector<std::uint8_t> m_memory;
};

std::string textOf(const FaultVfs& vfs, const std::string& name) {
  const auto image = vfs.copy(kDisk);
  const auto it = image.find(name);
  return it == image.end() ? "(none)" : std::string{it->second->begin(), it->second->end()};
}

SQLite::Database openWal(const std::string& path, const char* synchronous = "FULL") {
  SQLite::Database db{path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE};
  db.exec("PRAGMA journal_mode=WAL");
  db.exec("PRAGMA wal_autocheckpoint=8");  // so that cuts meet checkpoints, too
  db.exec("CREATE TABLE IF NOT EXISTS t(n INTEGER PRIMARY KEY, twice INTEGER, filling BLOB)");
  db.exec(std::string{"PRAGMA synchronous="} + synchronous);
  return db;
}

/// A transaction that is whole when there are three rows of n, each with its double.
void addThree(SQLite::Database& db, int n) {
  SQLite::Transaction transaction{db};
  for (int i = 0; i < 3; ++i) {
    db.exec("INSERT INTO t VALUES(" + std::to_string(3 * n + i) + "," +
            std::to_string(2 * (3 * n + i)) + ", zeroblob(1500))");
  }
  transaction.commit();
}

struct Found {
  bool whole = false;  ///< integrity_check, and no part of a transaction
  int committed = 0;   ///< transactions
};

Found look(const std::string& path) {
  try {
    SQLite::Database db{path, SQLite::OPEN_READWRITE};
    const bool intact = db.execAndGet("PRAGMA integrity_check").getString() == "ok";
    const int rows = db.execAndGet("SELECT count(*) FROM t WHERE twice = 2 * n").getInt();
    const int last = db.execAndGet("SELECT coalesce(max(n), -1) FROM t").getInt();
    return {intact && rows % 3 == 0 && last == rows - 1, rows / 3};
  } catch (const SQLite::Exception&) {
    return {};
  }
}

/// Commits until the disk stops working at a random call, then cuts the power. How many commits
/// were reported done.
int commitUntilTheCut(FaultVfs& vfs, std::uint64_t seed, const char* synchronous) {
  std::mt19937_64 chance{seed};
  SQLite::Database db = openWal(kPath, synchronous);
  vfs.failAt(kDisk, static_cast<std::int64_t>(1 + chance() % 250), DiskFault::IoError, true);
  int committed = 0;
  try {
    for (; committed < 30; ++committed) addThree(db, committed);
  } catch (const SQLite::Exception&) {
  }
  vfs.cutPower(kDisk);
  vfs.heal(kDisk);
  return committed;
}

int resultOf(SQLite::Database& db, const char* sql) {
  return db.tryExec(sql);
}

}  // namespace

class TstFaultVfs : public QObject {
  Q_OBJECT

 private slots:
  void cut_ofWhatWasSynced_losesNothing() {
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
      FaultVfs vfs{seed};
      {
        RawFile file{kPath};
        file.write(std::string(4096, 'a'));
        file.write(std::string(700, 'b'), 300);
        file.truncate(2000);
        file.sync();
        vfs.cutPower(kDisk);
      }
      QVERIFY(textOf(vfs, "a.db") ==
              std::string(300, 'a') + std::string(700, 'b') + std::string(1000, 'a'));
    }
  }

  void cut_ofWhatWasNotSynced_keepsAllOrNothingOrSectors() {
    std::set<std::string> seen;
    int torn = 0;
    for (std::uint64_t seed = 0; seed < 300; ++seed) {
      FaultVfs vfs{seed};
      RawFile file{kPath};
      file.write(std::string(1536, 'a'));
      file.sync();
      file.write(std::string(1536, 'b'));
      vfs.cutPower(kDisk);
      const std::string left = textOf(vfs, "a.db");
      QCOMPARE(left.size(), std::size_t{1536});
      for (std::size_t sector = 0; sector < 3; ++sector) {
        const std::string part = left.substr(512 * sector, 512);
        QVERIFY(part == std::string(512, 'a') || part == std::string(512, 'b'));
      }
      torn += left.find('a') != std::string::npos && left.find('b') != std::string::npos ? 1 : 0;
      seen.insert(left);
    }
    QVERIFY(seen.contains(std::string(1536, 'a')));
    QVERIFY(seen.contains(std::string(1536, 'b')));
    QCOMPARE(seen.size(), std::size_t{8});  // every mix of three sectors
    QVERIFY(torn > 10);
  }

  void cut_betweenWrites_keepsALaterOneWithoutAnEarlierOne_butNotWithinASector() {
    std::set<std::string> seen;
    for (std::uint64_t seed = 0; seed < 300; ++seed) {
      FaultVfs vfs{seed};
      RawFile file{kPath};
      file.write(std::string(1024, '0'));
      file.sync();
      file.write("1");
      file.write("2", 512);
      file.write("3", 1);
      vfs.cutPower(kDisk);
      const std::string left = textOf(vfs, "a.db");
      seen.insert({left[0], left[1], left[512]});
    }
    QVERIFY(seen.contains("002"));
    QVERIFY(seen.contains("100"));
    QVERIFY(seen.contains("130"));
    QVERIFY(!seen.contains("030") && !seen.contains("032"));  // 3 came after 1 in their sector
  }

  void cut_ofAFileThatGrew_mayLeaveZerosAtItsEnd() {
    std::set<std::string> seen;
    for (std::uint64_t seed = 0; seed < 300; ++seed) {
      FaultVfs vfs{seed};
      RawFile file{kPath};
      file.write("old");
      file.sync();
      file.write("new", 3);
      file.write(std::string(512, 'x'), 512);
      vfs.cutPower(kDisk);
      seen.insert(textOf(vfs, "a.db"));
    }
    QVERIFY(seen.contains("old"));
    QVERIFY(seen.contains("oldnew"));
    QVERIFY(seen.contains("old" + std::string(1021, '\0')));
    QVERIFY(seen.contains("oldnew" + std::string(506, '\0') + std::string(512, 'x')));
  }

  void names_areDurableOnceTheirFileOrTheFolderWasSynced() {
    int gone = 0;
    int back = 0;
    for (std::uint64_t seed = 0; seed < 100; ++seed) {
      FaultVfs vfs{seed};
      sqlite3_vfs* raw = sqlite3_vfs_find(nullptr);
      RawFile{"/t1/deletedForGood"}.sync();
      RawFile{"/t1/oldByThen"}.write("x");
      raw->xDelete(raw, "/t1/deletedForGood", 1);
      RawFile{"/t1/synced"}.sync();
      RawFile{"/t1/new"}.write("x");
      RawFile{"/t1/deleted"}.sync();
      raw->xDelete(raw, "/t1/deleted", 0);
      vfs.cutPower(kDisk);
      const auto left = vfs.copy(kDisk);
      QVERIFY(left.contains("synced"));
      QVERIFY(left.contains("oldByThen"));
      QVERIFY(!left.contains("deletedForGood"));
      gone += left.contains("new") ? 0 : 1;
      back += left.contains("deleted") ? 1 : 0;
    }
    QVERIFY(gone > 20 && gone < 80);
    QVERIFY(back > 20 && back < 80);
  }

  void commit_withFullSync_survives500Cuts() {
    int inDoubt = 0;
    for (std::uint64_t seed = 0; seed < 500; ++seed) {
      FaultVfs vfs{seed};
      const int committed = commitUntilTheCut(vfs, seed, "FULL");
      const Found found = look(kPath);
      QVERIFY2(found.whole, qPrintable(QString("seed %1").arg(seed)));
      // The transaction that failed may have come through as a whole.
      const bool all = found.committed == committed || found.committed == committed + 1;
      QVERIFY2(all, qPrintable(QString("seed %1").arg(seed)));
      inDoubt += found.committed - committed;
    }
    QVERIFY(inDoubt > 0);  // cuts have met the very end of a commit
  }

  void commit_withoutSync_isLostOrBroken_orTheDisksProveNothing() {
    int lost = 0;
    int broken = 0;
    for (std::uint64_t seed = 0; seed < 500; ++seed) {
      FaultVfs vfs{seed};
      const int committed = commitUntilTheCut(vfs, seed, "OFF");
      const Found found = look(kPath);
      broken += found.whole ? 0 : 1;
      lost += found.whole && found.committed < committed ? 1 : 0;
    }
    qInfo("without syncs, of 500 cuts: %d lost commits, %d broke the file", lost, broken);
    QVERIFY(lost > 50);
    QVERIFY(broken > 50);
  }

  void cut_killsConnections_andTheirClosingChangesNothing() {
    FaultVfs vfs{1};
    {
      SQLite::Database db = openWal(kPath);
      addThree(db, 0);
      vfs.cutPower(kDisk);
      QCOMPARE(resultOf(db, "INSERT INTO t VALUES(100, 200, '')") & 0xFF, SQLITE_IOERR);
      SQLite::Database next = openWal(kPath);
      addThree(next, 1);
      QCOMPARE(resultOf(db, "SELECT * FROM t") & 0xFF, SQLITE_IOERR);
    }
    const Found found = look(kPath);
    QVERIFY(found.whole);
    QCOMPARE(found.committed, 2);
  }

  void kill_keepsEverythingThatWasWritten() {
    for (std::uint64_t seed = 0; seed < 50; ++seed) {
      FaultVfs vfs{seed};
      {
        SQLite::Database db = openWal(kPath, "OFF");
        for (int n = 0; n < 10; ++n) addThree(db, n);
        vfs.kill(kDisk);
        QCOMPARE(resultOf(db, "SELECT * FROM t") & 0xFF, SQLITE_IOERR);
      }
      const Found found = look(kPath);
      QVERIFY(found.whole);
      QCOMPARE(found.committed, 10);
    }
  }

  void cut_ofOneDisk_leavesTheOthers() {
    FaultVfs vfs{1};
    SQLite::Database here = openWal(kPath);
    SQLite::Database there = openWal("/t2/a.db");
    vfs.failAt("/t1", 1, DiskFault::IoError, true);
    vfs.cutPower("/t1");
    addThree(there, 0);
    QVERIFY(resultOf(here, "SELECT * FROM t") != SQLITE_OK);
  }

  void twoWriters_seeEachOthersLock_andWaitingTakesNoTime() {
    FaultVfs vfs{1};
    SQLite::Database first = openWal(kPath);
    SQLite::Database second{kPath, SQLite::OPEN_READWRITE};
    first.exec("BEGIN IMMEDIATE");
    QCOMPARE(resultOf(second, "BEGIN IMMEDIATE"), SQLITE_BUSY);
    second.setBusyTimeout(3'600'000);  // ctest would stop a test that waited an hour
    QCOMPARE(resultOf(second, "BEGIN IMMEDIATE"), SQLITE_BUSY);
    first.exec("COMMIT");
    QCOMPARE(resultOf(second, "BEGIN IMMEDIATE"), SQLITE_OK);
  }

  void reader_keepsItsView_andHoldsTheCheckpointBack() {
    FaultVfs vfs{1};
    SQLite::Database writer = openWal(kPath);
    writer.exec("PRAGMA wal_autocheckpoint=0");
    addThree(writer, 0);
    SQLite::Database reader{kPath, SQLite::OPEN_READONLY};
    reader.exec("BEGIN");
    QCOMPARE(reader.execAndGet("SELECT count(*) FROM t").getInt(), 3);
    addThree(writer, 1);
    QCOMPARE(reader.execAndGet("SELECT count(*) FROM t").getInt(), 3);
    QCOMPARE(writer.execAndGet("PRAGMA wal_checkpoint(TRUNCATE)").getInt(), 1);  // busy
    reader.exec("COMMIT");
    QCOMPARE(reader.execAndGet("SELECT count(*) FROM t").getInt(), 6);
    QCOMPARE(writer.execAndGet("PRAGMA wal_checkpoint(TRUNCATE)").getInt(), 0);
    QCOMPARE(textOf(vfs, "a.db-wal"), std::string{});
  }

  void fileLocks_followSQLitesLadder() {
    FaultVfs vfs{1};
    RawFile first{kPath};
    RawFile second{kPath};
    QCOMPARE(first.lock(SQLITE_LOCK_SHARED), SQLITE_OK);
    QCOMPARE(second.lock(SQLITE_LOCK_SHARED), SQLITE_OK);
    QCOMPARE(first.lock(SQLITE_LOCK_RESERVED), SQLITE_OK);
    QCOMPARE(second.lock(SQLITE_LOCK_RESERVED), SQLITE_BUSY);
    QCOMPARE(first.lock(SQLITE_LOCK_EXCLUSIVE), SQLITE_BUSY);  // second still reads
    QCOMPARE(second.unlock(SQLITE_LOCK_NONE), SQLITE_OK);
    QCOMPARE(second.lock(SQLITE_LOCK_SHARED), SQLITE_BUSY);  // first is waiting: nobody new
    QCOMPARE(first.lock(SQLITE_LOCK_EXCLUSIVE), SQLITE_OK);
    QCOMPARE(first.unlock(SQLITE_LOCK_SHARED), SQLITE_OK);
    QCOMPARE(second.lock(SQLITE_LOCK_SHARED), SQLITE_OK);
  }

  void sharedMemory_isOfOneFile_andLocksBySharedOrAlone() {
    FaultVfs vfs{1};
    RawFile first{kPath};
    RawFile second{kPath};
    RawFile other{"/t1/b.db"};
    QCOMPARE(first.mapped(0, false), SQLITE_OK);
    QVERIFY(first.memory == nullptr);
    first.mapped(0, true);
    second.mapped(0, false);
    other.mapped(0, true);
    QVERIFY(first.memory != nullptr && first.memory == second.memory);
    QVERIFY(other.memory != first.memory);

    constexpr int kShared = SQLITE_SHM_LOCK | SQLITE_SHM_SHARED;
    constexpr int kAlone = SQLITE_SHM_LOCK | SQLITE_SHM_EXCLUSIVE;
    QCOMPARE(first.lockMemory(3, kShared), SQLITE_OK);
    QCOMPARE(second.lockMemory(3, kShared), SQLITE_OK);
    QCOMPARE(second.lockMemory(3, kAlone), SQLITE_BUSY);
    QCOMPARE(second.lockMemory(4, kAlone), SQLITE_OK);
    QCOMPARE(first.lockMemory(4, kShared), SQLITE_BUSY);
    QCOMPARE(other.lockMemory(4, kAlone), SQLITE_OK);
    QCOMPARE(first.lockMemory(3, SQLITE_SHM_UNLOCK | SQLITE_SHM_SHARED), SQLITE_OK);
    QCOMPARE(second.lockMemory(3, kAlone), SQLITE_OK);

    vfs.kill(kDisk);
    RawFile next{kPath};
    QCOMPARE(next.mapped(0, false), SQLITE_OK);
    QVERIFY(next.memory == nullptr);  // though dead connections still hold theirs
    QCOMPARE(next.lockMemory(3, kAlone), SQLITE_OK);
  }

  void failAt_strikesTheNthCall_andOnlyThat() {
    for (int nth = 1; nth <= 6; ++nth) {
      FaultVfs vfs{1};
      RawFile file{kPath};
      vfs.failAt(kDisk, nth, DiskFault::IoError, false);
      for (int call = 1; call <= 6; ++call) {
        const int result = call % 2 == 0 ? file.sync() : file.write("x", call);
        QCOMPARE(result != SQLITE_OK, call == nth);
      }
      QCOMPARE(vfs.calls(kDisk), 6);
      QCOMPARE(vfs.struck(kDisk), 1);
      vfs.heal(kDisk);
      QCOMPARE(vfs.calls(kDisk), 0);
    }
  }

  void failAt_sticky_strikesAllFromTheNthOn() {
    FaultVfs vfs{1};
    RawFile file{kPath};
    vfs.failAt(kDisk, 3, DiskFault::IoError, true);
    QCOMPARE(file.write("x"), SQLITE_OK);
    QCOMPARE(file.sync(), SQLITE_OK);
    QCOMPARE(file.write("x"), SQLITE_IOERR_WRITE);
    QCOMPARE(file.sync(), SQLITE_IOERR_FSYNC);
    QCOMPARE(file.truncate(0), SQLITE_IOERR_TRUNCATE);
    QCOMPARE(RawFile{"/t1/b.db"}.opened, SQLITE_CANTOPEN);
    QCOMPARE(vfs.struck(kDisk), 4);
    vfs.heal(kDisk);
    QCOMPARE(file.write("x"), SQLITE_OK);
  }

  void failAt_full_strikesOnlyWhatNeedsRoom() {
    FaultVfs vfs{1};
    RawFile file{kPath};
    file.write("0123456789");
    vfs.failAt(kDisk, 1, DiskFault::Full, true);
    QCOMPARE(file.write("abc"), SQLITE_OK);
    QCOMPARE(file.sync(), SQLITE_OK);
    QCOMPARE(vfs.calls(kDisk), 0);
    QCOMPARE(file.write("abc", 9), SQLITE_FULL);
    QCOMPARE(file.mapped(0, true), SQLITE_IOERR_SHMSIZE);
    QCOMPARE(RawFile{"/t1/b.db"}.opened, SQLITE_CANTOPEN);
    QCOMPARE(RawFile{kPath}.opened, SQLITE_OK);
    QCOMPARE(vfs.struck(kDisk), 3);
  }

  void failAt_readError_strikesReads() {
    FaultVfs vfs{1};
    SQLite::Database db = openWal(kPath);
    addThree(db, 0);
    SQLite::Database other{kPath, SQLite::OPEN_READONLY};
    vfs.failAt(kDisk, 1, DiskFault::ReadError, true);
    QCOMPARE(resultOf(other, "SELECT * FROM t") & 0xFF, SQLITE_IOERR);
    vfs.heal(kDisk);
    QCOMPARE(resultOf(other, "SELECT * FROM t"), SQLITE_OK);
  }

  void capacity_isWhereTheDiskEnds() {
    FaultVfs vfs{1};
    SQLite::Database db = openWal(kPath);
    addThree(db, 0);
    const std::int64_t full = vfs.bytes(kDisk) + 3000;
    vfs.setCapacity(kDisk, full);
    QCOMPARE(resultOf(db, "INSERT INTO t VALUES(100, 200, zeroblob(9000))"), SQLITE_FULL);
    QVERIFY(vfs.bytes(kDisk) <= full);
    vfs.setCapacity(kDisk, {});
    addThree(db, 1);
    QCOMPARE(look(kPath).committed, 2);
  }

  void image_staysAsItWas_andCanBePutBack() {
    FaultVfs vfs{1};
    {
      SQLite::Database db = openWal(kPath);
      addThree(db, 0);
      const auto image = vfs.copy(kDisk);  // in the middle of things: database and WAL
      addThree(db, 1);
      vfs.paste("/t2", image);
      vfs.cutPower("/t2");
      QCOMPARE(look("/t2/a.db").committed, 1);
      vfs.paste(kDisk, image);
      QCOMPARE(resultOf(db, "SELECT * FROM t") & 0xFF, SQLITE_IOERR);
    }
    QCOMPARE(look(kPath).committed, 1);
  }

  void sameSeed_sameBytes_andAnotherSeedOthers() {
    const auto history = [](std::uint64_t seed) {
      FaultVfs vfs{seed};
      commitUntilTheCut(vfs, 7, "FULL");
      SQLite::Database db = openWal(kPath);
      db.exec("INSERT INTO t VALUES(1000, 2000, randomblob(100))");
      std::map<std::string, Bytes> files;
      for (const auto& [name, content] : vfs.copy(kDisk)) files[name] = *content;
      return files;
    };
    const auto once = history(3);
    QVERIFY(once.size() == 2);
    QVERIFY(once == history(3));
    QVERIFY(once != history(4));
  }

  void reseed_beginsTheSameAgain() {
    FaultVfs vfs{1};
    const auto draw = [&] {
      vfs.clear();
      vfs.reseed(5);
      SQLite::Database db = openWal(kPath);
      return db.execAndGet("SELECT hex(randomblob(8)) || strftime('%f %s', 'now')").getString();
    };
    QCOMPARE(draw(), draw());
  }

  void unixFiles_canStillBeNamed() {
    FaultVfs vfs{1};
    QVERIFY(sqlite3_vfs_find("unix") != nullptr);
    QVERIFY(sqlite3_vfs_find(nullptr) != sqlite3_vfs_find("unix"));
  }
};

QTEST_APPLESS_MAIN(TstFaultVfs)
#include "tst_fault_vfs.moc"
