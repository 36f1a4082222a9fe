#include "src/domain/import.h"
#include "src/domain/import_matching.h"
#include "src/domain/import_times.h"
#include "src/domain/search.h"

#include <algorithm>
#include <array>
#include <span>

namespace vejviser {

namespace {

using Row = std::vector<std::string>;

/// What a column can say.
enum Field : std::size_t {
  kNumber,
  kWhen,
  kDate,
  kTime,
  kEnd,
  kTopic,
  kDetail,
  kPlace,
  kChannel,
  kLength,
  kFields
};
constexpr std::array<const char*, kFields> kFieldNames = {
    "number", "when", "date", "time", "end", "topic", "detail", "place", "channel", "length"};

/// A counter with a timer that ran longer was left on.
constexpr std::chrono::hours kLongestHelp{4};

struct Preset {
  LogPreset preset;
  const char* code;
  std::optional<bool> monthFirst;
  std::array<std::vector<const char*>, kFields> headings;  ///< the first that is there is read
  std::vector<const char*> persons;                        ///< never read into an entry
};

/// Sources: FrontDesk, Randers Kommune's custom-data-connector and dag_frontdesk; LibAnswers,
/// exports of Chapman University and UNF; Gimlet, gimlet-api README; Libstats, DataCSVReport.php.
const std::vector<Preset>& presets() {
  static const std::vector<Preset> s_presets = {
      {LogPreset::FrontDesk,
       "frontdesk",
       std::nullopt,
       {{{"BetjeningsID", "Id"},
         {"Blev kaldt op", "CalledAt"},
         {},
         {},
         {"Afsluttet", "EndedAt"},
         {"Kø", "QueueName"},
         {"Kategori", "CategoryName"},
         {},
         {},
         {}}},
       {"Medarbejder", "Medarbejder ID", "Medarbejder initialer", "EmployeeName", "EmployeeId",
        "EmployeeInitials"}},
      {LogPreset::LibAnswers,
       "libanswers",
       std::nullopt,
       {{{"Id"},
         {},
         {"Date"},
         {"Time"},
         {},
         {"Question Type"},
         {},
         {"Location", "where you received the question"},
         {"Communication", "method used to answer"},
         {"Duration"}}},
       {"Entered By", "Email Address", "Name", "Patron Name"}},
      {LogPreset::Gimlet,
       "gimlet",
       std::nullopt,
       {{{"question_number"},
         {"asked_at"},
         {},
         {},
         {},
         {"question_type"},
         {"tags"},
         {"location"},
         {"format"},
         {"duration"}}},
       {"initials", "email"}},
      {LogPreset::Libstats,
       "libstats",
       true,
       {{{"question_id"},
         {"asked_at"},
         {},
         {},
         {},
         {"question_type"},
         {},
         {"location_name", "library_name"},
         {"question_format"},
         {"time_spent"}}},
       {"initials"}}};
  return s_presets;
}

const Preset& presetOf(LogPreset preset) {
  return *std::find_if(presets().begin(), presets().end(),
                       [preset](const Preset& each) { return each.preset == preset; });
}

std::optional<std::size_t> placeOf(const Row& heading, std::string_view name) {
  const std::string folded = foldForSearch(name);
  for (std::size_t i = 0; i < heading.size(); ++i) {
    if (foldForSearch(heading[i]) == folded) return i;
  }
  return std::nullopt;
}

Error invalid(const std::string& detail) {
  return {ErrorCode::Invalid, "import", detail};
}

/// Where each field stands in the file.
class LogColumns {
 public:
  static Result<LogColumns> find(const Row& heading, const Preset& preset,
                                 const std::map<std::string, std::string>& named) {
    LogColumns columns;
    for (const char* person : preset.persons) {
      if (const auto place = placeOf(heading, person)) columns.m_persons.push_back(*place);
    }
    for (std::size_t field = 0; field < kFields; ++field) {
      for (const char* name : preset.headings[field]) {
        if (!columns.m_places[field]) columns.m_places[field] = placeOf(heading, name);
      }
    }
    for (const auto& [field, name] : named) {
      const Status taken = columns.take(field, placeOf(heading, name), name);
      if (!taken) return taken.error();
    }
    const bool timed = columns.has(kWhen) || (columns.has(kDate) && columns.has(kTime));
    for (const Field field : {kNumber, kTopic}) {
      if (!columns.has(field)) return columns.missing(field, preset);
    }
    return timed ? Result<LogColumns>{columns} : columns.missing(kWhen, preset);
  }

