-- project: make the register from the statements at positions after %(before)s up to %(last)s.
-- Tables are named without schema, so that a replay into temporary tables of the same names fills those instead. It reads no
-- clock; beside the statements it reads the rows of lists, which are kept and stand there before the statement of their reading.
WITH incoming AS MATERIALIZED (
    SELECT s.position, s.id, s.case_id, s.compartment_id, s.kind, s.recorded_at, s.recorded_by, j, j -> 'content' AS c,
           (j #>> '{content,told_by}')::uuid AS told_by
    FROM ledger_statement s, LATERAL (SELECT s.entry::jsonb AS j) AS e
    WHERE s.position > %(before)s AND s.position <= %(last)s
      AND s.kind IN ('said.person', 'said.whereabouts', 'said.kin', 'said.consent', 'said.need', 'said.sought',
                     'done.need_listed', 'done.erasure_asked', 'done.erased', 'done.list_read', 'done.judged')
), sealed AS MATERIALIZED (
    SELECT i.id, x ->> 'field' AS field, decode(x ->> 'box', 'hex') AS box
    FROM incoming i, jsonb_array_elements(i.j -> 'sealed') AS x
    WHERE i.j ? 'sealed'
), said AS (
    INSERT INTO people_said (statement_id, case_id, compartment_id, person_id, told_by_id, box)
    SELECT i.id, case_id, compartment_id, (c ->> 'person')::uuid, told_by, x.box
    FROM incoming i JOIN sealed x ON x.id = i.id AND x.field = 'values' WHERE kind = 'said.person'
), whereabouts AS (
    INSERT INTO people_whereabouts (statement_id, case_id, compartment_id, person_id, state, told_by_id)
    SELECT id, case_id, compartment_id, (c ->> 'person')::uuid, c ->> 'state', told_by
    FROM incoming WHERE kind = 'said.whereabouts'
), kin AS (
    INSERT INTO people_kin (statement_id, case_id, compartment_id, person_id, other_id, relation, told_by_id)
    SELECT id, case_id, compartment_id, (c ->> 'person')::uuid, (c ->> 'other')::uuid, c ->> 'relation', told_by
    FROM incoming WHERE kind = 'said.kin'
), consent AS (
    INSERT INTO people_consent (statement_id, case_id, compartment_id, person_id, state, given_by, scope, until, told_by_id)
    SELECT id, case_id, compartment_id, (c ->> 'person')::uuid, c ->> 'state', c ->> 'given_by', c -> 'scope',
           (c #>> '{until,until}')::timestamptz, told_by
    FROM incoming WHERE kind = 'said.consent'
), needs AS (
    INSERT INTO people_need (statement_id, case_id, compartment_id, person_id, told_by_id, box)
    SELECT i.id, case_id, compartment_id, (c ->> 'person')::uuid, told_by, x.box
    FROM incoming i JOIN sealed x ON x.id = i.id AND x.field = 'need' WHERE kind = 'said.need'
), sought AS (
    INSERT INTO people_sought (statement_id, case_id, compartment_id, request_id, sought_id, inquirer_id, state, told_by_id)
    SELECT id, case_id, compartment_id, (c ->> 'request')::uuid, (c ->> 'sought')::uuid, (c ->> 'inquirer')::uuid,
           c ->> 'state', told_by
    FROM incoming WHERE kind = 'said.sought'
), judged AS (
    INSERT INTO people_judgement (statement_id, number, case_id, compartment_id, one_id, other_id, judgement, second, per_mille, rule,
                                  reason, position, recorded_at, recorded_by)
    SELECT id, pair.number, case_id, compartment_id, (p ->> 'one')::uuid, (p ->> 'other')::uuid, c ->> 'judgement',
           p ->> 'second' IS NOT NULL, (p ->> 'per_mille')::int, coalesce(c ->> 'rule', ''), coalesce(c ->> 'reason', ''), position,
           recorded_at, recorded_by
    FROM incoming, jsonb_array_elements(c -> 'pairs') WITH ORDINALITY AS pair (p, number) WHERE kind = 'done.judged'
), listed AS (
    INSERT INTO people_needlisted (statement_id, case_id, compartment_id, position, code, labels, in_use)
    SELECT id, case_id, compartment_id, position, c ->> 'code', c -> 'labels', c ->> 'in_use' IS DISTINCT FROM 'no'
    FROM incoming WHERE kind = 'done.need_listed'
), asked AS (
    INSERT INTO people_erasureasked (statement_id, case_id, compartment_id, person_id, reason, recorded_at, recorded_by)
    SELECT id, case_id, compartment_id, (c ->> 'person')::uuid, c ->> 'reason', recorded_at, recorded_by
    FROM incoming WHERE kind = 'done.erasure_asked'
), erased AS (
    INSERT INTO people_erased (statement_id, case_id, compartment_id, person_id, agreed_by, reason, recorded_at)
    SELECT id, case_id, compartment_id, (c ->> 'person')::uuid, (c ->> 'agreed_by')::uuid, c ->> 'reason', recorded_at
    FROM incoming WHERE kind = 'done.erased'
), named AS (
    SELECT position, id, case_id, compartment_id, (c ->> 'person')::uuid AS person_id FROM incoming WHERE kind = 'said.person'
    UNION ALL
    SELECT i.position, i.id, i.case_id, i.compartment_id, r.person_id
    FROM incoming i JOIN people_record r ON r.statement_id = i.id AND r.case_id = i.case_id AND r.compartment_id = i.compartment_id
    WHERE i.kind = 'done.list_read'
)
INSERT INTO people_person (case_id, compartment_id, person_id, statement_id)
SELECT DISTINCT ON (case_id, compartment_id, person_id) case_id, compartment_id, person_id, id
FROM named ORDER BY case_id, compartment_id, person_id, position
ON CONFLICT (case_id, compartment_id, person_id) DO NOTHING
