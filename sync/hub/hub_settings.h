// What can be set of a hub: the table of keys, and what a hub that serves makes of them.
#pragma once

#include "sync/hub/serve.h"
#include "sync/hub/settings.h"

#include <span>
#include <string>
#include <vector>

namespace vejviser::hub {

/// Read when it is there and no other file is named.
constexpr const char* kUsualSettingsFile = "/etc/vejviser/hub.conf";

std::span<const Setting> hubSettings();

/// Reads `file` (empty: the usual one, if it is there), the environment and the flags.
ReadSettings readHubSettings(const std::string& file,
                             const std::map<std::string, std::vector<std::string>>& flags);

/// Of settings without faults.
ServeOptions serveOptions(const Settings& settings);

/// The database that they name.
Place placeOf(const Settings& settings);

/// The list of erased ids: the setting, or the usual one in the hub's folder.
std::filesystem::path erasuresFile(const Settings& settings);

}  // namespace vejviser::hub
