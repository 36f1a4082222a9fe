#include "sync/hub/command_line.h"

#include "platform/files.h"
#include "src/domain/feed.h"
#include "sync/hub/admin.h"
#include "sync/hub/command_line_operations.h"
#include "sync/hub/commands.h"
#include "sync/hub/serve.h"
#include "sync/hub/sqlite_migrate.h"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <filesystem>
#include <functional>
#include <iostream>
#include <set>
#include <string>
#include <termios.h>
#include <unistd.h>
#include <vector>

namespace vejviser::hub {

namespace {

/// A password from standard input: one line, so that it stands in no process list. A terminal does
/// not show what is typed.
std::string readPassword() {
  termios shown{};
  const bool terminal = tcgetattr(STDIN_FILENO, &shown) == 0;
  if (terminal) {
    std::fputs("password: ", stderr);
    termios hidden = shown;
    hidden.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden);
  }
  std::string password;
  std::getline(std::cin, password);
  if (terminal) {
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &shown);
    std::fputs("\n", stderr);
  }
  return password;
}

/// Everything the command line can say, at one place for CLI11 to fill.
struct Options {
  SettingOptions settings;
  OperationOptions operations;
  Place place;  ///< as the settings say, once all is parsed
  InitOptions init;
  std::string address;
  AdminCommand command;
  bool force = false;
  std::string since;
  int most = 100;
  std::vector<std::string> ids;
  bool find = false;
  bool noBranch = false;
  std::string file;
};

/// Gives a file to the hub with a command that takes one.
Result<std::string> giveFile(const Place& place, AdminCommand command, const char* name,
                             const std::string& file) {
  auto text = platform::readFile(file, kLongestDocument);
  if (!text) return text.error();
  command.name = name;
  command.arguments["text"] = std::move(*text);
  return administer(place, command);
}

void addRunning(CLI::App& app, Options& options, Command& chosen) {
  CLI::App* init_app = app.add_subcommand("init", "Set up a hub in an empty folder");
  init_app->add_option("--municipality", options.init.municipality, "Its name")->required();
  init_app->add_option("--branch", options.init.branches, "A branch: code=Name; may be repeated");
  init_app->add_option("--topics", options.init.topicsFile,
                       "A catalogue file (CSV) instead of the one built in");
  init_app->add_option("--exact-for", options.init.exactFor,
                       "Who sees small cells and the month under way: nobody, supervisors or all");
  init_app->callback([&] { chosen = [&] { return init(options.place, options.init); }; });

  CLI::App* serve_app = app.add_subcommand("serve", "Answer tablets and browsers until stopped");
  addServeSettings(*serve_app, options.settings);
  serve_app->callback([&] {
    chosen = [&] {
      const Status status = serve(serveOptions(options.settings.settings));
      return status ? kDone : failed(status.error());
    };
  });
}

/// Chooses the administrative act of a name, with the arguments that are there once all is parsed.
auto administers(Options& options, Command& chosen) {
  return [&options, &chosen](const char* name) {
    options.command.name = name;
    chosen = [&options] { return finished(administer(options.place, options.command)); };
  };
}

void addDocuments(CLI::App& app, Options& options, Command& chosen) {
  auto& arguments = options.command.arguments;
  CLI::App* document_app =
      app.add_subcommand("document", "Files for all tablets: destinations, guides, ...")
          ->require_subcommand(1);
  CLI::App* document_put = document_app->add_subcommand("put", "Store one in place of another");
  document_put->add_option("name", arguments["name"], "Which one, e.g. guides")->required();
  document_put->add_option("file", options.file, "The file (CSV)")->required();
  document_put->callback([&] {
    chosen = [&] {
      return finished(giveFile(options.place, options.command, "document-put", options.file));
    };
  });
  CLI::App* document_drop =
      document_app->add_subcommand("drop", "Take one away: the built-in one counts again");
  document_drop->add_option("name", arguments["name"], "Which one")->required();
  document_drop->callback([run = administers(options, chosen)] { run("document-drop"); });
}

