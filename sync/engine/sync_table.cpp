#include "sync/engine/sync_table.h"

namespace vejviser::engine {

namespace {

constexpr Phase U = Phase::Unenrolled;
constexpr Phase I = Phase::Idle;
constexpr Phase S = Phase::Sending;
constexpr Phase P = Phase::Polling;
constexpr Phase N = Phase::NoNetwork;
constexpr Phase R = Phase::Refused;

constexpr Reaction none = Reaction::None;
constexpr Reaction send = Reaction::Send;
constexpr Reaction poll = Reaction::Poll;
constexpr Reaction now = Reaction::Now;
constexpr Reaction soon = Reaction::Soon;
constexpr Reaction spread = Reaction::Spread;
constexpr Reaction pace = Reaction::Pace;
constexpr Reaction told = Reaction::WaitAsTold;
constexpr Reaction back = Reaction::BackOff;
constexpr Reaction never = Reaction::Impossible;

// clang-format off
constexpr Step kSteps[kEvents][kPhases] = {
  //                 Unenrolled  Idle        Sending     Polling     NoNetwork    Refused
  /* Enrolled     */ {{I, now},   {I, now},   {S, never}, {P, never}, {I, now},    {I, now}},
  /* Recorded     */ {{U, none},  {I, soon},  {S, none},  {P, none},  {N, none},   {R, none}},
  /* Asked        */ {{U, none},  {I, now},   {S, none},  {P, none},  {I, now},    {I, now}},
  /* Due          */ {{U, never}, {S, send},  {S, never}, {P, never}, {N, never},  {R, never}},
  /* DueIdle      */ {{U, never}, {P, poll},  {S, never}, {P, never}, {N, never},  {R, never}},
  /* NetworkLost  */ {{U, none},  {N, none},  {S, none},  {P, none},  {N, none},   {R, none}},
  /* NetworkFound */ {{U, none},  {I, none},  {S, none},  {P, none},  {I, spread}, {R, none}},
  /* Taken        */ {{U, never}, {I, never}, {I, pace},  {I, pace},  {N, never},  {R, never}},
  /* TakenInPart  */ {{U, never}, {I, never}, {I, now},   {I, now},   {N, never},  {R, never}},
  /* Unreadable   */ {{U, never}, {I, never}, {I, now},   {I, now},   {N, never},  {R, never}},
  /* PlainWanted  */ {{U, never}, {I, never}, {I, now},   {I, now},   {N, never},  {R, never}},
  /* StartOver    */ {{U, never}, {I, never}, {I, now},   {I, now},   {N, never},  {R, never}},
  /* OtherToken   */ {{U, never}, {I, never}, {I, now},   {I, now},   {N, never},  {R, never}},
  /* Denied       */ {{U, never}, {I, never}, {R, none},  {R, none},  {N, never},  {R, never}},
  /* Busy         */ {{U, never}, {I, never}, {I, told},  {I, told},  {N, never},  {R, never}},
  /* HubFailed    */ {{U, never}, {I, never}, {I, back},  {I, back},  {N, never},  {R, never}},
  /* Lost         */ {{U, never}, {I, never}, {I, back},  {I, now},   {N, never},  {R, never}},
  /* CutShort     */ {{U, never}, {I, never}, {I, never}, {I, soon},  {N, never},  {R, never}},
};
// clang-format on

/// Every cell is written: an omitted one would be {Unenrolled, None} in a row of another phase.
constexpr bool complete() {
  for (const auto& row : kSteps) {
    for (int phase = 1; phase < kPhases; ++phase) {
      if (row[phase].next == U) return false;
    }
  }
  return true;
}
static_assert(complete());

}  // namespace

Step stepFor(Phase phase, Event event) {
  return kSteps[static_cast<int>(event)][static_cast<int>(phase)];
}

}  // namespace vejviser::engine
