// vejviser-driver: the real app with a hand on it, for end-to-end tests, screenshots and the
// headless demonstration. It reads one command a line from standard input and answers each with
// one line, "ok ..." or "error ...". It can only do what a person can: tap, type, look.
//
//   tap NAME              press and release the visible item with that objectName
//   go PAGE               turn to a page, by way of "More" where the window is narrow
//   touch NAME            the same with a finger instead of a mouse
//   press X Y             press and release that place of the window
//   type TEXT             type into what has the keyboard
//   key NAME              press a key, e.g. Tab, Return, Escape, Ctrl+Z
//   get NAME PROPERTY     a property as text; NAME "window" is the window itself
//   read NAME             all there is to read in it, whatever of it is scrolled away: "Print | 3"
//   where NAME            its place in the window: left, top, right, bottom
//   wait NAME PROPERTY VALUE   until it is so (VALUE "*text" means: contains)
//   size WIDTH HEIGHT     of the window
//   minimize, close       what the window's own buttons do
//   grab FILE             a picture of the window
//   icon FILE             a picture of what stands for the window in a list of windows
//   quit
#include "platform/files.h"
#include "src/app/application.h"

#include <QQuickItem>
#include <QSignalSpy>
#include <QTest>
#include <cstdio>
#include <iostream>
#include <string>
#include <thread>

namespace {

using vejviser::app::Application;

constexpr int kPatience_s = 15;
constexpr int kFrame_ms = 500;  // many times one frame; nothing may have changed

QString result(bool ok, const QString& text) {
  return (ok ? QStringLiteral("ok ") : QStringLiteral("error ")) + text;
}

/// All of it is there, not only the first picture. The window of an error has no second one.
bool isWhole(const QQuickWindow& window) {
  const QVariant drawn = window.property("drawn");
  return !drawn.isValid() || drawn.toBool();
}

/// The first item with a name that a person can see; popups lie in the window's overlay.
QQuickItem* findVisible(QQuickItem* root, const QString& name) {
  if (!root->isVisible()) return nullptr;
  if (root->objectName() == name) return root;
  for (QQuickItem* child : root->childItems()) {
    if (QQuickItem* found = findVisible(child, name)) return found;
  }
  return nullptr;
}

/// Scrolls what lies outside its list into sight, as a finger would.
void bringIntoSight(QQuickItem* item) {
  for (QQuickItem* parent = item->parentItem(); parent != nullptr; parent = parent->parentItem()) {
    if (!parent->inherits("QQuickFlickable")) continue;
    const QPointF top = item->mapToItem(parent, QPointF{0, 0});
    const double below = top.y() + item->height() - parent->height();
    double y = parent->property("contentY").toDouble();
    if (below > 0) y += below + 8;
    if (top.y() < 0) y += top.y() - 8;
    parent->setProperty("contentY", y);
  }
}

/// The part of it that a person sees, in the window's coordinates: what does not fit is cut off.
QRectF seen(const QQuickItem* item) {
  QRectF part = item->mapRectToScene({0, 0, item->width(), item->height()});
  for (const QQuickItem* parent = item->parentItem(); parent != nullptr;
       parent = parent->parentItem()) {
    if (!parent->clip()) continue;
    part = part.intersected(parent->mapRectToScene({0, 0, parent->width(), parent->height()}));
  }
  return part;
}

/// The texts in an item, from top to bottom. One that is empty keeps its place in a row.
QStringList textsIn(const QQuickItem* item) {
  if (!item->isVisible()) return {};
  QStringList texts;
  if (item->inherits("QQuickText")) texts << item->property("text").toString().simplified();
  for (const QQuickItem* child : item->childItems()) texts += textsIn(child);
  return texts;
}

class Hand : public QObject {
 public:
  explicit Hand(QQuickWindow& window) : m_window(window) {}

