// Starting the app a second time on a folder calls its window instead.
#pragma once

#include "src/base/result.h"

#include <filesystem>
#include <functional>

namespace vejviser::platform {

/// Hangs at a folder for as long as the process lives that put it there; the system takes it down
/// when that process dies in any way. It leaves no file. Only processes of the same user are heard.
class Doorbell {
 public:
  /// Makes the folder if it is not there. Error Refused when there is a doorbell already; Storage
  /// when the folder or a socket cannot be had.
  static Result<Doorbell> hang(const std::filesystem::path& dir);

  Doorbell(Doorbell&& other) noexcept;
  Doorbell& operator=(Doorbell&& other) noexcept;
  Doorbell(const Doorbell&) = delete;
  Doorbell& operator=(const Doorbell&) = delete;
  ~Doorbell();

  /// Can be read from when somebody rings.
  int descriptor() const { return m_socket; }
  /// Does `open` if somebody rings, and then lets that process know. Does not block.
  void answer(const std::function<void()>& open);

 private:
  explicit Doorbell(int socket) : m_socket(socket) {}

  int m_socket = -1;
};

/// Rings at a folder. True when it was answered; false when nobody is there, or does not come
/// within seconds.
bool ringDoorbell(const std::filesystem::path& dir);

}  // namespace vejviser::platform
