#include "src/app/overview_sections.h"

#include "src/app/help_words.h"
#include "src/app/labels.h"
#include "src/app/places.h"

#include <QCoreApplication>
#include <algorithm>
#include <charconv>

namespace vejviser::app {

namespace {

constexpr int kFirstHour = 8;  // shown even when nobody came
constexpr int kLastHour = 18;

QString say(const char* source) {
  return QCoreApplication::translate("Overview", source);
}

/// A number for each unit.
struct Counts {
  std::int64_t library = 0;
  std::int64_t citizenService = 0;

  std::int64_t& of(Unit unit) { return unit == Unit::Library ? library : citizenService; }
  std::int64_t of(Unit unit) const { return unit == Unit::Library ? library : citizenService; }
  std::int64_t total() const { return library + citizenService; }
  Counts& operator+=(const Counts& other) {
    library += other.library;
    citizenService += other.citizenService;
    return *this;
  }
  /// Without what another series says of them; cells that are on their way may lie apart.
  Counts less(const Counts& other) const {
    return {std::max<std::int64_t>(0, library - other.library),
            std::max<std::int64_t>(0, citizenService - other.citizenService)};
  }
};

QVariantMap row(const QString& name, double library, double citizenService) {
  return {{"name", name}, {"library", library}, {"citizenService", citizenService}};
}

QVariantMap row(const QString& name, const Counts& counts) {
  return row(name, static_cast<double>(counts.library), static_cast<double>(counts.citizenService));
}

class Sections {
 public:
  Sections(const Figures& figures, const store::Municipality& municipality)
      : m_figures(figures), m_municipality(municipality) {
    for (const auto& [key, n] : figures.helpsByTopic) m_helps.of(key.second) += n;
  }

  QVariantList all() {
    topics();
    outcomes();
    channels();
    languages();
    bands();
    rooms();
    refusals();
    hours();
    quiet();
    flow();
    receptions();
    waits();
    elsewhere();
    authority();
    questions();
    events();
    return std::move(m_list);
  }

 private:
  std::int64_t at(Series series, Unit unit, std::string_view item) const {
    const auto it = m_figures.others.find({series, unit, std::string{item}});
    return it == m_figures.others.end() ? 0 : it->second;
  }
  Counts counts(Series series, std::string_view item) const {
    return {at(series, Unit::Library, item), at(series, Unit::CitizenService, item)};
  }
  /// By item.
  std::map<std::string, Counts> items(Series series) const {
    std::map<std::string, Counts> found;
    for (const auto& [key, n] : m_figures.others) {
      if (std::get<0>(key) == series) found[std::get<2>(key)].of(std::get<1>(key)) += n;
    }
    return found;
  }
  Counts sum(Series series) const {
    Counts all;
    for (const auto& [item, counts] : items(series)) all += counts;
    return all;
  }

  void add(const char* code, const char* kind, const QString& title, const QVariantList& rows,
           const QString& empty, const QString& note = {}) {
    m_list.append(QVariantMap{{"code", QLatin1String{code}},
                              {"kind", QLatin1String{kind}},
                              {"title", title},
                              {"rows", rows},
                              {"empty", empty},
                              {"note", note}});
  }
  /// A section about the enquiries: of none, there is nothing to say.
  void addOfHelps(const char* code, const QString& title, const QVariantList& rows, bool some,
                  const QString& none, const QString& note = {}) {
    const QString nothing =
        say(QT_TRANSLATE_NOOP("Overview",
                              "No enquiry was logged in this period. That does not say that nobody "
                              "came."));
    const QString empty = m_helps.total() == 0 ? nothing : some ? QString{} : none;
    add(code, "bars", title, empty.isEmpty() ? rows : QVariantList{}, empty,
        empty.isEmpty() ? note : QString{});
  }
  template <class Word, class Label>
  QVariantList wordRows(Series series, std::initializer_list<Word> words, Label label) const {
    QVariantList rows;
    for (const Word word : words) rows.append(row(label(word), counts(series, code(word))));
    return rows;
  }
  static void sortByTotal(std::vector<std::pair<QString, Counts>>& rows) {
    std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) {
      return a.second.total() > b.second.total();
    });
  }
  static QVariantList sorted(std::vector<std::pair<QString, Counts>> rows) {
    sortByTotal(rows);
    QVariantList list;
    for (const auto& [name, counts] : rows) list.append(row(name, counts));
    return list;
  }

