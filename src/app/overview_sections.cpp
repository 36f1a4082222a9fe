#include "src/app/overview_sections.h"

#include "src/app/help_words.h"
#include "src/app/labels.h"
#include "src/app/places.h"
#include "src/app/shown_words.h"
#include "src/domain/breaks.h"
#include "src/domain/shown_values.h"

#include <QCoreApplication>
#include <algorithm>
#include <charconv>
#include <functional>
#include <set>
#include <utility>

namespace vejviser::app {

namespace {

constexpr int kFirstHour = 8;  // shown even when nobody came
constexpr int kLastHour = 18;

QString say(const char* source) {
  return QCoreApplication::translate("Overview", source);
}

/// A value of each unit, and of both together.
struct Values {
  ShownValue library;
  ShownValue citizenService;
  ShownValue total;
};

bool isSome(const ShownValue& shown) {
  return shown.withheld || (shown.value && shown.value->n != 0);
}

bool isSome(const Values& values) {
  return isSome(values.library) || isSome(values.citizenService) || isSome(values.total);
}

QVariantMap row(const QString& name, const QVariantMap& library, const QVariantMap& citizenService,
                const QVariantMap& total) {
  return {
      {"name", name}, {"library", library}, {"citizenService", citizenService}, {"total", total}};
}

QVariantMap row(const QString& name, const Values& values, MeasureUnit unit) {
  return row(name, shownWords(values.library, unit), shownWords(values.citizenService, unit),
             shownWords(values.total, unit));
}

/// An item of a measure as the page calls it.
using Item = std::pair<std::string, QString>;

template <class Word, class Label>
std::vector<Item> words(std::initializer_list<Word> values, Label label) {
  std::vector<Item> items;
  for (const Word word : values) items.emplace_back(code(word), label(word));
  return items;
}

QString actLabel(Act act) {
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
  return {};
}

/// The values of measures.
class Shown {
 public:
  Shown(const store::ShownFigures& figures, const store::Municipality& municipality)
      : m_withheld(figures.withheld),
        m_source{figures.figures, municipality.catalogue, municipality.hours, figures.period} {}

  ShownValues of(const Measure& measure, std::optional<Unit> unit) const {
    return shownValues(measure, m_source, m_withheld, unit);
  }
  /// By item.
  std::map<std::string, Values> all(const Measure& measure) const {
    std::map<std::string, Values> found;
    for (const auto& [item, row] : shownTable(measure, m_source, m_withheld)) {
      found[item] = {row[0].value_or(ShownValue{}), row[1].value_or(ShownValue{}),
                     row[2].value_or(ShownValue{})};
    }
    return found;
  }
  ShownValue one(const char* id, std::optional<Unit> unit, const std::string& item = {}) const {
    const ShownValues values = of(measureOf(id), unit);
    const auto it = values.find(item);
    return it == values.end() ? ShownValue{} : it->second;
  }

 private:
  const std::set<Line>& m_withheld;
  MeasureSource m_source;
};

class Sections {
 public:
  Sections(const store::ShownFigures& figures, const store::Municipality& municipality)
      : m_shown(figures, municipality),
        m_municipality(municipality),
        m_helps(isSome(m_shown.one("helps", std::nullopt))) {}

  QVariantList all() {
    open("topics", "helps_by_topic",
         [this](const std::string& id) { return topicName(m_municipality.catalogue, id); });
    kinds();
    open("branches", "helps_by_branch", [this](const std::string& id) {
      const Branch* branch = m_municipality.branch(id);
      return branch != nullptr ? toQString(branch->name)
             : id.empty()      ? say(QT_TRANSLATE_NOOP("Overview", "Place not given"))
                               : toQString(id);
    });
    ofOutcomes();
    open("languages", "helps_by_language", languageName);
    ofTheRest();
    hours();
    quiet();
    flow();
    receptions();
    elsewhere();
    ofHelps("authority", "authority_acts",
            words({Act::HandOver, Act::Guide, Act::Decide}, actLabel),
            say(QT_TRANSLATE_NOOP("Overview", "No authority task was logged.")),
            note("authority_kept", Unit::Library));
    numbers("questions", say(QT_TRANSLATE_NOOP("Overview", "Questions")),
            {"questions", "questions_wanted", "questions_answered", "questions_open"},
            say(QT_TRANSLATE_NOOP("Overview", "No question was written down.")));
    numbers("events", say(QT_TRANSLATE_NOOP("Overview", "Events")),
            {"events", "events_taken_part", "events_joint", "attendance", "staff_minutes"},
            say(QT_TRANSLATE_NOOP("Overview", "No event was logged.")));
    return std::move(m_list);
  }

