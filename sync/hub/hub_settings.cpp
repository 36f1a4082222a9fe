#include "sync/hub/hub_settings.h"

#include "platform/files.h"
#include "src/base/text.h"
#include "sync/hub/admin.h"
#include "sync/hub/option_texts.h"
#include "sync/hub/peers.h"

#include <array>

namespace vejviser::hub {

namespace {

constexpr std::size_t kLongestFile = 1024 * 1024;
constexpr int kMostPerAddress = 100'000;
constexpr int kLongestDrain_s = 3600;  // systemd would have killed the hub long before

bool isFolder(const std::string& text) {
  return !text.empty();
}
bool isAnything(const std::string&) {
  return true;
}
bool isListen(const std::string& text) {
  return readListen(text).ok();
}
bool isLogFormat(const std::string& text) {
  return platform::logFormatFrom(text).has_value();
}
bool isLogLevel(const std::string& text) {
  return platform::logLevelFrom(text).has_value();
}
bool isRange(const std::string& text) {
  return AddressRange::read(text).ok();
}

std::optional<int> numberUpTo(int most, const std::string& text) {
  const auto number = wholeNumber<int>(text);
  return number && *number >= 0 && *number <= most ? number : std::nullopt;
}

bool isDrain(const std::string& text) {
  return numberUpTo(kLongestDrain_s, text).has_value();
}

bool isReport(const std::string& text) {
  return text.empty() || reportEveryFrom(text).has_value();
}
bool isPerAddress(const std::string& text) {
  return numberUpTo(kMostPerAddress, text).value_or(0) > 0;
}
bool isAddress(const std::string& text) {
  return Proxies::read({text}).ok();
}
bool isDatabase(const std::string& text) {
  return text.empty() || text.starts_with("postgresql://") || text.starts_with("postgres://");
}
bool isMunicipality(const std::string& text) {
  return text.empty() || isCode(text);
}

constexpr std::array<Setting, 19> kSettings = {{
    {"data", SettingKind::Text, "/var/lib/vejviser-hub", "a folder", isFolder, "The hub's folder",
     true},
    {"database", SettingKind::Text, "", "an address, postgresql://...", isDatabase,
     "A PostgreSQL database; without it, SQLite files in the folder", true},
    {"at", SettingKind::Text, "", "a code (a-z, 0-9, '-' and '_')", isMunicipality,
     "Which municipality: the first part of its address; none when it is the only one", true},
    {"erasures", SettingKind::Text, "", "a file", isAnything,
     "The list of erased ids (default: erased.txt in the hub's folder)", true},
    {"backups", SettingKind::Text, "", "a folder", isAnything,
     "Where `backup` without a file and `migrate` put backups", true},
    {"no-auto-migrate", SettingKind::Flag, "false", "", isAnything,
     "Refuse a database of an older version instead of bringing it up to date", true},
    {"listen", SettingKind::Text, "127.0.0.1:8480", "an IP address and a port, as 127.0.0.1:8480",
     isListen, "Address and port"},
    {"log-format", SettingKind::Text, "text", "text or json", isLogFormat, "How log lines look"},
    {"log-level", SettingKind::Text, "info", "info, warning or error", isLogLevel,
     "The least that is logged; a line for each request is info"},
    {"metrics-from", SettingKind::List, "127.0.0.0/8, ::1",
     "an IP address, or ADDRESS/LENGTH as 10.1.0.0/16", isRange, "Who may read /metrics over TCP"},
    {"trust-user-header", SettingKind::Text, "", "the name of a header", isAnything,
     "The header in which a proxy that logs people in names them"},
    {"trusted-proxy", SettingKind::List, "127.0.0.1, ::1", "an IP address", isAddress,
     "A proxy whose X-Forwarded-For and -Proto, and whose header of names, are believed; may be "
     "repeated"},
    {"tls-certificate", SettingKind::Text, "", "a file", isAnything,
     "Answer https only: the hub's certificate and those that vouch for it (PEM)"},
    {"tls-key", SettingKind::Text, "", "a file", isAnything, "The certificate's key (PEM)"},
    {"plain-http", SettingKind::Flag, "false", "", isAnything,
     "Listen without TLS where others can reach it: a proxy in front has TLS"},
    {"per-address", SettingKind::Text, "250", "a whole number from 1 to 100000", isPerAddress,
     "At most so many connections of one address; a library shares one"},
    {"drain-seconds", SettingKind::Text, "0", "a whole number from 0 to 3600", isDrain,
     "How long the hub goes on after SIGTERM while /ready says no"},
    {"report-folder", SettingKind::Text, "", "a folder", isAnything,
     "Where the hub writes reports; must be there"},
    {"report", SettingKind::Text, "", "weekly or monthly", isReport,
     "Which reports it writes: of each whole week or month"},
}};

}  // namespace

std::span<const Setting> hubSettings() {
  return kSettings;
}

namespace {

/// Faults of settings that go together.
void checkTogether(ReadSettings& read) {
  const std::string& header = read.settings.text("trust-user-header");
  if (!header.empty()) {
    const auto identity = trustHeader(header, read.settings.list("trusted-proxy"));
    if (!identity) read.faults.push_back("trust-user-header: " + identity.error().text());
    if (read.settings.source("trusted-proxy") == "default") {  // not every program on this machine
      read.faults.emplace_back("trust-user-header: needs trusted-proxy to be given");
    }
  }
  if (read.settings.text("tls-certificate").empty() != read.settings.text("tls-key").empty()) {
    read.faults.emplace_back("tls-certificate and tls-key: both or neither");
  }
  if (read.settings.text("report").empty() != read.settings.text("report-folder").empty()) {
    read.faults.emplace_back("report and report-folder: both or neither");
  }
}

}  // namespace

ReadSettings readHubSettings(const std::string& file,
                             const std::map<std::string, std::vector<std::string>>& flags) {
  SettingSources sources{flags, settingVariables(), file, {}};
  const auto named = sources.environment.extract(variableOf("config"));
  if (sources.file.empty() && named) sources.file = named.mapped();
  std::error_code ignored;
  const bool usual = std::filesystem::exists(kUsualSettingsFile, ignored);
  if (sources.file.empty() && usual) sources.file = kUsualSettingsFile;
  if (sources.file.empty()) {
    ReadSettings read = readSettings(kSettings, sources);
    checkTogether(read);
    return read;
  }
  auto text = platform::readFile(sources.file, kLongestFile);
  if (text) sources.text = std::move(*text);
  ReadSettings read = readSettings(kSettings, sources);
  if (!text) read.faults.push_back(sources.file + ": cannot be read: " + text.error().detail);
  checkTogether(read);
  return read;
}

ServeOptions serveOptions(const Settings& settings) {
  ServeOptions options;
  options.place = placeOf(settings);
  options.erasures = settings.text("erasures");
  const ListenAddress listen = readListen(settings.text("listen")).value();
  options.server.address = listen.address;
  options.server.port = listen.port;
  options.log.format = *platform::logFormatFrom(settings.text("log-format"));
  options.log.least = *platform::logLevelFrom(settings.text("log-level"));
  options.log.priorities = platform::logsToJournal();
  for (const std::string& range : settings.list("metrics-from")) {
    options.metricsFrom.push_back(AddressRange::read(range).value());
  }
  options.drain =
      std::chrono::seconds{*numberUpTo(kLongestDrain_s, settings.text("drain-seconds"))};
  options.server.trustedProxies = settings.list("trusted-proxy");
  options.server.plainHttp = settings.flag("plain-http");
  options.server.perAddress = *numberUpTo(kMostPerAddress, settings.text("per-address"));
  if (!settings.text("tls-certificate").empty()) {
    options.tls = TlsFiles{settings.text("tls-certificate"), settings.text("tls-key")};
  }
  if (const auto every = reportEveryFrom(settings.text("report"))) {
    options.reports = ReportOptions{settings.text("report-folder"), *every};
  }
  options.migrates = !settings.flag("no-auto-migrate");
  if (!settings.text("trust-user-header").empty()) {
    options.identity =
        trustHeader(settings.text("trust-user-header"), settings.list("trusted-proxy")).value();
  }
  return options;
}

Place placeOf(const Settings& settings) {
  return {settings.text("data"), settings.text("database"), settings.text("at")};
}

std::filesystem::path erasuresFile(const Settings& settings) {
  const std::string& named = settings.text("erasures");
  return named.empty() ? usualErasures(placeOf(settings)) : std::filesystem::path{named};
}

}  // namespace vejviser::hub
