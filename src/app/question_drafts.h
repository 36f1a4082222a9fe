// Questions and answers that are being written, kept as they are typed: a flat battery or a kill
// loses no more than the last half second.
#pragma once

#include "src/store/tablet_store.h"

#include <QString>
#include <QTimer>
#include <utility>
#include <vector>

namespace vejviser::app {

struct QuestionDraft {
  QString text;
  QString topic;  ///< id; may be empty
  bool wanted = false;

  bool operator==(const QuestionDraft&) const = default;
};

class QuestionDrafts {
 public:
  /// Takes up what was being written when the program ended.
  explicit QuestionDrafts(store::TabletStore& store);
  ~QuestionDrafts();
  QuestionDrafts(const QuestionDrafts&) = delete;
  QuestionDrafts& operator=(const QuestionDrafts&) = delete;

  const QuestionDraft& question() const { return m_question; }
  void setQuestion(const QuestionDraft& question);
  /// The answer that is being written to a question; empty if there is none.
  QString answer(const QString& subject) const;
  /// An empty text forgets it. Of more than a few answers the oldest is forgotten.
  void setAnswer(const QString& subject, const QString& text);
  /// Stores what has changed, at once.
  void save();

 private:
  void put(const char* key, const QString& value, QString& stored);
  QString writeQuestion() const;
  QString writeAnswers() const;
  void readQuestion(const QString& stored);
  void readAnswers(const QString& stored);

  store::TabletStore& m_store;
  QuestionDraft m_question;
  std::vector<std::pair<QString, QString>> m_answers;  ///< by question, the latest last
  QString m_storedQuestion;                            ///< as it is in the store
  QString m_storedAnswers;
  QTimer m_typing;  ///< runs while there is something to store
};

}  // namespace vejviser::app
