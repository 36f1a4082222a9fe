// What stands in a tablet's store, as lines that a test can compare: one a subject, its kind and
// topic first, then only what was said about it.
#pragma once

#include <QString>
#include <QStringList>

namespace vejviser::test {

/// Oldest first, of a tablet that no program has open. "help mitid-help people=2", or
/// "referral mitid-help to=citizen_service reply=accepted". What a referral says of itself every
/// time (its slip, its help) is left out.
QStringList standingLines(const QString& tablet);

/// A setting of the tablet, which a running program may be writing; empty: it has none.
QString settingOf(const QString& tablet, const QString& key);
/// Sets it, with no program running.
void setSettingOf(const QString& tablet, const QString& key, const QString& value);

}  // namespace vejviser::test
