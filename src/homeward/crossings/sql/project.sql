-- project: find what statements at positions after %(before)s up to %(last)s say about crossings.
-- Tables are named without schema, so that a replay into temporary tables of the same names fills those instead. It reads no
-- clock and nothing but the statements.
WITH incoming AS MATERIALIZED (
    SELECT s.position, s.id, s.case_id, s.compartment_id, s.kind, s.recorded_at, s.recorded_by, s.entry::jsonb -> 'content' AS c
    FROM ledger_statement s
    WHERE s.position > %(before)s AND s.position <= %(last)s
      AND s.kind IN ('done.crossing_named', 'done.control_point_named', 'said.crossing_status', 'said.window', 'said.quota',
                     'done.pickup_named', 'done.pickup_chosen', 'done.vehicle_entered', 'done.convoy_set', 'done.check_listed',
                     'done.check_ticked', 'done.party_notified', 'said.notice_answered', 'done.date_told', 'done.policy_set',
                     'done.plan_made', 'done.companion_needed', 'done.kept_apart')
), words AS (
    INSERT INTO crossings_word (statement_id, case_id, compartment_id, kind, subject, position)
    SELECT id, case_id, compartment_id, kind,
           CASE kind
               WHEN 'done.crossing_named' THEN c ->> 'crossing'
               WHEN 'done.control_point_named' THEN c ->> 'point'
               WHEN 'said.crossing_status' THEN coalesce(c ->> 'point', c ->> 'crossing')
               WHEN 'said.window' THEN c ->> 'window'
               WHEN 'said.quota' THEN concat_ws('|', c ->> 'crossing', c ->> 'on', c ->> 'nationality')
               WHEN 'done.pickup_named' THEN c ->> 'pickup'
               WHEN 'done.vehicle_entered' THEN c ->> 'vehicle'
               WHEN 'done.convoy_set' THEN c ->> 'convoy'
               WHEN 'done.check_listed' THEN c ->> 'check'
               WHEN 'done.check_ticked' THEN concat_ws('|', c ->> 'check', c ->> 'window')
               WHEN 'done.party_notified' THEN c ->> 'notice'
               WHEN 'said.notice_answered' THEN c ->> 'notice'
               ELSE 'policy'
           END, position
    FROM incoming WHERE kind NOT IN ('done.pickup_chosen', 'done.date_told', 'done.plan_made', 'done.companion_needed', 'done.kept_apart')
), people AS (
    INSERT INTO crossings_ofperson (statement_id, person_id, case_id, compartment_id, kind, subject, position)
    SELECT DISTINCT incoming.id, person.id::uuid, case_id, compartment_id, kind,
           coalesce(c ->> 'pickup', c ->> 'window', c ->> 'person', c -> 'people' ->> 0)::uuid, position
    FROM incoming, jsonb_array_elements_text(coalesce(c -> 'people', jsonb_build_array(c -> 'person'))) AS person (id)
    WHERE kind IN ('done.pickup_chosen', 'done.date_told', 'done.companion_needed', 'done.kept_apart')
)
INSERT INTO crossings_planmade (statement_id, case_id, compartment_id, plan_id, number, digest, made_at, made_by, position)
SELECT id, case_id, compartment_id, (c ->> 'plan')::uuid, (c ->> 'number')::int, c ->> 'digest', recorded_at, recorded_by, position
FROM incoming WHERE kind = 'done.plan_made'
