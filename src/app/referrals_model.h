// Referrals that came to this unit and that left this tablet, and what came of them. A slip is
// redeemed by its code, also when this tablet has never heard of it; it then stands in the inbox
// until the referral itself arrives.
#pragma once

#include "src/app/tablet_session.h"

#include <QAbstractListModel>
#include <QQmlEngine>
#include <QString>
#include <QTimer>
#include <QVariantList>
#include <optional>
#include <vector>

namespace vejviser::app {

class ReferralsModel : public QAbstractListModel {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by AppContext")
  Q_PROPERTY(bool shown READ shown WRITE setShown NOTIFY changed)
  Q_PROPERTY(QString box READ box WRITE setBox NOTIFY changed)
  Q_PROPERTY(int count READ count NOTIFY changed)
  Q_PROPERTY(int open READ open NOTIFY changed)
  Q_PROPERTY(bool active READ active NOTIFY changed)
  Q_PROPERTY(QString title READ title NOTIFY changed)
  Q_PROPERTY(QString details READ details NOTIFY changed)
  Q_PROPERTY(QString state READ state NOTIFY changed)
  Q_PROPERTY(QString stateText READ stateText NOTIFY changed)
  Q_PROPERTY(bool mine READ mine NOTIFY changed)
  Q_PROPERTY(QString fault READ fault NOTIFY changed)
  Q_PROPERTY(QString typed READ typed WRITE setTyped NOTIFY typedChanged)

 public:
  enum Role {
    SubjectRole = Qt::UserRole + 1,
    NameRole,
    GroupRole,
    DetailsRole,
    StateRole,
    StateTextRole
  };

  explicit ReferralsModel(TabletSession& session, QObject* parent = nullptr);
  ~ReferralsModel() override;

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QHash<int, QByteArray> roleNames() const override;

  /// Rows are read only while somebody looks.
  bool shown() const { return m_shown; }
  void setShown(bool shown);
  QString box() const { return m_box; }  ///< "inbox" or "sent"
  void setBox(const QString& box);
  int count() const { return static_cast<int>(m_rows.size()); }
  int open() const { return m_open; }  ///< in the inbox, without a reply

  // The one that is looked at.
  bool active() const { return m_looked.has_value(); }
  QString title() const;
  QString details() const;
  QString state() const;  ///< "open", "accepted", "declined", "done" or "expired"
  QString stateText() const;
  bool mine() const;  ///< it left this tablet: nothing to accept, its slip can be shown
  QString fault() const { return m_fault; }

  Q_INVOKABLE void look(const QString& subject);
  /// The code that is being typed. It is kept on the disk until its referral was answered or
  /// closed: the citizen may have gone with the slip.
  QString typed() const { return m_typed; }
  void setTyped(const QString& code);
  /// Looks up what somebody typed or scanned. False, with fault(), for what is no code.
  Q_INVOKABLE bool redeem(const QString& code);
  Q_INVOKABLE void accept();
  Q_INVOKABLE void decline(const QString& reason);
  Q_INVOKABLE void finish(const QString& outcome);
  /// Nothing has come of it yet, after all.
  Q_INVOKABLE void takeBack();
  Q_INVOKABLE QString shownSubject() const;
  Q_INVOKABLE void close();
  void retranslate();

 signals:
  void changed();
  void typedChanged();

 private:
  struct Referral {
    Id subject;
    std::optional<store::SharedSubject> known;  ///< nothing: this tablet has not heard of it
    std::optional<StandingReply> reply;

    const Standing* standing() const { return known ? &known->standing : nullptr; }
    /// When it was made; as long as nobody has told, when it was replied to.
    Instant at() const { return known ? known->standing.at : reply ? reply->at : Instant{}; }
  };

  void keepTyped();
  void forgetRedeemed();
  void reload();
  void reloadRows();
  void reloadLooked();
  bool isHere(const Standing& referral) const;
  void addStrays(Instant from);
  std::string stateOf(const Referral& referral) const;
  QString nameOf(const Referral& referral) const;
  QString detailsOf(const Referral& referral) const;
  void reply(Reception reception, Decline decline, Outcome outcome);

  TabletSession& m_session;
  bool m_shown = false;
  QString m_box = QStringLiteral("inbox");
  std::vector<Referral> m_rows;
  int m_open = 0;
  std::optional<Referral> m_looked;
  QString m_fault;
  QString m_typed;
  QTimer m_typing;          ///< runs while there is something to keep
  bool m_redeemed = false;  ///< what is looked at was found by the typed code
};

}  // namespace vejviser::app
