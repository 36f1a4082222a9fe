#include "src/app/camera_scanner.h"

#include <QDir>
#include <QStandardPaths>
#include <chrono>

namespace vejviser::app {

namespace {
constexpr const char* kProgram = "zbarcam";
constexpr const char* kDevices = "/dev";
/// A camera that somebody forgot must not go on watching the desk.
constexpr std::chrono::seconds kPatience{60};
/// What a QR code can hold at most. Source: ISO/IEC 18004, version 40-L.
constexpr qint64 kLongest = 2953;

/// The program, if there is a camera for it.
QString programFor(const QString& folder) {
  const QDir devices{folder, "video*", QDir::Name, QDir::System | QDir::Files};
  return devices.isEmpty() ? QString{} : QStandardPaths::findExecutable(kProgram);
}

}  // namespace

CameraScanner::CameraScanner(QObject* parent) : QObject(parent) {
  m_patience.setSingleShot(true);
  connect(&m_patience, &QTimer::timeout, this,
          [this] { fail(tr("The camera saw no code. Try again, or type the code.")); });
}

CameraScanner::~CameraScanner() {
  if (!m_process) return;
  m_process->disconnect(this);
  m_process->kill();
  m_process->waitForFinished();
}

/// Looks when a page asks: the start of the app must not wait for it.
bool CameraScanner::available() {
  if (!m_program) m_program = programFor(kDevices);
  return !m_program->isEmpty();
}

void CameraScanner::lookIn(const QString& folder) {
  m_program = programFor(folder);
  emit changed();
}

void CameraScanner::start() {
  if (!available() || scanning()) return;
  m_fault.clear();
  m_process = std::make_unique<QProcess>();
  connect(m_process.get(), &QProcess::finished, this, &CameraScanner::finish);
  connect(m_process.get(), &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
    if (error != QProcess::FailedToStart) return;  // the others are followed by finished()
    fail(tr("The camera cannot be used. Type the code, and tell IT."));
  });
  m_patience.start(kPatience);
  m_process->start(*m_program, {"--raw", "--oneshot", "--nodbus", "-Sdisable", "-Sqrcode.enable"});
  emit changed();
}

void CameraScanner::cancel() {
  if (!scanning()) return;
  release();
  emit changed();
}

void CameraScanner::finish() {
  const bool well = m_process->exitStatus() == QProcess::NormalExit && m_process->exitCode() == 0;
  const QString text = QString::fromUtf8(m_process->read(kLongest)).section('\n', 0, 0).trimmed();
  if (!well) return fail(tr("The camera cannot be used. Type the code, and tell IT."));
  if (text.isEmpty()) return fail(tr("The camera saw no code. Try again, or type the code."));
  release();
  emit changed();
  emit scanned(text);
}

void CameraScanner::fail(const QString& fault) {
  release();
  m_fault = fault;
  emit changed();
}

void CameraScanner::release() {
  m_patience.stop();
  if (!m_process) return;
  // Not deleted here: it may be the one that is telling us.
  QProcess* process = m_process.release();
  process->disconnect(this);
  if (process->state() == QProcess::NotRunning) return process->deleteLater();
  connect(process, &QProcess::finished, process, &QObject::deleteLater);
  process->kill();
}

}  // namespace vejviser::app
