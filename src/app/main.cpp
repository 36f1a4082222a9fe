// vejviser: the app that floor staff carry.
#include "platform/files.h"
#include "src/app/application.h"

int main(int argc, char** argv) {
  vejviser::platform::keepFilesPrivate();
  return vejviser::app::runApplication(argc, argv);
}