  bool has(Field field) const { return m_places[field].has_value(); }
  const std::string& cell(const Row& row, Field field) const {
    static const std::string kNone;
    return has(field) ? row[*m_places[field]] : kNone;
  }
  void addPersons(const Row& row, NamedPersons& persons) const {
    for (const std::size_t place : m_persons) {
      if (place < row.size()) persons.add(row[place]);
    }
  }

 private:
  Status take(const std::string& field, std::optional<std::size_t> place, const std::string& name) {
    const auto it = std::find(kFieldNames.begin(), kFieldNames.end(), field);
    if (it == kFieldNames.end()) return invalid("no column says '" + field + "'");
    if (!place) return invalid("the file has no column '" + name + "'");
    if (std::find(m_persons.begin(), m_persons.end(), *place) != m_persons.end()) {
      return invalid("the column '" + name + "' is about a person and is not read");
    }
    m_places[static_cast<std::size_t>(it - kFieldNames.begin())] = place;
    return {};
  }
  Error missing(Field field, const Preset& preset) const {
    const auto& names = preset.headings[field];
    const std::string wanted = names.empty() ? "Date' and 'Time" : names.front();
    return invalid("the file has no column '" + wanted + "' (" + kFieldNames[field] + ")");
  }

  std::array<std::optional<std::size_t>, kFields> m_places{};
  std::vector<std::size_t> m_persons;
};

/// The columns of a Gimlet file, which may come without a heading.
const Row& gimletHeading() {
  static const Row s_heading = {"question_number",
                                "initials",
                                "email",
                                "location",
                                "duration",
                                "format",
                                "asked_by",
                                "question_type",
                                "difficulty",
                                "asked_at",
                                "question_date",
                                "question_time",
                                "question_half_hour",
                                "question_weekday",
                                "added_at",
                                "tags",
                                "site",
                                "account",
                                "question",
                                "answer"};
  return s_heading;
}

bool lacksHeading(const CsvRows& rows, LogPreset preset) {
  return preset == LogPreset::Gimlet && !rows.empty() && rows[0].size() == gimletHeading().size() &&
         !rows[0][0].empty() && rows[0][0].find_first_not_of("0123456789") == std::string::npos;
}

std::optional<Channel> channelOf(const std::string& text) {
  static constexpr std::array<std::pair<const char*, Channel>, 16> kWords = {
      {{"chat", Channel::Chat},
       {"phone", Channel::Phone},
       {"telefon", Channel::Phone},
       {"mail", Channel::Mail},
       {"text message", Channel::Mail},
       {"video", Channel::Screen},
       {"zoom", Channel::Screen},
       {"skarm", Channel::Screen},
       {"screen", Channel::Screen},
       {"person", Channel::InPerson},
       {"walk", Channel::InPerson},
       {"desk", Channel::InPerson},
       {"fremm", Channel::InPerson},
       {"skranke", Channel::InPerson},
       {"face", Channel::InPerson},
       {"sms", Channel::Mail}}};
  const std::string folded = foldForSearch(text);
  if (folded.empty()) return Channel::InPerson;
  const auto it = std::find_if(kWords.begin(), kWords.end(), [&folded](const auto& word) {
    return folded.find(word.first) != std::string::npos;
  });
  return it == kWords.end() ? std::nullopt : std::optional{it->second};
}

/// Reads the rows of one file in order.
class LogReader {
 public:
  LogReader(const LogColumns& columns, const Catalogue& catalogue, const LogImport& options,
            const NamedPersons& persons)
      : m_columns(columns),
        m_catalogue(catalogue),
        m_options(options),
        m_persons(persons),
        m_topics(catalogue, options.mapping) {}

  std::optional<Instant> when(const Row& row) const {
    if (m_columns.has(kWhen)) return time(m_columns.cell(row, kWhen));
    return time(m_columns.cell(row, kDate) + " " + m_columns.cell(row, kTime));
  }

  void read(const Row& row, std::size_t line, const MainRun& run) {
    const std::string& number = m_columns.cell(row, kNumber);
    if (number.empty()) return unreadable(line, "has no number");
    const bool queued = m_options.preset == LogPreset::FrontDesk;
    if (queued && m_columns.cell(row, kWhen).empty()) {
      plan.noHelp.push_back({line, "was never called up"});
      return;
    }
    const auto began = when(row);
    if (!began) return unreadable(line, "its time cannot be read");
    const auto [first, added] = m_numbers.emplace(number, line);
    if (!added) {
      return unreadable(line, "has the number of row " + std::to_string(first->second));
    }
    Fields fields;
    fields.when = began;
    fields.unit = m_options.unit;
    fields.topic = topic(row);
    fields.branch = branch(row);
    fields.channel = channel(row);
    const std::string doubt = measure(row, run, fields);
    if (!doubt.empty()) {
      fields.doubt = Doubt::Clock;
      plan.doubtful.push_back({line, doubt});
    }
    const std::string code = presetOf(m_options.preset).code;
    plan.entries.push_back(
        {code + "/" + m_options.source + "/" + number, EntryKind::Help, std::move(fields)});
  }

