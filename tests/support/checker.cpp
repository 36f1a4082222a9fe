#include "tests/support/checker.h"

#include "platform/sqlite.h"
#include "tests/support/own_fold.h"

#include <QDate>
#include <QJsonDocument>
#include <QSet>
#include <algorithm>

namespace vejviser::test {

namespace {

constexpr qsizetype kShownFaults = 20;

QList<QJsonObject> entriesIn(SQLite::Database& db, const char* sql) {
  QList<QJsonObject> entries;
  SQLite::Statement rows{db, sql};
  while (rows.executeStep()) {
    entries << QJsonDocument::fromJson(QByteArray::fromStdString(rows.getColumn(0))).object();
  }
  return entries;
}

QSet<QString> idsOf(const QList<QJsonObject>& entries) {
  QSet<QString> ids;
  for (const QJsonObject& entry : entries) ids.insert(entry["id"].toString());
  return ids;
}

qint64 number(SQLite::Database& db, const char* sql) {
  return db.execAndGet(sql).getInt64();
}

/// Yesterday and tomorrow: whatever clock and time zone were doing.
std::pair<QString, QString> days() {
  const QDate today = QDate::currentDate();
  return {today.addDays(-1).toString(Qt::ISODate), today.addDays(1).toString(Qt::ISODate)};
}

class Auditor {
 public:
  explicit Auditor(const HubProcess& hub) : m_hub(hub) {
    SQLite::Database db{hub.journalFile().toStdString(), SQLite::OPEN_READONLY};
    checkFile(db, "the hub");
    readEntries(db);
    checkNumbers(db);
    const Ran recount = hub.command({"recount"});
    expect(recount.exitCode == 0, "recount: " + recount.out + recount.err);
  }

  void look(const AuditedTablet& tablet) {
    SQLite::Database db{(tablet.folder + "/tablet.db").toStdString(), SQLite::OPEN_READWRITE};
    checkFile(db, tablet.folder);
    m_audit.acked += number(db, "SELECT count(*) FROM sent");
    expect(number(db, "SELECT count(*) FROM outbox") == 0, tablet.folder + " has not sent all");
    expect(number(db, "SELECT count(*) FROM quarantine") == 0, tablet.folder + " quarantined some");
    const QList<QJsonObject> journal = entriesIn(db, "SELECT body FROM journal");
    compareJournal(tablet.folder, idsOf(journal));
    compareIntents(tablet);
    compareFigures(tablet.folder, countSubjects(foldEntries(journal)));
  }

  Audit result() {
    const QSet<QString> invented = m_ids - m_journals;
    expect(invented.isEmpty(), QStringLiteral("%1 entries of nobody").arg(invented.size()));
    return m_audit;
  }

 private:
  void readEntries(SQLite::Database& db) {
    const QList<QJsonObject> all = entriesIn(db, "SELECT body FROM entry");
    const qint64 held = number(db, "SELECT count(*) FROM entry WHERE held IS NOT NULL");
    expect(held == 0, QStringLiteral("%1 entries are held").arg(held));
    m_ids = idsOf(all);
    m_audit.onHub = all.size();
    m_audit.doubled = all.size() - m_ids.size();
    m_subjects = foldEntries(all);
    m_figures = countSubjects(m_subjects);
    for (const auto& [id, subject] : m_subjects) {
      if (subject.made["kind"] == "referral") m_referred.insert(subject.made["help"].toString());
    }
  }

  /// Rule of `n`: 1, 2, 3 ... within `inst`, each once.
  void checkNumbers(SQLite::Database& db) {
    const qint64 wrong =
        number(db,
               "SELECT count(*) FROM (SELECT 1 FROM entry GROUP BY inst "
               "HAVING min(n) <> 1 OR max(n) <> count(*) OR count(DISTINCT n) <> count(*))");
    expect(wrong == 0, QStringLiteral("%1 tablets' numbers have gaps or doubles").arg(wrong));
  }

