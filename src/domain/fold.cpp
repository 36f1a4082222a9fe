#include "src/domain/fold.h"

#include <algorithm>
#include <tuple>

namespace vejviser {

std::optional<Standing> fold(std::span<const Entry> entries) {
  const auto made =
      std::find_if(entries.begin(), entries.end(), [](const Entry& e) { return e.makesSubject(); });
  if (made == entries.end()) return std::nullopt;
  const Entry* top = &*made;
  for (const Entry& entry : entries) {
    if (entry.kind == EntryKind::Void) return std::nullopt;
    if (entry.fieldsOf() != made->kind) continue;  // an amend that misnames its subject's kind
    if (std::tie(entry.rev, entry.id) > std::tie(top->rev, top->id)) top = &entry;
  }
  return Standing{made->kind, top->fields.when.value_or(made->at), top->rev, top->id, top->fields};
}

}  // namespace vejviser
