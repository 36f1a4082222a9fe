#include "sync/engine/recorder.h"

#include "platform/crypto.h"
#include "platform/log.h"
#include "src/domain/personal_data.h"
#include "src/domain/slip_code.h"
#include "sync/wire/entry_json.h"

#include <cassert>
#include <set>
#include <tuple>

namespace vejviser::engine {

namespace {

/// Entries of one durable step of an import: few enough to be quick, many enough to share the wait
/// for the disk.
constexpr std::size_t kImportStep = 2000;

/// The hour in which it happened. Danish hours begin when those of UTC do, in summer and winter.
Instant hourOf(const Entry& entry) {
  return std::chrono::floor<std::chrono::hours>(entry.fields.when.value_or(entry.at));
}

bool atSameDesk(const Fields& a, const Fields& b) {
  return a.unit == b.unit && a.branch == b.branch;
}

Id idOfKey(const std::string& key) {
  const platform::Digest digest = platform::sha256(key);
  return idFromDigest(std::span{digest}.first<16>());
}

}  // namespace

Id subjectOfSlip(const std::string& slip) {
  return idOfKey(slipKey(slip));
}

Entry Recorder::draft(EntryKind kind, const Id& subject, int rev, const Fields& fields) {
  Entry entry;
  entry.id = m_ids.next();
  entry.subject = subject.isNull() ? entry.id : subject;
  entry.kind = kind;
  entry.rev = rev;
  entry.at = m_clock.now();
  entry.boot = m_clock.bootId();
  entry.up = m_clock.sinceBoot();
  entry.fields = fields;
  return entry;
}

Entry Recorder::draftNew(EntryKind kind, const Fields& fields) {
  return draft(kind, Id{}, 0, fields);
}

Status Recorder::record(std::vector<Entry> entries) {
  for (const Entry& entry : entries) {
    if (const Status status = checkFields(entry); !status) return status;
    if (const auto found = findPersonalData(entry.fields.text)) {
      return Error{ErrorCode::Invalid, kPersonalData, std::string{code(found->kind)}};
    }
  }
  const auto encode = [&](const std::string& inst, std::int64_t n) {
    std::vector<store::EncodedEntry> encoded;
    encoded.reserve(entries.size());
    for (Entry& entry : entries) {
      entry.inst = inst;
      entry.n = n++;
      entry.version = versionOf(entry);
      encoded.push_back({entry, wire::encodeEntry(entry)});
    }
    return encoded;
  };
  Status status = m_store.append(encode);
  const bool unsaved = !status && status.error().code == ErrorCode::Storage;
  if (unsaved && m_disk.releaseReserve()) {
    if (const Status room = m_store.saveRoom(); !room) {
      platform::log(platform::LogLevel::Error, room.error().text());
    }
    status = m_store.append(encode);
  }
  if (status) m_onRecorded();
  return status;
}

Result<store::SubjectState> Recorder::find(const Id& subject) const {
  auto found = m_store.queries().findSubject(subject);
  if (!found) return found.error();
  std::optional<store::SubjectState>& state = *found;
  if (!state || state->withdrawn) {
    return Error{ErrorCode::Invalid, toString(subject), "is not a help that stands on this tablet"};
  }
  return std::move(*state);
}

Result<Id> Recorder::make(EntryKind kind, const Fields& fields) {
  assert(makesSubject(kind) && kind != EntryKind::Referral);
  std::vector<Entry> entries = {draftNew(kind, fields)};
  const Id id = entries.front().id;
  Status status;
  if (kind == EntryKind::Help) withdrawQuiet(entries);
  if (kind == EntryKind::Quiet) status = checkQuiet(entries.front());
  if (status) status = record(std::move(entries));
  if (!status) return status.error();
  return id;
}

/// An hour is quiet once, and not when somebody came.
Status Recorder::checkQuiet(const Entry& quiet) const {
  const auto inHour = m_store.queries().findInHour(hourOf(quiet));
  if (!inHour) return inHour.error();
  for (const store::SubjectState& state : *inHour) {
    const EntryKind kind = state.standing.kind;
    if (kind != EntryKind::Help && kind != EntryKind::Quiet) continue;
    if (!atSameDesk(state.standing.fields, quiet.fields)) continue;
    return Error{ErrorCode::Invalid, kNotQuiet, std::string{code(kind)}};
  }
  return {};
}

/// Somebody came after all. When it cannot be read what was noted, the help counts all the same.
void Recorder::withdrawQuiet(std::vector<Entry>& entries) {
  const Fields fields = entries.front().fields;
  const auto noted = m_store.queries().findQuietIn(hourOf(entries.front()));
  if (!noted) return;
  for (const store::SubjectState& state : *noted) {
    if (!atSameDesk(state.standing.fields, fields)) continue;
    entries.push_back(draft(EntryKind::Void, state.subject, state.standing.rev + 1, {}));
  }
}

Status Recorder::amend(const Id& subject, const std::function<void(Fields&)>& change) {
  const auto state = find(subject);
  if (!state) return state.error();
  Fields fields = state->standing.fields;
  change(fields);
  if (fields == state->standing.fields) return {};
  std::vector<Entry> entries = {draft(EntryKind::Amend, subject, state->standing.rev + 1, fields)};
  entries.front().of = state->standing.kind;
  if (fields.outcome != Outcome::SentOn) {
    if (const Status status = withdrawReferrals(subject, entries); !status) return status;
  }
  return record(std::move(entries));
}

Status Recorder::withdrawReferrals(const Id& help, std::vector<Entry>& entries) {
  const auto referrals = m_store.queries().findReferralsOf(help);
  if (!referrals) return referrals.error();
  for (const store::SubjectState& referral : *referrals) {
    entries.push_back(draft(EntryKind::Void, referral.subject, referral.standing.rev + 1, {}));
  }
  return {};
}

Status Recorder::withdraw(const Id& subject) {
  const auto state = find(subject);
  if (!state) return state.error();
  std::vector<Entry> entries = {draft(EntryKind::Void, subject, state->standing.rev + 1, {})};
  if (const Status status = withdrawReferrals(subject, entries); !status) return status;
  return record(std::move(entries));
}

Entry Recorder::draftReferral(const Fields& help, const Id& subject, const Route& route) {
  Fields fields;
  fields.topic = help.topic;
  fields.unit = help.unit;
  fields.branch = help.branch;
  fields.role = help.role;
  fields.when = help.when;
  fields.to = route.to;
  fields.toBranch = route.toBranch;
  fields.help = subject;
  fields.valid_days = route.valid_days;
  if (route.valid_days > 0) fields.slip = newSlipCode(m_random);
  Entry referral = draftNew(EntryKind::Referral, fields);
  if (!fields.slip.empty()) referral.id = referral.subject = subjectOfSlip(fields.slip);
  return referral;
}

Result<Id> Recorder::refer(const Id& help, const Route& route) {
  const auto state = find(help);
  if (!state) return state.error();
  if (state->standing.kind != EntryKind::Help) {
    return Error{ErrorCode::Invalid, toString(help), "is no help"};
  }
  const auto referrals = m_store.queries().findReferralsOf(help);
  if (!referrals) return referrals.error();
  if (!referrals->empty()) {
    return Error{ErrorCode::Invalid, toString(help), "has been referred on already"};
  }
  Fields amended = state->standing.fields;
  amended.outcome = Outcome::SentOn;
  if (route.act != Act::None) amended.act = route.act;
  Entry amend = draft(EntryKind::Amend, help, state->standing.rev + 1, amended);
  amend.of = EntryKind::Help;
  Entry referral = draftReferral(amended, help, route);
  const Id id = referral.id;
  if (const Status status = record({std::move(amend), std::move(referral)}); !status) {
    return status.error();
  }
  return id;
}

Result<Id> Recorder::sendOn(Fields help, const Route& route) {
  help.outcome = Outcome::SentOn;
  help.act = route.act;
  Entry made = draftNew(EntryKind::Help, help);
  Entry referral = draftReferral(help, made.id, route);
  const Id id = referral.id;
  std::vector<Entry> entries = {std::move(made), std::move(referral)};
  withdrawQuiet(entries);
  if (const Status status = record(std::move(entries)); !status) return status.error();
  return id;
}

Status Recorder::reply(const Id& subject, EntryKind of, const Fields& fields) {
  const auto known = m_store.shared().findReply(subject);
  if (!known) return known.error();
  Entry entry = draft(EntryKind::Reply, subject, *known ? (*known)->rev + 1 : 1, fields);
  entry.of = of;
  return record({std::move(entry)});
}

Result<bool> Recorder::isReplied(const PlannedEntry& planned, const Id& id) const {
  if (planned.kind != EntryKind::Reply || !planned.subject) return false;
  const auto known = m_store.shared().findReply(*planned.subject);
  if (!known) return known.error();
  return *known && std::tie((*known)->rev, (*known)->top) >= std::tie(planned.rev, id);
}

Result<Recorder::Imported> Recorder::import(std::span<const PlannedEntry> planned,
                                            const std::function<void(std::size_t)>& onProgress) {
  Imported imported;
  for (std::size_t start = 0; start < planned.size(); start += kImportStep) {
    const auto step = planned.subspan(start, std::min(kImportStep, planned.size() - start));
    std::vector<Id> ids;
    for (const PlannedEntry& plan : step) {
      const std::string& slip = plan.fields.slip;
      ids.push_back(plan.id.value_or(slip.empty() ? idOfKey(plan.key) : subjectOfSlip(slip)));
    }
    const std::vector<bool> known = m_store.queries().known(ids);
    if (known.size() != ids.size()) {
      return Error{ErrorCode::Storage, "import", "what is here already cannot be read"};
    }
    std::vector<Entry> entries;
    std::set<Id> seen;
    for (std::size_t i = 0; i < step.size(); ++i) {
      const auto here = known[i] ? Result<bool>{true} : isReplied(step[i], ids[i]);
      if (!here) return here.error();
      if (*here || !seen.insert(ids[i]).second) {
        ++imported.known;
        continue;
      }
      Entry entry = draftNew(step[i].kind, step[i].fields);
      entry.id = ids[i];
      entry.subject = step[i].subject.value_or(entry.id);
      entry.of = step[i].of;
      entry.rev = step[i].rev;
      entries.push_back(std::move(entry));
    }
    const std::size_t added = entries.size();
    if (const Status status = record(std::move(entries)); !status) return status.error();
    imported.added += added;
    onProgress(start + step.size());
  }
  return imported;
}

}  // namespace vejviser::engine
