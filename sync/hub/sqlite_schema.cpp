#include "sync/hub/sqlite_schema.h"

namespace vejviser::hub {

namespace {

// Version 1. Times are Unix milliseconds (UTC), days are days since 1970-01-01 (local calendar),
// ids are 16-byte BLOBs, digests 32-byte BLOBs (SHA-256); numbers of unit, series and state as in
// the enumerations of the source.
constexpr const char* kVersion1 = R"sql(
  CREATE TABLE hub(
    one INTEGER PRIMARY KEY CHECK(one = 1), id BLOB NOT NULL, municipality TEXT NOT NULL,
    pos INTEGER NOT NULL);

  -- The last committed position. One row, updated by every transaction that others must see: its
  -- lock makes the order of positions the order of commits.
  CREATE TABLE clk(one INTEGER PRIMARY KEY CHECK(one = 1), pos INTEGER NOT NULL,
                   floor INTEGER NOT NULL DEFAULT 0);
  -- Every position that was ever a head, with its random number: tells this history from another.
  CREATE TABLE timeline(pos INTEGER PRIMARY KEY, salt INTEGER NOT NULL);

  -- Every entry ever received, in order of arrival; never changed, never deleted.
  CREATE TABLE entry(
    seq      INTEGER PRIMARY KEY,
    id       BLOB NOT NULL,
    subject  BLOB,               -- NULL: the entry makes its own subject
    inst     BLOB NOT NULL,      -- 8 bytes: the tablet's database
    n        INTEGER NOT NULL,   -- the tablet's own numbering within inst
    device   INTEGER NOT NULL REFERENCES device(key),
    received INTEGER NOT NULL,
    held     TEXT,               -- why it is kept but not counted; NULL: counted
    body     TEXT NOT NULL);     -- the entry itself, as in sync/PROTOCOL.md
  CREATE UNIQUE INDEX entry_id ON entry(id);
  CREATE INDEX entry_subject ON entry(subject) WHERE subject IS NOT NULL;
  CREATE INDEX entry_number ON entry(inst, n);
  CREATE INDEX entry_held ON entry(held) WHERE held IS NOT NULL;

  -- The statistics cube: tally() of everything counted.
  CREATE TABLE cell(
    day INTEGER, series INTEGER, branch TEXT, unit INTEGER, item TEXT,
    n INTEGER NOT NULL, pos INTEGER NOT NULL,
    PRIMARY KEY(day, series, branch, unit, item)) WITHOUT ROWID;
  CREATE INDEX cell_pos ON cell(pos);

  CREATE TABLE topic(
    id TEXT PRIMARY KEY, place INTEGER NOT NULL, name_da TEXT NOT NULL, name_en TEXT NOT NULL,
    topic_group TEXT NOT NULL, authority INTEGER NOT NULL, heavy INTEGER NOT NULL,
    library INTEGER NOT NULL, citizen_service INTEGER NOT NULL, kle TEXT NOT NULL,
    self_service TEXT NOT NULL, minutes INTEGER NOT NULL, pos INTEGER NOT NULL) WITHOUT ROWID;
  CREATE INDEX topic_pos ON topic(pos);
  CREATE TABLE branch(
    code TEXT PRIMARY KEY, name TEXT NOT NULL, pos INTEGER NOT NULL) WITHOUT ROWID;
  CREATE INDEX branch_pos ON branch(pos);

  CREATE TABLE device(
    key INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, name TEXT NOT NULL, unit INTEGER NOT NULL,
    branch TEXT NOT NULL, state INTEGER NOT NULL,
    token BLOB NOT NULL UNIQUE,  -- digests only: the tokens themselves are nowhere
    next_token BLOB UNIQUE,      -- given out, takes over when it is first used
    last_heard INTEGER,
    waiting INTEGER NOT NULL DEFAULT 0);
  CREATE TABLE enrol_code(
    code BLOB PRIMARY KEY, name TEXT NOT NULL, unit INTEGER NOT NULL, branch TEXT NOT NULL,
    expires INTEGER NOT NULL, used INTEGER NOT NULL) WITHOUT ROWID;

  CREATE TABLE user(name TEXT PRIMARY KEY, password_hash TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE session(
    token BLOB PRIMARY KEY, user TEXT NOT NULL REFERENCES user(name),
    expires INTEGER NOT NULL) WITHOUT ROWID;
)sql";

// Version 2: time on the timeline, what tells that records are missing, and what supervisors decide
// about entries. A body changes in one case only: erasure leaves its envelope. The state of a
// device may be 3.
constexpr const char* kVersion2 = R"sql(
  -- When the position was taken, by the hub's clock. In version 1 only entries changed cells: none
  -- of its positions is younger than its last entry.
  ALTER TABLE timeline ADD COLUMN at INTEGER NOT NULL DEFAULT 0;
  UPDATE timeline SET at = (SELECT coalesce(max(received), 0) FROM entry);

