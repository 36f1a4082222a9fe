// Several tablets on the command line that belong to one hub.
#pragma once

#include "tests/support/checker.h"
#include "tests/support/programs.h"

#include <QStringList>
#include <vector>

namespace vejviser::test {

/// How the tablets reach the hub.
struct Route {
  QString address;      ///< empty: the hub's own
  QStringList through;  ///< put before each command, e.g. to enter a namespace
  QString caFile;
};

class Fleet {
 public:
  /// Makes and enrols so many.
  Fleet(const HubProcess& hub, int size, const Route& route = {});

  const std::vector<AuditedTablet>& all() const { return m_all; }
  /// Logs helps of one topic, another one each time, and notes what the tablet said was saved.
  /// Fails the test when it said something else.
  void log(const AuditedTablet& tablet, int count, bool refers = false);
  /// All sync at the same time; the worst exit code (255: one crashed).
  int sync(const QStringList& options = {}) const { return syncSome(m_all, options); }
  int syncSome(const std::vector<AuditedTablet>& some, const QStringList& options = {}) const;
  /// Two syncs: the first sends all there is, the second brings everybody the figures of all.
  int settle() const;

 private:
  QStringList commandOf(const QString& folder, const QStringList& arguments) const;

  Route m_route;
  Folder m_dir;
  QStringList m_topics;
  qsizetype m_logged = 0;
  std::vector<AuditedTablet> m_all;
};

}  // namespace vejviser::test
