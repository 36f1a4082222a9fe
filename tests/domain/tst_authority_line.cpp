// Goal: who may decide, guide or must hand over is what the municipality says, for every topic and
// role; nothing is let through by a gap in its file.
// Method: the precedence of rules in full, the four municipalities' own files, tables of broken
// ones.
#include "platform/csv.h"
#include "platform/files.h"
#include "src/domain/authority_line.h"

#include <QTest>
#include <set>

using namespace vejviser;

namespace {

constexpr const char* kDemo = VEJVISER_SOURCE "/platform/demo/";
constexpr std::size_t kLargest = 100'000;

TableRows rowsOf(std::string_view text) {
  return platform::readCsv(std::string{text}).value();
}

TableRows rowsIn(const std::string& path) {
  return rowsOf(platform::readFile(path, kLargest).value());
}

AuthorityLine lineOf(const std::string& scenario) {
  const std::string dir = kDemo + scenario;
  return {readRoles(rowsIn(dir + "/roles.csv")).value(),
          readAuthority(rowsIn(dir + "/authority.csv")).value()};
}

Topic authorityTopic() {
  Topic topic;
  topic.id = "passport-apply";
  topic.group = "identity-papers";
  topic.authority = true;
  return topic;
}

std::vector<Role> twoRoles() {
  return {{"library_staff", "B", "L", Unit::Library},
          {"citizen_service_staff", "C", "C", Unit::CitizenService}};
}

Catalogue catalogue() {
  return readCatalogue(rowsOf(builtInTopicsCsv())).value();
}

}  // namespace

class TstAuthorityLine : public QObject {
  Q_OBJECT

 private slots:
  void theMostSpecificRule_decides_whicheverOthersThereAre() {
    const std::vector<AuthorityRule> order = {
        {"passport-apply", "library_staff", Right::Decide},
        {"passport-apply", "*", Right::Guide},
        {"group:identity-papers", "library_staff", Right::Decide},
        {"group:identity-papers", "*", Right::Guide},
        {"*", "library_staff", Right::Decide},
        {"*", "*", Right::Guide}};
    for (unsigned there = 0; there < 64; ++there) {
      std::vector<AuthorityRule> rules;
      Right expected = Right::HandOver;  // the library's, without a rule
      for (std::size_t i = order.size(); i-- > 0;) {
        if ((there >> i & 1U) == 0) continue;
        rules.push_back(order[i]);
        expected = order[i].right;
      }
      const AuthorityLine line{twoRoles(), rules};
      QVERIFY(line.right(authorityTopic(), "library_staff") == expected);
    }
  }

  void withoutARule_citizenServiceDecides_theOthersHandOver() {
    const AuthorityLine line{twoRoles(), {}};
    QVERIFY(line.right(authorityTopic(), "citizen_service_staff") == Right::Decide);
    QVERIFY(line.right(authorityTopic(), "library_staff") == Right::HandOver);
    const AuthorityLine open{twoRoles(), {{"*", "*", Right::Decide}}};
    for (const char* unknown : {"", "mayor", "*"}) {
      QVERIFY(open.right(authorityTopic(), unknown) == Right::HandOver);
    }
  }

  void guidance_isAnybodys() {
    Topic topic = authorityTopic();
    topic.authority = false;
    const AuthorityLine line{twoRoles(), {{"*", "*", Right::HandOver}}};
    for (const char* role : {"", "library_staff", "citizen_service_staff"}) {
      QVERIFY(line.right(topic, role) == Right::Guide);
      QVERIFY(check(line, topic, role, Act::None));
      QVERIFY(check(line, topic, role, Act::Guide).error().code == ErrorCode::Invalid);
    }
  }

  void whoIsAble_isEveryRoleOfTheUnitThatMayDecide() {
    const auto codes = [](const std::vector<Role>& roles) {
      std::string text;
      for (const Role& role : roles) text += role.code + " ";
      return text;
    };
    const AuthorityLine line{twoRoles(), {{"*", "library_staff", Right::Guide}}};
    QCOMPARE(codes(line.ableTo(authorityTopic(), Unit::Library)), std::string{});
    QCOMPARE(codes(line.ableTo(authorityTopic(), Unit::CitizenService)),
             std::string{"citizen_service_staff "});
    Topic guidance = authorityTopic();
    guidance.authority = false;
    QCOMPARE(codes(line.ableTo(guidance, Unit::Library)), std::string{"library_staff "});
    const AuthorityLine open{twoRoles(), {{"*", "*", Right::Decide}}};
    QCOMPARE(codes(open.ableTo(authorityTopic(), Unit::Library)), std::string{"library_staff "});
  }

