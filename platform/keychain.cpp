#include "platform/keychain.h"

#include "platform/crypto.h"
#include "src/base/id.h"

#include <atomic>
#include <condition_variable>
#include <cstdlib>
#include <dlfcn.h>
#include <libsecret/secret.h>
#include <memory>
#include <mutex>
#include <string_view>
#include <thread>

namespace vejviser::platform {

namespace {

/// What is used of libsecret and of the GLib beneath it, by the names it has there. Linked as other
/// libraries are, it would cost every start milliseconds, and few starts need a token.
struct Library {
  void* file = dlopen("libsecret-1.so.0", RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE);
  bool whole = file != nullptr;

  template <class Function>
  Function find(const char* name) {
    Function found = file == nullptr ? nullptr : reinterpret_cast<Function>(dlsym(file, name));
    whole = whole && found != nullptr;
    return found;
  }

// NOLINTNEXTLINE(bugprone-macro-parentheses): it declares a member of that name
#define VEJVISER_FIND(name) decltype(&::name) name = find<decltype(&::name)>(#name)
  VEJVISER_FIND(g_bus_get_sync);
  VEJVISER_FIND(g_cancellable_cancel);
  VEJVISER_FIND(g_cancellable_new);
  VEJVISER_FIND(g_dbus_connection_set_exit_on_close);
  VEJVISER_FIND(g_error_free);
  VEJVISER_FIND(g_error_new_literal);
  VEJVISER_FIND(g_hash_table_insert);
  VEJVISER_FIND(g_hash_table_new);
  VEJVISER_FIND(g_hash_table_unref);
  VEJVISER_FIND(g_list_free);
  VEJVISER_FIND(g_main_context_iteration);
  VEJVISER_FIND(g_main_context_new);
  VEJVISER_FIND(g_main_context_pop_thread_default);
  VEJVISER_FIND(g_main_context_push_thread_default);
  VEJVISER_FIND(g_main_context_unref);
  VEJVISER_FIND(g_object_unref);
  VEJVISER_FIND(g_quark_from_static_string);
  VEJVISER_FIND(g_str_equal);
  VEJVISER_FIND(g_str_hash);
  VEJVISER_FIND(g_task_propagate_pointer);
  VEJVISER_FIND(g_task_report_error);
  VEJVISER_FIND(g_type_register_static_simple);
  VEJVISER_FIND(secret_collection_for_alias_sync);
  VEJVISER_FIND(secret_collection_get_locked);
  VEJVISER_FIND(secret_item_create_sync);
  VEJVISER_FIND(secret_item_delete_sync);
  VEJVISER_FIND(secret_item_get_secret);
  VEJVISER_FIND(secret_service_get_type);
  VEJVISER_FIND(secret_service_open_sync);
  VEJVISER_FIND(secret_service_search_sync);
  VEJVISER_FIND(secret_value_get);
  VEJVISER_FIND(secret_value_new);
  VEJVISER_FIND(secret_value_unref);
#undef VEJVISER_FIND
};

const Library& lib() {
  static const Library s_library;
  return s_library;
}

struct Release {
  void operator()(gpointer object) const { lib().g_object_unref(object); }
  void operator()(GError* error) const { lib().g_error_free(error); }
  void operator()(GHashTable* table) const { lib().g_hash_table_unref(table); }
  void operator()(SecretValue* value) const { lib().secret_value_unref(value); }
};

template <class T>
using Held = std::unique_ptr<T, Release>;

Error closed(const std::string& why) {
  return {ErrorCode::Storage, "key store", "cannot be opened: " + why};
}

/// Calls a function of the library whose last argument is where its error goes.
template <class Call, class... Arguments>
auto ask(Held<GError>& error, Call call, Arguments... arguments) {
  GError* told = nullptr;
  auto answer = call(arguments..., &told);
  error.reset(told);
  return answer;
}

/// Is there a session bus? It is never started from here, as the library itself would.
bool busIsThere() {
  const char* address = std::getenv("DBUS_SESSION_BUS_ADDRESS");
  return address != nullptr && *address != '\0' &&
         !std::string_view{address}.starts_with("autolaunch:");
}

GError* noPrompt() {
  static const GQuark s_domain = lib().g_quark_from_static_string("vejviser");
  return lib().g_error_new_literal(s_domain, 0, "it wants to ask a person");
}

/// The library's way to a window that asks for a password, closed: it would wait for that window
/// longer than it is told to.
void closePrompts(gpointer service, gpointer) {
  auto* kind = static_cast<SecretServiceClass*>(service);
  kind->prompt_sync = [](SecretService*, SecretPrompt*, GCancellable*, const GVariantType*,
                         GError** error) -> GVariant* {
    *error = noPrompt();
    return nullptr;
  };
  kind->prompt_async = [](SecretService* self, SecretPrompt*, const GVariantType*, GCancellable*,
                          GAsyncReadyCallback callback, gpointer data) {
    lib().g_task_report_error(self, callback, data, nullptr, noPrompt());
  };
  kind->prompt_finish = [](SecretService*, GAsyncResult* result, GError** error) {
    return static_cast<GVariant*>(
        lib().g_task_propagate_pointer(reinterpret_cast<GTask*>(result), error));
  };
}

/// The library's service without prompts.
GType serviceType() {
  static const GType s_type = lib().g_type_register_static_simple(
      lib().secret_service_get_type(), "VejviserSecretService", sizeof(SecretServiceClass),
      closePrompts, sizeof(SecretService), nullptr, GTypeFlags{});
  return s_type;
}

/// Events of the library stay off the app's own loop, and none is left when the session ends.
class OwnLoop {
 public:
  OwnLoop() : m_context(lib().g_main_context_new()) {
    lib().g_main_context_push_thread_default(m_context);
  }
  ~OwnLoop() {
    while (lib().g_main_context_iteration(m_context, FALSE) != FALSE) {
    }
    lib().g_main_context_pop_thread_default(m_context);
    lib().g_main_context_unref(m_context);
  }
  OwnLoop(const OwnLoop&) = delete;
  OwnLoop& operator=(const OwnLoop&) = delete;

