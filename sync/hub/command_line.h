// The commands of vejviser-hub.
#pragma once

namespace vejviser::hub {

/// Exit codes: 0 done, 1 failed (the message says why), 2 wrong use, 3 the cube differs from the
/// journal (recount).
int runCommandLine(int argc, char** argv);

}  // namespace vejviser::hub