  void anAct_beyondTheRight_isRefused() {
    for (const Right right : {Right::HandOver, Right::Guide, Right::Decide}) {
      const AuthorityLine line{twoRoles(), {{"*", "library_staff", right}}};
      for (const Act act : {Act::None, Act::Guide, Act::Decide, Act::HandOver}) {
        const Status status = check(line, authorityTopic(), "library_staff", act);
        const bool allowed = act == Act::None || act == Act::HandOver ||
                             static_cast<int>(act == Act::Guide ? Right::Guide : Right::Decide) <=
                                 static_cast<int>(right);
        QCOMPARE(status.ok(), allowed);
        if (!allowed) QVERIFY(status.error().code == ErrorCode::Refused);
      }
    }
  }

  void fourMunicipalities_drawFourLines() {
    const Catalogue topics = catalogue();
    const auto expect = [&](const char* scenario, const char* role, const char* topic,
                            Right right) {
      QVERIFY2(lineOf(scenario).right(*topics.find(topic), role) == right,
               (std::string{scenario} + " " + role + " " + topic).c_str());
    };
    // Who is employed by citizen service decides wherever the desk stands; the library shows how.
    expect("haderslev", "citizen_service_staff", "passport-apply", Right::Decide);
    expect("haderslev", "library_staff", "passport-apply", Right::HandOver);
    expect("haderslev", "library_staff", "digital-post-exemption", Right::Guide);
    // "A library is a library."
    expect("esbjerg", "library_staff", "passport-apply", Right::HandOver);
    expect("esbjerg", "library_staff", "mitid-activation", Right::HandOver);
    expect("esbjerg", "library_staff", "mitid-help", Right::Guide);
    // Equals, but the library is no authority.
    expect("dragoer", "library_staff", "mitid-activation", Right::Guide);
    expect("dragoer", "library_staff", "mitid-issue", Right::HandOver);
    // Some of the library's staff came over from the town hall.
    expect("albertslund", "library_authority", "passport-apply", Right::Decide);
    expect("albertslund", "library_authority", "pension-supplement", Right::Guide);
    expect("albertslund", "library_authority", "address-protection", Right::HandOver);
    expect("albertslund", "library_staff", "passport-apply", Right::HandOver);
  }

  void everyFile_namesTopicsAndRolesThatThereAre() {
    for (const char* scenario : {"haderslev", "esbjerg", "dragoer", "albertslund"}) {
      const auto rules = readAuthority(rowsIn(kDemo + std::string{scenario} + "/authority.csv"));
      QVERIFY(rules);
      const Status known = checkNames(*rules, lineOf(scenario).roles(), catalogue());
      QVERIFY2(known, known ? "" : known.error().text().c_str());
    }
    QVERIFY(readRoles(rowsOf(builtInRolesCsv())));
    QVERIFY(readAuthority(rowsOf(builtInAuthorityCsv())));
  }

  void brokenFiles_areRefused_withTheirLine_data() {
    QTest::addColumn<bool>("roles");
    QTest::addColumn<QByteArray>("row");
    QTest::newRow("role without a code") << true << QByteArray{"Bib,B,L,library"};
    QTest::newRow("role twice") << true << QByteArray{"b,B,L,library\nb,B,L,library"};
    QTest::newRow("role without a name") << true << QByteArray{"b,,L,library"};
    QTest::newRow("role of no unit") << true << QByteArray{"b,B,L,police"};
    QTest::newRow("role with too few cells") << true << QByteArray{"b,B,L"};
    QTest::newRow("rule about nothing") << false << QByteArray{",*,guide"};
    QTest::newRow("rule about a group without a name") << false << QByteArray{"group:,*,guide"};
    QTest::newRow("rule for nobody") << false << QByteArray{"*,,guide"};
    QTest::newRow("rule that says nothing") << false << QByteArray{"*,*,perhaps"};
    QTest::newRow("rule twice") << false << QByteArray{"*,*,guide\n*,*,decide"};
  }

  void brokenFiles_areRefused_withTheirLine() {
    QFETCH(bool, roles);
    QFETCH(QByteArray, row);
    const std::string heading = roles ? "code,name_da,name_en,unit\n" : "topic,role,may\n";
    const TableRows rows = rowsOf(heading + row.toStdString());
    const auto read_roles = readRoles(rows);
    const auto read_rules = readAuthority(rows);
    const Error& error = roles ? read_roles.error() : read_rules.error();
    QVERIFY(error.code == ErrorCode::Invalid);
    QVERIFY2(error.text().find("line ") != std::string::npos, error.text().c_str());
  }
};

QTEST_GUILESS_MAIN(TstAuthorityLine)
#include "tst_authority_line.moc"
