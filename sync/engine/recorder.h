// What a person does, made into entries and stored. The only maker of entries on a tablet.
#pragma once

#include "platform/disk.h"
#include "src/base/id.h"
#include "src/base/result.h"
#include "src/base/time.h"
#include "src/domain/import.h"
#include "src/store/tablet_store.h"

#include <functional>
#include <span>
#include <string>

namespace vejviser::engine {

/// How long a slip can be redeemed unless something else is said.
constexpr int kUsualValid_days = 14;

/// Where a citizen is sent.
struct Route {
  std::string to;                     ///< a unit or an outside body, as a code
  std::string toBranch{};             ///< empty: any
  int valid_days = kUsualValid_days;  ///< 0: without a slip
  Act act = Act::None;  ///< what is said of the help: HandOver, when it had to be handed over
};

/// What an error names as its place when a text holds personal data; its detail is the code of a
/// PersonalDataKind, never the text.
constexpr const char* kPersonalData = "personal-data";

/// What an error names as its place when an hour cannot be quiet; its detail is the code of the
/// EntryKind that stands in it, "help" or "quiet".
constexpr const char* kNotQuiet = "quiet-hour";

/// The subject of the referral with this slip code.
Id subjectOfSlip(const std::string& slip);

/// One thread at a time. Every success is durable; every failure has stored nothing
/// (platform/sqlite.h says what a crash right after it may do).
class Recorder {
 public:
  Recorder(store::TabletStore& store, platform::Disk& disk, const Clock& clock, IdSource& ids,
           RandomSource& random)
      : m_store(store), m_disk(disk), m_clock(clock), m_ids(ids), m_random(random) {}

  /// Called after each success, e.g. to wake the sync engine.
  void onRecorded(std::function<void()> callback) { m_onRecorded = std::move(callback); }

  /// A new help. Error Invalid (a field, or personal data in a text), Refused (the authority line),
  /// Storage; so for all functions below.
  Result<Id> help(const Fields& fields) { return make(EntryKind::Help, fields); }
  /// A new help, question, event or quiet hour. A help withdraws what says that nobody came to its
  /// unit and branch in that hour. Error Invalid, with kNotQuiet, for a quiet hour in which a help
  /// stands, or that is noted already.
  Result<Id> make(EntryKind kind, const Fields& fields);
  /// Changes what stands about a help or referral. A help that does not end with SentOn any more
  /// takes its referral back. Error Invalid also when there is none such here.
  Status amend(const Id& subject, const std::function<void(Fields&)>& change);
  /// Withdraws a help and the referrals that came out of it, or a referral.
  Status withdraw(const Id& subject);
  /// Sends the citizen of a help on: a referral with a slip, and the help's outcome becomes SentOn.
  /// Error Invalid also when it has been referred on already.
  Result<Id> refer(const Id& help, const Route& route);
  /// A new help that ends with a referral, both or neither. The referral's id.
  Result<Id> sendOn(Fields help, const Route& route);
  /// What came of a referral, or the answer to a question, made here or elsewhere; it stands in
  /// place of any reply that is known here.
  Status reply(const Id& subject, EntryKind of, const Fields& fields);

  struct Imported {
    std::size_t added = 0;
    std::size_t known = 0;  ///< were there already
  };
  /// Records what an importer planned, in durable steps; `onProgress` hears how many are done.
  /// A later run goes on where a failed one stopped.
  Result<Imported> import(std::span<const PlannedEntry> planned,
                          const std::function<void(std::size_t)>& onProgress);

 private:
  Entry draftReferral(const Fields& help, const Id& subject, const Route& route);
  Entry draft(EntryKind kind, const Id& subject, int rev, const Fields& fields);
  Entry draftNew(EntryKind kind, const Fields& fields);
  Status record(std::vector<Entry> entries);
  Result<store::SubjectState> find(const Id& subject) const;
  /// Whether that reply, or one that stands in its place, is known here already.
  Result<bool> isReplied(const PlannedEntry& planned, const Id& id) const;
  Status checkQuiet(const Entry& quiet) const;
  void withdrawQuiet(std::vector<Entry>& entries);  ///< that of the hour of the first one
  Status withdrawReferrals(const Id& help, std::vector<Entry>& entries);

  store::TabletStore& m_store;
  platform::Disk& m_disk;  ///< its reserve is for this
  const Clock& m_clock;
  IdSource& m_ids;
  RandomSource& m_random;
  std::function<void()> m_onRecorded = [] {};
};

}  // namespace vejviser::engine
