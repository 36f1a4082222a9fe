// A PostgreSQL of the test's own, in a folder that goes with it.
#pragma once

#include "tests/support/programs.h"

#include <QString>
#include <QStringList>

namespace vejviser::test {

/// Debian's PostgreSQL 15. As root it is run as the user postgres: it will not have root.
class PostgresServer {
 public:
  /// Why there can be none here; empty when there can.
  static QString absence();

  /// Makes and starts one, with the role and the database "vejviser" in it. `settings` as in
  /// postgresql.conf; by default it does not wait for the disk.
  explicit PostgresServer(const QStringList& settings = {"fsync=off"});
  /// A copy of `primary` that follows it.
  PostgresServer(const PostgresServer& primary, const QStringList& settings);
  ~PostgresServer();

  PostgresServer(const PostgresServer&) = delete;
  PostgresServer& operator=(const PostgresServer&) = delete;

  void start();
  void killHard();  ///< SIGKILL to all of it
  void promote();   ///< makes a standby the primary

  /// pg_dump of the hub's database, also while it works; and back again into this one.
  void dumpTo(const QString& file) const;
  void restoreFrom(const QString& file) const;

  int port() const { return m_port; }
  /// The folder its socket lies in.
  QString host() const { return m_dir.path(); }
  /// As the hub's role.
  QString url() const;
  /// Statements as the superuser; what they answer, bare.
  QString sql(const QString& statements, const QString& database = "vejviser") const;
  /// The same for statements that may fail.
  Ran attempt(const QString& statements, const QString& database = "vejviser") const;

 private:
  Ran run(const QString& program, const QStringList& arguments) const;
  QString data() const { return m_dir.path("data"); }

  Folder m_dir;
  int m_port;
  QStringList m_settings;
};

/// The address of a hub that finds the primary among two servers.
QString urlOf(const PostgresServer& one, const PostgresServer& other);

}  // namespace vejviser::test
