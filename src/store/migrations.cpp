#include "src/store/migrations.h"

namespace vejviser::store {

namespace {

// Version 1. Times are Unix milliseconds (UTC), days are days since 1970-01-01 (local calendar),
// ids are 16-byte BLOBs, numbers of unit, outcome, band, kind, series and doubt as in src/domain.
constexpr const char* kVersion1 = R"sql(
  -- Small facts about this tablet, one each: see tablet_store.cpp for the keys.
  CREATE TABLE meta(key TEXT PRIMARY KEY, value NOT NULL) WITHOUT ROWID;

  -- Every entry ever made here, as the bytes that go on the wire. Never changed.
  CREATE TABLE journal(
    seq  INTEGER PRIMARY KEY,   -- order of capture
    id   BLOB NOT NULL,
    at   INTEGER NOT NULL,      -- when it was logged
    body TEXT NOT NULL);

  -- What waits to be sent: an entry is here until the hub has it.
  CREATE TABLE outbox(
    seq        INTEGER PRIMARY KEY REFERENCES journal(seq),
    subject    BLOB NOT NULL,                -- what the entry is about
    not_before INTEGER NOT NULL DEFAULT 0,   -- a parked entry's next try
    tries      INTEGER NOT NULL DEFAULT 0);

  -- What the hub says it has; kept for `keep` days so that a hub restored from a backup heals.
  CREATE TABLE sent(
    seq  INTEGER PRIMARY KEY REFERENCES journal(seq),
    subject BLOB NOT NULL,
    at   INTEGER NOT NULL,      -- when the hub said so
    held TEXT);                 -- why it is kept but not counted; NULL: counted
  CREATE INDEX sent_held ON sent(seq) WHERE held IS NOT NULL;

  -- What the hub cannot read at all; staff see and export it.
  CREATE TABLE quarantine(
    seq INTEGER PRIMARY KEY REFERENCES journal(seq),
    at  INTEGER NOT NULL,
    why TEXT NOT NULL);

  -- The fold: what stands about each subject made here.
  CREATE TABLE standing(
    subject    BLOB PRIMARY KEY,
    top        BLOB NOT NULL,     -- the entry whose fields stand
    rev        INTEGER NOT NULL,
    kind       INTEGER NOT NULL,
    at         INTEGER NOT NULL,  -- when it happened
    day        INTEGER NOT NULL,  -- local day of `at`
    withdrawn  INTEGER NOT NULL,
    topic      TEXT NOT NULL,
    unit       INTEGER NOT NULL,
    branch     TEXT NOT NULL,
    outcome    INTEGER NOT NULL,
    band       INTEGER NOT NULL,
    people     INTEGER NOT NULL,
    to_code    TEXT NOT NULL,     -- of a referral
    help       BLOB,              -- of a referral: the help it came out of
    when_given INTEGER,           -- `when` of the entry, if it had one
    doubt      INTEGER NOT NULL) WITHOUT ROWID;
  CREATE INDEX standing_day ON standing(day, at);

  -- This tablet's own cube, and what is shared, as last pulled.
  CREATE TABLE cell(
    day INTEGER, series INTEGER, branch TEXT, unit INTEGER, item TEXT, n INTEGER NOT NULL,
    PRIMARY KEY(day, series, branch, unit, item)) WITHOUT ROWID;

  -- Pulled rows carry a generation: a pull from zero builds the next one beside the one in use.
  CREATE TABLE shared_cell(
    gen INTEGER, day INTEGER, series INTEGER, branch TEXT, unit INTEGER, item TEXT,
    n INTEGER NOT NULL,
    PRIMARY KEY(gen, day, series, branch, unit, item)) WITHOUT ROWID;
  CREATE TABLE shared_topic(
    gen INTEGER, id TEXT, place INTEGER NOT NULL, name_da TEXT NOT NULL, name_en TEXT NOT NULL,
    topic_group TEXT NOT NULL, authority INTEGER NOT NULL, heavy INTEGER NOT NULL,
    library INTEGER NOT NULL, citizen_service INTEGER NOT NULL, kle TEXT NOT NULL,
    self_service TEXT NOT NULL, minutes INTEGER NOT NULL,
    PRIMARY KEY(gen, id)) WITHOUT ROWID;
  CREATE TABLE shared_branch(
    gen INTEGER, code TEXT, name TEXT NOT NULL, PRIMARY KEY(gen, code)) WITHOUT ROWID;
  CREATE TABLE shared_municipality(gen INTEGER PRIMARY KEY, name TEXT NOT NULL);
)sql";

// Version 2. The referrals of a help and how many subjects wait, without reading everything; what
// is in quarantine can wait again.
constexpr const char* kVersion2 = R"sql(
  CREATE INDEX standing_help ON standing(help) WHERE help IS NOT NULL;
  CREATE INDEX outbox_subject ON outbox(subject);
  ALTER TABLE quarantine ADD COLUMN subject BLOB NOT NULL DEFAULT x'';
)sql";

constexpr const char* kMigrations[] = {kVersion1, kVersion2};

}  // namespace

constexpr int kApplicationId = 0x56656A54;  // "VejT"

const platform::FileKind kTabletFile{kApplicationId, kMigrations};

}  // namespace vejviser::store
