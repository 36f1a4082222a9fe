#include "sync/hub/web/tablets_page.h"

#include "sync/hub/door.h"
#include "sync/hub/tablets.h"
#include "sync/hub/visitor.h"
#include "sync/hub/web/page.h"

#include <vector>

namespace vejviser {
std::string_view webTablets();  // tablets.mustache, built in
}  // namespace vejviser

namespace vejviser::hub::web {

namespace {

struct Change {
  const char* word;  ///< in the form, and the key of its text
  DeviceState state;
};
constexpr Change kChanges[] = {{"drain", DeviceState::Drained},
                               {"block", DeviceState::Blocked},
                               {"allow", DeviceState::Active}};

const char* stateKey(DeviceState state) {
  switch (state) {
    case DeviceState::Active:
      return "state_active";
    case DeviceState::Drained:
      return "state_drained";
    case DeviceState::Blocked:
      return "state_blocked";
  }
  return "";
}

/// What may be done with a tablet of this state: a blocked one has nothing to hand over.
bool isOffered(const Change& change, DeviceState state) {
  return change.state != state &&
         !(state == DeviceState::Blocked && change.state == DeviceState::Drained);
}

data remarksData(Language language, const TabletReport& report) {
  data list{data::type::list};
  const auto add = [&list](const std::string& words) {
    data item;
    item.set("text", words);
    list.push_back(item);
  };
  if (report.forks > 0) add(text(language, "fork"));
  if (report.missing > 0) {
    add(number(language, report.missing) + " " +
        text(language, report.missing == 1 ? "missing_one" : "missing"));
  }
  return list;
}

data actionsData(Language language, const Device& device) {
  data list{data::type::list};
  for (const Change& change : kChanges) {
    if (!isOffered(change, device.state)) continue;
    data item;
    item.set("word", change.word);
    item.set("text", text(language, change.word));
    item.set("label", text(language, change.word) + ": " + device.name);
    list.push_back(item);
  }
  return list;
}

data tabletData(Language language, const Office& who, const Names& names,
                const TabletReport& report) {
  const Device& device = report.device;
  data item;
  item.set("id", toString(device.id));
  item.set("name", device.name);
  item.set("unit", text(language, "unit_" + std::string{code(device.unit)}));
  item.set("branch", branchName(language, names, device.branch));
  item.set("state", text(language, stateKey(device.state)));
  item.set("heard", device.lastHeard ? dateAndTime(language, *device.lastHeard)
                                     : text(language, "not_heard"));
  item.set("waiting", number(language, device.waiting));
  item.set("remarks", remarksData(language, report));
  const bool mine = may(who, Action::ChangeTablets, device.unit);
  item.set("actions", mine ? actionsData(language, device) : data{data::type::list});
  item.set("mine", mine);
  return item;
}

Response tabletsPage(Hub& hub, const Request& request, int status) {
  const Language language = languageOf(request);
  data view = placeData(hub, request, language, "/tablets");
  data list{data::type::list};
  const Status read = hub.storage.read([&](ReadTx& tx) -> Status {
    const auto names = readNames(tx);
    if (!names) return names.error();
    const auto reports = tabletReports(tx, hub.clock.now());
    if (!reports) return reports.error();
    for (const TabletReport& report : *reports) {
      list.push_back(tabletData(language, request.visitor->office, *names, report));
    }
    view.set("empty", reports->empty());
    return {};
  });
  if (!read) return failure(hub, read.error());
  view.set("tablets", list);
  view.set("fault", status != 200);
  return page(status, language, webTablets(), std::move(view));
}

}  // namespace

Response tablets(Hub& hub, const Request& request) {
  return tabletsPage(hub, request, 200);
}

Response changeTablet(Hub& hub, const Request& request) {
  const auto form = decodeForm(request.body);
  for (const Change& change : kChanges) {
    if (field(form, "do") != change.word) continue;
    std::optional<Response> refusal;
    const Status status = hub.storage.write([&](WriteTx& tx) -> Status {
      const auto device = findTablet(tx, field(form, "tablet"));
      if (!device) return device.error();
      refusal = refuseUnit(hub, request, Action::ChangeTablets, device->unit);
      if (refusal) return {};
      return changeState(tx, Actor::user(request.visitor->name), *device, change.state,
                         hub.clock.now());
    });
    if (refusal) return std::move(*refusal);
    if (status) return goTo("/tablets");
    if (status.error().code != ErrorCode::Invalid) return failure(hub, status.error());
  }
  return tabletsPage(hub, request, 422);
}

}  // namespace vejviser::hub::web
