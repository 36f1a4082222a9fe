// The states in which the app is killed: how a person comes there, and what is left of it.
//
// Lost on purpose, as nobody wrote it: which dialog or menu was open, a choice in it that saves
// nothing yet ("sure?", where to refer to), late mode and its time, words in a search field, and
// the one-time code of a hub, which is a secret.
#pragma once

#include <QList>
#include <QStringList>

namespace vejviser::test {

struct KillState {
  const char* name;       ///< "welcome...": on a new tablet; "forgotten...": with a forgotten timer
  QStringList taps;       ///< into the state, for take() of tst_kill_ui.cpp
  QStringList stands;     ///< what is in the store after the kill, as standingLines() has it
  QStringList looks;      ///< what the new window shows, and going on in it
  QStringList ends = {};  ///< what stands then, if that is something else
};

QList<KillState> killStates();

}  // namespace vejviser::test
