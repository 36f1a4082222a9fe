#include "src/app/role_controller.h"

#include "platform/log.h"
#include "src/app/help_editor.h"
#include "src/app/labels.h"

#include <QEvent>
#include <QGuiApplication>
#include <algorithm>

namespace vejviser::app {

namespace {

constexpr const char* kBefore = "role_before";
constexpr std::chrono::seconds kLook{20};

QString nameOf(const Role* role) {
  return role == nullptr ? QString{} : inLanguage(role->nameDa, role->nameEn);
}

std::string roleOf(const AuthorityLine& line, const store::Workplace& place) {
  return place.unit ? line.roleFor(*place.unit, place.role) : std::string{};
}

}  // namespace

RoleController::RoleController(TabletSession& session, const Clock& clock, QObject* parent)
    : QObject(parent), m_session(session), m_clock(clock), m_lock(session.store(), clock) {
  connect(&m_watch, &QTimer::timeout, this, &RoleController::lookAtTime);
  connect(&session, &TabletSession::workplaceChanged, this, &RoleController::changed);
  connect(&session, &TabletSession::pulled, this, &RoleController::changed);
  connect(&session, &TabletSession::enrolFinished, this, [this](const Status& status) {
    if (status) forgetAll();
  });
  connect(qGuiApp, &QGuiApplication::applicationStateChanged, this, &RoleController::lookAtTime);
  if (hasPin()) end();  // it ended with the program
}

Status RoleController::take(const store::Workplace& workplace) {
  const AuthorityLine& line = m_session.municipality().line;
  const std::string role = roleOf(line, workplace);
  if (role != held() && m_lock.has(role)) {
    m_wanted = workplace;
    m_fault = waitText();
    emit changed();
    return {};
  }
  const bool leaves = role != held();
  const Status status = m_session.setWorkplace(workplace);
  if (status && leaves) watch(false);
  if (status) dismiss();
  return status;
}

QString RoleController::roleName() const {
  const AuthorityLine& line = m_session.municipality().line;
  return nameOf(line.find(m_wanted ? roleOf(line, *m_wanted) : held()));
}

bool RoleController::hasPin() const {
  return m_lock.has(held());
}

bool RoleController::canHavePin() const {
  return !hasPin() && fallback() != nullptr;
}

QString RoleController::ended() const {
  if (!m_ended) return {};
  const AuthorityLine& line = m_session.municipality().line;
  return tr("The role “%1” has ended. You now log as “%2”.")
      .arg(nameOf(line.find(*m_ended)), nameOf(line.find(held())));
}

void RoleController::answer(const QString& pin) {
  if (!m_wanted) return;
  const store::Workplace wanted = *m_wanted;
  const auto right = m_lock.opens(roleOf(m_session.municipality().line, wanted), pin.toStdString());
  if (!right && right.error().code == ErrorCode::Storage) {
    return fail(HelpEditor::failureText(right.error()));
  }
  if (!right || !*right) {
    const QString wait = waitText();
    return fail(wait.isEmpty() ? tr("That is not the PIN. Try again.") : wait);
  }
  const bool again = hasPin();  // from one role with a PIN to another: the first one before counts
  Status status = again ? Status{} : m_session.store().setSetting(kBefore, held());
  if (status) status = m_session.setWorkplace(wanted);
  if (!status) return fail(HelpEditor::failureText(status.error()));
  m_wanted.reset();
  m_fault.clear();
  watch(true);
  dismiss();
}

void RoleController::beginChoosing() {
  m_choosing = true;
  m_fault.clear();
  emit changed();
}

void RoleController::choose(const QString& pin, const QString& again) {
  if (pin != again) return fail(tr("The two are not the same. Type them again."));
  if (fallback() == nullptr) return fail(tr("One role must be without a PIN."));
  const Status status = m_lock.set(held(), pin.toStdString());
  if (!status && status.error().code == ErrorCode::Invalid) {
    return fail(tr("A PIN has 4 to 8 digits."));
  }
  if (!status) return fail(HelpEditor::failureText(status.error()));
  m_choosing = false;
  m_fault.clear();
  watch(true);
  emit changed();
}

void RoleController::removePin() {
  const Status status = m_lock.forget(held());
  if (!status) return fail(HelpEditor::failureText(status.error()));
  watch(false);
  m_fault.clear();
  emit changed();
}

void RoleController::cancel() {
  m_choosing = false;
  m_wanted.reset();
  m_fault.clear();
  emit changed();
}

void RoleController::takeAgain() {
  const Role* role = m_session.municipality().line.find(m_ended.value_or(""));
  if (role == nullptr) return dismiss();
  const Status status = take(hereAs(*role));
  if (!status) fail(HelpEditor::failureText(status.error()));
}

void RoleController::dismiss() {
  m_ended.reset();
  emit changed();
}

void RoleController::end() {
  const AuthorityLine& line = m_session.municipality().line;
  const Role* next = fallback();
  const Role* last = line.find(held());
  if (next == nullptr || last == nullptr) return;
  const Status status = m_session.setWorkplace(hereAs(*next));
  if (!status) {  // looked at again in a moment
    platform::log(platform::LogLevel::Error, status.error().text());
    return;
  }
  watch(false);
  m_ended = last->code;
  emit changed();
}

/// Tiles change places with the role, and must not under a finger: so it ends after the touch.
bool RoleController::eventFilter(QObject*, QEvent* event) {
  switch (event->type()) {
    case QEvent::MouseButtonPress:
    case QEvent::TouchBegin:
    case QEvent::KeyPress:
      if (!isOver()) m_touchedAt = m_clock.sinceBoot();
      break;
    case QEvent::MouseButtonRelease:
    case QEvent::TouchEnd:
    case QEvent::KeyRelease:
      QMetaObject::invokeMethod(this, &RoleController::lookAtTime, Qt::QueuedConnection);
      break;
    default:
      break;
  }
  return false;
}

std::string RoleController::held() const {
  return roleOf(m_session.municipality().line, m_session.store().workplace());
}

/// The place one is at, in this role.
store::Workplace RoleController::hereAs(const Role& role) const {
  store::Workplace place = m_session.store().workplace();
  place.unit = role.unit;
  place.role = role.code;
  return place;
}

/// The role that goes on when the one had now ends: the one before it, else the first without a
/// PIN. Null if there is none.
const Role* RoleController::fallback() const {
  const AuthorityLine& line = m_session.municipality().line;
  const std::string now = held();
  const auto serves = [&](const Role& role) { return role.code != now && !m_lock.has(role.code); };
  const Role* before = line.find(m_session.store().setting(kBefore).value_or(""));
  if (before != nullptr && serves(*before)) return before;
  const auto found = std::find_if(line.roles().begin(), line.roles().end(), serves);
  return found == line.roles().end() ? nullptr : &*found;
}

void RoleController::watch(bool on) {
  qGuiApp->removeEventFilter(this);
  m_watch.stop();
  if (!on) return;
  m_touchedAt = m_clock.sinceBoot();
  qGuiApp->installEventFilter(this);
  m_watch.start(kLook);
}

bool RoleController::isOver() const {
  return m_watch.isActive() && m_clock.sinceBoot() - m_touchedAt >= kLasts;
}

void RoleController::lookAtTime() {
  if (isOver()) end();
}

/// Whoever enrols the tablet has a code of the supervisor's.
void RoleController::forgetAll() {
  for (const Role& role : m_session.municipality().line.roles()) {
    const Status status = m_lock.forget(role.code);
    if (!status) platform::log(platform::LogLevel::Error, status.error().text());
  }
  watch(false);
  cancel();
}

void RoleController::fail(const QString& fault) {
  m_fault = fault;
  emit changed();
}

QString RoleController::waitText() const {
  const auto left = std::chrono::ceil<std::chrono::minutes>(m_lock.wait());
  if (left.count() == 0) return {};
  return tr("Too many wrong PINs. Wait %n minutes and try again. You can log meanwhile.", "",
            static_cast<int>(left.count()));
}

}  // namespace vejviser::app
