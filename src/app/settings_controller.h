// Where this tablet works, which hub it belongs to, its language and its look.
#pragma once

#include "src/app/role_controller.h"
#include "src/app/tablet_session.h"

#include <QObject>
#include <QQmlEngine>
#include <QString>
#include <QVariantList>

namespace vejviser::app {

class SettingsController : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by AppContext")
  Q_PROPERTY(QString unit READ unit WRITE setUnit NOTIFY changed)
  Q_PROPERTY(QString role READ role WRITE setRole NOTIFY changed)
  Q_PROPERTY(QVariantList roles READ roles NOTIFY changed)
  Q_PROPERTY(QVariantList ownRoles READ ownRoles NOTIFY changed)
  Q_PROPERTY(QString standing READ standing NOTIFY changed)
  Q_PROPERTY(QString branch READ branch WRITE setBranch NOTIFY changed)
  Q_PROPERTY(QString workplace READ workplace NOTIFY changed)
  Q_PROPERTY(QVariantList branches READ branches NOTIFY changed)
  Q_PROPERTY(QString municipality READ municipality NOTIFY changed)
  Q_PROPERTY(bool enrolled READ enrolled NOTIFY changed)
  Q_PROPERTY(QString hubAddress READ hubAddress NOTIFY changed)
  Q_PROPERTY(QString tabletName READ tabletName NOTIFY changed)
  Q_PROPERTY(bool enrolling READ enrolling NOTIFY changed)
  Q_PROPERTY(QString enrolFault READ enrolFault NOTIFY changed)
  Q_PROPERTY(QString fault READ fault NOTIFY changed)
  Q_PROPERTY(bool dark READ dark WRITE setDark NOTIFY changed)
  Q_PROPERTY(bool leftHanded READ leftHanded WRITE setLeftHanded NOTIFY changed)
  Q_PROPERTY(double textScale READ textScale WRITE setTextScale NOTIFY changed)

 public:
  SettingsController(TabletSession& session, RoleController& roles, QObject* parent = nullptr);

  QString unit() const;               ///< code; empty until it has been chosen
  void setUnit(const QString& code);  ///< may ask for a PIN first, as setRole()
  QString role() const;               ///< code: what whoever holds the tablet is
  /// The unit follows: the work counts under the role's.
  void setRole(const QString& code);
  QVariantList roles() const;     ///< of {code, label}: all there are in the municipality
  QVariantList ownRoles() const;  ///< those of the unit
  QString standing() const;       ///< the workplace, and the role where the unit has several
  QString branch() const;         ///< code; may be empty
  QString workplace() const;      ///< unit and branch as a person says them
  void setBranch(const QString& code);
  QVariantList branches() const;  ///< of {code, label}
  QString municipality() const;

  bool enrolled() const;
  QString hubAddress() const;
  QString tabletName() const;
  bool enrolling() const { return m_enrolling; }
  QString enrolFault() const { return m_enrolFault; }  ///< what to do about a failed enrolment
  /// False when it was not tried: a link in either field cannot be read. A whole link goes before
  /// what stands in the other field.
  Q_INVOKABLE bool enrol(const QString& address, const QString& code);
  /// The link that was scanned or pasted, as [hub, code]; empty as long as it is not whole.
  Q_INVOKABLE QStringList readLink(const QString& text) const;
  /// What was scanned is no link.
  Q_INVOKABLE void refuseLink();

  /// Why the last choice was not saved; empty when it was.
  QString fault() const { return m_fault; }

  bool dark() const;
  void setDark(bool dark);
  bool leftHanded() const;  ///< navigation and buttons change sides; text does not
  void setLeftHanded(bool leftHanded);
  double textScale() const;  ///< 1.0 to 2.0
  void setTextScale(double scale);

 signals:
  void changed();

 private:
  void enrolFinished(const Status& status);
  static QString enrolFaultText(const Error& error);
  void store(const std::string& key, const QString& value);
  void finish(const Status& status);

  TabletSession& m_session;
  RoleController& m_roles;
  bool m_enrolling = false;
  QString m_enrolFault;
  QString m_fault;
};

}  // namespace vejviser::app
