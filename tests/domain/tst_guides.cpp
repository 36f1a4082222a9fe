// Goal: the guide cards and destinations that are built in are whole, fit a tablet, keep the
// authority line and hold no personal data; a broken file says where it is broken.
// Method: the built-in files against the built-in catalogue; files broken in one place each.
#include "platform/csv.h"
#include "src/domain/catalogue.h"
#include "src/domain/destination.h"
#include "src/domain/guide.h"

#include <QRegularExpression>
#include <QTest>
#include <algorithm>

using namespace vejviser;

namespace {

using Rows = std::vector<std::vector<std::string>>;

template <class T>
Result<T> read(std::string_view text, Result<T> (*reader)(const Rows&)) {
  const auto rows = platform::readCsv(text);
  return rows ? reader(*rows) : Result<T>{rows.error()};
}

QString builtIn(std::string_view text) {
  return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QString word(const std::string& text) {
  return QString::fromStdString(text);
}

const Catalogue& catalogue() {
  static const Catalogue s_catalogue = *read(builtInTopicsCsv(), readCatalogue);
  return s_catalogue;
}

std::vector<Guide> builtInGuides() {
  const auto guides = read(builtInGuidesCsv(), readGuides);
  return guides ? *guides : std::vector<Guide>{};
}

const Guide* guideOf(const std::vector<Guide>& guides, std::string_view topic) {
  const auto it = std::find_if(guides.begin(), guides.end(),
                               [&](const Guide& guide) { return guide.topic == topic; });
  return it == guides.end() ? nullptr : &*it;
}

const Destination* destinationOf(const std::vector<Destination>& all, std::string_view code) {
  const auto it = std::find_if(all.begin(), all.end(),
                               [&](const Destination& body) { return body.code == code; });
  return it == all.end() ? nullptr : &*it;
}

/// Everything a person reads on the card.
std::vector<GuideText> textsOf(const Guide& guide) {
  std::vector<GuideText> texts = {guide.line, guide.owner};
  for (const auto* part : {&guide.steps, &guide.bring, &guide.notes}) {
    texts.insert(texts.end(), part->begin(), part->end());
  }
  return texts;
}

/// The rows of a whole card, with these in addition.
QString card(const QString& topic, const QString& more = {}) {
  QString rows = topic + ",line,L,L\n" + topic + ",owner,O,O\n" + topic + ",bring,B,B\n";
  for (int step = 1; step <= 3; ++step) rows += topic + QString{",step,S%1,S%1\n"}.arg(step);
  return rows + more;
}

constexpr const char* kGuideHeading = "topic,part,da,en\n";
constexpr const char* kDestinationHeading = "code,name_da,name_en,phone,web,hours,topics\n";

template <class T>
void expectFault(const Result<T>& result, const QString& where, const QString& what) {
  QVERIFY(!result);
  const QString text = word(result.error().text());
  QVERIFY2(text.contains(where) && text.contains(what), qPrintable(text));
}

}  // namespace

class TstGuides : public QObject {
  Q_OBJECT

 private slots:
  void builtInCards_areWhole_andExamplesYet() {
    const auto guides = read(builtInGuidesCsv(), readGuides);
    QVERIFY2(guides, guides ? "" : guides.error().text().c_str());
    QVERIFY(guides->size() >= 18U);
    for (const Guide& guide : *guides) {
      QVERIFY2(catalogue().find(guide.topic) != nullptr, guide.topic.c_str());
      QVERIFY2(guide.example && !guide.checkedOn, guide.topic.c_str());
    }
    QCOMPARE(guideOf(*guides, "mitid-help")->steps.size(), 5U);
    QVERIFY(guideOf(*guides, "nemid-retired")->bring.empty());
    QVERIFY(guideOf(*guides, "wayfinding") == nullptr);
  }

