// What each command of vejviser-cli does with a tablet.
#pragma once

#include "sync/engine/tablet.h"

#include <string>
#include <vector>

namespace vejviser::cli {

constexpr int kDone = 0;
constexpr int kFailed = 1;
constexpr int kWrongUse = 2;
constexpr int kNotSent = 3;

struct LogOptions {
  std::string topic;
  std::string unit;     ///< empty: the tablet's
  std::string branch;   ///< empty: the tablet's
  std::string outcome;  ///< empty: guided
  int minutes = 0;      ///< 0: the topic's usual
  int people = 1;
  std::string refer;  ///< empty: not referred on
  int count = 1;      ///< so many helps
};

struct ImportOptions {
  std::string preset;
  std::string file;
  std::string office;
  std::string source;  ///< of rows without an id; empty: the file's name
  std::string unit;    ///< empty: the one whose system wrote the file
  std::string branch;
  std::string mapFile;
  std::vector<std::string> columns;  ///< e.g. "place=Location": headings of the library's own
  std::string dates;                 ///< of 03/04/2024: "day-first" or "month-first"
  std::string reportFile;            ///< every row that was not used or is in doubt
};

struct FiguresOptions {
  bool shared = false;
  bool json = false;
  std::string from;
  std::string to;
};

int enrolTablet(engine::Tablet& tablet, const std::string& address, const std::string& code);
int logHelps(engine::Tablet& tablet, const LogOptions& options);
/// Sends and pulls; keeps trying for `patience_s` when the hub does not answer.
int syncNow(engine::Tablet& tablet, int patience_s);
int printStatus(engine::Tablet& tablet, bool setAside);
int importFile(engine::Tablet& tablet, const ImportOptions& options);
/// What is in quarantine waits again: the entries `ids`, or all of it when there are none.
int releaseEntries(engine::Tablet& tablet, const std::vector<std::string>& ids);
/// Writes this tablet's rows as CSV, or those that were set aside.
int exportRows(engine::Tablet& tablet, bool setAside);
/// The shared ones as the municipality's rule on small cells lets a tablet show them.
int printFigures(engine::Tablet& tablet, const FiguresOptions& options);
int printTopics(engine::Tablet& tablet);

/// Prints the error and gives the exit code.
int failed(const Error& error);

}  // namespace vejviser::cli