 private:
  GMainContext* m_context;
};

/// Ends what is under way when its time is over.
class Deadline {
 public:
  explicit Deadline(milliseconds patience)
      : m_cancellable(lib().g_cancellable_new()),
        m_watch([this, patience](const std::stop_token& stop) { watch(stop, patience); }) {}

  GCancellable* cancellable() const { return m_cancellable.get(); }
  bool passed() const { return m_passed; }

 private:
  void watch(const std::stop_token& stop, milliseconds patience) {
    std::mutex mutex;
    std::unique_lock lock{mutex};
    std::condition_variable_any over;
    over.wait_for(lock, stop, patience, [] { return false; });
    if (stop.stop_requested()) return;
    m_passed = true;
    lib().g_cancellable_cancel(m_cancellable.get());
  }

  Held<GCancellable> m_cancellable;
  std::atomic<bool> m_passed = false;
  std::jthread m_watch;
};

/// A table that points at its texts: they must outlive it.
Held<GHashTable> attributesOf(const std::string& folder, const std::string& name) {
  Held<GHashTable> table{lib().g_hash_table_new(lib().g_str_hash, lib().g_str_equal)};
  const auto put = [&table](const char* key, const char* value) {
    lib().g_hash_table_insert(table.get(), const_cast<char*>(key), const_cast<char*>(value));
  };
  put("application", "vejviser");
  put("folder", folder.c_str());
  put("name", name.c_str());
  return table;
}

/// One talk with the key store. A new one each time: the store may have been restarted, or another
/// have taken its place.
class Session {
 public:
  static Result<std::unique_ptr<Session>> open(milliseconds patience);

  /// The item with these attributes, or null. Its secret is loaded if it is not locked.
  Result<Held<SecretItem>> find(GHashTable* attributes) const;
  /// The collection for what is new.
  Result<Held<SecretCollection>> keyring() const;
  Status put(GHashTable* attributes, const std::string& secret) const;
  void remove(SecretItem* item) const;

 private:
  explicit Session(milliseconds patience) : m_deadline(patience) {}

  Error failure(const Held<GError>& error) const;
  GCancellable* cancellable() const { return m_deadline.cancellable(); }

