#include "sync/hub/web/audit_page.h"

#include "sync/hub/web/page.h"

#include <limits>

namespace vejviser {
std::string_view webAudit();  // audit.mustache, built in
}  // namespace vejviser

namespace vejviser::hub::web {

namespace {

constexpr int kLines = 100;  // on one page

/// Without a place, the newest lines.
std::int64_t placeIn(const Request& request) {
  return numberIn(request, "before").value_or(std::numeric_limits<std::int64_t>::max());
}

data lineData(Language language, const AuditLine& line) {
  data item;
  item.set("at", dateAndTime(language, line.at));
  item.set("who", line.who);
  item.set("action", textOr(language, "act_" + line.action, line.action));
  item.set("object", line.object);
  item.set("change", line.change);
  return item;
}

}  // namespace

Response audit(Hub& hub, const Request& request) {
  const Language language = languageOf(request);
  std::vector<AuditLine> lines;
  const Status read = hub.storage.read([&](ReadTx& tx) -> Status {
    auto found = tx.auditBefore(placeIn(request), kLines + 1);
    if (!found) return found.error();
    lines = std::move(*found);
    return {};
  });
  if (!read) return failure(hub, read.error());
  const bool more = lines.size() > static_cast<std::size_t>(kLines);
  if (more) lines.pop_back();
  data view = placeData(hub, request, language, "/audit");
  data list{data::type::list};
  for (const AuditLine& line : lines) list.push_back(lineData(language, line));
  view.set("lines", list);
  view.set("empty", lines.empty());
  view.set("more", more);
  if (more) view.set("before", std::to_string(lines.back().place));
  view.set("paged", request.query.contains("before"));
  return page(200, language, webAudit(), std::move(view));
}

}  // namespace vejviser::hub::web
