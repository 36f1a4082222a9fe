// Importers: foreign files become helps. They read rows already split into cells, plan what to
// record and say what they could not use; nothing is dropped without being listed.
#pragma once

#include "src/base/result.h"
#include "src/domain/catalogue.h"
#include "src/domain/entry.h"
#include "src/domain/fold.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace vejviser {

using CsvRows = std::vector<std::vector<std::string>>;

/// One thing to record. The key says which row of which source it is: equal on every run and every
/// tablet, so that a second import adds nothing. A row that was exported has its id with it.
struct PlannedEntry {
  std::string key;
  EntryKind kind = EntryKind::Help;     ///< what makes a subject, or a Reply
  Fields fields;                        ///< `when` is always set
  std::optional<Id> id = std::nullopt;  ///< takes the place of the key

  // Of a Reply: what it is to, of which kind that is, and its place among the replies to it.
  std::optional<Id> subject = std::nullopt;
  EntryKind of = EntryKind::Help;
  int rev = 0;

  bool operator==(const PlannedEntry&) const = default;
};

/// A row of the file that was not used, or is used but in doubt.
struct ListedRow {
  std::size_t row = 0;  ///< the heading is row 1; blank lines are none
  std::string why;
};

struct ImportPlan {
  std::vector<PlannedEntry> entries;
  std::vector<ListedRow> doubtful;    ///< recorded, held and not counted
  std::vector<ListedRow> unreadable;  ///< not recorded: the row must be mended
  std::vector<ListedRow> noHelp;      ///< not recorded: the row says that nobody was helped
  std::map<std::string, std::int64_t> unmapped;  ///< topic names without a topic, with their helps
  std::map<std::string, std::int64_t> unmappedPlaces;    ///< places without a branch of ours
  std::map<std::string, std::int64_t> unmappedChannels;  ///< recorded as in person
  std::int64_t otherPlaces = 0;  ///< rows of other offices than the one asked for
};

/// What every importer of another program's file is told.
struct ForeignImport {
  std::string branch;  ///< the branch the helps are recorded under
  Unit unit = Unit::CitizenService;
  std::string otherTopic = "other";            ///< topic of names that nothing maps
  std::map<std::string, std::string> mapping;  ///< folded name -> topic id
};

/// How the queue-snapshots preset reads its file.
struct QueueImport : ForeignImport {
  std::string office;  ///< only rows of this office; empty: all
};

/// Logs of other programs, one row for each registration; platform/IMPORT.md lists their columns.
enum class LogPreset { FrontDesk, LibAnswers, Gimlet, Libstats };
std::optional<LogPreset> logPresetFromCode(std::string_view code);

/// How a log is read.
struct LogImport : ForeignImport {
  LogPreset preset = LogPreset::FrontDesk;
  std::string source;  ///< keeps apart two systems that give the same numbers; may be empty
  std::map<std::string, std::string> branches;  ///< folded name of a place -> branch code
  std::map<std::string, std::string> columns;   ///< what it says, e.g. "topic" -> heading
  std::optional<bool> monthFirst;               ///< of 03/04/2024; nothing: as the preset writes it
  std::optional<Instant> now;                   ///< what lies later is in doubt
};

/// Reads queue snapshots: `date,time,office,queue_id,queue_letter,queue_name,called,waiting,...`,
/// local time without zone. Every called ticket becomes one help at the snapshot's time. A row
/// whose day lies apart from the bulk of the file (a gap of more than 45 days) is in doubt: some
/// clock was wrong. Error Invalid when the heading lacks a column.
Result<ImportPlan> planQueueSnapshots(const CsvRows& rows, const Catalogue& catalogue,
                                      const QueueImport& options);

/// Reads a log of another program: each row becomes one help. Columns about persons are not read
/// but to keep their names out of the lists of the plan. In doubt are rows of a day apart from the
/// bulk of the file (a gap of more than a year), of a time to come, and those that ended before
/// they began. A row whose number stands in an earlier row is unreadable. Error Invalid when the
/// heading lacks a column, or `columns` names one that is not there or is about a person.
Result<ImportPlan> planLog(const CsvRows& rows, const Catalogue& catalogue,
                           const LogImport& options);

/// Reads a raw report of Suma, grouped by days or not: each count becomes one
/// help of as many people. An activity is a topic where it maps, else it is listed. A count of 0 is
/// no help; one without an activity, or with two topics, is unreadable. Doubts and errors as
/// planLog().
Result<ImportPlan> planSuma(const CsvRows& rows, const Catalogue& catalogue,
                            const LogImport& options);

/// Reads the file that `export` writes (platform/EXPORT.md lists its columns), also one of an older
/// version, which has fewer of them. A row without an id is known by its content and `source`, the
/// name of where it comes from; such rows of equal content count as often as they stand there. A
/// text with personal data makes its row unreadable.
Result<ImportPlan> planOwnFormat(const CsvRows& rows, const Catalogue& catalogue,
                                 const std::string& source);

/// The heading of our own format.
const std::vector<std::string>& ownFormatColumns();
/// What stands about a subject, and the reply that stands to one, as an import would record them.
PlannedEntry plannedFrom(const Id& subject, const Standing& standing);
PlannedEntry plannedFrom(const Id& subject, EntryKind of, const StandingReply& reply);
/// The row that planOwnFormat() reads as `planned`, its key apart.
std::vector<std::string> ownFormatRow(const PlannedEntry& planned);

/// Reads a mapping file `name,topic`; names are folded as search does. Error Invalid for a topic
/// that is not in the catalogue.
Result<std::map<std::string, std::string>> readMapping(const CsvRows& rows,
                                                       const Catalogue& catalogue);

/// Turns a name into a code: "UD_Praga Północ" -> "ud_praga-p-noc"; cut when it is too long, empty
/// when nothing of it fits into one.
std::string codeFromName(std::string_view name);

}  // namespace vejviser