  -- One row for each inst: what has arrived of the numbers 1, 2, 3 ... that its entries carry.
  CREATE TABLE numbering(
    inst    BLOB PRIMARY KEY,   -- 8 bytes, as in entry
    device  INTEGER NOT NULL REFERENCES device(key),  -- the tablet that brought the newest of them
    highest INTEGER NOT NULL,   -- number
    arrived INTEGER NOT NULL,   -- different numbers
    forks   INTEGER NOT NULL,   -- entries whose number another entry had before
    changed INTEGER NOT NULL)   -- when the newest of them arrived
    WITHOUT ROWID;
  INSERT INTO numbering
    SELECT inst, (SELECT device FROM entry WHERE seq = newest), highest, arrived, entries - arrived,
           changed
    FROM (SELECT inst, max(seq) AS newest, max(n) AS highest, count(DISTINCT n) AS arrived,
                 count(*) AS entries, max(received) AS changed FROM entry GROUP BY inst);

  -- Of a held entry: when it was logged as the hub reckons it from the tablet's time since boot;
  -- NULL: cannot be told.
  ALTER TABLE entry ADD COLUMN estimate INTEGER;

  -- What a supervisor decided about an entry that was held; its columns stand in for what the body
  -- says, NULL for nothing.
  CREATE TABLE release(
    id          BLOB PRIMARY KEY,  -- the entry's
    at          INTEGER NOT NULL,  -- when it was released
    reason      TEXT NOT NULL,     -- why it was held until then
    topic       TEXT,
    branch      TEXT,
    destination TEXT,
    logged      INTEGER,           -- in place of the entry's at
    happened    INTEGER,           -- in place of its when
    sure        INTEGER NOT NULL)  -- 1: the entry's doubt is lifted
    WITHOUT ROWID;

  -- What must not come back: ids of erased entries and subjects, here yet or not.
  CREATE TABLE erased(id BLOB PRIMARY KEY) WITHOUT ROWID;
)sql";

// Version 3: what tablets pull beside figures. `tally` is the kTallyVersion that the cube was last
// counted by: 1 had four series.
constexpr const char* kVersion3 = R"sql(
  -- Subjects that others may act on. What stands about them is folded from their entries.
  CREATE TABLE shared(
    id    BLOB PRIMARY KEY,     -- the subject
    until INTEGER NOT NULL,     -- the last day on which tablets need it
    gone  INTEGER NOT NULL,     -- 1: nothing stands any more, or the day has passed
    pos   INTEGER NOT NULL) WITHOUT ROWID;
  CREATE INDEX shared_pos ON shared(pos);

  -- Files that the municipality keeps for all tablets; NULL: the built-in one counts again.
  CREATE TABLE document(name TEXT PRIMARY KEY, text TEXT, pos INTEGER NOT NULL) WITHOUT ROWID;

  ALTER TABLE hub ADD COLUMN tally INTEGER NOT NULL DEFAULT 1;
)sql";

// Version 4: roles, and the log of administrative acts. Numbers of roles as in rights.h. Whoever
// could log in before could do everything, and logs in once more.
constexpr const char* kVersion4 = R"sql(
  DROP TABLE session;
  ALTER TABLE user RENAME TO user_3;
  CREATE TABLE user(
    name TEXT PRIMARY KEY, password_hash TEXT NOT NULL,
    role INTEGER NOT NULL,
    unit INTEGER) WITHOUT ROWID;  -- of a supervisor's; NULL: both, or no supervisor
  INSERT INTO user SELECT name, password_hash, 3, NULL FROM user_3;
  DROP TABLE user_3;
  CREATE TABLE session(
    token BLOB PRIMARY KEY, user TEXT NOT NULL REFERENCES user(name), expires INTEGER NOT NULL,
    used INTEGER NOT NULL) WITHOUT ROWID;  -- when it was last noted as used
  CREATE INDEX session_user ON session(user);

  -- Wrong passwords and enrolment codes. The key is a digest: what is typed as a user name may be a
  -- password.
  CREATE TABLE guess(
    key BLOB PRIMARY KEY, failures INTEGER NOT NULL, last INTEGER NOT NULL) WITHOUT ROWID;

  -- Administrative acts, in order; it only grows.
  CREATE TABLE audit(
    seq INTEGER PRIMARY KEY, at INTEGER NOT NULL, who TEXT NOT NULL, action TEXT NOT NULL,
    object TEXT NOT NULL, change TEXT NOT NULL);
  CREATE INDEX audit_at ON audit(at);
  CREATE TRIGGER audit_update BEFORE UPDATE ON audit
    BEGIN SELECT RAISE(ABORT, 'the audit log is not changed'); END;
  CREATE TRIGGER audit_delete BEFORE DELETE ON audit
    BEGIN SELECT RAISE(ABORT, 'the audit log is not shortened'); END;
  CREATE TRIGGER audit_replace BEFORE INSERT ON audit
    WHEN EXISTS(SELECT 1 FROM audit WHERE seq = NEW.seq)
    BEGIN SELECT RAISE(ABORT, 'the audit log is not changed'); END;
)sql";

