// Settings from a file, the environment and the command line: one table of keys, each checked when
// the program starts, and each value with the place that it comes from.
//
// A key "log-level" is `log-level = info` in the file (TOML: one key a line),
// VEJVISER_HUB_LOG_LEVEL in the environment, --log-level on the command line. Flags win over the
// environment, that over the file. A secret may lie in a file of its own: `key-file`,
// VEJVISER_HUB_KEY_FILE.
#pragma once

#include "src/base/result.h"

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace vejviser::hub {

enum class SettingKind {
  Text,
  Flag,    ///< true or false
  List,    ///< several; in the environment with ',' between
  Secret,  ///< never shown
};

/// One row of the table.
struct Setting {
  const char* key;  ///< a-z and '-'
  SettingKind kind;
  const char* standard;                 ///< the value when nothing else is said
  const char* allowed;                  ///< for a person: "info, warning or error"
  bool (*accepts)(const std::string&);  ///< each value; of a Flag it is not asked
  const char* help;
  bool always = false;  ///< a flag of all commands, not only of those that serve
};

constexpr const char* kSettingPrefix = "VEJVISER_HUB_";

struct SettingSources {
  /// By key, as given. An option that was not given is not there.
  std::map<std::string, std::vector<std::string>> flags;
  std::map<std::string, std::string> environment;  ///< all that begin with kSettingPrefix
  std::string file;                                ///< its name, for messages
  std::string text;                                ///< what it says; empty: no file
};

class Settings {
 public:
  struct Value {
    std::vector<std::string> texts;  ///< one, but for a List
    std::string source;              ///< "--listen", "VEJVISER_HUB_LISTEN", "hub.conf:3", "default"
  };

  /// The key must be of the table that was read.
  const std::string& text(const std::string& key) const { return m_values.at(key).texts.front(); }
  bool flag(const std::string& key) const { return text(key) == "true"; }
  const std::vector<std::string>& list(const std::string& key) const {
    return m_values.at(key).texts;
  }
  const std::string& source(const std::string& key) const { return m_values.at(key).source; }

  /// "key = value  # source", a line for each row of the table; secrets are hidden.
  std::string shown(std::span<const Setting> table) const;

 private:
  friend struct SettingsReader;
  std::map<std::string, Value> m_values;
};

struct ReadSettings {
  Settings settings;
  std::vector<std::string> faults;  ///< each with the key, the place, and what is allowed
};

/// Checks everything, also what something else wins over. With faults the settings are not to be
/// used.
ReadSettings readSettings(std::span<const Setting> table, const SettingSources& sources);

/// The password in "scheme://user:password@host/..." and in "password=..." hidden.
std::string withoutPasswords(const std::string& value);

/// "VEJVISER_HUB_LOG_LEVEL" of "log-level".
std::string variableOf(const std::string& key);

/// The environment's variables that begin with kSettingPrefix.
std::map<std::string, std::string> settingVariables();

}  // namespace vejviser::hub
