// vejviser-cli: the tablet without a screen.
#include "platform/files.h"
#include "src/cli/command_line.h"

int main(int argc, char** argv) {
  vejviser::platform::keepFilesPrivate();
  return vejviser::cli::runCommandLine(argc, argv);
}
