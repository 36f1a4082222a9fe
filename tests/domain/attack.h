// What an attacker finds of a month in all its published versions, and how much of it is withheld.
#pragma once

#include "src/domain/catalogue.h"
#include "tests/domain/attacker.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace vejviser::test {

bool isSmall(std::int64_t n, std::int64_t threshold);

/// All numbers of a month, those that others add up to included.
Counts countsOf(const std::vector<Cell>& cells, const Catalogue& catalogue);

struct Version {
  PublishedMonth month;
  Counts counts;
};

struct History {
  std::vector<Version> versions;
  Catalogue catalogue;
  std::int64_t threshold = 5;
  int waits = 0;

  /// The next version. Helps or referrals of a unit that waited are in it as they were before.
  void add(PublishedMonth month, Counts counts);
};

/// Cells of a table that are not 0.
struct Shares {
  int shown = 0;
  int small = 0;          ///< withheld because they are
  int complementary = 0;  ///< withheld to protect them
  int whole = 0;          ///< in units or referrals that are withheld whole

  int all() const { return shown + small + complementary + whole; }
  std::string text() const;
};

struct Findings {
  std::size_t versions = 0;
  int waits = 0;
  std::map<Table, Shares> shares;
  int found = 0;
  std::string first;  ///< that was found

  void find(const History& history, std::size_t version, const Line& line);
  void print(const std::string& what) const;
};

/// `grows`: the attacker knows that counts have only grown from version to version.
void attack(const History& history, bool grows, Findings& findings);

}  // namespace vejviser::test
