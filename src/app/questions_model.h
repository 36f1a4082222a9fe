// What has been asked, here and elsewhere, newest first: to search while somebody asks it again,
// and to find what still needs an answer.
#pragma once

#include "src/app/tablet_session.h"

#include <QAbstractListModel>
#include <QQmlEngine>
#include <vector>

namespace vejviser::app {

class QuestionsModel : public QAbstractListModel {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by AppContext")
  Q_PROPERTY(bool shown READ shown WRITE setShown NOTIFY changed)
  Q_PROPERTY(QString search READ search WRITE setSearch NOTIFY changed)
  Q_PROPERTY(bool unansweredOnly READ unansweredOnly WRITE setUnansweredOnly NOTIFY changed)
  Q_PROPERTY(int count READ count NOTIFY changed)
  Q_PROPERTY(int unanswered READ unanswered NOTIFY changed)
  Q_PROPERTY(bool moreThanShown READ moreThanShown NOTIFY changed)

 public:
  enum Role {
    SubjectRole = Qt::UserRole + 1,
    QuestionRole,
    TopicRole,
    GroupRole,
    AskedRole,
    AnswerRole,
    AnsweredRole,
    OpenRole
  };

  explicit QuestionsModel(TabletSession& session, QObject* parent = nullptr);

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QHash<int, QByteArray> roleNames() const override;

  /// Rows are read only while somebody looks: a tap on the start page does not wait for them.
  bool shown() const { return m_shown; }
  void setShown(bool shown);
  QString search() const { return m_search; }
  void setSearch(const QString& search);
  bool unansweredOnly() const { return m_unansweredOnly; }
  void setUnansweredOnly(bool only);
  int count() const { return static_cast<int>(m_rows.size()); }
  int unanswered() const { return m_unanswered; }  ///< of all questions, not only those found
  bool moreThanShown() const { return m_more; }

  void retranslate();

 signals:
  void changed();

 private:
  void reload();
  void take(std::vector<store::SharedSubject> rows);

  TabletSession& m_session;
  bool m_shown = false;
  QString m_search;
  bool m_unansweredOnly = false;
  bool m_more = false;
  int m_unanswered = 0;
  std::vector<store::SharedSubject> m_rows;
};

}  // namespace vejviser::app
