// Goal: the link that lets a tablet in comes out of every field and scanner as it went in, and
// nothing else is taken for one.
// Method: a table of texts; what is written is read back.
#include "src/domain/enrol_link.h"

#include <QTest>

using namespace vejviser;

namespace {

const std::string kWhole = "vejviser:enrol?hub=https%3A%2F%2Fhub.example.dk&code=ABCD-EFGH";

}  // namespace

class TstEnrolLink : public QObject {
  Q_OBJECT

 private slots:
  void aLink_isWrittenAsTheProtocolSays() {
    QCOMPARE(write(EnrolLink{"https://hub.example.dk", "ABCD-EFGH"}), kWhole);
  }

  void whatIsWritten_isReadBack_data() {
    QTest::addColumn<QString>("hub");
    QTest::newRow("plain") << "https://hub.example.dk";
    QTest::newRow("port and path") << "https://hub.example.dk:8443/vejviser";
    QTest::newRow("same machine") << "http://127.0.0.1:8480";
    QTest::newRow("signs of the link itself") << "https://hub.dk/?a=b&code=100%25";
  }

  void whatIsWritten_isReadBack() {
    QFETCH(QString, hub);
    const EnrolLink link{hub.toStdString(), "QKTB-HWRN"};
    const auto read = readEnrolLink(write(link));
    QVERIFY(read);
    QCOMPARE(read->hub, link.hub);
    QCOMPARE(read->code, link.code);
  }

  void whatAFieldHolds_isReadAllTheSame_data() {
    QTest::addColumn<QString>("text");
    const QString whole = QString::fromStdString(kWhole);
    QTest::newRow("as it is") << whole;
    QTest::newRow("ended by a scanner") << whole + "\r\n";
    QTest::newRow("after what stood there") << "https://old.dk" + whole;
    QTest::newRow("in capitals") << QString{whole}.replace("vejviser:enrol", "VEJVISER:ENROL");
    QTest::newRow("small hex digits") << QString{whole}.replace("%3A%2F%2F", "%3a%2f%2f");
    QTest::newRow("nothing encoded") << QString{whole}.replace("%3A%2F%2F", "://");
    QTest::newRow("a part of later") << QString{whole}.replace("&code", "&unit=library&code");
  }

  void whatAFieldHolds_isReadAllTheSame() {
    QFETCH(QString, text);
    const auto link = readEnrolLink(text.toStdString());
    QVERIFY(link);
    QCOMPARE(link->hub, std::string{"https://hub.example.dk"});
    QCOMPARE(link->code, std::string{"ABCD-EFGH"});
  }

  void whatIsNotWhole_isALinkThatCannotBeRead_data() {
    QTest::addColumn<QString>("text");
    const QString whole = QString::fromStdString(kWhole);
    QTest::newRow("no parts") << "vejviser:enrol";
    QTest::newRow("no code") << whole.section('&', 0, 0);
    QTest::newRow("no hub") << "vejviser:enrol?code=ABCD-EFGH";
    QTest::newRow("still being typed") << whole.chopped(1);
    QTest::newRow("nine letters") << whole + "I";
    QTest::newRow("digits in the code") << QString{whole}.replace("ABCD", "4BCD");
    QTest::newRow("two codes") << whole + "&code=ABCD-EFGH";
    QTest::newRow("half a byte") << QString{whole}.replace("%3A", "%3");
    QTest::newRow("no hex") << QString{whole}.replace("%3A", "%zz");
    QTest::newRow("no address") << QString{whole}.replace("https%3A%2F%2F", "");
    QTest::newRow("a file") << QString{whole}.replace("https", "file");
    QTest::newRow("no host") << QString{whole}.replace("hub.example.dk", "");
    QTest::newRow("a line in the address") << QString{whole}.replace("example", "%0A");
    QTest::newRow("an address without end") << QString{whole}.replace("example", QString{600, 'a'});
  }

  void whatIsNotWhole_isALinkThatCannotBeRead() {
    QFETCH(QString, text);
    QVERIFY(looksLikeEnrolLink(text.toStdString()));
    QVERIFY(!readEnrolLink(text.toStdString()));
  }

  void whatPeopleType_isNoLink() {
    for (const char* text :
         {"", "ABCD-EFGH", "https://hub.example.dk", "vejviser", "enrol?code=A"}) {
      QVERIFY(!looksLikeEnrolLink(text));
      QVERIFY(!readEnrolLink(text));
    }
  }
};

QTEST_APPLESS_MAIN(TstEnrolLink)
#include "tst_enrol_link.moc"
