-- project: make the ledger's own tables from the statements at positions after %(before)s up to %(last)s.
-- One pass, each entry parsed once. Tables are named without schema, so that a replay into temporary tables of the same
-- names fills those instead. It reads no clock, no other row and no setting.
WITH incoming AS MATERIALIZED (
    SELECT s.position, s.id, s.case_id, s.compartment_id, s.ref, s.kind, s.speaker_id, s.party_id, s.origin_id, s.modality,
           s.topic, s.recorded_at, s.recorded_by, s.said_from, s.said_until, s.published_from, s.published_until,
           s.entry::jsonb AS j
    FROM ledger_statement s WHERE s.position > %(before)s AND s.position <= %(last)s
), held AS MATERIALIZED (
    SELECT i.*, i.j -> 'content' AS c FROM incoming i WHERE i.kind LIKE 'done.%%'
), cases AS (
    INSERT INTO ledger_case (statement_id, case_id, compartment_id, id, slug, title, zone, clock, about)
    SELECT id, case_id, compartment_id, case_id, c ->> 'slug', c ->> 'title', c ->> 'zone', c ->> 'clock', coalesce(c ->> 'about', '')
    FROM held WHERE kind = 'done.case_opened'
), sources AS (
    INSERT INTO ledger_source (statement_id, case_id, compartment_id, id, key, name, kind, role, active_from, active_until)
    SELECT id, case_id, compartment_id, (c ->> 'source')::uuid, coalesce(c ->> 'key', ''), c ->> 'name', c ->> 'source_kind',
           coalesce(c ->> 'role', ''), (c #>> '{active,from}')::timestamptz, (c #>> '{active,until}')::timestamptz
    FROM held WHERE kind = 'done.source_named'
), acting AS (
    INSERT INTO ledger_actsfor (statement_id, case_id, compartment_id, source_id, acts_for_id, inferred, during_from, during_until)
    SELECT id, case_id, compartment_id, (c ->> 'source')::uuid, (c ->> 'acts_for')::uuid, c ? 'inferred',
           (c #>> '{during,from}')::timestamptz, (c #>> '{during,until}')::timestamptz
    FROM held WHERE kind = 'done.acts_for'
), settled AS (
    INSERT INTO ledger_settled (statement_id, case_id, compartment_id, source_id, settled_as_id, reason, recorded_at, recorded_by)
    SELECT id, case_id, compartment_id, (c ->> 'source')::uuid, (c ->> 'settled_as')::uuid, c ->> 'reason', recorded_at, recorded_by
    FROM held WHERE kind = 'done.speaker_settled'
), judged AS (
    INSERT INTO ledger_judgement (statement_id, case_id, compartment_id, about_id, scale, mark, topic, during_from, during_until,
                                  reason, recorded_at, recorded_by)
    SELECT id, case_id, compartment_id, coalesce(c ->> 'source', c ->> 'statement')::uuid,
           CASE kind WHEN 'done.reliability_judged' THEN 'reliability' ELSE 'credibility' END,
           coalesce(c ->> 'letter', c ->> 'number'), coalesce(c ->> 'topic', ''),
           (c #>> '{during,from}')::timestamptz, (c #>> '{during,until}')::timestamptz, c ->> 'reason', recorded_at, recorded_by
    FROM held WHERE kind IN ('done.reliability_judged', 'done.credibility_judged')
), populations AS (
    INSERT INTO ledger_population (statement_id, case_id, compartment_id, id, name)
    SELECT id, case_id, compartment_id, (c ->> 'population')::uuid, coalesce(c ->> 'name', '')
    FROM held WHERE kind = 'done.population_named'
), related AS (
    INSERT INTO ledger_populationrelation (statement_id, case_id, compartment_id, part_id, whole_id, relation, recorded_at)
    SELECT id, case_id, compartment_id, (c ->> 'part')::uuid, (c ->> 'whole')::uuid, c ->> 'relation', recorded_at
    FROM held WHERE kind = 'done.populations_related'
), publications AS (
    INSERT INTO ledger_publication (statement_id, case_id, compartment_id, id, key, outlet_id, url, medium, published_from, published_until)
    SELECT id, case_id, compartment_id, (c ->> 'publication')::uuid, coalesce(c ->> 'key', ''), (c ->> 'outlet')::uuid,
           coalesce(c ->> 'url', ''), coalesce(c ->> 'medium', ''),
           (c #>> '{published,from}')::timestamptz, (c #>> '{published,until}')::timestamptz
    FROM held WHERE kind = 'done.document_named'
), carried AS (
    INSERT INTO ledger_carried (statement_id, case_id, compartment_id, number, publication_id)
    SELECT i.id, i.case_id, i.compartment_id, x.n, x.publication::uuid
    FROM incoming i, jsonb_array_elements_text(i.j -> 'carried_by') WITH ORDINALITY AS x (publication, n)
    WHERE i.j ? 'carried_by'
), numbers AS MATERIALIZED (
    SELECT i.position, i.id AS statement_id, i.case_id, i.compartment_id, x.n AS number, i.ref || '#' || x.n AS ref,
           f ->> 'measure' AS measure, (f ->> 'population')::uuid AS population_id, f ->> 'population_name' AS population_name,
           f ->> 'unit' AS unit, f ->> 'kind' AS kind, f ->> 'op' AS op,
           CASE WHEN f ? 'stated' THEN f #>> '{stated,lo}' ELSE f ->> 'lo' END::numeric AS stated_lo,
           CASE WHEN f ? 'stated' THEN f #>> '{stated,hi}' ELSE f ->> 'hi' END::numeric AS stated_hi,
           (f ->> 'lo')::numeric AS lo, (f ->> 'hi')::numeric AS hi,
           asof, coalesce((asof ->> 'from')::timestamptz, (asof ->> 'until')::timestamptz, i.recorded_at) AS asof_from,
           (asof ->> 'until')::timestamptz AS asof_until,
           f ? 'asof_inferred' AS asof_inferred, f -> 'window' AS window_, (f ->> 'part_of')::uuid AS part_of_id,
           coalesce(f ->> 'basis', '') AS basis, coalesce((f ->> 'by')::uuid, '00000000-0000-0000-0000-000000000000') AS by_id, coalesce(f ->> 'words', '') AS words,
           coalesce(i.speaker_id, '00000000-0000-0000-0000-000000000000') AS speaker_id, i.party_id, i.origin_id, i.j ? 'origin_doubtful' AS origin_doubtful, i.modality, i.j -> 'said' AS said,
           i.said_from, i.said_until, i.published_from, i.published_until, i.recorded_at,
           coalesce((asof ->> 'from')::timestamptz > coalesce(i.said_from, i.recorded_at) + interval '1 day', false) AS ahead
    FROM incoming i, jsonb_array_elements(i.j -> 'figures') WITH ORDINALITY AS x (f, n),
    -- An inferred as-of that is not written out is the one that the statement itself tells.
    LATERAL coalesce(f -> 'asof', CASE WHEN f ? 'asof_inferred' THEN coalesce(f -> 'window', i.j -> 'occurred', i.j -> 'said') END) AS asof
    WHERE i.j ? 'figures'
), keyed AS MATERIALIZED (
    -- Lengths before the texts, so that no two of them can be read as another two.
    SELECT encode(substring(sha256(uuid_send(case_id) || uuid_send(compartment_id) || uuid_send(population_id) || uuid_send(speaker_id)
                                   || uuid_send(by_id) || convert_to(concat_ws('|', length(measure), length(unit), measure, unit, kind, ahead), 'UTF8'))
                            FROM 1 FOR 16), 'hex')::uuid AS series_id, n.*
    FROM numbers n
), figures AS (
    INSERT INTO ledger_figure (statement_id, case_id, compartment_id, number, ref, measure, population_id, population_name, unit, kind,
                               op, stated_lo, stated_hi, lo, hi, asof, asof_from, asof_until, asof_inferred, "window", part_of_id,
                               basis, by_id, words, speaker_id, party_id, origin_id, origin_doubtful, modality, said, said_from,
                               said_until, published_from, published_until, recorded_at, ahead, series_id)
    SELECT statement_id, case_id, compartment_id, number, ref, measure, population_id, population_name, unit, kind,
           op, stated_lo, stated_hi, lo, hi, asof, asof_from, asof_until, asof_inferred, window_, part_of_id,
           basis, by_id, words, speaker_id, party_id, origin_id, origin_doubtful, modality, said, said_from,
           said_until, published_from, published_until, recorded_at, ahead, series_id
    FROM keyed
), series AS (
    INSERT INTO ledger_series (statement_id, case_id, compartment_id, id, population_id, measure, unit, kind, speaker_id, by_id, ahead)
    SELECT DISTINCT ON (series_id) statement_id, case_id, compartment_id, series_id, population_id, measure, unit, kind, speaker_id,
           by_id, ahead
    FROM keyed ORDER BY series_id, position
    ON CONFLICT (id) DO NOTHING
), spoken AS (
    SELECT min(position) AS position, case_id, compartment_id, coalesce(party_id, speaker_id) AS voice_id, topic
    FROM incoming WHERE kind LIKE 'said.%%' AND coalesce(party_id, speaker_id) IS NOT NULL
      -- What is said of single people stands in the register, and who says it there is often a private person.
      AND kind NOT IN ('said.person', 'said.whereabouts', 'said.kin', 'said.consent', 'said.need', 'said.sought')
    GROUP BY case_id, compartment_id, coalesce(party_id, speaker_id), topic
), voices AS (
    INSERT INTO ledger_voice (statement_id, case_id, compartment_id, id, voice_id, topic)
    SELECT i.id, v.case_id, v.compartment_id,
           encode(substring(sha256(uuid_send(v.case_id) || uuid_send(v.compartment_id) || uuid_send(v.voice_id) || convert_to(v.topic, 'UTF8'))
                            FROM 1 FOR 16), 'hex')::uuid, v.voice_id, v.topic
    FROM spoken v JOIN incoming i ON i.position = v.position
    ON CONFLICT (id) DO NOTHING
), links AS (
    INSERT INTO ledger_link (statement_id, case_id, compartment_id, number, from_id, stance, to_id, to_figure, by_desk, doubtful, words,
                             said_from, said_until, published_from, published_until, recorded_at)
    SELECT i.id, i.case_id, i.compartment_id, x.n, coalesce(i.j #>> '{content,statement}', i.id::text)::uuid, l ->> 'stance',
           (l ->> 'to')::uuid, coalesce((l ->> 'figure')::int, 0), i.kind LIKE 'done.%%', l ? 'doubtful',
           coalesce(l ->> 'words', ''), i.said_from, i.said_until, i.published_from, i.published_until, i.recorded_at
    FROM incoming i, jsonb_array_elements(i.j -> 'links') WITH ORDINALITY AS x (l, n)
    WHERE i.j ? 'links'
), hands AS (
    INSERT INTO ledger_chainlink (statement_id, case_id, compartment_id, number, source_id, wording, factuality)
    SELECT i.id, i.case_id, i.compartment_id, x.n, (h ->> 'source')::uuid, coalesce(h ->> 'wording', ''), h ->> 'factuality'
    FROM incoming i, jsonb_array_elements(i.j -> 'chain') WITH ORDINALITY AS x (h, n)
    WHERE i.j ? 'chain'
)
INSERT INTO ledger_span (statement_id, case_id, compartment_id, number, document_id, start, "end", exact, prefix, suffix)
SELECT i.id, i.case_id, i.compartment_id, x.n, (p ->> 'document')::uuid, (p ->> 'start')::int, (p ->> 'end')::int,
       p ->> 'exact', p ->> 'prefix', p ->> 'suffix'
FROM incoming i, jsonb_array_elements(i.j -> 'spans') WITH ORDINALITY AS x (p, n)
WHERE i.j ? 'spans'
