#include "tests/support/postgres_server.h"

#include <QDir>
#include <QFile>
#include <QtGlobal>
#include <csignal>
#include <unistd.h>

namespace vejviser::test {

namespace {

const QString kPrograms = "/usr/lib/postgresql/15/bin/";

void mustRun(const Ran& ran) {
  if (ran.exitCode != 0) qFatal("PostgreSQL: %s %s", qPrintable(ran.out), qPrintable(ran.err));
}

}  // namespace

QString PostgresServer::absence() {
  return QFile::exists(kPrograms + "initdb") ? QString{} : "PostgreSQL 15 is not installed";
}

PostgresServer::PostgresServer(const QStringList& settings)
    : m_port(freePort()), m_settings(settings) {
  if (geteuid() == 0) mustRun(runProgram("chown", {"postgres", m_dir.path()}));
  mustRun(run("initdb", {"-D", data(), "-A", "trust", "-U", "postgres", "-E", "UTF8",
                         "--locale=C.UTF-8", "--no-sync", "--no-instructions"}));
  start();
  sql("CREATE ROLE vejviser LOGIN", "postgres");
  sql("CREATE DATABASE vejviser OWNER vejviser", "postgres");
}

PostgresServer::PostgresServer(const PostgresServer& primary, const QStringList& settings)
    : m_port(freePort()), m_settings(settings) {
  if (geteuid() == 0) mustRun(runProgram("chown", {"postgres", m_dir.path()}));
  mustRun(run("pg_basebackup",
              {"-h", primary.host(), "-p", QString::number(primary.port()), "-U", "postgres", "-D",
               data(), "-R", "-C", "-S", "standby", "--checkpoint=fast", "--no-sync"}));
  start();
}

PostgresServer::~PostgresServer() {
  run("pg_ctl", {"-D", data(), "-m", "immediate", "stop"});
}

void PostgresServer::start() {
  QString options = "-p " + QString::number(m_port) +
                    " -c listen_addresses= -c unix_socket_directories=" + m_dir.path();
  for (const QString& setting : m_settings) options += " -c " + setting;
  mustRun(run("pg_ctl", {"-D", data(), "-o", options, "-l", m_dir.path("log"), "-w", "start"}));
}

void PostgresServer::killHard() {
  QFile file{data() + "/postmaster.pid"};
  if (!file.open(QIODevice::ReadOnly)) return;
  const auto pid = static_cast<pid_t>(file.readLine().trimmed().toInt());
  kill(-pid, SIGKILL);  // its group: the processes it started as well
  kill(pid, SIGKILL);
}

void PostgresServer::promote() {
  mustRun(run("pg_ctl", {"-D", data(), "promote", "-w"}));
}

void PostgresServer::dumpTo(const QString& file) const {
  mustRun(run("pg_dump", {"-h", host(), "-p", QString::number(m_port), "-U", "postgres", "-Fc",
                          "-f", host() + "/dump", "vejviser"}));
  if (!QFile::copy(host() + "/dump", file)) qFatal("PostgreSQL: no dump");
}

void PostgresServer::restoreFrom(const QString& file) const {
  const QString own = host() + "/restored";
  QFile::copy(file, own);
  QFile::setPermissions(own, QFile::ReadOwner | QFile::ReadGroup | QFile::ReadOther);
  mustRun(run("pg_restore", {"-h", host(), "-p", QString::number(m_port), "-U", "postgres", "-d",
                             "vejviser", own}));
}

QString PostgresServer::url() const {
  return "postgresql://vejviser@/vejviser?host=" + host() + "&port=" + QString::number(m_port);
}

Ran PostgresServer::attempt(const QString& statements, const QString& database) const {
  return run("psql", {"-h", host(), "-p", QString::number(m_port), "-U", "postgres", "-qAt", "-v",
                      "ON_ERROR_STOP=1", "-c", statements, database});
}

QString PostgresServer::sql(const QString& statements, const QString& database) const {
  const Ran ran = attempt(statements, database);
  mustRun(ran);
  return ran.out.trimmed();
}

/// Within two minutes: one that hangs is a failure.
Ran PostgresServer::run(const QString& program, const QStringList& arguments) const {
  const QStringList command = QStringList{"120", kPrograms + program} + arguments;
  if (geteuid() != 0) return runProgram("timeout", command);
  return runProgram("runuser", QStringList{"-u", "postgres", "--", "timeout"} + command);
}

QString urlOf(const PostgresServer& one, const PostgresServer& other) {
  return "postgresql://vejviser@/vejviser?host=" + one.host() + "," + other.host() +
         "&port=" + QString::number(one.port()) + "," + QString::number(other.port());
}

}  // namespace vejviser::test
