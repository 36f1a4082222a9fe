#include "src/app/question_words.h"

#include "src/app/help_editor.h"
#include "src/app/labels.h"

#include <QCoreApplication>
#include <QStringList>

namespace vejviser::app {

namespace {

constexpr qsizetype kBeginning = 160;  // characters: three lines on a tablet

}  // namespace

QString unitPlaceTime(const TabletSession& session, const Fields& fields, Instant at) {
  QStringList parts{unitLabel(fields.unit)};
  const Branch* branch = session.municipality().branch(fields.branch);
  if (branch != nullptr) parts << QString::fromStdString(branch->name);
  parts << momentLabel(at, session.clock().now());
  return parts.join(QStringLiteral(" · "));
}

const StandingReply* answerTo(const Standing& question) {
  return question.reply && !question.reply->fields.text.empty() ? &*question.reply : nullptr;
}

QString beginningOf(const std::string& text) {
  QString whole = QString::fromStdString(text);
  if (whole.size() <= kBeginning) return whole;
  const qsizetype space = whole.lastIndexOf(' ', kBeginning);
  whole.truncate(space > kBeginning / 2 ? space : kBeginning);
  if (whole.back().isHighSurrogate()) whole.chop(1);
  return whole + QStringLiteral("…");
}

QString tidied(const QString& text) {
  QString line = text.simplified();
  line.removeIf([](QChar c) { return c.category() == QChar::Other_Control; });
  return line;
}

QString textFault(const Error& error) {
  if (error.code != ErrorCode::Invalid || error.where != "text") {
    return HelpEditor::failureText(error);
  }
  return QCoreApplication::translate("QuestionWords",
                                     "The text is too long. Shorten it before you save.");
}

}  // namespace vejviser::app
