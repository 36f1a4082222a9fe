// What people do and what befalls them, in a history: one thing at a time, chosen by chance.
#pragma once

#include "tests/sim/checker.h"
#include "tests/sim/network.h"

#include <string>
#include <vector>

namespace vejviser::sim {

class Fate {
 public:
  Fate(World& world, Ledger& ledger, SimHub& hub, const Weather& weather, Tablets& tablets);

  /// Lets one thing happen.
  void strike();
  /// Everything that was broken is mended, and everybody who was out is let in again.
  void relent();

 private:
  struct Happening {
    const char* name;
    int weight;
    void (Fate::*act)();
  };
  static const std::vector<Happening>& all();

  SimTablet& someTablet();
  SimTablet* someRunning();
  /// The person at some tablet does that.
  template <auto deed>
  void person() {
    (someTablet().*deed)();
  }
  void logHelp();
  void logSeveral();
  void killTablet();
  void cutTabletPower();
  void cutPowerInSave();
  void setClock();
  void fillTabletDisk();
  void nearlyFillTabletDisk();
  void breakTabletDisk();
  void lockSecrets();
  void cloneTablet();
  void keepTabletCopy();
  void rollTabletBack();
  void enrolAgain();
  void poison();
  void goHome();
  void killHub();
  void stopHub();
  void cutHubPower();
  void killHubInCommit();
  void breakHubDisk();
  void fillHubDisk();
  void backUp();
  void restore();
  void failOver();
  void prune();
  void shutOut();
  void releaseHeld();
  void erase();
  void setStates(hub::DeviceState state, std::size_t oneIn);
  void addBranch();

  World& m_world;
  Ledger& m_ledger;
  SimHub& m_hub;
  const Weather& m_weather;
  Tablets& m_tablets;
  std::vector<std::pair<milliseconds, test::FaultVfs::Image>> m_backups;
  std::vector<std::pair<SimTablet*, TabletCopy>> m_copies;
  double m_disasters;  ///< how likely restores, clones and the like are in this history
};

}  // namespace vejviser::sim