/// Those that change a topic and what they say of it.
void addTopicChanges(CLI::App* topics, Options& options, Command& chosen) {
  const auto run = administers(options, chosen);
  auto& arguments = options.command.arguments;
  const auto named = [&](const char* name, const char* help) {
    CLI::App* app = topics->add_subcommand(name, help);
    app->add_option("code", arguments["code"], "Its code: a-z, 0-9, '-' and '_'")->required();
    return app;
  };
  const auto flag = [&](CLI::App* app, const char* option, const char* name, const char* help) {
    app->add_flag_callback(
        option, [&arguments, name] { arguments[name] = "yes"; }, help);
  };
  CLI::App* add = named("add", "Add a topic; a code is for ever");
  CLI::App* rename = named("rename", "Give a topic another name or group");
  for (CLI::App* app : {add, rename}) {
    app->add_option("--da", arguments["da"], "Its Danish name")->required(app == add);
    app->add_option("--en", arguments["en"], "Its English name")->required(app == add);
    app->add_option("--group", arguments["group"], "Its group, a code")->required(app == add);
  }
  add->add_option("--unit", arguments["unit"], "library, citizen_service or both (default)");
  flag(add, "--authority", "authority", "It is an authority task");
  flag(add, "--heavy", "heavy", "It needs more than everyday routine");
  add->add_option("--kle", arguments["kle"], "Its KLE number");
  add->add_option("--self-service", arguments["self-service"], "Where citizens do it alone");
  add->add_option("--minutes", arguments["minutes"], "Typical length of one help (default 10)");
  add->add_option("--from", arguments["from"], "The first day it is offered on: 2026-11-24");
  add->callback([run] { run("topic-add"); });
  rename->callback([run] { run("topic-rename"); });
  CLI::App* retire = named("retire", "Offer a topic no more; what was logged with it counts");
  retire->add_option("--last", arguments["last"], "Its last day (default: today)");
  flag(retire, "--undo", "undo", "Offer it again");
  retire->callback([run] { run("topic-retire"); });
  CLI::App* bridge = named("bridge", "Say under which topic the series of another goes on");
  bridge->add_option("--to", arguments["to"], "The code of the one that follows");
  flag(bridge, "--none", "none", "None follows");
  bridge->callback([run] { run("topic-bridge"); });
}

void addTopics(CLI::App& app, Options& options, Command& chosen) {
  CLI::App* topics = app.add_subcommand("topic", "The topic catalogue")->require_subcommand(1);
  addTopicChanges(topics, options, chosen);
  topics->add_subcommand("list", "Print the catalogue as a file (CSV)")->callback([&] {
    chosen = [&] { return topicListCommand(options.place); };
  });
  CLI::App* taking =
      topics->add_subcommand("import", "Add and change the topics of a file; removes none");
  taking->add_option("file", options.file, "The file (CSV)")->required();
  taking->callback([&] {
    chosen = [&] {
      return finished(giveFile(options.place, options.command, "topic-import", options.file));
    };
  });
}

void addAdministration(CLI::App& app, Options& options, Command& chosen) {
  const auto run = administers(options, chosen);
  auto& arguments = options.command.arguments;
  CLI::App* code_app = app.add_subcommand("enrol-code", "Make a code that lets one tablet in");
  code_app->add_option("--name", arguments["name"], "The tablet's name")->required();
  code_app->add_option("--unit", arguments["unit"], "library or citizen_service")->required();
  code_app->add_option("--branch", arguments["branch"], "Where it stands: a branch's code");
  code_app->add_option("--address", options.address,
                       "The address that tablets reach this hub at: adds the link and its QR code");
  code_app->callback([&] {
    chosen = [&] { return enrolCodeCommand(options.place, options.command, options.address); };
  });

  CLI::App* branch_app = app.add_subcommand("branch", "Branches")->require_subcommand(1);
  CLI::App* branch_add = branch_app->add_subcommand("add", "Add or rename a branch");
  branch_add->add_option("code", arguments["code"], "a-z, 0-9, '-' and '_'")->required();
  branch_add->add_option("name", arguments["name"], "Its name")->required();
  branch_add->callback([run] { run("branch-add"); });

  CLI::App* tablet_app = app.add_subcommand("tablet", "Tablets")->require_subcommand(1);
  for (const auto& [name, help] :
       {std::pair{"drain", "Take out of use: what it still holds is kept, nothing goes out"},
        std::pair{"block", "Shut out: it can neither send nor read"},
        std::pair{"allow", "Take into use again"}}) {
    CLI::App* change = tablet_app->add_subcommand(name, help);
    change->add_option("tablet", arguments["tablet"], "Its name or id")->required();
    change->callback([run, command = std::string{"tablet-"} + name] { run(command.c_str()); });
  }

  CLI::App* retention =
      app.add_subcommand("retention", "How long texts of questions and answers stand");
  CLI::App* set = retention->add_subcommand("set", "Set it; the hub does it within a day");
  set->add_option("kind", arguments["kind"], "texts")->required();
  set->add_option("days", arguments["days"], "35 to 3650, or forever")->required();
  retention->callback([run, set] { run(set->parsed() ? "retention-set" : "retention"); });

  app.add_subcommand("publish", "Publish the months that are due, or have changed")
      ->callback([run] { run("publish"); });
  app.add_subcommand("prune", "Delete cells that came to nothing more than 35 days ago")
      ->callback([run] { run("prune"); });
}

