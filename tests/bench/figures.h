// Measuring: distributions, ratios to a floor measured in the same run, one line each.
#pragma once

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <functional>
#include <string>
#include <vector>

namespace vejviser::bench {

struct Distribution {
  double p50 = 0;
  double p95 = 0;
  double p99 = 0;
};

inline Distribution distributionOf(std::vector<double> samples) {
  std::sort(samples.begin(), samples.end());
  const auto at = [&](double share) {
    return samples[static_cast<std::size_t>(share * static_cast<double>(samples.size() - 1))];
  };
  return {at(0.5), at(0.95), at(0.99)};
}

/// In microseconds; what is done between the times is not measured.
inline Distribution measure(
    int times, const std::function<void()>& act, const std::function<void()>& between = [] {}) {
  std::vector<double> samples;
  samples.reserve(static_cast<std::size_t>(times));
  for (int i = 0; i < times; ++i) {
    const auto start = std::chrono::steady_clock::now();
    act();
    samples.push_back(
        std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now() - start)
            .count());
    between();
  }
  return distributionOf(std::move(samples));
}

inline double seconds(const std::function<void()>& act) {
  return measure(1, act).p50 / 1e6;
}

inline void heading(const char* text) {
  std::printf("\n%s\n%-44s %14s %14s %8s  %s\n", text, "", "measured", "floor", "ratio", "aim");
}

/// One line: a number, its floor, their ratio, and what is aimed at.
inline void line(const std::string& name, double measured, double floor, const char* unit,
                 const std::string& aim = {}) {
  std::printf("%-44s %11.1f %-2s", name.c_str(), measured, unit);
  if (floor > 0) {
    std::printf(" %11.1f %-2s %7.2fx  %s\n", floor, unit, measured / floor, aim.c_str());
  } else {
    std::printf(" %14s %8s  %s\n", "-", "", aim.c_str());
  }
  std::fflush(stdout);
}

}  // namespace vejviser::bench
