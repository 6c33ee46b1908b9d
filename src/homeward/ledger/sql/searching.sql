-- Full-text search. Under row security an index on words serves nobody (its operator is not leakproof), so this one
-- function, owned by the searcher, uses the index and itself keeps to what the asker may see.
-- Words are taken as they are written, in any script; a search finds them by their beginnings, so no language is guessed.
CREATE FUNCTION ledger.words(text text) RETURNS tsvector
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN to_tsvector('pg_catalog.simple', text);

-- What somebody typed, as a search for words that begin so: quotes, "or" and "-" as people know them.
CREATE FUNCTION ledger.asked(typed text) RETURNS tsquery
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN regexp_replace(websearch_to_tsquery('pg_catalog.simple', typed)::text, '''(?= |$|\))', ''':*', 'g')::tsquery;

CREATE INDEX statement_by_words ON ledger_statement USING gin (ledger.words(text));

CREATE FUNCTION ledger.search(asked text, in_case uuid, at_most int) RETURNS TABLE (id uuid, rank real)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
    WITH q AS (SELECT ledger.asked(search.asked) AS query),
    found AS MATERIALIZED (
        SELECT s.id, s.text, s.position FROM ledger_statement s, q
        WHERE ledger.words(s.text) @@ q.query
          AND s.compartment_id = ANY ((SELECT access.visible())::uuid[])
          AND (in_case IS NULL OR s.case_id = in_case)
        ORDER BY s.position DESC LIMIT 2000
    )
    SELECT f.id, ts_rank(ledger.words(f.text), q.query) FROM found f, q
    ORDER BY ts_rank(ledger.words(f.text), q.query) DESC, f.position DESC LIMIT at_most
$$;
GRANT CREATE ON SCHEMA ledger TO homeward_searcher;
ALTER FUNCTION ledger.search(text, uuid, int) OWNER TO homeward_searcher;
REVOKE CREATE ON SCHEMA ledger FROM homeward_searcher;
REVOKE ALL ON FUNCTION ledger.search(text, uuid, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ledger.search(text, uuid, int) TO homeward_app;
