// The app from its command line to its window.
#pragma once

#include "platform/doorbell.h"
#include "src/app/app_context.h"
#include "src/app/tablet_session.h"

#include <QGuiApplication>
#include <QQmlApplicationEngine>
#include <QQuickItem>
#include <QQuickWindow>
#include <QSocketNotifier>
#include <memory>
#include <optional>

namespace vejviser::app {

/// What the app has of the screen.
enum class ScreenUse {
  Window,  ///< one among others
  Kiosk,   ///< all of it, for good: nobody can close it
};

class Application {
 public:
  /// Sets fonts and names; `options` says which tablet.
  explicit Application(const engine::TabletOptions& options,
                       ScreenUse screenUse = ScreenUse::Window);
  ~Application();

  enum class Start {
    Shown,           ///< there is a window
    ShownElsewhere,  ///< another process has the folder open, and has shown its window instead
    NoWindow,        ///< and there can be none
  };
  /// Opens the tablet and its window; a window that says why, if the tablet cannot be opened.
  Start start();
  QQuickWindow* window() const;

 private:
  void listen(platform::Doorbell doorbell);
  Start show(const char* file, QVariantMap properties);
  QQuickItem* makeKeyboard();
  void comeToFront();

  engine::TabletOptions m_options;
  ScreenUse m_screenUse;
  Language m_language;
  std::unique_ptr<TabletSession> m_session;
  QQmlApplicationEngine m_engine;
  std::unique_ptr<AppContext> m_context;
  std::unique_ptr<QObject> m_keyboard;
  std::unique_ptr<QObject> m_stayOpen;
  std::optional<platform::Doorbell> m_doorbell;
  std::unique_ptr<QSocketNotifier> m_bell;  ///< goes before what it listens to
};

/// Everything that `main` does: reads the command line and runs until the window closes. Exit
/// codes: 0 closed or shown elsewhere, 1 no window, 2 wrong use.
int runApplication(int argc, char** argv);

}  // namespace vejviser::app
