// What a person waits for on the screen of the real app: from the press to the frame that shows the
// bar, and the frames of a list under a finger; over a store with so many helps of five years.
//   bench_screen FOLDER ROWS      fills the folder if there is nothing in it yet
// The floors are an empty window that shows a rectangle, and a list of plain texts, in the same
// run.
#include "src/app/application.h"
#include "tests/bench/figures.h"
#include "tests/bench/fill.h"

#include <QQuickItem>
#include <QSignalSpy>
#include <QTest>
#include <filesystem>

using namespace vejviser;

namespace {

constexpr int kTaps = 200;
constexpr int kQuestions = 100;
constexpr int kFrames = 300;
constexpr int kPatience_ms = 5000;
constexpr double kStep_px = 37;  // a brisk finger: 2,200 px a second
constexpr const char* kTwoFrames = "<= 33 ms";
constexpr const char* kFrame = "<= 16.7 ms";

constexpr const char* kFloorWindow = R"(
  import QtQuick
  Window {
    width: 1280; height: 800; visible: true
    Rectangle { id: bar; objectName: "bar"; width: 100; height: 50; visible: false; color: "red" }
    MouseArea { objectName: "tile"; anchors.fill: parent; onClicked: bar.visible = true }
    ListView {
      objectName: "list"; anchors.fill: parent; model: 1000; enabled: false; z: -1
      delegate: Text { required property int index; text: index; height: 60 }
    }
  })";

QQuickItem* findVisible(QQuickItem* root, const QString& name) {
  if (!root->isVisible()) return nullptr;
  if (root->objectName() == name) return root;
  for (QQuickItem* child : root->childItems()) {
    if (QQuickItem* found = findVisible(child, name)) return found;
  }
  return nullptr;
}

class Screen {
 public:
  explicit Screen(QQuickWindow& window) : m_window(window) {
    window.resize(1280, 800);
    settle();
  }

  QQuickItem* find(const QString& name) const { return findVisible(m_window.contentItem(), name); }

  QQuickItem& item(const QString& name) const {
    QQuickItem* found = nullptr;
    if (!QTest::qWaitFor([&] { return (found = find(name)) != nullptr; })) {
      qFatal("%s is not to be seen", qPrintable(name));
    }
    return *found;
  }

  /// Until nothing waits to be drawn or made.
  void settle() {
    for (int i = 0; i < 3; ++i) {
      m_window.update();
      QSignalSpy{&m_window, &QQuickWindow::frameSwapped}.wait(kPatience_ms);
      QCoreApplication::processEvents();
    }
  }

  void tap(const QQuickItem& item) {
    const QPointF middle = item.mapToScene(QPointF{item.width() / 2, item.height() / 2});
    QTest::mouseClick(&m_window, Qt::LeftButton, Qt::NoModifier, middle.toPoint());
  }

  /// From the press on an item to the end of the frame that shows the bar.
  void tapUntilBar(const QQuickItem& item) {
    bool seen = false;
    const auto frames = QObject::connect(&m_window, &QQuickWindow::frameSwapped, [&] {
      const QQuickItem* bar = find(QStringLiteral("bar"));
      seen = seen || (bar != nullptr && bar->height() > 0);
    });
    tap(item);
    while (!seen) QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    QObject::disconnect(frames);
  }

  /// What one step of a finger costs: what comes into sight is made, laid out and drawn.
  bench::Distribution scroll(QQuickItem& list) {
    double y = list.property("contentY").toDouble();
    double direction = 1;
    return bench::measure(kFrames, [&] {
      const double last = list.property("contentHeight").toDouble() - list.height() +
                          list.property("originY").toDouble();
      if (y + kStep_px > last) direction = -1;
      if (y - kStep_px < list.property("originY").toDouble()) direction = 1;
      y += direction * kStep_px;
      list.setProperty("contentY", y);
      QEvent draw{QEvent::UpdateRequest};
      QCoreApplication::sendEvent(&m_window, &draw);
    });
  }

 private:
  QQuickWindow& m_window;
};

void ask(const std::string& folder) {
  auto tablet = engine::Tablet::open({folder, {}});
  if (!tablet) std::abort();
  const Catalogue catalogue = (*tablet)->municipality().catalogue;
  for (int i = 0; i < kQuestions; ++i) {
    Fields fields = engine::fieldsFor(catalogue.topics()[static_cast<std::size_t>(i % 40)], {}, {});
    fields.text = "Can a parent collect the passport of a child that lives with the other one?";
    fields.wanted = i % 3 == 0;
    if (!(*tablet)->recorder().make(EntryKind::Question, fields)) std::abort();
  }
}

/// Each of many presses on the item, until the bar is there; `hide` takes it away again.
bench::Distribution taps(Screen& screen, const char* name, const std::function<void()>& hide) {
  return bench::measure(
      kTaps, [&] { screen.tapUntilBar(screen.item(QString::fromLatin1(name))); },
      [&] {
        hide();
        screen.settle();
      });
}

void print(const std::string& what, const bench::Distribution& measured,
           const bench::Distribution& floor) {
  constexpr double kMs = 1000;
  const bool tap = what.starts_with("tap");
  bench::line(what + ", p50", measured.p50 / kMs, floor.p50 / kMs, "ms");
  if (tap) bench::line(what + ", p95", measured.p95 / kMs, floor.p95 / kMs, "ms", kTwoFrames);
  bench::line(what + ", p99", measured.p99 / kMs, floor.p99 / kMs, "ms", tap ? "" : kFrame);
}

struct Floors {
  bench::Distribution tap;
  bench::Distribution scroll;
};

Floors floors() {
  QQmlApplicationEngine engine;
  engine.loadData(kFloorWindow);
  Screen screen{*qobject_cast<QQuickWindow*>(engine.rootObjects().constFirst())};
  const auto tap = taps(screen, "tile", [&] { screen.item("bar").setVisible(false); });
  return {tap, screen.scroll(screen.item("list"))};
}

void goTo(Screen& screen, const char* page) {
  screen.tap(screen.item(QStringLiteral("nav-") + QLatin1String{page}));
  screen.settle();
}

}  // namespace

int main(int argc, char** argv) {
  const QGuiApplication gui{argc, argv};
  if (argc != 3) return 2;
  const std::string folder = argv[1];
  if (!std::filesystem::exists(folder)) {
    bench::makeTablet(folder, std::atoi(argv[2]));
    ask(folder);
  }
  const Floors floor = floors();
  app::Application application{{folder, {}}};
  if (application.start() != app::Application::Start::Shown) return 1;
  Screen screen{*application.window()};
  const std::string with = std::string{", "} + argv[2] + " helps";
  print("tap to screen" + with,
        taps(screen, "tile-mitid-help", [&] { screen.tap(screen.item("closeBar")); }), floor.tap);
  print("scroll, tiles" + with, screen.scroll(screen.item("tiles")), floor.scroll);
  goTo(screen, "today");
  print("scroll, Today" + with, screen.scroll(screen.item("todayList")), floor.scroll);
  goTo(screen, "questions");
  print("scroll, Questions" + with, screen.scroll(screen.item("questionList")), floor.scroll);
  return 0;
}
