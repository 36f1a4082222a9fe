// The sync engine's states and what each event means in each of them: one table, complete.
#pragma once

namespace vejviser::engine {

enum class Phase {
  Unenrolled,  ///< belongs to no hub yet
  Idle,        ///< waits for its time
  Sending,     ///< one request is in flight, never more
  Polling,     ///< one request is in flight that has nothing to send and waits for news
  NoNetwork,   ///< waits for a network
  Refused,     ///< the hub does not let this tablet in: waits for a person
};
constexpr int kPhases = 6;

enum class Event {
  Enrolled,      ///< a hub let the tablet in
  Recorded,      ///< an entry was saved
  Asked,         ///< a person pressed "send now"
  Due,           ///< the time waited for has come
  DueIdle,       ///< the same, and there is nothing to send
  NetworkLost,   ///< no network at all
  NetworkFound,  ///< a network again
  // What came of the request in flight:
  Taken,        ///< answered; nothing more to do
  TakenInPart,  ///< answered; there is more to send or to pull
  Unreadable,   ///< the hub cannot read this batch (400, 413, 422)
  PlainWanted,  ///< the hub wants it uncompressed (415)
  StartOver,    ///< the hub is on another timeline (409)
  OtherToken,   ///< the hub does not know this token (401), but there is another to try
  Denied,       ///< not let in (401, 403)
  Busy,         ///< come back later (429, 503)
  HubFailed,    ///< the hub failed on it (5xx)
  Lost,         ///< no answer, or none of the hub's
  CutShort,     ///< the tablet itself gave up waiting for news: there is something to do
};
constexpr int kEvents = 18;

enum class Reaction {
  None,
  Send,        ///< start a request
  Poll,        ///< start one that waits for news
  Now,         ///< be due at once
  Soon,        ///< be due within seconds, so that several taps share a request
  Spread,      ///< be due at a random time within seconds: many tablets wake together
  Pace,        ///< be due after the hub's pace
  WaitAsTold,  ///< be due after what the hub asked for
  BackOff,     ///< be due after a random time that doubles with each failure
  Impossible,  ///< cannot happen; an assertion
};

struct Step {
  Phase next;
  Reaction reaction;
};

/// Total over all phases and events.
Step stepFor(Phase phase, Event event);

}  // namespace vejviser::engine
