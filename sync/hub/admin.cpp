#include "sync/hub/admin.h"

#include "platform/files.h"
#include "platform/http_client.h"
#include "platform/system.h"
#include "src/base/text.h"
#include "src/domain/calendar.h"
#include "sync/hub/api_tokens.h"
#include "sync/hub/documents.h"
#include "sync/hub/erase.h"
#include "sync/hub/own_words.h"
#include "sync/hub/people_commands.h"
#include "sync/hub/prune.h"
#include "sync/hub/publishing.h"
#include "sync/hub/release.h"
#include "sync/hub/retention.h"
#include "sync/hub/series_commands.h"
#include "sync/hub/tablets.h"
#include "sync/hub/topic_commands.h"

#include <set>
#include <sstream>

namespace vejviser::hub {

namespace {

constexpr std::size_t kLongestArgument = 65'536;  // some 1700 ids

Result<std::string> newCode(Accounts& accounts, const AdminCommand& command) {
  const auto unit = unitFromCode(command.argument("unit"));
  if (!unit) return Error{ErrorCode::Invalid, "unit", "must be library or citizen_service"};
  return accounts.newEnrolCode(Actor::commandLine(), command.argument("name"), *unit,
                               command.argument("branch"));
}

Result<std::string> addBranch(const Desk& desk, const AdminCommand& command) {
  const Branch branch{command.argument("code"), command.argument("name")};
  if (!isCode(branch.code)) {
    return Error{ErrorCode::Invalid, branch.code, "is not a code (a-z, 0-9, '-' and '_')"};
  }
  if (const Status named = checkName("the branch's name", branch.name); !named) {
    return named.error();
  }
  const Status status = desk.storage.write([&](WriteTx& tx) -> Status {
    const auto pos =
        tx.takePositions(1, static_cast<std::int64_t>(desk.random.next64()), desk.clock.now());
    if (!pos) return pos.error();
    if (const Status put = tx.putBranch(branch, *pos); !put) return put;
    return note(tx, Actor::commandLine(), {"branch-add", branch.code, branch.name},
                desk.clock.now());
  });
  if (!status) return status.error();
  return "branch " + branch.code + " added";
}

Result<std::string> putDocument(const Desk& desk, const AdminCommand& command) {
  DocumentRow document{command.argument("name"), command.argument("text")};
  const Status kept =
      keepDocument(desk.storage, Actor::commandLine(), document, desk.clock, desk.random);
  if (!kept) return kept.error();
  return document.name + " stored; tablets have it with their next sync";
}

Result<std::string> dropDocument(const Desk& desk, const AdminCommand& command) {
  const DocumentRow document{command.argument("name"), std::nullopt};
  if (!isCode(document.name)) {
    return Error{ErrorCode::Invalid, document.name, "is no document"};
  }
  const Status kept =
      keepDocument(desk.storage, Actor::commandLine(), document, desk.clock, desk.random);
  if (!kept) return kept.error();
  return document.name + " taken away; the built-in one counts again";
}

Result<std::string> pruneNow(const Desk& desk) {
  Pruned pruned;
  const Status status = desk.storage.write([&](WriteTx& tx) -> Status {
    const auto done = prune(tx, desk.clock.now(), desk.random);
    if (!done) return done.error();
    pruned = *done;
    return note(tx, Actor::commandLine(), {"prune", std::to_string(pruned.cells) + " cells"},
                desk.clock.now());
  });
  if (!status) return status.error();
  return std::to_string(pruned.cells) + " empty cells deleted, floor " +
         std::to_string(pruned.floor);
}

Result<std::string> publishNow(const Desk& desk) {
  const auto done = publishMonths(desk.storage, desk.clock, desk.random);
  if (!done) return done.error();
  return std::to_string(done->published) + " months published, " + std::to_string(done->waiting) +
         " wait for more late entries";
}

Result<std::string> changeTablet(const Desk& desk, const AdminCommand& command, DeviceState state) {
  std::string name;
  const Status status = desk.storage.write([&](WriteTx& tx) -> Status {
    const auto device = findTablet(tx, command.argument("tablet"));
    if (!device) return device.error();
    name = device->name;
    return changeState(tx, Actor::commandLine(), *device, state, desk.clock.now());
  });
  if (!status) return status.error();
  return "tablet " + name + " is " + std::string{word(state)};
}

/// The ids in a text, between blanks, each once.
Result<std::set<Id>> readIds(const std::string& text) {
  std::set<Id> ids;
  std::istringstream words{text};
  for (std::string word; words >> word;) {
    const auto id = parseId(word);
    if (!id) return Error{ErrorCode::Invalid, word, "is no id"};
    ids.insert(*id);
  }
  return ids;
}

std::optional<std::string> given(const AdminCommand& command, const std::string& name) {
  std::string value = command.argument(name);
  return value.empty() ? std::nullopt : std::optional{std::move(value)};
}

Result<Decision> readDecision(const AdminCommand& command) {
  Decision decision{given(command, "topic"), given(command, "branch"), given(command, "to"), {}};
  if (given(command, "no-branch")) decision.branch = "";
  if (const auto time = given(command, "time")) {
    const auto local = parseLocalTime(*time);
    if (!local) return Error{ErrorCode::Invalid, "time", "must be such as 2026-11-24 14:30"};
    decision.time = fromLocal(*local);
  }
  return decision;
}

Result<std::string> releaseThese(const Desk& desk, const std::set<Id>& ids,
                                 const Decision& decision) {
  const Status status = desk.storage.write([&](WriteTx& tx) {
    return releaseChosen(tx, Actor::commandLine(), ids, {}, decision, desk.clock.now(),
                         desk.random);
  });
  if (!status) return status.error();
  return std::to_string(ids.size()) + " released";
}

Result<std::string> releaseHeld(const Desk& desk, const AdminCommand& command) {
  const auto ids = readIds(command.argument("ids"));
  if (!ids) return ids.error();
  const auto decision = readDecision(command);
  if (!decision) return decision.error();
  const HeldGroup group{command.argument("reason"), command.argument("code")};
  if (ids->empty() == group.reason.empty()) {
    return Error{ErrorCode::Invalid, "held release", "needs ids, or a reason"};
  }
  if (!ids->empty()) return releaseThese(desk, *ids, *decision);
  const auto done =
      releaseGroup(desk.storage, Actor::commandLine(), group, *decision, desk.clock, desk.random);
  if (!done) return done.error();
  std::string text = std::to_string(done->released) + " released";
  if (done->left == 0) return text;
  text += ", " + std::to_string(done->left) + " still held (" + done->why + ")";
  if (done->released > 0) return text;
  return Error{ErrorCode::Refused, "held release", text};
}

Result<std::string> eraseThese(const Desk& desk, const AdminCommand& command) {
  const auto ids = readIds(command.argument("ids"));
  if (!ids) return ids.error();
  if (ids->empty()) return Error{ErrorCode::Invalid, "erase", "needs ids"};
  if (desk.erasures.empty())
    return Error{ErrorCode::Invalid, "erase", "needs a list to keep them on"};
  const auto wish = given(command, "erasures");
  if (wish && std::filesystem::weakly_canonical(*wish) !=
                  std::filesystem::weakly_canonical(desk.erasures)) {
    return Error{ErrorCode::Invalid, *wish,
                 "is not the list of this hub: " + desk.erasures.string()};
  }
  const auto done = eraseForGood(desk.storage, Actor::commandLine(), desk.erasures, *ids,
                                 desk.clock, desk.random);
  if (!done) return done.error();
  return std::to_string(*done) + " entries erased; listed in " + desk.erasures.string();
}

/// Where something looks like personal data; not what: that is shown to administrators alone.
Result<std::string> findPersonal(const Desk& desk) {
  std::string text;
  std::size_t found = 0;
  const Status read = desk.storage.read([&](ReadTx& tx) -> Status {
    std::optional<std::int64_t> after = 0;
    while (after) {
      const auto search = searchOwnWords(tx, *after);
      if (!search) return search.error();
      found += search->found.size();
      for (const OwnWords& own : search->found) {
        const Entry& entry = own.kept.entry;
        text += toString(entry.id) + "\t" + toString(toLocal(entry.at).day) + "\t" +
                std::string{code(entry.kind)} + "\t" + std::string{code(*own.looksLike)} + "\n";
      }
      after = search->end;
    }
    return {};
  });
  if (!read) return read.error();
  return text + std::to_string(found) + " entries look as if personal data stood in them";
}

Result<std::string> showRetention(const Desk& desk) {
  std::string text;
  const Status read = desk.storage.read([&](ReadTx& tx) -> Status {
    const auto days = textDays(tx);
    if (!days) return days.error();
    text = std::string{kTexts} + ": " + (*days ? std::to_string(**days) + " days" : "forever");
    return {};
  });
  if (!read) return read.error();
  return text;
}

Result<std::string> changeRetention(const Desk& desk, const AdminCommand& command) {
  const std::string text = command.argument("days");
  std::optional<int> days;
  if (text != "forever") {
    days = wholeNumber<int>(text);
    if (!days) return Error{ErrorCode::Invalid, "days", "must be a number, or forever"};
  }
  const Status set = desk.storage.write([&](WriteTx& tx) {
    return setRetention(tx, Actor::commandLine(), command.argument("kind"), days, desk.clock.now());
  });
  if (!set) return set.error();
  return showRetention(desk);
}

Result<std::string> administerTokens(const Desk& desk, const AdminCommand& command) {
  const Actor by = Actor::commandLine();
  const std::string name = command.argument("name");
  if (command.name == "api-token-add") {
    return addApiToken(desk.storage, by, desk.clock, desk.random, name,
                       command.argument("expires"));
  }
  if (command.name == "api-token-list") return listApiTokens(desk.storage, desk.clock);
  if (command.name != "api-token-revoke") {
    return Error{ErrorCode::Invalid, command.name, "is no command of this hub"};
  }
  const Status done = revokeApiToken(desk.storage, by, desk.clock, name);
  if (!done) return done.error();
  return "the token of " + name + " opens nothing any more";
}

/// Gives a command to the hub that is at work on these files.
Result<std::string> send(const Place& place, const AdminCommand& command) {
  platform::CurlHttpClient http{{.caFile = {}, .unixSocket = adminSocket(place.dir)}};
  const std::string base = place.municipality.empty() ? "" : "/" + place.municipality;
  const auto response = http.send({"POST",
                                   "http://localhost" + base + "/admin",
                                   {"Content-Type: application/json"},
                                   wire::encodeCommand(command.name, command.arguments)});
  if (!response) {
    return Error{
        ErrorCode::Offline, place.dir.string(),
        "is in use, and no hub answers there yet (" + response.error().detail + "); try again"};
  }
  if (response->status == 200) return response->body;
  const auto problem = wire::decodeProblem(response->body);
  if (!problem) {
    return Error{ErrorCode::Refused, "hub", "answered " + std::to_string(response->status)};
  }
  return Error{ErrorCode::Refused, problem->title, problem->detail};
}

}  // namespace

std::filesystem::path adminSocket(const std::filesystem::path& dir) {
  return dir / "admin.sock";
}

std::filesystem::path usualErasures(const Place& place) {
  return place.folder() / "erased.txt";
}

std::string AdminCommand::argument(const std::string& which) const {
  const auto it = arguments.find(which);
  return it == arguments.end() ? std::string{} : it->second;
}

Result<std::string> administer(const Desk& desk, const AdminCommand& command) {
  if (command.name == "enrol-code") return newCode(desk.accounts, command);
  if (command.name.starts_with("user-")) return administerPeople(desk, command);
  if (command.name.starts_with("api-token-")) return administerTokens(desk, command);
  if (command.name == "branch-add") return addBranch(desk, command);
  if (command.name == "document-put") return putDocument(desk, command);
  if (command.name == "document-drop") return dropDocument(desk, command);
  if (command.name == "held-release") return releaseHeld(desk, command);
  if (command.name == "erase") return eraseThese(desk, command);
  if (command.name == "erase-find") return findPersonal(desk);
  if (command.name == "retention") return showRetention(desk);
  if (command.name == "retention-set") return changeRetention(desk, command);
  if (command.name == "prune") return pruneNow(desk);
  if (command.name == "publish") return publishNow(desk);
  if (command.name == "tablet-drain") return changeTablet(desk, command, DeviceState::Drained);
  if (command.name == "tablet-block") return changeTablet(desk, command, DeviceState::Blocked);
  if (command.name == "tablet-allow") return changeTablet(desk, command, DeviceState::Active);
  if (auto done = administerTopics(desk, command)) return std::move(*done);
  if (auto done = administerSeries(desk, command)) return std::move(*done);
  return Error{ErrorCode::Invalid, command.name, "is no command of this hub"};
}

Response administer(Hub& hub, const Request& request) {
  auto command = wire::decodeCommand(request.body);
  if (!command) return problem(hub, 400, "command", "Not a command", command.error().text());
  const auto done = administer({hub.accounts, hub.storage, hub.clock, hub.random, hub.erasures},
                               {std::move(command->first), std::move(command->second)});
  if (!done) {
    const ErrorCode code = done.error().code;
    const bool own = code == ErrorCode::Invalid || code == ErrorCode::Refused;
    return own ? problem(hub, 422, "command", "Not done", done.error().text())
               : failure(hub, done.error());
  }
  return {200, "text/plain; charset=utf-8", *done, {}};
}

Result<std::string> administer(const Place& place, const AdminCommand& command) {
  for (const auto& [name, value] : command.arguments) {
    const bool file = name == "text" || name == "map";
    const bool document = file && isUtf8(value) && value.size() <= kLongestDocument;
    if (!document && !isPlainText(value, kLongestArgument)) {
      return Error{ErrorCode::Invalid, name, "is too long, or no UTF-8 text of one line"};
    }
  }
  const auto open = openStorage(place, Access::ReadWrite);
  if (!open && open.error().code == ErrorCode::Refused && place.url.empty()) {
    return send(place, command);
  }
  if (!open) return open.error();
  Storage& storage = *open->storage;
  const platform::SystemClock clock;
  platform::SystemRandom random;
  Accounts accounts{storage, clock, random};
  const std::filesystem::path erasures =
      given(command, "erasures").value_or(usualErasures(place).string());
  return administer({accounts, storage, clock, random, erasures}, command);
}

}  // namespace vejviser::hub
