// A story of entries that a test tells, and one that has something of everything figures are made
// of.
#pragma once

#include "src/domain/statistics.h"
#include "tests/support/worlds.h"

#include <QStringList>
#include <chrono>
#include <functional>
#include <map>
#include <vector>

namespace vejviser::test {

using Change = std::function<void(Fields&)>;

/// Entries of some subjects, and what they count.
class Story {
 public:
  /// A help, or what `made` makes of it.
  Entry logged(const char* at, Unit unit, const Change& change, const Entry* made = nullptr) {
    m_maker.clock().set(fromLocal(*parseLocalTime(at)));
    Entry entry = made != nullptr ? *made : m_maker.help("find-item");
    entry.at = m_maker.clock().now();
    entry.fields.unit = unit;
    entry.fields.branch = unit == Unit::Library ? "hb" : "bs";
    if (change) change(entry.fields);
    return entry;
  }

  Entry help(const char* at, Unit unit, const Change& change = {}) {
    return stands(logged(at, unit, change));
  }
  Entry referral(Unit unit, const std::string& to, const Change& change = {}) {
    const Entry made = m_maker.referral(m_maker.help(), to);
    return stands(logged("2026-11-24 12:00", unit, change, &made));
  }
  Entry question(bool wanted, const Change& change = {}) {
    Entry made = m_maker.question("Kan man forny passet i Ribe?");
    made.fields.wanted = wanted;
    return stands(logged("2026-11-24 12:00", Unit::Library, change, &made));
  }
  Entry event(Unit unit, const std::string& topic, const Change& change) {
    const Entry made = m_maker.event(topic);
    return stands(logged("2026-11-24 17:00", unit, change, &made));
  }
  Entry quiet(const char* at, const Change& change = {}) {
    const Entry made = m_maker.quiet();
    return stands(logged(at, Unit::Library, change, &made));
  }

  void reply(const Entry& to, std::chrono::minutes after, Reception reception,
             Decline decline = Decline::None) {
    Entry entry = m_maker.reply(to, nextRev());
    entry.at = to.at + after;
    entry.fields.reception = reception;
    entry.fields.decline = decline;
    m_entries[to.subject].push_back(entry);
  }
  void answer(const Entry& question, const std::string& text) {
    m_entries[question.subject].push_back(m_maker.answer(question, nextRev(), text));
  }
  void correct(const Entry& entry, const Change& change) {
    Fields fields = entry.fields;
    change(fields);
    m_entries[entry.subject].push_back(m_maker.amend(entry, nextRev(), fields));
  }
  void withdraw(const Entry& entry) {
    m_entries[entry.subject].push_back(m_maker.withdraw(entry, nextRev()));
  }

  std::vector<Entry> entries() const {
    std::vector<Entry> all;
    for (const auto& [subject, entries] : m_entries) {
      all.insert(all.end(), entries.begin(), entries.end());
    }
    return all;
  }
  std::vector<Cell> cells() const {
    CellChanges changes;
    for (const auto& [subject, entries] : m_entries) changes.replace({}, fold(entries));
    return changes.nonZero();
  }

 private:
  Entry stands(const Entry& entry) {
    m_entries[entry.subject].push_back(entry);
    return entry;
  }
  int nextRev() { return ++m_rev; }

  EntryMaker m_maker;
  std::map<Id, std::vector<Entry>> m_entries;
  int m_rev = 0;
};

/// The days that the whole story is about.
const Period kStoryDays{*parseDay("2026-11-24"), *parseDay("2026-12-24")};
/// Lines of an opening hours file: library at "hb", citizen service at "bs".
const QStringList kStoryHours = {"hb,library,mon-fri,10:00,18:00,staffed",
                                 "hb,library,customary,usual",
                                 "bs,citizen_service,mon-fri,10:00,15:30,staffed"};

void inDoubt(Fields& fields);
/// Helps, referrals, questions, events and quiet hours of both units, with withdrawn, doubtful and
/// corrected ones of each kind; told so many times.
Story wholeStory(int times = 1);

}  // namespace vejviser::test
