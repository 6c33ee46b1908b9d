-- The indexes that questions walk, each from the latest back until it has enough.
-- CASE, where COALESCE would be shorter: to row security COALESCE might tell something, and then no index serves a condition
-- on it (PostgreSQL, contain_leaked_vars). The expressions are those of queries/knowing.py, and a test holds them together.
-- Behind what each is ordered by stands what else is asked of it, so that rows are passed over without being looked at.
CREATE INDEX statement_by_voice ON ledger_statement (
    (CASE WHEN party_id IS NOT NULL THEN party_id ELSE speaker_id END), topic,
    (CASE WHEN said_from IS NOT NULL THEN said_from WHEN published_from IS NOT NULL THEN published_from ELSE recorded_at END),
    position);
CREATE INDEX statement_by_speaker ON ledger_statement (
    speaker_id,
    (CASE WHEN said_until IS NOT NULL THEN said_until WHEN published_until IS NOT NULL THEN published_until ELSE recorded_at END),
    position);
CREATE INDEX statement_by_event ON ledger_statement (
    case_id, (CASE WHEN occurred_from IS NOT NULL THEN occurred_from ELSE said_from END), position,
    (CASE WHEN said_from IS NOT NULL THEN said_from WHEN said_until IS NOT NULL THEN '-infinity'
          WHEN published_from IS NOT NULL THEN published_from WHEN published_until IS NOT NULL THEN '-infinity'
          ELSE recorded_at END),
    (CASE WHEN published_from IS NOT NULL THEN published_from WHEN published_until IS NOT NULL THEN '-infinity'
          WHEN said_from IS NOT NULL THEN said_from WHEN said_until IS NOT NULL THEN '-infinity'
          ELSE recorded_at END));
CREATE INDEX statement_by_said ON ledger_statement (
    case_id,
    (CASE WHEN said_until IS NOT NULL THEN said_until WHEN published_until IS NOT NULL THEN published_until ELSE recorded_at END),
    position, (CASE WHEN occurred_from IS NOT NULL THEN occurred_from ELSE said_from END),
    (CASE WHEN said_from IS NOT NULL THEN said_from WHEN said_until IS NOT NULL THEN '-infinity'
          WHEN published_from IS NOT NULL THEN published_from WHEN published_until IS NOT NULL THEN '-infinity'
          ELSE recorded_at END));
CREATE INDEX statement_by_published ON ledger_statement (
    case_id,
    (CASE WHEN published_until IS NOT NULL THEN published_until WHEN said_until IS NOT NULL THEN said_until ELSE recorded_at END),
    position, (CASE WHEN occurred_from IS NOT NULL THEN occurred_from ELSE said_from END),
    (CASE WHEN published_from IS NOT NULL THEN published_from WHEN published_until IS NOT NULL THEN '-infinity'
          WHEN said_from IS NOT NULL THEN said_from WHEN said_until IS NOT NULL THEN '-infinity'
          ELSE recorded_at END));
CREATE INDEX statement_by_recorded ON ledger_statement (
    case_id, recorded_at, position, (CASE WHEN occurred_from IS NOT NULL THEN occurred_from ELSE said_from END));

CREATE INDEX figure_by_series ON ledger_figure (series_id, asof_from, recorded_at);
CREATE INDEX figure_by_population ON ledger_figure (
    population_id, measure, asof_from, recorded_at,
    (CASE WHEN said_from IS NOT NULL THEN said_from WHEN said_until IS NOT NULL THEN '-infinity'
          WHEN published_from IS NOT NULL THEN published_from WHEN published_until IS NOT NULL THEN '-infinity'
          ELSE recorded_at END),
    (CASE WHEN published_from IS NOT NULL THEN published_from WHEN published_until IS NOT NULL THEN '-infinity'
          WHEN said_from IS NOT NULL THEN said_from WHEN said_until IS NOT NULL THEN '-infinity'
          ELSE recorded_at END));
CREATE INDEX figure_by_part ON ledger_figure (case_id, population_id, part_of_id) WHERE part_of_id IS NOT NULL;
