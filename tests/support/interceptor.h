// A proxy between tablets and hub that loses answers and plays the guest network, on command.
#pragma once

#include <QByteArray>
#include <QObject>
#include <QTcpServer>
#include <QTcpSocket>
#include <functional>

namespace vejviser::test {

/// Lives on the test's thread: use runProgramBeside() for programs that talk through it.
class Interceptor : public QObject {
  Q_OBJECT

 public:
  enum class Mode {
    Pass,         ///< hands everything on
    LoseAnswers,  ///< the hub gets the request and answers; the answer is cut off
    Portal,       ///< answers 200 with a log-in page; the hub gets nothing
    Redirect,     ///< answers 302 to a log-in page
    ReplayOld,    ///< answers with the first answer that ever passed
    OtherHub,     ///< hands on, but under another hub's id
  };

  explicit Interceptor(int hubPort);

  QString url() const;
  void setMode(Mode mode) { m_mode = mode; }
  int answersLost() const { return m_lost; }
  int requests() const { return m_requests; }

 private:
  void serve(QTcpSocket* client);
  void forward(QTcpSocket* client, const QByteArray& request);
  void reply(QTcpSocket* client, QByteArray answer);

  QTcpServer m_server;
  int m_hubPort;
  Mode m_mode = Mode::Pass;
  QByteArray m_first;
  int m_lost = 0;
  int m_requests = 0;
};

}  // namespace vejviser::test
