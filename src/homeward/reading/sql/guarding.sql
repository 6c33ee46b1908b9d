-- Who may see and write what was read. What people decided is only added to; what a program made may be made again.
DO $$
DECLARE
    named text;
BEGIN
    FOREACH named IN ARRAY ARRAY['paper', 'appearance', 'reading', 'proposal', 'decision', 'mark', 'copy', 'allowance'] LOOP
        EXECUTE format('ALTER TABLE reading_%s ENABLE ROW LEVEL SECURITY', named);
        EXECUTE format('ALTER TABLE reading_%s FORCE ROW LEVEL SECURITY', named);
        EXECUTE format('CREATE POLICY seen_by_those_let_in ON reading_%s FOR SELECT TO homeward_app
                        USING (compartment_id = ANY ((SELECT access.visible())::uuid[]))', named);
        EXECUTE format('CREATE POLICY added_by_those_who_write ON reading_%s FOR INSERT TO homeward_app
                        WITH CHECK (compartment_id = ANY ((SELECT access.writable())::uuid[]))', named);
        EXECUTE format('CREATE POLICY seen_whole ON reading_%s FOR SELECT TO homeward_verifier, homeward_keeper USING (true)', named);
        EXECUTE format('GRANT SELECT, INSERT ON reading_%s TO homeward_app', named);
        EXECUTE format('GRANT SELECT ON reading_%s TO homeward_verifier, homeward_keeper', named);
    END LOOP;
END $$;

CREATE POLICY made_again_by_replay ON reading_paper TO homeward_projector USING (true) WITH CHECK (true);
CREATE POLICY made_again_by_replay ON reading_appearance TO homeward_projector USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, DELETE ON reading_paper, reading_appearance TO homeward_projector;

-- Whoever decides does so in their own name, and texts leave the desk only where an administrator said so.
CREATE POLICY decided_in_ones_own_name ON reading_decision AS RESTRICTIVE FOR INSERT TO homeward_app
    WITH CHECK (decided_by = (SELECT access.actor()));
CREATE POLICY said_by_administrators ON reading_allowance AS RESTRICTIVE FOR INSERT TO homeward_app
    WITH CHECK (said_by = (SELECT access.actor()) AND (SELECT access.administers()));

CREATE POLICY gone_on_by_those_who_write ON reading_reading FOR UPDATE TO homeward_app
    USING (compartment_id = ANY ((SELECT access.writable())::uuid[]))
    WITH CHECK (compartment_id = ANY ((SELECT access.writable())::uuid[]));
GRANT UPDATE (reader, model, language, state, why, unread, told, done_at) ON reading_reading TO homeward_app;

CREATE TRIGGER kept BEFORE UPDATE OR DELETE OR TRUNCATE ON reading_decision FOR EACH STATEMENT EXECUTE FUNCTION access.never();
CREATE TRIGGER kept BEFORE UPDATE OR DELETE OR TRUNCATE ON reading_allowance FOR EACH STATEMENT EXECUTE FUNCTION access.never();