  /// Does what a line says; the answer.
  QString obey(const QString& line) {
    const QString verb = line.section(' ', 0, 0);
    const QString rest = line.section(' ', 1);
    if (verb == QLatin1String{"tap"}) return tap(rest, false);
    if (verb == QLatin1String{"go"}) return go(rest);
    if (verb == QLatin1String{"touch"}) return tap(rest, true);
    if (verb == QLatin1String{"press"}) return press(rest);
    if (verb == QLatin1String{"where"}) return where(rest);
    if (verb == QLatin1String{"read"}) return readAll(rest);
    if (verb == QLatin1String{"type"}) return type(rest);
    if (verb == QLatin1String{"key"}) return key(rest);
    if (verb == QLatin1String{"get"}) return get(rest);
    if (verb == QLatin1String{"wait"}) return wait(rest);
    if (verb == QLatin1String{"size"}) return size(rest);
    if (verb == QLatin1String{"grab"}) return grab(rest);
    if (verb == QLatin1String{"icon"}) {
      return result(m_window.icon().pixmap(128).save(rest), rest);
    }
    if (verb == QLatin1String{"minimize"}) return minimize();
    if (verb == QLatin1String{"close"}) return result(m_window.close(), verb);
    return result(false, QStringLiteral("no such command: ") + verb);
  }

 private:
  /// Waits for the next picture: what was done is laid out, and can be seen and hit.
  void settle() {
    QSignalSpy shown{&m_window, &QQuickWindow::frameSwapped};
    m_window.update();
    shown.wait(kFrame_ms);
  }

  QQuickItem* find(const QString& name) const {
    if (name == QLatin1String{"window"}) return m_window.contentItem();
    return findVisible(m_window.contentItem(), name);
  }

  QString tap(const QString& name, bool finger) {
    QQuickItem* item = find(name);
    if (item == nullptr) return result(false, name + QStringLiteral(" is not to be seen"));
    if (!item->isEnabled()) return result(false, name + QStringLiteral(" is disabled"));
    bringIntoSight(item);
    const QRectF part = seen(item);
    if (part.isEmpty()) return result(false, name + QStringLiteral(" is covered"));
    const QPoint middle = part.center().toPoint();
    if (finger) {
      static QPointingDevice* s_device = QTest::createTouchDevice();
      QTest::touchEvent(&m_window, s_device).press(0, middle);
      QTest::touchEvent(&m_window, s_device).release(0, middle);
    } else {
      QTest::mouseClick(&m_window, Qt::LeftButton, Qt::NoModifier, middle);
    }
    settle();
    return result(true, name);
  }

  QString go(const QString& page) {
    const QString tab = QStringLiteral("nav-") + page;
    if (find(tab) == nullptr) tap(QStringLiteral("nav-more"), false);
    return tap(tab, false);
  }

  QString press(const QString& place) {
    QTest::mouseClick(&m_window, Qt::LeftButton, Qt::NoModifier,
                      {place.section(' ', 0, 0).toInt(), place.section(' ', 1, 1).toInt()});
    settle();
    return result(true, place);
  }

  QString where(const QString& name) {
    settle();
    const QQuickItem* item = find(name);
    if (item == nullptr) return result(false, name + QStringLiteral(" is not to be seen"));
    const QRect place = item->mapRectToScene({0, 0, item->width(), item->height()}).toAlignedRect();
    return result(true, QStringLiteral("%1 %2 %3 %4")
                            .arg(place.left())
                            .arg(place.top())
                            .arg(place.right() + 1)
                            .arg(place.bottom() + 1));
  }

  QString readAll(const QString& name) const {
    const QQuickItem* item = find(name);
    if (item == nullptr) return result(false, name + QStringLiteral(" is not to be seen"));
    return result(true, textsIn(item).join(QStringLiteral(" | ")));
  }

