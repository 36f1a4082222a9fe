// Joining a hub with the one-use code that a supervisor read out.
#pragma once

#include "platform/http_client.h"
#include "platform/secrets.h"
#include "src/base/time.h"
#include "src/store/tablet_store.h"
#include "sync/wire/hub_messages.h"

#include <string>

namespace vejviser::engine {

/// Blocks. On success the token is in the secret store, and the store knows the hub and where the
/// tablet works; entries that wait go there. On failure nothing has changed on the tablet. Errors:
/// Invalid (address), Offline, InDoubt, Refused (the code or the certificate), Incompatible,
/// Storage.
Result<wire::EnrolAnswer> enrol(store::TabletStore& store, platform::HttpClient& http,
                                platform::SecretStore& secrets, const Clock& clock,
                                const std::string& address, const std::string& code);

/// What a person types, as an address: "hub.dk/" -> "https://hub.dk".
std::string tidyAddress(std::string address);

}  // namespace vejviser::engine