 private:
  using Name = std::function<QString(const std::string&)>;

  static QString nameOf(const Measure& measure) {
    return inLanguage(std::string{measure.nameDa}, std::string{measure.nameEn});
  }
  static QString languageName(const std::string& language) {
    return language.empty() ? say(QT_TRANSLATE_NOOP("Overview", "Danish, or not said"))
                            : languageLabel(language);
  }

  void add(const char* code, const char* kind, const QString& title, const QVariantList& rows,
           const QString& empty, const QString& note = {}) {
    m_list.append(QVariantMap{{"code", QLatin1String{code}},
                              {"kind", QLatin1String{kind}},
                              {"title", title},
                              {"rows", empty.isEmpty() ? rows : QVariantList{}},
                              {"empty", empty},
                              {"note", empty.isEmpty() ? note : QString{}}});
  }
  /// "Did it alone or with guidance: 78%"; empty where there is nothing to say.
  QString note(const char* id, std::optional<Unit> unit = std::nullopt) const {
    const Measure& measure = measureOf(id);
    const ShownValue shown = m_shown.one(id, unit);
    if (!shown.value && !shown.withheld) return {};
    return nameOf(measure) + QStringLiteral(": ") +
           shownWords(shown, measure.unit)["text"].toString();
  }
  /// Of no enquiries there is nothing to say.
  QString without(bool some, const QString& none) const {
    if (!m_helps) {
      return say(QT_TRANSLATE_NOOP("Overview",
                                   "No enquiry was logged in this period. That does not say that "
                                   "nobody came."));
    }
    return some ? QString{} : none;
  }

  /// Enquiries by a closed list of words; `none`: what is said when all are zero, else they are
  /// shown.
  void ofHelps(const char* code, const char* id, const std::vector<Item>& items,
               const QString& none = {}, const QString& note = {}) {
    const Measure& measure = measureOf(id);
    auto values = m_shown.all(measure);
    QVariantList rows;
    bool some = false;
    for (const auto& [item, name] : items) {
      some = some || isSome(values[item]);
      rows.append(row(name, values[item], measure.unit));
    }
    add(code, "bars", nameOf(measure), rows, without(some, none), note);
  }
  /// Enquiries by what was recorded, the most first.
  void open(const char* code, const char* id, const Name& name) {
    const Measure& measure = measureOf(id);
    add(code, "bars", nameOf(measure), sorted(m_shown.all(measure), name, measure.unit),
        without(true, {}));
  }
  static QVariantList sorted(const std::map<std::string, Values>& values, const Name& name,
                             MeasureUnit unit) {
    std::vector<std::pair<std::string, Values>> order{values.begin(), values.end()};
    std::stable_sort(order.begin(), order.end(), [](const auto& a, const auto& b) {
      return known(a.second.total) > known(b.second.total);
    });
    QVariantList rows;
    for (const auto& [item, each] : order) rows.append(row(name(item), each, unit));
    return rows;
  }
  void numbers(const char* code, const QString& title, std::initializer_list<const char*> ids,
               const QString& none) {
    QVariantList rows;
    bool some = false;
    for (const char* id : ids) {
      const Measure& measure = measureOf(id);
      const Values values = m_shown.all(measure)[""];
      some = some || isSome(values);
      const bool each = measure.of == MeasureOf::Units;
      rows.append(row(nameOf(measure), each ? shownWords(values.library, measure.unit) : noWords(),
                      each ? shownWords(values.citizenService, measure.unit) : noWords(),
                      shownWords(values.total, measure.unit)));
    }
    add(code, "numbers", title, rows, some ? QString{} : none);
  }

