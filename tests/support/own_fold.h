// The fold and the count of PROTOCOL.md once more, written without a line of the programs' code: an
// oracle for their figures.
#pragma once

#include <QJsonObject>
#include <QList>
#include <QString>
#include <map>

namespace vejviser::test {

/// What the entries about one help or referral say together.
struct FoldedSubject {
  QJsonObject made;  ///< the entry that made it; empty: not there
  QJsonObject top;   ///< the entry of the highest (rev, id) that has fields
  bool withdrawn = false;
  int amends = 0;

  bool counts() const { return !made.isEmpty() && !withdrawn; }
};

/// By id, as it is written in entries.
using FoldedSubjects = std::map<QString, FoldedSubject>;

FoldedSubjects foldEntries(const QList<QJsonObject>& entries);

struct CountedFigures {
  qint64 helps = 0;
  qint64 people = 0;
  qint64 referrals = 0;
  std::map<QString, qint64> helpsByTopic;  ///< "topic/unit"
  std::map<QString, qint64> referralsTo;   ///< "from/to"

  bool operator==(const CountedFigures&) const = default;
  QString text() const;
};

CountedFigures countSubjects(const FoldedSubjects& subjects);
/// From what GET /v1/statistics or `vejviser-cli figures --json` gave.
CountedFigures readFigures(const QJsonObject& json);

}  // namespace vejviser::test
