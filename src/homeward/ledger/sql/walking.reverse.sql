DROP INDEX statement_by_voice, statement_by_speaker, statement_by_event, statement_by_said, statement_by_published,
    statement_by_recorded, figure_by_series, figure_by_population, figure_by_part;