  void kinds() {
    ofHelps("kinds", "iso_2789",
            {{"authority", say(QT_TRANSLATE_NOOP("Overview", "Authority tasks"))},
             {"digital_guidance", say(QT_TRANSLATE_NOOP("Overview", "Digital guidance"))},
             {"directional", say(QT_TRANSLATE_NOOP("Overview", "Orientation and equipment"))},
             {"reference", say(QT_TRANSLATE_NOOP("Overview", "Reference questions"))},
             {"unknown", say(QT_TRANSLATE_NOOP("Overview", "Unknown topic"))}});
  }
  void ofOutcomes() {
    ofHelps("outcomes", "helps_by_outcome",
            words({Outcome::Alone, Outcome::Guided, Outcome::DoneFor, Outcome::SentOn,
                   Outcome::TurnedAway},
                  outcomeLabel),
            {}, note("independence"));
    ofHelps(
        "channels", "helps_by_channel",
        words({Channel::InPerson, Channel::Phone, Channel::Mail, Channel::Chat, Channel::Screen},
              channelLabel));
  }

  void ofTheRest() {
    ofHelps("bands", "helps_by_duration",
            words({Band::Under5, Band::To15, Band::To30, Band::To60, Band::Over60}, bandLabel), {},
            note("timed"));
    ofHelps("rooms", "rooms", words({Room::Used, Room::Busy, Room::NoneHere}, roomLabel),
            say(QT_TRANSLATE_NOOP("Overview", "Nobody needed a private room.")),
            note("room_needed"));
    std::vector<Item> reasons =
        words({Refusal::Closing, Refusal::Queue, Refusal::Papers, Refusal::Appointment,
               Refusal::System, Refusal::NotOurs, Refusal::Other},
              refusalLabel);
    reasons.emplace_back("", refusalLabel(Refusal::None));
    ofHelps("refusals", "turned_away", reasons,
            say(QT_TRANSLATE_NOOP("Overview", "Nobody was turned away.")));
  }

  void hours() {
    const Measure& measure = measureOf("helps_by_hour");
    auto values = m_shown.of(measure, std::nullopt);
    int first = kFirstHour;
    int last = kLastHour;
    double highest = 1;
    bool withheld = false;
    for (const auto& [item, shown] : values) {
      int hour = kFirstHour;
      std::from_chars(item.data() + item.find(':') + 1, item.data() + item.size(), hour);
      first = std::min(first, hour);
      last = std::max(last, hour);
      highest = std::max(highest, known(shown));
      withheld = withheld || shown.withheld;
    }
    QVariantList rows;
    for (int hour = first; hour <= last; ++hour) {
      QVariantList cells;
      for (int weekday = 1; weekday <= 7; ++weekday) {
        const auto it = values.find(toString(WeekdayHour{weekday, hour}));
        const ShownValue zero{MeasureValue{}, false};
        cells.append(shownWords(it == values.end() ? zero : it->second, measure.unit));
      }
      rows.append(QVariantMap{{"hour", hour}, {"cells", cells}});
    }
    add("hours", "hours", nameOf(measure), rows, {}, note("citizen_service_closed", Unit::Library));
    QVariantMap section = m_list.back().toMap();
    section["highest"] = highest;
    section["withheld"] = withheld;
    m_list.back() = section;
  }

  void quiet() {
    const Measure& measure = measureOf("quiet_by_hour");
    QVariantList rows;
    for (const auto& [item, values] : m_shown.all(measure)) {
      int hour = 0;
      std::from_chars(item.data(), item.data() + item.size(), hour);
      rows.append(row(QStringLiteral("%1–%2").arg(hour).arg(hour + 1), values, measure.unit));
    }
    add("quiet", "bars", nameOf(measure), rows,
        rows.isEmpty() ? say(QT_TRANSLATE_NOOP("Overview", "No quiet hour was noted."))
                       : QString{});
  }

