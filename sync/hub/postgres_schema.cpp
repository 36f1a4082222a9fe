#include "sync/hub/postgres_schema.h"

#include <iterator>

namespace vejviser::hub {

namespace {

// Version 1. Times are Unix milliseconds (UTC), days are days since 1970-01-01 (local calendar),
// digests are SHA-256; numbers of unit, series and state as in the enumerations of the source.
// Row-level security is the second wall between municipalities, behind the key in every statement.
constexpr const char* kVersion1 = R"sql(
  -- One row, locked by every transaction that writes: so a municipality's transactions follow one
  -- another, and the order of positions is the order of commits.
  CREATE TABLE municipality(
    key     integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    code    text NOT NULL UNIQUE,        -- in the address; '': the only one, at the address itself
    id      uuid,                        -- NULL: not set up
    name    text,
    row_pos bigint NOT NULL DEFAULT 0,   -- position of the name
    pos     bigint NOT NULL DEFAULT 0,   -- the last committed position
    floor   bigint NOT NULL DEFAULT 0,   -- positions up to this may have had rows deleted since
    newest  bigint,                      -- when the newest entry arrived
    tally   bigint NOT NULL DEFAULT 0);

  CREATE TABLE timeline(
    municipality integer NOT NULL, pos bigint NOT NULL, salt bigint NOT NULL, at bigint NOT NULL,
    PRIMARY KEY(municipality, pos));

  CREATE TABLE entry(
    municipality integer NOT NULL,
    id       uuid NOT NULL,
    seq      bigint GENERATED ALWAYS AS IDENTITY,   -- order of arrival
    subject  uuid,               -- NULL: the entry makes its own subject
    inst     bigint NOT NULL,    -- the tablet's database: its 16 hexadecimal digits
    n        bigint NOT NULL,    -- the tablet's own numbering within inst
    device   bigint NOT NULL,
    received bigint NOT NULL,
    held     text,               -- why it is kept but not counted; NULL: counted
    estimate bigint,             -- of a held one: when it was logged, as the hub reckons
    body     text NOT NULL,      -- the entry itself, as in sync/PROTOCOL.md
    PRIMARY KEY(municipality, id));
  CREATE INDEX entry_subject ON entry(municipality, subject) WHERE subject IS NOT NULL;
  CREATE INDEX entry_number ON entry(municipality, inst, n);
  CREATE INDEX entry_held ON entry(municipality, seq) WHERE held IS NOT NULL;
  -- Where somebody's own words stand. A text that has expired is '-'.
  CREATE INDEX entry_text ON entry(municipality, seq)
    WHERE (strpos(body, '"text":') > 0 AND strpos(body, '"text":"-"') = 0
           OR held IN ('future-schema', 'invalid-fields'));
  CREATE TABLE retention(
    municipality integer NOT NULL, kind text NOT NULL, days bigint NOT NULL,
    PRIMARY KEY(municipality, kind));

  CREATE TABLE numbering(
    municipality integer NOT NULL, inst bigint NOT NULL, device bigint NOT NULL,
    highest bigint NOT NULL, arrived bigint NOT NULL, forks bigint NOT NULL,
    changed bigint NOT NULL, PRIMARY KEY(municipality, inst));
  CREATE TABLE release(
    municipality integer NOT NULL, id uuid NOT NULL, at bigint NOT NULL, reason text NOT NULL,
    topic text, branch text, destination text, logged bigint, happened bigint,
    sure boolean NOT NULL, PRIMARY KEY(municipality, id));
  CREATE TABLE erased(
    municipality integer NOT NULL, id uuid NOT NULL, PRIMARY KEY(municipality, id));

