#include "sync/hub/command_line_operations.h"

#include "platform/files.h"
#include "platform/text_encoding.h"
#include "src/domain/feed.h"

#include <CLI/CLI.hpp>

namespace vejviser::hub {

namespace {

void addSetting(CLI::App& app, const Setting& setting, SettingOptions& options) {
  const std::string flag = std::string{"--"} + setting.key;
  if (setting.kind == SettingKind::Flag) {
    app.add_flag(flag, options.switches[setting.key], setting.help);
    return;
  }
  CLI::Option* option = app.add_option(flag, options.flags[setting.key], setting.help);
  option->expected(1)->type_name("TEXT")->default_str(setting.standard);
  if (setting.kind == SettingKind::List) {
    option->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  } else {
    option->multi_option_policy(CLI::MultiOptionPolicy::Throw);
  }
}

void addSettingsThat(bool always, CLI::App& app, SettingOptions& options) {
  for (const Setting& setting : hubSettings()) {
    if (setting.always == always) addSetting(app, setting, options);
  }
}

/// A file of another program, in whatever encoding, as UTF-8.
Result<std::string> foreignText(const std::string& file) {
  const auto bytes = platform::readFile(file, kLongestDocument);
  if (!bytes) return bytes.error();
  return platform::toUtf8(*bytes);
}

Result<std::string> importSeries(const Place& place, const OperationOptions& options) {
  AdminCommand command = options.series;
  command.name = "series-import";
  auto text = foreignText(options.file);
  if (!text) return text.error();
  command.arguments["text"] = std::move(*text);
  if (!options.mapFile.empty()) {
    auto map = foreignText(options.mapFile);
    if (!map) return map.error();
    command.arguments["map"] = std::move(*map);
  }
  return administer(place, command);
}

int backUp(const Settings& settings, const OperationOptions& options) {
  const std::string& folder = options.into.empty() ? settings.text("backups") : options.into;
  if (!options.file.empty()) {
    if (options.into.empty() && options.keep == 0) {
      return backUpCommand(placeOf(settings), options.file, options.replace);
    }
    return failed({ErrorCode::Invalid, "backup", "takes a file, or --into and --keep, not both"});
  }
  if (!settings.text("database").empty()) return backUpCommand(placeOf(settings), {}, false);
  if (folder.empty()) {
    return failed({ErrorCode::Invalid, "backup", "needs a file, --into FOLDER, or backups set"});
  }
  return backUpIntoCommand(placeOf(settings).folder(), folder, options.keep);
}

}  // namespace

void addSettings(CLI::App& app, SettingOptions& options) {
  app.add_option(
      "--config", options.file,
      std::string{"A file of settings (default: "} + kUsualSettingsFile + ", when it is there)");
  addSettingsThat(true, app, options);
}

void addServeSettings(CLI::App& app, SettingOptions& options) {
  addSettingsThat(false, app, options);
}

std::vector<std::string> settle(SettingOptions& options) {
  std::map<std::string, std::vector<std::string>> given;
  for (const auto& [key, texts] : options.flags) {
    if (!texts.empty()) given[key] = texts;
  }
  for (const auto& [key, on] : options.switches) {
    if (on) given[key] = {"true"};
  }
  ReadSettings read = readHubSettings(options.file, given);
  options.settings = std::move(read.settings);
  return std::move(read.faults);
}

void addConfig(CLI::App& app, SettingOptions& settings, Command& chosen) {
  CLI::App* config =
      app.add_subcommand("config", "Settings: the file, the environment and the flags")
          ->require_subcommand(1);
  CLI::App* check = config->add_subcommand("check", "Say what is wrong with them, if anything");
  CLI::App* show = config->add_subcommand("show", "What holds, and where each value comes from");
  for (CLI::App* command : {check, show}) addServeSettings(*command, settings);
  check->callback([&chosen] { chosen = configCheckCommand; });
  show->callback([&] { chosen = [&settings] { return configShowCommand(settings.settings); }; });
}

void addBackup(CLI::App& app, SettingOptions& settings, OperationOptions& options,
               Command& chosen) {
  CLI::App* backup = app.add_subcommand("backup", "Copy the database, also while the hub works");
  backup->add_option("file", options.file, "Where to; outside the hub's folder");
  backup->add_flag("--force", options.replace, "Replace a file that is there");
  backup->add_option("--into", options.into,
                     "Make one in this folder, named by time, and verify it (default: the setting "
                     "backups)");
  backup->add_option("--keep", options.keep, "Then delete all but the newest so many there")
      ->check(CLI::PositiveNumber);
  backup->callback([&] { chosen = [&] { return backUp(settings.settings, options); }; });

  CLI::App* verify =
      app.add_subcommand("verify", "Prove a backup: whole, and its figures as its journal says");
  verify->add_option("file", options.file, "The backup")->required();
  verify->callback([&] { chosen = [&options] { return verifyCommand(options.file); }; });
}

void addExport(CLI::App& app, SettingOptions& settings, OperationOptions& options,
               Command& chosen) {
  ExportOptions& what = options.exporting;
  CLI::App* command = app.add_subcommand(
      "export", "Write the figures of a period to a file, also while the hub works");
  command->add_option("--format", what.format, "csv, xlsx, pdf or png")
      ->required()
      ->check(CLI::IsMember({"csv", "xlsx", "pdf", "png"}));
  command->add_option("--from", what.from, "The first day: 2026-11-24 (default: 28 days in all)");
  command->add_option("--to", what.to, "The last day (default: today)");
  command->add_option("--branch", what.branch, "A branch's code (default: all)");
  command->add_option("--dialect", what.dialect, "international (English) or da (Danish)")
      ->check(CLI::IsMember({"international", "da"}))
      ->default_val("international");
  command->add_option("--output", what.file, "The file")->required();
  command->add_flag("--force", what.replace, "Replace a file that is there");
  command->callback([&] {
    chosen = [&] { return exportCommand(placeOf(settings.settings), options.exporting); };
  });
}

void addSeries(CLI::App& app, SettingOptions& settings, OperationOptions& options,
               Command& chosen) {
  auto& arguments = options.series.arguments;
  CLI::App* series =
      app.add_subcommand("series", "Totals that other systems count")->require_subcommand(1);
  CLI::App* taking = series->add_subcommand(
      "import", "Add totals of a file; a second run adds nothing, a blank takes nothing away");
  taking->add_option("file", options.file, "The file (CSV)")->required();
  taking->add_option("--preset", arguments["preset"], "How it is read: wide-months or weeks")
      ->required()
      ->check(CLI::IsMember({"wide-months", "weeks"}));
  taking->add_option("--series", arguments["series"], "The series it is of, a code: loans")
      ->required();
  taking->add_option("--branch-map", options.mapFile,
                     "Names that are neither a branch's code nor its name (CSV name,branch)");
  taking->callback([&] {
    chosen = [&] { return finished(importSeries(placeOf(settings.settings), options)); };
  });
}

void addMigrate(CLI::App& app, SettingOptions& settings, OperationOptions& options,
                Command& chosen) {
  CLI::App* migrate = app.add_subcommand(
      "migrate", "Bring the database of an older version up to date; the hub must be stopped");
  migrate->add_flag("--dry-run", options.migrate.dryRun, "Say what would be done, and do nothing");
  migrate->add_flag("--no-backup", options.migrate.noBackup, "Without a backup before");
  migrate->callback(
      [&] { chosen = [&] { return migrateCommand(settings.settings, options.migrate); }; });
}

}  // namespace vejviser::hub
