# Writes OUT: a C++ function FUNCTION that returns the bytes of IN. Run by VejviserEmbed.cmake.
file(READ ${IN} hex HEX)
string(REGEX REPLACE "(................................)" "\\1\n" hex "${hex}")
string(REGEX REPLACE "([0-9a-f][0-9a-f])" "'\\\\x\\1'," bytes "${hex}")
file(WRITE ${OUT} "#include <string_view>

namespace vejviser {
namespace {
constexpr char kBytes[] = {
${bytes}'\\0'};
}
std::string_view ${FUNCTION}() { return {kBytes, sizeof kBytes - 1}; }
}
")
