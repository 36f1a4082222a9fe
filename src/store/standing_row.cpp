#include "src/store/standing_row.h"

#include "platform/sqlite.h"

#include <algorithm>

namespace vejviser::store {

using platform::bindValue;
using platform::enumOf;
using platform::idOf;

const std::string kNoHelp = "kind NOT IN (1)";
const std::string kReplyColumns =
    "reply_rev, reply_top, reply_at, reply_first, reply_unit, reply_branch, reply_role,"
    " reply_reception, reply_decline, reply_outcome, reply_text, reply_when";

const std::string kSubjectColumns =
    "subject, top, rev, kind, at, withdrawn, topic, unit, branch, role, outcome, band, timing,"
    " people, act, channel, room, language, refusal, contact, to_code, to_branch, help, slip,"
    " valid_days, text, wanted, audience, attendance, library_min, citizen_service_min,"
    " when_given, doubt, " +
    kReplyColumns;

namespace {

/// Takes the columns of a row one after the other.
class Columns {
 public:
  Columns(SQLite::Statement& row, int first) : m_row(row), m_next(first) {}

  void operator()(Id& id) { id = idOf(m_row.getColumn(m_next++)); }
  void operator()(std::string& text) { text = m_row.getColumn(m_next++).getString(); }
  void operator()(int& number) { number = m_row.getColumn(m_next++).getInt(); }
  void operator()(bool& yes) { yes = m_row.getColumn(m_next++).getInt() != 0; }
  void operator()(Instant& instant) { instant = fromMs(m_row.getColumn(m_next++).getInt64()); }
  template <class Word>
  requires std::is_enum_v<Word>
  void operator()(Word& word) { word = enumOf<Word>(m_row.getColumn(m_next++)); }
  template <class Value>
  void operator()(std::optional<Value>& value) {
    if (m_row.isColumnNull(m_next)) {
      ++m_next;
    } else {
      (*this)(value.emplace());
    }
  }

 private:
  SQLite::Statement& m_row;
  int m_next;
};

/// Binds the parameters of a statement one after the other.
class Parameters {
 public:
  Parameters(SQLite::Statement& statement, int first) : m_statement(statement), m_next(first) {}

  void operator()(Instant instant) { bindValue(m_statement, m_next++, toMs(instant)); }
  void operator()(const std::optional<Instant>& instant) {
    bindValue(m_statement, m_next++, instant ? std::optional{toMs(*instant)} : std::nullopt);
  }
  void operator()(int number) { bindValue(m_statement, m_next++, std::int64_t{number}); }
  void operator()(bool yes) { bindValue(m_statement, m_next++, std::int64_t{yes}); }
  template <class Value>
  void operator()(const Value& value) {
    bindValue(m_statement, m_next++, value);
  }
  void skip(int count) {
    for (int i = 0; i < count; ++i) m_statement.bind(m_next++);
  }
  int next() const { return m_next; }

 private:
  SQLite::Statement& m_statement;
  int m_next;
};

/// Calls `with` for each field in the order of kSubjectColumns: reading and writing cannot differ.
template <class State, class With>
void eachColumn(State& state, With& with) {
  auto& standing = state.standing;
  auto& fields = standing.fields;
  with(state.subject);
  with(standing.top);
  with(standing.rev);
  with(standing.kind);
  with(standing.at);
  with(state.withdrawn);
  with(fields.topic);
  with(fields.unit);
  with(fields.branch);
  with(fields.role);
  with(fields.outcome);
  with(fields.band);
  with(fields.timing);
  with(fields.people);
  with(fields.act);
  with(fields.channel);
  with(fields.room);
  with(fields.language);
  with(fields.refusal);
  with(fields.contact);
  with(fields.to);
  with(fields.toBranch);
  with(fields.help);
  with(fields.slip);
  with(fields.valid_days);
  with(fields.text);
  with(fields.wanted);
  with(fields.audience);
  with(fields.attendance);
  with(fields.library_min);
  with(fields.citizenService_min);
  with(fields.when);
  with(fields.doubt);
}

/// The same for kReplyColumns.
template <class Reply, class With>
void eachReplyColumn(Reply& reply, With& with) {
  auto& fields = reply.fields;
  with(reply.rev);
  with(reply.top);
  with(reply.at);
  with(reply.first);
  with(fields.unit);
  with(fields.branch);
  with(fields.role);
  with(fields.reception);
  with(fields.decline);
  with(fields.outcome);
  with(fields.text);
  with(fields.when);
}

int columnsIn(const std::string& columns) {
  return static_cast<int>(std::count(columns.begin(), columns.end(), ',')) + 1;
}

}  // namespace

std::string placesFor(const std::string& columns) {
  std::string places = "?";
  for (int i = 1; i < columnsIn(columns); ++i) places += ",?";
  return places;
}

SubjectState readSubject(SQLite::Statement& row) {
  SubjectState state;
  Columns columns{row, 0};
  eachColumn(state, columns);
  state.standing.reply = readReply(row, columnsIn(kSubjectColumns) - columnsIn(kReplyColumns));
  return state;
}

std::optional<StandingReply> readReply(SQLite::Statement& row, int first) {
  if (row.isColumnNull(first)) return std::nullopt;
  StandingReply reply;
  Columns columns{row, first};
  eachReplyColumn(reply, columns);
  return reply;
}

int bindSubject(SQLite::Statement& statement, int first, const SubjectState& state) {
  Parameters parameters{statement, first};
  eachColumn(state, parameters);
  return bindReply(statement, parameters.next(), state.standing.reply);
}

int bindReply(SQLite::Statement& statement, int first, const std::optional<StandingReply>& reply) {
  Parameters parameters{statement, first};
  if (reply) {
    eachReplyColumn(*reply, parameters);
  } else {
    parameters.skip(columnsIn(kReplyColumns));
  }
  return parameters.next();
}

}  // namespace vejviser::store
