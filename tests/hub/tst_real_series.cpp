// Goal: sixteen years of what a real city's libraries counted, by branch and month, come into one
// hub as the files have them, and the page divides them where the counting changed.
// Method: the real program imports the city's own files, read in place and skipped without them;
// what it hands out again is compared with sums that are made here by other means.
#include "tests/hub/hub_requests.h"
#include "tests/hub/hub_world.h"

#include <QFile>
#include <QLocale>
#include <QTest>
#include <cmath>
#include <memory>

using namespace vejviser;
using namespace vejviser::test;

namespace {

QString fileOf(const Folder& folder, const QString& name, const QByteArray& bytes) {
  QFile file{folder.path(name)};
  if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) qFatal("no file");
  return file.fileName();
}

const QString kNewcastle = VEJVISER_SOURCE "/../shared/data/newcastle-libraries/";
const QString kEnquiries = kNewcastle + "enquiries/2008-onwards-monthly-enquiries.csv";
const QString kVisits = kNewcastle + "visitor-figures/2008-onwards-monthly-visits.csv";

/// The lines of a file that has no quotes, cell by cell; none where it is not.
QList<QStringList> cellsOf(const QByteArray& text) {
  QList<QStringList> rows;
  for (const QString& line : QString::fromUtf8(text).split('\n', Qt::SkipEmptyParts)) {
    rows.append(line.trimmed().split(','));
  }
  return rows;
}

QList<QStringList> cellsIn(const QString& path) {
  QFile file{path};
  return file.open(QIODevice::ReadOnly) ? cellsOf(file.readAll()) : QList<QStringList>{};
}

/// "Cruddas Park" -> "cruddas-park"
QString codeOf(const QString& name) {
  return name.toLower().replace(' ', '-');
}

/// The branches of both files, as a hub is set up with them.
QStringList newcastleBranches() {
  QStringList branches;
  for (const QStringList& row : cellsIn(kEnquiries).mid(1)) {
    branches.append(codeOf(row[0]) + "=" + row[0]);
  }
  return branches;
}

/// What is known of a branch and year; a month that is not known is in none of them.
struct Year {
  qint64 sum = 0;
  int months = 0;

  bool operator==(const Year&) const = default;
};
using Years = std::map<std::pair<QString, int>, Year>;

void count(Years& years, const QString& branch, int year, const QString& n) {
  if (n.isEmpty()) return;
  Year& known = years[{branch, year}];
  known.sum += n.toLongLong();
  ++known.months;
}

/// Of a file of a row a branch and a column a month.
Years yearsOfFile(const QString& path) {
  Years years;
  const auto rows = cellsIn(path);
  for (const QStringList& row : rows.mid(1)) {
    for (int i = 1; i < row.size(); ++i) {
      count(years, codeOf(row[0]), rows[0][i].left(4).toInt(), row[i]);
    }
  }
  return years;
}

/// Of a document of totals.
Years yearsOfDocument(const QList<QStringList>& rows) {
  Years years;
  for (const QStringList& row : rows.mid(1)) count(years, row[1], row[2].left(4).toInt(), row[4]);
  return years;
}

/// A hub with both series of Newcastle, and who looks at it.
struct NewcastleHub {
  NewcastleHub() {
    const QString series =
        fileOf(folder, "series.csv",
               "series,branch,from,to,n,da,en\nenquiries,,,,,Spørgsmål,Questions asked\n"
               "enquiries,,2018-04-09,,,Snævrere definition,Counted in a narrower way\n"
               "enquiries,,2018-09-01,,,Ny snævrere definition,Counted in a narrower way again\n");
    import({"document", "put", "series", series});
    const QStringList months = {"series", "import", "--preset", "wide-months", "--series"};
    import(months + QStringList{"enquiries", kEnquiries});
    import(months + QStringList{"visits", kVisits});
    hub.command({"user", "add", "leder"}, "a long password\n");
    hub.start();
    cookie = logIn(hub, "leder", "a+long+password");
  }

  QByteArray get(const QString& path) const {
    return request("GET", hub.url() + path, {}, {cookie}).body;
  }
  QList<QStringList> document(const QString& name) const {
    return cellsOf(get("/file?name=" + name));
  }
  /// The page of a series, in English, its tags and line breaks taken out.
  QString page(const QString& query) const {
    QString text = QString::fromUtf8(get("/figures/lending?lang=en&" + query));
    return text.remove('\n').remove(QRegularExpression{"<(td|tr|/tr|th|li)[^>]*>"});
  }

  const Folder folder;
  HubProcess hub{newcastleBranches(), onPostgres() ? postgres().url() : QString{}};
  QString cookie;

