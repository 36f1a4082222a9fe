// Reads one QR code with the tablet's camera, by way of another program that may not be there:
// zbarcam of zbar-tools. It shows what the camera sees in a window of its own, and keeps no
// picture.
#pragma once

#include <QObject>
#include <QProcess>
#include <QQmlEngine>
#include <QString>
#include <QTimer>
#include <memory>
#include <optional>

namespace vejviser::app {

class CameraScanner : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by AppContext")
  Q_PROPERTY(bool available READ available NOTIFY changed)
  Q_PROPERTY(bool scanning READ scanning NOTIFY changed)
  Q_PROPERTY(QString fault READ fault NOTIFY changed)

 public:
  explicit CameraScanner(QObject* parent = nullptr);
  ~CameraScanner() override;

  /// There are a camera and the program.
  bool available();
  bool scanning() const { return m_process != nullptr; }
  QString fault() const { return m_fault; }  ///< why the last scan gave nothing

  /// Looks for a camera in `folder` and for the program on the path.
  void lookIn(const QString& folder);

  /// Ends with scanned(), with a fault, or with cancel().
  Q_INVOKABLE void start();
  Q_INVOKABLE void cancel();

 signals:
  void changed();
  void scanned(const QString& text);  ///< one line, not empty

 private:
  void finish();
  void release();
  void fail(const QString& fault);

  std::optional<QString> m_program;  ///< empty: cannot be used; nothing: nobody has asked yet
  QString m_fault;
  std::unique_ptr<QProcess> m_process;
  QTimer m_patience;
};

}  // namespace vejviser::app
