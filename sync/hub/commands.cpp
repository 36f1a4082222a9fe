#include "sync/hub/commands.h"

#include "platform/csv.h"
#include "platform/files.h"
#include "platform/system.h"
#include "src/base/text.h"
#include "src/domain/calendar.h"
#include "src/domain/catalogue.h"
#include "src/domain/enrol_link.h"
#include "sync/hub/audit.h"
#include "sync/hub/documents.h"
#include "sync/hub/option_texts.h"
#include "sync/hub/parameters.h"
#include "sync/hub/qr_text.h"
#include "sync/hub/recount.h"
#include "sync/hub/site.h"
#include "sync/hub/sqlite_backup.h"
#include "sync/hub/statistics_api.h"
#include "sync/hub/tablets.h"
#include "sync/hub/topics.h"

#include <cassert>
#include <cstdio>

namespace vejviser::hub {

namespace {

constexpr std::size_t kLargestFile = 16 * 1024 * 1024;

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
  auto catalogue = readCatalogue(*rows);
  if (!catalogue) return catalogue;
  if (const Status fit = checkBridges(*catalogue); !fit) return fit.error();
  return catalogue;
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

/// The rule is stored in any case: tablets are told, and hide until they are.
std::string ruleText(const std::string& exactFor) {
  const auto builtIn = readSmallCells(platform::readCsv(builtInSmallCellsCsv()).value()).value();
  return documentText({{"threshold", "exact_for"}, {std::to_string(builtIn.threshold), exactFor}});
}

Status setUp(WriteTx& tx, RandomSource& random, const InitOptions& options,
             const Catalogue& catalogue, const std::vector<Branch>& branches) {
  const auto salt = [&random] { return static_cast<std::int64_t>(random.next64()); };
  const HubInfo info{newRandomId(random), options.municipality};
  const Instant now = platform::SystemClock{}.now();
  if (const Status status = tx.setUp(info, salt(), now); !status) return status;
  const auto topics = static_cast<std::int64_t>(catalogue.topics().size());
  const auto first =
      tx.takePositions(topics + static_cast<std::int64_t>(branches.size()) + 1, salt(), now);
  if (!first) return first.error();
  if (const Status status = tx.putTopics(catalogue.topics(), *first); !status) return status;
  std::int64_t pos = *first + topics;
  for (const Branch& branch : branches) {
    if (const Status status = tx.putBranch(branch, pos++); !status) return status;
  }
  const DocumentRow rule{"small-cells", ruleText(options.exactFor)};
  if (const Status status = tx.putDocument(rule, pos); !status) return status;
  return note(tx, Actor::commandLine(), {"init", options.municipality}, now);
}

Error ownTools() {
  return {ErrorCode::Refused, "PostgreSQL",
          "is backed up and restored with its own tools: pg_dump, pg_basebackup"};
}

std::string summary(const Contents& contents) {
  return contents.municipality + ", " + std::to_string(contents.entries) + " entries, position " +
         std::to_string(contents.position);
}

void printTablet(const TabletReport& report) {
  const Device& device = report.device;
  std::string heard = "never heard";
  if (device.lastHeard) heard = "heard " + toString(toLocal(*device.lastHeard));
  std::printf("tablet  %s %-24s %-16s %-20s %s, %lld waiting, %s\n", toString(device.id).c_str(),
              device.name.c_str(), std::string{code(device.unit)}.c_str(), device.branch.c_str(),
              heard.c_str(), static_cast<long long>(device.waiting),
              std::string{word(device.state)}.c_str());
  if (isClockOff(device)) {
    const ClockWords off = clockWords(device);
    std::printf("        its clock is %lld %s %s\n", static_cast<long long>(off.n), off.unit,
                off.ahead ? "ahead" : "behind");
  }
  if (isOlderProgram(device)) {
    std::printf("        it runs version %s, older than this hub's\n",
                device.program.empty() ? "unknown" : device.program.c_str());
  }
  if (report.forks > 0) {
    std::printf("        two databases use one number series: it was copied or rolled back\n");
  }
  if (report.missing > 0) {
    std::printf("        %lld records that never arrived\n",
                static_cast<long long>(report.missing));
  }
}

Result<std::string> exported(Storage& storage, const Form& form, const FiguresQuestion& question,
                             Instant now) {
  std::string text;
  const Status status = storage.read([&](ReadTx& tx) -> Status {
    const auto info = tx.info();
    if (!info) return info.error();
    if (const Status there = checkBranch(tx, question.branch); !there) return there;
    const auto answer = figuresFrom(tx, info->id, question, now, Readers::Any);
    if (!answer) return answer.error();
    auto made = figuresText(tx, form, *answer);
    if (!made) return made.error();
    text = std::move(*made);
    return {};
  });
  if (!status) return status.error();
  return text;
}

}  // namespace

int failed(const Error& error) {
  std::fprintf(stderr, "vejviser-hub: %s\n", error.text().c_str());
  return kFailed;
}

int finished(const Result<std::string>& result) {
  if (!result) return failed(result.error());
  std::printf("%s\n", result->c_str());
  return kDone;
}

int enrolCodeCommand(const Place& place, AdminCommand command, const std::string& address) {
  constexpr const char* kAnyCode = "ABCD-EFGH";
  if (!address.empty() && !readEnrolLink(write(EnrolLink{address, kAnyCode}))) {
    return failed({ErrorCode::Invalid, "the address", "must begin with https://"});
  }
  command.name = "enrol-code";
  const auto code = administer(place, command);
  if (!code || address.empty()) return finished(code);
  const std::string link = write(EnrolLink{address, *code});
  const auto picture = qrText(link);
  if (!picture) return failed(picture.error());
  std::printf("%s\n%s\n%s", code->c_str(), link.c_str(), picture->c_str());
  return kDone;
}

int init(const Place& place, const InitOptions& options) {
  if (const Status named = checkName("the municipality", options.municipality); !named) {
    return failed(named.error());
  }
  const auto catalogue = catalogueFrom(options.topicsFile);
  if (!catalogue) return failed(catalogue.error());
  const auto branches = branchesFrom(options.branches);
  if (!branches) return failed(branches.error());
  if (const Status fit = checkDocument("small-cells", ruleText(options.exactFor)); !fit) {
    return failed(fit.error());
  }
  if (!place.municipality.empty() && !isFreeCode(place.municipality)) {
    return failed({ErrorCode::Invalid, place.municipality, "cannot be a municipality's code"});
  }
  const auto database = openDatabase(place);
  if (!database) return failed(database.error());
  const auto storage = (*database)->make(place.municipality);
  if (!storage) return failed(storage.error());
  platform::SystemRandom random;
  const Status status = (*storage)->write(
      [&](WriteTx& tx) { return setUp(tx, random, options, *catalogue, *branches); });
  if (!status) return failed(status.error());
  std::printf("hub for %s set up: %zu topics, %zu branches\n", options.municipality.c_str(),
              catalogue->topics().size(), branches->size());
  return kDone;
}

int recountCommand(const Place& place) {
  const auto open = openStorage(place, Access::ReadOnly);
  if (!open) return failed(open.error());
  Recount result;
  const Status status = open->storage->read([&](ReadTx& tx) -> Status {
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
  if (result.wrongWeeks > 0) {
    std::printf("%lld sums of weeks differ from their cells\n",
                static_cast<long long>(result.wrongWeeks));
  }
  return result.differences.empty() && result.wrongWeeks == 0 ? kDone : kDiffers;
}

int statusCommand(const Place& place) {
  const auto open = openStorage(place, Access::ReadOnly);
  if (!open) return failed(open.error());
  const Status status = open->storage->read([&](ReadTx& tx) -> Status {
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

int topicListCommand(const Place& place) {
  const auto open = openStorage(place, Access::ReadOnly);
  if (!open) return failed(open.error());
  const Status status = open->storage->read([&](ReadTx& tx) -> Status {
    const auto topics = tx.topics();
    if (!topics) return topics.error();
    std::fputs(topicsCsv(*topics).c_str(), stdout);
    return {};
  });
  return status ? kDone : failed(status.error());
}

int userListCommand(const Place& place) {
  const auto open = openStorage(place, Access::ReadOnly);
  if (!open) return failed(open.error());
  const Status status = open->storage->read([&](ReadTx& tx) -> Status {
    const auto users = tx.users();
    if (!users) return users.error();
    for (const User& user : *users) {
      std::printf("%s\t%s\n", user.name.c_str(), describe(user.office).c_str());
    }
    return {};
  });
  return status ? kDone : failed(status.error());
}

int auditCommand(const Place& place, const std::string& since) {
  Instant first{};
  if (!since.empty()) {
    const auto day = parseDay(since);
    if (!day) {
      failed({ErrorCode::Invalid, "--since", "must be a day such as 2026-11-24"});
      return kWrongUse;
    }
    first = fromLocal({*day, 0, 0});
  }
  const auto open = openStorage(place, Access::ReadOnly);
  if (!open) return failed(open.error());
  const Status status = open->storage->read([&](ReadTx& tx) {
    return tx.eachAuditLine(first, [](const AuditLine& line) -> Status {
      std::printf("%s\n", lineOf(line).c_str());
      return {};
    });
  });
  return status ? kDone : failed(status.error());
}

int heldCommand(const Place& place, int most) {
  const auto open = openStorage(place, Access::ReadOnly);
  if (!open) return failed(open.error());
  const Status status = open->storage->read([&](ReadTx& tx) -> Status {
    const auto held = tx.heldEntries({}, 0, most);
    if (!held) return held.error();
    for (const KeptEntry& entry : *held) {
      const std::string time = entry.estimate ? toString(toLocal(*entry.estimate)) : "-";
      std::printf("%s\t%s\t%s\n", entry.held.c_str(), time.c_str(), entry.body.c_str());
    }
    return {};
  });
  return status ? kDone : failed(status.error());
}

int exportCommand(const Place& place, const ExportOptions& options) {
  const Instant now = platform::SystemClock{}.now();
  const auto question =
      readQuestion({{"from", options.from}, {"to", options.to}, {"branch", options.branch}}, now);
  if (!question) {
    failed({ErrorCode::Invalid, "--" + question.error().where, question.error().detail});
    return kWrongUse;
  }
  std::error_code ignored;
  if (!options.replace && std::filesystem::exists(options.file, ignored)) {
    return failed({ErrorCode::Refused, options.file, "is there already; --force replaces it"});
  }
  const auto format = formatFrom(options.format);
  assert(format);
  const Form form{*format,
                  options.dialect == "da" ? CsvDialect::Danish : CsvDialect::International};
  const auto open = openStorage(place, Access::ReadOnly);
  if (!open) return failed(open.error());
  const auto text = exported(*open->storage, form, *question, now);
  if (!text) return failed(text.error());
  const Status written = platform::writePrivateFile(options.file, *text);
  if (!written) return failed(written.error());
  std::printf("%s: %s to %s\n", options.file.c_str(), toString(question->period.from).c_str(),
              toString(question->period.to).c_str());
  return kDone;
}

int backUpCommand(const Place& place, const std::string& file, bool replace) {
  if (!place.url.empty()) return failed(ownTools());
  const auto contents = backUp(place.folder(), file, replace);
  if (!contents) return failed(contents.error());
  std::printf("%s: %s\n", file.c_str(), summary(*contents).c_str());
  return kDone;
}

int restoreCommand(const Place& place, const std::string& file, const std::string& erasures) {
  if (!place.url.empty()) return failed(ownTools());
  const platform::SystemClock clock;
  platform::SystemRandom random;
  const auto restored = restore(place.folder(), file, erasures, clock, random);
  if (!restored) return failed(restored.error());
  std::printf("restored %s\n", summary(restored->contents).c_str());
  if (!restored->former.empty()) {
    std::printf("what was here is kept as %s\n", restored->former.c_str());
  }
  std::printf("tablets send again what came after the backup\n");
  return kDone;
}

}  // namespace vejviser::hub
