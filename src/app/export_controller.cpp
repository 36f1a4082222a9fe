#include "src/app/export_controller.h"

#include "platform/files.h"
#include "src/app/labels.h"

#include <QMetaObject>
#include <QStandardPaths>
#include <cstdio>
#include <utility>

namespace vejviser::app {

namespace {

/// "2026-11-24-143012": sorts by time, and no file system minds it.
std::string stampOf(Instant now) {
  const LocalTime local = toLocal(now);
  const auto second = std::chrono::floor<std::chrono::seconds>(now).time_since_epoch().count() % 60;
  char text[8];
  std::snprintf(text, sizeof text, "%02d%02d%02d", local.hour, local.minute,
                static_cast<int>(second));
  return toString(local.day) + "-" + text;
}

}  // namespace

ExportController::ExportController(TabletSession& session, QObject* parent)
    : QObject(parent), m_session(session) {}

void ExportController::saveSetAside() {
  //: The beginning of a file's name: a-z and hyphens only.
  save(engine::exportSetAside, tr("vejviser-set-aside"));
}

void ExportController::saveOwnRows() {
  //: The beginning of a file's name: a-z and hyphens only.
  save(engine::exportOwnRows, tr("vejviser-records"));
}

void ExportController::dismiss() {
  m_savedTo.clear();
  m_fault.clear();
  emit changed();
}

void ExportController::save(Export write, const QString& name) {
  if (m_busy) return;
  m_busy = true;
  dismiss();
  const std::filesystem::path folder =
      QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation).toStdString();
  const std::string stem = name.toStdString() + "-" + stampOf(m_session.clock().now());
  m_worker = std::jthread{[this, write, folder, stem](const std::stop_token& stop) {
    const auto saveAll = [&]() -> Result<std::filesystem::path> {
      auto file = platform::NewFile::create(folder, stem, ".csv");
      if (!file) return file.error();
      const Status written = write(m_session.queries(), [&](std::string_view text) -> Status {
        if (stop.stop_requested()) return Error{ErrorCode::Storage, stem, "the program ends"};
        return file->write(text);
      });
      if (!written) return written.error();
      return file->finish();
    };
    const Result<std::filesystem::path> saved = saveAll();
    QMetaObject::invokeMethod(
        this, [this, saved] { finish(saved); }, Qt::QueuedConnection);
  }};
}

void ExportController::finish(const Result<std::filesystem::path>& saved) {
  m_busy = false;
  if (saved) {
    m_savedTo = tr("Saved as %1").arg(QString::fromStdString(saved->string()));
  } else {
    m_fault = tr("No file was saved: %1").arg(QString::fromStdString(saved.error().text()));
  }
  emit changed();
}

}  // namespace vejviser::app
