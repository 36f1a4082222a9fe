// A word to the service manager that started this program (systemd, by sd_notify's protocol).
#pragma once

#include <string_view>

namespace vejviser::platform {

/// Tells it e.g. "READY=1"; nothing happens when there is none. Source: sd_notify(3).
void tellServiceManager(std::string_view state);

}  // namespace vejviser::platform
