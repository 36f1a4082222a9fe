#include "sync/hub/command_line.h"

#include "platform/csv.h"
#include "platform/files.h"
#include "platform/system.h"
#include "src/base/text.h"
#include "src/domain/catalogue.h"
#include "sync/hub/admin.h"
#include "sync/hub/option_texts.h"
#include "sync/hub/recount.h"
#include "sync/hub/serve.h"
#include "sync/hub/sqlite_storage.h"
#include "sync/hub/tablets.h"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <functional>
#include <iostream>
#include <termios.h>
#include <unistd.h>

namespace vejviser::hub {

namespace {

constexpr int kDone = 0;
constexpr int kFailed = 1;
constexpr int kWrongUse = 2;
constexpr int kDiffers = 3;

constexpr std::size_t kLargestFile = 16 * 1024 * 1024;

int failed(const Error& error) {
  std::fprintf(stderr, "vejviser-hub: %s\n", error.text().c_str());
  return kFailed;
}

int finished(const Result<std::string>& result) {
  if (!result) return failed(result.error());
  std::printf("%s\n", result->c_str());
  return kDone;
}

struct InitOptions {
  std::string municipality;
  std::string topicsFile;
  std::vector<std::string> branches;  ///< "code=Name"
};

/// The catalogue of a file, or the one built in.
Result<Catalogue> catalogueFrom(const std::string& file) {
  std::string text{builtInTopicsCsv()};
  if (!file.empty()) {
    auto read = platform::readFile(file, kLargestFile);
    if (!read) return read.error();
    text = std::move(*read);
  }
  const auto rows = platform::readCsv(text);
  if (!rows) return rows.error();
  return readCatalogue(*rows);
}

Result<std::vector<Branch>> branchesFrom(const std::vector<std::string>& texts) {
  std::vector<Branch> branches;
  for (const std::string& text : texts) {
    auto branch = readBranch(text);
    if (!branch) return branch.error();
    branches.push_back(std::move(*branch));
  }
  return branches;
}

Status setUp(WriteTx& tx, RandomSource& random, const InitOptions& options,
             const Catalogue& catalogue, const std::vector<Branch>& branches) {
  const auto salt = [&random] { return static_cast<std::int64_t>(random.next64()); };
  const HubInfo info{newRandomId(random), options.municipality};
  const Instant now = platform::SystemClock{}.now();
  if (const Status status = tx.setUp(info, salt(), now); !status) return status;
  const auto topics = static_cast<std::int64_t>(catalogue.topics().size());
  const auto first =
      tx.takePositions(topics + static_cast<std::int64_t>(branches.size()), salt(), now);
  if (!first) return first.error();
  if (const Status status = tx.putTopics(catalogue.topics(), *first); !status) return status;
  std::int64_t pos = *first + topics;
  for (const Branch& branch : branches) {
    if (const Status status = tx.putBranch(branch, pos++); !status) return status;
  }
  return {};
}

int init(const std::string& dir, const InitOptions& options) {
  if (const Status named = checkName("the municipality", options.municipality); !named) {
    return failed(named.error());
  }
  const auto catalogue = catalogueFrom(options.topicsFile);
  if (!catalogue) return failed(catalogue.error());
  const auto branches = branchesFrom(options.branches);
  if (!branches) return failed(branches.error());
  if (const Status made = platform::makePrivateDir(dir); !made) return failed(made.error());
  if (const Status closed = platform::closeToOthers(dir); !closed) return failed(closed.error());
  const auto lock = platform::FolderLock::take(dir);
  if (!lock) return failed(lock.error());
  auto storage = SqliteStorage::open(dir, SqliteStorage::Access::ReadWrite);
  if (!storage) return failed(storage.error());
  platform::SystemRandom random;
  const Status status = (*storage)->write(
      [&](WriteTx& tx) { return setUp(tx, random, options, *catalogue, *branches); });
  if (!status) return failed(status.error());
  std::printf("hub for %s set up in %s: %zu topics, %zu branches\n", options.municipality.c_str(),
              dir.c_str(), catalogue->topics().size(), branches->size());
  return kDone;
}

int recountCommand(const std::string& dir) {
  const auto storage = SqliteStorage::open(dir, SqliteStorage::Access::ReadOnly);
  if (!storage) return failed(storage.error());
  Recount result;
  const Status status = (*storage)->read([&](ReadTx& tx) -> Status {
    auto counted = recount(tx);
    if (!counted) return counted.error();
    result = std::move(*counted);
    return {};
  });
  if (!status) return failed(status.error());
  std::printf("%lld entries (%lld held), %lld cells, %zu differ\n",
              static_cast<long long>(result.entries), static_cast<long long>(result.held),
              static_cast<long long>(result.cells), result.differences.size());
  for (const Recount::Difference& difference : result.differences) {
    std::printf("%s: kept %lld, counted %lld\n", toString(difference.key).c_str(),
                static_cast<long long>(difference.kept),
                static_cast<long long>(difference.counted));
  }
  return result.differences.empty() ? kDone : kDiffers;
}

void printTablet(const TabletReport& report) {
  const Device& device = report.device;
  std::string heard = "never heard";
  if (device.lastHeard) heard = "heard " + toString(toLocal(*device.lastHeard));
  std::printf("tablet  %s %-24s %-16s %-20s %s, %lld waiting, %s\n", toString(device.id).c_str(),
              device.name.c_str(), std::string{code(device.unit)}.c_str(), device.branch.c_str(),
              heard.c_str(), static_cast<long long>(device.waiting),
              std::string{word(device.state)}.c_str());
  if (report.forks > 0) {
    std::printf("        two databases use one number series: it was copied or rolled back\n");
  }
  if (report.missing > 0) {
    std::printf("        %lld records that never arrived\n",
                static_cast<long long>(report.missing));
  }
}

int statusCommand(const std::string& dir) {
  const auto storage = SqliteStorage::open(dir, SqliteStorage::Access::ReadOnly);
  if (!storage) return failed(storage.error());
  const Status status = (*storage)->read([&](ReadTx& tx) -> Status {
    const auto info = tx.info();
    if (!info) return info.error();
    const auto head = tx.head();
    if (!head) return head.error();
    const auto tablets = tabletReports(tx, platform::SystemClock{}.now());
    if (!tablets) return tablets.error();
    const auto held = tx.heldCounts();
    if (!held) return held.error();
    std::printf("hub     %s\nfor     %s\nposition %lld\n", toString(info->id).c_str(),
                info->municipality.c_str(), static_cast<long long>(head->pos));
    for (const TabletReport& report : *tablets) printTablet(report);
    for (const auto& [why, count] : *held) {
      std::printf("held    %-24s %lld\n", why.c_str(), static_cast<long long>(count));
    }
    return {};
  });
  return status ? kDone : failed(status.error());
}

int heldCommand(const std::string& dir, int most) {
  const auto storage = SqliteStorage::open(dir, SqliteStorage::Access::ReadOnly);
  if (!storage) return failed(storage.error());
  const Status status = (*storage)->read([&](ReadTx& tx) -> Status {
    const auto held = tx.heldEntries(most);
    if (!held) return held.error();
    for (const KeptEntry& entry : *held) {
      std::printf("%s\t%s\n", entry.held.c_str(), entry.body.c_str());
    }
    return {};
  });
  return status ? kDone : failed(status.error());
}

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

int serveCommand(const std::string& dir, const std::string& listen) {
  auto address = readListen(listen);
  if (!address) {
    failed(address.error());
    return kWrongUse;
  }
  ServerOptions options;
  options.address = std::move(address->address);
  options.port = address->port;
  const Status status = serve(dir, options);
  return status ? kDone : failed(status.error());
}

/// Everything the command line can say, at one place for CLI11 to fill.
struct Options {
  std::string dir = "/var/lib/vejviser-hub";
  InitOptions init;
  std::string listen = "127.0.0.1:8480";
  AdminCommand command;
  int most = 100;
};

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
  serve_app->callback([&] { chosen = [&] { return serveCommand(options.dir, options.listen); }; });
}

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
  code_app->callback([run] { run("enrol-code"); });

