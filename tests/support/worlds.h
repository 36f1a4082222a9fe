// Clock, randomness and entries that a test owns.
#pragma once

#include "src/base/id.h"
#include "src/base/random.h"
#include "src/base/time.h"
#include "src/domain/calendar.h"
#include "src/domain/entry.h"

#include <random>

namespace vejviser::test {

class FixedClock final : public Clock {
 public:
  Instant now() const override { return m_now; }
  milliseconds sinceBoot() const override { return m_up; }
  const std::string& bootId() const override { return m_boot; }

  void set(Instant now) { m_now = now; }
  void advance(milliseconds time) {
    m_now += time;
    m_up += time;
  }

 private:
  Instant m_now = fromMs(1'795'000'000'000);  // November 2026
  milliseconds m_up{1'000'000};
  std::string m_boot = "0badcafe";
};

class SeededRandom final : public RandomSource {
 public:
  explicit SeededRandom(std::uint64_t seed = 1) : m_engine(seed) {}
  void fill(std::span<std::uint8_t> out) override {
    for (std::uint8_t& byte : out) byte = static_cast<std::uint8_t>(m_engine());
  }

 private:
  std::mt19937_64 m_engine;
};

/// Makes entries of one tablet, as its recorder would.
class EntryMaker {
 public:
  explicit EntryMaker(const std::string& inst = "0123456789abcdef", std::uint64_t seed = 0)
      : m_inst(inst), m_random(std::hash<std::string>{}(inst) + seed), m_ids(m_clock, m_random) {}

  Entry help(const std::string& topic = "mitid-help") {
    Entry entry = made(EntryKind::Help);
    entry.fields.topic = topic;
    entry.fields.branch = "hb";
    return entry;
  }

  Entry referral(const Entry& help, const std::string& to = "citizen_service") {
    Entry entry = made(EntryKind::Referral);
    entry.fields.topic = help.fields.topic;
    entry.fields.branch = "hb";
    entry.fields.to = to;
    entry.fields.help = help.subject;
    return entry;
  }

  Entry amend(const Entry& of, int rev, const Fields& fields) {
    Entry entry = made(EntryKind::Amend);
    entry.subject = of.subject;
    entry.of = of.kind;
    entry.rev = rev;
    entry.fields = fields;
    return entry;
  }

  Entry withdraw(const Entry& of, int rev) {
    Entry entry = made(EntryKind::Void);
    entry.subject = of.subject;
    entry.rev = rev;
    return entry;
  }

  Entry reply(const Entry& to, int rev) {
    Entry entry = made(EntryKind::Reply);
    entry.subject = to.subject;
    entry.of = to.kind;
    entry.rev = rev;
    entry.fields.unit = Unit::CitizenService;
    entry.fields.branch = "hb";
    return entry;
  }

  Entry question(const std::string& text) {
    Entry entry = help();
    entry.kind = EntryKind::Question;
    entry.fields.text = text;
    return entry;
  }

  Entry answer(const Entry& question, int rev, const std::string& text) {
    Entry entry = reply(question, rev);
    entry.fields.text = text;
    return entry;
  }

  Entry event(const std::string& topic) {
    Entry entry = help(topic);
    entry.kind = EntryKind::Event;
    return entry;
  }

  Entry quiet() {
    Entry entry = help();
    entry.kind = EntryKind::Quiet;
    entry.fields.topic.clear();
    return entry;
  }

  FixedClock& clock() { return m_clock; }

 private:
  Entry made(EntryKind kind) {
    Entry entry;
    entry.id = m_ids.next();
    entry.subject = entry.id;
    entry.inst = m_inst;
    entry.n = ++m_n;
    entry.kind = kind;
    entry.at = m_clock.now();
    entry.boot = m_clock.bootId();
    entry.up = m_clock.sinceBoot();
    return entry;
  }

  std::string m_inst;
  FixedClock m_clock;
  SeededRandom m_random;
  IdSource m_ids;
  std::int64_t m_n = 0;
};

}  // namespace vejviser::test