  void builtInCards_keepTheAuthorityLine() {
    int authority = 0;
    for (const Guide& guide : builtInGuides()) {
      const QString da = word(guide.line.da);
      const QString en = word(guide.line.en);
      if (catalogue().find(guide.topic)->authority) {
        ++authority;
        QVERIFY2(da.startsWith("Myndighedsopgave: "), qPrintable(da));
        QVERIFY2(da.contains("henviser til borgerservice"), qPrintable(da));
        QVERIFY2(en.startsWith("Authority task: "), qPrintable(en));
        QVERIFY2(en.contains("refer to citizen service"), qPrintable(en));
      } else {
        QVERIFY2(da.startsWith("Vejledning"), qPrintable(da));
        QVERIFY2(da.contains("ikke en myndighedsopgave"), qPrintable(da));
        QVERIFY2(en.startsWith("Guidance"), qPrintable(en));
        QVERIFY2(en.contains("not an authority task"), qPrintable(en));
      }
    }
    QVERIFY(authority >= 8);
  }

  void builtInCards_areWrittenInBothLanguages_asThePublicSectorWrites() {
    static const QRegularExpression kDanish{"[æøåÆØÅ]|\\b(og|ikke|borgeren|så)\\b"};
    static const QRegularExpression kEnglish{"\\b(the|is|are|and|not|with|of|it)\\b"};
    static const QRegularExpression kDanishName{
        "skattestyrelsen|folkepension|boligstøtte|"
        "børne- og ungeydelse|foreningsrepræsentant|"
        "færøsk|grønlandsk",
        QRegularExpression::CaseInsensitiveOption};
    for (const Guide& guide : builtInGuides()) {
      for (const GuideText& text : textsOf(guide)) {
        const QString da = word(text.da);
        QString en = word(text.en);
        QVERIFY2(!kEnglish.match(da).hasMatch(), qPrintable(da));
        QVERIFY2(!kDanish.match(en.remove(kDanishName)).hasMatch(), qPrintable(en));
        QVERIFY2(!(da + en).contains('!'), qPrintable(da));
        QVERIFY2(da[0].isUpper() && en[0].isUpper(), qPrintable(da));
      }
      for (const auto* sentences : {&guide.steps, &guide.notes}) {
        for (const GuideText& text : *sentences) {
          QVERIFY2(text.da.ends_with('.') && text.en.ends_with('.'), text.da.c_str());
        }
      }
    }
  }

  void builtInCards_areReadInAMinute() {
    for (const Guide& guide : builtInGuides()) {
      qsizetype words = word(guide.line.da).split(' ').size();
      for (const GuideText& step : guide.steps) words += word(step.da).split(' ').size();
      for (const GuideText& thing : guide.bring) words += word(thing.da).split(' ').size();
      // 200 words a minute is an unhurried reader of plain text.
      QVERIFY2(words <= 200, qPrintable(word(guide.topic) + QString{": %1 words"}.arg(words)));
    }
  }

  void builtInFiles_holdNoPersonalData() {
    static const QRegularExpression kNumber{"\\d{2} ?\\d{2} ?\\d{2}[-. ]?\\d{2,4}"};
    static const QRegularExpression kMail{"\\S@\\S"};
    for (const std::string_view file : {builtInGuidesCsv(), builtInDestinationsCsv()}) {
      // The only number is a hotline's.
      const QString text = builtIn(file).remove("7020 0000");
      QVERIFY2(!kNumber.match(text).hasMatch(), qPrintable(kNumber.match(text).captured()));
      QVERIFY2(!kMail.match(text).hasMatch(), qPrintable(kMail.match(text).captured()));
    }
    for (const Guide& guide : builtInGuides()) {
      QVERIFY2(guide.owner.da == "Borgerservice" || guide.owner.da == "Biblioteket",
               guide.owner.da.c_str());
    }
  }

  void checkedCard_isNoExample() {
    const QString text = kGuideHeading + card("a", "a,checked,2025-11-24,\n") + card("b");
    const auto guides = read(text.toStdString(), readGuides);
    QVERIFY2(guides, guides ? "" : guides.error().text().c_str());
    QCOMPARE(guides->size(), 2U);
    const Guide& checked = guides->at(0);
    QVERIFY(checked.checkedOn == parseDay("2025-11-24"));
    QVERIFY(!checked.example);
    QVERIFY(checked.steps.at(2) == (GuideText{"S3", "S3"}));
    QVERIFY(checked.bring == (std::vector{GuideText{"B", "B"}}));
    QVERIFY(guides->at(1).example);
    QVERIFY(!guides->at(1).checkedOn);
  }

