// What the commands of vejviser-hub do that is not administration of an open hub (admin.h). They
// print what a person wants to know and return the exit code.
#pragma once

#include "src/base/result.h"
#include "sync/hub/admin.h"

#include <string>
#include <vector>

namespace vejviser::hub {

constexpr int kDone = 0;
constexpr int kFailed = 1;  ///< the message on standard error says why
constexpr int kWrongUse = 2;
constexpr int kDiffers = 3;  ///< the cube differs from the journal

struct InitOptions {
  std::string municipality;
  std::string topicsFile;
  std::vector<std::string> branches;  ///< "code=Name"
  std::string exactFor = "nobody";    ///< who sees small cells
};

int init(const Place& place, const InitOptions& options);
/// Prints the code alone; with the hub's `address` also the link and a QR code of it.
int enrolCodeCommand(const Place& place, AdminCommand command, const std::string& address);
int recountCommand(const Place& place);
int statusCommand(const Place& place);
/// Prints the catalogue as the file that `topic import` takes.
int topicListCommand(const Place& place);
int userListCommand(const Place& place);
/// Of the audit log what is not before the day `since` (local); empty: all.
int auditCommand(const Place& place, const std::string& since);
int heldCommand(const Place& place, int most);
int backUpCommand(const Place& place, const std::string& file, bool replace);
int restoreCommand(const Place& place, const std::string& file, const std::string& erasures);

struct ExportOptions {
  std::string format;   ///< "csv", "xlsx", "pdf" or "png"
  std::string dialect;  ///< "international" or "da"
  std::string from;     ///< a day; empty: 28 days with `to`
  std::string to;       ///< a day; empty: today
  std::string branch;   ///< empty: all
  std::string file;
  bool replace = false;
};

/// What GET /v1/statistics says, as a file that only its owner can read; in its place in one step.
int exportCommand(const Place& place, const ExportOptions& options);

/// Prints the error, or what was done.
int failed(const Error& error);
int finished(const Result<std::string>& result);

}  // namespace vejviser::hub