  QString type(const QString& text) {
    for (QChar c : text) {
      QTest::sendKeyEvent(QTest::Click, &m_window, static_cast<Qt::Key>(c.toUpper().unicode()),
                          QString{c}, Qt::NoModifier);
    }
    settle();
    return result(true, text);
  }

  QString key(const QString& name) {
    const QKeyCombination combination = QKeySequence{name}[0];
    QTest::keyClick(&m_window, combination.key(), combination.keyboardModifiers());
    settle();
    return result(true, name);
  }

  QString read(const QString& name, const QString& property, bool& found) const {
    const bool whole = name == QLatin1String{"window"};
    const QObject* item = whole ? static_cast<QObject*>(&m_window) : find(name);
    if (!whole && property == QLatin1String{"visible"}) {
      found = true;
      return item != nullptr ? QStringLiteral("true") : QStringLiteral("false");
    }
    found = item != nullptr && item->property(qPrintable(property)).isValid();
    return found ? item->property(qPrintable(property)).toString() : QString{};
  }

  QString get(const QString& rest) const {
    bool found = false;
    const QString value = read(rest.section(' ', 0, 0), rest.section(' ', 1, 1), found);
    return found ? result(true, value) : result(false, rest + QStringLiteral(" is not there"));
  }

  QString wait(const QString& rest) {
    const QString name = rest.section(' ', 0, 0);
    const QString property = rest.section(' ', 1, 1);
    const QString wanted = rest.section(' ', 2);
    QString value;
    const bool came = QTest::qWaitFor(
        [&] {
          bool found = false;
          value = read(name, property, found);
          return found &&
                 (wanted.startsWith('*') ? value.contains(wanted.mid(1)) : value == wanted);
        },
        kPatience_s * 1000);
    settle();
    return result(came, value);
  }

  QString size(const QString& rest) {
    m_window.resize(rest.section(' ', 0, 0).toInt(), rest.section(' ', 1, 1).toInt());
    settle();
    return result(true, rest);
  }

  QString minimize() {
    m_window.setWindowStates(m_window.windowStates() | Qt::WindowMinimized);
    return result(true, {});
  }

  QString grab(const QString& file) {
    settle();
    return result(m_window.grabWindow().save(file), file);
  }

  QQuickWindow& m_window;
};

/// Reads commands until "quit" or the end of input; each is done on the window's thread before the
/// next is read.
void readCommands(Hand& hand) {
  for (std::string line; std::getline(std::cin, line) && line != "quit";) {
    QString answer;
    QMetaObject::invokeMethod(
        &hand, [&] { answer = hand.obey(QString::fromStdString(line)); },
        Qt::BlockingQueuedConnection);
    std::printf("%s\n", qPrintable(answer));
    std::fflush(stdout);
  }
  QMetaObject::invokeMethod(
      &hand, [] { QCoreApplication::exit(0); }, Qt::QueuedConnection);
}

}  // namespace

int main(int argc, char** argv) {
  vejviser::platform::keepFilesPrivate();
  const QGuiApplication gui{argc, argv};
  const QStringList arguments = QGuiApplication::arguments();
  const bool kiosk = arguments.size() == 4 && arguments[3] == QLatin1String{"--kiosk"};
  if ((arguments.size() != 3 && !kiosk) || arguments[1] != QLatin1String{"--data"}) {
    std::fprintf(stderr, "usage: vejviser-driver --data FOLDER [--kiosk]\n");
    return 2;
  }
  using vejviser::app::ScreenUse;
  Application application{{arguments[2].toStdString(), {}},
                          kiosk ? ScreenUse::Kiosk : ScreenUse::Window};
  if (application.start() != Application::Start::Shown) return 1;
  Hand hand{*application.window()};
  if (QTest::qWaitFor([&] { return isWhole(*application.window()); })) std::printf("ok ready\n");
  std::fflush(stdout);
  std::thread reader{[&hand] { readCommands(hand); }};
  const int code = QGuiApplication::exec();
  reader.join();
  return code;
}
