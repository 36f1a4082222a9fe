#include "src/app/shown_words.h"

#include <QCoreApplication>
#include <QLocale>

namespace vejviser::app {

namespace {

QString say(const char* source) {
  return QCoreApplication::translate("Shown", source);
}

QVariantMap words(double n, const QString& text, const QString& brief, const QString& spoken,
                  bool some) {
  return {{"n", n}, {"text", text}, {"brief", brief}, {"spoken", spoken}, {"some", some}};
}

QString numberText(double n, MeasureUnit unit) {
  const QLocale locale;
  switch (unit) {
    case MeasureUnit::Share:
      return say(QT_TRANSLATE_NOOP("Shown", "%1%")).arg(locale.toString(n * 100, 'f', 0));
    case MeasureUnit::Minutes:
      return say(QT_TRANSLATE_NOOP("Shown", "%1 min.")).arg(locale.toString(n, 'f', 0));
    case MeasureUnit::Hours:
      return say(QT_TRANSLATE_NOOP("Shown", "%1 h")).arg(locale.toString(n, 'f', 0));
    default:
      return locale.toString(n, 'f', 0);
  }
}

}  // namespace

QVariantMap shownWords(const ShownValue& shown, MeasureUnit unit) {
  if (!shown.value && shown.withheld) {
    return words(0, say(QT_TRANSLATE_NOOP("Shown", "withheld")), QStringLiteral("×"),
                 say(QT_TRANSLATE_NOOP("Shown", "Withheld to protect confidentiality")), true);
  }
  if (!shown.value) {
    return words(0, QStringLiteral("–"), {}, say(QT_TRANSLATE_NOOP("Shown", "nothing recorded")),
                 false);
  }
  const auto& [n, bound] = *shown.value;
  const QString number = numberText(n, unit);
  if (bound == Bound::Exact) {
    return words(n, number, n > 0 ? number : QString{}, number, n != 0);
  }
  const bool least = bound == Bound::AtLeast;
  const QString text = (least ? say(QT_TRANSLATE_NOOP("Shown", "at least %1"))
                              : say(QT_TRANSLATE_NOOP("Shown", "at most %1")))
                           .arg(number);
  return words(n, text, (least ? u'≥' : u'≤') + number, text, true);
}

QVariantMap noWords() {
  return words(0, {}, {}, {}, false);
}

}  // namespace vejviser::app
