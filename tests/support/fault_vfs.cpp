#include "tests/support/fault_vfs.h"

#include <algorithm>
#include <cassert>
#include <cstring>
#include <new>
#include <sqlite3.h>
#include <utility>

namespace vejviser::test {

/// What SQLite holds of an open file.
struct OpenFile : sqlite3_file {
  FaultVfs::Core* core = nullptr;
  FaultDisk* disk = nullptr;
  std::string path;
  std::shared_ptr<Inode> inode;
  std::shared_ptr<SharedMemory> memory;
  int life = 0;
  int lock = SQLITE_LOCK_NONE;
  unsigned sharedMask = 0;     ///< places of the wal-index that it reads under
  unsigned exclusiveMask = 0;  ///< and that it has alone
  bool deleteOnClose = false;
  bool syncsFolder = false;  ///< with its first sync

  bool dead() const { return life != disk->life(); }
  bool strikes(DiskCall call) const { return disk->strikes(call); }
};

struct FaultVfs::Core {
  sqlite3_vfs vfs{};
  std::mt19937_64 chance;
  std::map<std::string, FaultDisk> disks;
  std::int64_t now_ms = 0;
  int open = 0;

  /// The disk that a path or a folder lies on.
  FaultDisk& diskOf(const std::string& path) {
    assert(path.empty() || path.front() == '/');
    return disks[path.substr(0, path.find('/', 1))];
  }
};

namespace {

constexpr const char* kName = "vejviser-fault";
/// Files whose first sync makes the names in their folder durable, when they may be new.
constexpr int kJournals = SQLITE_OPEN_MAIN_JOURNAL | SQLITE_OPEN_SUPER_JOURNAL | SQLITE_OPEN_WAL;
constexpr int kLongestPath = 512;
constexpr int kSectorSize = 4096;  // as the unix VFS says
/// 2026-11-18 in milliseconds of the Julian day.
constexpr std::int64_t kStart_ms = 212'661'720'000'000;

OpenFile& fileOf(sqlite3_file* file) {
  return *static_cast<OpenFile*>(file);
}

FaultVfs::Core& coreOf(sqlite3_vfs* vfs) {
  return *static_cast<FaultVfs::Core*>(vfs->pAppData);
}

int closeFile(sqlite3_file* handle) {
  OpenFile& file = fileOf(handle);
  --file.core->open;
  if (!file.dead()) {
    std::erase(file.inode->open, &file);
    if (file.deleteOnClose && !file.path.empty()) file.disk->remove(file.path);
  }
  file.~OpenFile();
  return SQLITE_OK;
}

int readFile(sqlite3_file* handle, void* out, int count, sqlite3_int64 offset) {
  const OpenFile& file = fileOf(handle);
  if (file.dead() || file.strikes(DiskCall::Read)) return SQLITE_IOERR_READ;
  const auto wanted = static_cast<std::size_t>(count);
  const std::size_t there = file.inode->file.read(out, wanted, offset);
  if (there == wanted) return SQLITE_OK;
  std::memset(static_cast<std::uint8_t*>(out) + there, 0, wanted - there);
  return SQLITE_IOERR_SHORT_READ;
}

int writeFile(sqlite3_file* handle, const void* data, int count, sqlite3_int64 offset) {
  const OpenFile& file = fileOf(handle);
  if (file.dead()) return SQLITE_IOERR_WRITE;
  MemoryFile& bytes = file.inode->file;
  const std::int64_t growth = std::max<std::int64_t>(0, offset + count - bytes.size());
  if (file.strikes(growth > 0 ? DiskCall::Grow : DiskCall::Overwrite)) {
    const auto part = file.core->chance() % static_cast<std::uint64_t>(count);
    if (part > 0) bytes.write(data, part, offset);
    return file.disk->isFull() ? SQLITE_FULL : SQLITE_IOERR_WRITE;
  }
  const std::int64_t fits = count - (growth - file.disk->room(growth));
  if (fits > 0) bytes.write(data, static_cast<std::size_t>(fits), offset);
  return fits == count ? SQLITE_OK : SQLITE_FULL;
}

int truncateFile(sqlite3_file* handle, sqlite3_int64 size) {
  const OpenFile& file = fileOf(handle);
  if (file.dead() || file.strikes(DiskCall::Truncate)) return SQLITE_IOERR_TRUNCATE;
  file.inode->file.truncate(size);
  return SQLITE_OK;
}

/// Source: os_unix.c, unixSync() and UNIXFILE_DIRSYNC.
int syncFile(sqlite3_file* handle, int) {
  OpenFile& file = fileOf(handle);
  if (file.dead() || file.strikes(DiskCall::Sync)) return SQLITE_IOERR_FSYNC;
  file.disk->sync(file.path, *file.inode);
  if (std::exchange(file.syncsFolder, false)) file.disk->syncFolderOf(file.path);
  return SQLITE_OK;
}

int sizeOfFile(sqlite3_file* handle, sqlite3_int64* size) {
  const OpenFile& file = fileOf(handle);
  if (file.dead() || file.strikes(DiskCall::Read)) return SQLITE_IOERR_FSTAT;
  *size = file.inode->file.size();
  return SQLITE_OK;
}

/// The strongest lock that any other connection has.
int othersLock(const OpenFile& file) {
  int strongest = SQLITE_LOCK_NONE;
  for (const OpenFile* other : file.inode->open) {
    if (other != &file) strongest = std::max(strongest, other->lock);
  }
  return strongest;
}

/// Source: os_unix.c, unixLock(): PENDING lets no new reader in while a writer waits for the
/// others.
int lockFile(sqlite3_file* handle, int level) {
  OpenFile& file = fileOf(handle);
  if (file.dead()) return SQLITE_IOERR_LOCK;
  if (file.lock >= level) return SQLITE_OK;
  const int others = othersLock(file);
  if (others >= (level == SQLITE_LOCK_SHARED ? SQLITE_LOCK_PENDING : SQLITE_LOCK_RESERVED)) {
    return SQLITE_BUSY;
  }
  const bool waits = level == SQLITE_LOCK_EXCLUSIVE && others >= SQLITE_LOCK_SHARED;
  file.lock = waits ? SQLITE_LOCK_PENDING : level;
  return waits ? SQLITE_BUSY : SQLITE_OK;
}

int unlockFile(sqlite3_file* handle, int level) {
  OpenFile& file = fileOf(handle);
  file.lock = std::min(file.lock, level);
  return SQLITE_OK;
}

int checkReserved(sqlite3_file* handle, int* reserved) {
  const OpenFile& file = fileOf(handle);
  if (file.dead()) return SQLITE_IOERR_CHECKRESERVEDLOCK;
  *reserved = std::max(file.lock, othersLock(file)) >= SQLITE_LOCK_RESERVED;
  return SQLITE_OK;
}

int control(sqlite3_file*, int, void*) {
  return SQLITE_NOTFOUND;
}

int sectorSize(sqlite3_file*) {
  return kSectorSize;
}

int characteristics(sqlite3_file*) {
  return SQLITE_IOCAP_POWERSAFE_OVERWRITE;  // as the unix VFS says; see MemoryFile on sectors
}

int mapMemory(sqlite3_file* handle, int region, int size, int extend, void volatile** out) {
  OpenFile& file = fileOf(handle);
  *out = nullptr;
  if (file.dead()) return SQLITE_IOERR_SHMMAP;
  if (!file.memory) file.memory = file.inode->memory.lock();
  if (!file.memory) file.inode->memory = file.memory = std::make_shared<SharedMemory>();
  auto& regions = file.memory->regions;
  while (static_cast<int>(regions.size()) <= region) {
    if (extend == 0) return SQLITE_OK;
    if (file.strikes(DiskCall::ShareMemory)) {
      return file.disk->isFull() ? SQLITE_IOERR_SHMSIZE : SQLITE_IOERR_SHMMAP;
    }
    regions.push_back(std::make_unique<std::uint8_t[]>(static_cast<std::size_t>(size)));
  }
  *out = regions[static_cast<std::size_t>(region)].get();
  return SQLITE_OK;
}

int lockMemory(sqlite3_file* handle, int first, int count, int flags) {
  OpenFile& file = fileOf(handle);
  if (file.dead()) return SQLITE_IOERR_SHMLOCK;
  const unsigned mask = ((1U << count) - 1U) << first;
  if ((flags & SQLITE_SHM_UNLOCK) != 0) {
    file.sharedMask &= ~mask;
    file.exclusiveMask &= ~mask;
    return SQLITE_OK;
  }
  const bool alone = (flags & SQLITE_SHM_EXCLUSIVE) != 0;
  for (const OpenFile* other : file.inode->open) {
    if (other == &file) continue;
    const unsigned theirs = other->exclusiveMask | (alone ? other->sharedMask : 0U);
    if ((theirs & mask) != 0) return SQLITE_BUSY;
  }
  (alone ? file.exclusiveMask : file.sharedMask) |= mask;
  return SQLITE_OK;
}

void memoryBarrier(sqlite3_file*) {}

int unmapMemory(sqlite3_file* handle, int) {
  OpenFile& file = fileOf(handle);
  file.sharedMask = file.exclusiveMask = 0;
  file.memory.reset();  // the last one out takes it away, as -shm is deleted or emptied
  return SQLITE_OK;
}

const sqlite3_io_methods kMethods = {
    .iVersion = 2,
    .xClose = closeFile,
    .xRead = readFile,
    .xWrite = writeFile,
    .xTruncate = truncateFile,
    .xSync = syncFile,
    .xFileSize = sizeOfFile,
    .xLock = lockFile,
    .xUnlock = unlockFile,
    .xCheckReservedLock = checkReserved,
    .xFileControl = control,
    .xSectorSize = sectorSize,
    .xDeviceCharacteristics = characteristics,
    .xShmMap = mapMemory,
    .xShmLock = lockMemory,
    .xShmBarrier = memoryBarrier,
    .xShmUnmap = unmapMemory,
    .xFetch = nullptr,
    .xUnfetch = nullptr,
};

/// The file to open, made if it may be; null when it cannot be had.
std::shared_ptr<Inode> findOrMake(FaultDisk& disk, const std::string& path, int flags) {
  if (path.empty()) return std::make_shared<Inode>();
  auto inode = disk.find(path);
  const bool make = !inode && (flags & SQLITE_OPEN_CREATE) != 0;
  if (disk.strikes(make ? DiskCall::Create : DiskCall::Open)) return nullptr;
  if (inode && (flags & SQLITE_OPEN_EXCLUSIVE) != 0) return nullptr;
  return make ? disk.create(path) : inode;
}

int openFile(sqlite3_vfs* vfs, const char* name, sqlite3_file* handle, int flags, int* outFlags) {
  FaultVfs::Core& core = coreOf(vfs);
  handle->pMethods = nullptr;
  const std::string path = name == nullptr ? "" : name;
  FaultDisk& disk = core.diskOf(path);
  auto inode = findOrMake(disk, path, flags);
  if (!inode) return SQLITE_CANTOPEN;
  auto* file = new (handle) OpenFile;
  file->core = &core;
  file->disk = &disk;
  file->path = path;
  file->inode = std::move(inode);
  file->life = disk.life();
  file->deleteOnClose = (flags & SQLITE_OPEN_DELETEONCLOSE) != 0;
  file->syncsFolder = (flags & SQLITE_OPEN_CREATE) != 0 && (flags & kJournals) != 0;
  file->inode->open.push_back(file);
  file->pMethods = &kMethods;
  ++core.open;
  if (outFlags != nullptr) *outFlags = flags;
  return SQLITE_OK;
}

int deleteFile(sqlite3_vfs* vfs, const char* name, int syncFolder) {
  FaultDisk& disk = coreOf(vfs).diskOf(name);
  if (disk.strikes(DiskCall::Delete)) return SQLITE_IOERR_DELETE;
  if (!disk.find(name)) return SQLITE_IOERR_DELETE_NOENT;
  disk.remove(name);
  if (syncFolder != 0) disk.syncFolderOf(name);
  return SQLITE_OK;
}

/// Source: os_unix.c, unixAccess(): an empty file counts as none.
int accessFile(sqlite3_vfs* vfs, const char* name, int flags, int* out) {
  const auto inode = coreOf(vfs).diskOf(name).find(name);
  *out = inode && (flags != SQLITE_ACCESS_EXISTS || inode->file.size() > 0) ? 1 : 0;
  return SQLITE_OK;
}

int fullPath(sqlite3_vfs*, const char* name, int size, char* out) {
  if (name[0] != '/') return SQLITE_CANTOPEN;
  sqlite3_snprintf(size, out, "%s", name);
  return SQLITE_OK;
}

int randomness(sqlite3_vfs* vfs, int count, char* out) {
  for (char* byte = out; byte < out + count; ++byte) {
    *byte = static_cast<char>(coreOf(vfs).chance() & 0xFF);
  }
  return count;
}

int sleepFor(sqlite3_vfs* vfs, int microseconds) {
  coreOf(vfs).now_ms += (microseconds + 999) / 1000;
  return microseconds;
}

int currentTime(sqlite3_vfs* vfs, sqlite3_int64* out) {
  *out = coreOf(vfs).now_ms;
  return SQLITE_OK;
}

void fill(sqlite3_vfs& vfs, FaultVfs::Core& core) {
  vfs.iVersion = 2;
  vfs.szOsFile = sizeof(OpenFile);
  vfs.mxPathname = kLongestPath;
  vfs.zName = kName;
  vfs.pAppData = &core;
  vfs.xOpen = openFile;
  vfs.xDelete = deleteFile;
  vfs.xAccess = accessFile;
  vfs.xFullPathname = fullPath;
  vfs.xRandomness = randomness;
  vfs.xSleep = sleepFor;
  vfs.xCurrentTimeInt64 = currentTime;
}

}  // namespace

FaultVfs::FaultVfs(std::uint64_t seed) : m_core(std::make_unique<Core>()) {
  fill(m_core->vfs, *m_core);
  sqlite3_vfs_register(&m_core->vfs, 1);
  reseed(seed);
}

FaultVfs::~FaultVfs() {
  assert(m_core->open == 0);
  sqlite3_vfs_unregister(&m_core->vfs);
  sqlite3_randomness(0, nullptr);
}

void FaultVfs::reseed(std::uint64_t seed) {
  m_core->chance.seed(seed);
  m_core->now_ms = kStart_ms;
  sqlite3_randomness(0, nullptr);  // SQLite asks the VFS anew
}

void FaultVfs::clear() {
  assert(m_core->open == 0);
  m_core->disks.clear();
}

void FaultVfs::cutPower(const std::string& folder) {
  m_core->diskOf(folder).cutPower(m_core->chance);
}

void FaultVfs::kill(const std::string& folder) {
  m_core->diskOf(folder).kill();
}

FaultVfs::Image FaultVfs::copy(const std::string& folder) const {
  return m_core->diskOf(folder).image(folder.size() + 1);
}

void FaultVfs::paste(const std::string& folder, const Image& image) {
  m_core->diskOf(folder).replace(folder + "/", image);
}

void FaultVfs::failAt(const std::string& folder, std::int64_t nth, DiskFault fault, bool sticky) {
  m_core->diskOf(folder).failAt(nth, fault, sticky);
}

std::int64_t FaultVfs::calls(const std::string& folder) const {
  return m_core->diskOf(folder).calls();
}

std::int64_t FaultVfs::struck(const std::string& folder) const {
  return m_core->diskOf(folder).struck();
}

void FaultVfs::heal(const std::string& folder) {
  m_core->diskOf(folder).heal();
}

void FaultVfs::pause(const std::string& folder, bool paused) {
  m_core->diskOf(folder).pause(paused);
}

void FaultVfs::setCapacity(const std::string& folder, std::optional<std::int64_t> bytes) {
  m_core->diskOf(folder).setCapacity(bytes);
}

std::int64_t FaultVfs::bytes(const std::string& folder) const {
  return m_core->diskOf(folder).bytes();
}

}  // namespace vejviser::test
