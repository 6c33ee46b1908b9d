DROP TRIGGER kept ON access_event;
DROP TRIGGER kept ON access_tile;
DROP OWNED BY homeward_keeper;
