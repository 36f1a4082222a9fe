// Journal entries as JSON. The form is described in sync/PROTOCOL.md.
#pragma once

#include "src/base/result.h"
#include "src/domain/entry.h"
#include "sync/wire/json_reader.h"

#include <nlohmann/json_fwd.hpp>
#include <string>

namespace vejviser::wire {

/// Keys sorted, no white space, only the fields that differ from their defaults: one entry has one
/// form. These are the bytes that are stored and sent.
std::string encodeEntry(const Entry& entry);

/// What a hub finds in one element of `entries`.
struct ReadEntry {
  Entry entry;       ///< fields are set only when `held` is empty
  std::string body;  ///< the element in the one form, with all that it held
  /// Why the entry is kept but cannot be counted: "future-schema" (a version or kind that this
  /// program does not know) or "invalid-fields"; empty when it was understood.
  std::string held;
};

/// Reads one element. Error Invalid when it cannot be kept at all: no object, no id, no number, no
/// time, or longer than kMaxEntryBytes.
Result<ReadEntry> readEntry(const nlohmann::json& element);

/// The same entry with nothing but its id, numbering and times, and "erased": true. For a body that
/// readEntry has read; it can be read again, without fields.
std::string withoutContent(const std::string& body);

/// What somebody may have written in an entry in their own words: every string of a body that
/// readEntry has read but ids and codes, one a line. Also of an entry that was not understood.
std::string ownWords(const std::string& body);

/// The same entry with `text` in place of its text. For a body that has one.
std::string withText(const std::string& body, const std::string& text);

/// As readEntry, from stored bytes.
Result<ReadEntry> readEntry(const std::string& body);

/// The members that say what an entry of `kind` says, of a Reply to a subject of the kind `of`.
void encodeFields(EntryKind kind, EntryKind of, const Fields& fields, nlohmann::json& object);
/// And back; the reader keeps what is wrong.
Fields readFields(JsonReader& reader, EntryKind kind, EntryKind of);

constexpr std::size_t kMaxEntryBytes = 4096;  // ten times the longest entry of version 1

}  // namespace vejviser::wire
