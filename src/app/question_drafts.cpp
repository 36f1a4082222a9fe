#include "src/app/question_drafts.h"

#include "platform/log.h"
#include "src/domain/entry.h"
#include "src/domain/personal_data.h"

#include <QStringList>
#include <algorithm>

namespace vejviser::app {

namespace {

constexpr const char* kQuestion = "draft.question";
constexpr const char* kAnswers = "draft.answers";
/// One write to the disk for a word or two, not for every letter.
constexpr std::chrono::milliseconds kAfterTyping{400};
/// A draft may be longer than a question, until it is shortened; what was pasted by mistake is not
/// kept whole.
constexpr qsizetype kLongestDraft = 4 * static_cast<qsizetype>(kLongestText);
/// A member of staff writes one at a time, and is interrupted now and then.
constexpr std::size_t kMostAnswers = 5;
constexpr QChar kBetweenAnswers{0x1e};  // ASCII's own sign for it, which no keyboard has

/// What may lie on the disk before it is saved: nothing that the recorder would refuse.
QString keepable(const QString& text) {
  const QString kept = text.left(kLongestDraft);
  return findPersonalData(kept.toStdString()) ? QString{} : kept;
}

QString read(const store::TabletStore& store, const char* key) {
  return QString::fromStdString(store.setting(key).value_or(""));
}

}  // namespace

QuestionDrafts::QuestionDrafts(store::TabletStore& store)
    : m_store(store),
      m_storedQuestion(read(store, kQuestion)),
      m_storedAnswers(read(store, kAnswers)) {
  readQuestion(m_storedQuestion);
  readAnswers(m_storedAnswers);
  m_typing.setSingleShot(true);
  m_typing.setInterval(kAfterTyping);
  m_typing.callOnTimeout([this] { save(); });
}

QuestionDrafts::~QuestionDrafts() {
  save();
}

/// A timer that runs is left alone: who types without a pause is kept, too.
void QuestionDrafts::setQuestion(const QuestionDraft& question) {
  if (question == m_question) return;
  m_question = question;
  if (!m_typing.isActive()) m_typing.start();
}

QString QuestionDrafts::answer(const QString& subject) const {
  const auto it = std::find_if(m_answers.begin(), m_answers.end(),
                               [&](const auto& known) { return known.first == subject; });
  return it == m_answers.end() ? QString{} : it->second;
}

void QuestionDrafts::setAnswer(const QString& subject, const QString& text) {
  if (answer(subject) == text) return;
  std::erase_if(m_answers, [&](const auto& known) { return known.first == subject; });
  if (!text.isEmpty()) m_answers.emplace_back(subject, text);
  if (m_answers.size() > kMostAnswers) m_answers.erase(m_answers.begin());
  if (!m_typing.isActive()) m_typing.start();
}

void QuestionDrafts::save() {
  m_typing.stop();
  put(kQuestion, writeQuestion(), m_storedQuestion);
  put(kAnswers, writeAnswers(), m_storedAnswers);
}

void QuestionDrafts::put(const char* key, const QString& value, QString& stored) {
  if (value == stored) return;
  const Status status = m_store.setSetting(key, value.toStdString());
  if (status) stored = value;
  if (!status) platform::log(platform::LogLevel::Error, status.error().text());
}

QString QuestionDrafts::writeQuestion() const {
  if (m_question == QuestionDraft{}) return {};
  const QString wanted = m_question.wanted ? QStringLiteral("1") : QString{};
  return QStringList{m_question.topic, wanted, keepable(m_question.text)}.join('\n');
}

void QuestionDrafts::readQuestion(const QString& stored) {
  m_question.topic = stored.section('\n', 0, 0);
  m_question.wanted = !stored.section('\n', 1, 1).isEmpty();
  m_question.text = stored.section('\n', 2);
}

QString QuestionDrafts::writeAnswers() const {
  QStringList parts;
  for (const auto& [subject, text] : m_answers) {
    const QString kept = keepable(text).remove(kBetweenAnswers);
    if (!kept.isEmpty()) parts << subject + '\n' + kept;
  }
  return parts.join(kBetweenAnswers);
}

void QuestionDrafts::readAnswers(const QString& stored) {
  for (const QString& part : stored.split(kBetweenAnswers, Qt::SkipEmptyParts)) {
    m_answers.emplace_back(part.section('\n', 0, 0), part.section('\n', 1));
  }
}

}  // namespace vejviser::app
