// The app from its command line to its window.
#pragma once

#include "src/app/app_context.h"
#include "src/app/tablet_session.h"

#include <QGuiApplication>
#include <QQmlApplicationEngine>
#include <QQuickWindow>
#include <memory>

namespace vejviser::app {

class Application {
 public:
  /// Sets fonts and names; `options` says which tablet.
  explicit Application(const engine::TabletOptions& options);
  ~Application();

  /// Opens the tablet and its window; a window that says why, if the tablet cannot be opened.
  /// False when there can be no window at all.
  bool start();
  QQuickWindow* window() const;

 private:
  engine::TabletOptions m_options;
  Language m_language;
  std::unique_ptr<TabletSession> m_session;
  QQmlApplicationEngine m_engine;
  std::unique_ptr<AppContext> m_context;
};

/// Everything that `main` does: reads the command line and runs until the window closes. Exit
/// codes: 0 closed, 1 no window, 2 wrong use.
int runApplication(int argc, char** argv);

}  // namespace vejviser::app
