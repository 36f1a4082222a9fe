#include "src/app/event_editor.h"

#include "src/app/help_editor.h"
#include "src/app/labels.h"
#include "src/app/places.h"

#include <algorithm>

namespace vejviser::app {

namespace {

constexpr const char* kDraft = "draft.event";
constexpr const char* kEventsGroup = "events";
constexpr QChar kAfterSubject{'\n'};

/// The fields from top to bottom, as the page has them.
constexpr const char* kOrder[] = {"topic",      "date",         "time",
                                  "attendance", "libraryHours", "citizenServiceHours"};

}  // namespace

EventEditor::EventEditor(TabletSession& session, QObject* parent)
    : QObject(parent), m_session(session) {
  connect(&session, &TabletSession::dayChanged, this, &EventEditor::changed);
  connect(&session, &TabletSession::pulled, this, &EventEditor::changed);
  restore();
}

QString EventEditor::dayChoice() const {
  const auto typed = m_form.date();
  if (m_otherDay || !typed) return QStringLiteral("other");
  const Day today = toLocal(m_session.clock().now()).day;
  if (*typed == today) return QStringLiteral("today");
  const bool yesterday = *typed == today - std::chrono::days{1};
  return yesterday ? QStringLiteral("yesterday") : QStringLiteral("other");
}

QVariantList EventEditor::topics() const {
  QVariantList list;
  for (const std::string& id : m_topics) {
    list.append(choice(id, topicName(m_session.catalogue(), id)));
  }
  return list;
}

QVariantList EventEditor::audiences() const {
  return choices({Audience::All, Audience::Grade9, Audience::Schools, Audience::Families,
                  Audience::Adults, Audience::Seniors},
                 audienceLabel);
}

QVariantList EventEditor::branches() const {
  QVariantList list = branchChoices(m_session.municipality());
  if (!list.isEmpty()) list.append(choice({}, tr("Another place")));
  return list;
}

void EventEditor::begin() {
  const Instant now = m_session.clock().now();
  const LocalTime local = toLocal(now);
  EventForm form;
  form.audience = toQString(code(Audience::All));
  form.setDay(local.day);
  form.time = timeLabel(fromLocal({local.day, local.hour, 0}));
  form.branch = QString::fromStdString(m_session.store().workplace().branch);
  m_event.reset();
  start(form);
}

void EventEditor::open(const QString& subject) {
  const auto id = parseId(subject.toStdString());
  const auto state = id ? m_session.queries().subject(*id) : std::nullopt;
  if (!state || state->withdrawn || state->standing.kind != EntryKind::Event) return;
  m_event = state;
  start(EventForm::of(state->standing));
}

/// What others have held before, such as an IT café, is a choice for the next one, too.
void EventEditor::start(const EventForm& form) {
  m_active = true;
  m_tried = m_otherDay = false;
  m_faults.clear();
  m_fault.clear();
  m_start = m_form = form;
  m_topics.clear();
  const Day today = toLocal(m_session.clock().now()).day;
  for (const Topic& topic : m_session.catalogue().topics()) {
    if (topic.group == kEventsGroup && topic.validOn(today)) m_topics.push_back(topic.id);
  }
  const auto add = [this](const std::string& id) {
    const bool known = std::find(m_topics.begin(), m_topics.end(), id) != m_topics.end();
    if (!known && !id.empty()) m_topics.push_back(id);
  };
  for (const auto& event : m_session.shared().events(m_session.clock().now() - kEventsKept)) {
    add(event.standing.fields.topic);
  }
  add(form.topic.toStdString());
  emit changed();
}

/// A correction of what has gone meanwhile is dropped.
void EventEditor::restore() {
  const auto draft = QString::fromStdString(m_session.store().setting(kDraft).value_or(""));
  if (draft.isEmpty()) return;
  const QString subject = draft.section(kAfterSubject, 0, 0);
  const EventForm form = EventForm::kept(draft.section(kAfterSubject, 1));
  if (subject.isEmpty()) {
    start(form);
    m_start = {};
  } else {
    open(subject);
    if (!m_active) return;
    const EventForm before = m_start;
    start(form);
    m_start = before;
  }
}

void EventEditor::put(const QString& field, const QString& text) {
  if (!m_active || !m_form.put(field, text)) return;
  const std::string id = m_form.topic.toStdString();
  const bool known = std::find(m_topics.begin(), m_topics.end(), id) != m_topics.end();
  if (!known && !id.empty()) m_topics.push_back(id);
  edited();
}

void EventEditor::step(const QString& field, int by) {
  if (!m_active) return;
  m_form.step(field, by);
  edited();
}

void EventEditor::chooseDay(const QString& choice) {
  const Day today = toLocal(m_session.clock().now()).day;
  m_otherDay = choice == QLatin1String{"other"};
  if (choice == QLatin1String{"today"}) m_form.setDay(today);
  if (choice == QLatin1String{"yesterday"}) m_form.setDay(today - std::chrono::days{1});
  edited();
}

void EventEditor::edited() {
  if (m_form.date() && dayChoice() == QLatin1String{"other"}) m_otherDay = true;
  m_fault.clear();
  if (m_tried) check();
  keepDraft();
  emit changed();
}

/// At once, as these are a few digits and taps: a stop loses none of them.
void EventEditor::keepDraft() {
  QString draft;
  if (m_active && touched()) {
    if (m_event) draft = toQString(toString(m_event->subject));
    draft += kAfterSubject + m_form.keep();
  }
  if (draft.toStdString() == m_session.store().setting(kDraft).value_or("")) return;
  const Status status = m_session.store().setSetting(kDraft, draft.toStdString());
  if (!status) m_fault = HelpEditor::failureText(status.error());
}

void EventEditor::check() {
  Fields fields;
  m_faults = m_form.read(m_session.clock().now(), {}, fields);
}

/// Who logs it, as with a help; nothing else of a help's belongs to an event.
Fields EventEditor::usualFields() const {
  Fields fields;
  const Topic* topic = m_session.catalogue().find(m_form.topic.toStdString());
  const Fields help = m_session.fieldsFor(topic == nullptr ? Topic{} : *topic);
  fields.unit = help.unit;
  fields.role = help.role;
  return fields;
}

void EventEditor::save() {
  if (!m_active) return;
  m_tried = true;
  check();
  if (!m_faults.isEmpty()) {
    emit changed();
    const auto* first = std::find_if(std::begin(kOrder), std::end(kOrder), [this](const char* f) {
      return m_faults.contains(QLatin1String{f});
    });
    emit refused(QLatin1String{*first});
    return;
  }
  const Instant now = m_session.clock().now();
  Status status;
  if (m_event) {
    status = m_session.recorder().amend(
        m_event->subject, [&](Fields& fields) { m_form.read(now, m_event->standing.at, fields); });
  } else {
    Fields fields = usualFields();
    m_form.read(now, {}, fields);
    const auto made = m_session.recorder().make(EntryKind::Event, fields);
    if (!made) status = made.error();
  }
  if (!status) {
    m_fault = HelpEditor::failureText(status.error());
    emit changed();
    return;
  }
  const auto daysAgo = static_cast<int>((toLocal(now).day - *m_form.date()).count());
  end();
  emit saved(daysAgo);
}

void EventEditor::withdraw() {
  if (!m_event) return;
  const Status status = m_session.recorder().withdraw(m_event->subject);
  if (status) return end();
  m_fault = HelpEditor::failureText(status.error());
  emit changed();
}

void EventEditor::discard() {
  end();
}

void EventEditor::end() {
  m_active = m_tried = false;
  m_event.reset();
  m_start = m_form = {};
  m_faults.clear();
  m_fault.clear();
  keepDraft();
  emit changed();
}

}  // namespace vejviser::app