  /// Of the referrals to the other unit, by the unit that sent them.
  QVariantMap sent(const char* id, Unit from) const {
    const ShownValue shown = m_shown.one(id, from, std::string{code(otherUnit(from))});
    return shownWords(shown, measureOf(id).unit);
  }

  void flow() {
    add("flow", "flow", say(QT_TRANSLATE_NOOP("Overview", "Referrals between the units")),
        {row({}, sent("referrals", Unit::Library), sent("referrals", Unit::CitizenService),
             noWords())},
        {});
  }

  void receptions() {
    QVariantList rows;
    for (const char* id : {"redeemed", "completed", "wrong_doors"}) {
      rows.append(row(nameOf(measureOf(id)), sent(id, Unit::Library),
                      sent(id, Unit::CitizenService), noWords()));
    }
    const Measure& balance = measureOf("referral_balance");
    rows.append(row(nameOf(balance), noWords(), noWords(),
                    shownWords(m_shown.one("referral_balance", std::nullopt), balance.unit)));
    const Measure& wait = measureOf("time_to_accept");
    rows.append(row(nameOf(wait), m_shown.all(wait)[""], wait.unit));
    bool some = false;
    for (const Unit unit : kAllUnits) some = some || sent("referrals", unit)["some"].toBool();
    add("receptions", "numbers", say(QT_TRANSLATE_NOOP("Overview", "What came of the referrals")),
        rows,
        some ? QString{}
             : say(QT_TRANSLATE_NOOP("Overview", "Nobody was referred to the other unit.")));
  }

  void elsewhere() {
    const Measure& measure = measureOf("referrals");
    auto places = m_shown.all(measure);
    for (const Unit unit : kAllUnits) places.erase(std::string{code(unit)});
    const auto name = [this](const std::string& place) {
      return placeName(m_municipality, place, {});
    };
    add("elsewhere", "bars", say(QT_TRANSLATE_NOOP("Overview", "Referred to others")),
        sorted(places, name, measure.unit),
        places.empty() ? say(QT_TRANSLATE_NOOP("Overview", "Nobody was referred to others."))
                       : QString{});
  }

  Shown m_shown;
  const store::Municipality& m_municipality;
  bool m_helps;
  QVariantList m_list;
};

}  // namespace

QVariantList overviewSections(const store::ShownFigures& figures,
                              const store::Municipality& municipality) {
  return Sections{figures, municipality}.all();
}

QVariantMap overviewTotals(const store::ShownFigures& figures,
                           const store::Municipality& municipality) {
  const Shown shown{figures, municipality};
  const auto rows = rowsOf(figures.figures, figures.withheld);
  const auto referrals = rows.at({kByUnit, Unit::Library, "referrals"});
  ShownValue sent{std::nullopt, !referrals};
  if (referrals) sent.value = MeasureValue{static_cast<double>(*referrals)};
  return {{"helps", shownWords(shown.one("helps", std::nullopt), MeasureUnit::Helps)},
          {"people", shownWords(shown.one("people", std::nullopt), MeasureUnit::People)},
          {"referrals", shownWords(sent, MeasureUnit::Referrals)}};
}

QString breaksText(const Period& days, const std::vector<Break>& told,
                   const store::Municipality& municipality) {
  QStringList lines;
  for (const Break& each : breaksIn(days, {}, told, municipality.catalogue)) {
    QString line = dayLabel(each.on) + QStringLiteral(": ");
    if (!each.branch.empty()) {
      const Branch* branch = municipality.branch(each.branch);
      line += toQString(branch != nullptr ? branch->name : each.branch) + QStringLiteral(": ");
    }
    lines << line + inLanguage(each.what.da, each.what.en);
  }
  return lines.join('\n');
}

}  // namespace vejviser::app
