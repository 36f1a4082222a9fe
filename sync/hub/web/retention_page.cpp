#include "sync/hub/web/retention_page.h"

#include "src/base/text.h"
#include "sync/hub/cube.h"
#include "sync/hub/guess_limiter.h"
#include "sync/hub/prune.h"
#include "sync/hub/retention.h"
#include "sync/hub/web/form.h"

namespace vejviser {
std::string_view webRetention();  // retention.mustache, built in
}  // namespace vejviser

namespace vejviser::hub::web {

namespace {

std::string duration(Language language, std::int64_t count, const char* unit) {
  return number(language, count) + " " + text(language, unit);
}

data rowData(Language language, const std::string& kind, const std::string& howLong) {
  data item;
  item.set("what", text(language, "keep_" + kind));
  item.set("howLong", howLong);
  item.set("why", text(language, "keep_" + kind + "_why"));
  return item;
}

std::string textsKept(Language language, std::optional<int> days) {
  return days ? duration(language, *days, "days") : text(language, "keep_forever");
}

/// Every kind of data that the hub has, the one that may be set first.
data rowsData(Language language, std::optional<int> days) {
  const std::string forever = text(language, "keep_forever");
  data rows{data::type::list};
  rows.push_back(rowData(language, "texts", textsKept(language, days)));
  for (const char* kind : {"entries", "figures", "erased_ids", "audit"}) {
    rows.push_back(rowData(language, kind, forever));
  }
  rows.push_back(rowData(language, "on_tablets", duration(language, kKeep.count(), "days")));
  rows.push_back(rowData(language, "shared", duration(language, kEventsNeeded.count(), "days")));
  rows.push_back(rowData(language, "sessions",
                         duration(language, People::kSessionLifetime.count(), "hours_long")));
  rows.push_back(
      rowData(language, "guesses", duration(language, kForgetGuessesAfter.count(), "hours_long")));
  rows.push_back(
      rowData(language, "codes", duration(language, Accounts::kCodeLifetime.count(), "minutes")));
  rows.push_back(rowData(language, "backups", text(language, "keep_as_it_says")));
  return rows;
}

Field textsField(Language language, const std::string& value, bool wrong) {
  const std::string limits = std::to_string(kLeastTextDays) + "-" + std::to_string(kMostTextDays);
  Field days{.name = "texts", .label = text(language, "texts_days"), .value = value};
  days.hint = limits + " " + text(language, "texts_days_hint");
  if (wrong) days.fault = text(language, "texts_days_wrong") + " " + limits + ".";
  return days;
}

Response retentionPage(const Hub& hub, const Request& request, std::optional<int> days,
                       const Field& field_shown) {
  const Language language = languageOf(request);
  const bool wrong = !field_shown.fault.empty();
  data view = placeData(hub, request, language, "/retention");
  view.set("rows", rowsData(language, days));
  view.set("fieldList", fieldsData(language, {field_shown}));
  view.set("faults", faultsData({field_shown}));
  view.set("hasFaults", wrong);
  view.set("changedMeanwhile", false);
  view.set("saved", field(request.query, "saved") == "1");
  return formPage(wrong ? 422 : 200, language, webRetention(), std::move(view));
}

Result<std::optional<int>> stored(Hub& hub) {
  std::optional<int> days;
  const Status read = hub.storage.read([&](ReadTx& tx) -> Status {
    const auto found = textDays(tx);
    if (!found) return found.error();
    days = *found;
    return {};
  });
  return read ? Result<std::optional<int>>{days} : Result<std::optional<int>>{read.error()};
}

struct Wish {
  bool isRead = false;
  std::optional<int> days{};
};

/// A whole number of days, or an empty field for none.
Wish wishIn(const Form& form) {
  const std::string value = field(form, "texts");
  if (value.empty()) return {form.contains("texts"), {}};
  const auto days = wholeNumber<int>(value);
  return {days.has_value(), days};
}

}  // namespace

Response retention(Hub& hub, const Request& request) {
  const auto days = stored(hub);
  if (!days) return failure(hub, days.error());
  const std::string value = *days ? std::to_string(**days) : std::string{};
  return retentionPage(hub, request, *days, textsField(languageOf(request), value, false));
}

Response setRetention(Hub& hub, const Request& request) {
  const Form form = formOf(request);
  const std::string value = field(form, "texts");
  const Wish wish = wishIn(form);
  Status done = Error{ErrorCode::Invalid, "texts", "is no number of days"};
  if (wish.isRead) {
    done = hub.storage.write([&](WriteTx& tx) {
      return hub::setRetention(tx, actorOf(request), kTexts, wish.days, hub.clock.now());
    });
  }
  if (done) return goTo("/retention?saved=1");
  if (done.error().code != ErrorCode::Invalid) return failure(hub, done.error());
  const auto days = stored(hub);
  if (!days) return failure(hub, days.error());
  return retentionPage(hub, request, *days, textsField(languageOf(request), value, true));
}

}  // namespace vejviser::hub::web
