#include "sync/hub/settings.h"

#include "platform/files.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <sstream>
#include <unistd.h>

namespace vejviser::hub {

namespace {

constexpr const char* kHidden = "***";
constexpr std::size_t kLongestSecret = 4096;
constexpr std::string_view kFileSuffix = "-file";

/// What a place says about one key.
struct Said {
  std::string key;
  std::vector<std::string> texts;
  std::string source;
};

std::vector<std::string> split(const std::string& text) {
  std::vector<std::string> parts;
  std::istringstream stream{text};
  for (std::string part; std::getline(stream, part, ',');) {
    const std::size_t first = part.find_first_not_of(' ');
    if (first == std::string::npos) continue;
    parts.push_back(part.substr(first, part.find_last_not_of(' ') + 1 - first));
  }
  return parts;
}

std::string joined(const std::vector<std::string>& texts) {
  std::string all;
  for (const std::string& text : texts) all += (all.empty() ? "" : ", ") + text;
  return all;
}

bool isBlank(const std::string& line) {
  const std::size_t first = line.find_first_not_of(" \t\r");
  return first == std::string::npos || line[first] == '#';
}

/// One line of the file, by CLI11's reader of TOML. Nothing when it is no "key = value".
std::optional<Said> readLine(const std::string& line, const std::string& source) {
  try {
    std::istringstream stream{line};
    const std::vector<CLI::ConfigItem> items = CLI::ConfigTOML{}.from_config(stream);
    const bool one = items.size() == 1 && items[0].parents.empty();
    if (!one || line.find('=') == std::string::npos) return std::nullopt;
    return Said{items[0].name, items[0].inputs, source};
  } catch (const CLI::Error&) {
    return std::nullopt;
  }
}

}  // namespace

/// Reads the places one after the other; what comes later wins.
struct SettingsReader {
  std::span<const Setting> table;
  ReadSettings result{};

  void putStandards() {
    for (const Setting& setting : table) {
      const bool several = setting.kind == SettingKind::List;
      result.settings.m_values[setting.key] = {
          several ? split(setting.standard) : std::vector<std::string>{setting.standard},
          "default"};
    }
  }

  const Setting* find(const std::string& key) const {
    const auto row = std::find_if(table.begin(), table.end(),
                                  [&](const Setting& setting) { return setting.key == key; });
    return row == table.end() ? nullptr : &*row;
  }

  void fault(const std::string& key, const std::string& source, const std::string& what) {
    result.faults.push_back(source + ": " + key + " " + what);
  }

  void put(const Setting& setting, Said said) {
    if (setting.kind == SettingKind::Flag && said.texts.empty()) said.texts = {"true"};
    if (said.texts.empty() || (setting.kind != SettingKind::List && said.texts.size() > 1)) {
      return fault(setting.key, said.source, "must have one value: " + allowed(setting));
    }
    for (const std::string& text : said.texts) {
      if (accepts(setting, text)) continue;
      const bool hide = setting.kind == SettingKind::Secret;
      return fault(setting.key, said.source,
                   (hide ? "" : "is \"" + withoutPasswords(text) + "\": it ") +
                       std::string{"must be "} + allowed(setting));
    }
    result.settings.m_values[setting.key] = {std::move(said.texts), std::move(said.source)};
  }

  static std::string allowed(const Setting& setting) {
    return setting.kind == SettingKind::Flag ? "true or false" : setting.allowed;
  }

  static bool accepts(const Setting& setting, const std::string& text) {
    if (setting.kind == SettingKind::Flag) return text == "true" || text == "false";
    return setting.accepts(text);
  }

  /// The name of a file with the secret in it stands for the secret.
  void putFile(const Setting& setting, Said said) {
    if (said.texts.size() != 1) return fault(said.key, said.source, "must name one file");
    auto secret = platform::readFile(said.texts.front(), kLongestSecret);
    if (!secret) return fault(said.key, said.source, "cannot be read: " + secret.error().text());
    while (!secret->empty() && (secret->back() == '\n' || secret->back() == '\r')) {
      secret->pop_back();
    }
    put(setting, {said.key, {std::move(*secret)}, said.source + " -> " + said.texts.front()});
  }

