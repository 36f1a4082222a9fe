// Events that were held, by this tablet's and all other units' staff, newest first; and how many
// there were, with how many people and hours.
#pragma once

#include "src/app/event_form.h"
#include "src/app/tablet_session.h"

#include <QAbstractListModel>
#include <QQmlEngine>
#include <vector>

namespace vejviser::app {

class EventsModel : public QAbstractListModel {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by AppContext")
  Q_PROPERTY(bool shown READ shown WRITE setShown NOTIFY totalsChanged)
  Q_PROPERTY(int days READ days WRITE setDays NOTIFY totalsChanged)
  Q_PROPERTY(int longest READ longest CONSTANT)
  Q_PROPERTY(int count READ count NOTIFY totalsChanged)
  Q_PROPERTY(int left READ left NOTIFY totalsChanged)
  Q_PROPERTY(int people READ people NOTIFY totalsChanged)
  Q_PROPERTY(QString libraryHours READ libraryHours NOTIFY totalsChanged)
  Q_PROPERTY(QString citizenServiceHours READ citizenServiceHours NOTIFY totalsChanged)

 public:
  enum Role {
    SubjectRole = Qt::UserRole + 1,
    NameRole,
    GroupRole,
    OwnRole,
    PeopleRole,
    HoursRole,
    WhenRole,
    LoggedByRole
  };

  explicit EventsModel(TabletSession& session, QObject* parent = nullptr);

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QHash<int, QByteArray> roleNames() const override;

  /// Nothing is read while nobody looks.
  bool shown() const { return m_shown; }
  void setShown(bool shown);
  /// Which events are listed and counted: today's and those of so many days before.
  int days() const { return m_days; }
  void setDays(int days);
  int longest() const { return static_cast<int>(kEventsKept.count()); }

  int count() const { return static_cast<int>(m_events.size()); }
  /// How many there are that the list has not got yet.
  int left() const { return count() - rowCount(); }
  Q_INVOKABLE void showMore();
  int people() const;
  QString libraryHours() const;
  QString citizenServiceHours() const;
  /// Names and words again, in another language.
  void retranslate();

 signals:
  void totalsChanged();

 private:
  void reload();
  void become(std::vector<store::SharedSubject> events);
  QString peopleText(const Fields& fields) const;
  QString hoursText(const Fields& fields) const;
  QString whenText(const Standing& event) const;

  TabletSession& m_session;
  bool m_shown = false;
  int m_days = static_cast<int>(kEventsKept.count());
  std::vector<store::SharedSubject> m_events;
  int m_most;  ///< of them that are listed
};

}  // namespace vejviser::app
