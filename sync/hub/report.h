// Reports: the figures of the last whole week or month in Danish, as a workbook and as a PDF beside
// it for reading and printing, in a folder that the municipality names. The folder says by itself
// what was written: beside the reports lies a list of them (CSV), from which it is also told
// whether figures have changed since.
#pragma once

#include "sync/hub/hub.h"

#include <filesystem>
#include <map>
#include <optional>
#include <string>

namespace vejviser::hub {

enum class ReportEvery { Week, Month };

struct ReportOptions {
  std::filesystem::path folder;
  ReportEvery every = ReportEvery::Week;
};

/// "weekly", "monthly"; nothing for another word.
std::optional<ReportEvery> reportEveryFrom(const std::string& word);

/// The local day as reports reckon it: it begins at noon, when tablets that were off at night have
/// sent what they held.
Day reportDay(Instant now);
/// The last week (from Monday) or month that ended before `day`.
Period lastWhole(ReportEvery every, Day day);

/// Writes the report of the last whole period when the list in the folder has none, and a further
/// edition of each whose period ended at most 35 days ago and whose figures are others now, of each
/// at most one a day. The list names an edition's workbook; its PDF has the same name but for the
/// ending. A file gets its name when it is whole, readable by the group too, and is
/// never changed afterwards. How many were written.
///
/// Error Refused while another process writes there: try again. Storage, or Invalid for a list
/// that was damaged: nothing of what was written before is lost.
Result<int> writeReports(Storage& storage, const ReportOptions& options, Instant now);

/// Writes what is due, for each hub of a process, and tells the log and the metrics.
class Reports {
 public:
  explicit Reports(ReportOptions options) : m_options(std::move(options)) {}

  void write(Hub& hub);

  static constexpr std::chrono::seconds kEvery{60};

 private:
  struct Tried {
    std::int64_t pos = -1;
    Day day{};
    std::string error;  ///< empty: it went well
  };

  ReportOptions m_options;
  std::map<Id, Tried> m_tried;
};

}  // namespace vejviser::hub
