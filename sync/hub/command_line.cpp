#include "sync/hub/command_line.h"

#include "platform/files.h"
#include "src/domain/feed.h"
#include "sync/hub/admin.h"
#include "sync/hub/commands.h"
#include "sync/hub/option_texts.h"
#include "sync/hub/serve.h"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <filesystem>
#include <functional>
#include <iostream>
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

int serveCommand(const std::string& dir, const std::string& erasures, const std::string& listen) {
  auto address = readListen(listen);
  if (!address) {
    failed(address.error());
    return kWrongUse;
  }
  ServerOptions options;
  options.address = std::move(address->address);
  options.port = address->port;
  const Status status = serve(dir, erasures, options);
  return status ? kDone : failed(status.error());
}

/// Everything the command line can say, at one place for CLI11 to fill.
struct Options {
  std::string dir = "/var/lib/vejviser-hub";
  InitOptions init;
  std::string address;
  std::string listen = "127.0.0.1:8480";
  AdminCommand command;
  int most = 100;
  std::vector<std::string> ids;
  bool noBranch = false;
  std::string file;
  bool replace = false;
  std::string erasures;

  std::string erasuresFile() const {
    return erasures.empty() ? usualErasures(dir).string() : erasures;
  }
};

/// Gives a file to the hub with a command that takes one.
Result<std::string> giveFile(const std::string& dir, AdminCommand command, const char* name,
                             const std::string& file) {
  auto text = platform::readFile(file, kLongestDocument);
  if (!text) return text.error();
  command.name = name;
  command.arguments["text"] = std::move(*text);
  return administerFolder(dir, command);
}

using Command = std::function<int()>;

void addRunning(CLI::App& app, Options& options, Command& chosen) {
  CLI::App* init_app = app.add_subcommand("init", "Set up a hub in an empty folder");
  init_app->add_option("--municipality", options.init.municipality, "Its name")->required();
  init_app->add_option("--branch", options.init.branches, "A branch: code=Name; may be repeated");
  init_app->add_option("--topics", options.init.topicsFile,
                       "A catalogue file (CSV) instead of the one built in");
  init_app->callback([&] { chosen = [&] { return init(options.dir, options.init); }; });

  CLI::App* serve_app = app.add_subcommand("serve", "Answer tablets and browsers until stopped");
  serve_app->add_option("--listen", options.listen, "Address and port")->capture_default_str();
  serve_app->callback([&] {
    chosen = [&] { return serveCommand(options.dir, options.erasuresFile(), options.listen); };
  });
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
      return finished(giveFile(options.dir, options.command, "document-put", options.file));
    };
  });
  CLI::App* document_drop =
      document_app->add_subcommand("drop", "Take one away: the built-in one counts again");
  document_drop->add_option("name", arguments["name"], "Which one")->required();
  document_drop->callback([&] {
    options.command.name = "document-drop";
    chosen = [&] { return finished(administerFolder(options.dir, options.command)); };
  });
}

/// Those that change a topic and what they say of it.
void addTopicChanges(CLI::App* topics, Options& options, Command& chosen) {
  const auto run = [&](const char* name) {
    options.command.name = name;
    chosen = [&] { return finished(administerFolder(options.dir, options.command)); };
  };
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
    chosen = [&] { return topicListCommand(options.dir); };
  });
  CLI::App* import =
      topics->add_subcommand("import", "Add and change the topics of a file; removes none");
  import->add_option("file", options.file, "The file (CSV)")->required();
  import->callback([&] {
    chosen = [&] {
      return finished(giveFile(options.dir, options.command, "topic-import", options.file));
};
}  // namespace
);
}  // namespace vejviser::hub

