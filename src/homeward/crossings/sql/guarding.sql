-- Who may see and write what concerns crossings: by compartment. Plans are only added to; a run goes on until it is done.
DO $$
DECLARE
    named text;
BEGIN
    FOREACH named IN ARRAY ARRAY['word', 'ofperson', 'planmade', 'plan', 'run'] LOOP
        EXECUTE format('ALTER TABLE crossings_%s ENABLE ROW LEVEL SECURITY', named);
        EXECUTE format('ALTER TABLE crossings_%s FORCE ROW LEVEL SECURITY', named);
        EXECUTE format('CREATE POLICY seen_by_those_let_in ON crossings_%s FOR SELECT TO homeward_app
                        USING (compartment_id = ANY ((SELECT access.visible())::uuid[]))', named);
        EXECUTE format('CREATE POLICY added_by_those_who_write ON crossings_%s FOR INSERT TO homeward_app
                        WITH CHECK (compartment_id = ANY ((SELECT access.writable())::uuid[]))', named);
        EXECUTE format('CREATE POLICY seen_whole ON crossings_%s FOR SELECT TO homeward_verifier, homeward_keeper USING (true)', named);
        EXECUTE format('GRANT SELECT, INSERT ON crossings_%s TO homeward_app', named);
        EXECUTE format('GRANT SELECT ON crossings_%s TO homeward_verifier, homeward_keeper', named);
        IF named IN ('word', 'ofperson', 'planmade') THEN
            EXECUTE format('CREATE POLICY made_again_by_replay ON crossings_%s TO homeward_projector USING (true) WITH CHECK (true)', named);
            EXECUTE format('GRANT SELECT, INSERT, DELETE ON crossings_%s TO homeward_projector', named);
        END IF;
    END LOOP;
END $$;

CREATE TRIGGER kept BEFORE UPDATE OR DELETE OR TRUNCATE ON crossings_plan FOR EACH STATEMENT EXECUTE FUNCTION access.never();

CREATE POLICY gone_on_by_those_who_write ON crossings_run FOR UPDATE TO homeward_app
    USING (compartment_id = ANY ((SELECT access.writable())::uuid[]))
    WITH CHECK (compartment_id = ANY ((SELECT access.writable())::uuid[]));
GRANT UPDATE (state, progress, cancel, reason, plan_id, answer_box, changed_at) ON crossings_run TO homeward_app;