  CREATE TABLE cell(
    municipality integer NOT NULL, day integer NOT NULL, series smallint NOT NULL,
    branch text COLLATE "C" NOT NULL, unit smallint NOT NULL, item text COLLATE "C" NOT NULL,
    n bigint NOT NULL, pos bigint NOT NULL,
    PRIMARY KEY(municipality, day, series, branch, unit, item)) WITH (fillfactor = 80);
  CREATE INDEX cell_pos ON cell(municipality, pos);
  -- The cube's weeks, summed by the tables of the figures (src/domain/week_sums.h), for each branch
  -- and for all of them: '*'. `tab` is a series, or 101 by day, 102 by branch, 103 by weekday and
  -- hour.
  CREATE TABLE week(
    municipality integer NOT NULL, scope text COLLATE "C" NOT NULL, monday integer NOT NULL,
    tab smallint NOT NULL, unit smallint NOT NULL, item text COLLATE "C" NOT NULL,
    n bigint NOT NULL,
    PRIMARY KEY(municipality, scope, monday, tab, unit, item)) WITH (fillfactor = 80);

  CREATE TABLE topic(
    municipality integer NOT NULL, id text NOT NULL, place bigint NOT NULL, name_da text NOT NULL,
    name_en text NOT NULL, topic_group text NOT NULL, authority boolean NOT NULL,
    heavy boolean NOT NULL, library boolean NOT NULL, citizen_service boolean NOT NULL,
    kle text NOT NULL, self_service text NOT NULL, minutes bigint NOT NULL,
    valid_from bigint,
    valid_to bigint,             -- the last day; NULL: still offered
    checked_on bigint, owner text NOT NULL,
    replaced_by text NOT NULL,   -- another topic's id
    pos bigint NOT NULL,
    PRIMARY KEY(municipality, id));
  CREATE INDEX topic_pos ON topic(municipality, pos);
  CREATE TABLE branch(
    municipality integer NOT NULL, code text NOT NULL, name text NOT NULL, pos bigint NOT NULL,
    PRIMARY KEY(municipality, code));
  CREATE INDEX branch_pos ON branch(municipality, pos);
  CREATE TABLE shared(
    municipality integer NOT NULL, id uuid NOT NULL, until bigint NOT NULL, gone boolean NOT NULL,
    pos bigint NOT NULL, PRIMARY KEY(municipality, id));
  CREATE INDEX shared_pos ON shared(municipality, pos);
  CREATE TABLE document(
    municipality integer NOT NULL, name text NOT NULL, text text, pos bigint NOT NULL,
    PRIMARY KEY(municipality, name));

  CREATE TABLE device(
    municipality integer NOT NULL, key bigint GENERATED ALWAYS AS IDENTITY, id uuid NOT NULL,
    name text NOT NULL, unit bigint NOT NULL, branch text NOT NULL, state bigint NOT NULL,
    token bytea NOT NULL, next_token bytea, last_heard bigint, waiting bigint NOT NULL DEFAULT 0,
    clock_ahead bigint NOT NULL DEFAULT 0,  -- ms, when last heard
    program text NOT NULL DEFAULT '',       -- its version then
    PRIMARY KEY(municipality, key), UNIQUE(municipality, id), UNIQUE(municipality, token),
    UNIQUE(municipality, next_token));
  CREATE TABLE enrol_code(
    municipality integer NOT NULL, code bytea NOT NULL, name text NOT NULL, unit bigint NOT NULL,
    branch text NOT NULL, expires bigint NOT NULL, used boolean NOT NULL,
    PRIMARY KEY(municipality, code));
  CREATE TABLE person(
    municipality integer NOT NULL, name text COLLATE "C" NOT NULL, password_hash text NOT NULL,
    role bigint NOT NULL,
    unit bigint,                 -- of a supervisor's; NULL: both, or no supervisor
    PRIMARY KEY(municipality, name));
  CREATE TABLE session(
    municipality integer NOT NULL, token bytea NOT NULL, person text NOT NULL,
    expires bigint NOT NULL,
    used bigint NOT NULL,        -- when it was last noted as used
    PRIMARY KEY(municipality, token));
  CREATE INDEX session_person ON session(municipality, person);
  CREATE TABLE guess(            -- wrong passwords and enrolment codes
    municipality integer NOT NULL, key bytea NOT NULL, failures bigint NOT NULL,
    last bigint NOT NULL, PRIMARY KEY(municipality, key));
  CREATE TABLE api_token(        -- of those who may read figures
    municipality integer NOT NULL, token bytea NOT NULL, name text COLLATE "C" NOT NULL,
    created bigint NOT NULL,
    expires bigint,              -- NULL: never
    last_used bigint,            -- noted once an hour at most
    PRIMARY KEY(municipality, token), UNIQUE(municipality, name));

