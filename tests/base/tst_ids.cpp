// Goal: ids are unique, grow with time and survive being written down.
// Method: a clock that the test moves, forwards and back.
#include "tests/support/worlds.h"

#include <QTest>
#include <set>

using namespace vejviser;

class TstIds : public QObject {
  Q_OBJECT

 private slots:
  void toString_thenParse_givesTheSameId() {
    test::SeededRandom random;
    for (int i = 0; i < 1000; ++i) {
      const Id id = newRandomId(random);
      QCOMPARE(parseId(toString(id)), std::optional{id});
    }
  }

  void parse_ofBrokenText_givesNothing_data() {
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << "";
    QTest::newRow("too short") << "01a20b6c-6a8f-734f-9dec-d47bee28d86";
    QTest::newRow("too long") << "01a20b6c-6a8f-734f-9dec-d47bee28d8655";
    QTest::newRow("no hyphens") << "01a20b6c6a8f734f9decd47bee28d8650000";
    QTest::newRow("hyphen at the wrong place") << "01a20b6-c6a8f-734f-9dec-d47bee28d865";
    QTest::newRow("a letter that is no digit") << "01a20b6c-6a8f-734f-9dec-d47bee28d86g";
  }

  void parse_ofBrokenText_givesNothing() {
    QFETCH(QString, text);
    QVERIFY(!parseId(text.toStdString()));
  }

  void next_withinOneMillisecond_growsAndIsUnique() {
    test::FixedClock clock;
    test::SeededRandom random;
    IdSource ids{clock, random};
    Id last;
    for (int i = 0; i < 10'000; ++i) {  // more than the 4096 that fit the counter
      const Id id = ids.next();
      QVERIFY(last < id);
      last = id;
    }
  }

  void next_afterTheClockSteppedBack_stillGrows() {
    test::FixedClock clock;
    test::SeededRandom random;
    IdSource ids{clock, random};
    const Id before = ids.next();
    clock.set(clock.now() - std::chrono::hours{5});
    QVERIFY(before < ids.next());
  }

  void next_carriesVersionVariantAndTime() {
    test::FixedClock clock;
    test::SeededRandom random;
    IdSource ids{clock, random};
    const Id id = ids.next();
    QCOMPARE(id.bytes[6] >> 4, 7);
    QCOMPARE(id.bytes[8] >> 6, 2);
    std::int64_t ms = 0;
    for (std::size_t i = 0; i < 6; ++i) ms = ms << 8 | id.bytes[i];
    QCOMPARE(ms, toMs(clock.now()));
  }

  void next_ofTwoTablets_neverMeets() {
    test::FixedClock clock;
    std::set<Id> seen;
    for (std::uint64_t tablet = 1; tablet <= 50; ++tablet) {
      test::SeededRandom random{tablet};
      IdSource ids{clock, random};
      for (int i = 0; i < 200; ++i) QVERIFY(seen.insert(ids.next()).second);
    }
  }

  void isHex_takesLowerCaseOfTheRightLengthOnly() {
    QVERIFY(isHex("0123456789abcdef", 16));
    QVERIFY(!isHex("0123456789ABCDEF", 16));
    QVERIFY(!isHex("0123456789abcde", 16));
    QVERIFY(!isHex("0123456789abcdeg", 16));
  }
};

QTEST_APPLESS_MAIN(TstIds)
#include "tst_ids.moc"
