// One deed on a store, tried with its disk failing at every call there is, one after another.
//
// For each kind of fault, once and for good, the nth call fails, n = 1, 2, 3 ... until the deed no
// longer meets the fault. What the deed answers is held against what is on the disk after the
// program went on, was closed, was killed and after the power was cut:
// - the file passes integrity_check, and its tables agree with each other;
// - a deed that reported success is there, whole;
// - one that reported failure has left nothing. Only after a crash may it be there, whole: a sync
//   that failed may have reached the disk;
// - it can be done again, by the same store without opening it anew, and then holds.
#pragma once

#include "src/base/result.h"
#include "tests/support/fault_vfs.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace vejviser::test {

/// The disk that everything of a loop lies on.
constexpr const char* kLoopDisk = "/machine";

/// A program with its store on kLoopDisk. Made anew, it behaves the same each time.
class LoopWorld {
 public:
  virtual ~LoopWorld() = default;  ///< closes the store
  /// Makes or opens the store.
  virtual Status open() = 0;
  /// Asks what a program asks all the time, while the disk does not work; the answers do not count,
  /// but nothing may be thrown. The store may not be open.
  virtual void ask() {}
  /// What does not agree in the store; empty: everything does. The store is open.
  virtual std::string wrong() = 0;
  /// The main file.
  virtual std::string path() const = 0;
};

/// A deed and what comes before and after it. `World` has no arguments to be made with.
template <class World>
struct Deed {
  using Act = std::function<Status(World&)>;

  std::string name;
  int least = 1;  ///< faults it must meet at the least, or the loop proves little
  /// Once, on a disk that works.
  Act prepare = [](World&) { return Status{}; };
  /// Each time before the deed, on a disk that works and an open store; changes nothing that
  /// counts.
  Act ready = [](World&) { return Status{}; };
  Act act;
  /// What is missing once it succeeded; empty: nothing.
  std::function<std::string(World&)> missing = [](World&) { return std::string{}; };
  /// The deed opens the store after a crash (prepare opens it for itself). When it fails all of it
  /// may have been done but the last: that it is open.
  bool opens = false;
  /// Deeds that leave what may be left of this one when it fails, if it is more than one
  /// transaction.
  std::vector<Act> steps = {};
};

using LoopDeed = Deed<LoopWorld>;

struct LoopResult {
  std::vector<std::string> wrongs;  ///< what went wrong, and where; empty: the deed holds
  int faults = 0;                   ///< runs in which a fault struck
  std::string calls;                ///< how many calls each kind of fault could strike
};

/// `make` makes the world.
LoopResult tryEveryFault(FaultVfs& vfs, const LoopDeed& deed,
                         const std::function<std::unique_ptr<LoopWorld>()>& make);

template <class World>
LoopResult tryEveryFault(FaultVfs& vfs, const Deed<World>& deed) {
  const auto on = [](const auto& function) {
    return [&function](LoopWorld& world) { return function(static_cast<World&>(world)); };
  };
  LoopDeed plain{.name = deed.name,
                 .least = deed.least,
                 .prepare = on(deed.prepare),
                 .ready = on(deed.ready),
                 .act = on(deed.act),
                 .missing = on(deed.missing),
                 .opens = deed.opens};
  for (const auto& step : deed.steps) plain.steps.push_back(on(step));
  return tryEveryFault(vfs, plain, [] { return std::make_unique<World>(); });
}

/// Fills the WAL so that the next commit copies it into the file, without changing any row.
Status fillWal(LoopWorld& world);

/// Every table's rows and the file's versions, as text that can be compared; empty for no file or
/// one without anything in it.
std::string contentOf(const std::string& path);

}  // namespace vejviser::test
