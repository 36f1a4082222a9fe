#include "src/app/language.h"

#include "platform/log.h"

#include <QCoreApplication>
#include <QLocale>

namespace vejviser::app {

Language::~Language() {
  QCoreApplication::removeTranslator(&m_translator);
}

void Language::speak(const QString& code) {
  const bool english = code == QLatin1String{"en"};
  m_code = english ? QStringLiteral("en") : QStringLiteral("da");
  QCoreApplication::removeTranslator(&m_translator);
  if (!m_translator.load(QStringLiteral(":/i18n/vejviser_%1.qm").arg(m_code))) {
    platform::log(platform::LogLevel::Error, "the translation is missing");
  }
  QCoreApplication::installTranslator(&m_translator);
  QLocale::setDefault(english ? QLocale{QLocale::English, QLocale::UnitedKingdom}
                              : QLocale{QLocale::Danish, QLocale::Denmark});
}

}  // namespace vejviser::app
