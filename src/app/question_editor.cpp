#include "src/app/question_editor.h"

#include "src/app/labels.h"
#include "src/app/question_words.h"

#include <QGuiApplication>

namespace vejviser::app {

namespace {

/// The fields that say who writes, and about what.
Fields fieldsHere(const TabletSession& session, const QString& topicId, const QString& text) {
  Topic topic;
  topic.id = topicId.toStdString();
  Fields fields = session.fieldsFor(topic);
  fields.text = tidied(text).toStdString();
  return fields;
}

}  // namespace

QuestionEditor::QuestionEditor(TabletSession& session, QObject* parent)
    : QObject(parent), m_session(session), m_drafts(session.store()) {
  connect(&session, &TabletSession::recorded, this, &QuestionEditor::reload);
  connect(&session, &TabletSession::pulled, this, &QuestionEditor::reload);
  // A tablet that is put away may not be taken up again before its battery is flat.
  connect(qGuiApp, &QGuiApplication::applicationStateChanged, this, &QuestionEditor::keep);
}

QuestionEditor::~QuestionEditor() = default;

void QuestionEditor::change(const QuestionDraft& draft) {
  if (draft == m_drafts.question()) return;
  m_drafts.setQuestion(draft);
  emit changed();
}

void QuestionEditor::setText(const QString& text) {
  QuestionDraft draft = m_drafts.question();
  draft.text = text;
  change(draft);
}

void QuestionEditor::setTopic(const QString& topic) {
  QuestionDraft draft = m_drafts.question();
  draft.topic = topic;
  change(draft);
}

QString QuestionEditor::topicName() const {
  return app::topicName(m_session.catalogue(), topic().toStdString());
}

void QuestionEditor::setWanted(bool wanted) {
  QuestionDraft draft = m_drafts.question();
  draft.wanted = wanted;
  change(draft);
}

TopicTilesModel* QuestionEditor::topics() {
  if (!m_topics) {
    m_topics = std::make_unique<TopicTilesModel>(m_session);
    QQmlEngine::setObjectOwnership(m_topics.get(), QQmlEngine::CppOwnership);
  }
  return m_topics.get();
}

bool QuestionEditor::ask() {
  const QString missingText = tidied(text()).isEmpty() ? tr("Write the question.") : QString{};
  const QString missingTopic = topic().isEmpty() ? tr("Choose a topic.") : QString{};
  fail(missingText, missingTopic);
  if (!missingText.isEmpty() || !missingTopic.isEmpty()) return false;
  Fields fields = fieldsHere(m_session, topic(), text());
  fields.wanted = wanted();
  const auto made = m_session.recorder().make(EntryKind::Question, fields);
  if (!finish(made ? Status{} : Status{made.error()})) return false;
  discard();
  return true;
}

void QuestionEditor::discard() {
  change({});
  keep();
}

QString QuestionEditor::question() const {
  return m_open ? QString::fromStdString(m_open->standing.fields.text) : QString{};
}

QString QuestionEditor::askedTopic() const {
  return m_open ? app::topicName(m_session.catalogue(), m_open->standing.fields.topic) : QString{};
}

QString QuestionEditor::asked() const {
  if (!m_open) return {};
  return unitPlaceTime(m_session, m_open->standing.fields, m_open->standing.at);
}

QString QuestionEditor::answer() const {
  const StandingReply* found = m_open ? answerTo(m_open->standing) : nullptr;
  return found == nullptr ? QString{} : QString::fromStdString(found->fields.text);
}

QString QuestionEditor::answered() const {
  const StandingReply* found = m_open ? answerTo(m_open->standing) : nullptr;
  return found == nullptr ? QString{} : unitPlaceTime(m_session, found->fields, found->at);
}

bool QuestionEditor::open() const {
  return m_open && m_open->standing.fields.wanted && answerTo(m_open->standing) == nullptr;
}

QString QuestionEditor::reply() const {
  return m_open ? m_drafts.answer(toQString(toString(m_open->subject))) : QString{};
}

void QuestionEditor::setReply(const QString& text) {
  if (!m_open || text == reply()) return;
  m_drafts.setAnswer(toQString(toString(m_open->subject)), text);
  emit changed();
}

void QuestionEditor::show(const QString& subject) {
  const auto id = parseId(subject.toStdString());
  m_fault.clear();
  m_open = id ? m_session.shared().find(*id) : std::nullopt;
  emit changed();
}

bool QuestionEditor::sendReply() {
  if (!m_open) return false;
  if (tidied(reply()).isEmpty()) {
    fail(tr("Write the answer."), {});
    return false;
  }
  const Fields fields = fieldsHere(m_session, {}, reply());
  if (!finish(m_session.recorder().reply(m_open->subject, EntryKind::Question, fields))) {
    return false;
  }
  setReply({});
  keep();
  return true;
}

void QuestionEditor::withdraw() {
  if (m_open && finish(m_session.recorder().withdraw(m_open->subject))) close();
}

void QuestionEditor::close() {
  if (reply() == answer()) setReply({});  // it was only looked at
  keep();
  m_open.reset();
  m_fault.clear();
  emit changed();
}

void QuestionEditor::clearFault() {
  fail({}, {});
}

void QuestionEditor::fail(const QString& fault, const QString& topicFault) {
  m_fault = fault;
  m_topicFault = topicFault;
  emit changed();
}

bool QuestionEditor::finish(const Status& status) {
  fail(status ? QString{} : textFault(status.error()), {});
  return status.ok();
}

int QuestionEditor::roomAfter(const QString& text) {
  return static_cast<int>(kLongestText) - static_cast<int>(tidied(text).toUtf8().size());
}

void QuestionEditor::retranslate() {
  if (m_topics) m_topics->retranslate();
  clearFault();
}

/// Shows what the store has: an answer may have come while somebody reads.
void QuestionEditor::reload() {
  if (!m_open) return;
  m_open = m_session.shared().find(m_open->subject);
  emit changed();
}

}  // namespace vejviser::app
