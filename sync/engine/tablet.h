// One tablet: everything the app and the command line share.
#pragma once

#include "platform/connectivity.h"
#include "platform/disk.h"
#include "platform/files.h"
#include "platform/http_client.h"
#include "platform/keychain.h"
#include "platform/secrets.h"
#include "platform/system.h"
#include "src/domain/catalogue.h"
#include "src/store/municipality.h"
#include "src/store/tablet_store.h"
#include "sync/engine/enrolment.h"
#include "sync/engine/exchange.h"
#include "sync/engine/recorder.h"
#include "sync/engine/sync_engine.h"

#include <filesystem>
#include <memory>
#include <string>

namespace vejviser::engine {

struct TabletOptions {
  std::filesystem::path dir;     ///< made if it is not there
  std::filesystem::path caFile;  ///< a municipality's own certificate authority; may be empty
};

class Tablet {
 public:
  /// Takes the folder's lock and opens its database. Errors: Refused (another program has it),
  /// Storage, Incompatible.
  static Result<std::unique_ptr<Tablet>> open(const TabletOptions& options);

  store::TabletStore& store() { return *m_store; }
  const store::Queries& queries() const { return m_store->queries(); }
  Recorder& recorder() { return m_recorder; }
  SyncEngine& sync() { return m_sync; }
  platform::HttpClient& http() { return m_world->http; }
  const Clock& clock() const { return m_world->clock; }

  /// What the municipality has set, as last pulled.
  store::Municipality municipality() const;
  /// One turn of sync(), its request carried to the hub and back. Blocks.
  void turn();
  /// Joins a hub; see enrolment.h. Not while sync() is in a turn.
  Result<wire::EnrolAnswer> enrol(const std::string& address, const std::string& code);

 private:
  /// The real clock, network and secrets; it outlives all that is given them.
  struct World {
    explicit World(const TabletOptions& options);

    platform::SystemClock clock;
    platform::SystemRandom random;
    platform::SystemConnectivity connectivity;
    platform::CurlHttpClient http;
    platform::KeychainSecretStore keychain;
    platform::KeyStore secrets;
    platform::FolderDisk disk;
    IdSource ids;
  };

  Tablet(platform::FolderLock lock, std::unique_ptr<World> world,
         std::unique_ptr<store::TabletStore> store);

  platform::FolderLock m_lock;
  std::unique_ptr<World> m_world;
  std::unique_ptr<store::TabletStore> m_store;
  Exchange m_exchange;
  Recorder m_recorder;
  SyncEngine m_sync;
};

/// The fields of a help about `topic`, given now at a workplace with nothing else said.
Fields fieldsFor(const Topic& topic, const AuthorityLine& line, const store::Workplace& here);

}  // namespace vejviser::engine
