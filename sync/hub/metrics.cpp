#include "sync/hub/metrics.h"

#include "src/base/version.h"

#include <mutex>
#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>
#include <set>

namespace vejviser::hub {

namespace {

using prometheus::Counter;
using prometheus::Family;
using prometheus::Gauge;
using prometheus::Histogram;
using prometheus::Registry;

/// Seconds: from what memory answers to a poll that waited for news.
const Histogram::BucketBoundaries kDurations = {.001, .0025, .005, .01, .025, .05, .1, .25,
                                                .5,   1,     2.5,  5,   10,   30,  60, 300};
/// Pushes in one transaction: up to the largest group.
const Histogram::BucketBoundaries kGroups = {1, 2, 4, 8, 16, 32, 64, 128};

Family<Counter>& counter(Registry& registry, const char* name, const char* help) {
  return prometheus::BuildCounter().Name(name).Help(help).Register(registry);
}
Family<Gauge>& gauge(Registry& registry, const char* name, const char* help) {
  return prometheus::BuildGauge().Name(name).Help(help).Register(registry);
}
Family<Histogram>& histogram(Registry& registry, const char* name, const char* help) {
  return prometheus::BuildHistogram().Name(name).Help(help).Register(registry);
}

/// Brings a counter to what somebody else counted.
void catchUp(Family<Counter>& family, double total) {
  Counter& counter = family.Add({});
  counter.Increment(total - counter.Value());
}

std::string statusClass(int status) {
  return std::to_string(status / 100) + "xx";
}

double number(auto value) {
  return static_cast<double>(value);
}

double seconds(Instant instant) {
  return number(toMs(instant)) / 1000;
}

}  // namespace

struct Metrics::Families {
  Registry registry;
  Family<Counter>& requests = counter(registry, "vejviser_requests_total",
                                      "Requests answered, by route and class of status.");
  Family<Histogram>& durations =
      histogram(registry, "vejviser_request_duration_seconds",
                "From a request to its answer; a sync may wait for news meanwhile.");
  Family<Counter>& entries =
      counter(registry, "vejviser_entries_total",
              "Entries taken from tablets: counted, held, or duplicate (they were here already).");
  Family<Histogram>& commits = histogram(registry, "vejviser_commit_duration_seconds",
                                         "One transaction of pushes, until it is on the disk.");
  Family<Histogram>& groups =
      histogram(registry, "vejviser_commit_pushes", "Pushes that shared one transaction.");
  Family<Counter>& failures = counter(registry, "vejviser_commit_failures_total",
                                      "Transactions of pushes that failed; nothing was taken.");
  Family<Counter>& rows =
      counter(registry, "vejviser_pulled_rows_total", "Rows that tablets pulled.");
  Family<Gauge>& pushesWaiting =
      gauge(registry, "vejviser_commit_queue_pushes", "Pushes that wait for a transaction.");
  Family<Gauge>& polls = gauge(registry, "vejviser_long_polls", "Requests that wait for news now.");
  Family<Gauge>& readable = gauge(registry, "vejviser_database_readable",
                                  "1 when the database could be read for these gauges.");
  Family<Gauge>& tablets = gauge(registry, "vejviser_tablets", "Tablets in use.");
  Family<Gauge>& heardToday =
      gauge(registry, "vejviser_tablets_heard_today", "Tablets in use heard since midnight.");
  Family<Gauge>& entriesWaiting = gauge(registry, "vejviser_entries_waiting",
                                        "Entries that tablets still held when last heard.");
  Family<Gauge>& oldestHeard =
      gauge(registry, "vejviser_oldest_heard_age_seconds",
            "How long ago the tablet in use that is silent longest was heard.");
  Family<Gauge>& held =
      gauge(registry, "vejviser_entries_held", "Entries kept but not counted, by reason.");
  Family<Gauge>& bytes = gauge(registry, "vejviser_database_bytes", "Size of the database.");
  Family<Gauge>& position =
      gauge(registry, "vejviser_position", "The last position of the database.");
  Family<Gauge>& floor = gauge(registry, "vejviser_floor_position",
                               "Rows up to this position may have been deleted since.");
  Family<Counter>& connections =
      counter(registry, "vejviser_connections_total", "Connections taken.");
  Family<Counter>& refused =
      counter(registry, "vejviser_connections_refused_total", "Connections closed at once.");
  Family<Gauge>& connectionsOpen =
      gauge(registry, "vejviser_connections_open", "Connections open now.");
  Family<Gauge>& jobs =
      gauge(registry, "vejviser_worker_queue_jobs", "Requests that wait for a thread.");
  Family<Gauge>& build =
      gauge(registry, "vejviser_build_info", "1, with the version of the program.");
  Family<Counter>& cpu = counter(registry, "process_cpu_seconds_total", "Processor time used.");
  Family<Gauge>& resident = gauge(registry, "process_resident_memory_bytes", "Memory in use.");
  Family<Gauge>& virtualMemory =
      gauge(registry, "process_virtual_memory_bytes", "Address space in use.");
  Family<Gauge>& openFiles = gauge(registry, "process_open_fds", "Open file descriptors.");
  Family<Gauge>& mostFiles =
      gauge(registry, "process_max_fds", "File descriptors that may be open.");
  Family<Gauge>& start = gauge(registry, "process_start_time_seconds",
                               "When the process started, in seconds since 1970.");

