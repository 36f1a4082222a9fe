#include "src/store/queries.h"

#include "platform/sqlite.h"
#include "src/domain/calendar.h"

namespace vejviser::store {

using platform::bindAll;
using platform::enumOf;
using platform::idOf;

namespace {

/// A day that may not be told.
std::optional<Day> dayOf(const SQLite::Column& column) {
  return column.isNull() ? std::nullopt : std::optional{dayFromNumber(column.getInt())};
}

Topic readTopic(SQLite::Statement& row) {
  Topic topic;
  topic.id = row.getColumn(0).getString();
  topic.nameDa = row.getColumn(1).getString();
  topic.nameEn = row.getColumn(2).getString();
  topic.group = row.getColumn(3).getString();
  topic.authority = row.getColumn(4).getInt() != 0;
  topic.heavy = row.getColumn(5).getInt() != 0;
  topic.library = row.getColumn(6).getInt() != 0;
  topic.citizenService = row.getColumn(7).getInt() != 0;
  topic.kle = row.getColumn(8).getString();
  topic.selfService = row.getColumn(9).getString();
  topic.minutes = row.getColumn(10).getInt();
  topic.validFrom = dayOf(row.getColumn(11));
  topic.validTo = dayOf(row.getColumn(12));
  topic.checkedOn = dayOf(row.getColumn(13));
  topic.owner = row.getColumn(14).getString();
  topic.replacedBy = row.getColumn(15).getString();
  return topic;
}

template <class Value>
Value orEmpty(Result<Value> answer) {
  return answer ? std::move(*answer) : Value{};
}

}  // namespace

QueueCounts Queries::counts() const {
  return m_reader.ask<QueueCounts>("count the queue", [&](SQLite::Database& db) {
    QueueCounts counts;
    counts.entries = db.execAndGet("SELECT coalesce(max(seq), 0) FROM journal").getInt64();
    counts.held = db.execAndGet("SELECT count(*) FROM sent WHERE held IS NOT NULL").getInt64();
    counts.quarantined = db.execAndGet("SELECT count(*) FROM quarantine").getInt64();
    SQLite::Statement oldest{db,
                             "SELECT at FROM outbox JOIN journal USING(seq) ORDER BY seq LIMIT 1"};
    if (oldest.executeStep()) counts.oldestWaiting = fromMs(oldest.getColumn(0).getInt64());
    return counts;
  });
}

std::int64_t Queries::waiting() const {
  return m_reader.ask<std::int64_t>("count the queue", [&](SQLite::Database& db) {
    return db.execAndGet("SELECT count(*) FROM outbox").getInt64();
  });
}

std::int64_t Queries::waitingSubjects(std::int64_t most) const {
  return m_reader.ask<std::int64_t>("count what waits", [&](SQLite::Database& db) {
    SQLite::Statement row{db, "SELECT count(*) FROM (SELECT DISTINCT subject FROM outbox LIMIT ?)"};
    bindAll(row, most);
    return row.executeStep() ? row.getColumn(0).getInt64() : 0;
  });
}

std::vector<SetAside> Queries::quarantined(int most, std::int64_t before) const {
  return setAside("why, q.at, 1, body FROM quarantine q JOIN journal USING(seq) WHERE", most,
                  before);
}

std::vector<SetAside> Queries::held(int most, std::int64_t before) const {
  return setAside(
      "held, s.at, 0, body FROM sent s JOIN journal USING(seq)"
      " WHERE held IS NOT NULL AND",
      most, before);
}

std::vector<SetAside> Queries::setAside(const std::string& select, int most,
                                        std::int64_t before) const {
  return m_reader.ask<std::vector<SetAside>>("list what was set aside", [&](SQLite::Database& db) {
    SQLite::Statement rows{
        db, "SELECT seq, id, subject, " + select + " seq < ? ORDER BY seq DESC LIMIT ?"};
    bindAll(rows, before, static_cast<std::int64_t>(most));
    std::vector<SetAside> list;
    while (rows.executeStep()) {
      list.push_back({rows.getColumn(0).getInt64(), idOf(rows.getColumn(1)),
                      idOf(rows.getColumn(2)), rows.getColumn(5).getInt() != 0,
                      rows.getColumn(3).getString(), fromMs(rows.getColumn(4).getInt64()),
                      rows.getColumn(6).getString()});
    }
    return list;
  });
}

template <class Value>
Result<std::vector<SubjectState>> Queries::subjects(const std::string& where,
                                                    const Value& value) const {
  return m_reader.tryToAsk<std::vector<SubjectState>>("list helps", [&](SQLite::Database& db) {
    SQLite::Statement rows{
        db, "SELECT " + kSubjectColumns + " FROM standing WHERE withdrawn=0 AND " + where};
    bindAll(rows, value);
    std::vector<SubjectState> list;
    while (rows.executeStep()) list.push_back(readSubject(rows));
    return list;
  });
}

std::vector<SubjectState> Queries::onDay(Day day) const {
  return orEmpty(subjects("day=? ORDER BY at DESC, subject DESC", toNumber(day)));
}

Result<std::vector<SubjectState>> Queries::findInHour(Instant begin) const {
  using Found = std::vector<SubjectState>;
  return m_reader.tryToAsk<Found>("list an hour", [&](SQLite::Database& db) {
    SQLite::Statement rows{db, "SELECT " + kSubjectColumns +
                                   " FROM standing WHERE withdrawn=0 AND day=? AND at>=? AND at<?"
                                   " ORDER BY at, subject"};
    bindAll(rows, toNumber(toLocal(begin).day), toMs(begin), toMs(begin + std::chrono::hours{1}));
    Found found;
    while (rows.executeStep()) found.push_back(readSubject(rows));
    return found;
  });
}

Result<std::vector<SubjectState>> Queries::findQuietIn(Instant begin) const {
  using Found = std::vector<SubjectState>;
  return m_reader.tryToAsk<Found>("list quiet hours", [&](SQLite::Database& db) {
    SQLite::Statement rows{db, "SELECT " + kSubjectColumns +
                                   " FROM standing WHERE withdrawn=0 AND " + kNoHelp +
                                   " AND kind=? AND at>=? AND at<? ORDER BY at, subject"};
    bindAll(rows, EntryKind::Quiet, toMs(begin), toMs(begin + std::chrono::hours{1}));
    Found found;
    while (rows.executeStep()) found.push_back(readSubject(rows));
    return found;
  });
}

std::vector<SubjectState> Queries::loggedLateOn(Day day) const {
  return m_reader.ask<std::vector<SubjectState>>("list late helps", [&](SQLite::Database& db) {
    SQLite::Statement rows{db, "SELECT " + kSubjectColumns +
                                   " FROM standing WHERE withdrawn=0 AND subject>=? AND subject<?"
                                   " AND day<? ORDER BY at DESC, subject DESC"};
    bindAll(rows, firstIdAt(fromLocal({day})), firstIdAt(fromLocal({day + std::chrono::days{1}})),
            toNumber(day));
    std::vector<SubjectState> list;
    while (rows.executeStep()) {
      SubjectState state = readSubject(rows);
      if (isTimeOrdered(state.subject)) list.push_back(std::move(state));
    }
    return list;
  });
}

std::vector<SubjectState> Queries::referralsOf(const Id& help) const {
  return orEmpty(findReferralsOf(help));
}

Result<std::vector<SubjectState>> Queries::findReferralsOf(const Id& help) const {
  return subjects("help=? ORDER BY subject", help);
}

std::vector<SubjectState> Queries::counted(int most, const SubjectState* last) const {
  return m_reader.ask<std::vector<SubjectState>>("list what counts", [&](SQLite::Database& db) {
    SQLite::Statement rows{db, "SELECT " + kSubjectColumns +
                                   " FROM standing WHERE withdrawn=0 AND doubt=0"
                                   " AND (day, at, subject) > (?, ?, ?)"
                                   " ORDER BY day, at, subject LIMIT ?"};
    const auto limit = static_cast<std::int64_t>(most);
    if (last == nullptr) {
      bindAll(rows, INT64_MIN, INT64_MIN, Id{}, limit);
    } else {
      const Instant at = last->standing.at;
      bindAll(rows, toNumber(toLocal(at).day), toMs(at), last->subject, limit);
    }
    std::vector<SubjectState> list;
    while (rows.executeStep()) list.push_back(readSubject(rows));
    return list;
  });
}

std::vector<OwnReply> Queries::repliesElsewhere(int most, const Id& last) const {
  return m_reader.ask<std::vector<OwnReply>>("list replies", [&](SQLite::Database& db) {
    SQLite::Statement rows{db, "SELECT subject, kind, " + kReplyColumns +
                                   " FROM own_reply WHERE subject > ? ORDER BY subject LIMIT ?"};
    bindAll(rows, last, static_cast<std::int64_t>(most));
    std::vector<OwnReply> list;
    while (rows.executeStep()) {
      auto reply = readReply(rows, 2);
      if (!reply) continue;
      list.push_back({idOf(rows.getColumn(0)), enumOf<EntryKind>(rows.getColumn(1)), *reply});
    }
    return list;
  });
}

std::optional<SubjectState> Queries::subject(const Id& subject) const {
  return orEmpty(findSubject(subject));
}

Result<std::optional<SubjectState>> Queries::findSubject(const Id& subject) const {
  using Found = std::optional<SubjectState>;
  return m_reader.tryToAsk<Found>("find a help", [&](SQLite::Database& db) -> Found {
    SQLite::Statement row{db, "SELECT " + kSubjectColumns + " FROM standing WHERE subject=?"};
    bindAll(row, subject);
    if (!row.executeStep()) return std::nullopt;
    return readSubject(row);
  });
}

std::vector<bool> Queries::known(const std::vector<Id>& ids) const {
  return m_reader.ask<std::vector<bool>>("look up ids", [&](SQLite::Database& db) {
    SQLite::Statement row{db, "SELECT 1 FROM standing WHERE subject=?"};
    std::vector<bool> known;
    known.reserve(ids.size());
    for (const Id& id : ids) known.push_back(bindAll(row, id).executeStep());
    return known;
  });
}

std::map<std::string, std::int64_t> Queries::topicUse(Day from) const {
  return m_reader.ask<std::map<std::string, std::int64_t>>(
      "count topics", [&](SQLite::Database& db) {
        SQLite::Statement rows{
            db, "SELECT item, sum(n) FROM cell WHERE day>=? AND series=? GROUP BY item"};
        bindAll(rows, toNumber(from), Series::Topic);
        std::map<std::string, std::int64_t> use;
        while (rows.executeStep()) {
          use[rows.getColumn(0).getString()] = rows.getColumn(1).getInt64();
        }
        return use;
      });
}

std::map<std::string, Day> Queries::lastDone() const {
  using Days = std::map<std::string, Day>;
  return m_reader.ask<Days>("ask when this tablet last did topics", [&](SQLite::Database& db) {
    SQLite::Statement rows{
        db, "SELECT item, max(day) FROM cell WHERE series=? AND n > 0 GROUP BY item"};
    bindAll(rows, Series::Topic);
    Days days;
    while (rows.executeStep()) {
      days[rows.getColumn(0).getString()] = dayFromNumber(rows.getColumn(1).getInt());
    }
    return days;
  });
}

std::vector<Cell> Queries::cells(const std::string& from, const Period& period) const {
  return m_reader.ask<std::vector<Cell>>("read the cube", [&](SQLite::Database& db) {
    SQLite::Statement rows{
        db, "SELECT day, series, branch, unit, item, n FROM " + from + " day BETWEEN ? AND ?"};
    bindAll(rows, toNumber(period.from), toNumber(period.to));
    std::vector<Cell> cells;
    while (rows.executeStep()) {
      cells.push_back({{dayFromNumber(rows.getColumn(0).getInt()),
                        enumOf<Series>(rows.getColumn(1)), rows.getColumn(2).getString(),
                        enumOf<Unit>(rows.getColumn(3)), rows.getColumn(4).getString()},
                       rows.getColumn(5).getInt64()});
    }
    return cells;
  });
}

Figures Queries::ownFigures(const Period& period) const {
  return summarise(cells("cell WHERE", period));
}

Figures Queries::sharedFigures(const Period& period) const {
  return summarise(cells(std::string{"shared_cell"} + kInUse + " AND", period));
}

std::vector<Topic> Queries::topics() const {
  return m_reader.ask<std::vector<Topic>>("read the catalogue", [&](SQLite::Database& db) {
    SQLite::Statement rows{db,
                           "SELECT id, name_da, name_en, topic_group, authority, heavy, library,"
                           " citizen_service, kle, self_service, minutes, valid_from, valid_to,"
                           " checked_on, owner, replaced_by FROM shared_topic" +
                               kInUse + " ORDER BY place, id"};
    std::vector<Topic> topics;
    while (rows.executeStep()) topics.push_back(readTopic(rows));
    return topics;
  });
}

std::vector<Branch> Queries::branches() const {
  return m_reader.ask<std::vector<Branch>>("read the branches", [&](SQLite::Database& db) {
    SQLite::Statement rows{db, "SELECT code, name FROM shared_branch" + kInUse + " ORDER BY name"};
    std::vector<Branch> branches;
    while (rows.executeStep()) {
      branches.push_back({rows.getColumn(0).getString(), rows.getColumn(1).getString()});
    }
    return branches;
  });
}

std::string Queries::municipality() const {
  return m_reader.ask<std::string>(
      "read the municipality", [&](SQLite::Database& db) -> std::string {
        SQLite::Statement row{db, "SELECT name FROM shared_municipality" + kInUse};
        return row.executeStep() ? row.getColumn(0).getString() : std::string{};
      });
}

}  // namespace vejviser::store
