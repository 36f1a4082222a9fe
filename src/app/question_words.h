// How a question is said on the screen.
#pragma once

#include "src/app/tablet_session.h"

#include <QString>

namespace vejviser::app {

/// The topic's name in the language in use; its id when the catalogue does not know it.
QString topicNameOf(const TabletSession& session, const std::string& topic);
/// Its group's code; empty when the catalogue does not know it.
QString topicGroupOf(const TabletSession& session, const std::string& topic);
/// Which unit, where and when, e.g. "Library · Main library · 24-11 14.30".
QString unitPlaceTime(const TabletSession& session, const Fields& fields, Instant at);
/// The answer that stands; null while there is none.
const StandingReply* answerTo(const Standing& question);

/// As much of a text as a list has room for, ended at a word.
QString beginningOf(const std::string& text);
/// A text as it is logged: one line, without blanks around it.
QString tidied(const QString& text);
/// What to tell a person when a text was not logged.
QString textFault(const Error& error);

}  // namespace vejviser::app
