-- Full-text search. Under row security an index on words serves nobody (its operator is not leakproof), so this one
-- function, owned by the searcher, uses the index and itself keeps to what the asker may see.
-- Words are taken as they are written, in any script; a search finds them by their beginnings, so no language is guessed.
CREATE INDEX statement_by_words ON ledger_statement USING gin (to_tsvector('pg_catalog.simple', text));

-- What somebody typed, as a search for words that begin so: quotes, "or" and "-" as people know them.
CREATE FUNCTION ledger.asked(typed text) RETURNS tsquery
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN regexp_replace(websearch_to_tsquery('pg_catalog.simple', typed)::text, '''(?= |$|\))', ''':*', 'g')::tsquery;

-- The latest statements that hold what was asked for, of what the asker may see; in one case, or in all.
CREATE FUNCTION ledger.search(asked text, in_case uuid, at_most int) RETURNS SETOF uuid
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
    SELECT s.id FROM ledger_statement s
    WHERE to_tsvector('pg_catalog.simple', s.text) @@ ledger.asked(search.asked)
      AND s.compartment_id = ANY ((SELECT access.visible())::uuid[])
      AND (in_case IS NULL OR s.case_id = in_case)
    ORDER BY s.position DESC LIMIT at_most
$$;
-- Who may call it is said before it is handed over: afterwards only its new owner could.
REVOKE ALL ON FUNCTION ledger.search(text, uuid, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ledger.search(text, uuid, int) TO homeward_app;
GRANT CREATE ON SCHEMA ledger TO homeward_searcher;
ALTER FUNCTION ledger.search(text, uuid, int) OWNER TO homeward_searcher;
REVOKE CREATE ON SCHEMA ledger FROM homeward_searcher;
