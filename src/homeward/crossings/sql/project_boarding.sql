-- project_boarding: find what statements at positions after %(before)s up to %(last)s say about manifests and boarding.
INSERT INTO crossings_ofconvoy (statement_id, case_id, compartment_id, kind, convoy_id, device_id, position)
SELECT s.id, s.case_id, s.compartment_id, s.kind, (c.content ->> 'convoy')::uuid, (c.content ->> 'device')::uuid, s.position
FROM ledger_statement s, LATERAL (SELECT s.entry::jsonb -> 'content' AS content) c
WHERE s.position > %(before)s AND s.position <= %(last)s
  AND s.kind IN ('done.manifest_signed', 'done.manifest_published', 'done.manifest_given', 'done.called_forward',
                 'done.phone_bound', 'done.phone_set_up', 'done.phone_revoked', 'done.check_offs_taken',
                 'done.check_off_settled', 'done.walk_on_confirmed', 'done.boarding_closed')
