// Opening SQLite files the one way this project does, and ending SQLiteCpp's exceptions.
//
// Debian 12's SQLite (3.40.1) can corrupt a WAL file when two connections checkpoint at once
// (mended in 3.51.3). So each file has one writer, which also does every checkpoint; all other
// connections are read-only.
#pragma once

#include "src/base/id.h"
#include "src/base/result.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <type_traits>

namespace vejviser::platform {

/// Says what the failure means to a person: disk full, read-only, damaged, in use.
Error sqliteError(const SQLite::Exception& exception, const std::string& where);

template <class T>
struct IsResult : std::false_type {};
template <class T>
struct IsResult<Result<T>> : std::true_type {};

/// Runs `body`, which may call SQLiteCpp and may return a Result itself; what it throws becomes
/// an Error.
template <class Body>
auto guarded(const char* where, Body&& body) {
  using Value = std::invoke_result_t<Body>;
  if constexpr (IsResult<Value>::value) {
    try {
      return body();
    } catch (const SQLite::Exception& exception) {
      return Value{sqliteError(exception, where)};
    }
  } else if constexpr (std::is_void_v<Value>) {
    try {
      body();
      return Status{};
    } catch (const SQLite::Exception& exception) {
      return Status{sqliteError(exception, where)};
    }
  } else {
    try {
      return Result<Value>{body()};
    } catch (const SQLite::Exception& exception) {
      return Result<Value>{sqliteError(exception, where)};
    }
  }
}

/// What tells one of our database files from any other.
struct FileKind {
  int applicationId;                        ///< PRAGMA application_id
  std::span<const char* const> migrations;  ///< the i-th takes user_version i to i + 1
};

/// Works on a file that is open but not accepted yet; what it throws refuses the file.
using FirstUse = std::function<void(SQLite::Database&)>;

/// The one writer: WAL, synchronous=FULL, migrated to the newest version. `use` is run in the
/// transaction that migrates. Errors: Storage (cannot be opened, damaged, not ours), Incompatible
/// (written by a newer version). The file is left as it was on failure.
///
/// A commit that fails has stored nothing for anybody. Only when the program dies before the next
/// one may it come to light, whole, at the next opening: it may have reached the disk.
Result<std::unique_ptr<SQLite::Database>> openWriter(const std::filesystem::path& path,
                                                     const FileKind& kind,
                                                     const FirstUse& use = {});

/// A read-only connection to a file of this kind as it is: of this version or an older one. Errors
/// as openWriter.
Result<std::unique_ptr<SQLite::Database>> openAsItIs(const std::filesystem::path& path,
                                                     const FileKind& kind);

/// A read-only connection to a file that a writer has made. Errors as openWriter, and Storage when
/// the file is older than this program.
Result<std::unique_ptr<SQLite::Database>> openReader(const std::filesystem::path& path,
                                                     const FileKind& kind);

void bindValue(SQLite::Statement& statement, int place, std::int64_t value);
void bindValue(SQLite::Statement& statement, int place, const std::string& value);
void bindValue(SQLite::Statement& statement, int place, std::span<const std::uint8_t> blob);
void bindValue(SQLite::Statement& statement, int place, const Id& value);  ///< as a 16-byte BLOB

template <class T>
void bindValue(SQLite::Statement& statement, int place, const std::optional<T>& value) {
  if (value) {
    bindValue(statement, place, *value);
  } else {
    statement.bind(place);
  }
}

template <class T>
requires std::is_enum_v<T>
void bindValue(SQLite::Statement& statement, int place, T value) {
  bindValue(statement, place, static_cast<std::int64_t>(value));
}

/// Makes a statement ready, whatever came of its last run, and binds `values` to its parameters in
/// order.
template <class... Values>
SQLite::Statement& bindAll(SQLite::Statement& statement, const Values&... values) {
  statement.tryReset();  // reset() would throw the last run's error again
  int place = 0;
  (bindValue(statement, ++place, values), ...);
  return statement;
}

/// Binds and runs a statement that returns no rows; the number of rows it changed.
template <class... Values>
int run(SQLite::Statement& statement, const Values&... values) {
  const int changed = bindAll(statement, values...).exec();
  statement.reset();
  return changed;
}

/// Null for NULL and for anything that is not 16 bytes long.
Id idOf(const SQLite::Column& column);

/// An enumerator that bindValue stored.
template <class T>
T enumOf(const SQLite::Column& column) {
  return static_cast<T>(column.getInt());
}

}  // namespace vejviser::platform
