#include "sync/hub/statistics_api.h"

#include "src/domain/calendar.h"
#include "sync/hub/documents.h"
#include "sync/hub/page_report.h"
#include "sync/hub/parameters.h"
#include "sync/hub/publishing.h"
#include "sync/hub/statistics_csv.h"
#include "sync/hub/statistics_xlsx.h"
#include "sync/hub/visitor.h"
#include "sync/hub/week_figures.h"

#include <limits>

namespace vejviser::hub {

namespace {

const std::vector<Format> kFormats = {Format::Json, Format::Csv, Format::Xlsx, Format::Pdf,
                                      Format::Png};

web::Language languageOf(CsvDialect dialect) {
  return dialect == CsvDialect::Danish ? web::Language::Danish : web::Language::English;
}

Instant midnightOf(Instant now) {
  return fromLocal({toLocal(now).day, 0, 0});
}

/// Tablets are heard, and come and go, without the position.
std::string textOf(const wire::Coverage& coverage) {
  return std::to_string(coverage.tablets) + " " + std::to_string(coverage.heardToday) + " " +
         std::to_string(coverage.waiting) + " " + std::to_string(coverage.held);
}

/// What an answer says that changes without the position.
Result<std::string> textBeside(ReadTx& tx, Format format, Instant now) {
  const auto coverage = tx.coverage(midnightOf(now));
  if (!coverage) return coverage.error();
  if (format == Format::Json || format == Format::Csv) return textOf(*coverage);
  const auto oldest = oldestWaiting(tx);
  if (!oldest) return oldest.error();
  return textOf(*coverage) + " " + toString(toLocal(now).day) + " " +
         (*oldest ? std::to_string(toMs(**oldest)) : "-");
}

Status addPublished(ReadTx& tx, wire::StatisticsAnswer& answer) {
  const auto months = publishedIn(tx, answer.period);
  if (!months) return months.error();
  auto topics = tx.topics();
  if (!topics) return topics.error();
  PublishedFigures published = figuresOf(*months, Catalogue{std::move(*topics)}, answer.branch);
  answer.figures = std::move(published.figures);
  answer.withheld = std::move(published.withheld);
  answer.published.emplace();
  for (const PublishedMonth& month : *months) {
    answer.published->push_back({month.month, month.version, month.made});
  }
  if (months->empty()) return {};
  answer.period = {daysOf(months->front().month).from, daysOf(months->back().month).to};
  return {};
}

}  // namespace

Readers readersOf(const Request& request) {
  if (!request.visitor) return Readers::Any;
  const UserRole role = request.visitor->office.role;
  return role == UserRole::Supervisor || role == UserRole::Administrator ? Readers::Supervisors
                                                                         : Readers::Any;
}

Result<bool> seeExact(ReadTx& tx, Readers readers) {
  const auto rule = smallCellsIn(tx);
  if (!rule) return rule.error();
  return rule->exactFor == ExactFor::All ||
         (rule->exactFor == ExactFor::Supervisors && readers == Readers::Supervisors);
}

Result<wire::StatisticsAnswer> figuresFrom(ReadTx& tx, const Id& hub,
                                           const FiguresQuestion& question, Instant now,
                                           Readers readers) {
  wire::StatisticsAnswer answer;
  answer.hub = hub;
  answer.period = question.period;
  answer.branch = question.branch;
  answer.now = now;
  const auto exact = seeExact(tx, readers);
  if (!exact) return exact.error();
  if (*exact) {
    auto figures = figuresIn(tx, question.period, question.branch);
    if (!figures) return figures.error();
    answer.figures = std::move(*figures);
  } else if (const Status added = addPublished(tx, answer); !added) {
    return added.error();
  }
  const auto coverage = tx.coverage(midnightOf(now));
  if (!coverage) return coverage.error();
  answer.coverage = *coverage;
  return answer;
}

Result<std::string> figuresText(ReadTx& tx, const Form& form,
                                const wire::StatisticsAnswer& answer) {
  switch (form.format) {
    case Format::Json:
      return wire::encode(answer);
    case Format::Csv:
      return statisticsCsv(answer, form.dialect);
    case Format::Xlsx:
    case Format::Pdf:
    case Format::Png:
      break;
  }
  const auto edition = editionOf(tx, answer);
  if (!edition) return edition.error();
  if (form.format == Format::Xlsx) return statisticsXlsx(*edition, languageOf(form.dialect));
  const auto report = pageReport(tx, *edition, languageOf(form.dialect));
  if (!report) return report.error();
  return form.format == Format::Pdf ? pdfOf(*report) : pngOf(*report);
}

Result<std::vector<Cell>> hourCells(ReadTx& tx, const wire::StatisticsAnswer& answer) {
  if (answer.published) return std::vector<Cell>{};
  CellFilter filter{answer.period,
                    answer.branch,
                    Unit::Library,
                    {Series::Hour},
                    {},
                    std::numeric_limits<int>::max()};
  filter.after.day = answer.period.from;
  return tx.cellPage(filter);
}

Result<FiguresQuestion> readQuestion(const std::map<std::string, std::string>& query, Instant now) {
  const auto period = periodIn(query, now);
  if (!period) return period.error();
  auto branch = branchIn(query);
  if (!branch) return branch.error();
  return FiguresQuestion{*period, std::move(*branch)};
}

Result<wire::StatisticsAnswer> askFigures(Hub& hub, const FiguresQuestion& question,
                                          Readers readers) {
  wire::StatisticsAnswer answer;
  const Status status = hub.storage.read([&](ReadTx& tx) -> Status {
    auto figures = figuresFrom(tx, hub.info.id, question, hub.clock.now(), readers);
    if (!figures) return figures.error();
    answer = std::move(*figures);
    return {};
  });
  if (!status) return status.error();
  return answer;
}

Response statistics(Hub& hub, const Request& request) {
  const Instant now = hub.clock.now();
  return answerReader(hub, request, kFormats, [&](const Form& form) -> Result<Reading> {
    const auto question = readQuestion(request.query, now);
    if (!question) return question.error();
    const std::string from = toString(question->period.from);
    const std::string to = toString(question->period.to);
    Reading reading;
    reading.question = "statistics " + from + " " + to + " " + question->branch;
    reading.beside = [form, now](ReadTx& tx) { return textBeside(tx, form.format, now); };
    reading.answer = [&hub, form, from, to, now,
                      asked = *question](ReadTx& tx) -> Result<Response> {
      if (const Status there = checkBranch(tx, asked.branch); !there) return there.error();
      const auto answer = figuresFrom(tx, hub.info.id, asked, now, Readers::Any);
      if (!answer) return answer.error();
      auto text = figuresText(tx, form, *answer);
      if (!text) return text.error();
      return bodyOf(form, std::move(*text), "statistics-" + from + "-" + to);
    };
    return reading;
  });
}

}  // namespace vejviser::hub
