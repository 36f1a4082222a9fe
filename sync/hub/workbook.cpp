#include "sync/hub/workbook.h"

#include "platform/files.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <sys/mman.h>
#include <unistd.h>
#include <xlsxwriter.h>

namespace vejviser::hub {

namespace {

constexpr std::size_t kLargest = 64 * 1024 * 1024;
constexpr std::size_t kNarrowest = 8;  // characters
constexpr std::size_t kWidest = 50;
constexpr std::size_t kDayWidth = 10;
constexpr std::size_t kTimeWidth = 16;

/// A file in memory: the library writes to a name.
class MemoryFile {
 public:
  MemoryFile() : m_file(memfd_create("xlsx", MFD_CLOEXEC)) {}
  ~MemoryFile() {
    if (m_file >= 0) close(m_file);
  }
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;

  bool isOpen() const { return m_file >= 0; }
  std::string path() const { return "/proc/self/fd/" + std::to_string(m_file); }

 private:
  int m_file;
};

struct Formats {
  lxw_format* heading = nullptr;
  lxw_format* number = nullptr;
  lxw_format* day = nullptr;
  lxw_format* time = nullptr;
};

lxw_format* formatOf(lxw_workbook* book, const std::string& numbers) {
  lxw_format* format = workbook_add_format(book);
  format_set_num_format(format, numbers.c_str());
  format_set_align(format, LXW_ALIGN_LEFT);
  return format;
}

Formats formatsOf(lxw_workbook* book, const Workbook& workbook) {
  Formats formats;
  formats.heading = workbook_add_format(book);
  format_set_bold(formats.heading);
  formats.number = workbook_add_format(book);
  format_set_num_format(formats.number, "#,##0");  // each Excel shows its own separator
  formats.day = formatOf(book, workbook.dayLook);
  formats.time = formatOf(book, workbook.dayLook + " hh:mm");
  return formats;
}

lxw_datetime dateOf(Day day, int hour, int minute) {
  const std::chrono::year_month_day ymd{day};
  return {static_cast<int>(ymd.year()),
          static_cast<int>(static_cast<unsigned>(ymd.month())),
          static_cast<int>(static_cast<unsigned>(ymd.day())),
          hour,
          minute,
          0};
}

std::size_t characters(const std::string& text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  }));
}

std::size_t widthOf(const SheetCell& cell) {
  if (const auto* text = std::get_if<std::string>(&cell)) return characters(*text);
  if (std::holds_alternative<Day>(cell)) return kDayWidth;
  if (std::holds_alternative<LocalTime>(cell)) return kTimeWidth;
  return kNarrowest;
}

lxw_error put(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, const SheetCell& cell,
              const Formats& formats) {
  if (const auto* text = std::get_if<std::string>(&cell)) {
    return worksheet_write_string(sheet, row, column, text->c_str(), nullptr);
  }
  if (const auto* number = std::get_if<std::int64_t>(&cell)) {
    return worksheet_write_number(sheet, row, column, static_cast<double>(*number), formats.number);
  }
  if (const auto* day = std::get_if<Day>(&cell)) {
    lxw_datetime date = dateOf(*day, 0, 0);
    return worksheet_write_datetime(sheet, row, column, &date, formats.day);
  }
  if (const auto* time = std::get_if<LocalTime>(&cell)) {
    lxw_datetime date = dateOf(time->day, time->hour, time->minute);
    return worksheet_write_datetime(sheet, row, column, &date, formats.time);
  }
  return LXW_NO_ERROR;
}

lxw_error fill(lxw_worksheet* sheet, const Sheet& from, const Formats& formats) {
  std::vector<std::size_t> widths;
  lxw_error error = LXW_NO_ERROR;
  const auto keep = [&error](lxw_error one) {
    if (error == LXW_NO_ERROR) error = one;
  };
  for (const std::string& heading : from.headings) {
    const auto column = static_cast<lxw_col_t>(widths.size());
    keep(worksheet_write_string(sheet, 0, column, heading.c_str(), formats.heading));
    widths.push_back(characters(heading) + 2);
  }
  lxw_row_t row = 0;
  for (const auto& cells : from.rows) {
    ++row;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      keep(put(sheet, row, static_cast<lxw_col_t>(i), cells[i], formats));
      widths[i] = std::max(widths[i], widthOf(cells[i]) + 1);
    }
  }
  for (std::size_t i = 0; i < widths.size(); ++i) {
    const auto column = static_cast<lxw_col_t>(i);
    const auto width = static_cast<double>(std::clamp(widths[i], kNarrowest, kWidest));
    keep(worksheet_set_column(sheet, column, column, width, nullptr));
  }
  worksheet_freeze_panes(sheet, 1, 0);
  return error;
}

Status statusOf(lxw_error error) {
  if (error == LXW_NO_ERROR) return {};
  const bool ours = error == LXW_ERROR_MAX_STRING_LENGTH_EXCEEDED;
  return Error{ours ? ErrorCode::Invalid : ErrorCode::Storage, "workbook", lxw_strerror(error)};
}

/// Writes the file and frees the book, whatever happens.
Status write(const Workbook& workbook, const std::string& path) {
  lxw_workbook* book = workbook_new(path.c_str());
  if (book == nullptr) return Error{ErrorCode::Storage, "workbook", "no memory"};
  lxw_doc_properties properties{};
  std::string title = workbook.title;
  properties.title = title.data();
  properties.created = std::chrono::sys_days{workbook.made.time_since_epoch()}.time_since_epoch() /
                       std::chrono::seconds{1};
  lxw_error error = workbook_set_properties(book, &properties);
  const Formats formats = formatsOf(book, workbook);
  for (const Sheet& sheet : workbook.sheets) {
    lxw_worksheet* made = workbook_add_worksheet(book, sheet.name.c_str());
    if (made == nullptr && error == LXW_NO_ERROR) error = LXW_ERROR_PARAMETER_VALIDATION;
    if (made == nullptr) break;
    const lxw_error filled = fill(made, sheet, formats);
    if (error == LXW_NO_ERROR) error = filled;
  }
  const lxw_error closed = workbook_close(book);
  return statusOf(error == LXW_NO_ERROR ? closed : error);
}

}  // namespace

Result<std::string> xlsxOf(const Workbook& workbook) {
  const MemoryFile file;
  if (!file.isOpen()) return Error{ErrorCode::Storage, "workbook", std::strerror(errno)};
  if (const Status written = write(workbook, file.path()); !written) return written.error();
  return platform::readFile(file.path(), kLargest);
}

}  // namespace vejviser::hub
