#include "sync/hub/report.h"

#include "platform/csv.h"
#include "platform/files.h"
#include "platform/log.h"
#include "src/base/text.h"
#include "sync/hub/page_report.h"
#include "sync/hub/statistics_api.h"
#include "sync/hub/statistics_xlsx.h"

#include <cstdio>
#include <span>
#include <vector>

namespace vejviser::hub {

namespace {

namespace fs = std::filesystem;
using std::chrono::days;

constexpr int kDueHour = 12;
/// Tablets keep what they have sent for as long, and send it again to a hub that was restored.
constexpr days kRestatedFor{35};
constexpr std::size_t kLongestList = 4 * 1024 * 1024;
constexpr std::size_t kDigestBytes = 16;
constexpr std::size_t kColumns = 7;
const std::vector<std::string> kHeading = {"period",  "from", "to",     "edition",
                                           "made_on", "file", "figures"};

/// One row of the list.
struct Listed {
  std::string period;  ///< "2026-W47", "2026-11"
  Period days;
  int edition = 1;
  Day made{};
  std::string file;
  std::string figures;  ///< their digest
};

std::string digestOf(const Period& period, const Figures& figures) {
  const Digest digest = platform::sha256(wire::encode(period, figures));
  return toHex(std::span{digest}.first(kDigestBytes));
}

/// "2026-W47": the week is of the year that its Thursday is in. Source: ISO 8601.
std::string nameOf(ReportEvery every, const Period& period) {
  if (every == ReportEvery::Month) return toString(monthOf(period.from));
  char text[32];
  const Day named = period.from + days{3};
  const std::chrono::year_month_day ymd{named};
  const int year = static_cast<int>(ymd.year());
  const Day first{std::chrono::local_days{ymd.year() / std::chrono::January / 1}};
  const auto week = (named - first).count() / 7 + 1;
  std::snprintf(text, sizeof text, "%04d-W%02d", year, static_cast<int>(week));
  return text;
}

std::string stemOf(const Id& hub) {
  return "vejviser-" + toString(hub).substr(0, 8) + "-";
}

/// The list names the workbook; the report for reading is beside it.
fs::path readingFileOf(const fs::path& workbook) {
  return fs::path{workbook}.replace_extension(".pdf");
}

std::string fileOf(const Id& hub, const std::string& period, int edition) {
  std::string file = stemOf(hub);
  file.append(period);
  if (edition > 1) file.append("-").append(std::to_string(edition));
  return file.append(".xlsx");
}

std::string lineOf(const Listed& listed) {
  return platform::csvLine({listed.period, toString(listed.days.from), toString(listed.days.to),
                            std::to_string(listed.edition), toString(listed.made), listed.file,
                            listed.figures});
}

std::optional<Listed> readLine(const std::vector<std::string>& cells) {
  if (cells.size() != kColumns) return std::nullopt;
  const auto from = parseDay(cells[1]);
  const auto to = parseDay(cells[2]);
  const auto edition = wholeNumber<int>(cells[3]);
  const auto made = parseDay(cells[4]);
  if (!from || !to || !edition || !made) return std::nullopt;
  return Listed{cells[0], {*from, *to}, *edition, *made, cells[5], cells[6]};
}

Result<std::vector<Listed>> readList(const fs::path& file) {
  std::vector<Listed> list;
  std::error_code ignored;
  if (!fs::exists(file, ignored)) return list;
  const auto text = platform::readFile(file, kLongestList);
  if (!text) return text.error();
  const auto rows = platform::readCsv(*text);
  if (!rows) return Error{ErrorCode::Invalid, file.string(), rows.error().text()};
  const Error damaged{ErrorCode::Invalid, file.string(), "is no list of reports; move it away"};
  if (rows->empty() || rows->front() != kHeading) return damaged;
  for (std::size_t i = 1; i < rows->size(); ++i) {
    auto listed = readLine((*rows)[i]);
    if (!listed) return damaged;
    list.push_back(std::move(*listed));
  }
  return list;
}

/// In one step, durable, and for the folder's group to read.
Status place(const fs::path& file, std::string_view text) {
  const fs::path hidden = file.parent_path() / ("." + file.filename().string());
  if (const Status written = platform::writePrivateFile(hidden, text); !written) return written;
  std::error_code error;
  fs::permissions(hidden, fs::perms::group_read, fs::perm_options::add, error);
  if (error) return Error{ErrorCode::Storage, hidden.string(), error.message()};
  return platform::moveIntoPlace(hidden, file);
}

/// A report that is to be written.
struct Due {
  Listed listed;
  Edition edition;
  Drawing pages;
};

/// The newest edition of a period.
const Listed* newest(const std::vector<Listed>& list, const std::string& period) {
  const Listed* found = nullptr;
  for (const Listed& listed : list) {
    if (listed.period == period && (!found || listed.edition > found->edition)) found = &listed;
  }
  return found;
}

/// The edition to write now, if any.
std::optional<int> editionDue(const Listed* former, Day today, const std::string& figures) {
  if (former == nullptr) return 1;
  if (former->made >= today || former->figures == figures) return std::nullopt;
  return former->edition + 1;
}

Result<std::vector<Due>> dueIn(ReadTx& tx, const HubInfo& info, const std::vector<Listed>& list,
                               ReportEvery every, Instant now) {
  const Day today = toLocal(now).day;
  const auto exact = seeExact(tx, Readers::Any);
  if (!exact) return exact.error();
  if (!*exact) every = ReportEvery::Month;  // weeks are not published
  const Period last = lastWhole(every, reportDay(now));
  std::vector<Due> due;
  for (Period period = last; period.to == last.to || period.to + kRestatedFor >= today;
       period = lastWhole(every, period.from)) {
    const std::string name = nameOf(every, period);
    const Listed* former = newest(list, name);
    if (former == nullptr && period.to != last.to) continue;  // from before there were reports
    auto answer = figuresFrom(tx, info.id, {period, ""}, now, Readers::Any);
    if (!answer) return answer.error();
    if (answer->published && answer->published->empty()) continue;
    const std::string digest = digestOf(period, answer->figures);
    const auto number = editionDue(former, today, digest);
    if (!number) continue;
    auto edition = editionOf(tx, std::move(*answer));
    if (!edition) return edition.error();
    edition->number = number;
    auto pages = pageReport(tx, *edition, web::Language::Danish);
    if (!pages) return pages.error();
    due.push_back({{name, period, *number, today, fileOf(info.id, name, *number), digest},
                   std::move(*edition),
                   std::move(*pages)});
  }
  return due;
}

}  // namespace

std::optional<ReportEvery> reportEveryFrom(const std::string& word) {
  if (word == "weekly") return ReportEvery::Week;
  if (word == "monthly") return ReportEvery::Month;
  return std::nullopt;
}

Day reportDay(Instant now) {
  const LocalTime local = toLocal(now);
  return local.hour < kDueHour ? local.day - days{1} : local.day;
}

Period lastWhole(ReportEvery every, Day day) {
  if (every == ReportEvery::Week) {
    const Day monday = mondayOf(day);
    return {monday - days{7}, monday - days{1}};
  }
  const auto month = monthOf(day);
  return {Day{(month - std::chrono::months{1}) / 1}, Day{month / 1} - days{1}};
}

Result<int> writeReports(Storage& storage, const ReportOptions& options, Instant now) {
  const auto info = readInfo(storage);
  if (!info) return info.error();
  const auto lock = platform::FolderLock::take(options.folder);
  if (!lock) return lock.error();
  const fs::path listFile = options.folder / (stemOf(info->id) + "reports.csv");
  auto list = readList(listFile);
  if (!list) return list.error();
  std::vector<Due> due;
  const Status status = storage.read([&](ReadTx& tx) -> Status {
    auto found = dueIn(tx, *info, *list, options.every, now);
    if (!found) return found.error();
    due = std::move(*found);
    return {};
  });
  if (!status) return status.error();
  for (const Due& one : due) {
    const auto book = statisticsXlsx(one.edition, web::Language::Danish);
    if (!book) return book.error();
    const auto pdf = pdfOf(one.pages);
    if (!pdf) return pdf.error();
    const fs::path file = options.folder / one.listed.file;
    if (const Status placed = place(readingFileOf(file), *pdf); !placed) return placed.error();
    if (const Status placed = place(file, *book); !placed) return placed.error();
    list->push_back(one.listed);
    std::string text = platform::csvLine(kHeading);
    for (const Listed& listed : *list) text += lineOf(listed);
    if (const Status listed = place(listFile, text); !listed) return listed.error();
  }
  return static_cast<int>(due.size());
}

void Reports::write(Hub& hub) {
  const Instant now = hub.clock.now();
  Tried tried{-1, reportDay(now), {}};
  const Status read = hub.storage.read([&](ReadTx& tx) -> Status {
    const auto head = tx.head();
    if (!head) return head.error();
    tried.pos = head->pos;
    return {};
  });
  Tried& before = m_tried[hub.info.id];
  const bool same = before.pos == tried.pos && before.day == tried.day;
  if (read && same && before.error.empty()) return;
  const auto written = read ? writeReports(hub.storage, m_options, now) : Result<int>{read.error()};
  if (!written && written.error().code == ErrorCode::Refused) return;  // another one is at it
  if (!written) tried.error = written.error().text();
  hub.watch.metrics->reported(hub.watch.path, written ? std::optional{now} : std::nullopt,
                              written ? *written : 0);
  if (written && (*written > 0 || before.day != tried.day)) {
    platform::log(platform::LogLevel::Info, "reports are up to date",
                  {{"written", std::int64_t{*written}}});
  }
  if (!written && tried.error != before.error) {
    platform::log(platform::LogLevel::Error, "no report: " + tried.error);
  }
  before = std::move(tried);
}

}  // namespace vejviser::hub