// Version 5: when a topic is offered, who keeps it right, and what came after it. Days as above.
constexpr const char* kVersion5 = R"sql(
  ALTER TABLE topic ADD COLUMN valid_from INTEGER;
  ALTER TABLE topic ADD COLUMN valid_to INTEGER;    -- the last day; NULL: still offered
  ALTER TABLE topic ADD COLUMN checked_on INTEGER;
  ALTER TABLE topic ADD COLUMN owner TEXT NOT NULL DEFAULT '';
  ALTER TABLE topic ADD COLUMN replaced_by TEXT NOT NULL DEFAULT '';  -- another topic's id
)sql";

// Version 6: who else may read figures, and what keeps those of long periods quick.
constexpr const char* kVersion6 = R"sql(
  CREATE TABLE api_token(
    token     BLOB PRIMARY KEY,      -- digest only
    name      TEXT NOT NULL UNIQUE,  -- who reads with it
    created   INTEGER NOT NULL,
    expires   INTEGER,               -- NULL: never
    last_used INTEGER)               -- noted once an hour at most
    WITHOUT ROWID;

  -- The cube's weeks, summed by the tables of the figures (src/domain/week_sums.h), for each branch
  -- and for all of them: '*'. `tab` is a series, or 101 by day, 102 by branch, 103 by weekday and
  -- hour.
  CREATE TABLE week(
    scope TEXT, monday INTEGER, tab INTEGER, unit INTEGER, item TEXT, n INTEGER NOT NULL,
    PRIMARY KEY(scope, monday, tab, unit, item)) WITHOUT ROWID;
  -- 1970-01-01 was a Thursday.
  WITH line AS (
    SELECT branch, day - (day + 3) % 7 AS monday, series AS tab, unit, item, n FROM cell
      WHERE series <> 2
    UNION ALL SELECT branch, day - (day + 3) % 7, 101, unit, date(day * 86400, 'unixepoch'), n
      FROM cell WHERE series = 1
    UNION ALL SELECT branch, day - (day + 3) % 7, 102, unit, branch, n FROM cell WHERE series = 1
    UNION ALL SELECT branch, day - (day + 3) % 7, 103, unit, ((day + 3) % 7 + 1) || ':' || item, n
      FROM cell WHERE series = 2)
  INSERT INTO week
    SELECT branch, monday, tab, unit, item, sum(n) FROM line GROUP BY 1, 2, 3, 4, 5
      HAVING sum(n) <> 0
    UNION ALL SELECT '*', monday, tab, unit, item, sum(n) FROM line GROUP BY 2, 3, 4, 5
      HAVING sum(n) <> 0;
)sql";

// Version 7: what a tablet says of its clock (ms ahead of the hub's) and of its version.
constexpr const char* kVersion7 = R"sql(
  ALTER TABLE device ADD COLUMN clock_ahead INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE device ADD COLUMN program TEXT NOT NULL DEFAULT '';
)sql";

// Version 8: where somebody's own words stand, and how long they may. A text that has expired is
// '-'.
constexpr const char* kVersion8 = R"sql(
  CREATE INDEX entry_text ON entry(seq)
    WHERE (instr(body, '"text":') > 0 AND instr(body, '"text":"-"') = 0
           OR held IN ('future-schema', 'invalid-fields'));
  CREATE TABLE retention(
    kind TEXT PRIMARY KEY, days INTEGER NOT NULL) WITHOUT ROWID;  -- no row: nothing is set
)sql";

constexpr const char* kMigrations[] = {kVersion1, kVersion2, kVersion3, kVersion4,
                                       kVersion5, kVersion6, kVersion7, kVersion8};
constexpr int kApplicationId = 0x56656A48;  // "VejH"

}  // namespace

const platform::FileKind kHubFile{kApplicationId, kMigrations};

}  // namespace vejviser::hub
