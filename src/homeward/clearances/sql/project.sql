-- project: make clearances from the statements at positions after %(before)s up to %(last)s.
-- Tables are named without schema, so that a replay into temporary tables of the same names fills those instead. It reads no
-- clock, and nothing beside the statements.
WITH incoming AS MATERIALIZED (
    SELECT s.id, s.case_id, s.compartment_id, s.kind, j, j -> 'content' AS c
    FROM ledger_statement s, LATERAL (SELECT s.entry::jsonb AS j) AS e
    WHERE s.position > %(before)s AND s.position <= %(last)s
      AND s.kind IN ('said.permission', 'done.clearance_requested', 'done.permission_confirmed')
), requested AS (
    INSERT INTO clearances_request (statement_id, case_id, compartment_id, person_id, authority_id, batch_id, purpose)
    SELECT id, case_id, compartment_id, (c ->> 'person')::uuid, (c ->> 'authority')::uuid, (c ->> 'batch')::uuid, c ->> 'purpose'
    FROM incoming WHERE kind = 'done.clearance_requested'
), told AS (
    INSERT INTO clearances_permission (statement_id, case_id, compartment_id, person_id, authority_id, state, valid_from, valid_until,
                                       conditioned, document_id, list_id, version_id, record_id, reading_id, settled_id)
    SELECT id, case_id, compartment_id, (c ->> 'person')::uuid, (c ->> 'authority')::uuid, c ->> 'state',
           (c #>> '{valid,from}')::timestamptz, (c #>> '{valid,until}')::timestamptz,
           EXISTS (SELECT FROM jsonb_array_elements(j -> 'sealed') AS x WHERE x ->> 'field' = 'conditions'),
           (c ->> 'document')::uuid, (c ->> 'list')::uuid, (c ->> 'version')::uuid, (c ->> 'record')::uuid,
           (c ->> 'reading')::uuid, (c ->> 'settled')::uuid
    FROM incoming WHERE kind = 'said.permission'
)
INSERT INTO clearances_confirmation (statement_id, number, case_id, compartment_id, permission_id)
SELECT id, confirmed.number, case_id, compartment_id, confirmed.permission::uuid
FROM incoming, jsonb_array_elements_text(c -> 'permissions') WITH ORDINALITY AS confirmed (permission, number)
WHERE kind = 'done.permission_confirmed'
