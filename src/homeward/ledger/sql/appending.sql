-- The one way into the ledger. The app role has no INSERT on it; this function checks, places, times, salts and seals.
CREATE SCHEMA ledger;
GRANT USAGE ON SCHEMA ledger TO homeward_app, homeward_writer, homeward_searcher, homeward_projector, homeward_verifier, homeward_keeper;

-- Append entries (canonical JSON texts, one a line: the canonical form has no line break) in their order; gives their
-- positions, first and last, and the moment of recording.
-- Only one transaction appends at a time, until it commits; all entries of one transaction share one moment.
CREATE FUNCTION ledger.append(entries text) RETURNS TABLE (first bigint, last bigint, moment timestamptz)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp SET work_mem = '64MB' AS $$
DECLARE
    recorded_before timestamptz;
    refused text;
    tiles bigint;
    tier smallint := 0;
    size_before bigint;
    size_after bigint;
    allowed uuid[] := access.writable();
    log_size bigint;
    added bigint;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('homeward.ledger.append'));
    -- Words of few entries wait in a short list; those of many in a long one, which is sorted into the index below.
    PERFORM set_config('gin_pending_list_limit', CASE WHEN length(entries) < 1000000 THEN '64kB' ELSE '64MB' END, true);
    SELECT coalesce(max(h.size), 0) INTO size_before FROM ledger_head h;
    SELECT s.recorded_at INTO recorded_before FROM ledger_statement s WHERE s.position = size_before;
    -- The same transaction keeps its moment; another one gets a later one, even when the clock was set back. Whoever sets
    -- this by hand gains the moment of the row before, and only when that lies within their own transaction.
    IF current_setting('homeward.appended', true) = size_before::text AND recorded_before >= transaction_timestamp() THEN
        moment := recorded_before;
    ELSE
        moment := greatest(clock_timestamp(), recorded_before + interval '1 microsecond');
    END IF;

    INSERT INTO ledger_statement (
        position, id, recorded_at, salt, entry, leaf, case_id, compartment_id, ref, kind, speaker_id, party_id, origin_id,
        modality, topic, language, recorded_by, occurred_from, occurred_until, said_from, said_until,
        published_from, published_until, text)
    SELECT
        s.place, (j ->> 'id')::uuid, append.moment, s.salt, s.entry, access.leaf(s.salt, s.place, append.moment, s.entry),
        (j ->> 'case')::uuid, (j ->> 'compartment')::uuid, coalesce(j ->> 'ref', ''), j ->> 'kind',
        (j ->> 'speaker')::uuid, (j ->> 'party')::uuid, (j ->> 'origin')::uuid, j ->> 'modality',
        coalesce(j ->> 'topic', ''), coalesce(j ->> 'language', ''), (j ->> 'by')::uuid,
        (j #>> '{occurred,from}')::timestamptz, (j #>> '{occurred,until}')::timestamptz,
        (j #>> '{said,from}')::timestamptz, (j #>> '{said,until}')::timestamptz,
        (j #>> '{published,from}')::timestamptz, (j #>> '{published,until}')::timestamptz,
        coalesce(j ->> 'text', '')
    FROM (
        SELECT e.entry, size_before + e.n AS place, access.salt() AS salt, e.entry::jsonb AS j
        FROM string_to_table(entries, E'\n') WITH ORDINALITY AS e (entry, n)
        OFFSET 0
    ) AS s
    ORDER BY s.place;
    GET DIAGNOSTICS added = ROW_COUNT;
    size_after := size_before + added;

    SELECT format('entry %s: %s', s.ref,
                  CASE WHEN s.recorded_by IS DISTINCT FROM access.actor() THEN 'it names another actor than the one who records'
                       ELSE 'the actor may not write there' END)
    INTO refused FROM ledger_statement s
    WHERE s.position > size_before AND (s.recorded_by IS DISTINCT FROM access.actor() OR NOT s.compartment_id = ANY (allowed))
    LIMIT 1;
    IF refused IS NOT NULL THEN
        RAISE insufficient_privilege USING MESSAGE = refused;
    END IF;

    -- Tiles that became full, level by level.
    tiles := size_before;
    WHILE size_after / 256 > 0 LOOP
        INSERT INTO ledger_tile (level, number, hashes, root)
        SELECT tier, full_tile.number, full_tile.hashes, access.root_over(full_tile.hashes)
        FROM (
            SELECT n AS number, CASE WHEN tier = 0
                THEN (SELECT string_agg(s.leaf, ''::bytea ORDER BY s.position) FROM ledger_statement s
                      WHERE s.position > n * 256 AND s.position <= (n + 1) * 256)
                ELSE (SELECT string_agg(t.root, ''::bytea ORDER BY t.number) FROM ledger_tile t
                      WHERE t.level = tier - 1 AND t.number >= n * 256 AND t.number < (n + 1) * 256) END AS hashes
            FROM generate_series(tiles / 256, size_after / 256 - 1) AS n
        ) AS full_tile;
        tiles := tiles / 256;
        size_after := size_after / 256;
        tier := tier + 1;
    END LOOP;

    IF length(entries) >= 1000000 THEN PERFORM ledger.sort_words(); END IF;

    size_after := size_before + added;
    IF size_after > size_before THEN
        SELECT coalesce(max(e.position), 0) INTO log_size FROM access_event e;
        INSERT INTO ledger_head (size, root, access_size, access_root)
        VALUES (size_after, access.root_at('ledger', size_after), log_size, access.root_at('access', log_size));
        PERFORM set_config('homeward.appended', size_after::text, true);
    END IF;
    first := size_before + 1;
    last := size_after;
    RETURN NEXT;
END $$;

-- The newest head, if nobody has signed it yet. A head is made first when only the desk's own log has grown since the last
-- one, so that what nobody recorded in the ledger (a sign-in, a grant) is under a signature too; while somebody appends, that
-- append makes the next head itself, and nobody waits here.
CREATE FUNCTION ledger.head_to_sign() RETURNS SETOF ledger_head
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    newest ledger_head;
    log_size bigint;
BEGIN
    IF pg_try_advisory_xact_lock(hashtext('homeward.ledger.append')) THEN
        SELECT h.* INTO newest FROM ledger_head h ORDER BY h.size DESC, h.access_size DESC LIMIT 1;
        SELECT coalesce(max(e.position), 0) INTO log_size FROM access_event e;
        IF log_size > coalesce(newest.access_size, 0) THEN
            INSERT INTO ledger_head (size, root, access_size, access_root)
            VALUES (coalesce(newest.size, 0), access.root_at('ledger', coalesce(newest.size, 0)),
                    log_size, access.root_at('access', log_size));
        END IF;
    END IF;
    RETURN QUERY SELECT * FROM (SELECT h.* FROM ledger_head h ORDER BY h.size DESC, h.access_size DESC LIMIT 1) AS last
                 WHERE last.signature IS NULL;
END $$;

-- Put a signature under a head; a head is signed once.
CREATE FUNCTION ledger.sign(head bigint, log bigint, at timestamptz, key text, signed bytea) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
    AS $$ UPDATE ledger_head SET signed_at = at, key_id = key, signature = signed
          WHERE size = head AND access_size = log AND signature IS NULL $$;

-- The last head that was signed: what an auditor keeps elsewhere.
CREATE FUNCTION ledger.signed_head() RETURNS SETOF ledger_head
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
    AS $$ SELECT * FROM ledger_head WHERE signature IS NOT NULL ORDER BY size DESC, access_size DESC LIMIT 1 $$;

-- The first hashes of a tile, for a proof: leaves, or roots of full tiles below. They are salted and tell of nothing they stand for.
CREATE FUNCTION ledger.hashes(tier int, place bigint, width int) RETURNS bytea
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT CASE
        WHEN width = 256 THEN (SELECT t.hashes FROM ledger_tile t WHERE t.level = tier AND t.number = place)
        WHEN tier = 0 THEN (SELECT string_agg(s.leaf, ''::bytea ORDER BY s.position) FROM ledger_statement s
                            WHERE s.position > place * 256 AND s.position <= place * 256 + least(width, 256))
        ELSE (SELECT string_agg(t.root, ''::bytea ORDER BY t.number) FROM ledger_tile t
              WHERE t.level = tier - 1 AND t.number >= place * 256 AND t.number < place * 256 + least(width, 256))
    END
$$;

-- Which of these entries the ledger has already, as the actor may see it.
CREATE FUNCTION ledger.known(ids uuid[]) RETURNS TABLE (id uuid, entry text)
    LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp
    AS $$ SELECT s.id, s.entry FROM ledger_statement s WHERE s.id = ANY (ids) $$;

GRANT CREATE ON SCHEMA ledger TO homeward_writer;
-- Who may call a function is said before it is handed over: afterwards only its new owner could.
DO $$
DECLARE
    named text;
BEGIN
    FOREACH named IN ARRAY ARRAY['ledger.append(text)', 'ledger.head_to_sign()', 'ledger.signed_head()',
                                 'ledger.hashes(int, bigint, int)',
                                 'ledger.sign(bigint, bigint, timestamptz, text, bytea)'] LOOP
        EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', named);
        EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO homeward_app', named);
        EXECUTE format('ALTER FUNCTION %s OWNER TO homeward_writer', named);
    END LOOP;
END $$;
REVOKE CREATE ON SCHEMA ledger FROM homeward_writer;

-- Kept tables: seen by compartment, written by the writer alone, changed by nobody.
-- Entries of up to 4 KB lie in the row as they are: packing each one takes longer than writing it, and unpacking than reading.
ALTER TABLE ledger_statement SET (toast_tuple_target = 4080);
ALTER TABLE ledger_statement ENABLE ROW LEVEL SECURITY;
ALTER TABLE ledger_statement FORCE ROW LEVEL SECURITY;
CREATE POLICY seen_by_those_let_in ON ledger_statement FOR SELECT TO homeward_app
    USING (compartment_id = ANY ((SELECT access.visible())::uuid[]));
CREATE POLICY placed_by_the_writer ON ledger_statement FOR INSERT TO homeward_writer WITH CHECK (true);
CREATE POLICY sealed_by_the_writer ON ledger_statement FOR SELECT TO homeward_writer USING (true);
CREATE POLICY seen_whole ON ledger_statement FOR SELECT TO homeward_projector, homeward_verifier, homeward_keeper, homeward_searcher
    USING (true);
ALTER TABLE ledger_document ENABLE ROW LEVEL SECURITY;
ALTER TABLE ledger_document FORCE ROW LEVEL SECURITY;
CREATE POLICY seen_by_those_let_in ON ledger_document FOR SELECT TO homeward_app
    USING (compartment_id = ANY ((SELECT access.visible())::uuid[]));
CREATE POLICY received_by_those_who_write ON ledger_document FOR INSERT TO homeward_app
    WITH CHECK (compartment_id = ANY ((SELECT access.writable())::uuid[]));
CREATE POLICY seen_whole ON ledger_document FOR SELECT TO homeward_projector, homeward_verifier, homeward_keeper USING (true);

GRANT SELECT ON ledger_statement, ledger_document TO homeward_app, homeward_projector, homeward_verifier, homeward_keeper;
GRANT SELECT ON ledger_statement TO homeward_searcher;
GRANT INSERT ON ledger_document TO homeward_app;
GRANT SELECT, INSERT ON ledger_statement, ledger_tile, ledger_head TO homeward_writer;
GRANT UPDATE (signed_at, key_id, signature) ON ledger_head TO homeward_writer;
GRANT SELECT ON ledger_tile, ledger_head TO homeward_verifier, homeward_keeper, homeward_projector;

CREATE FUNCTION ledger.signed_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.signature IS NOT NULL OR (NEW.size, NEW.root, NEW.access_size, NEW.access_root)
       IS DISTINCT FROM (OLD.size, OLD.root, OLD.access_size, OLD.access_root) THEN
        RAISE insufficient_privilege USING MESSAGE = 'a head is signed once and never changed';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER signed_once BEFORE UPDATE ON ledger_head FOR EACH ROW EXECUTE FUNCTION ledger.signed_once();
CREATE TRIGGER kept BEFORE DELETE OR TRUNCATE ON ledger_head FOR EACH STATEMENT EXECUTE FUNCTION access.never();
CREATE TRIGGER kept BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_statement FOR EACH STATEMENT EXECUTE FUNCTION access.never();
CREATE TRIGGER kept BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_tile FOR EACH STATEMENT EXECUTE FUNCTION access.never();
CREATE TRIGGER kept BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_document FOR EACH STATEMENT EXECUTE FUNCTION access.never();