void addPeople(CLI::App& app, Options& options, Command& chosen) {
  const auto run = [&options, run = administers(options, chosen)](const char* name) {
    if (options.force) options.command.arguments["force"] = "yes";
    run(name);
  };
  auto& arguments = options.command.arguments;
  CLI::App* user = app.add_subcommand("user", "People who may log in")->require_subcommand(1);
  const auto add = [&](const char* name, const char* help) {
    CLI::App* command = user->add_subcommand(name, help);
    command->add_option("name", arguments["name"], "User name")->required();
    return command;
  };
  constexpr const char* kRoles = "reader, supervisor, administrator or it";
  constexpr const char* kUnit = "Of a supervisor: library or citizen_service; without it both";
  CLI::App* user_add = add("add", "Add somebody; the password is read from standard input");
  user_add->add_option("--role", arguments["role"],
                       std::string{kRoles} + "; the first user is an administrator");
  user_add->add_option("--unit", arguments["unit"], kUnit);
  user_add->callback([run, &arguments] {
    arguments["password"] = readPassword();
    run("user-add");
  });
  CLI::App* user_role = add("role", "Give somebody another role; logs them out everywhere");
  user_role->add_option("role", arguments["role"], kRoles)->required();
  user_role->add_option("--unit", arguments["unit"], kUnit);
  user_role->add_flag("--force", options.force, "Also the last administrator");
  user_role->callback([run] { run("user-role"); });
  add("password", "Give somebody a new password, read from standard input")
      ->callback([run, &arguments] {
        arguments["password"] = readPassword();
        run("user-password");
      });
  CLI::App* user_remove = add("remove", "Remove somebody");
  user_remove->add_flag("--force", options.force, "Also the last administrator");
  user_remove->callback([run] { run("user-remove"); });
  user->add_subcommand("list", "Who may log in, and as what")->callback([&] {
    chosen = [&] { return userListCommand(options.place); };
  });
}

void addApiTokens(CLI::App& app, Options& options, Command& chosen) {
  const auto run = administers(options, chosen);
  auto& arguments = options.command.arguments;
  CLI::App* tokens =
      app.add_subcommand("api-token", "Tokens to read figures with, e.g. for other programs")
          ->require_subcommand(1);
  CLI::App* add = tokens->add_subcommand("add", "Make one; it is told once and never again");
  add->add_option("name", arguments["name"], "Who reads with it")->required();
  add->add_option("--expires", arguments["expires"], "For how many days (else until revoked)");
  add->callback([run] { run("api-token-add"); });
  CLI::App* list = tokens->add_subcommand("list", "Whose there are, and when they were last used");
  list->callback([run] { run("api-token-list"); });
  CLI::App* revoke = tokens->add_subcommand("revoke", "From now on it opens nothing");
  revoke->add_option("name", arguments["name"], "Who read with it")->required();
  revoke->callback([run] { run("api-token-revoke"); });
}

void addReading(CLI::App& app, Options& options, Command& chosen) {
  app.add_subcommand("recount", "Prove the figures: count the journal anew and compare")
      ->callback([&] { chosen = [&] { return recountCommand(options.place); }; });
  app.add_subcommand("status", "Tablets, position and held entries")->callback([&] {
    chosen = [&] { return statusCommand(options.place); };
  });
  CLI::App* audit = app.add_subcommand("audit",
                                       "Administrative acts, one a line: time (UTC), who, "
                                       "what, on what, what changed");
  audit->add_option("--since", options.since, "Not those before this day, e.g. 2026-11-24");
  audit->callback([&] { chosen = [&] { return auditCommand(options.place, options.since); }; });
}

