#include "src/demo/past.h"

#include "src/demo/making.h"
#include "sync/engine/recorder.h"

#include <algorithm>

namespace vejviser::demo {

namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;

constexpr int kQuietNoted = 60;     // percent of the hours in which nobody came
constexpr int kOpenQuestions = 50;  // percent of the questions without an answer that want one

/// The empty hours of a desk, as far as somebody thought of noting them.
void makeQuietHours(Making& making, std::size_t desk, Day day) {
  const Desk& here = making.town.desks[desk];
  for (int hour = 0; hour < 24; ++hour) {
    const Instant from = fromLocal({day, hour, 0});
    const bool staffed = making.town.isStaffed(here, from) &&
                         making.town.isStaffed(here, from + hours{1} - minutes{1});
    if (!staffed || making.busy.contains({here.branch, here.unit, from})) continue;
    if (!making.chance.happens(kQuietNoted)) continue;
    making.busy.insert({here.branch, here.unit, from});  // another desk there notes it no more
    making.add(desk, EntryKind::Quiet, making.at(desk, from + minutes{making.chance.from(45, 59)}));
  }
}

void makeMeeting(Making& making, const Meeting& meeting, Day day) {
  const auto desk = making.someDesk(meeting.leader);
  if (!desk) return;
  const auto about = [&](int n) { return n * making.chance.from(80, 120) / 100; };
  Fields fields = making.at(*desk, fromLocal({day, meeting.hour, 0}));
  fields.topic = meeting.topic;
  fields.audience = meeting.audience;
  fields.attendance = about(meeting.attendance);
  fields.library_min = about(meeting.library_min);
  fields.citizenService_min = about(meeting.citizenService_min);
  making.add(*desk, EntryKind::Event, fields);
}

void makeMeetings(Making& making, Day first, int count) {
  for (const Meeting& meeting : making.town.story.meetings) {
    int week = 0;
    for (Day day = first; day < first + days{count}; day += days{1}) {
      if (weekday(day) != meeting.isoDay || week++ % meeting.everyWeeks != 0) continue;
      makeMeeting(making, meeting, day);
    }
  }
}

void answerLater(Making& making, const PlannedEntry& asked, const std::string& text) {
  const auto desk = making.someDesk(otherUnit(asked.fields.unit));
  if (!desk) return;
  const auto when =
      making.staffed(*desk, *asked.fields.when + minutes{making.chance.from(40, 4000)});
  if (!when) return;
  Fields fields = making.at(*desk, *when);
  fields.text = text;
  making.reply(*desk, asked, 1, fields);
}

void makeQuestion(Making& making, const Question& question, Day day) {
  const auto desk = making.someDesk(question.unit);
  if (!desk) return;
  const auto when = making.staffed(*desk, fromLocal({day, making.chance.from(10, 14), 0}));
  if (!when) return;
  Fields fields = making.at(*desk, *when);
  fields.topic = question.topic;
  fields.text = question.text;
  fields.wanted = !question.answer.empty() || making.chance.happens(kOpenQuestions);
  const PlannedEntry asked = making.add(*desk, EntryKind::Question, fields);
  const bool answered =
      !question.answer.empty() && making.chance.happens(making.town.story.questionsAnswered);
  if (answered) answerLater(making, asked, question.answer);
}

}  // namespace

Fields Making::at(std::size_t desk, Instant when) const {
  const Desk& here = town.desks[desk];
  Fields fields;
  fields.unit = here.unit;
  fields.branch = here.branch;
  fields.role = town.line.roleFor(here.unit, "");
  fields.when = when;
  return fields;
}

const PlannedEntry& Making::add(std::size_t desk, EntryKind kind, const Fields& fields) {
  PlannedEntry row;
  row.kind = kind;
  row.fields = fields;
  row.id = fields.slip.empty() ? newRandomId(chance) : engine::subjectOfSlip(fields.slip);
  rows[desk].push_back(std::move(row));
  return rows[desk].back();
}

void Making::reply(std::size_t desk, const PlannedEntry& to, int rev, const Fields& fields) {
  PlannedEntry row;
  row.kind = EntryKind::Reply;
  row.fields = fields;
  row.id = newRandomId(chance);
  row.subject = to.id;
  row.of = to.kind;
  row.rev = rev;
  rows[desk].push_back(std::move(row));
}

std::optional<std::size_t> Making::someDesk(Unit unit, const std::string& branch) {
  std::vector<std::size_t> near;
  std::vector<std::size_t> all;
  for (std::size_t i = 0; i < town.desks.size(); ++i) {
    if (town.desks[i].unit != unit) continue;
    if (town.desks[i].lastDays == 0) all.push_back(i);
    if (town.desks[i].branch == branch) near.push_back(i);
  }
  const auto& some = near.empty() ? all : near;
  if (some.empty()) return std::nullopt;
  return some[chance.below(some.size())];
}

bool Making::isThere(std::size_t desk, Instant when) const {
  const int lastDays = town.desks[desk].lastDays;
  return lastDays == 0 || when >= end - days{lastDays};
}

std::optional<Instant> Making::staffed(std::size_t desk, Instant from) {
  const Desk& here = town.desks[desk];
  if (!isThere(desk, from)) return std::nullopt;
  const auto found = town.hours.find({here.branch, std::string{code(here.unit)}});
  if (found == town.hours.end()) return std::nullopt;
  Instant when = std::chrono::floor<minutes>(from);
  const OpenState state = found->second.at(when);
  if (state.beyond && !state.open) return std::nullopt;
  if (!state.open) when = state.until + minutes{chance.from(2, 50)};
  if (when >= end) return std::nullopt;
  return when;
}

std::vector<DeskRows> makePast(const Town& town, Day first, int count, std::uint64_t seed) {
  const Day end = first + days{count};
  Making making{town, seed, fromLocal({end, 0, 0})};
  for (Day day = first; day < end; day += days{1}) {
    const auto isThere = [&](std::size_t desk) {
      return making.isThere(desk, fromLocal({day, 0, 0}));
    };
    for (std::size_t desk = 0; desk < town.desks.size(); ++desk) {
      if (isThere(desk)) makeDeskDay(making, desk, day);
    }
    for (std::size_t desk = 0; desk < town.desks.size(); ++desk) {
      if (isThere(desk)) makeQuietHours(making, desk, day);
    }
  }
  makeMeetings(making, first, count);
  for (const Question& question : town.questions) {
    makeQuestion(making, question, first + days{making.chance.from(0, count - 1)});
  }
  return std::move(making.rows);
}

}  // namespace vejviser::demo
