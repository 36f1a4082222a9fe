#include "src/app/help_words.h"

#include "src/app/labels.h"
#include "src/domain/calendar.h"

#include <QCoreApplication>
#include <algorithm>
#include <array>
#include <utility>

namespace vejviser::app {

namespace {

QString word(const char* source) {
  return QCoreApplication::translate("HelpWords", source);
}

/// The languages most asked for in Danish libraries; any other is "und", as ISO 639-2 names what is
/// not determined.
constexpr std::array<std::pair<std::string_view, const char*>, 13> kLanguages = {
    {{"", QT_TRANSLATE_NOOP("HelpWords", "Danish")},
     {"en", QT_TRANSLATE_NOOP("HelpWords", "English")},
     {"de", QT_TRANSLATE_NOOP("HelpWords", "German")},
     {"ar", QT_TRANSLATE_NOOP("HelpWords", "Arabic")},
     {"uk", QT_TRANSLATE_NOOP("HelpWords", "Ukrainian")},
     {"pl", QT_TRANSLATE_NOOP("HelpWords", "Polish")},
     {"tr", QT_TRANSLATE_NOOP("HelpWords", "Turkish")},
     {"fa", QT_TRANSLATE_NOOP("HelpWords", "Persian")},
     {"so", QT_TRANSLATE_NOOP("HelpWords", "Somali")},
     {"ur", QT_TRANSLATE_NOOP("HelpWords", "Urdu")},
     {"ro", QT_TRANSLATE_NOOP("HelpWords", "Romanian")},
     {"dsl", QT_TRANSLATE_NOOP("HelpWords", "Danish sign language")},
     {"und", QT_TRANSLATE_NOOP("HelpWords", "Another language")}}};

}  // namespace

QString roomLabel(Room room) {
  switch (room) {
    case Room::NotNeeded:
      return word(QT_TRANSLATE_NOOP("HelpWords", "Not needed"));
    case Room::Used:
      return word(QT_TRANSLATE_NOOP("HelpWords", "Used"));
    case Room::Busy:
      return word(QT_TRANSLATE_NOOP("HelpWords", "Was taken"));
    case Room::NoneHere:
      return word(QT_TRANSLATE_NOOP("HelpWords", "None here"));
  }
  return {};
}

QString channelLabel(Channel channel) {
  switch (channel) {
    case Channel::InPerson:
      return word(QT_TRANSLATE_NOOP("HelpWords", "In person"));
    case Channel::Phone:
      return word(QT_TRANSLATE_NOOP("HelpWords", "Phone"));
    case Channel::Mail:
      return word(QT_TRANSLATE_NOOP("HelpWords", "Email"));
    case Channel::Chat:
      return word(QT_TRANSLATE_NOOP("HelpWords", "Chat"));
    case Channel::Screen:
      return word(QT_TRANSLATE_NOOP("HelpWords", "Video"));
  }
  return {};
}

QString refusalLabel(Refusal refusal) {
  switch (refusal) {
    case Refusal::None:
      return word(QT_TRANSLATE_NOOP("HelpWords", "Not said"));
    case Refusal::Closing:
      return word(QT_TRANSLATE_NOOP("HelpWords", "Closing time"));
    case Refusal::Queue:
      return word(QT_TRANSLATE_NOOP("HelpWords", "Too many waiting"));
    case Refusal::Papers:
      return word(QT_TRANSLATE_NOOP("HelpWords", "Papers or login missing"));
    case Refusal::Appointment:
      return word(QT_TRANSLATE_NOOP("HelpWords", "Appointment needed"));
    case Refusal::System:
      return word(QT_TRANSLATE_NOOP("HelpWords", "System down"));
    case Refusal::NotOurs:
      return word(QT_TRANSLATE_NOOP("HelpWords", "Not our task"));
    case Refusal::Other:
      return word(QT_TRANSLATE_NOOP("HelpWords", "Another reason"));
  }
  return {};
}

QString languageLabel(const std::string& language) {
  const auto* it =
      std::ranges::find_if(kLanguages, [&](const auto& known) { return known.first == language; });
  return it == kLanguages.end() ? QString::fromStdString(language) : word(it->second);
}

QString quietLabel() {
  return word(QT_TRANSLATE_NOOP("HelpWords", "Staffed, nobody came"));
}

QString hourLabel(Instant begin) {
  constexpr int kHours = 24;
  const int hour = toLocal(begin).hour;
  return QStringLiteral("%1-%2").arg(hour).arg((hour + 1) % kHours == 0 ? kHours : hour + 1);
}

QVariantList roomChoices() {
  return choices({Room::NotNeeded, Room::Used, Room::Busy, Room::NoneHere}, roomLabel);
}

QVariantList channelChoices() {
  return choices({Channel::InPerson, Channel::Phone, Channel::Mail, Channel::Chat, Channel::Screen},
                 channelLabel);
}

QVariantList refusalChoices() {
  return choices({Refusal::None, Refusal::Closing, Refusal::Queue, Refusal::Papers,
                  Refusal::Appointment, Refusal::System, Refusal::NotOurs, Refusal::Other},
                 refusalLabel);
}

QVariantList languageChoices() {
  QVariantList list;
  for (const auto& [code, name] : kLanguages) list.append(choice(code, word(name)));
  return list;
}

QString privateRoomLabel() {
  return word(QT_TRANSLATE_NOOP("HelpWords", "Private room"));
}

bool isDiscreet(const Fields& fields) {
  return fields.room == Room::Used;
}

bool isLate(const Fields& fields) {
  return fields.when && fields.timing == Timing::Guessed;
}

QStringList saidBeside(const Fields& fields) {
  QStringList said;
  if (fields.refusal != Refusal::None) said << refusalLabel(fields.refusal);
  if (fields.channel != Channel::InPerson) said << channelLabel(fields.channel);
  if (fields.room == Room::Busy) said << word(QT_TRANSLATE_NOOP("HelpWords", "Private room taken"));
  if (fields.room == Room::NoneHere) {
    said << word(QT_TRANSLATE_NOOP("HelpWords", "No private room"));
  }
  if (!fields.language.empty()) said << languageLabel(fields.language);
  if (fields.contact) said << word(QT_TRANSLATE_NOOP("HelpWords", "Same citizen"));
  return said;
}

}  // namespace vejviser::app
