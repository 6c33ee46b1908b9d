-- project: make datasets, versions and their sums from the statements at positions after %(before)s up to %(last)s.
-- Tables are named without schema, so that a replay into temporary tables of the same names fills those instead. The values
-- lie in a kept table under the root of the same statement; `stands` tells those that may stand on a day from corrections,
-- reports over several days and numbers that nobody reported.
WITH incoming AS MATERIALIZED (
    SELECT s.position, s.id, s.case_id, s.compartment_id, s.recorded_at, s.recorded_by, s.entry::jsonb -> 'content' AS c
    FROM ledger_statement s
    WHERE s.position > %(before)s AND s.position <= %(last)s AND s.kind = 'done.series_read'
), named AS (
    INSERT INTO hostilities_dataset (dataset_id, case_id, compartment_id, statement_id, maker_id, title, nature)
    SELECT DISTINCT ON (c ->> 'dataset') (c ->> 'dataset')::uuid, case_id, compartment_id, id, (c ->> 'maker')::uuid,
           c ->> 'title', c ->> 'nature'
    FROM incoming ORDER BY c ->> 'dataset', position
    ON CONFLICT (dataset_id) DO NOTHING
), versions AS (
    INSERT INTO hostilities_version (statement_id, case_id, compartment_id, version_id, dataset_id, number, label, rank, downloaded,
                                     form, digest, original_id, stored, set_aside, root, first, last, position, recorded_at,
                                     recorded_by)
    SELECT id, case_id, compartment_id, (c ->> 'version')::uuid, (c ->> 'dataset')::uuid, (c ->> 'number')::int, c ->> 'label',
           ARRAY(SELECT r.value::bigint FROM jsonb_array_elements_text(c -> 'rank') WITH ORDINALITY r (value, at) ORDER BY r.at),
           (c ->> 'downloaded')::date, c ->> 'form', c ->> 'digest', (c ->> 'original')::uuid, (c ->> 'stored')::int,
           (c ->> 'set_aside')::int, c ->> 'root', (c ->> 'first')::date, (c ->> 'last')::date, position, recorded_at, recorded_by
    FROM incoming
), counted AS (
    SELECT (c ->> 'version')::uuid AS version_id, case_id, compartment_id FROM incoming
), by_pair AS MATERIALIZED (
    SELECT n.case_id, n.compartment_id, v.version_id, coalesce(p.country, '') AS country, v.dyad, v.measure, v.nature, v.date_prec, v.first,
           v.last, (v.flags & 3670016) = 0 AS stands, count(*) AS rows, count(*) - count(v.best) AS lacking,
           CASE WHEN count(v.low) FILTER (WHERE v.best IS NOT NULL) = count(v.best)
                THEN sum(v.low) FILTER (WHERE v.best IS NOT NULL) END AS low,
           sum(v.best) AS best,
           CASE WHEN count(v.high) FILTER (WHERE v.best IS NOT NULL) = count(v.best)
                THEN sum(v.high) FILTER (WHERE v.best IS NOT NULL) END AS high,
           bit_or(v.flags) AS flags
    FROM counted n
    JOIN hostilities_value v ON v.version_id = n.version_id AND v.case_id = n.case_id AND v.compartment_id = n.compartment_id
    LEFT JOIN hostilities_place p ON p.version_id = v.version_id AND p.number = v.place AND p.compartment_id = v.compartment_id
    -- What tells rows apart comes first: a million rows are put in order by it, and a pair mostly has one country.
    GROUP BY v.dyad, v.first, v.last, v.date_prec, v.measure, v.nature, (v.flags & 3670016) = 0, coalesce(p.country, ''), v.version_id,
             n.case_id, n.compartment_id
)
INSERT INTO hostilities_daily (case_id, compartment_id, version_id, country, dyad, measure, nature, date_prec, first, last, stands,
                               rows, lacking, low, best, high, flags)
SELECT * FROM by_pair
UNION ALL  -- dyad -1: all pairs of a country; dyad -2, without a country: everything. A chart of either asks for no more than its days.
SELECT case_id, compartment_id, version_id, country, -1, measure, nature, date_prec, first, last, stands, sum(rows), sum(lacking),
       CASE WHEN count(low) = count(best) THEN sum(low) END, sum(best), CASE WHEN count(high) = count(best) THEN sum(high) END,
       bit_or(flags)
FROM by_pair GROUP BY first, last, country, date_prec, stands, measure, nature, version_id, case_id, compartment_id
UNION ALL
SELECT case_id, compartment_id, version_id, '', -2, measure, nature, date_prec, first, last, stands, sum(rows), sum(lacking),
       CASE WHEN count(low) = count(best) THEN sum(low) END, sum(best), CASE WHEN count(high) = count(best) THEN sum(high) END,
       bit_or(flags)
FROM by_pair GROUP BY first, last, date_prec, stands, measure, nature, version_id, case_id, compartment_id
