// Goal: a request that waits for news is held, answered when there is some, and never in the way.
// Method: the real program on loopback; polls on threads of their own.
#include "tests/hub/hub_requests.h"

#include <QJsonArray>
#include <QTest>
#include <future>
#include <nlohmann/json.hpp>

using namespace vejviser;
using namespace vejviser::test;

class TstPolls : public QObject {
  Q_OBJECT

 private:
  std::unique_ptr<HubProcess> m_hub;
  Folder m_dir;

  QString enrolled(const QString& name) const {
    const QString tablet = m_dir.path(name);
    m_hub->enrol(tablet);
    return "Authorization: Bearer " + tokenOf(tablet);
  }
  Answer sync(const QString& bearer, const QByteArray& body) const {
    return request("POST", m_hub->url() + "/v1/sync", body, {bearer, kJson});
  }
  /// A poll of `seconds`, from where the tablet stands.
  std::future<Answer> poll(const QString& bearer, int seconds) const {
    const Answer now = sync(bearer, pushOf({}));
    auto body = nlohmann::json::parse(pushOf({}).toStdString());
    body["stamp"] = now.json()["stamp"].toString().toStdString();
    body["wait"] = seconds;
    platform::HttpRequest message{"POST",
                                  (m_hub->url() + "/v1/sync").toStdString(),
                                  {bearer.toStdString(), kJson.toStdString()},
                                  body.dump(),
                                  std::chrono::seconds{seconds}};
    return std::async(std::launch::async, [message] {
      const auto response = platform::CurlHttpClient{}.send(message);
      if (!response) return Answer{};
      return Answer{response->status, QString::fromStdString(response->contentType),
                    QByteArray::fromStdString(response->body)};
    });
  }

 private slots:
  void init() {
    m_hub = std::make_unique<HubProcess>();
    m_hub->start();
  }

  void aPoll_isAnsweredByWhatAnotherTabletSends() {
    const QString one = enrolled("one");
    const QString other = enrolled("other");
    auto waiting = poll(one, 300);
    EntryMaker maker{"1111111111111111"};
    QCOMPARE(sync(other, pushOf({maker.help()})).status, 200);
    const Answer answer = waiting.get();
    QCOMPARE(answer.status, 200);
    QVERIFY(!answer.json()["rows"].toArray().isEmpty());
  }

  void aPoll_isAnsweredByWhatASupervisorChanges() {
    auto waiting = poll(enrolled("one"), 300);
    QCOMPARE(m_hub->command({"branch", "add", "gram", "Gram"}).exitCode, 0);
    QVERIFY(!waiting.get().json()["rows"].toArray().isEmpty());
  }

  void aPoll_endsWithItsTime() {
    const Answer answer = poll(enrolled("one"), 1).get();
    QCOMPARE(answer.status, 200);
    QVERIFY(answer.json()["rows"].toArray().isEmpty());
  }

  void aPoll_isGivenUpWhenItsTabletAsksAnew() {
    const QString one = enrolled("one");
    auto first = poll(one, 300);
    auto second = poll(one, 1);  // asks plainly first
    QCOMPARE(first.get().status, 200);
    QCOMPARE(second.get().status, 200);
  }

  void aHubThatStops_answersItsPolls() {
    auto waiting = poll(enrolled("one"), 300);
    m_hub->stop();
    const Answer answer = waiting.get();
    QVERIFY(answer.status == 200 || answer.status == 0);  // 0: it came when nobody listened
  }

  void hundredsOfPolls_areHeld_andOthersServed() {
    std::vector<std::future<Answer>> waiting;
    for (int i = 0; i < 200; ++i) waiting.push_back(poll(enrolled(QString::number(i)), 300));
    QCOMPARE(request("GET", m_hub->url() + "/health").status, 200);
    QCOMPARE(m_hub->command({"branch", "add", "gram", "Gram"}).exitCode, 0);
    for (auto& one : waiting) QCOMPARE(one.get().status, 200);
  }
};

QTEST_GUILESS_MAIN(TstPolls)
#include "tst_polls.moc"