  void take(Said said) {
    if (const Setting* setting = find(said.key)) return put(*setting, std::move(said));
    if (said.key.ends_with(kFileSuffix)) {
      const Setting* secret = find(said.key.substr(0, said.key.size() - kFileSuffix.size()));
      if (secret != nullptr && secret->kind == SettingKind::Secret) {
        return putFile(*secret, std::move(said));
      }
    }
    fault(said.key, said.source, "is no setting; `vejviser-hub config show` lists them");
  }

  void takeFile(const SettingSources& sources) {
    std::istringstream lines{sources.text};
    std::map<std::string, int> seen;
    int number = 0;
    for (std::string line; std::getline(lines, line);) {
      const std::string place = sources.file + ":" + std::to_string(++number);
      if (isBlank(line)) continue;
      auto said = readLine(line, place);
      if (!said) {
        result.faults.push_back(place + ": is no \"key = value\"");
        continue;
      }
      const int before = std::exchange(seen[said->key], number);
      if (before != 0) {
        fault(said->key, place, "stands in line " + std::to_string(before) + " already");
      }
      take(std::move(*said));
    }
  }

  void takeEnvironment(const SettingSources& sources) {
    for (const auto& [variable, text] : sources.environment) {
      std::string key = variable.substr(std::string_view{kSettingPrefix}.size());
      for (char& c : key) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        if (c == '_') c = '-';
      }
      const Setting* setting = find(key);
      const bool several = setting != nullptr && setting->kind == SettingKind::List;
      take({key, several ? split(text) : std::vector<std::string>{text}, variable});
    }
  }
};

ReadSettings readSettings(std::span<const Setting> table, const SettingSources& sources) {
  SettingsReader reader{table};
  reader.putStandards();
  reader.takeFile(sources);
  reader.takeEnvironment(sources);
  for (const auto& [key, texts] : sources.flags) reader.take({key, texts, "--" + key});
  return std::move(reader.result);
}

std::string Settings::shown(std::span<const Setting> table) const {
  std::string all;
  for (const Setting& setting : table) {
    const Value& value = m_values.at(setting.key);
    const bool hide = setting.kind == SettingKind::Secret && !value.texts.front().empty();
    all += std::string{setting.key} + " = " +
           (hide ? kHidden : withoutPasswords(joined(value.texts))) + "  # " + value.source + "\n";
  }
  return all;
}

std::string withoutPasswords(const std::string& value) {
  std::string shown = value;
  const std::size_t scheme = shown.find("://");
  if (scheme != std::string::npos) {
    const std::size_t begin = scheme + 3;
    const std::size_t end = std::min(shown.find('/', begin), shown.size());
    const std::size_t at = shown.rfind('@', end);
    const std::size_t colon = shown.find(':', begin);
    if (at != std::string::npos && at > begin && colon < at) {
      shown.replace(colon + 1, at - colon - 1, kHidden);
    }
  }
  constexpr std::string_view kWord = "password=";
  for (std::size_t word = shown.find(kWord); word != std::string::npos;
       word = shown.find(kWord, word + 1)) {
    const std::size_t begin = word + kWord.size();
    const bool quoted = begin < shown.size() && shown[begin] == '\'';
    const std::size_t end = quoted ? shown.find('\'', begin + 1) : shown.find_first_of(" &", begin);
    shown.replace(begin, std::min(end, shown.size()) - begin, kHidden);
  }
  return shown;
}

std::string variableOf(const std::string& key) {
  std::string name = kSettingPrefix;
  for (const char c : key) {
    name.push_back(c == '-' ? '_' : static_cast<char>(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c));
  }
  return name;
}

std::map<std::string, std::string> settingVariables() {
  std::map<std::string, std::string> found;
  for (char** variable = environ; variable != nullptr && *variable != nullptr; ++variable) {
    const std::string_view both{*variable};
    const std::size_t equals = std::min(both.find('='), both.size());
    if (!both.starts_with(kSettingPrefix)) continue;
    found[std::string{both.substr(0, equals)}] = both.substr(std::min(equals + 1, both.size()));
  }
  return found;
}

}  // namespace vejviser::hub