  OwnLoop m_loop;
  Deadline m_deadline;
  Held<GDBusConnection> m_bus;
  Held<SecretService> m_service;
};

Error Session::failure(const Held<GError>& error) const {
  if (m_deadline.passed()) return closed("it does not answer");
  return closed(error ? error->message : "it does not say why");
}

Result<std::unique_ptr<Session>> Session::open(milliseconds patience) {
  if (!busIsThere()) return closed("there is no desktop session (DBUS_SESSION_BUS_ADDRESS)");
  if (!lib().whole) return closed("libsecret is not installed");
  std::unique_ptr<Session> session{new Session(patience)};
  Held<GError> error;
  session->m_bus.reset(
      ask(error, lib().g_bus_get_sync, G_BUS_TYPE_SESSION, session->cancellable()));
  if (!session->m_bus) return session->failure(error);
  // Else a bus that ends while it is in use would take the program with it.
  lib().g_dbus_connection_set_exit_on_close(session->m_bus.get(), FALSE);
  session->m_service.reset(ask(error, lib().secret_service_open_sync, serviceType(), nullptr,
                               SECRET_SERVICE_OPEN_SESSION, session->cancellable()));
  if (!session->m_service) return session->failure(error);
  return session;
}

Result<Held<SecretItem>> Session::find(GHashTable* attributes) const {
  Held<GError> error;
  GList* found = ask(error, lib().secret_service_search_sync, m_service.get(), nullptr, attributes,
                     SECRET_SEARCH_LOAD_SECRETS, cancellable());
  if (error) return failure(error);
  Held<SecretItem> item{found == nullptr ? nullptr : static_cast<SecretItem*>(found->data)};
  lib().g_list_free(found);
  return item;
}

Result<Held<SecretCollection>> Session::keyring() const {
  Held<GError> error;
  Held<SecretCollection> keyring{ask(error, lib().secret_collection_for_alias_sync, m_service.get(),
                                     SECRET_COLLECTION_DEFAULT, SECRET_COLLECTION_NONE,
                                     cancellable())};
  if (error) return failure(error);
  if (!keyring) return closed("it has no keyring yet");
  if (lib().secret_collection_get_locked(keyring.get()) != FALSE) return closed("it is locked");
  return keyring;
}

Status Session::put(GHashTable* attributes, const std::string& secret) const {
  const auto keyring = this->keyring();
  if (!keyring) return keyring.error();
  const Held<SecretValue> value{
      lib().secret_value_new(secret.data(), static_cast<gssize>(secret.size()), "text/plain")};
  Held<GError> error;
  const Held<SecretItem> item{ask(error, lib().secret_item_create_sync, keyring->get(), nullptr,
                                  attributes, "Vejviser: this tablet's token", value.get(),
                                  SECRET_ITEM_CREATE_REPLACE, cancellable())};
  if (!item) return failure(error);
  return {};
}

void Session::remove(SecretItem* item) const {
  lib().secret_item_delete_sync(item, cancellable(), nullptr);
}

}  // namespace

KeychainSecretStore::KeychainSecretStore(const std::filesystem::path& folder, milliseconds patience)
    : m_patience(patience) {
  std::error_code error;
  const std::filesystem::path whole = std::filesystem::weakly_canonical(folder, error);
  m_folder = toHex(sha256((error ? folder : whole).string()));
}

Result<std::optional<std::string>> KeychainSecretStore::read(const std::string& name) const {
  const auto session = Session::open(m_patience);
  if (!session) return session.error();
  const auto item = (*session)->find(attributesOf(m_folder, name).get());
  if (!item) return item.error();
  if (!*item) {
    // A store that is locked need not know what is in it.
    if (const auto open = (*session)->keyring(); !open) return open.error();
    return std::optional<std::string>{};
  }
  const Held<SecretValue> value{lib().secret_item_get_secret(item->get())};
  if (!value) return closed("it is locked");
  gsize length = 0;
  const gchar* text = lib().secret_value_get(value.get(), &length);
  return std::optional{std::string{text, length}};
}

Status KeychainSecretStore::write(const std::string& name, const std::string& secret) {
  const auto session = Session::open(m_patience);
  if (!session) return session.error();
  return (*session)->put(attributesOf(m_folder, name).get(), secret);
}

void KeychainSecretStore::remove(const std::string& name) {
  const auto session = Session::open(m_patience);
  if (!session) return;
  const auto item = (*session)->find(attributesOf(m_folder, name).get());
  if (item && *item) (*session)->remove(item->get());
}

}  // namespace vejviser::platform
