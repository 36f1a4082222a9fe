// Goal: each page does what its words say, by taps and keys, in both languages and all sizes.
// Method: Qt Quick Test on the real window with a real tablet behind it; the tst_*.qml files beside
// this one.
#include "tests/qml/stage.h"

#include <QFont>
#include <QGuiApplication>
#include <QQmlContext>
#include <QQmlEngine>
#include <QtQml/QQmlExtensionPlugin>
#include <QtQuickTest>
#include <memory>

Q_IMPORT_QML_PLUGIN(VejviserPlugin)
Q_IMPORT_QML_PLUGIN(Vejviser_ModelPlugin)

class Setup : public QObject {
  Q_OBJECT

 public slots:
  void applicationAvailable() {
    QFont font{"Inter"};
    font.setPixelSize(16);
    QGuiApplication::setFont(font);
  }

  void qmlEngineAvailable(QQmlEngine* engine) {
    engine->addImportPath("qrc:/qt/qml");
    m_stage = std::make_unique<vejviser::Stage>(*engine);
    engine->rootContext()->setContextProperty("stage", m_stage.get());
  }

  void cleanupTestCase() { m_stage.reset(); }

 private:
  std::unique_ptr<vejviser::Stage> m_stage;
};

QUICK_TEST_MAIN_WITH_SETUP(pages, Setup)
#include "tst_pages.moc"
