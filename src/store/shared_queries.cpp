#include "src/store/shared_queries.h"

#include "src/domain/tally.h"
#include "src/store/question_index.h"

#include <algorithm>
#include <set>

namespace vejviser::store {

using platform::bindAll;
using platform::idOf;

namespace {

using Subjects = std::map<Id, SharedSubject>;

void join(std::optional<StandingReply>& reply, const std::optional<StandingReply>& other) {
  if (!other) return;
  if (reply) reply->add(*other);
  if (!reply) reply = other;
}

/// Puts together what was made here and what was pulled: here wins, the highest reply stands.
class Joiner {
 public:
  /// Rows of `standing`.
  void addOwn(SQLite::Statement& rows) {
    while (rows.executeStep()) {
      const SubjectState state = readSubject(rows);
      if (state.withdrawn) m_withdrawn.insert(state.subject);
      if (!state.withdrawn) m_subjects[state.subject] = {state.subject, true, state.standing};
    }
  }

  /// Rows of `shared_subject`.
  void addPulled(SQLite::Statement& rows) {
    while (rows.executeStep()) {
      SubjectState state = readSubject(rows);
      if (m_withdrawn.contains(state.subject)) continue;
      const auto [it, is_new] = m_subjects.try_emplace(
          state.subject, SharedSubject{state.subject, false, state.standing});
      if (!is_new) join(it->second.standing.reply, state.standing.reply);
    }
  }

  /// Rows of `own_reply`: the subject after kReplyColumns.
  void addReplies(SQLite::Statement& rows, int subjectColumn) {
    while (rows.executeStep()) {
      const auto it = m_subjects.find(idOf(rows.getColumn(subjectColumn)));
      if (it != m_subjects.end()) join(it->second.standing.reply, readReply(rows, 0));
    }
  }

  Subjects subjects() { return std::move(m_subjects); }

