#include "src/cli/command_line.h"

#include "platform/files.h"
#include "src/cli/commands.h"
#include "src/domain/entry.h"

#include <CLI/CLI.hpp>
#include <functional>

namespace vejviser::cli {

namespace {

/// Everything the command line can say, at one place for CLI11 to fill.
struct Options {
  engine::TabletOptions tablet{platform::defaultDataDir(), {}};
  std::string address;
  std::string code;
  LogOptions log;
  ImportOptions import;
  FiguresOptions figures;
  int patience_s = 0;
  bool setAside = false;
  std::vector<std::string> ids;
  bool all = false;
};

using Command = std::function<int(engine::Tablet&)>;

void addLog(CLI::App& app, Options& options, Command& chosen) {
  CLI::App* log = app.add_subcommand("log", "Log a help");
  log->add_option("topic", options.log.topic, "Topic id; see `topics`")->required();
  log->add_option("--outcome", options.log.outcome,
                  "alone, guided (default), done_for, sent_on or turned_away");
  log->add_option("--minutes", options.log.minutes, "How long it took (default: the usual)")
      ->check(CLI::Range(1, 1440));
  log->add_option("--people", options.log.people, "How many were helped")
      ->check(CLI::Range(1, kMaxPeople));
  log->add_option("--refer", options.log.refer, "Refer on: library or citizen_service");
  log->add_option("--unit", options.log.unit, "library or citizen_service (default: the tablet's)");
  log->add_option("--branch", options.log.branch, "Branch code (default: the tablet's)");
  log->add_option("--count", options.log.count, "Log it so many times")
      ->check(CLI::Range(1, 10'000'000));
  log->callback(
      [&] { chosen = [&](engine::Tablet& tablet) { return logHelps(tablet, options.log); }; });
}

void addImport(CLI::App& app, Options& options, Command& chosen) {
  CLI::App* reading = app.add_subcommand("import", "Record the helps of a file");
  reading->add_option("file", options.import.file, "CSV file, may be gzip")->required();
  reading
      ->add_option("--preset", options.import.preset,
                   "frontdesk, libanswers, gimlet, libstats, suma, queue-snapshots or vejviser")
      ->required();
  reading->add_option("--office", options.import.office, "queue-snapshots: this office only");
  reading->add_option("--unit", options.import.unit,
                      "The unit that helped (default: whose system wrote the file)");
  reading->add_option(
      "--branch", options.import.branch,
      "Branch code where the file names none (queue-snapshots: made from the office)");
  reading->add_option(
      "--source", options.import.source,
      "Where rows come from, if two sources number alike (vejviser: the file's name)");
  reading->add_option("--map", options.import.mapFile, "CSV of name,topic; not of vejviser");
  reading
      ->add_option("--column", options.import.columns,
                   "A heading of your own, e.g. \"topic=Question Type\"")
      ->allow_extra_args(false);
  reading->add_option("--dates", options.import.dates, "How 03/04/2024 is meant")
      ->check(CLI::IsMember({"day-first", "month-first"}));
  reading->add_option("--report", options.import.reportFile,
                      "Write every row that is held, unreadable or not mapped to this CSV file");
  reading->callback(
      [&] { chosen = [&](engine::Tablet& tablet) { return importFile(tablet, options.import); }; });
}

void addSyncAndStatus(CLI::App& app, Options& options, Command& chosen) {
  CLI::App* enrol = app.add_subcommand("enrol", "Join a hub with a supervisor's code");
  enrol->add_option("address", options.address, "e.g. https://vejviser.kommune.dk")->required();
  enrol->add_option("code", options.code, "e.g. ABCD-EFGH")->required();
  enrol->callback([&] {
    chosen = [&](engine::Tablet& tablet) {
      return enrolTablet(tablet, options.address, options.code);
    };
  });
  CLI::App* sync = app.add_subcommand("sync", "Send what waits and pull what is new");
  sync->add_option("--patience", options.patience_s, "Keep trying for so many seconds")
      ->capture_default_str();
  sync->callback([&] {
    chosen = [&](engine::Tablet& tablet) { return syncNow(tablet, options.patience_s); };
  });
  CLI::App* status = app.add_subcommand("status", "What waits, what was sent, what was set aside");
  status->add_flag("--set-aside", options.setAside,
                   "List quarantined and held entries: state, why, id, since, bytes");
  status->callback([&] {
    chosen = [&](engine::Tablet& tablet) { return printStatus(tablet, options.setAside); };
  });
}

void addRelease(CLI::App& app, Options& options, Command& chosen) {
  CLI::App* release = app.add_subcommand(
      "release", "What the hub could not read waits again; the next sync sends it");
  release->footer(
      "Exit codes: 0 done, 1 failed or an id is not in quarantine (the others are released), 2 "
      "wrong use.");
  CLI::Option_group* which = release->add_option_group("what");
  which->add_option("id", options.ids, "Ids of entries; see `status --set-aside`");
  which->add_flag("--all", options.all, "All that is in quarantine");
  which->require_option(1);
  release->callback([&] {
    chosen = [&](engine::Tablet& tablet) { return releaseEntries(tablet, options.ids); };
  });
}

void addReading(CLI::App& app, Options& options, Command& chosen) {
  CLI::App* rows = app.add_subcommand("export", "Write this tablet's own rows as CSV");
  rows->add_flag("--set-aside", options.setAside,
                 "Quarantined and held entries instead, with why and their bytes");
  rows->callback([&] {
    chosen = [&](engine::Tablet& tablet) { return exportRows(tablet, options.setAside); };
  });
  app.add_subcommand("topics", "List the topics")->callback([&] {
    chosen = [](engine::Tablet& tablet) { return printTopics(tablet); };
  });
  CLI::App* figures = app.add_subcommand("figures", "This tablet's own figures");
  figures->add_flag("--shared", options.figures.shared, "The shared figures as last pulled");
  figures->add_flag("--json", options.figures.json, "As JSON, as GET /v1/statistics gives them");
  figures->add_option("--from", options.figures.from, "First day (default: today)");
  figures->add_option("--to", options.figures.to, "Last day (default: today)");
  figures->callback([&] {
    chosen = [&](engine::Tablet& tablet) { return printFigures(tablet, options.figures); };
  });
}

}  // namespace

int runCommandLine(int argc, char** argv) {
  CLI::App app{"Vejviser's tablet without a screen: logs helps offline and sends them."};
  app.footer(
      "Exit codes: 0 done, 1 failed (nothing was lost), 2 wrong use, 3 not all could be sent (it "
      "stays on the tablet).");
  app.require_subcommand(1);
  Options options;
  Command chosen;
  app.add_option("--data", options.tablet.dir, "The tablet's folder")->capture_default_str();
  app.add_option("--ca-file", options.tablet.caFile, "Certificate authorities to trust");
  addSyncAndStatus(app, options, chosen);
  addRelease(app, options, chosen);
  addLog(app, options, chosen);
  addImport(app, options, chosen);
  addReading(app, options, chosen);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? kDone : kWrongUse;
  }
  const auto tablet = engine::Tablet::open(options.tablet);
  if (!tablet) return failed(tablet.error());
  const int code = chosen(**tablet);
  if (!(*tablet)->queries().broken()) return code;
  return failed({ErrorCode::Storage, options.tablet.dir.string(), "not all of it could be read"});
}

}  // namespace vejviser::cli
