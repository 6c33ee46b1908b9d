-- project: make lists and their versions from the statements at positions after %(before)s up to %(last)s.
-- Tables are named without schema, so that a replay into temporary tables of the same names fills those instead.
WITH incoming AS MATERIALIZED (
    SELECT s.position, s.id, s.case_id, s.compartment_id, s.kind, s.recorded_at, s.recorded_by, s.entry::jsonb -> 'content' AS c
    FROM ledger_statement s
    WHERE s.position > %(before)s AND s.position <= %(last)s
      AND s.kind IN ('done.list_received', 'done.list_read', 'done.columns_settled', 'done.row_settled', 'done.removals_settled')
), named AS (
    INSERT INTO lists_list (list_id, case_id, compartment_id, statement_id, authority_id, title)
    SELECT DISTINCT ON (c ->> 'list') (c ->> 'list')::uuid, case_id, compartment_id, id, (c ->> 'authority')::uuid,
           coalesce(c ->> 'title', '')
    FROM incoming WHERE kind = 'done.list_received' ORDER BY c ->> 'list', position
    ON CONFLICT (list_id) DO NOTHING
), versions AS (
    INSERT INTO lists_version (statement_id, case_id, compartment_id, version_id, list_id, number, digest, media_type, original_id,
                               declared, declared_from, recorded_at, recorded_by)
    SELECT id, case_id, compartment_id, (c ->> 'version')::uuid, (c ->> 'list')::uuid, (c ->> 'number')::int, c ->> 'digest',
           coalesce(c ->> 'media_type', ''), (c ->> 'original')::uuid, c -> 'declared', (c #>> '{declared,from}')::timestamptz,
           recorded_at, recorded_by
    FROM incoming WHERE kind = 'done.list_received'
), readings AS (
    INSERT INTO lists_reading (statement_id, case_id, compartment_id, version_id, list_id, stored, set_aside, same, records, root)
    SELECT id, case_id, compartment_id, (c ->> 'version')::uuid, (c ->> 'list')::uuid, (c ->> 'stored')::int,
           (c ->> 'set_aside')::int, (c ->> 'same')::int, (c ->> 'records')::int, c ->> 'root'
    FROM incoming WHERE kind = 'done.list_read'
), mappings AS (
    INSERT INTO lists_mapping (statement_id, case_id, compartment_id, list_id, position, columns, answers)
    SELECT id, case_id, compartment_id, (c ->> 'list')::uuid, position, c -> 'columns', coalesce(c -> 'answers', '[]')
    FROM incoming WHERE kind = 'done.columns_settled'
), settled AS (
    INSERT INTO lists_settledrow (statement_id, case_id, compartment_id, list_id, version_id, aside_id, settled, record_id,
                                  person_id, reason, position, recorded_at, recorded_by)
    SELECT id, case_id, compartment_id, (c ->> 'list')::uuid, (c ->> 'version')::uuid, (c ->> 'row')::uuid, c ->> 'settled',
           (c ->> 'record')::uuid, (c ->> 'person')::uuid, coalesce(c ->> 'reason', ''), position, recorded_at, recorded_by
    FROM incoming WHERE kind = 'done.row_settled'
)
INSERT INTO lists_removals (statement_id, case_id, compartment_id, list_id, version_id, settled, people, reason, recorded_at, recorded_by)
SELECT id, case_id, compartment_id, (c ->> 'list')::uuid, (c ->> 'version')::uuid, c ->> 'settled',
       jsonb_array_length(c -> 'people'), coalesce(c ->> 'reason', ''), recorded_at, recorded_by
FROM incoming WHERE kind = 'done.removals_settled'
