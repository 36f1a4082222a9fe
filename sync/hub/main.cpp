// vejviser-hub: the central hub, and its administration.
#include "sync/hub/command_line.h"

int main(int argc, char** argv) {
  return vejviser::hub::runCommandLine(argc, argv);
}
