// What stands about a subject, as a row of the tables `standing` (made here) and `shared_subject`
// (pulled). All functions may throw SQLite::Exception.
#pragma once

#include "src/domain/fold.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <string>

namespace vejviser::store {

/// The fold of one subject.
struct SubjectState {
  Id subject;
  bool withdrawn = false;
  Standing standing;
};

/// The columns of both tables, in the order of readSubject() and bindSubject().
extern const std::string kSubjectColumns;
/// The columns of a reply among them, which `own_reply` has, too.
extern const std::string kReplyColumns;
/// True of what is no help. A statement that wants some other kind says so, too: only then does
/// SQLite look it up among the few (index standing_kind) and not among all helps.
extern const std::string kNoHelp;
/// A parameter for each of `columns`, e.g. "?,?,?".
std::string placesFor(const std::string& columns);

/// Reads a row whose columns begin with kSubjectColumns.
SubjectState readSubject(SQLite::Statement& row);
/// Reads kReplyColumns from the column `first` on; nothing when they are NULL.
std::optional<StandingReply> readReply(SQLite::Statement& row, int first);

/// Binds kSubjectColumns from the place `first` on; the place after them.
int bindSubject(SQLite::Statement& statement, int first, const SubjectState& state);
/// Binds kReplyColumns; the place after them.
int bindReply(SQLite::Statement& statement, int first, const std::optional<StandingReply>& reply);

}  // namespace vejviser::store
