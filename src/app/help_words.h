// The app's words for what is said less often about a help, and the choices there are.
#pragma once

#include "src/domain/entry.h"

#include <QString>
#include <QStringList>
#include <QVariantList>

namespace vejviser::app {

QString roomLabel(Room room);
QString channelLabel(Channel channel);
QString refusalLabel(Refusal refusal);
/// The name of a language by its code; the code itself for one that the app has no word for.
QString languageLabel(const std::string& language);
/// What a quiet hour is called.
QString quietLabel();
/// The hour that begins then, e.g. "13-14", local time.
QString hourLabel(Instant begin);

/// The choices, as {code, label}, the usual one first.
QVariantList roomChoices();
QVariantList channelChoices();
QVariantList refusalChoices();
QVariantList languageChoices();

/// What stands in place of the topic of a help in a private room.
QString privateRoomLabel();
/// True when a private room was used: the topic is not for others who may look at the screen.
bool isDiscreet(const Fields& fields);
/// True for a help that was logged later than it was given, and not because a timer ran.
bool isLate(const Fields& fields);
/// What was said about a help beyond outcome, duration and people, e.g. "By phone"; the usual is
/// not said.
QStringList saidBeside(const Fields& fields);

}  // namespace vejviser::app
