#include "sync/hub/web/tablets_page.h"

#include "platform/qr_code.h"
#include "src/domain/enrol_link.h"
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

using Form = std::map<std::string, std::string>;

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

std::string clockText(Language language, const Device& device) {
  if (!device.lastHeard) return {};
  if (!isClockOff(device)) return text(language, "clock_right");
  const ClockWords off = clockWords(device);
  return number(language, off.n) + " " + text(language, std::string{"clock_"} + off.unit) + " " +
         text(language, off.ahead ? "clock_ahead" : "clock_behind");
}

data remarksData(Language language, const TabletReport& report) {
  data list{data::type::list};
  const auto add = [&list](const std::string& words) {
    data item;
    item.set("text", words);
    list.push_back(item);
  };
  if (isClockOff(report.device)) add(text(language, "clock_wrong"));
  if (isOlderProgram(report.device)) add(text(language, "program_old"));
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
  item.set("clock", clockText(language, device));
  item.set("program", device.program);
  item.set("remarks", remarksData(language, report));
  const bool mine = may(who, Action::ChangeTablets, device.unit);
  item.set("actions", mine ? actionsData(language, device) : data{data::type::list});
  item.set("mine", mine);
  return item;
}

/// What the form for a new tablet offers: the units that one may let tablets into.
void addChoices(Language language, const Office& who, const Names& names, data& view) {
  data units{data::type::list};
  for (const Unit unit : {Unit::Library, Unit::CitizenService}) {
    if (!may(who, Action::ChangeTablets, unit)) continue;
    data item;
    item.set("code", std::string{code(unit)});
    item.set("name", text(language, "unit_" + std::string{code(unit)}));
    units.push_back(item);
  }
  data branches{data::type::list};
  for (const Branch& branch : names.branches) {
    data item;
    item.set("code", branch.code);
    item.set("name", branch.name);
    branches.push_back(item);
  }
  view.set("mayEnrol", units.is_non_empty_list());
  view.set("units", units);
  view.set("branches", branches);
}

/// The dark modules as the path of a drawing whose unit is a module.
std::string pathOf(const platform::QrCode& picture) {
  std::string path;
  for (int y = 0; y < picture.side; ++y) {
    for (int x = 0; x < picture.side; ++x) {
      if (!picture.isDark(x, y)) continue;
      path += "M" + std::to_string(x) + " " + std::to_string(y) + "h1v1h-1z";
    }
  }
  return path;
}

/// The address that the browser itself asks at: tablets can use it as well.
std::string addressOf(const Hub& hub, const Request& request) {
  return (request.secure ? "https://" : "http://") + std::string{request.header("host")} + hub.base;
}

Status addEnrolment(const std::string& address, const std::string& tablet, const std::string& code,
                    data& view) {
  const std::string link = write(EnrolLink{address, code});
  const auto picture = platform::makeQrCode(link);
  if (!picture) return picture.error();
  data enrolled;
  enrolled.set("tablet", tablet);
  enrolled.set("code", code);
  enrolled.set("link", link);
  enrolled.set("side", std::to_string(picture->side));
  enrolled.set("modules", pathOf(*picture));
  view.set("enrolled", enrolled);
  return {};
}

/// A new tablet's name and code.
using Enrolment = std::pair<std::string, std::string>;

/// `fault`: the key of what went wrong; empty: nothing.
Response tabletsPage(Hub& hub, const Request& request, const std::string& fault,
                     const std::optional<Enrolment>& enrolment = {}) {
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
    addChoices(language, request.visitor->office, *names, view);
    return {};
  });
  if (!read) return failure(hub, read.error());
  view.set("tablets", list);
  view.set("hasFault", !fault.empty());
  if (!fault.empty()) view.set("fault", text(language, fault));
  if (enrolment) {
    const auto& [tablet, code] = *enrolment;
    const Status added = addEnrolment(addressOf(hub, request), tablet, code, view);
    if (!added) return failure(hub, added.error());
  }
  return page(fault.empty() ? 200 : 422, language, webTablets(), std::move(view));
}

/// Answers with the code, which is nowhere else: a page that is not kept.
Response enrolTablet(Hub& hub, const Request& request, const Form& form) {
  const auto unit = unitFromCode(field(form, "unit"));
  if (!unit) return tabletsPage(hub, request, "enrol_wrong");
  if (auto refusal = refuseUnit(hub, request, Action::ChangeTablets, *unit)) {
    return std::move(*refusal);
  }
  const std::string name = field(form, "name");
  const auto code = hub.accounts.newEnrolCode(Actor::user(request.visitor->name), name, *unit,
                                              field(form, "branch"));
  if (code) return tabletsPage(hub, request, {}, Enrolment{name, *code});
  if (code.error().code != ErrorCode::Invalid) return failure(hub, code.error());
  return tabletsPage(hub, request, "enrol_wrong");
}

}  // namespace

Response tablets(Hub& hub, const Request& request) {
  return tabletsPage(hub, request, {});
}

Response changeTablet(Hub& hub, const Request& request) {
  const auto form = decodeForm(request.body);
  if (field(form, "do") == "enrol") return enrolTablet(hub, request, form);
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
  return tabletsPage(hub, request, "tablet_wrong");
}

}  // namespace vejviser::hub::web
