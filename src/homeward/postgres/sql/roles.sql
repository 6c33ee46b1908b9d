-- The roles of the desk. Run once by a superuser on any PostgreSQL 15 or later; running it again changes nothing:
--
--     psql -v ON_ERROR_STOP=1 -f roles.sql -f database.sql
--
-- No role here is a superuser or passes by row security. The two that log in have no password yet: set one, or map them.
--
--   homeward_migrator   owns the database and every table in it, and runs the migrations. It inherits nothing: policies
--                       made for projector, verifier or keeper hold for it only after SET ROLE, so it sees no rows by itself.
--   homeward_app        the web desk, its workers and the command line; owns nothing.
--   homeward_writer     owns ledger.append, the one door into the ledger.
--   homeward_searcher   owns the search function.
--   homeward_projector  rebuilds the projections (replay).
--   homeward_verifier   reads everything to prove that nothing was changed.
--   homeward_keeper     reads everything to keep a copy (backup).
--
-- To hand a function over, a migration does, as homeward_migrator:
--     GRANT CREATE ON SCHEMA s TO homeward_writer; ALTER FUNCTION s.f() OWNER TO homeward_writer; REVOKE CREATE ...;
-- To replace it later: DROP FUNCTION (the schema's owner may), CREATE, and hand it over again.

DO $$
DECLARE
    known record;
BEGIN
    FOR known IN
        SELECT * FROM (VALUES
            ('homeward_migrator',  'LOGIN CREATEDB'),
            ('homeward_app',       'LOGIN NOCREATEDB'),
            ('homeward_writer',    'NOLOGIN NOCREATEDB'),
            ('homeward_searcher',  'NOLOGIN NOCREATEDB'),
            ('homeward_projector', 'NOLOGIN NOCREATEDB'),
            ('homeward_verifier',  'NOLOGIN NOCREATEDB'),
            ('homeward_keeper',    'NOLOGIN NOCREATEDB')
        ) AS roles (name, rights)
    LOOP
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = known.name) THEN
            EXECUTE format('CREATE ROLE %I', known.name);
        END IF;
        EXECUTE format('ALTER ROLE %I %s NOSUPERUSER NOCREATEROLE NOREPLICATION NOBYPASSRLS NOINHERIT', known.name, known.rights);
    END LOOP;
END
$$;

GRANT homeward_app, homeward_writer, homeward_searcher, homeward_projector, homeward_verifier, homeward_keeper
    TO homeward_migrator;
