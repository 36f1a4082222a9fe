#include "sync/hub/statistics_api.h"

#include "src/domain/calendar.h"
#include "sync/hub/sync_api.h"

namespace vejviser::hub {

namespace {

using std::chrono::days;

constexpr days kDefaultLength{28};
constexpr days kLongestPeriod{3660};  // ten years
constexpr Day kFirstDay{std::chrono::sys_days{std::chrono::year{2000} / 1 / 1}.time_since_epoch()};

/// The day a parameter names, or `otherwise` when it is not given.
Result<Day> dayIn(const std::map<std::string, std::string>& query, const std::string& name,
                  Day otherwise) {
  const auto it = query.find(name);
  if (it == query.end() || it->second.empty()) return otherwise;
  const auto day = parseDay(it->second);
  if (!day || *day < kFirstDay) {
    return Error{ErrorCode::Invalid, name, "must be a day such as 2026-11-24"};
  }
  return *day;
}

}  // namespace

Result<FiguresQuestion> readQuestion(const std::map<std::string, std::string>& query, Instant now) {
  const Day today = toLocal(now).day;
  const auto to = dayIn(query, "to", today);
  if (!to) return to.error();
  const auto from = dayIn(query, "from", *to - kDefaultLength + days{1});
  if (!from) return from.error();
  if (*from > *to) return Error{ErrorCode::Invalid, "from", "must not be after 'to'"};
  if (*to - *from > kLongestPeriod) return Error{ErrorCode::Invalid, "from", "is too far back"};
  FiguresQuestion question{{*from, *to}, {}};
  if (const auto it = query.find("branch"); it != query.end()) question.branch = it->second;
  if (!question.branch.empty() && !isCode(question.branch)) {
    return Error{ErrorCode::Invalid, "branch", "is not a branch code"};
  }
  return question;
}

Result<wire::StatisticsAnswer> askFigures(Hub& hub, const FiguresQuestion& question) {
  wire::StatisticsAnswer answer;
  answer.hub = hub.info.id;
  answer.period = question.period;
  answer.branch = question.branch;
  answer.now = hub.clock.now();
  const Instant midnight = fromLocal({toLocal(answer.now).day, 0, 0});
  const Status status = hub.storage.read([&](ReadTx& tx) -> Status {
    const auto cells = tx.cells(question.period, question.branch);
    if (!cells) return cells.error();
    answer.figures = summarise(*cells);
    const auto coverage = tx.coverage(midnight);
    if (!coverage) return coverage.error();
    answer.coverage = *coverage;
    return {};
  });
  if (!status) return status.error();
  return answer;
}

Response statistics(Hub& hub, const Request& request) {
  if (!request.visitor) {
    const Caller caller = callerOf(hub, request);
    if (!caller.device) return caller.refusal;
    if (caller.device->state == DeviceState::Drained) return drained(hub);
  }
  const auto question = readQuestion(request.query, hub.clock.now());
  if (!question) {
    return problem(hub, 422, "parameter", "A parameter cannot be used", question.error().text());
  }
  const auto answer = askFigures(hub, *question);
  if (!answer) return failure(hub, answer.error());
  return {200, "application/json", wire::encode(*answer), {}};
}

}  // namespace vejviser::hub
