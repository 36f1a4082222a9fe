// Where this tablet works, which hub it belongs to, its language and its look.
#pragma once

#include "src/app/role_controller.h"
#include "src/app/tablet_session.h"

#include <QObject>
#include <QQmlEngine>
#include <QString>
#include <QTimer>
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
  Q_PROPERTY(QString typedAddress READ typedAddress WRITE setTypedAddress NOTIFY typedChanged)
  Q_PROPERTY(QString tabletName READ tabletName NOTIFY changed)
  Q_PROPERTY(bool enrolling READ enrolling NOTIFY changed)
  Q_PROPERTY(QString enrolFault READ enrolFault NOTIFY changed)
  Q_PROPERTY(QString fault READ fault NOTIFY changed)
  Q_PROPERTY(bool dark READ dark WRITE setDark NOTIFY changed)
  Q_PROPERTY(bool leftHanded READ leftHanded WRITE setLeftHanded NOTIFY changed)
  Q_PROPERTY(double textScale READ textScale WRITE setTextScale NOTIFY changed)

 public:
  SettingsController(TabletSession& session, RoleController& roles, QObject* parent = nullptr);
  ~SettingsController() override;

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
  /// The address of a hub that somebody has begun to type: it outlives the program until the tablet
  /// is with a hub. The code that belongs to it does not, it is a secret.
  QString typedAddress() const { return m_typed; }
  void setTypedAddress(const QString& address);
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
  void typedChanged();

 private:
  void enrolFinished(const Status& status);
  void keepTyped();
  static QString enrolFaultText(const Error& error);
  void store(const std::string& key, const QString& value);
  void finish(const Status& status);

  TabletSession& m_session;
  RoleController& m_roles;
  bool m_enrolling = false;
  QString m_enrolFault;
  QString m_fault;
  QString m_typed;
  QTimer m_typing;  ///< runs while there is an address to store
};

}  // namespace vejviser::app
