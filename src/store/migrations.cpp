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

// Version 3. More kinds of entries, and what other tablets made that staff here may act on. Columns
// are as the members of the same name in sync/PROTOCOL.md; those of a reply are NULL without one.
constexpr const char* kVersion3 = R"sql(
  ALTER TABLE standing ADD COLUMN role TEXT NOT NULL DEFAULT '';
  ALTER TABLE standing ADD COLUMN timing INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE standing ADD COLUMN act INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE standing ADD COLUMN channel INTEGER NOT NULL DEFAULT 1;
  ALTER TABLE standing ADD COLUMN room INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE standing ADD COLUMN language TEXT NOT NULL DEFAULT '';
  ALTER TABLE standing ADD COLUMN refusal INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE standing ADD COLUMN contact BLOB;
  ALTER TABLE standing ADD COLUMN to_branch TEXT NOT NULL DEFAULT '';
  ALTER TABLE standing ADD COLUMN slip TEXT NOT NULL DEFAULT '';
  ALTER TABLE standing ADD COLUMN valid_days INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE standing ADD COLUMN text TEXT NOT NULL DEFAULT '';
  ALTER TABLE standing ADD COLUMN wanted INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE standing ADD COLUMN audience INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE standing ADD COLUMN attendance INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE standing ADD COLUMN library_min INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE standing ADD COLUMN citizen_service_min INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE standing ADD COLUMN reply_rev INTEGER;
  ALTER TABLE standing ADD COLUMN reply_top BLOB;
  ALTER TABLE standing ADD COLUMN reply_at INTEGER;
  ALTER TABLE standing ADD COLUMN reply_first INTEGER;
  ALTER TABLE standing ADD COLUMN reply_unit INTEGER;
  ALTER TABLE standing ADD COLUMN reply_branch TEXT;
  ALTER TABLE standing ADD COLUMN reply_role TEXT;
  ALTER TABLE standing ADD COLUMN reply_reception INTEGER;
  ALTER TABLE standing ADD COLUMN reply_decline INTEGER;
  ALTER TABLE standing ADD COLUMN reply_outcome INTEGER;
  ALTER TABLE standing ADD COLUMN reply_text TEXT;
  ALTER TABLE standing ADD COLUMN reply_when INTEGER;
  CREATE INDEX standing_kind ON standing(kind, at) WHERE kind NOT IN (1);

  -- Replies made here to what other tablets made.
  CREATE TABLE own_reply(
    subject BLOB PRIMARY KEY, kind INTEGER NOT NULL,  -- of the subject
    reply_rev INTEGER NOT NULL,
    reply_top BLOB NOT NULL,
    reply_at INTEGER NOT NULL,
    reply_first INTEGER NOT NULL,
    reply_unit INTEGER NOT NULL,
    reply_branch TEXT NOT NULL,
    reply_role TEXT NOT NULL,
    reply_reception INTEGER NOT NULL,
    reply_decline INTEGER NOT NULL,
    reply_outcome INTEGER NOT NULL,
    reply_text TEXT NOT NULL,
    reply_when INTEGER)
    WITHOUT ROWID;

  -- What stands about subjects that others may act on, as last pulled.
  CREATE TABLE shared_subject(
    gen INTEGER, subject BLOB, top BLOB NOT NULL, rev INTEGER NOT NULL, kind INTEGER NOT NULL,
    at INTEGER NOT NULL, withdrawn INTEGER NOT NULL, topic TEXT NOT NULL, unit INTEGER NOT NULL,
    branch TEXT NOT NULL, role TEXT NOT NULL, outcome INTEGER NOT NULL, band INTEGER NOT NULL,
    timing INTEGER NOT NULL, people INTEGER NOT NULL, act INTEGER NOT NULL,
    channel INTEGER NOT NULL, room INTEGER NOT NULL, language TEXT NOT NULL,
    refusal INTEGER NOT NULL, contact BLOB, to_code TEXT NOT NULL, to_branch TEXT NOT NULL,
    help BLOB, slip TEXT NOT NULL, valid_days INTEGER NOT NULL, text TEXT NOT NULL,
    wanted INTEGER NOT NULL, audience INTEGER NOT NULL, attendance INTEGER NOT NULL,
    library_min INTEGER NOT NULL, citizen_service_min INTEGER NOT NULL, when_given INTEGER,
    doubt INTEGER NOT NULL,
    reply_rev INTEGER, reply_top BLOB, reply_at INTEGER, reply_first INTEGER,
    reply_unit INTEGER, reply_branch TEXT, reply_role TEXT, reply_reception INTEGER,
    reply_decline INTEGER, reply_outcome INTEGER, reply_text TEXT, reply_when INTEGER,
    PRIMARY KEY(gen, subject)) WITHOUT ROWID;
  CREATE INDEX shared_subject_kind ON shared_subject(gen, kind, at);

  -- The municipality's files, e.g. its authority line; the built-in ones where there is none.
  CREATE TABLE shared_document(
    gen INTEGER, name TEXT, text TEXT NOT NULL, PRIMARY KEY(gen, name)) WITHOUT ROWID;

  -- Questions and answers, folded for search; the rowid is indexNumber() of the subject.
  CREATE VIRTUAL TABLE question_index USING fts5(folded, prefix='2 3');
)sql";

// Version 4: when a topic is offered, and what came after it. Days as days since 1970-01-01.
constexpr const char* kVersion4 = R"sql(
  ALTER TABLE shared_topic ADD COLUMN valid_from INTEGER;
  ALTER TABLE shared_topic ADD COLUMN valid_to INTEGER;
  ALTER TABLE shared_topic ADD COLUMN checked_on INTEGER;
  ALTER TABLE shared_topic ADD COLUMN owner TEXT NOT NULL DEFAULT '';
  ALTER TABLE shared_topic ADD COLUMN replaced_by TEXT NOT NULL DEFAULT '';
)sql";

constexpr const char* kMigrations[] = {kVersion1, kVersion2, kVersion3, kVersion4};

}  // namespace

constexpr int kApplicationId = 0x56656A54;  // "VejT"

const platform::FileKind kTabletFile{kApplicationId, kMigrations};

}  // namespace vejviser::store