  void compareJournal(const QString& folder, const QSet<QString>& journal) {
    for (const QString& id : journal - m_ids) lose(id + " of " + folder + " is not on the hub");
    m_journals += journal;
  }

  void compareIntents(const AuditedTablet& tablet) {
    std::map<QString, int> amends;
    for (const Deed& deed : IntentLog::read(tablet.intents)) {
      ++m_audit.saved;
      if (deed.what == "amended") ++amends[deed.subject];
      const auto it = m_subjects.find(deed.subject);
      const bool done = it != m_subjects.end() && !it->second.made.isEmpty() &&
                        isDone(deed, it->second, amends[deed.subject]);
      if (!done) lose(deed.what + " " + deed.subject + " is not on the hub");
    }
  }

  bool isDone(const Deed& deed, const FoldedSubject& subject, int amends) const {
    if (deed.what == "amended") return subject.amends >= amends;
    if (deed.what == "withdrawn") return subject.withdrawn;
    if (deed.what == "referred") return m_referred.contains(deed.subject);
    return true;
  }

  void compareFigures(const QString& tablet, const CountedFigures& own) {
    const auto [from, to] = days();
    const QStringList period{"--from", from, "--to", to};
    compare(tablet, readFigures(cliFigures(tablet, period)), own);
    compare(tablet + " (shared)", readFigures(cliFigures(tablet, period + QStringList{"--shared"})),
            m_figures);
    const CountedFigures hub = readFigures(statistics(m_hub, tablet, "from=" + from + "&to=" + to));
    compare("the hub", hub, m_figures);
    m_audit.doubled = std::max(m_audit.doubled, hub.helps - m_figures.helps);
  }

  void compare(const QString& who, const CountedFigures& shown, const CountedFigures& folded) {
    expect(shown == folded, who + " shows " + shown.text() + "; folded: " + folded.text());
  }

  void checkFile(SQLite::Database& db, const QString& whose) {
    const std::string word = db.execAndGet("PRAGMA integrity_check").getString();
    expect(word == "ok", whose + ": " + QString::fromStdString(word));
  }

  void lose(const QString& what) {
    ++m_audit.lost;
    expect(false, what);
  }

  void expect(bool holds, const QString& fault) {
    if (!holds && m_audit.faults.size() < kShownFaults) m_audit.faults << fault;
  }

  const HubProcess& m_hub;
  Audit m_audit;
  QSet<QString> m_ids;       ///< on the hub
  QSet<QString> m_journals;  ///< on the tablets
  QSet<QString> m_referred;  ///< helps that a referral came out of
  FoldedSubjects m_subjects;
  CountedFigures m_figures;
};

}  // namespace

IntentLog::IntentLog(const QString& path) : m_file(path) {
  if (!m_file.open(QIODevice::WriteOnly | QIODevice::Append)) qFatal("no intent log");
}

void IntentLog::add(const Deed& deed) {
  m_file.write((deed.what + ' ' + deed.subject + '\n').toUtf8());
  m_file.flush();
}

std::vector<Deed> IntentLog::read(const QString& path) {
  QFile file{path};
  std::vector<Deed> deeds;
  if (!file.open(QIODevice::ReadOnly)) return deeds;
  while (!file.atEnd()) {
    const QString line = QString::fromUtf8(file.readLine()).trimmed();
    deeds.push_back({line.section(' ', 0, 0), line.section(' ', 1)});
  }
  return deeds;
}

QString Audit::line() const {
  return QStringLiteral("%1 saved, %2 acked, %3 on the hub, %4 lost, %5 double")
      .arg(saved)
      .arg(acked)
      .arg(onHub)
      .arg(lost)
      .arg(doubled);
}

Audit audit(const HubProcess& hub, const std::vector<AuditedTablet>& tablets) {
  Auditor auditor{hub};
  for (const AuditedTablet& tablet : tablets) auditor.look(tablet);
  return auditor.result();
}

int fromEnvironment(const char* name, int otherwise) {
  bool given = false;
  const int number = qEnvironmentVariableIntValue(name, &given);
  return given ? number : otherwise;
}

}  // namespace vejviser::test
