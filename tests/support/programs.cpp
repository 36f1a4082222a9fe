#include "tests/support/programs.h"

#include "platform/sqlite.h"
#include "tests/support/exchanges.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTcpServer>
#include <QTest>
#include <QThread>
#include <QUrl>
#include <csignal>
#include <sys/prctl.h>

namespace vejviser::test {

namespace {
constexpr int kPatience_ms = 60'000;  // generous: machines may be busy, and slower under sanitizers
}

QString programPath(const QString& name) {
  return QStringLiteral(VEJVISER_BIN "/") + name;
}

Ran runProgram(const QString& program, const QStringList& arguments, const QByteArray& input,
               const QStringList& environment) {
  QProcess process;
  if (!environment.isEmpty()) {
    process.setEnvironment(QProcess::systemEnvironment() + environment);
  }
  process.start(program, arguments);
  if (!process.waitForStarted()) qFatal("%s cannot be started", qPrintable(program));
  process.write(input);
  process.closeWriteChannel();
  Ran ran;
  if (process.waitForFinished(10 * kPatience_ms) && process.exitStatus() == QProcess::NormalExit) {
    ran.exitCode = process.exitCode();
  }
  ran.out = QString::fromUtf8(process.readAllStandardOutput());
  ran.err = QString::fromUtf8(process.readAllStandardError());
  return ran;
}

Ran cli(const QString& tablet, const QStringList& arguments) {
  return runProgram(programPath("vejviser-cli"), QStringList{"--data", tablet} + arguments);
}

QJsonObject cliFigures(const QString& tablet, const QStringList& options) {
  const Ran ran = cli(tablet, QStringList{"figures", "--json"} + options);
  return QJsonDocument::fromJson(ran.out.toUtf8()).object();
}

QStringList topicsOf(const QString& tablet) {
  QStringList topics;
  for (const QString& line : cli(tablet, {"topics"}).out.split('\n', Qt::SkipEmptyParts)) {
    topics << line.section(' ', 0, 0);
  }
  return topics;
}

int freePort() {
  static int s_next = 20'000 + static_cast<int>(QCoreApplication::applicationPid() % 5'000);
  QTcpServer probe;
  while (!probe.listen(QHostAddress::LocalHost, static_cast<quint16>(++s_next))) {
  }
  return s_next;
}

HubProcess::HubProcess(NotSetUp, QString database)
    : m_database(std::move(database)), m_port(freePort()) {}

HubProcess::HubProcess(const QStringList& branches, const QString& database)
    : HubProcess(NotSetUp{}, database) {
  QStringList arguments{"init", "--municipality", "Prøvekøbing Kommune", "--exact-for", "all"};
  for (const QString& branch : branches.isEmpty() ? QStringList{"hb=Hovedbiblioteket"} : branches) {
    arguments << "--branch" << branch;
  }
  mustRun(arguments);
}

std::unique_ptr<HubProcess> HubProcess::beside(const QString& database) {
  return std::unique_ptr<HubProcess>{new HubProcess{NotSetUp{}, database}};
}

void HubProcess::addMunicipality(const QString& code, const QString& name) const {
  mustRun({"--at", code, "init", "--municipality", name, "--branch", "hb=Hovedbiblioteket",
           "--exact-for", "all"});
}

void HubProcess::mustRun(const QStringList& arguments) const {
  const Ran ran = command(arguments);
  if (ran.exitCode != 0) qFatal("the hub cannot be set up: %s", qPrintable(ran.err));
}

HubProcess::~HubProcess() {
  if (running()) stop();
}

void HubProcess::start(const QStringList& options, const QStringList& environment) {
  m_process = std::make_unique<QProcess>();
  m_process->setEnvironment(QProcess::systemEnvironment() + environment);
  m_process->setStandardErrorFile(logFile());  // a pipe that nobody reads would fill, and stop it
  // A test that fails hard leaves no hub behind.
  m_process->setChildProcessModifier([] { prctl(PR_SET_PDEATHSIG, SIGKILL); });
  m_process->start(programPath("vejviser-hub"),
                   QStringList{"--data", folder(), "--database", m_database, "serve", "--listen",
                               QStringLiteral("127.0.0.1:%1").arg(m_port)} +
                       options);
  QByteArray said;
  while (!said.contains("listening on") && m_process->waitForReadyRead(kPatience_ms)) {
    said += m_process->readAllStandardOutput();
  }
  if (!said.contains("listening on")) {
    qFatal("the hub does not start: %s", qPrintable(readLog()));
  }
}

