#include "tests/support/fleet.h"

#include <QTest>
#include <algorithm>

namespace vejviser::test {

Fleet::Fleet(const HubProcess& hub, int size, const Route& route) : m_route(route) {
  const QString address = route.address.isEmpty() ? hub.url() : route.address;
  for (int i = 0; i < size; ++i) {
    const QString folder = m_dir.path(QStringLiteral("tablet-%1").arg(i));
    QStringList command = commandOf(folder, {"enrol", address, hub.enrolCode()});
    const Ran ran = runProgram(command.takeFirst(), command);
    if (ran.exitCode != 0) qFatal("not enrolled: %s", qPrintable(ran.err));
    m_all.push_back({folder, folder + ".intents"});
  }
  m_topics = topicsOf(m_all.front().folder);
}

QStringList Fleet::commandOf(const QString& folder, const QStringList& arguments) const {
  QStringList command = m_route.through;
  command << programPath("vejviser-cli") << "--data" << folder;
  if (!m_route.caFile.isEmpty()) command << "--ca-file" << m_route.caFile;
  return command + arguments;
}

void Fleet::log(const AuditedTablet& tablet, int count, bool refers) {
  const QString topic = m_topics[m_logged++ % m_topics.size()];
  QStringList arguments{"log", topic, "--count", QString::number(count)};
  if (refers)
    arguments << "--refer"
              << "citizen_service";
  const Ran ran = cli(tablet.folder, arguments);
  if (ran.exitCode != 0) QTest::qFail(qPrintable(ran.err), __FILE__, __LINE__);
  IntentLog intents{tablet.intents};
  for (const QString& line : ran.out.split('\n', Qt::SkipEmptyParts)) {
    intents.add({"saved", line.section(' ', 1)});
    if (refers) intents.add({"referred", line.section(' ', 1)});
  }
}

int Fleet::syncSome(const std::vector<AuditedTablet>& some, const QStringList& options) const {
  std::vector<std::unique_ptr<QProcess>> syncs;
  for (const AuditedTablet& tablet : some) {
    QStringList command = commandOf(tablet.folder, QStringList{"sync"} + options);
    const QString program = command.takeFirst();
    syncs.push_back(std::make_unique<QProcess>());
    syncs.back()->start(program, command);
  }
  int worst = 0;
  for (const auto& sync : syncs) {
    sync->waitForFinished(-1);
    const bool ended = sync->exitStatus() == QProcess::NormalExit;
    worst = std::max(worst, ended ? sync->exitCode() : 255);
  }
  return worst;
}

int Fleet::settle() const {
  const int first = sync();
  return std::max(first, sync());
}

}  // namespace vejviser::test
