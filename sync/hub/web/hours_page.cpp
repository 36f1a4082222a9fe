#include "sync/hub/web/hours_page.h"

#include "platform/csv.h"
#include "sync/hub/documents.h"
#include "sync/hub/versions.h"
#include "sync/hub/web/hours_fields.h"

#include <algorithm>
#include <set>

namespace vejviser {
std::string_view webHours();       // hours.mustache, built in
std::string_view webPlaceHours();  // place_hours.mustache, built in
}  // namespace vejviser

namespace vejviser::hub::web {

namespace {

using Hours = std::map<PlaceKey, OpeningHours>;

/// What the pages need to know.
struct Surroundings {
  std::vector<Branch> branches;
  Hours hours;
};

Result<Surroundings> look(Hub& hub) {
  Surroundings around;
  const Status read = hub.storage.read([&](ReadTx& tx) -> Status {
    auto branches = tx.branches();
    if (!branches) return branches.error();
    auto hours = hoursIn(tx);
    if (!hours) return hours.error();
    around = {std::move(*branches), std::move(*hours)};
    return {};
  });
  if (!read) return read.error();
  return around;
}

/// Every unit at every branch, and what else the file speaks of.
std::set<PlaceKey> placesIn(const Surroundings& around) {
  std::set<PlaceKey> places;
  for (const Branch& branch : around.branches) {
    for (const Unit unit : kAllUnits) places.insert({branch.code, std::string{code(unit)}});
  }
  for (const auto& [key, hours] : around.hours) places.insert(key);
  return places;
}

std::string nameOf(Language language, const Surroundings& around, const PlaceKey& key) {
  const std::string name = branchName(language, {{}, around.branches}, key.place);
  return key.unit.empty() ? name : name + ", " + text(language, "unit_" + key.unit);
}

/// A place that is not told differs from one that is never open.
std::string versionOf(const OpeningHours* hours) {
  return versionOfText(hours == nullptr ? std::string{"none"} : "hours " + encodeHours(*hours));
}

const OpeningHours* find(const Hours& hours, const PlaceKey& key) {
  const auto it = hours.find(key);
  return it == hours.end() ? nullptr : &it->second;
}

struct PlaceView {
  PlaceKey key;
  std::string version;
  HoursFields fields;
  bool told = false;
  bool changedMeanwhile = false;
  int status = 200;
};

data datesData(Language language, const std::vector<DateFields>& dates) {
  data list{data::type::list};
  for (const DateFields& date : dates) {
    data item;
    item.set("heading", date.heading);
    item.set("holds", date.holds);
    item.set("isHeld", !date.holds.empty());
    item.set("open", date.open);
    item.set("fieldList", fieldsData(language, date.fields));
    list.push_back(item);
  }
  return list;
}

Response placePage(const Hub& hub, const Request& request, const Surroundings& around,
                   PlaceView shown) {
  const Language language = languageOf(request);
  data view = placeData(hub, request, language, "/hours",
                        "place=" + shown.key.place + "&unit=" + shown.key.unit + "&");
  view.set("place", shown.key.place);
  view.set("unit", shown.key.unit);
  view.set("version", shown.version);
  view.set("told", shown.told);
  view.set("heading", nameOf(language, around, shown.key));
  view.set("week", fieldsData(language, shown.fields.week));
  view.set("rules", fieldsData(language, shown.fields.rules));
  view.set("dates", datesData(language, shown.fields.dates));
  view.set("more", datesData(language, shown.fields.more));
  std::vector<Field> all;
  shown.fields.each([&all](const Field& field) { all.push_back(field); });
  const data faults = faultsData(all);
  view.set("hasFaults", faults.is_non_empty_list());
  view.set("faults", faults);
  view.set("changedMeanwhile", shown.changedMeanwhile);
  return formPage(shown.status, language, webPlaceHours(), std::move(view));
}

PlaceKey keyIn(const std::map<std::string, std::string>& fields) {
  return {field(fields, "place"), field(fields, "unit")};
}

/// The document with the hours of one place in place of those it had; nothing when none are left.
/// No hours: those of the place go.
std::optional<std::string> replaced(const TableRows& rows, const PlaceKey& key,
                                    const OpeningHours* hours) {
  TableRows result = {{"place", "unit", "days", "from", "to", "kind", "note"}};
  for (std::size_t i = 1; i < rows.size(); ++i) {
    auto row = rows[i];
    row.resize(result[0].size());
    if (PlaceKey{row[0], row[1]} != key) result.push_back(std::move(row));
  }
  if (hours != nullptr) {
    const auto news = hoursRows(key, *hours);
    result.insert(result.end(), news.begin(), news.end());
  }
  return result.size() == 1 ? std::nullopt : std::optional{documentText(result)};
}

/// The form once more, with what is stored now where somebody was quicker.
Response sentBack(Hub& hub, const Request& request, const Form& form, HoursFields sent,
                  const Status& done) {
  const Language language = languageOf(request);
  const auto around = look(hub);
  if (!around) return failure(hub, around.error());
  const PlaceKey key = keyIn(form);
  const OpeningHours* stored = find(around->hours, key);
  PlaceView shown{key, field(form, "version"), std::move(sent), stored != nullptr, false, 422};
  if (!done) {
    const Day today = toLocal(hub.clock.now()).day;
    HoursFields now =
        hoursFields(language, stored == nullptr ? OpeningHours{} : *stored, today, form);
    std::vector<Field> all;
    now.each([&all](const Field& field) { all.push_back(field); });
    const auto mark = [&](std::vector<Field>& fields) { compare(fields, all); };
    mark(shown.fields.week);
    mark(shown.fields.rules);
    for (auto* group : {&shown.fields.dates, &shown.fields.more}) {
      for (DateFields& date : *group) {
        mark(date.fields);
        date.open = std::any_of(date.fields.begin(), date.fields.end(),
                                [](const Field& field) { return field.differs; });
      }
    }
    shown.version = versionOf(stored);
    shown.changedMeanwhile = true;
    shown.status = 409;
  }
  return placePage(hub, request, *around, std::move(shown));
}

}  // namespace

Response hours(Hub& hub, const Request& request) {
  const Language language = languageOf(request);
  const auto around = look(hub);
  if (!around) return failure(hub, around.error());
  data view = placeData(hub, request, language, "/hours");
  const Day today = toLocal(hub.clock.now()).day;
  data list{data::type::list};
  for (const PlaceKey& key : placesIn(*around)) {
    const OpeningHours* told = find(around->hours, key);
    data item;
    item.set("place", key.place);
    item.set("unit", key.unit);
    item.set("name", nameOf(language, *around, key));
    item.set("today", told == nullptr ? text(language, "hours_not_told")
                                      : inWords(language, told->on(today)));
    list.push_back(item);
  }
  view.set("rows", list);
  view.set("empty", list.is_empty_list());
  view.set("saved", field(request.query, "saved") == "1");
  view.set("hasFaults", false);
  view.set("changedMeanwhile", false);
  return formPage(200, language, webHours(), std::move(view));
}

Response hoursForm(Hub& hub, const Request& request) {
  const Language language = languageOf(request);
  const auto around = look(hub);
  if (!around) return failure(hub, around.error());
  const PlaceKey key = keyIn(request.query);
  if (!placesIn(*around).contains(key)) return goTo("/hours");
  const OpeningHours* told = find(around->hours, key);
  const Day today = toLocal(hub.clock.now()).day;
  return placePage(
      hub, request, *around,
      {key, versionOf(told), hoursFields(language, told == nullptr ? OpeningHours{} : *told, today),
       told != nullptr});
}

Response saveHours(Hub& hub, const Request& request) {
  const Language language = languageOf(request);
  const Form form = formOf(request);
  const PlaceKey key = keyIn(form);
  const bool forget = field(form, "do") == "forget";
  const Day today = toLocal(hub.clock.now()).day;
  HoursFields fields;
  bool whole = false;
  const auto edit =
      [&](ReadTx& tx,
          const std::optional<std::string>& text_now) -> Result<std::optional<std::string>> {
    const auto rows = documentRows(tx, "hours");
    if (!rows) return rows.error();
    const auto hours = hoursIn(tx);
    if (!hours) return hours.error();
    const OpeningHours* stored = find(*hours, key);
    const OpeningHours base = stored == nullptr ? OpeningHours{} : *stored;
    fields = hoursFields(language, base, today, form);
    const auto wanted = hoursOf(language, form, base, fields);
    if (field(form, "version") != versionOf(stored)) return changedMeanwhile();
    whole = forget || wanted.has_value();
    if (!whole) return text_now;
    return replaced(*rows, key, forget ? nullptr : &*wanted);
  };
  const Status done =
      changeDocument(hub.storage, actorOf(request), "hours", edit, hub.clock, hub.random);
  if (done && whole) return goTo("/hours?saved=1");
  if (!done && !isChangedMeanwhile(done.error())) {
    const bool ours = done.error().code == ErrorCode::Invalid;
    return ours ? problem(hub, 422, "hours", "Not stored", done.error().text())
                : failure(hub, done.error());
  }
  return sentBack(hub, request, form, std::move(fields), done);
}

}  // namespace vejviser::hub::web
