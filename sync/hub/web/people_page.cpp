#include "sync/hub/web/people_page.h"

#include "sync/hub/visitor.h"
#include "sync/hub/web/page.h"

#include <array>

namespace vejviser {
std::string_view webPeople();  // people.mustache, built in
}  // namespace vejviser

namespace vejviser::hub::web {

namespace {

constexpr std::array kOffices = {
    Office{UserRole::Reader, {}},
    Office{UserRole::Supervisor, Unit::Library},
    Office{UserRole::Supervisor, Unit::CitizenService},
    Office{UserRole::Supervisor, {}},
    Office{UserRole::It, {}},
    Office{UserRole::Administrator, {}},
};

std::string words(Language language, const Office& office) {
  std::string text_ = text(language, "role_" + std::string{code(office.role)});
  if (office.role != UserRole::Supervisor) return text_;
  const std::string unit =
      office.unit ? "unit_" + std::string{code(*office.unit)} : std::string{"both_units"};
  return text_ + ": " + text(language, unit);
}

std::optional<Office> officeOf(const std::string& description) {
  for (const Office& office : kOffices) {
    if (describe(office) == description) return office;
  }
  return std::nullopt;
}

data choicesData(Language language, const std::optional<Office>& chosen) {
  data list{data::type::list};
  for (const Office& office : kOffices) {
    data item;
    item.set("code", describe(office));
    item.set("name", words(language, office));
    item.set("chosen", chosen == office);
    list.push_back(item);
  }
  return list;
}

data userData(Language language, const User& user, std::size_t place) {
  data item;
  item.set("id", "user-" + std::to_string(place));
  item.set("name", user.name);
  item.set("role", words(language, user.office));
  item.set("choices", choicesData(language, user.office));
  return item;
}

/// What the page says of what was just done.
struct Outcome {
  int status = 200;
  std::string fault;     ///< the key of its text; empty: none
  std::string name;      ///< whose password is told
  std::string password;  ///< told once; empty: none
};

Response peoplePage(Hub& hub, const Request& request, const Outcome& outcome) {
  const Language language = languageOf(request);
  data view = placeData(hub, request, language, "/people");
  data list{data::type::list};
  const Status read = hub.storage.read([&](ReadTx& tx) -> Status {
    const auto users = tx.users();
    if (!users) return users.error();
    for (const User& user : *users) {
      list.push_back(userData(language, user, list.list_value().size()));
    }
    return {};
  });
  if (!read) return failure(hub, read.error());
  view.set("users", list);
  view.set("choices", choicesData(language, Office{}));
  view.set("hasFault", !outcome.fault.empty());
  if (!outcome.fault.empty()) view.set("fault", text(language, outcome.fault));
  view.set("told", !outcome.password.empty());
  view.set("toldName", outcome.name);
  view.set("toldPassword", outcome.password);
  return page(outcome.status, language, webPeople(), std::move(view));
}

Status change(Hub& hub, const Actor& by, const std::map<std::string, std::string>& form,
              const std::string& password) {
  const std::string what = field(form, "do");
  const std::string name = field(form, "name");
  const auto office = officeOf(field(form, "office"));
  if (what == "add" && office) return hub.people.add(by, name, password, office);
  if (what == "role" && office) return hub.people.changeOffice(by, name, *office);
  if (what == "password") return hub.people.changePassword(by, name, password);
  if (what == "remove") return hub.people.remove(by, name);
  return Error{ErrorCode::Invalid, "do", "is nothing that can be done"};
}

std::string faultOf(const std::string& what, ErrorCode code) {
  if (code == ErrorCode::Refused) return what == "add" ? "user_there" : "last_administrator";
  return "user_wrong";
}

}  // namespace

Response people(Hub& hub, const Request& request) {
  return peoplePage(hub, request, {});
}

Response changePeople(Hub& hub, const Request& request) {
  const auto form = decodeForm(request.body);
  const std::string what = field(form, "do");
  const bool tells = what == "add" || what == "password";
  const std::string password = tells ? hub.people.startPassword() : std::string{};
  const Status done = change(hub, Actor::user(request.visitor->name), form, password);
  if (done)
    return tells ? peoplePage(hub, request, {200, {}, field(form, "name"), password})
                 : goTo("/people");
  const ErrorCode code = done.error().code;
  if (code != ErrorCode::Invalid && code != ErrorCode::Refused) return failure(hub, done.error());
  return peoplePage(hub, request, {422, faultOf(what, code), {}, {}});
}

}  // namespace vejviser::hub::web
