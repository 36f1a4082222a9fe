// The main job: one tap, one committed help.
#pragma once

#include "src/app/help_editor.h"

#include <QObject>
#include <QQmlEngine>

namespace vejviser::app {

class LogController : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by AppContext")
  Q_PROPERTY(vejviser::app::HelpEditor* bar READ bar CONSTANT)
  Q_PROPERTY(QString fault READ fault NOTIFY faultChanged)

 public:
  explicit LogController(TabletSession& session, QObject* parent = nullptr);

  /// The help just logged, for as long as its bar stands.
  HelpEditor* bar() const { return m_bar; }
  /// Why the last tap was not saved; empty when it was.
  QString fault() const { return m_fault; }

  /// Logs a help about a topic. True when it is durable; the bar then holds it.
  Q_INVOKABLE bool log(const QString& topicId);
  /// Takes the fault off the screen.
  Q_INVOKABLE void dismissFault() { setFault({}); }

 signals:
  void faultChanged();
  /// A help was logged: time for the bar to start its seconds anew.
  void logged();

 private:
  void setFault(const QString& fault);

  TabletSession& m_session;
  HelpEditor* m_bar;
  QString m_fault;
};

}  // namespace vejviser::app
