// What must be true when the faults are over, found out beside the programs: from their files, by a
// fold and a count of its own.
#pragma once

#include "tests/support/programs.h"

#include <QFile>
#include <QString>
#include <QStringList>

namespace vejviser::test {

/// Something that a program said was saved.
struct Deed {
  QString what;     ///< "saved", "referred", "amended", "withdrawn"
  QString subject;  ///< the help's id, as the program wrote it
};

/// A file of deeds, written the moment the program says so. One thread at a time.
class IntentLog {
 public:
  explicit IntentLog(const QString& path);
  void add(const Deed& deed);
  static std::vector<Deed> read(const QString& path);

 private:
  QFile m_file;
};

/// A tablet at rest: no program has its folder.
struct AuditedTablet {
  QString folder;
  QString intents;  ///< its IntentLog's file
};

struct Audit {
  qint64 saved = 0;    ///< deeds that were said to be saved
  qint64 acked = 0;    ///< entries of which the tablets know that the hub has them
  qint64 onHub = 0;    ///< entries
  qint64 lost = 0;     ///< deeds and journal entries that are not on the hub
  qint64 doubled = 0;  ///< entries that are there twice, or helps that count twice
  QStringList faults;  ///< what is not as it must be, in words; the first of it

  /// "1234 saved, 2345 acked, 2345 on the hub, 0 lost, 0 double"
  QString line() const;
};

/// After everything has been sent and pulled, with the hub at work. Compares intents, journals, the
/// hub's entries, its cube, and what every tablet shows.
Audit audit(const HubProcess& hub, const std::vector<AuditedTablet>& tablets);

/// A number from the environment, e.g. VEJVISER_KILLS=1000; `otherwise` when it is not given.
int fromEnvironment(const char* name, int otherwise);

}  // namespace vejviser::test