  CLI::App* branch_app = app.add_subcommand("branch", "Branches")->require_subcommand(1);
  CLI::App* branch_add = branch_app->add_subcommand("add", "Add or rename a branch");
  branch_add->add_option("code", arguments["code"], "a-z, 0-9, '-' and '_'")->required();
  branch_add->add_option("name", arguments["name"], "Its name")->required();
  branch_add->callback([run] { run("branch-add"); });

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
  CLI::App* held_app = app.add_subcommand("held", "List entries that are kept but not counted");
  held_app->add_option("--most", options.most, "At most so many")->capture_default_str();
  held_app->callback([&] { chosen = [&] { return heldCommand(options.dir, options.most); }; });
}

}  // namespace

int runCommandLine(int argc, char** argv) {
  CLI::App app{"Vejviser's central hub: takes what tablets log and shares the figures."};
  app.footer("Exit codes: 0 done, 1 failed, 2 wrong use, 3 the cube differs from the journal.");
  app.require_subcommand(1);
  Options options;
  Command chosen;
  app.add_option("--data", options.dir, "The hub's folder")->capture_default_str();
  addRunning(app, options, chosen);
  addAdministration(app, options, chosen);
  addReading(app, options, chosen);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? kDone : kWrongUse;
  }
  return chosen();
}

}  // namespace vejviser::hub
