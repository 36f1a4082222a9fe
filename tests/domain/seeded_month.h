// A month of whole entries by a seed, so that every table of it is about the same ones.
#pragma once

#include "src/domain/catalogue.h"
#include "src/domain/tally.h"

#include <algorithm>
#include <random>
#include <string>
#include <vector>

namespace vejviser::test {

class SeededMonth {
 public:
  static constexpr std::chrono::year_month kMonth = std::chrono::year{2026} / std::chrono::October;

  explicit SeededMonth(unsigned seed) : m_random(seed) {
    m_branches = 1 + below(7);
    m_topics = 4 + below(30);
    m_libraryShare = oneOf<double>({0.5, 0.8, 0.97, 1.0});
    m_said = oneOf<double>({0.02, 0.1, 0.5});
    std::vector<Topic> topics;
    const char* groups[] = {"digital-id", "id", "equipment", "books", "it-help", "tax"};
    for (int i = 0; i < 34; ++i) {
      topics.push_back({topicOf(i), "Emne", "Topic", groups[i % 6], i % 6 == 1});
    }
    m_catalogue = Catalogue{std::move(topics)};
  }

  /// That the catalogue does not have.
  static std::string unknownTopic() { return topicOf(40); }
  const Catalogue& catalogue() const { return m_catalogue; }

  void add(int entries) {
    for (int i = 0; i < entries; ++i) m_standing.push_back(entry());
  }
  /// Late entries: from anywhere, or from a desk that was long away from the net.
  void addLate(int entries) {
    const std::size_t before = m_standing.size();
    add(entries);
    const bool ofOneDesk = happens(0.5);
    const bool ofOneTopic = happens(0.3);
    for (std::size_t i = before + 1; i < m_standing.size(); ++i) {
      const Standing& first = m_standing[before];
      if (ofOneDesk) {
        m_standing[i].at = first.at;
        m_standing[i].fields.unit = first.fields.unit;
        m_standing[i].fields.branch = first.fields.branch;
      }
      const bool same = ofOneTopic && m_standing[i].kind == first.kind;
      if (same && first.fields.act == m_standing[i].fields.act) {
        m_standing[i].fields.topic = first.fields.topic;
      }
    }
  }
  void withdraw(int entries) {
    for (int i = 0; i < entries && !m_standing.empty(); ++i) {
      m_standing.erase(m_standing.begin() + below(static_cast<int>(m_standing.size())));
    }
  }

  std::vector<Cell> cells() const {
    CellChanges changes;
    for (const Standing& standing : m_standing) changes.replace(std::nullopt, standing);
    return changes.nonZero();
  }

  int below(int n) { return std::uniform_int_distribution<int>{0, n - 1}(m_random); }

 private:
  static std::string topicOf(int i) { return "topic-" + std::to_string(i); }
  bool happens(double share) { return std::bernoulli_distribution{share}(m_random); }
  template <class T>
  T oneOf(std::initializer_list<T> choices) {
    return choices.begin()[below(static_cast<int>(choices.size()))];
  }
  /// Below n, the small ones far more often.
  int rank(int n, double slope = 0.35) {
    return std::geometric_distribution<int>{slope}(m_random) % n;
  }
  /// One of the closed word lists, which begin at `first`.
  template <class Word>
  Word word(Word first, Word last) {
    const int from = static_cast<int>(first);
    return static_cast<Word>(from + rank(static_cast<int>(last) - from + 1, 0.6));
  }

  Standing entry() {
    Standing standing;
    const int day = std::min(rank(31, 0.04), 30);
    standing.at = fromLocal({Day{kMonth / 1} + std::chrono::days{day}, 8 + rank(12, 0.2), 10});
    Fields& fields = standing.fields;
    fields.unit = happens(m_libraryShare) ? Unit::Library : Unit::CitizenService;
    fields.branch = "branch-" + std::to_string(rank(m_branches));
    if (happens(0.15)) {
      standing.kind = EntryKind::Referral;
      referral(standing);
    } else {
      help(fields);
    }
    return standing;
  }

  void help(Fields& fields) {
    const int topic = rank(m_topics, 0.15);
    fields.topic = happens(0.01) ? unknownTopic() : topicOf(topic);
    fields.people = 1 + rank(4, 0.8);
    fields.outcome = word(Outcome::Alone, Outcome::TurnedAway);
    if (fields.outcome == Outcome::TurnedAway) fields.refusal = word(Refusal::None, Refusal::Other);
    fields.band = word(Band::Under5, Band::Over60);
    fields.timing = word(Timing::Guessed, Timing::Forgotten);
    if (m_catalogue.find(fields.topic) && topic % 6 == 1 && happens(0.9))
      fields.act = word(Act::Guide, Act::HandOver);
    fields.channel = word(Channel::InPerson, Channel::Screen);
    if (happens(m_said)) fields.room = word(Room::Used, Room::NoneHere);
    if (happens(m_said)) fields.language = oneOf<std::string>({"en", "uk", "ar", "so", "fa"});
    if (happens(1 - m_said)) fields.role = oneOf<std::string>({"library_staff", "volunteer"});
    if (happens(m_said)) fields.contact = Id{};
  }

  void referral(Standing& standing) {
    standing.fields.to = oneOf<std::string>(
        {"citizen_service", "library", "citizen_service", "library", "police", "doctor", "bank"});
    if (!unitFromCode(standing.fields.to) || happens(0.3)) return;
    StandingReply reply;
    reply.fields.reception = word(Reception::Accepted, Reception::Done);
    if (reply.fields.reception == Reception::Declined) {
      reply.fields.decline = word(Decline::NotOurs, Decline::Other);
    }
    reply.first = standing.at + std::chrono::hours{1} * rank(200, 0.05);
    standing.reply = reply;
  }

  std::mt19937 m_random;
  Catalogue m_catalogue;
  int m_branches = 1;
  int m_topics = 1;
  double m_libraryShare = 1;
  double m_said = 0;  ///< how often what need not be said is said
  std::vector<Standing> m_standing;
};

}  // namespace vejviser::test