  void topics() {
    std::map<std::string, Counts> byTopic;
    for (const auto& [key, n] : m_figures.helpsByTopic) byTopic[key.first].of(key.second) += n;
    std::vector<std::pair<QString, Counts>> rows;
    for (const auto& [id, counts] : byTopic) {
      rows.emplace_back(topicName(m_municipality.catalogue, id), counts);
    }
    addOfHelps("topics", say(QT_TRANSLATE_NOOP("Overview", "Topics")), sorted(std::move(rows)),
               true, {});
  }

  void outcomes() {
    const auto all = {Outcome::Alone, Outcome::Guided, Outcome::DoneFor, Outcome::SentOn,
                      Outcome::TurnedAway};
    Counts independent = counts(Series::Outcome, code(Outcome::Alone));
    independent += counts(Series::Outcome, code(Outcome::Guided));
    const QString note =
        say(QT_TRANSLATE_NOOP("Overview", "Did it alone or with guidance: %1 of %2"))
            .arg(independent.total())
            .arg(m_helps.total());
    addOfHelps("outcomes", say(QT_TRANSLATE_NOOP("Overview", "How it ended")),
               wordRows(Series::Outcome, all, outcomeLabel), true, {}, note);
  }

  void channels() {
    const auto all = {Channel::InPerson, Channel::Phone, Channel::Mail, Channel::Chat,
                      Channel::Screen};
    addOfHelps("channels", say(QT_TRANSLATE_NOOP("Overview", "How they came")),
               wordRows(Series::Channel, all, channelLabel), true, {});
  }

  void languages() {
    std::vector<std::pair<QString, Counts>> rows = {
        {say(QT_TRANSLATE_NOOP("Overview", "Danish, or not said")),
         m_helps.less(sum(Series::Language))}};
    for (const auto& [language, counts] : items(Series::Language)) {
      rows.emplace_back(languageLabel(language), counts);
    }
    addOfHelps("languages", say(QT_TRANSLATE_NOOP("Overview", "Language of the help")),
               sorted(std::move(rows)), true, {});
  }

  void bands() {
    const auto all = {Band::Under5, Band::To15, Band::To30, Band::To60, Band::Over60};
    QVariantList rows = wordRows(Series::Band, all, bandLabel);
    rows.append(row(say(QT_TRANSLATE_NOOP("Overview", "Not known: a timer was forgotten")),
                    m_helps.less(sum(Series::Band))));
    const QString note = say(QT_TRANSLATE_NOOP("Overview", "Measured by a timer: %1 of %2"))
                             .arg(sum(Series::Timed).total())
                             .arg(m_helps.total());
    addOfHelps("bands", say(QT_TRANSLATE_NOOP("Overview", "How long it took")), rows, true, {},
               note);
  }

  void rooms() {
    const Counts needed = sum(Series::Room);
    const QVariantList rows =
        wordRows(Series::Room, {Room::Used, Room::Busy, Room::NoneHere}, roomLabel);
    const QString note = say(QT_TRANSLATE_NOOP("Overview", "Needed: %1 of %2"))
                             .arg(needed.total())
                             .arg(m_helps.total());
    addOfHelps("rooms", say(QT_TRANSLATE_NOOP("Overview", "Private room")), rows,
               needed.total() > 0,
               say(QT_TRANSLATE_NOOP("Overview", "Nobody needed a private room.")), note);
  }

  void refusals() {
    const Counts away = counts(Series::Outcome, code(Outcome::TurnedAway));
    const auto reasons = {Refusal::Closing, Refusal::Queue,   Refusal::Papers, Refusal::Appointment,
                          Refusal::System,  Refusal::NotOurs, Refusal::Other};
    QVariantList rows = wordRows(Series::Refusal, reasons, refusalLabel);
    rows.append(row(refusalLabel(Refusal::None), away.less(sum(Series::Refusal))));
    addOfHelps("refusals", say(QT_TRANSLATE_NOOP("Overview", "Turned away, and why")), rows,
               away.total() > 0, say(QT_TRANSLATE_NOOP("Overview", "Nobody was turned away.")));
  }

