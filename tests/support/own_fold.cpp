#include "tests/support/own_fold.h"

#include "tests/support/programs.h"

namespace vejviser::test {

namespace {

/// (rev, id) of the first is higher.
bool isAbove(const QJsonObject& entry, const QJsonObject& other) {
  const int rev = entry["rev"].toInt();
  const int than = other["rev"].toInt();
  return rev != than ? rev > than : entry["id"].toString() > other["id"].toString();
}

}  // namespace

FoldedSubjects foldEntries(const QList<QJsonObject>& entries) {
  FoldedSubjects subjects;
  for (const QJsonObject& entry : entries) {
    const QString kind = entry["kind"].toString();
    FoldedSubject& subject = subjects[entry["subject"].toString(entry["id"].toString())];
    if (kind == "void") {
      subject.withdrawn = true;
      continue;
    }
    if (kind == "amend") {
      ++subject.amends;
    } else {
      subject.made = entry;
    }
    if (subject.top.isEmpty() || isAbove(entry, subject.top)) subject.top = entry;
  }
  return subjects;
}

CountedFigures countSubjects(const FoldedSubjects& subjects) {
  CountedFigures figures;
  for (const auto& [id, subject] : subjects) {
    if (!subject.counts()) continue;
    const QString unit = subject.top["unit"].toString();
    if (subject.made["kind"] == "referral") {
      ++figures.referrals;
      ++figures.referralsTo[unit + "/" + subject.top["to"].toString()];
    } else {
      ++figures.helps;
      figures.people += subject.top["people"].toInt(1);
      ++figures.helpsByTopic[subject.top["topic"].toString() + "/" + unit];
    }
  }
  return figures;
}

CountedFigures readFigures(const QJsonObject& json) {
  return {json["helps"].toInteger(), json["people"].toInteger(), json["referrals"].toInteger(),
          tableOf(json, "by_topic", {"topic", "unit"}),
          tableOf(json, "referrals_to", {"from", "to"}, "referrals")};
}

QString CountedFigures::text() const {
  QString text =
      QStringLiteral("%1 helps, %2 people, %3 referrals").arg(helps).arg(people).arg(referrals);
  for (const auto& [topic, n] : helpsByTopic) text += QStringLiteral(", %1 %2").arg(topic).arg(n);
  return text;
}

}  // namespace vejviser::test
