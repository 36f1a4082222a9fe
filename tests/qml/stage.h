// A tablet of its own for each test, and what befalls it from outside its window.
#pragma once

#include "src/app/app_context.h"

#include <QObject>
#include <QQmlEngine>
#include <QTemporaryDir>
#include <memory>

namespace vejviser {

class Stage : public QObject {
  Q_OBJECT

 public:
  explicit Stage(QQmlEngine& engine) : m_engine(engine) {}

  /// A new tablet in a new folder, as AppContext; `unit` may be empty.
  Q_INVOKABLE QObject* newTablet(const QString& unit);

  /// Keeps what is on the disk now for restarted(): what comes later is lost, as when the program
  /// is killed.
  Q_INVOKABLE void kill();

  /// The tablet as it was when it was killed, as AppContext. The window must be gone before.
  Q_INVOKABLE QObject* restarted();

  /// All timers were started so much earlier. Seen when the tablet is opened again.
  Q_INVOKABLE void ageTimers(int minutes);

  /// What the timers' setting says, as text.
  Q_INVOKABLE QString timersStored() const;
  Q_INVOKABLE void storeTimers(const QString& text);

  /// What stands of the bar's help, field by field as the domain names them.
  Q_INVOKABLE QVariantMap standing() const;

  /// The window must be gone before.
  Q_INVOKABLE void closeTablet();

  /// Helps that stand on this tablet today, as the store has them.
  Q_INVOKABLE int helpsStored() const;
  Q_INVOKABLE int entriesStored() const;
  Q_INVOKABLE int waiting() const;

  /// A role with a PIN ends, as it does when the tablet was not touched for long.
  Q_INVOKABLE void endRole();

  /// The names of an object's own properties that are colours, sorted.
  Q_INVOKABLE QStringList coloursOf(const QObject* object) const;

  /// What waits now could not be read by a hub.
  Q_INVOKABLE void quarantineAll(const QString& answer);

  /// What waits now was sent, and is held by the hub.
  Q_INVOKABLE void holdAll(const QString& reason);

  /// A hub has told the tablet this: `documents` and `branches` by their code, and how many days
  /// ago helps about each topic were last given at `branch` by another tablet.
  Q_INVOKABLE void tell(const QVariantMap& documents, const QVariantMap& branches,
                        const QString& branch, const QVariantMap& daysAgo);
  /// A hub has told the tablet its catalogue: the one built in, with the last day of one topic so
  /// many days ago.
  Q_INVOKABLE void retire(const QString& topic, int daysAgo);
  /// A hub has told the tablet these cells, by their key on the wire, and that it has heard so many
  /// of its tablets: {tablets, today, waiting}, or nothing; and documents, by name.
  Q_INVOKABLE void tellFigures(const QVariantMap& cells, const QVariantMap& heard,
                               const QVariantMap& documents = {});
  /// A hub has told the tablet these cells of last month, without the day in their key, as they are
  /// and as it published them with what is below 1000 withheld; and who sees what is exact.
  Q_INVOKABLE void publishLastMonth(const QVariantMap& cells, int version, const QString& exactFor);
  /// A value of what was published last: "12", ">=12", "withheld" or "". An empty unit: both.
  Q_INVOKABLE QString publishedValue(const QString& measure, const QString& item,
                                     const QString& unit) const;
  /// What the overview says at half past two about figures of so many hours ago.
  Q_INVOKABLE QString ageText(int hoursAgo) const;
  Q_INVOKABLE void workAt(const QString& unit, const QString& branch);

  /// What this tablet says at a local time of hours as the wire has them.
  Q_INVOKABLE QString openText(const QString& hours, const QString& now) const;

  /// A help by this tablet, so many days ago.
  Q_INVOKABLE void helpedBefore(const QString& topic, int daysAgo);

  /// The reasons to hold that the protocol knows.
  Q_INVOKABLE QStringList reasonsToHold() const;

  /// A slip's code that no tablet here has heard of.
  Q_INVOKABLE QString aSlip() const;
  Q_INVOKABLE QString setting(const QString& key) const;

  /// The next pull brings the referral with this slip, from citizen service to the library.
  Q_INVOKABLE void pullReferral(const QString& slip, int daysAgo = 0);

  /// The next pull brings a question that citizen service asked; its subject.
  Q_INVOKABLE QString pullQuestion(const QString& text, bool wanted);

  /// The next pull brings an answer of citizen service to a question that is known here.
  Q_INVOKABLE void pullAnswer(const QString& subject, const QString& text);

  /// The next pull says that a question is gone.
  Q_INVOKABLE void pullWithdrawal(const QString& subject);

  /// The first question that stands, as the store has it: {subject, text, topic, wanted, own,
  /// answer}; empty when there is none.
  Q_INVOKABLE QVariantMap firstQuestion() const;

  /// The next pull brings an event that citizen service held so many days ago; its subject.
  Q_INVOKABLE QString pullEvent(const QString& topic, int daysAgo, int attendance);

  /// The newest event that stands, as the store has it; empty when there is none.
  Q_INVOKABLE QVariantMap newestEvent() const;

  /// The local day so many days from today, as {day, month, year}.
  Q_INVOKABLE QStringList dayFromNow(int days) const;

  /// The same day as toString(Day) has it.
  Q_INVOKABLE QString isoDay(int days) const;
  Q_INVOKABLE QString clockText(double offset_ms) const;

  /// What lies in the person's folder for documents.
  Q_INVOKABLE QStringList documents() const;
  Q_INVOKABLE QString document(const QString& name) const;

  /// The tablet has a camera, and a program of that name on the path that does `script`. Without
  /// a script there is no program.
  Q_INVOKABLE void cameraDoes(const QString& script);

  /// Nothing can be saved there any more.
  Q_INVOKABLE void spoilDocuments() const;

 private:
  void openTablet();

  Day lastMonth() const;
  void pull(const SubjectRow& row);
  void take(const store::Settlement& settlement);

  std::vector<store::WaitingEntry> allWaiting() const;
  QString documentsDir() const;

  QQmlEngine& m_engine;
  const QByteArray m_path = qgetenv("PATH");
  app::Language m_language;
  std::unique_ptr<QTemporaryDir> m_dir;
  std::unique_ptr<QTemporaryDir> m_killed;
  int m_pulled = 0;       ///< questions from elsewhere
  bool m_joined = false;  ///< there has been a pull
  std::unique_ptr<app::TabletSession> m_session;
  std::unique_ptr<app::AppContext> m_context;
};

}  // namespace vejviser
