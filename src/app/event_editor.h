// One event being logged or corrected. What is typed is kept on the disk until it is saved or
// discarded, so it is still there when the program was stopped in the middle.
#pragma once

#include "src/app/event_form.h"
#include "src/app/tablet_session.h"

#include <QObject>
#include <QQmlEngine>
#include <QString>
#include <QVariantList>
#include <QVariantMap>

namespace vejviser::app {

class EventEditor : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by AppContext")
  Q_PROPERTY(bool active READ active NOTIFY changed)
  Q_PROPERTY(bool correcting READ correcting NOTIFY changed)
  Q_PROPERTY(bool touched READ touched NOTIFY changed)
  Q_PROPERTY(vejviser::app::EventForm form READ form NOTIFY changed)
  Q_PROPERTY(QString dayChoice READ dayChoice NOTIFY changed)
  Q_PROPERTY(QVariantMap faults READ faults NOTIFY changed)
  Q_PROPERTY(QString fault READ fault NOTIFY changed)
  Q_PROPERTY(QVariantList topics READ topics NOTIFY changed)
  Q_PROPERTY(QVariantList audiences READ audiences NOTIFY changed)
  Q_PROPERTY(QVariantList branches READ branches NOTIFY changed)

 public:
  explicit EventEditor(TabletSession& session, QObject* parent = nullptr);

  bool active() const { return m_active; }
  bool correcting() const { return m_event.has_value(); }  ///< an event that is logged already
  bool touched() const { return m_form != m_start; }       ///< something would be lost
  EventForm form() const { return m_form; }
  QString dayChoice() const;                       ///< "today", "yesterday" or "other"
  QVariantMap faults() const { return m_faults; }  ///< by field, once saving was tried
  QString fault() const { return m_fault; }        ///< why nothing could be saved
  /// The choices there are, as {code, label}.
  QVariantList topics() const;  ///< what events are about, here, and what was chosen now
  QVariantList audiences() const;
  QVariantList branches() const;  ///< none before the hub has told any

  Q_INVOKABLE void begin();
  /// Only what was logged on this tablet.
  Q_INVOKABLE void open(const QString& subject);
  /// `field` is a property of the form.
  Q_INVOKABLE void put(const QString& field, const QString& text);
  Q_INVOKABLE void step(const QString& field, int by);
  Q_INVOKABLE void chooseDay(const QString& choice);
  /// Closes when it is saved; else says what is wrong.
  Q_INVOKABLE void save();
  Q_INVOKABLE void withdraw();
  Q_INVOKABLE void discard();

 signals:
  void changed();
  void saved(int daysAgo);             ///< when the event was
  void refused(const QString& field);  ///< the first field that is wrong

 private:
  void restore();
  void start(const EventForm& form);
  void edited();
  void keepDraft();
  void check();
  Fields usualFields() const;
  void end();

  TabletSession& m_session;
  bool m_active = false;
  bool m_tried = false;     ///< saving was: what is wrong is shown while it is mended
  bool m_otherDay = false;  ///< chosen, whatever the date is so far
  std::optional<store::SubjectState> m_event;
  EventForm m_start;
  EventForm m_form;
  std::vector<std::string> m_topics;
  QVariantMap m_faults;
  QString m_fault;
};

}  // namespace vejviser::app
