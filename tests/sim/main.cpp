// vejviser-sim: histories of tablets and a hub under every fault there is. See README.md here.
#include "src/base/rules.h"
#include "tests/sim/simulation.h"

#include <CLI/CLI.hpp>
#include <chrono>
#include <cstdio>
#include <map>
#include <sqlite3.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace vejviser;
using namespace vejviser::sim;

namespace {

struct Options {
  std::uint64_t from = 1;
  std::uint64_t seeds = 1000;
  std::optional<std::uint64_t> only;
  bool trace = false;
  bool mutants = false;
  bool reach = false;
  std::string rule;
  int jobs = 2;
};

struct Sum {
  std::uint64_t histories = 0;
  std::uint64_t failed = 0;
  std::int64_t entries = 0;
  std::uint64_t hash = 0;
  Marks marks;
  std::vector<std::string> examples;
};

constexpr std::size_t kExamples = 10;
constexpr std::int64_t kReach = 100;
/// Without these a run has not been where faults hide.
constexpr const char* kMustReach[] = {"409",
                                      "fork",
                                      "park",
                                      "quarantine",
                                      "stale answer",
                                      "reset within reset",
                                      "page cut",
                                      "floor hit",
                                      "portal",
                                      "answer lost",
                                      "hub restored",
                                      "failed over",
                                      "rolled back",
                                      "clone",
                                      "save failed",
                                      "poll cut short",
                                      "hub died in a commit",
                                      "erased",
                                      "saved question",
                                      "saved answer",
                                      "saved event",
                                      "saved quiet",
                                      "saved reception",
                                      "over the line"};
constexpr std::uint64_t kChunk = 100;       // of the seeds that try to catch a broken rule
constexpr std::uint64_t kEnoughCaught = 5;  // more would only cost time

std::optional<Rule> ruleNamed(const std::string& text) {
  for (int i = 0; i < kRules; ++i) {
    if (name(static_cast<Rule>(i)) == text) return static_cast<Rule>(i);
  }
  return std::nullopt;
}

void add(Sum& sum, const HistoryResult& outcome) {
  ++sum.histories;
  sum.entries += outcome.entries;
  sum.hash ^= outcome.hash * (2 * outcome.seed + 1);
  for (const auto& [what, times] : outcome.marks) sum.marks[what] += times;
  if (outcome.broken.empty()) return;
  ++sum.failed;
  if (sum.examples.size() < kExamples) {
    sum.examples.push_back(std::to_string(outcome.seed) + " " + outcome.broken.front());
  }
}

/// One process's share of the seeds, as lines that collect() reads.
void work(const Options& options, int job, std::FILE* out) {
  test::FaultVfs disks{1};
  Sum sum;
  for (std::uint64_t i = static_cast<std::uint64_t>(job); i < options.seeds;
       i += static_cast<std::uint64_t>(options.jobs)) {
    add(sum, runHistory(options.from + i, disks, false));
  }
  std::fprintf(out, "sum %llu %llu %lld %llu\n", static_cast<unsigned long long>(sum.histories),
               static_cast<unsigned long long>(sum.failed), static_cast<long long>(sum.entries),
               static_cast<unsigned long long>(sum.hash));
  for (const auto& [what, times] : sum.marks) {
    std::fprintf(out, "mark %lld %s\n", static_cast<long long>(times), what.c_str());
  }
  for (const std::string& example : sum.examples) std::fprintf(out, "fail %s\n", example.c_str());
}

void collect(std::FILE* in, Sum& sum) {
  char line[4096];
  while (std::fgets(line, sizeof line, in) != nullptr) {
    std::string text{line};
    text.pop_back();
    unsigned long long a = 0;
    unsigned long long b = 0;
    unsigned long long d = 0;
    long long c = 0;
    int at = 0;
    if (std::sscanf(line, "sum %llu %llu %lld %llu", &a, &b, &c, &d) == 4) {
      sum.histories += a;
      sum.failed += b;
      sum.entries += c;
      sum.hash ^= d;
    } else if (std::sscanf(line, "mark %lld %n", &c, &at) == 1) {
      sum.marks[text.substr(static_cast<std::size_t>(at))] += c;
    } else if (text.starts_with("fail ")) {
      sum.examples.push_back(text.substr(5));
    }
  }
}

/// All seeds, on `jobs` processes; a process that dies counts as a failure.
Sum run(const Options& options) {
  std::vector<std::pair<pid_t, std::FILE*>> children;
  for (int job = 0; job < options.jobs; ++job) {
    int ends[2];
    if (pipe(ends) != 0) std::abort();
    const pid_t pid = fork();
    if (pid == 0) {
      close(ends[0]);
      std::FILE* out = fdopen(ends[1], "w");
      work(options, job, out);
      std::fclose(out);
      std::_Exit(0);
    }
    close(ends[1]);
    children.emplace_back(pid, fdopen(ends[0], "r"));
  }
  Sum sum;
  for (const auto& [pid, in] : children) {
    collect(in, sum);
    std::fclose(in);
    int status = 0;
    waitpid(pid, &status, 0);
    if (status == 0) continue;
    ++sum.failed;
    sum.examples.emplace_back("a process died: status " + std::to_string(status));
  }
  return sum;
}

void print(const Sum& sum, double seconds) {
  std::printf("%llu histories, %lld entries, %llu failing, %.0f s, trace %016llx\n",
              static_cast<unsigned long long>(sum.histories), static_cast<long long>(sum.entries),
              static_cast<unsigned long long>(sum.failed), seconds,
              static_cast<unsigned long long>(sum.hash));
  for (const auto& [what, times] : sum.marks) {
    std::printf("  %-28s %lld\n", what.c_str(), static_cast<long long>(times));
  }
  for (const std::string& example : sum.examples) std::printf("seed %s\n", example.c_str());
}

/// Breaks each rule in turn; true when each was caught.
bool catchMutants(Options options) {
  bool all = true;
  const std::uint64_t most = options.seeds;
  for (int i = 0; i < kRules; ++i) {
    const Rule rule = static_cast<Rule>(i);
    if (!options.rule.empty() && options.rule != name(rule)) continue;
    breakRule(rule);
    std::uint64_t failed = 0;
    std::uint64_t tried = 0;
    std::string example = "never caught";
    options.seeds = kChunk;
    for (; tried < most && failed < kEnoughCaught; tried += kChunk) {
      Options chunk = options;
      chunk.from += tried;
      const Sum sum = run(chunk);
      failed += sum.failed;
      if (!sum.examples.empty()) example = "seed " + sum.examples.front();
    }
    all = all && failed > 0;
    std::printf("%-18s caught in %5.1f %% of %5llu   %s\n", std::string{name(rule)}.c_str(),
                100.0 * static_cast<double>(failed) / static_cast<double>(tried),
                static_cast<unsigned long long>(tried), example.c_str());
    std::fflush(stdout);
  }
  breakRule(std::nullopt);
  return all;
}

bool reached(const Sum& sum) {
  bool all = true;
  for (const char* what : kMustReach) {
    const auto it = sum.marks.find(what);
    const std::int64_t times = it == sum.marks.end() ? 0 : it->second;
    if (times >= kReach) continue;
    std::printf("reached only %lld times: %s\n", static_cast<long long>(times), what);
    all = false;
  }
  return all;
}

int runOne(const Options& options) {
  test::FaultVfs disks{1};
  const HistoryResult outcome = runHistory(*options.only, disks, options.trace);
  std::printf(
      "seed %llu: %lld entries, trace %016llx\n", static_cast<unsigned long long>(outcome.seed),
      static_cast<long long>(outcome.entries), static_cast<unsigned long long>(outcome.hash));
  for (const std::string& broken : outcome.broken) std::printf("%s\n", broken.c_str());
  return outcome.broken.empty() ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  sqlite3_config(SQLITE_CONFIG_SINGLETHREAD);  // its locks cost a tenth of the time
  CLI::App app{"Histories of tablets and a hub under every fault there is."};
  Options options;
  app.add_option("--seeds", options.seeds, "How many histories")->capture_default_str();
  app.add_option("--from", options.from, "The first seed")->capture_default_str();
  app.add_option("--only", options.only, "This seed alone");
  app.add_flag("--trace", options.trace, "With --only: tell the history");
  app.add_option("--break", options.rule, "A rule that shall not hold, e.g. SaltCompared");
  app.add_flag(
      "--mutants", options.mutants,
      "Break each rule in turn (or the one of --break) until it is caught, at most --seeds");
  app.add_flag("--reach", options.reach, "Fail unless everything was reached a hundred times");
  app.add_option("--jobs", options.jobs, "Processes")->capture_default_str();
  CLI11_PARSE(app, argc, argv);
  if (options.mutants) return catchMutants(options) ? 0 : 1;
  if (!options.rule.empty()) {
    const auto rule = ruleNamed(options.rule);
    if (!rule) return 2;
    breakRule(*rule);
  }
  if (options.only) return runOne(options);
  const auto start = std::chrono::steady_clock::now();
  const Sum sum = run(options);
  print(sum, std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
  const bool far = !options.reach || reached(sum);
  return sum.failed == 0 && far ? 0 : 1;
}
