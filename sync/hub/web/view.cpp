#include "sync/hub/web/view.h"

#include "sync/hub/negotiation.h"
#include "sync/hub/visitor.h"

#include <algorithm>

namespace vejviser {
std::string_view webFiguresNav();  // figures_nav.mustache, built in
std::string_view webStyle();       // style.css, built in
std::string_view webLive();        // live.js, built in
}  // namespace vejviser

namespace vejviser::hub::web {

namespace {

using kainjow::mustache::data;

/// The pages of figures, in the order of their navigation.
constexpr std::pair<const char*, const char*> kFiguresPages[] = {
    {"/overview", "overview"},
    {"/figures/referrals", "figures_referrals"},
    {"/figures/topics", "figures_topics"},
    {"/figures/hours", "figures_hours"},
    {"/figures/routine", "figures_routine"},
    {"/figures/events", "figures_events"},
    {"/figures/lending", "figures_lending"},
    {"/figures/coverage", "figures_coverage"},
};

/// Where one can go, and the right it takes; in the order of the navigation.
struct Place {
  const char* path;
  const char* key;  ///< of its text
  Action right;
  bool isSetting = true;  ///< stands in the menu of what is rarely looked at
};
constexpr Place kPlaces[] = {
    {"/overview", "figures", Action::SeeFigures, false},
    {"/held", "held", Action::SeeHeld, false},
    {"/tablets", "tablets", Action::SeeTablets, false},
    {"/topics", "topics", Action::ManageCatalogue},
    {"/hours", "hours", Action::ManageHours},
    {"/authority", "authority_line", Action::ManageAuthorityLine},
    {"/files", "files", Action::ManageCatalogue},
    {"/people", "people_page", Action::ManagePeople},
    {"/erase", "erase_page", Action::Erase},
    {"/retention", "retention_page", Action::SetRetention},
    {"/small-cells", "small_cells", Action::SetSmallCells},
    {"/audit", "audit", Action::SeeAudit},
    {"/password", "own_password", Action::KeepOwnAccount, false},
};

/// What the visitor may see: a menu for the settings if there are several, before one's own
/// account.
void setPlaces(data& page, Language language, const Visitor& visitor, const std::string& path) {
  data before{data::type::list};
  data settings{data::type::list};
  data after{data::type::list};
  std::size_t count = 0;
  for (const Place& each : kPlaces) {
    if (visitor.name.empty() || !may(visitor.office, each.right)) continue;
    data place;
    place.set("path", each.path);
    place.set("name", text(language, each.key));
    place.set("here", path == each.path);
    if (each.isSetting) ++count;
    (each.isSetting ? settings : count == 0 ? before : after).push_back(place);
  }
  page.set("places", before);
  page.set("hasMenu", count > 1);
  page.set("settings", settings);
  page.set("placesAfter", after);
}

}  // namespace

data pageData(const Hub& hub, Language language) {
  static const std::string kStyle = fingerprint(webStyle());
  static const std::string kLive = fingerprint(webLive());
  data page;
  page.set("styleVersion", kStyle);
  page.set("liveVersion", kLive);
  page.set("lang", std::string{code(language)});
  page.set("otherLang",
           std::string{code(language == Language::Danish ? Language::English : Language::Danish)});
  page.set("municipality", hub.info.municipality);
  page.set("base", hub.base);
  data texts;
  for (const auto& [key, words] : allTexts(language)) texts.set(key, words);
  page.set("t", texts);
  return page;
}

data placeData(const Hub& hub, const Request& request, Language language, const std::string& path,
               const std::string& query) {
  data page = pageData(hub, language);
  const Visitor& visitor = *request.visitor;
  setPlaces(page, language, visitor, path);
  page.set("visitor", visitor.name);
  page.set("isUser", !visitor.name.empty());
  page.set("csrf", visitor.formToken);
  const Language other = language == Language::Danish ? Language::English : Language::Danish;
  page.set("otherLink", "?" + query + "lang=" + std::string{code(other)});
  return page;
}

data figuresPlace(const Hub& hub, const Request& request, Language language,
                  const std::string& path, const std::string& query) {
  data page = placeData(hub, request, language, "/overview", query);
  data pages{data::type::list};
  for (const auto& [each, key] : kFiguresPages) {
    data item;
    item.set("path", each);
    item.set("name", text(language, key));
    item.set("here", path == each);
    pages.push_back(item);
  }
  page.set("figurePages", pages);
  page.set("figuresQuery", query);
  page.set("figuresNav",
           data{kainjow::mustache::partial{[] { return std::string{webFiguresNav()}; }}});
  return page;
}

std::string startOf(const Request& request) {
  for (const Place& each : kPlaces) {
    if (may(request.visitor->office, each.right)) return each.path;
  }
  return "/login";
}

}  // namespace vejviser::hub::web
