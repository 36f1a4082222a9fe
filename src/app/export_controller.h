// This tablet's records as files that staff can hand on.
#pragma once

#include "src/app/tablet_session.h"
#include "sync/engine/export.h"

#include <QObject>
#include <QQmlEngine>
#include <QString>
#include <thread>

namespace vejviser::app {

class ExportController : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by AppContext")
  Q_PROPERTY(bool busy READ busy NOTIFY changed)
  Q_PROPERTY(QString savedTo READ savedTo NOTIFY changed)
  Q_PROPERTY(QString fault READ fault NOTIFY changed)

 public:
  explicit ExportController(TabletSession& session, QObject* parent = nullptr);

  bool busy() const { return m_busy; }
  QString savedTo() const { return m_savedTo; }  ///< the last file; empty before
  QString fault() const { return m_fault; }      ///< why it could not be saved; empty when it was

  /// Saves a new CSV file in the person's folder for documents, beside the screen's work.
  Q_INVOKABLE void saveSetAside();
  Q_INVOKABLE void saveOwnRows();
  /// Takes the last result off the screen.
  Q_INVOKABLE void dismiss();

 signals:
  void changed();

 private:
  using Export = Status (*)(const store::Queries& queries, const engine::Sink& sink);
  void save(Export write, const QString& name);
  void finish(const Result<std::filesystem::path>& saved);

  TabletSession& m_session;
  bool m_busy = false;
  QString m_savedTo;
  QString m_fault;
  std::jthread m_worker;  ///< ends before what it uses goes
};

}  // namespace vejviser::app