void addAdministration(CLI::App& app, Options& options, Command& chosen) {
  const auto run = [&](const char* name) {
    options.command.name = name;
    chosen = [&] { return finished(administerFolder(options.dir, options.command)); };
  };
  auto& arguments = options.command.arguments;
  CLI::App* code_app = app.add_subcommand("enrol-code", "Make a code that lets one tablet in");
  code_app->add_option("--name", arguments["name"], "The tablet's name")->required();
  code_app->add_option("--unit", arguments["unit"], "library or citizen_service")->required();
  code_app->add_option("--branch", arguments["branch"], "Where it stands: a branch's code");
  code_app->add_option("--address", options.address,
                       "The address that tablets reach this hub at: adds the link and its QR code");
  code_app->callback([&] {
    chosen = [&] { return enrolCodeCommand(options.dir, options.command, options.address); };
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

  app.add_subcommand("prune", "Delete cells that came to nothing more than 35 days ago")
      ->callback([run] { run("prune"); });

  CLI::App* user_app = app.add_subcommand("user", "Supervisors")->require_subcommand(1);
  CLI::App* user_add =
      user_app->add_subcommand("add", "Add a supervisor; the password is read from standard input");
  user_add->add_option("name", arguments["name"], "User name")->required();
  user_add->callback([run, &arguments] {
    arguments["password"] = readPassword();
    run("user-add");
  });
  CLI::App* user_password = user_app->add_subcommand(
      "password", "Give a supervisor a new password, read from standard input");
  user_password->add_option("name", arguments["name"], "User name")->required();
  user_password->callback([run, &arguments] {
    arguments["password"] = readPassword();
    run("user-password");
  });
  CLI::App* user_remove = user_app->add_subcommand("remove", "Remove a supervisor");
  user_remove->add_option("name", arguments["name"], "User name")->required();
  user_remove->callback([run] { run("user-remove"); });
}

void addReading(CLI::App& app, Options& options, Command& chosen) {
  app.add_subcommand("recount", "Prove the figures: count the journal anew and compare")
      ->callback([&] { chosen = [&] { return recountCommand(options.dir); }; });
  app.add_subcommand("status", "Tablets, position and held entries")->callback([&] {
    chosen = [&] { return statusCommand(options.dir); };
  });
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
    chosen = [&] { return heldCommand(options.dir, options.most); };
    if (!release->parsed()) return;
    for (const std::string& id : options.ids) options.command.arguments["ids"] += id + " ";
    if (options.noBranch) options.command.arguments["no-branch"] = "yes";
    options.command.name = "held-release";
    chosen = [&] { return finished(administerFolder(options.dir, options.command)); };
  });
}

void addErasure(CLI::App& app, Options& options, Command& chosen) {
  CLI::App* erase = app.add_subcommand("erase", "Overwrite what entries say, for good");
  erase->add_option("ids", options.ids, "Their ids; with a help or referral goes all about it")
      ->required();
  erase->callback([&] {
    for (const std::string& id : options.ids) options.command.arguments["ids"] += id + " ";
    if (!options.erasures.empty()) {
      options.command.arguments["erasures"] = std::filesystem::absolute(options.erasures);
    }
    options.command.name = "erase";
    chosen = [&] { return finished(administerFolder(options.dir, options.command)); };
  });
}

void addBackups(CLI::App& app, Options& options, Command& chosen) {
  CLI::App* backup = app.add_subcommand("backup", "Copy the database, also while the hub works");
  backup->add_option("file", options.file, "Where to; outside the hub's folder")->required();
  backup->add_flag("--force", options.replace, "Replace a file that is there");
  backup->callback(
      [&] { chosen = [&] { return backUpCommand(options.dir, options.file, options.replace); }; });

  CLI::App* restore = app.add_subcommand("restore", "Go back to a backup; the hub must be stopped");
  restore->add_option("file", options.file, "The backup")->required();
  restore->callback([&] {
    chosen = [&] { return restoreCommand(options.dir, options.file, options.erasuresFile()); };
  });
}

}  // namespace

int runCommandLine(int argc, char** argv) {
  CLI::App app{"Vejviser's central hub: takes what tablets log and shares the figures."};
  app.footer("Exit codes: 0 done, 1 failed, 2 wrong use, 3 the cube differs from the journal.");
  app.require_subcommand(1);
  Options options;
  Command chosen;
  app.add_option("--data", options.dir, "The hub's folder")->capture_default_str();
  app.add_option("--erasures", options.erasures,
                 "The list of erased ids (default: erased.txt in the hub's folder)");
  addRunning(app, options, chosen);
  addDocuments(app, options, chosen);
  addTopics(app, options, chosen);
  addAdministration(app, options, chosen);
  addReading(app, options, chosen);
  addHeld(app, options, chosen);
  addErasure(app, options, chosen);
  addBackups(app, options, chosen);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? kDone : kWrongUse;
  }
  return chosen();
}

}  // namespace vejviser::hub
