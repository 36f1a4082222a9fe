// What the commands for looking after a hub do: backups, migrations, settings. They print what a
// person wants to know and return the exit code (commands.h).
#pragma once

#include "sync/hub/hub_settings.h"

#include <string>

namespace vejviser::hub {

/// `backup --into`: exit code 1 also when the figures of the new backup differ from its journal.
int backUpIntoCommand(const std::string& dir, const std::string& folder, int keep);
/// Exit code 3 when the figures differ from the journal.
int verifyCommand(const std::string& file);

struct MigrateOptions {
  bool dryRun = false;
  bool noBackup = false;
};
int migrateCommand(const Settings& settings, const MigrateOptions& options);

int configShowCommand(const Settings& settings);
int configCheckCommand();
/// Prints each; exit code 2.
int wrongSettings(const std::vector<std::string>& faults);

}  // namespace vejviser::hub
