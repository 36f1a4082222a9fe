#include "tests/support/town.h"

#include "platform/system.h"
#include "src/domain/calendar.h"

#include <QRegularExpression>
#include <QTest>
#include <chrono>

namespace vejviser::test {

namespace {

constexpr int kStory_s = 120;  // one takes a few seconds; many times that on a busy machine

/// What is told as one day's must not go over midnight: waits for the next day, if it is so near.
bool hasDayBeforeIt() {
  return eventually(
      [] {
        const LocalTime now = toLocal(platform::SystemClock{}.now());
        return now.hour < 23 || now.minute < 60 - kStory_s / 60;
      },
      kStory_s + 10);
}

}  // namespace

Town::Town(const QString& scenario, const QStringList& branches, const QString& libraryAt,
           const QString& citizenServiceAt, const QStringList& documents)
    : m_hub(branches) {
  if (!hasDayBeforeIt()) qFatal("the day does not end");
  m_hub.start();
  for (const QString& document : documents) {
    const QString file =
        QStringLiteral(VEJVISER_SOURCE "/platform/demo/%1/%2.csv").arg(scenario, document);
    const Ran ran = m_hub.command({"document", "put", document, file});
    if (ran.exitCode != 0) qFatal("%s", qPrintable(ran.err));
  }
  if (m_hub.command({"user", "add", "leder"}, "a long password\n").exitCode != 0) {
    qFatal("no supervisor");
  }
  m_hub.enrol(library(), "library", libraryAt);
  m_hub.enrol(citizenService(), "citizen_service", citizenServiceAt);
  meetOnce();
  m_hub.stop();
}

void Town::meet() {
  m_hub.start();
  meetOnce();
  meetOnce();
  QCOMPARE(cliFigures(library(), {"--shared"}), cliFigures(citizenService(), {"--shared"}));
  QCOMPARE(m_hub.command({"recount"}).exitCode, 0);
}

void Town::meetOnce() {
  QCOMPARE(cli(library(), {"sync"}).exitCode, 0);
  QCOMPARE(cli(citizenService(), {"sync"}).exitCode, 0);
}

qint64 Town::cells(int series, int unit, const QString& item) const {
  return m_hub.number(QStringLiteral("SELECT coalesce(sum(n), 0) FROM cell WHERE series=%1 AND"
                                     " unit=%2 AND item='%3'")
                          .arg(series)
                          .arg(unit)
                          .arg(item));
}

void find(AppProcess& app, const QString& words) {
  app.hand("tap search");
  app.hand("type " + words);
}

void help(AppProcess& app, const QString& words, const QString& topic, const QStringList& choices) {
  app.hand("go log");
  find(app, words);
  app.hand("tap tile-" + topic);
  app.hand("wait bar visible true");
  if (!choices.isEmpty()) app.hand("tap unfold");
  for (const QString& choice : choices) app.hand("tap choice-" + choice);
  app.hand("tap closeBar");
}

void helpLate(AppProcess& app, int daysAgo, const QString& time, const QString& words,
              const QString& topic) {
  app.hand("go log");
  app.hand("tap openLogMenu");
  app.hand("tap logLate");
  for (int i = 0; i < daysAgo; ++i) app.hand("tap dayBefore");
  app.hand("tap lateTime");
  app.hand("key Ctrl+A");
  app.hand("type " + time);
  find(app, words);
  app.hand("tap tile-" + topic);
  app.hand("wait bar visible true");
  app.hand("tap closeBar");
  app.hand("tap endMode");
}

QString handOver(AppProcess& app, const QString& words, const QString& tile) {
  find(app, words);
  app.hand("tap " + tile);
  app.hand("wait authorityLine visible true");
  app.hand("tap place-0");
  app.hand("wait slipText visible true");
  const QString code = app.hand("get slipText text");
  app.hand("tap closeRefer");
  return code;
}

QString refer(AppProcess& app, const QString& words, const QString& topic) {
  app.hand("go log");
  find(app, words);
  app.hand("tap tile-" + topic);
  app.hand("wait bar visible true");
  app.hand("tap refer");
  app.hand("wait formSlip visible true");
  app.hand("tap formSlip");
  const QString code = app.hand("get slipText text");
  app.hand("tap closeRefer");
  return code;
}

void redeem(AppProcess& app, const QString& code) {
  app.hand("go refer");
  app.hand("tap slipCode");
  app.hand("type " + code);
  app.hand("key Return");
  app.hand("wait referralState visible true");
}

BothOverviews::BothOverviews(const Town& town)
    : m_library(town.library()), m_citizenService(town.citizenService()) {
  for (AppProcess* app : {&m_library, &m_citizenService}) {
    app->hand("go overview");
    app->hand("wait sharedHelps visible true");
  }
}

void BothOverviews::choosePeriod(const QString& days) {
  for (AppProcess* app : {&m_library, &m_citizenService}) app->hand("tap choice-" + days);
}

QString BothOverviews::ofBoth(const std::function<QString(AppProcess&)>& ask) {
  const QString library = ask(m_library);
  const QString citizenService = ask(m_citizenService);
  if (library == citizenService) return library;
  return "library: " + library + "; citizen service: " + citizenService;
}

QString BothOverviews::read(const QString& name) {
  return ofBoth([&](AppProcess& app) { return app.hand("read " + name); });
}

QString BothOverviews::row(const QString& section, const QString& name) {
  return ofBoth([&](AppProcess& app) {
    const QStringList texts = app.hand("read bars-" + section).split(" | ");
    const qsizetype at = texts.indexOf(name);
    return at < 0 ? QString{} : texts.mid(at + 1, 3).join('|');
  });
}

HubPages::HubPages(const HubProcess& hub) : m_url(hub.url()) {
  const Ran ran = runProgram("curl", {"-s", "-i", "-H", "Origin: " + m_url, "-d",
                                      "name=leder&password=a+long+password", m_url + "/login"});
  static const QRegularExpression kCookie{"vejviser_session=[0-9a-f]{64}"};
  m_cookie = "Cookie: " + kCookie.match(ran.out).captured();
}

QString HubPages::page(const QString& path) const {
  const QString url = m_url + path + (path.contains('?') ? "&" : "?") + "lang=da";
  const Answer answer = request("GET", url, {}, {m_cookie});
  if (answer.status != 200) qFatal("%s: %d", qPrintable(path), answer.status);
  return QString::fromUtf8(answer.body).replace(QChar{0xa0}, ' ');
}

QString HubPages::number(const QString& path, const QString& measure) const {
  return page(path).section("<dd id=\"key-" + measure + "\">", 1).section("</dd>", 0, 0);
}

QMap<QString, QString> HubPages::table(const QString& path, const QString& id) const {
  const QString text =
      page(path).section("<table id=\"table-" + id + "\">", 1).section("</table>", 0, 0);
  static const QRegularExpression kHead{"<th scope=\"row\"[^>]*>([^<]*)</th>"};
  static const QRegularExpression kCell{"<td>([^<]*)</td>"};
  QMap<QString, QString> rows;
  for (const QString& row : text.section("<tbody>", 1).split("<tr>", Qt::SkipEmptyParts)) {
    QStringList cells;
    for (auto it = kCell.globalMatch(row); it.hasNext();) cells << it.next().captured(1);
    rows[kHead.match(row).captured(1)] = cells.join('|');
  }
  return rows;
}

QString lastDays(int days) {
  const Day today = toLocal(platform::SystemClock{}.now()).day;
  return "from=" + QString::fromStdString(toString(today - std::chrono::days{days - 1})) +
         "&to=" + QString::fromStdString(toString(today));
}

}  // namespace vejviser::test
