// The question that is being logged, and the one that is open: to read, to answer, to withdraw.
// What is typed is kept as a draft until it is logged or thrown away.
#pragma once

#include "src/app/question_drafts.h"
#include "src/app/tablet_session.h"
#include "src/app/topic_tiles_model.h"

#include <QObject>
#include <QQmlEngine>
#include <QString>
#include <memory>
#include <optional>

namespace vejviser::app {

class QuestionEditor : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by AppContext")
  Q_PROPERTY(QString text READ text WRITE setText NOTIFY changed)
  Q_PROPERTY(QString topic READ topic WRITE setTopic NOTIFY changed)
  Q_PROPERTY(QString topicName READ topicName NOTIFY changed)
  Q_PROPERTY(bool wanted READ wanted WRITE setWanted NOTIFY changed)
  Q_PROPERTY(bool drafted READ drafted NOTIFY changed)
  Q_PROPERTY(vejviser::app::TopicTilesModel* topics READ topics CONSTANT)
  Q_PROPERTY(bool active READ active NOTIFY changed)
  Q_PROPERTY(QString question READ question NOTIFY changed)
  Q_PROPERTY(QString askedTopic READ askedTopic NOTIFY changed)
  Q_PROPERTY(QString asked READ asked NOTIFY changed)
  Q_PROPERTY(QString answer READ answer NOTIFY changed)
  Q_PROPERTY(QString answered READ answered NOTIFY changed)
  Q_PROPERTY(bool own READ own NOTIFY changed)
  Q_PROPERTY(bool open READ open NOTIFY changed)
  Q_PROPERTY(QString reply READ reply WRITE setReply NOTIFY changed)
  Q_PROPERTY(QString fault READ fault NOTIFY changed)
  Q_PROPERTY(QString topicFault READ topicFault NOTIFY changed)

 public:
  explicit QuestionEditor(TabletSession& session, QObject* parent = nullptr);
  ~QuestionEditor() override;

  // The question being logged.
  QString text() const { return m_drafts.question().text; }
  void setText(const QString& text);
  QString topic() const { return m_drafts.question().topic; }  ///< id; empty: not chosen yet
  void setTopic(const QString& topic);
  QString topicName() const;
  bool wanted() const { return m_drafts.question().wanted; }  ///< it needs an answer
  void setWanted(bool wanted);
  bool drafted() const { return m_drafts.question() != QuestionDraft{}; }
  /// What a question can be about, made when it is first asked for.
  TopicTilesModel* topics();
  /// Logs it; true when it is stored.
  Q_INVOKABLE bool ask();
  Q_INVOKABLE void discard();

  // The question that is open.
  bool active() const { return m_open.has_value(); }
  QString question() const;
  QString askedTopic() const;
  QString asked() const;  ///< by which unit, where and when
  QString answer() const;
  QString answered() const;
  bool own() const { return m_open && m_open->own; }  ///< logged on this tablet
  bool open() const;                                  ///< needs an answer and has none
  QString reply() const;                              ///< the answer being written
  void setReply(const QString& text);
  Q_INVOKABLE void show(const QString& subject);
  /// Logs the answer being written, in place of any other; true when it is stored.
  Q_INVOKABLE bool sendReply();
  Q_INVOKABLE void withdraw();
  Q_INVOKABLE void close();

  QString fault() const { return m_fault; }            ///< above the text; empty: none
  QString topicFault() const { return m_topicFault; }  ///< above the topic
  Q_INVOKABLE void clearFault();
  /// How many bytes more a text may have; below 0 when it is too long.
  Q_INVOKABLE static int roomAfter(const QString& text);
  /// Stores what is being written, at once.
  Q_INVOKABLE void keep() { m_drafts.save(); }
  void retranslate();

 signals:
  void changed();

 private:
  void change(const QuestionDraft& draft);
  bool finish(const Status& status);
  void fail(const QString& fault, const QString& topicFault);
  void reload();

  TabletSession& m_session;
  QuestionDrafts m_drafts;
  std::unique_ptr<TopicTilesModel> m_topics;
  std::optional<store::SharedSubject> m_open;
  QString m_fault;
  QString m_topicFault;
};

}  // namespace vejviser::app
