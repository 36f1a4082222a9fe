#include "sync/hub/statistics_api.h"

#include "src/domain/calendar.h"
#include "sync/hub/parameters.h"
#include "sync/hub/reading.h"
#include "sync/hub/statistics_csv.h"
#include "sync/hub/week_figures.h"

namespace vejviser::hub {

namespace {

Instant midnightOf(Instant now) {
  return fromLocal({toLocal(now).day, 0, 0});
}

Result<wire::StatisticsAnswer> figuresFrom(ReadTx& tx, const Hub& hub,
                                           const FiguresQuestion& question, Instant now) {
  wire::StatisticsAnswer answer;
  answer.hub = hub.info.id;
  answer.period = question.period;
  answer.branch = question.branch;
  answer.now = now;
  auto figures = figuresIn(tx, question.period, question.branch);
  if (!figures) return figures.error();
  answer.figures = std::move(*figures);
  const auto coverage = tx.coverage(midnightOf(now));
  if (!coverage) return coverage.error();
  answer.coverage = *coverage;
  return answer;
}

/// Tablets are heard, and come and go, without the position.
std::string textOf(const wire::Coverage& coverage) {
  return std::to_string(coverage.tablets) + " " + std::to_string(coverage.heardToday) + " " +
         std::to_string(coverage.waiting) + " " + std::to_string(coverage.held);
}

}  // namespace

Result<FiguresQuestion> readQuestion(const std::map<std::string, std::string>& query, Instant now) {
  const auto period = periodIn(query, now);
  if (!period) return period.error();
  auto branch = branchIn(query);
  if (!branch) return branch.error();
  return FiguresQuestion{*period, std::move(*branch)};
}

Result<wire::StatisticsAnswer> askFigures(Hub& hub, const FiguresQuestion& question) {
  wire::StatisticsAnswer answer;
  const Status status = hub.storage.read([&](ReadTx& tx) -> Status {
    auto figures = figuresFrom(tx, hub, question, hub.clock.now());
    if (!figures) return figures.error();
    answer = std::move(*figures);
    return {};
  });
  if (!status) return status.error();
  return answer;
}

Response statistics(Hub& hub, const Request& request) {
  const Instant now = hub.clock.now();
  return answerReader(hub, request, [&](const Form& form) -> Result<Reading> {
    const auto question = readQuestion(request.query, now);
    if (!question) return question.error();
    const std::string from = toString(question->period.from);
    const std::string to = toString(question->period.to);
    Reading reading;
    reading.question = "statistics " + from + " " + to + " " + question->branch;
    reading.beside = [now](ReadTx& tx) -> Result<std::string> {
      const auto coverage = tx.coverage(midnightOf(now));
      if (!coverage) return coverage.error();
      return textOf(*coverage);
    };
    reading.answer = [&hub, form, from, to, now,
                      asked = *question](ReadTx& tx) -> Result<Response> {
      if (const Status there = checkBranch(tx, asked.branch); !there) return there.error();
      const auto answer = figuresFrom(tx, hub, asked, now);
      if (!answer) return answer.error();
      return bodyOf(
          form,
          form.format == Format::Csv ? statisticsCsv(*answer, form.dialect) : wire::encode(*answer),
          "statistics-" + from + "-" + to);
    };
    return reading;
  });
}

}  // namespace vejviser::hub