QString HubProcess::logFile() const {
  return m_dir.path("log");
}

QString HubProcess::readLog() const {
  QFile file{logFile()};
  return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString{};
}

void HubProcess::terminate() {
  m_process->terminate();
}

void HubProcess::stop() {
  m_process->terminate();
  if (!m_process->waitForFinished(kPatience_ms)) m_process->kill();
  m_log += readLog();
}

void HubProcess::killHard() {
  m_process->kill();
  m_process->waitForFinished(kPatience_ms);
}

void HubProcess::signal(int number) const {
  kill(static_cast<pid_t>(pid()), number);
}

bool HubProcess::logs(const QString& text) const {
  return eventually([&] { return readLog().contains(text); });
}

Ran HubProcess::command(const QStringList& arguments, const QByteArray& input) const {
  return runProgram(programPath("vejviser-hub"),
                    QStringList{"--data", folder(), "--database", m_database} + arguments, input);
}

QString HubProcess::enrolCode(const QString& unit, const QString& branch,
                              const QString& name) const {
  const Ran ran = command({"enrol-code", "--name", name, "--unit", unit, "--branch", branch});
  if (ran.exitCode != 0) qFatal("no enrolment code: %s", qPrintable(ran.err));
  return ran.out.trimmed();
}

void HubProcess::enrol(const QString& tablet, const QString& unit, const QString& branch,
                       const QString& address) const {
  const Ran ran =
      cli(tablet, {"enrol", address.isEmpty() ? url() : address, enrolCode(unit, branch)});
  if (ran.exitCode != 0) qFatal("not enrolled: %s", qPrintable(ran.err));
}

std::map<QString, QString> HubProcess::entries() const {
  SQLite::Database db{(folder() + "/hub.db").toStdString(), SQLite::OPEN_READONLY};
  SQLite::Statement rows{db, "SELECT lower(hex(id)), coalesce(held, '') FROM entry"};
  std::map<QString, QString> all;
  while (rows.executeStep()) {
    all[QString::fromStdString(rows.getColumn(0))] = QString::fromStdString(rows.getColumn(1));
  }
  return all;
}

qint64 HubProcess::number(const QString& sql) const {
  SQLite::Database db{(folder() + "/hub.db").toStdString(), SQLite::OPEN_READONLY};
  return db.execAndGet(sql.toStdString()).getInt64();
}

