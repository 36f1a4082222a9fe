// A tablet's store and its recorder, in a world that the test owns.
#pragma once

#include "sync/engine/recorder.h"
#include "tests/support/tablet_world.h"

#include <QTemporaryDir>
#include <memory>

namespace vejviser::test {

struct RecordingTablet {
  explicit RecordingTablet(std::uint64_t seed = 1)
      : random(seed),
        ids(clock, random),
        store(store::TabletStore::open(dir.path().toStdString(), random).value()),
        recorder(*store, disk, clock, ids, random) {}

  QTemporaryDir dir;
  FixedClock clock;
  SeededRandom random;
  RoomyDisk disk;
  IdSource ids;
  std::unique_ptr<store::TabletStore> store;
  engine::Recorder recorder;
};

}  // namespace vejviser::test
