#include "sync/hub/web/erase_page.h"

#include "sync/hub/erase.h"
#include "sync/hub/own_words.h"
#include "sync/hub/web/form.h"

#include <algorithm>

namespace vejviser {
std::string_view webErase();  // erase.mustache, built in
}  // namespace vejviser

namespace vejviser::hub::web {

namespace {

/// An id as it is pasted: often with blanks around it.
std::optional<Id> idIn(std::string text) {
  std::erase_if(text, [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; });
  return parseId(text);
}

std::string kindOf(Language language, const KeptEntry& kept) {
  if (!kept.unread.empty() && kept.held != kErased) return text(language, "kind_unknown");
  return text(language, "kind_" + std::string{code(kept.entry.kind)});
}

/// What is told of any entry that is here.
data entryData(Language language, const Names& names, const OwnWords& own) {
  const KeptEntry& kept = own.kept;
  const Fields& fields = kept.entry.fields;
  const bool told = kept.unread.empty() && kept.entry.kind != EntryKind::Void;
  data item;
  item.set("entry", toString(kept.entry.id));
  item.set("kind", kindOf(language, kept));
  item.set("topic", told ? topicName(language, names, fields.topic) : std::string{});
  item.set("unit", told ? text(language, "unit_" + std::string{code(fields.unit)}) : std::string{});
  item.set("place", told ? branchName(language, names, fields.branch) : std::string{});
  item.set("day", date(language, toLocal(fields.when.value_or(kept.entry.at)).day));
  item.set("arrived", dateAndTime(language, kept.received));
  item.set("words", own.words);
  item.set("hasWords", !own.words.empty());
  item.set("looksLike", own.looksLike ? text(language, "data_" + std::string{code(*own.looksLike)})
                                      : std::string{});
  item.set("suspect", own.looksLike.has_value());
  item.set("erased", kept.held == kErased);
  return item;
}

/// What the page shows beside the frame.
struct Shown {
  std::string id;          ///< as it was asked for
  const char* fault = "";  ///< the key of a text
  int status = 200;
};

Status addEntry(ReadTx& tx, Language language, Shown& shown, data& view) {
  const auto id = idIn(shown.id);
  if (!id) {
    shown.fault = "erase_no_id";
    shown.status = 422;
    return {};
  }
  const auto own = findOwnWords(tx, *id);
  if (!own) return own.error();
  if (!*own) {
    shown.fault = "erase_not_here";
    shown.status = 422;
    return {};
  }
  const auto names = readNames(tx);
  if (!names) return names.error();
  const auto count = countToErase(tx, {*id});
  if (!count) return count.error();
  data item = entryData(language, *names, **own);
  item.set("count", number(language, *count));
  item.set("several", *count > 1);
  view.set("one", item);
  return {};
}

Status addSearch(ReadTx& tx, Language language, std::int64_t after, data& view) {
  const auto names = readNames(tx);
  if (!names) return names.error();
  const auto search = searchOwnWords(tx, after);
  if (!search) return search.error();
  data list{data::type::list};
  for (const OwnWords& own : search->found) list.push_back(entryData(language, *names, own));
  view.set("searched", true);
  view.set("found", list);
  view.set("none", search->found.empty());
  view.set("more", search->end.has_value());
  if (search->end) view.set("after", std::to_string(*search->end));
  return {};
}

data doneData(Language language, std::int64_t count) {
  data list{data::type::list};
  if (count <= 0) return list;
  data item;
  item.set("text", number(language, count) + " " +
                       text(language, count == 1 ? "erased_done_one" : "erased_done"));
  list.push_back(item);
  return list;
}

Response erasePage(Hub& hub, const Request& request, Shown shown) {
  const Language language = languageOf(request);
  data view = placeData(hub, request, language, "/erase",
                        idIn(shown.id) ? "id=" + toString(*idIn(shown.id)) + "&" : "");
  const Status read = hub.storage.read([&](ReadTx& tx) -> Status {
    if (!shown.id.empty()) return addEntry(tx, language, shown, view);
    return addSearch(tx, language, numberIn(request, "after").value_or(0), view);
  });
  if (!read) return failure(hub, read.error());
  view.set("asked", shown.id);
  const bool wrong = shown.fault[0] != '\0';
  view.set("wrong", wrong);
  if (wrong) view.set("fault", text(language, shown.fault));
  view.set("done", doneData(language, numberIn(request, "erased").value_or(0)));
  return page(shown.status, language, webErase(), std::move(view));
}

}  // namespace

Response eraseForm(Hub& hub, const Request& request) {
  return erasePage(hub, request, {field(request.query, "id")});
}

Response eraseEntry(Hub& hub, const Request& request) {
  const Form form = formOf(request);
  const std::string asked = field(form, "id");
  const auto id = idIn(asked);
  if (!id) return erasePage(hub, request, {asked, "erase_no_id", 422});
  if (field(form, "sure") != "on") return erasePage(hub, request, {asked, "erase_not_sure", 422});
  const auto done =
      eraseForGood(hub.storage, actorOf(request), hub.erasures, {*id}, hub.clock, hub.random);
  if (done) return goTo("/erase?erased=" + std::to_string(*done));
  if (done.error().code != ErrorCode::Invalid) return failure(hub, done.error());
  return erasePage(hub, request, {asked, "erase_not_here", 422});
}

}  // namespace vejviser::hub::web
