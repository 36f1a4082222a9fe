#include "src/cli/commands.h"

#include "src/domain/calendar.h"
#include "sync/engine/export.h"

#include <cstdio>
#include <thread>

namespace vejviser::cli {

namespace {

/// The fields that the options ask for.
Result<Fields> fieldsOf(engine::Tablet& tablet, const LogOptions& options) {
  const store::Municipality municipality = tablet.municipality();
  const Topic* topic = municipality.catalogue.find(options.topic);
  if (topic == nullptr) return Error{ErrorCode::Invalid, options.topic, "is no topic here"};
  store::Workplace here = tablet.store().workplace();
  if (!options.unit.empty()) {
    here.unit = unitFromCode(options.unit);
    if (!here.unit) {
      return Error{ErrorCode::Invalid, "--unit", "must be library or citizen_service"};
    }
  }
  Fields fields = engine::fieldsFor(*topic, municipality.line, here);
  if (!options.branch.empty()) fields.branch = options.branch;
  if (!options.outcome.empty()) {
    const auto outcome = outcomeFromCode(options.outcome);
    if (!outcome) return Error{ErrorCode::Invalid, "--outcome", "is no outcome"};
    fields.outcome = *outcome;
  }
  if (options.minutes > 0) fields.band = bandOf(options.minutes);
  fields.people = options.people;
  if (!options.refer.empty() && unitFromCode(options.refer) != otherUnit(fields.unit)) {
    return Error{ErrorCode::Invalid, "--refer", "must be the other unit"};
  }
  return fields;
}

void printAside(const std::vector<store::SetAside>& entries) {
  for (const store::SetAside& entry : entries) {
    std::printf("%s\t%s\t%s\t%s\t%s\n", entry.quarantined ? "quarantined" : "held",
                entry.why.c_str(), toString(entry.id).c_str(),
                toString(toLocal(entry.since)).c_str(), entry.body.c_str());
  }
}

/// The clock is the tablet's to set: what it logs is counted at the time it shows.
void printClock(const engine::SyncStatus& status) {
  if (!status.clockOffset) return;
  const auto off = std::chrono::round<std::chrono::minutes>(*status.clockOffset).count();
  std::printf("this tablet's clock is %lld minutes %s the hub's; set it\n",
              static_cast<long long>(off < 0 ? -off : off), off < 0 ? "ahead of" : "behind");
}

}  // namespace

int failed(const Error& error) {
  std::fprintf(stderr, "vejviser-cli: %s\n", error.text().c_str());
  return kFailed;
}

int enrolTablet(engine::Tablet& tablet, const std::string& address, const std::string& code) {
  const auto answer = tablet.enrol(address, code);
  if (!answer) return failed(answer.error());
  std::printf("enrolled as \"%s\" with %s\n", answer->name.c_str(), answer->municipality.c_str());
  return kDone;
}

int logHelps(engine::Tablet& tablet, const LogOptions& options) {
  const auto fields = fieldsOf(tablet, options);
  if (!fields) return failed(fields.error());
  for (int i = 0; i < options.count; ++i) {
    const auto help = tablet.recorder().help(*fields);
    if (!help) return failed(help.error());
    if (!options.refer.empty()) {
      const auto referral = tablet.recorder().refer(*help, {options.refer});
      if (!referral) return failed(referral.error());
    }
    std::printf("saved %s\n", toString(*help).c_str());
    std::fflush(stdout);  // whoever reads "saved" may rely on it
  }
  return kDone;
}

int syncNow(engine::Tablet& tablet, int patience_s) {
  engine::SyncEngine& sync = tablet.sync();
  if (sync.status().phase == engine::Phase::Unenrolled) {
    return failed({ErrorCode::Refused, "sync", "this tablet belongs to no hub yet; enrol it"});
  }
  const milliseconds deadline = tablet.clock().sinceBoot() + std::chrono::seconds{patience_s};
  sync.asked();
  for (;;) {
    tablet.turn();
    if (sync.settled()) break;
    const engine::Phase phase = sync.status().phase;
    if (phase == engine::Phase::Refused) break;
    const milliseconds wait = sync.untilTurn();
    if (tablet.clock().sinceBoot() + wait > deadline && wait.count() > 0) break;
    std::this_thread::sleep_for(wait);
  }
  const store::QueueCounts counts = tablet.queries().counts();
  const std::int64_t waiting = tablet.queries().waiting();
  std::printf("%lld waiting, %lld held, %lld quarantined\n", static_cast<long long>(waiting),
              static_cast<long long>(counts.held), static_cast<long long>(counts.quarantined));
  printClock(sync.status());
  if (sync.settled() && waiting == 0 && counts.quarantined == 0) return kDone;
  std::fprintf(stderr, "vejviser-cli: not sent, and kept: %s\n", sync.lastDetail().c_str());
  return kNotSent;
}

int printStatus(engine::Tablet& tablet, bool setAside) {
  const store::QueueCounts counts = tablet.queries().counts();
  const auto enrolment = tablet.store().enrolment();
  const auto sent = tablet.store().lastSent();
  const store::Workplace place = tablet.store().workplace();
  std::printf("hub         %s\n", enrolment ? enrolment->url.c_str() : "none");
  if (enrolment) std::printf("tablet      %s\n", enrolment->name.c_str());
  std::printf("unit        %s\n", place.unit ? std::string{code(*place.unit)}.c_str() : "not set");
  std::printf("branch      %s\n", place.branch.empty() ? "not set" : place.branch.c_str());
  std::printf("entries     %lld\n", static_cast<long long>(counts.entries));
  std::printf("waiting     %lld (%lld helps and referrals)\n",
              static_cast<long long>(tablet.queries().waiting()),
              static_cast<long long>(tablet.queries().waitingSubjects(INT64_MAX)));
  std::printf("held        %lld\n", static_cast<long long>(counts.held));
  std::printf("quarantined %lld\n", static_cast<long long>(counts.quarantined));
  std::printf("last sent   %s\n", sent ? toString(toLocal(*sent)).c_str() : "never");
  if (!setAside) return kDone;
  constexpr int kMost = 1'000'000;
  printAside(tablet.queries().quarantined(kMost));
  printAside(tablet.queries().held(kMost));
  return kDone;
}

int releaseEntries(engine::Tablet& tablet, const std::vector<std::string>& ids) {
  std::vector<std::optional<Id>> wanted;
  for (const std::string& text : ids) {
    wanted.push_back(parseId(text));
    if (!wanted.back()) return failed({ErrorCode::Invalid, text, "is no entry's id"});
  }
  if (ids.empty()) wanted.emplace_back();
  int code = kDone;
  int released = 0;
  for (const std::optional<Id>& id : wanted) {
    const auto count = tablet.store().releaseQuarantine(id);
    if (!count) return failed(count.error());
    released += *count;
    if (id && *count == 0) {
      code = failed({ErrorCode::Invalid, toString(*id), "is not in quarantine here"});
    }
  }
  std::printf("%d released; the next sync sends them\n", released);
  return code;
}

int exportRows(engine::Tablet& tablet, bool setAside) {
  const engine::Sink print = [](std::string_view text) -> Status {
    if (std::fwrite(text.data(), 1, text.size(), stdout) == text.size()) return {};
    return Error{ErrorCode::Storage, "export", "cannot be written"};
  };
  const Status status = setAside ? engine::exportSetAside(tablet.queries(), print)
                                 : engine::exportOwnRows(tablet.queries(), print);
  if (!status) return failed(status.error());
  return std::fflush(stdout) == 0 ? kDone
                                  : failed({ErrorCode::Storage, "export", "cannot be written"});
}

int printTopics(engine::Tablet& tablet) {
  const Catalogue catalogue = tablet.municipality().catalogue;
  for (const Topic& topic : catalogue.topics()) {
    std::printf("%-24s %s%s\n", topic.id.c_str(), topic.nameDa.c_str(),
                topic.authority ? " (myndighedsopgave)" : "");
  }
  return kDone;
}

}  // namespace vejviser::cli
