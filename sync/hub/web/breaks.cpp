#include "sync/hub/web/breaks.h"

#include "sync/hub/documents.h"

namespace vejviser::hub::web {

using kainjow::mustache::data;

Result<std::vector<Break>> readBreaks(ReadTx& tx, const Catalogue& catalogue, const Period& period,
                                      const std::string& branch) {
  const auto told = breaksToldIn(tx);
  if (!told) return told.error();
  return breaksIn(period, branch, *told, catalogue);
}

std::vector<std::string> breakLines(Language language, const Names& names,
                                    const std::vector<Break>& breaks) {
  std::vector<std::string> lines;
  for (const Break& each : breaks) {
    std::string line = date(language, each.on) + ": ";
    if (!each.branch.empty()) line += branchName(language, names, each.branch) + ": ";
    lines.push_back(line + (language == Language::Danish ? each.what.da : each.what.en));
  }
  return lines;
}

data breaksData(Language language, const Names& names, const std::vector<Break>& breaks) {
  data list{data::type::list};
  for (const std::string& line : breakLines(language, names, breaks)) {
    data item;
    item.set("text", line);
    list.push_back(item);
  }
  return list;
}

}  // namespace vejviser::hub::web
