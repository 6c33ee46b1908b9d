-- The tree of RFC 9162 over a log, kept as full tiles of 256 hashes, and the sealed log of the desk itself.

-- SHA-256(0x00 || salt || position || microseconds since 1970 || entry): every byte of a row is under it.
-- As stable as the functions it is made of, so that it is written into each query that calls it.
CREATE FUNCTION access.leaf(salt bytea, place bigint, recorded_at timestamptz, entry text) RETURNS bytea
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN sha256('\x00'::bytea || salt || int8send(place)
                  || int8send((extract(epoch FROM recorded_at) * 1000000)::bigint) || convert_to(entry, 'UTF8'));

-- The root over one to 256 hashes of 32 bytes each: pairs hashed level by level, the odd one out goes up as it is.
CREATE FUNCTION access.root_over(hashes bytea) RETURNS bytea
    LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
    level bytea := hashes;
    n int := length(hashes) / 32;
BEGIN
    WHILE n > 1 LOOP
        SELECT string_agg(sha256('\x01'::bytea || substring(level FROM i * 64 + 1 FOR 64)), ''::bytea ORDER BY i)
               || CASE WHEN n % 2 = 1 THEN substring(level FROM n * 32 - 31 FOR 32) ELSE ''::bytea END
        INTO level FROM generate_series(0, n / 2 - 1) AS i;
        n := length(level) / 32;
    END LOOP;
    RETURN level;
END $$;

-- Sixteen bytes (122 bits of chance) that nobody can guess, so that nobody can test a guess of a hidden entry against its leaf.
CREATE FUNCTION access.salt() RETURNS bytea
    LANGUAGE sql VOLATILE
    RETURN uuid_send(gen_random_uuid());

-- Append one line to the log of the desk; the caller gives neither place nor time.
CREATE FUNCTION access.record(entry text) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    j jsonb := entry::jsonb;
    place bigint;
    moment timestamptz;
    grain bytea := access.salt();
    tiles bigint;
    tier smallint := 0;
    gathered bytea;
BEGIN
    IF (j ->> 'by')::uuid IS DISTINCT FROM access.actor() THEN
        RAISE insufficient_privilege USING MESSAGE = 'an event is recorded by the actor who acts';
    END IF;
    PERFORM pg_advisory_xact_lock(hashtext('homeward.access.record'));
    SELECT coalesce(max(e.position), 0) + 1, greatest(clock_timestamp(), max(e.recorded_at) + interval '1 microsecond')
    INTO place, moment FROM access_event e;
    INSERT INTO access_event (position, id, recorded_at, salt, entry, leaf, kind, actor_id)
    VALUES (place, (j ->> 'id')::uuid, moment, grain, entry, access.leaf(grain, place, moment, entry), j ->> 'kind', access.actor());
    tiles := place;
    WHILE tiles % 256 = 0 LOOP
        tiles := tiles / 256;
        IF tier = 0 THEN
            SELECT string_agg(e.leaf, ''::bytea ORDER BY e.position) INTO gathered
            FROM access_event e WHERE e.position > (tiles - 1) * 256;
        ELSE
            SELECT string_agg(t.root, ''::bytea ORDER BY t.number) INTO gathered
            FROM access_tile t WHERE t.level = tier - 1 AND t.number >= (tiles - 1) * 256;
        END IF;
        INSERT INTO access_tile (level, number, hashes, root) VALUES (tier, tiles - 1, gathered, access.root_over(gathered));
        tier := tier + 1;
    END LOOP;
    RETURN place;
END $$;
GRANT SELECT, INSERT ON access_event, access_tile TO homeward_writer;
-- Who may call it is said before it is handed over: afterwards only its new owner could.
REVOKE ALL ON FUNCTION access.record(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.record(text) TO homeward_app, homeward_migrator;
GRANT CREATE ON SCHEMA access TO homeward_writer;
ALTER FUNCTION access.record(text) OWNER TO homeward_writer;
REVOKE CREATE ON SCHEMA access FROM homeward_writer;

-- The root over the first `size` lines of a log, from its tiles and the leaves behind the last full one.
CREATE FUNCTION access.root_at(log text, size bigint) RETURNS bytea
    LANGUAGE plpgsql STABLE AS $$
DECLARE
    carried bytea := ''::bytea;
    left_over bytea;
    n bigint := size;
    tier int := 0;
BEGIN
    IF size = 0 THEN RETURN sha256(''::bytea); END IF;
    WHILE n > 0 LOOP
        IF tier = 0 THEN
            EXECUTE format('SELECT string_agg(leaf, ''''::bytea ORDER BY position) FROM %I WHERE position > $1 AND position <= $2',
                           CASE log WHEN 'access' THEN 'access_event' ELSE 'ledger_statement' END)
            INTO left_over USING n - n % 256, n;
        ELSE
            EXECUTE format('SELECT string_agg(root, ''''::bytea ORDER BY number) FROM %I WHERE level = $1 AND number >= $2 AND number < $3',
                           log || '_tile')
            INTO left_over USING tier - 1, n - n % 256, n;
        END IF;
        carried := coalesce(left_over, ''::bytea) || carried;
        IF carried <> ''::bytea THEN carried := access.root_over(carried); END IF;
        n := n / 256;
        tier := tier + 1;
    END LOOP;
    RETURN carried;
END $$;

CREATE FUNCTION access.never() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE insufficient_privilege USING MESSAGE = format('%s is never changed: nothing there is overwritten or removed', TG_TABLE_NAME);
END $$;
CREATE TRIGGER kept BEFORE UPDATE OR DELETE OR TRUNCATE ON access_event FOR EACH STATEMENT EXECUTE FUNCTION access.never();
CREATE TRIGGER kept BEFORE UPDATE OR DELETE OR TRUNCATE ON access_tile FOR EACH STATEMENT EXECUTE FUNCTION access.never();
GRANT SELECT ON access_event, access_tile TO homeward_verifier, homeward_keeper;

-- The keeper makes backups: it reads every row and writes none. Its data dump leaves the keys out.
GRANT SELECT ON ALL TABLES IN SCHEMA public TO homeward_keeper;
CREATE POLICY kept_in_backups ON access_compartment FOR SELECT TO homeward_keeper USING (true);
CREATE POLICY kept_in_backups ON access_grant FOR SELECT TO homeward_keeper USING (true);
CREATE POLICY kept_in_backups ON access_key FOR SELECT TO homeward_keeper USING (true);
CREATE POLICY kept_in_backups ON access_token FOR SELECT TO homeward_keeper USING (true);
