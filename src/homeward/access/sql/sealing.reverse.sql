DROP TRIGGER kept ON access_event;
DROP TRIGGER kept ON access_tile;
-- What was granted to keeper is taken back in its own name, since the migrator inherits nothing.
SET LOCAL ROLE homeward_keeper;
DROP OWNED BY homeward_keeper;
RESET ROLE;
GRANT USAGE ON SCHEMA public TO homeward_keeper;