  void brokenCards_sayWhereAndWhat_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("where");
    QTest::addColumn<QString>("what");
    // The broken card begins in line 8, after a whole one; what is added to it stands in line 14.
    const auto row = [](const char* name, const QString& file, int line, const char* what) {
      QTest::newRow(name) << kGuideHeading + card("a") + file << QString{"line %1:"}.arg(line)
                          << what;
    };
    const auto added = [&](const char* name, const QString& more, const char* what) {
      row(name, card("b", more), 14, what);
    };
    const auto without = [&](const char* name, const char* part, const char* what) {
      row(name, card("b").remove(QRegularExpression{QString{"b,%1,[^\n]*\n"}.arg(part)}), 8, what);
    };
    QTest::newRow("empty file") << ""
                                << "line 1:"
                                << "name the columns";
    QTest::newRow("other columns") << "topic,da\na,A\n"
                                   << "line 1:"
                                   << "name the columns";
    QTest::newRow("heading only") << kGuideHeading << "line 1:"
                                  << "no rows";
    QTest::newRow("too many rows")
        << kGuideHeading + QString{"a,note,N,N\n"}.repeated(20'001) << "line 20002:"
        << "more than";
    row("column missing", "b,line,L\n", 8, "3 columns instead of 4");
    row("topic is no code", card("B b"), 8, "topic 'B b' is not a code");
    row("card twice", card("b") + card("a"), 14, "topic 'a' has a card already");
    row("card in two pieces", card("b") + "a,note,N,N\n", 14, "topic 'a' has a card already");
    without("no line", "line", "'line' is missing");
    without("no owner", "owner", "'owner' is missing");
    without("two steps", "step,S3", "'step' must stand at least 3");
    without("nothing said of what to bring", "bring", "'bring' must stand at least 1");
    added("unknown part", "b,hint,H,H\n", "part is 'hint', must be line");
    added("second line", "b,line,L,L\n", "'line' stands twice");
    added("second owner", "b,owner,O,O\n", "'owner' stands twice");
    added("no Danish", "b,note,,N\n", "da is empty");
    added("no English", "b,note,N,\n", "en is empty");
    added("too long", "b,note,N," + QString{"x"}.repeated(201) + "\n", "en is longer than 200");
    added("line break", "b,note,\"N\nN\",N\n", "da holds a line break");
    added("checked is no day", "b,checked,2025-02-30,\n", "da is '2025-02-30', must be a day");
    added("checked in both languages", "b,checked,2025-11-24,2025-11-24\n", "en must be empty");
    row("checked twice", card("b", QString{"b,checked,2025-11-24,\n"}.repeated(2)), 15,
        "'checked' stands twice");
    row("eight steps", card("b", QString{"b,step,S,S\n"}.repeated(5)), 18, "'step' stands too");
    row("six to bring", card("b", QString{"b,bring,B,B\n"}.repeated(5)), 18, "'bring' stands too");
    row("five notes", card("b", QString{"b,note,N,N\n"}.repeated(5)), 18, "'note' stands too");
    row("nothing and something", card("b", "b,bring,-,-\n"), 8, "'bring' is '-' and something");
    added("open quote", "b,note,\"N,N\n", "quotes");
  }

  void brokenCards_sayWhereAndWhat() {
    QFETCH(QString, file);
    QFETCH(QString, where);
    QFETCH(QString, what);
    expectFault(read(file.toStdString(), readGuides), where, what);
  }

  void cardsOfTheLongestForm_areRead() {
    const QString longest = QString{"x"}.repeated(200);
    const QString more = QString{"b,step,S,%1\n"}.arg(longest).repeated(4) +
                         QString{"b,bring,B,B\n"}.repeated(4) + QString{"b,note,N,N\n"}.repeated(4);
    const auto guides = read((kGuideHeading + card("b", more)).toStdString(), readGuides);
    QVERIFY2(guides, guides ? "" : guides.error().text().c_str());
    QCOMPARE(guides->at(0).steps.size(), 7U);
    QCOMPARE(guides->at(0).bring.size(), 5U);
    QCOMPARE(guides->at(0).notes.size(), 4U);
  }

