// The part of the command line that looks after a hub: settings, exports, imports, backups,
// migrations.
#pragma once

#include "sync/hub/commands.h"
#include "sync/hub/hub_settings.h"
#include "sync/hub/operations.h"

#include <CLI/App.hpp>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace vejviser::hub {

/// What the command line says of settings, and what came of them before the command is run.
struct SettingOptions {
  std::string file;                                       ///< --config
  std::map<std::string, std::vector<std::string>> flags;  ///< by key; empty: not given
  std::map<std::string, bool> switches;
  Settings settings;
};

using Command = std::function<int()>;

/// --config and the settings that all commands have.
void addSettings(CLI::App& app, SettingOptions& options);
/// The settings that serving has.
void addServeSettings(CLI::App& app, SettingOptions& options);
/// After parsing: reads all places. The faults.
std::vector<std::string> settle(SettingOptions& options);

struct OperationOptions {
  std::string file;
  std::string into;
  int keep = 0;
  bool replace = false;
  MigrateOptions migrate;
  ExportOptions exporting;
  AdminCommand series;
  std::string mapFile;
};

void addConfig(CLI::App& app, SettingOptions& settings, Command& chosen);
void addBackup(CLI::App& app, SettingOptions& settings, OperationOptions& options, Command& chosen);
void addExport(CLI::App& app, SettingOptions& settings, OperationOptions& options, Command& chosen);
void addSeries(CLI::App& app, SettingOptions& settings, OperationOptions& options, Command& chosen);
void addMigrate(CLI::App& app, SettingOptions& settings, OperationOptions& options,
                Command& chosen);

}  // namespace vejviser::hub
