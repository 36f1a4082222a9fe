#include "src/domain/digit_run.h"

namespace vejviser {

namespace {

char kindOf(char32_t plain) {
  switch (plain) {
    case U' ':
    case U'-':
    case U'.':
    case U'/':
      return static_cast<char>(plain);
    case U'(':
    case U')':
      return '(';
    default:
      return '\0';
  }
}

/// Tells, character by character, what joins the group before to the one that comes.
class JointReader {
 public:
  Joint joint() const { return m_joint; }

  void digit() {
    m_joint = {' ', false};
    m_length = 0;
  }

  void other(char kind) {
    if (m_joint.kind == '\0') return;
    if (kind == '\0' || ++m_length > kLongestJoint) {
      m_joint = {};
    } else if (kind == ' ') {
      m_joint.spaced = true;
    } else {
      m_joint.kind = m_joint.kind == ' ' || m_joint.kind == kind ? kind : '?';
    }
  }

 private:
  Joint m_joint;
  std::size_t m_length = 0;
};

}  // namespace

int DigitRun::number(std::size_t from, std::size_t count) const {
  int value = 0;
  for (std::size_t i = from; i < from + count; ++i) value = value * 10 + digit[i];
  return value;
}

bool DigitRun::isJoinedBy(std::string_view kinds, std::size_t n) const {
  for (std::size_t i = 1; i < n; ++i) {
    if (endsAfter(i) && kinds.find(jointAfter[i].kind) == std::string_view::npos) return false;
  }
  return true;
}

std::vector<DigitGroup> digitGroups(const PlainText& text) {
  std::vector<DigitGroup> groups;
  JointReader reader;
  bool in_group = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char32_t plain = text[i];
    if (!isDigit(plain)) {
      reader.other(kindOf(plain));
      in_group = false;
      continue;
    }
    if (in_group) {
      ++groups.back().count;
    } else {
      groups.push_back({i, 1, reader.joint()});
    }
    reader.digit();
    in_group = true;
  }
  return groups;
}

DigitRun digitRun(const PlainText& text, const std::vector<DigitGroup>& groups, std::size_t first) {
  DigitRun run;
  run.before = groups[first].before;
  for (std::size_t g = first; g < groups.size(); ++g) {
    const DigitGroup& group = groups[g];
    if (g > first) {
      run.jointAfter[run.size] = group.before;
      if (group.before.kind == '\0') break;
    }
    if (group.count > kMostDigits - run.size) break;
    for (std::size_t i = group.from; i < group.from + group.count; ++i) {
      run.at[run.size] = i;
      run.digit[run.size++] = static_cast<int>(text[i]) - '0';
    }
    run.borders |= after(run.size);
  }
  return run;
}

}  // namespace vejviser
