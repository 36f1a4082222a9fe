#include "tests/support/standing_lines.h"

#include "platform/sqlite.h"
#include "platform/system.h"
#include "src/store/tablet_store.h"

namespace vejviser::test {

namespace {

constexpr int kMost = 10'000;  // more than any test makes

/// " name=value", or nothing for a code that says nothing.
template <class Value>
QString said(const char* name, const Value& value, const Value& unsaid) {
  if (value == unsaid) return {};
  if constexpr (std::is_enum_v<Value>) {
    const std::string_view text = code(value);
    return QStringLiteral(" %1=%2").arg(name).arg(
        QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())));
  } else if constexpr (std::is_arithmetic_v<Value>) {
    return QStringLiteral(" %1=%2").arg(name).arg(value);
  } else {
    return QStringLiteral(" %1=%2").arg(name, QString::fromStdString(value));
  }
}

/// What everything may say, beside its topic.
QString wordsOf(const Fields& fields) {
  const Fields none;
  return said("people", fields.people, none.people) + said("band", fields.band, none.band) +
         said("timing", fields.timing, none.timing) +
         said("channel", fields.channel, none.channel) + said("room", fields.room, none.room) +
         said("language", fields.language, none.language) +
         said("refusal", fields.refusal, none.refusal) + said("to", fields.to, none.to) +
         said("text", fields.text, none.text) + said("wanted", int{fields.wanted}, 0) +
         said("attendance", fields.attendance, none.attendance) +
         said("library_min", fields.library_min, 0) + (fields.contact ? " again" : "") +
         (fields.when ? " when" : "");
}

QString replyOf(const Standing& standing) {
  if (!standing.reply) return {};
  const Fields& fields = standing.reply->fields;
  if (standing.kind == EntryKind::Question) {
    return QStringLiteral(" answer=") + QString::fromStdString(fields.text);
  }
  return said("reply", fields.reception, Reception{});
}

QString lineOf(const Standing& standing) {
  const std::string_view kind = code(standing.kind);
  QString line = QString::fromUtf8(kind.data(), static_cast<qsizetype>(kind.size()));
  if (!standing.fields.topic.empty()) line += ' ' + QString::fromStdString(standing.fields.topic);
  if (standing.kind == EntryKind::Help) {
    line += said("outcome", standing.fields.outcome, Outcome::Guided);
  }
  return line + wordsOf(standing.fields) + replyOf(standing);
}

std::unique_ptr<store::TabletStore> storeOf(const QString& tablet) {
  static platform::SystemRandom s_random;
  auto opened = store::TabletStore::open(tablet.toStdString(), s_random);
  if (!opened) qFatal("%s", opened.error().text().c_str());
  return std::move(*opened);
}

}  // namespace

QStringList standingLines(const QString& tablet) {
  const auto store = storeOf(tablet);
  QStringList lines;
  for (const store::SubjectState& state : store->queries().counted(kMost)) {
    const auto shared = store->shared().find(state.subject);  // with its reply
    lines << lineOf(shared ? shared->standing : state.standing);
  }
  return lines;
}

QString settingOf(const QString& tablet, const QString& key) {
  SQLite::Database db{(tablet + "/tablet.db").toStdString(), SQLite::OPEN_READONLY, 10'000};
  SQLite::Statement row{db, "SELECT value FROM meta WHERE key = ?"};
  row.bind(1, ("setting." + key).toStdString());
  return row.executeStep() ? QString::fromStdString(row.getColumn(0)) : QString{};
}

void setSettingOf(const QString& tablet, const QString& key, const QString& value) {
  const Status status = storeOf(tablet)->setSetting(key.toStdString(), value.toStdString());
  if (!status) qFatal("%s", status.error().text().c_str());
}

}  // namespace vejviser::test