 private:
  void import(const QStringList& arguments) const {
    const Ran ran = hub.command(arguments);
    if (ran.exitCode != 0 || ran.out.contains("not taken")) qFatal("%s", qPrintable(ran.err));
  }
};

/// The mean of a branch's months, both included, as the file has them.
double meanOf(const QString& path, const QString& branch, const QString& from, const QString& to) {
  const auto rows = cellsIn(path);
  qint64 sum = 0;
  int known = 0;
  for (const QStringList& row : rows.mid(1)) {
    for (int i = 1; i < row.size(); ++i) {
      const QString& month = rows[0][i];
      if (row[0] != branch || month < from || month > to || row[i].isEmpty()) continue;
      sum += row[i].toLongLong();
      ++known;
    }
  }
  return static_cast<double>(sum) / known;
}

}  // namespace

class TstRealSeries : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    // Planning data: not part of the project, read in place.
    // Planning data: not part of the project, read in place.
    if (!QFile::exists(kVisits)) QSKIP("the data set is not there");
    m_hub = std::make_unique<NewcastleHub>();
  }

  void newcastlesMonths_ofVisitsAndEnquiries_areInOneHub_asTheFilesHaveThem() {
    const NewcastleHub& newcastle = *m_hub;
    QVERIFY(newcastle.get("/file?name=series-enquiries").size() +
                newcastle.get("/file?name=series-visits").size() >
            256 * 1024);  // more than one document holds
    for (const auto& [name, path] :
         {std::pair{"series-enquiries", kEnquiries}, std::pair{"series-visits", kVisits}}) {
      const auto rows = newcastle.document(name);
      const Years known = yearsOfFile(path);
      QVERIFY(known.size() > 200);
      QVERIFY2(yearsOfDocument(rows) == known, name);
      qsizetype blanks = 0;
      for (const QStringList& row : rows.mid(1)) {
        blanks += row[4].isEmpty() ? 1 : 0;
        QVERIFY2(row[3] < "2020-06-01" || row[2] >= "2021-04-01", qPrintable(row.join(',')));
      }
      qsizetype blanksInFile = 0;
      for (const QStringList& row : cellsIn(path).mid(1)) blanksInFile += row.count(QString{});
      QVERIFY(blanksInFile > 100);
      QCOMPARE(blanks, blanksInFile);
    }
  }

  void newcastlesBreaks_areToldInTheDocument_andDivideThePage() {
    const NewcastleHub& newcastle = *m_hub;
    QVERIFY(newcastle.get("/file?name=series")
                .contains("enquiries,,2018-04-09,,,Snævrere definition,Counted in a narrower way"));
    const QString years = "from=2017-04-01&to=2018-12-31";
    const QString page = newcastle.page("series=enquiries&branch=city&" + years);
    for (const char* change : {"9 Apr 2018: Counted in a narrower way</li>",
                               "1 Sep 2018: Counted in a narrower way again</li>"}) {
      QVERIFY2(page.contains(change), change);
    }
    // April 2018 is on neither side; from September on something else is counted again.
    const auto sideOf = [](const QString& branch, const QString& from, const QString& to, int of) {
      return QStringLiteral("%1</td>%2</td>")
          .arg(of)
          .arg(QLocale{QLocale::English}.toString(
              std::llround(meanOf(kEnquiries, branch, from, to))));
    };
    for (const QString& branch : {QString{"City"}, QString{"Gosforth"}, QString{"BIPC"}}) {
      QVERIFY2(
          page.contains(branch + "</th>Before</td>" + sideOf(branch, "2017-04", "2018-03", 12)),
          qPrintable(branch));
      QVERIFY2(page.contains(branch + "</th>After</td>" + sideOf(branch, "2018-05", "2018-08", 4)),
               qPrintable(branch));
    }
    QVERIFY(page.contains("Before</th>" + sideOf("City", "2017-04", "2018-03", 12)));
    QVERIFY(page.contains("Fawdon</th>Before</td>12</td>–</td>"));  // it had closed: not 0
    const QString closed = newcastle.page("series=enquiries&branch=fawdon&" + years);
    QVERIFY(closed.contains("May 2017</th>–</td>"));
    const QString visits = newcastle.page("series=visits&branch=city&" + years);
    QVERIFY(!visits.contains("Counted in a narrower way"));  // of enquiries alone
    QVERIFY(visits.contains("Fawdon</th>The whole period</td>21</td>–</td>"));
  }

 private:
  std::unique_ptr<NewcastleHub> m_hub;
};

QTEST_GUILESS_MAIN(TstRealSeries)
#include "tst_real_series.moc"
