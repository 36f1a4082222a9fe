// vejviser-hub: the central hub, and its administration.
#include "platform/files.h"
#include "sync/hub/command_line.h"

int main(int argc, char** argv) {
  vejviser::platform::keepFilesPrivate();
  return vejviser::hub::runCommandLine(argc, argv);
}