  void hours() {
    int first = kFirstHour;
    int last = kLastHour;
    std::map<WeekdayHour, std::int64_t> helps;
    for (const auto& [key, n] : m_figures.helpsByHour) {
      helps[key.first] += n;
      first = std::min(first, key.first.second);
      last = std::max(last, key.first.second);
    }
    std::int64_t highest = 1;
    QVariantList rows;
    for (int hour = first; hour <= last; ++hour) {
      QVariantList cells;
      for (int weekday = 1; weekday <= 7; ++weekday) {
        const std::int64_t n = helps[{weekday, hour}];
        highest = std::max(highest, n);
        cells.append(static_cast<int>(n));
      }
      rows.append(QVariantMap{{"hour", hour}, {"cells", cells}});
    }
    m_list.append(
        QVariantMap{{"code", "hours"},
                    {"kind", "hours"},
                    {"title", say(QT_TRANSLATE_NOOP("Overview", "Enquiries by weekday and hour"))},
                    {"rows", rows},
                    {"highest", static_cast<int>(highest)},
                    {"empty", QString{}},
                    {"note", QString{}}});
  }

  void quiet() {
    QVariantList rows;
    for (const auto& [item, counts] : items(Series::Quiet)) {
      int hour = 0;
      std::from_chars(item.data(), item.data() + item.size(), hour);
      rows.append(row(QStringLiteral("%1–%2").arg(hour).arg(hour + 1), counts));
    }
    const QString none = say(QT_TRANSLATE_NOOP("Overview", "No quiet hour was noted."));
    add("quiet", "bars",
        say(QT_TRANSLATE_NOOP("Overview", "Hours that were staffed and nobody came")), rows,
        rows.isEmpty() ? none : QString{});
  }

  std::int64_t referred(Unit from) const {
    const auto it = m_figures.referralsTo.find({from, std::string{code(otherUnit(from))}});
    return it == m_figures.referralsTo.end() ? 0 : it->second;
  }

  void flow() {
    const Counts sent{referred(Unit::Library), referred(Unit::CitizenService)};
    add("flow", "flow", say(QT_TRANSLATE_NOOP("Overview", "Referrals between the units")),
        {row({}, sent)}, {});
  }

  /// Of the referrals to the other unit, by the unit that sent them.
  void receptions() {
    const Counts sent{referred(Unit::Library), referred(Unit::CitizenService)};
    const auto came = [this](std::string_view word) {
      Counts counts;
      for (const Unit from : kAllUnits) {
        const std::string to{code(otherUnit(from))};
        counts.of(from) = at(Series::Reception, from, to + ":" + std::string{word});
      }
      return counts;
    };
    const std::pair<const char*, const char*> words[] = {
        {"accepted", QT_TRANSLATE_NOOP("Overview", "Accepted, not done yet")},
        {"done", QT_TRANSLATE_NOOP("Overview", "Done")},
        {"declined", QT_TRANSLATE_NOOP("Overview", "Declined")},
        {"wrong_door", QT_TRANSLATE_NOOP("Overview", "Wrong door")}};
    QVariantList rows;
    Counts answered;
    for (const auto& [word, name] : words) {
      rows.append(row(say(name), came(word)));
      answered += came(word);
    }
    rows.append(row(say(QT_TRANSLATE_NOOP("Overview", "No answer: open, or the slip has expired")),
                    sent.less(answered)));
    const bool none = sent.total() == 0 && answered.total() == 0;
    const QString note = say(QT_TRANSLATE_NOOP("Overview", "Redeemed: %1 of %2"))
                             .arg(answered.total())
                             .arg(sent.total());
    add("receptions", "bars", say(QT_TRANSLATE_NOOP("Overview", "What came of the referrals")),
        none ? QVariantList{} : rows,
        none ? say(QT_TRANSLATE_NOOP("Overview", "Nobody was referred to the other unit."))
             : QString{},
        none ? QString{} : note);
  }

