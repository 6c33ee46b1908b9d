-- papers: the papers of the case %(case)s, the latest first, or the one that %(document)s names; each with the publication with
-- which it came in, how far it is read, and how much of it is decided.
WITH chosen AS MATERIALIZED (
    SELECT p.* FROM reading_paper p
    WHERE p.case_id = %(case)s AND (%(document)s::uuid IS NULL OR p.document_id = %(document)s)
      AND (%(until)s::timestamptz IS NULL OR p.received_at <= %(until)s)
    ORDER BY p.received_at DESC, p.document_id LIMIT %(most)s OFFSET %(passed)s
), shown AS MATERIALIZED (
    -- The readings whose proposals are shown: the last one of each reader that was read to its end.
    SELECT DISTINCT ON (g.document_id, g.built_in, CASE WHEN g.built_in THEN '' ELSE g.reader END) g.id, g.document_id
    FROM reading_reading g WHERE g.document_id IN (SELECT document_id FROM chosen) AND g.state = 'read'
    ORDER BY g.document_id, g.built_in, CASE WHEN g.built_in THEN '' ELSE g.reader END, g.asked_at DESC, g.id DESC
), last AS MATERIALIZED (
    SELECT DISTINCT ON (d.document_id, d.proposal_id) d.document_id, d.proposal_id, d.verdict
    FROM reading_decision d WHERE d.document_id IN (SELECT document_id FROM chosen)
    ORDER BY d.document_id, d.proposal_id, d.number DESC
), counted AS (
    -- What was decided stays in the count, also where a later reading proposes it no more.
    SELECT document_id, count(*) AS proposed FROM (
        SELECT q.document_id, q.proposal_id FROM reading_proposal q JOIN shown ON shown.id = q.reading_id
        UNION SELECT document_id, proposal_id FROM last WHERE verdict IN ('confirmed', 'refused')
    ) AS one GROUP BY document_id
), decided AS (
    SELECT document_id, count(*) FILTER (WHERE verdict = 'confirmed') AS confirmed,
           count(*) FILTER (WHERE verdict = 'refused') AS refused, count(*) FILTER (WHERE verdict = 'missed') AS missed
    FROM last GROUP BY document_id
)
SELECT p.document_id, p.title, coalesce(o.name, ''), coalesce(b.url, ''), s.entry::jsonb #> '{content,published}', p.media_type,
       coalesce(nullif(r.language, ''), p.language), p.received_at, coalesce(nullif(a.shown_as, ''), a.name),
       coalesce(r.state, 'waiting'), coalesce(r.why, ''), coalesce(c.proposed, 0), coalesce(d.confirmed, 0), coalesce(d.refused, 0),
       coalesce(d.missed, 0), (SELECT count(*) FROM reading_copy k WHERE k.document_id = p.document_id OR k.of_id = p.document_id),
       ARRAY(SELECT w.name FROM reading_appearance x JOIN ledger_publication y ON y.id = x.publication_id
             JOIN ledger_source w ON w.id = y.outlet_id WHERE x.document_id = p.document_id ORDER BY x.position)
FROM chosen p
JOIN access_actor a ON a.id = p.received_by
LEFT JOIN counted c ON c.document_id = p.document_id
LEFT JOIN decided d ON d.document_id = p.document_id
LEFT JOIN LATERAL (
    SELECT x.publication_id FROM reading_appearance x WHERE x.document_id = p.document_id ORDER BY x.position LIMIT 1
) came ON true
LEFT JOIN ledger_publication b ON b.id = came.publication_id AND b.case_id = p.case_id
LEFT JOIN ledger_statement s ON s.id = b.statement_id
LEFT JOIN ledger_source o ON o.id = b.outlet_id AND o.case_id = p.case_id
LEFT JOIN LATERAL (
    SELECT g.language, g.state, g.why FROM reading_reading g
    WHERE g.document_id = p.document_id AND g.built_in ORDER BY g.asked_at DESC, g.id DESC LIMIT 1
) r ON true
ORDER BY p.received_at DESC, p.document_id
