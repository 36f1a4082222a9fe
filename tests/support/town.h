// A municipality at work: a library's and a citizen-service centre's tablet, a hub with what the
// municipality has set, and what people do with the apps.
#pragma once

#include "tests/support/programs.h"

#include <QMap>
#include <functional>

namespace vejviser::test {

/// Two tablets and a hub that has this municipality's roles and authority line. The hub is away
/// until meet(). None is made so late in the day that its story would go over midnight.
class Town {
 public:
  /// At Gram, both units in one house, unless it is said where.
  explicit Town(const QString& scenario)
      : Town(scenario, {"gram=Gram Bibliotek"}, "gram", "gram", {"roles", "authority"}) {}
  Town(const QString& scenario, const QStringList& branches, const QString& libraryAt,
       const QString& citizenServiceAt, const QStringList& documents);

  QString library() const { return m_dir.path("library"); }
  QString citizenService() const { return m_dir.path("citizen"); }

  /// The network is there: both send and fetch all there is.
  void meet();

  /// What the cube has of a series of tally.h under a unit: 1 is the library.
  qint64 cells(int series, int unit, const QString& item) const;
  HubProcess& hub() { return m_hub; }
  QString path(const QString& file) const { return m_dir.path(file); }

 private:
  void meetOnce();

  HubProcess m_hub;
  Folder m_dir;
};

/// Searches for a topic.
void find(AppProcess& app, const QString& words);
/// Logs one help about a topic that is searched for, and says these choices of it.
void help(AppProcess& app, const QString& words, const QString& topic,
          const QStringList& choices = {});
/// The same as a late entry of so many days ago.
void helpLate(AppProcess& app, int daysAgo, const QString& time, const QString& words,
              const QString& topic);
/// Sends a citizen on from a tile that offers the referral first; the slip's code.
QString handOver(AppProcess& app, const QString& words, const QString& tile);
/// Logs a help and refers the citizen to the other unit; the slip's code.
QString refer(AppProcess& app, const QString& words, const QString& topic);
void redeem(AppProcess& app, const QString& code);

/// The overviews of both tablets, of the figures that both units share, side by side.
class BothOverviews {
 public:
  explicit BothOverviews(const Town& town);

  /// Chooses a period on both: "1", "7" or "30" days.
  void choosePeriod(const QString& days);
  /// All there is to read in an item; where the tablets differ, what each of them says.
  QString read(const QString& name);
  /// A row of a section, "library|citizen service|both together"; empty when there is none.
  QString row(const QString& section, const QString& name);

 private:
  QString ofBoth(const std::function<QString(AppProcess&)>& ask);

  AppProcess m_library;
  AppProcess m_citizenService;
};

/// The hub's web page as a supervisor who is logged in sees it, in Danish.
class HubPages {
 public:
  explicit HubPages(const HubProcess& hub);

  /// `path` with its question, e.g. "/figures/hours?from=2026-11-24".
  QString page(const QString& path) const;
  /// One of the numbers at a page's top, by its measure.
  QString number(const QString& path, const QString& measure) const;
  /// The rows of a table by their heads, "1|2|3".
  QMap<QString, QString> table(const QString& path, const QString& id) const;

 private:
  QString m_url;
  QString m_cookie;
};

/// "from=...&to=...": so many days, today the last.
QString lastDays(int days);

}  // namespace vejviser::test
