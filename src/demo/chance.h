// Chance that gives the same on every machine: all that is made up comes from one seed.
#pragma once

#include "src/base/random.h"

#include <cstdint>
#include <random>
#include <span>
#include <vector>

namespace vejviser::demo {

class Chance final : public RandomSource {
 public:
  explicit Chance(std::uint64_t seed) : m_engine(seed) {}

  void fill(std::span<std::uint8_t> out) override;

  /// True in so many of a hundred cases.
  bool happens(int percent) { return static_cast<int>(below(100)) < percent; }
  /// From `least` to `most`, both included.
  int from(int least, int most);
  /// A place in `weights`, each as often as it weighs; one of them must weigh something.
  std::size_t weighed(std::span<const int> weights);

  /// One of `choices`, whose second says how often.
  template <class T>
  T oneOf(std::span<const std::pair<T, int>> choices) {
    std::vector<int> weights;
    for (const auto& choice : choices) weights.push_back(choice.second);
    return choices[weighed(weights)].first;
  }

 private:
  std::mt19937_64 m_engine;  // the standard says what it gives; its distributions it leaves open
};

}  // namespace vejviser::demo