  void waits() {
    const std::pair<const char*, const char*> steps[] = {
        {"1h", QT_TRANSLATE_NOOP("Overview", "Within an hour")},
        {"4h", QT_TRANSLATE_NOOP("Overview", "1-4 hours")},
        {"1d", QT_TRANSLATE_NOOP("Overview", "4-24 hours")},
        {"3d", QT_TRANSLATE_NOOP("Overview", "1-3 days")},
        {"7d", QT_TRANSLATE_NOOP("Overview", "3-7 days")},
        {"more", QT_TRANSLATE_NOOP("Overview", "Longer")}};
    QVariantList rows;
    for (const auto& [item, name] : steps) {
      rows.append(row(say(name), counts(Series::Accepting, item)));
    }
    const bool none = sum(Series::Accepting).total() == 0;
    add("waits", "bars",
        say(QT_TRANSLATE_NOOP("Overview", "From the referral to its first answer")),
        none ? QVariantList{} : rows,
        none ? say(QT_TRANSLATE_NOOP("Overview", "No referral has been answered.")) : QString{});
  }

  void elsewhere() {
    std::map<std::string, Counts> places;
    for (const auto& [key, n] : m_figures.referralsTo) {
      if (key.second != code(otherUnit(key.first))) places[key.second].of(key.first) += n;
    }
    std::vector<std::pair<QString, Counts>> rows;
    for (const auto& [place, counts] : places) {
      rows.emplace_back(placeName(m_municipality, place, {}), counts);
    }
    add("elsewhere", "bars", say(QT_TRANSLATE_NOOP("Overview", "Referred to others")), sorted(rows),
        rows.empty() ? say(QT_TRANSLATE_NOOP("Overview", "Nobody was referred to others."))
                     : QString{});
  }

  void authority() {
    const auto label = [](Act act) {
      switch (act) {
        case Act::HandOver:
          return say(QT_TRANSLATE_NOOP("Overview", "Handed over to those who decide"));
        case Act::Guide:
          return say(QT_TRANSLATE_NOOP("Overview", "Helped along, nothing decided"));
        case Act::Decide:
          return say(QT_TRANSLATE_NOOP("Overview", "Decided by those who may"));
        case Act::None:
          break;
      }
      return QString{};
    };
    addOfHelps("authority", say(QT_TRANSLATE_NOOP("Overview", "Authority tasks")),
               wordRows(Series::Act, {Act::HandOver, Act::Guide, Act::Decide}, label),
               sum(Series::Act).total() > 0,
               say(QT_TRANSLATE_NOOP("Overview", "No authority task was logged.")));
  }

  void questions() {
    const QVariantList rows = {
        row(say(QT_TRANSLATE_NOOP("Overview", "Asked")), sum(Series::Question)),
        row(say(QT_TRANSLATE_NOOP("Overview", "Need an answer")), sum(Series::Wanted)),
        row(say(QT_TRANSLATE_NOOP("Overview", "Answered")), sum(Series::Answered))};
    const bool none = sum(Series::Question).total() == 0;
    add("questions", "numbers", say(QT_TRANSLATE_NOOP("Overview", "Questions")),
        none ? QVariantList{} : rows,
        none ? say(QT_TRANSLATE_NOOP("Overview", "No question was written down.")) : QString{});
  }

  void events() {
    const auto inHours = [](std::int64_t minutes) { return static_cast<double>(minutes) / 60; };
    const Counts staff = sum(Series::StaffMinutes);
    const QVariantList rows = {
        row(say(QT_TRANSLATE_NOOP("Overview", "Events, by who led them")), sum(Series::Event)),
        row(say(QT_TRANSLATE_NOOP("Overview", "Took part in")), sum(Series::Credit)),
        row(say(QT_TRANSLATE_NOOP("Overview", "People who came")), sum(Series::Attendance)),
        row(say(QT_TRANSLATE_NOOP("Overview", "Staff hours")), inHours(staff.library),
            inHours(staff.citizenService))};
    const bool none = sum(Series::Event).total() == 0 && staff.total() == 0;
    add("events", "numbers", say(QT_TRANSLATE_NOOP("Overview", "Events")),
        none ? QVariantList{} : rows,
        none ? say(QT_TRANSLATE_NOOP("Overview", "No event was logged.")) : QString{});
  }

  const Figures& m_figures;
  const store::Municipality& m_municipality;
  Counts m_helps;
  QVariantList m_list;
};

}  // namespace

QVariantList overviewSections(const Figures& figures, const store::Municipality& municipality) {
  return Sections{figures, municipality}.all();
}

}  // namespace vejviser::app
