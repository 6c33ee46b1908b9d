-- Projections: a row belongs to the compartment of its statement; the app adds rows and changes none.
DO $$
DECLARE
    named text;
BEGIN
    FOREACH named IN ARRAY ARRAY['case', 'source', 'actsfor', 'settled', 'judgement', 'population', 'populationrelation',
                                 'publication', 'carried', 'figure', 'series', 'voice', 'link', 'chainlink', 'span'] LOOP
        EXECUTE format('ALTER TABLE ledger_%s ENABLE ROW LEVEL SECURITY', named);
        EXECUTE format('ALTER TABLE ledger_%s FORCE ROW LEVEL SECURITY', named);
        EXECUTE format('CREATE POLICY seen_by_those_let_in ON ledger_%s FOR SELECT TO homeward_app
                        USING (compartment_id = ANY ((SELECT access.visible())::uuid[]))', named);
        EXECUTE format('CREATE POLICY added_by_those_who_write ON ledger_%s FOR INSERT TO homeward_app
                        WITH CHECK (compartment_id = ANY ((SELECT access.writable())::uuid[]))', named);
        EXECUTE format('CREATE POLICY seen_whole ON ledger_%s FOR SELECT TO homeward_verifier, homeward_keeper USING (true)', named);
        EXECUTE format('CREATE POLICY made_again_by_replay ON ledger_%s TO homeward_projector USING (true) WITH CHECK (true)', named);
        EXECUTE format('GRANT SELECT, INSERT ON ledger_%s TO homeward_app', named);
        EXECUTE format('GRANT SELECT ON ledger_%s TO homeward_verifier, homeward_keeper', named);
        EXECUTE format('GRANT SELECT, INSERT, DELETE ON ledger_%s TO homeward_projector', named);
    END LOOP;
END $$;

ALTER TABLE ledger_draft ENABLE ROW LEVEL SECURITY;
ALTER TABLE ledger_draft FORCE ROW LEVEL SECURITY;
CREATE POLICY own_drafts ON ledger_draft TO homeward_app
    USING (actor_id = access.actor() AND compartment_id = ANY ((SELECT access.visible())::uuid[]))
    WITH CHECK (actor_id = access.actor() AND compartment_id = ANY ((SELECT access.writable())::uuid[]));
CREATE POLICY kept_in_backups ON ledger_draft FOR SELECT TO homeward_keeper USING (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON ledger_draft TO homeward_app;
GRANT SELECT ON ledger_draft TO homeward_keeper;