  std::mutex mutex;
  std::set<std::pair<std::string, std::string>> reasons;  ///< of held entries, by hub: once seen
};

Metrics::Metrics() : m_families(std::make_unique<Families>()) {
  m_families->build.Add({{"version", std::string{programVersion()}}}).Set(1);
}

Metrics::~Metrics() = default;

void Metrics::answered(const std::string& hub, const Answered& request) {
  const prometheus::Labels route{
      {"hub", hub}, {"method", request.method}, {"route", request.route}};
  prometheus::Labels counted = route;
  counted.emplace("code", statusClass(request.status));
  m_families->requests.Add(counted).Increment();
  m_families->durations.Add(route, kDurations).Observe(request.took.count());
}

void Metrics::committed(const std::string& hub, const Committed& commit) {
  if (!commit.stored) return m_families->failures.Add({{"hub", hub}}).Increment();
  const auto count = [&](const char* outcome, std::int64_t entries) {
    m_families->entries.Add({{"hub", hub}, {"outcome", outcome}}).Increment(number(entries));
  };
  count("counted", commit.taken.counted);
  count("held", commit.taken.held);
  count("duplicate", commit.taken.duplicate);
  m_families->commits.Add({{"hub", hub}}, kDurations).Observe(commit.took.count());
  m_families->groups.Add({{"hub", hub}}, kGroups).Observe(number(commit.pushes));
}

void Metrics::pulled(const std::string& hub, std::size_t rows) {
  m_families->rows.Add({{"hub", hub}}).Increment(number(rows));
}

void Metrics::set(const std::string& hub, const HubReadings& readings) {
  Families& all = *m_families;
  const prometheus::Labels label{{"hub", hub}};
  all.pushesWaiting.Add(label).Set(number(readings.pushesWaiting));
  all.polls.Add(label).Set(number(readings.pollsHeld));
  all.readable.Add(label).Set(readings.readable ? 1 : 0);
  all.tablets.Add(label).Set(readings.heard.tablets);
  all.heardToday.Add(label).Set(readings.heard.today);
  all.entriesWaiting.Add(label).Set(number(readings.heard.waiting));
  if (readings.oldestHeard) all.oldestHeard.Add(label).Set(number(readings.oldestHeard->count()));
  all.bytes.Add(label).Set(number(readings.database_bytes));
  all.position.Add(label).Set(number(readings.position));
  all.floor.Add(label).Set(number(readings.floor));

  const std::scoped_lock lock{all.mutex};
  const auto heldGauge = [&](const std::string& reason) -> Gauge& {
    return all.held.Add({{"hub", hub}, {"reason", reason}});
  };
  for (const auto& [seenAt, reason] : all.reasons) {
    if (seenAt == hub) heldGauge(reason).Set(0);  // until the new reading says otherwise
  }
  for (const auto& [reason, entries] : readings.held) {
    heldGauge(reason).Set(number(entries));
    all.reasons.insert({hub, reason});
  }
}

void Metrics::set(const ProcessReadings& readings) {
  Families& all = *m_families;
  const std::scoped_lock lock{all.mutex};  // two scrapes must not both add what is missing
  catchUp(all.connections, number(readings.connectionsTotal));
  catchUp(all.refused, number(readings.connectionsRefused));
  catchUp(all.cpu, readings.process.cpu_s);
  all.connectionsOpen.Add({}).Set(number(readings.connectionsOpen));
  all.jobs.Add({}).Set(number(readings.jobsWaiting));
  all.resident.Add({}).Set(number(readings.process.resident_bytes));
  all.virtualMemory.Add({}).Set(number(readings.process.virtual_bytes));
  all.openFiles.Add({}).Set(number(readings.process.openFiles));
  all.mostFiles.Add({}).Set(number(readings.process.mostFiles));
  all.start.Add({}).Set(seconds(readings.process.started));
}

void Metrics::reported(const std::string& hub, std::optional<Instant> done, int written) {
  Registry& registry = m_families->registry;  // told only where reports are written
  counter(registry, "vejviser_reports_written_total", "Reports written to the folder.")
      .Add({{"hub", hub}})
      .Increment(written);
  gauge(registry, "vejviser_reports_failing", "1 when the last try to write reports failed.")
      .Add({{"hub", hub}})
      .Set(done ? 0 : 1);
  if (!done) return;
  gauge(registry, "vejviser_reports_checked_timestamp_seconds",
        "When all reports that were due then were there, in seconds since 1970.")
      .Add({{"hub", hub}})
      .Set(seconds(*done));
}

void Metrics::setCertificateExpiry(Instant end) {
  gauge(m_families->registry, "vejviser_certificate_expiry_timestamp_seconds",
        "When the certificate that clients are shown ends, in seconds since 1970.")
      .Add({})
      .Set(seconds(end));
}

std::string Metrics::text() const {
  return prometheus::TextSerializer{}.Serialize(m_families->registry.Collect());
}

}  // namespace vejviser::hub
