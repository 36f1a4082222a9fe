#include "sync/hub/web/topics_page.h"

#include "src/domain/search.h"
#include "sync/hub/topics.h"
#include "sync/hub/versions.h"
#include "sync/hub/web/topic_fields.h"

#include <algorithm>
#include <map>

namespace vejviser {
std::string_view webTopics();  // topics.mustache, built in
std::string_view webTopic();   // topic.mustache, built in
}  // namespace vejviser

namespace vejviser::hub::web {

namespace {

/// How often a topic was helped with.
struct Use {
  std::int64_t helps = 0;
  std::int64_t series = 0;  ///< with those that it took the place of
  std::int64_t late = 0;    ///< after its last day
};

Result<std::map<std::string, Use>> useOfTheYear(ReadTx& tx, const Catalogue& catalogue, Day today) {
  const std::chrono::year_month_day ymd{today};
  const Day first = std::chrono::local_days{ymd.year() / 1 / 1};
  const auto cells = tx.cells({first, today}, "");
  if (!cells) return cells.error();
  std::map<std::string, Use> use;
  for (const auto& [key, n] : *cells) {
    if (key.series != Series::Topic) continue;
    use[key.item].helps += n;
    const Topic* topic = catalogue.find(key.item);
    if (topic == nullptr) continue;
    if (topic->validTo && key.day > *topic->validTo) use[key.item].late += n;
    use[catalogue.heir(key.item)->id].series += n;
  }
  return use;
}

std::string nameOf(Language language, const Topic& topic) {
  return language == Language::Danish ? topic.nameDa : topic.nameEn;
}

bool isOld(const std::optional<Day>& checked, Day today) {
  return checked && *checked < today - std::chrono::days{365};
}

std::string stateOf(Language language, const Topic& topic, Day today) {
  if (topic.validFrom && today < *topic.validFrom) {
    return text(language, "offered_from") + " " + date(language, *topic.validFrom);
  }
  if (!topic.validTo) return text(language, "offered");
  const bool over = *topic.validTo < today;
  return text(language, over ? "retired_after" : "offered_to") + " " +
         date(language, *topic.validTo);
}

data rowData(Language language, const Catalogue& catalogue, const Topic& topic, const Use& use,
             Day today) {
  data item;
  item.set("code", topic.id);
  item.set("name", nameOf(language, topic));
  item.set("group", topic.group);
  item.set("authority", text(language, topic.authority ? "yes" : "no"));
  item.set("state", stateOf(language, topic, today));
  const Topic* next = catalogue.find(topic.replacedBy);
  item.set("follower", next == nullptr ? std::string{} : nameOf(language, *next));
  item.set("hasFollower", next != nullptr);
  item.set("helps", number(language, use.helps));
  item.set("series", number(language, use.series));
  item.set("hasSeries", use.series != use.helps && topic.replacedBy.empty());
  item.set("late", number(language, use.late));
  item.set("hasLate", use.late > 0);
  item.set("checked", topic.checkedOn ? date(language, *topic.checkedOn) : std::string{"–"});
  item.set("old", isOld(topic.checkedOn, today));
  return item;
}

/// What the list is asked for.
struct Question {
  std::string words;
  bool retired = false;  ///< also those
};

bool isAskedFor(const Question& question, const Topic& topic, Day today) {
  const bool over = topic.validTo && *topic.validTo < today;
  if (over && !question.retired) return false;
  const std::string about = topic.id + " " + topic.nameDa + " " + topic.nameEn + " " + topic.group +
                            " " + topic.kle + " " + topic.owner;
  return searchRank(foldForSearch(question.words), foldForSearch(about)).has_value();
}

Status addRows(ReadTx& tx, Language language, const Question& question, Day today, data& view) {
  auto topics = tx.topics();
  if (!topics) return topics.error();
  const Catalogue catalogue{std::move(*topics)};
  const auto use = useOfTheYear(tx, catalogue, today);
  if (!use) return use.error();
  std::vector<const Topic*> shown;
  for (const Topic& topic : catalogue.topics()) {
    if (isAskedFor(question, topic, today)) shown.push_back(&topic);
  }
  std::stable_sort(shown.begin(), shown.end(),
                   [](const Topic* a, const Topic* b) { return a->group < b->group; });
  data rows{data::type::list};
  for (const Topic* topic : shown) {
    const auto it = use->find(topic->id);
    rows.push_back(
        rowData(language, catalogue, *topic, it == use->end() ? Use{} : it->second, today));
  }
  view.set("topics", rows);
  view.set("empty", shown.empty());
  view.set("count", number(language, static_cast<std::int64_t>(shown.size())));
  return {};
}

Result<std::vector<Topic>> readTopics(Hub& hub) {
  std::vector<Topic> topics;
  const Status read = hub.storage.read([&](ReadTx& tx) -> Status {
    auto found = tx.topics();
    if (!found) return found.error();
    topics = std::move(*found);
    return {};
  });
  if (!read) return read.error();
  return topics;
}

/// What the form's page shows.
struct TopicView {
  std::string code;     ///< empty: a new topic
  std::string version;  ///< of the topic that the form is made from
  std::vector<Field> fields;
  bool changedMeanwhile = false;
  int status = 200;
};

Response topicPage(const Hub& hub, const Request& request, const Topic* topic,
                   const TopicView& shown) {
  const Language language = languageOf(request);
  data view = placeData(hub, request, language, "/topics",
                        shown.code.empty() ? std::string{} : "code=" + shown.code + "&");
  view.set("code", shown.code);
  view.set("isNew", shown.code.empty());
  view.set("version", shown.version);
  view.set("heading", topic == nullptr ? text(language, "topic_new") : nameOf(language, *topic));
  const Day today = toLocal(hub.clock.now()).day;
  view.set("retired", topic != nullptr && topic->validTo.has_value());
  view.set("state", topic == nullptr ? std::string{} : stateOf(language, *topic, today));
  view.set("fieldList", fieldsData(language, shown.fields));
  const data faults = faultsData(shown.fields);
  view.set("hasFaults", faults.is_non_empty_list());
  view.set("faults", faults);
  view.set("changedMeanwhile", shown.changedMeanwhile);
  return formPage(shown.status, language, webTopic(), std::move(view));
}

const Topic* find(const std::vector<Topic>& topics, const std::string& code) {
  const auto it = std::find_if(topics.begin(), topics.end(),
                               [&](const Topic& topic) { return topic.id == code; });
  return it == topics.end() ? nullptr : &*it;
}

/// What the form's buttons beside "save" do to a topic as it stands; nothing for "save".
std::function<void(Topic&)> actionOf(const std::string& word, Day today) {
  if (word == "retire") return [today](Topic& topic) { topic.validTo = today; };
  if (word == "restore") return [](Topic& topic) { topic.validTo.reset(); };
  if (word == "checked") return [today](Topic& topic) { topic.checkedOn = today; };
  return {};
}

/// The form as it was sent, with what is wrong with it: refused, or somebody was quicker.
Response sentBack(Hub& hub, const Request& request, const Form& form, const Error& error) {
  const Language language = languageOf(request);
  if (error.code != ErrorCode::Invalid && error.code != ErrorCode::Refused) {
    return failure(hub, error);
  }
  const auto topics = readTopics(hub);
  if (!topics) return failure(hub, topics.error());
  TopicView shown{field(form, "code"), field(form, "version"), {}, false, 422};
  const Topic* topic = find(*topics, shown.code);
  if (topic == nullptr && !shown.code.empty()) return goTo("/topics");
  const Topic stored = topic == nullptr ? Topic{} : *topic;
  shown.fields = topicFields(language, *topics, stored, topic == nullptr);
  const std::vector<Field> now = shown.fields;
  const bool whole = !actionOf(field(form, "do"), {});  // an action sends no fields
  if (whole) fill(shown.fields, form);
  if (isChangedMeanwhile(error)) {
    compare(shown.fields, now);
    shown.version = versionOf(stored);
    shown.changedMeanwhile = true;
    shown.status = 409;
  } else if (noteEmpty(language, shown.fields)) {
    // Once they are given, the rest is looked at.
  } else if (!noteFault(language, error, shown.fields)) {
    // Of the whole catalogue: a code that is taken, or a bridge that leads in a ring.
    const bool taken = error.code == ErrorCode::Refused;
    Field& wrong = taken ? shown.fields.front() : shown.fields.back();
    wrong.fault = text(language, taken ? "topic_taken" : "topic_replaced_by_wrong");
  }
  return topicPage(hub, request, topic, shown);
}

Status change(Hub& hub, const Actor& by, const Form& form) {
  const auto action = actionOf(field(form, "do"), toLocal(hub.clock.now()).day);
  Topic wanted;
  if (!action) {
    Form whole = form;
    if (!field(form, "code").empty()) whole["id"] = field(form, "code");
    auto topic = topicOf(whole);
    if (!topic) return topic.error();
    wanted = std::move(*topic);
    if (field(form, "code").empty())
      return addTopic(hub.storage, by, wanted, hub.clock, hub.random);
  }
  const auto edit = [&](Topic& topic) -> Status {
    if (field(form, "version") != versionOf(topic)) return changedMeanwhile();
    if (action) {
      action(topic);
    } else {
      topic = wanted;
    }
    return {};
  };
  return changeTopic(hub.storage, by, field(form, "code"), edit, hub.clock, hub.random);
}

}  // namespace

Response topics(Hub& hub, const Request& request) {
  const Language language = languageOf(request);
  const Question question{field(request.query, "q"), field(request.query, "show") == "all"};
  data view = placeData(hub, request, language, "/topics", question.retired ? "show=all&" : "");
  const Day today = toLocal(hub.clock.now()).day;
  const Status read =
      hub.storage.read([&](ReadTx& tx) { return addRows(tx, language, question, today, view); });
  if (!read) return failure(hub, read.error());
  view.set("words", question.words);
  view.set("all", question.retired);
  view.set("saved", field(request.query, "saved") == "1");
  view.set("hasFaults", false);
  view.set("changedMeanwhile", false);
  return formPage(200, language, webTopics(), std::move(view));
}

Response topicForm(Hub& hub, const Request& request) {
  const Language language = languageOf(request);
  const auto topics = readTopics(hub);
  if (!topics) return failure(hub, topics.error());
  const std::string code = field(request.query, "code");
  const Topic* topic = find(*topics, code);
  if (topic == nullptr && !code.empty()) return goTo("/topics");
  const Topic shown = topic == nullptr ? Topic{} : *topic;
  return topicPage(
      hub, request, topic,
      {code, versionOf(shown), topicFields(language, *topics, shown, topic == nullptr)});
}

Response saveTopic(Hub& hub, const Request& request) {
  const Form form = formOf(request);
  const Status done = change(hub, actorOf(request), form);
  return done ? goTo("/topics?saved=1") : sentBack(hub, request, form, done.error());
}

}  // namespace vejviser::hub::web
