#include "sync/hub/web/held_page.h"

#include "sync/hub/documents.h"
#include "sync/hub/erase.h"
#include "sync/hub/holding.h"
#include "sync/hub/release.h"
#include "sync/hub/tablets.h"
#include "sync/hub/visitor.h"
#include "sync/hub/web/page.h"

#include <algorithm>
#include <map>
#include <set>
#include <vector>

namespace vejviser {
std::string_view webHeld();  // held.mustache, built in
}  // namespace vejviser

namespace vejviser::hub::web {

namespace {

constexpr std::size_t kMostShown = 200;  // of one reason: enough to see what it is about
constexpr const char* kNoBranch = "(none)";

/// What the page needs to know of everything else.
struct Surroundings {
  Language language;
  Names names;
  Vocabulary vocabulary;
  std::map<std::int64_t, std::string> tablets;
  std::map<std::int64_t, Unit> units;  ///< of tablets
  std::optional<Unit> only;            ///< what is shown; nothing: all
};

Result<Surroundings> look(ReadTx& tx, Language language, std::optional<Unit> only) {
  auto names = readNames(tx);
  if (!names) return names.error();
  auto vocabulary = vocabularyOf(tx);
  if (!vocabulary) return vocabulary.error();
  const auto devices = tx.devices();
  if (!devices) return devices.error();
  Surroundings around{language, std::move(*names), std::move(*vocabulary), {}, {}, only};
  for (const Device& device : *devices) {
    around.tablets[device.key] = device.name;
    around.units[device.key] = device.unit;
  }
  return around;
}

data choiceData(const std::string& code, const std::string& name) {
  data item;
  item.set("code", code);
  item.set("name", name);
  return item;
}

std::string whatOf(const Surroundings& around, const KeptEntry& kept) {
  const Entry& entry = kept.entry;
  if (!kept.unread.empty()) return text(around.language, "kind_unknown");
  std::string what = text(around.language, "kind_" + std::string{code(entry.kind)});
  if (entry.kind == EntryKind::Void) return what;
  return what + ": " + topicName(around.language, around.names, entry.fields.topic);
}

data entryData(const Surroundings& around, const KeptEntry& kept) {
  const Language language = around.language;
  const Fields& fields = kept.entry.fields;
  const bool told = kept.unread.empty() && kept.entry.kind != EntryKind::Void;
  const auto tablet = around.tablets.find(kept.device);
  data item;
  item.set("entry", toString(kept.entry.id));
  item.set("erasable", kept.held != kErased);
  item.set("what", whatOf(around, kept));
  item.set("place", told ? branchName(language, around.names, fields.branch) : std::string{});
  item.set("tablet", tablet == around.tablets.end() ? std::string{} : tablet->second);
  item.set("arrived", dateAndTime(language, kept.received));
  item.set("says", dateAndTime(language, fields.when.value_or(kept.entry.at)));
  item.set("estimate",
           kept.estimate ? dateAndTime(language, *kept.estimate) : text(language, "no_estimate"));
  return item;
}

/// Entries of one reason that name one code.
struct Shown {
  HeldGroup group;
  std::vector<KeptEntry> entries;
  std::int64_t count = 0;  ///< in the database, where it is known
  bool cut = false;        ///< there are more of the reason
  bool exact = true;       ///< the count is known
};

/// The form's choices: only those that some entry of the group needs.
void addChoices(const Surroundings& around, const Shown& shown, data& item) {
  Needs any;
  bool time = shown.group.reason == "absurd-time" || shown.group.reason == "clock";
  for (const KeptEntry& kept : shown.entries) {
    const Needs needs = needsOf(kept, around.vocabulary);
    any.topic = any.topic || needs.topic;
    any.branch = any.branch || needs.branch;
    any.to = any.to || needs.to;
    time = time || needs.at || needs.when;
  }
  item.set("needsTopic", any.topic);
  item.set("needsBranch", any.branch);
  item.set("needsTo", any.to);
  item.set("needsTime", time);
  const bool asked = any.topic || any.branch || any.to || time;
  const bool known = isReleasable(shown.group.reason) && shown.group.reason != kRevoked;
  if (!asked && known) item.set("why", text(around.language, "now_known"));
}

data groupData(const Surroundings& around, const Shown& shown, std::size_t place) {
  const Language language = around.language;
  const HeldGroup& group = shown.group;
  data item;
  item.set("id", "group-" + std::to_string(place));
  item.set("reason", group.reason);
  item.set("code", group.code);
  const std::string title = text(language, group.reason);
  item.set("title", group.code.empty() ? title : title + ": " + group.code);
  item.set("why", text(language, group.reason + "_why"));
  item.set("count", number(language, shown.count) + (shown.exact ? "" : "+"));
  item.set("shown", std::to_string(shown.entries.size()));
  item.set("cut", shown.cut);
  item.set("releasable", isReleasable(group.reason));
  data entries{data::type::list};
  for (const KeptEntry& kept : shown.entries) entries.push_back(entryData(around, kept));
  item.set("entries", entries);
  addChoices(around, shown, item);
  return item;
}

/// The oldest held entries of a reason, of those that are shown; one more than fit says that there
/// are more.
Result<std::vector<KeptEntry>> oldest(ReadTx& tx, const Surroundings& around,
                                      const std::string& reason) {
  std::vector<KeptEntry> shown;
  std::int64_t after = 0;
  for (bool more = true; more && shown.size() <= kMostShown;) {
    auto entries = tx.heldEntries(reason, after, static_cast<int>(kMostShown) + 1);
    if (!entries) return entries.error();
    more = entries->size() > kMostShown;
    for (KeptEntry& kept : *entries) {
      after = kept.place;
      if (around.only && unitOf(kept, around.units) != *around.only) continue;
      shown.push_back(std::move(kept));
      if (shown.size() > kMostShown) break;
    }
  }
  return shown;
}

/// What is held, in groups; of each reason the oldest.
Result<std::vector<Shown>> groupsIn(ReadTx& tx, const Surroundings& around) {
  std::vector<Shown> groups;
  const auto counts = tx.heldCounts();
  if (!counts) return counts.error();
  for (const auto& [reason, count] : *counts) {
    auto entries = oldest(tx, around, reason);
    if (!entries) return entries.error();
    const bool cut = entries->size() > kMostShown;
    if (cut) entries->pop_back();
    std::map<std::string, Shown> by_code;
    for (KeptEntry& kept : *entries) {
      Shown& shown = by_code[unknownCode(kept.entry, reason)];
      shown.entries.push_back(std::move(kept));
    }
    for (auto& [code, shown] : by_code) {
      const bool whole = code.empty() && !around.only;
      shown.group = {reason, code};
      shown.cut = cut;
      shown.exact = whole || !cut;
      shown.count = whole ? count : static_cast<std::int64_t>(shown.entries.size());
      groups.push_back(std::move(shown));
    }
  }
  return groups;
}

data doneData(Language language, const Request& request) {
  data list{data::type::list};
  for (const char* key : {"released", "left"}) {
    const std::int64_t count = numberIn(request, key).value_or(0);
    if (count <= 0) continue;
    data item;
    item.set("text", number(language, count) + " " +
                         text(language, std::string{key} + (count == 1 ? "_one" : "")));
    list.push_back(item);
  }
  return list;
}

data choices(const Surroundings& around, const char* what) {
  data list{data::type::list};
  const Language language = around.language;
  if (std::string_view{what} == "topics") {
    for (const Topic& topic : around.names.topics) {
      list.push_back(choiceData(topic.id, topicName(language, around.names, topic.id)));
    }
  } else if (std::string_view{what} == "branches") {
    for (const Branch& branch : around.names.branches) {
      list.push_back(choiceData(branch.code, branch.name));
    }
  } else {
    for (const Unit unit : kAllUnits) {
      const std::string word{code(unit)};
      list.push_back(choiceData(word, text(language, "unit_" + word)));
    }
  }
  return list;
}

Response heldPage(Hub& hub, const Request& request, int status) {
  const Language language = languageOf(request);
  data view = placeData(hub, request, language, "/held");
  const Status read = hub.storage.read([&](ReadTx& tx) -> Status {
    const auto around = look(tx, language, request.visitor->office.unit);
    if (!around) return around.error();
    const auto groups = groupsIn(tx, *around);
    if (!groups) return groups.error();
    data list{data::type::list};
    for (const Shown& shown : *groups)
      list.push_back(groupData(*around, shown, list.list_value().size()));
    view.set("groups", list);
    view.set("empty", groups->empty());
    for (const char* what : {"topics", "branches", "units"}) view.set(what, choices(*around, what));
    return {};
  });
  if (!read) return failure(hub, read.error());
  view.set("mayErase", may(request.visitor->office, Action::Erase));
  view.set("fault", status != 200);
  view.set("done", doneData(language, request));
  return page(status, language, webHeld(), std::move(view));
}

using Form = std::map<std::string, std::string>;

std::optional<std::string> chosen(const Form& form, const char* name) {
  std::string value = field(form, name);
  return value.empty() ? std::nullopt : std::optional{std::move(value)};
}

Result<Decision> decisionIn(const Form& form) {
  Decision decision{chosen(form, "topic"), chosen(form, "branch"), chosen(form, "to"), {}};
  if (decision.branch == kNoBranch) decision.branch = "";
  if (const auto time = chosen(form, "time")) {
    const auto local = parseLocalTime(*time);
    if (!local) return Error{ErrorCode::Invalid, "time", "is no time"};
    decision.time = fromLocal(*local);
  }
  return decision;
}

Result<std::set<Id>> idsIn(const Form& form) {
  constexpr std::string_view kPrefix = "id-";
  std::set<Id> ids;
  for (const auto& [name, value] : form) {
    if (!name.starts_with(kPrefix)) continue;
    const auto id = parseId(std::string_view{name}.substr(kPrefix.size()));
    if (!id) return Error{ErrorCode::Invalid, "id", "is no id"};
    ids.insert(*id);
  }
  if (ids.empty()) return Error{ErrorCode::Invalid, "id", "none is chosen"};
  return ids;
}

Result<GroupRelease> releaseAs(Hub& hub, const Visitor& visitor, const Form& form) {
  const auto decision = decisionIn(form);
  if (!decision) return decision.error();
  const Actor by = Actor::user(visitor.name);
  const std::optional<Unit> unit = visitor.office.unit;
  if (field(form, "which") != "all") {
    const auto ids = idsIn(form);
    if (!ids) return ids.error();
    const Status status = hub.storage.write([&](WriteTx& tx) {
      return releaseChosen(tx, by, *ids, unit, *decision, hub.clock.now(), hub.random);
    });
    if (!status) return status.error();
    return GroupRelease{static_cast<std::int64_t>(ids->size()), 0, {}};
  }
  const HeldGroup group{field(form, "reason"), field(form, "code"), unit};
  auto done = releaseGroup(hub.storage, by, group, *decision, hub.clock, hub.random);
  if (done && done->released == 0 && done->left > 0) {
    return Error{ErrorCode::Invalid, group.reason, done->why};
  }
  return done;
}

}  // namespace

Response held(Hub& hub, const Request& request) {
  return heldPage(hub, request, 200);
}

Response releaseHeld(Hub& hub, const Request& request) {
  const auto done = releaseAs(hub, *request.visitor, decodeForm(request.body));
  if (done) {
    return goTo("/held?released=" + std::to_string(done->released) +
                "&left=" + std::to_string(done->left));
  }
  if (done.error().code == ErrorCode::Refused) return noEntry(hub, request, "other_unit");
  if (done.error().code != ErrorCode::Invalid) return failure(hub, done.error());
  return heldPage(hub, request, 422);
}

}  // namespace vejviser::hub::web
