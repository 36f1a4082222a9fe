#include "src/app/questions_model.h"

#include "src/app/labels.h"
#include "src/app/question_words.h"

#include <algorithm>

namespace vejviser::app {

namespace {
constexpr int kMostRows = 100;       // nobody reads further: they search
constexpr int kMostCounted = 10000;  // of open questions; years of them
}  // namespace

QuestionsModel::QuestionsModel(TabletSession& session, QObject* parent)
    : QAbstractListModel(parent), m_session(session) {
  for (const auto signal : {&TabletSession::recorded, &TabletSession::pulled,
                            &TabletSession::dayChanged, &TabletSession::workplaceChanged}) {
    connect(&session, signal, this, &QuestionsModel::reload);
  }
}

int QuestionsModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : count();
}

QVariant QuestionsModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid() || index.row() >= count()) return {};
  const store::SharedSubject& row = m_rows[static_cast<std::size_t>(index.row())];
  const Standing& asked = row.standing;
  const StandingReply* answer = answerTo(asked);
  switch (role) {
    case SubjectRole:
      return toQString(toString(row.subject));
    case QuestionRole:
      return beginningOf(asked.fields.text);
    case TopicRole:
      return app::topicName(m_session.catalogue(), asked.fields.topic);
    case GroupRole:
      return topicGroup(m_session.catalogue(), asked.fields.topic);
    case AskedRole:
      return unitPlaceTime(m_session, asked.fields, asked.at);
    case AnswerRole:
      return answer == nullptr ? QString{} : beginningOf(answer->fields.text);
    case AnsweredRole:
      return answer == nullptr ? QString{} : unitPlaceTime(m_session, answer->fields, answer->at);
    case OpenRole:
      return asked.fields.wanted && answer == nullptr;
    default:
      return {};
  }
}

QHash<int, QByteArray> QuestionsModel::roleNames() const {
  return {{SubjectRole, "subject"},   {QuestionRole, "question"}, {TopicRole, "topic"},
          {GroupRole, "group"},       {AskedRole, "asked"},       {AnswerRole, "answer"},
          {AnsweredRole, "answered"}, {OpenRole, "open"}};
}

void QuestionsModel::setShown(bool shown) {
  if (shown == m_shown) return;
  m_shown = shown;
  reload();
}

void QuestionsModel::setSearch(const QString& search) {
  if (search == m_search) return;
  m_search = search;
  reload();
}

void QuestionsModel::setUnansweredOnly(bool only) {
  if (only == m_unansweredOnly) return;
  m_unansweredOnly = only;
  reload();
}

void QuestionsModel::retranslate() {
  if (count() > 0) emit dataChanged(index(0), index(count() - 1));
}

void QuestionsModel::reload() {
  if (!m_shown) return;
  const store::SharedQueries& shared = m_session.shared();
  auto rows = shared.questions({m_search.toStdString(), m_unansweredOnly, kMostRows + 1});
  m_more = rows.size() > static_cast<std::size_t>(kMostRows);
  if (m_more) rows.pop_back();
  m_unanswered = static_cast<int>(shared.questions({"", true, kMostCounted}).size());
  take(std::move(rows));
  emit changed();
}

/// The same questions, perhaps with an answer more, keep the list where it is.
void QuestionsModel::take(std::vector<store::SharedSubject> rows) {
  const bool same = std::equal(rows.begin(), rows.end(), m_rows.begin(), m_rows.end(),
                               [](const auto& a, const auto& b) { return a.subject == b.subject; });
  if (same) {
    m_rows = std::move(rows);
    return retranslate();
  }
  beginResetModel();
  m_rows = std::move(rows);
  endResetModel();
}

}  // namespace vejviser::app