void addHeld(CLI::App& app, Options& options, Command& chosen) {
  CLI::App* held = app.add_subcommand("held",
                                      "List entries that are kept but not counted: why, when they "
                                      "were logged as the hub reckons, and what they say");
  held->add_option("--most", options.most, "At most so many")->capture_default_str();
  CLI::App* release = held->add_subcommand("release", "Count held entries after all");
  auto& arguments = options.command.arguments;
  release->add_option("ids", options.ids, "Their ids");
  release->add_option("--reason", arguments["reason"], "All that are held for this reason");
  release->add_option("--code", arguments["code"], "Of them, those that name this unknown code");
  release->add_option("--topic", arguments["topic"], "In place of a topic that is unknown");
  release->add_option("--branch", arguments["branch"], "In place of a branch that is unknown");
  release->add_flag("--no-branch", options.noBranch, "In its place none");
  release->add_option("--to", arguments["to"], "In place of a destination that is unknown");
  release->add_option("--time", arguments["time"],
                      "In place of a time that cannot be right: \"2026-11-24 14:30\"; without it, "
                      "the hub's own estimate");
  held->callback([&, release] {
    chosen = [&] { return heldCommand(options.place, options.most); };
    if (!release->parsed()) return;
    for (const std::string& id : options.ids) options.command.arguments["ids"] += id + " ";
    if (options.noBranch) options.command.arguments["no-branch"] = "yes";
    administers(options, chosen)("held-release");
  });
}

void addErasure(CLI::App& app, Options& options, Command& chosen) {
  CLI::App* erase = app.add_subcommand("erase", "Overwrite what entries say, for good");
  erase->add_option("ids", options.ids, "Their ids; with a help or referral goes all about it");
  erase->add_flag("--find", options.find,
                  "Erase nothing: list the entries whose texts look like personal data");
  erase->require_option(1);
  erase->callback([&] {
    if (options.find) return administers(options, chosen)("erase-find");
    for (const std::string& id : options.ids) options.command.arguments["ids"] += id + " ";
    options.command.name = "erase";
    chosen = [&] {
      const std::string& erasures = options.settings.settings.text("erasures");
      if (!erasures.empty()) {
        options.command.arguments["erasures"] = std::filesystem::absolute(erasures);
      }
      return finished(administer(options.place, options.command));
    };
  });
}

void addBackups(CLI::App& app, Options& options, Command& chosen) {
  addBackup(app, options.settings, options.operations, chosen);
  addMigrate(app, options.settings, options.operations, chosen);
  CLI::App* restore = app.add_subcommand("restore", "Go back to a backup; the hub must be stopped");
  restore->add_option("file", options.file, "The backup")->required();
  restore->callback([&] {
    chosen = [&] {
      const auto erasures = erasuresFile(options.settings.settings);
      return restoreCommand(options.place, options.file, erasures.string());
    };
  });
}

/// With no-auto-migrate, only the commands that are for it bring a database up to date.
Status mayOpen(const CLI::App& app, const Settings& settings) {
  const std::set<std::string> any{"init", "config", "backup", "restore", "verify", "migrate"};
  const bool free = any.contains(app.get_subcommands().front()->get_name());
  if (free || !settings.flag("no-auto-migrate")) return {};
  const Place place = placeOf(settings);
  return place.url.empty() ? checkUpToDate(place.folder()) : Status{};
}

}  // namespace

int runCommandLine(int argc, char** argv) {
  CLI::App app{"Vejviser's central hub: takes what tablets log and shares the figures."};
  app.footer("Exit codes: 0 done, 1 failed, 2 wrong use, 3 the cube differs from the journal.");
  app.require_subcommand(1);
  Options options;
  Command chosen;
  addSettings(app, options.settings);
  addConfig(app, options.settings, chosen);
  addRunning(app, options, chosen);
  addDocuments(app, options, chosen);
  addTopics(app, options, chosen);
  addSeries(app, options.settings, options.operations, chosen);
  addAdministration(app, options, chosen);
  addPeople(app, options, chosen);
  addApiTokens(app, options, chosen);
  addReading(app, options, chosen);
  addHeld(app, options, chosen);
  addErasure(app, options, chosen);
  addExport(app, options.settings, options.operations, chosen);
  addBackups(app, options, chosen);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? kDone : kWrongUse;
  }
  if (const auto faults = settle(options.settings); !faults.empty()) return wrongSettings(faults);
  options.place = placeOf(options.settings.settings);
  if (const Status may = mayOpen(app, options.settings.settings); !may) return failed(may.error());
  return chosen();
}

}  // namespace vejviser::hub