  void builtInDestinations_areWhole_andOfferedWhereTheyHelp() {
    const auto all = read(builtInDestinationsCsv(), readDestinations);
    QVERIFY2(all, all ? "" : all.error().text().c_str());
    for (const char* code : {"udbetaling-danmark", "skattestyrelsen", "police", "doctor", "bank",
                             "mitid-support", "digital-hotline"}) {
      QVERIFY2(destinationOf(*all, code) != nullptr, code);
    }
    QCOMPARE(all->size(), 7U);
    const auto& topics = catalogue().topics();
    for (const Destination& body : *all) {
      for (const std::string& wanted : body.topics) {
        QVERIFY2(std::any_of(topics.begin(), topics.end(),
                             [&](const Topic& topic) {
                               return topic.id == wanted || topic.group == wanted;
                             }),
                 wanted.c_str());
      }
    }
    const Destination& hotline = *destinationOf(*all, "digital-hotline");
    QCOMPARE(word(hotline.phone), "7020 0000");
    QCOMPARE(word(hotline.hours), "mon-thu 08:00-20:00; fri 08:00-16:00; sun 16:00-20:00");
    QVERIFY(hotline.offeredFor(*catalogue().find("mitid-help")));       // by its group
    QVERIFY(hotline.offeredFor(*catalogue().find("housing-benefit")));  // by itself
    QVERIFY(!hotline.offeredFor(*catalogue().find("passport-apply")));
  }

  void destinationWithoutTopics_isOfferedForAll() {
    for (const Topic& topic : catalogue().topics()) QVERIFY(Destination{}.offeredFor(topic));
  }

  void brokenDestinations_sayWhereAndWhat_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("where");
    QTest::addColumn<QString>("what");
    const auto row = [](const char* name, const QString& line, const char* what) {
      QTest::newRow(name) << kDestinationHeading + QString{"a,A,A,112,a.dk/b,,tax\n"} + line + "\n"
                          << "line 3:" << what;
    };
    QTest::newRow("empty file") << ""
                                << "line 1:"
                                << "name the columns";
    QTest::newRow("heading only") << kDestinationHeading << "line 1:"
                                  << "no rows";
    QTest::newRow("too many") << kDestinationHeading + QString{"a,A,A,,,,\n"}.repeated(101)
                              << "line 102:"
                              << "more than";
    row("column missing", "b,B,B,,,", "6 columns instead of 7");
    row("code", "B b,B,B,,,,", "code 'B b' is not a code");
    row("code of a unit", "library,B,B,,,,", "code 'library' is a unit");
    row("code twice", "a,B,B,,,,", "code 'a' stands twice");
    row("no Danish name", "b,,B,,,,", "name_da is empty");
    row("no English name", "b,B,,,,,", "name_en is empty");
    row("long name", "b," + QString{"x"}.repeated(121) + ",B,,,,", "name_da is longer");
    row("phone in words", "b,B,B,call us,,,", "phone 'call us'");
    row("phone too short", "b,B,B,12,,,", "phone '12'");
    row("phone too long", "b,B,B,1234567890123456,,,", "is not a phone number");
    row("plus amidst", "b,B,B,70+200000,,,", "phone '70+200000'");
    row("scheme", "b,B,B,,https://borger.dk,,", "web is 'https://borger.dk'");
    row("no host", "b,B,B,,borger,,", "web is 'borger'");
    row("hours break", "b,B,B,,,\"mon\nfri\",", "hours holds a line break");
    row("topics", "b,B,B,,,,tax; print", "topics 'tax;' is not a code");
    row("too many topics", "b,B,B,,,," + QString{"t "}.repeated(51), "topics are too many");
  }

  void brokenDestinations_sayWhereAndWhat() {
    QFETCH(QString, file);
    QFETCH(QString, where);
    QFETCH(QString, what);
    expectFault(read(file.toStdString(), readDestinations), where, what);
  }

  void destinations_areReadAsTheyStand() {
    const QString text =
        kDestinationHeading + QString{"b,B,C,+45 7020 0000,b-c.dk/d,x, tax  t2 \n"};
    const auto all = read(text.toStdString(), readDestinations);
    QVERIFY2(all, all ? "" : all.error().text().c_str());
    const Destination wanted{"b", "B", "C", "+45 7020 0000", "b-c.dk/d", "x", {"tax", "t2"}};
    QVERIFY(all->at(0) == wanted);
  }
};

QTEST_APPLESS_MAIN(TstGuides)
#include "tst_guides.moc"
