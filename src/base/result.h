// Result<T>: a value or an Error. No exceptions cross a file boundary in this project; a function
// that can fail because of the world (disk, network, input) returns a Result.
#pragma once

#include <cassert>
#include <string>
#include <utility>
#include <variant>

namespace vejviser {

/// What the caller should do about a failure; few on purpose, each is an action.
enum class ErrorCode {
  Invalid,       ///< the input is wrong: fix it, nothing was stored
  Storage,       ///< the disk or database failed: stop and tell, nothing was stored
  Offline,       ///< the other side cannot be reached: retry later
  Refused,       ///< the other side said no: keep the data and show why
  InDoubt,       ///< sent, no answer: resend the same id
  Incompatible,  ///< made by a newer version: update this program
};

/// The code's name in lower case, for logs and problem documents.
const char* name(ErrorCode code);

struct Error {
  ErrorCode code = ErrorCode::Invalid;
  std::string where;   ///< the operation or field, e.g. "open database" or "entries[3].people"
  std::string detail;  ///< what was wrong, one line, fit to be shown to a person

  /// "where: detail", for logs and the command line.
  std::string text() const { return where.empty() ? detail : where + ": " + detail; }
};

template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : m_state(std::move(value)) {}      // NOLINT(google-explicit-constructor)
  Result(Error error) : m_state(std::move(error)) {}  // NOLINT(google-explicit-constructor)

  bool ok() const { return m_state.index() == 0; }
  explicit operator bool() const { return ok(); }

  T& value() & { return *get(); }
  const T& value() const& { return *get(); }
  /// By value, not by reference: a loop over what a function just returned must not outlive it.
  T value() && { return std::move(*get()); }
  T& operator*() & { return *get(); }
  const T& operator*() const& { return *get(); }
  T operator*() && { return std::move(*get()); }
  T* operator->() { return get(); }
  const T* operator->() const { return get(); }

  const Error& error() const {
    assert(!ok());
    return *std::get_if<1>(&m_state);
  }

 private:
  T* get() {
    assert(ok());
    return std::get_if<0>(&m_state);
  }
  const T* get() const {
    assert(ok());
    return std::get_if<0>(&m_state);
  }

  std::variant<T, Error> m_state;
};

template <>
class [[nodiscard]] Result<void> {
 public:
  Result() = default;
  Result(Error error) : m_error(std::move(error)), m_ok(false) {}  // NOLINT

  bool ok() const { return m_ok; }
  explicit operator bool() const { return m_ok; }
  const Error& error() const {
    assert(!m_ok);
    return m_error;
  }

 private:
  Error m_error;
  bool m_ok = true;
};

using Status = Result<void>;

}  // namespace vejviser
