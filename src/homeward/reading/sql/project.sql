-- project: make the papers from the statements at positions after %(before)s up to %(last)s.
-- The first receiving of a document makes the paper, each one that names a publication an appearance of it. Part 0 is a file
-- that is kept for its bytes, whose papers are documents of their own.
WITH received AS MATERIALIZED (
    SELECT s.*, s.entry::jsonb -> 'content' AS c FROM ledger_statement s
    WHERE s.position > %(before)s AND s.position <= %(last)s AND s.kind = 'done.document_received'
), appeared AS (
    INSERT INTO reading_appearance (statement_id, document_id, case_id, compartment_id, publication_id, position)
    SELECT id, (c ->> 'document')::uuid, case_id, compartment_id, (c ->> 'publication')::uuid, position
    FROM received WHERE c ? 'publication' AND c ->> 'part' IS DISTINCT FROM '0'
)
INSERT INTO reading_paper (statement_id, document_id, case_id, compartment_id, title, media_type, language,
                           text_digest, part, received_at, received_by)
SELECT id, (c ->> 'document')::uuid, case_id, compartment_id, coalesce(c ->> 'title', ''),
       c ->> 'media_type', language, c ->> 'text_digest', coalesce((c ->> 'part')::int, 0), recorded_at, recorded_by
FROM received WHERE c ->> 'part' IS DISTINCT FROM '0'
ORDER BY position
ON CONFLICT (document_id) DO NOTHING
