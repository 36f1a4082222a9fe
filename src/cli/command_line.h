// The commands of vejviser-cli.
#pragma once

namespace vejviser::cli {

/// Exit codes: 0 done, 1 failed (the message says why; nothing was lost), 2 wrong use, 3 not all
/// could be sent (it stays on the tablet).
int runCommandLine(int argc, char** argv);

}  // namespace vejviser::cli