 private:
  Subjects m_subjects;
  std::set<Id> m_withdrawn;
};

std::string repliesWhere(const std::string& condition) {
  return "SELECT " + kReplyColumns + ", subject FROM own_reply WHERE " + condition;
}

int subjectColumn() {
  return static_cast<int>(std::count(kReplyColumns.begin(), kReplyColumns.end(), ',')) + 1;
}

/// All subjects of a kind since `from`.
Subjects subjectsOf(SQLite::Database& db, EntryKind kind, Instant from) {
  Joiner joiner;
  const std::string since = " kind=? AND at>=?";
  SQLite::Statement own{
      db, "SELECT " + kSubjectColumns + " FROM standing WHERE " + kNoHelp + " AND" + since};
  joiner.addOwn(bindAll(own, kind, toMs(from)));
  SQLite::Statement pulled{
      db, "SELECT " + kSubjectColumns + " FROM shared_subject" + kInUse + " AND" + since};
  joiner.addPulled(bindAll(pulled, kind, toMs(from)));
  SQLite::Statement replies{db, repliesWhere("kind=?")};
  joiner.addReplies(bindAll(replies, kind), subjectColumn());
  return joiner.subjects();
}

std::vector<SharedSubject> newestFirst(Subjects&& subjects) {
  std::vector<SharedSubject> list;
  list.reserve(subjects.size());
  for (auto& [id, subject] : subjects) list.push_back(std::move(subject));
  std::sort(list.begin(), list.end(), [](const SharedSubject& a, const SharedSubject& b) {
    return std::tie(a.standing.at, a.subject) > std::tie(b.standing.at, b.subject);
  });
  return list;
}

bool fits(const QuestionSearch& search, const Standing& question) {
  const bool answered = question.reply && !question.reply->fields.text.empty();
  return !search.unansweredOnly || (question.fields.wanted && !answered);
}

}  // namespace

std::vector<SharedSubject> SharedQueries::newest(EntryKind kind, Instant from) const {
  return newestFirst(m_reader.ask<Subjects>(
      "list what is shared", [&](SQLite::Database& db) { return subjectsOf(db, kind, from); }));
}

std::vector<SharedSubject> SharedQueries::referrals(Instant from) const {
  return newest(EntryKind::Referral, from);
}

std::vector<SharedSubject> SharedQueries::events(Instant from) const {
  return newest(EntryKind::Event, from);
}

std::optional<SharedSubject> SharedQueries::find(const Id& subject) const {
  using Found = std::optional<SharedSubject>;
  return m_reader.ask<Found>("find what is shared", [&](SQLite::Database& db) -> Found {
    Joiner joiner;
    SQLite::Statement own{db, "SELECT " + kSubjectColumns + " FROM standing WHERE subject=?"};
    joiner.addOwn(bindAll(own, subject));
    SQLite::Statement pulled{
        db, "SELECT " + kSubjectColumns + " FROM shared_subject" + kInUse + " AND subject=?"};
    joiner.addPulled(bindAll(pulled, subject));
    SQLite::Statement replies{db, repliesWhere("subject=?")};
    joiner.addReplies(bindAll(replies, subject), subjectColumn());
    Subjects subjects = joiner.subjects();
    if (subjects.empty()) return std::nullopt;
    return std::move(subjects.begin()->second);
  });
}

Result<std::optional<StandingReply>> SharedQueries::findReply(const Id& subject) const {
  using Found = std::optional<StandingReply>;
  return m_reader.tryToAsk<Found>("find a reply", [&](SQLite::Database& db) {
    Found reply;
    for (const std::string& from : {std::string{"own_reply WHERE"}, std::string{"standing WHERE"},
                                    std::string{"shared_subject"} + kInUse + " AND"}) {
      const std::string sql =
          std::string{"SELECT "}.append(kReplyColumns).append(" FROM ").append(from);
      SQLite::Statement row{db, sql + " subject=?"};
      bindAll(row, subject);
      if (row.executeStep()) join(reply, readReply(row, 0));
    }
    return reply;
  });
}

std::map<Id, StandingReply> SharedQueries::strayReplies() const {
  using Replies = std::map<Id, StandingReply>;
  return m_reader.ask<Replies>("list replies", [&](SQLite::Database& db) {
    SQLite::Statement rows{
        db, repliesWhere("kind=? AND NOT EXISTS (SELECT 1 FROM shared_subject s" + kInUse +
                         " AND s.subject = own_reply.subject)")};
    bindAll(rows, EntryKind::Referral);
    Replies replies;
    while (rows.executeStep()) {
      if (auto reply = readReply(rows, 0)) {
        replies[idOf(rows.getColumn(subjectColumn()))] = std::move(*reply);
      }
    }
    return replies;
  });
}

std::vector<SharedSubject> SharedQueries::questions(const QuestionSearch& search) const {
  const std::string match = matchFor(search.words);
  Subjects found = m_reader.ask<Subjects>("search questions", [&](SQLite::Database& db) {
    Subjects subjects = subjectsOf(db, EntryKind::Question, Instant::min());
    if (match.empty()) return subjects;
    SQLite::Statement rows{db, "SELECT rowid FROM question_index WHERE question_index MATCH ?"};
    bindAll(rows, match);
    std::set<std::int64_t> matching;
    while (rows.executeStep()) matching.insert(rows.getColumn(0).getInt64());
    std::erase_if(subjects,
                  [&](const auto& known) { return !matching.contains(indexNumber(known.first)); });
    return subjects;
  });
  std::erase_if(found, [&](const auto& known) { return !fits(search, known.second.standing); });
  std::vector<SharedSubject> list = newestFirst(std::move(found));
  if (list.size() > static_cast<std::size_t>(search.most)) {
    list.resize(static_cast<std::size_t>(search.most));
  }
  return list;
}

std::map<std::string, Day> SharedQueries::lastDone(const std::string& branch) const {
  using Days = std::map<std::string, Day>;
  return m_reader.ask<Days>("ask when topics were last done", [&](SQLite::Database& db) {
    Days days;
    for (const std::string& from :
         {std::string{"cell WHERE"}, std::string{"shared_cell"} + kInUse + " AND"}) {
      SQLite::Statement rows{db, "SELECT item, max(day) FROM " + from +
                                     " series=? AND branch=? AND n > 0 GROUP BY item"};
      bindAll(rows, Series::Topic, branch);
      while (rows.executeStep()) {
        Day& day = days[rows.getColumn(0).getString()];
        day = std::max(day, dayFromNumber(rows.getColumn(1).getInt()));
      }
    }
    return days;
  });
}

std::optional<std::string> SharedQueries::document(const std::string& name) const {
  using Text = std::optional<std::string>;
  return m_reader.ask<Text>("read a document", [&](SQLite::Database& db) -> Text {
    SQLite::Statement row{db,
                          std::string{"SELECT text FROM shared_document"} + kInUse + " AND name=?"};
    bindAll(row, name);
    if (!row.executeStep()) return std::nullopt;
    return row.getColumn(0).getString();
  });
}

std::vector<std::string> SharedQueries::documentNames() const {
  using Names = std::vector<std::string>;
  return m_reader.ask<Names>("list documents", [&](SQLite::Database& db) {
    SQLite::Statement rows{
        db, std::string{"SELECT name FROM shared_document"} + kInUse + " ORDER BY name"};
    Names names;
    while (rows.executeStep()) names.push_back(rows.getColumn(0).getString());
    return names;
  });
}

}  // namespace vejviser::store
