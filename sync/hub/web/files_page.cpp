#include "sync/hub/web/files_page.h"

#include "sync/hub/documents.h"
#include "sync/hub/topics.h"
#include "sync/hub/versions.h"
#include "sync/hub/web/form.h"

#include <algorithm>
#include <charconv>

namespace vejviser {
std::string_view webFiles();  // files.mustache, built in
}  // namespace vejviser

namespace vejviser::hub::web {

namespace {

constexpr const char* kTopics = "topics";
constexpr std::chrono::days kYear{365};

/// A file as it is: the municipality's own, or the built-in one.
struct File {
  std::string name;
  std::string text;
  bool own = false;
};

Result<File> read(ReadTx& tx, const std::string& name) {
  if (name == kTopics) {
    const auto topics = tx.topics();
    if (!topics) return topics.error();
    return File{name, topicsCsv(*topics), true};
  }
  const auto rows = documentRows(tx, name);
  if (!rows) return rows.error();
  const auto own = tx.document(name);
  if (!own) return own.error();
  return File{name, *own ? **own : documentText(*rows), own->has_value()};
}

Result<std::vector<std::string>> allNames(ReadTx& tx) {
  auto names = documentNames(tx);
  if (names) names->insert(names->begin(), kTopics);
  return names;
}

/// Whether there is a file of this name.
Result<bool> isThere(Hub& hub, const std::string& name) {
  bool there = false;
  const Status read = hub.storage.read([&](ReadTx& tx) -> Status {
    const auto names = allNames(tx);
    if (!names) return names.error();
    there = std::find(names->begin(), names->end(), name) != names->end();
    return {};
  });
  if (!read) return read.error();
  return there;
}

std::string titleOf(Language language, const std::string& name) {
  const auto series = seriesOfTotals(name);
  if (!series) return text(language, "file_" + name);
  return text(language, "file_series") + ": " + std::string{*series};
}

data filesData(Language language, const std::vector<File>& files) {
  data list{data::type::list};
  for (const File& file : files) {
    data item;
    item.set("name", file.name);
    item.set("title", titleOf(language, file.name));
    item.set("why", text(language, seriesOfTotals(file.name) ? "file_totals_why"
                                                             : "file_" + file.name + "_why"));
    item.set("topics", file.name == kTopics);
    item.set("own", file.own && file.name != kTopics);
    item.set("state", text(language, file.name == kTopics ? "file_catalogue"
                                     : file.own           ? "file_own"
                                                          : "file_built_in"));
    item.set("version", versionOfText(file.text));
    list.push_back(item);
  }
  return list;
}

/// What somebody should look at again, the longest ago first; never checked before that.
struct Checked {
  std::string what;
  std::optional<Day> on;
};

Result<std::vector<Checked>> checkedIn(ReadTx& tx, Language language) {
  auto topics = tx.topics();
  if (!topics) return topics.error();
  const auto guides = guidesIn(tx);
  if (!guides) return guides.error();
  std::vector<Checked> list;
  const Names names{*topics, {}};
  for (const Guide& guide : *guides) {
    list.push_back({text(language, "guide_card") + ": " + topicName(language, names, guide.topic),
                    guide.checkedOn});
  }
  for (const Topic& topic : *topics) {
    if (!topic.checkedOn) continue;  // the whole catalogue would be a list nobody reads
    list.push_back(
        {text(language, "topic") + ": " + topicName(language, names, topic.id), topic.checkedOn});
  }
  std::stable_sort(list.begin(), list.end(),
                   [](const Checked& a, const Checked& b) { return a.on < b.on; });
  return list;
}

data checkedData(Language language, const std::vector<Checked>& list, Day today) {
  data rows{data::type::list};
  for (const Checked& each : list) {
    data item;
    item.set("what", each.what);
    item.set("on", each.on ? date(language, *each.on) : text(language, "checked_never"));
    item.set("old", each.on && *each.on < today - kYear);
    item.set("never", !each.on);
    rows.push_back(item);
  }
  return rows;
}

/// A line of a text, counted from 1.
std::string lineOf(const std::string& text, std::size_t wanted) {
  std::string_view rest = text;
  for (std::size_t line = 1; !rest.empty(); ++line) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    if (line == wanted) return std::string{rest.substr(0, std::min<std::size_t>(end, 200))};
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return {};
}

/// The number after "line " in where an error was; 0 when there is none.
std::size_t lineIn(const std::string& where) {
  constexpr std::string_view kLine = "line ";
  const std::size_t at = where.rfind(kLine);
  std::size_t line = 0;
  if (at == where.npos) return line;
  std::from_chars(where.data() + at + kLine.size(), where.data() + where.size(), line);
  return line;
}

/// What became of a file that was sent.
struct Outcome {
  std::string name;
  std::string sent;               ///< its text
  std::optional<Error> fault{};   ///< it was refused
  std::optional<File> quicker{};  ///< somebody has stored this meanwhile
};

void addOutcome(Language language, const Outcome& outcome, data& view) {
  const bool fault = outcome.fault && !outcome.quicker;
  view.set("fault", fault);
  view.set("quicker", outcome.quicker.has_value());
  view.set("sentName", outcome.name);
  view.set("sentText", outcome.sent);
  if (outcome.quicker) {
    view.set("storedText", outcome.quicker->text);
    view.set("storedVersion", versionOfText(outcome.quicker->text));
  }
  if (!fault) return;
  const std::size_t line = lineIn(outcome.fault->where);
  view.set("faultTitle", titleOf(language, outcome.name));
  view.set("hasLine", line > 0);
  view.set("line", std::to_string(line));
  view.set("lineText", lineOf(outcome.sent, line));
  view.set("faultDetail", line > 0 ? outcome.fault->detail : outcome.fault->text());
}

Response filesPage(Hub& hub, const Request& request, const Outcome& outcome, int status) {
  const Language language = languageOf(request);
  data view = placeData(hub, request, language, "/files");
  const Day today = toLocal(hub.clock.now()).day;
  const Status done = hub.storage.read([&](ReadTx& tx) -> Status {
    std::vector<File> all;
    const auto names = allNames(tx);
    if (!names) return names.error();
    for (const std::string& name : *names) {
      auto file = read(tx, name);
      if (!file) return file.error();
      all.push_back(std::move(*file));
    }
    const auto checked = checkedIn(tx, language);
    if (!checked) return checked.error();
    view.set("files", filesData(language, all));
    view.set("checks", checkedData(language, *checked, today));
    return {};
  });
  if (!done) return failure(hub, done.error());
  view.set("saved", field(request.query, "saved") == "1");
  view.set("hasFaults", false);
  view.set("changedMeanwhile", false);
  addOutcome(language, outcome, view);
  return formPage(status, language, webFiles(), std::move(view));
}

Status store(Hub& hub, const Actor& by, const Form& form, Outcome& outcome) {
  const auto expect = [&](ReadTx& tx) -> Status {
    const auto now = read(tx, outcome.name);
    if (!now) return now.error();
    if (versionOfText(now->text) == field(form, "version")) return {};
    outcome.quicker = *now;
    return changedMeanwhile();
  };
  if (outcome.name == kTopics) {
    if (const Status fresh = hub.storage.read(expect); !fresh) return fresh;
    const auto done = importTopics(hub.storage, by, outcome.sent, hub.clock, hub.random);
    return done ? Status{} : Status{done.error()};
  }
  const bool drop = field(form, "do") == "drop";
  const auto edit = [&](ReadTx& tx, const auto&) -> Result<std::optional<std::string>> {
    if (const Status fresh = expect(tx); !fresh) return fresh.error();
    return drop ? std::nullopt : std::optional{outcome.sent};
  };
  return changeDocument(hub.storage, by, outcome.name, edit, hub.clock, hub.random);
}

}  // namespace

Response files(Hub& hub, const Request& request) {
  return filesPage(hub, request, {}, 200);
}

Response fetchFile(Hub& hub, const Request& request) {
  const std::string name = field(request.query, "name");
  const auto there = isThere(hub, name);
  if (!there) return failure(hub, there.error());
  if (!*there) return goTo("/files");
  File file;
  const Status done = hub.storage.read([&](ReadTx& tx) -> Status {
    auto found = read(tx, name);
    if (!found) return found.error();
    file = std::move(*found);
    return {};
  });
  if (!done) return failure(hub, done.error());
  Response response{200, "text/csv; charset=utf-8", std::move(file.text), {}};
  response.headers.emplace_back("Content-Disposition", "attachment; filename=\"" + name + ".csv\"");
  return response;
}

Response putFile(Hub& hub, const Request& request) {
  const Form form = formOf(request);
  Outcome outcome{field(form, "name"), field(form, form.contains("text") ? "text" : "file")};
  const auto there = isThere(hub, outcome.name);
  if (!there) return failure(hub, there.error());
  if (!*there) return goTo("/files");
  const Status done = store(hub, actorOf(request), form, outcome);
  if (done) return goTo("/files?saved=1");
  if (done.error().code != ErrorCode::Invalid && done.error().code != ErrorCode::Refused) {
    return failure(hub, done.error());
  }
  outcome.fault = done.error();
  return filesPage(hub, request, outcome, outcome.quicker ? 409 : 422);
}

}  // namespace vejviser::hub::web
