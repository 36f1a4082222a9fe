// A folder of its own for a test that needs files.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <stdexcept>
#include <string>

namespace vejviser::test {

/// In the folder for temporary files; gone with this object.
class Scratch {
 public:
  Scratch() {
    // mkdtemp puts a name that is free in the place of the six X.
    std::string name = (std::filesystem::temp_directory_path() / "vejviser-test-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) throw std::runtime_error{"no temporary folder"};
    m_path = name;
  }
  ~Scratch() {
    std::error_code error;
    std::filesystem::remove_all(m_path, error);
  }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;

  const std::filesystem::path& path() const { return m_path; }

 private:
  std::filesystem::path m_path;
};

}  // namespace vejviser::test