  void unreadable(std::size_t line, const std::string& why) {
    plan.unreadable.push_back({line, why});
  }

  ImportPlan plan;

 private:
  std::optional<Instant> time(const std::string& text) const {
    const auto order = presetOf(m_options.preset).monthFirst;
    return parseForeignTime(text, m_options.monthFirst ? m_options.monthFirst : order);
  }

  std::string topic(const Row& row) {
    for (const Field field : {kDetail, kTopic}) {
      if (const auto found = m_topics.find(m_columns.cell(row, field))) return *found;
    }
    const std::string& name = m_columns.cell(row, kTopic);
    ++plan.unmapped[name.empty() ? "(empty)" : m_persons.withoutPersons(name)];
    return m_options.otherTopic;
  }

  std::string branch(const Row& row) {
    const std::string& place = m_columns.cell(row, kPlace);
    const auto it = m_options.branches.find(foldForSearch(place));
    if (it != m_options.branches.end()) return it->second;
    if (!place.empty()) ++plan.unmappedPlaces[m_persons.withoutPersons(place)];
    return m_options.branch;
  }

  Channel channel(const Row& row) {
    const std::string& name = m_columns.cell(row, kChannel);
    const auto found = channelOf(name);
    if (!found) ++plan.unmappedChannels[m_persons.withoutPersons(name)];
    return found.value_or(Channel::InPerson);
  }

  /// Sets how long it took; returns why the time is in doubt, or nothing.
  std::string measure(const Row& row, const MainRun& run, Fields& fields) const {
    fields.band = bandOf(m_catalogue.find(fields.topic)->minutes);
    if (const auto length = parseLength(m_columns.cell(row, kLength))) {
      fields.band = bandOf(static_cast<int>(length->count()));
    }
    const auto end = time(m_columns.cell(row, kEnd));
    if (end && *end >= *fields.when) {
      const auto took = *end - *fields.when;
      fields.timing = took > kLongestHelp ? Timing::Forgotten : Timing::Timed;
      if (fields.timing == Timing::Timed) {
        fields.band = bandOf(
            static_cast<int>(std::chrono::duration_cast<std::chrono::minutes>(took).count()));
      }
    }
    if (end && *end < *fields.when) return "ended before it began";
    return doubtAbout(*fields.when, run, m_options.now).value_or("");
  }

  const LogColumns& m_columns;
  const Catalogue& m_catalogue;
  const LogImport& m_options;
  const NamedPersons& m_persons;
  TopicFinder m_topics;
  std::map<std::string, std::size_t> m_numbers;
};

}  // namespace

std::optional<LogPreset> logPresetFromCode(std::string_view code) {
  const auto it = std::find_if(presets().begin(), presets().end(),
                               [code](const Preset& each) { return each.code == code; });
  return it == presets().end() ? std::nullopt : std::optional{it->preset};
}

Result<ImportPlan> planLog(const CsvRows& rows, const Catalogue& catalogue,
                           const LogImport& options) {
  const bool headless = lacksHeading(rows, options.preset);
  const Row heading = headless ? gimletHeading() : rows.empty() ? Row{} : rows[0];
  const std::size_t first = headless ? 0 : 1;
  const auto columns = LogColumns::find(heading, presetOf(options.preset), options.columns);
  if (!columns) return columns.error();
  if (!catalogue.find(options.otherTopic)) {
    return invalid("no topic '" + options.otherTopic + "' to fall back on");
  }
  NamedPersons persons;
  for (std::size_t i = first; i < rows.size(); ++i) columns->addPersons(rows[i], persons);
  LogReader reader{*columns, catalogue, options, persons};
  MainRun run{kLongestPause};
  for (std::size_t i = first; i < rows.size(); ++i) {
    if (rows[i].size() != heading.size()) continue;
    if (const auto when = reader.when(rows[i])) run.count(toLocal(*when).day);
  }
  run.close();
  for (std::size_t i = first; i < rows.size(); ++i) {
    if (rows[i].size() == heading.size()) {
      reader.read(rows[i], i + 1, run);
    } else {
      reader.unreadable(i + 1, "has " + std::to_string(rows[i].size()) + " cells, the heading " +
                                   std::to_string(heading.size()));
    }
  }
  return std::move(reader.plan);
}

}  // namespace vejviser
