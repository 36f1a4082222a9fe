// The real programs, run as a person or a script runs them.
#pragma once

#include "platform/http_client.h"

#include <QByteArray>
#include <QJsonObject>
#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace vejviser::test {

/// A folder that goes with the test.
class Folder {
 public:
  QString path(const QString& name = {}) const { return m_dir.filePath(name); }

 private:
  QTemporaryDir m_dir;
};

/// What a program left behind.
struct Ran {
  int exitCode = -1;  ///< -1: it crashed or did not start
  QString out;
  QString err;
};

QString programPath(const QString& name);
Ran runProgram(const QString& program, const QStringList& arguments, const QByteArray& input = {},
               const QStringList& environment = {});

/// vejviser-cli on a tablet's folder.
Ran cli(const QString& tablet, const QStringList& arguments);
/// `vejviser-cli figures --json` of some days, parsed.
QJsonObject cliFigures(const QString& tablet, const QStringList& options);

/// The topics a tablet knows.
QStringList topicsOf(const QString& tablet);

/// A hub of its own: a folder and, once started, a process on a free loopback port.
class HubProcess {
 public:
  /// Sets up a hub with these branches (code=Name); "hb" when there are none. `database`: of
  /// PostgreSQL, in place of a file.
  explicit HubProcess(const QStringList& branches = {}, const QString& database = {});
  /// A hub on a database that others may work on, with whatever is set up there.
  static std::unique_ptr<HubProcess> beside(const QString& database);
  ~HubProcess();

  /// `options` of serve and more of the environment; waits until it answers.
  void start(const QStringList& options = {}, const QStringList& environment = {});
  void stop();       ///< SIGTERM, and waits for it to finish
  void terminate();  ///< SIGTERM
  void killHard();   ///< SIGKILL, and waits
  void signal(int number) const;
  /// From its next start on it works on another database of PostgreSQL.
  void moveTo(const QString& database) { m_database = database; }
  /// Sets up one more municipality, at an address of its own.
  void addMunicipality(const QString& code, const QString& name) const;
  bool running() const { return m_process && m_process->state() == QProcess::Running; }

  QString folder() const { return m_dir.path("hub"); }
  QString url() const { return QStringLiteral("http://127.0.0.1:%1").arg(m_port); }
  int port() const { return m_port; }
  qint64 pid() const { return m_process->processId(); }
  QString log() const { return m_log; }  ///< standard error of what was stopped
  bool logs(const QString& text) const;  ///< waits until it does

  Ran command(const QStringList& arguments, const QByteArray& input = {}) const;
  QString enrolCode(const QString& unit = "library", const QString& branch = "hb",
                    const QString& name = "Tablet") const;
  /// Makes a tablet in `folder` that belongs to this hub. Another address, e.g. of a proxy, may
  /// stand between.
  void enrol(const QString& folder, const QString& unit = "library", const QString& branch = "hb",
             const QString& address = {}) const;

  /// The journal's entry ids with their held reason ("" when counted).
  std::map<QString, QString> entries() const;
  /// One number from the hub's database, in SQLite.
  qint64 number(const QString& sql) const;
  /// A SQLite file with the hub's entries in it: its database, or what PostgreSQL has, copied.
  QString journalFile() const;

 private:
  struct NotSetUp {};
  HubProcess(NotSetUp, QString database);
  void mustRun(const QStringList& arguments) const;
  QString logFile() const;  ///< of what runs now
  QString readLog() const;

  Folder m_dir;
  QString m_database;
  int m_port = 0;
  std::unique_ptr<QProcess> m_process;
  QString m_log;
};

/// A port nobody listens on now, outside the range that clients get theirs from.
int freePort();

struct Answer {
  int status = 0;
  QString type;
  QByteArray body;
  std::vector<std::pair<std::string, std::string>> headers{};

  QJsonObject json() const;
  /// A header's value, whatever the case of its name; empty when there is none.
  QString header(const QString& name) const;
};

/// A request over HTTP; status 0 when there was no answer.
Answer request(const QString& method, const QString& url, const QByteArray& body = {},
               const QStringList& headers = {});

/// The token of an enrolled tablet, for asking the hub in its name.
QString tokenOf(const QString& tablet);
/// GET /v1/statistics in a tablet's name.
QJsonObject statistics(const HubProcess& hub, const QString& tablet, const QString& query);

/// Rows of a table of figures as "a/b/c" -> n, whatever their order: keys joined by the names.
std::map<QString, qint64> tableOf(const QJsonObject& figures, const QString& table,
                                  const QStringList& keys, const QString& number = "helps");

/// The real app with a hand on it (vejviser-driver).
class AppProcess {
 public:
  enum class Start {
    AndWait,  ///< until it can be used
    AndGoOn,  ///< ready() waits
  };
  /// More that it is given; a variable here goes before one of ours.
  struct With {
    QStringList arguments;
    QStringList environment;
  };
  explicit AppProcess(const QString& tablet, Start start = Start::AndWait, const With& with = {});
  ~AppProcess();

  /// Waits until it can be used; false when it ended before.
  bool ready();
  /// Does a command and waits for its answer; the text after "ok". Fails the test on "error".
  QString hand(const QString& command);
  /// As hand(), for an app that may be killed meanwhile: nothing on "error" and when it is gone.
  std::optional<QString> attempt(const QString& command);
  /// Gives a command and does not wait.
  void send(const QString& command);
  void killHard();
  void quit();

  bool running() const { return m_process.state() == QProcess::Running; }
  qint64 pid() const { return m_process.processId(); }
  /// What ended it; 0 when it ended by itself. Not while it runs.
  int endedBySignal() const;

 private:
  QString readLine();

  QProcess m_process;
  bool m_ready = false;
};

/// Waits until `predicate` is true; false after `seconds`.
bool eventually(const std::function<bool()>& predicate, int seconds = 20);

}  // namespace vejviser::test
