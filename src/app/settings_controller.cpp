#include "src/app/settings_controller.h"

#include "platform/log.h"
#include "src/app/help_editor.h"
#include "src/app/labels.h"
#include "src/app/places.h"
#include "src/domain/enrol_link.h"
#include "src/domain/personal_data.h"

#include <algorithm>

namespace vejviser::app {

namespace {
constexpr const char* kDark = "dark";
constexpr const char* kLeftHanded = "left_handed";
constexpr const char* kTextScale = "text_scale";
constexpr const char* kDraft = "draft.hub";
/// One write to the disk for a few letters; the same as for questions.
constexpr std::chrono::milliseconds kAfterTyping{400};

/// Only what can be nothing but an address: a code alone, a link with a code in it, a password
/// before the host or a CPR number typed here by mistake may not lie on the disk.
bool keepable(const QString& address) {
  const bool begun = address.startsWith(QLatin1String{"https://"}, Qt::CaseInsensitive) ||
                     address.startsWith(QLatin1String{"http://"}, Qt::CaseInsensitive);
  const std::string text = address.toStdString();
  return begun && text.size() <= kLongestHubAddress &&
         text.find_first_of("@?#") == std::string::npos && !looksLikeEnrolLink(text) &&
         !findPersonalData(text);
}

}  // namespace

SettingsController::SettingsController(TabletSession& session, RoleController& roles,
                                       QObject* parent)
    : QObject(parent), m_session(session), m_roles(roles) {
  connect(&session, &TabletSession::workplaceChanged, this, &SettingsController::changed);
  connect(&session, &TabletSession::pulled, this, &SettingsController::changed);
  connect(&session, &TabletSession::enrolFinished, this, &SettingsController::enrolFinished);
  m_typed = QString::fromStdString(session.store().setting(kDraft).value_or(""));
  m_typing.setSingleShot(true);
  m_typing.setInterval(kAfterTyping);
  m_typing.callOnTimeout([this] { keepTyped(); });
}

SettingsController::~SettingsController() {
  if (m_typing.isActive()) keepTyped();
}

QString SettingsController::unit() const {
  const auto unit = m_session.store().workplace().unit;
  return unit ? toQString(code(*unit)) : QString{};
}

void SettingsController::setUnit(const QString& code) {
  const auto unit = unitFromCode(code.toStdString());
  store::Workplace workplace = m_session.store().workplace();
  if (!unit || workplace.unit == unit) return;
  workplace.unit = unit;
  workplace.role.clear();
  finish(m_roles.take(workplace));
}

QString SettingsController::role() const {
  const store::Workplace place = m_session.store().workplace();
  const AuthorityLine& line = m_session.municipality().line;
  return place.unit ? QString::fromStdString(line.roleFor(*place.unit, place.role)) : QString{};
}

void SettingsController::setRole(const QString& code) {
  const Role* chosen = m_session.municipality().line.find(code.toStdString());
  store::Workplace workplace = m_session.store().workplace();
  if (chosen == nullptr || workplace.role == chosen->code) return;
  workplace.role = chosen->code;
  workplace.unit = chosen->unit;
  finish(m_roles.take(workplace));
}

QVariantList SettingsController::roles() const {
  QVariantList list;
  for (const Role& role : m_session.municipality().line.roles()) {
    list.append(choice(role.code, inLanguage(role.nameDa, role.nameEn)));
  }
  return list;
}

QVariantList SettingsController::ownRoles() const {
  const auto unit = m_session.store().workplace().unit;
  QVariantList list;
  for (const Role& role : m_session.municipality().line.roles()) {
    if (role.unit == unit) list.append(choice(role.code, inLanguage(role.nameDa, role.nameEn)));
  }
  return list;
}

QString SettingsController::standing() const {
  const Role* mine = m_session.municipality().line.find(role().toStdString());
  if (mine == nullptr || ownRoles().size() < 2) return workplace();
  return tr("%1 · %2").arg(workplace(), inLanguage(mine->nameDa, mine->nameEn));
}

QString SettingsController::branch() const {
  return QString::fromStdString(m_session.store().workplace().branch);
}

QString SettingsController::workplace() const {
  const store::Workplace place = m_session.store().workplace();
  if (!place.unit) return {};
  return placeName(m_session.municipality(), std::string{code(*place.unit)}, place.branch);
}

void SettingsController::setBranch(const QString& code) {
  store::Workplace workplace = m_session.store().workplace();
  if (workplace.branch == code.toStdString()) return;
  workplace.branch = code.toStdString();
  finish(m_session.setWorkplace(workplace));
}

QVariantList SettingsController::branches() const {
  return branchChoices(m_session.municipality());
}

QString SettingsController::municipality() const {
  return QString::fromStdString(m_session.municipality().name);
}

bool SettingsController::enrolled() const {
  return m_session.store().enrolment().has_value();
}

QString SettingsController::hubAddress() const {
  const auto enrolment = m_session.store().enrolment();
  return enrolment ? QString::fromStdString(enrolment->url) : QString{};
}

void SettingsController::setTypedAddress(const QString& address) {
  if (address == m_typed) return;
  m_typed = address;
  if (!m_typing.isActive()) m_typing.start();
  emit typedChanged();
}

void SettingsController::keepTyped() {
  m_typing.stop();
  const bool news = m_typed != hubAddress() && keepable(m_typed);
  const std::string kept = news ? m_typed.toStdString() : std::string{};
  if (kept == m_session.store().setting(kDraft).value_or("")) return;
  const Status status = m_session.store().setSetting(kDraft, kept);
  if (!status) platform::log(platform::LogLevel::Error, status.error().text());
}

QString SettingsController::tabletName() const {
  const auto enrolment = m_session.store().enrolment();
  return enrolment ? QString::fromStdString(enrolment->name) : QString{};
}

QStringList SettingsController::readLink(const QString& text) const {
  const auto link = readEnrolLink(text.toStdString());
  if (!link) return {};
  return {QString::fromStdString(link->hub), QString::fromStdString(link->code)};
}

void SettingsController::refuseLink() {
  m_enrolFault =
      tr("This is not a whole code from Vejviser. Scan or paste it again, or type the address and "
         "the code.");
  emit changed();
}

bool SettingsController::enrol(const QString& address, const QString& code) {
  if (m_enrolling) return false;
  for (const QString& text : {address, code}) {
    if (!looksLikeEnrolLink(text.toStdString())) continue;
    const QStringList link = readLink(text);
    if (!link.isEmpty()) return enrol(link[0], link[1]);
    refuseLink();
    return false;
  }
  m_enrolling = true;
  m_enrolFault.clear();
  emit changed();
  m_session.enrol(address, code);
  return true;
}

void SettingsController::enrolFinished(const Status& status) {
  m_enrolling = false;
  m_enrolFault = status ? QString{} : enrolFaultText(status.error());
  if (status) {
    m_typed.clear();
    keepTyped();
    emit typedChanged();
  }
  emit changed();
}

QString SettingsController::enrolFaultText(const Error& error) {
  switch (error.code) {
    case ErrorCode::Storage:
      return HelpEditor::failureText(error);
    case ErrorCode::Invalid:
      return tr("The address cannot be used: it must begin with https://.");
    case ErrorCode::Incompatible:
      return tr("The hub speaks another version of Vejviser. Tell IT.");
    case ErrorCode::Refused:
      break;
    default:
      return tr("The hub did not answer (%1). Check the network and try again.")
          .arg(QString::fromStdString(error.detail));
  }
  if (error.where == "code") return tr("The code is mistyped, used or expired. Ask for a new one.");
  if (error.where == "guessing") return tr("Too many wrong codes. Wait a minute and try again.");
  if (error.where == "address") {
    return tr(
        "There is no hub at that address. Check it with your supervisor, and log in to the "
        "guest network if it asks you to.");
  }
  return tr("The hub's certificate cannot be trusted. Nothing is sent. Tell IT.");
}

bool SettingsController::dark() const {
  return m_session.store().setting(kDark) == "1";
}

void SettingsController::setDark(bool dark) {
  store(kDark, dark ? "1" : "0");
}

bool SettingsController::leftHanded() const {
  return m_session.store().setting(kLeftHanded) == "1";
}

void SettingsController::setLeftHanded(bool leftHanded) {
  store(kLeftHanded, leftHanded ? "1" : "0");
}

double SettingsController::textScale() const {
  const auto text = m_session.store().setting(kTextScale);
  const double scale = text ? QString::fromStdString(*text).toDouble() : 1.0;
  return std::clamp(scale, 1.0, 2.0);
}

void SettingsController::setTextScale(double scale) {
  store(kTextScale, QString::number(std::clamp(scale, 1.0, 2.0)));
}

void SettingsController::store(const std::string& key, const QString& value) {
  finish(m_session.store().setSetting(key, value.toStdString()));
}

void SettingsController::finish(const Status& status) {
  m_fault = status ? QString{} : HelpEditor::failureText(status.error());
  emit changed();
}

}  // namespace vejviser::app
