// What all pages share: the frame, the language, and who may see them and send their forms.
#pragma once

#include "sync/hub/hub.h"
#include "sync/hub/web/view.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace vejviser::hub::web {

/// The one asked for, else the one seen last, else Danish.
Language languageOf(const Request& request);

/// A template of this folder, filled.
Response page(int status, Language language, std::string_view source, data view);

/// The page with an entity tag of what it says; 304 without it for who has it already. Nothing but
/// 200 is tagged.
Response tagged(const Request& request, Response page);

/// 303.
Response goTo(const std::string& path);

/// 403: why somebody may not, by the key of its text.
Response noEntry(const Hub& hub, const Request& request, const std::string& why);

/// Nothing for a form that came from here; else 403: a form of another site must not act here.
std::optional<Response> refuseForeign(const Hub& hub, const Request& request);

/// A field of a form; empty when there is none.
std::string field(const std::map<std::string, std::string>& form, const std::string& name);

/// A whole number of the address; nothing for other text: an address may say anything.
std::optional<std::int64_t> numberIn(const Request& request, const std::string& name);

}  // namespace vejviser::hub::web
