#include "sync/hub/operations.h"

#include "platform/system.h"
#include "src/domain/calendar.h"
#include "sync/hub/backups.h"
#include "sync/hub/commands.h"
#include "sync/hub/sqlite_migrate.h"

#include <cstdio>

namespace vejviser::hub {

namespace {

constexpr std::chrono::hours kFreshBackup{24};

long long number(auto value) {
  return static_cast<long long>(value);
}

void printContents(const std::string& file, const Contents& contents) {
  std::printf("%s: %s, version %d, %lld entries, position %lld\n", file.c_str(),
              contents.municipality.c_str(), contents.version, number(contents.entries),
              number(contents.position));
}

/// Whether there is something to go back to.
void printBackups(const std::string& folder, const Id& hub, Instant now) {
  if (folder.empty()) {
    return void(
        std::printf("no folder for backups is set (backups): whether there is one newer "
                    "than a day cannot be told\n"));
  }
  const auto newest = newestBackup(folder, hub);
  if (!newest) return void(std::printf("no backup in %s\n", folder.c_str()));
  std::printf("the newest backup in %s is of %s: %s\n", folder.c_str(),
              toString(toLocal(*newest)).c_str(),
              now - *newest <= kFreshBackup ? "newer than a day" : "OLDER THAN A DAY");
}

void printPlan(const MigrationPlan& plan) {
  for (const MigrationPlan::Step& step : plan.steps) {
    std::printf("-- to version %d:%s\n", step.version, step.sql.c_str());
  }
  std::printf("from version %d to version %d, %lld entries\n", plan.from, plan.to,
              number(plan.entries));
  if (plan.steps.empty()) return void(std::printf("nothing to do\n"));
  std::printf("takes about %lld seconds%s\n", number(plan.expected.count()),
              plan.countsAnew ? ", with counting all figures anew" : "");
  std::printf("needs %lld MiB on the disk, %lld MiB are free\n",
              number(plan.needed_bytes / (1024 * 1024) + 1),
              number(plan.free_bytes / (1024 * 1024)));
}

int dryRun(const Settings& settings, bool backup) {
  const auto plan = planMigration(placeOf(settings).folder(), backup);
  if (!plan) return failed(plan.error());
  printPlan(*plan);
  printBackups(settings.text("backups"), plan->hub.id, platform::SystemClock{}.now());
  std::printf("nothing was changed\n");
  return kDone;
}

int migratePostgresCommand(const Settings& settings, const MigrateOptions& options) {
  const auto database = openDatabase(placeOf(settings), !options.dryRun);
  if (!database) return failed(database.error());
  std::printf(options.dryRun ? "nothing to do\n" : "up to date\n");
  return kDone;
}

}  // namespace

int backUpIntoCommand(const std::string& dir, const std::string& folder, int keep) {
  const auto kept = backUpInto(dir, folder, keep, platform::SystemClock{});
  if (!kept) return failed(kept.error());
  printContents(kept->file.string(), kept->contents);
  std::printf("verified; %d older ones deleted\n", kept->pruned);
  return kDone;
}

int verifyCommand(const std::string& file) {
  const auto verified = verifyBackup(file);
  if (!verified) return failed(verified.error());
  printContents(file, verified->contents);
  if (!verified->recount) {
    std::printf("whole; counted by an older program: counted anew when it is restored\n");
    return kDone;
  }
  const std::size_t differ = verified->recount->differences.size();
  std::printf("whole; %lld held, %lld cells counted anew, %zu differ\n",
              number(verified->recount->held), number(verified->recount->cells), differ);
  return differ == 0 ? kDone : kDiffers;
}

int migrateCommand(const Settings& settings, const MigrateOptions& options) {
  if (!settings.text("database").empty()) return migratePostgresCommand(settings, options);
  if (options.dryRun) return dryRun(settings, !options.noBackup);
  const platform::SystemClock clock;
  platform::SystemRandom random;
  const auto done = migrate({placeOf(settings).folder(), erasuresFile(settings),
                             settings.text("backups"), !options.noBackup},
                            clock, random);
  if (!done) return failed(done.error());
  if (!done->backup.empty()) std::printf("backup: %s\n", done->backup.c_str());
  std::printf("from version %d to version %d: %s\n", done->plan.from, done->plan.to,
              done->plan.steps.empty() ? "nothing to do" : "done");
  return kDone;
}

int configShowCommand(const Settings& settings) {
  std::fputs(settings.shown(hubSettings()).c_str(), stdout);
  return kDone;
}

int configCheckCommand() {
  std::printf("the settings are good\n");
  return kDone;
}

int wrongSettings(const std::vector<std::string>& faults) {
  for (const std::string& fault : faults) std::fprintf(stderr, "vejviser-hub: %s\n", fault.c_str());
  return kWrongUse;
}

}  // namespace vejviser::hub
