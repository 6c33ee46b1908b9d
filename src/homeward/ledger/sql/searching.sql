-- Full-text search. Under row security an index on words serves nobody (its operator is not leakproof), so this one
-- function, owned by the searcher, uses the index and itself keeps to what the asker may see.
-- Words are taken as they are written, in any script; a search finds them by their beginnings, so no language is guessed.

-- A part of a case: its statements among 4,096 consecutive positions, told by a few letters.
CREATE FUNCTION ledger.part(case_id uuid, number bigint) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN left(md5(case_id::text || number::text), 8);

-- The words of a long text: of a very long one those of its beginning, without what is too long to be a word.
CREATE FUNCTION ledger.words_of_long(text text) RETURNS tsvector
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN (SELECT ts_delete(v, ARRAY(SELECT w.lexeme FROM unnest(v) AS w WHERE octet_length(w.lexeme) > 2000))
            FROM to_tsvector('pg_catalog.simple', left(text, 100000)) AS v);

-- The words of a statement, each behind its part. So a search reads the latest part first and stops when it has enough: what
-- it costs grows neither with how common a word is, nor with what other cases hold.
CREATE FUNCTION ledger.words(text text, case_id uuid, place bigint) RETURNS tsvector
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN replace(' ' || CASE WHEN length(text) < 500 THEN to_tsvector('pg_catalog.simple', text) ELSE ledger.words_of_long(text) END::text,
                   ' ''', ' ''' || ledger.part(case_id, place >> 12))::tsvector;
CREATE INDEX statement_by_words ON ledger_statement USING gin (ledger.words(text, case_id, position));

-- What was just appended lies unsorted beside the index, where each search reads all of it: after a large append, sort it in.
CREATE FUNCTION ledger.sort_words() RETURNS bigint
    LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
    RETURN gin_clean_pending_list('public.statement_by_words'::regclass);
REVOKE ALL ON FUNCTION ledger.sort_words() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ledger.sort_words() TO homeward_writer;

-- What somebody typed, as a search for words that begin so: quotes, "or" and "-" as people know them.
CREATE FUNCTION ledger.asked(typed text) RETURNS tsquery
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN regexp_replace(websearch_to_tsquery('pg_catalog.simple', typed)::text, '''(?= |$|\))', ''':*', 'g')::tsquery;

-- The same in parts of cases; what is only told not to be there is looked for among all that is.
CREATE FUNCTION ledger.asked_in(wanted tsquery, parts text[]) RETURNS tsquery
    LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT string_agg(
        CASE WHEN wanted::text LIKE '%!%' THEN format('(%s & ''%s'':*)', said, part) ELSE format('(%s)', said) END, ' | ')::tsquery
    FROM unnest(parts) AS part, regexp_replace(wanted::text, '''((?:[^'']|'''')+)''', '''' || part || '\1''', 'g') AS said
$$;

-- The latest statements that hold what was asked for, of what the asker may see; in one case, or in all.
CREATE FUNCTION ledger.search(asked text, in_case uuid, at_most int) RETURNS SETOF uuid
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp SET enable_seqscan = off AS $$
DECLARE
    seen uuid[] := access.visible();
    wanted tsquery := ledger.asked(asked);
    cases uuid[];
    wide int := 1;
    last bigint;
    first bigint;
    got int;
BEGIN
    SELECT array_agg(c.id) INTO cases FROM ledger_case c
    WHERE c.compartment_id = ANY (seen) AND (in_case IS NULL OR c.id = in_case);
    IF cases IS NULL OR numnode(wanted) = 0 THEN RETURN; END IF;
    -- From the last part of these cases back to their first, in longer and longer steps.
    SELECT max(l.position) >> 12, min(f.position) >> 12 INTO last, first FROM unnest(cases) AS c (id),
        LATERAL (SELECT s.position FROM ledger_statement s WHERE s.case_id = c.id ORDER BY s.recorded_at DESC, s.position DESC LIMIT 1) l,
        LATERAL (SELECT s.position FROM ledger_statement s WHERE s.case_id = c.id ORDER BY s.recorded_at, s.position LIMIT 1) f;
    WHILE last >= first AND at_most > 0 LOOP
        RETURN QUERY
            WITH found AS MATERIALIZED (
                SELECT s.id, s.position FROM ledger_statement s
                WHERE ledger.words(s.text, s.case_id, s.position) @@ ledger.asked_in(wanted, ARRAY(
                          SELECT ledger.part(c.id, p) FROM unnest(cases) AS c (id), generate_series(greatest(first, last - wide + 1), last) AS p))
                  AND s.compartment_id = ANY (seen) AND s.case_id = ANY (cases)
                  AND s.position >> 12 BETWEEN last - wide + 1 AND last
            )
            SELECT f.id FROM found f ORDER BY f.position DESC LIMIT at_most;
        GET DIAGNOSTICS got = ROW_COUNT;
        at_most := at_most - got;
        last := last - wide;
        wide := least(wide * 2, 64);
    END LOOP;
END $$;
-- Who may call it is said before it is handed over: afterwards only its new owner could.
REVOKE ALL ON FUNCTION ledger.search(text, uuid, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ledger.search(text, uuid, int) TO homeward_app;
GRANT CREATE ON SCHEMA ledger TO homeward_searcher;
ALTER FUNCTION ledger.search(text, uuid, int) OWNER TO homeward_searcher;
REVOKE CREATE ON SCHEMA ledger FROM homeward_searcher;
CREATE POLICY seen_whole_by_the_searcher ON ledger_case FOR SELECT TO homeward_searcher USING (true);
GRANT SELECT ON ledger_case TO homeward_searcher;
