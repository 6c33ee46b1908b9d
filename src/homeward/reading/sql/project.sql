-- project: make the papers from the statements at positions after %(before)s up to %(last)s.
INSERT INTO reading_paper (statement_id, document_id, case_id, compartment_id, publication_id, title, media_type, language,
                           text_digest, part, received_at, received_by)
SELECT s.id, (c ->> 'document')::uuid, s.case_id, s.compartment_id, (c ->> 'publication')::uuid, coalesce(c ->> 'title', ''),
       c ->> 'media_type', s.language, c ->> 'text_digest', coalesce((c ->> 'part')::int, 0), s.recorded_at, s.recorded_by
FROM ledger_statement s, LATERAL (SELECT s.entry::jsonb -> 'content' AS c) AS content
WHERE s.position > %(before)s AND s.position <= %(last)s AND s.kind = 'done.document_received'