  CREATE TABLE audit(            -- administrative acts, in order; it only grows
    municipality integer NOT NULL, seq bigint GENERATED ALWAYS AS IDENTITY, at bigint NOT NULL,
    who text NOT NULL, action text NOT NULL, object text NOT NULL, change text NOT NULL,
    PRIMARY KEY(municipality, seq));
  CREATE INDEX audit_at ON audit(municipality, at);
  CREATE FUNCTION keep_audit() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION 'the audit log is neither changed nor shortened'; END $$;
  CREATE TRIGGER audit_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON audit
    FOR EACH STATEMENT EXECUTE FUNCTION keep_audit();

  DO $$ DECLARE name text; BEGIN
    FOR name IN SELECT table_name FROM information_schema.columns
      WHERE table_schema = current_schema() AND column_name = 'municipality' LOOP
      EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
      EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
      EXECUTE format('CREATE POLICY one_municipality ON %I USING (municipality ='
        ' (SELECT nullif(current_setting(''vejviser.municipality'', true), '''')::integer))', name);
    END LOOP;
  END $$;
)sql";

constexpr const char* kMigrations[] = {kVersion1};
constexpr std::int64_t kNewest = std::size(kMigrations);

/// Whether the second wall holds for the role that the hub works as.
Status checkRole(PostgresConnection& connection) {
  const auto role =
      connection.run("SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user");
  if (!role) return role.error();
  if (role->size() == 1 && !role->truth(0, 0)) return {};
  return Error{ErrorCode::Refused, "hub database",
               "the role may read past row-level security; give the hub one that is no superuser"};
}

Status migrateFrom(PostgresConnection& connection, std::int64_t version, bool migrates) {
  if (version > kNewest) {
    return Error{ErrorCode::Incompatible, "hub database", "was made by a newer version"};
  }
  if (version > 0 && version < kNewest && !migrates) {
    return Error{ErrorCode::Refused, "hub database", "is of an older version: run migrate"};
  }
  for (std::int64_t i = version; i < kNewest; ++i) {
    if (const auto done = connection.runText(kMigrations[i]); !done) return done.error();
  }
  if (version == kNewest) return {};
  const auto noted = connection.run("UPDATE vejviser_version SET version = $1", kNewest);
  return noted ? Status{} : Status{noted.error()};
}

}  // namespace

Status migratePostgres(PostgresConnection& connection, bool migrates) {
  if (const Status role = checkRole(connection); !role) return role;
  // The lock's number is ours alone by agreement: "VejH".
  const auto begun = connection.runText(
      "BEGIN; SELECT pg_advisory_xact_lock(1449486920);"
      "CREATE TABLE IF NOT EXISTS vejviser_version("
      "  one bigint PRIMARY KEY CHECK(one = 1), version bigint NOT NULL);"
      "INSERT INTO vejviser_version VALUES(1, 0) ON CONFLICT DO NOTHING");
  if (!begun) return begun.error();
  const auto version = connection.run("SELECT version FROM vejviser_version");
  if (!version) return version.error();
  const Status migrated = migrateFrom(connection, version->integer(0, 0), migrates);
  if (migrated) return connection.commit();
  connection.rollBack();
  return migrated;
}

}  // namespace vejviser::hub
