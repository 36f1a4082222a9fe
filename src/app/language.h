// The language of everything on the screen, changed while the app runs.
#pragma once

#include <QString>
#include <QTranslator>

namespace vejviser::app {

class Language {
 public:
  Language() = default;
  ~Language();
  Language(const Language&) = delete;
  Language& operator=(const Language&) = delete;

  /// "da" or "en"; anything else is Danish. Numbers and dates follow.
  void speak(const QString& code);
  const QString& code() const { return m_code; }

 private:
  QTranslator m_translator;
  QString m_code;
};

}  // namespace vejviser::app
