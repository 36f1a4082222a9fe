#include "sync/hub/backups.h"

#include "platform/files.h"
#include "src/domain/tally.h"
#include "sync/hub/sqlite_migrate.h"
#include "sync/hub/sqlite_schema.h"
#include "sync/hub/sqlite_storage.h"

#include <algorithm>
#include <charconv>
#include <string>
#include <vector>

namespace vejviser::hub {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view kEnding = ".db";
constexpr std::string_view kPattern = "0000-00-00-000000.000";  // nameOf(); 0: a digit

/// Backups of several hubs may lie in one folder: the first group of its id tells whose they are.
std::string stemOf(const Id& hub) {
  return "vejviser-hub-" + toString(hub).substr(0, 8) + "-";
}

bool isTimeName(std::string_view text) {
  return std::equal(
      text.begin(), text.end(), kPattern.begin(), kPattern.end(),
      [](char c, char sign) { return sign == '0' ? c >= '0' && c <= '9' : c == sign; });
}

int numberAt(std::string_view text, std::size_t place, std::size_t length) {
  int number = 0;
  std::from_chars(text.data() + place, text.data() + place + length, number);
  return number;
}

/// What nameOf() wrote.
Instant timeOf(std::string_view name) {
  const std::chrono::year_month_day day{
      std::chrono::year{numberAt(name, 0, 4)},
      std::chrono::month{static_cast<unsigned>(numberAt(name, 5, 2))},
      std::chrono::day{static_cast<unsigned>(numberAt(name, 8, 2))}};
  return Instant{std::chrono::sys_days{day}} + std::chrono::hours{numberAt(name, 11, 2)} +
         std::chrono::minutes{numberAt(name, 13, 2)} + std::chrono::seconds{numberAt(name, 15, 2)} +
         milliseconds{numberAt(name, 18, 3)};
}

/// Names of the backups of a hub, oldest first: they sort as their times.
std::vector<std::string> backupsIn(const fs::path& folder, const Id& hub) {
  const std::string stem = stemOf(hub);
  std::vector<std::string> names;
  std::error_code error;
  fs::directory_iterator files{folder, error};
  for (; !error && files != fs::directory_iterator{}; files.increment(error)) {
    const std::string name = files->path().filename().string();
    if (name.size() != stem.size() + kPattern.size() + kEnding.size()) continue;
    if (!name.starts_with(stem) || !name.ends_with(kEnding)) continue;
    if (isTimeName(std::string_view{name}.substr(stem.size(), kPattern.size()))) {
      names.push_back(name);
    }
  }
  std::sort(names.begin(), names.end());
  return names;
}

Result<int> prune(const fs::path& folder, const Id& hub, int keep) {
  std::vector<std::string> names = backupsIn(folder, hub);
  const auto most = static_cast<std::size_t>(keep);
  if (keep == 0 || names.size() <= most) return 0;
  names.resize(names.size() - most);
  for (const std::string& name : names) {
    std::error_code error;
    fs::remove(folder / name, error);
    if (error) return Error{ErrorCode::Storage, (folder / name).string(), error.message()};
  }
  return static_cast<int>(names.size());
}

Result<std::optional<Recount>> countFile(const fs::path& file) {
  const auto storage = SqliteStorage::openFile(file);
  if (!storage) return storage.error();
  std::optional<Recount> result;
  const Status status = (*storage)->read([&](ReadTx& tx) -> Status {
    const auto version = tx.tallyVersion();
    if (!version) return version.error();
    if (*version != kTallyVersion) return {};
    auto counted = recount(tx);
    if (!counted) return counted.error();
    result = std::move(*counted);
    return {};
  });
  if (!status) return status.error();
  return result;
}

}  // namespace

Result<Verified> verifyBackup(const fs::path& file) {
  auto contents = examine(file);
  if (!contents) return contents.error();
  Verified verified{std::move(*contents), std::nullopt};
  if (verified.contents.version < static_cast<int>(kHubFile.migrations.size())) return verified;
  auto counted = countFile(file);
  if (!counted) return counted.error();
  verified.recount = std::move(*counted);
  return verified;
}

Result<Kept> backUpInto(const fs::path& dir, const fs::path& folder, int keep, const Clock& clock) {
  if (const Status made = platform::makePrivateDir(folder); !made) return made.error();
  const auto hub = infoAsItIs(dir);
  if (!hub) return hub.error();
  Kept kept;
  kept.file = folder / (stemOf(hub->id) + nameOf(clock.now()) + std::string{kEnding});
  auto contents = backUp(dir, kept.file, false);
  if (!contents) return contents.error();
  kept.contents = std::move(*contents);
  const auto verified = verifyBackup(kept.file);
  if (!verified) return verified.error();
  if (verified->recount && !verified->recount->differences.empty()) {
    return Error{ErrorCode::Storage, kept.file.string(),
                 "its figures differ from its journal; older backups are kept"};
  }
  const auto pruned = prune(folder, hub->id, keep);
  if (!pruned) return pruned.error();
  kept.pruned = *pruned;
  return kept;
}

std::optional<Instant> newestBackup(const fs::path& folder, const Id& hub) {
  const std::vector<std::string> names = backupsIn(folder, hub);
  if (names.empty()) return std::nullopt;
  const std::string stem = stemOf(hub);
  return timeOf(std::string_view{names.back()}.substr(stem.size(), kPattern.size()));
}

}  // namespace vejviser::hub
