-- The desk's database. Run by a superuser with psql after roles.sql; running it again changes nothing.
-- Another name: psql -v database=NAME.

\if :{?database}
\else
    \set database homeward
\endif

SELECT format('CREATE DATABASE %I OWNER homeward_migrator ENCODING ''UTF8'' TEMPLATE template0', :'database')
WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = :'database') \gexec

\connect :"database"

-- Owned by name, not through pg_database_owner: homeward_migrator inherits nothing.
ALTER SCHEMA public OWNER TO homeward_migrator;
SET ROLE homeward_migrator;
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO homeward_app, homeward_writer, homeward_searcher, homeward_projector, homeward_verifier,
    homeward_keeper;
REVOKE ALL ON DATABASE :"database" FROM PUBLIC, homeward_app;
GRANT CONNECT ON DATABASE :"database" TO homeward_app, homeward_projector, homeward_verifier;
-- Replay fills temporary tables. The app makes none: one that is named like a table of the desk could stand in its place.
GRANT TEMPORARY ON DATABASE :"database" TO homeward_projector;
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE EXTENSION IF NOT EXISTS btree_gist;
RESET ROLE;