QString HubProcess::journalFile() const {
  if (m_database.isEmpty()) return folder() + "/hub.db";
  const QString as =
      "SELECT set_config('vejviser.municipality', key::text, false) FROM municipality WHERE code = "
      "''";
  const Ran ran =
      runProgram("psql", {m_database, "-qAt", "-F", "\t", "-c", as, "-c",
                          "SELECT coalesce(held, ''), inst, n, body FROM entry ORDER BY seq"});
  if (ran.exitCode != 0) qFatal("PostgreSQL: %s", qPrintable(ran.err));
  const QString file = m_dir.path("journal.db");
  QFile::remove(file);
  SQLite::Database db{file.toStdString(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE};
  db.exec("CREATE TABLE entry(held TEXT, inst INTEGER, n INTEGER, body TEXT); BEGIN");
  SQLite::Statement add{db, "INSERT INTO entry VALUES(nullif(?, ''), ?, ?, ?)"};
  for (const QString& line : ran.out.split('\n', Qt::SkipEmptyParts).mid(1)) {
    for (int i = 0; i < 4; ++i) {
      add.bind(i + 1, line.section('\t', i, i == 3 ? -1 : i).toStdString());
    }
    add.exec();
    add.reset();
  }
  db.exec("COMMIT");
  return file;
}

QJsonObject Answer::json() const {
  return QJsonDocument::fromJson(body).object();
}

Answer request(const QString& method, const QString& url, const QByteArray& body,
               const QStringList& headers) {
  platform::CurlHttpClient http;
  platform::HttpRequest message{method.toStdString(), url.toStdString(), {}, body.toStdString()};
  for (const QString& header : headers) message.headers.push_back(header.toStdString());
  const auto response = http.send(message);
  if (!response) return {};
  Answer answer{response->status, QString::fromStdString(response->contentType),
                QByteArray::fromStdString(response->body), response->headers};
  keepExchange({method, QUrl{url}.path(), answer.status, answer.headers, answer.body});
  return answer;
}

QString Answer::header(const QString& name) const {
  for (const auto& [its, value] : headers) {
    if (name.compare(QString::fromStdString(its), Qt::CaseInsensitive) == 0) {
      return QString::fromStdString(value);
    }
  }
  return {};
}

QString tokenOf(const QString& tablet) {
  const QDir dir{tablet + "/no-backup"};
  const QStringList names = dir.entryList({"token-*"});
  if (names.size() != 1) qFatal("the tablet has %d tokens", static_cast<int>(names.size()));
  QFile file{dir.filePath(names.first())};
  if (!file.open(QIODevice::ReadOnly)) qFatal("the token cannot be read");
  return QString::fromUtf8(file.readAll());
}

QJsonObject statistics(const HubProcess& hub, const QString& tablet, const QString& query) {
  return request("GET", hub.url() + "/v1/statistics?" + query, {},
                 {"Authorization: Bearer " + tokenOf(tablet)})
      .json();
}

std::map<QString, qint64> tableOf(const QJsonObject& figures, const QString& table,
                                  const QStringList& keys, const QString& number) {
  std::map<QString, qint64> rows;
  for (const QJsonValue& row : figures[table].toArray()) {
    QStringList names;
    for (const QString& key : keys) names << row[key].toVariant().toString();
    rows[names.join('/')] += row[number].toInteger();
  }
  return rows;
}

AppProcess::AppProcess(const QString& tablet, Start start, const With& with) {
  m_process.setEnvironment(QProcess::systemEnvironment() +
                           QStringList{"QT_QPA_PLATFORM=offscreen", "QT_QUICK_BACKEND=software",
                                       "XDG_RUNTIME_DIR=" + tablet} +
                           with.environment);
  m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
  m_process.start(programPath("vejviser-driver"), QStringList{"--data", tablet} + with.arguments);
  m_process.waitForStarted(kPatience_ms);
  if (start == Start::AndWait && !ready()) qFatal("the app does not start");
}

AppProcess::~AppProcess() {
  if (running()) quit();
}

QString AppProcess::readLine() {
  while (!m_process.canReadLine() && m_process.waitForReadyRead(kPatience_ms)) {
  }
  return QString::fromUtf8(m_process.readLine()).trimmed();
}

bool AppProcess::ready() {
  if (!m_ready) m_ready = readLine() == QLatin1String{"ok ready"};
  return m_ready;
}

void AppProcess::send(const QString& command) {
  m_process.write(command.toUtf8() + '\n');
  m_process.waitForBytesWritten(kPatience_ms);
}

std::optional<QString> AppProcess::attempt(const QString& command) {
  if (!ready() || !running()) return std::nullopt;
  send(command);
  const QString answer = readLine();
  if (!answer.startsWith("ok")) return std::nullopt;
  return answer.mid(3);
}

QString AppProcess::hand(const QString& command) {
  send(command);
  const QString answer = readLine();
  if (!answer.startsWith("ok")) {
    QTest::qFail(qPrintable(command + " -> " + answer), __FILE__, __LINE__);
  }
  return answer.mid(3);
}

int AppProcess::endedBySignal() const {
  return m_process.exitStatus() == QProcess::CrashExit ? m_process.exitCode() : 0;
}

void AppProcess::killHard() {
  m_process.kill();
  m_process.waitForFinished(kPatience_ms);
}

void AppProcess::quit() {
  if (ready()) send("quit");
  if (!m_process.waitForFinished(kPatience_ms)) killHard();
}

bool eventually(const std::function<bool()>& predicate, int seconds) {
  return QTest::qWaitFor(predicate, seconds * 1000);
}

}  // namespace vejviser::test
